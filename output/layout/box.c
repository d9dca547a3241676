#include "core/base/mem.h"
#include "output/layout/layout_parts.h"

#include <string.h>

#define FIRST_ROOM 64
#define PART_LEAST ((size_t)1024 * 1024) /* its last block is half empty */
#define PART_OF_ALL 32 /* so many parts have room for gigabytes */

bool layout_ok(const struct layout_parts *m)
{
    return arena_status(m->arena) == ST_OK;
}

bool scratch_room(struct layout_parts *m, void **memory, size_t *capacity,
                  size_t count, size_t size)
{
    size_t want = *capacity < FIRST_ROOM ? FIRST_ROOM : *capacity;
    void *p;

    if (count <= *capacity)
        return true;
    while (want < count && want <= SIZE_MAX / 4)
        want *= 2;
    if (want < count || want > SIZE_MAX / size) {
        arena_fail(m->arena, ST_LIMIT);
        return false;
    }
    p = mem_realloc(*memory, want * size);
    if (p == NULL) {
        arena_fail(m->arena, ST_NOMEM);
        return false;
    }
    *memory = p;
    *capacity = want;
    return true;
}

struct box *box_new(struct layout_parts *m, int32_t height)
{
    struct box *s = m->free_boxes;

    if (s == NULL) {
        s = arena_alloc(m->arena, 1, sizeof(*s));
    } else {
        m->free_boxes = s->next;
        memset(s, 0, sizeof(*s));
    }
    if (s != NULL)
        s->height = height;
    return s;
}

void box_recycle(struct layout_parts *m, struct box *s)
{
    s->next = m->free_boxes;
    m->free_boxes = s;
}

void box_item(struct box *s, struct layout_item *item)
{
    if (s == NULL || item == NULL)
        return;
    if (s->last == NULL)
        s->first = item;
    else
        s->last->next = item;
    s->last = item;
}

static void merge_targets(struct box *s, struct box *from, int32_t dy)
{
    struct layout_target **end = &s->targets;

    for (struct layout_target *t = from->targets; t != NULL; t = t->next)
        t->y += dy;
    while (*end != NULL)
        end = &(*end)->next;
    *end = from->targets;
}

void box_merge(struct layout_parts *m, struct box *s, struct box *from,
               int32_t dy)
{
    struct box **notes = &s->notes;

    for (struct layout_item *i = from->first; i != NULL; i = i->next)
        i->y += dy;
    if (from->first != NULL) {
        box_item(s, from->first);
        s->last = from->last;
    }
    if (from->targets != NULL)
        merge_targets(s, from, dy);
    while (*notes != NULL)
        notes = &(*notes)->next;
    *notes = from->notes;
    box_recycle(m, from);
}

void boxes_add(struct boxes *list, struct box *s)
{
    if (s == NULL)
        return;
    s->next = NULL;
    if (list->last == NULL)
        list->first = s;
    else
        list->last->next = s;
    list->last = s;
}

struct box *boxes_take(struct boxes *list)
{
    struct box *s = list->first;

    if (s == NULL)
        return NULL;
    list->first = s->next;
    if (list->first == NULL)
        list->last = NULL;
    s->next = NULL;
    return s;
}

static struct box *beside(struct layout_parts *m, struct box *a, struct box *b)
{
    struct box *s;
    int32_t baseline;
    int32_t bottom_a;
    int32_t bottom_b;

    if (a == NULL || b == NULL)
        return a == NULL ? b : a;
    baseline = a->baseline > b->baseline ? a->baseline : b->baseline;
    bottom_a = baseline - a->baseline + a->height;
    bottom_b = baseline - b->baseline + b->height;
    s = box_new(m, bottom_a > bottom_b ? bottom_a : bottom_b);
    if (s == NULL)
        return a;
    s->baseline = baseline;
    s->space = a->space > b->space ? a->space : b->space;
    s->keep = a->keep > b->keep ? a->keep : b->keep;
    box_merge(m, s, a, baseline - a->baseline);
    box_merge(m, s, b, baseline - b->baseline);
    return s;
}

