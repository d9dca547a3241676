/*
 * What the columns of a row say together: percentages make a whole, and of
 * columns to tick one is.
 */
#include "figures/check_choices.h"
#include "figures/check_comparison.h"
#include "figures/check_names.h"
#include "figures/check_steps.h"

/* Whether COLUMN is one of those that `plus` names: of one that is repeated
   each is. */
static bool is_named(const struct checks *c, const struct kind_check *check,
                     size_t column)
{
    const char *id = c->table->columns[column].id;

    return id != NULL && kind_check_adds(check, id);
}

/* The last of them; none: as many as the table has. */
static size_t last_of(const struct checks *c, const struct kind_check *check)
{
    size_t last = c->table->ncolumns;

    for (size_t column = 0; column < c->table->ncolumns; column++)
        last = is_named(c, check, column) ? column : last;
    return last;
}

/* Whether SUM of N figures with SCALE decimals can be 100, each of them rounded
   by itself. */
static bool is_whole(struct decimal sum, int64_t n, uint8_t scale)
{
    static const struct decimal hundred = {100, 0};
    const struct decimal most = {5 * n, (uint8_t)(scale + 1)};
    struct decimal apart;

    return !decimal_subtract(sum, hundred, &apart) ||
           decimal_compare(decimal_unsigned(apart), most) <= 0;
}

void check_whole_of_row(struct checks *c, const struct kind_check *check)
{
    const struct table *t = c->table;
    const size_t last = last_of(c, check);
    const size_t total = table_column_of_role(t, COLUMN_TOTAL);

    for (size_t r = 0; last < t->ncolumns && r < t->nrows; r++) {
        const struct comparison comparison = {FINDING_SHARES, r, last};
        struct sum s = {.terms = 0};
        uint8_t scale = 0;

        for (size_t column = 0; column <= last; column++) {
            if (!is_named(c, check, column))
                continue;
            sum_add(c, &s, r, column, 1);
            if (table_cell(t, r, column)->scale > scale)
                scale = table_cell(t, r, column)->scale;
        }
        if (s.terms < 2 || s.unknown || s.overflow ||
            (total < t->ncolumns && comparison_is_faulty(c, r, total)) ||
            is_whole(s.printed, (int64_t)s.terms, scale))
            continue;
        (void)comparison_finding(
            c, &comparison, s.printed, "%.*s: %.*s come to %.*s, not to 100%%",
            STR_ARG(row_name(t, r)), STR_ARG(span_name(c, &s)),
            STR_ARG(value_text(c, last, s.printed)));
        finding_hint(c->findings,
                     "an answer is missing or counted twice; percentages of "
                     "those who may give several answers are no parts of one "
                     "whole");
    }
}

static bool is_ticked(const struct table *t, size_t row, size_t column)
{
    const struct cell *cell = table_cell(t, row, column);

    return cell->state == CELL_VALUE && cell->value.choice == 0;
}

void check_one_of(struct checks *c, const struct kind_check *check)
{
    const struct table *t = c->table;
    const size_t last = last_of(c, check);

    for (size_t r = 0; last < t->ncolumns && r < t->nrows; r++) {
        struct comparison comparison = {FINDING_TICKS, r, last};
        struct str names = {NULL, 0};
        size_t ticked = 0;
        bool known = row_is_plain(t->row_roles[r]);

        for (size_t column = 0; column <= last; column++) {
            if (!is_named(c, check, column))
                continue;
            known = known && table_cell(t, r, column)->state != CELL_BAD;
            if (!is_ticked(t, r, column))
                continue;
            names = arena_printf(c->arena, "%.*s%s%.*s", STR_ARG(names),
                                 ticked == 0 ? "" : " and ",
                                 STR_ARG(column_name(c, column)));
            ticked++;
            comparison.column = column;
        }
        if (!known || ticked == 1)
            continue;
        if (ticked == 0)
            (void)comparison_finding(c, &comparison, (struct decimal){0, 0},
                                     "%.*s: none of its columns is ticked",
                                     STR_ARG(row_name(t, r)));
        else
            (void)comparison_finding(c, &comparison, (struct decimal){0, 0},
                                     "%.*s: %.*s are ticked; one alone can be",
                                     STR_ARG(row_name(t, r)), STR_ARG(names));
    }
}
