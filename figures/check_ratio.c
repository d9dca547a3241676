#include "figures/check_agreements.h"
#include "figures/check_choices.h"
#include "figures/check_comparison.h"
#include "figures/check_names.h"
#include "figures/check_steps.h"

#define RATIO_SCALE                                                            \
    6 /* decimals of a percentage that is held against bounds                  \
       */

static const struct decimal hundred = {100, 0};

/* The columns of a check, all of which the table has. */
struct columns {
    size_t result;
    size_t part;
    size_t whole;
};

static bool columns_of(const struct checks *c, const struct kind_check *check,
                       struct columns *x)
{
    const size_t none = c->table->ncolumns;

    x->result = check_column(c, check->result);
    x->part = check_column(c, check->nplus > 0 ? check->plus[0] : NULL);
    x->whole = check_column(c, check->of);
    return x->result < none && x->part < none && x->whole < none;
}

static bool percentage(struct decimal part, struct decimal whole, uint8_t scale,
                       struct decimal *ratio)
{
    struct decimal d;

    return decimal_multiply(part, hundred, &d) &&
           decimal_divide(d, whole, scale, ratio);
}

typedef bool divide_fn(struct decimal part, struct decimal whole, uint8_t scale,
                       struct decimal *ratio);

static bool quotient(struct decimal part, struct decimal whole, uint8_t scale,
                     struct decimal *ratio)
{
    return decimal_divide(part, whole, scale, ratio);
}

static struct sum ratio_sum(const struct sum *part, const struct sum *whole,
                            uint8_t scale, divide_fn *divide)
{
    struct sum s = {.unknown = part->unknown || whole->unknown};

    if (part->terms == 0 || whole->terms == 0 ||
        whole->printed.coefficient == 0 || whole->mended.coefficient == 0)
        return s;
    s.terms = 1;
    s.cause = part->cause != NULL ? part->cause : whole->cause;
    s.overflow = part->overflow || whole->overflow ||
                 !divide(part->printed, whole->printed, scale, &s.printed) ||
                 !divide(part->mended, whole->mended, scale, &s.mended);
    return s;
}

/* What income is over or under, of the income, which is below nought: with the
   sign of the difference, or as it is divided. */
static bool is_of_income(const struct checks *c, const struct columns *x,
                         struct decimal whole)
{
    return whole.coefficient < 0 &&
           kind_column_is_difference(c->table->columns[x->part].kind) &&
           !kind_column_is_difference(c->table->columns[x->whole].kind);
}

/* The same ratio of a whole without its sign. */
static bool holds_unsigned(struct checks *c,
                           const struct comparison *comparison,
                           const struct columns *x, struct sum s,
                           struct decimal whole)
{
    const struct decimal zero = {0, 0};

    return is_of_income(c, x, whole) &&
           decimal_subtract(zero, s.printed, &s.printed) &&
           decimal_subtract(zero, s.mended, &s.mended) &&
           comparison_holds(c, comparison, &s);
}

/* `120 and 50`: the parts of a row. */
static struct str parts_text(const struct checks *c,
                             const struct kind_check *check, size_t row)
{
    struct str text = {NULL, 0};

    for (size_t i = 0; i < check->nplus; i++)
        text = arena_printf(
            c->arena, "%.*s%s%.*s", STR_ARG(text), i == 0 ? "" : " and ",
            STR_ARG(check_cell_text(c, row, check_column(c, check->plus[i]))));
    return text;
}

/* What the other columns of the row give. */
static struct sum row_ratio(const struct checks *c,
                            const struct kind_check *check,
                            const struct columns *x, size_t row,
                            divide_fn *divide, struct decimal *of)
{
    struct sum part = {.terms = 0};
    struct sum whole = {.terms = 0};

    for (size_t i = 0; i < check->nplus; i++)
        sum_add(c, &part, row, check_column(c, check->plus[i]), 1);
    sum_add(c, &whole, row, x->whole, 1);
    *of = whole.printed;
    return ratio_sum(&part, &whole, table_cell(c->table, row, x->result)->scale,
                     divide);
}

/* Figures that were rounded themselves may give a neighbour of the one that is
   printed. */
static void check_rows(struct checks *c, const struct kind_check *check,
                       divide_fn *divide)
{
    struct columns x;

    if (!columns_of(c, check, &x))
        return;
    for (size_t r = 0; r < c->table->nrows; r++) {
        const struct comparison comparison = {FINDING_ACROSS, r, x.result};
        struct decimal whole;
        const struct sum s = row_ratio(c, check, &x, r, divide, &whole);

        if (comparison_holds(c, &comparison, &s) ||
            holds_unsigned(c, &comparison, &x, s, whole))
            continue;
        comparison_fault(c, &comparison, &s, comparison_name(c, &comparison),
                         arena_printf(c->arena, "%.*s %s %.*s is",
                                      STR_ARG(parts_text(c, check, r)),
                                      divide == percentage ? "of" : "by",
                                      STR_ARG(check_cell_text(c, r, x.whole))));
    }
}

