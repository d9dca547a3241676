#include "output/pdf/pdf_syntax.h"

#include <string.h>

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define LIMIT ((size_t)1 << 20)

static struct buf b;

static int open_buf(void **state)
{
    (void)state;
    buf_init(&b, LIMIT);
    return 0;
}

static int close_buf(void **state)
{
    (void)state;
    buf_free(&b);
    return 0;
}

static void assert_written(const char *want)
{
    buf_char(&b, '\0');
    assert_int_equal(buf_status(&b), ST_OK);
    assert_string_equal(b.ptr, want);
    buf_clear(&b);
}

static void no_reader_takes_a_byte_for_syntax(void **state)
{
    static const char bytes[] = "A\n\x80()\\\r";
    char put[2 * sizeof(bytes)];
    char *end = put;

    (void)state;
    for (size_t i = 0; i < sizeof(bytes); i++)
        end = pdf_put_byte(end, (unsigned char)bytes[i]);
    assert_int_equal(end - put, 12);
    assert_memory_equal(put, "A\n\x80\\(\\)\\\\\\r", 12);
}

static void lengths_have_no_more_digits_than_they_need(void **state)
{
    static const struct {
        int64_t mpt;
        const char *want;
    } cases[] = {
        {0, "0"},
        {1, ".001"},
        {10, ".01"},
        {100, ".1"},
        {999, ".999"},
        {1000, "1"},
        {1010, "1.01"},
        {72125, "72.125"},
        {-500, "-.5"},
        {-1, "-.001"},
        {595276, "595.276"},
        {INT64_MIN, "-9223372036854775.808"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        pdf_write_mpt(&b, cases[i].mpt);
        assert_written(cases[i].want);
    }
}

static void ascii_is_a_literal_string(void **state)
{
    (void)state;
    pdf_write_text(&b, STR_LIT("a (b) \\ c"));
    assert_written("(a \\(b\\) \\\\ c)");
    pdf_write_text(&b, STR_LIT(""));
    assert_written("()");
}

static void anything_else_is_utf16(void **state)
{
    (void)state;
    pdf_write_text(&b, STR_LIT("ŷ"));
    assert_written("<FEFF0177>");
    pdf_write_text(&b, STR_LIT("\xf0\x9f\x93\x9a"));
    assert_written("<FEFFD83DDCDA>");
    pdf_write_text(&b, STR_LIT("a\nb"));
    assert_written("<FEFF0061000A0062>");
}

static void a_byte_that_is_no_utf8_is_replaced(void **state)
{
    (void)state;
    pdf_write_text(&b, STR_LIT("a\xff"));
    assert_written("<FEFF0061FFFD>");
    pdf_write_text(&b, STR_LIT("\xe2\x82"));
    assert_written("<FEFFFFFDFFFD>");
}

static void a_string_too_long_is_cut_between_characters(void **state)
{
    struct buf text;
    struct buf words;

    (void)state;
    buf_init(&text, LIMIT);
    buf_init(&words, LIMIT);
    for (int i = 0; i < 20000; i++)
        buf_puts(&text, "\xf0\x9f\x93\x9a");
    pdf_utf16(&words, buf_view(&text));
    assert_true(words.len <= PDF_STRING_MAX);
    assert_true(words.len > PDF_STRING_MAX - 6);
    assert_int_equal((words.len - 2) % 4, 0);

    buf_clear(&text);
    for (int i = 0; i < PDF_STRING_MAX + 1; i++)
        buf_char(&text, '(');
    pdf_write_text(&b, buf_view(&text));
    assert_true(b.len <= 2 + 2 * (size_t)PDF_STRING_MAX);
    assert_int_equal(b.ptr[0], '<');
    buf_free(&words);
    buf_free(&text);
}

static void names_are_escaped(void **state)
{
    (void)state;
    pdf_write_name(&b, STR_LIT("text/csv"));
    assert_written("/text#2Fcsv");
    pdf_write_name(&b, STR_LIT("a b#(c)\xc5"));
    assert_written("/a#20b#23#28c#29#C5");
}

static void colours_go_from_nought_to_one(void **state)
{
    (void)state;
    pdf_write_colour(&b, 0x000000);
    assert_written("0 0 0");
    pdf_write_colour(&b, 0xffffff);
    assert_written("1 1 1");
    pdf_write_colour(&b, 0x0180fe);
    assert_written(".004 .502 .996");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_buf, close_buf)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(no_reader_takes_a_byte_for_syntax),
        TEST(lengths_have_no_more_digits_than_they_need),
        TEST(ascii_is_a_literal_string),
        TEST(anything_else_is_utf16),
        TEST(a_byte_that_is_no_utf8_is_replaced),
        TEST(a_string_too_long_is_cut_between_characters),
        TEST(names_are_escaped),
        TEST(colours_go_from_nought_to_one),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
