#include "figures/number_words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/support/wording.h"

static void takes_the_numbers_that_a_text_names(void **state)
{
    static const struct {
        const char *text;
        const char *all;
        const char *found; /* which of 0 to 9 */
    } rows[] = {
        {"3", "3", "3"},
        {"3 and 5", "3 and 5", "35"},
        {"Paragraphs 3 and 5 of Schedule 12A", "3 and 5", "35"},
        {"1, 2; 7.", "1, 2; 7", "127"},
        {"2 to 5", "2 to 5", "2345"},
        {"2-5", "2-5", "2345"},
        {"2 \xE2\x80\x93 5, 7", "2 \xE2\x80\x93 5, 7", "23457"},
        {"Appendix B, paragraph 3", "3", "3"},
        {"Schedule 12A, paragraph 3", "3", "3"},
        {"5 to 3", "5 to 3", "35"},
        {"13", "13", ""},
        {"", "", ""},
        {"three", "", ""},
        {"3 or 5", "", ""},
        {"3 of Part 1", "", ""},
        {"Part 1, paragraph 3", "", ""},
        {"3 and 5A", "", ""},
        {"under 3", "", ""},
        {"2.5", "", ""},
        {"1,200", "", ""},
    };
    const struct wording *w = test_wording();

    (void)state;
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        const struct str text = str_of(rows[i].text);
        struct str found = str_of(rows[i].found);

        assert_true(str_is(number_words(w, text, 0).all, rows[i].all));
        for (unsigned n = 1; n < 10; n++) {
            const bool wanted =
                found.len > 0 && found.ptr[0] == (char)('0' + n);

            assert_int_equal(number_words(w, text, n).found, wanted);
            if (wanted)
                found = str_from(found, 1);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_the_numbers_that_a_text_names),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
