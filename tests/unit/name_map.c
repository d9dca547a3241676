/*
 * A table from names to numbers: core/base/name_map.c.
 */
#include "core/base/name_map.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

#define NAMES 20000

static struct str name_of(struct arena *a, unsigned i)
{
    return arena_printf(a, "name-%u", i);
}

static void finds_what_was_added_and_nothing_else(void **state)
{
    struct name_map m;
    struct arena a;

    (void)state;
    arena_init(&a, 1 << 20);
    name_map_init(&m, &a, 7);
    assert_int_equal(name_map_get(&m, STR_LIT("a")), 0);
    name_map_add(&m, STR_LIT("a"), 3);
    name_map_add(&m, STR_LIT("b"), 4);
    name_map_add(&m, STR_LIT("a"), 5);
    name_map_add(&m, STR_LIT(""), 6);
    assert_int_equal(name_map_get(&m, STR_LIT("a")), 3);
    assert_int_equal(name_map_get(&m, STR_LIT("b")), 4);
    assert_int_equal(name_map_get(&m, STR_LIT("")), 6);
    assert_int_equal(name_map_get(&m, STR_LIT("ab")), 0);
    arena_free(&a);
}

/* Steps, not time: twice as many names take twice as many. */
static void takes_a_step_a_name(void **state)
{
    struct name_map m;
    struct arena a;

    (void)state;
    arena_init(&a, 1 << 26);
    name_map_init(&m, &a, 7);
    for (unsigned i = 0; i < NAMES; i++)
        name_map_add(&m, name_of(&a, i), i + 1);
    m.steps = 0;
    for (unsigned i = 0; i < NAMES; i++)
        assert_int_equal(name_map_get(&m, name_of(&a, i)), i + 1);
    assert_true(m.steps <= NAMES + NAMES / 100);
    arena_free(&a);
}

static void keeps_nothing_without_memory(void **state)
{
    struct name_map m;
    struct arena a;

    (void)state;
    arena_init(&a, 1000);
    name_map_init(&m, &a, 7);
    name_map_add(&m, STR_LIT("a"), 3);
    name_map_add(&m, STR_LIT("b"), 4);
    assert_int_not_equal(arena_status(&a), ST_OK);
    assert_int_equal(name_map_get(&m, STR_LIT("c")), 0);
    arena_free(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_what_was_added_and_nothing_else),
        cmocka_unit_test(takes_a_step_a_name),
        cmocka_unit_test(keeps_nothing_without_memory),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
