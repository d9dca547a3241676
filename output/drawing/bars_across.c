#include "output/drawing/sketch.h"

#define BAR 14000
#define PAD 4000   /* above and below a row */
#define COLUMN 350 /* thousandths: the names' part of the width */
#define FIELD 250  /* thousandths: what the bars have at least */

static int32_t part_of(const struct sketch *s, int32_t thousandths)
{
    return (int32_t)((int64_t)s->drawing->width * thousandths / 1000);
}

static int32_t names_width(struct sketch *s, const struct picture_bars *b)
{
    const int32_t most = part_of(s, COLUMN);
    int32_t width = 0;

    for (uint32_t i = 0; i < b->ncategories; i++) {
        const int32_t w = label_full_width(s, b->categories[i], FACE_REGULAR);

        width = w > width ? w : width;
    }
    return width < most ? width : most;
}

static int32_t totals_width(struct sketch *s, const struct picture_bars *b)
{
    const int32_t most = part_of(s, 1000 - COLUMN - FIELD);
    int32_t width = 0;

    for (uint32_t i = 0; i < b->ncategories; i++) {
        const int32_t w = label_full_width(s, b->totals[i], FACE_BOLD);

        width = w > width ? w : width;
    }
    return width < most ? width : most;
}

/* A bar with its name left and its total right of it; returns its height. */
static int32_t draw_row(struct sketch *s, const struct picture_bars *b,
                        uint32_t index, const struct axis *axis, int32_t y)
{
    const int32_t room = axis->start - 2 * GAP;
    const int32_t right = s->drawing->width - GAP;
    const int32_t leading = label_leading(s);
    const struct label name =
        label_make(s, b->categories[index], FACE_REGULAR, room);
    const int32_t end =
        bars_stack(s, b, index, axis, true, y + PAD + (leading - BAR) / 2, BAR);
    const int32_t left = end + GAP;
    const struct label total =
        label_make(s, b->totals[index], FACE_BOLD, right - left);
    const int32_t height =
        name.height > total.height ? name.height : total.height;

    label_draw(s, &name, 0, y + PAD, room, ALIGN_START);
    label_backing(s, &total, left, y + PAD);
    label_draw(s, &total, left, y + PAD, right - left, ALIGN_START);
    return (height > leading ? height : leading) + 2 * PAD;
}

int32_t bars_across_draw(struct sketch *s, const struct picture_bars *b,
                         int32_t top)
{
    struct axis axis = bars_axis(b);
    struct drawing_point *grid;
    int32_t y;

    axis.start = names_width(s, b) + 2 * GAP;
    axis.length = s->drawing->width - axis.start - totals_width(s, b) - 2 * GAP;
    grid = sketch_lines(s, s->house->colours.rule, HAIRLINE, 2 * b->nticks);
    top += GAP;
    top +=
        axis_labels_along(s, &axis, b->ticks, b->nticks, false, top) + GAP / 2;
    y = top;
    for (uint32_t i = 0; i < b->ncategories; i++)
        y += draw_row(s, b, i, &axis, y);
    for (uint32_t i = 0; grid != NULL && i < b->nticks; i++, grid += 2) {
        const int32_t x = axis_at(&axis, b->ticks[i].at);

        grid[0] = (struct drawing_point){x, top};
        grid[1] = (struct drawing_point){x, y};
    }
    sketch_line(s, s->house->colours.text, STROKE,
                (struct drawing_point){axis_at(&axis, 0), top},
                (struct drawing_point){axis_at(&axis, 0), y});
    return y + HAIRLINE;
}
