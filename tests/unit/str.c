#include "core/base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const struct str none = {NULL, 0};

static void takes_a_null_pointer_for_nothing(void **state)
{
    struct str rest = none;

    (void)state;
    assert_int_equal(str_of(NULL).len, 0);
    assert_true(str_eq(none, STR_LIT("")));
    assert_int_equal(str_cmp(none, STR_LIT("")), 0);
    assert_true(str_cmp(none, STR_LIT("a")) < 0);
    assert_true(str_starts(none, none));
    assert_true(str_ends(none, none));
    assert_int_equal(str_from(none, 5).len, 0);
    assert_null(str_from(none, 5).ptr);
    assert_int_equal(str_to(none, 5).len, 0);
    assert_int_equal(str_trim(none).len, 0);
    assert_int_equal(str_find(none, STR_LIT("a")), 0);
    assert_int_equal(str_find(none, none), 0);
    assert_int_equal(str_find_char(none, 'a'), 0);
    assert_int_equal(str_cut(&rest, ',').len, 0);
    assert_true(str_same_word(none, none));
    assert_int_equal(str_nearest(none, NULL, 0), -1);
}

static void compares_bytes(void **state)
{
    (void)state;
    assert_true(str_is(STR_LIT("abc"), "abc"));
    assert_false(str_is(STR_LIT("abc"), "abcd"));
    assert_false(str_is(STR_LIT("a\0c"), "a"));
    assert_true(str_cmp(STR_LIT("a"), STR_LIT("b")) < 0);
    assert_true(str_cmp(STR_LIT("ab"), STR_LIT("a")) > 0);
    assert_true(str_cmp(STR_LIT("\xC3"), STR_LIT("a")) > 0);
    assert_true(str_starts(STR_LIT("abc"), STR_LIT("ab")));
    assert_false(str_starts(STR_LIT("ab"), STR_LIT("abc")));
    assert_true(str_ends(STR_LIT("abc"), STR_LIT("bc")));
    assert_false(str_ends(STR_LIT("bc"), STR_LIT("abc")));
}

static void cuts_at_any_length(void **state)
{
    const struct str s = STR_LIT("abc");

    (void)state;
    assert_true(str_is(str_from(s, 0), "abc"));
    assert_true(str_is(str_from(s, 2), "c"));
    assert_true(str_is(str_from(s, 3), ""));
    assert_true(str_is(str_from(s, SIZE_MAX), ""));
    assert_ptr_equal(str_from(s, SIZE_MAX).ptr, s.ptr + 3);
    assert_true(str_is(str_to(s, 2), "ab"));
    assert_true(str_is(str_to(s, SIZE_MAX), "abc"));
}

static void trims_space_at_both_ends(void **state)
{
    (void)state;
    assert_true(str_is(str_trim(STR_LIT(" \t\r\n a b \f\v")), "a b"));
    assert_true(str_is(str_trim(STR_LIT("   ")), ""));
    assert_true(str_is(str_trim(STR_LIT("a")), "a"));
}

static void finds_the_first(void **state)
{
    (void)state;
    assert_int_equal(str_find(STR_LIT("ababc"), STR_LIT("abc")), 2);
    assert_int_equal(str_find(STR_LIT("aab"), STR_LIT("ab")), 1);
    assert_int_equal(str_find(STR_LIT("abc"), STR_LIT("abc")), 0);
    assert_int_equal(str_find(STR_LIT("abc"), STR_LIT("c")), 2);
    assert_int_equal(str_find(STR_LIT("abc"), STR_LIT("cd")), 3);
    assert_int_equal(str_find(STR_LIT("abc"), STR_LIT("abcd")), 3);
    assert_int_equal(str_find(STR_LIT("abc"), STR_LIT("")), 0);
    assert_int_equal(str_find_char(STR_LIT("abc"), 'c'), 2);
    assert_int_equal(str_find_char(STR_LIT("abc"), 'x'), 3);
}

