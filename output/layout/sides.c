#include "output/layout/layout_parts.h"

/*
 * What stands beside each other in one line: in running matter, and in the
 * text.
 */

#define RULE_HEIGHT 500
#define RULE_GAP 3000     /* between a line and the words beside it */
#define SIGN_HEIGHT 34000 /* room to sign in */

/* Each part gets what it needs as long as all fit; the centre at most half,
   so that it stays in the middle. */
static void divide(const int32_t needs[SIDES_PARTS], int32_t width, int32_t gap,
                   struct line_box boxes[SIDES_PARTS])
{
    int32_t centre = needs[1] < width / 2 ? needs[1] : width / 2;
    int32_t side = (width - centre) / 2 - gap;
    int32_t end = needs[2];

    if (needs[1] == 0 && needs[2] == 0)
        gap = 0;
    if (centre == 0) {
        end = end < width / 2 ? end : width / 2;
        boxes[0] = (struct line_box){0, width - end - gap, 0};
    } else {
        end = end < side ? end : side;
        boxes[0] = (struct line_box){0, side, 0};
    }
    boxes[1] = (struct line_box){(width - centre) / 2, centre, 0};
    boxes[2] = (struct line_box){width - end, end, 0};
}

static void add_rule(struct layout_parts *m, int32_t left, int32_t right,
                     int32_t height, struct boxes *out)
{
    struct box *s = box_new(m, height);
    struct layout_item *rule =
        item_fill(m, ARTIFACT_RULE, NULL, m->style->house->colours.rule);

    if (s == NULL || rule == NULL)
        return;
    rule->x = left;
    rule->width = right - left;
    rule->height = RULE_HEIGHT;
    rule->y = height - RULE_HEIGHT;
    box_item(s, rule);
    s->keep = KEEP_STRONG;
    boxes_add(out, s);
}

static void add_gap(struct layout_parts *m, struct boxes *out)
{
    struct box *s = box_new(m, RULE_GAP);

    if (s == NULL)
        return;
    s->keep = KEEP_STRONG;
    boxes_add(out, s);
}

/* They stand with the first of a line of running matter, else with what holds
   all three. */
static uint8_t sides_rules(const struct doc_node *first)
{
    return first->parent != NULL && first->parent->kind == DOC_SIDES
               ? first->parent->level
               : first->level;
}

/* The atoms of one of the three places; of one for screens alone none. */
static void take_side(struct layout_parts *m, const struct doc_node *part,
                      const struct text_style *style)
{
    static const struct doc_node nothing = {.kind = DOC_PARAGRAPH};

    inline_atoms(m, part->medium == MEDIUM_SCREEN ? &nothing : part, style,
                 false);
}

void sides_make(struct layout_parts *m, const struct doc_node *first,
                const struct text_style *style, int32_t left, int32_t right,
                struct boxes *out)
{
    static const enum doc_align aligns[SIDES_PARTS] = {ALIGN_START,
                                                       ALIGN_CENTRE, ALIGN_END};
    const uint8_t rules = sides_rules(first);
    struct text_style side = *style;
    struct line_box boxes[SIDES_PARTS];
    int32_t needs[SIDES_PARTS] = {0, 0, 0};
    const struct doc_node *part = first;
    struct boxes lines = {NULL, NULL};
    struct box *s;

    for (size_t i = 0; i < SIDES_PARTS && part != NULL; i++) {
        take_side(m, part, style);
        needs[i] = line_extent(m).max;
        part = part->next;
    }
    divide(needs, right - left, style->size, boxes);
    part = first;
    for (size_t i = 0; i < SIDES_PARTS && part != NULL; i++) {
        struct boxes before = lines;
        struct boxes made = {NULL, NULL};

        boxes[i].left += left;
        side.align = (uint8_t)aligns[i];
        take_side(m, part, &side);
        line_make(m, &side, boxes[i], &made);
        lines = (struct boxes){NULL, NULL};
        boxes_beside(m, &before, &made, &lines);
        part = part->next;
    }
    if ((rules & RULE_ABOVE) != 0) {
        add_rule(m, left, right,
                 (rules & RULE_SIGN) != 0 ? SIGN_HEIGHT : RULE_HEIGHT, out);
        add_gap(m, out);
    }
    while ((s = boxes_take(&lines)) != NULL)
        boxes_add(out, s);
    if ((rules & RULE_BELOW) != 0) {
        if (out->last != NULL)
            out->last->keep = KEEP_STRONG;
        add_gap(m, out);
        add_rule(m, left, right, RULE_HEIGHT, out);
        if (out->last != NULL)
            out->last->keep = KEEP_NOT;
    }
}
