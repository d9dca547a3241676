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
    /* U+00A0, U+2009, U+3000, U+2028; U+FEFF and U+200B are nothing. */
    assert_true(str_is(str_trim(STR_LIT("\xC2\xA0\xE2\x80\x89"
                                        "a\xC2\xA0"
                                        "b\xE3\x80\x80\xE2\x80\xA8 ")),
                       "a\xC2\xA0"
                       "b"));
    assert_true(
        str_is(str_trim(STR_LIT("\xEF\xBB\xBF\xE2\x80\x8B\xC2\xA0")), ""));
    /* Half a character, U+00E9, U+0085 are no space. */
    assert_true(str_is(str_trim(STR_LIT("\xA0")), "\xA0"));
    assert_true(
        str_is(str_trim(STR_LIT("\x80\x80\x80\x80")), "\x80\x80\x80\x80"));
    assert_true(str_is(str_trim(STR_LIT("\xC3\xA9")), "\xC3\xA9"));
    assert_true(str_is(str_trim(STR_LIT("\xC2\x85")), "\xC2\x85"));
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
    assert_true(str_ends_alike(STR_LIT("a.XML"), STR_LIT(".xml")));
    assert_true(str_ends_alike(STR_LIT("a"), (struct str){NULL, 0}));
    assert_false(str_ends_alike(STR_LIT("xml"), STR_LIT(".xml")));
    assert_false(str_ends_alike(STR_LIT("a.xmls"), STR_LIT(".xml")));
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

static void assert_same(const char *a, const char *b)
{
    assert_true(str_same_word(str_of(a), str_of(b)));
    assert_true(str_same_word(str_of(b), str_of(a)));
    assert_true(str_word_hash(str_of(a), 7) == str_word_hash(str_of(b), 7));
}

static void assert_other(const char *a, const char *b)
{
    assert_false(str_same_word(str_of(a), str_of(b)));
    assert_false(str_same_word(str_of(b), str_of(a)));
}

/* What people and programs type for one another. */
static void knows_a_word_in_all_of_unicode(void **state)
{
    (void)state;
    assert_same("Children's services", "CHILDREN\xE2\x80\x99S SERVICES");
    assert_same("Children's", "Children\xCA\xBCs"); /* U+02BC, a letter */
    assert_same("Children's", "Children\xC2\xB4s"); /* U+00B4 */
    assert_same("'a'", "\xE2\x80\x9C"
                       "a\xE2\x80\x9D");
    assert_same("Annual cost", "Annual\xC2\xA0"
                               "cost");
    assert_same("Annual cost", "Annual\xE2\x80\xAF"
                               "cost\xE3\x80\x80");
    assert_same("Sub-total", "Sub\xE2\x80\x91total"); /* U+2011 */
    assert_same("Sub-total", "Sub \xE2\x80\x93 total");
    assert_same("Sub-total", "Sub\xE2\x88\x92total"); /* U+2212 */
    assert_same("internationalisation", "inter\xC2\xADnational\xE2\x80\x8B"
                                        "isation");
    assert_same("Amount", "Amount (\xC2\xA3)");
    assert_same("Amount", "Amount, \xE2\x82\xAC");
    assert_same("\xEF\xBB\xBFName", "Name");
    assert_same("\xC5\xB4Y", "\xC5\xB5y"); /* W with circumflex */
    assert_same("\xCE\xA3\xCE\x91\xCE\xA3", "\xCF\x83\xCE\xB1\xCF\x82");
    assert_same("Stra\xC3\x9F"
                "e",
                "STRASSE");
    assert_same("100%", "100\xEF\xBC\x85"); /* U+FF05 */
    assert_same("x\xEF\xB8\x8F", "X");      /* variation selector */
}

static void tells_accents_from_none(void **state)
{
    (void)state;
    assert_same("Caf\xC3\xA9", "Cafe\xCC\x81");
    assert_same("Caf\xC3\xA9", "CAFE\xCC\x81");
    /* Above and below, in either order, the one or the other composed. */
    assert_same("\xE1\xBA\xB9\xCC\x81", "e\xCC\x81\xCC\xA3");
    assert_same("\xC3\xA9\xCC\xA3", "e\xCC\xA3\xCC\x81");
    /* Hangul, as one character and as its parts. */
    assert_same("\xEA\xB0\x81", "\xE1\x84\x80\xE1\x85\xA1\xE1\x86\xA8");
    assert_same("\xE2\x84\xAA", "k"); /* the sign of Kelvin */
    assert_other("Caf\xC3\xA9", "Cafe");
    assert_other("a\xCC\x81", "a\xCC\x80");
    assert_other("\xE2\x9C\x93", "\xE2\x9C\x97"); /* a tick and a cross */
    assert_other("\xE2\x9C\x93", "");
    assert_other("m", "m\xC2\xB2");
    assert_other("share", "share \xEF\xBC\x85");
    assert_other("5%", "5\xE2\x80\xB0");
    assert_other("\xFF", "\xFE");
    assert_other("a\xFF", "a");
}

