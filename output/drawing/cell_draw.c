#include "output/drawing/cell_draw.h"

#include "output/drawing/cell_marks.h"
#include "output/drawing/sketch.h"

#define SPARK_HEIGHT 12000
#define DASHES 6000 /* from one to the next, about */
#define TIP 5000    /* of a bar that goes on */

struct cell_sketch {
    struct sketch s;
    struct cell_area area;
};

static int32_t across(const struct cell_sketch *k, int32_t place)
{
    return (int32_t)((int64_t)place * k->area.width / CELL_DRAWING_WIDTH);
}

/* Up from the foot of a sparkline. */
static int32_t along(const struct cell_sketch *k, int32_t place)
{
    return k->area.middle + SPARK_HEIGHT / 2 -
           (int32_t)((int64_t)place * SPARK_HEIGHT / CELL_DRAWING_WIDTH);
}

static void draw_upright(struct cell_sketch *k, const struct cell_mark *m,
                         int32_t thickness, int32_t from, int32_t to)
{
    const int32_t x = across(k, m->from);

    sketch_line(&k->s, cell_tone_colour(k->s.house, m->tone), thickness,
                (struct drawing_point){x, from}, (struct drawing_point){x, to});
}

/* Half as long as they are apart, and so placed that they go on evenly in the
   row below. */
static void draw_dashes(struct cell_sketch *k, const struct cell_mark *m)
{
    const uint32_t n = (uint32_t)((k->area.height + DASHES / 2) / DASHES);
    const int32_t x = across(k, m->from);
    struct drawing_point *p =
        n == 0 ? NULL
               : sketch_lines(&k->s, cell_tone_colour(k->s.house, m->tone),
                              CELL_AS_AT, 2 * n);

    for (uint32_t i = 0; p != NULL && i < n; i++) {
        const int64_t quarter = k->area.height * (4 * (int64_t)i + 1);

        *p++ = (struct drawing_point){x, (int32_t)(quarter / (4 * n))};
        *p++ = (struct drawing_point){
            x, (int32_t)((quarter + 2 * (int64_t)k->area.height) / (4 * n))};
    }
}

/* However small its figure is, a bar is seen. */
static struct rectangle bar_box(const struct cell_sketch *k,
                                const struct cell_mark *m)
{
    const int32_t from = across(k, m->from);
    const int32_t width = across(k, m->to) - from;

    return (struct rectangle){from, k->area.middle - CELL_BAR / 2,
                              width < HAIRLINE ? HAIRLINE : width, CELL_BAR};
}

static bool is_hollow(const struct cell_mark *m)
{
    return m->shape == SHAPE_HOLLOW || m->shape == SHAPE_ARROW_HOLLOW ||
           m->shape == SHAPE_BACK_HOLLOW || m->shape == SHAPE_DIAMOND_HOLLOW;
}

/* A closed way of N corners, filled, or as an outline over white. */
static void draw_polygon(struct cell_sketch *k, const struct cell_mark *m,
                         const struct drawing_point *corners, uint32_t n)
{
    const uint32_t colour = cell_tone_colour(k->s.house, m->tone);
    struct drawing_point *p;

    if (!is_hollow(m)) {
        sketch_area(&k->s, colour, corners, n);
        return;
    }
    sketch_area(&k->s, WHITE, corners, n);
    p = sketch_lines(&k->s, colour, CELL_EDGE, 2 * n);
    for (uint32_t i = 0; p != NULL && i < n; i++) {
        *p++ = corners[i];
        *p++ = corners[(i + 1) % n];
    }
}

/* White inside its edge, so that its corners are square. */
static void draw_hollow(struct cell_sketch *k, const struct cell_mark *m,
                        struct rectangle b)
{
    sketch_box(&k->s, cell_tone_colour(k->s.house, m->tone), b);
    if (b.width > 2 * CELL_EDGE)
        sketch_box(&k->s, WHITE,
                   (struct rectangle){b.x + CELL_EDGE, b.y + CELL_EDGE,
                                      b.width - 2 * CELL_EDGE,
                                      b.height - 2 * CELL_EDGE});
}

/* A bar, with a tip on the side where it goes on. */
static void draw_bar(struct cell_sketch *k, const struct cell_mark *m)
{
    const bool right =
        m->shape == SHAPE_ARROW || m->shape == SHAPE_ARROW_HOLLOW;
    const bool left = m->shape == SHAPE_BACK || m->shape == SHAPE_BACK_HOLLOW;
    const struct rectangle b = bar_box(k, m);
    const int32_t inset = is_hollow(m) ? CELL_EDGE / 2 : 0;
    const int32_t x = b.x + inset;
    const int32_t end = b.x + b.width - inset;
    const int32_t head = b.y + inset;
    const int32_t foot = b.y + b.height - inset;
    const int32_t tip = TIP < end - x ? TIP : end - x;
    const int32_t before = left ? tip : 0;
    const int32_t behind = right ? tip : 0;
    struct drawing_point corners[6];
    uint32_t n = 0;

    if (m->shape == SHAPE_HOLLOW) {
        draw_hollow(k, m, b);
        return;
    }
    corners[n++] = (struct drawing_point){x + before, head};
    corners[n++] = (struct drawing_point){end - behind, head};
    if (right)
        corners[n++] = (struct drawing_point){end, k->area.middle};
    corners[n++] = (struct drawing_point){end - behind, foot};
    corners[n++] = (struct drawing_point){x + before, foot};
    if (left)
        corners[n++] = (struct drawing_point){x, k->area.middle};
    draw_polygon(k, m, corners, n);
}

