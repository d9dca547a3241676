#include "tests/support/laid.h"
#include "tests/support/sample_parts.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static struct laid_test t;
static struct doc_table model;
static struct doc_column columns[2];

static int open_test(void **state)
{
    (void)state;
    laid_open(&t);
    model = (struct doc_table){.columns = columns, .ncolumns = 2};
    return 0;
}

static int close_test(void **state)
{
    (void)state;
    laid_close(&t);
    return 0;
}

static void begin_again(void **state)
{
    close_test(state);
    open_test(state);
}

/* --- what the tests lay out --- */

static void fill(int lines)
{
    struct doc_node *p;

    if (lines == 0)
        return;
    p = doc_paragraph(&t.d, t.d.root, STR_LIT("filler"));
    while (--lines > 0) {
        doc_add(&t.d, p, DOC_BREAK);
        doc_text(&t.d, p, STR_LIT("filler"));
    }
}

static struct doc_node *group(struct doc_node *table, enum doc_group level)
{
    struct doc_node *g = doc_add(&t.d, table, DOC_ROW_GROUP);

    g->level = (uint8_t)level;
    return g;
}

static struct doc_node *row(struct doc_node *g, struct str name,
                            struct str amount)
{
    const enum doc_scope down =
        g->level == GROUP_HEAD ? SCOPE_COLUMN : SCOPE_ROW;
    struct doc_node *r = doc_add(&t.d, g, DOC_ROW);

    doc_cell(&t.d, r, down, name);
    doc_cell(&t.d, r, g->level == GROUP_HEAD ? SCOPE_COLUMN : SCOPE_NONE,
             amount);
    return r;
}

static struct doc_node *head(const char *caption)
{
    struct doc_node *n = doc_add(&t.d, t.d.root, DOC_TABLE);

    n->u.table = &model;
    doc_text(&t.d, doc_add(&t.d, n, DOC_CAPTION), str_of(caption));
    row(group(n, GROUP_HEAD), STR_LIT("Supplier"), STR_LIT("Amount"));
    return n;
}

/* Rows "row FROM" to "row TO-1". */
static void rows(struct doc_node *g, unsigned from, unsigned to)
{
    for (; from < to; from++)
        row(g, arena_printf(&t.tree, "row %u.", from), STR_LIT("10"));
}

static void title(struct doc_node *g, const char *name)
{
    struct doc_node *r = doc_add(&t.d, g, DOC_ROW);

    doc_cell(&t.d, r, SCOPE_ROW, str_of(name));
    r->first->u.cell.columns = 2;
    r->role = ROLE_GROUP_TITLE;
}

/* --- what is asked of the pages --- */

static uint32_t page_of_row(unsigned n)
{
    return page_of_text(&t, arena_printf(&t.tree, "row %u.", n).ptr);
}

/* Of the rows [FROM, TO), those on the page of row N. */
static unsigned rows_beside(unsigned n, unsigned from, unsigned to)
{
    const uint32_t page = page_of_row(n);
    unsigned count = 0;

    for (; from < to; from++)
        count += page_of_row(from) == page;
    return count;
}

static size_t repeats(uint32_t page, const char *text)
{
    const struct layout_page *p = t.layout.pages;
    size_t count = 0;

    while (p->number < page)
        p = p->next;
    for (const struct layout_item *i = p->first; i != NULL; i = i->next) {
        if (i->kind == LAYOUT_TEXT && i->artifact == ARTIFACT_REPEAT)
            count += str_is(str_trim(item_text(&t.tree, i)), text);
    }
    return count;
}

/* --- tables --- */

/* Unless its page were less than four fifths full: of 42 lines. */
static void a_small_table_is_whole_where_its_page_is_full(void **state)
{
    for (int lines = 0; lines < 45; lines++) {
        begin_again(state);
        fill(lines);
        rows(group(head("Profile"), GROUP_BODY), 0, 6);
        laid_make(&t);
        assert_good_pages(&t);
        if (rows_beside(0, 0, 6) < 6)
            assert_in_range(lines, 28, 34);
        assert_int_equal(page_of_text(&t, "Profile"), page_of_row(0));
    }
}

/* The gap that a whole table may leave is a fifth of the page; then it is
   parted, with three rows on either side, or two of four or five. */
