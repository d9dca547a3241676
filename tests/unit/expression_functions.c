/*
 * Functions, conditions on rows and pipes with arguments, at their edges:
 * figures/expression_rows.c, expression_value.c, pipe.c.
 */
#include "core/base/mem.h"
#include "figures/expression.h"
#include "tests/support/table.h"
#include "tests/support/wording.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#define S(literal)                                                             \
    {                                                                          \
        literal, sizeof(literal) - 1                                           \
    }
#define COUNT(array) (sizeof(array) / sizeof(*(array)))

static const struct str colours[] = {S("Red"), S("Green")};
static const struct str red[] = {S("R")};
static const struct kind_choice described[] = {
    {.value = S("Red"), .aliases = red, .naliases = 1}, {.value = S("Green")}};
static const struct kind_column columns[] = {
    {.id = "group", .title = S("Group"), .role = COLUMN_GROUP},
    {.id = "item", .title = S("Item"), .role = COLUMN_KEY},
    {.id = "amount",
     .title = S("Budget"),
     .type = TYPE_MONEY,
     .role = COLUMN_AMOUNT},
    {.id = "days", .title = S("Days"), .type = TYPE_NUMBER},
    {.id = "due", .title = S("Due"), .type = TYPE_DATE},
    {.id = "rag",
     .title = S("RAG"),
     .type = TYPE_CHOICE,
     .choices = colours,
     .nchoices = 2,
     .described = described},
};
static const struct str total[] = {S("Total")};
static const struct kind_row lines[] = {
    {.role = ROW_TOTAL, .aliases = total, .naliases = 1}};
static const struct kind kind = {
    .id = "costs",
    .columns = columns,
    .ncolumns = COUNT(columns),
    .rows = lines,
    .nrows = COUNT(lines),
};

static const char costs[] = "Group;Item;Budget;Days;Due;RAG\n"
                            "Roads;A;£100;1;05/10/2012;Red\n"
                            "Roads;B;-£40;2.5;06/10/2012;Green\n"
                            "Parks;C;nil;-;;Green\n"
                            "Parks;D;£1,350,000;0;01/10/2012;Red\n"
                            ";Total;£1,350,060;;;\n";

static const char later[] = "Group;Item;Budget\n"
                            "Roads;A;£100\n"
                            "Roads;B;TBC\n";

struct desk {
    struct test_report t;
    struct scope scope;
};

static int open_desk(void **state)
{
    struct desk *d = mem_zalloc(1, sizeof(*d));
    static const struct {
        const char *id;
        enum value_type type;
        const char *text;
    } values[] = {
        {"none", TYPE_NUMBER, "0"},
        {"one", TYPE_NUMBER, "1"},
        {"many", TYPE_NUMBER, "12"},
        {"half", TYPE_NUMBER, "0.5"},
        {"under", TYPE_MONEY, "-£38"},
        {"large", TYPE_MONEY, "1350000"},
        {"nought", TYPE_MONEY, "nil"},
        {"open", TYPE_MONEY, "TBC"},
        /* For every pipe: nought, one, less than nought, a half, 1.35 million,
           nil, to be confirmed; money, numbers, percentages, days, words. */
        {"m0", TYPE_MONEY, "0"},
        {"m1", TYPE_MONEY, "1"},
        {"m2", TYPE_MONEY, "-1.50"},
        {"m3", TYPE_MONEY, "0.50"},
        {"n2", TYPE_NUMBER, "-1"},
        {"n4", TYPE_NUMBER, "1350000"},
        {"n5", TYPE_NUMBER, "nil"},
        {"n6", TYPE_NUMBER, "TBC"},
        {"p0", TYPE_PERCENT, "0%"},
        {"p1", TYPE_PERCENT, "1%"},
        {"p2", TYPE_PERCENT, "-1%"},
        {"p3", TYPE_PERCENT, "0.5%"},
        {"p6", TYPE_PERCENT, "TBC"},
        {"d1", TYPE_DATE, "2026-03-01"},
        {"d5", TYPE_DATE, "nil"},
        {"d6", TYPE_DATE, "TBC"},
        {"t1", TYPE_TEXT, "ap Huw"},
    };

    assert_non_null(d);
    test_report_init(&d->t);
    test_report_data(&d->t, "costs", &kind, costs);
    test_report_data(&d->t, "later", &kind, later);
    test_report_data(&d->t, "nothing", &kind, "Item;Budget;RAG\n");
    test_report_data(&d->t, "secret", &kind, costs)->audience =
        AUDIENCE_INTERNAL;
    for (size_t i = 0; i < COUNT(values); i++)
        test_report_value(&d->t, values[i].id, values[i].type, values[i].text);
    test_report_compute(&d->t);
    d->scope = (struct scope){.figures = &d->t.figures};
    *state = d;
    return 0;
}

static int close_desk(void **state)
{
    struct desk *d = *state;

    test_report_free(&d->t);
    mem_free(d);
    return 0;
}

