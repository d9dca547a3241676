#include "input/office/stored_number.h"
#include "input/office/number_format.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

struct number_case {
    const char *stored;
    const char *text; /* NULL: no number that can be kept */
};

static void test_fifteen_digits(void **state)
{
    static const struct number_case cases[] = {
        {"0.30000000000000004", "0.3"},
        {"558.82000000000005", "558.82"},
        {"31404858.899999999", "31404858.9"},
        {"7.0000000000000007E-2", "0.07"},
        {"1E-3", "0.001"},
        {"9007199254740993", "9007199254740990"},
        {"1.2345678901234567E+17", "123456789012346000"},
        {"-0", "0"},
        {"-0.5", "-0.5"},
        {"2.2250738585072014E-308", "0"},
        {"1e5", "100000"},
        {" 12 ", "12"},
        {"+5", "5"},
        {".5", "0.5"},
        {"999999999999999.6", "1000000000000000"},
        {"0.00000000000000000001", "0.00000000000000000001"},
        {"1.7976931348623157E+308", NULL},
        {"1E+19", NULL},
        {"", NULL},
        {"abc", NULL},
        {"1E", NULL},
        {"1.2.3", NULL},
        {"--1", NULL},
        {".", NULL},
    };

    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct stored_number n;
        char text[STORED_TEXT_MAX];

        if (cases[i].text == NULL) {
            assert_int_not_equal(
                stored_number_read(str_of(cases[i].stored), &n), STORED_OK);
            continue;
        }
        assert_int_equal(stored_number_read(str_of(cases[i].stored), &n),
                         STORED_OK);
        stored_number_text(&n, 0, text);
        assert_string_equal(text, cases[i].text);
    }
}

static void test_shift(void **state)
{
    struct stored_number n;
    char text[STORED_TEXT_MAX];

    (void)state;
    assert_int_equal(stored_number_read(STR_LIT("0.125"), &n), STORED_OK);
    stored_number_text(&n, -2, text);
    assert_string_equal(text, "12.5");
    stored_number_text(&n, 3, text);
    assert_string_equal(text, "0.000125");
    assert_false(n.is_long);
    assert_int_equal(stored_number_read(STR_LIT("1234567890123456"), &n),
                     STORED_OK);
    assert_true(n.is_long);
}

static enum serial_form day_of(const char *serial, bool from_1904,
                               struct date *day, uint32_t *second)
{
    struct stored_number n;

    assert_int_equal(stored_number_read(str_of(serial), &n), STORED_OK);
    return stored_number_day(&n, from_1904, day, second);
}

static void test_days(void **state)
{
    struct date d;
    uint32_t s;

    (void)state;
    assert_int_equal(day_of("46295", false, &d, &s), SERIAL_OK);
    assert_true(d.year == 2026 && d.month == 9 && d.day == 30 && s == 0);
    assert_int_equal(day_of("44833", true, &d, &s), SERIAL_OK);
    assert_true(d.year == 2026 && d.month == 9 && d.day == 30);
    assert_int_equal(day_of("46295.770833333336", false, &d, &s), SERIAL_OK);
    assert_true(d.day == 30 && s == 18 * 3600 + 30 * 60);
    assert_int_equal(day_of("46294.999999999", false, &d, &s), SERIAL_OK);
    assert_true(d.day == 30 && s == 0);
    assert_int_equal(day_of("0.75", false, &d, &s), SERIAL_OK);
    assert_true(d.year == 0 && s == 18 * 3600);
    assert_int_equal(day_of("0", false, &d, &s), SERIAL_NO_DAY);
    assert_int_equal(day_of("60", false, &d, &s), SERIAL_NO_DAY);
    assert_int_equal(day_of("-1", false, &d, &s), SERIAL_NO_DAY);
    assert_int_equal(day_of("59", false, &d, &s), SERIAL_EARLY);
    assert_int_equal(day_of("61", false, &d, &s), SERIAL_OK);
    assert_true(d.year == 1900 && d.month == 3 && d.day == 1);
    assert_int_equal(day_of("2958465", false, &d, &s), SERIAL_OK);
    assert_int_equal(d.year, 9999);
    assert_int_equal(day_of("2958466", false, &d, &s), SERIAL_LATE);
    assert_int_equal(day_of("1E+17", false, &d, &s), SERIAL_LATE);
}

