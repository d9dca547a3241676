#include "tests/support/desk_rows.h"
#include "core/base/mem.h"
#include "figures/expression.h"
#include "tests/support/table.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#define S(literal)                                                             \
    {                                                                          \
        literal, sizeof(literal) - 1                                           \
    }

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

int desk_rows_open(void **state)
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

void prints(struct desk *d, const char *expression, const char *want)
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

void is(struct desk *d, const char *text, bool want)
{
    desk_is(d, text, want);
}

void fails(struct desk *d, const char *text, const char *want)
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
