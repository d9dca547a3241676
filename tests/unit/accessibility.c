#include "core/access/accessibility.h"
#include "tests/support/sample_pictures.h"
#include "tests/support/tree.h"
#include "tests/support/wording.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

struct fixture {
    struct test_tree t;
    struct accessibility seen;
    struct doc_node *section;
};

static void begin(struct fixture *x)
{
    struct doc *d = &x->t.doc;

    test_tree_init(&x->t);
    d->wording = test_wording();
    d->lang = "en-GB";
    d->title = STR_LIT("Libraries in the winter");
    doc_heading(d, d->root, 1, d->title)->role = ROLE_TITLE;
    x->section = test_section(d, d->root, "s", "Opening hours", NULL);
}

static void look(struct fixture *x)
{
    accessibility_look(&x->t.doc, &x->t.findings, &x->seen);
    assert_int_equal(doc_status(&x->t.doc), ST_OK);
    assert_true(x->seen.looked);
}

static void expect(struct fixture *x, const char *code, const char *part)
{
    look(x);
    test_one_finding(&x->t.findings, code, part);
    assert_true(accessibility_finding(x->t.findings.first->id));
    test_tree_free(&x->t);
}

static void expect_nothing(struct fixture *x)
{
    look(x);
    assert_int_equal(x->t.findings.count, 0);
    test_tree_free(&x->t);
}

static struct doc_node *add_link(struct fixture *x, const char *words,
                                 const char *target)
{
    struct doc_node *link = doc_add(
        &x->t.doc, doc_add(&x->t.doc, x->section, DOC_PARAGRAPH), DOC_LINK);

    link->u.target = target;
    doc_text(&x->t.doc, link, str_of(words));
    return link;
}

static struct doc_node *add_picture(struct fixture *x, struct str alt)
{
    struct doc_node *figure = doc_add(&x->t.doc, x->section, DOC_PICTURE);

    figure->u.picture = &sample_bars;
    figure->text = alt;
    return figure;
}

static void says_nothing_of_a_tree_that_is_right(void **state)
{
    struct fixture x;

    (void)state;
    begin(&x);
    doc_paragraph(&x.t.doc, x.section, STR_LIT("Words."));
    add_link(&x, "The plan for the winter", "https://example.gov.uk/plan");
    add_picture(&x, STR_LIT("Visits rose by a third over the winter."));
    expect_nothing(&x);
}

static void counts_what_it_looks_at(void **state)
{
    struct fixture x;

    (void)state;
    begin(&x);
    for (int i = 0; i < ACCESSIBILITY_PLACES + 3; i++)
        add_link(&x, "The plan", "https://example.gov.uk/plan")->at.line =
            (uint32_t)i + 1;
    look(&x);
    assert_int_equal(x.seen.seen[ACCESSIBILITY_HEADINGS].count, 2);
    assert_int_equal(x.seen.seen[ACCESSIBILITY_LINKS].count,
                     ACCESSIBILITY_PLACES + 3);
    assert_int_equal(
        x.seen.seen[ACCESSIBILITY_LINKS].places[ACCESSIBILITY_PLACES - 1].line,
        ACCESSIBILITY_PLACES);
    assert_int_equal(x.seen.seen[ACCESSIBILITY_PICTURES].count, 0);
    test_tree_free(&x.t);
}

static void hears_a_link_as_a_list_of_links_says_it(void **state)
{
    static const char *const vague[] = {"here",
                                        "Here",
                                        " click here",
                                        "Read more\xE2\x80\xA6",
                                        "More \xC2\xBB",
                                        "(PDF)",
                                        "download \xE2\x86\x92"};
    static const char *const clear[] = {"The herefordshire plan", "Hereford",
                                        "clerk@example.gov.uk",
                                        "More of the plan"};
    struct fixture x;

    (void)state;
    for (size_t i = 0; i < sizeof(vague) / sizeof(vague[0]); i++) {
        begin(&x);
        add_link(&x, vague[i], "https://example.gov.uk/");
        expect(&x, "vague-link", "does not say");
    }
    begin(&x);
    for (size_t i = 0; i < sizeof(clear) / sizeof(clear[0]); i++)
        add_link(&x, clear[i], "https://example.gov.uk/");
    expect_nothing(&x);
}

static void passes_over_labels_and_running_matter(void **state)
{
    struct fixture x;
    struct doc_node *running;
    struct doc_node *p;

    (void)state;
    begin(&x);
    running = doc_add(&x.t.doc, x.t.doc.root, DOC_RUNNING);
    for (int i = 0; i < 3; i++)
        doc_paragraph(&x.t.doc, running, STR_LIT("DRAFT FOR MEMBERS"));
    p = doc_add(&x.t.doc, x.section, DOC_PARAGRAPH);
    doc_text(&x.t.doc, doc_add(&x.t.doc, p, DOC_LABEL),
             STR_LIT("APPENDIX XVIII"));
    doc_text(&x.t.doc, p, STR_LIT("Words."));
    expect_nothing(&x);
}

