#include "output/drawing/sketch.h"

#define BAR 9000
#define LANE (BAR + 3000) /* from one bar to the one below it */
#define PAD 4000          /* above and below a row */
#define TIP 7000          /* of an arrow */
#define FADES 4           /* pieces of a bar that fades in */
#define FADE 3000         /* from one piece to the next */
#define COLUMN 380        /* thousandths: the labels' part of the width */

struct timeline_drawing {
    struct sketch *s;
    const struct picture_timeline *model;
    struct axis axis;
    int32_t column; /* of labels */
    int32_t y;      /* where the next row begins */
};

/* As wide as the labels want, but not more than their part; words whole as
   long as half the width is left. */
static int32_t column_width(struct sketch *s, const struct picture_timeline *t)
{
    const int32_t width = s->drawing->width;
    const int32_t most = (int32_t)((int64_t)width * COLUMN / 1000);
    int32_t wanted = 0;
    int32_t words = 0;

    for (uint32_t i = 0; i < t->nrows; i++) {
        const struct str label = t->rows[i].label;
        const int32_t all = label_full_width(s, label, FACE_REGULAR);
        const int32_t word = label_word_width(s, label, FACE_REGULAR);

        wanted = all > wanted ? all : wanted;
        words = word > words ? word : words;
    }
    if (wanted <= most)
        return wanted;
    if (words <= most)
        return most;
    return words < width / 2 ? words : width / 2;
}

static void draw_arrow(struct sketch *s, uint32_t colour, struct rectangle box)
{
    const int32_t tip = box.width < TIP ? box.width : TIP;
    const int32_t right = box.x + box.width;
    const int32_t foot = box.y + box.height;
    const struct drawing_point corners[] = {
        {box.x, box.y},
        {right - tip, box.y},
        {right, box.y + box.height / 2},
        {right - tip, foot},
        {box.x, foot},
    };

    sketch_area(s, colour, corners, 5);
}

/* Pieces that grow to the right until they are the bar; returns what is left
   of it. */
static struct rectangle draw_fade(struct sketch *s, uint32_t colour,
                                  struct rectangle box)
{
    for (int32_t i = 1; i <= FADES && box.width > 2 * FADE; i++) {
        const struct rectangle piece = {box.x, box.y, FADE * i / (FADES + 1),
                                        box.height};

        sketch_box(s, colour, piece);
        box.x += FADE;
        box.width -= FADE;
    }
    return box;
}

/* The bar of SPAN with its top at Y. However short, it is seen. */
static void draw_span(const struct timeline_drawing *c,
                      const struct picture_span *span, int32_t y)
{
    const uint32_t colour = c->s->house->colours.charts[0];
    const int32_t end = c->axis.start + c->axis.length;
    const int32_t least = span->open_end ? TIP : BAR / 2;
    struct rectangle box = {axis_at(&c->axis, span->from), y, 0, BAR};

    box.width = axis_at(&c->axis, (int64_t)span->to + 1) - box.x;
    if (box.width < least)
        box.width = least;
    if (box.x + box.width > end)
        box.x = end - box.width;
    if (span->open_start)
        box = draw_fade(c->s, colour, box);
    if (span->open_end)
        draw_arrow(c->s, colour, box);
    else
        sketch_box(c->s, colour, box);
}

/* Spans that overlap stand in lanes below each other. Returns how many. */
static int32_t draw_spans(const struct timeline_drawing *c,
                          const struct picture_row *row, int32_t y)
{
    int64_t ends[PICTURE_SPANS_MAX]; /* of the last bar in each lane */
    int32_t lanes = 0;

    for (uint32_t i = 0; i < row->nspans; i++) {
        const struct picture_span *span = &row->spans[i];
        int32_t lane = 0;

        while (lane < lanes && ends[lane] >= span->from)
            lane++;
        if (lane == lanes)
            lanes++;
        ends[lane] = span->to;
        draw_span(c, span, y + lane * LANE);
    }
    return lanes;
}

static void draw_group(struct timeline_drawing *c, struct str name)
{
    struct sketch *s = c->s;
    const int32_t width = s->drawing->width;
    const struct label label = label_make(s, name, FACE_BOLD, width - 2 * GAP);
    const struct rectangle band = {0, c->y, width, label.height + PAD};

    sketch_box(s, s->house->colours.table_head, band);
    label_draw(s, &label, GAP, c->y + PAD / 2, width - 2 * GAP, ALIGN_START);
    c->y += band.height;
}

static void draw_row(struct timeline_drawing *c, const struct picture_row *row)
{
    struct sketch *s = c->s;
    const int32_t indent = row->group.len > 0 ? GAP : 0;
    const int32_t room = (s->narrow ? s->drawing->width : c->column) - indent;
    const struct label label = label_make(s, row->label, FACE_REGULAR, room);
    const int32_t top = c->y + PAD;
    const int32_t first = s->narrow ? top + label.height + GAP / 4
                                    : top + (label_leading(s) - BAR) / 2;
    int32_t height = draw_spans(c, row, first) * LANE;

    label_draw(s, &label, indent, top, room, ALIGN_START);
    if (s->narrow)
        height += first - top;
    height = label.height > height ? label.height : height;
    c->y = top + height + PAD;
    sketch_line(s, s->house->colours.rule, HAIRLINE,
                (struct drawing_point){0, c->y},
                (struct drawing_point){s->drawing->width, c->y});
}

static bool begins_group(const struct picture_timeline *t, uint32_t row)
{
    return t->rows[row].group.len > 0 &&
           (row == 0 || !str_eq(t->rows[row].group, t->rows[row - 1].group));
}

/* Upright lines from FROM to where the rows end; drawn below everything. */
static void fill_grid(const struct timeline_drawing *c,
                      struct drawing_point *ends, int32_t from)
{
    for (uint32_t i = 0; ends != NULL && i < c->model->nticks; i++, ends += 2) {
        const int32_t x = axis_at(&c->axis, c->model->ticks[i].at);

        ends[0] = (struct drawing_point){x, from};
        ends[1] = (struct drawing_point){x, c->y};
    }
}

int32_t timeline_draw(struct sketch *s, const struct picture_timeline *t)
{
    struct timeline_drawing c = {
        .s = s, .model = t, .column = column_width(s, t)};
    const struct picture_tick *last = &t->ticks[t->nticks - 1];
    struct drawing_point *grid;
    int32_t overhang;
    int32_t top;

    c.column = s->narrow ? 0 : c.column + 2 * GAP; /* or names stand above */
    c.axis = (struct axis){t->ticks[0].at, last->at, c.column + GAP, 0};
    overhang = axis_overhang(s, last);
    if (overhang > s->drawing->width / 10)
        overhang = s->drawing->width / 10;
    c.axis.length = s->drawing->width - c.axis.start - overhang;
    grid = sketch_lines(s, s->house->colours.rule, HAIRLINE, 2 * t->nticks);
    top = axis_labels_along(s, &c.axis, t->ticks, t->nticks, t->months, 0) +
          GAP / 2;
    c.y = top;
    for (uint32_t i = 0; i < t->nrows; i++) {
        if (begins_group(t, i))
            draw_group(&c, t->rows[i].group);
        draw_row(&c, &t->rows[i]);
    }
    fill_grid(&c, grid, top);
    return c.y + HAIRLINE;
}
