/*
 * Each check by itself: figures/check_*.c.
 */
#include "figures/figures.h"
#include "tests/support/table.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define S(literal)                                                             \
    {                                                                          \
        literal, sizeof(literal) - 1                                           \
    }
#define COUNT(array) (sizeof(array) / sizeof(*(array)))

static const struct str opening[] = {S("Balance b'fwd")};
static const struct str total[] = {S("Total")};
static const struct str expenditure[] = {S("Expenditure")};
static const struct str closing[] = {S("Balance c'fwd")};

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
static const struct kind_row simple_lines[] = {
    {.role = ROW_TOTAL, .aliases = total, .naliases = 1},
    {.role = ROW_SUB_TOTAL, .aliases = sub_total, .naliases = 1},
    {.role = ROW_GROUP_TITLE, .aliases = group_title, .naliases = 1},
    {.role = ROW_EXPENDITURE, .aliases = expenditure, .naliases = 1},
    {.role = ROW_OPENING, .aliases = opening, .naliases = 1},
    {.role = ROW_CLOSING, .aliases = closing, .naliases = 1},
};

/* What NCHECKS checks say of a table. Its caller frees the report. */
static const char *faults_of(struct test_report *t,
                             const struct kind_check *checks, size_t nchecks,
                             const char *text)
{
    static struct kind kind;

    kind = (struct kind){
        .id = "simple",
        .columns = simple_columns,
        .ncolumns = COUNT(simple_columns),
        .rows = simple_lines,
        .nrows = COUNT(simple_lines),
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

static void compares_at_the_precision_of_the_cell(void **state)
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
         "£500.00 (C2) gives £120,000\n");
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

/* Bytes that a check of N results takes, each of which the same N rows give. */
static size_t bytes_of_lines(size_t n)
{
    static const char *const gap[] = {"gap"};
    static const struct kind_row lines[] = {
        {.id = "gap", .role = ROW_ENTRY},
        {.id = "result", .role = ROW_ENTRY},
    };
    static const struct kind_check check = {
        .type = CHECK_LINES, .result = "result", .plus = gap, .nplus = 1};
    static const struct kind kind = {
        .id = "simple",
        .columns = simple_columns,
        .ncolumns = COUNT(simple_columns),
        .rows = lines,
        .nrows = COUNT(lines),
        .checks = &check,
        .nchecks = 1,
    };
    uint8_t *line_of = calloc(2 * n, 1);
    struct test_report t;
    struct table table;
    struct buf text;
    size_t before;
    size_t used;

    assert_non_null(line_of);
    buf_init(&text, SIZE_MAX);
    buf_puts(&text, "Item;Amount\n");
    for (size_t i = 0; i < 2 * n; i++) {
        buf_printf(&text, "Item %zu;£%d\n", i, i < n ? 1 : 9);
        line_of[i] = i < n ? 1 : 2;
    }
    buf_char(&text, '\0');
    test_report_init(&t);
    table = *test_report_data(&t, "data", &kind, text.ptr)->table;
    table.row_lines = line_of;
    t.data[0].table = &table;
    before = t.reading.arena.used;
    test_report_compute(&t);
    used = t.reading.arena.used - before;
    assert_int_equal(t.reading.findings.errors, n);
    test_report_free(&t);
    buf_free(&text);
    free(line_of);
    return used;
}

static void takes_memory_by_the_number_of_lines(void **state)
{
    const size_t one = bytes_of_lines(100);
    const size_t four = bytes_of_lines(400);

    (void)state;
    assert_true(four < 6 * one);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sums_the_rows_above_a_total),
        cmocka_unit_test(compares_at_the_precision_of_the_cell),
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
        cmocka_unit_test(keeps_the_total_that_no_row_gives),
        cmocka_unit_test(lacks_columns_without_a_word),
        cmocka_unit_test(bounds_what_a_table_of_faults_costs),
        cmocka_unit_test(takes_memory_by_the_number_of_lines),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
