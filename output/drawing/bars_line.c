#include "output/drawing/bars_parts.h"

#define PLOT 170000
#define PLOT_NARROW 180000
#define SERIES 2000 /* thickness of lines */
#define TARGET 1250
#define LABELLED_MOST                                                          \
    8            /* categories; of more each second, third ... has its         \
                    name below */
#define DOT 2500 /* half of a point's side */

/* Dashes of the lines after the first, which is whole. */
static const struct {
    int32_t on, off;
} dashes[] = {{0, 0}, {8000, 4000}, {2000, 3000}, {12000, 6000}};

#define NDASHES (sizeof(dashes) / sizeof(dashes[0]))

struct lines {
    struct sketch *s;
    const struct picture_bars *m;
    struct axis axis;
    int32_t left, right;
    int32_t slot;
};

static bool is_target(const struct picture_bars *m, uint32_t series)
{
    return series + m->ntargets >= m->nseries;
}

static struct drawing_point point_of(const struct lines *l, uint32_t category,
                                     uint32_t series)
{
    return (struct drawing_point){
        l->left + l->slot / 2 + (int32_t)category * l->slot,
        axis_at(&l->axis, bars_piece(l->m, category, series).to)};
}

static uint32_t fill_of(const struct lines *l, uint32_t series)
{
    return is_target(l->m, series) ? l->s->house->colours.text
                                   : bars_fill(l->s, l->m, 0, series);
}

static void draw_segment(const struct lines *l, uint32_t series,
                         struct drawing_point from, struct drawing_point to)
{
    const uint32_t fill = fill_of(l, series);

    if (is_target(l->m, series))
        sketch_dashes(l->s, fill, TARGET, from, to, 4000, 3000);
    else if (dashes[series % NDASHES].on == 0)
        sketch_line(l->s, fill, SERIES, from, to);
    else
        sketch_dashes(l->s, fill, SERIES, from, to, dashes[series % NDASHES].on,
                      dashes[series % NDASHES].off);
}

/* A value without neighbours would not be seen. */
static void draw_dot(const struct lines *l, uint32_t series,
                     struct drawing_point at)
{
    sketch_box(l->s, fill_of(l, series),
               (struct rectangle){at.x - DOT, at.y - DOT, 2 * DOT, 2 * DOT});
}

/* A gap where a value is missing. */
static void draw_series(const struct lines *l, uint32_t series)
{
    const uint32_t n = l->m->ncategories;

    for (uint32_t i = 0; i < n; i++) {
        const bool here = !bars_is_missing(l->m, i, series);
        const bool before = i > 0 && !bars_is_missing(l->m, i - 1, series);
        const bool after = i + 1 < n && !bars_is_missing(l->m, i + 1, series);

        if (here && before)
            draw_segment(l, series, point_of(l, i - 1, series),
                         point_of(l, i, series));
        if (here && !before && !after)
            draw_dot(l, series, point_of(l, i, series));
    }
}

/* Where the last value of each is. */
static void draw_names(const struct lines *l)
{
    int32_t middles[BARS_SPREAD_MAX];

    for (uint32_t i = 0; i < l->m->nseries; i++) {
        uint32_t last = l->m->ncategories - 1;

        while (last > 0 && bars_is_missing(l->m, last, i))
            last--;
        middles[i] = point_of(l, last, i).y;
    }
    bars_names_beside(l->s, l->m, middles, l->m->nseries, l->right + GAP,
                      l->axis.start);
}

/* Less than the share of each STEP-th name, so that one at an edge may give
   way. */
static int32_t room_of_names(const struct lines *l, uint32_t step)
{
    return ((int32_t)step + 1) * l->slot / 2 - GAP / 2;
}

/* The least at which no name has a word that is broken. */
static uint32_t step_of_names(const struct lines *l)
{
    const uint32_t n = l->m->ncategories;
    uint32_t step =
        n > LABELLED_MOST ? (n + LABELLED_MOST - 1) / LABELLED_MOST : 1;
    int32_t widest = 0;

    for (uint32_t i = 0; i < n; i++) {
        const int32_t w =
            label_word_width(l->s, l->m->categories[i], FACE_REGULAR);

        widest = w > widest ? w : widest;
    }
    while (step < n && room_of_names(l, step) < widest)
        step++;
    return step;
}

/* The last is named, and those before it at equal distances. */
static int32_t draw_categories(const struct lines *l, int32_t y)
{
    const uint32_t n = l->m->ncategories;
    const uint32_t step = step_of_names(l);
    const uint32_t first = (n - 1) % step;
    const int32_t room = label_even_room(l->s, l->m->categories, n, first, step,
                                         FACE_REGULAR, room_of_names(l, step));
    int32_t height = 0;

    for (uint32_t i = first; i < n; i += step) {
        const struct label name =
            label_make(l->s, l->m->categories[i], FACE_REGULAR, room);
        int32_t x = point_of(l, i, 0).x - name.width / 2;

        if (x + name.width > l->s->drawing->width)
            x = l->s->drawing->width - name.width;
        label_draw(l->s, &name, x < 0 ? 0 : x, y, name.width, ALIGN_CENTRE);
        height = name.height > height ? name.height : height;
    }
    return height;
}

int32_t bars_line_draw(struct sketch *s, const struct picture_bars *m)
{
    struct lines l = {.s = s, .m = m, .axis = bars_axis(m)};
    const int32_t height = s->narrow ? PLOT_NARROW : PLOT;
    const int32_t names = bars_names_width(s, m, height);
    int32_t top = label_leading(s) / 2 + GAP;
    int32_t zero; /* or where the axis begins */

    if (names == 0 && m->nseries > 1)
        top += bars_key(s, m);
    l.left = bars_grid_width(s, m);
    l.right = s->drawing->width - (names > 0 ? names + 2 * GAP : 0);
    l.slot = (l.right - l.left) / (int32_t)m->ncategories;
    l.axis.start = top + height;
    l.axis.length = -height;
    if (names > 0)
        draw_names(&l);
    bars_grid(s, m, &l.axis, l.left, l.right);
    zero = l.axis.to < 0 ? l.axis.start : axis_at(&l.axis, 0);
    sketch_line(s, s->house->colours.text, STROKE,
                (struct drawing_point){l.left, zero},
                (struct drawing_point){l.right, zero});
    for (uint32_t i = m->nseries; i-- > 0;)
        draw_series(&l, i);
    return l.axis.start + GAP + draw_categories(&l, l.axis.start + GAP) +
           GAP / 2;
}
