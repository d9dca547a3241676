/*
 * Functions and conditions on rows, at their edges: figures/expression_rows.c,
 * expression_value.c.
 */
#include "tests/support/desk_rows.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static void counts_rows_that_hold(void **state)
{
    struct desk *d = *state;

    prints(d, "count(costs)", "4");
    prints(d, "count(costs, rag=R)", "2");
    prints(d, "count(costs, rag = 'R')", "2");
    prints(d, "count(costs, rag = 'red' and amount > 1000)", "1");
    prints(d, "count(costs, rag=Red, group=Roads)", "1");
    prints(d, "count(costs, group=Roads, amount < 0 or days = 1)", "2");
    prints(d, "count(costs, not rag = 'Red')", "2");
    prints(d, "count(costs, amount >= 100)", "2");
    prints(d, "count(costs, amount != 100)", "3");
    prints(d, "count(costs, due < '6 October 2012')", "2");
    prints(d, "count(costs, due is empty)", "1");
    prints(d, "count(costs, amount > under)", "2");
    prints(d, "count(nothing)", "0");
    prints(d, "count(nothing, amount > 0)", "0");
}

static void takes_figures_of_rows(void **state)
{
    struct desk *d = *state;

    prints(d, "sum(costs.amount)", "£1,350,060");
    prints(d, "sum(costs.amount, group = 'Roads')", "£60");
    prints(d, "sum(costs.days)", "3.5");
    prints(d, "sum(costs.amount, rag = 'Green')", "-£40");
    prints(d, "sum(nothing.amount)", "£0");
    prints(d, "min(costs.amount)", "-£40");
    prints(d, "max(costs.amount)|millions(2)", "£1.35m");
    prints(d, "mean(costs.amount, group = 'Roads')", "£30");
    prints(d, "mean(costs.days)", "1.167");
    prints(d, "first(costs.item, rag = 'Green')", "B");
    prints(d, "last(costs.item)", "D");
    prints(d, "min(costs.due)", "1 October 2012");
    prints(d, "sum(costs.amount) - costs.total", "£0");
    prints(d, "costs.total.days", "3.5");
    prints(d, "sum(later.amount)", "£100");
    assert_non_null(strstr(reading_faults(&d->t.reading, true),
                           "cell C3 has no figure yet"));
}

static void reckons_with_figures(void **state)
{
    struct desk *d = *state;

    prints(d, "one + many", "13");
    prints(d, "many - one - one", "10");
    prints(d, "under + large|pounds", "£1,349,962");
    prints(d, "nought + large", "£1,350,000");
    prints(d, "open + large", "To be confirmed");
    prints(d, "share(under, large)", "0.0%");
    prints(d, "share(one, many)", "8.3%");
    prints(d, "share(one, many)|percent(0)", "8%");
    prints(d, "share(many, one)|percent(2)", "1,200.00%");
    prints(d, "share(one, none)", "Not applicable");
    prints(d,
           "share(sum(costs.amount, group = 'Roads'), costs.total)|percent(3)",
           "0.004%");
    is(d, "one + one = 2", true);
    is(d, "one + many > many and not one - one > 0", true);
    fails(d, "one + large", "a number and money are not of one type");
    fails(d, "share(one, large)", "share() takes two figures of one type");
    fails(d, "share(one)", "share() takes two figures");
    fails(d, "share(one, one, one, one)", "no further argument");
}

static const struct date holidays[] = {
    {2026, 4, 3}, {2026, 4, 6}, {2026, 12, 25}, {2026, 12, 28}, {2027, 1, 1},
};
static const struct calendar calendar = {
    .id = "test",
    .span = {{2026, 1, 1}, {2027, 1, 31}},
    .holidays = holidays,
    .nholidays = COUNT(holidays),
};

