#include "core/base/name_map.h"
#include "core/doc/doc.h"
#include "core/model/contrast.h"
#include "core/model/picture.h"

struct colouring {
    struct name_map names; /* to 1 + the colour that each has */
    const uint32_t *charts;
    unsigned uses[CHART_COLOURS]; /* names that have each */
};

static bool stands_beside(const struct colouring *c, uint8_t colour,
                          uint8_t before)
{
    return before >= CHART_COLOURS ||
           contrast(c->charts[colour], c->charts[before]) >= CONTRAST_DRAWN;
}

/* One that fewest names have; among those the first that can be told from that
   of the part before. */
static uint8_t choose(const struct colouring *c, uint8_t before)
{
    unsigned least = c->uses[0];
    uint8_t first = CHART_COLOURS;

    for (uint8_t i = 1; i < CHART_COLOURS; i++)
        least = c->uses[i] < least ? c->uses[i] : least;
    for (uint8_t i = 0; i < CHART_COLOURS; i++) {
        if (c->uses[i] > least)
            continue;
        if (stands_beside(c, i, before))
            return i;
        first = first == CHART_COLOURS ? i : first;
    }
    return first;
}

/* A colour that the list has twice is used twice. */
static void count(struct colouring *c, uint8_t colour)
{
    for (size_t i = 0; i < CHART_COLOURS; i++)
        c->uses[i] += c->charts[i] == c->charts[colour];
}

static void colour_parts(struct colouring *c, const struct picture_bars *b)
{
    uint8_t before = CHART_COLOURS;

    for (uint32_t i = 0; b->colours != NULL && i < b->nseries; i++) {
        const uint32_t known = name_map_get(&c->names, b->series[i]);

        if (known > 0) {
            before = (uint8_t)(known - 1);
        } else {
            before = choose(c, before);
            count(c, before);
            name_map_add(&c->names, b->series[i], before + 1U);
        }
        b->colours[i] = before;
    }
}

void doc_colour(struct doc *d)
{
    struct colouring c = {.uses = {0}};
    struct doc_node *n = d->root;

    if (n == NULL || d->style == NULL)
        return;
    c.charts = d->style->house->colours.charts;
    name_map_init(&c.names, d->arena, (uint64_t)(uintptr_t)d);

    for (; n != NULL; n = doc_following(d->root, n)) {
        if (n->kind == DOC_PICTURE && n->u.picture != NULL &&
            n->u.picture->kind == PICTURE_BARS)
            colour_parts(&c, &n->u.picture->u.bars);
    }
}
