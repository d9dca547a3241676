#include "core/base/arena.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define LIMIT ((size_t)1024 * 1024)

static bool all_zero(const unsigned char *p, size_t n)
{
    while (n > 0 && p[n - 1] == 0)
        n--;
    return n == 0;
}

/* Of all sizes around those at which a block is added, each is filled, so
   that one that overlaps another is found out. */
static void hands_out_zeroed_memory_that_does_not_overlap(void **state)
{
    static const size_t sizes[] = {1,     7,     8,     16,    17,    1000,
                                   16383, 16384, 16385, 40000, 65536, 70000};
    unsigned char *blocks[48];
    struct arena a;

    (void)state;
    arena_init(&a, 4 * LIMIT);
    for (size_t i = 0; i < 48; i++) {
        const size_t size = sizes[i % 12];

        blocks[i] = arena_alloc(&a, 1, size);
        assert_non_null(blocks[i]);
        assert_int_equal((uintptr_t)blocks[i] % ARENA_ALIGNMENT, 0);
        assert_true(all_zero(blocks[i], size));
        memset(blocks[i], (int)i + 1, size);
    }
    for (size_t i = 0; i < 48; i++) {
        for (size_t k = 0; k < sizes[i % 12]; k++)
            assert_true(blocks[i][k] == i + 1);
    }
    assert_int_equal(arena_status(&a), ST_OK);
    arena_free(&a);
}

static void refuses_a_count_that_wraps(void **state)
{
    static const struct {
        size_t count, size;
    } cases[] = {{SIZE_MAX, 1},         {1, SIZE_MAX},
                 {SIZE_MAX, SIZE_MAX},  {SIZE_MAX / 2, 2},
                 {SIZE_MAX / 8 + 2, 8}, {2, SIZE_MAX / 2 + 1}};

    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        struct arena a;

        arena_init(&a, SIZE_MAX);
        assert_null(arena_alloc(&a, cases[i].count, cases[i].size));
        assert_int_equal(arena_status(&a), ST_LIMIT);
        arena_free(&a);
    }
}

static void stops_at_its_limit_and_stays_there(void **state)
{
    struct arena a;

    (void)state;
    arena_init(&a, 160);
    assert_non_null(arena_alloc(&a, 10, 16));
    assert_null(arena_alloc(&a, 1, 1));
    assert_int_equal(arena_status(&a), ST_LIMIT);
    assert_null(arena_alloc(&a, 0, 0));
    assert_null(arena_cstr(&a, STR_LIT("")));
    assert_null(arena_str(&a, STR_LIT("x")).ptr);
    assert_int_equal(arena_str(&a, STR_LIT("x")).len, 0);
    assert_int_equal(arena_printf(&a, "x").len, 0);
    arena_free(&a);
}

static void keeps_its_first_failure(void **state)
{
    struct arena a;

    (void)state;
    arena_init(&a, LIMIT);
    arena_fail(&a, ST_NOMEM);
    arena_fail(&a, ST_LIMIT);
    assert_int_equal(arena_status(&a), ST_NOMEM);
    assert_null(arena_alloc(&a, 1, 1));
    arena_free(&a);
}

static void copies_text_with_a_nul_behind_it(void **state)
{
    struct arena a;
    struct str s;

    (void)state;
    arena_init(&a, LIMIT);
    s = arena_str(&a, STR_LIT("a\0b"));
    assert_int_equal(s.len, 3);
    assert_memory_equal(s.ptr, "a\0b", 4);
    s = arena_str(&a, (struct str){NULL, 0});
    assert_int_equal(s.len, 0);
    assert_string_equal(s.ptr, "");
    assert_string_equal(arena_cstr(&a, STR_LIT("abc")), "abc");
    s = arena_printf(&a, "%d %.*s", -5, STR_ARG(STR_LIT("text")));
    assert_int_equal(s.len, 7);
    assert_string_equal(s.ptr, "-5 text");
    s = arena_printf(&a, "%070000d", 1);
    assert_int_equal(s.len, 70000);
    assert_int_equal(arena_status(&a), ST_OK);
    arena_free(&a);
}

/* Short texts have no gaps between them, and what is behind them stands as it
   must. */
static void lays_texts_side_by_side(void **state)
{
    struct arena a;

    (void)state;
    arena_init(&a, LIMIT);
    for (size_t i = 0; i < 100; i++) {
        const char *text = arena_printf(&a, "%zu", i % 10).ptr;
        const uint64_t *number;

        assert_string_equal(arena_cstr(&a, STR_LIT("x")), "x");
        assert_int_equal(*text, '0' + (char)(i % 10));
        if (i % 10 > 0)
            continue;
        number = arena_alloc(&a, 1, sizeof(*number));
        assert_int_equal((uintptr_t)number % ARENA_ALIGNMENT, 0);
        assert_true(*number == 0);
    }
    assert_true(a.used < 800);
    assert_int_equal(arena_status(&a), ST_OK);
    arena_free(&a);
}

