#include "figures/check_choices.h"
#include "figures/check_comparison.h"
#include "figures/check_names.h"
#include "figures/check_steps.h"

/* Whether a trend speaks of figures that rise, not of those that improve. */
static bool is_of_height(const struct checks *c, size_t column)
{
    return check_meaning_name(c, column, MEANS_UP).len > 0;
}

/* What the trend of ROW should mean: ORDER is how its figure stands to the one
   before. */
static enum choice_meaning meaning_for(const struct checks *c,
                                       const struct kind_check *check,
                                       size_t row, size_t column, int order)
{
    if (order == 0)
        return MEANS_SAME;
    if (is_of_height(c, column))
        return order > 0 ? MEANS_UP : MEANS_DOWN;
    return (order > 0) != check_low_is_good(c, check, row) ? MEANS_BETTER
                                                           : MEANS_WORSE;
}

static void say(struct checks *c, enum finding_id code, size_t row,
                size_t column, enum choice_meaning wanted, struct str why)
{
    const struct comparison comparison = {code, row, column};
    const struct kind_column *kind = c->table->columns[column].kind;
    const struct cell *cell = table_cell(c->table, row, column);

    (void)comparison_finding(
        c, &comparison, (struct decimal){0, 0},
        "%.*s (cell %.*s) is %.*s, and %.*s is %.*s",
        STR_ARG(row_name(c->table, row)), STR_ARG(cell_name(c, row, column)),
        STR_ARG(kind->choices[cell->value.choice]), STR_ARG(why),
        STR_ARG(check_meaning_name(c, column, wanted)));
}

void check_trend(struct checks *c, const struct kind_check *check)
{
    const struct table *t = c->table;
    const size_t result = check_column(c, check->result);
    const size_t now =
        check_column(c, check->nplus > 0 ? check->plus[0] : NULL);
    const size_t before =
        check_column(c, check->nminus > 0 ? check->minus[0] : NULL);

    if (result == t->ncolumns || now == t->ncolumns || before == t->ncolumns)
        return;
    for (size_t r = 0; r < t->nrows; r++) {
        const struct kind_choice *trend = check_choice(c, r, result);
        enum choice_meaning wanted;
        struct decimal a;
        struct decimal b;

        if (trend == NULL || trend->means == MEANS_NOTHING ||
            !check_side_is_known(c, check, r) ||
            comparison_is_faulty(c, r, now) ||
            comparison_is_faulty(c, r, before) ||
            !check_figure(c, r, now, &a) || !check_figure(c, r, before, &b))
            continue;
        wanted = meaning_for(c, check, r, result, decimal_compare(a, b));
        if (trend->means == wanted ||
            (check_side_is_open(c, check, r) && trend->means != MEANS_SAME &&
             wanted != MEANS_SAME) ||
            check_meaning_name(c, result, wanted).len == 0)
            continue;
        say(c, FINDING_TREND, r, result, wanted,
            arena_printf(c->arena, "%.*s after %.*s",
                         STR_ARG(check_cell_text(c, r, now)),
                         STR_ARG(check_cell_text(c, r, before))));
    }
}

void check_letter(struct checks *c, const struct kind_check *check)
{
    const struct table *t = c->table;
    const size_t result = check_column(c, check->result);
    const size_t figure =
        check_column(c, check->nplus > 0 ? check->plus[0] : NULL);

    if (result == t->ncolumns || figure == t->ncolumns)
        return;
    for (size_t r = 0; r < t->nrows; r++) {
        const struct kind_choice *letter = check_choice(c, r, result);
        enum choice_meaning wanted;
        struct decimal d;

        if (letter == NULL || letter->means == MEANS_NOTHING ||
            comparison_is_faulty(c, r, figure) ||
            (c->taken != NULL && c->taken[r]) || /* more of it is good */
            !check_figure(c, r, figure, &d) || d.coefficient == 0)
            continue;
        wanted = d.coefficient > 0 ? MEANS_ADVERSE : MEANS_FAVOURABLE;
        if (letter->means != wanted)
            say(c, FINDING_SIGN, r, result, wanted,
                check_cell_text(c, r, figure));
    }
}
