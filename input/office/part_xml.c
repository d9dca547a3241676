#include "input/office/part_xml.h"
#include "core/base/mem.h"
#include "input/office/unpack.h"

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
    xmlStopParser(r->parser);
}

static void refuse(struct part_reading *r, const char *what)
{
    package_refuse(r->package, r->name, what);
    part_stop(r, ST_DATA);
}

static void on_part_start(void *data, const xmlChar *local,
                          const xmlChar *prefix, const xmlChar *uri,
                          int nnamespaces, const xmlChar **namespaces,
                          int nattributes, int ndefaulted,
                          const xmlChar **attributes)
{
    struct part_reading *r = data;
    struct part_tag tag = {
        .name = (const char *)local,
        .attributes = attributes,
        .nattributes = (size_t)nattributes,
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
    if (r->handler->end != NULL)
        r->handler->end(r->user, r, (const char *)local);
}

static void on_text(void *data, const xmlChar *text, int len)
{
    struct part_reading *r = data;

    if (!r->stopped && len > 0 && r->handler->text != NULL)
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

/* libxml2's input; DATA is the unpacked part. */
static int on_read(void *data, char *out, int size)
{
    return (int)unpacked_take(data, out, (size_t)size);
}

static enum status parse(struct part_reading *r)
{
    const unsigned long failures = mem_failures();

    /* NOENT: values of attributes then come with their & as it is. */
    (void)xmlCtxtUseOptions(r->parser, XML_PARSE_NONET | XML_PARSE_NOENT);
    (void)xmlParseDocument(r->parser);
    if (mem_failures() != failures)
        return ST_NOMEM;
    if (r->status == ST_OK && !r->stopped && r->parser->wellFormed == 0)
        refuse(r, "is not well-formed XML");
    return r->status;
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
    struct unpacked text;
    enum status st = unpack(p, name, &text);

    if (st != ST_OK)
        return st;
    /* libxml2 asks for the text: when it is given, it looks ahead for the end
       of each tag first. */
    r.parser = xmlCreateIOParserCtxt(&sax, &r, on_read, NULL, &text,
                                     XML_CHAR_ENCODING_NONE);
    st = r.parser == NULL ? ST_NOMEM : parse(&r);
    xmlFreeParserCtxt(r.parser);
    xmlResetLastError();
    unpacked_free(&text);
    return st;
}

struct str part_value_in(const struct part_tag *tag, const char *family,
                         const char *name)
{
    for (size_t i = 0; i < tag->nattributes; i++) {
        const xmlChar *namespace = tag->attributes[5 * i + 2];

        if (part_attribute_is(tag, i, name) &&
            str_ends(text_of(namespace), str_of(family)))
            return part_attribute_value(tag, i);
    }
    return (struct str){NULL, 0};
}
