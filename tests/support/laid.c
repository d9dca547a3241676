#include "tests/support/laid.h"

#include "output/layout/layout_make.h"
#include "tests/support/sample.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#define LIMIT ((size_t)1 << 30)

void laid_open(struct laid_test *t)
{
    memset(t, 0, sizeof(*t));
    arena_init(&t->run, LIMIT);
    arena_init(&t->tree, LIMIT);
    arena_init(&t->made, LIMIT);
    findings_init(&t->findings, &t->tree);
    sample_doc(&t->d, &t->tree);
    assert_int_equal(font_set_open(&t->run, sample_style.house, NULL,
                                   &t->findings, &t->fonts),
                     ST_OK);
    t->shaper = shaper_new(&t->fonts);
    assert_non_null(t->shaper);
}

void laid_make(struct laid_test *t)
{
    assert_int_equal(doc_status(&t->d), ST_OK);
    assert_int_equal(
        layout_make(&t->d, t->shaper, &t->made, &t->findings, &t->layout),
        ST_OK);
}

void laid_close(struct laid_test *t)
{
    shaper_free(t->shaper);
    font_set_close(&t->fonts);
    arena_free(&t->made);
    arena_free(&t->tree);
    arena_free(&t->run);
}

struct str item_text(struct arena *a, const struct layout_item *item)
{
    struct buf words;
    struct str text;

    buf_init(&words, LIMIT);
    for (uint32_t i = 0; i < item->nwords; i++) {
        for (const struct shaped *s = layout_word(item, i).shaped; s != NULL;
             s = s->rest)
            buf_str(&words, s->text);
        if (layout_word(item, i).space_after)
            buf_char(&words, ' ');
    }
    assert_int_equal(buf_status(&words), ST_OK);
    text = arena_str(a, buf_view(&words));
    buf_free(&words);
    return text;
}

/* --- every text once --- */

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* What must be printed of a text: white space as single spaces, none at the
   ends. */
static void fold(struct str text, struct buf *out)
{
    for (struct str rest = str_trim(text); rest.len > 0;
         rest = str_from(rest, 1)) {
        if (!is_space(rest.ptr[0]))
            buf_char(out, rest.ptr[0]);
        else if (out->len > 0 && out->ptr[out->len - 1] != ' ')
            buf_char(out, ' ');
    }
}

/* Appends what the items of SRC print. */
static void printed(const struct laid_test *t, const struct doc_node *src,
                    struct arena *scratch, struct buf *out)
{
    for (const struct layout_page *p = t->layout.pages; p != NULL;
         p = p->next) {
        for (const struct layout_item *i = p->first; i != NULL; i = i->next) {
            if (i->kind == LAYOUT_TEXT && i->src == src) {
                assert_int_equal(i->artifact, ARTIFACT_NONE);
                buf_str(out, item_text(scratch, i));
            }
        }
    }
}

static bool is_running(const struct doc_node *n)
{
    while (n != NULL && n->kind != DOC_RUNNING)
        n = n->parent;
    return n != NULL;
}

void assert_every_text_once(const struct laid_test *t)
{
    struct doc_walk w = doc_walk(t->d.root);

    while (doc_walk_next(&w)) {
        struct arena scratch;
        struct buf want;
        struct buf have;
        struct str is;

        if (!w.entering || !doc_is_text(w.node) || is_running(w.node))
            continue;
        arena_init(&scratch, LIMIT);
        buf_init(&want, LIMIT);
        buf_init(&have, LIMIT);
        fold(w.node->text, &want);
        printed(t, w.node, &scratch, &have);
        is = str_trim(buf_view(&have));
        if (!str_eq(is, buf_view(&want)))
            print_error("want |%.*s|\nhave |%.*s|\n", STR_ARG(buf_view(&want)),
                        STR_ARG(is));
        assert_true(str_eq(is, buf_view(&want)));
        buf_free(&want);
        buf_free(&have);
        arena_free(&scratch);
    }
}

/* --- where things are --- */

struct area {
    int32_t left, top, right, bottom;
};

/* What a text covers: its capitals and most of its descenders. */
static struct area area_of(const struct layout_item *i)
{
    if (i->kind == LAYOUT_TEXT)
        return (struct area){i->x, i->y - i->height * 3 / 4, i->x + i->width,
                             i->y + i->height / 5};
    return (struct area){i->x, i->y, i->x + i->width, i->y + i->height};
}

static bool is_inside(struct area a, struct area b)
{
    return a.left >= b.left && a.right <= b.right && a.top >= b.top &&
           a.bottom <= b.bottom;
}

