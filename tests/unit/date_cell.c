#include "core/value/date_cell.h"
#include "tests/support/wording.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

struct date_case {
    const char *text;
    enum date_form form;
    int year, month, day;
    unsigned traits;
};

#define EITHER DATE_TRAIT_EITHER
#define PROVEN DATE_TRAIT_PROVEN
#define TIME DATE_TRAIT_TIME
#define FAR_YEAR DATE_TRAIT_FAR_YEAR

static void check_dates(const struct date_case *cases, size_t n,
                        enum date_order order)
{
    const struct calendar_words *words = &test_wording()->calendar;

    for (size_t i = 0; i < n; i++) {
        unsigned traits = 0xFF;
        struct date d;

        print_message("%s\n", cases[i].text);
        assert_int_equal(
            date_cell_read(str_of(cases[i].text), words, order, &d, &traits),
            cases[i].form);
        assert_int_equal(d.year, cases[i].year);
        assert_int_equal(d.month, cases[i].month);
        assert_int_equal(d.day, cases[i].day);
        assert_int_equal(traits, cases[i].traits);
    }
}

static void reads_dates_as_they_are_exported(void **state)
{
    static const struct date_case cases[] = {
        {"01/02/2013", DATE_OK, 2013, 2, 1, EITHER},
        {"02/02/2013", DATE_OK, 2013, 2, 2, 0},
        {"25/02/2013", DATE_OK, 2013, 2, 25, PROVEN},
        {"1-2-13", DATE_OK, 2013, 2, 1, EITHER},
        {"31/12/69", DATE_OK, 2069, 12, 31, PROVEN | FAR_YEAR},
        {"31/12/49", DATE_OK, 2049, 12, 31, PROVEN},
        {"31/12/70", DATE_OK, 1970, 12, 31, PROVEN},
        {"2013-02-01", DATE_OK, 2013, 2, 1, 0},
        {"2013/02/01", DATE_OK, 2013, 2, 1, 0},
        {"2013.2.1", DATE_OK, 2013, 2, 1, 0},
        {"2013-2-1", DATE_OK, 2013, 2, 1, 0},
        {"20130201", DATE_OK, 2013, 2, 1, 0},
        {"1 Feb 13", DATE_OK, 2013, 2, 1, 0},
        {"1 February 2013", DATE_OK, 2013, 2, 1, 0},
        {"01-Feb-13", DATE_OK, 2013, 2, 1, 0},
        {" 2013-02-01 ", DATE_OK, 2013, 2, 1, 0},
        {"2013-02-01T00:00:00", DATE_OK, 2013, 2, 1, 0},
        {"2013-02-01T00:00:00.000", DATE_OK, 2013, 2, 1, 0},
        {"2013-02-01T00:00:00Z", DATE_OK, 2013, 2, 1, 0},
        {"2013-02-01T00:00:00+01:00", DATE_OK, 2013, 2, 1, 0},
        {"2013-02-01Z", DATE_OK, 2013, 2, 1, 0},
        {" 2013-02-01+01:00 ", DATE_OK, 2013, 2, 1, 0},
        {"2013-02-01-05:00", DATE_OK, 2013, 2, 1, 0},
        {"01/02/2013 00:00", DATE_OK, 2013, 2, 1, EITHER},
        {"01/02/2013 12:00:00 AM", DATE_OK, 2013, 2, 1, EITHER},
        {"01/02/2013 12:00:00 PM", DATE_OK, 2013, 2, 1, EITHER | TIME},
        {"25/02/2013 9:30", DATE_OK, 2013, 2, 25, PROVEN | TIME},
        {"25/02/2013 00:00:01", DATE_OK, 2013, 2, 25, PROVEN | TIME},
        {"1 Feb 2013 10:30am", DATE_OK, 2013, 2, 1, TIME},
    };

    (void)state;
    check_dates(cases, sizeof(cases) / sizeof(*cases), DATE_ORDER_DAY);
}

static void reads_the_month_first_where_it_is_said_to_be(void **state)
{
    static const struct date_case cases[] = {
        {"02/01/2013", DATE_OK, 2013, 2, 1, EITHER},
        {"02/25/2013", DATE_OK, 2013, 2, 25, PROVEN},
        {"2-25-13", DATE_OK, 2013, 2, 25, PROVEN},
        {"25/02/2013", DATE_DAY_FIRST, 0, 0, 0, PROVEN},
        {"2013-02-25", DATE_OK, 2013, 2, 25, 0},
        {"25 February 2013", DATE_OK, 2013, 2, 25, 0},
    };

    (void)state;
    check_dates(cases, sizeof(cases) / sizeof(*cases), DATE_ORDER_MONTH);
}

static void says_what_else_a_cell_is(void **state)
{
    static const struct date_case cases[] = {
        {"02/25/2013", DATE_MONTH_FIRST, 0, 0, 0, PROVEN},
        {"41306", DATE_SERIAL, 2013, 2, 1, 0},
        {"2011-12", DATE_NO_DAY, 0, 0, 0, 0},
        {"2012/13", DATE_NO_DAY, 0, 0, 0, 0},
        {"5 October", DATE_NO_YEAR, 0, 0, 0, 0},
        {"31/06/2012", DATE_NO_SUCH_DAY, 0, 0, 0, PROVEN},
        {"2013-13-01", DATE_NO_SUCH_DAY, 0, 0, 0, 0},
        {"2013-02-300", DATE_NOT_A_DATE, 0, 0, 0, 0},
        {"20131301", DATE_NO_SUCH_DAY, 0, 0, 0, 0},
        {"99991231", DATE_NOT_A_DATE, 0, 0, 0, 0},
        {"5 Oct 2012 25:00", DATE_NOT_A_DATE, 0, 0, 0, 0},
        {"5 Oct 2012 10:61", DATE_NOT_A_DATE, 0, 0, 0, 0},
        {"10:30", DATE_TIME, 0, 0, 0, 0},
        {"00:00.0", DATE_TIME, 0, 0, 0, 0},
        {"25:00", DATE_NOT_A_DATE, 0, 0, 0, 0},
        {"2013-02-01-05", DATE_NOT_A_DATE, 0, 0, 0, 0},
        {"2013-02-01+05:", DATE_NOT_A_DATE, 0, 0, 0, 0},
        {"2013-02-30Z", DATE_NO_SUCH_DAY, 0, 0, 0, 0},
        {"5 Oct 012", DATE_NOT_A_DATE, 0, 0, 0, 0},
        {"05/10-2012", DATE_NOT_A_DATE, 0, 0, 0, 0},
        {"05/10/2012/1", DATE_NOT_A_DATE, 0, 0, 0, 0},
        {"9/9/9", DATE_NOT_A_DATE, 0, 0, 0, 0},
        {"999999999/1/2012", DATE_NOT_A_DATE, 0, 0, 0, 0},
        {"/", DATE_NOT_A_DATE, 0, 0, 0, 0},
        {":", DATE_NOT_A_DATE, 0, 0, 0, 0},
        {" :00", DATE_NOT_A_DATE, 0, 0, 0, 0},
        {"", DATE_NOT_A_DATE, 0, 0, 0, 0},
        {"Ongoing", DATE_NOT_A_DATE, 0, 0, 0, 0},
    };

    (void)state;
    check_dates(cases, sizeof(cases) / sizeof(*cases), DATE_ORDER_DAY);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_dates_as_they_are_exported),
        cmocka_unit_test(reads_the_month_first_where_it_is_said_to_be),
        cmocka_unit_test(says_what_else_a_cell_is),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
