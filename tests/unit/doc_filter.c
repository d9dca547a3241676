#include "core/doc/doc.h"
#include "tests/support/tree.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void keeps_everything_in_the_internal_copy(void **state)
{
    struct test_tree t;

    (void)state;
    test_tree_init(&t);
    doc_paragraph(&t.doc, t.doc.root, STR_LIT("x"))->audience =
        AUDIENCE_INTERNAL;
    doc_filter(&t.doc, AUDIENCE_INTERNAL);
    assert_non_null(t.doc.root->first);
    assert_int_equal(t.doc.audience, AUDIENCE_INTERNAL);
    test_tree_free(&t);
}

static void numbers_stay_when_something_internal_goes(void **state)
{
    const struct label_series s = test_series("s", "{s}.", 0, NULL);
    struct test_tree t;

    (void)state;
    test_tree_init(&t);
    test_numbered(&t.doc, t.doc.root, "a", &s);
    test_numbered(&t.doc, t.doc.root, "b", &s)->audience = AUDIENCE_INTERNAL;
    test_numbered(&t.doc, t.doc.root, "c", &s);
    doc_number(&t.doc);
    doc_filter(&t.doc, AUDIENCE_PUBLIC);
    test_labels(&t.doc, "1. 3.");
    test_words(t.doc.root, "1. a 3. c");
    test_tree_free(&t);
}

static void what_was_emptied_goes_with_its_content(void **state)
{
    struct test_tree t;
    struct doc_node *section;
    struct doc_node *item;

    (void)state;
    test_tree_init(&t);
    section = test_section(&t.doc, t.doc.root, "s", "S", NULL);
    item = test_item(&t.doc, test_list(&t.doc, section, NULL), "x");
    item->audience = AUDIENCE_INTERNAL;
    test_table(&t.doc, section)->last->first->audience = AUDIENCE_INTERNAL;
    doc_filter(&t.doc, AUDIENCE_PUBLIC);
    assert_null(t.doc.root->first);
    test_tree_free(&t);
}

static void what_was_empty_before_stays(void **state)
{
    struct test_tree t;
    struct doc_node *section;

    (void)state;
    test_tree_init(&t);
    section = test_section(&t.doc, t.doc.root, "s", "S", NULL);
    doc_filter(&t.doc, AUDIENCE_PUBLIC);
    assert_ptr_equal(t.doc.root->first, section);
    test_tree_free(&t);
}

static void a_cell_keeps_its_place_and_loses_its_words(void **state)
{
    struct test_tree t;
    struct doc_node *cell;

    (void)state;
    test_tree_init(&t);
    cell = test_table(&t.doc, t.doc.root)->last->first->first;
    cell->audience = AUDIENCE_INTERNAL;
    doc_filter(&t.doc, AUDIENCE_PUBLIC);
    assert_ptr_equal(t.doc.root->first->last->first->first, cell);
    assert_null(cell->first);
    test_words(t.doc.root, "Head");
    test_tree_free(&t);
}

static void a_span_goes_out_of_its_paragraph(void **state)
{
    struct test_tree t;
    struct doc_node *p;
    struct doc_node *strong;

    (void)state;
    test_tree_init(&t);
    p = doc_paragraph(&t.doc, t.doc.root, STR_LIT("open"));
    strong = doc_add(&t.doc, p, DOC_STRONG);
    doc_text(&t.doc, strong, STR_LIT("secret"))->audience = AUDIENCE_INTERNAL;
    doc_filter(&t.doc, AUDIENCE_PUBLIC);
    assert_ptr_equal(p->first, p->last);
    test_words(t.doc.root, "open");
    test_tree_free(&t);
}

static void marks_that_follow_each_other_are_parted(void **state)
{
    struct test_tree t;
    struct doc_node *p;

    (void)state;
    test_tree_init(&t);
    p = doc_paragraph(&t.doc, t.doc.root, STR_LIT("One"));
    doc_add(&t.doc, p, DOC_NOTE_MARK)->u.target = "n1";
    doc_add(&t.doc, p, DOC_NOTE_MARK)->u.target = "n2";
    doc_add(&t.doc, p, DOC_NOTE_MARK)->u.target = "n3";
    doc_text(&t.doc, p, STR_LIT(" more"));
    doc_add(&t.doc, p, DOC_NOTE_MARK)->u.target = "n4";
    doc_part_marks(&t.doc);
    test_words(p, "One,\xC2\xA0,\xC2\xA0 more");
    test_tree_free(&t);
}