static void draw_diamond(struct cell_sketch *k, const struct cell_mark *m)
{
    const int32_t half = CELL_DIAMOND / 2;
    const int32_t x = across(k, m->from);
    const int32_t y = k->area.middle;
    const struct drawing_point corners[] = {
        {x, y - half}, {x + half, y}, {x, y + half}, {x - half, y}};

    draw_polygon(k, m, corners, 4);
}

static void draw_line(struct cell_sketch *k, const struct cell_mark *m)
{
    sketch_line(&k->s, cell_tone_colour(k->s.house, m->tone), CELL_LINE,
                (struct drawing_point){across(k, m->from), along(k, m->low)},
                (struct drawing_point){across(k, m->to), along(k, m->high)});
}

static void draw_point(struct cell_sketch *k, const struct cell_mark *m)
{
    const struct rectangle box = {across(k, m->to) - CELL_LINE,
                                  along(k, m->high) - CELL_LINE, 2 * CELL_LINE,
                                  2 * CELL_LINE};

    sketch_box(&k->s, cell_tone_colour(k->s.house, m->tone), box);
}

/* A square as wide as its room. */
static void draw_symbol(struct cell_sketch *k, const struct cell_mark *m)
{
    struct cell_polygon polygons[CELL_POLYGONS];
    const size_t n = cell_symbol(k->s.house, m, polygons);
    const int64_t width = k->area.width;
    const int32_t top = k->area.middle - k->area.width / 2;

    for (size_t i = 0; i < n; i++) {
        struct drawing_item *item =
            sketch_item(&k->s, DRAWING_AREA, polygons[i].colour);
        const struct drawing_point *from = polygons[i].points;

        if (item == NULL)
            return;
        item->points =
            arena_alloc(k->s.arena, polygons[i].npoints, sizeof(*item->points));
        if (item->points == NULL)
            return;
        item->npoints = polygons[i].npoints;
        for (uint32_t c = 0; c < item->npoints; c++)
            item->points[c] = (struct drawing_point){
                (int32_t)(from[c].x * width / CELL_SYMBOL),
                top + (int32_t)(from[c].y * width / CELL_SYMBOL)};
    }
}

static void draw_mark(struct cell_sketch *k, const struct cell_mark *m)
{
    const int32_t tick = CELL_TICK / 2;

    switch ((enum cell_shape)m->shape) {
    case SHAPE_BAR:
    case SHAPE_HOLLOW:
    case SHAPE_ARROW:
    case SHAPE_ARROW_HOLLOW:
    case SHAPE_BACK:
    case SHAPE_BACK_HOLLOW: draw_bar(k, m); break;
    case SHAPE_DIAMOND:
    case SHAPE_DIAMOND_HOLLOW: draw_diamond(k, m); break;
    case SHAPE_TICK:
        draw_upright(k, m, CELL_THICK, k->area.middle - tick,
                     k->area.middle + tick);
        break;
    case SHAPE_AXIS: draw_upright(k, m, CELL_AXIS, 0, k->area.height); break;
    case SHAPE_GRID: draw_upright(k, m, CELL_GRID, 0, k->area.height); break;
    case SHAPE_AS_AT: draw_dashes(k, m); break;
    case SHAPE_LINE: draw_line(k, m); break;
    case SHAPE_POINT: draw_point(k, m); break;
    default: draw_symbol(k, m); break;
    }
}

static bool is_centred(const struct cell_word *w)
{
    return !w->above && w->align == ALIGN_CENTRE;
}

/* What heads all that is drawn is a head, what names a part of it is not. */
static enum face face_of(const struct cell_word *w)
{
    return is_centred(w) ? FACE_REGULAR : FACE_BOLD;
}

static int32_t width_of(struct cell_sketch *k, const struct cell_word *w)
{
    return label_full_width(&k->s, w->text, face_of(w));
}

/* Every how many words in the middle of their places there is room for: two
   beside each other have half of either between their middles. */
