#include "output/pdf/pdf_codes.h"

#include <string.h>

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static struct buf b;

static int open_buf(void **state)
{
    (void)state;
    buf_init(&b, (size_t)1 << 20);
    return 0;
}

static int close_buf(void **state)
{
    (void)state;
    buf_free(&b);
    return 0;
}

static const char *printed(void)
{
    buf_char(&b, '\0');
    assert_int_equal(buf_status(&b), ST_OK);
    return b.ptr;
}

static void an_ascii_character_is_its_own_code_once(void **state)
{
    struct pdf_codes codes = {.others = 0};

    (void)state;
    assert_int_equal(pdf_code_give(&codes, 'A'), 'A');
    assert_int_equal(pdf_code_give(&codes, '~'), '~');
    assert_int_equal(pdf_code_give(&codes, 'A'), 0x80); /* a small capital */
    assert_int_equal(pdf_code_give(&codes, 0xA3), 0x81);
    assert_int_equal(pdf_code_give(&codes, 0x7f), 0x82);
    assert_int_equal(pdf_code_give(&codes, '\n'), 0x83);
}

/* No two are equal, no short one begins a long one, and there is an end. */
static void codes_can_be_told_apart_up_to_the_last(void **state)
{
    struct pdf_codes codes = {.others = 0};
    uint32_t last = 0x7f;
    uint32_t given = 0;
    uint32_t code;

    (void)state;
    while ((code = pdf_code_give(&codes, 0x4e00)) != 0) {
        assert_true(code > last);
        assert_true(code < 0xE0 || (code >= 0xE000 && code <= 0xFFFF));
        last = code;
        given++;
    }
    assert_int_equal(last, 0xFFFF);
    assert_int_equal(given, 0x60 + 0x2000);
    assert_int_equal(pdf_code_give(&codes, 0x4e00), 0);
    assert_int_equal(pdf_code_give(&codes, 'a'), 'a');
}

static void a_code_is_one_byte_or_two(void **state)
{
    char put[3 * PDF_CODE_ROOM];
    char *end = put;

    (void)state;
    end = pdf_put_code(end, 'A');
    end = pdf_put_code(end, 0xDF);
    end = pdf_put_code(end, 0xE028);
    assert_int_equal(end - put, 5);
    assert_memory_equal(put, "A\xDF\xE0\\(", 5);
}

static struct pdf_coded three[] = {
    {.code = 0xE001, .glyph = 0x0102, .width = 500, .text = {"fi", 2}},
    {.code = 0x42, .glyph = 37, .width = 667, .character = 'B'},
    {.code = 0x41, .glyph = 36, .width = 600, .character = 0x1F600},
};

static void maps_are_in_the_order_of_codes(void **state)
{
    (void)state;
    pdf_codes_sort(three, 3);
    assert_int_equal(three[0].code, 0x41);
    assert_int_equal(three[1].code, 0x42);
    assert_int_equal(three[2].code, 0xE001);
    pdf_write_widths(&b, three, 3);
    assert_string_equal(printed(), "[65[600 667]57345[500]]");
}

static void a_font_of_no_glyph_has_no_width(void **state)
{
    (void)state;
    pdf_codes_sort(NULL, 0);
    pdf_write_glyph_map(&b, NULL, 0);
    assert_int_equal(b.len, 0);
    pdf_write_widths(&b, NULL, 0);
    assert_string_equal(printed(), "[]");
}

static void a_glyph_is_found_at_twice_its_code(void **state)
{
    (void)state;
    pdf_codes_sort(three, 3);
    pdf_write_glyph_map(&b, three, 3);
    assert_int_equal(b.len, 2 * 0xE002);
    assert_memory_equal(b.ptr + 2 * 0x40, "\0\0\0\x24\0\x25\0\0", 8);
    assert_memory_equal(b.ptr + 2 * 0xE001, "\x01\x02", 2);
}

static void text_is_utf16_however_long(void **state)
{
    (void)state;
    pdf_codes_sort(three, 3);
    pdf_write_to_unicode(&b, three, 3);
    assert_non_null(strstr(printed(), "3 beginbfchar\n"
                                      "<41><D83DDE00>\n"
                                      "<42><0042>\n"
                                      "<E001><00660069>\n"
                                      "endbfchar\n"));
}

static void a_block_has_a_hundred_entries_at_most(void **state)
{
    struct pdf_coded coded[201];

    (void)state;
    for (uint32_t i = 0; i < 201; i++)
        coded[i] = (struct pdf_coded){.code = 0xE000 + i, .character = 'x'};
    pdf_write_to_unicode(&b, coded, 201);
    (void)printed();
    assert_non_null(strstr(b.ptr, "range\n100 beginbfchar\n<E000>"));
    assert_non_null(strstr(b.ptr, "endbfchar\n100 beginbfchar\n<E064>"));
    assert_non_null(strstr(b.ptr, "endbfchar\n1 beginbfchar\n<E0C8>"));
}

static void every_code_is_its_own_cid(void **state)
{
    (void)state;
    pdf_write_cmap(&b, true);
    assert_non_null(strstr(printed(), "33 begincidrange\n<00><DF> 0\n"
                                      "<E000><E0FF> 57344\n"
                                      "<E100><E1FF> 57600\n"));
    assert_non_null(strstr(b.ptr, "<FF00><FFFF> 65280\nendcidrange\n"));
}

static void short_codes_need_one_range(void **state)
{
    struct pdf_codes codes = {.others = 0};

    (void)state;
    pdf_write_cmap(&b, false);
    assert_non_null(strstr(printed(), "1 begincidrange\n<00><DF> 0\n"
                                      "endcidrange\n"));
    for (int i = 0; i < 0x60; i++)
        assert_true(pdf_code_give(&codes, 0x4e00) < 0xE0);
    assert_false(pdf_codes_are_long(&codes));
    assert_int_equal(pdf_code_give(&codes, 0x4e00), 0xE000);
    assert_true(pdf_codes_are_long(&codes));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_buf, close_buf)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(an_ascii_character_is_its_own_code_once),
        TEST(codes_can_be_told_apart_up_to_the_last),
        TEST(a_code_is_one_byte_or_two),
        TEST(maps_are_in_the_order_of_codes),
        TEST(a_font_of_no_glyph_has_no_width),
        TEST(a_glyph_is_found_at_twice_its_code),
        TEST(text_is_utf16_however_long),
        TEST(a_block_has_a_hundred_entries_at_most),
        TEST(every_code_is_its_own_cid),
        TEST(short_codes_need_one_range),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
