#include "core/value/date.h"
#include "tests/support/wording.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const struct calendar_words *words(void)
{
    return &test_wording()->calendar;
}

static void assert_date(struct date d, int year, int month, int day)
{
    assert_int_equal(d.year, year);
    assert_int_equal(d.month, month);
    assert_int_equal(d.day, day);
}

static void reads_dates_as_people_write_them(void **state)
{
    static const struct {
        const char *text;
        int year, month, day;
    } cases[] = {
        {"05/10/2012", 2012, 10, 5},
        {"5/1/2012", 2012, 1, 5},
        {"05.10.2012", 2012, 10, 5},
        {"5-10-2012", 2012, 10, 5},
        {"05/10/12", 2012, 10, 5},
        {"05/10/70", 1970, 10, 5},
        {"05/10/69", 2069, 10, 5},
        {"2012-10-05", 2012, 10, 5},
        {"2012-02-29", 2012, 2, 29},
        {"5 Oct 2012", 2012, 10, 5},
        {"05-Oct-12", 2012, 10, 5},
        {"05-Oct-2012", 2012, 10, 5},
        {"05/Oct/2012", 2012, 10, 5},
        {"05th October 2012", 2012, 10, 5},
        {"1st May 2014", 2014, 5, 1},
        {"6 th April, 2011", 2011, 4, 6},
        {"5 OCTOBER 2012", 2012, 10, 5},
        {"5 Sept 2012", 2012, 9, 5},
        {"5 Oct. 2012", 2012, 10, 5},
        {"Friday 5 October 2012", 2012, 10, 5},
        {"Fri, 5 October 2012", 2012, 10, 5},
        {"Thurs 4 October 2012", 2012, 10, 4},
        {"March 23, 2018", 2018, 3, 23},
        {"March 23rd 2018", 2018, 3, 23},
        {"  23 March 2018\t", 2018, 3, 23},
        {"23\xC2\xA0March\xC2\xA0"
         "2018",
         2018, 3, 23},
        {"23\nMarch 2018", 2018, 3, 23},
        {"31/12/9999", 9999, 12, 31},
    };

    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        struct date d;

        print_message("%s\n", cases[i].text);
        assert_int_equal(date_read(str_of(cases[i].text), words(), &d),
                         DATE_OK);
        assert_date(d, cases[i].year, cases[i].month, cases[i].day);
    }
}

static void says_what_is_wrong_with_a_date(void **state)
{
    static const struct {
        const char *text;
        enum date_form form;
    } cases[] = {
        {"31 June 2012", DATE_NO_SUCH_DAY},
        {"31/06/2012", DATE_NO_SUCH_DAY},
        {"29 February 2013", DATE_NO_SUCH_DAY},
        {"2013-02-29", DATE_NO_SUCH_DAY},
        {"0 May 2013", DATE_NO_SUCH_DAY},
        {"00/00/0000", DATE_NO_SUCH_DAY},
        {"2012-13-01", DATE_NO_SUCH_DAY},
        {"32/13/2012", DATE_NO_SUCH_DAY},
        {"02/30/2012", DATE_NO_SUCH_DAY},
        {"30 February", DATE_NO_SUCH_DAY},
        {"02/25/2012", DATE_MONTH_FIRST},
        {"12/31/99", DATE_MONTH_FIRST},
        {"2/29/2012", DATE_MONTH_FIRST},
        {"2/29/2013", DATE_NO_SUCH_DAY},
        {"Monday 5 October 2012", DATE_WRONG_WEEKDAY},
        {"Sun 05/10/2012", DATE_WRONG_WEEKDAY},
        {"5 October", DATE_NO_YEAR},
        {"Friday 5 October", DATE_NO_YEAR},
        {"", DATE_NOT_A_DATE},
        {"   ", DATE_NOT_A_DATE},
        {"October 2012", DATE_NOT_A_DATE},
        {"2012", DATE_NOT_A_DATE},
        {"5", DATE_NOT_A_DATE},
        {"Friday", DATE_NOT_A_DATE},
        {"Friday 2012", DATE_NOT_A_DATE},
        {"Friday October 2012", DATE_NOT_A_DATE},
        {"5 Oct 12", DATE_NOT_A_DATE},
        {"05/10", DATE_NOT_A_DATE},
        {"05/10-2012", DATE_NOT_A_DATE},
        {"05/10/012", DATE_NOT_A_DATE},
        {"05/10/20120", DATE_NOT_A_DATE},
        {"5 Ju 2012", DATE_NOT_A_DATE},
        {"5 Octopus 2012", DATE_NOT_A_DATE},
        {"5 October 2012 or later", DATE_NOT_A_DATE},
        {"5 October 20122", DATE_NOT_A_DATE},
        {"5pm", DATE_NOT_A_DATE},
        {"20121005", DATE_NOT_A_DATE},
        {"99999999999999999999/1/2012", DATE_NOT_A_DATE},
        {"Ongoing", DATE_NOT_A_DATE},
        {"\xFF\xFE", DATE_NOT_A_DATE},
    };

    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        struct date d;

        print_message("%s\n", cases[i].text);
        assert_int_equal(date_read(str_of(cases[i].text), words(), &d),
                         cases[i].form);
        if (cases[i].form == DATE_WRONG_WEEKDAY)
            assert_date(d, 2012, 10, 5);
        else
            assert_date(d, 0, 0, 0);
    }
}

