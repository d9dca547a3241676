#include "output/layout/layout_parts.h"

#define NOTES_GAP 14000 /* above the notes, with the rule in it */
#define NOTES_RULE 500
#define NOTES_PART 3 /* notes of more than this part of a page may go on */
#define NOTE_LINES 3 /* after so many lines */
#define FULL_ENOUGH                                                            \
    80 /* hundredths of a page: rather than leave less, what                   \
          had better be whole is parted */

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
    if (item->kind != LAYOUT_TEXT || item->words != NULL)
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

static int32_t bottom(const struct layout_parts *m)
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
    return cost <= bottom(m) - p->y;
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

static int32_t space_above(const struct pages *p, const struct box *s)
{
    return p->empty ? s->open_above : s->space;
}

static void place_box(struct layout_parts *m, struct box *s)
{
    struct pages *p = &m->pages;
    struct box *notes = s->notes;

    p->y += space_above(p, s) + s->height;
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
}

/* The line below a row that goes on overleaf. */
static void close_row(struct layout_parts *m)
{
    struct pages *p = &m->pages;
    struct layout_item *rule;

    if (p->open_below == 0 || p->repeat == NULL ||
        p->y + p->open_below > bottom(m))
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

static void close_page(struct layout_parts *m)
{
    struct pages *p = &m->pages;
    const int32_t top = bottom(m);
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

/* Opens a page and puts what notes were carried over at its foot; a page that
   they fill is closed at once. */
static void begin_page(struct layout_parts *m, bool landscape)
{
    struct pages *p = &m->pages;

    open_page(m, landscape);
    while (p->carried.first != NULL && layout_ok(m)) {
        const bool first = p->notes.first == NULL;

        if (!first && !note_fits(m, p->carried.first)) {
            close_page(m);
            open_page(m, landscape);
        }
        add_note_box(p, boxes_take(&p->carried));
    }
}

/* --- groups of boxes that belong together --- */

/* The head of the table that the first box is a row of, on a new page. */
static void repeat_head(struct layout_parts *m)
{
    struct pages *p = &m->pages;
    const struct page_repeat *repeat = p->group.first->repeat;
    const struct page_repeat *chain[REPEATS_MAX];
    struct boxes head = {NULL, NULL};
    struct box *s;
    size_t n = 0;

    if (!p->empty || p->y > m->style->page.top || repeat == NULL ||
        repeat->height > bottom(m) - p->y)
        return;
    for (; repeat != NULL && n < REPEATS_MAX; repeat = repeat->above)
        chain[n++] = repeat;
    while (n > 0)
        boxes_copy(m, &chain[--n]->boxes, &head);
    while ((s = boxes_take(&head)) != NULL) {
        place_box(m, s);
        p->empty = false; /* so that the boxes of the head keep apart */
    }
    p->empty = true;
}

/* What must stand on the page of the line that marks NOTES: all of them, or
   where they take much of a page their first lines. */
static int64_t notes_needed(const struct layout_parts *m,
                            const struct box *notes)
{
    const int32_t most = page_text_height(m, m->pages.landscape) / NOTES_PART;
    int64_t sum = 0;
    int64_t first = 0;
    int lines = 0;

    for (const struct box *n = notes; n != NULL; n = n->next) {
        sum += n->height;
        if (lines++ < NOTE_LINES)
            first = sum;
    }
    return sum > most ? first : sum;
}

/* How much of the page the boxes up to END, inclusive, take. */
static int64_t group_cost(const struct layout_parts *m, const struct box *end)
{
    const struct pages *p = &m->pages;
    int64_t cost = 0;
    bool noted = p->notes_height > 0;

    for (const struct box *s = p->group.first; s != NULL; s = s->next) {
        cost += s == p->group.first ? space_above(p, s) : s->space;
        cost += s->height;
        if (s->notes != NULL) {
            cost += notes_needed(m, s->notes) + (noted ? 0 : NOTES_GAP);
            noted = true;
        }
        if (s == end)
            return cost + s->open_below;
    }
    return cost;
}

static void place_up_to(struct layout_parts *m, const struct box *end)
{
    struct pages *p = &m->pages;
    struct box *s;

    do {
        s = boxes_take(&p->group);
        if (s == p->turned_after)
            p->turned_after = NULL;
        p->group_height -= s->height + s->space;
        place_box(m, s);
    } while (s != end && p->group.first != NULL);
}

/* The boxes up to END are taller than a page: as much of them as fits, up to
   where they are held together least. */
static void place_part(struct layout_parts *m, const struct box *last)
{
    struct pages *p = &m->pages;
    const int32_t room = bottom(m) - p->y;
    const struct box *end = p->group.first;
    enum keep weakest = KEEP_STRONG;

    for (const struct box *s = p->group.first; group_cost(m, s) <= room;
         s = s->next) {
        if ((enum keep)s->keep <= weakest) {
            weakest = (enum keep)s->keep;
            end = s;
        }
        if (s == last)
            break;
    }
    place_up_to(m, end);
}

/* What would leave the page too empty and had better be whole: as much of it
   as fits. False: none of it is placed. */
static bool place_beginning(struct layout_parts *m, const struct box *last)
{
    struct pages *p = &m->pages;
    const int32_t top = m->style->page.top;
    const int32_t room = bottom(m) - p->y;
    const struct box *end = NULL;

    if ((int64_t)(p->y - top) * 100 >= (int64_t)(bottom(m) - top) * FULL_ENOUGH)
        return false;
    for (const struct box *s = p->group.first;
         s != last && group_cost(m, s) <= room; s = s->next) {
        if (s->keep <= KEEP_WEAK)
            end = s;
    }
    if (end != NULL)
        place_up_to(m, end);
    return end != NULL;
}

/* The first box that a page may end after; NULL: there is none yet. What was
   added last may yet be held, unless that is ALL. */
static const struct box *group_end(const struct pages *p, bool all)
{
    const struct box *s = p->group.first;

    while (s->next != NULL && s->keep != KEEP_NOT)
        s = s->next;
    return s->next != NULL || all ? s : NULL;
}

static bool is_turned(const struct pages *p, const struct box *end)
{
    for (const struct box *s = p->group.first; s != NULL; s = s->next) {
        if (s->landscape)
            return true;
        if (s == end)
            break;
    }
    return false;
}

/* What waits for a full page comes now, before what goes on upright. */
static void take_turned(struct pages *p)
{
    for (const struct box *s = p->turned.first; s != NULL; s = s->next)
        p->group_height += s->height + s->space;
    p->turned.last->next = p->group.first;
    if (p->group.last == NULL)
        p->group.last = p->turned.last;
    p->group.first = p->turned.first;
    p->turned = (struct boxes){NULL, NULL};
}

/* Places the group; or, unless ALL is set, only what is followed by more, or
   is taller than a page. Each turn places a box or opens an empty page. */
static void place_group(struct layout_parts *m, bool all)
{
    struct pages *p = &m->pages;

    while (p->group.first != NULL && layout_ok(m)) {
        const struct box *end = group_end(p, all);
        const bool landscape = is_turned(p, end);

        if (end == NULL && p->group_height <= page_text_height(m, landscape))
            return;
        if (end == NULL)
            end = p->group.last;
        if (p->open && p->landscape != landscape)
            close_page(m);
        if (!p->open && p->turned.first != NULL && p->turned_after == NULL) {
            take_turned(p);
            continue;
        }
        if (!p->open)
            begin_page(m, landscape);
        if (!p->open)
            return;
        repeat_head(m);
        if (group_cost(m, end) <= bottom(m) - p->y)
            place_up_to(m, end);
        else if (p->empty && p->notes_height == 0)
            place_part(m, end);
        else if (!place_beginning(m, end))
            close_page(m);
    }
}

/* A page on its side takes headings that go with its table, and nothing
   else. */
static void part_from_turned(struct pages *p)
{
    struct box *last = NULL;

    for (struct box *s = p->group.first; s != NULL; s = s->next) {
        if (s->keep < KEEP_STRONG)
            last = s;
    }
    if (last != NULL)
        last->keep = KEEP_NOT;
}

void page_add(struct layout_parts *m, struct box *s)
{
    struct pages *p = &m->pages;

    if (s == NULL)
        return;
    if (p->waiting) {
        boxes_add(&p->turned, s);
        return;
    }
    if (p->group.last != NULL && p->group.last->landscape != s->landscape)
        part_from_turned(p);
    boxes_add(&p->group, s);
    p->group_height += s->height + s->space;
    place_group(m, false);
}

/* Headings alone would leave their page empty, and go with the table. */
static bool is_begun(const struct pages *p)
{
    if (p->turned.first != NULL || (p->open && !p->landscape && !p->empty))
        return true;
    for (const struct box *s = p->group.first; s != NULL; s = s->next) {
        if (s->keep < KEEP_STRONG)
            return true;
    }
    return false;
}

bool page_wait(struct layout_parts *m, bool wanted)
{
    struct pages *p = &m->pages;

    p->waiting = wanted && is_begun(p);
    if (p->waiting)
        p->turned_after = p->group.last;
    return p->waiting;
}

/* What still waits comes when no more text does. */
static void place_all(struct layout_parts *m)
{
    struct pages *p = &m->pages;

    place_group(m, true);
    if (p->turned.first == NULL)
        return;
    if (p->open && !p->landscape)
        close_page(m);
    take_turned(p);
    place_group(m, true);
}

/* What stands on a page on its side holds nothing that need not. */
void page_hold(struct layout_parts *m)
{
    struct box *s = m->pages.group.last;

    if (s != NULL && !s->landscape && s->keep < KEEP_FIRM)
        s->keep = KEEP_FIRM;
}

const struct box *page_heading(const struct layout_parts *m)
{
    const struct box *last = m->pages.group.last;

    return last != NULL && last->keep == KEEP_STRONG ? last : NULL;
}

void page_hold_line(struct layout_parts *m, const struct box *heading)
{
    if (heading != NULL && heading->next != NULL &&
        heading->next == m->pages.group.last)
        page_hold(m);
}

int32_t page_held_height(const struct layout_parts *m)
{
    int64_t height = 0;

    for (const struct box *s = m->pages.group.first; s != NULL; s = s->next)
        height = s->keep < KEEP_STRONG ? 0 : height + s->space + s->height;
    return height > INT32_MAX / 2 ? INT32_MAX / 2 : (int32_t)height;
}

void page_release(struct layout_parts *m)
{
    struct box *s = m->pages.group.last;

    if (s != NULL)
        s->keep = KEEP_NOT;
}

void page_break(struct layout_parts *m)
{
    struct pages *p = &m->pages;

    place_all(m);
    if (p->open && (!p->empty || p->notes_height > 0))
        close_page(m);
    if (p->last != NULL)
        p->last->ends = true;
}

void page_finish(struct layout_parts *m)
{
    struct pages *p = &m->pages;

    place_all(m);
    if (!p->open && (p->last == NULL || p->carried.first != NULL))
        begin_page(m, false);
    while (p->open && layout_ok(m)) {
        close_page(m);
        if (p->carried.first != NULL)
            begin_page(m, false);
    }
    if (p->last != NULL)
        p->last->ends = true;
}
