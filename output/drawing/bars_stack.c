#include "output/drawing/sketch.h"

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
static void draw_part(struct sketch *s, const struct picture_bars *b,
                      uint32_t part, bool across, int32_t from, int32_t to,
                      int32_t cross, int32_t thickness)
{
    int32_t low = from < to ? from : to;
    int32_t length = from < to ? to - from : from - to;

    if (length == 0)
        length = HAIRLINE; /* so small a part is still there */
    if (length > 3 * BETWEEN) {
        low += BETWEEN / 2;
        length -= BETWEEN;
    }
    sketch_part(s, part, picture_colour(b, part),
                across ? (struct rectangle){low, cross, length, thickness}
                       : (struct rectangle){cross, low, thickness, length});
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
        draw_part(s, b, i, across, axis_at(axis, begin), axis_at(axis, *end),
                  cross, thickness);
    }
    return axis_at(axis, above);
}
