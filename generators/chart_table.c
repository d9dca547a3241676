#include "generators/chart_table_parts.h"

#include "generators/chart_draw.h"
#include "generators/chart_takes.h"
#include "generators/data_table_rows.h"
#include "generators/generator_tools.h"

/* Bars, variance, bullet and timeline: tables with drawings in their cells. */

/* What a table of a kind is drawn as, and how many rows can be compared. */
static const struct {
    enum cell_draw draw;
    uint32_t rows;
    const char *hint;  /* what would do */
    const char *takes; /* what may be asked for */
} kinds[CHART_DRAW_MAX] = {
    [CHART_BARS] = {DRAW_BARS, 20,
                    "sort=\"-value\" top=\"9\" other=\"yes\" shows the "
                    "largest, and the rest as one",
                    "it takes `x`, `y`, `lines`, `sort`, `top` and `other`, "
                    "and prints figures in the unit of its data"},
    [CHART_VARIANCE] =
        {DRAW_VARIANCE, 25,
         "sort=\"-value\" top=\"9\" shows the largest; a view "
         "can group rows",
         "it takes `x`, `y`, `against`, `lines`, `sort`, `top` and "
         "`other`, and prints figures in the unit of its data"},
    [CHART_BULLET] =
        {DRAW_BULLET, 25, "top=\"9\" shows the first; a view can group rows",
         "it takes `x`, `y`, `against`, `lines`, `sort`, `top` and "
         "`other`, and prints figures in the unit of its data"},
    [CHART_TIMELINE] = {DRAW_TIMELINE, 25,
                        "draw a timeline for each part of them, by views",
                        "it takes `x`, `y`, `lines`, `sort`, `top`, `as-at`, "
                        "`begin` and `end`"},
};

/* --- what is asked for --- */

static bool takes_all(const struct drawn_table *t)
{
    const enum chart_draw draw = t->c.call->draw;

    return chart_takes_words(&t->c) &&
           chart_takes(&t->c,
                       CHART_TAKES_LINES | CHART_TAKES_AGAINST |
                           CHART_TAKES_SORT | CHART_TAKES_OTHER |
                           (draw == CHART_TIMELINE ? CHART_TAKES_DAYS : 0),
                       kinds[draw].takes);
}

static bool refuse_measures(const struct drawn_table *t)
{
    const char *name = choice_name(chart_draw_choices, (int)t->c.call->draw);

    finding(t->c.in->findings, FINDING_BAD_VALUE, t->c.call->draw_at,
            "a picture `%s` is of one column, and here are %zu", name,
            t->c.ny - t->c.ntargets);
    finding_hint(t->c.in->findings,
                 "name one by y=\"...\"; draw=\"grouped\" compares several, "
                 "and a <table> may draw each of its columns");
    return false;
}

/* --- columns --- */

static size_t column_of_scenario(const struct drawn_table *t,
                                 enum column_scenario scenario)
{
    const struct table *table = t->c.table;
    size_t i = 0;

    while (i < table->ncolumns &&
           (i == t->y || table->columns[i].kind == NULL ||
            table->columns[i].kind->scenario != scenario))
        i++;
    if (i < table->ncolumns)
        generate_mark(t->c.in, &table->columns[i]);
    return i;
}

static bool is_one(const char *const *ids, size_t n, const char *id)
{
    return n == 1 && str_is(str_of(ids[0]), id);
}

/* The column that the kind says is `y` less `against`. */
static size_t column_of_difference(const struct drawn_table *t)
{
    const struct table *table = t->c.table;
    const char *y = table->columns[t->y].id;
    const char *against = table->columns[t->against].id;

    for (size_t i = 0; i < table->kind->nchecks; i++) {
        const struct kind_check *check = &table->kind->checks[i];

        if (check->type != CHECK_ROW || !is_one(check->plus, check->nplus, y) ||
            !is_one(check->minus, check->nminus, against))
            continue;
        return table_column(table, str_of(check->result));
    }
    return table->ncolumns;
}

static enum value_type type_of(const struct drawn_table *t, size_t column)
{
    return t->c.table->columns[column].kind->type;
}

/* Pounds less per cent, and measures of any unit, are nothing. */
static bool can_subtract(const struct drawn_table *t)
{
    const bool measure = type_of(t, t->y) == TYPE_MEASURE;

    if (t->c.call->draw != CHART_VARIANCE ||
        t->against == t->c.table->ncolumns ||
        t->difference < t->c.table->ncolumns)
        return true;
    if (!measure && type_of(t, t->y) == type_of(t, t->against))
        return true;
    finding(t->c.in->findings, FINDING_CHART_UNITS, t->c.call->against.at,
            "`%s` and `%s` are not figures of one unit, so there is no "
            "difference to draw",
            t->c.table->columns[t->y].id, t->c.table->columns[t->against].id);
    finding_hint(t->c.in->findings,
                 "draw=\"bullet\" shows each row beside a target of its own; "
                 "or name another column by against=\"...\"");
    return false;
}

