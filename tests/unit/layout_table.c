#include "tests/support/laid.h"
#include "tests/support/sample.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

static struct laid_test t;
static struct doc_table model;
static struct doc_column columns[64];

static int open_test(void **state)
{
    (void)state;
    laid_open(&t);
    memset(columns, 0, sizeof(columns));
    model = (struct doc_table){.columns = columns};
    return 0;
}

static int close_test(void **state)
{
    (void)state;
    laid_close(&t);
    return 0;
}

static struct doc_node *table(uint32_t ncolumns, const char *caption)
{
    struct doc_node *n = doc_add(&t.d, t.d.root, DOC_TABLE);

    model.ncolumns = ncolumns;
    n->u.table = &model;
    if (caption != NULL)
        doc_text(&t.d, doc_add(&t.d, n, DOC_CAPTION), str_of(caption));
    return n;
}

static struct doc_node *group(struct doc_node *tab, enum doc_group level)
{
    struct doc_node *g = doc_add(&t.d, tab, DOC_ROW_GROUP);

    g->level = (uint8_t)level;
    return g;
}

/* A row whose cells are TEXTS, up to NULL. */
static struct doc_node *row_of(struct doc_node *g, const char *const *texts)
{
    struct doc_node *row = doc_add(&t.d, g, DOC_ROW);

    for (; *texts != NULL; texts++)
        doc_cell(&t.d, row, g->level == GROUP_HEAD ? SCOPE_COLUMN : SCOPE_NONE,
                 str_of(*texts));
    return row;
}

#define ROW(g, ...) row_of((g), (const char *const[]){__VA_ARGS__, NULL})

static const struct page_style *page(void)
{
    return &t.d.style->page;
}

static struct str many_words(unsigned n)
{
    struct buf b;
    struct str s;

    buf_init(&b, (size_t)1 << 20);
    for (unsigned i = 0; i < n; i++)
        buf_puts(&b, i == 0 ? "council" : " council");
    s = arena_str(&t.tree, buf_view(&b));
    buf_free(&b);
    return s;
}

static size_t count_repeats(const struct layout_page *p, const char *text)
{
    size_t count = 0;

    for (const struct layout_item *i = p->first; i != NULL; i = i->next) {
        if (i->kind == LAYOUT_TEXT && i->artifact == ARTIFACT_REPEAT) {
            assert_null(i->src);
            count += str_is(str_trim(item_text(&t.tree, i)), text);
        }
    }
    return count;
}

/* --- widths --- */

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
    doc_cell(&t.d, row, SCOPE_NONE, many_words(200));
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
    doc_cell(&t.d, row, SCOPE_NONE, many_words(100));
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
    model.landscape = true;
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
    model.landscape = true;
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
    model.landscape = true;
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
    model.landscape = true;
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
    model.landscape = true;
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

