#include "core/base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void reads_back_every_scalar_value(void **state)
{
    struct buf b;

    (void)state;
    buf_init(&b, 16);
    for (uint32_t c = 0; c <= 0x10FFFF; c++) {
        struct str s;

        if (c == 0xD800)
            c = 0xE000;
        buf_clear(&b);
        utf8_put(&b, c);
        s = buf_view(&b);
        assert_true(s.len == (c < 0x80      ? 1
                              : c < 0x800   ? 2
                              : c < 0x10000 ? 3
                                            : 4));
        assert_true(utf8_next(&s) == c);
        assert_true(s.len == 0);
    }
    assert_int_equal(buf_status(&b), ST_OK);
    buf_free(&b);
}

static void refuses_what_is_no_valid_sequence(void **state)
{
    static const struct str bad[] = {
        STR_INIT("\x80"), /* a continuation alone */
        STR_INIT("\xBF\xBF"),
        STR_INIT("\xC0\x80"), /* overlong NUL */
        STR_INIT("\xC1\xBF"),
        STR_INIT("\xC3"), /* cut short */
        STR_INIT("\xC3\x28"),
        STR_INIT("\xE0\x80\xAF"), /* overlong slash */
        STR_INIT("\xE0\x9F\xBF"),
        STR_INIT("\xE2\x82"),
        STR_INIT("\xE2\x82\x28"),
        STR_INIT("\xED\xA0\x80"), /* a surrogate */
        STR_INIT("\xED\xBF\xBF"),
        STR_INIT("\xF0\x8F\xBF\xBF"), /* overlong */
        STR_INIT("\xF0\x9F\x98"),
        STR_INIT("\xF4\x90\x80\x80"), /* beyond U+10FFFF */
        STR_INIT("\xF5\x80\x80\x80"),
        STR_INIT("\xFE"),
        STR_INIT("\xFF"),
    };

    (void)state;
    for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
        struct str s = bad[i];

        assert_true(utf8_next(&s) == UTF8_BAD);
        assert_int_equal(s.len, bad[i].len - 1);
        assert_int_equal(utf8_valid(bad[i]), 0);
    }
}

static void says_where_text_stops_being_valid(void **state)
{
    (void)state;
    assert_int_equal(utf8_valid(STR_LIT("")), 0);
    assert_int_equal(utf8_valid(STR_LIT("caf\xC3\xA9")), 5);
    assert_int_equal(utf8_valid(STR_LIT("caf\xE9 bar")), 3);
    assert_int_equal(utf8_valid(STR_LIT("\xE2\x82\xAC\xE2\x82")), 3);
}

static void counts_characters_and_bad_bytes(void **state)
{
    (void)state;
    assert_int_equal(utf8_count(STR_LIT("")), 0);
    assert_int_equal(utf8_count(STR_LIT("caf\xC3\xA9")), 4);
    assert_int_equal(utf8_count(STR_LIT("\xE2\x82\xAC\xFF\xFF")), 3);
}

static void writes_no_surrogate(void **state)
{
    struct buf b;

    (void)state;
    buf_init(&b, 16);
    utf8_put(&b, 0xD800);
    utf8_put(&b, 0x110000);
    utf8_put(&b, UTF8_BAD);
    assert_true(str_is(buf_view(&b), "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"));
    buf_free(&b);
}

static void writes_out_what_a_terminal_would_act_on(void **state)
{
    static const struct {
        struct str text;
        const char *want;
    } cases[] = {
        {STR_INIT("caf\xC3\xA9 \xE2\x82\xAC"
                  "5"),
         "caf\xC3\xA9 \xE2\x82\xAC"
         "5"},
        {STR_INIT("a\x1B[31mred"), "a\\x1b[31mred"},
        {STR_INIT("\xC2\x9B"
                  "31m"),
         "\\x9b31m"},
        {STR_INIT("a\nb\rc\td"), "a\\nb\\rc\\td"},
        {STR_INIT("\0\x7F"), "\\x00\\x7f"},
        {STR_INIT("a\xE2\x80\xAE"
                  "b"),
         "a\\u{202e}b"},
        {STR_INIT("\xE2\x81\xA6\xE2\x81\xA9"), "\\u{2066}\\u{2069}"},
        {STR_INIT("\xE2\x80\x8B\xEF\xBB\xBF"), "\\u{200b}\\u{feff}"},
        {STR_INIT("\xF3\xA0\x81\x81"), "\\u{e0041}"},
        {STR_INIT("caf\xE9"), "caf\\xe9"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        struct buf b;

        buf_init(&b, 100);
        utf8_visible(&b, cases[i].text);
        assert_true(str_is(buf_view(&b), cases[i].want));
        buf_free(&b);
    }
}

static void knows_how_wide_a_character_is(void **state)
{
    (void)state;
    assert_int_equal(utf8_columns('a'), 1);
    assert_int_equal(utf8_columns(0xE9), 1);
    assert_int_equal(utf8_columns(0x2013), 1);
    assert_int_equal(utf8_columns(0x301), 0);  /* a combining acute */
    assert_int_equal(utf8_columns(0xFE0F), 0); /* a variation selector */
    assert_int_equal(utf8_columns(0x4E2D), 2);
    assert_int_equal(utf8_columns(0xFF21), 2);
    assert_int_equal(utf8_columns(0x1F600), 2);
    assert_int_equal(utf8_columns(0x10FFFF), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_back_every_scalar_value),
        cmocka_unit_test(refuses_what_is_no_valid_sequence),
        cmocka_unit_test(says_where_text_stops_being_valid),
        cmocka_unit_test(counts_characters_and_bad_bytes),
        cmocka_unit_test(writes_no_surrogate),
        cmocka_unit_test(writes_out_what_a_terminal_would_act_on),
        cmocka_unit_test(knows_how_wide_a_character_is),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
