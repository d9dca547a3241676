#include "core/doc/doc_index.h"

/* Nothing is left in N that is worth a place of its own. */
static bool vacant(const struct doc_node *n)
{
    for (const struct doc_node *c = n->first; c != NULL; c = c->next) {
        switch (c->kind) {
        case DOC_LABEL:
        case DOC_CAPTION:
        case DOC_FIELD_NAME: break;
        case DOC_PARAGRAPH:
            if (n->kind == DOC_SIDES && c->first == NULL)
                break;
            return false;
        case DOC_HEADING:
            if (n->kind == DOC_COVER)
                return false;
            break;
        case DOC_ROW_GROUP:
            if (c->level != GROUP_HEAD)
                return false;
            break;
        default: return false;
        }
    }
    return true;
}

/* One of the places beside each other, which are always three. */
static bool is_side(const struct doc_node *n)
{
    return n->parent != NULL &&
           (n->parent->kind == DOC_RUNNING || n->parent->kind == DOC_SIDES);
}

/* Emptied or not, it keeps its place: a table would not be rectangular
   without a cell. */
static bool stays(const struct doc_node *n)
{
    return n->kind == DOC_ROOT || n->kind == DOC_RUNNING ||
           n->kind == DOC_CELL || is_side(n);
}

/* The children of N that are not internal; a page break goes with what it
   stands before. True if one was dropped. */
static bool keep_published(struct doc_node *n)
{
    struct doc_node *child = n->first;
    struct doc_node *turn = NULL;
    bool dropped = false;

    n->first = NULL;
    n->last = NULL;
    while (child != NULL) {
        struct doc_node *next = child->next;

        if (child->audience == AUDIENCE_INTERNAL) {
            dropped = true;
            turn = NULL;
        } else if (child->kind == DOC_PAGE_BREAK) {
            turn = child;
        } else {
            doc_append(n, turn);
            doc_append(n, child);
            turn = NULL;
        }
        child = next;
    }
    doc_append(n, turn);
    return dropped;
}

/*
 * Called when all below N is done. What was emptied held nothing else, so it
 * is internal, too, and its parent drops it. The whole list of children is
 * built again, since unlinking one after the other would be quadratic.
 */
static void drop_internal(struct doc_node *n)
{
    const bool dropped = keep_published(n);

    if ((n->kind == DOC_CELL || is_side(n)) &&
        n->audience == AUDIENCE_INTERNAL) {
        n->first = NULL;
        n->last = NULL;
        n->text = (struct str){NULL, 0};
        n->audience = AUDIENCE_PUBLIC;
    } else if ((dropped || n->kind == DOC_SIDES) && !stays(n) && vacant(n)) {
        n->audience = AUDIENCE_INTERNAL;
    }
}

static void drop_all_internal(struct doc *d)
{
    struct doc_node *n = d->root;

    while (n != NULL) {
        struct doc_node *next;

        if (n->first != NULL && n->audience != AUDIENCE_INTERNAL) {
            n = n->first;
            continue;
        }
        /* Leaving N: its parent's list still has its old links. */
        for (;;) {
            drop_internal(n);
            next = n == d->root ? NULL : n->next;
            if (next != NULL || n == d->root)
                break;
            n = n->parent;
        }
        n = next;
    }
}

/* Notes whose marks have all gone go with them. True if there was one. */
static bool disown_notes(struct doc *d)
{
    struct doc_index index;
    struct doc_node *n;
    bool found = false;

    doc_index_make(&index, d);
    for (n = d->root; n != NULL; n = doc_following(d->root, n)) {
        struct doc_index_entry *e;

        if (n->kind != DOC_NOTE_MARK)
            continue;
        e = doc_index_get(&index, n->u.target);
        if (e != NULL)
            e->used = true;
    }
    for (n = d->root; n != NULL; n = doc_following(d->root, n)) {
        const struct doc_index_entry *e;

        if (n->kind != DOC_NOTE)
            continue;
        e = doc_index_get(&index, n->id);
        if (e != NULL && !e->used) {
            n->audience = AUDIENCE_INTERNAL;
            found = true;
        }
    }
    return found;
}

void doc_filter(struct doc *d, enum audience audience)
{
    d->audience = audience;
    if (audience == AUDIENCE_INTERNAL || d->root == NULL)
        return;
    drop_all_internal(d);
    if (disown_notes(d))
        drop_all_internal(d);
}
