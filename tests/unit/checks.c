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

/* Simple kinds: a label, two figures, a total of either. */

static const struct kind_column simple_columns[] = {
    {.id = "group", .title = S("Group"), .role = COLUMN_GROUP},
    {.id = "item", .title = S("Item"), .role = COLUMN_LABEL},
    {.id = "units", .title = S("Units"), .type = TYPE_NUMBER},
    {.id = "rate", .title = S("Rate"), .type = TYPE_MONEY},
    {.id = "amount",
     .title = S("Amount"),
     .type = TYPE_MONEY,
     .role = COLUMN_AMOUNT},
    {.id = "saving", .title = S("Saving"), .type = TYPE_MONEY},
    {.id = "share", .title = S("Share"), .type = TYPE_PERCENT},
};
static const struct str sub_total[] = {S("Sub-total")};
static const struct str group_title[] = {S("Title")};
static const struct kind_line simple_lines[] = {
    {LINE_TOTAL, total, 2},       {LINE_SUB_TOTAL, sub_total, 1},
    {LINE_GROUP, group_title, 1}, {LINE_EXPENDITURE, expenditure, 1},
    {LINE_OPENING, opening, 1},   {LINE_CLOSING, closing, 1},
};

/* What NCHECKS checks say of a table. With ACKNOWLEDGED, that cell is. */
static const char *faults_of(struct test_report *t,
                             const struct kind_check *checks, size_t nchecks,
                             const char *text)
{
    static struct kind kind;

    kind = (struct kind){
        .id = "simple",
        .columns = simple_columns,
        .ncolumns = COUNT(simple_columns),
        .lines = simple_lines,
        .nlines = COUNT(simple_lines),
        .checks = checks,
        .nchecks = nchecks,
    };
    test_report_init(t);
    test_report_data(t, "data", &kind, text);
    test_report_compute(t);
    return test_report_faults(t);
}

static void says(const struct kind_check *check, const char *text,
                 const char *want)
{
    struct test_report t;

    assert_string_equal(faults_of(&t, check, 1, text), want);
    test_report_free(&t);
}

static const struct kind_check total_amount = {.type = CHECK_TOTAL,
                                               .result = "amount"};
static const struct kind_check groups_amount = {.type = CHECK_SUB_TOTALS,
                                                .result = "amount"};

static void sums_the_rows_above_a_total(void **state)
{
    (void)state;
    says(&total_amount, "Item;Amount\nA;£1.50\nB;£2.50\nTotal;£4\nLater;£9\n",
         "");
    says(&total_amount, "Item;Amount\nA;£1.50\nB;£2.50\nTotal;£4.01\n",
         "data.csv:4:2 sum Total, Amount (cell B4) is £4.01, the rows above it "
         "(B2:B3) give £4.00\n");
    says(&total_amount, "Item;Amount\nA;£1\nB;(£2)\nTotal;£1\n",
         "data.csv:4:2 sum Total, Amount (cell B4) is £1, the rows above it "
         "(B2:B3) give -£1\n");
    says(&total_amount, "Item;Amount\nTotal;£4\n", "");
    says(&total_amount, "Item;Amount\n", "");
}

static void compares_at_the_precision_of_the_claim(void **state)
{
    (void)state;
    says(&total_amount, "Item;Amount\nA;£1.25\nB;£1.25\nTotal;£3\n", "");
    says(&total_amount, "Item;Amount\nA;-£1.25\nB;-£1.25\nTotal;-£3\n", "");
    says(&total_amount, "Item;Amount\nA;£1.25\nB;£1.25\nTotal;£3.00\n",
         "data.csv:4:2 sum Total, Amount (cell B4) is £3.00, the rows above it "
         "(B2:B3) give £2.50\n");
    says(&total_amount, "Item;Amount\nA;£1.20\nB;£1.20\nTotal;£3\n",
         "data.csv:4:2 sum Total, Amount (cell B4) is £3.00, the rows above it "
         "(B2:B3) give £2.40\n");
}

static void takes_a_dash_for_nothing_and_tbc_for_unknown(void **state)
{
    (void)state;
    says(&total_amount, "Item;Amount\nA;£1\nB;-\nC;nil\nD;\nE;n/a\nTotal;£1\n",
         "");
    says(&total_amount, "Item;Amount\nA;£1\nB;TBC\nTotal;£9\n", "");
    says(&total_amount, "Item;Amount\nA;£1\nB;rubbish\nTotal;£9\n", "");
    says(&total_amount, "Item;Amount\nA;£1\nTotal;TBC\n", "");
    says(&total_amount, "Item;Amount\nA;£1\nTotal;\n", "");
}

