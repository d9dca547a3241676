#include "core/base/text_order.h"
#include "generators/chart_data.h"

#include <stdlib.h>
#include <string.h>

/* The order of a chart's categories, the rest as one, and what would mislead.
 */

/* --- order --- */

struct place_of {
    struct str name;
    int64_t sum;
    uint32_t index;
};

static int by_index(const struct place_of *a, const struct place_of *b)
{
    return a->index < b->index ? -1 : a->index > b->index;
}

static int compare_rising(const void *one, const void *two)
{
    const struct place_of *a = one;
    const struct place_of *b = two;

    return a->sum != b->sum ? (a->sum < b->sum ? -1 : 1) : by_index(a, b);
}

static int compare_falling(const void *one, const void *two)
{
    const struct place_of *a = one;
    const struct place_of *b = two;

    return a->sum != b->sum ? (a->sum > b->sum ? -1 : 1) : by_index(a, b);
}

static int compare_names(const void *one, const void *two)
{
    const struct place_of *a = one;
    const struct place_of *b = two;
    const int order = text_order(a->name, b->name);

    return order != 0 ? order : by_index(a, b);
}

static int compare_index(const void *one, const void *two)
{
    return by_index(one, two);
}

static struct chart_value *value_at(const struct chart_data *c,
                                    uint32_t category, uint32_t series)
{
    return &c->values[(size_t)category * c->nseries + series];
}

static void sort_categories(struct chart_data *c)
{
    static int (*const orders[])(const void *, const void *) = {
        [CHART_AS_DATA] = compare_index,
        [CHART_RISING] = compare_rising,
        [CHART_FALLING] = compare_falling,
        [CHART_BY_NAME] = compare_names,
    };
    struct arena *a = c->d->arena;
    const size_t row = c->nseries;
    struct place_of *places = arena_alloc(a, c->ncategories, sizeof(*places));
    struct chart_value *values =
        arena_alloc(a, (size_t)c->ncategories * row, sizeof(*values));

    if (places == NULL || values == NULL || c->call->sort == CHART_AS_DATA)
        return;
    for (uint32_t i = 0; i < c->ncategories; i++) {
        places[i] = (struct place_of){c->categories[i], 0, i};
        (void)chart_sum(c, i, &places[i].sum);
    }
    qsort(places, c->ncategories, sizeof(*places), orders[c->call->sort]);
    for (uint32_t i = 0; i < c->ncategories; i++) {
        c->categories[i] = places[i].name;
        memcpy(&values[i * row], &c->values[places[i].index * row],
               row * sizeof(*values));
    }
    c->values = values;
}

/* --- the rest as one --- */

