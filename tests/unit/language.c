#include "core/value/language.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void takes_languages_that_there_are(void **state)
{
    static const char *const tags[] = {"en",    "en-GB",   "cy",        "gd",
                                       "ga-IE", "aa",      "zu",        "CY-gb",
                                       "kab",   "pa-Guru", "zh-Hant-HK"};

    (void)state;
    for (size_t i = 0; i < sizeof(tags) / sizeof(tags[0]); i++)
        assert_int_equal(language_check(str_of(tags[i])), LANGUAGE_SOUND);
}

static void knows_what_is_none(void **state)
{
    static const char *const tags[] = {"we", "xx", "sp", "gr-GR", "jp", "yx"};

    (void)state;
    for (size_t i = 0; i < sizeof(tags) / sizeof(tags[0]); i++)
        assert_int_equal(language_check(str_of(tags[i])), LANGUAGE_UNKNOWN);
    assert_int_equal(language_check(STR_LIT("und")), LANGUAGE_NONE);
    assert_int_equal(language_check(STR_LIT("ZXX-GB")), LANGUAGE_NONE);
}

static void knows_that_uk_is_a_language_and_no_country(void **state)
{
    (void)state;
    assert_int_equal(language_check(STR_LIT("uk")), LANGUAGE_SOUND);
    assert_int_equal(language_check(STR_LIT("uk-UA")), LANGUAGE_SOUND);
    assert_int_equal(language_check(STR_LIT("en-UK")), LANGUAGE_COUNTRY);
    assert_int_equal(language_check(STR_LIT("cy-uk")), LANGUAGE_COUNTRY);
}

static void compares_languages_not_countries(void **state)
{
    (void)state;
    assert_true(language_same(STR_LIT("en-GB"), STR_LIT("EN")));
    assert_true(language_same(STR_LIT("en-GB"), STR_LIT("en-IE")));
    assert_false(language_same(STR_LIT("en-GB"), STR_LIT("cy-GB")));
    assert_false(language_same(STR_LIT("en"), STR_LIT("eng")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_languages_that_there_are),
        cmocka_unit_test(knows_what_is_none),
        cmocka_unit_test(knows_that_uk_is_a_language_and_no_country),
        cmocka_unit_test(compares_languages_not_countries),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
