#include "figures/check_comparison.h"
#include "figures/check_names.h"
#include "figures/check_steps.h"

/* A column that is repeated, or one that stands beside those and is named. */
static bool is_part(const struct column *column, const struct kind_check *check)
{
    return (column->id != NULL && kind_check_adds(check, column->id)) ||
           (column->kind != NULL && column->kind->repeats);
}

/* Of parts that are named the data may lack some; one alone is no sum. */
static bool has_parts(const struct table *t, const struct kind_check *check)
{
    size_t parts = 0;

    for (size_t k = 0; k < t->ncolumns; k++)
        parts += is_part(&t->columns[k], check);
    return check->nplus == 0 || parts > 1;
}

static void check_across(struct checks *c, const struct kind_check *check,
                         size_t row, size_t result)
{
    const struct table *t = c->table;
    const struct comparison comparison = {FINDING_ACROSS, row, result};
    struct sum s = {.terms = 0};
    bool years = check->nplus == 0;

    for (size_t k = 0; k < t->ncolumns; k++) {
        if (!is_part(&t->columns[k], check))
            continue;
        sum_add(c, &s, row, k, 1);
        years &= t->columns[k].year != 0;
    }
    if (!comparison_holds(c, &comparison, &s))
        comparison_fault(c, &comparison, &s, comparison_name(c, &comparison),
                         arena_printf(c->arena, "its %s (%.*s) give",
                                      years ? "years" : "parts",
                                      STR_ARG(span_name(c, &s))));
}

void check_across_entries(struct checks *c, const struct kind_check *check)
{
    const struct table *t = c->table;
    const size_t result = table_column(t, str_of(check->result));

    if (result == t->ncolumns || !has_parts(t, check))
        return;
    for (size_t r = 0; r < t->nrows; r++) {
        if (!row_is_sum(t->row_roles[r]) && !row_is_stock(t->row_roles[r]))
            check_across(c, check, r, result);
    }
}

/* A total that a balance brought forward is a part of is a stock itself. */
void check_across_sums(struct checks *c, const struct kind_check *check)
{
    const struct table *t = c->table;
    const size_t result = table_column(t, str_of(check->result));
    bool holds_stock = false;

    if (result == t->ncolumns || !has_parts(t, check))
        return;
    for (size_t r = 0; r < t->nrows; r++) {
        if (t->row_roles[r] == ROW_OPENING)
            holds_stock = true;
        else if (t->row_roles[r] == ROW_EXPENDITURE ||
                 t->row_roles[r] == ROW_CLOSING)
            holds_stock = false;
        else if (row_is_sum(t->row_roles[r]) && !holds_stock)
            check_across(c, check, r, result);
    }
}