bool chart_says_unknown(const struct chart_data *c, size_t row, size_t column)
{
    char name[SOURCE_CELL_SIZE];
    struct place at;

    if (table_cell(c->table, row, column)->state != CELL_TO_BE_CONFIRMED)
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

/* The first figure of part K that is to come, from category FROM on. */
static void say_unknown(const struct chart_data *c, uint32_t from, uint32_t k)
{
    for (uint32_t i = from; i < c->ncategories; i++) {
        const struct chart_value *v = value_at(c, i, k);

        if (v->cell != NULL && chart_says_unknown(c, v->row, v->column))
            return;
    }
}

static void add(struct chart_value *sum, const struct chart_value *v)
{
    if (v->missing)
        return;
    sum->value += v->value;
    sum->missing = false;
}

static struct str name_of_rest(const struct chart_data *c, uint32_t count)
{
    const struct placeholder placeholder = {
        "count", arena_printf(c->d->arena, "%u", (unsigned)count)};

    return wording_fill(c->d->arena,
                        c->in->wording->phrases[PHRASE_CHART_OTHER],
                        &placeholder, 1);
}

/* A category of those from TOP on, behind the others. */
static void rest_of_categories(struct chart_data *c, uint32_t top)
{
    for (uint32_t k = 0; k < c->nseries; k++) {
        struct chart_value sum = {.missing = true};

        say_unknown(c, top, k);
        for (uint32_t i = top; i < c->ncategories; i++)
            add(&sum, value_at(c, i, k));
        *value_at(c, top, k) = sum;
    }
    c->categories[top] = name_of_rest(c, c->ncategories - top);
    c->ncategories = top + 1;
    c->rest_category = c->ncategories;
}

/* The sizes of parts, by which the largest are chosen; they keep the order of
   the data. */
static bool choose_parts(const struct chart_data *c, struct place_of *parts,
                         uint32_t top, bool *kept)
{
    for (uint32_t k = 0; k < c->nseries; k++) {
        parts[k] = (struct place_of){c->series[k], 0, k};
        for (uint32_t i = 0; i < c->ncategories; i++) {
            const int64_t v = value_at(c, i, k)->value;

            parts[k].sum += v < 0 ? -v : v;
        }
    }
    qsort(parts, c->nseries, sizeof(*parts), compare_falling);
    for (uint32_t k = 0; k < top; k++)
        kept[parts[k].index] = true;
    return true;
}

static void rest_of_parts(struct chart_data *c, uint32_t top, bool other)
{
    struct place_of parts[PICTURE_SERIES_MAX];
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
            say_unknown(c, 0, k);
    }
    for (uint32_t i = 0; i < c->ncategories; i++) {
        struct chart_value rest = {.missing = true};

        at = 0;
        for (uint32_t k = 0; k < old; k++) {
            if (kept[k])
                values[(size_t)i * n + at++] = *value_at(c, i, k);
            else
                add(&rest, value_at(c, i, k));
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
        c->series[at] = name_of_rest(c, old - top);
    c->values = values;
    c->nseries = n;
    c->rest_series = other ? n : 0;
}

static bool rest_has_no_name(const struct chart_data *c)
{
    if (!c->call->other || c->in->wording->phrases[PHRASE_CHART_OTHER].len > 0)
        return false;
    finding(c->in->findings, FINDING_MISSING, c->call->at,
            "the wording has no phrase `chart-other`, which names the rest");
    finding_hint(c->in->findings, "add it to the wording, or take `other` out");
    return true;
}

bool chart_arrange(struct chart_data *c)
{
    const bool stack = c->call->draw == CHART_STACK;
    const uint32_t top = c->call->top;

    if (rest_has_no_name(c))
        return false;
    sort_categories(c);
    if (top == 0)
        return arena_status(c->d->arena) == ST_OK;
    if (stack && top < c->nseries) {
        rest_of_parts(c, top, c->call->other);
    } else if (!stack && top < c->ncategories) {
        if (c->call->other)
            rest_of_categories(c, top);
        else
            c->ncategories = top;
    }
    return arena_status(c->d->arena) == ST_OK;
}

/* --- what would mislead --- */

static bool refuse_signs(const struct chart_data *c, uint32_t category)
{
    finding(c->in->findings, FINDING_CHART_SIGNS, c->call->draw_at,
            "`%.*s` has parts above and below zero, which a stack cannot add "
            "up",
            STR_ARG(c->categories[category]));
    finding_hint(c->in->findings,
                 "draw=\"waterfall\" shows how they come to their total, "
                 "draw=\"grouped\" each beside the others");
    return false;
}

static bool prove_signs(const struct chart_data *c)
{
    for (uint32_t i = 0; c->nseries > 1 && i < c->ncategories; i++) {
        bool above = false;
        bool below = false;

        for (uint32_t k = 0; k < c->nseries; k++) {
            above = above || value_at(c, i, k)->value > 0;
            below = below || value_at(c, i, k)->value < 0;
        }
        if (above && below)
            return refuse_signs(c, i);
    }
    return true;
}

/* How many of what each kind can show, and what would do instead. */
static const struct {
    uint32_t series, categories;
    const char *hint;
} bounds[CHART_DRAW_MAX] = {
    [CHART_COLUMNS] = {1, 12,
                       "draw=\"line\" shows many periods, top=\"9\" "
                       "other=\"yes\" the largest"},
    [CHART_STACK] = {4, 12,
                     "top=\"3\" other=\"yes\" draws the largest three and the "
                     "rest as one"},
    [CHART_GROUPED] = {3, 6,
                       "a table with bars in its cells shows more of them "
                       "beside each other"},
    [CHART_LINE] = {4, PICTURE_ROWS_MAX,
                    "draw a picture for each, or fewer lines"},
    [CHART_WATERFALL] = {1, 10,
                         "let small steps be one: top=\"8\" other=\"yes\", "
                         "or a view"},
};

static void warn_crowded(const struct chart_data *c, uint32_t has,
                         uint32_t most, const char *what)
{
    finding(c->in->findings, FINDING_CHART_CROWDED, c->call->draw_at,
            "a picture `%s` of %u %s: more than %u can hardly be told apart",
            choice_name(chart_draw_choices, (int)c->call->draw), (unsigned)has,
            what, (unsigned)most);
    finding_hint(c->in->findings, "%s", bounds[c->call->draw].hint);
}

/* Columns and waterfalls are of one measure. */
static bool refuse_parts(const struct chart_data *c)
{
    finding(c->in->findings, FINDING_BAD_VALUE, c->call->draw_at,
            "a picture `%s` is of one measure, and here are %u",
            choice_name(chart_draw_choices, (int)c->call->draw),
            (unsigned)c->nseries);
    finding_hint(c->in->findings,
                 "name one by y=\"...\", or ask for `stack` or `grouped`");
    return false;
}

/* Two units of the last place in print: what rounding can do to a few. */
static int64_t tolerance(const struct chart_data *c)
{
    int64_t unit = 2;

    for (size_t i = 0; i < c->ny; i++) {
        unsigned zeros = c->table->columns[c->y[i]].zeros;

        if (zeros == 0)
            continue;
        for (zeros += MONEY_SCALE; zeros > 0; zeros--)
            unit *= 10;
        return unit;
    }
    return 0;
}

static bool refuse_sum(struct chart_data *c, uint32_t category, int64_t at)
{
    const struct chart_value *v = &c->values[category];

    finding(c->in->findings, FINDING_CHART_SUM,
            table_cell_place(c->table, v->row, v->column),
            "`%.*s` is %.*s, and the steps before it come to %.*s",
            STR_ARG(c->categories[category]), STR_ARG(chart_say(c, v->value)),
            STR_ARG(chart_say(c, at)));
    finding_hint(c->in->findings,
                 "a waterfall needs every step; add what is missing, or name "
                 "the rows that it has by lines=\"...\"");
    return false;
}

/* What the steps come to is what the data says, or says that it is wrong. */
static bool prove_sums(struct chart_data *c)
{
    const int64_t most = tolerance(c);
    int64_t at = 0;

    for (uint32_t i = 0; i < c->ncategories; i++) {
        const struct chart_value *v = &c->values[i];
        const int64_t off = v->value > at ? v->value - at : at - v->value;

        if (!chart_is_sum(c, i)) {
            at += v->value;
            continue;
        }
        if (i > 0 && off > most &&
            figures_fault(c->in->figures, c->table, v->row, v->column) == NULL)
            return refuse_sum(c, i, at);
        at = v->value;
    }
    return true;
}

bool chart_prove(struct chart_data *c)
{
    const enum chart_draw draw = c->call->draw;
    const uint32_t parts = c->nseries - (uint32_t)c->ntargets;

    if ((draw == CHART_COLUMNS || draw == CHART_WATERFALL) && c->nseries > 1)
        return refuse_parts(c);
    if (draw == CHART_STACK && !prove_signs(c))
        return false;
    if (draw == CHART_WATERFALL && !prove_sums(c))
        return false;
    if (parts > bounds[draw].series)
        warn_crowded(c, parts, bounds[draw].series,
                     draw == CHART_LINE ? "lines" : "parts");
    if (c->ncategories > bounds[draw].categories)
        warn_crowded(c, c->ncategories, bounds[draw].categories, "categories");
    return true;
}
