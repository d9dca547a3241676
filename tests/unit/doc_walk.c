#include "core/doc/doc.h"
#include "tests/support/tree.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void enters_and_leaves_each_node_once(void **state)
{
    struct test_tree t;
    struct doc_walk w;
    size_t entered = 0;
    size_t left = 0;

    (void)state;
    test_tree_init(&t);
    test_item(&t.doc, test_list(&t.doc, t.doc.root, NULL), "x");
    doc_paragraph(&t.doc, t.doc.root, STR_LIT("y"));
    w = doc_walk(t.doc.root);
    while (doc_walk_next(&w)) {
        entered += w.entering;
        left += !w.entering;
        assert_true(left <= entered);
    }
    assert_int_equal(entered, 6);
    assert_int_equal(left, 6);
    assert_false(doc_walk_next(&w));
    test_tree_free(&t);
}

static void stays_below_its_top(void **state)
{
    struct test_tree t;
    struct doc_node *list;
    struct doc_walk w;
    size_t seen = 0;

    (void)state;
    test_tree_init(&t);
    list = test_list(&t.doc, t.doc.root, NULL);
    doc_paragraph(&t.doc, t.doc.root, STR_LIT("y"));
    w = doc_walk(list);
    while (doc_walk_next(&w)) {
        assert_ptr_equal(w.node, list);
        seen++;
    }
    assert_int_equal(seen, 2);
    assert_null(doc_following(list, list));
    w = doc_walk(NULL);
    assert_false(doc_walk_next(&w));
    test_tree_free(&t);
}

static void skips_the_children_of_a_node(void **state)
{
    struct test_tree t;
    struct doc_walk w;
    size_t texts = 0;

    (void)state;
    test_tree_init(&t);
    test_item(&t.doc, test_list(&t.doc, t.doc.root, NULL), "x");
    doc_paragraph(&t.doc, t.doc.root, STR_LIT("y"));
    w = doc_walk(t.doc.root);
    while (doc_walk_next(&w)) {
        if (w.entering && w.node->kind == DOC_LIST)
            doc_walk_skip(&w);
        texts += w.entering && w.node->kind == DOC_TEXT;
    }
    assert_int_equal(texts, 1);
    test_tree_free(&t);
}

static void goes_through_a_tree_of_any_depth(void **state)
{
    struct test_tree t;
    struct doc_node *n;
    size_t count = 0;

    (void)state;
    test_tree_init(&t);
    n = t.doc.root;
    for (int i = 0; i < 10000; i++)
        n = doc_add(&t.doc, n, DOC_QUOTE);
    for (n = t.doc.root; n != NULL; n = doc_following(t.doc.root, n))
        count++;
    assert_int_equal(count, 10001);
    test_tree_free(&t);
}

static void keeps_blocks_and_labels_apart_in_plain_text(void **state)
{
    const struct label_series s = test_series("s", "{s}.", 0, NULL);
    struct test_tree t;
    struct doc_node *section;
    struct doc_node *p;

    (void)state;
    test_tree_init(&t);
    section = test_section(&t.doc, t.doc.root, NULL, "Legal", &s);
    p = doc_paragraph(&t.doc, section, STR_LIT("One"));
    doc_text(&t.doc, doc_add(&t.doc, p, DOC_STRONG), STR_LIT("two"));
    doc_add(&t.doc, p, DOC_BREAK);
    doc_text(&t.doc, p, STR_LIT("three"));
    doc_number(&t.doc);
    test_words(section, "1. Legal Onetwo three");
    p = doc_add(&t.doc, p, DOC_NOTE_MARK);
    doc_text(&t.doc, doc_add(&t.doc, p, DOC_LABEL), STR_LIT("4"));
    test_words(section, "1. Legal Onetwo three");
    test_words(p, "4");
    test_tree_free(&t);
}

static void a_cell_of_words_is_one_node_until_more_comes(void **state)
{
    struct test_tree t;
    struct doc_node *row;
    struct doc_node *first;
    struct doc_node *second;
    struct buf before;
    struct buf after;

    (void)state;
    test_tree_init(&t);
    buf_init(&before, SIZE_MAX / 2);
    buf_init(&after, SIZE_MAX / 2);
    row = test_table(&t.doc, t.doc.root)->last->first;
    first = doc_cell(&t.doc, row, SCOPE_ROW, STR_LIT("Hillside"));
    second = doc_cell(&t.doc, row, SCOPE_NONE, STR_LIT("4"));
    row->first = first;
    assert_true(doc_is_text(first) && first->first == NULL);
    assert_false(doc_cell_is_blank(first));
    test_words(row, "Hillside 4");
    doc_dump(&t.doc, &before);
    doc_open_cell(&t.arena, first);
    doc_open_cell(&t.arena, first);
    doc_dump(&t.doc, &after);
    assert_true(str_eq(buf_view(&before), buf_view(&after)));
    assert_false(doc_is_text(first));
    assert_true(first->first == first->last && doc_is_text(first->first));
    test_words(row, "Hillside 4");
    doc_add(&t.doc, second, DOC_BREAK);
    doc_text(&t.doc, second, STR_LIT("5"));
    assert_int_equal(second->first->kind, DOC_TEXT);
    assert_ptr_equal(second->first->parent, second);
    test_words(row, "Hillside 4 5");
    assert_true(doc_cell_is_blank(
        doc_cell(&t.doc, row, SCOPE_NONE, (struct str){NULL, 0})));
    buf_free(&before);
    buf_free(&after);
    test_tree_free(&t);
}

