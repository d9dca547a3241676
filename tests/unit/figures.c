/*
 * What the figures of a whole report are: figures/figures.c, acknowledge.c,
 * figures_dump.c, and checks that lean on each other. The first two tables are
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
    {.id = "line", .title = S("Line"), .role = COLUMN_ROW_ROLE},
    {.id = "year",
     .title = S("Year"),
     .type = TYPE_MONEY,
     .decimals = DECIMALS_OF_DATA,
     .repeats = true},
    {.id = "total",
     .title = S("Total"),
     .type = TYPE_MONEY,
     .decimals = DECIMALS_OF_DATA,
     .role = COLUMN_TOTAL},
};
static const struct str opening[] = {S("Balance b'fwd")};
static const struct str income[] = {S("DSG"), S("Standards Fund")};
static const struct str total[] = {S("Total budget for year"), S("TOTAL")};
static const struct str expenditure[] = {S("Expenditure")};
static const struct str closing[] = {S("Balance c'fwd")};
static const struct kind_row profile_lines[] = {
    {.role = ROW_OPENING, .aliases = opening, .naliases = 1},
    {.role = ROW_INCOME, .aliases = income, .naliases = 2},
    {.role = ROW_TOTAL, .aliases = total, .naliases = 2},
    {.role = ROW_EXPENDITURE, .aliases = expenditure, .naliases = 1},
    {.role = ROW_CLOSING, .aliases = closing, .naliases = 1},
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
    .rows = profile_lines,
    .nrows = COUNT(profile_lines),
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
    {.id = "rate",
     .title = S("Rate"),
     .type = TYPE_MONEY,
     .decimals = DECIMALS_OF_DATA,
     .role = COLUMN_RATE},
    {.id = "amount",
     .title = S("Budget"),
     .type = TYPE_MONEY,
     .decimals = DECIMALS_OF_DATA,
     .role = COLUMN_AMOUNT},
    {.id = "group-total",
     .title = S("Sub-total"),
     .type = TYPE_MONEY,
     .decimals = DECIMALS_OF_DATA,
     .role = COLUMN_SUB_TOTAL},
    {.id = "share",
     .title = S("Share"),
     .type = TYPE_PERCENT,
     .role = COLUMN_SHARE},
};
static const struct kind_row lines_lines[] = {
    {.role = ROW_TOTAL, .aliases = total, .naliases = 2}};
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
    .rows = lines_lines,
    .nrows = COUNT(lines_lines),
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
        "£325,365.13, the rows above it (C2:C6) give £325,365.12 | cells D2, "
        "D7, E2, E7, D5 and E5 follow from it\n");
    test_report_free(&t);
}

/* What the checks of `profile` say of a table of its own. */
static void profile_says(const char *text, const char *want)
{
    struct test_report t;

    test_report_init(&t);
    test_report_data(&t, "p", &profile, text);
    test_report_compute(&t);
    assert_string_equal(test_report_faults(&t), want);
    test_report_free(&t);
}

static void carries_a_balance_from_year_to_year(void **state)
{
    (void)state;
    profile_says("Line;2011/12;2012/13\n"
                 "Balance b'fwd;£1;£4\nDSG;£5;£5\nExpenditure;£2;£2\n"
                 "Balance c'fwd;£4;£7\n",
                 "");
    profile_says("Line;2011/12;2012/13\n"
                 "Balance b'fwd;£1;£3\nDSG;£5;£5\nExpenditure;£2;£2\n"
                 "Balance c'fwd;£4;£6\n",
                 "p.csv:2:3 balance Balance b'fwd, 2012/13 (cell C2) is £3, "
                 "the year before carried forward (B5) £4 | cell C5 follows "
                 "from it\n");
    /* a year between them is missing: nothing can be said */
    profile_says("Line;2011/12;2013/14\n"
                 "Balance b'fwd;£1;£9\nDSG;£5;£5\nBalance c'fwd;£6;£14\n",
                 "");
}