static void a_small_table_is_parted_before_it_leaves_a_page_empty(void **state)
{
    for (unsigned n = 4; n <= 6; n++) {
        begin_again(state);
        fill(28); /* two thirds of a page */
        rows(group(head("Payments"), GROUP_BODY), 0, n);
        for (struct doc_node *r = t.d.root->last->last->first; r != NULL;
             r = r->next)
            doc_text(&t.d, r->last, laid_filler(&t.tree, 30));
        laid_make(&t);
        assert_good_pages(&t);
        assert_int_equal(page_of_row(0), 1);
        assert_int_equal(page_of_row(n - 1), 2);
        assert_true(rows_beside(0, 0, n) >= 2);
        assert_true(rows_beside(n - 1, 0, n) >= (n == 6 ? 3 : 2));
    }
}

/* What leads to it may stand on the page before, where that is then full
   enough; a single line below its heading does not. */
static void
what_leads_to_a_table_ends_its_page_before_the_table_parts(void **state)
{
    for (int lines = 24; lines < 32; lines++) {
        begin_again(state);
        fill(lines);
        doc_heading(&t.d, t.d.root, 2, STR_LIT("Options"));
        doc_text(&t.d,
                 doc_paragraph(&t.d, t.d.root, STR_LIT("Officers compared ")),
                 laid_filler(&t.tree, 25));
        rows(group(head("Compared"), GROUP_BODY), 0, 6);
        for (struct doc_node *r = t.d.root->last->last->first; r != NULL;
             r = r->next)
            doc_text(&t.d, r->last, laid_filler(&t.tree, 10));
        laid_make(&t);
        assert_good_pages(&t);
        assert_int_equal(page_of_text(&t, "Options"),
                         page_of_text(&t, "Officers"));
        if (page_of_text(&t, "Compared") == 2)
            assert_int_equal(rows_beside(0, 0, 6), 6);
        if (lines > 26) /* they fill seven tenths with what leads to it */
            assert_int_equal(page_of_text(&t, "Compared"), 2);
    }
}

static void three_rows_stand_on_either_side_of_a_break(void **state)
{
    for (int lines = 0; lines < 36; lines++) {
        const unsigned n = 13 + (unsigned)lines % 23;

        begin_again(state);
        fill(lines);
        rows(group(head("Payments"), GROUP_BODY), 0, n);
        laid_make(&t);
        assert_good_pages(&t);
        for (unsigned i = 0; i < n; i++)
            assert_true(rows_beside(i, 0, n) >= 3);
    }
}

static void a_table_of_half_a_page_leaves_no_page_empty(void **state)
{
    (void)state;
    fill(18); /* half a page */
    rows(group(head("Payments"), GROUP_BODY), 0, 12);
    for (struct doc_node *r = t.d.root->last->last->first; r != NULL;
         r = r->next)
        doc_text(&t.d, r->last, laid_filler(&t.tree, 25));
    laid_make(&t);
    assert_good_pages(&t);
    assert_int_equal(page_of_row(0), 1);
    assert_int_equal(page_of_row(11), 2);
}

static void two_rows_stand_below_a_groups_title(void **state)
{
    for (int lines = 0; lines < 36; lines++) {
        struct doc_node *table;
        struct doc_node *g;

        begin_again(state);
        fill(lines);
        table = head("Plan");
        for (unsigned i = 0; i < 4; i++) {
            g = group(table, GROUP_BODY);
            title(g, arena_printf(&t.tree, "Priority %u.", i).ptr);
            rows(g, 4 * i, 4 * i + 4);
        }
        laid_make(&t);
        assert_good_pages(&t);
        for (unsigned i = 0; i < 4; i++) {
            const char *name = arena_printf(&t.tree, "Priority %u.", i).ptr;

            assert_int_equal(page_of_text(&t, name), page_of_row(4 * i));
            assert_int_equal(page_of_text(&t, name), page_of_row(4 * i + 1));
        }
    }
}

