#include "figures/check_choices.h"
#include "figures/check_comparison.h"
#include "figures/check_names.h"
#include "figures/check_steps.h"

#include "core/base/number_map.h"

void check_bound(struct checks *c, const struct kind_check *check)
{
    const struct table *t = c->table;
    const size_t result = check_column(c, check->result);
    const size_t of = check_column(c, check->of);

    if (result == t->ncolumns || of == t->ncolumns)
        return;
    for (size_t r = 0; r < t->nrows; r++) {
        const struct comparison comparison = {FINDING_BOUND, r, result};
        struct decimal figure;
        struct decimal bound;

        if (row_is_sum(t->row_roles[r]) || comparison_is_faulty(c, r, result) ||
            !check_figure(c, r, result, &figure) ||
            !check_figure(c, r, of, &bound) ||
            decimal_compare(figure, bound) <= 0)
            continue;
        (void)comparison_finding(
            c, &comparison, bound, "%.*s: %.*s is above %.*s",
            STR_ARG(row_name(t, r)), STR_ARG(check_cell_text(c, r, result)),
            STR_ARG(check_cell_text(c, r, of)));
    }
}

/* What is said in the columns of the check, in one text; empty where one of
   them is blank. */
static struct str row_text(const struct checks *c,
                           const struct kind_check *check, size_t row)
{
    struct str text = {NULL, 0};

    for (size_t i = 0; i < check->nplus; i++) {
        const size_t column = check_column(c, check->plus[i]);
        struct str cell;

        if (column == c->table->ncolumns)
            return (struct str){NULL, 0};
        cell = cell_as_typed(table_cell(c->table, row, column));
        if (cell.len == 0)
            return (struct str){NULL, 0};
        text =
            arena_printf(c->arena, "%.*s\n%.*s", STR_ARG(text), STR_ARG(cell));
    }
    return text;
}

/* A cell of the column of COMPARISON, in ROW. */
static struct str other_cell(const struct checks *c,
                             const struct comparison *comparison, size_t row)
{
    return place_cell_words(
        c->arena, table_cell_place(c->table, row, comparison->column),
        table_cell_place(c->table, comparison->row, comparison->column));
}

/* ROW is that of COMPARISON, once more. */
static void say_twice(struct checks *c, const struct comparison *comparison,
                      size_t row)
{
    const size_t amount = table_counted_twice(c->table, row, comparison->row);
    const bool counted = amount < c->table->ncolumns;

    (void)comparison_finding(
        c, comparison, (struct decimal){0, 0},
        "this row says the same as the one in %.*s%s%.*s%s",
        STR_ARG(other_cell(c, comparison, row)), counted ? ": " : "",
        STR_ARG(counted ? check_cell_text(c, row, amount) : STR_LIT("")),
        counted ? " is counted twice" : "");
}

void check_twice(struct checks *c, const struct kind_check *check)
{
    const struct table *t = c->table;
    struct str *texts = arena_alloc(c->arena, t->nrows, sizeof(*texts));
    struct number_map first;

    number_map_init(&first, c->arena);
    for (size_t r = 0; texts != NULL && r < t->nrows; r++) {
        const size_t column =
            check_column(c, check->nplus > 0 ? check->plus[0] : NULL);
        const struct comparison comparison = {FINDING_DUPLICATE, r, column};
        uint64_t number;
        uint32_t before;

        if (!row_is_plain(t->row_roles[r]))
            continue;
        texts[r] = row_text(c, check, r);
        number = str_hash(texts[r], table_seed(t));
        before = texts[r].len == 0 ? 0 : number_map_get(&first, number);
        if (texts[r].len > 0 && before == 0)
            number_map_set(&first, number, (uint32_t)r + 1);
        if (before == 0 || !str_eq(texts[before - 1], texts[r]))
            continue;
        say_twice(c, &comparison, before - 1);
    }
}

void check_once(struct checks *c, const struct kind_check *check)
{
    const struct table *t = c->table;
    const size_t result = check_column(c, check->result);
    size_t first = t->nrows;

    for (size_t r = 0; result < t->ncolumns && r < t->nrows; r++) {
        const struct comparison comparison = {FINDING_DUPLICATE, r, result};
        const struct cell *cell = table_cell(t, r, result);

        if (!row_is_plain(t->row_roles[r]) || cell->state != CELL_VALUE ||
            cell->value.choice != 0)
            continue;
        if (first == t->nrows) {
            first = r;
            continue;
        }
        (void)comparison_finding(
            c, &comparison, (struct decimal){0, 0},
            "%.*s: %.*s, as %.*s (%.*s); one row alone can be so",
            STR_ARG(row_name(t, r)), STR_ARG(check_cell_text(c, r, result)),
            STR_ARG(row_name(t, first)),
            STR_ARG(other_cell(c, &comparison, first)));
    }
}
