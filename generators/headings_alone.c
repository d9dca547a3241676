#include "generators/headings_alone.h"

/* The one medium of FIRST and what follows it, up to END; BOTH. Headings among
   them go with what is below each. */
static enum doc_medium medium_up_to(const struct doc_node *first,
                                    const struct doc_node *end)
{
    uint8_t medium = MEDIUM_BOTH;

    for (const struct doc_node *n = first; n != NULL && n != end; n = n->next) {
        if (n->kind == DOC_PAGE_BREAK ||
            (n->kind == DOC_HEADING && n->medium == MEDIUM_BOTH))
            continue;
        if (n->medium == MEDIUM_BOTH ||
            (medium != MEDIUM_BOTH && n->medium != medium))
            return MEDIUM_BOTH;
        medium = n->medium;
    }
    return (enum doc_medium)medium;
}

/* The heading that ends what stands below HEADING, or NULL. */
static const struct doc_node *end_of(const struct doc_node *heading)
{
    const struct doc_node *n = heading->next;

    while (n != NULL && !(n->kind == DOC_HEADING && n->level <= heading->level))
        n = n->next;
    return n;
}

enum doc_medium headings_alone_settle(struct doc_node *parent,
                                      const struct doc_node *heading)
{
    struct doc_node *const first =
        heading == NULL ? parent->first : heading->next;

    for (struct doc_node *n = first; n != NULL; n = n->next) {
        if (n->kind == DOC_HEADING && n->medium == MEDIUM_BOTH)
            n->medium = (uint8_t)medium_up_to(n->next, end_of(n));
    }
    return medium_up_to(first, NULL);
}
