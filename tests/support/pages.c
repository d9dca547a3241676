#include "tests/support/pages.h"

#include "output/drawing/drawing_make.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define SIZE 11000
#define LINE 15000
#define WORDS_MAX 64 /* on a line */

struct layout_parts {
    const struct doc *doc;
    struct shaper *shaper;
    struct arena *arena;
    struct layout *layout;
    struct findings findings;
    struct layout_page *page;
    struct layout_target *last;
    struct shaped_word words[WORDS_MAX]; /* of the line that is being made */
    uint32_t nwords;
    int32_t x, width; /* of that line; its length so far */
    int32_t y;        /* baseline */
};

static void *get(struct layout_parts *m, size_t count, size_t size)
{
    void *p = arena_alloc(m->arena, count, size);

    assert_non_null(p);
    return p;
}

static struct layout_item *add_item(struct layout_parts *m,
                                    enum layout_kind kind,
                                    const struct doc_node *src)
{
    struct layout_item *item = get(m, 1, sizeof(*item));

    item->kind = kind & LAYOUT_KIND;
    item->src = src;
    if (m->page->last == NULL)
        m->page->first = item;
    else
        m->page->last->next = item;
    m->page->last = item;
    return item;
}

static enum face face_of(const struct doc_node *src)
{
    int face = FACE_REGULAR;

    for (const struct doc_node *n = src; n != NULL; n = n->parent) {
        if (n->kind == DOC_STRONG || n->kind == DOC_HEADING)
            face |= FACE_BOLD;
        if (n->kind == DOC_EMPHASIS)
            face |= FACE_ITALIC;
    }
    return (enum face)face;
}

/* Ends the line: its words become an item. */
static void flush(struct layout_parts *m, const struct doc_node *src,
                  enum layout_artifact artifact)
{
    struct layout_item *item;
    struct shaped_word *words;

    if (m->nwords == 0)
        return;
    item = add_item(m, LAYOUT_TEXT, src);
    words = get(m, m->nwords, sizeof(*words));
    for (uint32_t i = 0; i < m->nwords; i++)
        words[i] = m->words[i];
    item->artifact = artifact & LAYOUT_ARTIFACT;
    item->face = face_of(src) & LAYOUT_FACE;
    item->colour = 0x0b0c0c;
    item->x = m->x;
    item->y = m->y;
    item->width = m->width;
    item->height = SIZE;
    layout_set_words(item, words, m->nwords);
    m->x += m->width;
    m->width = 0;
    m->nwords = 0;
}

/* TEXT at Y, in the margin of a page. */
static void running(struct layout_parts *m, struct str text, int32_t y,
                    enum layout_artifact artifact)
{
    struct shaped_word *word = get(m, 1, sizeof(*word));
    struct layout_item *item = add_item(m, LAYOUT_TEXT, NULL);

    word->shaped = shape(m->shaper, FACE_REGULAR, text);
    item->artifact = artifact & LAYOUT_ARTIFACT;
    item->x = m->doc->style->page.left;
    item->y = y;
    item->width = font_width(shaped_advance(word->shaped), SIZE);
    item->height = SIZE;
    layout_set_words(item, word, 1);
}

static void next_page(struct layout_parts *m)
{
    const struct page_style *style = &m->doc->style->page;
    struct layout_page *page = get(m, 1, sizeof(*page));

    if (m->page == NULL)
        m->layout->pages = page;
    else
        m->page->next = page;
    m->page = page;
    page->number = ++m->layout->npages;
    page->width = style->width;
    page->height = style->height;
    running(m, m->doc->author, style->top / 2, ARTIFACT_HEADER);
    running(m, STR_LIT("Page"), style->height - style->bottom / 2,
            ARTIFACT_FOOTER);
    if (page->number > 1)
        running(m, STR_LIT("(continued)"), style->top, ARTIFACT_REPEAT);
    m->y = style->top + LINE;
    m->x = style->left;
}

static void next_line(struct layout_parts *m)
{
    m->x = m->doc->style->page.left;
    m->y += LINE;
    if (m->y > m->doc->style->page.height - m->doc->style->page.bottom)
        next_page(m);
}

static void add_word(struct layout_parts *m, const struct doc_node *src,
                     struct str text, bool space_after)
{
    const enum face face = face_of(src);
    const struct page_style *style = &m->doc->style->page;
    struct shaped_word word = {.space_after = space_after};
    int32_t width;