static void counts_lines_without_a_name_by_where_they_stand(void **state)
{
    (void)state;
    profile_says("Line;2011/12\n"
                 "Balance b'fwd;£1\nPupil premium;£5\nTotal;£6\n"
                 "Salaries;£2\nSupplies;£1\nBalance c'fwd;£3\n",
                 "");
    profile_says("Line;2011/12\n"
                 "Balance b'fwd;£1\nDSG;£5\nExpenditure;(£2)\n"
                 "Balance c'fwd;£4\n",
                 "");
}

static void never_sums_balances_over_years(void **state)
{
    (void)state;
    profile_says("Line;2011/12;2012/13;Total\n"
                 "Balance b'fwd;£1;£6;£99\nDSG;£5;£5;£10\n"
                 "TOTAL;£6;£11;\nBalance c'fwd;£6;£11;£98\n",
                 "");
    /* without a balance in it, a total is summed both ways, and named once */
    profile_says("Line;2011/12;2012/13;Total\n"
                 "DSG;£5;£5;£10\nOther;£1;£1;£2\nTOTAL;£6;£6;£13\n",
                 "p.csv:4:4 sum TOTAL, Total (cell D4) is £13, the rows above "
                 "it (D2:D3) give £12\n");
}

static void says_what_follows_from_a_wrong_row(void **state)
{
    (void)state;
    profile_says("Line;2011/12;2012/13;Total\n"
                 "DSG;£5;£5;£11\nOther;£1;£1;£2\nTOTAL;£6;£6;£13\n",
                 "p.csv:2:4 across DSG, Total (cell D2) is £11, its years "
                 "(B2:C2) give £10 | cell D4 follows from it\n");
    profile_says("Line;2011/12;2012/13;Total\n"
                 "DSG;£5;£5;£11\nOther;£1;£1;£2\nTOTAL;£6;£6;£12\n",
                 "p.csv:2:4 across DSG, Total (cell D2) is £11, its years "
                 "(B2:C2) give £10\n");
}

static void owns_up_to_what_is_acknowledged(void **state)
{
    struct test_report t;
    const struct computed *x;

    (void)state;
    test_report_init(&t);
    test_report_data(&t, "profile", &profile, published_profile);
    test_report_acknowledge(&t, "across", "profile", "F3");
    test_report_acknowledge(&t, "balance", "profile", "C7");
    test_report_acknowledge(&t, "sum", "profile", "F5");
    test_report_compute(&t);
    assert_int_equal(t.reading.findings.errors, 0);
    assert_int_equal(t.reading.findings.count, 3);
    for (const struct finding *f = t.reading.findings.first; f != NULL;
         f = f->next) {
        assert_int_equal(f->level, LEVEL_ACKNOWLEDGED);
        assert_true(str_is(f->because, "it was published so"));
    }
    x = figures_fault(&t.figures, t.data[0].table, 1, 5);
    assert_non_null(x);
    assert_int_equal(x->value.coefficient, 305918800);
    assert_ptr_equal(x->acknowledged, &t.acknowledgements[0]);
    assert_non_null(figures_fault(&t.figures, t.data[0].table, 3, 5));
    assert_null(figures_fault(&t.figures, t.data[0].table, 1, 4));
    test_report_free(&t);
}

static void says_that_an_acknowledged_fault_is_gone(void **state)
{
    struct test_report t;

    (void)state;
    test_report_init(&t);
    test_report_data(&t, "profile", &profile, published_profile);
    test_report_acknowledge(&t, "sum", "profile", "F3"); /* it is across */
    test_report_acknowledge(&t, "across", "profile", "F4");
    test_report_acknowledge(&t, "across", "profile", "F3");
    test_report_acknowledge(&t, "across", "profile", "F3"); /* said twice */
    test_report_acknowledge(&t, "balance", "nowhere", "C7");
    test_report_compute(&t);
    assert_string_equal(
        test_report_faults(&t),
        "profile.csv:3:6 across DSG, Total (cell F3) is £2,029,594, its years "
        "(B3:E3) give £3,059,188 | cell F5 follows from it\n"
        "profile.csv:7:3 balance Balance c'fwd, 2012/13 (cell C7) is "
        "£325,365.13, the rows above it (C2:C6) give £325,365.12 | cells D2, "
        "D7, E2, E7, D5 and E5 follow from it\n"
        "report.xml:9:1 acknowledged-away the fault `sum` that is "
        "acknowledged here is not there\n"
        "report.xml:9:1 acknowledged-away the fault `across` that is "
        "acknowledged here is not there\n"
        "report.xml:9:1 acknowledged-away the fault `across` of this cell is "
        "acknowledged above, too\n"
        "report.xml:9:1 acknowledged-away the fault `balance` that is "
        "acknowledged here is not there\n");
    assert_int_equal(t.reading.findings.errors, 1);
    test_report_free(&t);
}

