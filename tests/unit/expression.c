/*
 * The expression language: figures/expression_*.c and figure_text.c.
 */
#include "figures/expression.h"
#include "core/base/mem.h"
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

static const struct kind_column columns[] = {
    {.id = "group", .title = S("Group"), .role = COLUMN_GROUP},
    {.id = "item", .title = S("Item"), .role = COLUMN_KEY},
    {.id = "amount",
     .title = S("Budget"),
     .type = TYPE_MONEY,
     .role = COLUMN_AMOUNT},
    {.id = "share", .title = S("Share"), .type = TYPE_PERCENT},
    {.id = "year", .title = S("Year"), .type = TYPE_MONEY, .repeats = true},
    {.id = "due", .title = S("Due"), .type = TYPE_DATE},
    {.id = "level", .title = S("Level"), .role = COLUMN_PLAIN},
};
static const struct str total[] = {S("Total")};
static const struct str sub_total[] = {S("Sub-total")};
static const struct kind_row lines[] = {
    {.role = ROW_TOTAL, .aliases = total, .naliases = 1},
    {.role = ROW_SUB_TOTAL, .aliases = sub_total, .naliases = 1}};
static const struct kind kind = {
    .id = "costs",
    .columns = columns,
    .ncolumns = COUNT(columns),
    .rows = lines,
    .nrows = COUNT(lines),
};

static const char costs[] =
    "Group;Item;Budget;Share;2012/13;2013/14;Due;Level\n"
    "KS2;Maths and English;£120,000;25.5%;£1;£2;05/10/2012;High\n"
    "KS2;Science (9-11);£52,800.50;nil;-;£3;;Low\n"
    "KS2;Sub-total;£172,800.50;;;;;\n"
    "KS4;Maths;£100;1%;;;2012-10-06;not started\n"
    "KS4;Targeted support;£1;;;;;high\n"
    "SEN;Targeted support;£2;;;;;High\n"
    "SEN;Speech  & language;£nonsense;;;;;\n";

static const struct template_field template_fields[] = {
    {.id = "date", .type = FIELD_DATE},
    {.id = "month", .type = FIELD_MONTH},
    {.id = "council", .value = S("Example Council")},
    {.id = "wards"},
    {.id = "subject", .value = S("{{title}}")},
};

struct desk {
    struct test_report t;
    struct scope scope;
};

