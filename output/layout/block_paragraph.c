/*
 * Paragraphs, the foot of a table or picture among them, and the space around
 * blocks.
 */
#include "output/layout/layout_parts.h"

int32_t block_space(const struct flow *f)
{
    return f->m->sizes->paragraph_space / (f->compact ? 2 : 1);
}

static bool follows_heading(const struct doc_node *node)
{
    const struct doc_node *before = node->parent->first;

    if (before == node)
        return false;
    while (before->next != node)
        before = before->next;
    return before->kind == DOC_HEADING;
}

void block_space_above(struct flow *f, const struct doc_node *node)
{
    const int32_t space = block_space(f);
    const bool captioned =
        node->first != NULL && node->first->kind == DOC_CAPTION;

    flow_space(f, captioned && !follows_heading(node) ? space * 7 / 4 : space);
}

const struct doc_node *block_followed_by(const struct doc_node *node)
{
    const struct doc_node *next = node->next;

    while (next != NULL &&
           (next->kind == DOC_NOTE || next->medium == MEDIUM_SCREEN))
        next = next->next;
    return next;
}

/* The lines below a picture or table are one foot, whoever said them. */
static bool goes_on_foot(const struct doc_node *node)
{
    const struct doc_node *next = block_followed_by(node);

    return node->role == ROLE_FOOT && next != NULL && next->role == ROLE_FOOT;
}

static enum keep keep_of(const struct doc_node *node)
{
    const struct doc_node *next = block_followed_by(node);

    if (next == NULL)
        return KEEP_NOT;
    if (goes_on_foot(node))
        return KEEP_FIRM;
    if (node->keep_next || node->role == ROLE_LEAD)
        return KEEP_STRONG;
    if (next->kind == DOC_LIST || next->role == ROLE_REASON)
        return KEEP_FIRM;
    if (next->kind == DOC_TABLE && node->role != ROLE_FOOT)
        return KEEP_WEAK;
    return KEEP_NOT;
}

/* What stands below a table or picture goes with it, not with what follows. */
static int32_t space_after(const struct flow *f, const struct doc_node *node)
{
    if (goes_on_foot(node))
        return 0;
    return block_space(f) * (node->role == ROLE_FOOT ? 2 : 1);
}

/* The table that FOOT stands below, with others of its kind between; or NULL.
 */
static const struct doc_node *table_above(const struct doc_node *foot)
{
    const struct doc_node *above = NULL;

    for (const struct doc_node *n = foot->parent->first; n != foot; n = n->next)
        above = n->role == ROLE_FOOT || n->kind == DOC_NOTE ? above : n;
    return above != NULL && above->kind == DOC_TABLE ? above : NULL;
}

/* As wide as its table. */
static void make_foot(struct flow *f, const struct doc_node *node,
                      const struct text_style *style)
{
    const struct doc_node *table = table_above(node);
    const int32_t left = flow_left(f);

    if (table != NULL)
        f->levels[f->depth].left = table_left_edge(f, table);
    flow_paragraph(f, node, style, keep_of(node));
    f->levels[f->depth].left = left;
}

void block_enter_paragraph(struct flow *f, const struct doc_node *node)
{
    const struct text_style style = paragraph_style(f, node);
    const struct box *heading = f->paged ? page_heading(f->m) : NULL;

    if (node == f->beside_logo)
        flow_space(f, f->m->sizes->heading_space);
    if (node == f->beside_logo)
        return;
    if (node->role == ROLE_FOOT)
        make_foot(f, node, &style);
    else
        flow_paragraph(f, node, &style, keep_of(node));
    if (block_followed_by(node) != NULL)
        page_hold_line(f->m, heading);
    flow_space(f, space_after(f, node));
}
