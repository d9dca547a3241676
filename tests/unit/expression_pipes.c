/*
 * Pipes, at their edges: figures/pipe.c.
 */
#include "tests/support/desk_rows.h"
#include "tests/support/table.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static void prints_through_pipes(void **state)
{
    struct desk *d = *state;

    prints(d, "under|unsigned", "£38");
    prints(d, "under|unsigned|pounds", "£38");
    prints(d, "large|unsigned|millions(2)", "£1.35m");
    prints(d, "large|millions", "£1.4m");
    prints(d, "large|millions(0)", "£1m");
    prints(d, "large|thousands(1)", "£1,350.0k");
    prints(d, "under|thousands(2)", "-£0.04k");
    prints(d, "under|by-sign('over', 'under', 'on budget')", "under");
    prints(d, "large|by-sign('over', 'under', 'on budget')", "over");
    prints(d, "none|by-sign(\"over\", \"under\", \"on budget\")", "on budget");
    prints(d, "half|by-sign('over', 'under', '')", "over");
    prints(d, "one|plural('saving is', 'savings are')", "saving is");
    prints(d, "none|plural('saving is', 'savings are')", "savings are");
    prints(d, "many|plural('saving is', 'savings are')", "savings are");
    prints(d, "half|plural('day', 'days')", "days");
    prints(d, "many|words|capital", "Twelve");
    prints(d, "none|words|capital", "Zero");
    prints(d, "nought|unsigned|pounds", "Nil");
    prints(d, "open|by-sign('a', 'b', 'c')", "To be confirmed");
    prints(d, "count(costs)|words|capital", "Four");
    fails(d, "large|by-sign('over')", "takes three texts in brackets");
    fails(d, "large|millions(9)", "takes the number of decimals");
    fails(d, "large|pounds(1)", "takes nothing in brackets");
    fails(d, "large|millions(x)", "a number or a text in quotation marks");
    fails(d, "large|millions(1", "are not closed by )");
    fails(d, "large|plural('a', 'b')", "the pipe `plural` does not take");
    fails(d, "large|millions|thousands", "`thousands` is a second pipe");
}

