#include "core/doc/doc.h"
#include "tests/support/tree.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static struct doc_node *refer(struct test_tree *t, const char *id)
{
    struct doc_node *p = doc_paragraph(&t->doc, t->doc.root, STR_LIT("see "));
    struct doc_node *r = doc_add(&t->doc, p, DOC_REFERENCE);

    r->u.target = id;
    return r;
}

static void settle(struct test_tree *t)
{
    doc_number(&t->doc);
    doc_resolve(&t->doc, NULL, &t->findings);
}

static void prints_the_number_without_punctuation_at_its_ends(void **state)
{
    const struct label_series s = test_series("s", "({s:i})", 0, NULL);
    struct test_tree t;
    const struct doc_node *r;

    (void)state;
    test_tree_init(&t);
    r = refer(&t, "legal"); /* before what it refers to */
    test_section(&t.doc, t.doc.root, "legal", "Legal", &s);
    settle(&t);
    test_words(r, "i");
    assert_int_equal(t.findings.count, 0);
    test_tree_free(&t);
}

static void refers_to_paragraphs_items_and_fields(void **state)
{
    const struct label_series s = test_series("s", "{s}.", 0, NULL);
    struct test_tree t;
    struct doc_node *field;
    const struct doc_node *r[3];

    (void)state;
    test_tree_init(&t);
    test_numbered(&t.doc, t.doc.root, "x", &s)->id = "p";
    test_item(&t.doc, test_list(&t.doc, t.doc.root, &s), "x")->id = "i";
    field =
        doc_add(&t.doc, doc_add(&t.doc, t.doc.root, DOC_FIELD_LIST), DOC_FIELD);
    field->id = "f";
    field->u.series = &s;
    doc_text(&t.doc, doc_add(&t.doc, field, DOC_FIELD_NAME), STR_LIT("Date"));
    r[0] = refer(&t, "p");
    r[1] = refer(&t, "i");
    r[2] = refer(&t, "f");
    settle(&t);
    test_words(r[0], "1");
    test_words(r[1], "1");
    test_words(r[2], "2");
    test_tree_free(&t);
}

static void prints_the_heading_of_what_has_no_number(void **state)
{
    struct test_tree t;
    const struct doc_node *r;
    const struct doc_node *own;

    (void)state;
    test_tree_init(&t);
    test_section(&t.doc, t.doc.root, "legal", "Legal advice", NULL);
    r = refer(&t, "legal");
    own = refer(&t, "legal");
    doc_text(&t.doc, t.doc.root->last->last, STR_LIT("below"));
    settle(&t);
    test_words(r, "Legal advice");
    test_words(own, "below");
    test_tree_free(&t);
}

static void names_the_nearest_id_for_one_that_is_not_known(void **state)
{
    struct test_tree t;

    (void)state;
    test_tree_init(&t);
    test_section(&t.doc, t.doc.root, "finance", "Finance", NULL);
    refer(&t, "finanse");
    settle(&t);
    test_one_finding(&t.findings, "unknown-name", "finanse");
    assert_true(str_find(t.findings.first->hint, STR_LIT("finance")) <
                t.findings.first->hint.len);
    test_tree_free(&t);
}

static void refuses_to_refer_to_a_bullet(void **state)
{
    const struct label_series b = test_series("b", "•", 0, NULL);
    struct test_tree t;

    (void)state;
    test_tree_init(&t);
    test_item(&t.doc, test_list(&t.doc, t.doc.root, &b), "x")->id = "i";
    refer(&t, "i");
    settle(&t);
    test_one_finding(&t.findings, "unknown-name", "no number");
    test_tree_free(&t);
}

static struct doc_node *add_note(struct test_tree *t,
                                 const struct label_series *s)
{
    struct doc_node *p = doc_paragraph(&t->doc, t->doc.root, STR_LIT("word"));
    struct doc_node *mark = doc_add(&t->doc, p, DOC_NOTE_MARK);
    struct doc_node *note = doc_add(&t->doc, t->doc.root, DOC_NOTE);

    mark->u.target = "n";
    note->id = "n";
    note->u.series = s;
    doc_text(&t->doc, note, STR_LIT("note"));
    return p;
}

static void a_mark_shows_the_label_of_its_note(void **state)
{
    const struct label_series s = test_series("n", "{n}", 0, NULL);
    struct test_tree t;
    struct doc_node *p;

    (void)state;
    test_tree_init(&t);
    p = add_note(&t, &s);
    settle(&t);
    assert_int_equal(p->last->kind, DOC_NOTE_MARK);
    assert_int_equal(p->last->first->kind, DOC_LABEL);
    test_words(p->last->first, "1");
    test_words(t.doc.root, "word 1 note"); /* a mark is no word */
    test_tree_free(&t);
}

static void a_template_without_a_series_for_notes_is_named(void **state)
{
    struct test_tree t;

    (void)state;
    test_tree_init(&t);
    add_note(&t, NULL);
    settle(&t);
    test_one_finding(&t.findings, "missing", "notes");
    test_tree_free(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(prints_the_number_without_punctuation_at_its_ends),
        cmocka_unit_test(refers_to_paragraphs_items_and_fields),
        cmocka_unit_test(prints_the_heading_of_what_has_no_number),
        cmocka_unit_test(names_the_nearest_id_for_one_that_is_not_known),
        cmocka_unit_test(refuses_to_refer_to_a_bullet),
        cmocka_unit_test(a_mark_shows_the_label_of_its_note),
        cmocka_unit_test(a_template_without_a_series_for_notes_is_named),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