static void cuts_off_words(void **state)
{
    struct str s = STR_LIT(" \t one\ntwo\r\n ");

    (void)state;
    assert_true(str_is(str_cut_word(&s), "one"));
    assert_true(str_is(s, "two"));
    assert_true(str_is(str_cut_word(&s), "two"));
    assert_int_equal(str_cut_word(&s).len, 0);
    s = (struct str){NULL, 0};
    assert_int_equal(str_cut_word(&s).len, 0);
}

static void starts_alike_but_for_case(void **state)
{
    (void)state;
    assert_true(str_starts_alike(STR_LIT("HTTPS://x"), STR_LIT("https://")));
    assert_true(str_starts_alike(STR_LIT("a"), (struct str){NULL, 0}));
    assert_false(str_starts_alike(STR_LIT("http"), STR_LIT("https")));
    assert_false(str_starts_alike(STR_LIT("\xC3\x89t"), STR_LIT("\xC3\xA9t")));
    assert_false(str_starts_alike(STR_LIT("[x"), STR_LIT("{x")));
}

static void cuts_off_what_is_before_a_separator(void **state)
{
    struct str s = STR_LIT("a,,b,");

    (void)state;
    assert_true(str_is(str_cut(&s, ','), "a"));
    assert_true(str_is(str_cut(&s, ','), ""));
    assert_true(str_is(str_cut(&s, ','), "b"));
    assert_int_equal(s.len, 0);
    assert_true(str_is(str_cut(&s, ','), ""));
    s = STR_LIT("abc");
    assert_true(str_is(str_cut(&s, ','), "abc"));
    assert_int_equal(s.len, 0);
}

static void knows_a_word_in_any_dress(void **state)
{
    (void)state;
    assert_true(str_same_word(STR_LIT("Sub-total"), STR_LIT("SUB TOTAL")));
    assert_true(str_same_word(STR_LIT(" n/a. "), STR_LIT("NA")));
    assert_true(str_same_word(STR_LIT("caf\xC3\xA9"), STR_LIT("CAF\xC3\xA9")));
    assert_false(str_same_word(STR_LIT("total"), STR_LIT("totals")));
    assert_false(str_same_word(STR_LIT("totals"), STR_LIT("total")));
    assert_false(str_same_word(STR_LIT("share"), STR_LIT("share %")));
    assert_false(str_same_word(STR_LIT("2012/13"), STR_LIT("2012/14")));
}

static void offers_the_nearest_word(void **state)
{
    static const struct str words[] = {STR_INIT("amount"), STR_INIT("label"),
                                       STR_INIT("rate"), STR_INIT("role")};
    char text[200] = {0};

    (void)state;
    assert_int_equal(str_nearest(STR_LIT("amount"), words, 4), 0);
    assert_int_equal(str_nearest(STR_LIT("Ammount"), words, 4), 0);
    assert_int_equal(str_nearest(STR_LIT("lable"), words, 4), 1);
    assert_int_equal(str_nearest(STR_LIT("rates"), words, 4), 2);
    assert_int_equal(str_nearest(STR_LIT("rtae"), words, 4), 2);
    assert_int_equal(str_nearest(STR_LIT("xyz"), words, 4), -1);
    assert_int_equal(str_nearest(STR_LIT("amount"), words, 0), -1);
    for (size_t i = 0; i < sizeof(text) - 1; i++)
        text[i] = 'a';
    assert_int_equal(str_nearest(str_of(text), words, 4), -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_a_null_pointer_for_nothing),
        cmocka_unit_test(compares_bytes),
        cmocka_unit_test(cuts_at_any_length),
        cmocka_unit_test(trims_space_at_both_ends),
        cmocka_unit_test(finds_the_first),
        cmocka_unit_test(cuts_off_what_is_before_a_separator),
        cmocka_unit_test(cuts_off_words),
        cmocka_unit_test(starts_alike_but_for_case),
        cmocka_unit_test(knows_a_word_in_any_dress),
        cmocka_unit_test(offers_the_nearest_word),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
