#include "input/xml/xml_in.h"
#include "tests/support/generating.h"
#include "tests/support/tree.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const struct kind_column columns[] = {
    {.id = "group", .title = {"Group", 5}, .role = COLUMN_GROUP},
    {.id = "item", .title = {"Item", 4}, .role = COLUMN_LABEL},
    {.id = "amount",
     .title = {"Amount", 6},
     .type = TYPE_MONEY,
     .role = COLUMN_AMOUNT},
    {.id = "share", .title = {"Share", 5}, .type = TYPE_PERCENT},
    {.id = "due", .title = {"Due", 3}, .type = TYPE_DATE},
    {.id = "memo", .title = {"Memo", 4}, .hidden = true},
};
static const struct str total_words[] = {{"Total", 5}};
static const struct str sub_total_words[] = {{"Sub-total", 9}};
static const struct str group_words[] = {{"Schools", 7}};
static const struct kind_row lines[] = {
    {.role = ROW_TOTAL, .aliases = total_words, .naliases = 1},
    {.role = ROW_SUB_TOTAL, .aliases = sub_total_words, .naliases = 1},
    {.role = ROW_GROUP_TITLE, .aliases = group_words, .naliases = 1},
};
static const struct kind_check checks[] = {
    {.type = CHECK_TOTAL, .result = "amount"}};
static const struct kind budget = {
    .id = "budget",
    .title = {"A budget", 8},
    .columns = columns,
    .ncolumns = sizeof(columns) / sizeof(columns[0]),
    .rows = lines,
    .nrows = sizeof(lines) / sizeof(lines[0]),
};
static const struct kind checked = {
    .id = "budget",
    .title = {"A budget", 8},
    .columns = columns,
    .ncolumns = sizeof(columns) / sizeof(columns[0]),
    .rows = lines,
    .nrows = sizeof(lines) / sizeof(lines[0]),
    .checks = checks,
    .nchecks = 1,
};

static struct data *init(struct generating *g, const struct kind *kind,
                         const char *text)
{
    generating_init(g);
    generating_call(g, "table", "budget", NULL, NULL);
    return test_report_data(&g->t, "budget", kind, text);
}

static void
prints_figures_dates_and_states_as_the_wording_has_them(void **state)
{
    struct generating g;

    (void)state;
    init(&g, &budget,
         "Item;Amount;Share;Due\n"
         "Desks;1234.50;31.18;2018-03-29\n"
         "Chairs;(75);4;TBC\n"
         "Lamps;nil;-;n/a\n"
         "Rugs;;;\n");
    generating_make(&g, AUDIENCE_PUBLIC);
    generating_has(&g, "table columns=\"start end/nowrap end/nowrap "
                       "start/nowrap\"\n");
    test_words(g.doc.root->last,
               "1. table A budget Item Amount Share Due "
               "Desks £1,234.50 31.18% 29 March 2018 "
               "Chairs -£75.00 4% To be confirmed Lamps Nil – Not applicable "
               "Rugs");
    generating_has(&g, "          cell align=end\n"
                       "            text \"-£75.00\"\n");
    generating_free(&g);
}

static void heads_columns_and_rows(void **state)
{
    struct generating g;

    (void)state;
    init(&g, &budget, "Group;Item;Memo\nA;Desks;secret\nB;;secret\n");
    generating_make(&g, AUDIENCE_PUBLIC);
    generating_has(&g, "      row-group head\n"
                       "        row\n"
                       "          cell scope=column\n"
                       "            text \"Group\"\n"
                       "          cell scope=column\n"
                       "            text \"Item\"\n"
                       "      row-group body\n"
                       "        row\n"
                       "          cell\n"
                       "            text \"A\"\n"
                       "          cell scope=row\n"
                       "            text \"Desks\"\n");
    generating_has_no(&g, "secret");
    generating_has_no(&g, "Memo");
    generating_free(&g);
}

