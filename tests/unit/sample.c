#include "tests/support/sample.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define LIMIT ((size_t)64 << 20)

static void assert_settled(struct doc *d)
{
    struct findings f;

    assert_int_equal(doc_status(d), ST_OK);
    findings_init(&f, d->arena);
    assert_int_equal(doc_check(d, &f), ST_OK);
    assert_int_equal(f.count, 0);
}

static void the_sample_report_is_a_settled_tree(void **state)
{
    struct arena a;
    struct doc d;

    (void)state;
    arena_init(&a, LIMIT);
    sample_report(&d, &a);
    assert_settled(&d);
    arena_free(&a);
}

static void the_sample_report_has_every_kind_but_covers(void **state)
{
    bool seen[DOC_KIND_MAX] = {[DOC_FRAGMENT] = true,
                               [DOC_GENERATOR_CALL] = true,
                               [DOC_COVER] = true,
                               [DOC_BLOCK] = true};
    struct doc_walk w;
    struct arena a;
    struct doc d;

    (void)state;
    arena_init(&a, LIMIT);
    sample_report(&d, &a);
    w = doc_walk(d.root);
    while (doc_walk_next(&w))
        seen[w.node->kind] = true;
    for (int kind = 0; kind < DOC_KIND_MAX; kind++) {
        if (!seen[kind])
            print_error("no %s\n", doc_kind_name((enum doc_kind)kind));
        assert_true(seen[kind]);
    }
    arena_free(&a);
}

static void the_big_table_is_a_settled_tree(void **state)
{
    struct arena a;
    struct doc d;

    (void)state;
    arena_init(&a, LIMIT);
    sample_doc(&d, &a);
    doc_heading(&d, d.root, 1, d.title);
    sample_big_table(&d, d.root, 100);
    assert_settled(&d);
    arena_free(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_sample_report_is_a_settled_tree),
        cmocka_unit_test(the_sample_report_has_every_kind_but_covers),
        cmocka_unit_test(the_big_table_is_a_settled_tree),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
