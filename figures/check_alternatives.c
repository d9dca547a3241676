#include "figures/check_alternatives.h"
#include "figures/check_agreements.h"
#include "figures/check_choices.h"
#include "figures/check_comparison.h"
#include "figures/check_names.h"

/* So many rows agree with one of two checks for each that agrees with the
   other, and it is clear which is meant. */
#define CLEAR_RATIO 2
/* One row that a check fits is no proof of it: it may be the one with a fault.
 */
#define PROOF_MIN 2

static const char *missing(const struct checks *c, const char *const *names,
                           size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (names[i] != NULL &&
            table_column(c->table, str_of(names[i])) == c->table->ncolumns)
            return names[i];
    }
    return NULL;
}

const char *check_lacks(const struct checks *c, const struct kind_check *check)
{
    const char *lacks = missing(c, check->plus, check->nplus);

    if (lacks == NULL)
        lacks = missing(c, check->minus, check->nminus);
    return lacks == NULL ? missing(c, &check->of, 1) : lacks;
}

/* A check whose columns the table has, and what each row says of it. */
struct candidate {
    size_t check;
    size_t ncolumns;
    const uint8_t *rows; /* enum agreement; NULL: no memory */
};

static const uint8_t *agreements(struct checks *c,
                                 const struct kind_check *check)
{
    const size_t nrows = c->table->nrows;
    uint8_t *rows = arena_alloc(c->arena, nrows + 1, sizeof(*rows));

    if (rows == NULL)
        return NULL;
    c->check = check;
    if (check->type == CHECK_RATIO)
        ratio_agreements(c, check, rows);
    else
        row_agreements(c, check, rows);
    for (size_t r = 0; r < nrows; r++) {
        if (!row_is_plain(c->table->row_roles[r]))
            rows[r] = AGREEMENT_UNKNOWN;
    }
    return rows;
}

static struct candidate candidate_of(struct checks *c, size_t i)
{
    const struct kind_check *check = &c->table->kind->checks[i];

    return (struct candidate){i, check->nplus + check->nminus,
                              agreements(c, check)};
}

/* The rows that agree with A, and not with B. */
static size_t rows_for(const struct checks *c, const struct candidate *a,
                       const struct candidate *b)
{
    size_t count = 0;

    for (size_t r = 0; r < c->table->nrows; r++)
        count += a->rows[r] == AGREEMENT_HOLDS && b->rows[r] != AGREEMENT_HOLDS;
    return count;
}

static size_t rows_against(const struct checks *c, const struct candidate *a)
{
    size_t count = 0;

    for (size_t r = 0; r < c->table->nrows; r++)
        count += a->rows[r] == AGREEMENT_FAILS;
    return count;
}

/* Whether rows say clearly that NARROW is meant, and not WIDE, which has more
   columns. */
static bool is_clear(const struct checks *c, const struct candidate *narrow,
                     const struct candidate *wide)
{
    const bool is_main = !c->table->kind->checks[narrow->check].is_other;
    const size_t count = rows_for(c, narrow, wide);

    return count > CLEAR_RATIO * rows_for(c, wide, narrow) &&
           (is_main || count >= PROOF_MIN);
}

/* A column that is there is a part, unless rows clearly say otherwise. */
static const struct candidate *better(const struct checks *c,
                                      const struct candidate *a,
                                      const struct candidate *b)
{
    if (a->ncolumns == b->ncolumns)
        return rows_for(c, b, a) > rows_for(c, a, b) ? b : a;
    if (a->ncolumns < b->ncolumns)
        return is_clear(c, a, b) ? a : b;
    return is_clear(c, b, a) ? b : a;
}

/* Whether OTHER may be made in the place of a check that lacks columns: what
   the table does not show may be what rows differ by. */
static bool is_borne_out(const struct checks *c, const struct candidate *main,
                         const struct candidate *other)
{
    const size_t against = rows_against(c, other);

    return against == 0 ||
           (against == 1 && rows_for(c, other, main) >= PROOF_MIN);
}

static bool has_column(const struct kind_check *check, const char *id)
{
    bool found = kind_check_adds(check, id);

    for (size_t i = 0; i < check->nminus; i++)
        found |= str_is(str_of(check->minus[i]), id);
    return found;
}