static void a_table_that_may_not_breaks_its_words(void **state)
{
    (void)state;
    wide_row(group(table(7, NULL), GROUP_BODY));
    laid_make(&t);
    assert_good_pages(&t);
    assert_true(findings_of(&t, FINDING_WIDE_WORD) > 0);
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
    doc_cell(&t.d, row, SCOPE_NONE, many_words(100));
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

/* --- pages --- */

static struct doc_node *long_table(unsigned rows)
{
    struct doc_node *tab = table(2, "Payments");
    struct doc_node *g = group(tab, GROUP_HEAD);

    ROW(g, "Supplier", "Amount");
    g = group(tab, GROUP_BODY);
    for (unsigned i = 1; i <= rows; i++)
        ROW(g, arena_printf(&t.tree, "row %u", i).ptr, "10");
    return tab;
}

static void the_head_is_repeated_as_an_artifact(void **state)
{
    (void)state;
    long_table(100);
    laid_make(&t);
    assert_good_pages(&t);
    assert_true(t.layout.npages > 2);
    for (const struct layout_page *p = t.layout.pages; p != NULL; p = p->next) {
        const size_t wanted = p->number > 1;

        assert_int_equal(count_repeats(p, "Supplier"), wanted);
        assert_int_equal(count_repeats(p, "Payments (continued)"), wanted);
    }
}

static void a_caption_and_head_stay_with_the_first_row(void **state)
{
    (void)state;
    for (int i = 0; i < 12; i++) {
        struct doc_node *p;

        close_test(state);
        open_test(state);
        p = doc_paragraph(&t.d, t.d.root, STR_LIT("filler"));
        for (int j = 0; j < 30 + i; j++) {
            doc_add(&t.d, p, DOC_BREAK);
            doc_text(&t.d, p, STR_LIT("filler"));
        }
        long_table(3);
        laid_make(&t);
        assert_good_pages(&t);
        assert_int_equal(page_of_text(&t, "Payments"),
                         page_of_text(&t, "row 1"));
        assert_int_equal(page_of_text(&t, "Supplier"),
                         page_of_text(&t, "row 1"));
    }
}

static void a_total_is_not_alone_on_its_page(void **state)
{
    (void)state;
    for (unsigned rows = 25; rows < 40; rows++) {
        struct doc_node *g;

        close_test(state);
        open_test(state);
        g = group(long_table(rows), GROUP_FOOT);
        ROW(g, "Sum", "10")->role = ROLE_TOTAL;
        laid_make(&t);
        assert_int_equal(
            page_of_text(&t, "Sum"),
            page_of_text(&t, arena_printf(&t.tree, "row %u", rows).ptr));
    }
}

static void rows_are_never_split(void **state)
{
    struct doc_node *g = group(table(2, NULL), GROUP_BODY);

    (void)state;
    for (unsigned i = 0; i < 30; i++) {
        struct doc_node *row = doc_add(&t.d, g, DOC_ROW);

        doc_cell(&t.d, row, SCOPE_NONE,
                 arena_printf(&t.tree, "from%u then to%u", i, i));
        doc_cell(&t.d, row, SCOPE_NONE, many_words(150));
        doc_add(&t.d, row->first, DOC_BREAK);
        doc_text(&t.d, row->first, arena_printf(&t.tree, "end%u", i));
    }
    laid_make(&t);
    assert_good_pages(&t);
    for (unsigned i = 0; i < 30; i++)
        assert_int_equal(
            page_of_text(&t, arena_printf(&t.tree, "from%u ", i).ptr),
            page_of_text(&t, arena_printf(&t.tree, "end%u", i).ptr));
    assert_int_equal(findings_of(&t, FINDING_TALL_CELL), 0);
}

static void a_row_taller_than_a_page_is_split_and_named(void **state)
{
    struct doc_node *tab = long_table(2);
    struct doc_node *row = doc_add(&t.d, tab->last, DOC_ROW);

    (void)state;
    doc_cell(&t.d, row, SCOPE_NONE, STR_LIT("tall"));
    doc_cell(&t.d, row, SCOPE_NONE, many_words(3000));
    ROW(tab->last, "last", "10");
    laid_make(&t);
    assert_good_pages(&t);
    assert_int_equal(findings_of(&t, FINDING_TALL_CELL), 1);
    assert_true(t.layout.npages >= 3);
    assert_int_equal(page_of_text(&t, "last"), t.layout.npages);
}

static void words_below_their_row_begin_at_its_name(void **state)
{
    struct doc_node *tab = table(3, NULL);
    struct doc_node *g;

    (void)state;
    columns[1] = (struct doc_column){.below = true};
    columns[2] = (struct doc_column){.align = ALIGN_END, .nowrap = true};
    ROW(group(tab, GROUP_HEAD), "Item", "Remark", "Figure");
    g = group(tab, GROUP_BODY);
    ROW(g, "Staff", "because", "99");
    ROW(g, "Premises", "", "101");
    laid_make(&t);
    assert_good_pages(&t);
    assert_int_equal(find_item(&t, "because")->x, find_item(&t, "Staff")->x);
    assert_true(find_item(&t, "because")->y > find_item(&t, "99")->y);
    assert_int_equal(find_item(&t, "Premises")->y, find_item(&t, "101")->y);
    assert_true(find_item(&t, "Remark")->y > find_item(&t, "Figure")->y);
}

static void one_column_stays_beside_its_row(void **state)
{
    struct doc_node *g = group(table(2, NULL), GROUP_BODY);

    (void)state;
    columns[0].below = true;
    columns[1].below = true;
    ROW(g, "Staff", "because");
    laid_make(&t);
    assert_good_pages(&t);
    assert_true(find_item(&t, "Staff")->y != find_item(&t, "because")->y);
}

static void long_words_below_their_row_are_split_after_it(void **state)
{
    struct doc_node *tab = long_table(2);
    struct doc_node *row = doc_add(&t.d, tab->last, DOC_ROW);

    (void)state;
    columns[1].below = true;
    doc_cell(&t.d, row, SCOPE_ROW, STR_LIT("tall"));
    doc_cell(&t.d, row, SCOPE_NONE, many_words(3000));
    ROW(tab->last, "last", "10");
    laid_make(&t);
    assert_good_pages(&t);
    assert_int_equal(findings_of(&t, FINDING_TALL_CELL), 1);
    assert_int_equal(page_of_text(&t, "tall"), 1);
    assert_true(t.layout.npages >= 3);
    assert_int_equal(page_of_text(&t, "last"), t.layout.npages);
}

static void rows_of_one_spanning_cell_stay_together(void **state)
{
    struct doc_node *g = group(table(2, NULL), GROUP_BODY);

    (void)state;
    for (unsigned i = 0; i < 40; i++) {
        struct doc_node *row =
            ROW(g, arena_printf(&t.tree, "held%u", i).ptr, "a");

        row->first->u.cell.rows = 3;
        ROW(g, "b");
        ROW(g, arena_printf(&t.tree, "last%u", i).ptr);
    }
    laid_make(&t);
    assert_good_pages(&t);
    assert_true(t.layout.npages > 2);
    for (unsigned i = 0; i < 40; i++)
        assert_int_equal(
            page_of_text(&t, arena_printf(&t.tree, "held%u", i).ptr),
            page_of_text(&t, arena_printf(&t.tree, "last%u", i).ptr));
}

static void a_span_taller_than_a_page_is_split(void **state)
{
    struct doc_node *g = group(table(2, NULL), GROUP_BODY);
    struct doc_node *row = ROW(g, "held", "row 0");

    (void)state;
    columns[1].nowrap = true;
    row->first->u.cell.rows = 200;
    doc_text(&t.d, row->first, many_words(2000));
    for (unsigned i = 1; i < 200; i++)
        ROW(g, arena_printf(&t.tree, "row %u", i).ptr);
    laid_make(&t);
    assert_good_pages(&t);
    assert_int_equal(findings_of(&t, FINDING_TALL_CELL), 1);
    assert_true(page_of_text(&t, "row 199") > 3);
}

static void a_list_in_a_cell_hangs_in_it(void **state)
{
    struct doc_node *g = group(table(2, NULL), GROUP_BODY);
    struct doc_node *row = ROW(g, "March", "");
    struct doc_node *l = doc_add(&t.d, row->last, DOC_LIST);

    (void)state;
    for (int i = 0; i < 3; i++) {
        struct doc_node *item = doc_add(&t.d, l, DOC_ITEM);
        struct doc_node *label = doc_add(&t.d, item, DOC_LABEL);

        doc_text(&t.d, label, STR_LIT("•"));
        doc_text(&t.d, item, many_words(20));
    }
    doc_unlink(row->last->first == l ? NULL : row->last->first);
    laid_make(&t);
    assert_good_pages(&t);
    assert_true(find_item(&t, "council")->x > find_item(&t, "•")->x);
    assert_int_equal(find_item(&t, "March")->y, find_item(&t, "•")->y);
}

static void a_table_of_many_rows_keeps_little(void **state)
{
    (void)state;
    sample_big_table(&t.d, t.d.root, 5000);
    laid_make(&t);
    assert_true(t.made.used < (size_t)8 << 20);
    assert_inside_margins(&t);
    assert_int_equal(t.findings.count, 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_test, close_test)

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
        TEST(a_table_that_may_not_breaks_its_words),
        TEST(columns_without_end_are_refused),
        TEST(a_span_widens_its_columns),
        TEST(cells_beyond_the_columns_do_no_harm),
        TEST(the_head_is_repeated_as_an_artifact),
        TEST(a_caption_and_head_stay_with_the_first_row),
        TEST(a_total_is_not_alone_on_its_page),
        TEST(rows_are_never_split),
        TEST(a_row_taller_than_a_page_is_split_and_named),
        TEST(rows_of_one_spanning_cell_stay_together),
        TEST(a_span_taller_than_a_page_is_split),
        TEST(words_below_their_row_begin_at_its_name),
        TEST(one_column_stays_beside_its_row),
        TEST(long_words_below_their_row_are_split_after_it),
        TEST(a_list_in_a_cell_hangs_in_it),
        TEST(a_table_of_many_rows_keeps_little),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
