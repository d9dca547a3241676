/*
 * The expression language: figures/expression_*.c and figure.c.
 */
#include "figures/expression.h"
#include "tests/support/desk.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#define S(literal)                                                             \
    {                                                                          \
        literal, sizeof(literal) - 1                                           \
    }

static void prints_values_fields_and_cells(void **state)
{
    struct desk *d = *state;

    desk_prints(d, "no expression } } {", "no expression } } {");
    desk_prints(d, "{{responses}} of {{ large }}.", "7 of 43.");
    desk_prints(d, "{{title}}{{title}}",
                "School ImprovementSchool Improvement");
    desk_prints(d, "{{subject}}", "School Improvement");
    desk_prints(
        d, "{{date|date('{weekday:upper} {day}{ordinal} {month} {year2}')}}",
        "FRIDAY 5th October 12");
    desk_prints(d,
                "{{date|date('{weekday-short} {day2}/{month2}/{year}')|upper}}",
                "FRI 05/10/2012");
    desk_prints(d, "{{title|upper}}", "SCHOOL IMPROVEMENT");
    desk_prints(d, "{{date}}", "5 October 2012");
    desk_prints(d, "{{month}}", "October 2012");
    desk_prints(d, "{{council}}", "Example Council");
    desk_prints(d, "[{{wards}}]", "[]");
    desk_prints(d, "{{costs[Maths].amount}}", "£100.00");
    desk_prints(d, "{{costs [ Maths ] . amount}}", "£100.00");
    desk_prints(d, "{{costs[Science (9-11)].amount}}", "£52,800.50");
    desk_prints(d, "{{costs['Science (9-11)'].share}}", "Nil");
    desk_prints(d, "{{costs[Maths and English].share}}", "25.5%");
    desk_prints(d, "{{costs[Maths and English].2013/14}}", "£2");
    desk_prints(d, "{{costs[Maths and English].this-year}}", "£1");
    desk_prints(d, "{{costs[Maths and English].year-after}}", "£2");
    desk_prints(d, "{{costs[Maths].due}}", "6 October 2012");
    desk_prints(d, "{{costs.as-at}}", "20 September 2012");
}

static void finds_a_row_by_its_exact_text_before_its_words(void **state)
{
    struct desk *d = *state;

    desk_prints(d, "{{costs[maths].amount}}", "£100.00");
    desk_prints(d, "{{costs[MATHS AND ENGLISH].amount}}", "£120,000.00");
    test_report_data(&d->t, "shops", &desk_kind,
                     "Item;Budget\nCO-OP;£1\nCoop;£2\nco op;£3\n");
    test_report_compute(&d->t);
    desk_prints(d, "{{shops[Coop].amount}} {{shops[co op].amount}}", "£2 £3");
    desk_fails(d, "shops[coop].amount",
               "bad-expression `coop` is the name of "
               "several rows of shops.csv");
}

static void prints_with_every_pipe(void **state)
{
    struct desk *d = *state;

    desk_prints(d, "{{debt}}", "-£1,234.50");
    desk_prints(d, "{{debt|pounds}}", "-£1,235");
    desk_prints(d, "{{debt|thousands}}", "-£1.2k");
    desk_prints(d, "{{debt|millions}}", "-£1.2k");
    desk_prints(d, "{{debt | pence}}", "-£1,234.50");
    desk_prints(d, "{{debt|number}}", "-1,234.50");
    desk_prints(d, "{{costs[Maths].amount|pence}}", "£100.00");
    desk_prints(d, "{{costs[Maths].amount|number}}", "100");
    desk_prints(d, "{{responses|words}}", "seven");
    desk_prints(d, "{{large|words}}", "43");
    desk_prints(d, "{{large|pounds}}", "£43");
    desk_prints(d, "{{large|percent}}", "43%");
    desk_prints(d, "{{date|month}} {{date|year}} {{month|date}}",
                "October 2012 2012 1 October 2012");
    desk_prints(d, "{{title|lower}}", "school improvement");
    desk_prints(d, "{{month|lower}}", "october 2012");
    desk_prints(d, "{{date|month|lower}}", "october 2012");
    desk_prints(d, "{{costs[Science (9-11)].share|percent}}", "Nil");
    desk_prints(d, "{{count(costs)|words}}", "six");
    desk_fails(d, "count(costs)|date",
               "bad-expression the pipe `date` does not take");
}

