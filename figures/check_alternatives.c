#include "figures/check_alternatives.h"
#include "figures/check_row.h"

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

static size_t agreements(struct checks *c, const struct kind_check *check)
{
    c->check = check;
    return check->type == CHECK_RATIO ? ratio_agreements(c, check)
                                      : row_agreements(c, check);
}

/* Check I stands in the place of check FIRST. */
static bool is_other(const struct kind *kind, size_t first, size_t i)
{
    const struct kind_check *a = &kind->checks[first];
    const struct kind_check *b = &kind->checks[i];

    return b->is_other && b->type == a->type && a->result != NULL &&
           b->result != NULL && str_is(str_of(a->result), b->result);
}

/* Of check FIRST and those that may stand in its place, the one that is made.
 */
static size_t best_of(struct checks *c, size_t first)
{
    const struct kind *kind = c->table->kind;
    size_t best = first;
    size_t most = 0;
    bool any = false;

    for (size_t i = first; i < kind->nchecks; i++) {
        size_t count;

        if ((i != first && !is_other(kind, first, i)) ||
            check_lacks(c, &kind->checks[i]) != NULL)
            continue;
        count = agreements(c, &kind->checks[i]);
        if (!any || count >= most) {
            best = i;
            most = count;
        }
        any = true;
    }
    return best;
}

static bool has_others(const struct kind *kind, size_t first)
{
    size_t i = first + 1;

    while (i < kind->nchecks && !is_other(kind, first, i))
        i++;
    return !kind->checks[first].is_other && i < kind->nchecks;
}

bool *checks_passed_over(struct checks *c)
{
    const struct kind *kind = c->table->kind;
    bool *passed = arena_alloc(c->arena, kind->nchecks + 1, sizeof(*passed));

    for (size_t first = 0; passed != NULL && first < kind->nchecks; first++) {
        size_t best;

        if (!has_others(kind, first) ||
            table_column(c->table, str_of(kind->checks[first].result)) ==
                c->table->ncolumns)
            continue;
        best = best_of(c, first);
        for (size_t i = first; i < kind->nchecks; i++)
            passed[i] |= i != best && (i == first || is_other(kind, first, i));
    }
    return passed;
}
