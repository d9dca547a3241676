#include "input/text/text_in.h"
#include "input/xml/xml_reader.h"

static struct str text_of(const xmlChar *s)
{
    return str_of((const char *)s);
}

/*
 * The attributes of a start tag as they stand in the file: libxml2 says what
 * they are, this where. The parser has proven the tag's form; all steps stop
 * at the end of the text all the same.
 */
struct tag_scan {
    struct str text;
    size_t at;
};

static char scan_char(const struct tag_scan *s)
{
    return s->at < s->text.len ? s->text.ptr[s->at] : '>';
}

static struct str scan_name(struct tag_scan *s)
{
    const size_t start = s->at;
    char c = scan_char(s);

    while (!xml_is_space(c) && c != '=' && c != '>' && c != '/') {
        s->at++;
        c = scan_char(s);
    }
    return str_to(str_from(s->text, start), s->at - start);
}

static bool scan_attribute(struct tag_scan *s, struct str *name,
                           size_t *name_at, size_t *value_at)
{
    char quote;

    while (xml_is_space(scan_char(s)))
        s->at++;
    *name_at = s->at;
    *name = scan_name(s);
    if (name->len == 0)
        return false;
    while (xml_is_space(scan_char(s)) || scan_char(s) == '=')
        s->at++;
    quote = scan_char(s);
    *value_at = s->at + 1;
    s->at = *value_at + str_find_char(str_from(s->text, *value_at), quote) + 1;
    return true;
}

static struct str qualified(struct arena *arena, const xmlChar *prefix,
                            const xmlChar *local)
{
    if (prefix == NULL)
        return arena_str(arena, text_of(local));
    return arena_printf(arena, "%s:%s", (const char *)prefix,
                        (const char *)local);
}

/* Data of others is in namespaces of theirs, which tell nothing here. */
struct str reader_name(const struct reader *r, const xmlChar *prefix,
                       const xmlChar *local)
{
    return qualified(r->arena, r->checking.root == NULL ? NULL : prefix, local);
}

size_t reader_met_name(struct reader *r, const xmlChar *local)
{
    struct met_names *met = &r->met;
    size_t i = (uintptr_t)local % MET_PLACES;

    while (met->local[i] != NULL && met->local[i] != local)
        i = (i + 1) % MET_PLACES;
    if (met->local[i] == local)
        return i;
    if (met->names == NULL)
        met->names = arena_alloc(r->arena, MET_PLACES, sizeof(*met->names));
    if (met->names == NULL || met->count == MET_MAX)
        return MET_NONE;
    met->count++;
    met->local[i] = local;
    met->names[i] = arena_str(r->arena, text_of(local));
    return i;
}

/* Of data, which is long, a name is kept once. */
struct str reader_element_name(struct reader *r, const xmlChar *prefix,
                               const xmlChar *local)
{
    const size_t met =
        r->checking.root != NULL ? MET_NONE : reader_met_name(r, local);

    return met == MET_NONE ? reader_name(r, prefix, local) : r->met.names[met];
}

/* xml:lang and the like, and those of XML Schema, are no data. */
static bool is_passed_over(const struct reader *r, const xmlChar *prefix,
                           const xmlChar *uri)
{
    return r->checking.root == NULL && prefix != NULL &&
           (str_is(text_of(prefix), "xml") ||
            str_is(text_of(uri), "http://www.w3.org/2001/XMLSchema-instance"));
}

/* Without entity substitution libxml2 hands & on as &#38;. */
static struct str attribute_value(struct arena *arena, const xmlChar *from,
                                  const xmlChar *to)
{
    const struct str ampersand = STR_LIT("&#38;");
    struct str rest = {(const char *)from, (size_t)(to - from)};
    char *out = arena_alloc(arena, rest.len + 1, 1);
    size_t len = 0;

    if (out == NULL)
        return (struct str){NULL, 0};
    while (rest.len > 0) {
        out[len++] = rest.ptr[0];
        rest = str_from(rest, str_starts(rest, ampersand) ? ampersand.len : 1);
    }
    return (struct str){out, len};
}

/* Moves on to the attribute PREFIX:LOCAL, past declarations of namespaces. */
static void scan_to(struct tag_scan *scan, struct str prefix, struct str local,
                    size_t *name_at, size_t *value_at)
{
    const size_t skipped = prefix.len > 0 ? prefix.len + 1 : 0;
    struct str name;

    while (scan_attribute(scan, &name, name_at, value_at)) {
        if (name.len == skipped + local.len && str_starts(name, prefix) &&
            str_eq(str_from(name, skipped), local))
            return;
    }
}

static void add_attribute(struct reader *r, struct xml_attribute *a,
                          const struct xml_node *node, const xmlChar **given,
                          size_t name_at, size_t value_at)
{
    const bool vocabulary = r->checking.root != NULL;

    a->name = reader_name(r, given[1], given[0]);
    a->value = attribute_value(r->arena, given[3], given[4]);
    a->at = reader_place(r, &r->cursor, name_at);
    a->value_at = reader_place(r, &r->cursor, value_at);
    if (!xml_holds_value(node, &r->checking))
        text_in_entities(a->value, a->value_at, r->findings);
    a->value =
        text_in(r->arena, a->value, a->value_at,
                vocabulary ? TEXT_BREAK_SPACE : TEXT_BREAK_LINE, r->findings);
}

void reader_attributes(struct reader *r, struct xml_node *node, size_t tag,
                       size_t count, const xmlChar **given)
{
    struct tag_scan scan = {r->source->text, tag};
    struct xml_attribute *list = arena_alloc(r->arena, count, sizeof(*list));
    size_t name_at = tag;
    size_t value_at = tag;
    size_t n = 0;

    if (list == NULL)
        return;
    (void)scan_name(&scan);
    for (size_t i = 0; i < count; i++, given += 5) {
        scan_to(&scan, text_of(given[1]), text_of(given[0]), &name_at,
                &value_at);
        if (!is_passed_over(r, given[1], given[2]))
            add_attribute(r, &list[n++], node, given, name_at, value_at);
    }
    node->attributes = list;
    node->nattributes = (uint32_t)n; /* libxml2 counts with an int */
}
