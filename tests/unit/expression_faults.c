/*
 * What the expression language refuses, and how much it takes:
 * figures/expression_*.c.
 */
#include "figures/expression.h"
#include "tests/support/desk.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

static void names_the_nearest_of_what_is_unknown(void **state)
{
    struct desk *d = *state;

    desk_fails(d, "respones",
               "unknown-name there is no value, header field or data "
               "called `respones` | did you mean `responses`?");
    desk_fails(d, "titel",
               "unknown-name there is no value, header field or data "
               "called `titel` | did you mean `title`?");
    desk_fails(d, "councl",
               "unknown-name there is no value, header field or data "
               "called `councl` | did you mean `council`?");
    desk_fails(d, "cost.total",
               "unknown-name there is no value, header field or "
               "data called `cost` | did you mean `costs`?");
    desk_fails(d, "costs[Mathss].amount",
               "unknown-name there is no row `Mathss` | did you mean `Maths`?");
    desk_fails(
        d, "costs[Maths].amont",
        "unknown-name there is no column `amont` | did you mean `amount`?");
    desk_fails(d, "costs[Maths].2014/15",
               "unknown-name there is no column `2014/15` | did you mean "
               "`2012/13`?");
    desk_fails(
        d, "costs.totl",
        "unknown-name there is no figure of the data called `totl` | did you "
        "mean `total`?");
    desk_fails(d, "costs.total.pence",
               "unknown-name there is no column `pence`");
    desk_fails(
        d, "debt|pound",
        "bad-expression there is no pipe `pound` | did you mean `pounds`?");
    desk_fails(d, "count(cost)",
               "unknown-name there is no value, header field or "
               "data called `cost` | did you mean `costs`?");
    desk_fails(
        d, "count(costs, levle=high)",
        "unknown-name there is no column `levle` | did you mean `level`?");
}

static void points_at_the_name_that_is_wrong(void **state)
{
    static const char text[] = "<p>All {{title}} and {{costs[Maths].amont}}\n"
                               "and {{count(costs, lvel=high) > }}\n"
                               "and {{open</p>";
    struct desk *d = *state;
    struct source *source =
        reading_source(&d->t.reading, "prose.xml", str_of(text));
    const struct place at = {source, 1, 4};

    (void)expression_expand(&d->t.reading.arena, str_from(str_of(text), 3), at,
                            &d->scope, &d->t.reading.findings, NULL);
    assert_string_equal(
        reading_faults(&d->t.reading, false),
        "1:37 unknown-name there is no column `amont` | did you mean "
        "`amount`?\n"
        "2:33 bad-expression the expression ends where a name should follow\n"
        "3:5 bad-expression this {{ is not closed by }} | write }} where the "
        "expression ends\n");
}

static void refuses_a_key_of_two_rows(void **state)
{
    struct desk *d = *state;

    desk_fails(
        d, "costs[Targeted support].amount",
        "bad-expression `Targeted support` is the name of several rows of "
        "costs.csv, among them 6 and 7");
    desk_fails(d, "costs[TARGETED-SUPPORT].amount", "bad-expression `TARGETED");
}

