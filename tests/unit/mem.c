/*
 * The count of failed allocations, and what a library hides: core/base/mem.c.
 */
#include "core/base/mem.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <errno.h>

/* What malloc() does when it fails. */
static void run_short(void)
{
    errno = ENOMEM;
}

static void a_shortage_that_a_library_hides_is_seen_and_counted(void **state)
{
    const unsigned long failures = mem_failures();
    const unsigned long shortages = mem_shortages();

    (void)state;
    mem_watch();
    run_short();
    assert_true(mem_went_short());
    assert_int_equal(mem_failures(), failures + 1);
    assert_int_equal(mem_shortages(), shortages + 1);
}

static void what_failed_before_the_watch_is_not_seen(void **state)
{
    const unsigned long failures = mem_failures();

    (void)state;
    run_short();
    mem_watch();
    assert_false(mem_went_short());
    assert_int_equal(mem_failures(), failures);
}

static void an_allocation_that_succeeds_hides_nothing(void **state)
{
    void *p;

    (void)state;
    mem_watch();
    run_short();
    p = mem_alloc(100);
    assert_non_null(p);
    mem_free(p);
    assert_true(mem_went_short());
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_shortage_that_a_library_hides_is_seen_and_counted),
        cmocka_unit_test(what_failed_before_the_watch_is_not_seen),
        cmocka_unit_test(an_allocation_that_succeeds_hides_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
