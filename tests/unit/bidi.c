#include "output/font/bidi.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

static void knows_what_needs_no_order(void **state)
{
    (void)state;
    assert_false(bidi_is_needed(STR_LIT("")));
    assert_false(bidi_is_needed(STR_LIT("Café – £12 ŵŷ ελ “x” \xFF")));
    assert_true(bidi_is_needed(STR_LIT("a ד")));
    assert_true(bidi_is_needed(STR_LIT("محمد")));
    assert_true(bidi_is_needed(STR_LIT("٢٠٢٦")));
    assert_true(bidi_is_needed(STR_LIT("a\xE2\x80\x8F")));
    assert_true(bidi_is_needed(STR_LIT("\xF0\x90\xA4\x80"))); /* Phoenician */
}

/* The levels of the characters of TEXT, a digit each. */
static void expect_levels(const char *text, const char *levels)
{
    uint8_t found[256];
    char shown[256];
    size_t n = 0;

    assert_true(bidi_levels(str_of(text), found));
    for (size_t i = 0; text[i] != '\0'; i++) {
        if (((unsigned char)text[i] & 0xC0) != 0x80)
            shown[n++] = (char)('0' + found[i]);
        else
            assert_int_equal(found[i], found[i - 1]);
    }
    shown[n] = '\0';
    assert_string_equal(shown, levels);
}

static void levels_are_those_of_the_standard(void **state)
{
    (void)state;
    expect_levels("ab", "00");
    expect_levels("a דו ב.", "0011110");
    expect_levels("ABאב123דה.", "0011222110");
    expect_levels("שלום, 12–14 בית”", "1111112212211110");
    expect_levels("a\nא", "001");
    expect_levels("דו (5)", "111121");
    expect_levels("", "");
}

static void expect_order(const char *levels, const char *order)
{
    const size_t n = strlen(levels);
    uint8_t given[32] = {0};
    uint32_t found[32];
    char shown[33];

    for (size_t i = 0; i < n; i++)
        given[i] = (uint8_t)(levels[i] - '0');
    bidi_order(given, found, n);
    for (size_t i = 0; i < n; i++)
        shown[i] = (char)('a' + found[i]);
    shown[n] = '\0';
    assert_string_equal(shown, order);
}

static void orders_pieces_as_they_are_seen(void **state)
{
    (void)state;
    expect_order("", "");
    expect_order("000", "abc");
    expect_order("0110", "acbd");
    expect_order("1111", "dcba");
    expect_order("11221", "ecdba");
    expect_order("0112100", "aedcbfg");
    expect_order("2", "a");
    expect_order("0220", "abcd");
    expect_order("12321", "ebcda");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_what_needs_no_order),
        cmocka_unit_test(levels_are_those_of_the_standard),
        cmocka_unit_test(orders_pieces_as_they_are_seen),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
