#include "tests/support/laid_table.h"

static void a_table_is_as_wide_as_the_text(void **state)
{
    struct doc_node *g = group(table(2, NULL), GROUP_BODY);
    const struct layout_item *rule;

    (void)state;
    ROW(g, "Staff", "1");
    laid_make(&t);
    rule = t.layout.pages->last;
    assert_int_equal(rule->kind, LAYOUT_FILL);
    assert_int_equal(rule->artifact, ARTIFACT_RULE);
    assert_int_equal(rule->x, page()->left);
    assert_int_equal(rule->x + rule->width, page()->width - page()->right);
}

static void a_long_column_leaves_short_ones_their_words(void **state)
{
    struct doc_node *g = group(table(3, NULL), GROUP_BODY);
    struct doc_node *row = ROW(g, "March", NULL);

    (void)state;
    doc_cell(&t.d, row, SCOPE_NONE, laid_filler(&t.tree, 200));
    doc_cell(&t.d, row, SCOPE_NONE, STR_LIT("Responsible"));
    laid_make(&t);
    assert_good_pages(&t);
    assert_int_equal(t.findings.count, 0);
    (void)find_item(&t, "Responsible");
}

static void figures_end_where_their_column_does(void **state)
{
    struct doc_node *g = group(table(2, NULL), GROUP_BODY);

    (void)state;
    columns[1] = (struct doc_column){.align = ALIGN_END, .nowrap = true};
    ROW(g, "Staff", "1,111,111");
    ROW(g, "Premises", "99");
    laid_make(&t);
    assert_int_equal(find_item(&t, "1,111")->x + find_item(&t, "1,111")->width,
                     find_item(&t, "99")->x + find_item(&t, "99")->width);
    assert_int_equal(find_item(&t, "99")->x + find_item(&t, "99")->width,
                     page()->width - page()->right - 5000);
}

static void what_is_not_to_be_broken_is_on_one_line(void **state)
{
    struct doc_node *g = group(table(2, NULL), GROUP_BODY);
    struct doc_node *row;

    (void)state;
    columns[1].nowrap = true;
    row = doc_add(&t.d, g, DOC_ROW);
    doc_cell(&t.d, row, SCOPE_NONE, laid_filler(&t.tree, 100));
    doc_cell(&t.d, row, SCOPE_NONE, STR_LIT("23 September 2026"));
    laid_make(&t);
    assert_good_pages(&t);
    assert_true(
        str_is(item_text(&t.tree, find_item(&t, "23")), "23 September 2026"));
}

static void many_columns_are_set_smaller(void **state)
{
    struct doc_node *g = group(table(8, NULL), GROUP_BODY);

    (void)state;
    ROW(g, "Directorates", "Directorates", "Directorates", "Directorates",
        "Directors", "Directors", "Directors", "Dir");
    laid_make(&t);
    assert_good_pages(&t);
    assert_int_equal(t.findings.count, 0);
    assert_in_range(find_item(&t, "Dir")->height, 9000, 10999);
}

/* As many columns as fit no page with the room beside their words that the
   house gives: closer, then, and not turned. */
static void a_dense_table_is_closer_before_it_turns(void **state)
{
    struct doc_node *g = group(table(19, NULL), GROUP_BODY);
    struct doc_node *row = doc_add(&t.d, g, DOC_ROW);

    (void)state;
    for (int i = 0; i < 19; i++)
        doc_cell(&t.d, row, SCOPE_NONE, STR_LIT("Item"));
    laid_make(&t);
    assert_good_pages(&t);
    assert_int_equal(t.findings.count, 0);
    assert_int_equal(t.layout.npages, 1);
    assert_int_equal(t.layout.pages->width, page()->width);
    assert_int_equal(find_item(&t, "Item")->x, page()->left + 2500);
}

static void wide_row(struct doc_node *g)
{
    ROW(g, "Responsibilities", "Responsibilities", "Responsibilities",
        "Responsibilities", "Responsibilities", "Responsibilities",
        "Responsibilities");
}

