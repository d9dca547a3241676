#include "generators/cell.h"
#include "generators/chart_data.h"
#include "generators/generator_tools.h"

#define LABELS_MAX 20 /* values that are labelled, instead of an axis */

/* Figures in print, and the model of the picture. */

/* --- units --- */

static int64_t size(int64_t value)
{
    return value < 0 ? -value : value;
}

/* Whether what CATEGORY has says which unit is needed: of a waterfall, its
   steps do. */
static bool is_measured(const struct chart_data *c, uint32_t category)
{
    return c->call->draw != CHART_WATERFALL || !chart_is_sum(c, category) ||
           c->ncategories < 3;
}

/* The largest figure that is printed. */
static int64_t largest(const struct chart_data *c)
{
    int64_t most = 0;

    for (uint32_t i = 0; i < c->ncategories; i++) {
        int64_t sum;

        if (!is_measured(c, i))
            continue;
        if (c->call->draw == CHART_STACK && chart_sum(c, i, &sum) &&
            size(sum) > most)
            most = size(sum);
        for (uint32_t k = 0; k < c->nseries; k++) {
            const int64_t v = size(c->values[i * c->nseries + k].value);

            most = v > most ? v : most;
        }
    }
    return most;
}

/* Digits behind the point in a unit, and, in pence, the least that it prints.
 */
static uint8_t decimals_of(uint8_t zeros)
{
    return zeros == 6 ? 1 : 0;
}

static int64_t least_of(uint8_t zeros)
{
    return decimal_power_of_ten((unsigned)zeros + MONEY_SCALE -
                                decimals_of(zeros));
}

/* Half away from zero. */
static int64_t round_to(int64_t value, int64_t unit)
{
    const int64_t half = value < 0 ? -(unit / 2) : unit / 2;

    return (value + half) / unit * unit;
}

/* A figure may be off by no more than such a part of itself in a label: */
#define PART_READ 20   /* in the unit of the picture, */
#define PART_PENCE 100 /* without its pence, where all can have them, */
#define PART_SAID 200  /* in another unit than those of labels */

static bool keeps(int64_t value, int64_t unit, int part)
{
    return size(round_to(value, unit) - value) <= size(value) / part;
}

static bool keeps_all(const struct chart_data *c, uint8_t zeros, int part)
{
    for (size_t i = 0; i < (size_t)c->ncategories * c->nseries; i++) {
        if (!c->values[i].missing &&
            !keeps(c->values[i].value, least_of(zeros), part))
            return false;
    }
    return true;
}

#define DIGITS_MOST 6       /* before the point */
#define DIGITS_WITH_PENCE 3 /* before pence that all have */

/* Rates and charges by the hour, of which pounds would tell too little. */
static bool all_have_pence(const struct chart_data *c)
{
    return largest(c) < decimal_power_of_ten(DIGITS_WITH_PENCE + MONEY_SCALE) &&
           !keeps_all(c, 0, PART_PENCE);
}

/* Noughts of the unit in which the largest has two to four digits, or more
   where small ones would be told wrong; never fewer than the data has. */
static uint8_t usual_zeros(const struct chart_data *c)
{
    const int64_t pounds = largest(c) / decimal_power_of_ten(MONEY_SCALE);
    uint8_t zeros = pounds < 10000 ? 0 : pounds < 9999500 ? 3 : 6;

    while (zeros > 0 && !keeps_all(c, zeros, PART_READ) &&
           pounds < decimal_power_of_ten(DIGITS_MOST + zeros - 3))
        zeros -= 3;
    for (size_t i = 0; i < c->ny; i++) {
        const uint8_t given = unit_in_print(c->table->columns[c->y[i]].zeros);

        zeros = given > zeros ? given : zeros;
    }
    return zeros;
}

static void choose_form(struct chart_data *c)
{
    static const uint8_t zeros[] = {[CHART_UNIT_ONE] = 0,
                                    [CHART_UNIT_THOUSAND] = 3,
                                    [CHART_UNIT_MILLION] = 6};

    c->form = cell_form_of_type(c->type);
    if (c->type != TYPE_MONEY)
        return;
    c->scale = MONEY_SCALE; /* pence, however they were typed */
    c->form.zeros = c->call->unit == CHART_UNIT_UNSAID ? usual_zeros(c)
                                                       : zeros[c->call->unit];
    c->form.unit_decimals = decimals_of(c->form.zeros);
    if (c->form.zeros == 0 && all_have_pence(c))
        c->form.decimals = MONEY_SCALE;
}

int64_t chart_least(const struct chart_data *c)
{
    return c->type != TYPE_MONEY || c->form.decimals > 0
               ? 1
               : least_of(c->form.zeros);
}

/* Beside thousands of pounds a charge has its pence by itself. */
static int64_t least_printed(const struct chart_data *c, int64_t value)
{
    const int64_t least = chart_least(c);

    return c->form.zeros == 0 && !keeps(value, least, PART_READ) ? 1 : least;
}

struct str chart_unit_text(const struct chart_data *c)
{
    return c->type == TYPE_MONEY
               ? unit_text(c->d->arena, c->in->wording, c->form.zeros)
               : (struct str){NULL, 0};
}