static void totals_expenditure_by_itself(void **state)
{
    (void)state;
    says(&total_amount,
         "Item;Amount\nGrant;£9\nTotal;£9\nExpenditure;£4\nTotal;£4\n", "");
    says(&total_amount, "Item;Amount\nGrant;£9\nExpenditure;£4\nTotal;£5\n",
         "data.csv:4:2 sum Total, Amount (cell B4) is £5, the rows above it "
         "(B3) give £4\n");
}

static void refuses_to_wrap_a_sum(void **state)
{
    (void)state;
    says(&total_amount,
         "Item;Amount\nA;£92233720368547758.07\nB;£0.01\nTotal;£1\n",
         "data.csv:4:2 limit what this cell sums is too large to be kept "
         "exactly\n");
    says(&total_amount,
         "Item;Amount\nA;-£92233720368547758.07\nB;-£0.02\nTotal;£1\n",
         "data.csv:4:2 limit what this cell sums is too large to be kept "
         "exactly\n");
}

static void sums_each_group_for_its_sub_total(void **state)
{
    (void)state;
    says(&groups_amount,
         "Group;Item;Amount\n"
         "KS2;A;£1\n;B;£2\n;Sub-total;£3\nKS4;C;£4\nKS4;Sub-total;£5\n"
         ";Total;£7\n",
         "data.csv:6:3 sum sub-total KS4 (cell C6) is £5, its rows (C5) give "
         "£4\n");
    /* without a column of groups, a sub-total ends one */
    says(&groups_amount,
         "Item;Amount\n"
         "A;£1\nB;£2\nSub-total;£3\nC;£4\nSub-total;£7\n",
         "data.csv:6:2 sum Sub-total, Amount (cell B6) is £7, its rows (B5) "
         "give £4\n");
    says(&groups_amount,
         "Item;Amount\nTitle;\nA;£1\nSub-total;£1\nTitle;£9\nB;£2\n"
         "Sub-total;£2\n",
         "");
}

static void finds_a_group_whose_rows_lie_apart(void **state)
{
    (void)state;
    says(&groups_amount,
         "Group;Item;Amount\nKS2;A;£1\nKS4;B;£2\nKS2;C;£4\nKS2;Sub-total;£5\n"
         "KS4;Sub-total;£2\n",
         "");
}

static void says_nothing_of_a_sub_total_without_rows(void **state)
{
    (void)state;
    says(&groups_amount, "Group;Item;Amount\nKS2;Sub-total;£5\n", "");
}

static void names_a_total_of_wrong_sub_totals_with_its_cause(void **state)
{
    static const struct kind_check both[] = {
        {.type = CHECK_SUB_TOTALS, .result = "amount"},
        {.type = CHECK_TOTAL, .result = "amount"},
    };
    struct test_report t;

    (void)state;
    assert_string_equal(
        faults_of(&t, both, 2,
                  "Group;Item;Amount\n"
                  "KS2;A;£1\n;Sub-total;£3\nKS4;B;£4\n;Total;£7\n"),
        "data.csv:3:3 sum sub-total KS2 (cell C3) is £3, its rows (C2) "
        "give £1 | cell C5 follows from it\n");
    test_report_free(&t);
    /* a total that is right is nothing to speak of */
    assert_string_equal(
        faults_of(&t, both, 2,
                  "Group;Item;Amount\n"
                  "KS2;A;£1\n;Sub-total;£3\nKS4;B;£4\n;Total;£5\n"),
        "data.csv:3:3 sum sub-total KS2 (cell C3) is £3, its rows (C2) "
        "give £1\n");
    test_report_free(&t);
    /* and one that is wrong by itself is a fault of its own */
    assert_string_equal(
        faults_of(&t, both, 2,
                  "Group;Item;Amount\n"
                  "KS2;A;£1\n;Sub-total;£3\nKS4;B;£4\n;Total;£6\n"),
        "data.csv:3:3 sum sub-total KS2 (cell C3) is £3, its rows (C2) "
        "give £1\n"
        "data.csv:5:3 sum Total, Amount (cell C5) is £6, the rows above it "
        "(C2:C4) give £5\n");
    test_report_free(&t);
}

static void multiplies_only_where_both_are_given(void **state)
{
    static const struct kind_check product = {.type = CHECK_PRODUCT,
                                              .result = "amount",
                                              .units = "units",
                                              .rate = "rate"};

    (void)state;
    says(&product,
         "Item;Units;Rate;Amount\n"
         "A;240;£500;£120,000\nB;;£500;£7\nC;3;;£7\nD;1.5;£0.33;£0.50\n"
         "E;-;£500;£7\nF;2;£3;\nTotal;2;£2;£9\n",
         "");
    says(&product, "Item;Units;Rate;Amount\nNLEs;240;£500.00;£120,001\n",
         "data.csv:2:4 product NLEs, Amount (cell D2) is £120,001, 240 (B2) x "
         "£500 (C2) gives £120,000\n");
    says(&product,
         "Item;Units;Rate;Amount\nA;9999999999;£92233720368547758;£1\n",
         "data.csv:2:4 limit what this cell sums is too large to be kept "
         "exactly\n");
}