static void joins_texts(void **state)
{
    const struct str parts[] = {
        STR_LIT("8"), STR_LIT(""), STR_LIT(" May"), {NULL, 0}};
    const struct str endless[] = {{"x", SIZE_MAX - 1}, {"x", SIZE_MAX - 1}};
    struct arena a;

    (void)state;
    arena_init(&a, LIMIT);
    assert_string_equal(arena_join(&a, parts, 4).ptr, "8 May");
    assert_int_equal(arena_join(&a, parts, 4).len, 5);
    assert_string_equal(arena_join(&a, parts, 0).ptr, "");
    assert_null(arena_join(&a, endless, 2).ptr);
    assert_int_equal(arena_status(&a), ST_LIMIT);
    assert_int_equal(arena_join(&a, parts, 4).len, 0);
    arena_free(&a);
}

static void counts_texts_towards_its_limit(void **state)
{
    struct arena a;

    (void)state;
    arena_init(&a, 20);
    assert_non_null(arena_cstr(&a, STR_LIT("four")));
    assert_null(arena_alloc(&a, 1, 16)); /* it would begin at the 17th */
    assert_int_equal(arena_status(&a), ST_LIMIT);
    arena_free(&a);
    arena_init(&a, 20);
    assert_non_null(arena_cstr(&a, STR_LIT("nineteen characters")));
    assert_null(arena_cstr(&a, STR_LIT("")));
    assert_int_equal(arena_status(&a), ST_LIMIT);
    arena_free(&a);
}

static void can_be_filled_again_after_it_was_freed(void **state)
{
    struct arena a;

    (void)state;
    arena_init(&a, LIMIT);
    for (int i = 0; i < 3; i++) {
        assert_non_null(arena_alloc(&a, 1, LIMIT));
        arena_free(&a);
    }
    assert_int_equal(arena_status(&a), ST_OK);
}

static void says_how_many_times_the_usual_it_may_take(void **state)
{
    static const struct {
        size_t limit;
        size_t times;
    } cases[] = {
        {0, 1},
        {ARENA_USUAL_LIMIT - 1, 1},
        {ARENA_USUAL_LIMIT, 1},
        {2 * ARENA_USUAL_LIMIT, 2},
        {5 * ARENA_USUAL_LIMIT + 1, 5},
        {SIZE_MAX, 64},
    };

    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct arena a;

        arena_init(&a, cases[i].limit);
        assert_int_equal(arena_times(&a), cases[i].times);
        arena_free(&a);
    }
}

static void takes_what_a_buffer_holds(void **state)
{
    struct arena a;
    struct buf b;
    struct str text;

    (void)state;
    arena_init(&a, LIMIT);
    buf_init(&b, 8);
    buf_puts(&b, "words");
    text = arena_take(&a, &b);
    assert_true(str_is(text, "words"));
    assert_int_equal(text.ptr[text.len], '\0');
    assert_null(b.ptr);
    buf_init(&b, 8);
    buf_puts(&b, "more than eight");
    assert_int_equal(arena_take(&a, &b).len, 0);
    assert_int_equal(arena_status(&a), ST_LIMIT);
    arena_free(&a);
}

static void a_part_counts_and_ends_with_the_whole(void **state)
{
    struct arena a;
    struct arena *first;
    struct arena *second;
    size_t alone;

    (void)state;
    arena_init(&a, LIMIT);
    first = arena_part(&a);
    second = arena_part(&a);
    assert_non_null(arena_alloc(&a, 1, 100));
    alone = a.used;
    assert_non_null(arena_alloc(first, 1000, 8));
    assert_non_null(arena_alloc(first, 1, 50000));
    assert_true(arena_str(second, STR_LIT("words")).len == 5);
    assert_int_equal(a.used, alone + first->used + second->used);
    arena_free(first);
    assert_int_equal(first->used, 0);
    assert_int_equal(a.used, alone + second->used);
    assert_non_null(arena_alloc(first, 1, 8)); /* filled again */
    assert_int_equal(arena_status(first), ST_OK);
    arena_free(&a);
    assert_int_equal(a.used, 0);
    assert_non_null(arena_part(&a));
    arena_free(&a);
}

static void a_part_fails_as_the_whole_does(void **state)
{
    struct arena a;
    struct arena *part;

    (void)state;
    arena_init(&a, LIMIT);
    part = arena_part(&a);
    assert_non_null(arena_alloc(&a, 1, LIMIT / 2));
    assert_null(arena_alloc(part, 1, LIMIT / 2));
    assert_int_equal(arena_status(&a), ST_LIMIT);
    assert_int_equal(arena_status(part), ST_LIMIT);
    assert_null(arena_alloc(part, 1, 1));
    assert_null(arena_cstr(part, STR_LIT("x")));
    assert_null(arena_part(&a));
    arena_free(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hands_out_zeroed_memory_that_does_not_overlap),
        cmocka_unit_test(refuses_a_count_that_wraps),
        cmocka_unit_test(stops_at_its_limit_and_stays_there),
        cmocka_unit_test(keeps_its_first_failure),
        cmocka_unit_test(copies_text_with_a_nul_behind_it),
        cmocka_unit_test(lays_texts_side_by_side),
        cmocka_unit_test(joins_texts),
        cmocka_unit_test(counts_texts_towards_its_limit),
        cmocka_unit_test(can_be_filled_again_after_it_was_freed),
        cmocka_unit_test(takes_what_a_buffer_holds),
        cmocka_unit_test(a_part_counts_and_ends_with_the_whole),
        cmocka_unit_test(a_part_fails_as_the_whole_does),
        cmocka_unit_test(says_how_many_times_the_usual_it_may_take),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
