#include "tests/support/table.h"
#include "tests/support/wording.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

void test_report_init(struct test_report *t)
{
    memset(t, 0, sizeof(*t));
    reading_init(&t->reading);
    t->template.wording = test_wording();
    t->report.data = t->data;
    t->report.fields = t->fields;
    t->report.values = t->values;
    t->report.acknowledgements = t->acknowledgements;
    t->report.source =
        reading_source(&t->reading, "report.xml",
                       STR_LIT("<report>\n<a/>\n<b/>\n<c/>\n<d/>\n"));
}

void test_report_free(struct test_report *t)
{
    reading_free(&t->reading);
}

/* The column of KIND that HEADING names; it must be there. */
static const struct kind_column *column_headed(const struct kind *kind,
                                               struct str heading)
{
    const struct kind_column *repeated = NULL;

    for (size_t i = 0; i < kind->ncolumns; i++) {
        if (str_eq(kind->columns[i].title, heading))
            return &kind->columns[i];
        if (kind->columns[i].repeats)
            repeated = &kind->columns[i];
    }
    assert_non_null(repeated);
    assert_int_not_equal(financial_year_read(heading), 0);
    return repeated;
}

static struct column *read_headings(struct arena *a, struct table *t,
                                    struct str line)
{
    struct column *columns = arena_alloc(a, 32, sizeof(*columns));

    t->columns = columns;
    while (line.len > 0) {
        const struct str heading = str_cut(&line, ';');
        struct column *c = &columns[t->ncolumns++];

        assert_true(t->ncolumns <= 32);
        c->kind = column_headed(t->kind, heading);
        c->id = c->kind->id;
        c->heading = heading;
        c->hidden = c->kind->hidden;
        c->year = c->kind->repeats ? financial_year_read(heading) : 0;
        c->field = (uint32_t)t->ncolumns;
        c->at = (struct place){t->source, 1, c->field};
    }
    return columns;
}

static enum cell_state state_of(struct str text)
{
    static const struct {
        const char *text;
        enum cell_state state;
    } states[] = {
        {"", CELL_BLANK},
        {"-", CELL_DASH},
        {"nil", CELL_NIL},
        {"n/a", CELL_NOT_APPLICABLE},
        {"TBC", CELL_TO_BE_CONFIRMED},
    };

    for (size_t i = 0; i < sizeof(states) / sizeof(*states); i++) {
        if (str_is(text, states[i].text))
            return states[i].state;
    }
    return CELL_VALUE;
}

static bool read_figure(struct cell *c, enum value_type type, struct str text)
{
    const struct wording *w = test_wording();
    struct decimal d;
    struct decimal pence;
    bool read;

    if (type == TYPE_PERCENT)
        read = decimal_read_percent(text, &d) == NUMBER_OK;
    else
        read = decimal_read(text, w->currency, &d) == NUMBER_OK;
    if (!read)
        return false;
    if (type == TYPE_MONEY) {
        assert_true(decimal_round(d, MONEY_SCALE, &pence));
        c->value.pence = pence.coefficient;
        c->scale = d.scale == 0 ? 0 : MONEY_SCALE;
    } else {
        c->value.coefficient = d.coefficient;
        c->scale = d.scale;
    }
    return true;
}

static bool read_when(struct arena *a, struct cell *c, struct str text)
{
    struct period *when = arena_alloc(a, 1, sizeof(*when));
    unsigned traits;

    assert_non_null(when);
    c->value.period = when;
    return period_read(text, test_wording(), DATE_ORDER_DAY, when, &traits) ==
           DATE_OK;
}

static bool read_value(struct arena *a, struct cell *c, enum value_type type,
                       struct str text)
{
    switch (type) {
    case TYPE_MONEY:
    case TYPE_NUMBER:
    case TYPE_PERCENT: return read_figure(c, type, text);
    case TYPE_DATE:
        return date_read(text, &test_wording()->calendar, &c->value.date) ==
               DATE_OK;
    case TYPE_YEAR:
        c->value.year = financial_year_read(text);
        return c->value.year != 0;
    case TYPE_PERIOD: return read_when(a, c, text);
    default: return true;
    }
}

static struct cell read_cell(struct arena *a, enum value_type type,
                             struct str text)
{
    struct cell c = {.ptr = text.ptr, .len = (uint32_t)text.len};

    c.state = (uint8_t)state_of(text);
    if (c.state == CELL_VALUE && !read_value(a, &c, type, text))
        c.state = CELL_BAD;
    return c;
}

