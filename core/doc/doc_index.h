/*
 * doc_index.h - nodes of a tree by id, for passes that look up many.
 *
 * Holds as long as no id is added or removed. Where two nodes have one id,
 * the first in the order of the document is found.
 *
 * Ownership: the tree's arena, in which a failure sticks: the index is then
 * empty.
 */
#ifndef CORE_DOC_DOC_INDEX_H
#define CORE_DOC_DOC_INDEX_H

#include "core/doc/doc.h"

struct doc_index_entry {
    struct doc_node *node; /* NULL: a free slot */
    bool used;             /* the user's own mark */
    uint32_t number;       /* the same */
};

struct doc_index {
    struct doc_index_entry *entries;
    size_t nslots; /* a power of two, or 0 */
    size_t count;
};

void doc_index_make(struct doc_index *index, const struct doc *d);

/* NULL when nothing in the tree is called ID. */
struct doc_index_entry *doc_index_get(const struct doc_index *index,
                                      const char *id);

#endif
