#include "core/doc/doc.h"
#include "tests/support/sample_pictures.h"
#include "tests/support/tree.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

/* A tree that is right: a title and a section with a paragraph. */
static struct doc_node *sound(struct test_tree *t)
{
    struct doc_node *section;

    test_tree_init(t);
    doc_heading(&t->doc, t->doc.root, 1, STR_LIT("Title"))->role = ROLE_TITLE;
    section = test_section(&t->doc, t->doc.root, "s", "Section", NULL);
    doc_paragraph(&t->doc, section, STR_LIT("Words."));
    return section;
}

static void expect(struct test_tree *t, enum status want)
{
    assert_int_equal(doc_check(&t->doc, &t->findings), want);
    if (want != ST_DATA)
        assert_int_equal(t->findings.count, 0);
    test_tree_free(t);
}

static void expect_finding(struct test_tree *t, const char *code,
                           const char *part)
{
    assert_int_equal(doc_check(&t->doc, &t->findings), ST_DATA);
    test_one_finding(&t->findings, code, part);
    test_tree_free(t);
}

static void accepts_a_sound_tree(void **state)
{
    struct test_tree t;

    (void)state;
    sound(&t);
    test_item(&t.doc, test_list(&t.doc, t.doc.root->last, NULL), "x");
    test_table(&t.doc, t.doc.root->last);
    expect(&t, ST_OK);
}

static void refuses_a_report_without_a_title(void **state)
{
    struct test_tree t;

    (void)state;
    test_tree_init(&t);
    doc_paragraph(&t.doc, t.doc.root, STR_LIT("x"));
    expect_finding(&t, "missing", "no title");
}

static void refuses_a_second_title(void **state)
{
    struct test_tree t;

    (void)state;
    sound(&t);
    doc_heading(&t.doc, t.doc.root, 1, STR_LIT("Again"));
    expect(&t, ST_BUG);
}

static void refuses_a_gap_between_heading_levels(void **state)
{
    struct test_tree t;
    struct doc_node *section;

    (void)state;
    section = sound(&t);
    doc_heading(&t.doc, section, 4, STR_LIT("Too deep"));
    expect_finding(&t, "bad-element", "2 levels below");
}

static void refuses_a_heading_without_words(void **state)
{
    struct test_tree t;
    struct doc_node *section;

    (void)state;
    section = sound(&t);
    doc_heading(&t.doc, section, 3, STR_LIT(" "));
    expect_finding(&t, "missing", "heading");
}

static void refuses_a_list_without_items(void **state)
{
    struct test_tree t;
    struct doc_node *section;

    (void)state;
    section = sound(&t);
    test_list(&t.doc, section, NULL);
    expect_finding(&t, "missing", "list");
}

static void refuses_blocks_where_lines_belong(void **state)
{
    struct test_tree t;
    struct doc_node *section;

    (void)state;
    section = sound(&t);
    doc_paragraph(&t.doc, section->last, STR_LIT("x"));
    expect(&t, ST_BUG);
}

static void refuses_lines_beside_blocks_in_an_item(void **state)
{
    struct test_tree t;
    struct doc_node *item;

    (void)state;
    item = test_item(&t.doc, test_list(&t.doc, sound(&t), NULL), "x");
    doc_paragraph(&t.doc, item, STR_LIT("y"));
    expect(&t, ST_BUG);
}

static void refuses_what_only_prose_may_have(void **state)
{
    static const struct doc_conditions conditions = {.when = {"x", 1}};
    struct test_tree t;
    struct doc_node *section;
    struct doc_node *part;

    (void)state;
    section = sound(&t);
    doc_add(&t.doc, section, DOC_GENERATOR_CALL);
    expect(&t, ST_BUG);

    section = sound(&t);
    part = doc_new_prose(t.doc.arena, DOC_PARAGRAPH);
    assert_non_null(part);
    doc_set_conditions(part, &conditions);
    doc_append(section, part);
    expect(&t, ST_BUG);
}

static void refuses_two_things_with_one_id(void **state)
{
    struct test_tree t;
    struct doc_node *section;

    (void)state;
    section = sound(&t);
    section->last->id = "s";
    expect_finding(&t, "duplicate-id", "`s`");
}

static void refuses_a_reference_to_what_the_filter_took_out(void **state)
{
    struct test_tree t;
    struct doc_node *section;
    struct doc_node *r;

    (void)state;
    section = sound(&t);
    doc_paragraph(&t.doc, section, STR_LIT("secret"))->audience =
        AUDIENCE_INTERNAL;
    section->last->id = "secret";
    r = doc_add(&t.doc, section->first->next, DOC_REFERENCE);
    r->u.target = "secret";
    doc_text(&t.doc, r, STR_LIT("1.2"));
    doc_filter(&t.doc, AUDIENCE_PUBLIC);
    expect_finding(&t, "exempt", "secret");
}

