#include "core/value/period.h"
#include "tests/support/period_test.h"
#include "tests/support/wording.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void reads_the_timelines_of_real_reports(void **state)
{
    static const struct period_case cases[] = {
        {"January 2018", "2018-01-01..2018-01-31"},
        {"7 February to 23 March 2018", "2018-02-07..2018-03-23"},
        {"7 February to 23\nMarch 2018", "2018-02-07..2018-03-23"},
        {"23 March 2018", "2018-03-23..2018-03-23"},
        {"April 2018", "2018-04-01..2018-04-30"},
        {"April / May 2018", "2018-04-01..2018-05-31"},
        {"September 2018", "2018-09-01..2018-09-30"},
        {"July 2014", "2014-07-01..2014-07-31"},
        {"July 2014 and regularly thereafter", "2014-07-01..open"},
        {"By end July 2014", "open..2014-07-31"},
        {"Commence in September 2014.", "2014-09-01..open"},
        {"May 2014 to August 2014. Improvement process is to December 2014.",
         "2014-05-01..2014-08-31 open..2014-12-31"},
        {"Ongoing", "undated"},
        {"Quarterly meetings of Performance Board.", "undated"},
    };

    (void)state;
    periods_are_read(cases, sizeof(cases) / sizeof(*cases));
}

static void reads_spans_in_other_words(void **state)
{
    static const struct period_case cases[] = {
        {"7-23 March 2018", "2018-03-07..2018-03-23"},
        {"7 \xE2\x80\x93 23 March 2018", "2018-03-07..2018-03-23"},
        {"7th to 23rd March 2018", "2018-03-07..2018-03-23"},
        {"From 7 February to 23 March 2018", "2018-02-07..2018-03-23"},
        {"05/10/2012 - 12/10/2012", "2012-10-05..2012-10-12"},
        {"2012-10-05 until 2012-10-12", "2012-10-05..2012-10-12"},
        {"Fri 5 October to 12 October 2012", "2012-10-05..2012-10-12"},
        {"November 2017 to February 2018", "2017-11-01..2018-02-28"},
        {"2018", "2018-01-01..2018-12-31"},
        {"2018 to 2020", "2018-01-01..2020-12-31"},
        {"By 2020", "open..2020-12-31"},
        {"by 3 May 2014", "open..2014-05-03"},
        {"By the end of July 2014", "open..2014-07-31"},
        {"until 29 February 2012", "open..2012-02-29"},
        {"No later than 31 May 2014", "open..2014-05-31"},
        {"End of July 2014", "2014-07-31..2014-07-31"},
        {"end April to end July 2014", "2014-04-30..2014-07-31"},
        {"From April 2014", "2014-04-01..open"},
        {"Starting 3 May 2014", "2014-05-03..open"},
        {"April 2014 onwards", "2014-04-01..open"},
        {"May 2014 - ongoing", "2014-05-01..open"},
        {"Ongoing from July 2014", "2014-07-01..open"},
        {"July 2014, then quarterly", "2014-07-01..open"},
        {"Complete in September 2014", "2014-09-01..2014-09-30"},
        {"Launch (July 2014)", "2014-07-01..2014-07-31"},
        {"Week commencing 5 May 2014", "2014-05-05..2014-05-11"},
        {"w/c 29 December 2014", "2014-12-29..2015-01-04"},
        {"MAY 2014", "2014-05-01..2014-05-31"},
        {"May\xC2\xA0"
         "2014",
         "2014-05-01..2014-05-31"},
        {"Mar-18", "2018-03-01..2018-03-31"},
    };

    (void)state;
    periods_are_read(cases, sizeof(cases) / sizeof(*cases));
}

static void reads_several_times_in_a_cell(void **state)
{
    static const struct period_case cases[] = {
        {"May 2014 and September 2014",
         "2014-05-01..2014-05-31 2014-09-01..2014-09-30"},
        {"May and September 2014",
         "2014-05-01..2014-05-31 2014-09-01..2014-09-30"},
        {"7, 14 and 21 March 2018", "2018-03-07..2018-03-07 "
                                    "2018-03-14..2018-03-14 "
                                    "2018-03-21..2018-03-21"},
        {"7 and 8 March 2018", "2018-03-07..2018-03-08"},
        {"7 to 9 and 14 to 16 March 2018",
         "2018-03-07..2018-03-09 2018-03-14..2018-03-16"},
        {"April, May and June 2018", "2018-04-01..2018-06-30"},
        {"May 2014\nJuly 2014",
         "2014-05-01..2014-05-31 2014-07-01..2014-07-31"},
        {"May 2014 (draft); June 2014 (final)",
         "2014-05-01..2014-05-31 2014-06-01..2014-06-30"},
        {"From May 2014. By July 2015.", "2014-05-01..open open..2015-07-31"},
        {"1 and 3 May 2014 and thereafter",
         "2014-05-01..2014-05-01 2014-05-03..open"},
    };

    (void)state;
    periods_are_read(cases, sizeof(cases) / sizeof(*cases));
}