static bool has_figures(const struct checks *c, size_t column)
{
    struct decimal figure;

    for (size_t r = 0; r < c->table->nrows; r++) {
        if (row_is_plain(c->table->row_roles[r]) &&
            check_figure(c, r, column, &figure) && figure.coefficient != 0)
            return true;
    }
    return false;
}

/* Says which of the columns IDS the check that is made does not have. */
static void say_left_out(const struct checks *c, const struct kind_check *made,
                         const char *const *ids, size_t nids)
{
    for (size_t i = 0; i < nids; i++) {
        const size_t column = table_column(c->table, str_of(ids[i]));
        const size_t result = table_column(c->table, str_of(made->result));

        if (has_column(made, ids[i]) || !has_figures(c, column))
            continue;
        finding(c->findings, FINDING_DOUBTFUL, c->table->columns[column].at,
                "%.*s is taken for no part of %.*s, which most rows give "
                "without it",
                STR_ARG(column_name(c, column)),
                STR_ARG(column_name(c, result)));
        finding_hint(
            c->findings,
            "correct the rows if it is a part; columns=\"...\" in the "
            "data element names what is wanted, and leaves out what is "
            "not");
    }
}

/* Whether check I is MAIN, or may be made in its place, and the table has its
   columns. */
static bool can_stand(const struct checks *c, size_t main, size_t i)
{
    const struct kind_check *checks = c->table->kind->checks;

    return kind_check_main(checks, i) == main &&
           check_lacks(c, &checks[i]) == NULL;
}

/* Of check MAIN and those that may be made in its place, the one that is. */
static size_t choose(struct checks *c, size_t main)
{
    const struct kind *kind = c->table->kind;
    struct candidate best = {.check = main};
    struct candidate lacking;

    for (size_t i = main; i < kind->nchecks; i++) {
        struct candidate next;

        if (!can_stand(c, main, i))
            continue;
        next = candidate_of(c, i);
        if (next.rows == NULL)
            return main;
        best = best.rows == NULL ? next : *better(c, &best, &next);
    }
    if (best.check == main || can_stand(c, main, main))
        return best.check;
    lacking = candidate_of(c, main);
    return lacking.rows != NULL && is_borne_out(c, &lacking, &best) ? best.check
                                                                    : main;
}

/* Of those that can stand in the place of MAIN that of most columns, where it
   has more than the one that is MADE. */
static const struct kind_check *widest(const struct checks *c, size_t main,
                                       size_t made)
{
    const struct kind *kind = c->table->kind;
    const struct kind_check *widest = &kind->checks[made];

    for (size_t i = main; i < kind->nchecks; i++) {
        const struct kind_check *other = &kind->checks[i];

        if (can_stand(c, main, i) &&
            other->nplus + other->nminus > widest->nplus + widest->nminus)
            widest = other;
    }
    return widest;
}

static bool has_others(const struct kind *kind, size_t main)
{
    size_t i = main + 1;

    while (i < kind->nchecks && kind_check_main(kind->checks, i) != main)
        i++;
    return i < kind->nchecks;
}

bool *checks_passed_over(struct checks *c)
{
    const struct kind *kind = c->table->kind;
    bool *passed = arena_alloc(c->arena, kind->nchecks + 1, sizeof(*passed));

    for (size_t main = 0; passed != NULL && main < kind->nchecks; main++) {
        const struct kind_check *wide;
        size_t made;

        if (!has_others(kind, main) ||
            table_column(c->table, str_of(kind->checks[main].result)) ==
                c->table->ncolumns)
            continue;
        made = choose(c, main);
        for (size_t i = main; i < kind->nchecks; i++)
            passed[i] |= i != made && kind_check_main(kind->checks, i) == main;
        if (check_lacks(c, &kind->checks[made]) != NULL)
            continue;
        wide = widest(c, main, made);
        say_left_out(c, &kind->checks[made], wide->plus, wide->nplus);
        say_left_out(c, &kind->checks[made], wide->minus, wide->nminus);
    }
    return passed;
}