static void refuses_addresses_that_lead_nowhere_safe(void **state)
{
    static const char *const bad[] = {
        "",
        "javascript:alert(1)",
        "data:text/html,x",
        "www.example.org",
        "https://",
        "http://exa mple.org",
        "file:///etc/x",
        "\nhttps://x.org",
    };

    (void)state;
    for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
        struct test_tree t;
        struct doc_node *link;

        link = doc_add(&t.doc, sound(&t)->last, DOC_LINK);
        link->u.target = bad[i];
        doc_text(&t.doc, link, STR_LIT("here"));
        expect_finding(&t, "bad-value", "address");
    }
}

static void accepts_addresses_of_the_web_mail_and_telephone(void **state)
{
    static const char *const good[] = {
        "https://example.gov.uk/a?b=c#d", "HTTP://example.gov.uk",
        "mailto:a@example.gov.uk", "tel:+441632960001"};

    (void)state;
    for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++) {
        struct test_tree t;
        struct doc_node *link;

        link = doc_add(&t.doc, sound(&t)->last, DOC_LINK);
        link->u.target = good[i];
        doc_text(&t.doc, link, STR_LIT("here"));
        expect(&t, ST_OK);
    }
}

static void refuses_a_link_without_words(void **state)
{
    struct test_tree t;

    (void)state;
    doc_add(&t.doc, sound(&t)->last, DOC_LINK)->u.target = "https://x.org";
    expect_finding(&t, "missing", "link");
}

static struct doc_node *figure(struct test_tree *t, const struct picture *model)
{
    struct doc_node *n = doc_add(&t->doc, sound(t), DOC_PICTURE);

    n->text = STR_LIT("What it shows");
    n->u.picture = model;
    return n;
}

static void accepts_sound_pictures(void **state)
{
    static const struct picture *const models[] = {
        &sample_timeline, &sample_bars, &sample_structure, &sample_image};
    struct test_tree t;

    (void)state;
    for (size_t i = 0; i < 4; i++) {
        figure(&t, models[i]);
        expect(&t, ST_OK);
    }
}

static void refuses_a_picture_without_alternative_text(void **state)
{
    struct test_tree t;

    (void)state;
    figure(&t, &sample_bars)->text = STR_LIT(" ");
    expect_finding(&t, "missing", "alternative");
}

static void only_a_decorative_picture_has_no_alternative_text(void **state)
{
    struct picture model = sample_image;
    struct doc_node *n;
    struct test_tree t;

    (void)state;
    figure(&t, &model)->text = STR_LIT("");
    expect_finding(&t, "missing", "alternative text");
    model.u.image.decorative = true;
    figure(&t, &model)->text = STR_LIT("");
    expect(&t, ST_OK);
    figure(&t, &model)->text = STR_LIT("It says something");
    expect(&t, ST_BUG);
    n = figure(&t, &model);
    n->text = STR_LIT("");
    doc_add(&t.doc, n, DOC_CAPTION);
    expect(&t, ST_BUG);
}

static void refuses_a_picture_of_nothing(void **state)
{
    struct picture model = sample_timeline;
    struct test_tree t;

    (void)state;
    model.u.timeline.nrows = 0;
    figure(&t, &model);
    expect_finding(&t, "missing", "nothing to draw");
    model = sample_bars;
    model.u.bars.nseries = 0;
    figure(&t, &model);
    expect_finding(&t, "missing", "nothing to draw");
    model = sample_structure;
    model.u.structure.nboxes = 0;
    figure(&t, &model);
    expect_finding(&t, "missing", "nothing to draw");
}

static void refuses_a_picture_of_too_much(void **state)
{
    struct picture model = sample_timeline;
    struct test_tree t;

    (void)state;
    model.u.timeline.nrows = PICTURE_ROWS_MAX + 1;
    figure(&t, &model);
    expect_finding(&t, "limit", "take in");
    model = sample_bars;
    model.u.bars.nticks = PICTURE_TICKS_MAX + 1;
    figure(&t, &model);
    expect_finding(&t, "limit", "take in");
}

static void refuses_a_text_too_long_for_a_picture(void **state)
{
    char words[PICTURE_TEXT_MAX + 2];
    const struct picture_box box = {
        {words, PICTURE_TEXT_MAX}, {words, PICTURE_TEXT_MAX + 1}, UINT32_MAX};
    const struct picture model = {.kind = PICTURE_STRUCTURE,
                                  .u.structure = {&box, 1}};
    struct test_tree t;

    (void)state;
    memset(words, 'x', sizeof(words));
    figure(&t, &model);
    expect_finding(&t, "limit", "`xxx");
}

static void a_picture_that_cannot_be_drawn_is_our_bug(void **state)
{
    static const struct picture_span backwards = {2, 1, false, false};
    static const struct picture_row rows[] = {{{"", 0}, {"", 0}, &backwards, 1},
                                              {{"", 0}, {"", 0}, NULL, 0}};
    static const struct picture_box boxes[] = {{{"", 0}, {"", 0}, 0}};
    struct picture model = sample_timeline;
    struct test_tree t;

    (void)state;
    figure(&t, NULL);
    expect(&t, ST_BUG);
    for (size_t i = 0; i < 2; i++) {
        model.u.timeline.rows = &rows[i];
        model.u.timeline.nrows = 1;
        figure(&t, &model);
        expect(&t, ST_BUG);
    }
    model = sample_bars;
    model.u.bars.nticks = 1;
    figure(&t, &model);
    expect(&t, ST_BUG);
    model = sample_structure;
    model.u.structure.boxes = boxes;
    model.u.structure.nboxes = 1;
    figure(&t, &model);
    expect(&t, ST_BUG);
    model = sample_image;
    model.u.image.file = NULL;
    figure(&t, &model);
    expect(&t, ST_BUG);
}

