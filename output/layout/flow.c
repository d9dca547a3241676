#include "output/layout/layout_parts.h"

#define BAR_WIDTH 3000 /* milli-points */

void flow_init(struct flow *f, struct layout_parts *m,
               const struct text_style *style, int32_t left, int32_t right)
{
    /* The levels are not cleared: a large table has a flow for every cell. */
    f->m = m;
    f->style = *style;
    f->right = right;
    f->gap = 0;
    f->paged = false;
    f->compact = false;
    f->landscape = false;
    f->panel = PANEL_NONE;
    f->banded = false;
    f->beside_logo = NULL;
    f->first_logo = NULL;
    f->together = false;
    f->out = (struct boxes){NULL, NULL};
    f->label = NULL;
    f->targets = NULL;
    f->repeat = NULL;
    f->held = NULL;
    f->depth = 0;
    f->levels[0] = (struct flow_level){.left = left, .bar = -1};
}

int32_t flow_left(const struct flow *f)
{
    return f->levels[f->depth].left;
}

int32_t table_left_edge(const struct flow *f, const struct doc_node *table)
{
    const struct doc_node *n = table->parent;

    if (!f->paged)
        return flow_left(f);
    while (n != NULL && n->kind != DOC_LIST && n->kind != DOC_QUOTE)
        n = n->parent;
    return n == NULL ? page_text_left(f->m) : flow_left(f);
}

void flow_space(struct flow *f, int32_t space)
{
    if (space > f->gap)
        f->gap = space;
}

void flow_target(struct flow *f, const struct doc_node *node)
{
    struct layout_target *t;
    struct layout_target **end = &f->targets;

    if (f->m->artifact != ARTIFACT_NONE ||
        (node->id == NULL && node->kind != DOC_HEADING))
        return;
    t = arena_alloc(f->m->arena, 1, sizeof(*t));
    if (t == NULL)
        return;
    t->node = node;
    t->x = flow_left(f);
    while (*end != NULL)
        end = &(*end)->next;
    *end = t;
}

/* The bars of the quotes that S stands in, up to the box above it. */
static void add_bars(struct flow *f, struct box *s)
{
    for (size_t i = 0; i <= f->depth; i++) {
        struct layout_item *bar;

        if (f->levels[i].bar < 0)
            continue;
        bar = item_fill(f->m, ARTIFACT_RULE, NULL,
                        f->m->style->house->colours.rule);
        if (bar == NULL)
            return;
        bar->x = f->levels[i].bar;
        bar->width = BAR_WIDTH;
        bar->y = f->out.last == NULL && !f->paged ? 0 : -s->space;
        bar->height = s->height - bar->y;
        box_item(s, bar);
    }
}

/* The label that hangs beside S goes before what S has, on its baseline. */
static void add_label(struct flow *f, struct box *s)
{
    struct box *label = f->label;
    const int32_t dy = s->baseline - label->baseline;
    struct layout_item *first = s->first;
    struct layout_item *last = s->last;

    f->label = NULL;
    s->first = NULL;
    s->last = NULL;
    box_merge(f->m, s, label, dy > 0 ? dy : 0);
    if (first != NULL) {
        box_item(s, first);
        s->last = last;
    }
}

void flow_emit(struct flow *f, struct box *s)
{
    if (s == NULL)
        return;
    s->space = f->gap > s->space ? f->gap : s->space;
    f->gap = 0;
    if (f->label != NULL)
        add_label(f, s);
    if (f->targets != NULL) {
        struct layout_target **end = &f->targets;

        while (*end != NULL)
            end = &(*end)->next;
        *end = s->targets;
        s->targets = f->targets;
        f->targets = NULL;
    }
    if (f->together && s->keep < KEEP_FIRM)
        s->keep = KEEP_FIRM;
    if (f->panel != PANEL_NONE && s->keep < KEEP_WHOLE)
        s->keep = KEEP_WHOLE; /* a panel had better be whole */
    s->landscape = f->landscape;
    s->repeat = f->repeat;
    add_bars(f, s);
    panel_draw(f, s);
    if (f->held != NULL)
        boxes_add(f->held, s);
    else if (f->paged)
        page_add(f->m, s);
    else
        boxes_add(&f->out, s);
}

void flow_emit_all(struct flow *f, struct boxes *list)
{
    struct box *s;

    while ((s = boxes_take(list)) != NULL)
        flow_emit(f, s);
}

/* --- labels --- */

bool block_has_label(const struct doc_node *node)
{
    return node->first != NULL && node->first->kind == DOC_LABEL;
}

bool block_holds_inlines(const struct doc_node *node)
{
    const struct doc_node *first = node->first;

    if (doc_is_text(node))
        return true;
    if (block_has_label(node))
        first = first->next;
    return first != NULL && doc_kind_is_inline((enum doc_kind)first->kind);
}

int32_t label_gap(const struct text_style *style)
{
    return style->size / 2;
}

int32_t label_width(struct layout_parts *m, const struct doc_node *node,
                    const struct text_style *style)
{
    if (!block_has_label(node))
        return 0;
    inline_atoms(m, node->first, style, false);
    return line_extent(m).max;
}

int32_t block_label_column(struct layout_parts *m, const struct doc_node *node,
                           const struct text_style *style, int32_t least)
{
    int32_t widest = least;

    for (const struct doc_node *n = node->first; n != NULL; n = n->next) {
        const int32_t width = label_width(m, n, style) + label_gap(style);

        widest = width > widest ? width : widest;
    }
    return widest;
}

int32_t flow_label(struct flow *f, const struct doc_node *node,
                   const struct text_style *style, int32_t x)
{
    struct layout_parts *m = f->m;
    struct text_style plain = *style;
    struct boxes lines = {NULL, NULL};
    struct line_box box = {x, INT32_MAX / 2, 0};
    int32_t width;

    plain.align = ALIGN_START;
    inline_atoms(m, node->first, &plain, false);
    if (m->scratch.natoms == 0)
        return 0;
    m->scratch.atoms[m->scratch.natoms - 1].space = true;
    width = line_extent(m).max;
    line_make(m, &plain, box, &lines);
    if (lines.first == NULL)
        return 0;
    if (f->label == NULL)
        f->label = lines.first;
    else
        box_merge(m, f->label, lines.first,
                  f->label->baseline - lines.first->baseline);
    return width;
}

void flow_label_alone(struct flow *f, enum keep keep)
{
    struct box *label = f->label;

    f->label = NULL;
    if (label != NULL)
        label->keep = (uint8_t)keep;
    flow_emit(f, label);
}
