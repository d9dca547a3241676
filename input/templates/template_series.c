#include "input/templates/template_parts.h"

static size_t ids_of(const struct template_reading *r,
                     struct str names[SERIES_MAX])
{
    for (size_t i = 0; i < r->made->nseries; i++)
        names[i] = str_of(r->series[i].id);
    return r->made->nseries;
}

static struct label_series *find(const struct template_reading *r,
                                 struct str id)
{
    for (size_t i = 0; i < r->made->nseries; i++) {
        if (str_is(id, r->series[i].id))
            return &r->series[i];
    }
    return NULL;
}

const struct label_series *template_series_in(
    const struct template_reading *r, const struct xml_node *node,
    const struct xml_attribute_rule *rule, const struct label_series *otherwise)
{
    const struct str id = xml_value(node, rule);
    struct label_series *found;
    struct str names[SERIES_MAX];

    if (xml_given(node, rule) == NULL)
        return otherwise;
    if (str_is(id, "none"))
        return NULL;
    found = find(r, id);
    if (found != NULL)
        found->named = true;
    else
        xml_unknown(r->xml, node, rule, names, ids_of(r, names));
    return found;
}

/* Series in which LINK leads from S back to S. */
static bool leads_back(const struct label_series *s, bool joins)
{
    const struct label_series *at = s;

    for (size_t i = 0; i <= SERIES_MAX && at != NULL; i++) {
        at = joins ? at->joins : at->within;
        if (at == s)
            return true;
    }
    return false;
}

static void refuse_circle(const struct template_reading *r,
                          const struct xml_node *node,
                          const struct xml_attribute_rule *rule)
{
    finding(r->xml->findings, FINDING_BAD_VALUE, xml_value_at(node, rule),
            "the series `%.*s` leads back to itself",
            STR_ARG(xml_value(node, AT(template_series, id))));
    finding_hint(r->xml->findings,
                 "take out `%s` here, or that of another of "
                 "them",
                 rule->name);
}

/* All links are set first, so that a circle can be seen, then cut. */
static void link_series(const struct template_reading *r)
{
    const struct xml_attribute_rule *within = AT(template_series, within);
    const struct xml_attribute_rule *joins = AT(template_series, joins);
    const struct xml_node *const *nodes = r->series_nodes.items;

    for (size_t i = 0; i < r->made->nseries; i++) {
        r->series[i].within = template_series_in(r, nodes[i], within, NULL);
        r->series[i].joins = template_series_in(r, nodes[i], joins, NULL);
    }
    for (size_t i = 0; i < r->made->nseries; i++) {
        if (leads_back(&r->series[i], true)) {
            refuse_circle(r, nodes[i], joins);
            r->series[i].joins = NULL;
        }
        if (leads_back(&r->series[i], false)) {
            refuse_circle(r, nodes[i], within);
            r->series[i].within = NULL;
        }
    }
}

/* Counters: one for each series, but those that join share one; and what
   joins stands within what the other does. */
static void number_series(const struct template_reading *r)
{
    int32_t next = 0;

    for (size_t i = 0; i < r->made->nseries; i++) {
        struct label_series *s = &r->series[i];

        while (s->joins != NULL && s->joins->joins != NULL)
            s->joins = s->joins->joins;
        if (s->joins == NULL)
            s->index = next++;
    }
    for (size_t i = 0; i < r->made->nseries; i++) {
        struct label_series *s = &r->series[i];

        if (s->joins == NULL)
            continue;
        s->index = s->joins->index;
        s->within = s->joins->within;
    }
}

/* The counters that the pattern of S may name. */
static size_t counters_of(const struct label_series *s,
                          struct str names[2 * SERIES_MAX])
{
    size_t n = 0;

    for (; s != NULL && n + 1 < 2 * SERIES_MAX; s = s->within) {
        names[n++] = str_of(s->id);
        if (s->joins != NULL)
            names[n++] = str_of(s->joins->id);
    }
    return n;
}

static void check_counter(const struct template_reading *r,
                          const struct label_series *s, struct str counter,
                          struct place at)
{
    struct str names[2 * SERIES_MAX];
    const size_t nnames = counters_of(s, names);
    const struct str name = str_cut(&counter, ':');

