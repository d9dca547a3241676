/*
 * What the command line says of a report: --set and --as-of.
 */
#include "input/xml/xml_in.h"
#include "tests/support/report_test.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void takes_fields_and_dates_from_the_command_line(void **state)
{
    struct report_test *s = *state;
    const struct override overrides[] = {
        {"--set", STR_LIT("date"), STR_LIT("2026-10-31")},
        {"--set", STR_LIT("period"), STR_LIT("May 2026")},
        {"--set", STR_LIT("b.as-at"), STR_LIT("2026-09-30")},
    };

    report_test_write(state, "b.csv", "Line,Amount\nSchools,1\n");
    (void)report_test_faults(state,
                             "<data id='b' file='b.csv' kind='budget-lines'/>");
    assert_string_equal(report_test_read(s, overrides, 3), "");
    assert_int_equal(s->report.fields[1].date.year, 2026);
    assert_string_equal(s->report.fields[2].id, "period");
    assert_int_equal(s->report.data[0].as_at.month, 9);
}

static void looks_at_the_characters_of_the_command_line(void **state)
{
    struct report_test *s = *state;
    const struct override overrides[] = {
        {"--set", STR_LIT("title"),
         STR_LIT("Cafe\xCC\x81 \xE2\x80\xAE"
                 "x\xE2\x80\xA8y")},
    };

    (void)report_test_faults(state, "");
    assert_string_equal(report_test_read(s, overrides, 1),
                        "--set title:0:0 bad-character U+202E turns the "
                        "direction of the text around it | remove it: "
                        "right-to-left words are put in order without it\n");
    assert_string_equal(arena_cstr(&s->reading.arena, s->report.fields[0].text),
                        "Caf\xC3\xA9 ?x y");
}

static void takes_values_from_the_command_line(void **state)
{
    struct report_test *s = *state;
    const struct override overrides[] = {
        {"--set", STR_LIT("responses"), STR_LIT("45")},
        {"--set", STR_LIT("grant"), STR_LIT("a lot")},
    };

    (void)report_test_faults(state,
                             "<value id='responses' type='number'>43</value>"
                             "<value id='grant' type='money'>£1</value>");
    assert_string_equal(report_test_read(s, overrides, 2),
                        "--set grant:0:0 bad-figure `a lot` is not an "
                        "amount of money | write it as 1,234.56, (1,234) or "
                        "75k\n");
    assert_int_equal(s->report.values[0].cell.value.coefficient, 45);
}

static void every_report_has_the_date_it_is_made_as_of(void **state)
{
    struct report_test *s = *state;
    const struct override overrides[] = {
        {"--as-of", STR_LIT(AS_OF_NAME), STR_LIT("2026-11-30")},
    };

    (void)report_test_faults(state, "");
    assert_string_equal(report_test_read(s, overrides, 1), "");
    assert_int_equal(s->report.nvalues, 1);
    assert_string_equal(s->report.values[0].id, "as-of");
    assert_int_equal(s->report.values[0].type, TYPE_DATE);
    assert_int_equal(s->report.values[0].cell.value.date.month, 11);
}

static void as_of_replaces_what_the_report_itself_says(void **state)
{
    struct report_test *s = *state;
    const struct override overrides[] = {
        {"--as-of", STR_LIT(AS_OF_NAME), STR_LIT("2026-11-30")},
    };

    (void)report_test_faults(
        state, "<value id='as-of' type='date'>1 October 2026</value>");
    assert_int_equal(s->report.values[0].cell.value.date.month, 10);
    assert_string_equal(report_test_read(s, overrides, 1), "");
    assert_int_equal(s->report.nvalues, 1);
    assert_int_equal(s->report.values[0].cell.value.date.month, 11);
}

static void refuses_an_option_that_nothing_takes(void **state)
{
    struct report_test *s = *state;
    const struct override overrides[] = {
        {"--set", STR_LIT("dates"), STR_LIT("2026-10-31")},
        {"--set", STR_LIT("date"), STR_LIT("31 June 2026")},
    };

    (void)report_test_faults(state, "");
    assert_string_equal(
        report_test_read(s, overrides, 2),
        "--set date:0:0 bad-date `31 June 2026` is no day of the calendar\n"
        "--set dates:0:0 unknown-name the report has no header field, value "
        "or data attribute `dates` | did you mean `date`?\n");
    assert_int_equal(s->status, ST_DATA);
}

int main(void)
{
#define TEST(name)                                                             \
    cmocka_unit_test_setup_teardown(name, report_test_open, report_test_close)
    const struct CMUnitTest tests[] = {
        TEST(takes_fields_and_dates_from_the_command_line),
        TEST(looks_at_the_characters_of_the_command_line),
        TEST(takes_values_from_the_command_line),
        TEST(every_report_has_the_date_it_is_made_as_of),
        TEST(as_of_replaces_what_the_report_itself_says),
        TEST(refuses_an_option_that_nothing_takes),
    };

    if (xml_in_setup() != ST_OK)
        return 1;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
