#include "input/xml/xml_in.h"
#include "tests/support/generating.h"
#include "tests/support/tree.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static const struct str opening[] = {STR_INIT("Brought forward")};
static const struct str total[] = {STR_INIT("Total")};
static const struct str spent[] = {STR_INIT("Expenditure")};
static const struct str closing[] = {STR_INIT("Carried forward")};
static const struct kind_row lines[] = {
    {.role = ROW_OPENING, .aliases = opening, .naliases = 1},
    {.role = ROW_TOTAL, .aliases = total, .naliases = 1},
    {.role = ROW_EXPENDITURE, .aliases = spent, .naliases = 1},
    {.role = ROW_CLOSING, .aliases = closing, .naliases = 1},
};
static const struct kind_column profile_columns[] = {
    {.id = "line", .title = STR_INIT("Line"), .role = COLUMN_KEY},
    {.id = "year",
     .title = STR_INIT("Year"),
     .type = TYPE_MONEY,
     .role = COLUMN_AMOUNT,
     .repeats = true},
    {.id = "total",
     .title = STR_INIT("All years"),
     .type = TYPE_MONEY,
     .role = COLUMN_TOTAL},
};
static const struct kind profile = {
    .id = "profile",
    .title = STR_INIT("A profile"),
    .columns = profile_columns,
    .ncolumns = COUNT(profile_columns),
    .rows = lines,
    .nrows = COUNT(lines),
};
static const struct kind_column budget_columns[] = {
    {.id = "group", .title = STR_INIT("Group"), .role = COLUMN_GROUP},
    {.id = "item", .title = STR_INIT("Item"), .role = COLUMN_KEY},
    {.id = "amount",
     .title = STR_INIT("Amount"),
     .type = TYPE_MONEY,
     .role = COLUMN_AMOUNT},
    {.id = "sub-total",
     .title = STR_INIT("Sub-total"),
     .type = TYPE_MONEY,
     .role = COLUMN_SUB_TOTAL},
};
static const struct kind budget = {
    .id = "budget",
    .title = STR_INIT("A budget"),
    .columns = budget_columns,
    .ncolumns = COUNT(budget_columns),
    .rows = lines,
    .nrows = COUNT(lines),
};

static const char years[] = "Line;2011/12;2012/13;All years\n"
                            "Brought forward;0.00;5;\n"
                            "Grant;10;10.50;20.50\n"
                            "Fund;0;(2);-2\n"
                            "Total;10;13.50;\n"
                            "Expenditure;5;12;\n"
                            "Carried forward;5;1.50;\n";

static void start(struct generating *g, const char *with, const char *name,
                  const char *value, const struct kind *kind, const char *text)
{
    generating_init(g);
    generating_call(g, with, kind->id, name, value);
    test_report_data(&g->t, kind->id, kind, text);
}

static void a_profile_prints_its_amounts_as_they_stand_in_the_data(void **state)
{
    struct generating g;

    (void)state;
    start(&g, "budget-profile", NULL, NULL, &profile, years);
    generating_make(&g, AUDIENCE_PUBLIC);
    test_words(g.doc.root->last,
               "1. budget-profile A profile Line 2011/12 2012/13 All years "
               "Brought forward £0.00 £5 Grant £10 £10.50 £20.50 "
               "Fund £0 -£2 -£2 Total £10 £13.50 Expenditure £5 £12 "
               "Carried forward £5 £1.50");
    generating_has(&g, "        row role=total\n"
                       "          cell scope=row\n"
                       "            text \"Carried forward\"\n");
    generating_has(&g, "        row\n"
                       "          cell scope=row\n"
                       "            text \"Brought forward\"\n");
    generating_free(&g);
}

static const char groups[] = "Group;Item;Amount;Sub-total\n"
                             "KS2;;;30\n"
                             "KS2;Desks;10;\n"
                             "KS2;Lamps;20;\n"
                             "SEN;;5;5\n"
                             "Total;;35;35\n";

static void a_group_heads_its_lines_in_their_column(void **state)
{
    struct generating g;

    (void)state;
    start(&g, "budget-lines", NULL, NULL, &budget, groups);
    generating_make(&g, AUDIENCE_PUBLIC);
    generating_has_no(&g, "\"Group\"");
    generating_has(&g, "      row-group body\n"
                       "        row role=group-title\n"
                       "          cell scope=row\n"
                       "            text \"KS2\"\n"
                       "          cell align=end\n"
                       "          cell align=end\n"
                       "            text \"£30\"\n"
                       "        row\n"
                       "          cell scope=row\n"
                       "            text \"Desks\"\n");
    generating_has(&g, "      row-group body\n"
                       "        row role=group-title\n"
                       "          cell scope=row\n"
                       "            text \"SEN\"\n");
    generating_has(&g, "      row-group foot\n"
                       "        row role=total\n"
                       "          cell scope=row\n"
                       "            text \"Total\"\n");
    generating_free(&g);
}

static void a_balance_comes_from_another_table(void **state)
{
    struct generating g;

    (void)state;
    start(&g, "budget-lines", "balance",
          "{{profile[Carried forward].2012/13|pounds}}", &budget, groups);
    generating_argument(&g, "balance-label", "Balance");
    test_report_data(&g.t, "profile", &profile, years);
    generating_make(&g, AUDIENCE_PUBLIC);
    generating_has(&g, "        row role=total\n"
                       "          cell scope=row\n"
                       "            text \"Balance\"\n"
                       "          cell align=end\n"
                       "          cell align=end\n"
                       "            text \"£2\"\n");
    generating_free(&g);
}

