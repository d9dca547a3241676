#include "core/base/ascii.h"
#include "generators/chart_data.h"

/* What would mislead in a chart, or cannot be told apart. */

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
            above = above || chart_value_at(c, i, k)->value > 0;
            below = below || chart_value_at(c, i, k)->value < 0;
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
                         "let small steps be one: top=\"7\" other=\"yes\", "
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

/* It leads from one figure to another, which the data says. */
static bool refuse_open(struct chart_data *c, int64_t at)
{
    finding(c->in->findings, FINDING_CHART_SUM, c->call->draw_at,
            "the steps of this waterfall come to %.*s, and no row after them "
            "says so",
            STR_ARG(chart_say(c, at)));
    finding_hint(c->in->findings,
                 "a waterfall ends with a total or balance: name its row by "
                 "lines=\"...\", or add one to the data; draw=\"columns\" "
                 "compares rows");
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
    return chart_is_sum(c, c->ncategories - 1) || refuse_open(c, at);
}

#define POINTS_LEAST 4 /* of a line */

/* Categories in which any line has a point. */
static uint32_t count_points(const struct chart_data *c)
{
    uint32_t n = 0;

    for (uint32_t i = 0; i < c->ncategories; i++) {
        bool here = false;

        for (uint32_t k = 0; k + c->ntargets < c->nseries; k++)
            here = here || !chart_value_at(c, i, k)->missing;
        n += here;
    }
    return n;
}

static void prove_points(const struct chart_data *c)
{
    const uint32_t n = count_points(c);

    if (c->call->draw != CHART_LINE || n >= POINTS_LEAST)
        return;
    finding(c->in->findings, FINDING_CHART_FEW, c->call->draw_at,
            "a line with figures for %u of its categories, fewer than %d, "
            "shows no course",
            (unsigned)n, POINTS_LEAST);
    finding_hint(c->in->findings,
                 "draw=\"%s\" compares them; or say it in a sentence",
                 c->nseries > 1 ? "grouped" : "columns");
}

static bool begins_with(struct str name, const struct str *words, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (words[i].len > 0 && str_starts_alike(name, words[i]))
            return true;
    }
    return false;
}

static bool names_time(const struct wording *w, struct str name)
{
    const struct calendar_words *c = &w->calendar;

    do {
        if (begins_with(name, c->weekdays, 7) ||
            begins_with(name, c->weekdays_short, 7) ||
            begins_with(name, c->months, 12) ||
            begins_with(name, c->months_short, 12))
            return true;
        c = c->also;
    } while (c != NULL);
    for (int i = WORD_SPRING; i < WORD_SPRING + 4; i++) {
        if (begins_with(name, w->words[i].forms, w->words[i].count))
            return true;
    }
    return false;
}

/* A month, a day, a number of anything: words that say an order. */
static bool says_order(const struct chart_data *c, struct str name)
{
    for (size_t i = 0; i < name.len; i++) {
        if (is_digit(name.ptr[i]))
            return true;
    }
    return names_time(c->in->wording, name);
}

bool chart_is_ordered(const struct chart_data *c)
{
    const struct kind_column *x =
        c->x < c->table->ncolumns ? c->table->columns[c->x].kind : NULL;

    if (c->call->across == CHART_BY_COLUMNS || x == NULL ||
        x->type != TYPE_TEXT || x->role == COLUMN_PERIOD)
        return true;
    for (uint32_t i = 0; i < c->ncategories; i++) {
        if (says_order(c, c->categories[i]))
            return true;
    }
    return false;
}

static void prove_order(const struct chart_data *c)
{
    if (c->call->draw != CHART_LINE || chart_is_ordered(c))
        return;
    finding(c->in->findings, FINDING_CHART_ORDER, c->call->draw_at,
            "a line would lead from `%.*s` to `%.*s`, which are no times",
            STR_ARG(c->categories[0]),
            STR_ARG(c->categories[c->ncategories > 1 ? 1 : 0]));
    finding_hint(c->in->findings,
                 "draw=\"bars\" and draw=\"columns\" compare such things; a "
                 "column of times has the role `period`");
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
    prove_points(c);
    prove_order(c);
    return true;
}
