#include "input/xml/xml_in.h"
#include "core/base/mem.h"
#include "input/text/text_in.h"
#include "input/xml/xml_check.h"
#include "input/xml/xml_reader.h"

#include <libxml/globals.h>

#include <string.h>

#define TAG_MAX ((size_t)128 * 1024)

static char *copy_string(const char *s)
{
    const size_t size = strlen(s) + 1;
    char *p = mem_alloc(size);

    return p == NULL ? NULL : memcpy(p, s, size);
}

static xmlParserInput *refuse_entity(const char *url, const char *id,
                                     xmlParserCtxt *parser)
{
    (void)url;
    (void)id;
    (void)parser;
    return NULL;
}

/* What libxml2 says where it knows no parser is not for a person: it printed
   to standard error. */
static void say_nothing(void *data, const char *fmt, ...)
{
    (void)data;
    (void)fmt;
}

enum status xml_in_setup(void)
{
    const unsigned long failures = mem_failures();

    if (xmlMemSetup(mem_free, mem_alloc, mem_realloc, copy_string) != 0)
        return ST_BUG;
    xmlInitParser();
    xmlSetExternalEntityLoader(refuse_entity);
    xmlSetGenericErrorFunc(NULL, say_nothing);
    return mem_failures() == failures ? ST_OK : ST_NOMEM;
}

/* What a person may read as it is: of data that is plain as a whole, any text
   that was left where it stands. */
static struct str text_as_read(struct reader *r, struct str text,
                               struct place at)
{
    if (!xml_holds_value(r->open, &r->checking))
        text_in_entities(text, at, r->findings);
    return r->is_plain && !r->run_differs
               ? text
               : text_in(r->arena, text, at, TEXT_BREAK_KEPT, r->findings);
}

/* The run of text that ends here, CLOSES: with the element that it stands in.
   If it is content it becomes a node; but most elements of data hold a text and
   nothing else, which stands in the element, since a node for each would be as
   many again. */
static void end_run(struct reader *r, bool closes)
{
    struct xml_node *node;
    struct place at;
    struct str text;

    if (!r->in_run)
        return;
    r->in_run = false;
    at = reader_place(r, &r->cursor, r->run_at);
    text = text_as_read(r, run_text(r), at);
    buf_clear(&r->text);
    if (!xml_check_text(&r->checking, r->open, text, at))
        return;
    if (closes && r->checking.root == NULL && r->open->first == NULL) {
        r->open->text = text;
        r->open->text_at = (struct spot){at.line, at.column};
        return;
    }
    node = reader_new_node(r);
    if (node == NULL)
        return;
    node->text = text;
    node->at = at;
    reader_append(r, node);
}

static void on_text(void *data, const xmlChar *text, int len)
{
    struct reader *r = data;

    if (r->stopped || r->open == NULL || len <= 0)
        return;
    if (!r->in_run)
        run_begin(r);
    run_add(r, (struct str){(const char *)text, (size_t)len});
}

static void on_cdata(void *data, const xmlChar *text, int len)
{
    const struct str opening = STR_LIT("<![CDATA[");
    struct reader *r = data;

    flat_make(r);
    if (!r->stopped && !r->in_run &&
        str_starts(str_from(r->source->text, r->after), opening))
        r->after += opening.len;
    on_text(r, text, len);
}

/* Comments and instructions are not kept, but they end a run of text, so
   that places inside a run are those of its bytes. */
static void on_comment(void *data, const xmlChar *text)
{
    struct reader *r = data;

    (void)text;
    if (r->stopped)
        return;
    flat_make(r);
    end_run(r, false);
    r->after = reader_offset(r);
}

static void on_instruction(void *data, const xmlChar *target,
                           const xmlChar *text)
{
    (void)target;
    on_comment(data, text);
}

static bool too_deep(struct reader *r, size_t start)
{
    struct cursor c = r->cursor;

    if (r->depth < XML_DEPTH_MAX)
        return false;
    finding(r->findings, FINDING_LIMIT, reader_place(r, &c, start),
            "elements are nested more than %d deep", XML_DEPTH_MAX);
    r->broken = true;
    reader_stop(r);
    return true;
}

static void refuse_namespaces(struct reader *r, const struct xml_node *node)
{
    finding(r->findings, FINDING_BAD_ATTRIBUTE, node->at,
            "<%.*s> declares a namespace", STR_ARG(node->name));
    finding_hint(r->findings, "remove its xmlns attribute");
}

static bool is_start_tag(struct str text, size_t at)
{
    return at + 1 < text.len && text.ptr[at] == '<' &&
           text.ptr[at + 1] != '!' && text.ptr[at + 1] != '?';
}

