#include "core/base/compose.h"
#include "core/base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static struct buf made;

static int set_up(void **state)
{
    (void)state;
    buf_init(&made, SIZE_MAX);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    buf_free(&made);
    return 0;
}

static void assert_composed(const char *text, const char *want)
{
    buf_clear(&made);
    compose(&made, str_of(text));
    assert_true(str_is(buf_view(&made), want));
    /* What is in form C stays. */
    buf_clear(&made);
    compose(&made, str_of(want));
    assert_true(str_is(buf_view(&made), want));
}

static void puts_letters_and_marks_together(void **state)
{
    (void)state;
    assert_composed("", "");
    assert_composed("Cafe\xCC\x81", "Caf\xC3\xA9");
    assert_composed("w\xCC\x82yn", "\xC5\xB5yn");
    /* Dot below and acute in either order; a mark on a letter that has one. */
    assert_composed("e\xCC\x81\xCC\xA3", "\xE1\xBA\xB9\xCC\x81");
    assert_composed("\xC3\xA9\xCC\xA3", "\xE1\xBA\xB9\xCC\x81");
    /* No character of its own: m with circumflex. */
    assert_composed("m\xCC\x82", "m\xCC\x82");
    /* Singletons: Angstrom, Kelvin, a quotation mark of Greek. */
    assert_composed("\xE2\x84\xAB\xE2\x84\xAA", "\xC3\x85K");
    /* Left apart (Composition_Exclusion): a letter of Hindi with nukta. */
    assert_composed("\xE0\xA5\x98", "\xE0\xA4\x95\xE0\xA4\xBC");
    /* Hangul from its parts. */
    assert_composed("\xE1\x84\x80\xE1\x85\xA1\xE1\x86\xA8", "\xEA\xB0\x81");
    assert_composed("\xEA\xB0\x80\xE1\x86\xA8", "\xEA\xB0\x81");
    /* A mark without a letter, on a space, at a line's beginning. */
    assert_composed("\xCC\x81", "\xCC\x81");
    assert_composed(" \xCC\x81\n\xCC\x81", " \xCC\x81\n\xCC\x81");
}

static void leaves_what_is_no_text(void **state)
{
    (void)state;
    assert_composed("a\xFF\xCC\x81", "a\xFF\xCC\x81");
    assert_composed("e\xCC", "e\xCC");
    assert_composed("\xED\xA0\x80", "\xED\xA0\x80"); /* a surrogate */
}

/* A hundred thousand marks on a letter take no longer than so much text. */
static void a_long_row_of_marks_is_put_in_order_piece_by_piece(void **state)
{
    static char text[200001];

    (void)state;
    for (size_t i = 0; i + 1 < sizeof(text); i += 2) {
        text[i] = (char)0xCC;
        text[i + 1] = (char)(i % 4 == 0 ? 0x81 : 0xA3); /* above, below */
    }
    buf_clear(&made);
    compose(&made, (struct str){text, 200000});
    assert_int_equal(buf_status(&made), ST_OK);
    assert_int_equal(made.len, 200000);
    assert_int_equal(utf8_valid(buf_view(&made)), 200000);
}

static void takes_letters_apart_as_a_mac_does(void **state)
{
    (void)state;
    buf_clear(&made);
    decompose(&made, STR_LIT("Caf\xC3\xA9 \xC5\xB5.csv"));
    assert_true(str_is(buf_view(&made), "Cafe\xCC\x81 w\xCC\x82.csv"));
    assert_int_equal(compose_base(0xE9), 'e');
    assert_int_equal(compose_base(0x1EB9), 'e');
    assert_int_equal(compose_base('e'), 'e');
    assert_int_equal(compose_base(0x4E2D), 0x4E2D);
    assert_int_equal(compose_base(UTF8_BAD), UTF8_BAD);
    assert_true(compose_continues(0x301));
    assert_false(compose_continues(0xE9));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        TEST(puts_letters_and_marks_together),
        TEST(leaves_what_is_no_text),
        TEST(a_long_row_of_marks_is_put_in_order_piece_by_piece),
        TEST(takes_letters_apart_as_a_mac_does),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
