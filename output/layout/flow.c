#include "output/layout/layout_parts.h"

#define BAR_WIDTH 3000 /* milli-points */

void flow_init(struct flow *f, struct layout_parts *m,
               const struct text_style *style, int32_t left, int32_t right)
{
    /* The frames are not cleared: a large table has a flow for every cell. */
    f->m = m;
    f->style = *style;
    f->right = right;
    f->gap = 0;
    f->paged = false;
    f->compact = false;
    f->landscape = false;
    f->together = false;
    f->out = (struct boxes){NULL, NULL};
    f->label = NULL;
    f->targets = NULL;
    f->table = NULL;
    f->depth = 0;
    f->frames[0] = (struct frame){.left = left, .bar = -1};
}

int32_t flow_left(const struct flow *f)
{
    return f->frames[f->depth].left;
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

/* The bars of the quotes that S stands in, up to the strip above it. */
static void add_bars(struct flow *f, struct box *s)
{
    for (size_t i = 0; i <= f->depth; i++) {
        struct layout_item *bar;

        if (f->frames[i].bar < 0)
            continue;
        bar = item_fill(f->m, ARTIFACT_RULE, NULL,
                        f->m->style->house->colours.rule);
        if (bar == NULL)
            return;
        bar->x = f->frames[i].bar;
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
    if (f->together && s->keep == KEEP_NOT)
        s->keep = KEEP_WEAK;
    s->landscape = f->landscape;
    s->table = f->table;
    add_bars(f, s);
    if (f->paged)
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

/* Where text begins beside its label, and where its other lines do. */
static struct line_box beside_label(struct flow *f, const struct doc_node *node,
                                    const struct text_style *style)
{
    const int32_t left = flow_left(f);
    const int32_t hang = f->frames[f->depth].hang;
    struct line_box box = {left, f->right - left, 0};
    int32_t used;

    if (!block_has_label(node))
        return box;
    used = flow_label(f, node, style, left - hang) + label_gap(style);
    if (used <= hang)
        return box;
    if (hang > 0 || used > box.width / 3) {
        box.first_indent = used - hang;
        return box;
    }
    box.left += used;
    box.width -= used;
    return box;
}

/* The ids of inlines: marks of notes, to which notes lead back. */
static void inline_targets(struct flow *f, const struct doc_node *block)
{
    const struct scratch *s = &f->m->scratch;
    const struct doc_node *last = NULL;

    for (size_t i = 0; i < s->nruns; i++) {
        for (const struct doc_node *n = s->runs[i].src; n != block;
             n = n->parent) {
            if (n->id == NULL || n == last)
                continue;
            flow_target(f, n);
            last = n;
        }
    }
}

void flow_paragraph(struct flow *f, const struct doc_node *node,
                    const struct text_style *style, enum keep keep)
{
    struct layout_parts *m = f->m;
    const bool labelled = node->kind != DOC_ITEM && block_has_label(node);
    struct line_box box = {flow_left(f), f->right - flow_left(f), 0};
    struct boxes lines = {NULL, NULL};

    if (labelled)
        box = beside_label(f, node, style);
    if (box.width < 1)
        box.width = 1;
    m->scratch.nmarks = 0;
    inline_atoms(m, node, style, true);
    inline_targets(f, node);
    line_make(m, style, box, &lines);
    if (lines.first == NULL && f->label != NULL && labelled)
        flow_label_alone(f, keep);
    if (lines.first == NULL)
        return;
    if (lines.last->keep < keep)
        lines.last->keep = (uint8_t)keep;
    notes_attach(m, f->landscape);
    flow_emit_all(f, &lines);
}
