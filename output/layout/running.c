#include "core/doc/running_words.h"
#include "output/layout/layout_parts.h"

#include <string.h>

/* The RUNNING node of the head (0) or foot (1), or NULL. */
static const struct doc_node *running_node(const struct doc *d, uint8_t level)
{
    const struct doc_node *n = d->root->first;

    while (n != NULL && !(n->kind == DOC_RUNNING && n->level == level))
        n = n->next;
    return n;
}

/* All lines of the head or foot of a page, one below the other. */
static void make_lines(struct layout_parts *m, const struct doc_node *running,
                       const struct text_style *style, bool first_page,
                       struct boxes *out)
{
    const int32_t left = page_text_left(m);
    const int32_t right = page_text_right(m, m->pages.landscape);
    const struct doc_node *part = running->first;

    while (part != NULL) {
        const struct doc_node *first = part;
        struct boxes lines = {NULL, NULL};
        struct box *s;

        for (size_t i = 0; i < SIDES_PARTS && part != NULL; i++)
            part = part->next;
        if (first_page && (first->level & RULE_LATER_PAGES) != 0)
            continue;
        sides_make(m, first, style, left, right, &lines);
        while ((s = boxes_take(&lines)) != NULL)
            boxes_add(out, s);
    }
}

/* The words before the first section: title, date and what stands beside. */
static void add_words_of_head(const struct doc *doc, struct buf *words)
{
    for (const struct doc_node *n = doc->root->first; n != NULL; n = n->next) {
        if (n->kind == DOC_SECTION || n->kind == DOC_PART)
            return;
        if (n->kind != DOC_RUNNING && n->medium != MEDIUM_SCREEN) {
            doc_plain_text(n, words);
            buf_char(words, ' ');
        }
    }
}

/* Whether all that RUNNING says is on the paper without it. */
static bool is_said_elsewhere(const struct layout_parts *m,
                              const struct doc_node *running)
{
    struct buf head;
    struct buf words;
    bool known = true;

    buf_init(&head, m->arena->limit);
    buf_init(&words, m->arena->limit);
    add_words_of_head(m->doc, &head);
    for (const struct doc_node *part = running->first; part != NULL && known;
         part = part->next) {
        buf_clear(&words);
        doc_plain_text(part, &words);
        known = running_counts_pages(part) ||
                words_are_known(buf_view(&words), buf_view(&head));
    }
    known = known && buf_status(&head) == ST_OK && buf_status(&words) == ST_OK;
    buf_free(&words);
    buf_free(&head);
    return known;
}

/* Words that a reader of the HTML has, and of the paper has not. */
static void say_lost(struct layout_parts *m, const struct doc_node *running)
{
    finding(m->findings, FINDING_LIMIT, doc_place(running),
            "the %s of the pages is higher than its margin: its last lines "
            "would not be printed",
            running->level != 0 ? "foot" : "head");
    finding_hint(m->findings, "let it have fewer lines, or the style of the "
                              "pages a wider margin");
}

/* In the middle of the margin. */
static void make_running(struct layout_parts *m, const struct doc_node *running,
                         struct layout_page *page)
{
    const struct page_style *style = &m->style->page;
    const bool foot = running->level != 0;
    const int32_t margin = foot ? style->bottom : style->top;
    const struct text_style text = text_style(
        m, SET_RUNNING, FACE_REGULAR, m->style->house->colours.secondary);
    struct boxes lines = {NULL, NULL};
    bool lost = false;
    struct box *s;
    int32_t y;

    m->artifact = foot ? ARTIFACT_FOOTER : ARTIFACT_HEADER;
    make_lines(m, running, &text, page == m->layout->pages, &lines);
    y = (margin - boxes_height(&lines)) / 2;
    y = y < 0 ? 0 : y;
    while ((s = boxes_take(&lines)) != NULL) {
        if (y + s->height <= margin && s->first != NULL) {
            for (struct layout_item *i = s->first; i != NULL; i = i->next) {
                i->y += y + (foot ? page->height - margin : 0);
                item_on_page(m, i, page);
            }
            if (page->last == NULL)
                page->first = s->first;
            else
                page->last->next = s->first;
            page->last = s->last;
        } else if (s->first != NULL) {
            lost = true;
        }
        y += s->height;
        box_recycle(m, s);
    }
    if (lost && page->number <= 2 &&
        !is_said_elsewhere(m, running)) /* of the first page, or all others */
        say_lost(m, running);
    m->artifact = ARTIFACT_NONE;
}

void running_make(struct layout_parts *m)
{
    for (uint8_t level = 0; level <= 1; level++) {
        const struct doc_node *running = running_node(m->doc, level);

        for (struct layout_page *page = m->layout->pages;
             page != NULL && running != NULL && layout_ok(m);
             page = page->next) {
            if (page->bare)
                continue;
            m->running_page = page->number;
            m->pages.landscape = page->width != page_width(m, false);
            make_running(m, running, page);
        }
    }
    m->running_page = 0;
}

/* --- page numbers in the text --- */

static uint32_t page_of_id(const struct layout *l, const char *id)
{
    for (const struct layout_target *t = l->targets; t != NULL; t = t->next) {
        if (t->node->id != NULL && strcmp(t->node->id, id) == 0)
            return t->page->number;
    }
    return 0;
}

static void fill_number(struct layout_parts *m,
                        const struct pending_number *pending)
{
    struct layout_item *item = pending->item;
    const struct doc_node *src = item->src;
    struct shaped_word word = {.x = 0};
    uint32_t number = pending->page;
    struct str digits;
    int32_t width;

    if (src->kind == DOC_PAGE_COUNT)
        number = m->layout->npages + m->doc->pages_before;
    else if (src->u.target != NULL)
        number = page_of_id(m->layout, src->u.target);
    digits = arena_printf(m->arena, "%u", (unsigned)number);
    if (digits.ptr == NULL)
        return;
    word.shaped = shape(m->shaper, (enum face)item->face, digits);
    width = font_width(shaped_advance(word.shaped), item->height);
    if (src->parent != NULL && src->parent->kind == DOC_CONTENTS_ITEM)
        item->x += item->width - width; /* flush with the right margin */
    item->width = width;
    layout_set_words(item, &word, 1);
}

void numbers_fill(struct layout_parts *m)
{
    for (struct pending_number *n = m->numbers; n != NULL && layout_ok(m);
         n = n->next)
        fill_number(m, n);
}
