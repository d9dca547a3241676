#include "core/value/unit.h"
#include "tests/support/wording.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static void reads_units_as_finance_writes_them(void **state)
{
    static const struct {
        const char *text;
        int zeros; /* -1: no unit */
    } cases[] = {
        {"£", 0},
        {"(£)", 0},
        {"£000", 3},
        {"£000s", 3},
        {"£'000", 3},
        {"£’000", 3},
        {"£'000s", 3},
        {"(£000)", 3},
        {"[£000]", 3},
        {"£k", 3},
        {"£K", 3},
        {"000s", 3},
        {"'000", 3},
        {"£ thousand", 3},
        {"Thousands", 3},
        {"£m", 6},
        {"£M", 6},
        {"(£m)", 6},
        {"£ million", 6},
        {"£million", 6},
        {"millions", 6},
        {"£bn", 9},
        {"£,000", 3},
        {",000", -1},
        {" ( £ 000 ) ", 3},
        {"m", -1},
        {"k", -1},
        {"", -1},
        {"()", -1},
        {"Budget", -1},
        {"£5", -1},
        {"£000 net", -1},
        {"2026/27", -1},
        {"'", -1},
        {"%", -1},
        {"0000", -1},
        {"(£", -1},
        {"£´000", 3},
        {"£1,000s", 3},
        {"£000's", 3},
        {"£ x 1000", 3},
        {"GBP k", 3},
        {"GBP000", 3},
        {"GBP", -1},
        {"pounds", -1},
        {"£1,000", -1},
        {"£1000", -1},
        {"in £000", -1},
        {"1980s", -1},
        {"x", -1},
        {"£ in thousands", 3},
        {"£ (000)", 3},
        {"(x 1,000)", 3},
        {"£ (thousands)", 3},
        {"Thousands of pounds", 3},
        {"£,", -1},
        {"Thousands of homes", -1},
        {"s", -1},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct unit u = {.given = true, .zeros = 99};
        const bool is = unit_read(str_of(cases[i].text), test_wording(), &u);

        print_message("%s\n", cases[i].text);
        assert_int_equal(is, cases[i].zeros >= 0);
        assert_int_equal(u.given, is);
        if (is)
            assert_int_equal(u.zeros, cases[i].zeros);
    }
}

static void cuts_units_off_headings(void **state)
{
    static const struct {
        const char *heading;
        const char *rest;
        int zeros;
    } cases[] = {
        {"Budget £000", "Budget", 3},
        {"Budget (£000)", "Budget", 3},
        {"Budget(£000)", "Budget", 3},
        {"Budget, £000", "Budget", 3},
        {"Budget - £m", "Budget", 6},
        {"2026/27 £'000", "2026/27", 3},
        {"2026/27\n£m", "2026/27", 6},
        {"Budget £ million", "Budget", 6},
        {"Budget £ 000", "Budget", 3},
        {"Net Amount (£)", "Net Amount", 0},
        {"£000 Budget", "Budget", 3},
        {"£ (net)", "(net)", 0},
        {"Budget", "Budget", -1},
        {"Length m", "Length m", -1},
        {"Length (m)", "Length (m)", -1},
        {"£000", "£000", -1},
        {"(£000)", "(£000)", -1},
        {"Amount (net of VAT)", "Amount (net of VAT)", -1},
        {"a) b)", "a) b)", -1},
        {"Budget (in £m)", "Budget", 6},
        {"Transfers in £000s", "Transfers in", 3},
        {"Budget/£000", "Budget", 3},
        {"Budget £´000", "Budget", 3},
        {"Budget GBP k", "Budget", 3},
        {"Budget thousands of pounds", "Budget", 3},
        {"Budget £ x 1000", "Budget", 3},
        {"2026/27", "2026/27", -1},
        {"Rounded to the nearest thousand", "Rounded to the nearest thousand",
         -1},
        {"Cost per pound", "Cost per pound", -1},
        {"Sums over £5 million", "Sums over £5 million", -1},
        {"Income/", "Income/", -1},
        {"", "", -1},
        {")", ")", -1},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct unit u;
        const struct str rest =
            unit_cut(str_of(cases[i].heading), test_wording(), &u);

        print_message("%s\n", cases[i].heading);
        assert_true(str_is(rest, cases[i].rest));
        assert_int_equal(u.given, cases[i].zeros >= 0);
        if (u.given)
            assert_int_equal(u.zeros, cases[i].zeros);
    }
}

