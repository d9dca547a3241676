#include "core/model/measure.h"
#include "input/table/table_parts.h"

static bool is_measure(const struct table_reading *r, size_t column,
                       const struct cell *row)
{
    const struct kind_column *kind = r->columns.list[column].kind;

    return kind != NULL && kind->type == TYPE_MEASURE &&
           row[column].state == CELL_VALUE;
}

/* The unit that the row says in a column of its own; MEASURE_NUMBER: none. */
static enum measure_unit said_unit(const struct table_reading *r,
                                   const struct cell *row)
{
    const struct str sign = r->options->wording->currency;

    for (size_t c = 0; c < r->columns.count; c++) {
        const struct kind_column *kind = r->columns.list[c].kind;
        const struct str text = cell_as_typed(&row[c]);

        if (kind == NULL || kind->role != COLUMN_UNIT)
            continue;
        if (str_find_char(text, '%') < text.len)
            return MEASURE_PERCENT;
        if (sign.len > 0 && str_find(text, sign) < text.len)
            return MEASURE_MONEY;
    }
    return MEASURE_NUMBER;
}

static struct place place_of(const struct table_reading *r, size_t column)
{
    return record_place(r->record, r->columns.list[column].field);
}

/* Another unit than the row's cannot be compared with it. */
static void refuse(struct table_reading *r, size_t column, struct cell *cell)
{
    const struct str text = cell_shown(cell_as_typed(cell));

    finding(r->findings, FINDING_BAD_FIGURE, place_of(r, column),
            "`%.*s` has another unit than the other figures of its row",
            STR_ARG(text));
    finding_hint(r->findings, "give all figures of a row in one unit; what "
                              "cannot be belongs into a row of its own");
    cell->state = CELL_BAD;
}

/* 2.5 weeks beside 18 days are neither fewer nor more by 15.5; nor is anything
   beside a percentage or a sum. */
static void compare_words(struct table_reading *r, struct cell *row,
                          enum measure_unit unit)
{
    const struct cell *first = NULL;

    for (size_t c = 0; c < r->columns.count; c++) {
        if (!is_measure(r, c, row) || row[c].measure != MEASURE_WORDS)
            continue;
        if (unit != MEASURE_NUMBER ||
            (first != NULL && !measures_alike(&row[c], first)))
            refuse(r, c, &row[c]);
        else if (first == NULL)
            first = &row[c];
    }
}

/* 0.54 where the row says that its unit is %: a spreadsheet keeps 54% so. A
   figure above one says that its row has none such. */
static void see_fractions(struct table_reading *r, const struct cell *row)
{
    size_t first = r->columns.count;

    for (size_t c = 0; c < r->columns.count; c++) {
        const struct decimal d = {row[c].value.coefficient, row[c].scale};

        if (!is_measure(r, c, row) || row[c].measure != MEASURE_NUMBER)
            continue;
        if (decimal_compare(d, (struct decimal){1, 0}) > 0 ||
            decimal_compare(d, (struct decimal){-1, 0}) < 0)
            return;
        if (first == r->columns.count && d.scale > 0 && d.coefficient != 0)
            first = c;
    }
    if (first < r->columns.count)
        cell_count(&r->fractions, place_of(r, first),
                   cell_as_typed(&row[first]));
}

void measures_settle(struct table_reading *r, struct cell *row)
{
    enum measure_unit unit;
    bool said;

    if (!r->has_measures)
        return;
    unit = said_unit(r, row);
    said = unit != MEASURE_NUMBER;
    if (unit == MEASURE_PERCENT)
        see_fractions(r, row);
    for (size_t c = 0; c < r->columns.count; c++) {
        const enum measure_unit own = (enum measure_unit)row[c].measure;

        if (!is_measure(r, c, row) || own == MEASURE_NUMBER ||
            own == MEASURE_WORDS)
            continue;
        if (unit != MEASURE_NUMBER && own != unit)
            refuse(r, c, &row[c]);
        else
            unit = own;
    }
    compare_words(r, row, unit);
    for (size_t c = 0; unit != MEASURE_NUMBER && c < r->columns.count; c++) {
        if (!is_measure(r, c, row) || row[c].measure != MEASURE_NUMBER)
            continue;
        row[c].measure = (uint8_t)unit;
        if (!said)
            cell_count(&r->unsigned_measures, place_of(r, c),
                       cell_as_typed(&row[c]));
    }
}

static void say_fractions(const struct table_reading *r)
{
    const struct cell_count *n = &r->fractions;

    if (n->count == 0)
        return;
    finding(r->findings, FINDING_DOUBTFUL, n->first,
            "`%.*s` has no %% and may be a fraction of one; it is taken for "
            "%.*s%%%s",
            STR_ARG(cell_shown(n->text)), STR_ARG(cell_shown(n->text)),
            n->count > 1 ? ", and so are figures of other rows" : "");
    finding_hint(r->findings, "write %% behind each figure where it is a "
                              "percentage as it stands");
}

void measures_end(const struct table_reading *r)
{
    const struct cell_count *n = &r->unsigned_measures;

    say_fractions(r);
    if (n->count == 0)
        return;
    finding(r->findings, FINDING_DOUBTFUL, n->first,
            "`%.*s`%s is taken to have the unit of the other figures in its "
            "row",
            STR_ARG(cell_shown(n->text)),
            n->count > 1 ? ", as others in such rows," : "");
    finding_hint(r->findings, "write the unit in each cell, or in a column of "
                              "role `unit`");
}
