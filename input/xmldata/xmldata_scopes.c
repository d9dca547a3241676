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
#define LEVELS 64          /* at which what was judged last is known */

/* The records that lie in one element: from FIRST to before END. */
struct reach {
    const struct xml_node *scope; /* that element; NULL: of another table */
    size_t first;
    size_t end;
};

/* What is or is not another table. */
struct table_judged {
    const struct xml_node *node; /* or NULL */
    bool other;
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
    struct table_judged judged[LEVELS]; /* by how deep they lie */
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
    struct reach reach = {holder, 0, s->nrecords};
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

/* Whether TEXT is a number and nothing else: 1,234.50, (12), £3; neither a year
   nor a day, nor £000. */
static bool is_number(struct str text)
{
    const struct str t = str_trim(text);
    bool more = false;

    for (size_t i = 0; i < t.len; i++) {
        const char c = t.ptr[i];

        more |= c >= '1' && c <= '9';
        if ((unsigned char)c < 0x80 && !is_digit(c) &&
            strchr(",.()$%", c) == NULL && (c != '-' || i > 0))
            return false;
    }
    return more && !(t.len == 4 && (str_starts(t, STR_LIT("19")) ||
                                    str_starts(t, STR_LIT("20"))));
}

static bool is_figure_column(const struct scopes *s, struct str name)
{
    const struct kind_column *c = columns_named(s->options, name);

    return c != NULL && value_is_figure(c->type);
}

/* Whether an attribute NAME says which of several something is, or how much
   room it takes, as the columns of a file may be described. */
static bool is_about_place(struct str name)
{
    static const char *const names[] = {"id",       "no",    "number", "order",
                                        "position", "index", "width",  "length",
                                        "size",     "level", "count",  "page"};

    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        if (str_same_word(name, str_of(names[i])))
            return true;
    }
    return false;
}

/* Whether a text of N, or an attribute, is a number; OF_COLUMN: and called as
   the records call one. */
static bool has_figure(const struct scopes *s, const struct xml_node *n,
                       bool of_column)
{
    for (size_t i = 0; i < n->nattributes; i++) {
        if (is_number(n->attributes[i].value) &&
            !is_about_place(n->attributes[i].name) &&
            (!of_column || is_figure_column(s, n->attributes[i].name)))
            return true;
    }
    return is_number(n->text) && (!of_column || is_figure_column(s, n->name));
}

/* Whether N is followed by what is called so, and is no text alone. */
static bool is_repeated(const struct xml_node *n)
{
    const struct xml_node *next = n->next;
    bool text;
    bool elements;

    while (next != NULL && xml_is_text(next))
        next = next->next;
    if (next == NULL || !str_eq(next->name, n->name))
        return false;
    xml_contents(n, &text, &elements);
    return elements || n->nattributes > 0;
}

/* Whether HOLDER, which holds no record, is another table: it has figures that
   are called as those of the records are, or numbers in what stands there again
   and again. Two notes in a head are none. */
static bool judge_table(const struct scopes *s, const struct xml_node *holder)
{
    const struct xml_node *n = holder;
    bool repeated = false;
    bool number = false;

    for (size_t i = 0; n != NULL && i < LOOKED_AT_MAX; i++) {
        if (!xml_is_text(n)) {
            repeated |= n != holder && is_repeated(n);
            number |= has_figure(s, n, false);
            if ((repeated && number) || has_figure(s, n, true))
                return true;
        }
        n = xml_following(holder, n);
    }
    return n != NULL;
}

/* Units are met in the order of the file: what holds one is mostly what held
   the one before. */
static bool is_other_table(struct scopes *s, const struct xml_node *holder)
{
    struct table_judged *j;
    size_t depth = 0;

    for (const struct xml_node *n = holder->parent; n != NULL; n = n->parent)
        depth++;
    j = &s->judged[depth % LEVELS];
    if (j->node != holder)
        *j = (struct table_judged){holder, judge_table(s, holder)};
    return j->other;
}

