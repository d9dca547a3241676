#include "figures/check_row.h"
#include "figures/check_agreements.h"
#include "figures/check_comparison.h"
#include "figures/check_names.h"
#include "figures/check_steps.h"

/* The columns that a check adds in each row, found once. */
struct term {
    size_t column;
    int sign;
    bool either;
};

struct terms {
    struct term *list;
    size_t count;
    bool pence; /* all are columns of money */
};

/* Those called NAMES. One name may be repeated columns. */
static void find_terms(const struct checks *c, struct terms *terms,
                       const char *const *names, size_t nnames,
                       struct term term)
{
    const struct table *t = c->table;

    for (size_t i = 0; i < nnames; i++) {
        for (term.column = 0; term.column < t->ncolumns; term.column++) {
            if (str_is(str_of(names[i]), t->columns[term.column].id))
                terms->list[terms->count++] = term;
        }
    }
}

static bool is_money(const struct table *t, size_t column)
{
    const struct kind_column *kind = t->columns[column].kind;

    return kind != NULL && kind->type == TYPE_MONEY;
}

static struct terms terms_of(const struct checks *c,
                             const struct kind_check *check)
{
    const size_t names = check->nplus + check->nminus;
    struct terms terms = {.list =
                              arena_alloc(c->arena, names * c->table->ncolumns,
                                          sizeof(*terms.list))};

    if (terms.list == NULL)
        return terms;
    find_terms(c, &terms, check->plus, check->nplus,
               (struct term){.sign = 1, .either = false});
    find_terms(c, &terms, check->minus, check->nminus,
               (struct term){.sign = -1, .either = check->either});
    terms.pence = terms.count > 0;
    for (size_t i = 0; i < terms.count; i++)
        terms.pence &= is_money(c->table, terms.list[i].column);
    return terms;
}

static void name_columns(const struct checks *c, struct buf *b,
                         const char *const *names, size_t nnames,
                         const char *first, const char *next)
{
    for (size_t i = 0; i < nnames; i++) {
        const size_t column = table_column(c->table, str_of(names[i]));

        buf_puts(b, i == 0 ? first : next);
        if (column < c->table->ncolumns)
            buf_str(b, column_name(c, column));
        else
            buf_puts(b, names[i]);
    }
}

/* `Budget and Grant less Cost give` */
static struct str basis(const struct checks *c, const struct kind_check *check)
{
    struct buf b;

    buf_init(&b, c->arena->limit);
    name_columns(c, &b, check->plus, check->nplus, "", " and ");
    name_columns(c, &b, check->minus, check->nminus,
                 check->nplus > 0 ? " less " : "less ", " and ");
    buf_puts(&b, check->nplus > 1 ? " give" : " gives");
    return arena_take(c->arena, &b);
}

static struct sum row_sum(const struct checks *c, const struct terms *terms,
                          size_t row)
{
    struct sum s = {.terms = 0};

    for (size_t i = 0; i < terms->count; i++) {
        const struct term *x = &terms->list[i];

        sum_add(c, &s, row, x->column,
                sum_sign(c, row, x->column, x->sign, x->either));
    }
    return s;
}

/* Whether amounts give that of RESULT to the penny, as they do in most rows:
   then nothing is asked of rounding, of units, or of faults among them. */
static bool adds_up(const struct checks *c, const struct terms *terms,
                    size_t row, size_t result)
{
    const struct cell *given = table_cell(c->table, row, result);
    int64_t sum = 0;

    if (!terms->pence || c->ncorrections > 0 || given->state != CELL_VALUE ||
        !is_money(c->table, result))
        return false;
    for (size_t i = 0; i < terms->count; i++) {
        const struct term *x = &terms->list[i];
        const struct cell *cell = table_cell(c->table, row, x->column);
        const int64_t pence = cell->value.pence;

        if (cell->state != CELL_VALUE ||
            (x->sign < 0 && !(x->either && pence < 0)
                 ? __builtin_sub_overflow(sum, pence, &sum)
                 : __builtin_add_overflow(sum, pence, &sum)))
            return false;
    }
    return sum == given->value.pence;
}

bool row_follows(struct checks *c, const struct comparison *comparison,
                 const struct sum *expected)
{
    const struct kind *kind = c->table->kind;
    const char *id = c->table->columns[comparison->column].id;

    for (size_t i = 0; i < kind->nchecks; i++) {
        const struct kind_check *check = &kind->checks[i];
        struct terms terms;
        struct sum s;

        if (check->type != CHECK_ROW || c->passed_over[i] ||
            check->result == NULL || !str_is(str_of(check->result), id))
            continue;
        terms = terms_of(c, check);
        s = row_sum(c, &terms, comparison->row);
        if (comparison_follows(c, comparison, &s, expected))
            return true;
    }
    return false;
}

/* A balance has its figure in the column of the result alone: a total that
   counts it is so much more than its other columns give. BALANCES: those
   above the row. */
static bool holds_with_balances(struct checks *c,
                                const struct comparison *comparison,
                                const struct sum *s, const struct sum *balances)
{
    struct sum all = *s;

    if (balances->terms == 0 || s->terms == 0)
        return false;
    sum_add_sum(&all, balances, 1);
    return comparison_holds(c, comparison, &all);
}

/* Less income of 310 where 300 was planned: the variance is 10 more of what is
   taken away, or 10 less of what is spent. */
