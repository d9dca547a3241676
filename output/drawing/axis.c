#include "output/drawing/sketch.h"

#define APART 6000 /* one label from the next */

int32_t axis_at(const struct axis *a, int64_t value)
{
    const bool upward = a->length < 0;
    const uint64_t length =
        (uint64_t)(upward ? -(int64_t)a->length : a->length);
    uint64_t range = (uint64_t)a->to - (uint64_t)a->from;
    uint64_t part;
    int32_t along;

    if (value < a->from)
        value = a->from;
    if (value > a->to)
        value = a->to;
    part = (uint64_t)value - (uint64_t)a->from;
    while (range > UINT32_MAX) { /* so that the product below fits */
        range >>= 1;
        part >>= 1;
    }
    if (part > range)
        part = range;
    along = (int32_t)(part * length / range);
    return a->start + (upward ? -along : along);
}

/* Labels above each other where they have no room beside each other. */
struct level {
    int32_t right; /* where its last label ends */
    int32_t height;
};

struct levels {
    struct level *level; /* as many as there are labels */
    uint32_t count;
};

/* The lowest level with room at X. */
static uint32_t choose_level(struct levels *l, int32_t x)
{
    for (uint32_t i = 0; i < l->count; i++) {
        if (l->level[i].right <= x)
            return i;
    }
    return l->count++;
}

static int32_t widest_word(struct sketch *s, const struct picture_tick *ticks,
                           uint32_t n)
{
    int32_t widest = 0;

    for (uint32_t i = 0; i < n; i++) {
        const int32_t word = label_word_width(s, ticks[i].label, FACE_REGULAR);

        widest = word > widest ? word : widest;
    }
    return widest;
}

/* What labels may be wide: the least from one tick to the next, so that either
   all are broken or none, but their words whole. */
static int32_t label_room(struct sketch *s, const struct axis *a,
                          const struct picture_tick *ticks, uint32_t n)
{
    const int32_t words = widest_word(s, ticks, n);
    int32_t room = a->length;

    for (uint32_t i = 0; i < n; i++) {
        const int32_t here = axis_at(a, ticks[i].at);

        if (i + 1 < n && axis_at(a, ticks[i + 1].at) - here - APART < room)
            room = axis_at(a, ticks[i + 1].at) - here - APART;
    }
    room = room < words ? words : room;
    return room < a->length ? room : a->length;
}

struct placed_label {
    struct label label;
    int32_t x;
    uint32_t level;
};

/* MIDDLE: where the label's is to be. */
static void place(const struct sketch *s, int32_t middle,
                  struct placed_label *p, struct levels *levels)
{
    const int32_t width = s->drawing->width;
    struct level *level;

    p->x = middle - p->label.width / 2;
    if (p->x + p->label.width > width)
        p->x = width - p->label.width;
    if (p->x < 0)
        p->x = 0;
    p->level = choose_level(levels, p->x);
    level = &levels->level[p->level];
    level->right = p->x + p->label.width + APART;
    if (p->label.height > level->height)
        level->height = p->label.height;
}

int32_t axis_overhang(struct sketch *s, const struct picture_tick *last)
{
    return label_word_width(s, last->label, FACE_REGULAR) / 2;
}

/* Where the label of tick INDEX stands: at it, or between it and the next. */
static int32_t middle_of_label(const struct axis *a,
                               const struct picture_tick *ticks, uint32_t n,
                               uint32_t index, bool between)
{
    const int32_t here = axis_at(a, ticks[index].at);

    return between && index + 1 < n
               ? here + (axis_at(a, ticks[index + 1].at) - here) / 2
               : here;
}

int32_t axis_labels_along(struct sketch *s, const struct axis *a,
                          const struct picture_tick *ticks, uint32_t n,
                          bool between, int32_t y)
{
    struct placed_label *placed = arena_alloc(s->arena, n, sizeof(*placed));
    struct levels levels = {
        .level = arena_alloc(s->arena, n, sizeof(*levels.level)),
    };
    const int32_t room =
        between ? widest_word(s, ticks, n) : label_room(s, a, ticks, n);
    int32_t height = 0;

    if (placed == NULL || levels.level == NULL)
        return 0;
    for (uint32_t i = 0; i < n; i++) { /* a tick may have no label */
        placed[i].label = label_make(s, ticks[i].label, FACE_REGULAR, room);
        if (placed[i].label.nlines > 0)
            place(s, middle_of_label(a, ticks, n, i, between), &placed[i],
                  &levels);
    }
    for (uint32_t i = 0; i < levels.count; i++)
        height += levels.level[i].height;
    for (uint32_t i = 0; i < n; i++) {
        const struct placed_label *p = &placed[i];
        int32_t foot = y + height;

        for (uint32_t k = 0; k < p->level; k++)
            foot -= levels.level[k].height;
        label_draw(s, &p->label, p->x, foot - p->label.height, p->label.width,
                   ALIGN_CENTRE);
    }
    return height;
}

void axis_labels_beside(struct sketch *s, const struct axis *a,
                        const struct picture_tick *ticks, uint32_t n,
                        int32_t width)
{
    const int32_t leading = label_leading(s);
    int32_t *tops = arena_alloc(s->arena, n, sizeof(*tops));
    int32_t bound = a->start + a->length - leading / 2;

    if (tops == NULL)
        return;
    /* Each at its tick, pushed up by the one below it, and all of them down
       again by the upper end. */
    for (uint32_t i = 0; i < n; i++) {
        tops[i] = axis_at(a, ticks[i].at) - leading / 2;
        if (i > 0 && tops[i] > tops[i - 1] - leading)
            tops[i] = tops[i - 1] - leading;
    }
    for (uint32_t i = n; i-- > 0; bound += leading) {
        if (tops[i] >= bound)
            break;
        tops[i] = bound;
    }
    for (uint32_t i = 0; i < n; i++) {
        const struct label label =
            label_make(s, ticks[i].label, FACE_REGULAR, width);

        label_draw(s, &label, 0, tops[i], width, ALIGN_END);
    }
}