/* The line of the kind that a row is, by any of its texts. */
static enum row_role line_of(const struct table *t, const struct cell *cells)
{
    for (size_t i = 0; i < t->kind->nrows; i++) {
        const struct kind_row *l = &t->kind->rows[i];

        for (size_t a = 0; a < l->naliases * t->ncolumns; a++) {
            if (str_same_word(l->aliases[a / t->ncolumns],
                              cell_as_typed(&cells[a % t->ncolumns])))
                return l->role;
        }
    }
    return ROW_ENTRY;
}

static size_t count_lines(struct str text)
{
    size_t n = 0;

    while (text.len > 0) {
        (void)str_cut(&text, '\n');
        n++;
    }
    return n;
}

static const struct table *table_of(struct reading *reading,
                                    struct source *source,
                                    const struct kind *kind)
{
    struct arena *a = &reading->arena;
    struct str rest = source->text;
    struct table *t = arena_alloc(a, 1, sizeof(*t));
    const size_t nlines = count_lines(rest);
    uint32_t *records = arena_alloc(a, nlines, sizeof(*records));
    uint8_t *lines = arena_alloc(a, nlines, sizeof(*lines));
    struct column *columns;
    struct cell *cells;

    t->source = source;
    t->kind = kind;
    columns = read_headings(a, t, str_cut(&rest, '\n'));
    cells = arena_alloc(a, nlines * t->ncolumns, sizeof(*cells));
    t->cells = cells;
    t->records = records;
    t->row_roles = lines;
    while (rest.len > 0) {
        struct str line = str_cut(&rest, '\n');
        struct cell *row = &cells[t->nrows * t->ncolumns];

        for (size_t c = 0; c < t->ncolumns; c++) {
            row[c] = read_cell(a, columns[c].kind->type, str_cut(&line, ';'));
            if (columns[c].kind->type == TYPE_CHOICE)
                row[c].value.choice = (int64_t)kind_column_choice(
                    columns[c].kind, cell_as_typed(&row[c]));
            if (row[c].scale > columns[c].decimals)
                columns[c].decimals = row[c].scale;
        }
        assert_int_equal(line.len, 0);
        records[t->nrows] = (uint32_t)t->nrows + 2;
        lines[t->nrows] = (uint8_t)line_of(t, row);
        t->nrows++;
    }
    return t;
}

struct data *test_report_data(struct test_report *t, const char *id,
                              const struct kind *kind, const char *text)
{
    struct data *d = &t->data[t->report.ndata++];
    const struct str name = arena_printf(&t->reading.arena, "%s.csv", id);
    struct source *source;

    assert_true(t->report.ndata <= TEST_THINGS_MAX);
    source = reading_source(&t->reading, name.ptr, str_of(text));
    source->kind = SOURCE_CSV;
    source->delimiter = ';';
    d->id = id;
    d->file = name.ptr;
    d->kind = kind;
    d->at = (struct place){t->report.source, 3, 1};
    d->table = table_of(&t->reading, source, kind);
    return d;
}

struct field *test_report_field(struct test_report *t, const char *id,
                                const char *text)
{
    struct field *f = &t->fields[t->report.nfields++];

    assert_true(t->report.nfields <= TEST_THINGS_MAX);
    f->id = id;
    f->text = str_of(text);
    f->at = (struct place){t->report.source, 1, 1};
    return f;
}

struct named_value *test_report_value(struct test_report *t, const char *id,
                                      enum value_type type, const char *text)
{
    struct named_value *v = &t->values[t->report.nvalues++];

    assert_true(t->report.nvalues <= TEST_THINGS_MAX);
    v->id = id;
    v->type = type;
    v->cell = read_cell(&t->reading.arena, type, str_of(text));
    v->at = (struct place){t->report.source, 2, 1};
    return v;
}

void test_report_acknowledge(struct test_report *t, const char *code,
                             const char *id, const char *at)
{
    struct acknowledgement *a =
        &t->acknowledgements[t->report.nacknowledgements++];
    struct str cell = str_of(at);

    assert_true(t->report.nacknowledgements <= TEST_THINGS_MAX);
    a->code = finding_of_code(str_of(code));
    a->data = report_data(&t->report, str_of(id));
    a->cell.source = a->data == NULL ? NULL : a->data->table->source;
    a->cell.column = source_column_number(&cell);
    while (cell.len > 0) {
        a->cell.line = a->cell.line * 10 + (uint32_t)(cell.ptr[0] - '0');
        cell = str_from(cell, 1);
    }
    a->because = STR_LIT("it was published so");
    a->at = (struct place){t->report.source, 9, 1};
}

void test_report_compute(struct test_report *t)
{
    assert_int_equal(figures_compute(&t->reading.arena, &t->report,
                                     &t->template, &t->reading.findings,
                                     &t->figures),
                     ST_OK);
}

const char *test_report_faults(struct test_report *t)
{
    return reading_faults(&t->reading, true);
}
