#include "input/text/text_in.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define LENGTH 150

/* Whatever is looked at together: each byte counts, wherever it stands. */
static void sees_what_is_not_plain_at_each_byte(void **state)
{
    static const char plain[] = {' ', '~', '\n', '\r', '\t'};
    static const char other[] = {'\0', '\x0B', '\x1F', '\x7F', '\x80', '\xFF'};
    char text[LENGTH];

    (void)state;
    memset(text, 'x', sizeof(text));
    for (size_t i = 0; i < LENGTH; i++) {
        for (size_t k = 0; k < sizeof(plain); k++) {
            text[i] = plain[k];
            assert_true(text_is_plain((struct str){text, LENGTH}));
        }
        for (size_t k = 0; k < sizeof(other); k++) {
            text[i] = other[k];
            assert_false(text_is_plain((struct str){text, LENGTH}));
            assert_false(text_is_plain((struct str){text, i + 1}));
            assert_true(text_is_plain((struct str){text, i}));
        }
        text[i] = 'x';
    }
    assert_true(text_is_plain((struct str){NULL, 0}));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sees_what_is_not_plain_at_each_byte),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