/* A group that has no records this time says nothing of others. */
static bool is_called_as_holder(const struct scopes *s,
                                const struct xml_node *n)
{
    const struct xml_node *holder = s->records[0]->parent;

    return holder != NULL && str_eq(n->name, holder->name);
}

/* What SAID is said of: what holds it, or a head of which that is a part, or
   what holds the head and records; NULL: another table. */
static const struct xml_node *scope_of(struct scopes *s,
                                       const struct xml_said_unit *said)
{
    const struct xml_node *n = said->holder;

    while (is_empty(reach_of(s, n, said->next)) && n->parent != NULL) {
        if (is_other_table(s, n) || is_called_as_holder(s, n))
            return NULL;
        n = n->parent;
    }
    return n;
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

/* Whether SAID, of what is in SCOPE, is that amounts are in pounds, and INNER,
   a part of it, says how many. */
static bool is_refined(const struct xml_said_unit *said,
                       const struct xml_node *scope,
                       const struct xml_node *inner)
{
    return said->unit.unit.zeros == 0 && scope != inner &&
           lies_in(inner, scope);
}

/* Of what is said of records, and (ALONE) of nothing else in the same text: the
   first unit; *OTHER: what differs from it; *ALL: they reach every record. */
static const struct xml_said_unit *
of_records(struct scopes *s, bool alone, const struct xml_said_unit **other,
           bool *all)
{
    const struct xml_said_unit *first = NULL;
    const struct xml_node *scope = NULL;

    memset(s->begins, 0, s->nrecords * sizeof(*s->begins));
    memset(s->ends, 0, s->nrecords * sizeof(*s->ends));
    *other = NULL;
    for (size_t i = 0; i < s->nsaid; i++) {
        const struct xml_said_unit *said = &s->said[i];

        if (is_empty(s->reaches[i]) || said->alone != alone)
            continue;
        if (first == NULL || first->unit.unit.zeros == 0) {
            first = said;
            scope = s->reaches[i].scope;
        }
    }
    for (size_t i = 0; first != NULL && i < s->nsaid; i++) {
        const struct xml_said_unit *said = &s->said[i];

        if (is_empty(s->reaches[i]))
            continue;
        if (said->unit.unit.zeros != first->unit.unit.zeros) {
            if (said->alone == alone && *other == NULL &&
                !is_refined(said, s->reaches[i].scope, scope))
                *other = said;
            continue;
        }
        s->begins[s->reaches[i].first]++;
        s->ends[s->reaches[i].end]++;
    }
    *all = reach_all(s);
    return first != NULL && first->unit.unit.zeros > 0 ? first : NULL;
}

/* What is said of no record, but of another table. */
static const struct xml_said_unit *of_none(const struct scopes *s)
{
    for (size_t i = 0; i < s->nsaid; i++) {
        if (is_empty(s->reaches[i]) && s->said[i].unit.unit.zeros > 0)
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
    said = of_none(s);
    if (said == NULL)
        return;
    beside->unit = said->unit;
    beside->unit_of = XML_UNIT_OF_OTHERS;
}

/* Units that stand one after another in one element are of the same records. */
static void find_reaches(struct scopes *s)
{
    for (size_t i = 0; i < s->nsaid; i++) {
        const struct xml_said_unit *said = &s->said[i];
        const struct xml_node *scope;

        if (i > 0 && said->holder == said[-1].holder &&
            said->next == said[-1].next) {
            s->reaches[i] = s->reaches[i - 1];
            continue;
        }
        scope = scope_of(s, said);
        s->reaches[i] = scope == NULL ? (struct reach){NULL, 0, 0}
                                      : reach_of(s, scope, said->next);
    }
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
    find_reaches(&s);
    settle(&s, beside);
}

static void refuse(const struct xml_beside *beside, struct findings *findings)
{
    static const char *const why[] = {
        [XML_UNIT_OF_SOME] = "is that of some of the records, and not said of "
                             "others",
        [XML_UNIT_DIFFERS] = "is that of some of the records, and others are "
                             "in another",
        [XML_UNIT_OF_OTHERS] = "is said of something else in the file, and "
                               "perhaps of the records"};

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