static void leaves_a_null_parent_alone(void **state)
{
    struct test_tree t;

    (void)state;
    test_tree_init(&t);
    assert_null(doc_add(&t.doc, NULL, DOC_LIST));
    assert_null(doc_text(&t.doc, NULL, STR_LIT("x")));
    assert_null(doc_paragraph(&t.doc, NULL, STR_LIT("x")));
    assert_null(doc_heading(&t.doc, NULL, 1, STR_LIT("x")));
    assert_null(doc_cell(&t.doc, NULL, SCOPE_ROW, STR_LIT("x")));
    doc_append(NULL, t.doc.root);
    doc_insert_after(NULL, t.doc.root);
    doc_unlink(t.doc.root);
    assert_int_equal(doc_status(&t.doc), ST_OK);
    test_tree_free(&t);
}

static void keeps_links_when_nodes_come_and_go(void **state)
{
    struct test_tree t;
    struct doc_node *a;
    struct doc_node *b;
    struct doc_node *c;

    (void)state;
    test_tree_init(&t);
    b = doc_paragraph(&t.doc, t.doc.root, STR_LIT("b"));
    a = doc_new(&t.arena, DOC_PARAGRAPH);
    c = doc_new(&t.arena, DOC_PARAGRAPH);
    doc_insert_first(t.doc.root, a);
    doc_insert_after(b, c);
    assert_ptr_equal(t.doc.root->first, a);
    assert_ptr_equal(a->next, b);
    assert_ptr_equal(t.doc.root->last, c);
    doc_unlink(c);
    assert_ptr_equal(t.doc.root->last, b);
    assert_null(b->next);
    doc_unlink(a);
    doc_unlink(b);
    assert_null(t.doc.root->first);
    assert_null(t.doc.root->last);
    test_tree_free(&t);
}

static void finds_nodes_by_id(void **state)
{
    struct test_tree t;
    const struct doc_node *s;

    (void)state;
    test_tree_init(&t);
    s = test_section(&t.doc, t.doc.root, "legal", "Legal", NULL);
    assert_ptr_equal(test_find(&t.doc, "legal"), s);
    assert_null(test_find(&t.doc, "lega"));
    assert_null(test_find(&t.doc, ""));
    test_tree_free(&t);
}

static void says_what_may_stand_in_what(void **state)
{
    (void)state;
    assert_true(doc_kind_may_contain(DOC_CELL, DOC_TEXT));
    assert_true(doc_kind_may_contain(DOC_CELL, DOC_LIST));
    assert_false(doc_kind_may_contain(DOC_CELL, DOC_TABLE));
    assert_false(doc_kind_may_contain(DOC_LINK, DOC_LINK));
    assert_false(doc_kind_may_contain(DOC_ROOT, DOC_TEXT));
    assert_false(doc_kind_may_contain(DOC_SECTION, DOC_GENERATOR_CALL));
    for (int k = 0; k < DOC_KIND_MAX; k++) {
        assert_non_null(doc_kind_name((enum doc_kind)k));
        assert_false(doc_kind_may_contain(DOC_TEXT, (enum doc_kind)k));
    }
    assert_true(doc_kind_is_inline(DOC_LABEL));
    assert_false(doc_kind_is_inline(DOC_GENERATOR_CALL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(enters_and_leaves_each_node_once),
        cmocka_unit_test(stays_below_its_top),
        cmocka_unit_test(skips_the_children_of_a_node),
        cmocka_unit_test(goes_through_a_tree_of_any_depth),
        cmocka_unit_test(keeps_blocks_and_labels_apart_in_plain_text),
        cmocka_unit_test(a_cell_of_words_is_one_node_until_more_comes),
        cmocka_unit_test(leaves_a_null_parent_alone),
        cmocka_unit_test(keeps_links_when_nodes_come_and_go),
        cmocka_unit_test(finds_nodes_by_id),
        cmocka_unit_test(says_what_may_stand_in_what),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
