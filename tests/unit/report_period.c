/*
 * Which period a heading or title names: core/value/report_period.c.
 */
#include "core/value/report_period.h"
#include "tests/support/wording.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

/* `2026-06/1 to 30`: year, month, how many months, and the day. */
static const char *said(const struct report_period *p)
{
    static char text[64];

    (void)snprintf(text, sizeof(text), "%d-%d/%d", p->year, p->month,
                   p->months);
    if (p->day > 0)
        (void)snprintf(text, sizeof(text), "%d-%d/%d to %d", p->year, p->month,
                       p->months, p->day);
    return text;
}

static void reads(const char *text, const char *want)
{
    struct report_period p;

    if (!report_period_read(str_of(text), test_wording(), &p))
        fail_msg("%s is no period", text);
    assert_string_equal(said(&p), want);
}

static void refuses(const char *text)
{
    struct report_period p;

    if (report_period_read(str_of(text), test_wording(), &p))
        fail_msg("%s is %s", text, said(&p));
}

static void reads_months_quarters_and_years(void **state)
{
    (void)state;
    reads("Month 5", "0-5/1");
    reads("M5", "0-5/1");
    reads("(P6)", "0-6/1");
    reads("Period 13", "0-12/1");
    reads("Q2", "0-6/3");
    reads("Quarter 2 2026/27", "2026-6/3");
    reads("Q1 2026/27", "2026-3/3");
    reads("2026/27 Q4", "2026-12/3");
    reads("September 2026", "2026-6/1");
    reads("Mar-27", "2026-12/1");
    reads("April", "0-1/1");
    reads("30 September 2026", "2026-6/1 to 30");
    reads("as at 31/03/2027", "2026-12/1 to 31");
    reads("end of March 2027", "2026-12/1");
    reads("2025/26", "2025-0/12");
    reads("25/26", "2025-0/12");
    reads("2026", "2026-0/12");
}

static void refuses_what_says_more(void **state)
{
    (void)state;
    refuses("");
    refuses("()");
    refuses("Month");
    refuses("Month 14");
    refuses("Q5");
    refuses("5");
    refuses("Q2 forecast");
    refuses("25/27");
    refuses("2025/27");
    refuses("to");
}

static void finds_a_period_in_a_title(void **state)
{
    static const struct {
        const char *text;
        const char *want;
    } titles[] = {
        {"Revenue budget monitoring 2026/27: month 6 (to 30 September 2026)",
         "2026-6/1 to 30"},
        {"Revenue budget monitoring - Quarter 2 (to 30 September 2026)",
         "2026-6/3 to 30"},
        {"Capital Programme 2026/27 - Quarter 2", "2026-6/3"},
        {"Savings tracker 2026/27 as at 30/09/2026", "2026-6/1 to 30"},
        {"Receipts and payments, September 2026", "2026-6/1"},
        {"Performance indicators: quarter 2, 2026/27", "2026-6/3"},
        {"Medium-term financial plan 2026/27 to 2029/30", "2026-0/12"},
        {"Reserves movement 2026/27", "2026-0/12"},
        {"April to November 2026", "2026-8/1"},
        {"April 2025 - March 2026", "2025-12/1"},
        {"1 April \xE2\x80\x93 30 November 2026", "2026-8/1 to 30"},
        {"Q1 2026/27 to Q3 2026/27", "2026-9/3"},
        {"Quarter 1 2026/27 compared with Quarter 4 2025/26", "2026-3/3"},
        {"Month 6 2026/27 (forecast to Month 12)", "2026-6/1"},
        {"Quarter 2 2026/27; forecast to end of Quarter 4", "2026-6/3"},
        {"August 2026, to Cabinet of 15 October 2026", "2026-7/1 to 15"},
    };
    struct report_period p;

    (void)state;
    for (size_t i = 0; i < sizeof(titles) / sizeof(titles[0]); i++) {
        print_message("%s\n", titles[i].text);
        assert_true(
            report_period_scan(str_of(titles[i].text), test_wording(), &p));
        assert_string_equal(said(&p), titles[i].want);
    }
    assert_false(report_period_scan(STR_LIT("Example Council, table 7"),
                                    test_wording(), &p));
}

static enum period_relation relation(const char *a, const char *b)
{
    struct report_period p;
    struct report_period base;

    assert_true(report_period_read(str_of(a), test_wording(), &p));
    assert_true(report_period_read(str_of(b), test_wording(), &base));
    return report_period_relation(p, base);
}

static void says_how_periods_stand_to_each_other(void **state)
{
    (void)state;
    assert_int_equal(relation("Month 6", "30 September 2026"), PERIOD_SAME);
    assert_int_equal(relation("Month 5", "30 September 2026"), PERIOD_BEFORE);
    assert_int_equal(relation("Month 7", "30 September 2026"), PERIOD_BEFORE);
    assert_int_equal(relation("Month 7 2026/27", "30 September 2026"),
                     PERIOD_AFTER);
    assert_int_equal(relation("Q1", "30 September 2026"), PERIOD_BEFORE);
    assert_int_equal(relation("Q2", "31 August 2026"), PERIOD_SAME);
    assert_int_equal(relation("Q2 2025/26", "30 September 2026"),
                     PERIOD_YEAR_BEFORE);
    assert_int_equal(relation("Month 12", "30 April 2026"), PERIOD_BEFORE);
    assert_int_equal(relation("2025/26", "30 April 2026"), PERIOD_YEAR_BEFORE);
    assert_int_equal(relation("2027", "30 April 2026"), PERIOD_YEAR_AFTER);
    assert_int_equal(relation("2020/21", "30 April 2026"), PERIOD_OTHER);
    assert_int_equal(relation("Q1 2026/27", "Q2"), PERIOD_OTHER);
    assert_int_equal(relation("Q1", "Q2"), PERIOD_BEFORE);
}

static void ends_on_a_day(void **state)
{
    struct report_period p;
    struct date d;

    (void)state;
    assert_true(report_period_read(STR_LIT("Q4 2027/28"), test_wording(), &p));
    d = report_period_end(p);
    assert_int_equal(d.year, 2028);
    assert_int_equal(d.month, 3);
    assert_int_equal(d.day, 31);
    assert_true(report_period_read(STR_LIT("Q4"), test_wording(), &p));
    assert_int_equal(report_period_end(p).year, 0);
    p = report_period_of_date((struct date){2027, 1, 31});
    assert_int_equal(p.year, 2026);
    assert_int_equal(p.month, 10);
    assert_int_equal(report_period_of_date((struct date){0}).months, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_months_quarters_and_years),
        cmocka_unit_test(refuses_what_says_more),
        cmocka_unit_test(finds_a_period_in_a_title),
        cmocka_unit_test(says_how_periods_stand_to_each_other),
        cmocka_unit_test(ends_on_a_day),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
