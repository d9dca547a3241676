#include "output/layout/layout_parts.h"

struct text_style caption_style(const struct flow *f)
{
    struct text_style style = f->style;

    style.face |= FACE_BOLD;
    if (f->paged)
        text_style_set(f->m, SET_CAPTION, &style);
    return style;
}

/* Where text begins beside its label, and where its other lines do. */
static struct line_box beside_label(struct flow *f, const struct doc_node *node,
                                    const struct text_style *style)
{
    const int32_t left = flow_left(f);
    const int32_t hang = f->levels[f->depth].hang;
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

/* The longest line that NODE may have on a page: what stands above and below
   a table or picture is as wide as that. */
static int32_t measure_of(const struct layout_parts *m,
                          const struct doc_node *node)
{
    return node->kind == DOC_HEADING || node->kind == DOC_CAPTION ||
                   node->role == ROLE_FOOT
               ? INT32_MAX
               : m->sizes->measure;
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
    if (f->paged && box.width > measure_of(m, node))
        box.width = measure_of(m, node);
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