static void heads_rows_by_the_column_that_the_template_names(void **state)
{
    struct generating g;

    (void)state;
    generating_init(&g);
    generating_call(&g, "table", "budget", "head", "group");
    test_report_data(&g.t, "budget", &budget, "Group;Item\nA;Desks\n");
    generating_make(&g, AUDIENCE_PUBLIC);
    generating_has(&g, "          cell scope=row\n            text \"A\"\n");
    generating_has(&g, "          cell\n            text \"Desks\"\n");
    generating_free(&g);

    generating_init(&g);
    generating_call(&g, "table", "budget", "head", "gruop");
    test_report_data(&g.t, "budget", &budget, "Group;Item\nA;Desks\n");
    generating_refuse(&g, "unknown-name", "gruop");
    generating_free(&g);
}

static void puts_totals_at_the_end_into_the_foot(void **state)
{
    struct generating g;

    (void)state;
    init(&g, &budget,
         "Item;Amount\nDesks;1\nSub-total;1\nLamps;2\nSub-total;2\n"
         "Total;3\n");
    generating_make(&g, AUDIENCE_PUBLIC);
    generating_has(&g, "        row role=total\n"
                       "          cell scope=row\n"
                       "            text \"Sub-total\"\n");
    generating_has(&g, "      row-group foot\n"
                       "        row role=total\n"
                       "          cell scope=row\n"
                       "            text \"Total\"\n");
    generating_free(&g);
}

static void a_table_of_totals_alone_has_a_body(void **state)
{
    struct generating g;

    (void)state;
    init(&g, &budget, "Item;Amount\nTotal;3\n");
    generating_make(&g, AUDIENCE_PUBLIC);
    generating_has(&g, "row-group body\n        row role=total\n");
    generating_has_no(&g, "row-group foot");
    generating_free(&g);
}

static size_t count_groups(const struct doc *d)
{
    struct doc_walk w = doc_walk(d->root);
    size_t n = 0;

    while (doc_walk_next(&w))
        n += w.entering && w.node->kind == DOC_ROW_GROUP;
    return n;
}

static void begins_a_row_group_with_each_group(void **state)
{
    struct generating g;

    (void)state;
    init(&g, &budget,
         "Group;Item\nA;1\nA;2\nA;3\nB;4\n;Sub-total\nC;5\n;Total\n");
    generating_make(&g, AUDIENCE_PUBLIC);
    assert_int_equal(count_groups(&g.doc), 1 + 3 + 1);
    generating_free(&g);

    init(&g, &budget, "Group;Item\nA;1\n;2\nA;3\nB;4\n;Total\n");
    generating_make(&g, AUDIENCE_PUBLIC);
    generating_has(&g, "          cell scope=group\n"
                       "            text \"A\"\n");
    assert_int_equal(count_groups(&g.doc), 1 + 3 + 1); /* A says it again */
    generating_free(&g);

    init(&g, &budget, "Item;Amount\nSchools;\nDesks;1\n");
    generating_make(&g, AUDIENCE_PUBLIC);
    generating_has(&g, "        row role=group-title keep-next\n"
                       "          cell scope=row columns=2\n"
                       "            text \"Schools\"\n");
    generating_free(&g);
}

static void a_group_with_figures_of_its_own_keeps_its_cells(void **state)
{
    struct generating g;

    (void)state;
    init(&g, &budget, "Item;Amount\nSchools;5\nDesks;1\n");
    generating_make(&g, AUDIENCE_PUBLIC);
    generating_has(&g, "role=group-title");
    generating_has_no(&g, "columns=2");
    generating_free(&g);
}