static int open_desk(void **state)
{
    struct desk *d = mem_zalloc(1, sizeof(*d));
    struct field *month;

    assert_non_null(d);
    test_report_init(&d->t);
    d->t.template.fields = template_fields;
    d->t.template.nfields = COUNT(template_fields);
    test_report_data(&d->t, "costs", &kind, costs)->as_at =
        (struct date){2012, 9, 20};
    test_report_data(&d->t, "secret", &kind, costs)->audience =
        AUDIENCE_INTERNAL;
    test_report_field(&d->t, "title", "School Improvement");
    test_report_field(&d->t, "date", "")->date = (struct date){2012, 10, 5};
    month = test_report_field(&d->t, "month", "");
    month->date = (struct date){2012, 10, 1};
    month->months = 1;
    test_report_field(&d->t, "key-decision", "No");
    test_report_field(&d->t, "exempt", "")->audience = AUDIENCE_INTERNAL;
    test_report_value(&d->t, "responses", TYPE_NUMBER, "7");
    test_report_value(&d->t, "large", TYPE_NUMBER, "43");
    test_report_value(&d->t, "debt", TYPE_MONEY, "(£1,234.50)");
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

static struct place begin(const struct desk *d)
{
    return (struct place){d->t.report.source, 5, 1};
}

/* What TEXT prints as. */
static const char *expanded(struct desk *d, const char *text)
{
    const struct str s =
        expression_expand(&d->t.reading.arena, str_of(text), begin(d),
                          &d->scope, &d->t.reading.findings, NULL);

    return arena_cstr(&d->t.reading.arena, s);
}

static void prints(struct desk *d, const char *text, const char *want)
{
    assert_string_equal(expanded(d, text), want);
    assert_string_equal(test_report_faults(&d->t), "");
}

static void is(struct desk *d, const char *text, bool want)
{
    const bool got =
        expression_true(&d->t.reading.arena, str_of(text), begin(d), &d->scope,
                        &d->t.reading.findings);

    assert_string_equal(test_report_faults(&d->t), "");
    if (got != want)
        fail_msg("%s is %s", text, got ? "true" : "false");
}

/* TEXT is wrong, and the only finding says WANT: code and the text's begin. */
static void fails(struct desk *d, const char *text, const char *want)
{
    struct reading *r = &d->t.reading;
    const struct figure f = expression_value(&r->arena, str_of(text), NOWHERE,
                                             &d->scope, &r->findings);
    const char *said;

    assert_int_equal(f.type, FIGURE_NONE);
    said = reading_faults(r, false);
    if (strncmp(said, "0:0 ", 4) != 0 ||
        strncmp(said + 4, want, strlen(want)) != 0 ||
        strchr(said, '\n')[1] != '\0')
        fail_msg("%s says %s", text, said);
    findings_init(&r->findings, &r->arena);
}

static void prints_values_fields_and_cells(void **state)
{
    struct desk *d = *state;

    prints(d, "no expression } } {", "no expression } } {");
    prints(d, "{{responses}} of {{ large }}.", "7 of 43.");
    prints(d, "{{title}}{{title}}", "School ImprovementSchool Improvement");
    prints(d, "{{subject}}", "School Improvement");
    prints(d, "{{date|date('{weekday:upper} {day}{ordinal} {month} {year2}')}}",
           "FRIDAY 5th October 12");
    prints(d, "{{date|date('{weekday-short} {day2}/{month2}/{year}')|upper}}",
           "FRI 05/10/2012");
    prints(d, "{{title|upper}}", "SCHOOL IMPROVEMENT");
    prints(d, "{{date}}", "5 October 2012");
    prints(d, "{{month}}", "October 2012");
    prints(d, "{{council}}", "Example Council");
    prints(d, "[{{wards}}]", "[]");
    prints(d, "{{costs[Maths].amount}}", "£100.00");
    prints(d, "{{costs [ Maths ] . amount}}", "£100.00");
    prints(d, "{{costs[Science (9-11)].amount}}", "£52,800.50");
    prints(d, "{{costs['Science (9-11)'].share}}", "Nil");
    prints(d, "{{costs[Maths and English].share}}", "25.5%");
    prints(d, "{{costs[Maths and English].2013/14}}", "£2");
    prints(d, "{{costs[Maths and English].this-year}}", "£1");
    prints(d, "{{costs[Maths and English].year-after}}", "£2");
    prints(d, "{{costs[Maths].due}}", "6 October 2012");
    prints(d, "{{costs.as-at}}", "20 September 2012");
}

static void finds_a_row_by_its_exact_text_before_its_words(void **state)
{
    struct desk *d = *state;

    prints(d, "{{costs[maths].amount}}", "£100.00");
    prints(d, "{{costs[MATHS AND ENGLISH].amount}}", "£120,000.00");
    test_report_data(&d->t, "shops", &kind,
                     "Item;Budget\nCO-OP;£1\nCoop;£2\nco op;£3\n");
    test_report_compute(&d->t);
    prints(d, "{{shops[Coop].amount}} {{shops[co op].amount}}", "£2 £3");
    fails(d, "shops[coop].amount",
          "bad-expression `coop` is the name of "
          "several rows of shops.csv");
}

static void prints_with_every_pipe(void **state)
{
    struct desk *d = *state;

    prints(d, "{{debt}}", "-£1,234.50");
    prints(d, "{{debt|pounds}}", "-£1,235");
    prints(d, "{{debt|thousands}}", "-£1.2k");
    prints(d, "{{debt|millions}}", "£0m");
    prints(d, "{{debt | pence}}", "-£1,234.50");
    prints(d, "{{debt|number}}", "-1,234.50");
    prints(d, "{{costs[Maths].amount|pence}}", "£100.00");
    prints(d, "{{costs[Maths].amount|number}}", "100");
    prints(d, "{{responses|words}}", "seven");
    prints(d, "{{large|words}}", "43");
    prints(d, "{{large|pounds}}", "£43");
    prints(d, "{{large|percent}}", "43%");
    prints(d, "{{date|month}} {{date|year}} {{month|date}}",
           "October 2012 2012 1 October 2012");
    prints(d, "{{title|lower}}", "school improvement");
    prints(d, "{{month|lower}}", "october 2012");
    prints(d, "{{date|month|lower}}", "october 2012");
    prints(d, "{{costs[Science (9-11)].share|percent}}", "Nil");
    prints(d, "{{count(costs)|words}}", "six");
    fails(d, "count(costs)|date",
          "bad-expression the pipe `date` does not take");
}

static void adds_up_what_no_row_totals(void **state)
{
    struct desk *d = *state;

    prints(d, "{{costs.total}}", "£172,903.50");
    prints(d, "{{costs.total|pounds}}", "£172,904");
}

static void prints_a_claimed_total_as_it_was_published(void **state)
{
    struct desk *d = *state;

    test_report_data(&d->t, "claimed", &kind,
                     "Item;Budget\nA;£1\nB;£2\nTotal;£5\n");
    test_report_compute(&d->t);
    prints(d, "{{claimed.total}}", "£5");
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
    prints(d, "{{years.total}} {{years[A].2011-12}}", "£12 £1");
    fails(d, "some.total", "bad-expression `total`: the data has no column");
}

static void never_expands_its_result_again(void **state)
{
    struct desk *d = *state;

    test_report_field(&d->t, "trap", "{{title}} {{");
    prints(d, "{{trap}}!", "{{title}} {{!");
}

static void compares(void **state)
{
    struct desk *d = *state;

    is(d, "responses = 7", true);
    is(d, "responses != 7", false);
    is(d, "responses < 7", false);
    is(d, "responses <= 7", true);
    is(d, "responses > 6.99", true);
    is(d, "responses >= 8", false);
    is(d, "debt < 0", true);
    is(d, "debt = -1234.5", true);
    is(d, "costs[Maths].amount >= '£100'", true);
    is(d, "costs[Maths].share = 1", true);
    is(d, "key-decision = 'no'", true);
    is(d, "key-decision = \"Yes\"", false);
    is(d, "date > '4 October 2012'", true);
    is(d, "date <= '2012-10-04'", false);
    is(d, "costs[Science (9-11)].share = 'nil'", true);
    is(d, "costs[Science (9-11)].share > 5", false);
    is(d, "wards = ''", true);
}

static void takes_blank_zero_no_and_false_as_false(void **state)
{
    struct desk *d = *state;

    is(d, "responses", true);
    is(d, "count(costs, level=none such)", false);
    is(d, "key-decision", false);
    is(d, "title", true);
    is(d, "wards", false);
    is(d, "costs[Science (9-11)].share", false);
    is(d, "wards is empty", true);
    is(d, "wards is not empty", false);
    is(d, "title is empty", false);
    /* nil says that there is none; blank says nothing */
    is(d, "costs[Science (9-11)].share is empty", false);
    is(d, "costs[Science (9-11)].due is empty", true);
}

static void binds_not_before_and_before_or(void **state)
{
    struct desk *d = *state;

    is(d, "1 or 0 and 0", true);
    is(d, "(1 or 0) and 0", false);
    is(d, "not 0 and 0", false);
    is(d, "not (0 and 0)", true);
    is(d, "not responses = 8 and not key-decision", true);
    is(d, "not not 1", true);
    is(d, "wards is empty and responses > 5 or 0", true);
    is(d, "(1 = 1) = (2 = 2)", true);
    is(d, "((1))", true);
}

static void counts_entries(void **state)
{
    struct desk *d = *state;

    prints(d, "{{count(costs)}}", "6");
    prints(d, "{{count( costs , level = high )}}", "3");
    prints(d, "{{count(costs, level=not started)}}", "1");
    prints(d, "{{count(costs, level='')}}", "1");
    prints(d, "{{count(costs, amount=£100)}}", "1");
    prints(d, "{{count(costs, amount=100.00)}}", "1");
    prints(d, "{{count(costs, due=5 October 2012)}}", "1");
    prints(d, "{{count(costs, level=low)|words}}", "one");
}

static void sees_the_row_at_hand_inside_each(void **state)
{
    struct desk *d = *state;

    d->scope.table = d->t.data[0].table;
    d->scope.row = 3;
    prints(d, "{{row.item}}: {{row.amount|pounds}}", "Maths: £100");
    is(d, "row.due > '2012-10-05' and row.level = 'Not started'", true);
    fails(d, "row", "bad-expression `row`: this is a row");
    fails(d, "row[Maths]", "bad-expression `row`: this is a row");
    d->scope.table = NULL;
    fails(d, "row.item",
          "unknown-name there is no value, header field or data "
          "called `row`");
}

static void names_the_nearest_of_what_is_unknown(void **state)
{
    struct desk *d = *state;

    fails(d, "respones",
          "unknown-name there is no value, header field or data "
          "called `respones` | did you mean `responses`?");
    fails(d, "titel",
          "unknown-name there is no value, header field or data "
          "called `titel` | did you mean `title`?");
    fails(d, "councl",
          "unknown-name there is no value, header field or data "
          "called `councl` | did you mean `council`?");
    fails(d, "cost.total",
          "unknown-name there is no value, header field or "
          "data called `cost` | did you mean `costs`?");
    fails(d, "costs[Mathss].amount",
          "unknown-name there is no row `Mathss` | did you mean `Maths`?");
    fails(d, "costs[Maths].amont",
          "unknown-name there is no column `amont` | did you mean `amount`?");
    fails(d, "costs[Maths].2014/15",
          "unknown-name there is no column `2014/15` | did you mean "
          "`2012/13`?");
    fails(d, "costs.totl",
          "unknown-name there is no figure of the data called `totl` | did you "
          "mean `total`?");
    fails(d, "costs.total.pence", "unknown-name there is no column `pence`");
    fails(d, "debt|pound",
          "bad-expression there is no pipe `pound` | did you mean `pounds`?");
    fails(d, "count(cost)",
          "unknown-name there is no value, header field or "
          "data called `cost` | did you mean `costs`?");
    fails(d, "count(costs, levle=high)",
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

    fails(d, "costs[Targeted support].amount",
          "bad-expression `Targeted support` is the name of several rows of "
          "costs.csv, among them 6 and 7");
    fails(d, "costs[TARGETED-SUPPORT].amount", "bad-expression `TARGETED");
}

static void finds_the_row_that_speaks_for_a_group(void **state)
{
    struct desk *d = *state;

    prints(d, "{{costs[KS2].amount}}", "£172,800.50");
    prints(d, "{{costs[ks 2].amount}}", "£172,800.50");
    fails(d, "costs[SEN].amount", "unknown-name there is no row `SEN`");
}

static void keeps_internal_figures_out_of_published_text(void **state)
{
    static const char want[] =
        "exempt `secret` rests on what is internal (report.xml:3:1)";
    struct desk *d = *state;

    fails(d, "secret.total", want);
    fails(d, "secret[Maths].amount > 5", want);
    fails(d, "count(secret)", want);
    fails(d, "exempt is empty", "exempt `exempt` rests");
    d->scope.table = d->t.data[1].table;
    fails(d, "row.amount", "exempt `row` rests");
    d->scope.audience = AUDIENCE_INTERNAL;
    prints(d, "{{secret.total|pounds}} {{row.item}}",
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

static void refuses_what_is_no_expression(void **state)
{
    static const char *const wrong[][2] = {
        {"", "the expression ends"},
        {"   ", "the expression ends"},
        {"and", "there is no value"},
        {"1 and", "the expression ends"},
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
        {"title == 'x'", "a name, a number"},
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
        {"-", "`-` is no number"},
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

    prints(d, text, text);
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

        (void)expression_value(&r->arena, text, begin(d), &d->scope,
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
    assert_true(expression_true(&r->arena,
                                str_from(repeated(&r->arena, " or 1", 800), 4),
                                NOWHERE, &d->scope, &r->findings));
    assert_string_equal(reading_faults(r, false), "");
}

static void expands_a_long_text_of_many_expressions(void **state)
{
    struct desk *d = *state;
    struct reading *r = &d->t.reading;
    const size_t n = 50 * 1000;
    struct str text;

    text = expression_expand(&r->arena, repeated(&r->arena, "{{large}}, ", n),
                             begin(d), &d->scope, &r->findings, NULL);
    assert_int_equal(text.len, n * 4);
    (void)expression_expand(&r->arena, repeated(&r->arena, "{{larg}}, ", n),
                            begin(d), &d->scope, &r->findings, NULL);
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
        begin(d), &d->scope, &d->t.reading.findings, NULL);
    assert_true(names->values.steps <= n + 10);
    assert_int_equal(names->nfigures, 1);
    assert_string_equal(test_report_faults(&d->t), "");
}

static void lowers_letters_of_all_languages(void **state)
{
    struct desk *d = *state;

    test_report_field(&d->t, "welsh",
                      "Sir G\xC3\x82R \xC5\xB4 \xC3\x97 \xCE\x91 \xFF");
    prints(d, "{{welsh|lower}}",
           "sir g\xC3\xA2r \xC5\xB5 \xC3\x97 \xCE\xB1 \xFF");
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, open_desk, close_desk)
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
        TEST(names_the_nearest_of_what_is_unknown),
        TEST(points_at_the_name_that_is_wrong),
        TEST(refuses_a_key_of_two_rows),
        TEST(finds_the_row_that_speaks_for_a_group),
        TEST(keeps_internal_figures_out_of_published_text),
        TEST(marks_what_rests_on_internal_data),
        TEST(refuses_what_is_no_expression),
        TEST(says_nothing_more_about_a_cell_that_is_bad),
        TEST(bounds_depth_and_length),
        TEST(expands_a_long_text_of_many_expressions),
        TEST(takes_a_step_a_name),
        TEST(lowers_letters_of_all_languages),
    };
#undef TEST

    return cmocka_run_group_tests(tests, NULL, NULL);
}