void assert_inside_margins(const struct laid_test *t)
{
    const struct page_style *page = &t->d.style->page;

    for (const struct layout_page *p = t->layout.pages; p != NULL;
         p = p->next) {
        const struct area all = {0, 0, p->width, p->height};
        const struct area text = {page->left, page->top, p->width - page->right,
                                  p->height - page->bottom};

        for (const struct layout_item *i = p->first; i != NULL; i = i->next) {
            const bool running = i->artifact == ARTIFACT_HEADER ||
                                 i->artifact == ARTIFACT_FOOTER;

            if (!is_inside(area_of(i), running ? all : text))
                print_error("page %u: %d,%d %dx%d\n", p->number, i->x, i->y,
                            i->width, i->height);
            assert_true(is_inside(area_of(i), running ? all : text));
        }
    }
}

static bool overlap(struct area a, struct area b)
{
    return a.left < b.right && b.left < a.right && a.top < b.bottom &&
           b.top < a.bottom;
}

void assert_no_overlap(const struct laid_test *t)
{
    struct arena scratch;

    arena_init(&scratch, LIMIT);
    for (const struct layout_page *p = t->layout.pages; p != NULL;
         p = p->next) {
        for (const struct layout_item *i = p->first; i != NULL; i = i->next) {
            for (const struct layout_item *j = i->next; j != NULL;
                 j = j->next) {
                if (i->kind != LAYOUT_TEXT || j->kind != LAYOUT_TEXT ||
                    !overlap(area_of(i), area_of(j)))
                    continue;
                print_error("page %u: |%.*s| and |%.*s|\n", p->number,
                            STR_ARG(item_text(&scratch, i)),
                            STR_ARG(item_text(&scratch, j)));
                fail();
            }
        }
    }
    arena_free(&scratch);
}

static const struct doc_node *heading_of(const struct layout_item *i)
{
    const struct doc_node *n = i->src;

    while (n != NULL && n->kind != DOC_HEADING)
        n = n->parent;
    return n;
}

/* A heading that ends its part of the tree has nothing to stay with. */
static bool is_followed(const struct doc_node *heading)
{
    return heading->next != NULL && heading->next->kind != DOC_PAGE_BREAK &&
           heading->next->kind != DOC_NOTE;
}

void assert_no_heading_at_the_foot(const struct laid_test *t)
{
    for (const struct layout_page *p = t->layout.pages; p != NULL;
         p = p->next) {
        const struct doc_node *last = NULL;
        const struct doc_node *heading = NULL;

        if (p->next == NULL)
            return;
        for (const struct layout_item *i = p->first; i != NULL; i = i->next) {
            if (i->kind != LAYOUT_TEXT || i->artifact != ARTIFACT_NONE)
                continue;
            last = i->src;
            heading = heading_of(i);
        }
        if (last != NULL && heading != NULL && is_followed(heading))
            fail_msg("page %u ends with a heading", p->number);
    }
}

void assert_good_pages(const struct laid_test *t)
{
    assert_every_text_once(t);
    assert_inside_margins(t);
    assert_no_overlap(t);
    assert_no_heading_at_the_foot(t);
}

const struct layout_item *find_item(const struct laid_test *t, const char *text)
{
    const struct layout_item *found = NULL;
    struct arena scratch;

    arena_init(&scratch, LIMIT);
    for (const struct layout_page *p = t->layout.pages;
         p != NULL && found == NULL; p = p->next) {
        for (const struct layout_item *i = p->first; i != NULL && found == NULL;
             i = i->next) {
            if (i->kind == LAYOUT_TEXT && i->artifact == ARTIFACT_NONE &&
                str_starts(item_text(&scratch, i), str_of(text)))
                found = i;
        }
    }
    arena_free(&scratch);
    if (found == NULL)
        fail_msg("nothing printed begins with `%s`", text);
    return found;
}

uint32_t page_of_text(const struct laid_test *t, const char *text)
{
    const struct layout_item *wanted = find_item(t, text);

    for (const struct layout_page *p = t->layout.pages; p != NULL;
         p = p->next) {
        for (const struct layout_item *i = p->first; i != NULL; i = i->next) {
            if (i == wanted)
                return p->number;
        }
    }
    return 0;
}

uint32_t page_of_node(const struct laid_test *t, const struct doc_node *node)
{
    for (const struct layout_target *i = t->layout.targets; i != NULL;
         i = i->next) {
        if (i->node == node)
            return i->page->number;
    }
    return 0;
}

size_t findings_of(const struct laid_test *t, enum finding_id id)
{
    size_t count = 0;

    for (const struct finding *f = t->findings.first; f != NULL; f = f->next)
        count += f->id == id;
    return count;
}

struct str laid_filler(struct arena *a, unsigned n)
{
    struct buf b;
    struct str s;

    buf_init(&b, (size_t)1 << 20);
    for (unsigned i = 0; i < n; i++)
        buf_puts(&b, i == 0 ? "council" : " council");
    s = arena_str(a, buf_view(&b));
    buf_free(&b);
    return s;
}
