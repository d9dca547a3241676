#include "generators/chart_data.h"

#include <stdlib.h>
#include <string.h>

/* The largest or first of a chart, and the rest as one. */

bool chart_says_unknown(const struct chart_data *c, size_t row, size_t column)
{
    char name[SOURCE_CELL_SIZE];
    struct place at;

    if (!cell_is_to_come(table_cell(c->table, row, column)))
        return false;
    at = table_cell_place(c->table, row, column);
    place_cell_name(at, name);
    finding(c->in->findings, FINDING_DOUBTFUL, at,
            "cell %s has no figure yet, and counts as nothing in the rest that "
            "is drawn as one",
            name);
    finding_hint(c->in->findings,
                 "give the figure, or leave other=\"yes\" out of the chart");
    return true;
}

/* The first figure of part K that is to come, of the categories from FIRST up
   to END. */
static void say_unknown(const struct chart_data *c, uint32_t first,
                        uint32_t end, uint32_t k)
{
    for (uint32_t i = first; i < end; i++) {
        const struct chart_value *v = chart_value_at(c, i, k);

        if (v->cell != NULL && chart_says_unknown(c, v->row, v->column))
            return;
    }
}

static void add(struct chart_value *sum, const struct chart_value *v)
{
    if (v->unknown && !sum->unknown) {
        sum->unknown = true;
        sum->row = v->row;
        sum->column = v->column;
    }
    if (v->missing)
        return;
    sum->value += v->value;
    sum->missing = false;
}

/* Part K of CATEGORY, if it is blank, counts as nothing in SUM. */
static void say_blank(struct chart_data *c, const struct chart_value *sum,
                      uint32_t category, uint32_t k)
{
    const struct chart_value *v = chart_value_at(c, category, k);

    if (sum->missing || !v->missing || v->unknown)
        return;
    chart_leaves_out(
        c, c->nseries == 1
               ? c->categories[category]
               : chart_missing_name(c, c->categories[category], c->series[k]));
}

struct str chart_rest_name(const struct chart_data *c, size_t count)
{
    const struct placeholder placeholder = {
        "count", arena_printf(c->d->arena, "%zu", count)};

    return wording_fill(c->d->arena,
                        c->in->wording->phrases[PHRASE_CHART_OTHER],
                        &placeholder, 1);
}

static bool refuse_sum_between(const struct chart_data *c, uint32_t category)
{
    finding(c->in->findings, FINDING_BAD_ATTRIBUTE, c->call->at,
            "the steps beyond top=\"%u\" stand on both sides of `%.*s`, and "
            "cannot be one",
            (unsigned)c->call->top, STR_ARG(c->categories[category]));
    finding_hint(c->in->findings,
                 "say a greater `top`, or leave out the sum in between by "
                 "lines=\"...\"");
    return false;
}

static bool refuse_gap(const struct chart_data *c, uint32_t category)
{
    finding(c->in->findings, FINDING_BAD_ATTRIBUTE, c->call->at,
            "top=\"%u\" leaves out `%.*s` and what follows, and a waterfall "
            "needs every step",
            (unsigned)c->call->top, STR_ARG(c->categories[category]));
    finding_hint(c->in->findings, "add other=\"yes\", or take `top` out");
    return false;
}

/* The categories from FIRST up to END are one, or are left out. */
static void merge(struct chart_data *c, uint32_t first, uint32_t end)
{
    const uint32_t n = c->call->other ? 1 : 0;
    const size_t after = c->ncategories - end;

    for (uint32_t k = 0; k < c->nseries && n > 0; k++) {
        struct chart_value sum = {.missing = true};

        say_unknown(c, first, end, k);
        for (uint32_t i = first; i < end; i++)
            add(&sum, chart_value_at(c, i, k));
        for (uint32_t i = first; i < end; i++)
            say_blank(c, &sum, i, k);
        *chart_value_at(c, first, k) = sum;
    }
    if (n > 0) {
        c->categories[first] = chart_rest_name(c, end - first);
        c->rest_category = first + 1;
    }
    memmove(&c->categories[first + n], &c->categories[end],
            after * sizeof(*c->categories));
    memmove(chart_value_at(c, first + n, 0), chart_value_at(c, end, 0),
            after * c->nseries * sizeof(*c->values));
    c->ncategories = first + n + (uint32_t)after;
}

/* The rest of the steps of a waterfall: what stands on zero is none of them. */
static bool rest_of_steps(struct chart_data *c, uint32_t top)
{
    uint32_t first = 0;
    uint32_t end;
    uint32_t steps = 0;

    while (first < c->ncategories && (chart_is_sum(c, first) || steps < top))
        steps += !chart_is_sum(c, first++);
    while (first < c->ncategories && chart_is_sum(c, first))
        first++;
    end = first;
    while (end < c->ncategories && !chart_is_sum(c, end))
        end++;
    for (uint32_t i = end; c->call->other && i < c->ncategories; i++) {
        if (!chart_is_sum(c, i))
            return refuse_sum_between(c, end);
    }
    if (first == end)
        return true;
    if (!c->call->other)
        return refuse_gap(c, first);
    merge(c, first, end);
    return true;
}

struct part_size {
    int64_t sum;
    uint32_t index;
};

static int compare_sizes(const void *one, const void *two)
{
    const struct part_size *a = one;
    const struct part_size *b = two;

    if (a->sum != b->sum)
        return a->sum > b->sum ? -1 : 1;
    return a->index < b->index ? -1 : a->index > b->index;
}

