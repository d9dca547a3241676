#include "input/table/sums_above.h"
#include "input/table/table_less.h"

/* Of which rows above it a row may be the sum, the likeliest first. A row that
   sums may take away (table_less.h) counts with its own sign, or with the other
   in those that are called ..._TAKEN. */
enum summed {
    ALL,
    GROUP, /* those since the last total or sub-total */
    ALL_TAKEN,
    GROUP_TAKEN,
    LESS, /* those right above it which may be taken away, without a gap */
    LESS_TAKEN,
    SUMMED_MAX,
};

struct column_sums {
    size_t column;
    struct decimal of[SUMMED_MAX];
    struct decimal balance; /* of balances brought forward */
    bool lost;              /* a sum was too large: nothing is known */
};

struct sums_above sums_above_begin(const struct table_reading *r)
{
    struct sums_above above = {.r = r};

    above.columns =
        arena_alloc(r->arena, r->columns.count, sizeof(*above.columns));
    for (size_t c = 0; above.columns != NULL && c < r->columns.count; c++) {
        if (totals_may_sum(&r->columns.list[c]))
            above.columns[above.ncolumns++].column = c;
    }
    return above;
}

static bool add(struct decimal *sum, struct decimal d)
{
    if (sum->scale == d.scale)
        return !__builtin_add_overflow(sum->coefficient, d.coefficient,
                                       &sum->coefficient);
    return decimal_add(*sum, d, sum);
}

static void add_less(struct column_sums *s, struct decimal d, bool takes)
{
    struct decimal taken = d;

    s->lost |= d.coefficient == INT64_MIN;
    if (s->lost)
        return;
    if (takes) {
        taken.coefficient = -d.coefficient;
        s->lost |= !add(&s->of[LESS], d) || !add(&s->of[LESS_TAKEN], taken);
    } else {
        s->of[LESS] = (struct decimal){0, 0};
        s->of[LESS_TAKEN] = (struct decimal){0, 0};
    }
    s->lost |=
        !add(&s->of[ALL_TAKEN], taken) || !add(&s->of[GROUP_TAKEN], taken);
}

void sums_above_add(struct sums_above *above, size_t row)
{
    const bool takes = less_takes(above->r, row);

    for (size_t i = 0; i < above->ncolumns; i++) {
        struct column_sums *s = &above->columns[i];
        bool known;
        const struct decimal d =
            totals_figure(above->r, row, s->column, &known);

        if (known)
            s->lost |= !add(&s->of[ALL], d) || !add(&s->of[GROUP], d);
        if (above->r->less.count > 0)
            add_less(s, d, takes);
    }
    above->rows++;
    above->in_group++;
    above->less = takes ? above->less + 1 : 0;
}

void sums_above_add_balance(struct sums_above *above, size_t row)
{
    for (size_t i = 0; i < above->ncolumns; i++) {
        struct column_sums *s = &above->columns[i];
        bool known;
        const struct decimal d =
            totals_figure(above->r, row, s->column, &known);

        if (known)
            s->lost |= !add(&s->balance, d);
    }
}

void sums_above_end_group(struct sums_above *above)
{
    for (size_t i = 0; i < above->ncolumns; i++) {
        struct decimal *of = above->columns[i].of;

        of[GROUP] = (struct decimal){0, 0};
        of[GROUP_TAKEN] = (struct decimal){0, 0};
        of[LESS] = (struct decimal){0, 0};
        of[LESS_TAKEN] = (struct decimal){0, 0};
    }
    above->in_group = 0;
    above->less = 0;
}

/* Whether D is SUM, with the balance or without. */
static bool is_sum(const struct column_sums *s, struct decimal d,
                   struct decimal sum)
{
    if (s->lost)
        return false;
    return decimal_compare(d, sum) == 0 ||
           (s->balance.coefficient != 0 && add(&sum, s->balance) &&
            decimal_compare(d, sum) == 0);
}

/* Nothing is the sum of one row alone that may be taken away. */
static bool has_rows(const struct sums_above *above, enum summed which)
{
    if (which == LESS || which == LESS_TAKEN)
        return above->less > 1;
    if (which > GROUP && above->r->less.count == 0)
        return false;
    return (which == ALL || which == ALL_TAKEN ? above->rows
                                               : above->in_group) > 0;
}

enum sums_agreement sums_above_compare(const struct sums_above *above,
                                       size_t row, size_t *figures)
{
    bool agrees[SUMMED_MAX];
    size_t which;

    *figures = 0;
    for (which = 0; which < SUMMED_MAX; which++)
        agrees[which] = has_rows(above, (enum summed)which);
    for (size_t i = 0; i < above->ncolumns; i++) {
        const struct column_sums *s = &above->columns[i];
        bool known;
        const struct decimal d =
            totals_figure(above->r, row, s->column, &known);

        if (!known)
            continue;
        for (which = 0; which < SUMMED_MAX; which++)
            agrees[which] = agrees[which] && is_sum(s, d, s->of[which]);
        *figures += d.coefficient != 0;
    }
    which = 0;
    while (which < SUMMED_MAX && !agrees[which])
        which++;
    if (which == SUMMED_MAX)
        return AGREES_NOT;
    return which == ALL || which == ALL_TAKEN ? AGREES_WITH_ALL
                                              : AGREES_WITH_GROUP;
}

static struct likeness like(const struct sums_above *above, size_t row,
                            enum summed which)
{
    struct likeness like = {0};

    for (size_t i = 0; i < above->ncolumns; i++) {
        const struct column_sums *s = &above->columns[i];
        bool known;
        const struct decimal d =
            totals_figure(above->r, row, s->column, &known);

        if (known && !is_sum(s, d, s->of[which]))
            like.differ++;
        else if (known && d.coefficient != 0)
            like.equal++;
    }
    like.rounded = like.equal;
    return like;
}

struct likeness sums_above_like_group(const struct sums_above *above,
                                      size_t row)
{
    static const enum summed others[] = {GROUP_TAKEN, LESS, LESS_TAKEN};
    struct likeness most = like(above, row, GROUP);

    for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++) {
        struct likeness other;

        if (!has_rows(above, others[i]))
            continue;
        other = like(above, row, others[i]);
        if (other.equal > most.equal)
            most = other;
    }
    return most;
}