static void adds_up_what_no_row_totals(void **state)
{
    struct desk *d = *state;

    desk_prints(d, "{{costs.total}}", "£172,903.50");
    desk_prints(d, "{{costs.total|pounds}}", "£172,904");
}

static void prints_a_claimed_total_as_it_was_published(void **state)
{
    struct desk *d = *state;

    test_report_data(&d->t, "claimed", &desk_kind,
                     "Item;Budget\nA;£1\nB;£2\nTotal;£5\n");
    test_report_compute(&d->t);
    desk_prints(d, "{{claimed.total}}", "£5");
}

static void totals_the_sum_of_years_where_amounts_are_yearly(void **state)
{
    static const struct kind_column yearly_columns[] = {
        {.id = "line", .title = S("Line"), .role = COLUMN_KEY},
        {.id = "year",
         .title = S("Year"),
         .type = TYPE_MONEY,
         .role = COLUMN_AMOUNT,
         .repeats = true},
        {.id = "sum",
         .title = S("All"),
         .type = TYPE_MONEY,
         .role = COLUMN_TOTAL},
    };
    static const struct kind yearly = {
        .id = "yearly", .columns = yearly_columns, .ncolumns = 3};
    struct desk *d = *state;

    test_report_data(&d->t, "years", &yearly,
                     "Line;2011/12;2012/13;All\nA;£1;£2;£3\nB;£4;£5;£9\n");
    test_report_data(&d->t, "some", &yearly, "Line;2011/12\nA;£1\n");
    test_report_compute(&d->t);
    desk_prints(d, "{{years.total}} {{years[A].2011-12}}", "£12 £1");
    desk_fails(d, "some.total",
               "bad-expression `total`: the data has no column");
}

static void never_expands_its_result_again(void **state)
{
    struct desk *d = *state;

    test_report_field(&d->t, "trap", "{{title}} {{");
    desk_prints(d, "{{trap}}!", "{{title}} {{!");
}

static void compares(void **state)
{
    struct desk *d = *state;

    desk_is(d, "responses = 7", true);
    desk_is(d, "responses != 7", false);
    desk_is(d, "responses < 7", false);
    desk_is(d, "responses <= 7", true);
    desk_is(d, "responses > 6.99", true);
    desk_is(d, "responses >= 8", false);
    desk_is(d, "debt < 0", true);
    desk_is(d, "debt = -1234.5", true);
    desk_is(d, "costs[Maths].amount >= '£100'", true);
    desk_is(d, "costs[Maths].share = '1%'", true);
    desk_is(d, "key-decision = 'no'", true);
    desk_is(d, "key-decision = \"Yes\"", false);
    desk_is(d, "date > '4 October 2012'", true);
    desk_is(d, "date <= '2012-10-04'", false);
    desk_is(d, "costs[Science (9-11)].share = 'nil'", true);
    desk_is(d, "costs[Science (9-11)].share > 5", false);
    desk_is(d, "wards = ''", true);
}

static void takes_blank_zero_no_and_false_as_false(void **state)
{
    struct desk *d = *state;

    desk_is(d, "responses", true);
    desk_is(d, "count(costs, level=none such)", false);
    desk_is(d, "key-decision", false);
    desk_is(d, "title", true);
    desk_is(d, "wards", false);
    desk_is(d, "costs[Science (9-11)].share", false);
    desk_is(d, "wards is empty", true);
    desk_is(d, "wards is not empty", false);
    desk_is(d, "title is empty", false);
    /* nil says that there is none; blank says nothing */
    desk_is(d, "costs[Science (9-11)].share is empty", false);
    desk_is(d, "costs[Science (9-11)].due is empty", true);
}

static void binds_not_before_and_before_or(void **state)
{
    struct desk *d = *state;

    desk_is(d, "1 = 1 or 1 = 0 and 1 = 0", true);
    desk_is(d, "(1 = 1 or 1 = 0) and 1 = 0", false);
    desk_is(d, "not 1 = 0 and 1 = 0", false);
    desk_is(d, "not (1 = 0 and 1 = 0)", true);
    desk_is(d, "not responses = 8 and not key-decision", true);
    desk_is(d, "not not title", true);
    desk_is(d, "wards is empty and responses > 5 or 1 = 0", true);
    desk_is(d, "(1 = 1) = (2 = 2)", true);
    desk_is(d, "((1))", true);
}

