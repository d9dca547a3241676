#include "output/drawing/bars_parts.h"

int32_t bars_grid_width(struct sketch *s, const struct picture_bars *m)
{
    int32_t width = 0;

    for (uint32_t i = 0; i < m->nticks; i++) {
        const int32_t w = label_full_width(s, m->ticks[i].label, FACE_REGULAR);

        width = w > width ? w : width;
    }
    return m->nticks == 0 ? 0 : width + 2 * GAP;
}

void bars_grid(struct sketch *s, const struct picture_bars *m,
               const struct axis *axis, int32_t left, int32_t right)
{
    struct drawing_point *ends;

    if (m->nticks == 0)
        return;
    ends = sketch_lines(s, s->house->colours.rule, HAIRLINE, 2 * m->nticks);
    for (uint32_t i = 0; ends != NULL && i < m->nticks; i++, ends += 2) {
        const int32_t y = axis_at(axis, m->ticks[i].at);

        ends[0] = (struct drawing_point){left, y};
        ends[1] = (struct drawing_point){right, y};
    }
    axis_labels_beside(s, axis, m->ticks, m->nticks, left - GAP);
}

/* The whole number next below the square root of N. */
static int64_t root_of_length(int64_t n)
{
    int64_t low = 0;
    int64_t high = INT64_C(1) << 31;

    while (low + 1 < high) {
        const int64_t middle = (low + high) / 2;

        if (middle * middle <= n)
            low = middle;
        else
            high = middle;
    }
    return low;
}

void sketch_dashes(struct sketch *s, uint32_t colour, int32_t thickness,
                   struct drawing_point from, struct drawing_point to,
                   int32_t on, int32_t off)
{
    const int64_t dx = to.x - from.x;
    const int64_t dy = to.y - from.y;
    const int64_t length = root_of_length(dx * dx + dy * dy);
    const uint32_t n = (uint32_t)((length + on + off - 1) / (on + off));
    struct drawing_point *ends;

    if (length == 0)
        return;
    ends = sketch_lines(s, colour, thickness, 2 * n);
    for (uint32_t i = 0; ends != NULL && i < n; i++, ends += 2) {
        const int64_t begin = (int64_t)i * (on + off);
        const int64_t end = begin + on < length ? begin + on : length;

        ends[0] =
            (struct drawing_point){from.x + (int32_t)(dx * begin / length),
                                   from.y + (int32_t)(dy * begin / length)};
        ends[1] = (struct drawing_point){from.x + (int32_t)(dx * end / length),
                                         from.y + (int32_t)(dy * end / length)};
    }
}
