#include "figures/check_choices.h"
#include "figures/check_comparison.h"
#include "figures/check_names.h"
#include "figures/check_steps.h"

#include "core/base/number_map.h"

/* Texts of a cell as a person compares them; empty where it says nothing. */
static struct str words_of(const struct checks *c, size_t row, size_t column)
{
    const struct cell *cell = table_cell(c->table, row, column);

    if (cell->state != CELL_VALUE)
        return (struct str){NULL, 0};
    return cell_as_typed(cell);
}

static bool is_alike(const struct checks *c, size_t a, size_t b, size_t column)
{
    const struct kind_column *kind = c->table->columns[column].kind;
    const struct cell *x = table_cell(c->table, a, column);
    const struct cell *y = table_cell(c->table, b, column);

    if (kind != NULL && kind->type == TYPE_CHOICE)
        return x->value.choice == y->value.choice;
    return str_same_text(cell_as_typed(x), cell_as_typed(y));
}

/* The choice that ROW's score in OF has, where choices of RESULT say so and its
   own is another; or NULL. */
static const struct kind_choice *
other_by_score(const struct checks *c, size_t row, size_t result, size_t of)
{
    const struct kind_column *kind = c->table->columns[result].kind;
    const struct cell *cell = table_cell(c->table, row, result);
    const struct kind_choice *choice;
    struct decimal score;

    if (kind == NULL || kind->type != TYPE_CHOICE || !kind_has_scores(kind) ||
        !check_figure(c, row, of, &score) || score.scale != 0)
        return NULL;
    choice = kind_choice_of_score(kind, score.coefficient);
    return choice == NULL || choice == &kind->described[cell->value.choice]
               ? NULL
               : choice;
}

/* Whether the choice of ROW is not the one of its score, which is said. */
static bool says_other(struct checks *c, size_t row, size_t result, size_t of)
{
    const struct comparison comparison = {FINDING_RAG, row, result};
    const struct kind_choice *choice = other_by_score(c, row, result, of);

    if (choice == NULL)
        return false;
    (void)comparison_finding(
        c, &comparison, (struct decimal){0, 0},
        "%.*s: %.*s, but %.*s, and from %u on that is %.*s",
        STR_ARG(row_name(c->table, row)),
        STR_ARG(check_cell_text(c, row, result)),
        STR_ARG(check_cell_text(c, row, of)), (unsigned)choice->from,
        STR_ARG(choice->value));
    return true;
}

void check_same(struct checks *c, const struct kind_check *check)
{
    const struct table *t = c->table;
    const size_t result = check_column(c, check->result);
    const size_t of = check_column(c, check->nplus > 0 ? check->plus[0] : NULL);
    struct number_map first;

    if (result == t->ncolumns || of == t->ncolumns)
        return;
    number_map_init(&first, c->arena);
    for (size_t r = 0; r < t->nrows; r++) {
        const struct comparison comparison = {FINDING_RAG, r, result};
        const struct str by = words_of(c, r, of);
        uint64_t number;
        uint32_t before;

        if (!row_is_plain(t->row_roles[r]) || by.len == 0 ||
            words_of(c, r, result).len == 0 || says_other(c, r, result, of))
            continue;
        number = str_text_hash(by, table_seed(t));
        before = number_map_get(&first, number);
        if (before == 0)
            number_map_set(&first, number, (uint32_t)r + 1);
        if (before == 0 || !is_alike(c, before - 1, r, of) ||
            is_alike(c, before - 1, r, result))
            continue;
        (void)comparison_finding(
            c, &comparison, (struct decimal){0, 0},
            "%.*s: %.*s, and %.*s has %.*s; both have %.*s",
            STR_ARG(row_name(t, r)), STR_ARG(check_cell_text(c, r, result)),
            STR_ARG(row_name(t, before - 1)),
            STR_ARG(check_cell_text(c, before - 1, result)),
            STR_ARG(check_cell_text(c, r, of)));
    }
}

void check_differ(struct checks *c, const struct kind_check *check)
{
    const struct table *t = c->table;
    const size_t result = check_column(c, check->result);
    const size_t of = check_column(c, check->of);
    size_t equal = 0;

    if (result == t->ncolumns || of == t->ncolumns)
        return;
    for (size_t r = 0; r < t->nrows; r++) {
        struct decimal a;
        struct decimal b;

        if (!row_is_plain(t->row_roles[r]) || !check_figure(c, r, result, &a) ||
            !check_figure(c, r, of, &b))
            continue;
        if (decimal_compare(a, b) != 0)
            return;
        equal += a.coefficient != 0;
    }
    if (equal < 2)
        return;
    finding(c->findings, FINDING_COPIED_COLUMN, t->columns[result].at,
            "%.*s and %.*s have the same figures in all rows",
            STR_ARG(column_name(c, result)), STR_ARG(column_name(c, of)));
    finding_hint(c->findings, "if one is a copy of the other until it is "
                              "known, leave its column blank");
}