static bool holds_turned(struct checks *c, const struct kind_check *check,
                         const struct comparison *comparison,
                         const struct sum *s)
{
    struct sum turned = {.terms = 0};

    if (c->taken == NULL || !c->taken[comparison->row] || check->nminus == 0)
        return false;
    sum_add_sum(&turned, s, -1);
    return comparison_holds(c, comparison, &turned);
}

/* Whether a figure that row ROW has for the check is still to come. */
static bool is_to_come(const struct checks *c, const struct terms *terms,
                       size_t row, size_t result)
{
    bool to_come = cell_is_to_come(table_cell(c->table, row, result));

    for (size_t i = 0; i < terms->count; i++)
        to_come |=
            cell_is_to_come(table_cell(c->table, row, terms->list[i].column));
    return to_come;
}

#define TURNED_MIN 2 /* rows of the other sign: one alone is a slip */

/* Whether every figure of RESULT is what the others give, with the other sign:
   who made the table takes them away from each other the other way round.
   *FIRST is the first such row. */
static bool is_turned(const struct checks *c, const struct terms *terms,
                      size_t result, size_t *first)
{
    const struct table *t = c->table;
    size_t turned = 0;

    for (size_t r = 0; r < t->nrows; r++) {
        const struct sum s = row_sum(c, terms, r);
        struct decimal claimed;

        if (!cell_decimal(t->columns[result].kind->type,
                          table_cell(t, r, result), &claimed) ||
            (claimed.coefficient == 0 && s.printed.coefficient == 0))
            continue;
        if (claimed.coefficient == INT64_MIN)
            return false;
        claimed.coefficient = -claimed.coefficient;
        if (s.terms == 0 || s.unknown || s.overflow ||
            decimal_compare(claimed, s.printed) != 0)
            return false;
        if (row_is_sum(t->row_roles[r]))
            continue;
        if (turned++ == 0)
            *first = r;
    }
    return turned >= TURNED_MIN;
}

/* Says so once; where the report owns up to it each row is named. */
static bool says_turned(struct checks *c, const struct kind_check *check,
                        const struct terms *terms, size_t result, bool sums)
{
    struct comparison comparison = {FINDING_ACROSS, 0, result};
    struct place at;

    if (check->nplus == 0 || check->nminus == 0 ||
        !is_turned(c, terms, result, &comparison.row))
        return false;
    at = table_cell_place(c->table, comparison.row, result);
    if (acknowledged(c->acknowledgements, FINDING_ACROSS, at) != NULL)
        return false;
    if (sums)
        return true;
    (void)comparison_finding(
        c, &comparison, row_sum(c, terms, comparison.row).printed,
        "%.*s has the other sign in all rows (from cell %.*s on) than %.*s",
        STR_ARG(column_name(c, result)),
        STR_ARG(cell_name(c, comparison.row, result)),
        STR_ARG(basis(c, check)));
    finding_hint(c->findings,
                 "turn the signs of the column; where the council counts so, "
                 "give a kind of its own <check type=\"row\" result=\"%s\"> "
                 "that takes them away the other way round",
                 check->result);
    return true;
}

static void check_rows(struct checks *c, const struct kind_check *check,
                       bool sums)
{
    const struct table *t = c->table;
    const size_t result = table_column(t, str_of(check->result));
    struct sum balances = {.terms = 0};
    bool to_come = false; /* above: a sum of what is known need not agree */
    struct terms terms;

    if (result == t->ncolumns)
        return;
    terms = terms_of(c, check);
    if (says_turned(c, check, &terms, result, sums))
        return;
    for (size_t r = 0; r < t->nrows; r++) {
        const struct comparison comparison = {FINDING_ACROSS, r, result};
        const bool is_sum = row_is_sum(t->row_roles[r]);
        struct sum s;

        to_come |= sums && !is_sum && t->row_roles[r] != ROW_MEMO &&
                   is_to_come(c, &terms, r, result);
        if (!sums && is_sum)
            continue;
        if (sums && !is_sum && t->row_roles[r] != ROW_OPENING)
            continue;
        if (!sums && adds_up(c, &terms, r, result)) {
            comparison_count(c, &comparison);
            continue;
        }
        s = row_sum(c, &terms, r);
        if (sums && !is_sum) {
            if (s.terms == 0)
                sum_add(c, &balances, r, result, 1);
            continue;
        }
        s.unknown |= to_come;
        if (!comparison_holds(c, &comparison, &s) &&
            !holds_turned(c, check, &comparison, &s) &&
            !holds_with_balances(c, &comparison, &s, &balances))
            comparison_fault(c, &comparison, &s,
                             comparison_name(c, &comparison), basis(c, check));
    }
}

void row_agreements(struct checks *c, const struct kind_check *check,
                    uint8_t *rows)
{
    const struct terms terms = terms_of(c, check);
    const size_t result = table_column(c->table, str_of(check->result));

    for (size_t r = 0; terms.list != NULL && r < c->table->nrows; r++) {
        const struct sum s = row_sum(c, &terms, r);

        rows[r] = (uint8_t)comparison_agreement(
            c, &(struct comparison){FINDING_ACROSS, r, result}, &s);
    }
}

void check_row_of_entries(struct checks *c, const struct kind_check *check)
{
    check_rows(c, check, false);
}

void check_row_of_sums(struct checks *c, const struct kind_check *check)
{
    check_rows(c, check, true);
}
