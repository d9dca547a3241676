#include "generators/report_tree.h"

/* Of the Nth section or heading that has none: a name that no author can
   choose. */
#define SECTION_ID ".section-%u"
#define HEADING_ID ".heading-%u"

#define LEVELS_INSIDE 3 /* of contents that name headings inside sections */

struct contents {
    struct doc *d;
    struct doc_node *node;
    unsigned unnamed_sections;
    unsigned unnamed_headings;
};

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

/* An entry for what has ID, with the words of its HEADING. */
static void add_entry(struct contents *c, const char *id,
                      const struct doc_node *heading)
{
    struct doc *d = c->d;
    struct doc_node *item = doc_add(d, c->node, DOC_CONTENTS_ITEM);
    struct doc_node *reference = doc_add(d, item, DOC_REFERENCE);
    struct doc_node *page = doc_add(d, item, DOC_PAGE_NUMBER);

    if (page == NULL)
        return;
    item->level = heading->level;
    item->medium = medium_of(heading->parent);
    reference->u.target = id;
    doc_repeat(d, reference, heading);
    page->u.target = id;
    page->medium = MEDIUM_PRINT;
}

/* The headings inside SECTION that stand right below its own, FIRST. */
static void add_inside(struct contents *c, const struct doc_node *first)
{
    for (struct doc_node *n = first->next; n != NULL; n = n->next) {
        if (n->kind != DOC_HEADING || n->level != first->level + 1)
            continue;
        if (n->id == NULL)
            n->id = arena_printf(c->d->arena, HEADING_ID, ++c->unnamed_headings)
                        .ptr;
        add_entry(c, n->id, n);
    }
}

void generate_contents(struct doc *d, struct doc_node *contents,
                       uint32_t levels)
{
    struct contents c = {.d = d, .node = contents};

    if (contents == NULL)
        return;
    for (struct doc_node *n = d->root->first; n != NULL;) {
        const struct doc_node *heading = heading_of(n);

        if (heading != NULL && (levels == 0 || heading->level <= levels + 1)) {
            /* A section of the report's own need have no id. */
            if (n->id == NULL)
                n->id = arena_printf(d->arena, SECTION_ID, ++c.unnamed_sections)
                            .ptr;
            add_entry(&c, n->id, heading);
            if (levels >= LEVELS_INSIDE && n->kind == DOC_SECTION)
                add_inside(&c, heading);
        }
        if (n->kind == DOC_PART && n->first != NULL) {
            n = n->first;
            continue;
        }
        if (n->next == NULL && n->parent->kind == DOC_PART)
            n = n->parent;
        n = n->next;
    }
    if (contents->last != NULL && contents->last->kind == DOC_HEADING)
        doc_unlink(contents); /* no section has a heading */
}