void boxes_beside(struct layout_parts *m, struct boxes *left,
                  struct boxes *right, struct boxes *out)
{
    while (left->first != NULL || right->first != NULL) {
        struct box *a = boxes_take(left);
        struct box *b = boxes_take(right);

        boxes_add(out, beside(m, a, b));
    }
}

static void copy_item(struct layout_parts *m, struct layout_item *item,
                      const struct layout_item *from)
{
    const uint32_t part = item->part;
    struct shaped_word *words = NULL;

    *item = *from;
    item->part = part & UINT8_MAX;
    item->next = NULL;
    if (from->kind != LAYOUT_TEXT || from->nwords <= 1)
        return;
    words = item_words(m, from->nwords);
    if (words != NULL)
        memcpy(words, from->words, from->nwords * sizeof(*words));
    item->words = words;
    if (words == NULL)
        item->nwords = 0;
}

void boxes_copy(struct layout_parts *m, const struct boxes *from,
                struct boxes *out)
{
    for (const struct box *s = from->first; s != NULL; s = s->next) {
        struct box *copy = box_new(m, s->height);

        if (copy == NULL)
            return;
        copy->space = s->space;
        for (const struct layout_item *i = s->first; i != NULL; i = i->next) {
            struct layout_item *item = item_new(m, LAYOUT_TEXT);

            if (item == NULL)
                return;
            copy_item(m, item, i);
            box_item(copy, item);
        }
        boxes_add(out, copy);
    }
}

int32_t boxes_height(const struct boxes *list)
{
    int64_t sum = 0;

    for (const struct box *s = list->first; s != NULL; s = s->next)
        sum += s->height + (s == list->first ? 0 : s->space);
    /* Taller than any page, with room to add to it. */
    return sum > INT32_MAX / 2 ? INT32_MAX / 2 : (int32_t)sum;
}

struct layout_item *item_new(struct layout_parts *m, enum layout_kind kind)
{
    struct layout_item *item =
        m->items == NULL ? NULL : arena_alloc(m->items, 1, sizeof(*item));

    if (item == NULL)
        return NULL;
    item->kind = kind & LAYOUT_KIND;
    item->artifact = m->artifact & LAYOUT_ARTIFACT;
    item->part = (uint8_t)(m->layout->nparts - 1);
    return item;
}

struct shaped_word *item_words(struct layout_parts *m, size_t n)
{
    if (m->items == NULL)
        return NULL;
    if (n > LAYOUT_WORDS_MAX) {
        arena_fail(m->items, ST_LIMIT);
        return NULL;
    }
    return arena_alloc(m->items, n, sizeof(struct shaped_word));
}

void items_part(struct layout_parts *m)
{
    struct layout *l = m->layout;

    if (l->nparts == LAYOUT_PARTS_MAX ||
        (m->items != NULL && (m->items->used < PART_LEAST ||
                              m->items->used < m->arena->used / PART_OF_ALL)))
        return;
    m->items = arena_part(m->arena);
    l->parts[l->nparts++].arena = m->items;
}

void item_on_page(struct layout_parts *m, const struct layout_item *item,
                  const struct layout_page *page)
{
    struct layout_part *part = &m->layout->parts[item->part];

    if (page->number > part->last_page) /* heads come to all in the end */
        part->last_page = page->number;
}

struct layout_item *item_fill(struct layout_parts *m,
                              enum layout_artifact artifact,
                              const struct doc_node *src, uint32_t colour)
{
    struct layout_item *item = item_new(m, LAYOUT_FILL);

    if (item == NULL)
        return NULL;
    if (m->artifact == ARTIFACT_NONE) {
        item->artifact = artifact & LAYOUT_ARTIFACT;
        item->src = src;
    }
    item->colour = colour & LAYOUT_COLOUR;
    return item;
}