static void guesses_nothing(void **state)
{
    static const struct period_case cases[] = {
        {"", ""},
        {"Soon", ""},
        {"July", ""},
        {"By end July", ""},
        {"7", ""},
        {"7 March", ""},
        {"7 to 23", ""},
        {"Winter 2015", ""}, /* it had two */
        {"Summer term 2015", ""},
        {"Before May 2014", ""},
        {"After 3 May 2014", ""},
        {"Not before May 2014", ""},
        {"Mid July 2014", ""},
        {"Between May and July 2014", ""},
        {"April or May 2018", ""},
        {"Q1 2014", ""},
        {"Phase 2 - May 2014", ""},
        {"November to February 2018", ""},
        {"March 2018 to May", ""},
        {"2 to May 2014", ""},
        {"Monday 1 to Friday 5 October 2012", ""},
        {"Section 4.1", ""},
        {"It may be delayed", ""},
        {"1 May, 3 May, 5 May, 7 May and 9 May 2014", ""},
        {"Week commencing May 2014", ""},
        {"tomorrow 2014", ""},
        {"Quarterly from July", "undated"},
        {"On-going", "undated"},
        {"As  required", "undated"},
        {"Continuously", ""},
        {"\xFF\xFE\xC2", ""},
        {".,;:()", ""},
    };

    (void)state;
    periods_are_read(cases, sizeof(cases) / sizeof(*cases));
}

/* Part of what a cell says about time is not what it says. */
static void takes_no_part_for_the_whole(void **state)
{
    static const struct period_case cases[] = {
        {"31 March 2026 (revised 30 June 2026)", ""},
        {"31 March 2026; revised 30 June 2026", ""},
        {"31 March 2026 \xE2\x86\x92 30 June 2026", ""},
        {"Revised from June 2026 to July 2026", ""},
        {"Slipped from June 2026 to July 2026", ""},
        {"Moved from 1 June 2026 to 1 August 2026", ""},
        {"By 30 June 2026 (extended from 31 March 2026)", ""},
        {"2026 or 2027", ""},
        {"2027 (or 2028)", ""},
        {"June 2026 or earlier", ""},
        {"Quarter 3 (Oct-Dec) 2026", ""},
        {"October - December (Q3) 2026", ""},
        {"2026 Q3", ""},
        {"2027: Jan to March", ""},
        {"2027 January", ""},
        {"Q1 and Q4 2026/27", ""},
        {"Q4, Q3 2026/27", ""},
        {"Q3 or Q4 2026/27", ""},
        /* One time, or several that do not contradict each other. */
        {"Slipped to June 2026", "open..2026-06-30"},
        {"Revised June 2026", ""},
        {"June 2026 or later", "2026-06-01..open"},
        {"June 2026 and later", "2026-06-01..open"},
        {"2027+", "2027-01-01..open"},
        {"Director or deputy: June 2026", "2026-06-01..2026-06-30"},
        {"Phase 1: 1 May 2014", "2014-05-01..2014-05-01"},
    };

    (void)state;
    periods_are_read(cases, sizeof(cases) / sizeof(*cases));
}

static void reads_dates_as_systems_export_them(void **state)
{
    static const struct period_case cases[] = {
        {"2027-03-31T00:00:00Z", "2027-03-31..2027-03-31"},
        {"2027-03-31Z", "2027-03-31..2027-03-31"},
        {"2027-03-31+01:00", "2027-03-31..2027-03-31"},
        {"2027/3/31", "2027-03-31..2027-03-31"},
        {"31/03/2027 00:00", "2027-03-31..2027-03-31"},
        {"by 31/03/2027 14:30", "open..2027-03-31"},
        {"05/10/2012-12/10/2012", "2012-10-05..2012-10-12"},
        {"31st of March 2027", "2027-03-31..2027-03-31"},
        {"1st to 5th of May 2027", "2027-05-01..2027-05-05"},
        {"31 of 2027", ""},
        {"2027-03-31x", ""},
    };

    (void)state;
    periods_are_read(cases, sizeof(cases) / sizeof(*cases));
}