static void text_goes_on_where_a_table_turns_its_page(void **state)
{
    struct doc_node *g;

    (void)state;
    doc_paragraph(&t.d, t.d.root, STR_LIT("Before"));
    doc_heading(&t.d, t.d.root, 2, STR_LIT("Heading"));
    g = group(table(7, "Wide"), GROUP_BODY);
    wide_row(g);
    doc_paragraph(&t.d, t.d.root, STR_LIT("After"));
    laid_make(&t);
    assert_good_pages(&t);
    assert_int_equal(t.findings.count, findings_of(&t, FINDING_PAGE_FILL));
    assert_int_equal(t.layout.npages, 2);
    assert_int_equal(t.layout.pages->next->width, page()->height);
    assert_int_equal(t.layout.pages->next->height, page()->width);
    assert_int_equal(page_of_text(&t, "Before"), 1);
    assert_int_equal(page_of_text(&t, "Heading"), 1);
    assert_int_equal(page_of_text(&t, "After"), 1);
    assert_int_equal(count_repeats(t.layout.pages, "Wide: after this page"), 1);
    assert_int_equal(page_of_text(&t, "Wide"), 2);
    assert_int_equal(page_of_text(&t, "Responsibilities"), 2);
}

static void filler(const char *first, int lines)
{
    struct doc_node *p = doc_paragraph(&t.d, t.d.root, str_of(first));

    while (--lines > 0) {
        doc_add(&t.d, p, DOC_BREAK);
        doc_text(&t.d, p, STR_LIT("filler"));
    }
}

static void a_turned_table_waits_until_its_page_is_full(void **state)
{
    struct doc_node *g;

    (void)state;
    filler("Before", 20);
    g = group(table(7, "Wide"), GROUP_BODY);
    wide_row(g);
    g = group(table(7, "Wider"), GROUP_BODY);
    wide_row(g);
    doc_text(&t.d, g->first->last, STR_LIT(" at last"));
    filler("After", 40);
    laid_make(&t);
    assert_good_pages(&t);
    assert_int_equal(t.layout.npages, 3);
    assert_int_equal(page_of_text(&t, "After"), 1);
    assert_int_equal(page_of_text(&t, "Wide"), 2);
    assert_int_equal(page_of_text(&t, "Wider"), 2);
    assert_int_equal(t.layout.pages->next->width, page()->height);
    assert_int_equal(t.layout.pages->next->next->width, page()->width);
    assert_int_equal(count_repeats(t.layout.pages, "Wide: after this page"), 1);
    assert_int_equal(count_repeats(t.layout.pages, "Wider: after this page"),
                     1);
}

static void a_turned_table_that_begins_a_page_does_not_wait(void **state)
{
    struct doc_node *g;

    (void)state;
    doc_heading(&t.d, t.d.root, 2, STR_LIT("Heading"));
    g = group(table(7, "Wide"), GROUP_BODY);
    wide_row(g);
    filler("After", 3);
    laid_make(&t);
    assert_good_pages(&t);
    assert_int_equal(page_of_text(&t, "Heading"), 1);
    assert_int_equal(page_of_text(&t, "Wide"), 1);
    assert_int_equal(page_of_text(&t, "After"), 2);
    assert_int_equal(count_repeats(t.layout.pages, "Wide: after this page"), 0);
}

static void what_turns_without_a_caption_tears_no_paragraph(void **state)
{
    struct doc_node *g;

    (void)state;
    doc_paragraph(&t.d, t.d.root, STR_LIT("Before"));
    filler("Lead", 3);
    g = group(table(7, NULL), GROUP_BODY);
    wide_row(g);
    doc_add(&t.d, t.d.root, DOC_PAGE_BREAK);
    filler("After", 3);
    laid_make(&t);
    assert_good_pages(&t);
    assert_int_equal(page_of_text(&t, "Lead"), 1);
    assert_int_equal(page_of_text(&t, "filler"), 1);
    assert_int_equal(page_of_text(&t, "Responsibilities"), 2);
    assert_int_equal(page_of_text(&t, "After"), 3);
}

