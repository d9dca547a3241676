#include "input/office/part_xml.h"
#include "core/base/mem.h"

#include <libxml/parser.h>

#include <string.h>

#define MESSAGE_MAX 100

struct part_reading {
    struct package *package;
    struct str name;
    const struct part_handler *handler;
    void *user;
    xmlParserCtxt *parser;
    size_t depth;
    bool stopped;
    bool refused; /* a finding has been made */
    enum status status;
    const xmlChar *uri; /* of the tag before: one string of libxml2's each */
    struct str namespace;
};

static struct str text_of(const xmlChar *s)
{
    return str_of((const char *)s);
}

void part_stop(struct part_reading *r, enum status why)
{
    r->stopped = true;
    r->status = status_worst(r->status, why);
    r->refused |= why != ST_OK;
}

static void refuse(struct part_reading *r, const char *what)
{
    package_refuse(r->package, r->name, what);
    part_stop(r, ST_DATA);
}

static struct part_attribute attribute_of(const xmlChar **given)
{
    /* libxml2's five: local name, prefix, namespace, first byte and end of
       the value. */
    return (struct part_attribute){
        .name = text_of(given[0]),
        .namespace = text_of(given[2]),
        .value = {(const char *)given[3], (size_t)(given[4] - given[3])},
    };
}

static void on_part_start(void *data, const xmlChar *local,
                          const xmlChar *prefix, const xmlChar *uri,
                          int nnamespaces, const xmlChar **namespaces,
                          int nattributes, int ndefaulted,
                          const xmlChar **attributes)
{
    struct part_reading *r = data;
    struct part_attribute list[PART_ATTRIBUTES_MAX];
    struct part_tag tag = {
        .name = text_of(local),
        .attributes = list,
    };

    (void)prefix;
    (void)nnamespaces;
    (void)namespaces;
    (void)ndefaulted;
    if (r->stopped)
        return;
    if (r->uri != uri) {
        r->uri = uri;
        r->namespace = text_of(uri);
    }
    tag.namespace = r->namespace;
    tag.depth = ++r->depth;
    if (r->depth > PART_DEPTH_MAX) {
        refuse(r, "nests its elements more than 64 deep");
        return;
    }
    if (nattributes > PART_ATTRIBUTES_MAX) {
        refuse(r, "has an element of more than 64 attributes");
        return;
    }
    for (int i = 0; i < nattributes; i++, attributes += 5)
        list[tag.nattributes++] = attribute_of(attributes);
    r->handler->start(r->user, r, &tag);
}

static void on_part_end(void *data, const xmlChar *local, const xmlChar *prefix,
                        const xmlChar *uri)
{
    struct part_reading *r = data;

    (void)prefix;
    (void)uri;
    if (r->stopped)
        return;
    r->depth--;
    r->handler->end(r->user, r, text_of(local));
}

static void on_text(void *data, const xmlChar *text, int len)
{
    struct part_reading *r = data;

    if (!r->stopped && len > 0)
        r->handler->text(r->user, r,
                         (struct str){(const char *)text, (size_t)len});
}

static void on_part_doctype(void *data, const xmlChar *name, const xmlChar *id,
                            const xmlChar *system)
{
    struct part_reading *r = data;

    (void)name;
    (void)id;
    (void)system;
    if (!r->stopped)
        refuse(r, "has a DOCTYPE, which no such file needs");
    /* Here it is needed: entities would be declared and expanded. */
    xmlStopParser(r->parser);
}

/* libxml2's structured error handler; DATA is the reading. */
static void on_part_error(void *data, xmlError *error)
{
    struct part_reading *r = data;
    char what[MESSAGE_MAX + 64];
    struct str lines = str_trim(str_of(error->message));
    const struct str message = str_to(str_cut(&lines, '\n'), MESSAGE_MAX);

    if (r->stopped || error->level < XML_ERR_ERROR ||
        error->code == XML_ERR_NO_MEMORY)
        return;
    (void)snprintf(what, sizeof(what), "is not well-formed XML: %.*s",
                   STR_ARG(message));
    refuse(r, what);
}

static bool take_part_text(void *user, struct str bytes)
{
    struct part_reading *r = user;

    if (!r->stopped)
        (void)xmlParseChunk(r->parser, bytes.ptr, (int)bytes.len, 0);
    /* The rest is unpacked all the same: damage shows at its end. */
    return r->status == ST_OK;
}

static enum status run(struct part_reading *r)
{
    const unsigned long failures = mem_failures();
    enum status st = package_read(r->package, r->name, take_part_text, r);

    if (st == ST_OK && !r->stopped)
        (void)xmlParseChunk(r->parser, "", 0, 1);
    if (mem_failures() != failures)
        return ST_NOMEM;
    st = status_worst(st, r->status);
    if (st == ST_OK && !r->stopped && r->parser->wellFormed == 0) {
        refuse(r, "is not well-formed XML");
        st = ST_DATA;
    }
    return st;
}

enum status part_read(struct package *p, struct str name,
                      const struct part_handler *handler, void *user)
{
    xmlSAXHandler sax = {
        .initialized = XML_SAX2_MAGIC,
        .internalSubset = on_part_doctype,
        .startElementNs = on_part_start,
        .endElementNs = on_part_end,
        .characters = on_text,
        .ignorableWhitespace = on_text,
        .cdataBlock = on_text,
        .serror = on_part_error,
    };
    struct part_reading r = {
        .package = p,
        .name = name,
        .handler = handler,
        .user = user,
    };
    enum status st;

    r.parser = xmlCreatePushParserCtxt(&sax, &r, NULL, 0, NULL);
    if (r.parser == NULL)
        return ST_NOMEM;
    /* NOENT: values of attributes then come with their & as it is. */
    (void)xmlCtxtUseOptions(r.parser, XML_PARSE_NONET | XML_PARSE_NOENT);
    st = run(&r);
    xmlFreeParserCtxt(r.parser);
    xmlResetLastError();
    return st;
}

struct str part_value(const struct part_tag *tag, const char *name)
{
    const struct str wanted = str_of(name);
    struct str value = {NULL, 0};

    for (size_t i = 0; i < tag->nattributes; i++) {
        const struct part_attribute *a = &tag->attributes[i];

        if (!str_eq(a->name, wanted))
            continue;
        if (a->namespace.len == 0)
            return a->value;
        if (value.ptr == NULL)
            value = a->value;
    }
    return value;
}

struct str part_value_in(const struct part_tag *tag, const char *family,
                         const char *name)
{
    for (size_t i = 0; i < tag->nattributes; i++) {
        const struct part_attribute *a = &tag->attributes[i];

        if (str_is(a->name, name) && str_ends(a->namespace, str_of(family)))
            return a->value;
    }
    return (struct str){NULL, 0};
}
