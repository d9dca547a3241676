#include "output/drawing/sketch.h"

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