/* Where the tag that ends before END begins: behind the text before it, if that
   stands there as it was read; else it is looked for, since values hold no <.
 */
static size_t tag_start(const struct reader *r, size_t end)
{
    size_t at = r->in_run ? r->run_at + r->run_len : r->after;

    if (is_start_tag(r->source->text, at) && !(r->in_run && r->run_differs))
        return at;
    at = end;
    while (at > r->after && r->source->text.ptr[at - 1] != '<')
        at--;
    return at > r->after ? at - 1 : r->after;
}

/* The byte behind the tag that the parser has read to its > or />, at END. */
static size_t behind_tag(const struct reader *r, size_t end)
{
    const struct str text = r->source->text;

    return end + (end < text.len && text.ptr[end] == '/' ? 2 : 1);
}

static void on_start(void *data, const xmlChar *local, const xmlChar *prefix,
                     const xmlChar *uri, int nnamespaces,
                     const xmlChar **namespaces, int nattributes,
                     int ndefaulted, const xmlChar **attributes)
{
    const bool bare = nattributes == 0 && nnamespaces == 0;
    struct reader *r = data;
    const size_t end = reader_offset(r);
    const size_t behind = behind_tag(r, end);
    struct xml_node *node;
    size_t start;

    (void)uri;
    (void)namespaces;
    (void)ndefaulted;
    if (r->stopped || flat_open(r, local, bare, behind))
        return;
    start = tag_start(r, end);
    end_run(r, false);
    if (too_deep(r, start))
        return;
    node = reader_new_node(r);
    if (node == NULL)
        return;
    node->at = reader_place(r, &r->cursor, start);
    node->name = reader_element_name(r, prefix, local);
    if (nattributes > 0)
        reader_attributes(r, node, start + 1, (size_t)nattributes, attributes);
    r->after = behind;
    if (r->depth + 1 < XML_DEPTH_MAX) /* there is room for what is in it */
        flat_begin(r, node, start, local);
    reader_append(r, node);
    if (r->root == NULL)
        r->root = node;
    r->open = node;
    r->before = NULL;
    r->depth++;
    if (nnamespaces > 0 && r->checking.root != NULL)
        refuse_namespaces(r, node);
    xml_check_element(&r->checking, node);
    if (r->root_only)
        reader_stop(r);
}

static void on_end(void *data, const xmlChar *local, const xmlChar *prefix,
                   const xmlChar *uri)
{
    struct reader *r = data;

    (void)local;
    (void)prefix;
    (void)uri;
    if (r->stopped || r->open == NULL || flat_close(r))
        return;
    end_run(r, true);
    xml_check_end(&r->checking, r->open);
    r->after = reader_offset(r);
    r->before = r->open;
    r->open = r->open->parent;
    r->depth--;
}

static void on_doctype(void *data, const xmlChar *name, const xmlChar *id,
                       const xmlChar *system)
{
    struct reader *r = data;

    (void)name;
    (void)id;
    (void)system;
    xml_fault_doctype(r);
    /* In a handler this is safe, and here it is needed: entities would be
       declared in a document of libxml2's own. */
    xmlStopParser(r->parser);
}

static bool is_within_tag(const struct reader *r, size_t at)
{
    const xmlParserInputState state = r->parser->instate;

    return at >= r->after && is_start_tag(r->source->text, at) &&
           state != XML_PARSER_COMMENT && state != XML_PARSER_PI &&
           state != XML_PARSER_CDATA_SECTION;
}

/*
 * libxml2 compares each attribute of a tag with all before it. What it has been
 * fed ends in a tag that goes on and on.
 */
static bool tag_too_long(struct reader *r)
{
    struct cursor c = r->cursor;

    if (r->fed - r->fed_tag <= TAG_MAX || !is_within_tag(r, r->fed_tag))
        return false;
    finding(r->findings, FINDING_LIMIT, reader_place(r, &c, r->fed_tag),
            "a tag is longer than %zu KiB", TAG_MAX / 1024);
    r->broken = true;
    reader_stop(r);
    return true;
}

/* libxml2 asks for the next bytes, ROOM at most. */
static int feed(void *data, char *out, int room)
{
    struct reader *r = data;
    const struct str piece =
        str_to(str_from(r->source->text, r->fed), (size_t)room);
    size_t at = piece.len;

    if (r->stopped || tag_too_long(r) || piece.len == 0)
        return 0;
    while (at > 0 && piece.ptr[at - 1] != '<')
        at--;
    if (at > 0)
        r->fed_tag = r->fed + at - 1;
    memcpy(out, piece.ptr, piece.len);
    r->fed += piece.len;
    return (int)piece.len;
}

