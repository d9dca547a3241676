#include "figures/check_comparison.h"
#include "figures/check_names.h"
#include "figures/check_steps.h"
#include "figures/figure.h"

static const struct decimal hundred = {100, 0};

/* The columns of a check and the total that the shares are of. */
struct shares {
    size_t share;
    size_t amount;
    size_t total_row; /* nrows: no row gives it */
    struct sum total;
};

/* AMOUNT of TOTAL in per cent, with SCALE decimals. */
static bool share_of(struct decimal amount, struct decimal total, uint8_t scale,
                     struct decimal *share)
{
    struct decimal d;

    return decimal_multiply(amount, hundred, &d) &&
           decimal_divide(d, total, scale, share);
}

static struct sum share_sum(const struct sum *amount, const struct sum *total,
                            uint8_t scale)
{
    struct sum s = {.unknown = amount->unknown || total->unknown};

    if (amount->terms == 0 || total->terms == 0)
        return s;
    s.cause = amount->cause != NULL ? amount->cause : total->cause;
    s.overflow = amount->overflow || total->overflow;
    /* Nothing is a share of nothing: then there is nothing to compare. */
    if (total->printed.coefficient == 0 || total->mended.coefficient == 0)
        return s;
    s.terms = 1;
    if (!share_of(amount->printed, total->printed, scale, &s.printed) ||
        !share_of(amount->mended, total->mended, scale, &s.mended))
        s.overflow = true;
    return s;
}

static bool has_value(const struct table *t, size_t row, size_t column)
{
    return table_cell(t, row, column)->state == CELL_VALUE;
}

/* The total that the last row of totals gives, or the sum of all amounts that
   have a share. */
static void find_total(const struct checks *c, struct shares *x)
{
    const struct table *t = c->table;

    x->total_row = t->nrows;
    for (size_t r = 0; r < t->nrows; r++) {
        if (t->row_roles[r] == ROW_TOTAL && has_value(t, r, x->amount))
            x->total_row = r;
    }
    if (x->total_row < t->nrows) {
        sum_add(c, &x->total, x->total_row, x->amount, 1);
        return;
    }
    for (size_t r = 0; r < t->nrows; r++) {
        if (!row_is_sum(t->row_roles[r]) && t->row_roles[r] != ROW_MEMO &&
            has_value(t, r, x->share))
            sum_add(c, &x->total, r, x->amount, 1);
    }
}

/* Whether every share stands. */
static bool check_each(struct checks *c, const struct shares *x)
{
    const struct table *t = c->table;
    bool all = true;

    for (size_t r = 0; r < t->nrows; r++) {
        const struct comparison comparison = {FINDING_SHARES, r, x->share};
        struct sum amount = {.terms = 0};
        struct sum s;

        sum_add(c, &amount, r, x->amount, 1);
        s = share_sum(&amount, &x->total, table_cell(t, r, x->share)->scale);
        if (comparison_holds(c, &comparison, &s))
            continue;
        all = false;
        comparison_fault(
            c, &comparison, &s, comparison_name(c, &comparison),
            arena_printf(c->arena, "%.*s (%.*s) of %.*s is",
                         STR_ARG(value_text(c, x->amount, amount.printed)),
                         STR_ARG(cell_name(c, r, x->amount)),
                         STR_ARG(value_text(c, x->amount, x->total.printed))));
    }
    return all;
}

/* The shares that make up the whole: of the entries, or of the sub-totals
   where only those have any. */
static struct sum whole(const struct checks *c, const struct shares *x,
                        struct sum *amounts)
{
    const struct table *t = c->table;
    struct sum shares[2] = {{.terms = 0}};
    struct sum parts[2] = {{.terms = 0}};
    int which;

    for (size_t r = 0; r < t->nrows; r++) {
        const int sub = t->row_roles[r] == ROW_SUB_TOTAL;

        if ((row_is_sum(t->row_roles[r]) && !sub) || !has_value(t, r, x->share))
            continue;
        sum_add(c, &shares[sub], r, x->share, 1);
        sum_add(c, &parts[sub], r, x->amount, 1);
    }
    which = shares[0].terms > 0 ? 0 : 1;
    *amounts = parts[which];
    return shares[which];
}

/*
 * Each share is rounded by itself, so that together they can print as 100.01:
 * worth saying, and no fault. Only where they are all there.
 */
static void check_whole(struct checks *c, const struct shares *x)
{
    const struct table *t = c->table;
    struct comparison comparison = {FINDING_ROUNDING, t->nrows, x->share};
    struct sum amounts;
    const struct sum s = whole(c, x, &amounts);

    if (s.terms == 0 || s.unknown || s.overflow || amounts.overflow ||
        decimal_compare(amounts.printed, x->total.printed) != 0 ||
        decimal_compare(s.printed, hundred) == 0)
        return;
    if (x->total_row < t->nrows && has_value(t, x->total_row, x->share))
        comparison.row = x->total_row;
    (void)comparison_finding(
        c, &comparison, s.printed, "the shares (%.*s) print as %.*s together",
        STR_ARG(span_name(c, &s)), STR_ARG(value_text(c, x->share, s.printed)));
    finding_hint(c->findings, "each is rounded by itself, and right");
}

void check_shares(struct checks *c, const struct kind_check *check)
{
    const struct table *t = c->table;
    struct shares x = {.total = {.terms = 0}};

    x.share = table_column(t, str_of(check->result));
    x.amount = check->nplus > 0 ? table_column(t, str_of(check->plus[0]))
                                : table_column_of_role(t, COLUMN_AMOUNT);
    if (x.share == t->ncolumns || x.amount == t->ncolumns)
        return;
    find_total(c, &x);
    if (check_each(c, &x))
        check_whole(c, &x);
}
