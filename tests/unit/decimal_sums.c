#include "core/value/decimal.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

/* xorshift64: the same numbers in every run. */
static uint64_t next_random(uint64_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    return *seed;
}

/* Of all magnitudes, not only of the largest. */
static struct decimal random_decimal(uint64_t *seed)
{
    const uint64_t bits = next_random(seed);
    const int64_t n = (int64_t)(bits >> (1 + next_random(seed) % 62));
    const uint8_t scale =
        (uint8_t)(next_random(seed) % (DECIMAL_SCALE_MAX + 1));

    return (struct decimal){bits & 1 ? n : -n, scale};
}

static void subtracting_undoes_adding(void **state)
{
    uint64_t seed = 42;
    int sums = 0;

    (void)state;
    for (int i = 0; i < 100000; i++) {
        const struct decimal a = random_decimal(&seed);
        const struct decimal b = random_decimal(&seed);
        struct decimal sum;
        struct decimal other;
        struct decimal back;

        if (!decimal_add(a, b, &sum))
            continue;
        sums++;
        assert_true(decimal_add(b, a, &other));
        assert_int_equal(decimal_compare(sum, other), 0);
        if (decimal_subtract(sum, b, &back))
            assert_int_equal(decimal_compare(a, back), 0);
        assert_int_equal(decimal_compare(sum, a),
                         decimal_compare(b, (struct decimal){0, 0}));
    }
    assert_true(sums > 50000);
}

static void dividing_undoes_multiplying(void **state)
{
    uint64_t seed = 7;
    int products = 0;

    (void)state;
    for (int i = 0; i < 100000; i++) {
        const struct decimal a = random_decimal(&seed);
        const struct decimal b = random_decimal(&seed);
        struct decimal product;
        struct decimal back;

        if (b.coefficient == 0 || !decimal_multiply(a, b, &product))
            continue;
        products++;
        assert_true(decimal_divide(product, b, a.scale, &back));
        assert_int_equal(decimal_compare(a, back), 0);
    }
    assert_true(products > 20000);
}

static void print_plain(struct decimal d, char *out, size_t size)
{
    const uint64_t n = d.coefficient < 0 ? 0 - (uint64_t)d.coefficient
                                         : (uint64_t)d.coefficient;
    uint64_t power = 1;

    for (unsigned i = 0; i < d.scale; i++)
        power *= 10;
    if (d.scale == 0)
        (void)snprintf(out, size, "%s%llu", d.coefficient < 0 ? "-" : "",
                       (unsigned long long)n);
    else
        (void)snprintf(out, size, "%s%llu.%0*llu", d.coefficient < 0 ? "-" : "",
                       (unsigned long long)(n / power), d.scale % 10,
                       (unsigned long long)(n % power));
}

static void reads_back_what_was_printed(void **state)
{
    uint64_t seed = 1;

    (void)state;
    for (int i = 0; i < 100000; i++) {
        const struct decimal d = random_decimal(&seed);
        struct decimal back;
        char text[80];

        print_plain(d, text, sizeof(text));
        assert_int_equal(decimal_read(str_of(text), STR_LIT(""), &back),
                         NUMBER_OK);
        assert_true(back.coefficient == d.coefficient);
        assert_int_equal(back.scale, d.scale);
    }
}

static void rounds_half_away_from_zero(void **state)
{
    static const struct {
        struct decimal from;
        uint8_t scale;
        int64_t to;
    } cases[] = {
        {{125, 2}, 1, 13},
        {{-125, 2}, 1, -13},
        {{124, 2}, 1, 12},
        {{-124, 2}, 1, -12},
        {{5, 1}, 0, 1},
        {{-5, 1}, 0, -1},
        {{49, 2}, 0, 0},
        {{-49, 2}, 0, 0},
        {{999, 3}, 2, 100},
        {{3, 0}, 2, 300},
        {{0, 9}, 0, 0},
        {{INT64_MAX, 1}, 0, INT64_C(922337203685477581)},
        {{INT64_MIN, 0}, 0, INT64_MIN},
    };
    struct decimal d = {7, 7};

    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        assert_true(decimal_round(cases[i].from, cases[i].scale, &d));
        assert_true(d.coefficient == cases[i].to);
        assert_int_equal(d.scale, cases[i].scale);
    }
}