static xmlParserCtxt *open_parser(struct reader *r)
{
    xmlSAXHandler sax = {
        .initialized = XML_SAX2_MAGIC,
        .internalSubset = on_doctype,
        .startElementNs = on_start,
        .endElementNs = on_end,
        .characters = on_text,
        .ignorableWhitespace = on_text,
        .cdataBlock = on_cdata,
        .comment = on_comment,
        .processingInstruction = on_instruction,
        .serror = xml_fault,
    };
    xmlParserCtxt *p =
        xmlCreateIOParserCtxt(&sax, r, feed, NULL, r, XML_CHAR_ENCODING_NONE);

    /*
     * RECOVER lets the parser go on after R&D, so that one run finds more
     * than one fault; xml_fault() stops it where going on would mislead. The
     * text is UTF-8, whatever the declaration says.
     */
    if (p != NULL)
        (void)xmlCtxtUseOptions(p, XML_PARSE_NONET | XML_PARSE_RECOVER |
                                       XML_PARSE_IGNORE_ENC);
    return p;
}

/* Of namespaces, which data may use as it likes. */
static bool is_passed_error(const struct reader *r)
{
    const int code = reader_error(r);

    return r->checking.root == NULL &&
           ((code >= XML_NS_ERR_XML_NAMESPACE && code <= XML_NS_ERR_COLON) ||
            code == XML_WAR_NS_URI || code == XML_WAR_NS_URI_RELATIVE);
}

static enum status judge(const struct reader *r, size_t errors_before)
{
    enum status st = status_worst(r->status, arena_status(r->arena));

    st = status_worst(st, buf_status(&r->text));
    if (st != ST_OK)
        return st;
    if (r->findings->errors == errors_before &&
        ((reader_error(r) != XML_ERR_OK && !is_passed_error(r)) ||
         r->root == NULL)) {
        finding(r->findings, FINDING_BAD_XML, (struct place){r->source, 1, 1},
                "the file is not well-formed XML (libxml2 error %d)",
                reader_error(r));
        return ST_DATA;
    }
    return r->findings->errors == errors_before ? ST_OK : ST_DATA;
}

/* What stands in the place of the vocabulary's first element was looked at, and
   said to be another. */
static bool is_expected(const struct reader *r)
{
    return r->root != NULL &&
           (r->checking.root == NULL || r->root->element == r->checking.root);
}

static enum status read_xml(struct reader *r, const struct xml_node **root)
{
    const unsigned long failures = mem_failures();
    const size_t errors = r->findings->errors;
    enum status st = ST_BUG;

    *root = NULL;
    buf_init(&r->text, r->arena->limit);
    r->parser = open_parser(r);
    if (r->parser == NULL) {
        st = ST_NOMEM;
        goto out;
    }
    (void)xmlParseDocument(r->parser);
    /* libxml2 can hide a failed allocation: ask the allocator first. */
    st = mem_failures() != failures ? ST_NOMEM : judge(r, errors);
    if ((st == ST_OK || st == ST_DATA) && !r->broken && is_expected(r))
        *root = r->root;
out:
    xmlFreeParserCtxt(r->parser);
    buf_free(&r->text);
    xmlResetLastError(); /* it owns strings too */
    return st;
}

static struct reader reader_of(struct arena *arena, const struct source *source,
                               const struct xml_element *vocabulary,
                               struct findings *findings)
{
    return (struct reader){
        .arena = arena,
        .source = source,
        .findings = findings,
        .cursor = {0, 1, 1, 0},
        .fault_cursor = {0, 1, 1, 0},
        .checking = {arena, findings, vocabulary, 1},
        .is_plain = vocabulary == NULL && source->plain,
    };
}

enum status xml_in(struct arena *arena, const struct source *source,
                   const struct xml_element *vocabulary,
                   struct findings *findings, const struct xml_node **root)
{
    struct reader r = reader_of(arena, source, vocabulary, findings);

    return read_xml(&r, root);
}

enum status xml_records_in(struct arena *arena, const struct source *source,
                           const struct xml_records *records,
                           struct findings *findings,
                           const struct xml_node **root)
{
    struct reader r = reader_of(arena, source, NULL, findings);

    r.records = records;
    return read_xml(&r, root);
}

enum status xml_root_in(struct arena *arena, const struct source *source,
                        const struct xml_element *vocabulary,
                        struct findings *findings, const struct xml_node **root)
{
    struct reader r = reader_of(arena, source, vocabulary, findings);

    r.root_only = true;
    return read_xml(&r, root);
}
