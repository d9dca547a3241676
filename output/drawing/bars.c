#include "output/drawing/sketch.h"

#define PLOT_LEAST 150000 /* height of the bars' field */
#define PLOT_MOST 230000
#define SLOT_LEAST 36000 /* a bar and what is left and right of it */
#define BAR_MOST 60000
#define BETWEEN 1000 /* white, from one part to the next */

static int64_t add(int64_t a, int64_t b)
{
    if (b > 0 && a > INT64_MAX - b)
        return INT64_MAX;
    if (b < 0 && a < INT64_MIN - b)
        return INT64_MIN;
    return a + b;
}

static int64_t value_of(const struct picture_bars *b, uint32_t bar,
                        uint32_t series)
{
    return b->values[(size_t)bar * b->nseries + series];
}

struct axis bars_axis(const struct picture_bars *b)
{
    struct axis a = {.from = b->ticks[0].at, .to = b->ticks[b->nticks - 1].at};

    if (a.from > 0)
        a.from = 0;
    if (a.to < 0)
        a.to = 0;
    for (uint32_t i = 0; i < b->ncategories; i++) {
        int64_t above = 0;
        int64_t below = 0;

        for (uint32_t k = 0; k < b->nseries; k++) {
            const int64_t value = value_of(b, i, k);

            if (value > 0)
                above = add(above, value);
            else
                below = add(below, value);
        }
        a.from = below < a.from ? below : a.from;
        a.to = above > a.to ? above : a.to;
    }
    return a;
}

/* The part from FROM to TO on the axis, with white between it and the next. */
static void draw_part(struct sketch *s, uint32_t series, bool across,
                      int32_t from, int32_t to, int32_t cross,
                      int32_t thickness)
{
    int32_t low = from < to ? from : to;
    int32_t length = from < to ? to - from : from - to;

    if (length == 0)
        length = HAIRLINE; /* so small a part is still there */
    if (length > 3 * BETWEEN) {
        low += BETWEEN / 2;
        length -= BETWEEN;
    }
    if (across)
        sketch_part(s, series, (struct box){low, cross, length, thickness});
    else
        sketch_part(s, series, (struct box){cross, low, thickness, length});
}

int32_t bars_stack(struct sketch *s, const struct picture_bars *b,
                   uint32_t index, const struct axis *axis, bool across,
                   int32_t cross, int32_t thickness)
{
    int64_t above = 0;
    int64_t below = 0;

    for (uint32_t i = 0; i < b->nseries; i++) {
        const int64_t value = value_of(b, index, i);
        int64_t *end = value > 0 ? &above : &below;
        const int64_t begin = *end;

        if (value == 0)
            continue;
        *end = add(begin, value);
        draw_part(s, i, across, axis_at(axis, begin), axis_at(axis, *end),
                  cross, thickness);
    }
    return axis_at(axis, above);
}

/* Bars that stand side by side. */
struct plot {
    struct sketch *s;
    const struct picture_bars *model;
    struct axis axis;
    int32_t left;
    int32_t slot;
    int32_t foot; /* of the field */
};

static int32_t axis_width(struct sketch *s, const struct picture_bars *b)
{
    int32_t width = 0;

    for (uint32_t i = 0; i < b->nticks; i++) {
        const int32_t w = label_full_width(s, b->ticks[i].label, FACE_REGULAR);

        width = w > width ? w : width;
    }
    return width;
}

/* Whether every name can stand below its bar and every total above it. */
static bool names_fit(const struct plot *p)
{
    const struct picture_bars *b = p->model;
    const int32_t room = p->slot - GAP;

    if (p->slot < SLOT_LEAST || p->left > p->s->drawing->width / 3)
        return false;
    for (uint32_t i = 0; i < b->ncategories; i++) {
        if (label_word_width(p->s, b->categories[i], FACE_REGULAR) > room ||
            label_full_width(p->s, b->totals[i], FACE_BOLD) > room)
            return false;
    }
    return true;
}

static int32_t plot_height(const struct plot *p)
{
    const int32_t width = p->s->drawing->width;
    const int32_t labels = (int32_t)p->model->nticks * label_leading(p->s);
    int32_t height = width / 5 * 2;

    height = height < PLOT_LEAST ? PLOT_LEAST : height;
    height = height > PLOT_MOST ? PLOT_MOST : height;
    return height < labels ? labels : height;
}

static void draw_grid(struct plot *p)
{
    struct sketch *s = p->s;
    const struct picture_bars *b = p->model;
    const int32_t right = s->drawing->width;
    struct drawing_point *ends =
        sketch_lines(s, s->house->colours.rule, HAIRLINE, 2 * b->nticks);

    for (uint32_t i = 0; ends != NULL && i < b->nticks; i++, ends += 2) {
        const int32_t y = axis_at(&p->axis, b->ticks[i].at);

        ends[0] = (struct drawing_point){p->left, y};
        ends[1] = (struct drawing_point){right, y};
    }
    axis_labels_beside(s, &p->axis, b->ticks, b->nticks, p->left - GAP);
}

/* Bar INDEX with its name and total; returns the height of its name. */
static int32_t draw_bar(const struct plot *p, uint32_t index)
{
    struct sketch *s = p->s;
    const struct picture_bars *b = p->model;
    const int32_t room = p->slot - GAP;
    const int32_t x = p->left + (int32_t)index * p->slot;
    const int32_t width =
        p->slot * 3 / 5 < BAR_MOST ? p->slot * 3 / 5 : BAR_MOST;
    const struct label name =
        label_make(s, b->categories[index], FACE_REGULAR, room);
    const struct label total = label_make(s, b->totals[index], FACE_BOLD, room);
    const int32_t top = bars_stack(s, b, index, &p->axis, false,
                                   x + (p->slot - width) / 2, width);

    label_put(s, &name, x + GAP / 2, p->foot + GAP, room, ALIGN_CENTRE);
    label_backing(s, &total, x + (p->slot - total.width) / 2,
                  top - total.height - GAP / 4);
    label_put(s, &total, x + GAP / 2, top - total.height - GAP / 4, room,
              ALIGN_CENTRE);
    return name.height;
}

static int32_t draw_standing(struct plot *p, int32_t top)
{
    struct sketch *s = p->s;
    const int32_t height = plot_height(p);
    const int32_t head = label_leading(s) + GAP; /* of a total at the top */
    int32_t names = 0;
    int32_t zero;

    p->foot = top + head + height;
    p->axis.start = p->foot;
    p->axis.length = -height;
    draw_grid(p);
    for (uint32_t i = 0; i < p->model->ncategories; i++) {
        const int32_t name = draw_bar(p, i);

        names = name > names ? name : names;
    }
    zero = axis_at(&p->axis, 0);
    sketch_line(s, s->house->colours.text, STROKE,
                (struct drawing_point){p->left, zero},
                (struct drawing_point){s->drawing->width, zero});
    return p->foot + GAP + names + GAP / 2;
}

int32_t bars_draw(struct sketch *s, const struct picture_bars *b)
{
    struct plot p = {.s = s, .model = b, .axis = bars_axis(b)};
    const int32_t top = legend_draw(s, b->series, b->nseries) + GAP;

    p.left = axis_width(s, b) + 2 * GAP;
    p.slot = (s->drawing->width - p.left) / (int32_t)b->ncategories;
    if (!names_fit(&p))
        return bars_across_draw(s, b, top);
    return draw_standing(&p, top);
}
