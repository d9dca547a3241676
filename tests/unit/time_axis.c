#include "figures/time_axis.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static int32_t day(int year, int month, int d)
{
    return date_days((struct date){(int16_t)year, (uint8_t)month, (uint8_t)d});
}

static struct time_axis axis(int32_t from, int32_t to)
{
    struct time_axis a = {.begun = false};

    time_axis_widen(&a, to, to);
    time_axis_widen(&a, from, from);
    time_axis_settle(&a);
    return a;
}

static void divides_by_its_length(void **state)
{
    struct time_axis a = axis(day(2026, 2, 27), day(2026, 4, 1));

    (void)state;
    assert_int_equal(a.step, STEP_WEEK);
    assert_int_equal(a.from, day(2026, 2, 1));
    assert_int_equal(a.to, day(2026, 5, 1));
    a = axis(day(2026, 1, 31), day(2027, 3, 1));
    assert_int_equal(a.step, STEP_MONTH);
    assert_int_equal(a.to, day(2027, 4, 1));
    a = axis(day(2026, 1, 31), day(2028, 12, 1));
    assert_int_equal(a.step, STEP_QUARTER);
    assert_int_equal(a.from, day(2026, 1, 1));
    assert_int_equal(a.to, day(2029, 1, 1));
    a = axis(day(2026, 1, 31), day(2030, 12, 1));
    assert_int_equal(a.step, STEP_YEAR);
    assert_int_equal(a.from, day(2025, 4, 1));
    assert_int_equal(a.to, day(2031, 4, 1));
}

static void steps_from_line_to_line(void **state)
{
    struct time_axis a = axis(day(2026, 11, 3), day(2026, 11, 20));

    (void)state;
    assert_int_equal(time_axis_next(&a, a.from), day(2026, 11, 2));
    assert_int_equal(time_axis_next(&a, day(2026, 11, 2)), day(2026, 11, 9));
    assert_int_equal(time_axis_next(&a, day(2026, 11, 30)), a.to);
    a = axis(day(2026, 1, 31), day(2028, 12, 1));
    assert_int_equal(time_axis_next(&a, day(2026, 2, 10)), day(2026, 4, 1));
    a = axis(day(2026, 1, 31), day(2030, 12, 1));
    assert_int_equal(time_axis_next(&a, a.from), day(2026, 4, 1));
}

static uint32_t count_names(const struct time_axis *a)
{
    uint32_t n = 0;

    for (int32_t d = a->from; d < a->to; d = time_axis_next(a, d))
        n += time_axis_is_named(a, d);
    return n;
}

static void names_that_stand_beside_each_other(void **state)
{
    struct time_axis a = axis(day(2026, 1, 1), day(2026, 12, 31));

    (void)state;
    assert_int_equal(count_names(&a), 12);
    a = axis(day(2026, 1, 1), day(2027, 3, 31));
    assert_int_equal(time_axis_count(&a), 15);
    assert_int_equal(count_names(&a), 8);
    a = axis(day(2026, 4, 1), day(2032, 3, 31));
    assert_int_equal(count_names(&a), 6);
    for (int16_t years = 7; years <= 60; years++) {
        a = axis(day(2026, 4, 1), day((int16_t)(2026 + years), 3, 31));
        assert_int_equal(time_axis_count(&a), years);
        assert_in_range(count_names(&a), 2, 6);
    }
    assert_true(time_axis_is_named(&a, day(2030, 4, 1)));
    assert_false(time_axis_is_named(&a, day(2035, 4, 1)));
    a = axis(day(2026, 11, 3), day(2026, 11, 20));
    assert_false(time_axis_is_named(&a, a.from));
    assert_true(time_axis_is_named(&a, day(2026, 11, 2)));
}

static void places_days_between_its_ends(void **state)
{
    const struct time_axis a = axis(day(2026, 4, 1), day(2026, 4, 30));
    const struct time_axis none = {.begun = false};

    (void)state;
    assert_int_equal(time_axis_place(&a, day(2026, 4, 1)), 0);
    assert_int_equal(time_axis_place(&a, day(2026, 4, 16)), 500000);
    assert_int_equal(time_axis_place(&a, day(2025, 1, 1)), 0);
    assert_int_equal(time_axis_place(&a, day(2027, 1, 1)), 1000000);
    assert_int_equal(time_axis_place(&none, 10), 0);
}

static void ends_with_the_calendar(void **state)
{
    const struct time_axis a = axis(day(1, 1, 1), day(9999, 12, 31));
    int steps = 0;

    (void)state;
    for (int32_t d = a.from; d < a.to; d = time_axis_next(&a, d))
        steps++;
    assert_in_range(steps, 9998, 10001);
}

static void knows_financial_years(void **state)
{
    (void)state;
    assert_int_equal(financial_year_of((struct date){2026, 3, 31}), 2025);
    assert_int_equal(financial_year_of((struct date){2026, 4, 1}), 2026);
    assert_int_equal(financial_quarter_of((struct date){2026, 3, 31}), 4);
    assert_int_equal(financial_quarter_of((struct date){2026, 4, 1}), 1);
    assert_int_equal(financial_quarter_of((struct date){2026, 12, 1}), 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(divides_by_its_length),
        cmocka_unit_test(steps_from_line_to_line),
        cmocka_unit_test(names_that_stand_beside_each_other),
        cmocka_unit_test(places_days_between_its_ends),
        cmocka_unit_test(ends_with_the_calendar),
        cmocka_unit_test(knows_financial_years),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