static void refuses_nesting_without_end(void **state)
{
    struct test_tree t;
    struct doc_node *n;

    (void)state;
    n = sound(&t);
    for (int i = 0; i < DOC_DEPTH_MAX; i++)
        n = doc_add(&t.doc, n, DOC_QUOTE);
    expect_finding(&t, "limit", "deeper");
}

static void refuses_a_table_without_header_cells(void **state)
{
    struct test_tree t;
    struct doc_node *table;

    (void)state;
    table = test_table(&t.doc, sound(&t));
    table->first->first->first->u.cell.scope = SCOPE_NONE;
    expect(&t, ST_BUG);
}

static void refuses_rows_of_different_length(void **state)
{
    struct test_tree t;
    struct doc_node *table;

    (void)state;
    table = test_table(&t.doc, sound(&t));
    doc_cell(&t.doc, table->last->first, SCOPE_NONE, STR_LIT("one too many"));
    expect(&t, ST_BUG);

    table = test_table(&t.doc, sound(&t));
    doc_add(&t.doc, table->last, DOC_ROW);
    expect(&t, ST_BUG);
}

static void counts_spans_when_it_measures_rows(void **state)
{
    static const struct doc_column columns[3];
    static const struct doc_table wide = {.columns = columns, .ncolumns = 3};
    struct test_tree t;
    struct doc_node *table;
    struct doc_node *row;

    (void)state;
    table = test_table(&t.doc, sound(&t));
    table->u.table = &wide;
    table->first->first->first->u.cell.columns = 3;
    row = table->last->first;
    row->first->u.cell.rows = 2;
    doc_cell(&t.doc, row, SCOPE_NONE, STR_LIT("x"))->u.cell.columns = 2;
    row = doc_add(&t.doc, table->last, DOC_ROW);
    doc_cell(&t.doc, row, SCOPE_NONE, STR_LIT("y"));
    doc_cell(&t.doc, row, SCOPE_NONE, STR_LIT("z"));
    expect(&t, ST_OK);

    /* The same without the second row: a span that leaves its group. */
    table = test_table(&t.doc, sound(&t));
    table->last->first->first->u.cell.rows = 2;
    expect(&t, ST_BUG);
}

static void refuses_a_head_below_the_body(void **state)
{
    struct test_tree t;
    struct doc_node *table;

    (void)state;
    table = test_table(&t.doc, sound(&t));
    table->last->level = GROUP_FOOT;
    table->first->level = GROUP_BODY;
    expect(&t, ST_OK);

    table = test_table(&t.doc, sound(&t));
    table->first->level = GROUP_FOOT;
    expect(&t, ST_BUG);
}

static void passes_on_what_the_arena_says(void **state)
{
    struct test_tree t;

    (void)state;
    sound(&t);
    arena_fail(&t.arena, ST_NOMEM);
    expect(&t, ST_NOMEM);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(accepts_a_sound_tree),
        cmocka_unit_test(refuses_a_report_without_a_title),
        cmocka_unit_test(refuses_a_second_title),
        cmocka_unit_test(refuses_a_gap_between_heading_levels),
        cmocka_unit_test(refuses_a_heading_without_words),
        cmocka_unit_test(refuses_a_list_without_items),
        cmocka_unit_test(refuses_blocks_where_lines_belong),
        cmocka_unit_test(refuses_lines_beside_blocks_in_an_item),
        cmocka_unit_test(refuses_what_only_prose_may_have),
        cmocka_unit_test(refuses_two_things_with_one_id),
        cmocka_unit_test(refuses_a_reference_to_what_the_filter_took_out),
        cmocka_unit_test(refuses_addresses_that_lead_nowhere_safe),
        cmocka_unit_test(accepts_addresses_of_the_web_mail_and_telephone),
        cmocka_unit_test(refuses_a_link_without_words),
        cmocka_unit_test(accepts_sound_pictures),
        cmocka_unit_test(refuses_a_picture_without_alternative_text),
        cmocka_unit_test(only_a_decorative_picture_has_no_alternative_text),
        cmocka_unit_test(refuses_a_picture_of_nothing),
        cmocka_unit_test(refuses_a_picture_of_too_much),
        cmocka_unit_test(refuses_a_text_too_long_for_a_picture),
        cmocka_unit_test(a_picture_that_cannot_be_drawn_is_our_bug),
        cmocka_unit_test(refuses_nesting_without_end),
        cmocka_unit_test(refuses_a_table_without_header_cells),
        cmocka_unit_test(refuses_rows_of_different_length),
        cmocka_unit_test(counts_spans_when_it_measures_rows),
        cmocka_unit_test(refuses_a_head_below_the_body),
        cmocka_unit_test(passes_on_what_the_arena_says),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