static void a_groups_title_stands_again_on_the_next_page(void **state)
{
    struct doc_node *table = head("Plan");
    struct doc_node *g = group(table, GROUP_BODY);

    (void)state;
    title(g, "Adults");
    rows(g, 0, 60);
    g = group(table, GROUP_BODY);
    rows(g, 60, 100); /* of no group */
    laid_make(&t);
    assert_good_pages(&t);
    assert_int_equal(repeats(1, "Adults (continued)"), 0);
    assert_int_equal(repeats(2, "Adults (continued)"), 1);
    assert_int_equal(repeats(2, "Supplier"), 1);
    assert_int_equal(page_of_row(99), t.layout.npages);
    assert_int_equal(repeats(t.layout.npages, "Adults (continued)"), 0);
    assert_int_equal(repeats(t.layout.npages, "Supplier"), 1);
}

static void a_name_with_blanks_below_it_stands_again(void **state)
{
    struct doc_node *g = group(head("Plan"), GROUP_BODY);

    (void)state;
    row(g, STR_LIT("Roads"), STR_LIT("row 0."));
    for (unsigned i = 1; i < 60; i++)
        row(g, STR_LIT(""), arena_printf(&t.tree, "row %u.", i));
    row(g, STR_LIT("Total"), STR_LIT("9"))->role = ROLE_TOTAL;
    laid_make(&t);
    assert_good_pages(&t);
    assert_int_equal(repeats(2, "Roads (continued)"), 1);
}

static void a_blank_among_names_is_none(void **state)
{
    struct doc_node *g = group(head("Plan"), GROUP_BODY);

    (void)state;
    row(g, STR_LIT("Roads"), STR_LIT("10"));
    row(g, STR_LIT(""), STR_LIT("10"));
    rows(g, 0, 60);
    laid_make(&t);
    assert_good_pages(&t);
    assert_int_equal(repeats(2, "Roads (continued)"), 0);
}

static void a_title_longer_than_half_a_page_does_not(void **state)
{
    struct doc_node *g = group(head("Plan"), GROUP_BODY);

    (void)state;
    title(g, laid_filler(&t.tree, 600).ptr);
    rows(g, 0, 60);
    laid_make(&t);
    assert_good_pages(&t);
    assert_int_equal(repeats(t.layout.npages, "Supplier"), 1);
    for (const struct layout_item *i = t.layout.pages->next->first; i != NULL;
         i = i->next)
        assert_false(i->artifact == ARTIFACT_REPEAT && i->kind == LAYOUT_TEXT &&
                     str_starts(item_text(&t.tree, i), STR_LIT("council")));
}

/* The highest place of content, and of a repeated text, on PAGE. */
static int32_t highest(const struct layout_page *page, uint8_t artifact)
{
    int32_t y = INT32_MAX;

    for (const struct layout_item *i = page->first; i != NULL; i = i->next) {
        if (i->kind == LAYOUT_TEXT && i->artifact == artifact && i->y < y)
            y = i->y;
    }
    return y;
}

static void a_row_that_goes_on_says_its_heading(void **state)
{
    struct doc_node *g = group(head("Plan"), GROUP_BODY);
    struct doc_node *r = row(g, STR_LIT("Roads"), laid_filler(&t.tree, 3000));
    const struct layout_page *second;

    (void)state;
    row(g, STR_LIT("last"), STR_LIT("10"));
    laid_make(&t);
    assert_good_pages(&t);
    second = t.layout.pages->next;
    assert_int_equal(repeats(1, "Roads (continued)"), 0);
    assert_int_equal(repeats(2, "Roads (continued)"), 1);
    assert_int_equal(repeats(2, "Supplier"), 1);
    /* Below what is repeated, not on it. */
    assert_true(highest(second, ARTIFACT_NONE) >
                highest(second, ARTIFACT_REPEAT) + 2 * 12000);
    assert_int_equal(page_of_text(&t, "last"), t.layout.npages);
    assert_int_equal(findings_of(&t, FINDING_TALL_CELL), 1);
    assert_non_null(r);
}

static void a_row_without_a_heading_goes_on_without(void **state)
{
    struct doc_node *g = group(head("Plan"), GROUP_BODY);
    struct doc_node *r = row(g, STR_LIT("Roads"), laid_filler(&t.tree, 3000));

    (void)state;
    r->first->u.cell.scope = SCOPE_NONE;
    laid_make(&t);
    assert_good_pages(&t);
    assert_int_equal(repeats(2, "Roads (continued)"), 0);
    assert_int_equal(repeats(2, "Supplier"), 1);
}

