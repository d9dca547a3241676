#include "core/base/buf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void adds_text_of_all_kinds(void **state)
{
    struct buf b;

    (void)state;
    buf_init(&b, 1000);
    assert_int_equal(buf_view(&b).len, 0);
    buf_str(&b, (struct str){NULL, 0});
    buf_add(&b, "a\0b", 3);
    buf_puts(&b, "cd");
    buf_char(&b, 'e');
    buf_str(&b, STR_LIT("f"));
    buf_printf(&b, "%s-%d", "g", 7);
    assert_true(str_eq(buf_view(&b), STR_LIT("a\0bcdefg-7")));
    assert_int_equal(buf_status(&b), ST_OK);
    buf_free(&b);
}

static void writes_integers_of_any_size(void **state)
{
    struct buf b;

    (void)state;
    buf_init(&b, 1000);
    buf_int(&b, 0);
    buf_char(&b, ' ');
    buf_int(&b, -1);
    buf_char(&b, ' ');
    buf_int(&b, INT64_MAX);
    buf_char(&b, ' ');
    buf_int(&b, INT64_MIN);
    assert_true(
        str_is(buf_view(&b), "0 -1 9223372036854775807 -9223372036854775808"));
    buf_free(&b);
}

static void writes_as_many_hexadecimal_digits_as_asked(void **state)
{
    struct buf b;

    (void)state;
    buf_init(&b, 1000);
    buf_hex(&b, 0x00abcdef, 6);
    buf_char(&b, ' ');
    buf_hex(&b, 0xff000001, 6);
    buf_char(&b, ' ');
    buf_hex(&b, 0xff000001, 8);
    buf_hex(&b, 1, 0);
    assert_true(str_is(buf_view(&b), "abcdef 000001 ff000001"));
    buf_free(&b);
}

static void grows_to_its_limit_and_no_further(void **state)
{
    struct buf b;

    (void)state;
    buf_init(&b, 1000);
    for (int i = 0; i < 1000; i++)
        buf_char(&b, 'x');
    assert_int_equal(buf_status(&b), ST_OK);
    buf_char(&b, 'y');
    assert_int_equal(buf_status(&b), ST_LIMIT);
    buf_clear(&b);
    buf_puts(&b, "nothing is added after a failure");
    assert_int_equal(b.len, 0);
    assert_null(buf_reserve(&b, 0));
    buf_free(&b);
}

static void refuses_a_length_that_wraps(void **state)
{
    struct buf b;

    (void)state;
    buf_init(&b, 1000);
    buf_char(&b, 'x');
    buf_add(&b, "", SIZE_MAX);
    assert_int_equal(buf_status(&b), ST_LIMIT);
    assert_int_equal(b.len, 1);
    buf_free(&b);
}

static void formats_what_just_fits_its_limit(void **state)
{
    struct buf b;

    (void)state;
    buf_init(&b, 5);
    buf_printf(&b, "%s", "12345");
    assert_true(str_is(buf_view(&b), "12345"));
    assert_int_equal(buf_status(&b), ST_OK);
    buf_printf(&b, "%d", 6);
    assert_int_equal(buf_status(&b), ST_LIMIT);
    assert_int_equal(b.len, 5);
    buf_free(&b);
}

static void formats_long_texts_whole(void **state)
{
    static const int lengths[] = {254, 255, 256, 257, 5000};

    (void)state;
    for (size_t i = 0; i < sizeof(lengths) / sizeof(*lengths); i++) {
        struct buf b;

        buf_init(&b, 10000);
        buf_printf(&b, "%0*d", lengths[i], 7);
        assert_int_equal(b.len, lengths[i]);
        assert_int_equal(str_find_char(buf_view(&b), '7'), lengths[i] - 1);
        buf_free(&b);
    }
}

static void reserves_room_that_is_taken_later(void **state)
{
    struct buf b;
    char *p;

    (void)state;
    buf_init(&b, 1000);
    buf_puts(&b, "ab");
    p = buf_reserve(&b, 500);
    assert_non_null(p);
    memset(p, 'c', 500);
    assert_int_equal(b.len, 2);
    b.len += 2;
    assert_true(str_is(buf_view(&b), "abcc"));
    buf_clear(&b);
    assert_int_equal(buf_view(&b).len, 0);
    buf_free(&b);
    assert_null(b.ptr);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(adds_text_of_all_kinds),
        cmocka_unit_test(writes_integers_of_any_size),
        cmocka_unit_test(writes_as_many_hexadecimal_digits_as_asked),
        cmocka_unit_test(grows_to_its_limit_and_no_further),
        cmocka_unit_test(refuses_a_length_that_wraps),
        cmocka_unit_test(formats_what_just_fits_its_limit),
        cmocka_unit_test(formats_long_texts_whole),
        cmocka_unit_test(reserves_room_that_is_taken_later),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
