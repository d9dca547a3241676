#include "output/html/html.h"
#include "output/html/html_rows.h"

#include "tests/support/html_page.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

static const struct doc_column columns[] = {
    {.align = ALIGN_START, .nowrap = false},
    {.align = ALIGN_START, .nowrap = true},
    {.align = ALIGN_END, .nowrap = true},
    {.align = ALIGN_END, .nowrap = true},
};
static const struct doc_table model = {.columns = columns, .ncolumns = 4};

static struct doc_node *group(struct html_page *p, struct doc_node *table,
                              enum doc_group level)
{
    struct doc_node *g = html_page_add(p, table, DOC_ROW_GROUP, NULL);

    g->level = (uint8_t)level;
    return g;
}

static struct doc_node *cell(struct html_page *p, struct doc_node *row,
                             enum doc_scope scope, const char *text,
                             uint16_t rows, uint16_t cols)
{
    struct doc_node *c = doc_cell(&p->doc, row, scope, str_of(text));

    assert_non_null(c);
    c->u.cell.rows = rows;
    c->u.cell.columns = cols;
    return c;
}

/* Group titles, spans and alignment by column, under spans or beside them. */
static void cells_know_their_columns_and_what_they_head(void **state)
{
    struct html_page p;
    struct doc_node *table =
        html_page_add(&p, html_page_begin(&p), DOC_TABLE, NULL);
    struct doc_node *row;

    (void)state;
    table->u.table = &model;
    table->id = "t";
    html_page_add(&p, table, DOC_CAPTION, "Costs");
    row = html_page_add(&p, group(&p, table, GROUP_HEAD), DOC_ROW, NULL);
    cell(&p, row, SCOPE_BOTH, "Area", 2, 1);
    cell(&p, row, SCOPE_COLUMN, "From", 2, 1);
    cell(&p, row, SCOPE_COLUMN, "Cost", 1, 2)->u.cell.align = ALIGN_CENTRE;
    row = html_page_add(&p, row->parent, DOC_ROW, NULL);
    cell(&p, row, SCOPE_COLUMN, "Net", 1, 1);
    cell(&p, row, SCOPE_COLUMN, "Gross", 1, 1);
    row = html_page_add(&p, group(&p, table, GROUP_BODY), DOC_ROW, NULL);
    row->role = ROLE_GROUP_TITLE;
    cell(&p, row, SCOPE_ROW, "North", 0, 4);
    row = html_page_add(&p, row->parent, DOC_ROW, NULL);
    cell(&p, row, SCOPE_ROW, "Hill", 2, 1);
    cell(&p, row, SCOPE_NONE, "May", 0, 0);
    cell(&p, row, SCOPE_NONE, "1", 0, 0);
    cell(&p, row, SCOPE_NONE, "2", 0, 0);
    row = html_page_add(&p, row->parent, DOC_ROW, NULL);
    row->role = ROLE_TOTAL;
    cell(&p, row, SCOPE_NONE, "June", 0, 0);
    cell(&p, row, SCOPE_NONE, "see note", 0, 2);
    html_page_main(
        &p,
        "<div class=\"scroll\" id=\"t\" role=\"region\" "
        "aria-labelledby=\".1\" tabindex=\"0\">\n"
        "<table>\n"
        "<caption id=\".1\">Costs</caption>\n"
        "<colgroup span=\"1\"></colgroup>\n"
        "<colgroup span=\"1\"></colgroup>\n"
        "<colgroup span=\"2\"></colgroup>\n"
        "<thead>\n"
        "<tr><th scope=\"col\" rowspan=\"2\">Area</th><th scope=\"col\" "
        "rowspan=\"2\">From</th><th class=\"c\" scope=\"colgroup\" "
        "colspan=\"2\">Cost</th></tr>\n"
        "<tr><th class=\"r\" scope=\"col\">Net</th><th class=\"r\" "
        "scope=\"col\">Gross</th></tr>\n"
        "</thead>\n"
        "<tbody>\n"
        "<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"4\">North</th>"
        "</tr>\n"
        "<tr><th scope=\"row\" rowspan=\"2\"><span class=\"heard "
        "screen\">North, </span>Hill</th><td class=\"k\">May</td>"
        "<td class=\"r\">1</td><td class=\"r\">2</td></tr>\n"
        "<tr class=\"total\"><td class=\"k\">June</td><td colspan=\"2\">see "
        "note</td></tr>\n"
        "</tbody>\n"
        "</table>\n"
        "</div>\n");
}

