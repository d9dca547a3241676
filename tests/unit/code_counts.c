#include "batch/code_counts.h"
#include "core/base/arena.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static struct code_counts counts_of(const char *const *texts, size_t n)
{
    struct code_counts counts = {0};

    for (size_t i = 0; i < n; i++)
        code_counts_add(&counts, str_of(texts[i]));
    return counts;
}

static void counts_errors_and_warnings_of_a_report(void **state)
{
    struct findings findings;
    struct arena arena;
    struct buf out;

    (void)state;
    arena_init(&arena, 1 << 20);
    buf_init(&out, 1 << 20);
    findings_init(&findings, &arena);
    (void)finding(&findings, FINDING_SUM, NOWHERE, "a");
    (void)finding(&findings, FINDING_SUM, NOWHERE, "b");
    (void)finding(&findings, FINDING_ASSUMED, NOWHERE, "a note");
    (void)finding(&findings, FINDING_BAD_XML, NOWHERE, "c");
    (void)finding(&findings, FINDING_SUM, NOWHERE, "published so");
    finding_acknowledge(&findings, STR_LIT("it was"));
    code_counts_write(&findings, &out);
    assert_true(str_is(buf_view(&out), "bad-xml 1\nsum 2\n") ||
                str_is(buf_view(&out), "sum 2\nbad-xml 1\n"));
    buf_free(&out);
    arena_free(&arena);
}

static void adds_reports_and_puts_what_helps_most_first(void **state)
{
    static const char *const texts[] = {"sum 2\nlong-table 1\n",
                                        "sum 40\nbad-xml 1\nlong-table 1\n",
                                        "long-table 1\nacross 1\n", ""};
    const struct code_counts counts = counts_of(texts, 4);
    struct code_count order[FINDING_MAX];

    (void)state;
    assert_int_equal(code_counts_order(&counts, order), 4);
    assert_int_equal(order[0].id, FINDING_SUM);
    assert_int_equal(order[0].findings, 42);
    assert_int_equal(order[0].reports, 2);
    assert_int_equal(order[1].id, FINDING_ACROSS);
    assert_int_equal(order[2].id, FINDING_BAD_XML);
    assert_int_equal(order[3].id, FINDING_LONG_TABLE); /* a warning */
    assert_int_equal(order[3].reports, 3);
}

static void passes_over_what_a_worker_may_not_say(void **state)
{
    static const char *const texts[] = {
        "",          "\n",
        "sum",       "sum ",
        "sum 0",     "sum -1",
        "sum 1x",    "sum 9999999999",
        "no-code 1", " 1",
        "sum  1",    "SUM 1",
        "sum 1 ",    "sum 18446744073709551617"};
    const struct code_counts counts =
        counts_of(texts, sizeof(texts) / sizeof(texts[0]));
    struct code_count order[FINDING_MAX];

    (void)state;
    assert_int_equal(code_counts_order(&counts, order), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_errors_and_warnings_of_a_report),
        cmocka_unit_test(adds_reports_and_puts_what_helps_most_first),
        cmocka_unit_test(passes_over_what_a_worker_may_not_say),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
