#include "figures/check_comparison.h"
#include "figures/check_names.h"
#include "figures/check_steps.h"
#include "figures/figure.h"

/* The columns of the check; false when the table lacks one of them. */
static bool columns_of(const struct table *t, const struct kind_check *check,
                       size_t *result, size_t *units, size_t *rate)
{
    *result = table_column(t, str_of(check->result));
    *units = table_column(t, str_of(check->units));
    *rate = table_column(t, str_of(check->rate));
    return *result < t->ncolumns && *units < t->ncolumns && *rate < t->ncolumns;
}

/* UNITS times RATE, where both are given. */
static struct sum product(const struct sum *units, const struct sum *rate)
{
    struct sum s = {.unknown = units->unknown || rate->unknown};

    if (units->terms == 0 || rate->terms == 0)
        return s;
    s.terms = 2;
    s.overflow = !decimal_multiply(units->printed, rate->printed, &s.printed) ||
                 !decimal_multiply(units->mended, rate->mended, &s.mended);
    s.cause = units->cause != NULL ? units->cause : rate->cause;
    return s;
}

void check_product(struct checks *c, const struct kind_check *check)
{
    const struct table *t = c->table;
    size_t result;
    size_t units;
    size_t rate;

    if (!columns_of(t, check, &result, &units, &rate))
        return;
    for (size_t r = 0; r < t->nrows; r++) {
        const struct comparison comparison = {FINDING_PRODUCT, r, result};
        struct sum u = {.terms = 0};
        struct sum v = {.terms = 0};
        struct sum s;

        if (row_is_sum(t->row_roles[r]))
            continue;
        sum_add(c, &u, r, units, 1);
        sum_add(c, &v, r, rate, 1);
        s = product(&u, &v);
        if (comparison_holds(c, &comparison, &s))
            continue;
        comparison_fault(c, &comparison, &s, comparison_name(c, &comparison),
                         arena_printf(c->arena,
                                      "%.*s (%.*s) x %.*s (%.*s) gives",
                                      STR_ARG(value_text(c, units, u.printed)),
                                      STR_ARG(cell_name(c, r, units)),
                                      STR_ARG(value_text(c, rate, v.printed)),
                                      STR_ARG(cell_name(c, r, rate))));
    }
}