static void reads_the_month_first_where_that_is_said(void **state)
{
    struct period value;
    unsigned traits;

    (void)state;
    assert_int_equal(period_read(STR_LIT("by 03/13/2027"), test_wording(),
                                 DATE_ORDER_MONTH, &value, &traits),
                     DATE_OK);
    assert_string_equal(period_said(&value), "open..2027-03-13");
    assert_int_equal(traits, DATE_TRAIT_PROVEN);
    assert_int_equal(period_read(STR_LIT("03/01/2027 to 05/12/2027"),
                                 test_wording(), DATE_ORDER_MONTH, &value,
                                 &traits),
                     DATE_OK);
    assert_string_equal(period_said(&value), "2027-03-01..2027-05-12");
    assert_int_equal(traits, DATE_TRAIT_EITHER);
    assert_int_equal(period_read(STR_LIT("13/03/2027"), test_wording(),
                                 DATE_ORDER_MONTH, &value, &traits),
                     DATE_DAY_FIRST);
}

static void says_which_date_is_wrong(void **state)
{
    static const struct {
        const char *text;
        enum date_form form;
    } cases[] = {
        {"31 June 2014", DATE_NO_SUCH_DAY},
        {"By 31 June 2014", DATE_NO_SUCH_DAY},
        {"May 2014. Then by 31/06/2014.", DATE_NO_SUCH_DAY},
        {"29 February to 3 March 2018", DATE_NO_SUCH_DAY},
        {"30 and 31 June 2018", DATE_NO_SUCH_DAY},
        {"29, 30 and 31 February", DATE_NO_SUCH_DAY},
        {"02/25/2012", DATE_MONTH_FIRST},
        {"From 02/25/2012 onwards", DATE_MONTH_FIRST},
        {"Monday 5 October 2012", DATE_WRONG_WEEKDAY},
        {"May 2014 to March 2014", DATE_REVERSED},
        {"6 October 2026 to 5 October 2025", DATE_REVERSED},
        {"2020 to 2018", DATE_REVERSED},
        {"Phase 1: 1 May 2014 to 30 April 2014", DATE_REVERSED},
    };

    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        struct period value;

        print_message("%s\n", cases[i].text);
        assert_int_equal(period_read_text(cases[i].text, &value),
                         cases[i].form);
        assert_int_equal(value.count, 0);
        assert_false(value.undated);
    }
}

static void takes_a_long_cell_for_prose(void **state)
{
    char text[8000] = "";
    struct period value;

    (void)state;
    for (size_t i = 0; i < 200; i++)
        (void)strcat(text, "in 2014, and words ");
    assert_int_equal(period_read_text(text, &value), DATE_OK);
    assert_string_equal(period_said(&value), "");

    /* However many words there are between two dates. */
    (void)strcpy(text, "May 2014. ");
    for (size_t i = 0; i < 1000; i++)
        (void)strcat(text, "words ");
    (void)strcat(text, "to July 2014");
    assert_int_equal(period_read_text(text, &value), DATE_OK);
    assert_string_equal(period_said(&value),
                        "2014-05-01..2014-05-31 open..2014-07-31");
}

static void knows_a_date_from_words_with_one(void **state)
{
    static const struct {
        const char *text;
        bool alone;
        bool month;
    } cases[] = {
        {"31/03/27", true, false},
        {"2027-03-31", true, false},
        {"31.3.2027", true, false},
        {"15 Dec 2026", true, false},
        {"8 December 2026", true, false},
        {"Mar-27", true, true},
        {"March 2027", true, true},
        {"By 31/03/27", false, false},
        {"Friday 5 October 2012", false, false},
        {"5th October 2012", false, false},
        {"31/03/2027 09:30", false, false},
        {"March to June 2027", false, false},
        {"1 to 31 March 2027", false, false},
        {"Spring 2027", false, false},
        {"2026/27", false, false},
        {"Q3 2026/27", false, false},
        {"TBC", false, false},
        {"", false, false},
    };

    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        struct period value;
        bool month = false;

        (void)period_read_text(cases[i].text, &value);
        if (period_is_date(&value, str_of(cases[i].text),
                           &test_wording()->calendar,
                           &month) != cases[i].alone ||
            (cases[i].alone && month != cases[i].month))
            fail_msg("%s is taken for another", cases[i].text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_the_timelines_of_real_reports),
        cmocka_unit_test(reads_spans_in_other_words),
        cmocka_unit_test(reads_several_times_in_a_cell),
        cmocka_unit_test(guesses_nothing),
        cmocka_unit_test(takes_no_part_for_the_whole),
        cmocka_unit_test(reads_dates_as_systems_export_them),
        cmocka_unit_test(reads_the_month_first_where_that_is_said),
        cmocka_unit_test(says_which_date_is_wrong),
        cmocka_unit_test(takes_a_long_cell_for_prose),
        cmocka_unit_test(knows_a_date_from_words_with_one),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