static void adds_and_subtracts_along_a_row(void **state)
{
    static const char *const plus[] = {"amount"};
    static const char *const minus[] = {"rate"};
    static const struct kind_check row = {.type = CHECK_ROW,
                                          .result = "saving",
                                          .plus = plus,
                                          .nplus = 1,
                                          .minus = minus,
                                          .nminus = 1};

    (void)state;
    says(&row,
         "Item;Rate;Amount;Saving\nA;£2;£5;£3\nB;;£5;£5\nC;;;£5\nD;£2;£5;\n"
         "Total;£2;£5;£3\n",
         "");
    says(&row, "Item;Rate;Amount;Saving\n2 days;£2;£5;£4\nTotal;£9;£9;£1\n",
         "data.csv:2:4 across 2 days, Saving (cell D2) is £4, Amount less Rate "
         "gives £3\n"
         "data.csv:3:4 across Total, Saving (cell D3) is £1, Amount less Rate "
         "gives £0\n");
}

static const char *const amounts[] = {"amount"};
static const struct kind_check shares = {
    .type = CHECK_SHARES, .result = "share", .plus = amounts, .nplus = 1};

static void takes_each_share_at_its_own_precision(void **state)
{
    (void)state;
    says(&shares, "Item;Amount;Share\nA;£1;33%\nB;£2;66.67%\nTotal;£3;100%\n",
         "data.csv:4:3 rounding the shares (C2:C3) print as 99.67% together | "
         "each is rounded by itself, and right\n");
    says(&shares, "Item;Amount;Share\nA;£1;33.4%\nB;£2;66.7%\nTotal;£3;100%\n",
         "data.csv:2:3 shares A, Share (cell C2) is 33.4%, £1 (B2) of £3 is "
         "33.3%\n");
    says(&shares, "Item;Amount;Share\nA;£1;25%\nB;£3;75%\n", "");
    says(&shares, "Item;Amount;Share\nA;£1;50%\nB;£0;50%\nTotal;£0;100%\n", "");
}

static void speaks_of_rounding_only_where_every_share_is_there(void **state)
{
    (void)state;
    says(&shares, "Item;Amount;Share\nA;£1;33%\nB;£1;\nC;£1;33%\nTotal;£3;\n",
         "");
    says(&shares, "Item;Amount;Share\nA;£1;33%\nB;£1;33%\nC;£1;33%\n",
         "data.csv:1:3 rounding the shares (C2:C4) print as 99% together | "
         "each is rounded by itself, and right\n");
}

static void says_of_a_share_of_a_wrong_total_nothing_more(void **state)
{
    static const struct kind_check both[] = {
        {.type = CHECK_TOTAL, .result = "amount"},
        {.type = CHECK_SHARES, .result = "share"},
    };
    struct test_report t;

    (void)state;
    assert_string_equal(
        faults_of(&t, both, 2,
                  "Item;Amount;Share\nA;£1;20%\nB;£3;60%\nTotal;£5;100%\n"),
        "data.csv:4:2 sum Total, Amount (cell B4) is £5, the rows above it "
        "(B2:B3) give £4 | cells C2 and C3 follow from it\n");
    test_report_free(&t);
    assert_string_equal(
        faults_of(&t, both, 2,
                  "Item;Amount;Share\nA;£1;25%\nB;£3;75%\nTotal;£5;100%\n"),
        "data.csv:4:2 sum Total, Amount (cell B4) is £5, the rows above it "
        "(B2:B3) give £4\n");
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
        "£325,365.13, the lines above it (C2:C6) give £325,365.12 | cells D2, "
        "D7, E2, E7, D5 and E5 follow from it\n"
        "report.xml:9:1 acknowledged-away the fault `sum` that is "
        "acknowledged here is not there\n"
        "report.xml:9:1 acknowledged-away the fault `across` that is "
        "acknowledged here is not there\n"
        "report.xml:9:1 acknowledged-away the fault `balance` that is "
        "acknowledged here is not there\n");
    assert_int_equal(t.reading.findings.errors, 1);
    test_report_free(&t);
}