/* What each pipe prints of the values above. */
#define EDGES 7
static const struct {
    enum pipe pipe;
    const char *asked; /* with its arguments */
    const char *names; /* of values, with spaces between */
    const char *want[EDGES];
} edges[] = {
    {PIPE_PLAIN,
     "",
     "m0 m1 m2 m3 large nought open",
     {"£0", "£1", "-£1.50", "£0.50", "£1,350,000", "Nil", "To be confirmed"}},
    {PIPE_PLAIN,
     "",
     "none one n2 half n4 n5 n6",
     {"0", "1", "-1", "0.5", "1,350,000", "Nil", "To be confirmed"}},
    {PIPE_PLAIN,
     "",
     "p0 p1 p2 p3 p6",
     {"0%", "1%", "-1%", "0.5%", "To be confirmed"}},
    {PIPE_PLAIN, "", "d1 d5 d6", {"1 March 2026", "Nil", "To be confirmed"}},
    {PIPE_POUNDS,
     "|pounds",
     "m0 m1 m2 m3 large nought open",
     {"£0", "£1", "-£2", "£1", "£1,350,000", "Nil", "To be confirmed"}},
    {PIPE_POUNDS,
     "|pounds",
     "none one n2 half n4 n5 n6",
     {"£0", "£1", "-£1", "£1", "£1,350,000", "Nil", "To be confirmed"}},
    {PIPE_PENCE,
     "|pence",
     "m0 m1 m2 m3 large nought open",
     {"£0.00", "£1.00", "-£1.50", "£0.50", "£1,350,000.00", "Nil",
      "To be confirmed"}},
    {PIPE_THOUSANDS,
     "|thousands",
     "m0 m1 m2 m3 large nought open",
     {"£0k", "£1", "-£2", "£1", "£1,350k", "Nil", "To be confirmed"}},
    {PIPE_THOUSANDS,
     "|thousands(2)",
     "m0 m1 m2 m3 large nought open",
     {"£0.00k", "£0.00k", "£0.00k", "£0.00k", "£1,350.00k", "Nil",
      "To be confirmed"}},
    {PIPE_THOUSANDS,
     "|thousands",
     "none one n2 half n4 n5 n6",
     {"0k", "1", "-1", "0.5", "1,350k", "Nil", "To be confirmed"}},
    {PIPE_MILLIONS,
     "|millions",
     "m0 m1 m2 m3 large nought open",
     {"£0m", "£1", "-£2", "£1", "£1.4m", "Nil", "To be confirmed"}},
    {PIPE_MILLIONS,
     "|millions(2)",
     "m0 m1 m2 m3 large nought open",
     {"£0.00m", "£0.00m", "£0.00m", "£0.00m", "£1.35m", "Nil",
      "To be confirmed"}},
    {PIPE_PERCENT,
     "|percent",
     "p0 p1 p2 p3 p6",
     {"0%", "1%", "-1%", "0.5%", "To be confirmed"}},
    {PIPE_PERCENT,
     "|percent(1)",
     "p0 p1 p2 p3 p6",
     {"0.0%", "1.0%", "-1.0%", "0.5%", "To be confirmed"}},
    {PIPE_PERCENT,
     "|percent(0)",
     "p0 p1 p2 p3 p6",
     {"0%", "1%", "-1%", "1%", "To be confirmed"}},
    {PIPE_NUMBER,
     "|number",
     "m0 m1 m2 m3 large nought open",
     {"0", "1", "-1.50", "0.50", "1,350,000", "Nil", "To be confirmed"}},
    {PIPE_NUMBER,
     "|number",
     "none one n2 half n4 n5 n6",
     {"0", "1", "-1", "0.5", "1,350,000", "Nil", "To be confirmed"}},
    {PIPE_WORDS,
     "|words",
     "none one n2 half n4 n5 n6",
     {"zero", "one", "-1", "0.5", "1,350,000", "Nil", "To be confirmed"}},
    {PIPE_DATE,
     "|date",
     "d1 d5 d6",
     {"1 March 2026", "Nil", "To be confirmed"}},
    {PIPE_DATE,
     "|date('{weekday} {day}{ordinal} {month} {year}')",
     "d1 d5 d6",
     {"Sunday 1st March 2026", "Nil", "To be confirmed"}},
    {PIPE_MONTH,
     "|month",
     "d1 d5 d6",
     {"March 2026", "Nil", "To be confirmed"}},
    {PIPE_YEAR, "|year", "d1 d5 d6", {"2026", "Nil", "To be confirmed"}},
    {PIPE_QUARTER,
     "|quarter",
     "d1 d5 d6",
     {"Quarter 4 2025/26", "Nil", "To be confirmed"}},
    {PIPE_FINANCIAL_YEAR,
     "|financial-year",
     "d1 d5 d6",
     {"2025/26", "Nil", "To be confirmed"}},
    {PIPE_UNSIGNED,
     "|unsigned",
     "m0 m1 m2 m3 large nought open",
     {"£0", "£1", "£1.50", "£0.50", "£1,350,000", "Nil", "To be confirmed"}},
    {PIPE_UNSIGNED,
     "|unsigned",
     "none one n2 half n4 n5 n6",
     {"0", "1", "1", "0.5", "1,350,000", "Nil", "To be confirmed"}},
    {PIPE_UNSIGNED,
     "|unsigned",
     "p0 p1 p2 p3 p6",
     {"0%", "1%", "1%", "0.5%", "To be confirmed"}},
    {PIPE_BY_SIGN,
     "|by-sign('over', 'under', 'even')",
     "m0 m1 m2 m3 large nought open",
     {"even", "over", "under", "over", "over", "Nil", "To be confirmed"}},
    {PIPE_BY_SIGN,
     "|by-sign('over', 'under', 'even')",
     "none one n2 half n4 n5 n6",
     {"even", "over", "under", "over", "over", "Nil", "To be confirmed"}},
    {PIPE_PLURAL,
     "|plural('is', 'are')",
     "none one n2 half n4 n5 n6",
     {"are", "is", "are", "are", "are", "Nil", "To be confirmed"}},
    {PIPE_LOWER, "|lower", "t1 open none", {"ap huw", "to be confirmed", "0"}},
    {PIPE_UPPER, "|upper", "t1 open none", {"AP HUW", "TO BE CONFIRMED", "0"}},
    {PIPE_CAPITAL,
     "|capital",
     "t1 open none",
     {"Ap Huw", "To be confirmed", "0"}},
    {PIPE_FIRST_WORD, "|first-word", "t1 open", {"ap", "To be confirmed"}},
    {PIPE_LOWEST, "|lowest", "none n2 open", {"0", "-1", "To be confirmed"}},
    {PIPE_HIGHEST, "|highest", "none n2 open", {"0", "-1", "To be confirmed"}},
    {PIPE_NAMES, "|names(1)", "one t1 open", {"1", "", "To be confirmed"}},
    {PIPE_NUMBERS, "|numbers", "one t1 open", {"1", "", "To be confirmed"}},
    {PIPE_IF_ANY,
     "|if-any",
     "t1 open none",
     {"ap Huw", "To be confirmed", "0"}},
};

static void prints_every_pipe_at_its_edges(void **state)
{
    struct desk *d = *state;
    bool tried[PIPE_MAX] = {false};

    for (size_t i = 0; i < COUNT(edges); i++) {
        struct str names = str_of(edges[i].names);

        tried[edges[i].pipe] = true;
        for (size_t k = 0; names.len > 0; k++) {
            const struct str name = str_cut(&names, ' ');

            prints(d,
                   arena_printf(&d->t.reading.arena, "%.*s%s", STR_ARG(name),
                                edges[i].asked)
                       .ptr,
                   edges[i].want[k]);
        }
    }
    for (int p = 0; p < PIPE_MAX; p++)
        assert_true(tried[p]);
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, desk_rows_open, desk_close)
    const struct CMUnitTest tests[] = {
        TEST(prints_through_pipes),
        TEST(prints_every_pipe_at_its_edges),
    };
#undef TEST

    return cmocka_run_group_tests(tests, NULL, NULL);
}