static void words_that_fit_no_page_on_its_side_are_broken(void **state)
{
    struct doc_node *g = group(table(14, NULL), GROUP_BODY);
    struct doc_node *row = doc_add(&t.d, g, DOC_ROW);

    (void)state;
    for (int i = 0; i < 14; i++)
        doc_cell(&t.d, row, SCOPE_NONE, STR_LIT("Responsibilities"));
    laid_make(&t);
    assert_good_pages(&t);
    assert_true(findings_of(&t, FINDING_WIDE_WORD) > 0);
}

static void figures_that_fit_no_page_on_its_side_are_refused(void **state)
{
    static struct doc_column figures[18];
    struct doc_node *g = group(table(18, NULL), GROUP_BODY);
    struct doc_node *row = doc_add(&t.d, g, DOC_ROW);

    (void)state;
    for (int i = 0; i < 18; i++) {
        figures[i].align = ALIGN_END;
        doc_cell(&t.d, row, SCOPE_NONE, STR_LIT("1,234,567"));
    }
    model.columns = figures;
    laid_make(&t);
    assert_int_equal(findings_of(&t, FINDING_WIDE_TABLE), 1);
    assert_int_equal(findings_of(&t, FINDING_WIDE_WORD), 0);
}

static void columns_without_end_are_refused(void **state)
{
    static struct doc_column endless[10000];
    struct doc_node *g = group(table(10000, NULL), GROUP_BODY);
    struct doc_node *row = doc_add(&t.d, g, DOC_ROW);

    (void)state;
    model.columns = endless;
    for (int i = 0; i < 10000; i++)
        doc_cell(&t.d, row, SCOPE_NONE, STR_LIT("1"));
    laid_make(&t);
    assert_int_equal(findings_of(&t, FINDING_WIDE_TABLE), 1);
    assert_true(findings_stop(&t.findings));
}

static void a_span_widens_its_columns(void **state)
{
    struct doc_node *g = group(table(3, NULL), GROUP_BODY);
    struct doc_node *row = ROW(g, "Responsibilities-of-the-directorate", NULL);

    (void)state;
    row->first->u.cell.columns = 2;
    doc_cell(&t.d, row, SCOPE_NONE, laid_filler(&t.tree, 100));
    ROW(g, "a", "b", "c");
    laid_make(&t);
    assert_good_pages(&t);
    assert_int_equal(t.findings.count, 0);
}

static void cells_beyond_the_columns_do_no_harm(void **state)
{
    struct doc_node *g = group(table(2, NULL), GROUP_BODY);
    struct doc_node *row = ROW(g, "one", "two", "three");

    (void)state;
    row->first->u.cell.columns = 60000;
    row->first->u.cell.rows = 60000;
    ROW(g, "four");
    laid_make(&t);
    assert_inside_margins(&t);
}

#define TEST(name)                                                             \
    cmocka_unit_test_setup_teardown(name, open_table_test, close_test)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_table_is_as_wide_as_the_text),
        TEST(a_long_column_leaves_short_ones_their_words),
        TEST(figures_end_where_their_column_does),
        TEST(what_is_not_to_be_broken_is_on_one_line),
        TEST(many_columns_are_set_smaller),
        TEST(a_dense_table_is_closer_before_it_turns),
        TEST(text_goes_on_where_a_table_turns_its_page),
        TEST(a_turned_table_waits_until_its_page_is_full),
        TEST(a_turned_table_that_begins_a_page_does_not_wait),
        TEST(what_turns_without_a_caption_tears_no_paragraph),
        TEST(words_that_fit_no_page_on_its_side_are_broken),
        TEST(figures_that_fit_no_page_on_its_side_are_refused),
        TEST(columns_without_end_are_refused),
        TEST(a_span_widens_its_columns),
        TEST(cells_beyond_the_columns_do_no_harm),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