static void keeps_the_total_that_no_row_gives(void **state)
{
    struct test_report t;

    (void)state;
    assert_string_equal(
        faults_of(&t, &total_amount, 1, "Item;Amount\nA;£1.50\nB;£2\n"), "");
    assert_int_equal(t.figures.ncomputed, 1);
    assert_int_equal(t.figures.computed[0].row, 2);
    assert_int_equal(t.figures.computed[0].column, 1);
    assert_int_equal(t.figures.computed[0].value.coefficient, 350);
    assert_int_equal(t.figures.computed[0].code, FINDING_MAX);
    assert_null(t.figures.computed[0].acknowledged);
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

static void lacks_columns_without_a_word(void **state)
{
    /* The reader has said that a required one is missing. */
    static const struct kind_check checks[] = {
        {.type = CHECK_TOTAL, .result = "amount"},
        {.type = CHECK_SUB_TOTALS, .result = "amount"},
        {.type = CHECK_ROW, .result = "amount", .plus = amounts, .nplus = 1},
        {.type = CHECK_PRODUCT, .result = "amount", .units = "u", .rate = "r"},
        {.type = CHECK_ACROSS, .result = "amount"},
        {.type = CHECK_BALANCE},
        {.type = CHECK_SHARES, .result = "share"},
        {.type = CHECK_TOTAL, .result = "item"},
        {.type = CHECK_SUB_TOTALS, .result = "item"},
    };
    struct test_report t;

    (void)state;
    assert_string_equal(faults_of(&t, checks, COUNT(checks),
                                  "Item;Units\nA;1\nTotal;2\nSub-total;3\n"),
                        "");
    test_report_free(&t);
}

static void bounds_what_a_table_of_faults_costs(void **state)
{
    static const struct kind_check checks[] = {
        {.type = CHECK_PRODUCT,
         .result = "amount",
         .units = "units",
         .rate = "rate"},
        {.type = CHECK_SUB_TOTALS, .result = "amount"},
        {.type = CHECK_TOTAL, .result = "amount"},
    };
    const size_t rows = 200 * 1000;
    struct test_report t;
    struct buf text;

    (void)state;
    buf_init(&text, SIZE_MAX);
    buf_puts(&text, "Group;Item;Units;Rate;Amount\n");
    for (size_t i = 0; i < rows; i++)
        buf_printf(&text, "G%zu;Item %zu;2;£3;£7\n", i, i);
    buf_puts(&text, ";Total;;;£1\n");
    buf_char(&text, '\0');
    assert_int_equal(buf_status(&text), ST_OK);
    (void)faults_of(&t, checks, COUNT(checks), text.ptr);
    assert_true(t.reading.findings.errors >= FINDINGS_MAX);
    test_report_free(&t);
    buf_free(&text);
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
        ->copy = COPY_INTERNAL;
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
                 "profile.total = £9 (report.xml:3)\n"
        "profile[DSG].line = DSG (profile.csv:A2)\n"
                 "profile[DSG].2011/12 = £5 (profile.csv:B2)\n"
                 "profile[DSG].total = £6 (profile.csv:C2)\n"
                 "profile[Odd \\x1b[1m].line = Odd \\x1b[1m (profile.csv:A3)\n"
                 "profile[Odd \\x1b[1m].2011/12 = £1 (profile.csv:B3)\n"
                 "profile[Odd \\x1b[1m].total = £1 (profile.csv:C3)\n"
                 "lines.total = £3.50 (report.xml:3) internal\n"
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
        cmocka_unit_test(sums_the_rows_above_a_total),
        cmocka_unit_test(compares_at_the_precision_of_the_claim),
        cmocka_unit_test(takes_a_dash_for_nothing_and_tbc_for_unknown),
        cmocka_unit_test(totals_expenditure_by_itself),
        cmocka_unit_test(refuses_to_wrap_a_sum),
        cmocka_unit_test(sums_each_group_for_its_sub_total),
        cmocka_unit_test(finds_a_group_whose_rows_lie_apart),
        cmocka_unit_test(says_nothing_of_a_sub_total_without_rows),
        cmocka_unit_test(names_a_total_of_wrong_sub_totals_with_its_cause),
        cmocka_unit_test(multiplies_only_where_both_are_given),
        cmocka_unit_test(adds_and_subtracts_along_a_row),
        cmocka_unit_test(takes_each_share_at_its_own_precision),
        cmocka_unit_test(speaks_of_rounding_only_where_every_share_is_there),
        cmocka_unit_test(says_of_a_share_of_a_wrong_total_nothing_more),
        cmocka_unit_test(carries_a_balance_from_year_to_year),
        cmocka_unit_test(counts_lines_without_a_name_by_where_they_stand),
        cmocka_unit_test(never_sums_balances_over_years),
        cmocka_unit_test(says_what_follows_from_a_wrong_row),
        cmocka_unit_test(owns_up_to_what_is_acknowledged),
        cmocka_unit_test(says_that_an_acknowledged_fault_is_gone),
        cmocka_unit_test(keeps_the_total_that_no_row_gives),
        cmocka_unit_test(keeps_shares_that_do_not_print_as_100),
        cmocka_unit_test(lacks_columns_without_a_word),
        cmocka_unit_test(bounds_what_a_table_of_faults_costs),
        cmocka_unit_test(dumps_what_has_a_name),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