static void tells_headings_apart_by_what_they_stand_under(void **state)
{
    struct fixture x;
    struct doc_node *other;

    (void)state;
    begin(&x);
    doc_heading(&x.t.doc, x.section, 3, STR_LIT("Cost"));
    doc_heading(&x.t.doc, x.section, 4, STR_LIT("Cost"));
    other = test_section(&x.t.doc, x.t.doc.root, "o", "Staff", NULL);
    doc_heading(&x.t.doc, other, 3, STR_LIT("Cost"));
    expect_nothing(&x);

    begin(&x);
    doc_heading(&x.t.doc, x.section, 3, STR_LIT("Cost"));
    doc_heading(&x.t.doc, x.section, 4, STR_LIT("Books"));
    doc_heading(&x.t.doc, x.section, 3, STR_LIT("cost."));
    expect(&x, "same-heading", "cost.");
}

static void lets_a_picture_of_data_name_what_it_draws(void **state)
{
    char alt[1002];
    struct fixture x;

    (void)state;
    memset(alt, 'a', sizeof(alt));
    begin(&x);
    add_picture(&x, (struct str){alt, 1000});
    expect_nothing(&x);
    begin(&x);
    add_picture(&x, (struct str){alt, 1001});
    expect(&x, "long-alt", "1001");
}

/* doc_check() refuses a picture that needs one: what is left is decoration. */
static void passes_over_pictures_without_alternative_text(void **state)
{
    struct fixture x;

    (void)state;
    begin(&x);
    add_picture(&x, STR_LIT(" "));
    look(&x);
    assert_int_equal(x.seen.seen[ACCESSIBILITY_PICTURES].count, 0);
    assert_int_equal(x.t.findings.count, 0);
    test_tree_free(&x.t);
}

static void takes_abbreviations_for_what_they_are(void **state)
{
    static const struct str fine[] = {
        STR_INIT("DSG"),          STR_INIT("NHS, ICB and SEND"),
        STR_INIT("A 2018 B 12%"), STR_INIT("NHS ICB SEND DSG of note"),
        STR_INIT("UNICEF"),       STR_INIT("\xC3\xA9tat 2018"),
    };
    static const struct str loud[] = {
        STR_INIT("SUMMARY"),
        STR_INIT("OF NOTE 2018 IS THE"),
        STR_INIT("note THAT IT IS THE LAW here"),
        STR_INIT("\xC3\x89TAT \xC3\x80 PART"),
        STR_INIT("D\xC5\xB4R A TH\xC5\xB6 MAWR"),
    };
    struct fixture x;

    (void)state;
    begin(&x);
    for (size_t i = 0; i < sizeof(fine) / sizeof(fine[0]); i++)
        doc_paragraph(&x.t.doc, x.section, fine[i]);
    expect_nothing(&x);
    for (size_t i = 0; i < sizeof(loud) / sizeof(loud[0]); i++) {
        begin(&x);
        doc_paragraph(&x.t.doc, x.section, loud[i]);
        expect(&x, "capitals", "is in capitals");
    }
}

static void finds_colours_as_words_of_their_own(void **state)
{
    struct fixture x;

    (void)state;
    begin(&x);
    doc_paragraph(&x.t.doc, x.section, STR_LIT("Reduced, evergreen, Redcar."));
    doc_paragraph(&x.t.doc, x.section, STR_LIT("The RED items."));
    doc_paragraph(&x.t.doc, x.section, STR_LIT("What is amber-rated."));
    look(&x);
    assert_int_equal(x.seen.seen[ACCESSIBILITY_COLOURS].count, 2);
    assert_int_equal(x.t.findings.count, 0);
    test_tree_free(&x.t);
}

static void names_a_table_of_one_row(void **state)
{
    struct fixture x;
    struct doc_node *table;
    struct doc_node *caption;

    (void)state;
    begin(&x);
    table = test_table(&x.t.doc, x.section);
    caption = doc_new(x.t.doc.arena, DOC_CAPTION);
    doc_text(&x.t.doc, caption, STR_LIT("Visits"));
    doc_insert_first(table, caption);
    expect(&x, "layout-table", "one column");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(says_nothing_of_a_tree_that_is_right),
        cmocka_unit_test(counts_what_it_looks_at),
        cmocka_unit_test(hears_a_link_as_a_list_of_links_says_it),
        cmocka_unit_test(passes_over_labels_and_running_matter),
        cmocka_unit_test(tells_headings_apart_by_what_they_stand_under),
        cmocka_unit_test(lets_a_picture_of_data_name_what_it_draws),
        cmocka_unit_test(passes_over_pictures_without_alternative_text),
        cmocka_unit_test(takes_abbreviations_for_what_they_are),
        cmocka_unit_test(finds_colours_as_words_of_their_own),
        cmocka_unit_test(names_a_table_of_one_row),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