    word.shaped = shape(m->shaper, face, text);
    assert_non_null(word.shaped);
    width = font_width(shaped_advance(word.shaped), SIZE);
    if (m->nwords == WORDS_MAX ||
        m->x + m->width + width > style->width - style->right) {
        flush(m, src, ARTIFACT_NONE);
        next_line(m);
    }
    word.x = m->width;
    m->words[m->nwords++] = word;
    m->width += width;
    if (space_after)
        m->width +=
            font_width(shaped_advance(shape_space(m->shaper, face)), SIZE);
}

static void add_text(struct layout_parts *m, const struct doc_node *src,
                     struct str text)
{
    while (text.len > 0) {
        const size_t end = str_find_char(text, ' ');
        const bool spaced = end < text.len;

        /* A text that begins with a space: the glyph alone. */
        if (end > 0)
            add_word(m, src, str_to(text, end), spaced);
        else
            add_word(m, src, STR_LIT(" "), false);
        text = str_from(text, end + spaced);
    }
    flush(m, src, ARTIFACT_NONE);
}

static void add_target(struct layout_parts *m, const struct doc_node *node)
{
    struct layout_target *t = get(m, 1, sizeof(*t));

    t->node = node;
    t->page = m->page;
    t->x = m->x;
    t->y = m->y - SIZE;
    if (m->last == NULL)
        m->layout->targets = t;
    else
        m->last->next = t;
    m->last = t;
}

static void enter(struct layout_parts *m, const struct doc_node *node)
{
    struct layout_item *fill;

    if (node->id != NULL || node->kind == DOC_HEADING)
        add_target(m, node);
    if (node->kind == DOC_CELL && node->u.cell.scope == SCOPE_COLUMN) {
        fill = add_item(m, LAYOUT_FILL, node);
        fill->artifact = ARTIFACT_BACKGROUND;
        fill->colour = 0xeef2f0;
        fill->x = m->x;
        fill->y = m->y - SIZE;
        fill->width = 100000;
        fill->height = LINE;
    }
    if (doc_is_text(node))
        add_text(m, node, node->text);
    else if (node->kind == DOC_LABEL && node->parent->kind == DOC_NOTE_MARK)
        return;
    else if (node->kind == DOC_PAGE_NUMBER)
        add_text(m, node, STR_LIT("1"));
}

static void add_picture(struct layout_parts *m, const struct doc_node *figure)
{
    const struct picture_image *p = &figure->u.picture->u.image;
    const struct picture_size size = picture_image_size(p);
    const struct page_style *style = &m->doc->style->page;
    struct layout_item *item;

    if (m->y + size.height > style->height - style->bottom)
        next_page(m);
    item = add_item(m, LAYOUT_IMAGE, figure);
    item->x = style->left;
    item->y = m->y;
    item->width = size.width;
    item->height = size.height;
    item->image = p->file;
    if (p->decorative)
        item->artifact = ARTIFACT_DECORATION;
    m->y += size.height;
}

static void add_drawing(struct layout_parts *m, const struct doc_node *figure)
{
    const struct page_style *style = &m->doc->style->page;
    const struct drawing *d = drawing_make(
        figure, m->doc->style->house, style->width - style->left - style->right,
        m->shaper, m->arena, &m->findings);
    struct layout_item *item;

    assert_non_null(d);
    if (m->y + d->height > style->height - style->bottom)
        next_page(m);
    item = add_item(m, LAYOUT_DRAWING, figure);
    item->x = style->left;
    item->y = m->y;
    item->width = d->width;
    item->height = d->height;
    item->drawing = d;
    m->y += d->height;
}

void test_pages(const struct doc *d, struct shaper *shaper, struct arena *arena,
                struct layout *l)
{
    struct layout_parts m = {
        .doc = d, .shaper = shaper, .arena = arena, .layout = l};
    struct doc_walk w = doc_walk(d->root);
    bool skipped = false;

    *l = (struct layout){.arena = arena};
    findings_init(&m.findings, arena);
    next_page(&m);
    while (doc_walk_next(&w)) {
        if (skipped || (!w.entering && doc_kind_is_inline(w.node->kind))) {
            skipped = false;
        } else if (!w.entering) {
            if (w.node->kind == DOC_PICTURE &&
                w.node->u.picture->kind == PICTURE_IMAGE)
                add_picture(&m, w.node);
            else if (w.node->kind == DOC_PICTURE)
                add_drawing(&m, w.node);
            next_line(&m);
        } else if (w.node->kind == DOC_RUNNING ||
                   w.node->medium == MEDIUM_SCREEN) {
            doc_walk_skip(&w);
            skipped = true;
        } else {
            enter(&m, w.node);
        }
    }
    assert_int_equal(shaper_status(shaper), ST_OK);
    assert_int_equal(arena_status(arena), ST_OK);
}
