#include "core/model/chart_call.h"
#include "generators/chart_draw.h"
#include "generators/chart_years.h"
#include "generators/data_table_rows.h"
#include "generators/fault_note.h"
#include "generators/generator_rows.h"
#include "generators/generator_tools.h"
#include "generators/phrases.h"

#define LABELS_MAX 20   /* values that are labelled, instead of an axis */
#define INTERVALS_MAX 5 /* between the ticks of an axis */

/* Which lines of a budget make up its bars. */
static const struct {
    const char *name;
    unsigned lines;
} views[] = {
    {"income", 1u << ROW_OPENING | 1u << ROW_INCOME},
    {"expenditure", 1u << ROW_EXPENDITURE | 1u << ROW_CLOSING},
};

static bool choose_lines(struct chart_years *c)
{
    const struct generator_argument *arg = generate_argument(c->in, "lines");
    const size_t n = sizeof(views) / sizeof(views[0]);
    struct str names[sizeof(views) / sizeof(views[0])];

    c->lines = views[0].lines;
    if (arg == NULL)
        return true;
    for (size_t i = 0; i < n; i++) {
        names[i] = str_of(views[i].name);
        if (!str_is(arg->value, views[i].name))
            continue;
        c->lines = views[i].lines;
        return true;
    }
    finding(c->in->findings, FINDING_UNKNOWN_NAME, arg->at,
            "a chart has no lines called `%.*s`", STR_ARG(arg->value));
    finding_nearest(c->in->findings, arg->value, names, n);
    return false;
}

/* What stands below the total is spent, whatever it is called; above it,
   it comes in (docs/templates.md, check `balance`). */
static bool is_drawn(const struct chart_years *c, size_t row)
{
    unsigned line = c->table->row_roles[row];

    if (line == ROW_ENTRY)
        line = row < c->total ? ROW_INCOME : ROW_EXPENDITURE;
    return (c->lines & 1u << line) != 0;
}

static bool make_room(struct chart_years *c)
{
    struct arena *a = c->d->arena;
    const size_t ncolumns = c->table->ncolumns;
    const size_t nrows = c->table->nrows;

    c->columns = arena_alloc(a, ncolumns, sizeof(*c->columns));
    c->rows = arena_alloc(a, nrows, sizeof(*c->rows));
    c->categories = arena_alloc(a, ncolumns, sizeof(*c->categories));
    c->totals = arena_alloc(a, ncolumns, sizeof(*c->totals));
    c->series = arena_alloc(a, nrows, sizeof(*c->series));
    return c->columns != NULL && c->rows != NULL && c->categories != NULL &&
           c->totals != NULL && c->series != NULL;
}

static void choose(struct chart_years *c)
{
    const struct table *t = c->table;
    struct picture_bars *m = c->model;

    c->total = t->nrows;
    for (size_t r = 0; r < t->nrows; r++) {
        if (t->row_roles[r] == ROW_TOTAL && c->total == t->nrows)
            c->total = r;
    }
    for (size_t i = 0; i < t->ncolumns; i++) {
        if (t->columns[i].year == 0 || t->columns[i].kind->type != TYPE_MONEY)
            continue;
        generate_mark(c->in, &t->columns[i]);
        c->columns[m->ncategories++] = i;
    }
    for (size_t r = 0; r < t->nrows; r++) {
        if (is_drawn(c, r))
            c->rows[m->nseries++] = r;
    }
}

/* A cell of money, in pence; what says nothing else is nothing. */
static int64_t amount(const struct chart_years *c, size_t row, size_t column)
{
    const struct cell *cell = table_cell(c->table, row, column);

    return cell->state == CELL_VALUE ? cell->value.pence : 0;
}

/* Each value in print, where they are few enough to be read. */
static struct str *labels(const struct chart_years *c)
{
    const struct picture_bars *m = c->model;
    const uint32_t n = m->ncategories * m->nseries;
    struct str *texts;

    if (n > LABELS_MAX)
        return NULL;
    texts = arena_alloc(c->d->arena, n, sizeof(*texts));
    for (uint32_t i = 0; texts != NULL && i < n; i++)
        texts[i] = chart_years_in_print(c, c->rows[i % m->nseries],
                                        c->columns[i / m->nseries]);
    return texts;
}

