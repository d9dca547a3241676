#include "output/layout/layout_parts.h"

#define PADDING 6000

void panel_enter(struct flow *f)
{
    struct box *s;

    if (!f->paged || f->panel != PANEL_NONE ||
        f->m->style->house->look.recommendations == PANEL_PLAIN)
        return;
    s = box_new(f->m, PADDING);
    if (s == NULL)
        return;
    s->keep = KEEP_STRONG;
    flow_space(f, f->m->sizes->heading_space);
    f->m->plain_links = true;
    f->panel = PANEL_BEGINS;
    flow_emit(f, s);
    f->panel = PANEL_GOES_ON;
}

void panel_leave(struct flow *f)
{
    if (f->panel == PANEL_NONE)
        return;
    page_hold(f->m);
    f->gap = 0;
    flow_emit(f, box_new(f->m, 2 * PADDING));
    page_release(f->m);
    f->panel = PANEL_NONE;
    f->m->plain_links = false;
    flow_space(f, f->m->sizes->heading_space);
}