/* What EXPRESSION prints as. */
static void prints(struct desk *d, const char *expression, const char *want)
{
    struct arena *a = &d->t.reading.arena;
    const struct str text = arena_printf(a, "{{%s}}", expression);
    const struct str got =
        expression_expand(a, text, (struct place){d->t.report.source, 5, 1},
                          &d->scope, &d->t.reading.findings, NULL);

    if (!str_is(got, want))
        fail_msg("%s is `%.*s`, not `%s`: %s", expression, STR_ARG(got), want,
                 reading_faults(&d->t.reading, true));
}

static void is(struct desk *d, const char *text, bool want)
{
    const bool got = expression_true(&d->t.reading.arena, str_of(text), NOWHERE,
                                     &d->scope, &d->t.reading.findings);

    assert_string_equal(test_report_faults(&d->t), "");
    if (got != want)
        fail_msg("%s is %s", text, got ? "true" : "false");
}

static void fails(struct desk *d, const char *text, const char *want)
{
    struct reading *r = &d->t.reading;
    const struct figure f = expression_value(&r->arena, str_of(text), NOWHERE,
                                             &d->scope, &r->findings);
    const char *said = reading_faults(r, false);

    assert_int_equal(f.type, FIGURE_NONE);
    if (strstr(said, want) == NULL)
        fail_msg("%s says %s", text, said);
    findings_init(&r->findings, &r->arena);
}

static void counts_rows_that_hold(void **state)
{
    struct desk *d = *state;

    prints(d, "count(costs)", "4");
    prints(d, "count(costs, rag=R)", "2");
    prints(d, "count(costs, rag = 'R')", "2");
    prints(d, "count(costs, rag = 'red' and amount > 1000)", "1");
    prints(d, "count(costs, rag=Red, group=Roads)", "1");
    prints(d, "count(costs, group=Roads, amount < 0 or days = 1)", "2");
    prints(d, "count(costs, not rag = 'Red')", "2");
    prints(d, "count(costs, amount >= 100)", "2");
    prints(d, "count(costs, amount != 100)", "3");
    prints(d, "count(costs, due < '6 October 2012')", "2");
    prints(d, "count(costs, due is empty)", "1");
    prints(d, "count(costs, amount > under)", "2");
    prints(d, "count(nothing)", "0");
    prints(d, "count(nothing, amount > 0)", "0");
}

static void takes_figures_of_rows(void **state)
{
    struct desk *d = *state;

    prints(d, "sum(costs.amount)", "£1,350,060");
    prints(d, "sum(costs.amount, group = 'Roads')", "£60");
    prints(d, "sum(costs.days)", "3.5");
    prints(d, "sum(costs.amount, rag = 'Green')", "-£40");
    prints(d, "sum(nothing.amount)", "£0");
    prints(d, "min(costs.amount)", "-£40");
    prints(d, "max(costs.amount)|millions(2)", "£1.35m");
    prints(d, "mean(costs.amount, group = 'Roads')", "£30");
    prints(d, "mean(costs.days)", "1.167");
    prints(d, "first(costs.item, rag = 'Green')", "B");
    prints(d, "last(costs.item)", "D");
    prints(d, "min(costs.due)", "1 October 2012");
    prints(d, "sum(costs.amount) - costs.total", "£0");
    prints(d, "costs.total.days", "3.5");
    prints(d, "sum(later.amount)", "£100");
    assert_non_null(strstr(reading_faults(&d->t.reading, true),
                           "cell C3 has no figure yet"));
}

static void reckons_with_figures(void **state)
{
    struct desk *d = *state;

    prints(d, "one + many", "13");
    prints(d, "many - one - one", "10");
    prints(d, "under + large|pounds", "£1,349,962");
    prints(d, "nought + large", "£1,350,000");
    prints(d, "open + large", "To be confirmed");
    prints(d, "share(under, large)", "0.0%");
    prints(d, "share(one, many)", "8.3%");
    prints(d, "share(one, many)|percent(0)", "8%");
    prints(d, "share(many, one)|percent(2)", "1,200.00%");
    prints(d, "share(one, none)", "Not applicable");
    prints(d,
           "share(sum(costs.amount, group = 'Roads'), costs.total)|percent(3)",
           "0.004%");
    is(d, "one + one = 2", true);
    is(d, "one + many > many and not one - one > 0", true);
    fails(d, "one + large", "a number and money are not of one type");
    fails(d, "share(one, large)", "share() takes two figures of one type");
    fails(d, "share(one)", "share() takes two figures");
    fails(d, "share(one, one, one, one)", "no further argument");
}

static const struct date holidays[] = {
    {2026, 4, 3}, {2026, 4, 6}, {2026, 12, 25}, {2026, 12, 28}, {2027, 1, 1},
};
static const struct calendar calendar = {
    .id = "test",
    .span = {{2026, 1, 1}, {2027, 1, 31}},
    .holidays = holidays,
    .nholidays = COUNT(holidays),
};