static void refuses_what_is_no_expression(void **state)
{
    static const char *const wrong[][2] = {
        {"", "the expression ends"},
        {"   ", "the expression ends"},
        {"and", "there is no value"},
        {"1 = 1 and", "the expression ends"},
        {"1 and", "this stands alone"},
        {"title or 'x'", "this stands alone"},
        {"not 1", "this stands alone"},
        {"costs[Maths].share < 0.5", "a percentage is compared with 0.5"},
        {"-1 = costs[Maths].share", "a percentage is compared with -1"},
        {"1 2", "`and`, `or` or a comparison"},
        {"(1", "this ( is not closed"},
        {"1)", "there is no ( for this )"},
        {"()", "a name, a number"},
        {"1 = 2 = 3", "two comparisons"},
        {"1 = (2) < 3", "two comparisons"},
        {"title is empty = 1", "two comparisons"},
        {"1 = title is empty", "two comparisons"},
        {"1 = not 2 = 3", "`not` stands before"},
        {"title is", "`is` is followed"},
        {"title is not", "`is` is followed"},
        {"title is full", "`is` is followed"},
        {"title == 'x'", "says that two are equal, once"},
        {"'open", "the quotation mark ' is not closed"},
        {"costs[Maths", "`Maths` is not followed by ]"},
        {"costs[]", "nothing stands before ]"},
        {"costs[''].amount", "there is no row ``"},
        {"costs.", "a name is missing"},
        {"costs..total", "a name is missing"},
        {"title|", "the name of a pipe is missing"},
        {"debt|pounds|pence", "`pence` is a second pipe"},
        {"count(costs", "this ( is not closed by )"},
        {"count()", "a name is missing"},
        {"count(costs, level=)", "a name, a number or a quoted text"},
        {"count(costs, level=high", "this ( is not closed by )"},
        {"count(costs[Maths])", "`Maths`: count() takes the whole"},
        {"count(costs, amount=lots)", "`lots` is not money"},
        {"-", "a minus stands before a number or between two figures"},
        {"1.2.3", "`1.2.3` is no number"},
        {"99999999999999999999", "`99999999999999999999` is no number"},
        {"title;", "`and`, `or` or a comparison"},
        {"{title}", "a name, a number"},
        {"\x01", "a name, a number"},
        {"title > 'a'", "text cannot be compared with text"},
        {"debt > 'lots'", "money cannot be compared with text"},
        {"date > 5", "a date cannot be compared with a number"},
        {"costs[Maths].share > debt", "a percentage cannot be compared"},
        {"costs", "`costs`: this is a table"},
        {"costs[Maths]", "`Maths`: this is a row"},
        {"costs[Maths].year", "`year`: there is one for each year"},
        {"costs[Maths].amount.pence", "`pence`: a cell has no parts"},
        {"costs.amount", "`amount`: this is a column"},
        {"title.length", "`length`: what stands before it has no parts"},
        {"date|date('{days} {month}')", "the pipe `date` takes nothing or"},
        {"date|date('day')", "the pipe `date` takes nothing or a pattern"},
        {"date|date('{day:small}')", "the pipe `date` takes nothing or"},
        {"title|date('{day}')", "the pipe `date` does not take"},
        {"title|pounds", "the pipe `pounds` does not take"},
        {"debt|month", "the pipe `month` does not take"},
        {"debt|words", "the pipe `words` does not take"},
    };
    struct desk *d = *state;

    for (size_t i = 0; i < COUNT(wrong); i++) {
        struct reading *r = &d->t.reading;
        struct figure f = expression_value(&r->arena, str_of(wrong[i][0]),
                                           NOWHERE, &d->scope, &r->findings);
        const char *said = reading_faults(r, false);

        assert_int_equal(f.type, FIGURE_NONE);
        if (strstr(said, wrong[i][1]) == NULL || strchr(said, '\n')[1] != '\0')
            fail_msg("`%s` says %s, want %s", wrong[i][0], said, wrong[i][1]);
        findings_init(&r->findings, &r->arena);
    }
}

static void says_nothing_more_about_a_cell_that_is_bad(void **state)
{
    static const char text[] = "{{costs[Speech & language].amount|pounds}}";
    struct desk *d = *state;

    desk_prints(d, text, text);
}

/* COUNT times PIECE. */
static struct str repeated(struct arena *a, const char *piece, size_t count)
{
    const size_t len = strlen(piece);
    char *p = arena_alloc(a, count * len + 1, 1);

    assert_non_null(p);
    for (size_t i = 0; i < count; i++)
        memcpy(p + i * len, piece, len);
    return (struct str){p, count * len};
}