static void fill(struct chart_years *c)
{
    struct picture_bars *m = c->model;

    c->values = arena_alloc(c->d->arena, (size_t)m->ncategories * m->nseries,
                            sizeof(*c->values));
    if (c->values == NULL)
        return;
    for (uint32_t i = 0; i < m->nseries; i++)
        c->series[i] =
            generate_cell_words(c->in, c->d, c->table, c->rows[i], c->head);
    for (uint32_t k = 0; k < m->ncategories; k++) {
        const size_t column = c->columns[k];

        c->categories[k] = column_heading(c->d->arena, c->in->wording,
                                          &c->table->columns[column]);
        for (uint32_t i = 0; i < m->nseries; i++)
            c->values[k * m->nseries + i] = amount(c, c->rows[i], column);
        if (c->total < c->table->nrows && m->nseries > 1)
            c->totals[k] = chart_years_total(c, k);
    }
    m->colours = arena_alloc(c->d->arena, m->nseries, sizeof(*m->colours));
    m->form = FORM_STACK;
    m->labels = labels(c);
    m->categories = c->categories;
    m->series = c->series;
    m->totals = c->totals;
    m->values = c->values;
}

/* How far the bars reach above and below nothing; false when that is more
   than can be counted. */
static bool reach(const struct picture_bars *m, int64_t *low, int64_t *high)
{
    *low = 0;
    *high = 0;
    for (uint32_t k = 0; k < m->ncategories; k++) {
        int64_t above = 0;
        int64_t below = 0;

        for (uint32_t i = 0; i < m->nseries; i++) {
            const int64_t v = m->values[k * m->nseries + i];

            if (__builtin_add_overflow(v, v > 0 ? above : below,
                                       v > 0 ? &above : &below))
                return false;
        }
        *high = above > *high ? above : *high;
        *low = below < *low ? below : *low;
    }
    /* A tick beyond them must still be a number. */
    return *high < INT64_MAX / 20 && *low > -INT64_MAX / 20;
}

/* 1, 2, 2.5 or 5 with noughts, in pence and whole pounds: the least with few
   enough intervals. */
static int64_t tick_step(int64_t low, int64_t high)
{
    static const int64_t firsts[] = {100, 200, 250, 500};

    for (int64_t ten = 1;; ten *= 10) {
        for (size_t i = 0; i < 4; i++) {
            const int64_t step = firsts[i] * ten;
            const int64_t up = (high + step - 1) / step;
            const int64_t down = (-low + step - 1) / step;

            if (up + down <= INTERVALS_MAX && step % 100 == 0)
                return step;
        }
    }
}

#define THOUSAND INT64_C(100000) /* pounds, in pence */
#define MILLION INT64_C(100000000)

static struct str tick_label(const struct chart_years *c, int64_t at,
                             int64_t step, int64_t most)
{
    const struct cell tick = cell_of_decimal(TYPE_MONEY, decimal_pence(at));
    struct cell_form form = cell_form_of_type(TYPE_MONEY);

    if (at == 0 || step < THOUSAND || most < 10 * THOUSAND)
        form.pipe = PIPE_POUNDS;
    else if (step >= MILLION / 10 && most >= MILLION)
        form.pipe = PIPE_MILLIONS;
    else
        form.pipe = PIPE_THOUSANDS;
    if (form.pipe == PIPE_MILLIONS && step % (MILLION / 10) != 0)
        form.places = 1 + 2; /* steps of a quarter of a million */
    return cell_text(c->d->arena, c->in->wording, &form, &tick);
}

static bool add_ticks(struct chart_years *c)
{
    struct picture_bars *m = c->model;
    struct picture_tick *ticks;
    int64_t low;
    int64_t high;
    int64_t step;
    int64_t most;

    if (!reach(m, &low, &high)) {
        finding(c->in->findings, FINDING_LIMIT, c->in->data->at,
                "the amounts are too large for a picture");
        return false;
    }
    if (m->labels != NULL)
        return true;
    step = tick_step(low, high);
    most = high > -low ? high : -low;
    ticks = arena_alloc(c->d->arena, INTERVALS_MAX + 2, sizeof(*ticks));
    if (ticks == NULL)
        return false;
    low = -((-low + step - 1) / step * step);
    high = high == 0 && low == 0 ? step : high;
    for (int64_t at = low; m->nticks <= INTERVALS_MAX + 1; at += step) {
        ticks[m->nticks++] =
            (struct picture_tick){at, tick_label(c, at, step, most)};
        if (at >= high)
            break;
    }
    m->ticks = ticks;
    return true;
}