static void cuts_a_date_off_running_text(void **state)
{
    static const struct {
        const char *text;
        int year, month, day;
        const char *rest;
    } cases[] = {
        {"7 February to 23 March", 0, 2, 7, " to 23 March"},
        {"April / May 2018", 0, 4, 0, " / May 2018"},
        {"May 2018.", 2018, 5, 0, "."},
        {"Mar-18", 2018, 3, 0, ""},
        {"March-14 April 2018", 0, 3, 0, "-14 April 2018"},
        {"7-23 March 2018", 0, 0, 7, "-23 March 2018"},
        {"7th to", 0, 0, 7, " to"},
        {"2018 to 2019", 2018, 0, 0, " to 2019"},
        {"2018-03-23, 09:30", 2018, 3, 23, ", 09:30"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        struct str text = str_of(cases[i].text);
        struct date d;

        print_message("%s\n", cases[i].text);
        assert_int_equal(date_scan(&text, words(), &d), DATE_OK);
        assert_date(d, cases[i].year, cases[i].month, cases[i].day);
        assert_true(str_is(text, cases[i].rest));
    }
}

static void takes_no_financial_year_for_a_date(void **state)
{
    static const char *const cases[] = {"2012/13", "2012-13",
                                        ("2012\xE2\x80\x93"
                                         "13"),
                                        "1999/2000"};

    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        struct str text = str_of(cases[i]);
        struct date d;

        assert_int_equal(date_scan(&text, words(), &d), DATE_NOT_A_DATE);
        assert_true(str_is(text, cases[i]));
    }
}

static void reads_financial_years(void **state)
{
    (void)state;
    assert_int_equal(financial_year_read(STR_LIT("2012/13")), 2012);
    assert_int_equal(financial_year_read(STR_LIT("2012-13")), 2012);
    assert_int_equal(financial_year_read(STR_LIT("2012/2013")), 2012);
    assert_int_equal(financial_year_read(STR_LIT(" 2012 / 13 ")), 2012);
    assert_int_equal(financial_year_read(STR_LIT("2012\xE2\x80\x93"
                                                 "13")),
                     2012);
    assert_int_equal(financial_year_read(STR_LIT("1999/00")), 1999);
    assert_int_equal(financial_year_read(STR_LIT("1999/2000")), 1999);
}

static void reads_years_of_two_digits(void **state)
{
    static const char *const cases[] = {"26/27", "26-27", "26\342\200\22327"};
    static const char *const none[] = {
        "",      "2", "26", "26/28", "26.27", "2627", "26-2x", "26\xE2\x80\x93",
        "26--27"};

    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
        assert_int_equal(financial_year_read_short(str_of(cases[i])), 2026);
    for (size_t i = 0; i < sizeof(none) / sizeof(*none); i++)
        assert_int_equal(financial_year_read_short(str_of(none[i])), 0);
}

static void refuses_what_is_no_financial_year(void **state)
{
    static const char *const cases[] = {
        "",        "2012",   "2012/14",  "2012/12",  "2012/2014",
        "12/13",   "2012/1", "2012/013", "2012//13", "2012/13x",
        "2012 13", "/13",    "1999/99",  "9999/00x"};

    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
        assert_int_equal(financial_year_read(str_of(cases[i])), 0);
}

static void counts_every_day_of_two_centuries(void **state)
{
    struct date d = {1900, 1, 1};
    int32_t days = date_days(d);
    int weekday = 0; /* 1 January 1900 was a Monday */

    (void)state;
    assert_int_equal(days, -25567);
    for (; d.year <= 2100; days++, weekday = (weekday + 1) % 7) {
        const struct date same = date_of_days(days);

        assert_true(date_valid(d));
        assert_int_equal(date_days(d), days);
        assert_int_equal(date_compare(d, same), 0);
        assert_int_equal(date_weekday(d), weekday);
        if (d.day < date_month_days(d.year, d.month)) {
            d.day++;
        } else if (d.month < 12) {
            d = (struct date){d.year, (uint8_t)(d.month + 1), 1};
        } else {
            d = (struct date){(int16_t)(d.year + 1), 1, 1};
        }
    }
    assert_int_equal(date_days((struct date){1970, 1, 1}), 0);
}

