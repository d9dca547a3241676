#include "input/text/wide.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void knows_marks(void **state)
{
    size_t len;

    (void)state;
    assert_int_equal(wide_marked(STR_LIT("\xFF\xFE"
                                         "a\0"),
                                 &len),
                     WIDE_UTF_16LE);
    assert_int_equal(len, 2);
    assert_int_equal(wide_marked(STR_LIT("\xFE\xFF\0a"), &len), WIDE_UTF_16BE);
    assert_int_equal(wide_marked(STR_LIT("\xFF\xFE\0\0a\0\0\0"), &len),
                     WIDE_UTF_32LE);
    assert_int_equal(len, 4);
    assert_int_equal(wide_marked(STR_LIT("\0\0\xFE\xFF"), &len), WIDE_UTF_32BE);
    assert_int_equal(wide_marked(STR_LIT("\xFF"), &len), WIDE_NONE);
    assert_int_equal(wide_marked(STR_LIT("abc"), &len), WIDE_NONE);
}

static void guesses_by_where_the_zeros_stand(void **state)
{
    (void)state;
    assert_int_equal(wide_guess(STR_LIT("a\0,\0b\0")), WIDE_UTF_16LE);
    assert_int_equal(wide_guess(STR_LIT("\0a\0,\0b")), WIDE_UTF_16BE);
    assert_int_equal(wide_guess(STR_LIT("a\0\0\0,\0\0\0")), WIDE_UTF_32LE);
    assert_int_equal(wide_guess(STR_LIT("\0\0\0a\0\0\0,")), WIDE_UTF_32BE);
    assert_int_equal(wide_guess(STR_LIT("ab\0\0")), WIDE_NONE);
    assert_int_equal(wide_guess(STR_LIT("a\0b")), WIDE_NONE);
    assert_int_equal(wide_guess(STR_LIT("\0\0\0\0")), WIDE_NONE);
    assert_int_equal(wide_guess(STR_LIT("")), WIDE_NONE);
}

static void expect(enum wide_form form, struct str bytes, const char *text,
                   size_t bad)
{
    struct buf out;

    buf_init(&out, 100);
    assert_int_equal(wide_decode(&out, form, bytes), bad);
    assert_true(str_is(buf_view(&out), text));
    assert_int_equal(buf_status(&out), ST_OK);
    buf_free(&out);
}

static void decodes(void **state)
{
    (void)state;
    expect(WIDE_UTF_16LE, STR_LIT("\xA3\0\x19\x20"), "£’", 4);
    expect(WIDE_UTF_16BE, STR_LIT("\xD8\x3D\xDE\x00"), "😀", 4);
    expect(WIDE_UTF_32LE, STR_LIT("\x00\xF6\x01\x00"), "😀", 4);
    expect(WIDE_UTF_32BE, STR_LIT("\0\0\0\xA3"), "£", 4);
}

static void stops_at_half_a_character(void **state)
{
    (void)state;
    expect(WIDE_UTF_16BE, STR_LIT("\0a\xD8\x3D\0b"), "a", 2);
    expect(WIDE_UTF_16BE, STR_LIT("\0a\xD8\x3D"), "a", 2);
    expect(WIDE_UTF_16BE, STR_LIT("\0a\xDE\x00"), "a", 2);
    expect(WIDE_UTF_16LE, STR_LIT("a\0b"), "a", 2);
    expect(WIDE_UTF_32LE, STR_LIT("\0\0\x11\0"), "", 0);
    expect(WIDE_UTF_32BE, STR_LIT("\0\0\xD8\0"), "", 0);
}

static void names_its_forms(void **state)
{
    (void)state;
    assert_int_equal(wide_called(STR_LIT("UTF-16LE")), WIDE_UTF_16LE);
    assert_int_equal(wide_called(STR_LIT("utf 32 be")), WIDE_UTF_32BE);
    assert_int_equal(wide_called(STR_LIT("utf-16")), WIDE_NONE);
    assert_string_equal(wide_name(WIDE_UTF_16BE), "utf-16be");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_marks),
        cmocka_unit_test(guesses_by_where_the_zeros_stand),
        cmocka_unit_test(decodes),
        cmocka_unit_test(stops_at_half_a_character),
        cmocka_unit_test(names_its_forms),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