struct format_case {
    const char *code;
    double value;
    enum shown_as as;
    unsigned zeros;
};

static void test_formats(void **state)
{
    struct arena arena;
    static const struct format_case cases[] = {
        {"General", 7, SHOWN_NUMBER, 0},
        {"#,##0", 7, SHOWN_NUMBER, 0},
        {"#,##0,", 7, SHOWN_NUMBER, 3},
        {"0.0,,\"m\"", 7, SHOWN_NUMBER, 6},
        {"#,##0,;(#,##0,);\"-\"", -7, SHOWN_NUMBER, 3},
        {"#,##0,;(#,##0,);\"-\"", 0, SHOWN_DASH, 0},
        {"#,##0;\"*\";0", -1, SHOWN_WORDS, 0},
        {"#,##0;\"*\";0", 1, SHOWN_NUMBER, 0},
        {";;;", 1, SHOWN_WORDS, 0},
        {"dd/mm/yyyy", 1, SHOWN_DATE, 0},
        {"[$-809]d mmmm yyyy;@", 1, SHOWN_DATE, 0},
        {"mmm-yy", 1, SHOWN_DATE, 0},
        {"h:mm", 1, SHOWN_TIME, 0},
        {"[h]:mm:ss", 1, SHOWN_DURATION, 0},
        {"0\" days\"", 1, SHOWN_NUMBER, 0},
        {"[Red]0", 1, SHOWN_NUMBER, 0},
        {"_-* #,##0_-;-* #,##0_-;_-* \"-\"??_-;_-@_-", 0, SHOWN_NUMBER, 0},
        {"[>=1000000]0.0,,\"m\";[>=1000]0,\"k\";0", 2000000, SHOWN_NUMBER, 6},
        {"[>=1000000]0.0,,\"m\";[>=1000]0,\"k\";0", 2000, SHOWN_NUMBER, 3},
        {"[>=1000000]0.0,,\"m\";[>=1000]0,\"k\";0", 2, SHOWN_NUMBER, 0},
        {"", 1, SHOWN_WORDS, 0},
        {"\"unclosed", 1, SHOWN_WORDS, 0},
        {"[", 1, SHOWN_WORDS, 0},
        {"\\", 1, SHOWN_WORDS, 0},
    };

    (void)state;
    arena_init(&arena, ARENA_USUAL_LIMIT);
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct number_format f;
        const struct format_section *s;

        number_format_read(&arena, str_of(cases[i].code), &f);
        s = number_format_for(&f, cases[i].value);
        if (s->as != cases[i].as || s->zeros != cases[i].zeros)
            print_message("format %s\n", cases[i].code);
        assert_int_equal(s->as, cases[i].as);
        assert_int_equal(s->zeros, cases[i].zeros);
    }
    arena_free(&arena);
}

struct words_case {
    const char *code;
    double value;
    const char *before;
    const char *after;
    bool among;
};

