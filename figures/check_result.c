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

/* A result, and what it may be made of: the last total above it, and the rows
   behind that. */
struct result_rows {
    size_t row;
    size_t first; /* of the rows, right behind the total; 0: there is none */
};

static bool has_total(const struct result_rows *rows)
{
    return rows->first > 0;
}

static size_t total_of(const struct result_rows *rows)
{
    return rows->first - 1;
}

/* False: something above it pays for others, or is a balance. */
static bool rows_of_result(const struct table *t, size_t row,
                           struct result_rows *rows)
{
    *rows = (struct result_rows){row, 0};
    for (size_t r = 0; r < row; r++) {
        const uint8_t role = t->row_roles[r];

        if (role == ROW_FUNDING || role == ROW_BLOCK_TOTAL ||
            role == ROW_RESULT || row_is_stock(role))
            return false;
        if (role == ROW_TOTAL)
            rows->first = r + 1;
    }
    return true;
}

static struct sum sum_of(const struct checks *c, const struct result_rows *rows,
                         size_t column, int sign)
{
    struct sum s = {.terms = 0};

    if (has_total(rows))
        sum_add(c, &s, total_of(rows), column, sign);
    for (size_t r = rows->first; r < rows->row; r++) {
        const uint8_t role = c->table->row_roles[r];

        if (row_is_plain(role))
            sum_add(c, &s, r, column, sign * sum_sign_of(role));
    }
    return s;
}

/* A variance alone shows nothing: `Net overspend` may say no more than it. */
static bool may_show(const struct checks *c, const struct kind_check *check,
                     size_t column)
{
    const struct kind_column *kind = c->table->columns[column].kind;

    return lines_are_checked_in(c->table, check, column) &&
           column_is_numeric(c->table, column) &&
           (kind->role == COLUMN_AMOUNT ||
            (kind->scenario != SCENARIO_NONE &&
             kind->scenario != SCENARIO_PREVIOUS));
}

static bool is_nought(const struct table *t, size_t row, size_t column)
{
    struct decimal d;

    return !cell_decimal(t->columns[column].kind->type,
                         table_cell(t, row, column), &d) ||
           d.coefficient == 0;
}

static bool is_nought_in_all(const struct checks *c,
                             const struct kind_check *check, size_t row)
{
    for (size_t k = 0; k < c->table->ncolumns; k++) {
        if (may_show(c, check, k) && !is_nought(c->table, row, k))
            return false;
    }
    return true;
}

/* Whether each row that the result may be made of has its part in COLUMN:
   nought of one shows of its other figures neither that they count nor their
   sign. */
static bool has_all_parts(const struct checks *c,
                          const struct kind_check *check,
                          const struct result_rows *rows, size_t column)
{
    const struct table *t = c->table;

    for (size_t r = 0; r < rows->row; r++) {
        const uint8_t role = t->row_roles[r];

        if ((role == ROW_TOTAL ||
             (r >= rows->first && row_has_own_figures(role))) &&
            is_nought(t, r, column) && !is_nought_in_all(c, check, r))
            return false;
    }
    return true;
}

/* Whether figures of the row are what those above it give, and no more of them
   are not. Nought, which has no sign, shows nothing. */
static bool is_shown(const struct checks *c, const struct kind_check *check,
                     const struct result_rows *rows, int sign)
{
    size_t shown = 0;
    size_t against = 0;

    for (size_t k = 0; k < c->table->ncolumns; k++) {
        const struct comparison comparison = {FINDING_SUM, rows->row, k};
        struct sum s;
        enum agreement agreement;

        if (!may_show(c, check, k))
            continue;
        s = sum_of(c, rows, k, sign);
        agreement = comparison_agreement(c, &comparison, &s);
        against += agreement == AGREEMENT_FAILS;
        shown += agreement == AGREEMENT_HOLDS && s.printed.coefficient != 0 &&
                 has_all_parts(c, check, rows, k);
    }
    return shown > 0 && shown >= against;
}

/* A figure between, of a row like any other, is the sum of those above it. */
static bool has_sum_in(const struct checks *c, const struct result_rows *rows,
                       size_t column)
{
    struct sum s = {.terms = 0};

    if (has_total(rows))
        sum_add(c, &s, total_of(rows), column, 1);
    for (size_t r = rows->first; r < rows->row; r++) {
        const struct comparison comparison = {FINDING_SUM, r, column};
        const uint8_t role = c->table->row_roles[r];

        if (!row_is_plain(role))
            continue;
        if ((has_total(rows) || s.terms > 1) && s.printed.coefficient != 0 &&
            comparison_agreement(c, &comparison, &s) == AGREEMENT_HOLDS)
            return true;
        sum_add(c, &s, r, column, sum_sign_of(role));
    }
    return false;
}

/* `In-year deficit` among rows like any other: the result counts it, or what
   it is made of. */
static bool has_sum_between(const struct checks *c,
                            const struct kind_check *check,
                            const struct result_rows *rows)
{
    for (size_t k = 0; k < c->table->ncolumns; k++) {
        if (may_show(c, check, k) && has_sum_in(c, rows, k))
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

    if (!has_total(rows))
        return arena_printf(c->arena, "%sthe rows above it (%.*s) give", turned,
                            STR_ARG(span_name(c, s)));
    return arena_printf(c->arena, "%s%.*s (%.*s) %s", turned,
                        STR_ARG(row_name(t, total_of(rows))),
                        STR_ARG(cell_name(c, total_of(rows), column)),
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
    bool as_it_is;
    bool turned;

    if (t->row_roles[row] != ROW_RESULT || !rows_of_result(t, row, &rows) ||
        has_sum_between(c, check, &rows))
        return false;
    as_it_is = is_shown(c, check, &rows, 1);
    turned = check->may_turn && is_shown(c, check, &rows, -1);
    if (as_it_is == turned)
        return false;
    for (size_t k = 0; k < t->ncolumns; k++) {
        if (lines_are_checked_in(t, check, k) && column_is_numeric(t, k))
            check_cell(c, &rows, k, turned ? -1 : 1);
    }
    return true;
}
