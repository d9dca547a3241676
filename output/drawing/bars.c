#include "output/drawing/sketch.h"

#define PLOT_LEAST 150000 /* height of the bars' field */
#define PLOT_MOST 230000
#define SLOT_LEAST 36000 /* a bar and what is left and right of it */
#define BAR_MOST 60000

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

    label_draw(s, &name, x + GAP / 2, p->foot + GAP, room, ALIGN_CENTRE);
    label_backing(s, &total, x + (p->slot - total.width) / 2,
                  top - total.height - GAP / 4);
    label_draw(s, &total, x + GAP / 2, top - total.height - GAP / 4, room,
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
    const int32_t top = legend_draw(s, b) + GAP;

    p.left = axis_width(s, b) + 2 * GAP;
    p.slot = (s->drawing->width - p.left) / (int32_t)b->ncategories;
    if (!names_fit(&p))
        return bars_across_draw(s, b, top);
    return draw_standing(&p, top);
}
