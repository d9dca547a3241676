#include "input/table/heading_id.h"
#include "core/base/utf8.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

static void assert_id(const char *heading, enum heading_letters letters,
                      const char *want)
{
    char id[HEADING_ID_MAX];
    const struct str made = heading_id(str_of(heading), letters, id);

    if (!str_is(made, want))
        fail_msg("`%s` gives `%.*s`, not `%s`", heading, STR_ARG(made), want);
}

static void words_are_parted_by_one_hyphen(void **state)
{
    (void)state;
    assert_id("Item / Service", HEADING_LETTERS_ALL, "item-service");
    assert_id("  (Total)  ", HEADING_LETTERS_ALL, "total");
    assert_id("2026/27", HEADING_LETTERS_ALL, "2026-27");
    assert_id("", HEADING_LETTERS_ALL, "");
    assert_id("***", HEADING_LETTERS_ALL, "");
}

static void letters_of_any_script_are_letters(void **state)
{
    (void)state;
    assert_id("Tŷ Pawb", HEADING_LETTERS_ALL, "tŷ-pawb");
    assert_id("Ελλάδα", HEADING_LETTERS_ALL, "Ελλάδα");
}

static void an_id_in_a_file_has_letters_a_to_z_and_begins_with_one(void **state)
{
    (void)state;
    assert_id("Tŷ Pawb", HEADING_LETTERS_OF_IDS, "t-pawb");
    assert_id("2026/27 Budget", HEADING_LETTERS_OF_IDS, "budget");
    assert_id("Q1 2026", HEADING_LETTERS_OF_IDS, "q1-2026");
    assert_id("2026", HEADING_LETTERS_OF_IDS, "");
}

/* A character that has no room is left out whole. */
static void no_character_is_cut(void **state)
{
    (void)state;
    for (size_t n = HEADING_ID_MAX - 4; n <= HEADING_ID_MAX; n++) {
        char heading[HEADING_ID_MAX + 8];
        char id[HEADING_ID_MAX];
        struct str made;

        memset(heading, 'a', n);
        strcpy(heading + n, "\xE2\x82\xAC z");
        made = heading_id(str_of(heading), HEADING_LETTERS_ALL, id);
        assert_int_equal(utf8_valid(made), made.len);
        assert_in_range(made.len, HEADING_ID_MAX - 4, HEADING_ID_MAX);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_parted_by_one_hyphen),
        cmocka_unit_test(letters_of_any_script_are_letters),
        cmocka_unit_test(
            an_id_in_a_file_has_letters_a_to_z_and_begins_with_one),
        cmocka_unit_test(no_character_is_cut),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
