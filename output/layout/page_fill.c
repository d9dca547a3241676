#include "output/layout/layout_parts.h"

/* Thousandths of a page: what goes on holds no less than FILLED_LEAST, and
   where nothing was to follow no less than ENDED_LEAST; less than STRAY had
   better not stand alone; LEFT_LEAST stays of a page whose last section, or
   what its last heading heads, is drawn over. */
#define FILLED_LEAST 550
#define ENDED_LEAST 150
#define STRAY 250
#define LEFT_LEAST 700
#define PAGES_MOST 40 /* longer reports are laid out once */

static const struct layout_page *page_before(const struct layout *l,
                                             const struct layout_page *last)
{
    const struct layout_page *page = l->pages;

    while (page != NULL && page->next != last)
        page = page->next;
    return page;
}

static const struct layout_page *last_page(const struct layout *l)
{
    return page_before(l, NULL);
}

bool page_is_stray(const struct layout *l)
{
    const struct layout_page *last = last_page(l);

    return last != NULL && l->npages > 1 && l->npages <= PAGES_MOST &&
           last->filled < STRAY && last->width < last->height &&
           !page_before(l, last)->ends;
}

/* Whether NODE may begin a page: a section, or a heading within one that goes
   with no section. */
static bool may_begin(const struct doc_node *node)
{
    if (node->kind == DOC_HEADING)
        return node->role != ROLE_TITLE && node != node->parent->first;
    return node->kind == DOC_SECTION && node->role != ROLE_RECOMMENDATIONS;
}

const struct doc_node *page_begun_over(const struct layout_parts *m)
{
    const struct layout *l = m->layout;
    const struct layout_page *last = last_page(l);
    const struct layout_page *before = page_before(l, last);
    const int64_t text = page_text_height(m, before->width > before->height);
    const struct doc_node *found = NULL;

    for (const struct layout_target *t = l->targets; t != NULL; t = t->next) {
        if (t->page == before && may_begin(t->node) &&
            (t->y - m->style->page.top) * 1000 / text >= LEFT_LEAST)
            found = t->node;
    }
    return found;
}

/* What stands first on PAGE. */
static struct place place_on(const struct layout_page *page)
{
    for (const struct layout_item *i = page->first; i != NULL; i = i->next) {
        if (i->src != NULL && i->artifact == ARTIFACT_NONE &&
            i->src->at.source != NULL)
            return i->src->at;
    }
    return NOWHERE;
}

void pages_prove(const struct layout_parts *m)
{
    for (const struct layout_page *p = m->layout->pages; p != NULL;
         p = p->next) {
        const int32_t least = p->ends ? ENDED_LEAST : FILLED_LEAST;

        if (p->bare || p->filled >= least || m->layout->npages == 1)
            continue;
        finding(m->findings, FINDING_PAGE_FILL,
                place_on(p->ends || p->next == NULL ? p : p->next),
                p->ends ? "page %u is full to %d%%: little stands on it"
                        : "page %u is full to %d%%: what follows does not fit "
                          "on it",
                (unsigned)p->number, (int)(p->filled / 10));
    }
}