static void add_column(struct drawn_table *t, size_t of, enum chart_cell cell)
{
    if (of == t->c.table->ncolumns)
        return;
    t->columns[t->ncolumns++] = (struct chart_table_column){cell, of};
}

/* Groups stand above their rows, where these are in the data's order. */
static void add_group(struct drawn_table *t)
{
    const size_t group = table_column_of_role(t->c.table, COLUMN_GROUP);

    if (!t->whole || group == t->c.table->ncolumns || group == t->c.x)
        return;
    generate_mark(t->c.in, &t->c.table->columns[group]);
    add_column(t, group, CHART_CELL_GIVEN);
}

/* Budget, forecast, variance, per cent; target, so far, forecast. */
static void add_columns(struct drawn_table *t)
{
    const bool compares =
        t->c.call->draw == CHART_VARIANCE && t->against < t->c.table->ncolumns;

    add_group(t);
    add_column(t, t->c.x, CHART_CELL_GIVEN);
    add_column(t, t->against, CHART_CELL_GIVEN);
    add_column(t, t->actual, CHART_CELL_GIVEN);
    add_column(t, t->y, CHART_CELL_GIVEN);
    if (compares && t->difference < t->c.table->ncolumns)
        add_column(t, t->difference, CHART_CELL_GIVEN);
    else if (compares)
        add_column(t, t->y, CHART_CELL_DIFFERENCE);
    t->drawn = t->ncolumns - 1;
    if (compares && type_of(t, t->y) != TYPE_PERCENT &&
        t->c.in->wording->phrases[PHRASE_VARIANCE_PERCENT].len > 0)
        add_column(t, t->y, CHART_CELL_SHARE);
}

static bool has_words(const struct drawn_table *t)
{
    const bool compares = t->c.call->draw == CHART_VARIANCE &&
                          t->against < t->c.table->ncolumns &&
                          t->difference == t->c.table->ncolumns;
    const enum phrase needed = type_of(t, t->y) == TYPE_PERCENT
                                   ? PHRASE_VARIANCE_POINTS
                                   : PHRASE_VARIANCE;

    if (!compares || t->c.in->wording->phrases[needed].len > 0)
        return true;
    finding(t->c.in->findings, FINDING_MISSING, t->c.call->at,
            "the wording has no phrase `%s`, which heads the differences",
            needed == PHRASE_VARIANCE ? "variance" : "variance-points");
    finding_hint(t->c.in->findings, "add it to the wording");
    return false;
}

static bool find_columns(struct drawn_table *t)
{
    const size_t none = t->c.table->ncolumns;
    const bool bullet = t->c.call->draw == CHART_BULLET;

    if (t->c.ny - t->c.ntargets != 1)
        return refuse_measures(t);
    t->y = t->c.y[0];
    t->against = t->c.ntargets > 0 ? t->c.y[1] : none;
    t->actual = none;
    t->difference = none;
    if (bullet && t->against == none)
        t->against = column_of_scenario(t, SCENARIO_TARGET);
    if (bullet && t->against == none)
        t->against = column_of_scenario(t, SCENARIO_BUDGET);
    if (bullet && t->c.table->columns[t->y].kind->scenario != SCENARIO_ACTUAL)
        t->actual = column_of_scenario(t, SCENARIO_ACTUAL);
    if (t->c.call->draw == CHART_VARIANCE && t->against < none)
        t->difference = column_of_difference(t);
    if (t->difference < none)
        generate_mark(t->c.in, &t->c.table->columns[t->difference]);
    return can_subtract(t) && has_words(t);
}

static void prove_number(const struct drawn_table *t)
{
    const enum chart_draw draw = t->c.call->draw;
    const size_t n = t->nrows + (t->nrest > 0);

    if (n <= kinds[draw].rows)
        return;
    finding(t->c.in->findings, FINDING_CHART_CROWDED, t->c.call->draw_at,
            "a picture `%s` of %zu rows: more than %u can hardly be compared",
            choice_name(chart_draw_choices, (int)draw), n,
            (unsigned)kinds[draw].rows);
    finding_hint(t->c.in->findings, "%s", kinds[draw].hint);
}

/* --- days --- */

