#include "output/layout/band.h"

#define GAP MPT_OF_MM(5)        /* between the arms and the name */
#define BETWEEN MPT_OF_MM(9)    /* arms with no name beside them */
#define RULE 2250               /* milli-points */
#define ABOVE_RULE MPT_OF_MM(3) /* below the arms */

size_t band_row(const struct doc_node *logo)
{
    const struct place at = logo->at;
    size_t count = 0;

    while (logo != NULL && logo->role == ROLE_LOGO &&
           place_same(logo->at, at) && count < LOGOS_MAX) {
        logo = logo->next;
        count++;
    }
    return count;
}

/* Whose paper it is, or else to whom it is addressed. */
static const struct doc_node *beside(const struct doc_node *logo)
{
    const struct doc_node *n = logo;

    for (size_t i = band_row(logo); i > 0; i--)
        n = n->next;
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

bool band_has(const struct flow *f, const struct doc_node *logo)
{
    const struct doc_node *n = f->first_logo;

    for (size_t i = n == NULL ? 0 : band_row(n); i > 1; i--) {
        n = n->next;
        if (n == logo)
            return true;
    }
    return false;
}

static int32_t highest(const struct logos *logos)
{
    int32_t height = 0;

    for (size_t i = 0; i < logos->count; i++) {
        if (logos->items[i]->height > height)
            height = logos->items[i]->height;
    }
    return height;
}

/* What those behind the first take, with the gaps before them. */
static int32_t width_behind_first(const struct logos *logos)
{
    int32_t width = 0;

    for (size_t i = 1; i < logos->count; i++)
        width += GAP + logos->items[i]->width;
    return width;
}

/* Into S, those behind the first from X on, with a gap before each. */
static void place_logos(struct flow *f, struct box *s,
                        const struct logos *logos, int32_t x, int32_t gap)
{
    const int32_t height = highest(logos);

    f->first_logo = logos->items[0]->src;
    for (size_t i = 0; i < logos->count; i++) {
        struct layout_item *logo = logos->items[i];

        if (i > 0) {
            logo->x = x + gap;
            x = logo->x + logo->width;
        }
        logo->y = (height - logo->height) / 2;
        box_item(s, logo);
    }
}

void band_logos(struct flow *f, const struct logos *logos, enum keep keep)
{
    struct box *s = box_new(f->m, highest(logos));

    if (s == NULL)
        return;
    place_logos(f, s, logos, logos->items[0]->x + logos->items[0]->width,
                BETWEEN);
    s->keep = (uint8_t)keep;
    flow_emit(f, s);
}

void band_make(struct flow *f, const struct logos *logos,
               const struct doc_node *words, const struct text_style *style)
{
    struct layout_parts *m = f->m;
    struct box *s = box_new(m, highest(logos));
    const int32_t right = f->right - width_behind_first(logos);
    struct flow text;
    struct box *line;
    int32_t y;

    if (s == NULL)
        return;
    flow_init(&text, m, style, flow_left(f) + logos->items[0]->width + GAP,
              right);
    flow_target(f, words);
    flow_paragraph(&text, words, style, KEEP_NOT);
    y = boxes_height(&text.out);
    s->height = y > s->height ? y : s->height;
    y = (s->height - y) / 2;
    place_logos(f, s, logos, right, GAP);
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