static void a_note_goes_with_its_last_mark(void **state)
{
    struct test_tree t;
    struct doc_node *p;
    struct doc_node *note;

    (void)state;
    test_tree_init(&t);
    p = doc_paragraph(&t.doc, t.doc.root, STR_LIT("x"));
    doc_add(&t.doc, p, DOC_NOTE_MARK)->u.target = "n1";
    p->audience = AUDIENCE_INTERNAL;
    p = doc_paragraph(&t.doc, t.doc.root, STR_LIT("y"));
    doc_add(&t.doc, p, DOC_NOTE_MARK)->u.target = "n2";
    for (int i = 0; i < 2; i++) {
        note = doc_add(&t.doc, t.doc.root, DOC_NOTE);
        note->id = i == 0 ? "n1" : "n2";
        doc_text(&t.doc, note, STR_LIT("z"));
    }
    doc_filter(&t.doc, AUDIENCE_PUBLIC);
    assert_null(test_find(&t.doc, "n1"));
    assert_non_null(test_find(&t.doc, "n2"));
    test_tree_free(&t);
}

static void a_page_break_goes_with_what_it_stands_before(void **state)
{
    struct test_tree t;

    (void)state;
    test_tree_init(&t);
    doc_paragraph(&t.doc, t.doc.root, STR_LIT("x"));
    doc_add(&t.doc, t.doc.root, DOC_PAGE_BREAK);
    doc_paragraph(&t.doc, t.doc.root, STR_LIT("y"))->audience =
        AUDIENCE_INTERNAL;
    doc_add(&t.doc, t.doc.root, DOC_PAGE_BREAK);
    doc_paragraph(&t.doc, t.doc.root, STR_LIT("z"));
    doc_filter(&t.doc, AUDIENCE_PUBLIC);
    assert_int_equal(t.doc.root->first->next->kind, DOC_PAGE_BREAK);
    assert_ptr_equal(t.doc.root->first->next->next, t.doc.root->last);
    test_tree_free(&t);
}

static void running_matter_keeps_three_paragraphs(void **state)
{
    struct test_tree t;
    struct doc_node *running;

    (void)state;
    test_tree_init(&t);
    running = doc_add(&t.doc, t.doc.root, DOC_RUNNING);
    for (int i = 0; i < 3; i++)
        doc_paragraph(&t.doc, running, STR_LIT("x"))->first->audience =
            AUDIENCE_INTERNAL;
    doc_filter(&t.doc, AUDIENCE_PUBLIC);
    assert_ptr_equal(running->first->next->next, running->last);
    test_words(running, "");
    test_tree_free(&t);
}

static void half_of_a_large_table_goes_in_one_pass(void **state)
{
    struct test_tree t;
    struct doc_node *body;
    size_t left = 0;

    (void)state;
    test_tree_init(&t);
    body = test_table(&t.doc, t.doc.root)->last;
    for (int i = 1; i < 20000; i++) {
        struct doc_node *row = doc_add(&t.doc, body, DOC_ROW);

        doc_cell(&t.doc, row, SCOPE_NONE, STR_LIT("x"));
        row->audience = i % 2 == 0 ? AUDIENCE_PUBLIC : AUDIENCE_INTERNAL;
    }
    doc_filter(&t.doc, AUDIENCE_PUBLIC);
    for (const struct doc_node *r = body->first; r != NULL; r = r->next)
        left++;
    assert_int_equal(left, 10000);
    test_tree_free(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_everything_in_the_internal_copy),
        cmocka_unit_test(numbers_stay_when_something_internal_goes),
        cmocka_unit_test(what_was_emptied_goes_with_its_content),
        cmocka_unit_test(what_was_empty_before_stays),
        cmocka_unit_test(a_cell_keeps_its_place_and_loses_its_words),
        cmocka_unit_test(a_span_goes_out_of_its_paragraph),
        cmocka_unit_test(marks_that_follow_each_other_are_parted),
        cmocka_unit_test(a_note_goes_with_its_last_mark),
        cmocka_unit_test(a_page_break_goes_with_what_it_stands_before),
        cmocka_unit_test(running_matter_keeps_three_paragraphs),
        cmocka_unit_test(half_of_a_large_table_goes_in_one_pass),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
