#include "core/doc/doc.h"
#include "tests/support/tree.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void leaves_all_alone_without_a_series(void **state)
{
    struct test_tree t;

    (void)state;
    test_tree_init(&t);
    test_numbered(&t.doc, test_section(&t.doc, t.doc.root, "a", "A", NULL), "x",
                  NULL);
    test_item(&t.doc, test_list(&t.doc, t.doc.root, NULL), "y");
    doc_number(&t.doc);
    test_labels(&t.doc, "");
    test_tree_free(&t);
}

static void numbers_headings_alone(void **state)
{
    const struct label_series section =
        test_series("section", "{section}.", 0, NULL);
    struct test_tree t;

    (void)state;
    test_tree_init(&t);
    for (int i = 0; i < 3; i++)
        test_numbered(&t.doc,
                      test_section(&t.doc, t.doc.root, NULL, "A", &section),
                      "x", NULL);
    doc_number(&t.doc);
    test_labels(&t.doc, "1. 2. 3.");
    test_tree_free(&t);
}

static void numbers_paragraphs_within_their_section(void **state)
{
    const struct label_series section =
        test_series("section", "{section}.", 0, NULL);
    const struct label_series paragraph =
        test_series("paragraph", "{section}.{paragraph}", 1, &section);
    struct test_tree t;

    (void)state;
    test_tree_init(&t);
    for (int i = 0; i < 2; i++) {
        struct doc_node *s =
            test_section(&t.doc, t.doc.root, NULL, "A", &section);

        test_numbered(&t.doc, s, "x", &paragraph);
        test_numbered(&t.doc, s, "number=no", &paragraph)->unnumbered = true;
        test_numbered(&t.doc, s, "y", &paragraph);
    }
    doc_number(&t.doc);
    test_labels(&t.doc, "1. 1.1 1.2 2. 2.1 2.2");
    test_tree_free(&t);
}

static void runs_on_across_headings_without_a_number(void **state)
{
    const struct label_series paragraph =
        test_series("paragraph", "{paragraph}.", 0, NULL);
    struct test_tree t;

    (void)state;
    test_tree_init(&t);
    for (int i = 0; i < 3; i++)
        test_numbered(&t.doc, test_section(&t.doc, t.doc.root, NULL, "A", NULL),
                      "x", &paragraph);
    doc_number(&t.doc);
    test_labels(&t.doc, "1. 2. 3.");
    test_tree_free(&t);
}

static void goes_on_from_header_rows_to_sections(void **state)
{
    const struct label_series row = test_series("row", "{row}.", 0, NULL);
    struct label_series section = test_series("section", "{section}.", 0, NULL);
    const struct label_series paragraph =
        test_series("paragraph", "{row}.{paragraph}", 1, &section);
    struct test_tree t;
    struct doc_node *fields;

    (void)state;
    section.joins = &row;
    test_tree_init(&t);
    fields = doc_add(&t.doc, t.doc.root, DOC_FIELD_LIST);
    for (int i = 0; i < 4; i++) {
        struct doc_node *field = doc_add(&t.doc, fields, DOC_FIELD);

        field->u.series = &row;
        doc_text(&t.doc, doc_add(&t.doc, field, DOC_FIELD_NAME), STR_LIT("A"));
    }
    test_numbered(&t.doc, test_section(&t.doc, t.doc.root, NULL, "A", &section),
                  "x", &paragraph);
    test_numbered(&t.doc, test_section(&t.doc, t.doc.root, NULL, "A", &section),
                  "x", &paragraph);
    doc_number(&t.doc);
    test_labels(&t.doc, "1. 2. 3. 4. 5. 5.1 6. 6.1");
    test_words(fields->first, "1. A");
    test_tree_free(&t);
}

static struct doc_node *part(struct test_tree *t, const struct label_series *s)
{
    struct doc_node *p = doc_add(&t->doc, t->doc.root, DOC_PART);

    doc_heading(&t->doc, p, 2, STR_LIT("Part"))->u.series = s;
    return p;
}

static void starts_again_in_each_part(void **state)
{
    const struct label_series in =
        test_series("part", "Part {part:A}", 0, NULL);
    const struct label_series section =
        test_series("section", "{section}.", 1, &in);
    const struct label_series paragraph =
        test_series("paragraph", "{section}.{paragraph}", 2, &section);
    struct test_tree t;

    (void)state;
    test_tree_init(&t);
    for (int i = 0; i < 2; i++) {
        struct doc_node *p = part(&t, &in);

        test_numbered(&t.doc, p, "x", &paragraph);
        test_numbered(&t.doc, test_section(&t.doc, p, NULL, "A", &section), "x",
                      &paragraph);
    }
    doc_number(&t.doc);
    /* The paragraph before the first section of a part counts from there. */
    test_labels(&t.doc, "Part A 0.1 1. 1.1 Part B 0.1 1. 1.1");
    test_tree_free(&t);
}