static void finds_units_among_words(void **state)
{
    static const struct {
        const char *text;
        int zeros; /* -1: no unit */
    } cases[] = {
        {"All figures in £000", 3},
        {"All figures in £000.", 3},
        {"(£000)", 3},
        {"Total (£ 000), rounded", 3},
        {"Amounts are in £ million: see below", 6},
        {"Figures in '000s", 3},
        {"£m", 6},
        {"Savings of £5 million are shown elsewhere", -1},
        {"All sums above £1m", -1},
        {"In £, without VAT", -1},
        {"Of thousands of homes", -1},
        {"Code 0001", -1},
        {"All figures in thousands of pounds", 3},
        {"All amounts in millions", 6},
        {"(in £m)", 6},
        {"(figures in £000)", 3},
        {"(all figures £000)", 3},
        {"Revenue monitoring £m to 30 September 2026", 6},
        {"All figures shown in £’000s unless otherwise stated", 3},
        {"£000:", 3},
        {"£000.", 3},
        {"Revenue/£000", 3},
        {"Thousands of pounds", 3},
        {"Budget: thousands of pounds", 3},
        {"£ in thousands", 3},
        {"Note: all values are in thousands", 3},
        {"Values in GBP thousands", 3},
        {"Amounts x £1,000s", 3},
        {"Figures rounded to the nearest thousand", -1},
        {"Figures rounded to the nearest £000", -1},
        {"Grants of five thousand pounds", -1},
        {"Housed in thousands of homes", -1},
        {"Nearest station", -1},
        {"( [ ' £", -1},
        {"(", -1},
        {"", -1},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct unit u;
        const bool found = unit_find(str_of(cases[i].text), test_wording(), &u);

        print_message("%s\n", cases[i].text);
        assert_int_equal(found, cases[i].zeros >= 0);
        assert_int_equal(u.given, found);
        if (found)
            assert_int_equal(u.zeros, cases[i].zeros);
    }
}

static void cuts_the_word_before_a_unit(void **state)
{
    (void)state;
    assert_true(
        str_is(unit_cut_in(str_of("Budget in"), test_wording()), "Budget"));
    assert_true(
        str_is(unit_cut_in(str_of("Within"), test_wording()), "Within"));
    assert_true(str_is(unit_cut_in(str_of("in"), test_wording()), "in"));
    assert_true(str_is(unit_cut_in(str_of(""), test_wording()), ""));
}

static void tells_a_unit_that_is_said_from_a_title(void **state)
{
    static const struct {
        const char *text;
        bool said;
    } cases[] = {
        {"All figures in £000", true},
        {"(All amounts are in £ millions.)", true},
        {"in thousands", true},
        {"(in £m)", true},
        {"Expressed in £m", true},
        {"Capital in £000", false},
        {"Capital (£000)", false},
        {"£000", false},
        {"Schemes over £500k", false},
        {"Rounded to the nearest £000", false},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct unit u;

        assert_int_equal(
            unit_find_said(str_of(cases[i].text), test_wording(), &u),
            cases[i].said);
        assert_int_equal(u.given, cases[i].said);
    }
}

static void finds_what_figures_are_rounded_to(void **state)
{
    static const struct {
        const char *text;
        int zeros; /* -1: it says nothing of rounding */
    } cases[] = {
        {"Figures rounded to the nearest thousand", 3},
        {"Rounded to nearest £000.", 3},
        {"To the nearest £m", 6},
        {"To the nearest million pounds", 6},
        {"To the nearest pound", -1},
        {"To the nearest", -1},
        {"All figures in £000", -1},
        {"", -1},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct unit u;

        print_message("%s\n", cases[i].text);
        assert_int_equal(
            unit_find_rounding(str_of(cases[i].text), test_wording(), &u),
            cases[i].zeros >= 0);
        if (u.given)
            assert_int_equal(u.zeros, cases[i].zeros);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_units_as_finance_writes_them),
        cmocka_unit_test(cuts_units_off_headings),
        cmocka_unit_test(finds_units_among_words),
        cmocka_unit_test(cuts_the_word_before_a_unit),
        cmocka_unit_test(tells_a_unit_that_is_said_from_a_title),
        cmocka_unit_test(finds_what_figures_are_rounded_to),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
