#include "core/model/report.h"

#include <assert.h>

const struct choice date_order_choices[] = {
    {"day-first", DATE_ORDER_DAY, "05/10/2012 is 5 October", NULL},
    {"month-first", DATE_ORDER_MONTH, "10/05/2012 is 5 October", NULL},
    CHOICE_END};

const struct choice hidden_cells_choices[] = {
    {"refuse", HIDDEN_REFUSED, "a hidden row or wanted column is an error",
     NULL},
    {"leave-out", HIDDEN_LEFT_OUT, "they are left out", NULL},
    {"read", HIDDEN_READ, "they are read as if they were shown", NULL},
    CHOICE_END};

const struct choice data_unit_choices[] = {
    {"one", 0, "572 is 572", NULL},
    {"thousand", 3, "572 is 572,000", NULL},
    {"million", 6, "1.2 is 1,200,000", NULL},
    {"billion", 9, "1.2 is 1,200,000,000", NULL},
    CHOICE_END};

const struct choice delimiter_choices[] = {
    {"comma", ',', "a comma", NULL}, {"semicolon", ';', "a semicolon", NULL},
    {"tab", '\t', "a tab", NULL},    {"bar", '|', "an upright bar", NULL},
    {"tilde", '~', "a tilde", NULL}, {"caret", '^', "a caret", NULL},
    {"colon", ':', "a colon", NULL}, CHOICE_END};

const struct choice named_value_type_choices[] = {
    {"money", TYPE_MONEY, "an amount of money", NULL},
    {"number", TYPE_NUMBER, "a number", NULL},
    {"percent", TYPE_PERCENT, "a percentage", NULL},
    {"date", TYPE_DATE, "a day", NULL},
    {"text", TYPE_TEXT, "words", NULL},
    CHOICE_END};

/* The file of T that has LINE, of those that are numbered through. */
static const struct table_file *file_of(const struct table *t, uint32_t line)
{
    size_t low = 0;
    size_t high = t->nfiles;

    while (high - low > 1) {
        const size_t middle = low + (high - low) / 2;

        if (t->files[middle].before < line)
            low = middle;
        else
            high = middle;
    }
    return &t->files[low];
}

bool table_begins_file(const struct table *t, size_t row)
{
    return row == 0 || (t->nfiles > 1 && file_of(t, t->records[row]) !=
                                             file_of(t, t->records[row - 1]));
}

size_t table_count_sources(const struct table *t)
{
    return t->nfiles == 0 ? 1 : t->nfiles;
}

const struct source *table_source(const struct table *t, size_t i)
{
    return t->nfiles == 0 ? t->source : t->files[i].source;
}

struct place table_cell_place(const struct table *t, size_t row, size_t column)
{
    const struct spot *spot;
    const struct table_file *file;

    assert(row < t->nrows && column < t->ncolumns);
    if (t->spots != NULL) {
        spot = &t->spots[row * t->ncolumns + column];
        if (t->nfiles == 0)
            return (struct place){t->source, spot->line, spot->column};
        file = file_of(t, spot->line);
        return (struct place){file->source, spot->line - file->before,
                              spot->column};
    }
    return (struct place){t->source, t->records[row], t->columns[column].field};
}

size_t table_naming_row(const struct table *t, size_t row, size_t column)
{
    if (t->group_rows == NULL || t->columns[column].kind == NULL ||
        t->columns[column].kind->role != COLUMN_GROUP ||
        table_cell(t, row, column)->state != CELL_BLANK)
        return row;
    return t->group_rows[row];
}

static bool is_text(const struct table *t, size_t column)
{
    return t->columns[column].kind != NULL &&
           t->columns[column].kind->type == TYPE_TEXT;
}

size_t table_words_column(const struct table *t, size_t row, size_t column)
{
    size_t group;

    if (row_is_plain(t->row_roles[row]))
        return column; /* as most are */
    group = table_column_of_role(t, COLUMN_GROUP);
    return group < t->ncolumns && is_text(t, column) && is_text(t, group) &&
                   table_cell(t, row, column)->state == CELL_BLANK &&
                   table_cell(t, row, group)->state != CELL_BLANK
               ? group
               : column;
}

bool table_row_is_ungrouped(const struct table *t, size_t row, size_t column)
{
    return t->group_rows != NULL && t->group_rows[row] == row &&
           table_cell(t, row, column)->state == CELL_BLANK;
}

size_t table_column_of_role(const struct table *t, enum column_role role)
{
    for (size_t c = 0; c < t->ncolumns; c++) {
        if (t->columns[c].kind != NULL && t->columns[c].kind->role == role)
            return c;
    }
    return t->ncolumns;
}

size_t table_counted_twice(const struct table *t, size_t a, size_t b)
{
    const size_t c = table_column_of_role(t, COLUMN_AMOUNT);
    const struct cell *x;
    const struct cell *y;

    if (c == t->ncolumns || t->columns[c].kind->type != TYPE_MONEY)
        return t->ncolumns;
    x = table_cell(t, a, c);
    y = table_cell(t, b, c);
    return x->state == CELL_VALUE && y->state == CELL_VALUE &&
                   x->value.pence != 0 && x->value.pence == y->value.pence
               ? c
               : t->ncolumns;
}

size_t table_column(const struct table *t, struct str id)
{
    for (size_t c = 0; c < t->ncolumns; c++) {
        if (str_is(id, t->columns[c].id))
            return c;
    }
    return t->ncolumns;
}

const struct field *report_field(const struct report *r, struct str id)
{
    for (size_t i = 0; i < r->nfields; i++) {
        if (str_is(id, r->fields[i].id) && !r->fields[i].left_out)
            return &r->fields[i];
    }
    return NULL;
}

static const struct field *dated(const struct field *f)
{
    return f == NULL || f->date.year == 0 ? NULL : f;
}

const struct field *report_period_field(const struct report *r)
{
    return dated(report_field(r, STR_LIT(REPORT_PERIOD_FIELD)));
}

const struct field *report_day_field(const struct report *r)
{
    const struct field *period = report_period_field(r);

    return period != NULL ? period : dated(report_field(r, STR_LIT("date")));
}

const struct data *report_data(const struct report *r, struct str id)
{
    for (size_t i = 0; i < r->ndata; i++) {
        if (str_is(id, r->data[i].id))
            return &r->data[i];
    }
    return NULL;
}

const struct report_section *report_section(const struct report *r,
                                            struct str id)
{
    for (size_t i = 0; i < r->nsections; i++) {
        if (r->sections[i].id != NULL && str_is(id, r->sections[i].id))
            return &r->sections[i];
    }
    return NULL;
}
