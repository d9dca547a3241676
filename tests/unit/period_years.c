#include "tests/support/period_test.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void reads_quarters_of_financial_years(void **state)
{
    static const struct period_case cases[] = {
        {"Q3 2026/27", "2026-10-01..2026-12-31"},
        {"Q4 2026-27", "2027-01-01..2027-03-31"},
        {"quarter 1 2026/2027", "2026-04-01..2026-06-30"},
        {"Q2 (2026/27)", "2026-07-01..2026-09-30"},
        {"2026/27 Q4", "2027-01-01..2027-03-31"},
        {"In Q4 2023/24", "2024-01-01..2024-03-31"},
        {"By Q2 2026/27", "open..2026-09-30"},
        {"By end of Q2 2026/27", "open..2026-09-30"},
        {"End of Q2 2026/27", "2026-09-30..2026-09-30"},
        {"From Q2 2026/27", "2026-07-01..open"},
        {"Q2 2026/27 to Q4 2026/27", "2026-07-01..2027-03-31"},
        {"May 2026 to Q3 2026/27", "2026-05-01..2026-12-31"},
        {"Q1 2026/27 and Q2 2026/27", "2026-04-01..2026-09-30"},
        {"Q3 2026", ""},
        {"Q3", ""},
        {"Q5 2026/27", ""},
        {"Q12 2026/27", ""},
        {"Q1a 2026/27", ""},
        {"Q3 2026/28", ""},
        {"January to Q4 2026/27", ""},
        {"Before Q3 2026/27", ""},
    };

    (void)state;
    periods_are_read(cases, sizeof(cases) / sizeof(*cases));
}

static void reads_several_quarters_of_a_year(void **state)
{
    static const struct period_case cases[] = {
        {"Q3/Q4 2026/27", "2026-10-01..2027-03-31"},
        {"Q3 and Q4 2026/27", "2026-10-01..2027-03-31"},
        {"Q1, Q2 and Q3 2026/27", "2026-04-01..2026-12-31"},
        {"Q2 to Q4 2026/27", "2026-07-01..2027-03-31"},
        {"Q1 - Q4 2026/27", "2026-04-01..2027-03-31"},
        {"2026/27 Q1-Q2", "2026-04-01..2026-09-30"},
        {"By Q3/Q4 2026/27", "open..2027-03-31"},
    };

    (void)state;
    periods_are_read(cases, sizeof(cases) / sizeof(*cases));
}

static void reads_seasons_of_a_year(void **state)
{
    static const struct period_case cases[] = {
        {"Spring 2027", "2027-03-01..2027-05-31"},
        {"In summer 2027", "2027-06-01..2027-08-31"},
        {"Autumn, 2027", "2027-09-01..2027-11-30"},
        {"By AUTUMN 2027", "open..2027-11-30"},
        {"From autumn 2027", "2027-09-01..open"},
        {"Spring 2027 to autumn 2027", "2027-03-01..2027-11-30"},
        {"Spring 2027 and summer 2027", "2027-03-01..2027-08-31"},
        {"Winter 2027/28", "2027-12-01..2028-02-29"},
        {"Winter 2026-27", "2026-12-01..2027-02-28"},
        {"May 2027 to autumn 2027", "2027-05-01..2027-11-30"},
        {"Winter 2027", ""},
        {"Autumn", ""},
        {"Autumn 27", ""},
        {"Autumn 2027/28", ""},
        {"Autumn 2027-28", ""},
        {"Autumns 2027", ""},
        {"Midsummer 2027", ""},
        {"Spring to autumn 2027", ""},
        {"Spring/summer 2027", ""},
        {"Spring and summer 2027", ""},
        {"Spring, summer 2027", ""},
        {"Winter to summer 2027", ""},
        {"Before autumn 2027", ""},
        {"Summer works: May 2027", "2027-05-01..2027-05-31"},
    };
    struct period value;

    (void)state;
    periods_are_read(cases, sizeof(cases) / sizeof(*cases));
    (void)period_read_text("Autumn 2027", &value);
    assert_true(value.seasons);
    (void)period_read_text("May 2027", &value);
    assert_false(value.seasons);
    (void)period_read_text("Winter 2027", &value);
    assert_false(value.seasons);
}

static void reads_financial_years(void **state)
{
    static const struct period_case cases[] = {
        {"2014/15", "2014-04-01..2015-03-31"},
        {"By 2014/15", "open..2015-03-31"},
        {"2026/27", "2026-04-01..2027-03-31"},
        {"2026-27", "2026-04-01..2027-03-31"},
        {"2026/2027", "2026-04-01..2027-03-31"},
        {"2026/27 to 2028/29", "2026-04-01..2029-03-31"},
        {"2026/27 and 2027/28", "2026-04-01..2028-03-31"},
        {"From 2027/28", "2027-04-01..open"},
        {"By end of 2026/27", "open..2027-03-31"},
        {"May 2026 to 2026/27", "2026-05-01..2027-03-31"},
        {"2026/28", ""},
        {"2026/27/28", ""},
        {"Academic year 2026/27", ""},
        {"2026/27 school year", ""},
        {"Autumn 2026/27", ""},
    };
    struct period value;

    (void)state;
    periods_are_read(cases, sizeof(cases) / sizeof(*cases));
    (void)period_read_text("2026/27", &value);
    assert_true(value.years);
    (void)period_read_text("May 2027", &value);
    assert_false(value.years);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_quarters_of_financial_years),
        cmocka_unit_test(reads_several_quarters_of_a_year),
        cmocka_unit_test(reads_seasons_of_a_year),
        cmocka_unit_test(reads_financial_years),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