void ratio_agreements(struct checks *c, const struct kind_check *check,
                      uint8_t *rows)
{
    struct columns x;

    if (!columns_of(c, check, &x))
        return;
    for (size_t r = 0; r < c->table->nrows; r++) {
        struct decimal whole;
        const struct sum s = row_ratio(c, check, &x, r, percentage, &whole);

        rows[r] = (uint8_t)comparison_agreement(
            c, &(struct comparison){FINDING_ACROSS, r, x.result}, &s);
    }
}

void check_ratio(struct checks *c, const struct kind_check *check)
{
    check_rows(c, check, percentage);
}

void check_quotient(struct checks *c, const struct kind_check *check)
{
    check_rows(c, check, quotient);
}

/* The choice of a limit of the check. */
static struct str choice_at(const struct kind_check *check, size_t limit)
{
    struct str name = {NULL, 0};
    struct decimal bound;

    (void)kind_check_limit(check->limits[limit], &name, &bound);
    return name;
}

/* The choice that RATIO has by the limits of the check. */
static struct str choice_for(const struct kind_check *check, bool low,
                             struct decimal ratio)
{
    struct str name = {NULL, 0};
    struct decimal bound = {0, 0};

    for (size_t i = 0; i < check->nlimits; i++) {
        if (!kind_check_limit(check->limits[i], &name, &bound))
            return name;
        if (low ? decimal_compare(ratio, bound) <= 0
                : decimal_compare(ratio, bound) >= 0)
            return name;
    }
    return name;
}

/* How far on the good side of its target a figure is, where the row itself says
   which side that is: 90 of 100 is 110 where low is good. */
static bool turned(struct decimal ratio, struct decimal *result)
{
    const struct decimal twice = {200, 0};

    return decimal_subtract(twice, ratio, result);
}

/* The same in a row that says, BY_ROW, whether LOW is good; *RATIO becomes the
   one that is judged. */
static struct str choice_by(const struct kind_check *check, bool by_row,
                            bool low, struct decimal *ratio)
{
    if (by_row && low && !turned(*ratio, ratio))
        return (struct str){NULL, 0};
    return choice_for(check, !by_row && low, *ratio);
}

static struct str limits_text(const struct checks *c,
                              const struct kind_check *check)
{
    struct str text = {NULL, 0};

    for (size_t i = 0; i < check->nlimits; i++)
        text = arena_printf(c->arena, "%.*s%s%.*s", STR_ARG(text),
                            i == 0 ? "" : ", ", STR_ARG(check->limits[i]));
    return text;
}

static bool is_choice(const struct kind_column *kind, const struct cell *cell,
                      struct str name)
{
    return kind_column_choice(kind, name) == (size_t)cell->value.choice;
}

/* What is done is as good as the best of the limits, and no worse is. */
static bool is_done(const struct checks *c, const struct kind_check *check,
                    const struct columns *x, size_t r, struct str wanted)
{
    const struct kind_choice *choice = check_choice(c, r, x->result);

    return choice != NULL && choice->status == STATUS_COMPLETE &&
           str_eq(wanted, choice_at(check, 0));
}

static void check_colour(struct checks *c, const struct kind_check *check,
                         const struct columns *x, size_t r)
{
    const struct comparison comparison = {FINDING_RAG, r, x->result};
    const struct kind_column *kind = c->table->columns[x->result].kind;
    const struct cell *cell = table_cell(c->table, r, x->result);
    const bool by_row = check->better_by != NULL;
    const bool low = check_low_is_good(c, check, r);
    struct decimal part;
    struct decimal whole;
    struct decimal ratio;
    struct decimal other; /* the same, for the other side */
    struct str wanted;

    if (!check_side_is_known(c, check, r) ||
        comparison_is_faulty(c, r, x->part) ||
        comparison_is_faulty(c, r, x->whole) || kind->type != TYPE_CHOICE ||
        cell->state != CELL_VALUE || !check_figure(c, r, x->part, &part) ||
        !check_figure(c, r, x->whole, &whole) ||
        !percentage(part,
                    is_of_income(c, x, whole) ? decimal_unsigned(whole) : whole,
                    RATIO_SCALE, &ratio))
        return;
    other = ratio;
    wanted = choice_by(check, by_row, low, &ratio);
    if (wanted.len == 0 || is_choice(kind, cell, wanted) ||
        is_done(c, check, x, r, wanted) ||
        (check_side_is_open(c, check, r) &&
         is_choice(kind, cell, choice_by(check, by_row, !low, &other))))
        return;
    (void)comparison_finding(
        c, &comparison, ratio, "%.*s (cell %.*s) is %.*s: %.*s of %.*s is %.*s",
        STR_ARG(row_name(c->table, r)), STR_ARG(cell_name(c, r, x->result)),
        STR_ARG(kind->choices[cell->value.choice]),
        STR_ARG(check_cell_text(c, r, x->part)),
        STR_ARG(check_cell_text(c, r, x->whole)), STR_ARG(wanted));
    finding_hint(c->findings, "the limits are %.*s, in per cent",
                 STR_ARG(limits_text(c, check)));
}

void check_rag(struct checks *c, const struct kind_check *check)
{
    struct columns x;

    if (!columns_of(c, check, &x))
        return;
    for (size_t r = 0; r < c->table->nrows; r++)
        check_colour(c, check, &x, r);
}