static void divides_and_rounds_half_away_from_zero(void **state)
{
    struct decimal q;

    (void)state;
    assert_true(
        decimal_divide((struct decimal){1, 0}, (struct decimal){3, 0}, 4, &q));
    assert_true(q.coefficient == 3333);
    assert_true(
        decimal_divide((struct decimal){-2, 0}, (struct decimal){3, 0}, 4, &q));
    assert_true(q.coefficient == -6667);
    assert_true(
        decimal_divide((struct decimal){1, 0}, (struct decimal){-8, 0}, 2, &q));
    assert_true(q.coefficient == -13);
    assert_true(decimal_divide((struct decimal){38474400, 2},
                               (struct decimal){123394, 0}, 2, &q));
    assert_true(q.coefficient == 312);
    assert_true(decimal_divide((struct decimal){INT64_MIN, 0},
                               (struct decimal){1, 0}, 0, &q));
    assert_true(q.coefficient == INT64_MIN);
}

static void leaves_the_result_alone_when_it_does_not_fit(void **state)
{
    const struct decimal most = {INT64_MAX, 0};
    const struct decimal least = {INT64_MIN, 0};
    const struct decimal one = {1, 0};
    struct decimal d = {5, 5};

    (void)state;
    assert_false(decimal_add(most, one, &d));
    assert_false(decimal_subtract(least, one, &d));
    assert_false(decimal_add(most, (struct decimal){1, 9}, &d));
    assert_false(decimal_multiply(most, most, &d));
    assert_false(decimal_multiply(least, (struct decimal){-1, 0}, &d));
    assert_false(
        decimal_multiply((struct decimal){3, 9}, (struct decimal){3, 9}, &d));
    assert_false(decimal_divide(one, (struct decimal){0, 3}, 2, &d));
    assert_false(decimal_divide(one, one, DECIMAL_SCALE_MAX + 1, &d));
    assert_false(decimal_divide(least, (struct decimal){-1, 0}, 0, &d));
    assert_false(decimal_round(most, 1, &d));
    assert_false(decimal_round(one, DECIMAL_SCALE_MAX + 1, &d));
    assert_true(d.coefficient == 5 && d.scale == 5);
}

static void keeps_a_product_that_fits_once_its_zeros_are_gone(void **state)
{
    struct decimal d;

    (void)state;
    assert_true(
        decimal_multiply((struct decimal){50, 9}, (struct decimal){20, 2}, &d));
    assert_true(d.coefficient == 10 && d.scale == 9);
}

static void compares_across_scales(void **state)
{
    (void)state;
    assert_int_equal(
        decimal_compare((struct decimal){10, 1}, (struct decimal){1, 0}), 0);
    assert_int_equal(decimal_compare((struct decimal){INT64_MAX, 0},
                                     (struct decimal){INT64_MAX, 9}),
                     1);
    assert_int_equal(
        decimal_compare((struct decimal){-1, 9}, (struct decimal){0, 0}), -1);
    assert_int_equal(
        decimal_compare(decimal_pence(150), (struct decimal){15, 1}), 0);
    assert_int_equal(decimal_compare(decimal_unsigned((struct decimal){-15, 1}),
                                     decimal_unsigned((struct decimal){15, 1})),
                     0);
    assert_true(decimal_unsigned((struct decimal){INT64_MIN, 0}).coefficient >
                0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(subtracting_undoes_adding),
        cmocka_unit_test(dividing_undoes_multiplying),
        cmocka_unit_test(reads_back_what_was_printed),
        cmocka_unit_test(rounds_half_away_from_zero),
        cmocka_unit_test(divides_and_rounds_half_away_from_zero),
        cmocka_unit_test(leaves_the_result_alone_when_it_does_not_fit),
        cmocka_unit_test(keeps_a_product_that_fits_once_its_zeros_are_gone),
        cmocka_unit_test(compares_across_scales),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
