#include "tests/support/wording.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static struct arena arena;

static int set_up(void **state)
{
    (void)state;
    arena_init(&arena, 1024 * 1024);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

/* The English wording with one thing changed. */
static struct wording changed(void)
{
    return *test_wording();
}

static void assert_str(struct str s, const char *want)
{
    assert_non_null(s.ptr);
    assert_int_equal(s.len, strlen(s.ptr));
    assert_string_equal(s.ptr, want);
}

static void fills_placeholders(void **state)
{
    const struct placeholder placeholders[] = {
        {"page", STR_LIT("1")},
        {"pages", STR_LIT("{page}")}, /* not looked at again */
        {"none", {NULL, 0}},
    };
    static const struct {
        const char *pattern;
        const char *want;
    } cases[] = {
        {"Page {page} of {pages}", "Page 1 of {page}"},
        {"{page}{page}{none}", "11"},
        {"{unknown} {page}", "{unknown} 1"},
        {"no placeholders", "no placeholders"},
        {"", ""},
        {"{", "{"},
        {"}{page", "}{page"},
        {"{{page}}", "{1}"},
        {"{ {page} }", "{ 1 }"},
        {"{}", "{}"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
        assert_str(
            wording_fill(&arena, str_of(cases[i].pattern), placeholders, 3),
            cases[i].want);
}

static void fills_nothing_without_memory(void **state)
{
    (void)state;
    arena_fail(&arena, ST_NOMEM);
    assert_null(wording_fill(&arena, STR_LIT("x"), NULL, 0).ptr);
    assert_int_equal(wording_money(&arena, test_wording(), 5, 2).len, 0);
    assert_int_equal(wording_money(&arena, test_wording(), -5, 2).len, 0);
    assert_int_equal(wording_year(&arena, test_wording(), 2012).len, 0);
}

static void knows_words_by_any_spelling(void **state)
{
    const struct wording *w = test_wording();

    (void)state;
    assert_int_equal(wording_word(w, STR_LIT("nil")), WORD_NIL);
    assert_int_equal(wording_word(w, STR_LIT(" NIL. ")), WORD_NIL);
    assert_int_equal(wording_word(w, STR_LIT("N/A")), WORD_NOT_APPLICABLE);
    assert_int_equal(wording_word(w, STR_LIT("tbc")), WORD_TO_BE_CONFIRMED);
    assert_int_equal(wording_word(w, STR_LIT("T.B.C.")), WORD_TO_BE_CONFIRMED);
    assert_int_equal(wording_word(w, STR_LIT("\xE2\x80\x93")), WORD_DASH);
    assert_int_equal(wording_word(w, STR_LIT("-")), WORD_DASH);
    assert_int_equal(wording_word(w, STR_LIT("Y")), WORD_YES);
}

static void takes_no_other_punctuation_for_a_dash(void **state)
{
    static const char *const texts[] = {
        "",   " ",       ".",         "/-",
        "--", "nil nil", "yesterday", "\xE2\x80\x94\xE2\x80\x94"};
    const struct wording *w = test_wording();

    (void)state;
    for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
        assert_int_equal(wording_word(w, str_of(texts[i])), WORD_MAX);
}

static void names_each_phrase_and_word_once(void **state)
{
    (void)state;
    for (int i = 0; i < PHRASE_MAX; i++) {
        assert_true(strlen(wording_phrase_name((enum phrase)i)) > 1);
        assert_non_null(wording_phrase_placeholders((enum phrase)i));
        for (int k = 0; k < i; k++)
            assert_string_not_equal(wording_phrase_name((enum phrase)i),
                                    wording_phrase_name((enum phrase)k));
    }
    for (int i = 0; i < WORD_MAX; i++) {
        assert_true(strlen(wording_word_name((enum word)i)) > 1);
        for (int k = 0; k < i; k++)
            assert_string_not_equal(wording_word_name((enum word)i),
                                    wording_word_name((enum word)k));
    }
    assert_string_equal(wording_phrase_placeholders(PHRASE_PAGE_OF),
                        "page pages");
}

static void prints_money(void **state)
{
    static const struct {
        int64_t pence;
        int decimals;
        const char *want;
    } cases[] = {
        {0, 2,
         "\xC2\xA3"
         "0.00"},
        {0, 0,
         "\xC2\xA3"
         "0"},
        {5, 2,
         "\xC2\xA3"
         "0.05"},
        {123456, 2,
         "\xC2\xA3"
         "1,234.56"},
        {-123456, 2,
         "-\xC2\xA3"
         "1,234.56"},
        {99999, 2,
         "\xC2\xA3"
         "999.99"},
        {100000, 0,
         "\xC2\xA3"
         "1,000"},
        {149, 0,
         "\xC2\xA3"
         "1"},
        {150, 0,
         "\xC2\xA3"
         "2"},
        {-149, 0,
         "-\xC2\xA3"
         "1"},
        {-150, 0,
         "-\xC2\xA3"
         "2"},
        {-49, 0,
         "\xC2\xA3"
         "0"},
        {-49, 2,
         "-\xC2\xA3"
         "0.49"},
        {INT64_MAX, 2,
         "\xC2\xA3"
         "92,233,720,368,547,758.07"},
        {INT64_MIN, 2,
         "-\xC2\xA3"
         "92,233,720,368,547,758.08"},
        {INT64_MIN, 0,
         "-\xC2\xA3"
         "92,233,720,368,547,758"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
        assert_str(wording_money(&arena, test_wording(), cases[i].pence,
                                 cases[i].decimals),
                   cases[i].want);
}

static void prints_thousands_and_millions(void **state)
{
    const struct wording *w = test_wording();

    (void)state;
    assert_str(wording_millions(&arena, w, decimal_pence(11000000000), true, 0),
               "£110m");
    assert_str(wording_millions(&arena, w, decimal_pence(-155000000), true, 0),
               "-£1.6m");
    assert_str(wording_millions(&arena, w, (struct decimal){14, 1}, false, 0),
               "0m");
    assert_str(wording_thousands(&arena, w, decimal_pence(7500000), true, 0),
               "£75k");
    assert_str(wording_thousands(&arena, w, decimal_pence(76479700), true, 0),
               "£764.8k");
    assert_str(
        wording_thousands(&arena, w, (struct decimal){999950, 0}, false, 0),
        "1,000k");
    assert_str(wording_thousands(&arena, w, decimal_pence(-4999), true, 0),
               "£0k");
    assert_str(wording_thousands(&arena, w, decimal_pence(-5000), true, 0),
               "-£0.1k");
}

static void prints_numbers_and_percentages(void **state)
{
    const struct wording *w = test_wording();

    (void)state;
    assert_str(wording_number(&arena, w, (struct decimal){0, 0}), "0");
    assert_str(wording_number(&arena, w, (struct decimal){0, 2}), "0.00");
    assert_str(wording_number(&arena, w, (struct decimal){-5, 3}), "-0.005");
    assert_str(wording_number(&arena, w, (struct decimal){12345678, 1}),
               "1,234,567.8");
    assert_str(wording_number(&arena, w, (struct decimal){INT64_MIN, 0}),
               "-9,223,372,036,854,775,808");
    assert_str(wording_number(&arena, w, (struct decimal){INT64_MIN, 9}),
               "-9,223,372,036.854775808");
    assert_str(wording_percent(&arena, w, (struct decimal){3118, 2}), "31.18%");
    assert_str(wording_percent(&arena, w, (struct decimal){-10, 1}), "-1.0%");
}

static void prints_figures_as_the_wording_says(void **state)
{
    struct wording w = changed();

    (void)state;
    w.minus_pattern = STR_LIT("({amount})");
    w.currency = STR_LIT("EUR ");
    w.thousands = STR_LIT("\xE2\x80\xAF");
    w.decimal_point = STR_LIT(",");
    w.percent_pattern = STR_LIT("{number} %");
    assert_str(wording_money(&arena, &w, -123456789, 2), "(EUR 1\xE2\x80\xAF"
                                                         "234\xE2\x80\xAF"
                                                         "567,89)");
    assert_str(wording_percent(&arena, &w, (struct decimal){-5, 1}), "(0,5 %)");
}

static void prints_dates(void **state)
{
    const struct wording *w = test_wording();
    const struct date d = {2012, 10, 5};

    (void)state;
    assert_str(wording_date(&arena, w, w->date_pattern, d), "5 October 2012");
    assert_str(wording_date(&arena, w, w->month_pattern, d), "October 2012");
    assert_str(wording_date(&arena, w,
                            STR_LIT("{weekday} {day}{ordinal} {month-short} "
                                    "{year}, {day2}"),
                            d),
               "Friday 5th Oct 2012, 05");
    assert_str(
        wording_date(&arena, w, w->date_pattern, (struct date){812, 1, 31}),
        "31 January 0812");
}

static void gives_each_day_its_ordinal(void **state)
{
    static const char *const want[] = {
        "1st",  "2nd",  "3rd",  "4th",  "5th",  "6th",  "7th",  "8th",
        "9th",  "10th", "11th", "12th", "13th", "14th", "15th", "16th",
        "17th", "18th", "19th", "20th", "21st", "22nd", "23rd", "24th",
        "25th", "26th", "27th", "28th", "29th", "30th", "31st"};

    (void)state;
    for (uint8_t day = 1; day <= 31; day++)
        assert_str(wording_date(&arena, test_wording(),
                                STR_LIT("{day}{ordinal}"),
                                (struct date){2012, 10, day}),
                   want[day - 1]);
}

static void prints_no_date_that_is_none(void **state)
{
    const struct wording *w = test_wording();

    (void)state;
    assert_int_equal(
        wording_date(&arena, w, w->date_pattern, (struct date){0, 0, 0}).len,
        0);
    assert_int_equal(
        wording_date(&arena, w, w->date_pattern, (struct date){2013, 2, 29})
            .len,
        0);
}

static void prints_financial_years(void **state)
{
    struct wording w = changed();

    (void)state;
    assert_str(wording_year(&arena, &w, 2012), "2012/13");
    assert_str(wording_year(&arena, &w, 1999), "1999/00");
    assert_int_equal(wording_year(&arena, &w, 0).len, 0);
    assert_int_equal(wording_year(&arena, &w, 9999).len, 0);
    w.year_pattern = STR_LIT("{first}-{second}");
    assert_str(wording_year(&arena, &w, 2012), "2012-2013");
}

static void reads_back_the_dates_that_it_prints(void **state)
{
    const struct wording *w = test_wording();
    const int32_t last = date_days((struct date){2100, 12, 31});
    const struct str pattern =
        STR_LIT("{weekday} {day}{ordinal} {month} {year}");

    (void)state;
    for (int32_t day = date_days((struct date){1900, 1, 1}); day <= last;
         day += 13) {
        const struct date d = date_of_days(day);
        struct date back;

        assert_int_equal(
            date_read(wording_date(&arena, w, pattern, d), &w->calendar, &back),
            DATE_OK);
        assert_int_equal(date_compare(d, back), 0);
        arena_free(&arena);
    }
}

static void reads_back_the_money_that_it_prints(void **state)
{
    const struct wording *w = test_wording();
    uint64_t seed = 3;

    (void)state;
    for (int i = 0; i < 20000; i++) {
        struct decimal back;
        int64_t pence;

        seed = seed * UINT64_C(6364136223846793005) + 1;
        pence = (int64_t)(seed >> (1 + i % 62));
        if (i % 2 == 1)
            pence = -pence;
        assert_int_equal(decimal_read(wording_money(&arena, w, pence, 2),
                                      w->currency, &back),
                         NUMBER_OK);
        assert_int_equal(decimal_compare(back, decimal_pence(pence)), 0);
        arena_free(&arena);
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(fills_placeholders),
        TEST(fills_nothing_without_memory),
        TEST(knows_words_by_any_spelling),
        TEST(takes_no_other_punctuation_for_a_dash),
        TEST(names_each_phrase_and_word_once),
        TEST(prints_money),
        TEST(prints_thousands_and_millions),
        TEST(prints_numbers_and_percentages),
        TEST(prints_figures_as_the_wording_says),
        TEST(prints_dates),
        TEST(gives_each_day_its_ordinal),
        TEST(prints_no_date_that_is_none),
        TEST(prints_financial_years),
        TEST(reads_back_the_dates_that_it_prints),
        TEST(reads_back_the_money_that_it_prints),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
