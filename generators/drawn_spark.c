#include "generators/drawn_parts.h"
#include "generators/generator_tools.h"

/*
 * The shape of a row's figures over time, before the last of them: without an
 * axis, each row on a scale of its own, since its level is printed.
 */

#define POINTS_MIN 3 /* fewer are read faster than seen */

static void add_point(struct drawn_column *c, size_t column)
{
    c->points[c->npoints++] = column;
    generate_mark(c->in, &c->table->columns[column]);
}

/* The columns that `y` names, in its order. */
static bool named_points(struct drawn_column *c)
{
    struct str rest = c->asked->y;

    while (rest.len > 0) {
        const struct str name = str_cut(&rest, ' ');
        const size_t i = table_column(c->table, name);

        if (name.len == 0)
            continue;
        if (i == c->table->ncolumns) {
            finding(c->in->findings, FINDING_UNKNOWN_NAME, c->asked->at,
                    "%s has no column `%.*s` for the sparkline of `%s`",
                    c->in->data->file, STR_ARG(name), c->asked->id);
            return false;
        }
        if (c->npoints < SPARK_POINTS_MAX)
            add_point(c, i);
    }
    return true;
}

/* Without `y` the columns that repeat, up to the drawn one. */
static void repeated_points(struct drawn_column *c)
{
    for (size_t i = 0; i <= c->index && c->kind->repeats; i++) {
        if (c->table->columns[i].kind == c->kind &&
            c->npoints < SPARK_POINTS_MAX)
            add_point(c, i);
    }
}

static bool figure_at(const struct drawn_column *c, size_t row, size_t point,
                      struct decimal *value)
{
    const struct kind_column *kind = c->table->columns[c->points[point]].kind;

    return row_is_plain(c->table->row_roles[row]) && kind != NULL &&
           kind->type == c->type &&
           cell_decimal(kind->type, table_cell(c->table, row, c->points[point]),
                        value);
}

static bool begin_spark(struct drawn_column *c)
{
    if (!named_points(c))
        return false;
    if (c->npoints == 0)
        repeated_points(c);
    if (c->npoints >= POINTS_MIN)
        return true;
    finding(c->in->findings, FINDING_CHART_EMPTY, c->asked->at,
            "a sparkline of `%s` needs %d figures a row or more, and has %zu",
            c->asked->id, POINTS_MIN, c->npoints);
    finding_hint(c->in->findings, "name its columns by y=\"...\", in order; "
                                  "two figures are an arrow or words");
    return false;
}

/* From the lowest figure of ROW to the highest; false: it has none. */
static bool scale_of(const struct drawn_column *c, size_t row,
                     struct scale *scale)
{
    size_t n = 0;
    struct decimal value;

    for (size_t i = 0; i < c->npoints; i++) {
        if (!figure_at(c, row, i, &value))
            continue;
        if (n++ == 0)
            scale->low = scale->high = value;
        scale_widen(scale, value);
    }
    return n > 0;
}

static struct cell_mark *put_point(struct cell_mark *m, int32_t x, int32_t y)
{
    *m = (struct cell_mark){.shape = SHAPE_POINT,
                            .tone = TONE_MAIN,
                            .from = x,
                            .to = x,
                            .low = y,
                            .high = y};
    return m + 1;
}

/* Whether no figure stands beside the one of INDEX: no line leads to it. */
static bool is_alone(const struct drawn_column *c, size_t row, size_t index,
                     int32_t before)
{
    struct decimal next;

    return before < 0 && index + 1 < c->npoints &&
           !figure_at(c, row, index + 1, &next);
}

#define HALF (SCALE_WIDTH / 2) /* the height of what never changes */

/* A gap where a figure is missing; the last has a point, and one alone. */
static void row_of_spark(const struct drawn_column *c, size_t row,
                         struct cell_drawing *drawing)
{
    const int64_t steps = c->npoints > 1 ? (int64_t)c->npoints - 1 : 1;
    struct scale scale;
    struct cell_mark *first;
    struct cell_mark *m;
    struct decimal value;
    int32_t before = -1;
    int32_t x = 0;

    if (!scale_of(c, row, &scale))
        return;
    first = m = drawn_marks(c, drawing, (uint32_t)c->npoints);
    for (size_t i = 0; m != NULL && i < c->npoints; i++) {
        const int32_t from = x;
        int32_t y = -1;

        x = (int32_t)((int64_t)i * SCALE_WIDTH / steps);
        if (figure_at(c, row, i, &value))
            y = decimal_compare(scale.low, scale.high) == 0
                    ? HALF
                    : scale_place(&scale, value);
        if (y >= 0 && before >= 0)
            *m++ = (struct cell_mark){.shape = SHAPE_LINE,
                                      .tone = TONE_MAIN,
                                      .from = from,
                                      .to = x,
                                      .low = before,
                                      .high = y};
        else if (y >= 0 && is_alone(c, row, i, before))
            m = put_point(m, x, y);
        before = y;
    }
    if (m != NULL && before >= 0)
        m = put_point(m, x, before);
    drawing->nmarks = (uint32_t)(m - first);
}

const struct drawer drawer_spark = {
    .room = {ROOM_SPARK, false},
    .takes = "amounts of money, numbers, percentages and measures",
    .fits = drawn_is_figure,
    .begin = begin_spark,
    .row = row_of_spark,
};
