#include "figures/check_choices.h"
#include "figures/check_comparison.h"
#include "figures/check_names.h"
#include "figures/check_steps.h"

/* A penny either way, as each line of an invoice is rounded by itself; a pound
   where pence are not given. */
static bool is_near(struct decimal a, struct decimal b, uint8_t scale)
{
    const struct decimal last = {1, scale};
    struct decimal apart;

    return decimal_subtract(a, b, &apart) &&
           decimal_compare(decimal_unsigned(apart), last) <= 0;
}

static bool has_rate(const struct kind_check *check, struct decimal figure,
                     struct decimal whole, uint8_t scale)
{
    const struct decimal hundred = {100, 0};

    for (size_t i = 0; i < check->nlimits; i++) {
        struct decimal rate;
        struct decimal d;

        if (decimal_read_percent(check->limits[i], &rate) == NUMBER_OK &&
            decimal_multiply(whole, rate, &d) &&
            decimal_divide(d, hundred, MONEY_SCALE, &d) &&
            is_near(figure, d, scale))
            return true;
    }
    return false;
}

static struct str list_of_rates(struct arena *a, const struct kind_check *check)
{
    struct str list = {NULL, 0};

    for (size_t i = 0; i < check->nlimits; i++)
        list = arena_printf(a, "%.*s%s%.*s%%", STR_ARG(list), i > 0 ? ", " : "",
                            STR_ARG(check->limits[i]));
    return list;
}

void check_rates(struct checks *c, const struct kind_check *check)
{
    const struct table *t = c->table;
    const size_t result = check_column(c, check->result);
    const size_t of = check_column(c, check->of);

    if (result == t->ncolumns || of == t->ncolumns ||
        t->columns[result].zeros > 0) /* rounded */
        return;
    for (size_t r = 0; r < t->nrows; r++) {
        const struct comparison comparison = {FINDING_RATE, r, result};
        struct decimal figure;
        struct decimal whole;

        if (!row_is_plain(t->row_roles[r]) ||
            comparison_is_faulty(c, r, result) ||
            !check_figure(c, r, result, &figure) ||
            !check_figure(c, r, of, &whole) || whole.coefficient == 0 ||
            has_rate(check, figure, whole, table_cell(t, r, result)->scale))
            continue;
        (void)comparison_finding(
            c, &comparison, figure, "%.*s: %.*s is none of %.*s of %.*s",
            STR_ARG(row_name(t, r)), STR_ARG(check_cell_text(c, r, result)),
            STR_ARG(list_of_rates(c->arena, check)),
            STR_ARG(check_cell_text(c, r, of)));
    }
}
