#include "core/base/text_order.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* Each of TEXTS comes before all that stand behind it. */
static void stand_in_order(const char *const *texts, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        for (size_t k = 0; k < n; k++) {
            const int order = text_order(str_of(texts[i]), str_of(texts[k]));

            if ((order > 0) - (order < 0) != (i > k) - (i < k))
                fail_msg("`%s` beside `%s` is %d", texts[i], texts[k], order);
        }
    }
}

static void takes_figures_as_figures(void **state)
{
    static const char *const texts[] = {
        "",   "0",   "00",    "1",   "01",   "9",    "10",    "R",
        "R0", "R00", "R00.1", "R1",  "R01",  "R001", "R01.2", "R1.10",
        "R2", "R2a", "R09",   "R10", "R010", "R 1",
    };

    (void)state;
    /* a space comes before figures */
    stand_in_order(texts, 7);
    stand_in_order(texts + 7, 14);
    assert_true(text_order(STR_LIT("R 1"), STR_LIT("R1")) < 0);
}

static void noughts_decide_where_nothing_else_does(void **state)
{
    (void)state;
    assert_true(text_order(STR_LIT("R01 b"), STR_LIT("R1 a")) > 0);
    assert_true(text_order(STR_LIT("R01 a"), STR_LIT("R1 a")) > 0);
    assert_true(text_order(STR_LIT("1-02"), STR_LIT("01-2")) < 0);
    assert_true(text_order(STR_LIT("000"), STR_LIT("1")) < 0);
    assert_true(text_order(STR_LIT("A000"), STR_LIT("A0")) > 0);
}

static void takes_figures_of_any_length(void **state)
{
    (void)state;
    assert_true(text_order(STR_LIT("99999999999999999999999"),
                           STR_LIT("100000000000000000000000")) < 0);
    assert_true(text_order(STR_LIT("000000000000000000000009"), STR_LIT("10")) <
                0);
}

static void case_and_dashes_do_not_count(void **state)
{
    (void)state;
    assert_int_equal(text_order(STR_LIT("r1"), STR_LIT("R1")), 0);
    assert_int_equal(text_order(STR_LIT("a–b"), STR_LIT("A-B")), 0);
    assert_true(text_order(STR_LIT("bread"), STR_LIT("R1")) < 0);
    assert_true(text_order(STR_LIT("élan"), STR_LIT("R1")) < 0);
    assert_true(text_order(STR_LIT("\xff"), STR_LIT("z")) > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_figures_as_figures),
        cmocka_unit_test(noughts_decide_where_nothing_else_does),
        cmocka_unit_test(takes_figures_of_any_length),
        cmocka_unit_test(case_and_dashes_do_not_count),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