/* The sizes of parts, by which the largest are chosen; they keep the order of
   the data. */
static bool choose_parts(const struct chart_data *c, struct part_size *parts,
                         uint32_t top, bool *kept)
{
    for (uint32_t k = 0; k < c->nseries; k++) {
        parts[k] = (struct part_size){0, k};
        for (uint32_t i = 0; i < c->ncategories; i++) {
            const int64_t v = chart_value_at(c, i, k)->value;

            parts[k].sum += v < 0 ? -v : v;
        }
    }
    qsort(parts, c->nseries, sizeof(*parts), compare_sizes);
    for (uint32_t k = 0; k < top; k++)
        kept[parts[k].index] = true;
    return true;
}

static void rest_of_parts(struct chart_data *c, uint32_t top, bool other)
{
    struct part_size parts[PICTURE_SERIES_MAX];
    bool kept[PICTURE_SERIES_MAX] = {false};
    const uint32_t old = c->nseries;
    const uint32_t n = top + (other ? 1 : 0);
    struct chart_value *values =
        arena_alloc(c->d->arena, (size_t)c->ncategories * n, sizeof(*values));
    uint32_t at = 0;

    if (values == NULL || !choose_parts(c, parts, top, kept))
        return;
    for (uint32_t k = 0; other && k < old; k++) {
        if (!kept[k])
            say_unknown(c, 0, c->ncategories, k);
    }
    for (uint32_t i = 0; i < c->ncategories; i++) {
        struct chart_value rest = {.missing = true};

        at = 0;
        for (uint32_t k = 0; k < old; k++) {
            if (kept[k])
                values[(size_t)i * n + at++] = *chart_value_at(c, i, k);
            else
                add(&rest, chart_value_at(c, i, k));
        }
        for (uint32_t k = 0; other && k < old; k++) {
            if (!kept[k])
                say_blank(c, &rest, i, k);
        }
        if (other)
            values[(size_t)i * n + at] = rest;
    }
    at = 0;
    for (uint32_t k = 0; k < old; k++) {
        if (kept[k])
            c->series[at++] = c->series[k];
    }
    if (other)
        c->series[at] = chart_rest_name(c, old - top);
    c->values = values;
    c->nseries = n;
    c->rest_series = other ? n : 0;
}

static bool refuse_time(const struct chart_data *c)
{
    finding(c->in->findings, FINDING_BAD_ATTRIBUTE, c->call->at,
            "the rest of a picture of times is no one time, which `other` "
            "could draw");
    finding_hint(c->in->findings,
                 "take `other` out, or draw a second one of a view of them");
    return false;
}

static bool refuse_rate(const struct chart_data *c, size_t column)
{
    finding(c->in->findings, FINDING_BAD_ATTRIBUTE, c->call->at,
            "the figures of `%s` cannot be added up to one for the rest",
            c->table->columns[column].id);
    finding_hint(c->in->findings,
                 "take `other` out, or let a view say the `mean` of them");
    return false;
}

static bool refuse_nameless(const struct chart_data *c)
{
    finding(c->in->findings, FINDING_MISSING, c->call->at,
            "the wording has no phrase `chart-other`, which names the rest");
    finding_hint(c->in->findings, "add it to the wording, or take `other` out");
    return false;
}

/* Whether figures of COLUMN can be added up: rates and measures cannot. */
static bool is_additive(const struct chart_data *c, size_t column)
{
    const struct kind_column *kind = c->table->columns[column].kind;

    if (kind->type == TYPE_PERCENT) /* parts of a whole make up a part */
        return kind->role == COLUMN_SHARE || c->call->draw == CHART_STACK;
    return (kind->type == TYPE_MONEY || kind->type == TYPE_NUMBER) &&
           kind->role != COLUMN_RATE;
}

/* Whether what is drawn one after the other is time: the later times are
   nothing that could stand beside the earlier ones. */
static bool is_of_times(const struct chart_data *c)
{
    const struct kind_column *x = c->table->columns[c->x].kind;

    if (c->call->draw == CHART_LINE || c->call->draw == CHART_TIMELINE)
        return true;
    if (c->call->draw == CHART_STACK) /* its rest is one of parts */
        return false;
    if (c->call->across == CHART_BY_COLUMNS)
        return c->table->columns[c->y[0]].year != 0;
    return x != NULL && (x->role == COLUMN_PERIOD || x->type == TYPE_PERIOD ||
                         x->type == TYPE_DATE || x->type == TYPE_YEAR);
}

bool chart_can_rest(const struct chart_data *c)
{
    if (!c->call->other)
        return true;
    if (is_of_times(c))
        return refuse_time(c);
    for (size_t i = 0; i < c->ny; i++) {
        if (!is_additive(c, c->y[i]))
            return refuse_rate(c, c->y[i]);
    }
    return c->in->wording->phrases[PHRASE_CHART_OTHER].len > 0 ||
           refuse_nameless(c);
}

bool chart_rest(struct chart_data *c)
{
    const enum chart_draw draw = c->call->draw;
    const uint32_t top = c->call->top;

    if (!chart_can_rest(c))
        return false;
    if (top == 0)
        return true;
    if (draw == CHART_WATERFALL && !rest_of_steps(c, top))
        return false;
    if (draw == CHART_STACK && top < c->nseries)
        rest_of_parts(c, top, c->call->other);
    else if (draw != CHART_STACK && draw != CHART_WATERFALL &&
             top < c->ncategories)
        merge(c, top, c->ncategories);
    return arena_status(c->d->arena) == ST_OK;
}