static void test_words_beside(void **state)
{
    static const struct words_case cases[] = {
        {"General", 5, "", "", false},
        {"$#,##0", 5, "$", "", false},
        {"[$\xE2\x82\xAC-2] #,##0", 5, "\xE2\x82\xAC ", "", false},
        {"[$-809]0", 5, "", "", false},
        {"[$\xC2\xA3-809]#,##0", 5, "\xC2\xA3", "", false},
        {"[$GBP] 0", 5, "GBP ", "", false},
        {"[Red]0", 5, "", "", false},
        {"#,##0\" CR\"", 5, "", " CR", false},
        {"#,##0.00 \"p\"", 5, "", " p", false},
        {"\"Band \"0", 5, "Band ", "", false},
        {"General\" km\"", 5, "", " km", false},
        {"@\" km\"", 5, "", " km", false},
        {"0\\k\\m", 5, "", "km", false},
        {"#,##0_);(#,##0)", -5, "(", ")", false},
        {"_-\xC2\xA3* #,##0.00_-;-\xC2\xA3* #,##0.00_-", 5, "\xC2\xA3", "",
         false},
        {"# ##0", 5, "", "", false},
        {"# ?/?", 5, "", "", false},
        {"0.00E+00", 5, "", "", false},
        {"00\"-\"00", 5, "", "", true},
        {"0\"", 5, "", "", false},
    };
    struct arena arena;
    char code[600] = "0\"";
    struct number_format f;

    (void)state;
    arena_init(&arena, ARENA_USUAL_LIMIT);
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        const struct format_section *s;

        number_format_read(&arena, str_of(cases[i].code), &f);
        s = number_format_for(&f, cases[i].value);
        if (!str_is(s->before, cases[i].before) ||
            !str_is(s->after, cases[i].after) || s->among != cases[i].among)
            print_message("format %s\n", cases[i].code);
        assert_true(str_is(s->before, cases[i].before));
        assert_true(str_is(s->after, cases[i].after));
        assert_int_equal(s->among, cases[i].among);
    }
    number_format_read(&arena, STR_LIT("0;-0;0;\"Ward \"@"), &f);
    assert_true(f.has_text && str_is(f.text.before, "Ward "));
    number_format_read(&arena, STR_LIT("@\" km\""), &f);
    assert_true(f.has_text && str_is(f.text.after, " km"));
    number_format_read(&arena, STR_LIT("0;-0;0"), &f);
    assert_false(f.has_text || f.hides_text);
    number_format_read(&arena, STR_LIT(";;;"), &f);
    assert_true(f.hides_text);
    for (size_t i = 2; i + 1 < sizeof(code); i++)
        code[i] = 'x';
    number_format_read(&arena, str_of(code), &f);
    assert_true(f.sections[0].among); /* more than can be kept */
    arena_free(&arena);
}

static void test_date_parts(void **state)
{
    struct arena arena;
    struct number_format f;

    (void)state;
    arena_init(&arena, ARENA_USUAL_LIMIT);
    number_format_built_in(&arena, 16, &f); /* d-mmm */
    assert_true(f.sections[0].has_day && !f.sections[0].has_year);
    number_format_built_in(&arena, 17, &f);
    assert_true(!f.sections[0].has_day && f.sections[0].has_year);
    number_format_read(&arena, STR_LIT("h:mm:ss"), &f);
    assert_true(f.sections[0].has_second && !f.sections[0].has_month);
    number_format_read(&arena, STR_LIT("mm:ss"), &f);
    assert_int_equal(f.sections[0].as, SHOWN_TIME);
    number_format_read(&arena, STR_LIT("yyyy"), &f);
    assert_true(f.sections[0].has_year && !f.sections[0].has_month);
    number_format_read(&arena, STR_LIT("0.0,,\"m\""), &f);
    assert_true(f.sections[0].names_unit);
    number_format_read(&arena, STR_LIT("\"£\"#,##0,"), &f);
    assert_false(f.sections[0].names_unit);
    number_format_read(&arena, STR_LIT("0\" days\""), &f);
    assert_false(f.sections[0].names_unit);
    number_format_built_in(&arena, 9999, &f);
    assert_int_equal(f.sections[0].as, SHOWN_NUMBER);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fifteen_digits),
        cmocka_unit_test(test_shift),
        cmocka_unit_test(test_days),
        cmocka_unit_test(test_formats),
        cmocka_unit_test(test_words_beside),
        cmocka_unit_test(test_date_parts),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