    if (counter.len > 0 && !str_is(counter, "a") && !str_is(counter, "A") &&
        !str_is(counter, "i") && !str_is(counter, "I") &&
        !str_is(counter, "*")) {
        finding(r->xml->findings, FINDING_BAD_VALUE, at,
                "`%.*s` is no form of a number", STR_ARG(counter));
        finding_hint(r->xml->findings,
                     "write {%.*s} for figures, {%.*s:a} or :A for letters, "
                     ":i or :I for roman numerals, :* for the marks of notes",
                     STR_ARG(name), STR_ARG(name));
    }
    for (size_t i = 0; i < nnames; i++) {
        if (str_eq(names[i], name))
            return;
    }
    finding(r->xml->findings, FINDING_UNKNOWN_NAME, at,
            "the series `%s` has no counter `%.*s`", s->id, STR_ARG(name));
    if (find(r, name) != NULL)
        finding_hint(r->xml->findings,
                     "within=\"%.*s\" on it counts anew in each of these",
                     STR_ARG(name));
    else
        finding_nearest(r->xml->findings, name, names, nnames);
}

static void check_pattern(const struct template_reading *r,
                          const struct label_series *s,
                          const struct xml_node *node,
                          const struct xml_attribute_rule *rule)
{
    const struct str pattern = xml_value(node, rule);
    const struct place at = xml_value_at(node, rule);
    struct str rest = pattern;

    while (str_find_char(rest, '{') < rest.len) {
        struct place open;
        bool closed;
        struct str counter;

        (void)str_cut(&rest, '{');
        open = source_advance(at, pattern, pattern.len - rest.len - 1);
        closed = str_find_char(rest, '}') < rest.len;
        counter = str_cut(&rest, '}');
        if (closed)
            check_counter(r, s, counter, open);
        else
            finding(r->xml->findings, FINDING_BAD_VALUE, open,
                    "a { of the pattern is not closed by }");
    }
}

void template_read_series(struct template_reading *r)
{
    const struct xml_node *const *nodes = r->series_nodes.items;
    size_t n = r->series_nodes.count;

    if (n > SERIES_MAX) {
        finding(r->xml->findings, FINDING_LIMIT, nodes[SERIES_MAX]->at,
                "a template has at most %d series", SERIES_MAX);
        n = SERIES_MAX;
    }
    r->series = arena_alloc(r->xml->arena, n, sizeof(*r->series));
    if (r->series == NULL)
        return;
    r->made->series = r->series;
    r->made->nseries = n;
    for (size_t i = 0; i < n; i++) {
        XML_FILL_AS(r->xml, nodes[i], template_series, label_series,
                    &r->series[i]);
        r->series[i].at = nodes[i]->at;
    }
    link_series(r);
    number_series(r);
    for (size_t i = 0; i < n; i++) {
        check_pattern(r, &r->series[i], nodes[i], AT(template_series, pattern));
        check_pattern(r, &r->series[i], nodes[i],
                      AT(template_series, reference));
    }
}

/* A template without `ordered` numbers 1. lists all the same: what an author
   has numbered is not to become bullets. */
static const struct label_series ordinary = {
    .id = "ordered",
    .pattern = STR_INIT("{ordered}."),
    .index = SERIES_MAX,
};

static const struct label_series *
numbered(const struct template_reading *r, const struct xml_node *numbering,
         const struct xml_attribute_rule *rule)
{
    return template_series_in(r, numbering, rule, NULL);
}

void template_read_numbering(struct template_reading *r,
                             struct template_numbering *numbering)
{
    const struct xml_node *n = template_merged(r, &template_numbering_element);
    struct template *t = r->made;

    numbering->headings = numbered(r, n, AT(template_numbering, headings));
    numbering->paragraphs = numbered(r, n, AT(template_numbering, paragraphs));
    numbering->parts = numbered(r, n, AT(template_numbering, parts));
    t->recommendation_series =
        numbered(r, n, AT(template_numbering, recommendations));
    t->list_series = numbered(r, n, AT(template_numbering, lists));
    t->ordered_series =
        template_series_in(r, n, AT(template_numbering, ordered), &ordinary);
    t->header_series = numbered(r, n, AT(template_numbering, header));
    t->note_series = numbered(r, n, AT(template_numbering, notes));
}