/* A caption is nearer to its table than to the text above, and what stands
   below the table nearer to that than to what follows. */
static void a_table_keeps_apart_from_the_text_around_it(void **state)
{
    int32_t above;
    int32_t below;

    (void)state;
    doc_paragraph(&t.d, t.d.root, STR_LIT("First."));
    doc_paragraph(&t.d, t.d.root, STR_LIT("Before."));
    rows(group(head("Plan"), GROUP_BODY), 0, 3);
    doc_paragraph(&t.d, t.d.root, STR_LIT("Source"))->role = ROLE_FOOT;
    doc_paragraph(&t.d, t.d.root, STR_LIT("After."));
    laid_make(&t);
    assert_int_equal(find_item(&t, "Source")->x, find_item(&t, "Plan")->x);
    above = find_item(&t, "Plan")->y - find_item(&t, "Before.")->y;
    below = find_item(&t, "After.")->y - find_item(&t, "Source")->y;
    assert_true(above >
                find_item(&t, "Before.")->y - find_item(&t, "First.")->y);
    assert_true(above >
                find_item(&t, "Supplier")->y - find_item(&t, "Plan")->y);
    assert_true(below >
                find_item(&t, "Source")->y - find_item(&t, "row 2.")->y);
}

/* --- recommendations --- */

static void a_reason_stays_with_its_recommendation(void **state)
{
    for (int lines = 20; lines < 45; lines++) {
        struct doc_node *item;

        begin_again(state);
        fill(lines);
        item = doc_add(&t.d, doc_add(&t.d, t.d.root, DOC_LIST), DOC_ITEM);
        doc_paragraph(&t.d, item, STR_LIT("That it is agreed."));
        doc_paragraph(&t.d, item, STR_LIT("It saves most."))->role =
            ROLE_REASON;
        laid_make(&t);
        assert_good_pages(&t);
        assert_int_equal(page_of_text(&t, "That it is agreed."),
                         page_of_text(&t, "It saves most."));
    }
}

/* --- facts --- */

static size_t count_rules(const struct layout_page *p)
{
    size_t count = 0;

    for (const struct layout_item *i = p->first; i != NULL; i = i->next)
        count += i->artifact == ARTIFACT_RULE;
    return count;
}

static void the_last_rule_of_facts_stands_below_the_last_of_them(void **state)
{
    for (int lines = 30; lines < 45; lines++) {
        struct doc_node *list;

        begin_again(state);
        fill(lines);
        list = doc_add(&t.d, t.d.root, DOC_FIELD_LIST);
        list->role = ROLE_FACTS;
        for (unsigned i = 0; i < 3; i++) {
            struct doc_node *f = doc_add(&t.d, list, DOC_FIELD);

            doc_text(&t.d, doc_add(&t.d, f, DOC_FIELD_NAME), STR_LIT("Wards"));
            doc_text(&t.d, doc_add(&t.d, f, DOC_FIELD_VALUE),
                     arena_printf(&t.tree, "Ward %u.", i));
            doc_text(&t.d, f->last, laid_filler(&t.tree, 24));
        }
        fill(1);
        laid_make(&t);
        assert_good_pages(&t);
        if (page_of_text(&t, "Ward 2.") == 1 && t.layout.npages > 1)
            assert_int_equal(count_rules(t.layout.pages->next), 0);
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_test, close_test)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_small_table_is_whole_where_its_page_is_full),
        TEST(a_small_table_is_parted_before_it_leaves_a_page_empty),
        TEST(what_leads_to_a_table_ends_its_page_before_the_table_parts),
        TEST(three_rows_stand_on_either_side_of_a_break),
        TEST(a_table_of_half_a_page_leaves_no_page_empty),
        TEST(two_rows_stand_below_a_groups_title),
        TEST(a_groups_title_stands_again_on_the_next_page),
        TEST(a_name_with_blanks_below_it_stands_again),
        TEST(a_blank_among_names_is_none),
        TEST(a_title_longer_than_half_a_page_does_not),
        TEST(a_row_that_goes_on_says_its_heading),
        TEST(a_row_without_a_heading_goes_on_without),
        TEST(a_table_keeps_apart_from_the_text_around_it),
        TEST(a_reason_stays_with_its_recommendation),
        TEST(the_last_rule_of_facts_stands_below_the_last_of_them),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
