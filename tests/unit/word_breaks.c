#include "output/layout/word_breaks.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#define FLAG_G "\xf0\x9f\x87\xac" /* regional indicators G and B: a flag */
#define FLAG_B "\xf0\x9f\x87\xa7"

/* WORD with a | where a line may end; it has at most 64 bytes. */
static void assert_breaks(const char *word, const char *want)
{
    const size_t len = strlen(word);
    char breaks[64];
    char said[2 * sizeof(breaks) + 1];
    size_t n = 0;

    assert_true(len <= sizeof(breaks));
    word_breaks(str_of(word), breaks);
    for (size_t i = 0; i < len; i++) {
        said[n++] = word[i];
        if (i + 1 < len && breaks[i] <= LINEBREAK_ALLOWBREAK)
            said[n++] = '|';
    }
    said[n] = '\0';
    assert_string_equal(said, want);
}

static void words_break_at_hyphens(void **state)
{
    (void)state;
    assert_breaks("", "");
    assert_breaks("word", "word");
    assert_breaks("well-known", "well-|known");
}

static void a_flag_stays_whole(void **state)
{
    (void)state;
    assert_breaks(FLAG_G FLAG_B, FLAG_G FLAG_B);
    assert_breaks(FLAG_G, FLAG_G);
    assert_breaks("a" FLAG_G FLAG_B "b", "a|" FLAG_G FLAG_B "|b");
    assert_breaks(FLAG_G FLAG_B FLAG_G FLAG_B FLAG_G,
                  FLAG_G FLAG_B "|" FLAG_G FLAG_B "|" FLAG_G);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_break_at_hyphens),
        cmocka_unit_test(a_flag_stays_whole),
    };

    init_linebreak();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