static void a_table_without_caption_is_named_by_the_heading_above(void **state)
{
    struct html_page p;
    struct doc_node *root = html_page_begin(&p);
    struct doc_node *table;
    struct doc_node *row;

    (void)state;
    doc_heading(&p.doc, root, 1, STR_LIT("Title"))->id = "title";
    table = html_page_add(&p, root, DOC_TABLE, NULL);
    table->u.table = &model;
    row = html_page_add(&p, group(&p, table, GROUP_FOOT), DOC_ROW, NULL);
    cell(&p, row, SCOPE_ROW, "Total", 0, 3);
    cell(&p, row, SCOPE_NONE, "3", 0, 0);
    html_page_main(&p, "<h1 id=\"title\">Title</h1>\n"
                       "<div class=\"scroll\" role=\"region\" "
                       "aria-labelledby=\"title\" tabindex=\"0\">\n"
                       "<table>\n"
                       "<tfoot>\n"
                       "<tr><th scope=\"row\" colspan=\"3\">Total</th><td "
                       "class=\"r\">3</td></tr>\n"
                       "</tfoot>\n"
                       "</table>\n"
                       "</div>\n");
}

/* Kinds allow a table in a quotation in a cell: columns go on after it. */
static void a_table_inside_a_cell_does_not_disturb_the_outer_one(void **state)
{
    struct html_page p;
    struct doc_node *outer =
        html_page_add(&p, html_page_begin(&p), DOC_TABLE, NULL);
    struct doc_node *row;
    struct doc_node *inner;
    struct doc_node *first;
    char *found;

    (void)state;
    outer->u.table = &model;
    row = html_page_add(&p, group(&p, outer, GROUP_BODY), DOC_ROW, NULL);
    first = cell(&p, row, SCOPE_ROW, NULL, 0, 2);
    cell(&p, row, SCOPE_NONE, "8", 0, 0);
    cell(&p, row, SCOPE_NONE, "9", 0, 0);
    inner = html_page_add(&p, html_page_add(&p, first, DOC_QUOTE, NULL),
                          DOC_TABLE, NULL);
    inner->u.table = &model;
    row = html_page_add(&p, group(&p, inner, GROUP_BODY), DOC_ROW, NULL);
    cell(&p, row, SCOPE_ROW, "inner", 0, 4);
    html_page_write(&p);
    found = strstr(p.html.ptr, "inner</th></tr>\n</tbody>\n</table>\n</div>\n"
                               "</blockquote>\n</th><td class=\"r\">8</td>"
                               "<td class=\"r\">9</td></tr>\n");
    assert_non_null(found);
    html_page_end(&p);
}

static const struct doc_column wide_columns[] = {
    {.align = ALIGN_START, .nowrap = false},
    {.align = ALIGN_START, .nowrap = false},
    {.align = ALIGN_END, .nowrap = true},
    {.align = ALIGN_END, .nowrap = true}};
static const struct doc_table wide = {.columns = wide_columns, .ncolumns = 4};

/* A group's name over two rows, a spanning heading, a total. */
static struct doc_node *wide_table(struct html_page *p)
{
    struct doc_node *table =
        html_page_add(p, html_page_begin(p), DOC_TABLE, NULL);
    struct doc_node *row;

    table->u.table = &wide;
    row = html_page_add(p, group(p, table, GROUP_HEAD), DOC_ROW, NULL);
    cell(p, row, SCOPE_COLUMN, "Directorate of the council", 2, 1);
    cell(p, row, SCOPE_COLUMN, "Responsibilities", 2, 1);
    cell(p, row, SCOPE_COLUMN, "Variance </style>", 1, 2);
    row = html_page_add(p, row->parent, DOC_ROW, NULL);
    cell(p, row, SCOPE_COLUMN, "Quarter 1", 1, 1);
    cell(p, row, SCOPE_COLUMN, "Quarter 2", 1, 1);
    row = html_page_add(p, group(p, table, GROUP_BODY), DOC_ROW, NULL);
    cell(p, row, SCOPE_ROW, "Neighbourhoods", 2, 1);
    cell(p, row, SCOPE_NONE, "Accommodation, temporarily", 0, 0);
    cell(p, row, SCOPE_NONE, "1,000,000", 0, 0);
    cell(p, row, SCOPE_NONE, "1,000,000", 0, 0);
    row = html_page_add(p, row->parent, DOC_ROW, NULL);
    cell(p, row, SCOPE_NONE, "Misunderstandings", 0, 0);
    cell(p, row, SCOPE_NONE, "2,000", 0, 0);
    cell(p, row, SCOPE_NONE, "2,000", 0, 0);
    return table;
}

