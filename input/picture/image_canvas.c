#include "core/base/mem.h"
#include "input/picture/image_parts.h"

#include <assert.h>
#include <string.h>

static uint32_t shrunk(uint64_t side, uint64_t longest)
{
    const uint64_t n = longest <= IMAGE_SIDE_MAX
                           ? side
                           : (side * IMAGE_SIDE_MAX + longest / 2) / longest;

    return n < 1 ? 1 : (uint32_t)n;
}

enum image_fault image_canvas_init(struct image_canvas *c,
                                   struct image_job *job, uint8_t channels)
{
    const uint64_t longest =
        job->width > job->height ? job->width : job->height;
    enum image_fault fault = IMAGE_SOUND;

    *c = (struct image_canvas){
        .from_width = (uint32_t)job->width,
        .from_height = (uint32_t)job->height,
        .width = shrunk(job->width, longest),
        .height = shrunk(job->height, longest),
        .channels = channels,
    };
    c->pixels = image_take(job, (size_t)c->width * c->height, channels, &fault);
    if (longest > IMAGE_SIDE_MAX)
        c->sums = image_take(job, (size_t)c->width * channels, sizeof(*c->sums),
                             &fault);
    return fault;
}

void image_canvas_free(struct image_canvas *c)
{
    mem_free(c->pixels);
    mem_free(c->sums);
    c->pixels = NULL;
    c->sums = NULL;
}

/*
 * Adds ROW, WEIGHT times. Where n pixels become m, a pixel is m wide and one
 * that is made n: so all shares are whole numbers, and no sum is larger than
 * 255 times all pixels.
 */
static void add_row(struct image_canvas *c, const uint8_t *row, uint64_t weight)
{
    uint64_t at = 0;

    for (uint32_t x = 0; x < c->from_width; x++) {
        const uint64_t end = at + c->width;

        while (at < end) {
            const uint64_t to = at / c->from_width;
            const uint64_t edge = (to + 1) * c->from_width;
            const uint64_t share = (edge < end ? edge : end) - at;

            for (uint8_t k = 0; k < c->channels; k++)
                c->sums[to * c->channels + k] +=
                    share * weight * row[(size_t)x * c->channels + k];
            at += share;
        }
    }
}

static void end_row(struct image_canvas *c, uint64_t y)
{
    const uint64_t area = (uint64_t)c->from_width * c->from_height;
    const size_t n = (size_t)c->width * c->channels;
    uint8_t *to = c->pixels + y * n;

    assert(area > 0); /* no decoder gives an image without pixels */
    for (size_t i = 0; i < n; i++)
        to[i] = (uint8_t)((c->sums[i] + area / 2) / area);
    memset(c->sums, 0, n * sizeof(*c->sums));
}

void image_canvas_row(struct image_canvas *c, const uint8_t *row)
{
    const size_t n = (size_t)c->width * c->channels;
    uint64_t at = (uint64_t)c->taken * c->height;
    const uint64_t end = at + c->height;

    if (c->sums == NULL)
        memcpy(c->pixels + c->taken * n, row, n);
    while (c->sums != NULL && at < end) {
        const uint64_t y = at / c->from_height;
        const uint64_t edge = (y + 1) * c->from_height;
        const uint64_t share = (edge < end ? edge : end) - at;

        add_row(c, row, share);
        at += share;
        if (at == edge)
            end_row(c, y);
    }
    c->taken++;
}

enum image_fault image_canvas_turn(struct image_canvas *c,
                                   struct image_job *job, int orientation)
{
    /* By orientation: whether columns and rows change places, and which of
       them then run backwards. */
    static const struct {
        bool swap, left, up;
    } turns[] = {
        [1] = {false, false, false}, [2] = {false, true, false},
        [3] = {false, true, true},   [4] = {false, false, true},
        [5] = {true, false, false},  [6] = {true, false, true},
        [7] = {true, true, true},    [8] = {true, true, false},
    };
    const bool swap = turns[orientation].swap;
    const uint32_t width = swap ? c->height : c->width;
    const uint32_t height = swap ? c->width : c->height;
    enum image_fault fault = IMAGE_SOUND;
    uint8_t *turned;
    uint8_t *to;

    if (orientation == 1)
        return IMAGE_SOUND;
    turned = image_take(job, (size_t)width * height, c->channels, &fault);
    if (turned == NULL)
        return fault;
    to = turned;
    for (uint32_t y = 0; y < height; y++) {
        for (uint32_t x = 0; x < width; x++, to += c->channels) {
            uint32_t from_x = swap ? y : x;
            uint32_t from_y = swap ? x : y;

            if (turns[orientation].left)
                from_x = c->width - 1 - from_x;
            if (turns[orientation].up)
                from_y = c->height - 1 - from_y;
            memcpy(to,
                   c->pixels +
                       ((size_t)from_y * c->width + from_x) * c->channels,
                   c->channels);
        }
    }
    mem_free(c->pixels);
    c->pixels = turned;
    c->width = width;
    c->height = height;
    return IMAGE_SOUND;
}
