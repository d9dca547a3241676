#include "figures/scale.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static struct decimal d(int64_t coefficient, uint8_t scale)
{
    return (struct decimal){coefficient, scale};
}

static void begins_at_nought(void **state)
{
    struct scale s = {0};

    (void)state;
    scale_widen(&s, d(250, 2));
    assert_int_equal(scale_place(&s, d(0, 0)), 0);
    assert_int_equal(scale_place(&s, d(25, 1)), SCALE_WIDTH);
    assert_int_equal(scale_place(&s, d(125, 2)), SCALE_WIDTH / 2);
}

static void keeps_figures_between_its_ends(void **state)
{
    struct scale s = {0};

    (void)state;
    scale_widen(&s, d(-100, 0));
    scale_widen(&s, d(300, 0));
    assert_int_equal(scale_place(&s, d(0, 0)), 250000);
    assert_int_equal(scale_place(&s, d(-101, 0)), 0);
    assert_int_equal(scale_place(&s, d(301, 0)), SCALE_WIDTH);
    assert_int_equal(scale_place(&s, d(100, 0)), 500000);
}

static void an_empty_one_has_one_place(void **state)
{
    const struct scale s = {0};

    (void)state;
    assert_int_equal(scale_place(&s, d(0, 2)), 0);
    assert_int_equal(scale_place(&s, d(5, 0)), SCALE_WIDTH);
}

static void makes_room_on_the_shorter_side(void **state)
{
    struct scale s = {0};
    struct scale one_side = {0};

    (void)state;
    scale_widen(&s, d(700, 2));
    scale_widen(&s, d(-1, 2));
    scale_make_room(&s, 3);
    assert_int_equal(scale_place(&s, d(0, 0)), 300000);
    s = (struct scale){0};
    scale_widen(&s, d(-700, 2));
    scale_widen(&s, d(1, 2));
    scale_make_room(&s, 3);
    assert_int_equal(scale_place(&s, d(0, 0)), 700000);
    scale_widen(&one_side, d(7, 0));
    scale_make_room(&one_side, 3);
    assert_int_equal(scale_place(&one_side, d(0, 0)), 0);
}

static void keeps_figures_that_are_as_large_as_can_be(void **state)
{
    struct scale s = {0};

    (void)state;
    scale_widen(&s, d(INT64_MAX, 0));
    scale_widen(&s, d(INT64_MIN + 1, 0));
    scale_make_room(&s, 3);
    assert_int_equal(scale_place(&s, d(INT64_MAX, 0)), SCALE_WIDTH);
    assert_int_equal(scale_place(&s, d(0, 0)), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(begins_at_nought),
        cmocka_unit_test(keeps_figures_between_its_ends),
        cmocka_unit_test(an_empty_one_has_one_place),
        cmocka_unit_test(makes_room_on_the_shorter_side),
        cmocka_unit_test(keeps_figures_that_are_as_large_as_can_be),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