static void a_balance_needs_a_label_and_a_column_for_amounts(void **state)
{
    static const struct kind list = {
        .id = "list", .columns = budget_columns, .ncolumns = 2};
    struct generating g;

    (void)state;
    start(&g, "budget-lines", "balance", "£5", &list, "Group;Item\nA;B\n");
    generating_argument(&g, "balance-label", "Balance");
    generating_refuse(&g, "missing", "no column of amounts");
    generating_free(&g);

    start(&g, "budget-lines", "balance", "£5", &budget, groups);
    generating_refuse(&g, "missing", "balance-label");
    generating_free(&g);
}

static void a_chart_stacks_what_comes_in_by_year(void **state)
{
    struct generating g;

    (void)state;
    start(&g, "chart", NULL, NULL, &profile, years);
    generating_make(&g, AUDIENCE_PUBLIC);
    generating_has(&g, "bars \"Brought forward\" \"Grant\" \"Fund\"\n");
    generating_has(&g, "bar 0=\"£0\" 1000=\"£10\" 0=\"£0\" \"2011/12\" "
                       "total=\"£10\"\n");
    generating_has(&g, "bar 500=\"£5\" 1050=\"£11\" -200=\"-£2\" "
                       "\"2012/13\" total=\"£14\"\n");
    generating_has(&g, "picture \"Stacked bars, one for each of 2 years. "
                       "2011/12: Brought forward £0, Grant £10, Fund £0, "
                       "together £10; 2012/13: ");
    generating_has_no(&g, "tick"); /* every figure is labelled */
    generating_has_no(&g, "table");
    generating_free(&g);
}

static void a_chart_stacks_what_goes_out_when_asked(void **state)
{
    struct generating g;

    (void)state;
    start(&g, "chart", "lines", "expenditure", &profile, years);
    generating_make(&g, AUDIENCE_PUBLIC);
    generating_has(&g, "bars \"Expenditure\" \"Carried forward\"\n");
    generating_has(&g, "bar 500=\"£5\" 500=\"£5\" \"2011/12\" total=\"£10\"\n");
    generating_free(&g);

    start(&g, "chart", "lines", "expenditur", &profile, years);
    generating_refuse(&g, "unknown-name", "expenditur");
    generating_free(&g);
}

static void a_chart_names_large_amounts_in_millions(void **state)
{
    static const struct {
        const char *amount;
        const char *tick;
    } cases[] = {
        {"1559408", "tick 200000000 \"£2m\"\n"},
        {"764797", "tick 80000000 \"£800k\"\n"},
        {"3000", "tick 300000 \"£3,000\"\n"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct generating g;
        char text[512];
        int len =
            snprintf(text, sizeof(text), "Line;2011/12;2012/13\nGrant;%s;0\n",
                     cases[i].amount);

        for (int k = 0; k < 10; k++) /* too many to be labelled */
            len += snprintf(text + len, sizeof(text) - (size_t)len,
                            "Grant %d;0;0\n", k);
        start(&g, "chart", NULL, NULL, &profile, text);
        generating_make(&g, AUDIENCE_PUBLIC);
        generating_has(&g, cases[i].tick);
        generating_free(&g);
    }
}

static void a_chart_of_sums_beyond_counting_is_refused(void **state)
{
    struct generating g;

    (void)state;
    start(&g, "chart", NULL, NULL, &profile,
          "Line;2011/12\nGrant;92233720368547758.07\nFund;0.01\n");
    generating_refuse(&g, "limit", "too large");
    generating_free(&g);
}

static void a_chart_prints_its_data_when_asked(void **state)
{
    struct generating g;

    (void)state;
    start(&g, "chart", "table", "yes", &profile, years);
    generating_make(&g, AUDIENCE_PUBLIC);
    generating_has(&g, "table columns=");
    generating_free(&g);

    start(&g, "chart", "table", "maybe", &profile, years);
    generating_refuse(&g, "bad-value", "neither yes nor no");
    generating_free(&g);
}

static void refuses_a_chart_of_nothing(void **state)
{
    static const struct {
        const char *data;
        const char *part;
    } charts[] = {
        {"Line;All years\nGrant;5\n", "no columns of financial years"},
        {"Line;2011/12\nExpenditure;5\n", "no row among the lines"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(charts); i++) {
        struct generating g;

        start(&g, "chart", NULL, NULL, &profile, charts[i].data);
        generating_refuse(&g, "missing", charts[i].part);
        generating_free(&g);
    }
}

static void a_chart_without_rows_is_a_head(void **state)
{
    struct generating g;

    (void)state;
    start(&g, "chart", NULL, NULL, &profile,
          "Line;2011/12;2012/13;All years\n");
    generating_make(&g, AUDIENCE_PUBLIC);
    generating_has_no(&g, "picture \"");
    generating_has(&g, "row-group head");
    generating_free(&g);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(
            a_profile_prints_its_amounts_as_they_stand_in_the_data),
        cmocka_unit_test(a_group_heads_its_lines_in_their_column),
        cmocka_unit_test(a_balance_comes_from_another_table),
        cmocka_unit_test(a_balance_needs_a_label_and_a_column_for_amounts),
        cmocka_unit_test(a_chart_stacks_what_comes_in_by_year),
        cmocka_unit_test(a_chart_stacks_what_goes_out_when_asked),
        cmocka_unit_test(a_chart_names_large_amounts_in_millions),
        cmocka_unit_test(a_chart_of_sums_beyond_counting_is_refused),
        cmocka_unit_test(a_chart_prints_its_data_when_asked),
        cmocka_unit_test(refuses_a_chart_of_nothing),
        cmocka_unit_test(a_chart_without_rows_is_a_head),
    };

    if (xml_in_setup() != ST_OK)
        return 1;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
