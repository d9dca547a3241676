#include "output/layout/layout_parts.h"

#define GAP MPT_OF_MM(5)        /* between the arms and the name */
#define RULE 2250               /* milli-points */
#define ABOVE_RULE MPT_OF_MM(3) /* below the arms */

/* Whose paper it is, or else to whom it is addressed. */
static const struct doc_node *beside(const struct doc_node *logo)
{
    const struct doc_node *n = logo->next;

    while (n != NULL && (n->kind == DOC_NOTE || n->medium == MEDIUM_SCREEN))
        n = n->next;
    return n != NULL && n->kind == DOC_PARAGRAPH &&
                   (n->role == ROLE_COUNCIL || n->role == ROLE_ADDRESSEE)
               ? n
               : NULL;
}

const struct doc_node *band_beside(const struct flow *f,
                                   const struct doc_node *logo)
{
    return f->paged && logo->role == ROLE_LOGO && logo->parent->kind == DOC_ROOT
               ? beside(logo)
               : NULL;
}

static void add_rule(struct flow *f)
{
    struct layout_parts *m = f->m;
    struct box *s = box_new(m, RULE);
    struct layout_item *rule =
        item_fill(m, ARTIFACT_RULE, NULL, m->style->house->colours.accent);

    if (s == NULL || rule == NULL)
        return;
    rule->x = flow_left(f);
    rule->width = f->right - rule->x;
    rule->height = RULE;
    box_item(s, rule);
    s->space = ABOVE_RULE;
    s->keep = KEEP_STRONG;
    flow_emit(f, s);
}

void band_make(struct flow *f, struct layout_item *logo,
               const struct doc_node *words, const struct text_style *style)
{
    struct layout_parts *m = f->m;
    struct box *s = box_new(m, logo->height);
    struct flow text;
    struct box *line;
    int32_t y;

    if (s == NULL)
        return;
    flow_init(&text, m, style, flow_left(f) + logo->width + GAP, f->right);
    flow_target(f, words);
    flow_paragraph(&text, words, style, KEEP_NOT);
    y = boxes_height(&text.out);
    s->height = y > s->height ? y : s->height;
    y = (s->height - y) / 2;
    box_item(s, logo);
    while ((line = boxes_take(&text.out)) != NULL) {
        const int32_t height = line->height;

        box_merge(m, s, line, y);
        y += height;
    }
    s->keep = KEEP_STRONG;
    flow_emit(f, s);
    add_rule(f);
    f->beside_logo = words;
    f->banded = true;
}