static uint32_t step_of(struct cell_sketch *k, const struct cell_drawing *d)
{
    static const uint32_t steps[] = {1, 2, 3, 4, 6, 12};
    uint32_t i = 0;
    int64_t most = 0;   /* places that two words need, in thousandths */
    int32_t before = 0; /* the width of the word before, */
    int32_t middle = 0; /* and where its middle is */

    for (uint32_t n = 0; n < d->nwords; n++) {
        const struct cell_word *w = &d->words[n];
        const int32_t at = (across(k, w->from) + across(k, w->to)) / 2;
        int32_t width;

        if (!is_centred(w))
            continue;
        width = width_of(k, w);
        if (before > 0 && at > middle) {
            const int64_t both = (before + width) / 2 + GAP;

            if (both * 1000 / (at - middle) > most)
                most = both * 1000 / (at - middle);
        }
        before = width;
        middle = at;
    }
    while (i + 1 < sizeof(steps) / sizeof(steps[0]) && steps[i] * 1000 < most)
        i++;
    return steps[i];
}

/* Where a word in the middle of its place begins, or one above that would go
   beyond the end. */
static int32_t within(const struct cell_sketch *k, int32_t from, int32_t width)
{
    const int32_t end = k->area.width + GAP;

    return from + width <= end ? from : end - width;
}

/* Where a word begins that may go beyond the ends: by one edge of its place, or
   in its middle. */
static int32_t place_of(const struct cell_sketch *k, const struct cell_word *w,
                        int32_t width)
{
    const int32_t from = across(k, w->from);
    const int32_t room = across(k, w->to) - from;

    return w->align == ALIGN_START ? from + (w->above ? GAP / 2 : GAP)
           : w->align == ALIGN_END ? from + room - GAP - width
                                   : from + (room - width) / 2;
}

static bool is_side(const struct cell_word *w)
{
    return !w->above && !is_centred(w);
}

/* Where words at the sides begin. Each stands by the line that they name the
   sides of where it has room, else as near as the other leaves it; where both
   would find none, they reach into the padding of their cell. */
struct side_words {
    int32_t from[2];
    uint32_t count; /* 0: not both have room, and one would say too little */
};

static struct side_words place_sides(struct cell_sketch *k,
                                     const struct cell_drawing *d)
{
    const int32_t end = k->area.width + GAP;
    struct side_words sides = {.count = 0};
    int32_t widths[2] = {0};
    int32_t *from = sides.from;

    for (uint32_t i = 0; i < d->nwords && sides.count < 2; i++) {
        const struct cell_word *w = &d->words[i];

        if (!is_side(w))
            continue;
        widths[sides.count] = width_of(k, w);
        from[sides.count] = place_of(k, w, widths[sides.count]);
        sides.count++;
    }
    if (sides.count < 2) {
        from[0] = within(k, from[0], widths[0]);
    } else {
        const bool fit = widths[0] + GAP / 2 + widths[1] <= end;
        const int32_t least = fit ? 0 : -GAP;

        from[1] = within(k, from[1], widths[1]);
        if (from[0] > from[1] - GAP / 2 - widths[0])
            from[0] = from[1] - GAP / 2 - widths[0];
        if (from[0] < least)
            from[0] = least;
        if (from[1] < from[0] + widths[0] + GAP / 2)
            from[1] = from[0] + widths[0] + GAP / 2;
    }
    if (sides.count > 0 &&
        (from[0] < -GAP ||
         from[sides.count - 1] + widths[sides.count - 1] > end))
        sides.count = 0;
    return sides;
}

static void draw_word(struct cell_sketch *k, const struct cell_word *w,
                      int32_t from, int32_t width)
{
    const struct label label = label_make(&k->s, w->text, face_of(w), width);

    label_draw(&k->s, &label, from,
               k->area.foot - (w->above ? 2 : 1) * label.height, width,
               ALIGN_START);
}

/* Words name what the cells say: those that have no room are left out. */
static void draw_words(struct cell_sketch *k, const struct cell_drawing *d)
{
    const uint32_t step = step_of(k, d);
    const struct side_words sides = place_sides(k, d);
    uint32_t centred = 0;
    uint32_t side = 0;

    for (uint32_t i = 0; i < d->nwords; i++) {
        const struct cell_word *w = &d->words[i];
        const int32_t width = width_of(k, w);

        if (is_side(w) && side < sides.count)
            draw_word(k, w, sides.from[side++], width);
        else if (w->above || (is_centred(w) && centred++ % step == 0))
            draw_word(k, w, within(k, place_of(k, w, width), width), width);
    }
}

const struct drawing *cell_draw(const struct doc_node *node,
                                const struct house *house,
                                struct cell_area area, struct shaper *shaper,
                                struct arena *arena, struct findings *findings)
{
    const struct cell_drawing *model = node->u.drawing;
    struct cell_sketch k = {
        .s = {.drawing = arena_alloc(arena, 1, sizeof(struct drawing)),
              .house = house,
              .shaper = shaper,
              .arena = arena,
              .findings = findings,
              .at = node->at},
        .area = area,
    };

    if (k.s.drawing == NULL)
        return NULL;
    k.s.drawing->width = area.width;
    k.s.drawing->height = area.height;
    for (uint32_t i = 0; i < model->nmarks; i++)
        draw_mark(&k, &model->marks[i]);
    draw_words(&k, model);
    return arena_status(arena) == ST_OK ? k.s.drawing : NULL;
}
