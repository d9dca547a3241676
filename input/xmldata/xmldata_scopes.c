/*
 * Of which records a unit is that something beside them says: those of a parent
 * alone, where it is said of that; all, where a head says it.
 */
#include "core/base/ascii.h"
#include "input/table/column_match.h"
#include "input/table/table_columns.h"
#include "input/xmldata/xmldata_parts.h"

#include <string.h>

#define LOOKED_AT_MAX 4096 /* elements of what may be another table */

/* The records that lie in one element: from FIRST to before END. */
struct reach {
    size_t first;
    size_t end;
};

struct scopes {
    const struct table_options *options;
    const struct xml_node *const *records;
    size_t nrecords;
    const struct xml_said_unit *said;
    size_t nsaid;
    struct reach *reaches; /* of each that was said */
    size_t *begins;        /* at each record, how many of them; and end */
    size_t *ends;
};

static bool lies_in(const struct xml_node *n, const struct xml_node *holder)
{
    while (n != NULL && n != holder)
        n = n->parent;
    return n != NULL;
}

/* Records stand in the order of the file, and so those of HOLDER are
   neighbours: they end right before NEXT, or begin there, or both. */
static struct reach reach_of(const struct scopes *s,
                             const struct xml_node *holder, size_t next)
{
    struct reach reach = {0, s->nrecords};
    size_t low = 0;
    size_t high = next;

    while (low < high) {
        const size_t middle = low + (high - low) / 2;

        if (lies_in(s->records[middle], holder))
            high = middle;
        else
            low = middle + 1;
    }
    reach.first = low;
    low = next;
    high = s->nrecords;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;

        if (lies_in(s->records[middle], holder))
            low = middle + 1;
        else
            high = middle;
    }
    reach.end = low;
    return reach;
}

static bool is_empty(struct reach reach)
{
    return reach.first == reach.end;
}

/* Whether a text of N, or an attribute, is a figure as the records have. */
static bool has_figure(const struct scopes *s, const struct xml_node *n)
{
    const struct kind_column *c;

    for (size_t i = 0; i < n->nattributes; i++) {
        c = columns_named(s->options, n->attributes[i].name);
        if (c != NULL && value_is_figure(c->type) &&
            has_digit(n->attributes[i].value))
            return true;
    }
    c = has_digit(n->text) ? columns_named(s->options, n->name) : NULL;
    return c != NULL && value_is_figure(c->type);
}

/* Whether HOLDER, which holds no record, is another table: it has figures, or
   what stands there again and again. */
static bool is_other_table(const struct scopes *s,
                           const struct xml_node *holder)
{
    const struct xml_node *n = holder;

    for (size_t i = 0; n != NULL && i < LOOKED_AT_MAX; i++) {
        const struct xml_node *next = n->next;

        if (!xml_is_text(n) &&
            (has_figure(s, n) ||
             (n != holder && next != NULL && !xml_is_text(next) &&
              str_eq(next->name, n->name))))
            return true;
        n = xml_following(holder, n);
    }
    return n != NULL;
}

/* Whether each record lies in one of what is counted. */
static bool reach_all(const struct scopes *s)
{
    size_t open = 0;

    for (size_t i = 0; i < s->nrecords; i++) {
        open += s->begins[i];
        open -= s->ends[i];
        if (open == 0)
            return false;
    }
    return true;
}

/* Of what is said of records, and (ALONE) of nothing else in the same text: the
   first unit; *OTHER: what differs from it; *ALL: they reach every record. */
static const struct xml_said_unit *
of_records(struct scopes *s, bool alone, const struct xml_said_unit **other,
           bool *all)
{
    const struct xml_said_unit *first = NULL;

    memset(s->begins, 0, s->nrecords * sizeof(*s->begins));
    memset(s->ends, 0, s->nrecords * sizeof(*s->ends));
    *other = NULL;
    for (size_t i = 0; i < s->nsaid; i++) {
        const struct xml_said_unit *said = &s->said[i];

        if (is_empty(s->reaches[i]) || said->alone != alone)
            continue;
        if (first == NULL || first->unit.unit.zeros == 0)
            first = said;
    }
    for (size_t i = 0; first != NULL && i < s->nsaid; i++) {
        const struct xml_said_unit *said = &s->said[i];

        if (is_empty(s->reaches[i]) || said->alone != alone)
            continue;
        if (said->unit.unit.zeros != first->unit.unit.zeros) {
            *other = *other == NULL ? said : *other;
            continue;
        }
        s->begins[s->reaches[i].first]++;
        s->ends[s->reaches[i].end]++;
    }
    *all = reach_all(s);
    return first != NULL && first->unit.unit.zeros > 0 ? first : NULL;
}

