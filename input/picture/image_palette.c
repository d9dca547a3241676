#include "input/picture/image_parts.h"

/* A power of two, four times the colours: few collisions. */
#define SLOTS 1024
#define FREE UINT32_MAX

struct palette {
    uint32_t colours[IMAGE_COLOURS_MAX]; /* in order of appearance */
    uint32_t count;
    uint32_t slots[SLOTS]; /* indices of colours, by colour; or FREE */
    uint32_t last;         /* slot: most pixels are as the one before */
};

/* The index of COLOUR; IMAGE_COLOURS_MAX when there are too many. */
static uint32_t index_of(struct palette *p, uint32_t colour)
{
    uint32_t slot = p->last;

    if (p->slots[slot] != FREE && p->colours[p->slots[slot]] == colour)
        return p->slots[slot];
    slot = colour * UINT32_C(2654435761) >> 22;
    while (p->slots[slot] != FREE && p->colours[p->slots[slot]] != colour)
        slot = (slot + 1) % SLOTS;
    if (p->slots[slot] == FREE && p->count < IMAGE_COLOURS_MAX) {
        p->slots[slot] = p->count;
        p->colours[p->count++] = colour;
    }
    p->last = slot;
    return p->slots[slot] == FREE ? IMAGE_COLOURS_MAX : p->slots[slot];
}

static uint32_t colour_at(const struct image_canvas *c, size_t i)
{
    const uint8_t *at = c->pixels + i * 3;

    return (uint32_t)at[0] << 16 | (uint32_t)at[1] << 8 | at[2];
}

static uint8_t *bytes_of(struct arena *arena, const struct palette *p)
{
    uint8_t *bytes = arena_alloc(arena, p->count, 3);

    for (uint32_t i = 0; bytes != NULL && i < p->count; i++) {
        bytes[3 * i] = (uint8_t)(p->colours[i] >> 16);
        bytes[3 * i + 1] = (uint8_t)(p->colours[i] >> 8);
        bytes[3 * i + 2] = (uint8_t)p->colours[i];
    }
    return bytes;
}

void image_find_palette(struct image_job *job, struct image_canvas *c)
{
    const size_t pixels = (size_t)c->width * c->height;
    struct palette p = {.count = 0};
    uint8_t *bytes;

    if (c->channels != 3)
        return;
    for (size_t i = 0; i < SLOTS; i++)
        p.slots[i] = FREE;
    for (size_t i = 0; i < pixels; i++) {
        if (index_of(&p, colour_at(c, i)) == IMAGE_COLOURS_MAX)
            return;
    }
    bytes = bytes_of(job->arena, &p);
    if (bytes == NULL)
        return;
    /* An index never overwrites what is still to be read. */
    for (size_t i = 0; i < pixels; i++)
        c->pixels[i] = (uint8_t)index_of(&p, colour_at(c, i));
    c->channels = 1;
    job->made->palette = bytes;
    job->made->ncolours = (uint16_t)p.count;
}