static void keeps_shares_that_do_not_print_as_100(void **state)
{
    struct test_report t;

    (void)state;
    test_report_init(&t);
    test_report_data(&t, "lines", &budget_lines, published_lines);
    test_report_compute(&t);
    assert_int_equal(t.figures.ncomputed, 1);
    assert_int_equal(t.figures.computed[0].code, FINDING_ROUNDING);
    assert_int_equal(t.figures.computed[0].row, 27);
    assert_int_equal(t.figures.computed[0].value.coefficient, 10001);
    assert_int_equal(t.reading.findings.errors, 0);
    test_report_free(&t);
}

static void dumps_what_has_a_name(void **state)
{
    struct test_report t;
    struct buf out;

    (void)state;
    test_report_init(&t);
    test_report_data(&t, "profile", &profile,
                     "Line;2011/12;Total\nDSG;£5;£6\nOdd \033[1m;£1;£1\n"
                     "Twice;£1;£1\nTwice;£1;£1\n");
    test_report_data(&t, "lines", &budget_lines, "Item;Budget\nA;£1\nB;£2.50\n")
        ->audience = AUDIENCE_INTERNAL;
    test_report_field(&t, "title", "A title");
    test_report_value(&t, "responses", TYPE_NUMBER, "43");
    test_report_acknowledge(&t, "across", "profile", "C2");
    test_report_compute(&t);
    buf_init(&out, SIZE_MAX);
    figures_dump(&t.figures, &out);
    buf_char(&out, '\0');
    assert_int_equal(buf_status(&out), ST_OK);
    assert_string_equal(
        out.ptr, "title = A title (report.xml:1)\n"
                 "responses = 43 (report.xml:2)\n"
                 "profile.total = £9 (profile.csv:C2 to profile.csv:C5)\n"
                 "profile[DSG].line = DSG (profile.csv:A2)\n"
                 "profile[DSG].2011/12 = £5 (profile.csv:B2)\n"
                 "profile[DSG].total = £6 (profile.csv:C2)\n"
                 "profile[Odd \\x1b[1m].line = Odd \\x1b[1m (profile.csv:A3)\n"
                 "profile[Odd \\x1b[1m].2011/12 = £1 (profile.csv:B3)\n"
                 "profile[Odd \\x1b[1m].total = £1 (profile.csv:C3)\n"
                 "lines.total = £3.50 (lines.csv:B2 to lines.csv:B3) internal\n"
                 "lines[A].item = A (lines.csv:A2) internal\n"
                 "lines[A].amount = £1 (lines.csv:B2) internal\n"
                 "lines[B].item = B (lines.csv:A3) internal\n"
                 "lines[B].amount = £2.50 (lines.csv:B3) internal\n"
                 "computed profile.csv:C2 across acknowledged = £5\n"
                 "computed profile.2011/12 = £8\n"
                 "computed profile.total = £9\n"
                 "computed lines.amount = £3.50 internal\n");
    buf_free(&out);
    test_report_free(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(
            names_what_the_published_budgets_have_wrong_and_nothing_else),
        cmocka_unit_test(carries_a_balance_from_year_to_year),
        cmocka_unit_test(counts_lines_without_a_name_by_where_they_stand),
        cmocka_unit_test(never_sums_balances_over_years),
        cmocka_unit_test(says_what_follows_from_a_wrong_row),
        cmocka_unit_test(owns_up_to_what_is_acknowledged),
        cmocka_unit_test(says_that_an_acknowledged_fault_is_gone),
        cmocka_unit_test(keeps_shares_that_do_not_print_as_100),
        cmocka_unit_test(dumps_what_has_a_name),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