/* What TEXT says; false: it is no day, which was said. */
static bool read_day(const struct drawn_table *t,
                     const struct doc_node *section,
                     const struct chart_text *text, struct date *day)
{
    struct str words;

    *day = (struct date){0};
    if (text->text.len == 0)
        return true;
    words = generate_expand(t->c.in, t->c.d, section, text->text, text->at);
    if (date_read(str_trim(words), &t->c.in->wording->calendar, day) == DATE_OK)
        return true;
    finding(t->c.in->findings, FINDING_BAD_VALUE, text->at, "`%.*s` is no date",
            STR_ARG(words));
    finding_hint(t->c.in->findings, "write it as 2026-09-30");
    return false;
}

static bool read_days(const struct drawn_table *t,
                      const struct doc_node *section,
                      struct generator_column *asked, struct data *data)
{
    const struct chart_call *call = t->c.call;
    struct date as_at;

    if (!read_day(t, section, &call->as_at, &as_at) ||
        !read_day(t, section, &call->begin, &asked->begin) ||
        !read_day(t, section, &call->end, &asked->end))
        return false;
    if (as_at.year != 0)
        data->as_at = as_at;
    if (asked->begin.year == 0 || asked->end.year == 0 ||
        date_compare(asked->begin, asked->end) <= 0)
        return true;
    finding(t->c.in->findings, FINDING_BAD_VALUE, call->end.at,
            "the timeline would end before it begins");
    finding_hint(t->c.in->findings, "exchange `begin` and `end`");
    return false;
}

/* --- the nodes --- */

/* What its table is asked for: the column that is drawn, and which heads. */
struct asked {
    struct data data;
    struct generator_column column;
    struct generator_argument head;
    struct generator_call call;
    struct generator_in in;
};

static size_t made_head(const struct drawn_table *t)
{
    size_t i = 0;

    while (t->columns[i].of != t->c.x)
        i++;
    return i;
}

static bool ask(struct drawn_table *t, const struct doc_node *section,
                const struct table *made, struct asked *a)
{
    const struct generator_in *in = t->c.in;

    a->data = *in->data;
    a->data.table = made;
    a->column = (struct generator_column){
        .id = made->columns[t->drawn].id,
        .draw = kinds[t->c.call->draw].draw,
        .at = t->c.call->draw_at,
        .rest = t->nrest > 0 ? 1 + chart_table_rest(t) : 0,
    };
    if (t->c.call->draw == CHART_BULLET && t->against < t->c.table->ncolumns)
        a->column.against = made->columns[made_head(t) + 1].id;
    a->head = (struct generator_argument){
        .name = "head", .value = str_of(made->columns[made_head(t)].id)};
    a->call = *in->call;
    a->call.arguments = &a->head;
    a->call.narguments = 1;
    a->call.columns = &a->column;
    a->call.ncolumns = 1;
    a->in = *in;
    a->in.data = &a->data;
    a->in.call = &a->call;
    return read_days(t, section, &a->column, &a->data);
}

static void add_table(struct drawn_table *t, struct doc_node *section)
{
    static const struct table_form form = {.head = COLUMN_LABEL,
                                           .groups = GROUPS_IN_ROWS};
    const struct table *made = chart_table_make(t);
    struct asked *a = arena_alloc(t->c.d->arena, 1, sizeof(*a));
    const size_t errors = t->c.in->findings->errors;
    struct data_table m;

    if (made == NULL || a == NULL || !ask(t, section, made, a))
        return;
    chart_table_prove_rest(t, made);
    data_table_open(&m, &a->in, t->c.d, section, &form);
    if (m.node == NULL || t->c.in->findings->errors > errors)
        return;
    m.node->at = t->c.call->at;
    chart_title(&t->c, m.node);
    data_table_head(&m);
    m.given = t->c.table;
    m.nfaults = chart_table_faults(t, made, &m.faults);
    data_table_rows(&m);
    data_table_end(&m);
    chart_foot(&t->c, section);
}

void generate_chart_table(const struct generator_in *in, struct doc *d,
                          struct doc_node *section)
{
    struct drawn_table t = {
        .c = {.in = in,
              .d = d,
              .call = in->call->chart,
              .table = in->data->table,
              .type = TYPE_TEXT},
    };

    if (!takes_all(&t) || !chart_columns(&t.c) || !find_columns(&t) ||
        !chart_table_rows(&t))
        return;
    add_columns(&t);
    prove_number(&t);
    add_table(&t, section);
    if (t.c.call->table == CHART_TABLE_YES)
        data_table_add(in, d, section, in->form);
}