static void bounds_depth_and_length(void **state)
{
    static const char *const blocks[] = {"(", "not ", "1 and ", "{{",
                                         "a.b[c]."};
    struct desk *d = *state;
    struct reading *r = &d->t.reading;

    for (size_t i = 0; i < COUNT(blocks); i++) {
        const struct str text = repeated(&r->arena, blocks[i], 1000 * 1000);

        (void)expression_value(&r->arena, text, desk_begin(d), &d->scope,
                               &r->findings);
        assert_string_equal(
            reading_faults(r, false),
            "5:1 limit the expression is longer than 4096 bytes\n");
        findings_init(&r->findings, &r->arena);
    }
    (void)expression_value(&r->arena, repeated(&r->arena, "(", 100), NOWHERE,
                           &d->scope, &r->findings);
    (void)expression_value(&r->arena, repeated(&r->arena, "not ", 1000),
                           NOWHERE, &d->scope, &r->findings);
    assert_string_equal(reading_faults(r, false),
                        "0:0 limit the expression is nested deeper than 32\n");
    findings_init(&r->findings, &r->arena);
    /* Operators in a row are no depth. */
    assert_true(expression_true(
        &r->arena, str_from(repeated(&r->arena, " or 1=1", 500), 4), NOWHERE,
        &d->scope, &r->findings));
    assert_string_equal(reading_faults(r, false), "");
}

static void expands_a_long_text_of_many_expressions(void **state)
{
    struct desk *d = *state;
    struct reading *r = &d->t.reading;
    const size_t n = 50 * 1000;
    struct str text;

    text = expression_expand(&r->arena, repeated(&r->arena, "{{large}}, ", n),
                             desk_begin(d), &d->scope, &r->findings, NULL);
    assert_int_equal(text.len, n * 4);
    (void)expression_expand(&r->arena, repeated(&r->arena, "{{larg}}, ", n),
                            desk_begin(d), &d->scope, &r->findings, NULL);
    assert_int_equal(r->findings.errors, n);
}

/* Steps, not time: a name is a look into a table, and rows are walked through
   once for all who ask the same of them. */
static void takes_a_step_a_name(void **state)
{
    struct desk *d = *state;
    struct names_known *names = d->t.figures.names;
    struct used used;
    const size_t n = 5000;

    used_init(&used, &d->t.reading.arena);
    d->scope.used = &used;
    names->values.steps = 0;
    (void)expression_expand(
        &d->t.reading.arena,
        repeated(&d->t.reading.arena, "{{large}}{{count(costs)}} ", n),
        desk_begin(d), &d->scope, &d->t.reading.findings, NULL);
    assert_true(names->values.steps <= n + 10);
    assert_int_equal(names->nfigures, 1);
    assert_string_equal(test_report_faults(&d->t), "");
}

/* What names no row at hand is asked once, however many rows repeat it. */
static void walks_rows_once_for_all_that_repeat_it(void **state)
{
    struct desk *d = *state;
    struct names_known *names = d->t.figures.names;
    struct used used;

    used_init(&used, &d->t.reading.arena);
    d->scope.used = &used;
    d->scope.table = d->t.data[0].table;
    for (size_t i = 0; i < 1000; i++) {
        d->scope.row = i % d->scope.table->nrows;
        (void)expression_expand(&d->t.reading.arena,
                                STR_LIT("{{count(costs, level = high)}} of "
                                        "{{count(costs, level = row.level)}}"),
                                desk_begin(d), &d->scope,
                                &d->t.reading.findings, NULL);
    }
    assert_int_equal(names->nfigures, 1);
    assert_string_equal(test_report_faults(&d->t), "");
    d->scope.row = 3;
    desk_prints(d, "{{count(costs, level = row.level)}}", "1");
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, desk_open, desk_close)
    const struct CMUnitTest tests[] = {
        TEST(names_the_nearest_of_what_is_unknown),
        TEST(points_at_the_name_that_is_wrong),
        TEST(refuses_a_key_of_two_rows),
        TEST(walks_rows_once_for_all_that_repeat_it),
        TEST(refuses_what_is_no_expression),
        TEST(says_nothing_more_about_a_cell_that_is_bad),
        TEST(bounds_depth_and_length),
        TEST(expands_a_long_text_of_many_expressions),
        TEST(takes_a_step_a_name),
    };
#undef TEST

    return cmocka_run_group_tests(tests, NULL, NULL);
}
