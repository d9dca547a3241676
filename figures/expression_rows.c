#include "figures/expression_rows.h"
#include "core/model/measure.h"
#include "figures/expression_path_data.h"
#include "figures/expression_possible.h"
#include "figures/expression_refuse.h"
#include "figures/rows_alike.h"

#define MEAN_PLACES 2 /* more than the figures have, where it is no money */

static const struct figure none = {.type = FIGURE_NONE};

static void fail(const struct evaluation *ev, size_t offset, const char *why)
{
    finding(ev->findings, FINDING_BAD_EXPRESSION, evaluation_place(ev, offset),
            "%s", why);
}

static bool wants_figures(enum expression_function f)
{
    return f == FUNCTION_SUM || f == FUNCTION_MEAN;
}

static bool wants_order(enum expression_function f)
{
    return f == FUNCTION_MIN || f == FUNCTION_MAX;
}

static enum value_type type_of(const struct rows *rows)
{
    return cell_form_of_column(&rows->table->columns[rows->column]).type;
}

/* Whether the function can be asked of the column. */
static bool takes_column(const struct rows *rows)
{
    const enum expression_function f = rows->node->function;
    const enum value_type type =
        f == FUNCTION_COUNT ? TYPE_TEXT : type_of(rows);

    if (figure_type_is_numeric(figure_type_of(type)))
        return true;
    return wants_order(f)
               ? type == TYPE_DATE || type == TYPE_YEAR || type == TYPE_PERIOD
               : !wants_figures(f);
}

bool rows_begin(const struct evaluation *ev, const struct expression_node *node,
                struct rows *rows)
{
    struct path_target target;

    *rows = (struct rows){.node = node, .best = none};
    if (!path_table(ev, node->path, node->function != FUNCTION_COUNT,
                    &target)) {
        rows->absent = target.absent;
        return false;
    }
    if (!expression_can_hold(ev, target.table, node->next, node->end))
        return false;
    rows->data = target.data;
    rows->table = target.table;
    rows->column = target.column;
    rows->row = SIZE_MAX;
    rows->unknown = target.table->nrows;
    rows->other = target.table->nrows;
    if (takes_column(rows))
        return true;
    fail(ev, node->path->offset,
         wants_order(node->function)
             ? "this column holds no figures, days or times"
             : "this column holds no figures");
    return false;
}

void rows_want(const struct evaluation *ev, struct rows *rows,
               const struct figure *value)
{
    const struct table *t = rows->table;
    const size_t column = table_column(t, rows->node->next->path->text);

    if (figures_data_of(ev->scope->figures, t) != rows->data)
        return; /* of another report */
    if (column == t->ncolumns || t->columns[column].kind == NULL ||
        t->columns[column].kind->type != TYPE_TEXT ||
        value->type != FIGURE_TEXT || value->form.type != TYPE_TEXT ||
        value->cell.len == 0)
        return;
    rows->alike = rows_alike(ev->scope->figures, rows->data, column);
    rows->wanted = cell_as_typed(&value->cell);
}

/* The first row is asked whatever it says: names are known or not. */
static void next_alike(struct rows *rows)
{
    const struct table *t = rows->table;
    size_t next = rows->row == rows->first_asked
                      ? rows_alike_first(rows->alike, t, rows->wanted)
                      : rows_alike_next(rows->alike, t, rows->row);

    if (next == rows->first_asked)
        next = rows_alike_next(rows->alike, t, next);
    rows->row = next;
}

bool rows_next(struct rows *rows)
{
    const struct table *t = rows->table;

    if (rows->alike != NULL && rows->row != SIZE_MAX) {
        next_alike(rows);
        return rows->row < t->nrows;
    }
    do {
        rows->row++;
    } while (rows->row < t->nrows && !row_is_plain(t->row_roles[rows->row]));
    if (rows->alike != NULL)
        rows->first_asked = rows->row;
    return rows->row < t->nrows;
}

static const struct period *period_of(const struct rows *rows, size_t row)
{
    const struct cell *cell = table_cell(rows->table, row, rows->column);
    const struct period *p =
        cell->state == CELL_VALUE ? cell->value.period : NULL;

    return p != NULL && p->count > 0 ? p : NULL;
}

static bool is_better_time(const struct rows *rows)
{
    const struct period *p = period_of(rows, rows->row);
    const struct period *best = period_of(rows, rows->best_row);

    return rows->node->function == FUNCTION_MIN
               ? date_compare(period_first_day(p), period_first_day(best)) < 0
               : date_compare(period_last_day(p), period_last_day(best)) > 0;
}

/* Whether F goes before what was best so far. */
static bool is_better(const struct evaluation *ev, const struct rows *rows,
                      struct figure f)
{
    enum figure_relation r;

    if (type_of(rows) == TYPE_PERIOD)
        return is_better_time(rows);
    r = figure_compare(ev->scope->figures->template_used->wording, f,
                       rows->best);

    return rows->node->function == FUNCTION_MIN ? r == RELATION_LESS
                                                : r == RELATION_GREATER;
}

static void take_best(const struct evaluation *ev, struct rows *rows,
                      struct figure f)
{
    const enum expression_function fn = rows->node->function;

