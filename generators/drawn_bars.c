#include "generators/drawn_parts.h"

/*
 * Figures as bars: all of a column on one scale that begins at zero, each as
 * long as the figure that is printed beside it.
 */

/* The unit that a row says: words behind its figure, or what its sign means. */
static struct str words_of(const struct drawn_column *c, size_t row)
{
    struct str text = cell_as_typed(table_cell(c->table, row, c->index));

    for (size_t i = text.len; i > 0; i--) {
        if (text.ptr[i - 1] >= '0' && text.ptr[i - 1] <= '9')
            return str_trim(str_from(text, i));
    }
    return text;
}

/* Rows A and B have figures of one unit; all types but measures have. */
static bool one_unit(const struct drawn_column *c, size_t a, size_t b)
{
    const uint8_t unit = table_cell(c->table, a, c->index)->measure;

    if (c->type != TYPE_MEASURE)
        return true;
    if (table_cell(c->table, b, c->index)->measure != unit)
        return false;
    return unit != MEASURE_WORDS ||
           str_same_word(words_of(c, a), words_of(c, b));
}

/* Percentages and pounds have no scale in common. */
static bool refuse_units(const struct drawn_column *c, size_t row)
{
    finding(c->in->findings, FINDING_CHART_UNITS,
            table_cell_place(c->table, row, c->index),
            "the column `%s` has figures of several units, which one scale "
            "cannot show",
            c->asked->id);
    finding_hint(c->in->findings,
                 "draw=\"bullet\" shows each row against a target of its own; "
                 "or print rows of one unit as a table");
    return false;
}

static bool begin_bars(struct drawn_column *c)
{
    size_t first = c->table->nrows;
    struct decimal value;

    for (size_t r = 0; r < c->table->nrows; r++) {
        if (!drawn_figure(c, r, &value))
            continue;
        if (first == c->table->nrows)
            first = r;
        if (!one_unit(c, first, r))
            return refuse_units(c, r);
        scale_widen(&c->scale, value);
    }
    return first < c->table->nrows || drawn_empty(c, "no row has a figure");
}

static int32_t zero(const struct drawn_column *c)
{
    return scale_place(&c->scale, (struct decimal){0, 0});
}

/* The line that bars begin at, and the bar of ROW where it has one. */
static void put_bar(const struct drawn_column *c, size_t row,
                    struct cell_drawing *drawing, enum cell_tone tone)
{
    const struct cell_mark axis = {
        .shape = SHAPE_AXIS, .tone = TONE_TEXT, .from = zero(c), .to = zero(c)};
    struct decimal value;
    const bool bar = drawn_figure(c, row, &value) && value.coefficient != 0;
    struct cell_mark *m = drawn_marks(c, drawing, bar ? 2 : 1);

    if (m == NULL)
        return;
    if (bar)
        *m++ = (struct cell_mark){
            .shape = SHAPE_BAR,
            .tone = (uint8_t)tone,
            .from = value.coefficient < 0 ? scale_place(&c->scale, value)
                                          : axis.from,
            .to = value.coefficient < 0 ? axis.from
                                        : scale_place(&c->scale, value),
        };
    *m = axis;
}

/* What stands for the rest of a picture is no thing of its own, and paler. */
static void row_of_bars(const struct drawn_column *c, size_t row,
                        struct cell_drawing *drawing)
{
    put_bar(c, row, drawing,
            row + 1 == c->asked->rest ? TONE_NEUTRAL : TONE_MAIN);
}

const struct drawer drawer_bars = {
    .room = {ROOM_BAR, true},
    .takes = "amounts of money, numbers, percentages and measures",
    .fits = drawn_is_figure,
    .begin = begin_bars,
    .row = row_of_bars,
};

/* --- over and under --- */

#define HEAD_TENTHS 3 /* of the width, for a word over either side */

static bool begin_variance(struct drawn_column *c)
{
    if (!begin_bars(c))
        return false;
    scale_make_room(&c->scale, HEAD_TENTHS);
    if (c->kind->better != BETTER_NEITHER)
        return true;
    finding(c->in->findings, FINDING_CHART_BETTER, c->asked->at,
            "the kind does not say which figures of `%s` are good: both "
            "sides are drawn grey",
            c->asked->id);
    finding_hint(c->in->findings,
                 "say better=\"low\" or better=\"high\" in <column id=\"%s\"> "
                 "of the kind `%s`",
                 c->asked->id, c->table->kind->id);
    return true;
}

static enum cell_tone tone_of(const struct drawn_column *c, size_t row)
{
    struct decimal value;

    if (c->kind->better == BETTER_NEITHER || !drawn_figure(c, row, &value))
        return TONE_NEUTRAL;
    return (value.coefficient > 0) == (c->kind->better == BETTER_HIGH)
               ? TONE_FAVOURABLE
               : TONE_ADVERSE;
}

static void row_of_variance(const struct drawn_column *c, size_t row,
                            struct cell_drawing *drawing)
{
    put_bar(c, row, drawing, tone_of(c, row));
}

/* Under and Over, each on its side of zero, where the wording has them. */
static void head_of_variance(const struct drawn_column *c,
                             struct cell_drawing *drawing)
{
    const struct str under = c->in->wording->phrases[PHRASE_VARIANCE_UNDER];
    const struct str over = c->in->wording->phrases[PHRASE_VARIANCE_OVER];
    struct cell_word *w = arena_alloc(c->d->arena, 2, sizeof(*w));

    if (w == NULL)
        return;
    drawing->words = w;
    if (under.len > 0 && c->scale.low.coefficient < 0)
        w[drawing->nwords++] = (struct cell_word){
            .text = under, .from = 0, .to = zero(c), .align = ALIGN_END};
    if (over.len > 0 && c->scale.high.coefficient > 0)
        w[drawing->nwords++] = (struct cell_word){
            .text = over, .from = zero(c), .to = SCALE_WIDTH};
}

const struct drawer drawer_variance = {
    .room = {ROOM_SIDES, false},
    .takes = "amounts of money, numbers, percentages and measures",
    .fits = drawn_is_figure,
    .begin = begin_variance,
    .row = row_of_variance,
    .head = head_of_variance,
};