static void words_before_cells_are_those_of_their_columns(void **state)
{
    struct html_page p;
    struct buf css;

    (void)state;
    buf_init(&css, 1 << 16);
    assert_int_equal(html_rows_of(wide_table(&p), 960).relaid, ROWS_PHONE);
    html_rows_css(&css, &p.doc, 960);
    buf_char(&css, '\0');
    assert_non_null(strstr(css.ptr, "@media screen and (max-width:40em){"));
    assert_non_null(strstr(css.ptr,
                           ".t1 td:nth-last-child(3)::before{content:"
                           "\"Responsibilities\";content:\"Responsibilities\""
                           "/\"\"}"));
    assert_non_null(strstr(css.ptr, ".t1 td:nth-last-child(1)::before"));
    assert_non_null(strstr(css.ptr, "Quarter 2\"/\"\"}"));
    assert_null(strstr(css.ptr, "</style"));
    buf_free(&css);
    html_page_end(&p);
}

/* A cell that spans columns, or rows behind others, hides which is which. */
static void a_table_whose_cells_have_no_place_stays(void **state)
{
    struct html_page p;
    struct doc_node *table = wide_table(&p);
    struct doc_node *row = table->last->first;

    (void)state;
    row->last->u.cell.rows = 2;
    doc_unlink(row->next->last);
    assert_int_equal(html_rows_of(table, 960).relaid, ROWS_STAY);
    row->last->u.cell.rows = 0;
    row->next->last->u.cell.columns = 2;
    assert_int_equal(html_rows_of(table, 960).relaid, ROWS_STAY);
    html_page_end(&p);
}

#define SEVEN 7

static const struct doc_column seven_columns[SEVEN] = {
    {.align = ALIGN_START, .nowrap = false},
    {.align = ALIGN_END, .nowrap = true},
    {.align = ALIGN_END, .nowrap = true},
    {.align = ALIGN_END, .nowrap = true},
    {.align = ALIGN_END, .nowrap = true},
    {.align = ALIGN_START, .nowrap = false},
    {.align = ALIGN_START, .nowrap = false}};
static const struct doc_table seven = {.columns = seven_columns,
                                       .ncolumns = SEVEN};

/* Six columns of figures and short words, and one of WORDS. */
static struct doc_node *table_with(struct html_page *p, const char *words)
{
    static const char *const heads[] = {"Service",   "Budget", "Forecast",
                                        "Variance",  "Before", "Funding",
                                        "Completion"};
    const char *const cells[] = {"Parking", "1,000", "1,100", "100",
                                 "90",      "Grant", words};
    struct doc_node *table =
        html_page_add(p, html_page_begin(p), DOC_TABLE, NULL);
    struct doc_node *row;

    table->u.table = &seven;
    row = html_page_add(p, group(p, table, GROUP_HEAD), DOC_ROW, NULL);
    for (size_t i = 0; i < SEVEN; i++)
        cell(p, row, SCOPE_COLUMN, heads[i], 0, 0);
    row = html_page_add(p, group(p, table, GROUP_BODY), DOC_ROW, NULL);
    for (size_t i = 0; i < SEVEN; i++)
        cell(p, row, i == 0 ? SCOPE_ROW : SCOPE_NONE, cells[i], 0, 0);
    return table;
}

/* Long words go below their row where a tablet has no room for them beside
   it; short ones never do. */
static void long_words_go_below_and_short_ones_stay(void **state)
{
    struct html_page p;
    struct html_rows rows;

    (void)state;
    rows = html_rows_of(table_with(&p, "To be confirmed"), 960);
    assert_int_equal(rows.beside, 0);
    assert_int_equal(rows.relaid, ROWS_PHONE);
    html_page_end(&p);
    rows = html_rows_of(
        table_with(&p, "Income from planning fees is below the budget, as it "
                       "has been since the summer, and is forecast to stay "
                       "there until the end of the year, while costs of staff "
                       "rise as they have in each of the last four years"),
        960);
    assert_int_equal(rows.beside, SEVEN - 1);
    assert_true(rows.below[SEVEN - 1]);
    assert_false(rows.below[SEVEN - 2]);
    assert_int_equal(rows.relaid, ROWS_PHONE);
    html_page_end(&p);
}

static void words_of_a_spanned_row_stay_where_they_are(void **state)
{
    struct html_page p;
    struct doc_node *table = table_with(
        &p, "Income from planning fees is below the budget, as it has been "
            "since the summer, and is forecast to stay there until the end of "
            "the year, while costs of staff rise as they have in each of the "
            "last four years");

    (void)state;
    table->last->first->first->u.cell.rows = 2;
    assert_int_equal(html_rows_of(table, 960).beside, 0);
    html_page_end(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cells_know_their_columns_and_what_they_head),
        cmocka_unit_test(a_table_without_caption_is_named_by_the_heading_above),
        cmocka_unit_test(a_table_inside_a_cell_does_not_disturb_the_outer_one),
        cmocka_unit_test(words_before_cells_are_those_of_their_columns),
        cmocka_unit_test(a_table_whose_cells_have_no_place_stays),
        cmocka_unit_test(long_words_go_below_and_short_ones_stay),
        cmocka_unit_test(words_of_a_spanned_row_stay_where_they_are),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
