#include "output/layout/page_parts.h"

#define NOTES_RULE 500 /* milli-points */

/* --- placing --- */

static void add_item(struct layout_parts *m, struct layout_item *item)
{
    struct layout_page *page = m->pages.last;
    struct pending_number *number;

    item->next = NULL;
    if (page->last == NULL)
        page->first = item;
    else
        page->last->next = item;
    page->last = item;
    item_on_page(m, item, page);
    if (item->kind != LAYOUT_TEXT || item->nwords > 0)
        return;
    number = arena_alloc(m->arena, 1, sizeof(*number));
    if (number == NULL)
        return;
    *number = (struct pending_number){m->numbers, item, page->number};
    m->numbers = number;
}

static void add_targets(struct layout_parts *m, struct layout_target *t,
                        int32_t y)
{
    while (t != NULL) {
        struct layout_target *next = t->next;

        t->page = m->pages.last;
        t->y += y;
        t->next = NULL;
        if (m->last_target == NULL)
            m->layout->targets = t;
        else
            m->last_target->next = t;
        m->last_target = t;
        t = next;
    }
}

/* Puts S on the page with its top at Y. */
static void put_box(struct layout_parts *m, struct box *s, int32_t y)
{
    const int32_t top = m->style->page.top;
    struct layout_item *item = s->first;

    while (item != NULL) {
        struct layout_item *next = item->next;

        item->y += y;
        if (item->kind == LAYOUT_FILL && item->y < top && !m->pages.bare) {
            item->height -= top - item->y; /* a bar's part in lost space */
            item->y = top;
        }
        add_item(m, item);
        item = next;
    }
    add_targets(m, s->targets, y);
    box_recycle(m, s);
}

int32_t page_bottom(const struct layout_parts *m)
{
    const struct pages *p = &m->pages;

    return page_height(m, p->landscape) - m->style->page.bottom -
           p->notes_height;
}

/* Of one line of a note. */
static int32_t note_cost(const struct pages *p, const struct box *note)
{
    return note->height + (p->notes_height == 0 ? NOTES_GAP : 0);
}

static void add_note_box(struct pages *p, struct box *note)
{
    p->notes_height += note_cost(p, note);
    boxes_add(&p->notes, note);
}

/* Whether NOTE, a line, stands on this page; its last line not without the one
   before it. */
static bool note_fits(const struct layout_parts *m, const struct box *note)
{
    const struct pages *p = &m->pages;
    const struct box *next = note->next;
    int64_t cost = note_cost(p, note);

    if (next != NULL && next->next == NULL)
        cost += next->height;
    return cost <= page_bottom(m) - p->y;
}

/* Notes that do not fit any more go on at the foot of the next page. */
static void place_notes(struct layout_parts *m, struct box *note)
{
    struct pages *p = &m->pages;

    while (note != NULL) {
        struct box *next = note->next;

        if (p->carried.first == NULL && note_fits(m, note))
            add_note_box(p, note);
        else
            boxes_add(&p->carried, note);
        note = next;
    }
}

int32_t page_space_above(const struct pages *p, const struct box *s)
{
    return p->empty ? s->open_above : s->space;
}

void page_place(struct layout_parts *m, struct box *s)
{
    struct pages *p = &m->pages;
    struct box *notes = s->notes;

    p->y += page_space_above(p, s) + s->height;
    p->open_below = s->open_below;
    p->repeat = s->repeat;
    put_box(m, s, p->y - s->height);
    p->empty = false;
    place_notes(m, notes);
}

/* --- beginning and ending pages --- */

static void open_page(struct layout_parts *m, bool landscape)
{
    struct pages *p = &m->pages;
    struct layout_page *page = arena_alloc(m->arena, 1, sizeof(*page));

    if (page == NULL)
        return;
    page->number = ++m->layout->npages + m->doc->pages_before;
    page->bare = p->bare;
    page->width = page_width(m, landscape);
    page->height = page_height(m, landscape);
    if (p->last == NULL)
        m->layout->pages = page;
    else
        p->last->next = page;
    p->last = page;
    p->open = true;
    p->landscape = landscape;
    p->empty = true;
    p->open_below = 0;
    p->y = m->style->page.top;
    items_part(m);
}

/* The line below a row that goes on overleaf. */
static void close_row(struct layout_parts *m)
{
    struct pages *p = &m->pages;
    struct layout_item *rule;

    if (p->open_below == 0 || p->repeat == NULL ||
        p->y + p->open_below > page_bottom(m))
        return;
    rule = item_fill(m, ARTIFACT_RULE, NULL, m->style->house->colours.rule);
    if (rule == NULL)
        return;
    rule->x = p->repeat->left;
    rule->width = p->repeat->width;
    rule->y = p->y + p->open_below - NOTES_RULE;
    rule->height = NOTES_RULE;
    add_item(m, rule);
}

void page_close(struct layout_parts *m)
{
    struct pages *p = &m->pages;
    const int32_t top = page_bottom(m);
    int32_t y = top + NOTES_GAP;
    struct box *s;

    p->last->filled =
        (int32_t)((int64_t)(p->y - m->style->page.top + p->notes_height) *
                  1000 / page_text_height(m, p->landscape));
    close_row(m);
    if (p->notes.first != NULL) {
        struct layout_item *rule =
            item_fill(m, ARTIFACT_RULE, NULL, m->style->house->colours.rule);

        if (rule != NULL) {
            rule->x = page_text_left(m);
            rule->y = top + NOTES_GAP / 2;
            rule->width =
                (page_text_right(m, p->landscape) - page_text_left(m)) / 3;
            rule->height = NOTES_RULE;
            add_item(m, rule);
        }
    }
    while ((s = boxes_take(&p->notes)) != NULL) {
        const int32_t height = s->height;

        put_box(m, s, y);
        y += height;
    }
    p->notes_height = 0;
    p->open = false;
}

void page_begin(struct layout_parts *m, bool landscape)
{
    struct pages *p = &m->pages;

    open_page(m, landscape);
    while (p->carried.first != NULL && layout_ok(m)) {
        const bool first = p->notes.first == NULL;

        if (!first && !note_fits(m, p->carried.first)) {
            page_close(m);
            open_page(m, landscape);
        }
        add_note_box(p, boxes_take(&p->carried));
    }
}
