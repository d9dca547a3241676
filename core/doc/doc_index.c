#include "core/doc/doc_index.h"

/* FNV-1a, 64 bits. The order of slots is never seen outside. */
static size_t hash(struct str s)
{
    uint64_t h = UINT64_C(14695981039346656037);

    for (size_t i = 0; i < s.len; i++)
        h = (h ^ (unsigned char)s.ptr[i]) * UINT64_C(1099511628211);
    return (size_t)(h ^ (h >> 32));
}

/* The entry of ID, or the free slot where it belongs. */
static struct doc_index_entry *slot_of(const struct doc_index *index,
                                       const char *id)
{
    const struct str wanted = str_of(id);
    size_t at = hash(wanted) & (index->nslots - 1);

    while (index->entries[at].node != NULL &&
           !str_is(wanted, index->entries[at].node->id))
        at = (at + 1) & (index->nslots - 1);
    return &index->entries[at];
}

void doc_index_make(struct doc_index *index, const struct doc *d)
{
    struct doc_node *n;
    size_t count = 0;
    size_t nslots = 16;

    *index = (struct doc_index){NULL, 0, 0};
    for (n = d->root; n != NULL; n = doc_following(d->root, n))
        count += n->id != NULL;
    while (nslots / 2 < count)
        nslots *= 2;
    index->entries = arena_alloc(d->arena, nslots, sizeof(*index->entries));
    if (index->entries == NULL)
        return;
    index->nslots = nslots;
    for (n = d->root; n != NULL; n = doc_following(d->root, n)) {
        struct doc_index_entry *e;

        if (n->id == NULL)
            continue;
        e = slot_of(index, n->id);
        if (e->node == NULL) {
            e->node = n;
            index->count++;
        }
    }
}

struct doc_index_entry *doc_index_get(const struct doc_index *index,
                                      const char *id)
{
    struct doc_index_entry *e;

    if (index->nslots == 0 || id == NULL)
        return NULL;
    e = slot_of(index, id);
    return e->node == NULL ? NULL : e;
}