static void counts_working_days(void **state)
{
    struct desk *d = *state;

    fails(d, "working-days('2026-04-02', 1)", "names no calendar");
    fails(d, "clear-working-days(d1, d1)", "names no calendar");
    prints(d, "clear-days('2026-05-18', '2026-06-16')", "28");
    d->t.template.calendar = &calendar;
    prints(d, "working-days('2 April 2026', 1)", "7 April 2026");
    prints(d, "working-days('2026-04-03', 0)", "7 April 2026");
    prints(d, "working-days('2026-04-07', 0)", "7 April 2026");
    prints(d, "working-days('2026-04-14', -6)", "2 April 2026");
    prints(d, "working-days('2026-12-23', 5)", "4 January 2027");
    prints(d, "working-days('2026-12-23', 6)|date('{weekday}')", "Tuesday");
    prints(d, "working-days(d1, one)", "2 March 2026");
    prints(d, "working-days('2026-12-23', '5')", "4 January 2027");
    fails(d, "working-days('2026-12-23', 'five')", "a whole number of days");
    prints(d, "working-days(d5, one) is empty", "Yes");
    prints(d, "clear-working-days('2026-04-02', '2026-04-14')", "5");
    prints(d, "clear-working-days('2026-04-07', '2026-04-07')", "0");
    prints(d, "clear-working-days('2026-04-14', '2026-04-02')", "0");
    prints(d, "clear-days('2026-06-16', '2026-05-18')", "0");
    is(d, "clear-working-days('2026-04-02', '2026-04-14') >= 5", true);
    is(d, "clear-working-days(d6, d1)", false);
    fails(d, "working-days(d1, half)", "a whole number of days");
    fails(d, "working-days(one, one)", "here stands a number");
    fails(d, "working-days(t1, one)", "which `ap Huw` is not");
    fails(d, "working-days(d1)", "takes two arguments");
    fails(d, "clear-days(d1, one)", "here stands a number");
    fails(d, "clear-days(one, d1)", "here stands a number");
    fails(d, "working-days('2027-01-29', 1)",
          "from 2027-01-29 cannot be counted: the calendar `test` knows "
          "2026-01-01 to 2027-01-31");
    fails(d, "working-days('2026-01-01', -1)", "cannot be counted");
    fails(d, "working-days('2028-01-01', 0)", "cannot be counted");
    fails(d, "clear-working-days('2027-01-29', '2027-02-02')",
          "from 2027-02-02 cannot be counted");
    fails(d, "clear-working-days('2025-12-31', '2026-02-02')",
          "from 2025-12-31 cannot be counted");
}

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
     {"£0k", "£0k", "£0k", "£0k", "£1,350k", "Nil", "To be confirmed"}},
    {PIPE_THOUSANDS,
     "|thousands(2)",
     "m0 m1 m2 m3 large nought open",
     {"£0.00k", "£0.00k", "£0.00k", "£0.00k", "£1,350.00k", "Nil",
      "To be confirmed"}},
    {PIPE_THOUSANDS,
     "|thousands",
     "none one n2 half n4 n5 n6",
     {"0k", "0k", "0k", "0k", "1,350k", "Nil", "To be confirmed"}},
    {PIPE_MILLIONS,
     "|millions",
     "m0 m1 m2 m3 large nought open",
     {"£0m", "£0m", "£0m", "£0m", "£1.4m", "Nil", "To be confirmed"}},
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

static void names_what_can_never_be(void **state)
{
    struct desk *d = *state;

    fails(d, "count(costs, rag=Rde)", "`Rde` is no choice of column `rag`");
    fails(d, "count(costs, rag = 'Rde')", "did you mean `Red`?");
    fails(d, "costs[A].rag = 'Amber'", "`Amber` is no choice");
    fails(d, "count(costs, colour = 'Red')", "there is no column `colour`");
    fails(d, "count(nothing, colour=Red)", "there is no column `colour`");
    fails(d, "sum(costs.colour)", "there is no column `colour`");
    fails(d, "sum(costs)", "name one of its columns");
    fails(d, "sum(costs.item)", "this column holds no figures");
    fails(d, "max(nothing.amount)", "no row that holds has a figure");
    fails(d, "count(costs, count(costs) > 1)", "asks for no other rows");
    fails(d, "sum(secret.amount)", "rests on what is internal");
    fails(d, "count(costs, rag=Red, rag=Green)", "no row can be both");
    fails(d, "count(costs, rag = 'Red' and rag = 'Green')", "no row can be");
    is(d, "count(costs, rag = 'Red' or rag = 'Green') = 4", true);
    is(d, "count(costs, rag = 'n/a') > 0", false);
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, open_desk, close_desk)
    const struct CMUnitTest tests[] = {
        TEST(counts_rows_that_hold),   TEST(takes_figures_of_rows),
        TEST(reckons_with_figures),    TEST(prints_through_pipes),
        TEST(counts_working_days),     TEST(prints_every_pipe_at_its_edges),
        TEST(names_what_can_never_be),
    };
#undef TEST

    return cmocka_run_group_tests(tests, NULL, NULL);
}