static void counts_entries(void **state)
{
    struct desk *d = *state;

    desk_prints(d, "{{count(costs)}}", "6");
    desk_prints(d, "{{count( costs , level = high )}}", "3");
    desk_prints(d, "{{count(costs, level=not started)}}", "1");
    desk_prints(d, "{{count(costs, level='')}}", "1");
    desk_prints(d, "{{count(costs, amount=£100)}}", "1");
    desk_prints(d, "{{count(costs, amount=100.00)}}", "1");
    desk_prints(d, "{{count(costs, due=5 October 2012)}}", "1");
    desk_prints(d, "{{count(costs, level=low)|words}}", "one");
}

static void sees_the_row_at_hand_inside_each(void **state)
{
    struct desk *d = *state;

    d->scope.table = d->t.data[0].table;
    d->scope.row = 3;
    desk_prints(d, "{{row.item}}: {{row.amount|pounds}}", "Maths: £100");
    desk_is(d, "row.due > '2012-10-05' and row.level = 'Not started'", true);
    desk_fails(d, "row", "bad-expression `row`: this is a row");
    desk_fails(d, "row[Maths]", "bad-expression `row`: this is a row");
    d->scope.table = NULL;
    desk_fails(d, "row.item",
               "unknown-name there is no value, header field or data "
               "called `row`");
}

static void finds_the_row_that_speaks_for_a_group(void **state)
{
    struct desk *d = *state;

    desk_prints(d, "{{costs[KS2].amount}}", "£172,800.50");
    desk_prints(d, "{{costs[ks 2].amount}}", "£172,800.50");
    desk_fails(d, "costs[SEN].amount", "unknown-name there is no row `SEN`");
}

static void keeps_internal_figures_out_of_published_text(void **state)
{
    static const char want[] =
        "exempt `secret` rests on what is internal (report.xml:3:1)";
    struct desk *d = *state;

    desk_fails(d, "secret.total", want);
    desk_fails(d, "secret[Maths].amount > 5", want);
    desk_fails(d, "count(secret)", want);
    desk_fails(d, "exempt is empty", "exempt `exempt` rests");
    d->scope.table = d->t.data[1].table;
    desk_fails(d, "row.amount", "exempt `row` rests");
    d->scope.audience = AUDIENCE_INTERNAL;
    desk_prints(d, "{{secret.total|pounds}} {{row.item}}",
                "£172,904 Maths and English");
}

static void marks_what_rests_on_internal_data(void **state)
{
    struct desk *d = *state;
    struct figure f;

    d->scope.audience = AUDIENCE_INTERNAL;
    f = expression_value(&d->t.reading.arena, STR_LIT("1 = 2 or secret.total"),
                         NOWHERE, &d->scope, &d->t.reading.findings);
    assert_int_equal(f.type, FIGURE_BOOL);
    assert_int_equal(f.audience, AUDIENCE_INTERNAL);
}

static void lowers_letters_of_all_languages(void **state)
{
    struct desk *d = *state;

    test_report_field(&d->t, "welsh",
                      "Sir G\xC3\x82R \xC5\xB4 \xC3\x97 \xCE\x91 \xFF");
    desk_prints(d, "{{welsh|lower}}",
                "sir g\xC3\xA2r \xC5\xB5 \xC3\x97 \xCE\xB1 \xFF");
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, desk_open, desk_close)
    const struct CMUnitTest tests[] = {
        TEST(prints_values_fields_and_cells),
        TEST(finds_a_row_by_its_exact_text_before_its_words),
        TEST(prints_with_every_pipe),
        TEST(adds_up_what_no_row_totals),
        TEST(prints_a_claimed_total_as_it_was_published),
        TEST(totals_the_sum_of_years_where_amounts_are_yearly),
        TEST(never_expands_its_result_again),
        TEST(compares),
        TEST(takes_blank_zero_no_and_false_as_false),
        TEST(binds_not_before_and_before_or),
        TEST(counts_entries),
        TEST(sees_the_row_at_hand_inside_each),
        TEST(finds_the_row_that_speaks_for_a_group),
        TEST(keeps_internal_figures_out_of_published_text),
        TEST(marks_what_rests_on_internal_data),
        TEST(lowers_letters_of_all_languages),
    };
#undef TEST

    return cmocka_run_group_tests(tests, NULL, NULL);
}
