#include "generators/report_tree.h"

/* Of the Nth section that has none: a name that no author can choose. */
#define SECTION_ID ".section-%u"

static const struct doc_node *heading_of(const struct doc_node *n)
{
    if (n->kind != DOC_SECTION && n->kind != DOC_PART)
        return NULL;
    return n->first != NULL && n->first->kind == DOC_HEADING ? n->first : NULL;
}

/* What stands in one medium is an entry there: N, or the part that it is in. */
static uint8_t medium_of(const struct doc_node *n)
{
    return n->medium == MEDIUM_BOTH && n->parent->kind == DOC_PART
               ? n->parent->medium
               : n->medium;
}

static void add_entry(struct doc *d, struct doc_node *contents, const char *id,
                      const struct doc_node *heading, struct str words)
{
    struct doc_node *item = doc_add(d, contents, DOC_CONTENTS_ITEM);
    struct doc_node *reference = doc_add(d, item, DOC_REFERENCE);
    struct doc_node *page = doc_add(d, item, DOC_PAGE_NUMBER);

    if (page == NULL)
        return;
    item->level = heading->level;
    item->medium = medium_of(heading->parent);
    reference->u.target = id;
    doc_text(d, reference, arena_str(d->arena, words));
    page->u.target = id;
    page->medium = MEDIUM_PRINT;
}

void generate_contents(struct doc *d, struct doc_node *contents,
                       uint32_t levels)
{
    const struct doc_node *end = contents;
    unsigned unnamed = 0;
    struct buf words;

    if (contents == NULL)
        return;
    buf_init(&words, d->arena->limit);
    for (struct doc_node *n = d->root->first; n != NULL;) {
        const struct doc_node *heading = heading_of(n);

        if (heading != NULL && (levels == 0 || heading->level <= levels + 1)) {
            /* A section of the report's own need have no id. */
            if (n->id == NULL)
                n->id = arena_printf(d->arena, SECTION_ID, ++unnamed).ptr;
            buf_clear(&words);
            doc_plain_text(heading, &words);
            add_entry(d, contents, n->id, heading, buf_view(&words));
        }
        if (n->kind == DOC_PART && n->first != NULL) {
            n = n->first;
            continue;
        }
        if (n->next == NULL && n->parent->kind == DOC_PART)
            n = n->parent;
        n = n->next;
    }
    if (buf_status(&words) != ST_OK)
        arena_fail(d->arena, buf_status(&words));
    buf_free(&words);
    if (end->last != NULL && end->last->kind == DOC_HEADING)
        doc_unlink(contents); /* no section has a heading */
}