static void ends_the_calendar_at_years_1_and_9999(void **state)
{
    const int32_t first = date_days((struct date){1, 1, 1});
    const int32_t last = date_days((struct date){9999, 12, 31});

    (void)state;
    assert_date(date_of_days(first), 1, 1, 1);
    assert_date(date_of_days(last), 9999, 12, 31);
    assert_date(date_of_days(first - 1), 0, 0, 0);
    assert_date(date_of_days(last + 1), 0, 0, 0);
    assert_date(date_of_days(INT32_MIN), 0, 0, 0);
    assert_date(date_of_days(INT32_MAX), 0, 0, 0);
    assert_int_equal(date_weekday((struct date){1, 1, 1}), 0);
}

static void knows_the_days_of_the_calendar(void **state)
{
    (void)state;
    assert_int_equal(date_month_days(2000, 2), 29);
    assert_int_equal(date_month_days(1900, 2), 28);
    assert_int_equal(date_month_days(2012, 0), 0);
    assert_int_equal(date_month_days(2012, 13), 0);
    assert_false(date_valid((struct date){0, 1, 1}));
    assert_false(date_valid((struct date){2012, 0, 1}));
    assert_false(date_valid((struct date){2012, 1, 0}));
    assert_false(date_valid((struct date){2012, 4, 31}));
    assert_true(date_compare((struct date){2012, 4, 30},
                             (struct date){2012, 5, 1}) < 0);
    assert_true(date_compare((struct date){2013, 1, 1},
                             (struct date){2012, 12, 31}) > 0);
}

static void lines_part_no_day_month_and_year(void **state)
{
    static const char *const days[] = {"8",
                                       "(8",
                                       "[9",
                                       "\xE2\x80\x9C"
                                       "10",
                                       "8th",
                                       "1st",
                                       "12\xE2\x80\x93"
                                       "14",
                                       "12-14",
                                       "12/13",
                                       "(\"12th"};
    static const char *const no_days[] = {
        "128", "", "(", "((((8", "8x", "4.1", "12-", "12-145", "-8", "8)"};
    static const char *const years[] = {"2026",
                                        "2026,",
                                        "2026).",
                                        "2026's",
                                        "2026\xE2\x80\x99s",
                                        "2026/27",
                                        "2026\xE2\x80\x93\x31"};
    static const char *const no_years[] = {"20265",
                                           "318",
                                           "",
                                           "2026)))).",
                                           "2026/https://www.example.gov.uk",
                                           "2026s",
                                           "2026_budget",
                                           "2026/"};
    static const char *const no_months[] = {
        "people",  "Mayors", "Marches", "", "May_2026_budget_report.xlsx",
        "May....", "Mays",   "De"};
    const struct calendar_words *w = words();

    (void)state;
    for (size_t i = 0; i < sizeof(days) / sizeof(days[0]); i++)
        assert_true(date_day_joins(str_of(days[i]), STR_LIT("December"), w));
    for (size_t i = 0; i < sizeof(no_days) / sizeof(no_days[0]); i++)
        assert_false(
            date_day_joins(str_of(no_days[i]), STR_LIT("December"), w));
    for (size_t i = 0; i < sizeof(years) / sizeof(years[0]); i++)
        assert_true(date_year_joins(STR_LIT("December"), str_of(years[i]), w));
    for (size_t i = 0; i < sizeof(no_years) / sizeof(no_years[0]); i++)
        assert_false(
            date_year_joins(STR_LIT("December"), str_of(no_years[i]), w));
    assert_true(date_day_joins(STR_LIT("28"), STR_LIT("Dec"), w));
    assert_true(date_day_joins(STR_LIT("28"), STR_LIT("Dec.)"), w));
    assert_true(date_year_joins(STR_LIT("December,"), STR_LIT("2026)."), w));
    assert_true(date_year_joins(STR_LIT("(May"), STR_LIT("2026)"), w));
    assert_false(date_year_joins(STR_LIT("In"), STR_LIT("2026"), w));
    for (size_t i = 0; i < sizeof(no_months) / sizeof(no_months[0]); i++) {
        assert_false(date_day_joins(STR_LIT("8"), str_of(no_months[i]), w));
        assert_false(date_year_joins(str_of(no_months[i]), STR_LIT("2026"), w));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_dates_as_people_write_them),
        cmocka_unit_test(says_what_is_wrong_with_a_date),
        cmocka_unit_test(cuts_a_date_off_running_text),
        cmocka_unit_test(takes_no_financial_year_for_a_date),
        cmocka_unit_test(reads_financial_years),
        cmocka_unit_test(reads_years_of_two_digits),
        cmocka_unit_test(refuses_what_is_no_financial_year),
        cmocka_unit_test(counts_every_day_of_two_centuries),
        cmocka_unit_test(ends_the_calendar_at_years_1_and_9999),
        cmocka_unit_test(knows_the_days_of_the_calendar),
        cmocka_unit_test(lines_part_no_day_month_and_year),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