/* What is said of no record: by a head, of the whole file; or of ANOTHER
   table. */
static const struct xml_said_unit *of_none(const struct scopes *s, bool another)
{
    for (size_t i = 0; i < s->nsaid; i++) {
        if (is_empty(s->reaches[i]) && s->said[i].unit.unit.zeros > 0 &&
            is_other_table(s, s->said[i].holder) == another)
            return &s->said[i];
    }
    return NULL;
}

static void settle(struct scopes *s, struct xml_beside *beside)
{
    const struct xml_said_unit *other;
    bool all;
    const struct xml_said_unit *said = of_records(s, true, &other, &all);

    if (said == NULL) {
        said = of_records(s, false, &other, &all);
        other = NULL; /* words of a title: the first is meant */
    }
    if (said != NULL) {
        beside->unit = said->unit;
        beside->unit_of = other != NULL ? XML_UNIT_DIFFERS
                          : all         ? XML_UNIT_OF_ALL
                                        : XML_UNIT_OF_SOME;
        if (other != NULL)
            beside->unit = other->unit;
        return;
    }
    said = of_none(s, false);
    beside->unit_of = XML_UNIT_OF_ALL;
    if (said == NULL) {
        said = of_none(s, true);
        beside->unit_of = XML_UNIT_OF_OTHERS;
    }
    if (said != NULL)
        beside->unit = said->unit;
}

void xml_settle_units(struct arena *arena, const struct list *said,
                      const struct list *records,
                      const struct table_options *options,
                      struct xml_beside *beside)
{
    struct scopes s = {.options = options,
                       .records = records->items,
                       .nrecords = records->count,
                       .said = said->items,
                       .nsaid = said->count};

    if (said->count == 0 || records->count == 0)
        return;
    s.reaches = arena_alloc(arena, s.nsaid, sizeof(*s.reaches));
    s.begins = arena_alloc(arena, s.nrecords + 1, sizeof(*s.begins));
    s.ends = arena_alloc(arena, s.nrecords + 1, sizeof(*s.ends));
    if (s.reaches == NULL || s.begins == NULL || s.ends == NULL)
        return;
    for (size_t i = 0; i < s.nsaid; i++)
        s.reaches[i] = reach_of(&s, s.said[i].holder, s.said[i].next);
    settle(&s, beside);
}

static void refuse(const struct xml_beside *beside, struct findings *findings)
{
    static const char *const why[] = {
        [XML_UNIT_OF_SOME] = "is that of some of the records, and not said of "
                             "others",
        [XML_UNIT_DIFFERS] = "is that of some of the records, and others are "
                             "in another",
        [XML_UNIT_OF_OTHERS] = "is said of another table of the file, and "
                               "perhaps of this one"};

    finding(findings, FINDING_BAD_FIGURE, beside->unit.at,
            "the unit `%.*s` %s: amounts would be wrong by a thousand",
            STR_ARG(beside->unit.text), why[beside->unit_of]);
    finding_hint(findings, "unit=\"one\", \"thousand\" or \"million\" in the "
                           "data element says which all amounts are in; where "
                           "they differ, write them in one");
}

/* Whether there is money in the records whose heading names no unit. */
static bool has_unnamed_money(const struct list *fields,
                              const struct table_options *options)
{
    const struct xml_field *list = fields->items;

    for (size_t i = 0; i < fields->count; i++) {
        bool alone;

        if (list[i].is_column &&
            kind_column_is_money(columns_named(options, list[i].name)) &&
            !column_unit_of(options, list[i].name, &alone).given)
            return true;
    }
    return false;
}

struct xml_unit xml_unit_of_all(const struct xml_beside *beside,
                                const struct list *fields,
                                const struct table_options *options,
                                struct findings *findings)
{
    if (beside->unit_of == XML_UNIT_OF_ALL)
        return beside->unit;
    if (!options->unit.given && has_unnamed_money(fields, options))
        refuse(beside, findings);
    return (struct xml_unit){.within = false};
}
