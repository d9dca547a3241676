#include "core/base/base64.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void assert_base64(struct str bytes, const char *want)
{
    struct buf b;

    buf_init(&b, 1000);
    base64_put(&b, bytes);
    assert_int_equal(buf_status(&b), ST_OK);
    assert_true(str_is(buf_view(&b), want));
    buf_free(&b);
}

/* RFC 4648, section 10. */
static void agrees_with_the_standard(void **state)
{
    (void)state;
    assert_base64((struct str){NULL, 0}, "");
    assert_base64(STR_LIT("f"), "Zg==");
    assert_base64(STR_LIT("fo"), "Zm8=");
    assert_base64(STR_LIT("foo"), "Zm9v");
    assert_base64(STR_LIT("foob"), "Zm9vYg==");
    assert_base64(STR_LIT("fooba"), "Zm9vYmE=");
    assert_base64(STR_LIT("foobar"), "Zm9vYmFy");
}

static void takes_every_byte(void **state)
{
    (void)state;
    assert_base64(STR_LIT("\x00\xff\xfe\x80\xa3\x7f"), "AP/+gKN/");
    assert_base64(STR_LIT("\xfb\xef\xbe"), "++++");
}

static void what_has_no_room_is_not_cut(void **state)
{
    struct buf b;

    (void)state;
    buf_init(&b, 7);
    base64_put(&b, STR_LIT("foob"));
    assert_int_equal(buf_status(&b), ST_LIMIT);
    assert_int_equal(b.len, 0);
    buf_free(&b);
    buf_init(&b, SIZE_MAX);
    base64_put(&b, (struct str){"", SIZE_MAX});
    assert_int_equal(buf_status(&b), ST_LIMIT);
    buf_free(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(agrees_with_the_standard),
        cmocka_unit_test(takes_every_byte),
        cmocka_unit_test(what_has_no_room_is_not_cut),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