/* FORM is in the picture's unit and has no pipe, which would take signs away:
   what it prints is rounded here. */
static struct str in_form(struct chart_data *c, struct cell_form form,
                          int64_t value)
{
    const int64_t print = round_to(value, least_printed(c, value));
    const struct cell cell =
        cell_of_decimal(c->type, (struct decimal){print, c->scale});
    const struct str low = c->in->wording->phrases[PHRASE_CHART_LOW];

    if (value != 0 && print == 0 && low.len > 0) {
        c->low = true;
        return low;
    }
    return cell_text(c->d->arena, c->in->wording, &form, &cell);
}

struct str chart_print(struct chart_data *c, int64_t value, bool signs)
{
    struct cell_form form = c->form;

    form.signs = signs;
    if (value == 0) {
        form.unit_decimals = 0;
        form.decimals = 0;
        if (form.pipe == PIPE_PENCE)
            form.pipe = PIPE_POUNDS;
    }
    return in_form(c, form, value);
}

struct str chart_print_tick(struct chart_data *c, int64_t at, int64_t step)
{
    struct cell_form form = c->form;

    if (step % decimal_power_of_ten((unsigned)form.zeros + MONEY_SCALE) == 0) {
        form.unit_decimals = 0;
        form.decimals = 0;
    }
    return in_form(c, form, at);
}

static bool says(const struct chart_data *c, int64_t value, uint8_t zeros)
{
    const int64_t least =
        decimal_power_of_ten((unsigned)zeros + MONEY_SCALE - 1);

    if (zeros <= c->form.zeros)
        return keeps(value, least, PART_READ);
    return c->form.zeros > 0 && size(value) >= 10 * least &&
           keeps(value, least, PART_SAID);
}

/* The largest unit in which VALUE is told right, beyond pounds where its
   picture is. */
static enum pipe unit_to_say(const struct chart_data *c, int64_t value)
{
    const int64_t pound = decimal_power_of_ten(MONEY_SCALE);

    if (value != 0 && says(c, value, 6))
        return PIPE_MILLIONS;
    if (value != 0 && says(c, value, 3))
        return PIPE_THOUSANDS;
    if (c->form.decimals > 0)
        return value % pound == 0 ? PIPE_POUNDS : PIPE_PENCE;
    return keeps(value, pound, PART_READ) ? PIPE_POUNDS : PIPE_PENCE;
}

struct str chart_say(struct chart_data *c, int64_t value)
{
    struct cell_form form = cell_form_of_type(c->type);
    const struct cell cell =
        cell_of_decimal(c->type, (struct decimal){value, c->scale});

    if (c->type == TYPE_MONEY)
        form.pipe = unit_to_say(c, value);
    return cell_text(c->d->arena, c->in->wording, &form, &cell);
}

/* What stands where there is no figure: what the cell says, or a sign. */
static struct str instead(struct chart_data *c, const struct chart_value *v)
{
    const struct wording *w = c->in->wording;
    const struct cell *cell =
        v->unknown ? table_cell(c->table, v->row, v->column) : v->cell;
    struct cell_form form;

    if (cell != NULL && cell->len > 0) {
        form = cell_form_of_column(&c->table->columns[v->column]);
        return cell_text(c->d->arena, w, &form, cell);
    }
    c->gap = true;
    return w->phrases[PHRASE_CHART_MISSING].len > 0
               ? w->phrases[PHRASE_CHART_MISSING]
               : w->phrases[PHRASE_DASH];
}

/* --- the model --- */

static void add_labels(struct chart_data *c, struct picture_bars *m)
{
    const size_t n = (size_t)c->ncategories * c->nseries;
    struct str *labels;

    if (n > LABELS_MAX || c->call->draw == CHART_LINE)
        return;
    labels = arena_alloc(c->d->arena, n, sizeof(*labels));
    for (size_t i = 0; labels != NULL && i < n; i++) {
        const bool signs =
            m->sums != NULL && !m->sums[i / c->nseries]; /* of a change */

        labels[i] = c->values[i].missing
                        ? instead(c, &c->values[i])
                        : chart_print(c, c->values[i].value, signs);
    }
    m->labels = labels;
}

/* Whether COLUMN has, of every category, what prints as its total. */
static bool is_of_totals(struct chart_data *c, size_t column,
                         const struct str *totals)
{
    for (uint32_t i = 0; i < c->ncategories; i++) {
        const struct chart_value *v = chart_value_at(c, i, 0);
        struct decimal d;

        if (v->cell == NULL ||
            !cell_decimal(c->type, table_cell(c->table, v->row, column), &d) ||
            d.scale != c->scale ||
            !str_eq(chart_print(c, d.coefficient, false), totals[i]))
            return false;
    }
    return true;
}

/* The heading of the column of the sums of those that are drawn; none where
   these are all that the data has. */
static struct str total_heading(struct chart_data *c, const struct str *totals)
{
    const struct table *t = c->table;

