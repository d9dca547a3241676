#include "output/layout/layout_make.h"
#include "tests/support/laid_fixture.h"
#include "tests/support/laid_prose.h"
#include "tests/support/sample.h"
#include "tests/support/tree.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* --- notes --- */

static void marked(struct doc_node *p, const char *id)
{
    struct doc_node *mark = doc_add(&t.d, p, DOC_NOTE_MARK);

    mark->u.target = id;
    doc_text(&t.d, doc_add(&t.d, mark, DOC_LABEL), STR_LIT("*"));
}

static void note(struct doc_node *parent, const char *id, const char *text,
                 int n)
{
    struct doc_node *node = doc_add(&t.d, parent, DOC_NOTE);

    node->id = id;
    doc_text(&t.d, node, str_of(text));
    for (int i = 0; i < n; i++)
        doc_text(&t.d, node, str_of(laid_words));
}

static void a_note_stands_at_the_foot_of_its_page(void **state)
{
    (void)state;
    marked(laid_prose(&t, t.d.root, "One", 1), "n1");
    note(t.d.root, "n1", "Noted", 0);
    laid_prose(&t, t.d.root, "Two", 1);
    laid_make(&t);
    assert_good_pages(&t);
    assert_int_equal(find_item(&t, "Noted")->height, 10000);
    assert_true(find_item(&t, "Noted")->y >
                style.page.height - style.page.bottom - 14000);
}

static void a_line_goes_to_the_page_that_has_room_for_its_note(void **state)
{
    (void)state;
    laid_fill_but(&t, 4);
    marked(laid_prose(&t, t.d.root, "One", 0), "n1");
    note(t.d.root, "n1", "Noted", 6);
    laid_make(&t);
    assert_good_pages(&t);
    assert_int_equal(page_of_text(&t, "One"), 2);
    assert_int_equal(page_of_text(&t, "Noted"), 2);
}

static void a_note_longer_than_a_page_goes_on(void **state)
{
    (void)state;
    laid_prose(&t, t.d.root, "Zero", 20);
    marked(laid_prose(&t, t.d.root, "One", 0), "n1");
    note(t.d.root, "n1", "Noted", 200);
    laid_prose(&t, t.d.root, "Two", 1);
    laid_make(&t);
    assert_good_pages(&t);
    /* 200 lines and a few at 50 a page: no page is left empty. */
    assert_in_range(t.layout.npages, 5, 7);
    assert_int_equal(page_of_text(&t, "One"), 1);
    assert_int_equal(page_of_text(&t, "Noted"), 1);
    assert_int_equal(page_of_text(&t, "Two"), t.layout.npages);
    assert_int_equal(findings_of(&t, FINDING_LONG_NOTE), 1);
}

static void no_line_of_a_note_goes_on_alone(void **state)
{
    for (int n = 14; n < 50; n++) {
        uint32_t last = 0;
        size_t lines = 0;

        close_test(state);
        open_test(state);
        laid_fill_but(&t, 10);
        marked(laid_prose(&t, t.d.root, "One", 0), "n1");
        note(t.d.root, "n1", "Noted", n);
        laid_make(&t);
        assert_good_pages(&t);
        last = t.layout.npages;
        for (const struct layout_page *p = t.layout.pages; p != NULL;
             p = p->next) {
            int32_t y = 0;

            lines = 0;
            for (const struct layout_item *i = p->first; i != NULL;
                 i = i->next) {
                if (i->kind == LAYOUT_TEXT && i->src != NULL &&
                    i->src->parent->kind == DOC_NOTE && i->y != y) {
                    lines++;
                    y = i->y;
                }
            }
        }
        assert_true(last >= 1 && lines != 1);
    }
}

static void notes_may_mark_each_other_and_themselves(void **state)
{
    struct doc_node *n;

    (void)state;
    marked(laid_prose(&t, t.d.root, "One", 0), "n1");
    note(t.d.root, "n1", "First", 0);
    marked(t.d.root->last, "n2");
    note(t.d.root, "n2", "Second", 0);
    n = t.d.root->last;
    marked(n, "n1");
    marked(n, "n2");
    laid_make(&t);
    assert_good_pages(&t);
}

