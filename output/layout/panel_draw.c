#include "output/layout/layout_parts.h"

#define BAR_WIDTH 4000      /* milli-points */
#define BEYOND MPT_OF_MM(5) /* of the text, where the margins have it */

static int32_t beyond(int32_t margin)
{
    return margin < BEYOND ? margin : BEYOND;
}

static void add_fill(struct flow *f, struct box *s,
                     enum layout_artifact artifact, uint32_t colour,
                     int32_t right)
{
    const struct page_style *page = &f->m->style->page;
    struct layout_item *fill = item_fill(f->m, artifact, NULL, colour);

    if (fill == NULL)
        return;
    fill->x = page->left - beyond(page->left);
    fill->width = right - fill->x;
    fill->y = f->panel == PANEL_BEGINS ? 0 : -s->space;
    fill->height = s->height - fill->y;
    box_item(s, fill);
}

void panel_draw(struct flow *f, struct box *s)
{
    const struct house *house = f->m->style->house;
    const struct page_style *page = &f->m->style->page;
    const bool full = house->look.recommendations == PANEL_FULL;
    struct layout_item *first = s->first;
    struct layout_item *last = s->last;

    if (f->panel == PANEL_NONE || f->landscape)
        return;
    s->first = NULL; /* the ground lies below what stands on it */
    s->last = NULL;
    if (full)
        add_fill(f, s, ARTIFACT_BACKGROUND, house->colours.tint,
                 f->right + beyond(page->right));
    add_fill(f, s, ARTIFACT_RULE, house->colours.accent,
             page->left - beyond(page->left) + BAR_WIDTH);
    if (first == NULL)
        return;
    box_item(s, first);
    s->last = last;
}