static void refuse_nothing(const struct chart_years *c)
{
    const char *file = c->in->data->file;

    if (c->model->ncategories == 0)
        finding(c->in->findings, FINDING_MISSING, c->in->at,
                "%s has no columns of financial years with amounts, and a "
                "chart has a bar for each",
                file);
    else
        finding(c->in->findings, FINDING_MISSING, c->in->at,
                "%s has no row among the lines that the chart would draw",
                file);
    finding_hint(c->in->findings, "print it as a table, or take it out here");
}

/* The caption has the marks of amounts that the report owns up to; without a
   caption the words stand below. The picture's own words have them as well. */
static void add_notes(const struct chart_years *c, struct doc_node *picture,
                      struct doc_node *section)
{
    const struct picture_bars *m = c->model;
    struct arena *a = c->d->arena;
    struct doc_node *caption = picture->first;
    struct doc_node *notes = doc_new(a, DOC_FRAGMENT);

    for (uint32_t k = 0; k < m->ncategories * m->nseries; k++) {
        const size_t row = c->rows[k % m->nseries];
        const size_t column = c->columns[k / m->nseries];
        struct cell_form form = cell_form_of_column(&c->table->columns[column]);
        const struct computed *fault =
            figures_fault(c->in->figures, c->table, row, column);
        struct str words;

        if (fault == NULL)
            continue;
        form.pipe = PIPE_POUNDS;
        words = fault_text(a, c->in->wording, fault, form);
        picture->text = arena_printf(a, "%.*s %.*s", STR_ARG(picture->text),
                                     STR_ARG(words));
        if (caption != NULL)
            fault_note(c->in, c->d, caption, notes, words,
                       fault->acknowledged->at);
        else
            doc_paragraph(c->d, notes, words);
    }
    fault_notes_end(notes, section, picture->audience);
}

static void add_picture(struct chart_years *c, struct doc_node *section)
{
    struct picture *picture = arena_alloc(c->d->arena, 1, sizeof(*picture));
    struct doc_node *n = doc_new(c->d->arena, DOC_PICTURE);

    if (picture == NULL || n == NULL || !make_room(c))
        return;
    picture->kind = PICTURE_BARS;
    c->model = &picture->u.bars;
    choose(c);
    if (c->model->ncategories == 0 || c->model->nseries == 0) {
        refuse_nothing(c);
        return;
    }
    fill(c);
    if (c->values == NULL || !add_ticks(c))
        return;
    n->at = c->in->data->at;
    n->audience = (uint8_t)c->in->data->audience;
    n->u.picture = picture;
    n->text = chart_years_alternative(c);
    doc_append(section, n);
    generate_caption(c->in, c->d, n);
    add_notes(c, n, section);
}

/* What makes a <chart draw="...">. */
static generator_fn *maker_of(enum chart_draw draw)
{
#define MAKER(draw, name, maker, sentence) generate_##maker,
    static generator_fn *const makers[] = {CHART_DRAWS(MAKER)};
#undef MAKER

    return draw == CHART_DRAW_MAX ? generate_chart_picture : makers[draw];
}

/* A bar for each year, a part for each line. The data stands in a table of
   its own, printed here when `table` asks for it. */
void generate_chart(const struct generator_in *in, struct doc *d,
                    struct doc_node *section)
{
    struct chart_years c = {
        .in = in,
        .d = d,
        .table = in->data->table,
        .head = generate_head_column(in, in->form->head),
    };

    if (in->call->chart != NULL) {
        maker_of(in->call->chart->draw)(in, d, section);
        return;
    }
    if (c.table->nrows == 0) {
        data_table_add(in, d, section, in->form);
        return;
    }
    if (!choose_lines(&c))
        return;
    if (c.head == c.table->ncolumns) {
        finding(in->findings, FINDING_MISSING, in->data->at,
                "%s has no column that heads its rows", in->data->file);
        return;
    }
    add_picture(&c, section);
    if (generate_asked(in, "table"))
        data_table_add(in, d, section, in->form);
}
