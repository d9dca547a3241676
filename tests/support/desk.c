#include "tests/support/desk.h"
#include "core/base/mem.h"
#include "tests/support/table.h"

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
const struct kind desk_kind = {
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

int desk_open(void **state)
{
    struct desk *d = mem_zalloc(1, sizeof(*d));
    struct field *month;

    assert_non_null(d);
    test_report_init(&d->t);
    d->t.template.fields = template_fields;
    d->t.template.nfields = COUNT(template_fields);
    test_report_data(&d->t, "costs", &desk_kind, costs)->as_at =
        (struct date){2012, 9, 20};
    test_report_data(&d->t, "secret", &desk_kind, costs)->audience =
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

int desk_close(void **state)
{
    struct desk *d = *state;

    test_report_free(&d->t);
    mem_free(d);
    return 0;
}

struct place desk_begin(const struct desk *d)
{
    return (struct place){d->t.report.source, 5, 1};
}

const char *desk_expanded(struct desk *d, const char *text)
{
    const struct str s =
        expression_expand(&d->t.reading.arena, str_of(text), desk_begin(d),
                          &d->scope, &d->t.reading.findings, NULL);

    return arena_cstr(&d->t.reading.arena, s);
}

void desk_prints(struct desk *d, const char *text, const char *want)
{
    assert_string_equal(desk_expanded(d, text), want);
    assert_string_equal(test_report_faults(&d->t), "");
}

void desk_is(struct desk *d, const char *text, bool want)
{
    const bool got =
        expression_true(&d->t.reading.arena, str_of(text), desk_begin(d),
                        &d->scope, &d->t.reading.findings);

    assert_string_equal(test_report_faults(&d->t), "");
    if (got != want)
        fail_msg("%s is %s", text, got ? "true" : "false");
}

void desk_fails(struct desk *d, const char *text, const char *want)
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