/* A text of many marks costs no more than its length. */
static void compares_any_row_of_marks(void **state)
{
    char a[4002];
    char b[4002];

    (void)state;
    a[0] = b[0] = 'a';
    for (size_t i = 1; i + 1 < sizeof(a); i += 2) {
        a[i] = b[i] = (char)0xCC;
        a[i + 1] = (char)(i % 4 == 1 ? 0x81 : 0xA3);
        b[i + 1] = a[i + 1];
    }
    assert_true(str_same_word((struct str){a, 4001}, (struct str){b, 4001}));
    b[4000] = (char)0x80;
    assert_false(str_same_word((struct str){a, 4001}, (struct str){b, 4001}));
}

static void says_how_much_a_beginning_takes(void **state)
{
    size_t len = 0;

    (void)state;
    assert_true(str_starts_folded(STR_LIT("CLICK HERE now"),
                                  STR_LIT("click here"), &len));
    assert_int_equal(len, 10);
    assert_true(str_starts_folded(STR_LIT("Don\xE2\x80\x99t know"),
                                  STR_LIT("don't"), &len));
    assert_int_equal(len, 7);
    assert_true(
        str_starts_folded(STR_LIT("\xC5\xB4y"), STR_LIT("\xC5\xB5"), &len));
    assert_int_equal(len, 2);
    assert_true(str_starts_folded(STR_LIT("a"), none, &len));
    assert_int_equal(len, 0);
    assert_false(str_starts_folded(STR_LIT("clic"), STR_LIT("click"), &len));
    assert_false(str_starts_folded(none, STR_LIT("a"), &len));
    /* Signs of ASCII are no case of each other, nor of letters. */
    assert_false(str_starts_folded(STR_LIT("a[x"), STR_LIT("a{x"), &len));
    assert_false(str_starts_folded(STR_LIT("a-x"), STR_LIT("a.x"), &len));
    assert_false(str_starts_folded(STR_LIT("a\rx"), STR_LIT("a-x"), &len));
    assert_true(str_starts_folded(STR_LIT("Zz\xC3\x89Z!"),
                                  STR_LIT("zZ\xC3\xA9z"), &len));
    assert_int_equal(len, 5);
    /* Not inside a letter, of one character or two. */
    assert_false(str_starts_folded(STR_LIT("\xC3\xA9"), STR_LIT("e"), &len));
    assert_false(str_starts_folded(STR_LIT("e\xCC\x81"), STR_LIT("e"), &len));
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
    assert_int_equal(str_nearest(STR_LIT("r\xC3\xB4le"), words, 4), 3);
    assert_int_equal(str_nearest(STR_LIT("a\xC2\xADmo\xC2\xADunt"), words, 4),
                     0);
    assert_int_equal(str_nearest(STR_LIT("amount"), words, 0), -1);
    for (size_t i = 0; i < sizeof(text) - 1; i++)
        text[i] = 'a';
    assert_int_equal(str_nearest(str_of(text), words, 4), -1);
}

static void keeps_signs_of_data_apart(void **state)
{
    static const char *const unlike[][2] = {
        {"18+", "18"},
        {"<18", "18"},
        {"<18", ">18"},
        {"18+", "+18"},
        {"C", "C++"},
        {"C", "C#"},
        {"-5", "5"},
        {"A-", "A"},
        {"A", "A+"},
        {"1.2", "12"},
        {"1/2", "12"},
        {"10-15", "1015"},
        {"1.2", "1/2"},
        {"\xC2\xA3"
         "5",
         "5"},
        {"\xE2\x88\x92"
         "5",
         "5"},
        {"5%", "5"},
        {"\xE2\x89\xA4 5", "5"},
        {"\xE2\x9C\x93", "\xE2\x9C\x97"}, /* a tick and a cross */
        {"*", "**"},
        {"", "."},
    };
    static const char *const like[][2] = {
        {"18+", "18 +"},
        {"Co-op", "coop"},
        {"a - b", "A b"},
        {"1,000", "1000"},
        {"2026-27", "2026/27"},
        {"St. John's", "st johns"},
        {"-5", "\xE2\x88\x92"
               "5"},
        {"n/a", "NA"},
        {"(a)", "a"},
        {"R&D", "R D"},
        {"\xE2\x80\x93", " -"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof(unlike) / sizeof(unlike[0]); i++)
        assert_false(str_same_text(str_of(unlike[i][0]), str_of(unlike[i][1])));
    for (size_t i = 0; i < sizeof(like) / sizeof(like[0]); i++)
        assert_true(str_same_text(str_of(like[i][0]), str_of(like[i][1])));
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
        cmocka_unit_test(knows_a_word_in_all_of_unicode),
        cmocka_unit_test(tells_accents_from_none),
        cmocka_unit_test(compares_any_row_of_marks),
        cmocka_unit_test(says_how_much_a_beginning_takes),
        cmocka_unit_test(offers_the_nearest_word),
        cmocka_unit_test(keeps_signs_of_data_apart),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