static void counts_working_days(void **state)
{
    struct desk *d = *state;

    fails(d, "working-days('2026-04-02', 1)", "names no calendar");
    fails(d, "clear-working-days(d1, d1)", "names no calendar");
    prints(d, "clear-days('2026-05-18', '2026-06-16')", "28");
    d->t.template.calendar = &calendar;
    prints(d, "working-days('2 April 2026', 1)", "7 April 2026");
    prints(d, "working-days('2026-04-03', 0)", "7 April 2026");
    prints(d, "working-days('2026-04-07', 0)", "7 April 2026");
    prints(d, "working-days('2026-04-14', -6)", "2 April 2026");
    prints(d, "working-days('2026-12-23', 5)", "4 January 2027");
    prints(d, "working-days('2026-12-23', 6)|date('{weekday}')", "Tuesday");
    prints(d, "working-days(d1, one)", "2 March 2026");
    prints(d, "working-days('2026-12-23', '5')", "4 January 2027");
    fails(d, "working-days('2026-12-23', 'five')", "a whole number of days");
    prints(d, "working-days(d5, one) is empty", "Yes");
    prints(d, "clear-working-days('2026-04-02', '2026-04-14')", "5");
    prints(d, "clear-working-days('2026-04-07', '2026-04-07')", "0");
    prints(d, "clear-working-days('2026-04-14', '2026-04-02')", "0");
    prints(d, "clear-days('2026-06-16', '2026-05-18')", "0");
    is(d, "clear-working-days('2026-04-02', '2026-04-14') >= 5", true);
    is(d, "clear-working-days(d6, d1)", false);
    fails(d, "working-days(d1, half)", "a whole number of days");
    fails(d, "working-days(one, one)", "here stands a number");
    fails(d, "working-days(t1, one)", "which `ap Huw` is not");
    fails(d, "working-days(d1)", "takes two arguments");
    fails(d, "clear-days(d1, one)", "here stands a number");
    fails(d, "clear-days(one, d1)", "here stands a number");
    fails(d, "working-days('2027-01-29', 1)",
          "from 2027-01-29 cannot be counted: the calendar `test` knows "
          "2026-01-01 to 2027-01-31");
    fails(d, "working-days('2026-01-01', -1)", "cannot be counted");
    fails(d, "working-days('2028-01-01', 0)", "cannot be counted");
    fails(d, "clear-working-days('2027-01-29', '2027-02-02')",
          "from 2027-02-02 cannot be counted");
    fails(d, "clear-working-days('2025-12-31', '2026-02-02')",
          "from 2025-12-31 cannot be counted");
}

static void names_what_can_never_be(void **state)
{
    struct desk *d = *state;

    fails(d, "count(costs, rag=Rde)", "`Rde` is no choice of column `rag`");
    fails(d, "count(costs, rag = 'Rde')", "did you mean `Red`?");
    fails(d, "costs[A].rag = 'Amber'", "`Amber` is no choice");
    fails(d, "count(costs, colour = 'Red')", "there is no column `colour`");
    fails(d, "count(nothing, colour=Red)", "there is no column `colour`");
    fails(d, "sum(costs.colour)", "there is no column `colour`");
    fails(d, "sum(costs)", "name one of its columns");
    fails(d, "sum(costs.item)", "this column holds no figures");
    fails(d, "max(nothing.amount)", "no row that holds has a figure");
    fails(d, "count(costs, count(costs) > 1)", "asks for no other rows");
    fails(d, "sum(secret.amount)", "rests on what is internal");
    fails(d, "count(costs, rag=Red, rag=Green)", "no row can be both");
    fails(d, "count(costs, rag = 'Red' and rag = 'Green')", "no row can be");
    is(d, "count(costs, rag = 'Red' or rag = 'Green') = 4", true);
    is(d, "count(costs, rag = 'n/a') > 0", false);
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, desk_rows_open, desk_close)
    const struct CMUnitTest tests[] = {
        TEST(counts_rows_that_hold),   TEST(takes_figures_of_rows),
        TEST(reckons_with_figures),    TEST(counts_working_days),
        TEST(names_what_can_never_be),
    };
#undef TEST

    return cmocka_run_group_tests(tests, NULL, NULL);
}
