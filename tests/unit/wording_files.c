/*
 * The wordings that are shipped: templates/wording.
 */
#include "core/base/buf.h"
#include "tests/support/folder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

/* What has no Welsh would print English in Welsh pages. */
static void every_phrase_stands_in_welsh(void **state)
{
    static const char opening[] = "<phrase id=\"";
    struct test_folder ours = {.path = "templates/wording"};
    struct buf english;
    struct buf welsh;
    size_t count = 0;

    (void)state;
    buf_init(&english, (size_t)1024 * 1024);
    buf_init(&welsh, (size_t)1024 * 1024);
    assert_true(test_folder_read(&ours, "en-GB.xml", &english));
    assert_true(test_folder_read(&ours, "cy.xml", &welsh));
    buf_char(&english, '\0');
    buf_char(&welsh, '\0');
    for (const char *at = strstr(english.ptr, opening); at != NULL;
         at = strstr(at + 1, opening)) {
        char phrase[100];
        const size_t len = strcspn(at + sizeof(opening) - 1, "\"");

        assert_true(sizeof(opening) + len < sizeof(phrase));
        memcpy(phrase, at, sizeof(opening) + len);
        phrase[sizeof(opening) + len] = '\0';
        if (strstr(welsh.ptr, phrase) == NULL)
            fail_msg("cy.xml lacks %s", phrase);
        count++;
    }
    assert_true(count > 50);
    buf_free(&english);
    buf_free(&welsh);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_phrase_stands_in_welsh),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