    if (rows->count == 0 || fn == FUNCTION_LAST ||
        (wants_order(fn) && is_better(ev, rows, f))) {
        rows->best = f;
        rows->best_row = rows->row;
    }
}

/* It asks one row, whatever that says, and no best of them. */
static bool is_of_place(enum expression_function f)
{
    return f == FUNCTION_FIRST || f == FUNCTION_LAST;
}

/* 20 days are neither less than 48.2% nor added to it. */
static void see_unit(struct rows *rows)
{
    const struct table *t = rows->table;

    if (t->columns[rows->column].kind == NULL ||
        t->columns[rows->column].kind->type != TYPE_MEASURE)
        return;
    if (rows->count == 0)
        rows->first = rows->row;
    else if (rows->other == t->nrows &&
             !measures_alike(table_cell(t, rows->first, rows->column),
                             table_cell(t, rows->row, rows->column)))
        rows->other = rows->row;
}

void rows_take(const struct evaluation *ev, struct rows *rows)
{
    const struct table *t = rows->table;
    struct figure f;
    struct decimal d;

    if (rows->column == t->ncolumns) {
        rows->count++;
        return;
    }
    f = path_cell(ev, t, rows->row, rows->column);
    if (cell_is_to_come(&f.cell))
        rows->unknown = rows->row;
    if (f.type == FIGURE_NONE ||
        (f.type == FIGURE_BLANK && !is_of_place(rows->node->function)) ||
        (wants_order(rows->node->function) && type_of(rows) == TYPE_PERIOD &&
         period_of(rows, rows->row) == NULL))
        return;
    see_unit(rows);
    take_best(ev, rows, f);
    rows->count++;
    if (cell_decimal(f.form.type, &f.cell, &d))
        rows->overflow |= !decimal_add(rows->sum, d, &rows->sum);
}

static struct figure mean_of(const struct rows *rows, enum value_type type)
{
    const uint8_t scale = rows->table->columns[rows->column].decimals;
    const struct decimal n = {rows->count, 0};
    struct decimal mean;

    if (!decimal_divide(rows->sum, n,
                        type == TYPE_MONEY ? MONEY_SCALE
                                           : (uint8_t)(scale + MEAN_PLACES),
                        &mean))
        return none;
    while (type != TYPE_MONEY && mean.scale > scale &&
           mean.coefficient % 10 == 0)
        mean =
            (struct decimal){mean.coefficient / 10, (uint8_t)(mean.scale - 1)};
    return figure_of_decimal(type, mean);
}

static struct figure of_column(const struct rows *rows)
{
    const struct cell_form form =
        cell_form_of_column(&rows->table->columns[rows->column]);
    const enum value_type type =
        form.type == TYPE_MEASURE && rows->count > 0
            ? figure_of_cell(rows->table, rows->first, rows->column).form.type
            : form.type;
    struct figure f;

    if (!wants_figures(rows->node->function))
        return rows->best;
    if (rows->overflow)
        return none;
    f = rows->node->function == FUNCTION_SUM
            ? figure_of_decimal(type, rows->sum)
            : mean_of(rows, type);
    f.form = form;
    f.form.type = type;
    return figure_of_rows(f, rows->table, rows->column);
}

static bool refuse_units(const struct evaluation *ev, const struct rows *rows)
{
    const struct table *t = rows->table;
    char name[SOURCE_CELL_SIZE];
    char other[SOURCE_CELL_SIZE];

    if (rows->other == t->nrows || is_of_place(rows->node->function))
        return false;
    place_cell_name(table_cell_place(t, rows->first, rows->column), name);
    place_cell_name(table_cell_place(t, rows->other, rows->column), other);
    finding(ev->findings, FINDING_BAD_EXPRESSION,
            evaluation_place(ev, rows->node->offset),
            "figures of several units are neither added nor compared: `%.*s` "
            "(cell %s), `%.*s` (cell %s)",
            STR_ARG(cell_as_typed(table_cell(t, rows->first, rows->column))),
            name,
            STR_ARG(cell_as_typed(table_cell(t, rows->other, rows->column))),
            other);
    finding_hint(ev->findings, "ask for rows of one unit, or for each row by "
                               "its key");
    return true;
}

struct figure rows_end(const struct evaluation *ev, const struct rows *rows)
{
    const struct decimal count = {rows->count, 0};
    struct figure f;

    if (rows->node->function == FUNCTION_COUNT) {
        f = figure_of_decimal(TYPE_NUMBER, count);
        f.at = rows->data->at;
        f = figure_of_rows(f, rows->table, rows->column);
    } else if (rows->count == 0 && rows->node->function != FUNCTION_SUM) {
        fail(ev, rows->node->offset,
             "no row that holds has a figure here: ask count() first");
        return none;
    } else if (rows->column < rows->table->ncolumns && refuse_units(ev, rows)) {
        return none;
    } else {
        if (rows->unknown < rows->table->nrows &&
            wants_figures(rows->node->function))
            say_cell_to_come(ev, rows->table, rows->unknown, rows->column);
        f = of_column(rows);
        if (f.at.source == NULL)
            f.at = rows->data->at;
    }
    if (f.type == FIGURE_NONE)
        fail(ev, rows->node->offset, "the result is too large to be kept");
    return refuse_internal(ev, rows->node->path, f, rows->data->audience,
                           rows->data->at);
}
