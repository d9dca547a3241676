#include "figures/check_result.h"
#include "figures/check_comparison.h"
#include "figures/check_names.h"
#include "figures/check_row.h"

bool lines_are_checked_in(const struct table *t, const struct kind_check *check,
                          size_t column)
{
    const struct column *c = &t->columns[column];

    if (check->of != NULL)
        return str_is(str_of(check->of), c->id);
    return c->kind != NULL && c->kind->type == TYPE_MONEY &&
           c->kind->role != COLUMN_RATE;
}

/* A result, and the last total above it. */
struct result_rows {
    size_t row;
    size_t total; /* ROW: none */
};

/* False: something above it pays for others, or is a balance. */
static bool rows_of_result(const struct table *t, size_t row,
                           struct result_rows *rows)
{
    *rows = (struct result_rows){row, row};
    for (size_t r = 0; r < row; r++) {
        const uint8_t role = t->row_roles[r];

        if (role == ROW_FUNDING || role == ROW_BLOCK_TOTAL ||
            role == ROW_RESULT || row_is_stock(role))
            return false;
        if (role == ROW_TOTAL)
            rows->total = r;
    }
    return true;
}

static struct sum sum_of(const struct checks *c, const struct result_rows *rows,
                         size_t column, int sign)
{
    const bool has_total = rows->total < rows->row;
    struct sum s = {.terms = 0};

    if (has_total)
        sum_add(c, &s, rows->total, column, sign);
    for (size_t r = has_total ? rows->total + 1 : 0; r < rows->row; r++) {
        const uint8_t role = c->table->row_roles[r];

        if (row_is_plain(role))
            sum_add(c, &s, r, column, sign * sum_sign_of(role));
    }
    return s;
}

static bool has_figure(const struct checks *c, const struct result_rows *rows,
                       size_t column)
{
    struct decimal d;

    for (size_t r = 0; r < rows->row; r++) {
        if (cell_decimal(c->table->columns[column].kind->type,
                         table_cell(c->table, r, column), &d) &&
            d.coefficient != 0)
            return true;
    }
    return false;
}

/* A variance alone shows nothing: `Net overspend` may say no more than it. */
static bool may_show(const struct checks *c, const struct kind_check *check,
                     const struct result_rows *rows, size_t column)
{
    const struct kind_column *kind = c->table->columns[column].kind;

    return lines_are_checked_in(c->table, check, column) &&
           column_is_numeric(c->table, column) &&
           (kind->role == COLUMN_AMOUNT ||
            (kind->scenario != SCENARIO_NONE &&
             kind->scenario != SCENARIO_PREVIOUS)) &&
           has_figure(c, rows, column);
}

/* Whether a figure of the row is what those above it give. */
static bool is_shown(const struct checks *c, const struct kind_check *check,
                     const struct result_rows *rows, int sign)
{
    for (size_t k = 0; k < c->table->ncolumns; k++) {
        const struct comparison comparison = {FINDING_SUM, rows->row, k};
        const struct sum s = sum_of(c, rows, k, sign);

        if (may_show(c, check, rows, k) &&
            comparison_agreement(c, &comparison, &s) == AGREEMENT_HOLDS)
            return true;
    }
    return false;
}

/* `In-year deficit` among rows like any other: the result counts it, or what
   it is made of. */
static bool has_sum_between(const struct checks *c,
                            const struct kind_check *check,
                            const struct result_rows *rows)
{
    const bool has_total = rows->total < rows->row;

    for (size_t r = has_total ? rows->total + 1 : 2; r < rows->row; r++) {
        const struct result_rows so_far = {r, has_total ? rows->total : r};

        if (row_is_plain(c->table->row_roles[r]) &&
            is_shown(c, check, &so_far, 1))
            return true;
    }
    return false;
}

static struct str basis_of(const struct checks *c,
                           const struct result_rows *rows, size_t column,
                           const struct sum *s, int sign)
{
    const struct table *t = c->table;
    const char *turned = sign < 0 ? "which has the other sign; " : "";

    if (rows->total == rows->row)
        return arena_printf(c->arena, "%sthe rows above it (%.*s) give", turned,
                            STR_ARG(span_name(c, s)));
    return arena_printf(c->arena, "%s%.*s (%.*s) %s", turned,
                        STR_ARG(row_name(t, rows->total)),
                        STR_ARG(cell_name(c, rows->total, column)),
                        s->terms == 1 ? "gives" : "and the rows below it give");
}

static void check_cell(struct checks *c, const struct result_rows *rows,
                       size_t column, int sign)
{
    const struct comparison comparison = {FINDING_SUM, rows->row, column};
    const struct sum s = sum_of(c, rows, column, sign);

    if (comparison_holds(c, &comparison, &s) || row_follows(c, &comparison, &s))
        return;
    comparison_fault(c, &comparison, &s, comparison_name(c, &comparison),
                     basis_of(c, rows, column, &s, sign));
}

bool check_result_of_rows(struct checks *c, const struct kind_check *check,
                          size_t row)
{
    const struct table *t = c->table;
    struct result_rows rows;
    int sign = 1;

    if (t->row_roles[row] != ROW_RESULT || !rows_of_result(t, row, &rows) ||
        has_sum_between(c, check, &rows))
        return false;
    if (!is_shown(c, check, &rows, sign)) {
        sign = -1;
        if (!check->may_turn || !is_shown(c, check, &rows, sign))
            return false;
    }
    for (size_t k = 0; k < t->ncolumns; k++) {
        if (lines_are_checked_in(t, check, k) && column_is_numeric(t, k))
            check_cell(c, &rows, k, sign);
    }
    return true;
}
