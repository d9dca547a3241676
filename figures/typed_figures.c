#include "figures/typed_figures.h"
#include "core/base/list.h"
#include "core/doc/doc.h"
#include "figures/typed_scan.h"

#include <stdlib.h>

#define THOUSAND_PENCE 100000

/* A figure of the data. */
struct candidate {
    size_t nth; /* as they are met, from 1 on; 0: none */
    bool percent;
    int64_t value; /* without a sign */
    bool has_pence;
    struct place at;
    const struct named_value *named; /* it is this; or NULL */
    const char *data; /* it is the sum of a column of it; or NULL */
    const char *column;
};

/* One that was typed, and what of the data comes nearest. */
struct typed {
    struct typed_figure figure;
    struct place at;
    bool met;
    uint64_t distance;
    struct candidate nearest;
};

/* What of the data lies between two neighbours of those that were typed. */
struct gap {
    struct candidate least;
    struct candidate greatest;
};

/* Those that were typed as amounts, or as percentages, in the order of their
   values. GAPS[i] is below the figure i; one more is above all. */
struct scale {
    struct typed **figures;
    struct gap *gaps;
    size_t count;
};

struct typed_search {
    const struct figures *figures;
    const struct wording *wording;
    enum audience audience;
    struct list typed;           /* struct typed */
    struct scale scales[2];      /* of amounts, of percentages */
    size_t candidates;           /* that were met */
    struct source_cursor cursor; /* where the last one was typed */
};

/* --- what was typed --- */

static void take_text(struct typed_search *l, const struct doc_node *node)
{
    struct typed_figure figure;
    size_t from = 0;

    while (typed_scan(node->text, l->wording, &from, &figure)) {
        struct typed *t = list_add(&l->typed);

        if (t == NULL)
            return;
        t->figure = figure;
        t->at = source_advance_next(&l->cursor, doc_place(node), node->text,
                                    figure.start);
    }
}

static void take_prose(struct typed_search *l, const struct doc_node *prose)
{
    struct doc_walk walk = doc_walk(prose);

    while (prose != NULL && doc_walk_next(&walk)) {
        if (!walk.entering)
            continue;
        if (walk.node->audience > l->audience ||
            walk.node->kind == DOC_LISTING || walk.node->kind == DOC_CODE)
            doc_walk_skip(&walk);
        else if (walk.node->kind == DOC_TEXT)
            take_text(l, walk.node);
    }
}

static void take_sections(struct typed_search *l,
                          const struct report_section *sections,
                          size_t nsections)
{
    for (size_t i = 0; i < nsections; i++) {
        if (sections[i].audience <= l->audience)
            take_prose(l, sections[i].prose);
    }
}

static void take_report(struct typed_search *l)
{
    const struct report *r = l->figures->report;

    for (size_t i = 0; i < r->nrecommendations; i++) {
        if (r->recommendations[i].audience > l->audience)
            continue;
        take_prose(l, r->recommendations[i].prose);
        take_prose(l, r->recommendations[i].reason);
    }
    take_sections(l, r->sections, r->nsections);
    for (size_t i = 0; i < r->nparts; i++)
        take_sections(l, r->parts[i].sections, r->parts[i].nsections);
    for (size_t i = 0; i < r->nappendices; i++) {
        if (r->appendices[i].audience <= l->audience)
            take_prose(l, r->appendices[i].prose);
    }
}

/* --- what there is --- */

/* The value that is shown with steps of STEP, half away from nought. */
static int64_t rounded(int64_t value, int64_t step)
{
    const int64_t rest = value % step;

    if (value > INT64_MAX - step)
        return value;
    return value - rest + (rest >= step - rest ? step : 0);
}

static int by_value(const void *a, const void *b)
{
    const struct typed *x = *(struct typed *const *)a;
    const struct typed *y = *(struct typed *const *)b;

    return (x->figure.value > y->figure.value) -
           (x->figure.value < y->figure.value);
}

