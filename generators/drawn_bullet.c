#include "generators/drawn_parts.h"
#include "generators/generator_tools.h"
#include "generators/phrases.h"

/*
 * What is delivered, forecast and aimed at, in one bar: the drawn figure, the
 * actual one within it where the table has both, the target as a line.
 */

static size_t column_of_scenario(const struct drawn_column *c,
                                 enum column_scenario scenario)
{
    size_t i = 0;

    while (i < c->table->ncolumns &&
           (i == c->index || c->table->columns[i].kind == NULL ||
            c->table->columns[i].kind->scenario != scenario))
        i++;
    return i;
}

static bool find_target(struct drawn_column *c)
{
    const char *against = c->asked->against;

    c->target = c->table->ncolumns;
    if (against != NULL) {
        c->target = table_column(c->table, str_of(against));
        if (c->target < c->table->ncolumns)
            return true;
        finding(c->in->findings, FINDING_UNKNOWN_NAME, c->asked->at,
                "%s has no column `%s` to draw `%s` against", c->in->data->file,
                against, c->asked->id);
        return false;
    }
    c->target = column_of_scenario(c, SCENARIO_TARGET);
    if (c->target == c->table->ncolumns)
        c->target = column_of_scenario(c, SCENARIO_BUDGET);
    if (c->target < c->table->ncolumns)
        return true;
    finding(c->in->findings, FINDING_CHART_EMPTY, c->asked->at,
            "`bullet` needs a target for `%s`, and no column of the kind has "
            "the scenario `target` or `budget`",
            c->asked->id);
    finding_hint(c->in->findings, "name the column by against=\"...\"; "
                                  "draw=\"bars\" needs none");
    return false;
}

/* The figure of ROW in COLUMN; false: there is none. */
static bool figure_in(const struct drawn_column *c, size_t row, size_t column,
                      struct decimal *value)
{
    return column < c->table->ncolumns &&
           row_is_plain(c->table->row_roles[row]) &&
           cell_decimal(c->table->columns[column].kind == NULL
                            ? TYPE_TEXT
                            : c->table->columns[column].kind->type,
                        table_cell(c->table, row, column), value);
}

static void widen_by_row(const struct drawn_column *c, size_t row,
                         struct scale *scale)
{
    const size_t columns[] = {c->index, c->target, c->actual};
    struct decimal value;

    for (size_t i = 0; i < 3; i++) {
        if (figure_in(c, row, columns[i], &value))
            scale_widen(scale, value);
    }
}

/* Pounds against per cent, and the like. */
static bool one_type(const struct drawn_column *c)
{
    const struct kind_column *target = c->table->columns[c->target].kind;

    if (target != NULL && target->type == c->type)
        return true;
    finding(c->in->findings, FINDING_CHART_UNITS, c->asked->at,
            "`%s` and its target `%s` are not figures of one type, so they "
            "have no scale in common",
            c->asked->id, c->table->columns[c->target].id);
    finding_hint(c->in->findings, "name another column by against=\"...\"");
    return false;
}

static bool begin_bullet(struct drawn_column *c)
{
    size_t drawn = 0;
    struct decimal value;

    if (!find_target(c) || !one_type(c))
        return false;
    c->actual = c->kind->scenario == SCENARIO_ACTUAL
                    ? c->table->ncolumns
                    : column_of_scenario(c, SCENARIO_ACTUAL);
    if (c->actual < c->table->ncolumns &&
        c->table->columns[c->actual].kind->type != c->type)
        c->actual = c->table->ncolumns;
    generate_mark(c->in, &c->table->columns[c->target]);
    if (c->actual < c->table->ncolumns)
        generate_mark(c->in, &c->table->columns[c->actual]);
    for (size_t r = 0; r < c->table->nrows; r++) {
        drawn += drawn_figure(c, r, &value);
        widen_by_row(c, r, &c->scale);
    }
    return drawn > 0 || drawn_empty(c, "no row has a figure");
}

/* Measures of several units are each on the scale of their own target. */
static struct scale scale_of(const struct drawn_column *c, size_t row)
{
    struct scale own = {.low = {0, 0}};

    if (c->type != TYPE_MEASURE)
        return c->scale;
    widen_by_row(c, row, &own);
    return own;
}

static struct cell_mark *put(struct cell_mark *m, uint8_t shape, uint8_t tone,
                             int32_t from, int32_t to)
{
    *m = (struct cell_mark){
        .shape = shape,
        .tone = tone,
        .from = from < to ? from : to,
        .to = from < to ? to : from,
    };
    return m + 1;
}

#define MARKS 4

static void row_of_bullet(const struct drawn_column *c, size_t row,
                          struct cell_drawing *drawing)
{
    const struct scale scale = scale_of(c, row);
    const int32_t zero = scale_place(&scale, (struct decimal){0, 0});
    struct cell_mark *first = drawn_marks(c, drawing, MARKS);
    struct cell_mark *m = first;
    struct decimal value;
    int32_t from = zero;

    if (m == NULL)
        return;
    if (figure_in(c, row, c->actual, &value) && value.coefficient != 0) {
        from = scale_place(&scale, value);
        m = put(m, SHAPE_BAR, TONE_MAIN, zero, from);
    }
    if (drawn_figure(c, row, &value) && value.coefficient != 0) {
        const int32_t to = scale_place(&scale, value);
        const bool more = to > zero ? to > from : to < from;

        if (c->actual == c->table->ncolumns)
            m = put(m, SHAPE_BAR, TONE_MAIN, zero, to);
        else if (more)
            m = put(m, SHAPE_HOLLOW, TONE_MAIN, from, to);
    }
    if (scale.low.coefficient < 0) /* else it would look like a target */
        m = put(m, SHAPE_AXIS, TONE_TEXT, zero, zero);
    if (figure_in(c, row, c->target, &value)) {
        const int32_t at = scale_place(&scale, value);

        m = put(m, SHAPE_TICK, TONE_TEXT, at, at);
    }
    drawing->nmarks = (uint32_t)(m - first);
}

static struct str named(const struct drawn_column *c, enum phrase phrase,
                        size_t column)
{
    const struct placeholder name = {
        "column", column_heading(c->d->arena, c->in->wording,
                                 &c->table->columns[column])};

    return phrase_fill(c->in, c->d, phrase, &name, 1);
}

static size_t key_of_bullet(const struct drawn_column *c,
                            struct key_entry entries[KEY_ENTRIES])
{
    const bool both = c->actual < c->table->ncolumns;
    size_t n = 0;

    entries[n++] = (struct key_entry){
        named(c, PHRASE_BULLET_KEY_BAR, both ? c->actual : c->index), SHAPE_BAR,
        TONE_MAIN};
    if (both)
        entries[n++] =
            (struct key_entry){named(c, PHRASE_BULLET_KEY_OUTLINE, c->index),
                               SHAPE_HOLLOW, TONE_MAIN};
    entries[n++] = (struct key_entry){
        named(c, PHRASE_BULLET_KEY_LINE, c->target), SHAPE_TICK, TONE_TEXT};
    return entries[0].words.len == 0 ? 0 : n;
}

const struct drawer drawer_bullet = {
    .room = {ROOM_BAR, true},
    .takes = "amounts of money, numbers, percentages and measures",
    .fits = drawn_is_figure,
    .begin = begin_bullet,
    .row = row_of_bullet,
    .key = key_of_bullet,
};
