#include "tests/support/laid_table.h"
#include "tests/support/sample.h"

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
        open_table_test(state);
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

static void lines(struct doc_node *p, unsigned n)
{
    while (n-- > 0) {
        doc_add(&t.d, p, DOC_BREAK);
        doc_text(&t.d, p, STR_LIT("filler"));
    }
}

static void small_tables_with_keys_are_whole(void **state)
{
    (void)state;
    for (unsigned n = 0; n < 48; n++) {
        close_test(state);
        open_table_test(state);
        lines(doc_paragraph(&t.d, t.d.root, STR_LIT("filler")), 9);
        lines(doc_paragraph(&t.d, t.d.root, STR_LIT("filler")), n % 12);
        for (unsigned i = 1; i <= 12; i++) {
            struct doc_node *tab = table(1, NULL);
            const char *head = arena_printf(&t.tree, "head%u.", i).ptr;

            ROW(group(tab, GROUP_HEAD), head);
            group(tab, GROUP_BODY);
            for (unsigned j = 0; j <= n / 12; j++)
                ROW(tab->last, "row");
            doc_paragraph(&t.d, t.d.root, arena_printf(&t.tree, "key%u.", i))
                ->role = ROLE_FOOT;
        }
        laid_make(&t);
        for (unsigned i = 1; i <= 12; i++)
            assert_int_equal(
                page_of_text(&t, arena_printf(&t.tree, "head%u.", i).ptr),
                page_of_text(&t, arena_printf(&t.tree, "key%u.", i).ptr));
    }
}

/* Five rows do not leave three on either side of a page's end, whatever goes
   with the last of them. */
static void a_table_of_few_rows_is_whole(void **state)
{
    (void)state;
    for (unsigned n = 15; n < 45; n++) {
        struct doc_node *signatures;

        close_test(state);
        open_table_test(state);
        lines(doc_paragraph(&t.d, t.d.root, STR_LIT("filler")), n);
        long_table(5);
        signatures = doc_add(&t.d, t.d.root, DOC_SIGN_OFF);
        for (int i = 0; i < 12; i++)
            doc_paragraph(&t.d, signatures, STR_LIT("Chair"));
        laid_make(&t);
        assert_good_pages(&t);
        assert_int_equal(page_of_text(&t, "Payments"),
                         page_of_text(&t, "row 1"));
        assert_int_equal(page_of_text(&t, "row 1"), page_of_text(&t, "row 5"));
    }
}

static void a_total_is_not_alone_on_its_page(void **state)
{
    (void)state;
    for (unsigned rows = 25; rows < 40; rows++) {
        struct doc_node *g;

        close_test(state);
        open_table_test(state);
        g = group(long_table(rows), GROUP_FOOT);
        ROW(g, "Sum", "10")->role = ROLE_TOTAL;
        laid_make(&t);
        assert_int_equal(
            page_of_text(&t, "Sum"),
            page_of_text(&t, arena_printf(&t.tree, "row %u", rows).ptr));
    }
}

/* All words of PAGE, one item behind the other. */
static struct str words_of_page(const struct layout_page *page)
{
    struct str all[1000];
    size_t n = 0;

    for (const struct layout_item *i = page->first; i != NULL; i = i->next) {
        if (i->kind == LAYOUT_TEXT && n < sizeof(all) / sizeof(all[0]))
            all[n++] = item_text(&t.tree, i);
    }
    return arena_join(&t.tree, all, n);
}

/* The head stands again on each page, and is the last page's as well. */
static void a_page_that_was_drawn_takes_no_other_with_it(void **state)
{
    struct str before[500];
    size_t least = SIZE_MAX;
    size_t at_first;
    uint32_t n = 0;

    (void)state;
    (void)long_table(12000);
    laid_make(&t);
    assert_true(t.layout.npages > 50 && t.layout.npages <= 500);
    for (const struct layout_page *p = t.layout.pages; p != NULL; p = p->next)
        before[n++] = words_of_page(p);
    at_first = t.made.used;
    n = 0;
    for (struct layout_page *p = t.layout.pages; p != NULL; p = p->next) {
        assert_true(str_eq(words_of_page(p), before[n++]));
        layout_drawn(&t.layout);
        assert_null(p->first);
        assert_ptr_equal(t.layout.drawn, p);
        assert_true(t.made.used <= at_first);
        if (n == t.layout.npages / 2)
            least = t.made.used;
    }
    assert_true(least < at_first / 4 * 3);
    assert_true(t.made.used < at_first / 4);
    layout_drawn(&t.layout); /* there is no more */
    assert_null(t.layout.drawn->next);
}

static void rows_are_never_split(void **state)
{
    struct doc_node *g = group(table(2, NULL), GROUP_BODY);

    (void)state;
    for (unsigned i = 0; i < 30; i++) {
        struct doc_node *row = doc_add(&t.d, g, DOC_ROW);

        doc_cell(&t.d, row, SCOPE_NONE,
                 arena_printf(&t.tree, "from%u then to%u", i, i));
        doc_cell(&t.d, row, SCOPE_NONE, laid_filler(&t.tree, 150));
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
    doc_cell(&t.d, row, SCOPE_NONE, laid_filler(&t.tree, 3000));
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
    doc_cell(&t.d, row, SCOPE_NONE, laid_filler(&t.tree, 3000));
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
    doc_text(&t.d, row->first, laid_filler(&t.tree, 2000));
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
        doc_text(&t.d, item, laid_filler(&t.tree, 20));
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

#define TEST(name)                                                             \
    cmocka_unit_test_setup_teardown(name, open_table_test, close_test)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_head_is_repeated_as_an_artifact),
        TEST(a_caption_and_head_stay_with_the_first_row),
        TEST(small_tables_with_keys_are_whole),
        TEST(a_table_of_few_rows_is_whole),
        TEST(a_total_is_not_alone_on_its_page),
        TEST(a_page_that_was_drawn_takes_no_other_with_it),
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
