/*
 * Whether data agrees with itself: figures/check_*.c. The first two tables are
 * the budgets that a published report printed, with its own mistakes.
 */
#include "figures/figures.h"
#include "tests/support/table.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#define S(literal)                                                             \
    {                                                                          \
        literal, sizeof(literal) - 1                                           \
    }
#define COUNT(array) (sizeof(array) / sizeof(*(array)))

static const struct kind_column profile_columns[] = {
    {.id = "line", .title = S("Line"), .role = COLUMN_LINE},
    {.id = "year", .title = S("Year"), .type = TYPE_MONEY, .repeats = true},
    {.id = "total",
     .title = S("Total"),
     .type = TYPE_MONEY,
     .role = COLUMN_TOTAL},
};
static const struct str opening[] = {S("Balance b'fwd")};
static const struct str income[] = {S("DSG"), S("Standards Fund")};
static const struct str total[] = {S("Total budget for year"), S("TOTAL")};
static const struct str expenditure[] = {S("Expenditure")};
static const struct str closing[] = {S("Balance c'fwd")};
static const struct kind_line profile_lines[] = {
    {LINE_OPENING, opening, 1}, {LINE_INCOME, income, 2},
    {LINE_TOTAL, total, 2},     {LINE_EXPENDITURE, expenditure, 1},
    {LINE_CLOSING, closing, 1},
};
static const struct kind_check profile_checks[] = {
    {.type = CHECK_TOTAL, .result = "year"},
    {.type = CHECK_TOTAL, .result = "total"},
    {.type = CHECK_ACROSS, .result = "total"},
    {.type = CHECK_BALANCE},
};
static const struct kind profile = {
    .id = "profile",
    .columns = profile_columns,
    .ncolumns = COUNT(profile_columns),
    .lines = profile_lines,
    .nlines = COUNT(profile_lines),
    .checks = profile_checks,
    .nchecks = COUNT(profile_checks),
};

static const struct kind_column lines_columns[] = {
    {.id = "group", .title = S("Group"), .role = COLUMN_GROUP},
    {.id = "item", .title = S("Item"), .role = COLUMN_LABEL},
    {.id = "units",
     .title = S("Units"),
     .type = TYPE_NUMBER,
     .role = COLUMN_UNITS},
    {.id = "rate", .title = S("Rate"), .type = TYPE_MONEY, .role = COLUMN_RATE},
    {.id = "amount",
     .title = S("Budget"),
     .type = TYPE_MONEY,
     .role = COLUMN_AMOUNT},
    {.id = "group-total",
     .title = S("Sub-total"),
     .type = TYPE_MONEY,
     .role = COLUMN_SUB_TOTAL},
    {.id = "share",
     .title = S("Share"),
     .type = TYPE_PERCENT,
     .role = COLUMN_SHARE},
};
static const struct kind_line lines_lines[] = {{LINE_TOTAL, total, 2}};
static const char *const of_groups[] = {"group-total"};
static const struct kind_check lines_checks[] = {
    {.type = CHECK_PRODUCT,
     .result = "amount",
     .units = "units",
     .rate = "rate"},
    {.type = CHECK_SUB_TOTALS, .result = "group-total"},
    {.type = CHECK_TOTAL, .result = "amount"},
    {.type = CHECK_TOTAL, .result = "group-total"},
    {.type = CHECK_SHARES, .result = "share", .plus = of_groups, .nplus = 1},
};
static const struct kind budget_lines = {
    .id = "lines",
    .columns = lines_columns,
    .ncolumns = COUNT(lines_columns),
    .lines = lines_lines,
    .nlines = COUNT(lines_lines),
    .checks = lines_checks,
    .nchecks = COUNT(lines_checks),
};

static const char published_profile[] =
    "Line;2011/12;2012/13;2013/14;2014/15;Total\n"
    "Balance b'fwd;£0.00;£794,611.00;£325,365.13;£163,162.13;\n"
    "DSG;£764,797.00;£764,797.00;£764,797.00;£764,797.00;£2,029,594\n"
    "Standards Fund;£275,800.00;£0.00;£0;£0;£275,800\n"
    "Total budget for Year;£1,040,597.00;£1,559,408.00;£1,090,162.13;"
    "£927,959.13;£2,305,394.00\n"
    "Expenditure;£245,986.00;£1,234,042.88;£927,000.00;£927,000.00;\n"
    "Balance c'fwd;£794,611.00;£325,365.13;£163,162.13;£959.13;\n";

static const char published_lines[] =
    "Group;Item;Units;Rate;Budget;Sub-total;Share\n"
    "KS2;;;;;£384,744;31.18%\n"
    ";NLEs;240;£500.00;£120,000;;\n"
    ";LLEs;132;£400.00;£52,800;;\n"
    ";Data Systems (MAG/FFT);;;£59,113;;\n"
    ";Targeted Support (SLE);180;£350.00;£63,000;;\n"
    ";Specific School Support (SQ, SB, RO);;;£89,831;;\n"
    "KS4;;;;;£279,237;22.63%\n"
    ";Maths;;;£80,159;;\n"
    ";English;;;£68,039;;\n"
    ";Science;;;£68,039;;\n"
    ";Targeted Support (SLE);180;£350.00;£63,000;;\n"
    "SEN;;;;£168,500;£168,500;13.65%\n"
    "ITT;;;;£180,000;£180,000;14.59%\n"
    "Leadership Programme;;;;;£25,000;2.03%\n"
    ";Leaders of tomorrow;;£5,000;£5,000;;\n"
    ";Strategic Development;;;£20,000;;\n"
    "Targeted Professional Development;;;;;£57,500;4.66%\n"
    ";ITP/OTP Programme;5;£2,100.00;£10,500;;\n"
    ";Support staff programmes;;;£20,000;;\n"
    ";NQT/RQT;;;£8,000;;\n"
    ";New programme development costs;;;£19,000;;\n"
    "Infrastructure;;;;;£139,062;11.27%\n"
    ";Central Team;;;£66,062;;\n"
    ";Steering Group Leads;;;£30,000;;\n"
    ";Marketing, Communications, R&D;;;£15,000;;\n"
    ";Events and venue costs;;;£12,000;;\n"
    ";Accountancy & Legal costs;;;£16,000;;\n"
    "TOTAL;;;;£1,234,043;£1,234,043;100.00%\n"
    "Balance;;;;;£325,365;\n";

static void
names_what_the_published_budgets_have_wrong_and_nothing_else(void **state)
{
    struct test_report t;

    (void)state;
    test_report_init(&t);
    test_report_data(&t, "profile", &profile, published_profile);
    test_report_data(&t, "lines", &budget_lines, published_lines);
    test_report_compute(&t);
    assert_string_equal(
        test_report_faults(&t),
        "lines.csv:29:7 rounding the shares (G2:G23) print as 100.01% "
        "together | each is rounded by itself, and right\n"
        "profile.csv:3:6 across DSG, Total (cell F3) is £2,029,594, its years "
        "(B3:E3) give £3,059,188 | cell F5 follows from it\n"
        "profile.csv:7:3 balance Balance c'fwd, 2012/13 (cell C7) is "
        "£325,365.13, the lines above it (C2:C6) give £325,365.12 | cells D2, "
        "D7, E2, E7, D5 and E5 follow from it\n");
    test_report_free(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(
            names_what_the_published_budgets_have_wrong_and_nothing_else),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