static void counts_parts_without_a_number_in_silence(void **state)
{
    const struct label_series in = test_series("part", "", 0, NULL);
    const struct label_series section =
        test_series("section", "Section {section}", 1, &in);
    struct test_tree t;

    (void)state;
    test_tree_init(&t);
    for (int i = 0; i < 2; i++) {
        struct doc_node *p = part(&t, &in);

        test_section(&t.doc, p, NULL, "A", &section);
        test_section(&t.doc, p, NULL, "B", &section);
    }
    doc_number(&t.doc);
    test_labels(&t.doc, "Section 1 Section 2 Section 1 Section 2");
    test_tree_free(&t);
}

static void labels_items_in_every_form(void **state)
{
    static const struct {
        const char *pattern;
        const char *want;
    } forms[] = {
        {"{item:a})", "a) b) c)"},
        {"({item:i})", "(i) (ii) (iii)"},
        {"{item}", "1 2 3"},
        {"({item})", "(1) (2) (3)"},
        {"{item:A}.", "A. B. C."},
        {"{item:I}", "I II III"},
        {"•", "• • •"},
        {"{nobody}", "{nobody} {nobody} {nobody}"},
        {"{item", "{item {item {item"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
        const struct label_series s =
            test_series("item", forms[i].pattern, 0, NULL);
        struct test_tree t;
        struct doc_node *list;

        test_tree_init(&t);
        list = test_list(&t.doc, t.doc.root, &s);
        for (int k = 0; k < 3; k++)
            test_item(&t.doc, list, "x");
        doc_number(&t.doc);
        test_labels(&t.doc, forms[i].want);
        test_tree_free(&t);
    }
}

static void labels_recommendations_with_numbers_of_paragraphs(void **state)
{
    const struct label_series section =
        test_series("section", "{section}.", 0, NULL);
    const struct label_series paragraph =
        test_series("paragraph", "{section}.{paragraph}", 1, &section);
    struct test_tree t;
    struct doc_node *s;
    struct doc_node *list;

    (void)state;
    test_tree_init(&t);
    s = test_section(&t.doc, t.doc.root, NULL, "A", &section);
    list = test_list(&t.doc, s, &paragraph);
    test_item(&t.doc, list, "x");
    test_item(&t.doc, list, "x");
    doc_number(&t.doc);
    test_labels(&t.doc, "1. 1.1 1.2");
    test_tree_free(&t);
}

static void marks_notes_in_the_customary_order(void **state)
{
    const struct label_series marks = test_series("s", "{s:*}", 0, NULL);
    struct test_tree t;
    struct doc_node *list;
    const struct doc_node *item;

    (void)state;
    test_tree_init(&t);
    list = test_list(&t.doc, t.doc.root, &marks);
    for (int i = 0; i < 30; i++)
        test_item(&t.doc, list, "x");
    doc_number(&t.doc);
    item = list->first;
    test_words(item, "* x");
    test_words(item->next, "† x");
    test_words(item->next->next->next->next, "¶ x");
    test_words(item->next->next->next->next->next->next, "†† x");
    test_words(list->last, "30 x");
    test_tree_free(&t);
}

static void goes_on_with_letters_after_z_and_with_digits_after_mmm(void **state)
{
    const struct label_series letters = test_series("s", "{s:a}", 0, NULL);
    const struct label_series roman = test_series("s", "{s:I}", 0, NULL);
    struct test_tree t;
    struct doc_node *list;

    (void)state;
    test_tree_init(&t);
    list = test_list(&t.doc, t.doc.root, &letters);
    for (int i = 0; i < 703; i++)
        test_item(&t.doc, list, "x");
    list = test_list(&t.doc, t.doc.root, &roman);
    for (int i = 0; i < 4000; i++)
        test_item(&t.doc, list, "x");
    doc_number(&t.doc);
    list = t.doc.root->first;
    test_words(list->last, "aaa x");
    test_words(list->next->last, "4000 x");
    test_words(list->next->first->next->next->next, "IV x");
    test_tree_free(&t);
}

static void starts_each_list_again_and_goes_on_after_a_nested_one(void **state)
{
    const struct label_series s = test_series("s", "{s:a})", 0, NULL);
    struct test_tree t;
    struct doc_node *list;
    struct doc_node *nested;
    struct doc_node *item;

    (void)state;
    test_tree_init(&t);
    list = test_list(&t.doc, t.doc.root, &s);
    test_item(&t.doc, list, "x");
    item = doc_add(&t.doc, list, DOC_ITEM);
    doc_paragraph(&t.doc, item, STR_LIT("x"));
    nested = test_list(&t.doc, item, &s);
    test_item(&t.doc, nested, "x");
    test_item(&t.doc, nested, "x");
    test_item(&t.doc, list, "x");
    test_item(&t.doc, test_list(&t.doc, t.doc.root, &s), "x");
    doc_number(&t.doc);
    test_labels(&t.doc, "a) b) a) b) c) a)");
    test_tree_free(&t);
}

static void a_nested_list_can_show_the_item_it_is_in(void **state)
{
    const struct label_series outer = test_series("outer", "{outer}.", 0, NULL);
    const struct label_series inner =
        test_series("inner", "{outer}{inner:a}", 1, &outer);
    struct test_tree t;
    struct doc_node *list;

    (void)state;
    test_tree_init(&t);
    list = test_list(&t.doc, t.doc.root, &outer);
    for (int i = 0; i < 2; i++) {
        struct doc_node *item = doc_add(&t.doc, list, DOC_ITEM);
        struct doc_node *nested;

        doc_paragraph(&t.doc, item, STR_LIT("x"));
        nested = test_list(&t.doc, item, &inner);
        test_item(&t.doc, nested, "x");
        test_item(&t.doc, nested, "x");
    }
    doc_number(&t.doc);
    test_labels(&t.doc, "1. 1a 1b 2. 2a 2b");
    test_tree_free(&t);
}

static void a_list_does_not_disturb_the_paragraphs_around_it(void **state)
{
    const struct label_series p = test_series("p", "{p}", 0, NULL);
    struct test_tree t;

    (void)state;
    test_tree_init(&t);
    test_numbered(&t.doc, t.doc.root, "x", &p);
    test_item(&t.doc, test_list(&t.doc, t.doc.root, &p), "x");
    test_list(&t.doc, t.doc.root, &p); /* an empty one, too */
    test_numbered(&t.doc, t.doc.root, "x", &p);
    doc_number(&t.doc);
    test_labels(&t.doc, "1 1 2");
    test_tree_free(&t);
}

static void puts_labels_first_and_keeps_what_a_reference_prints(void **state)
{
    struct label_series s = test_series("app", "Appendix {app}:", 0, NULL);
    const struct label_series b = test_series("b", "•", 1, NULL);
    struct test_tree t;
    struct doc_node *item;

    (void)state;
    test_tree_init(&t);
    test_item(&t.doc, test_list(&t.doc, t.doc.root, &s), "x");
    test_item(&t.doc, test_list(&t.doc, t.doc.root, &b), "x");
    doc_number(&t.doc);
    item = t.doc.root->first->first;
    assert_int_equal(item->first->kind, DOC_LABEL);
    assert_true(str_is(item->first->text, "Appendix 1"));
    assert_int_equal(t.doc.root->last->first->first->text.len, 0);
    test_tree_free(&t);

    s.reference = STR_LIT("see {app:I}");
    test_tree_init(&t);
    test_item(&t.doc, test_list(&t.doc, t.doc.root, &s), "x");
    doc_number(&t.doc);
    assert_true(str_is(t.doc.root->first->first->first->text, "see I"));
    test_tree_free(&t);
}

static void fails_with_the_arena_and_not_before(void **state)
{
    const struct label_series s = test_series("s", "{s}", 0, NULL);
    struct test_tree t;
    struct doc_node *list;

    (void)state;
    test_tree_init(&t);
    list = test_list(&t.doc, t.doc.root, &s);
    for (int i = 0; i < 1000; i++)
        test_item(&t.doc, list, "x");
    t.arena.limit = t.arena.used + 4096;
    doc_number(&t.doc);
    assert_int_equal(doc_status(&t.doc), ST_LIMIT);
    test_tree_free(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(leaves_all_alone_without_a_series),
        cmocka_unit_test(numbers_headings_alone),
        cmocka_unit_test(numbers_paragraphs_within_their_section),
        cmocka_unit_test(runs_on_across_headings_without_a_number),
        cmocka_unit_test(goes_on_from_header_rows_to_sections),
        cmocka_unit_test(starts_again_in_each_part),
        cmocka_unit_test(counts_parts_without_a_number_in_silence),
        cmocka_unit_test(labels_items_in_every_form),
        cmocka_unit_test(labels_recommendations_with_numbers_of_paragraphs),
        cmocka_unit_test(marks_notes_in_the_customary_order),
        cmocka_unit_test(
            goes_on_with_letters_after_z_and_with_digits_after_mmm),
        cmocka_unit_test(starts_each_list_again_and_goes_on_after_a_nested_one),
        cmocka_unit_test(a_nested_list_can_show_the_item_it_is_in),
        cmocka_unit_test(a_list_does_not_disturb_the_paragraphs_around_it),
        cmocka_unit_test(puts_labels_first_and_keeps_what_a_reference_prints),
        cmocka_unit_test(fails_with_the_arena_and_not_before),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
