#include "tests/support/csv_test.h"
#include "tests/support/wording.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static const struct str amount_aliases[] = {{"Budget", 6}, {"Net cost", 8}};
static const struct str total_aliases[] = {{"Total", 5}, {"Grand total", 11}};
static const struct str group_aliases[] = {{"of which", 8}};

static const struct kind_column budget_columns[] = {
    {.id = "line",
     .title = {"Budget line", 11},
     .type = TYPE_TEXT,
     .role = COLUMN_KEY,
     .required = true,
     .filled = true},
    {.id = "amount",
     .title = {"Amount", 6},
     .type = TYPE_MONEY,
     .role = COLUMN_AMOUNT,
     .required = true,
     .filled = true,
     .aliases = amount_aliases,
     .naliases = 2},
    {.id = "share", .title = {"Share", 5}, .type = TYPE_PERCENT},
};
static const struct kind_row budget_lines[] = {
    {.role = ROW_TOTAL, .aliases = total_aliases, .naliases = 2},
    {.role = ROW_GROUP_TITLE, .aliases = group_aliases, .naliases = 1},
};
const struct kind csv_test_budget = {
    .id = "budget-lines",
    .columns = budget_columns,
    .ncolumns = COUNT(budget_columns),
    .rows = budget_lines,
    .nrows = COUNT(budget_lines),
};

/* Keys that are unique in their group. */
static const struct kind_column grouped_columns[] = {
    {.id = "group", .title = {"Group", 5}, .role = COLUMN_GROUP},
    {.id = "name", .title = {"Name", 4}, .role = COLUMN_KEY},
};
const struct kind csv_test_grouped = {
    .id = "grouped",
    .columns = grouped_columns,
    .ncolumns = COUNT(grouped_columns),
};

static const struct kind_column profile_columns[] = {
    {.id = "total",
     .title = {"Total", 5},
     .type = TYPE_MONEY,
     .role = COLUMN_TOTAL},
    {.id = "line",
     .title = {"Line", 4},
     .role = COLUMN_LABEL,
     .required = true},
    {.id = "year",
     .title = {"Year", 4},
     .type = TYPE_MONEY,
     .required = true,
     .repeats = true},
};
const struct kind csv_test_profile = {
    .id = "profile",
    .columns = profile_columns,
    .ncolumns = COUNT(profile_columns),
    .extra_columns = true,
};

int csv_test_open(void **state)
{
    struct csv_test *s = calloc(1, sizeof(*s));

    assert_non_null(s);
    reading_init(&s->reading);
    buf_init(&s->dump, 1024 * 1024);
    s->options = (struct table_options){
        .kind = &csv_test_budget,
        .wording = test_wording(),
        .at = {reading_source(&s->reading, "report.xml", STR_LIT("<data/>")), 1,
               1},
    };
    *state = s;
    return 0;
}

int csv_test_close(void **state)
{
    struct csv_test *s = *state;

    buf_free(&s->dump);
    reading_free(&s->reading);
    free(s);
    return 0;
}

void csv_test_read(struct csv_test *s, struct str text)
{
    s->source = reading_source(&s->reading, "budget.csv", text);
    s->source->kind = SOURCE_CSV;
    s->status = csv_in(&s->reading.arena, s->source, &s->options,
                       &s->reading.findings, &s->table);
}

void csv_test_read_anew(struct csv_test *s, const char *text)
{
    findings_init(&s->reading.findings, &s->reading.arena);
    print_message("%s\n", text);
    csv_test_read(s, str_of(text));
}

const char *csv_test_dump(struct csv_test *s)
{
    const struct table *t = s->table;

    buf_clear(&s->dump);
    for (size_t row = 0; t != NULL && row < t->nrows; row++) {
        buf_printf(&s->dump, "%u:", t->records[row]);
        for (size_t c = 0; c < t->ncolumns; c++) {
            buf_char(&s->dump, c == 0 ? ' ' : '|');
            buf_str(&s->dump, cell_as_typed(table_cell(t, row, c)));
        }
        if (t->row_roles[row] != ROW_ENTRY)
            buf_printf(&s->dump, " (%d)", t->row_roles[row]);
        buf_char(&s->dump, '\n');
    }
    buf_char(&s->dump, '\0');
    assert_int_equal(buf_status(&s->dump), ST_OK);
    return s->dump.ptr;
}

void csv_test_no_fault(struct csv_test *s)
{
    const char *faults = reading_faults(&s->reading, false);

    if (strstr(faults, "1:1 assumed the fields") != faults)
        assert_string_equal(faults, "");
}

const char *csv_test_table(void **state, const char *text)
{
    struct csv_test *s = *state;

    csv_test_read(s, str_of(text));
    csv_test_no_fault(s);
    assert_int_equal(s->status, ST_OK);
    assert_non_null(s->table);
    return csv_test_dump(s);
}

const char *csv_test_faults(void **state, const char *text)
{
    struct csv_test *s = *state;

    findings_init(&s->reading.findings, &s->reading.arena);
    csv_test_read(s, str_of(text));
    return reading_faults(&s->reading, true);
}

void csv_test_finds(void **state, const char *text, const char *faults)
{
    const struct csv_test *s = *state;

    print_message("%s\n", text);
    assert_string_equal(csv_test_faults(state, text), faults);
    assert_int_equal(s->status,
                     s->reading.findings.errors > 0 ? ST_DATA : ST_OK);
}
