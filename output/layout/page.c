#include "output/layout/page_parts.h"

#define NOTES_PART 3 /* notes of more than this part of a page may go on */
#define NOTE_LINES 3 /* after so many lines */
#define FULL_ENOUGH                                                            \
    71 /* hundredths of a page: rather than leave less, what                   \
          had better be whole is parted */

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
        repeat->height > page_bottom(m) - p->y)
        return;
    for (; repeat != NULL && n < REPEATS_MAX; repeat = repeat->above)
        chain[n++] = repeat;
    while (n > 0)
        boxes_copy(m, &chain[--n]->boxes, &head);
    while ((s = boxes_take(&head)) != NULL) {
        page_place(m, s);
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
        cost += s == p->group.first ? page_space_above(p, s) : s->space;
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
        page_place(m, s);
    } while (s != end && p->group.first != NULL);
}

/* The boxes up to END are taller than a page: as much of them as fits, up to
   where they are held together least. */
static void place_part(struct layout_parts *m, const struct box *last)
{
    struct pages *p = &m->pages;
    const int32_t room = page_bottom(m) - p->y;
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

/* Whether the page is full enough with HEIGHT more on it. */
static bool is_full_enough(const struct layout_parts *m, int64_t height)
{
    const int32_t top = m->style->page.top;

    return (m->pages.y - top + height) * 100 >=
           (int64_t)(page_bottom(m) - top) * FULL_ENOUGH;
}

/* What would leave the page too empty and had better be whole: what leads to
   it, where the page is full enough then, or as much of it as fits. False: none
   of it is placed. */
static bool place_beginning(struct layout_parts *m, const struct box *last)
{
    struct pages *p = &m->pages;
    const int32_t room = page_bottom(m) - p->y;
    const struct box *end = NULL;
    const struct box *lead = NULL;

    if (is_full_enough(m, 0))
        return false;
    for (const struct box *s = p->group.first; s != last; s = s->next) {
        const int64_t cost = group_cost(m, s);

        if (cost > room)
            break;
        if (s->keep <= KEEP_WHOLE)
            end = s;
        if (s->keep <= KEEP_WEAK && is_full_enough(m, cost))
            lead = s;
    }
    if (lead != NULL)
        end = lead;
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
        const bool ends = end != NULL;

        if (!ends && p->group_height <= page_text_height(m, landscape))
            return;
        if (!ends)
            end = p->group.last;
        if (p->open && p->landscape != landscape)
            page_close(m);
        if (!p->open && p->turned.first != NULL && p->turned_after == NULL) {
            take_turned(p);
            continue;
        }
        if (!p->open)
            page_begin(m, landscape);
        if (!p->open)
            return;
        repeat_head(m);
        if (ends && group_cost(m, end) <= page_bottom(m) - p->y)
            place_up_to(m, end);
        else if (p->empty && p->notes_height == 0)
            place_part(m, end);
        else if (!place_beginning(m, end))
            page_close(m);
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

void page_add_all(struct layout_parts *m, struct boxes *boxes, enum keep keep)
{
    struct box *s;

    while ((s = boxes_take(boxes)) != NULL) {
        if (boxes->first != NULL && s->keep < keep)
            s->keep = (uint8_t)keep;
        page_add(m, s);
    }
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
        page_close(m);
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

void page_ease(struct layout_parts *m)
{
    struct box *s = m->pages.group.last;

    if (s != NULL && s->keep == KEEP_FIRM)
        s->keep = KEEP_WHOLE;
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

int32_t page_rest(const struct layout_parts *m, int32_t gap)
{
    const struct pages *p = &m->pages;
    const int32_t page = page_text_height(m, false);
    const int64_t held = (int64_t)page_held_height(m) + gap;
    int64_t rest = p->open && !p->landscape ? page_bottom(m) - p->y : page;

    rest -= gap;
    if (p->group.first != NULL)
        rest -= group_cost(m, p->group.last);
    if (rest <= 0)
        rest = page - held;
    return rest > 0 ? (int32_t)rest : 0;
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
        page_close(m);
    if (p->last != NULL)
        p->last->ends = true;
}

void page_finish(struct layout_parts *m)
{
    struct pages *p = &m->pages;

    place_all(m);
    if (!p->open && (p->last == NULL || p->carried.first != NULL))
        page_begin(m, false);
    while (p->open && layout_ok(m)) {
        page_close(m);
        if (p->carried.first != NULL)
            page_begin(m, false);
    }
    if (p->last != NULL)
        p->last->ends = true;
}