static void order_typed(struct typed_search *l, bool percent)
{
    struct scale *s = &l->scales[percent];
    struct arena *a = l->figures->arena;
    struct typed *list = l->typed.items;

    s->figures = arena_alloc(a, l->typed.count, sizeof(struct typed *));
    s->gaps = arena_alloc(a, l->typed.count + 1, sizeof(*s->gaps));
    if (s->figures == NULL || s->gaps == NULL)
        return;
    for (size_t i = 0; i < l->typed.count; i++) {
        if (list[i].figure.percent == percent)
            s->figures[s->count++] = &list[i];
    }
    qsort(s->figures, s->count, sizeof(struct typed *), by_value);
}

/* How many figures of S are below VALUE. */
static size_t gap_of(const struct scale *s, int64_t value)
{
    size_t low = 0;
    size_t high = s->count;

    while (low < high) {
        const size_t middle = low + (high - low) / 2;

        if (s->figures[middle]->figure.value < value)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void meet(struct typed_search *l, struct candidate *c)
{
    struct scale *s = &l->scales[c->percent];
    struct gap *gap;

    if (s->count == 0)
        return;
    gap = &s->gaps[gap_of(s, c->value)];
    c->nth = ++l->candidates;
    if (gap->least.nth == 0 || c->value < gap->least.value)
        gap->least = *c;
    if (gap->greatest.nth == 0 || c->value > gap->greatest.value)
        gap->greatest = *c;
}

/* C is the nearest to T on its side. */
static void compare(struct typed *t, const struct candidate *c)
{
    const int64_t wanted = t->figure.value;
    const uint64_t distance = c->value > wanted ? (uint64_t)(c->value - wanted)
                                                : (uint64_t)(wanted - c->value);

    if (c->nth == 0)
        return;
    t->met = t->met || rounded(c->value, t->figure.step) == wanted;
    if (t->nearest.nth > 0 &&
        (distance > t->distance ||
         (distance == t->distance && c->nth > t->nearest.nth)))
        return;
    t->distance = distance;
    t->nearest = *c;
}

/* What rounds to a figure lies around it without a gap: where any does, its
   neighbour on one side does. */
static void settle(const struct scale *s)
{
    struct candidate nearest = {.nth = 0};

    for (size_t i = 0; i < s->count; i++) {
        if (s->gaps[i].greatest.nth > 0)
            nearest = s->gaps[i].greatest;
        compare(s->figures[i], &nearest);
    }
    nearest = (struct candidate){.nth = 0};
    for (size_t i = s->count; i > 0; i--) {
        if (s->gaps[i].least.nth > 0)
            nearest = s->gaps[i].least;
        compare(s->figures[i - 1], &nearest);
    }
}

/* False: it is neither money nor a percentage, or too large. */
static bool to_candidate(enum value_type type, const struct cell *cell,
                         struct candidate *c)
{
    struct cell other = *cell;
    struct decimal d;

    if (type == TYPE_MEASURE)
        type = cell_of_measure(cell, &other);
    if ((type != TYPE_MONEY && type != TYPE_PERCENT) ||
        !cell_decimal(type, &other, &d) ||
        !decimal_round(
            d, type == TYPE_MONEY ? MONEY_SCALE : TYPED_PERCENT_SCALE, &d) ||
        d.coefficient == INT64_MIN)
        return false;
    c->percent = type == TYPE_PERCENT;
    c->value = d.coefficient < 0 ? -d.coefficient : d.coefficient;
    c->has_pence = c->value % 100 != 0;
    return true;
}

static void see_column(struct typed_search *l, const struct data *data,
                       size_t n)
{
    const struct table *t = data->table;
    const enum value_type type = t->columns[n].kind->type;
    struct candidate c = {.data = NULL};
    struct figure total;

    for (size_t row = 0; row < t->nrows; row++) {
        if (!to_candidate(type, table_cell(t, row, n), &c))
            continue;
        c.at = table_cell_place(t, row, n);
        meet(l, &c);
    }
    if (type != TYPE_MONEY)
        return;
    total = figures_total_of(l->figures, data, n);
    c = (struct candidate){.data = data->id, .column = t->columns[n].id};
    if (total.type == FIGURE_MONEY && to_candidate(type, &total.cell, &c))
        meet(l, &c);
}

static void see_figures(struct typed_search *l)
{
    const struct report *r = l->figures->report;

    for (size_t i = 0; i < r->ndata; i++) {
        const struct table *t = r->data[i].table;

        for (size_t c = 0; t != NULL && c < t->ncolumns; c++) {
            const struct kind_column *k = t->columns[c].kind;

            if (k != NULL &&
                (k->type == TYPE_MONEY || k->type == TYPE_PERCENT ||
                 k->type == TYPE_MEASURE))
                see_column(l, &r->data[i], c);
        }
    }
    for (size_t i = 0; i < r->nvalues; i++) {
        struct candidate c = {.at = r->values[i].at, .named = &r->values[i]};

        if (to_candidate(r->values[i].type, &r->values[i].cell, &c))
            meet(l, &c);
    }
}

/* --- what is said --- */

static struct str value_text(const struct typed_search *l,
                             const struct typed *t)
{
    struct arena *a = l->figures->arena;

    struct decimal share = {t->nearest.value, TYPED_PERCENT_SCALE};

    while (share.scale > 0 && share.coefficient % 10 == 0) {
        share.coefficient /= 10;
        share.scale--;
    }
    if (t->figure.percent)
        return wording_percent(a, l->wording, share);
    return wording_money(a, l->wording, t->nearest.value,
                         t->nearest.has_pence ? MONEY_SCALE : 0);
}

static struct str place_text(const struct typed_search *l,
                             const struct candidate *c)
{
    struct arena *a = l->figures->arena;
    char cell[SOURCE_CELL_SIZE];

    if (c->named != NULL && c->named->id != NULL)
        return arena_printf(a, "the value `%s`", c->named->id);
    if (c->column != NULL)
        return arena_printf(a, "the sum of `%s.%s`", c->data, c->column);
    place_cell_name(c->at, cell);
    return arena_printf(a, "%s of `%s`", cell, c->at.source->name);
}

static void say(const struct typed_search *l, const struct typed *t,
                struct findings *findings)
{
    if (t->nearest.nth == 0) {
        finding(findings, FINDING_TYPED_FIGURE, t->at,
                "`%.*s` is typed, and the data has no %s",
                STR_ARG(t->figure.text),
                t->figure.percent ? "percentages" : "amounts");
        return;
    }
    finding(findings, FINDING_TYPED_FIGURE, t->at,
            "`%.*s` is typed and equals no figure of the data; the nearest is "
            "%.*s (%.*s)",
            STR_ARG(t->figure.text), STR_ARG(value_text(l, t)),
            STR_ARG(place_text(l, &t->nearest)));
    if (!t->figure.percent &&
        rounded(t->nearest.value, THOUSAND_PENCE) == t->figure.value)
        finding_hint(findings, "it is that figure in whole thousands");
}

void typed_figures_look(const struct figures *figures, enum audience audience,
                        struct findings *findings)
{
    struct typed_search l = {
        .figures = figures,
        .wording = figures->template_used->wording,
        .audience = audience,
        .typed = list_of(figures->arena, sizeof(struct typed)),
    };
    const struct typed *list;

    take_report(&l);
    if (l.typed.count == 0)
        return;
    order_typed(&l, false);
    order_typed(&l, true);
    if (arena_status(figures->arena) != ST_OK)
        return;
    see_figures(&l);
    settle(&l.scales[false]);
    settle(&l.scales[true]);
    list = l.typed.items;
    for (size_t i = 0; i < l.typed.count; i++) {
        if (!list[i].met)
            say(&l, &list[i], findings);
    }
}