static void a_note_that_nothing_marks_stands_in_its_place(void **state)
{
    (void)state;
    laid_prose(&t, t.d.root, "One", 0);
    note(t.d.root, "n1", "Noted", 0);
    laid_prose(&t, t.d.root, "Two", 0);
    laid_make(&t);
    assert_good_pages(&t);
    assert_true(find_item(&t, "Noted")->y < find_item(&t, "Two")->y);
}

/* --- page numbers --- */

static void contents_know_the_pages(void **state)
{
    struct doc_node *c = doc_add(&t.d, t.d.root, DOC_CONTENTS);
    struct doc_node *item;
    struct doc_node *number;

    (void)state;
    doc_heading(&t.d, c, 2, STR_LIT("Contents"));
    item = doc_add(&t.d, c, DOC_CONTENTS_ITEM);
    item->level = 2;
    doc_text(&t.d, doc_add(&t.d, item, DOC_REFERENCE), STR_LIT("Costs"));
    number = doc_add(&t.d, item, DOC_PAGE_NUMBER);
    number->u.target = "costs";
    for (int i = 0; i < 11; i++)
        doc_paragraph(&t.d, doc_add(&t.d, t.d.root, DOC_SECTION),
                      STR_LIT("filler")),
            doc_add(&t.d, t.d.root, DOC_PAGE_BREAK);
    doc_heading(&t.d, t.d.root, 2, STR_LIT("What it costs"))->id = "costs";
    laid_make(&t);
    assert_int_equal(page_of_text(&t, "What it"), 12);
    assert_ptr_equal(find_item(&t, "12")->src, number);
    assert_int_equal(find_item(&t, "12")->x + find_item(&t, "12")->width,
                     style.page.width - style.page.right);
    assert_int_equal(page_of_node(&t, test_find(&t.d, "costs")), 12);
    assert_int_equal(page_of_node(&t, number), 0);
}

static void running_matter_is_no_content(void **state)
{
    size_t feet = 0;

    (void)state;
    sample_report(&t.d, &t.tree);
    laid_make(&t);
    for (const struct layout_page *p = t.layout.pages; p != NULL; p = p->next) {
        for (const struct layout_item *i = p->first; i != NULL; i = i->next) {
            if (i->artifact != ARTIFACT_FOOTER)
                continue;
            assert_null(i->src);
            feet += str_is(item_text(&t.tree, i), "Page ");
        }
    }
    assert_int_equal(feet, t.layout.npages);
}

static void every_heading_and_id_is_a_target_in_order(void **state)
{
    const struct layout_target *before = NULL;
    size_t headings = 0;
    struct doc_walk w;

    (void)state;
    sample_report(&t.d, &t.tree);
    laid_make(&t);
    w = doc_walk(t.d.root);
    while (doc_walk_next(&w)) {
        if (!w.entering || (w.node->kind != DOC_HEADING && w.node->id == NULL))
            continue;
        assert_true(page_of_node(&t, w.node) > 0);
        headings++;
    }
    assert_true(headings > 8);
    for (const struct layout_target *x = t.layout.targets; x != NULL;
         x = x->next) {
        if (x->node->kind != DOC_HEADING)
            continue;
        if (before != NULL)
            assert_true(before->page->number < x->page->number ||
                        (before->page == x->page && before->y < x->y));
        before = x;
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_test, close_test)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_note_stands_at_the_foot_of_its_page),
        TEST(a_line_goes_to_the_page_that_has_room_for_its_note),
        TEST(a_note_longer_than_a_page_goes_on),
        TEST(no_line_of_a_note_goes_on_alone),
        TEST(notes_may_mark_each_other_and_themselves),
        TEST(a_note_that_nothing_marks_stands_in_its_place),
        TEST(contents_know_the_pages),
        TEST(running_matter_is_no_content),
        TEST(every_heading_and_id_is_a_target_in_order),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