static void notes_a_fault_that_was_acknowledged(void **state)
{
    struct generating g;

    (void)state;
    init(&g, &checked, "Item;Amount\nDesks;1\nLamps;2\nTotal;4\n");
    test_report_acknowledge(&g.t, "sum", "budget", "B4");
    generating_make(&g, AUDIENCE_PUBLIC);
    test_words(g.doc.root->last,
               "1. table A budget Item Amount Desks £1 Lamps £2 Total £4 1 "
               "Published as £4; the figures it rests on give £3. it was "
               "published so");
    generating_free(&g);
}

static void prints_the_head_of_data_without_rows(void **state)
{
    struct generating g;

    (void)state;
    init(&g, &budget, "Item;Amount\n");
    generating_make(&g, AUDIENCE_PUBLIC);
    test_words(g.doc.root, "Title 1. table A budget Item Amount Nil");
    generating_free(&g);
}

static void internal_data_is_left_out_of_the_published_copy(void **state)
{
    struct generating g;

    (void)state;
    init(&g, &budget, "Item;Amount\nDesks;1\n")->audience = AUDIENCE_INTERNAL;
    generating_make(&g, AUDIENCE_PUBLIC);
    generating_has_no(&g, "Desks");
    generating_has_no(&g, "attachment");
    generating_free(&g);

    init(&g, &budget, "Item;Amount\nDesks;1\n")->audience = AUDIENCE_INTERNAL;
    generating_make(&g, AUDIENCE_INTERNAL);
    generating_has(&g, "Desks");
    generating_has(&g, "attachment name=\"budget.csv\" type=\"text/csv\" "
                       "charset=\"utf-8\" relationship=\"Data\" "
                       "description=\"A budget (CSV, 0.1 kB)\"");
    generating_free(&g);
}

static void a_timetable_is_headed_by_its_period(void **state)
{
    static const struct kind_column steps[] = {
        {.id = "action", .title = {"Action", 6}, .role = COLUMN_KEY},
        {.id = "date", .title = {"Date", 4}, .role = COLUMN_PERIOD},
    };
    static const struct kind timetable = {
        .id = "timetable", .columns = steps, .ncolumns = 2};
    struct generating g;

    (void)state;
    generating_init(&g);
    generating_call(&g, "timetable", "steps", NULL, NULL);
    test_report_data(&g.t, "steps", &timetable,
                     "Date;Action\nApril / May 2018;Begin\nOngoing;Go on\n");
    generating_make(&g, AUDIENCE_PUBLIC);
    generating_has(&g, "          cell scope=row\n"
                       "            text \"April / May 2018\"\n");
    generating_has(&g, "          cell\n            text \"Begin\"\n");
    generating_free(&g);
}

static void says_that_a_table_needs_data_and_takes_no_other_argument(void **s)
{
    struct generating g;

    (void)s;
    generating_init(&g);
    generating_call(&g, "table", NULL, NULL, NULL);
    generating_refuse(&g, "missing", "needs data");
    generating_free(&g);

    generating_init(&g);
    generating_call(&g, "narrative", NULL, "head", "x");
    generating_refuse(&g, "bad-attribute", "head");
    generating_free(&g);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(
            prints_figures_dates_and_states_as_the_wording_has_them),
        cmocka_unit_test(heads_columns_and_rows),
        cmocka_unit_test(heads_rows_by_the_column_that_the_template_names),
        cmocka_unit_test(puts_totals_at_the_end_into_the_foot),
        cmocka_unit_test(a_table_of_totals_alone_has_a_body),
        cmocka_unit_test(begins_a_row_group_with_each_group),
        cmocka_unit_test(a_group_with_figures_of_its_own_keeps_its_cells),
        cmocka_unit_test(notes_a_fault_that_was_acknowledged),
        cmocka_unit_test(prints_the_head_of_data_without_rows),
        cmocka_unit_test(internal_data_is_left_out_of_the_published_copy),
        cmocka_unit_test(a_timetable_is_headed_by_its_period),
        cmocka_unit_test(
            says_that_a_table_needs_data_and_takes_no_other_argument),
    };

    if (xml_in_setup() != ST_OK)
        return 1;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
