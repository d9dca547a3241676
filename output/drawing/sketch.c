#include "output/drawing/sketch.h"

#define HATCH_STEP 5000 /* between the lines of a pattern */
#define HATCH_WIDTH 1000
#define NCHARTS (sizeof(((struct house_colours *)0)->charts) / sizeof(uint32_t))

struct drawing_item *sketch_item(struct sketch *s, enum drawing_kind kind,
                                 uint32_t colour)
{
    struct drawing *d = s->drawing;
    struct drawing_item *item = arena_alloc(s->arena, 1, sizeof(*item));

    if (item == NULL)
        return NULL;
    item->kind = (uint8_t)kind;
    item->colour = colour;
    if (d->last == NULL)
        d->first = item;
    else
        d->last->next = item;
    d->last = item;
    return item;
}

/* Its N points, to be filled; NULL after a failure. */
static struct drawing_point *add_points(struct sketch *s,
                                        struct drawing_item *item, uint32_t n)
{
    if (item == NULL)
        return NULL;
    item->points = arena_alloc(s->arena, n, sizeof(*item->points));
    item->npoints = item->points == NULL ? 0 : n;
    return item->points;
}

void sketch_area(struct sketch *s, uint32_t colour,
                 const struct drawing_point *corners, uint32_t n)
{
    struct drawing_point *points =
        add_points(s, sketch_item(s, DRAWING_AREA, colour), n);

    for (uint32_t i = 0; points != NULL && i < n; i++)
        points[i] = corners[i];
}

void sketch_box(struct sketch *s, uint32_t colour, struct rectangle box)
{
    const int32_t right = box.x + box.width;
    const int32_t foot = box.y + box.height;
    const struct drawing_point corners[] = {
        {box.x, box.y}, {right, box.y}, {right, foot}, {box.x, foot}};

    if (box.width > 0 && box.height > 0)
        sketch_area(s, colour, corners, 4);
}

struct drawing_point *sketch_lines(struct sketch *s, uint32_t colour,
                                   int32_t thickness, uint32_t n)
{
    struct drawing_item *item = sketch_item(s, DRAWING_LINES, colour);

    if (item == NULL)
        return NULL;
    item->size = thickness;
    return add_points(s, item, n);
}

void sketch_line(struct sketch *s, uint32_t colour, int32_t thickness,
                 struct drawing_point from, struct drawing_point to)
{
    struct drawing_point *ends = sketch_lines(s, colour, thickness, 2);

    if (ends == NULL)
        return;
    ends[0] = from;
    ends[1] = to;
}

void sketch_outline(struct sketch *s, uint32_t colour, struct rectangle b)
{
    const int32_t half = STROKE / 2;
    const int32_t left = b.x + half;
    const int32_t right = b.x + b.width - half;
    const int32_t head = b.y + half;
    const int32_t foot = b.y + b.height - half;
    struct drawing_point *p = sketch_lines(s, colour, STROKE, 8);

    if (p == NULL)
        return;
    p[0] = (struct drawing_point){b.x, head};
    p[1] = (struct drawing_point){b.x + b.width, head};
    p[2] = (struct drawing_point){b.x, foot};
    p[3] = (struct drawing_point){b.x + b.width, foot};
    p[4] = (struct drawing_point){left, b.y};
    p[5] = (struct drawing_point){left, b.y + b.height};
    p[6] = (struct drawing_point){right, b.y};
    p[7] = (struct drawing_point){right, b.y + b.height};
}

/* --- patterns --- */

enum {
    RISING = 1,
    FALLING = 2,
    LEVEL = 4,
    UPRIGHT = 8,
};

/* One for each part that a bar may have, so that parts differ whatever the
   colours of a house are; the plainest first. */
static const uint8_t patterns[] = {
    0,
    RISING,
    LEVEL,
    RISING | FALLING,
    UPRIGHT,
    FALLING,
    LEVEL | UPRIGHT,
    RISING | LEVEL,
    FALLING | UPRIGHT,
    RISING | UPRIGHT,
    FALLING | LEVEL,
    RISING | FALLING | LEVEL,
    RISING | FALLING | UPRIGHT,
    RISING | LEVEL | UPRIGHT,
    FALLING | LEVEL | UPRIGHT,
    RISING | FALLING | LEVEL | UPRIGHT,
};

#define NPATTERNS (sizeof(patterns) / sizeof(patterns[0]))

_Static_assert(NPATTERNS == PICTURE_SERIES_MAX, "a pattern for each part");

/*
 * A line of slope 1 across a box, from its left or lower edge to its right or
 * upper one: OFFSET is where it begins, counted up the left edge from the
 * foot and, when negative, along the foot.
 */
static void put_rising(struct rectangle b, int32_t offset,
                       struct drawing_point *ends)
{
    const int32_t x = offset < 0 ? -offset : 0;
    const int32_t up = offset < 0 ? 0 : offset;
    const int32_t right = b.width - x;
    const int32_t above = b.height - up;
    const int32_t run = right < above ? right : above;

    ends[0] = (struct drawing_point){b.x + x, b.y + b.height - up};
    ends[1] = (struct drawing_point){b.x + x + run, b.y + b.height - up - run};
}

static void hatch_slanting(struct sketch *s, struct rectangle b, bool falling)
{
    const int32_t step = HATCH_STEP * 7 / 5; /* of lines 5 pt apart */
    const int32_t first = (step / 2 - b.width) / step * step + step / 2;
    uint32_t n = 0;
    struct drawing_point *ends;

    for (int32_t at = first; at < b.height; at += step)
        n += at > -b.width;
    if (n == 0)
        return;
    ends = sketch_lines(s, WHITE, HATCH_WIDTH, 2 * n);
    for (int32_t at = first; ends != NULL && at < b.height; at += step) {
        if (at <= -b.width)
            continue;
        put_rising(b, at, ends);
        for (int i = 0; falling && i < 2; i++)
            ends[i].x = 2 * b.x + b.width - ends[i].x;
        ends += 2;
    }
}

static void hatch_straight(struct sketch *s, struct rectangle b, bool upright)
{
    const int32_t length = upright ? b.width : b.height;
    const int32_t n = length / HATCH_STEP;
    const int32_t first = (length - (n - 1) * HATCH_STEP) / 2;
    struct drawing_point *ends;

    if (n < 1)
        return;
    ends = sketch_lines(s, WHITE, HATCH_WIDTH, 2 * (uint32_t)n);
    for (int32_t i = 0; ends != NULL && i < n; i++, ends += 2) {
        const int32_t at = first + i * HATCH_STEP;

        ends[0] = ends[1] = (struct drawing_point){b.x, b.y};
        if (upright) {
            ends[0].x = ends[1].x = b.x + at;
            ends[1].y += b.height;
        } else {
            ends[0].y = ends[1].y = b.y + at;
            ends[1].x += b.width;
        }
    }
}

void sketch_part(struct sketch *s, uint32_t part, uint32_t colour,
                 struct rectangle box)
{
    const uint8_t pattern = patterns[part % NPATTERNS];
    const struct rectangle inner = {box.x + STROKE, box.y + STROKE,
                                    box.width - 2 * STROKE,
                                    box.height - 2 * STROKE};

    sketch_box(s, s->house->colours.charts[colour % NCHARTS], box);
    if (inner.width <= 0 || inner.height <= 0)
        return;
    if (pattern & RISING)
        hatch_slanting(s, inner, false);
    if (pattern & FALLING)
        hatch_slanting(s, inner, true);
    if (pattern & LEVEL)
        hatch_straight(s, inner, false);
    if (pattern & UPRIGHT)
        hatch_straight(s, inner, true);
}