    for (size_t k = 0; k < t->ncolumns; k++) {
        bool drawn =
            t->columns[k].kind == NULL || t->columns[k].kind->type != c->type;

        for (size_t i = 0; i < c->ny; i++)
            drawn = drawn || c->y[i] == k;
        if (drawn || !is_of_totals(c, k, totals))
            continue;
        generate_mark(c->in, &t->columns[k]);
        return column_heading(c->d->arena, c->in->wording, &t->columns[k]);
    }
    return (struct str){NULL, 0};
}

/* What the data calls the total of its columns, where that is what is drawn:
   its last prints as TOTAL. */
static struct str total_name(struct chart_data *c, struct str total)
{
    const struct table *t = c->table;
    const size_t column = c->y[c->ny - 1];

    for (size_t r = 0; r < t->nrows; r++) {
        const struct cell *cell = table_cell(t, r, column);
        struct decimal d;

        if (t->row_roles[r] == ROW_TOTAL && cell_decimal(c->type, cell, &d) &&
            d.scale == c->scale &&
            str_eq(chart_print(c, d.coefficient, false), total))
            return generate_cell_words(c->in, c->d, t, r,
                                       table_words_column(t, r, c->x));
    }
    return (struct str){NULL, 0};
}

static void add_totals(struct chart_data *c, struct picture_bars *m)
{
    struct str *totals;

    if (c->call->draw != CHART_STACK || c->nseries < 2)
        return;
    totals = arena_alloc(c->d->arena, c->ncategories, sizeof(*totals));
    for (uint32_t i = 0; totals != NULL && i < c->ncategories; i++) {
        const struct chart_value *unknown = chart_unknown(c, i);
        int64_t sum;

        if (unknown != NULL) /* the parts that are there are no total */
            totals[i] = instead(c, unknown);
        else if (chart_sum(c, i, &sum))
            totals[i] = chart_print(c, sum, false);
    }
    m->totals = totals;
    if (totals == NULL)
        return;
    m->total_name = c->call->across == CHART_BY_COLUMNS
                        ? total_name(c, totals[c->ncategories - 1])
                        : total_heading(c, totals);
}

/* A waterfall needs to know which of its bars stand on zero. */
static void add_sums(struct chart_data *c, struct picture_bars *m)
{
    const struct kind_column *kind = c->table->columns[c->y[0]].kind;
    bool *sums;

    if (c->call->draw != CHART_WATERFALL)
        return;
    sums = arena_alloc(c->d->arena, c->ncategories, sizeof(*sums));
    for (uint32_t i = 0; sums != NULL && i < c->ncategories; i++)
        sums[i] = chart_is_sum(c, i);
    m->sums = sums;
    if (kind->better == BETTER_HIGH)
        m->better = PICTURE_BETTER_HIGH;
    else if (kind->better == BETTER_LOW)
        m->better = PICTURE_BETTER_LOW;
}

/* The rest as one is no row, and has no word under it. */
static void add_below(struct chart_data *c, struct picture_bars *m)
{
    struct str *below;

    if (c->under == c->table->ncolumns)
        return;
    below = arena_alloc(c->d->arena, c->ncategories, sizeof(*below));
    for (uint32_t i = 0; below != NULL && i < c->ncategories; i++) {
        const struct chart_value *v = chart_value_at(c, i, 0);

        if (v->cell != NULL)
            below[i] =
                generate_cell_words(c->in, c->d, c->table, v->row, c->under);
    }
    m->below = below;
}

static void fill(struct chart_data *c, struct picture_bars *m)
{
    static const uint8_t forms[] = {
        [CHART_COLUMNS] = FORM_STACK,       [CHART_STACK] = FORM_STACK,
        [CHART_GROUPED] = FORM_GROUPED,     [CHART_LINE] = FORM_LINE,
        [CHART_WATERFALL] = FORM_WATERFALL,
    };
    const size_t n = (size_t)c->ncategories * c->nseries;
    int64_t *values = arena_alloc(c->d->arena, n, sizeof(*values));
    bool *missing = arena_alloc(c->d->arena, n, sizeof(*missing));

    for (size_t i = 0; values != NULL && missing != NULL && i < n; i++) {
        values[i] = c->values[i].missing ? 0 : c->values[i].value;
        missing[i] = c->values[i].missing;
    }
    m->form = forms[c->call->draw];
    m->categories = c->categories;
    m->ncategories = c->ncategories;
    m->series = c->series;
    m->nseries = c->nseries;
    m->ntargets = (uint32_t)c->ntargets;
    m->rest_category = c->rest_category;
    m->rest_series = c->rest_series;
    m->colours = arena_alloc(c->d->arena, c->nseries, sizeof(*m->colours));
    m->values = values;
    m->missing = missing;
}

struct picture *chart_model(struct chart_data *c)
{
    struct picture *picture = arena_alloc(c->d->arena, 1, sizeof(*picture));
    struct picture_bars *m;

    if (picture == NULL)
        return NULL;
    picture->kind = PICTURE_BARS;
    m = &picture->u.bars;
    choose_form(c);
    fill(c, m);
    add_sums(c, m);
    add_labels(c, m);
    add_totals(c, m);
    add_below(c, m);
    return arena_status(c->d->arena) == ST_OK ? picture : NULL;
}
