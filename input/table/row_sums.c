#include "input/table/row_sums.h"
#include "input/table/table_less.h"

#include <string.h>

struct row_sums row_sums_begin(const struct table_reading *r)
{
    const size_t n = r->columns.count;
    struct decimal *sums = arena_alloc(r->arena, 2 * n, sizeof(*sums));

    return (struct row_sums){
        .of_column = sums,
        .taken = sums == NULL ? NULL : sums + n,
    };
}

void row_sums_clear(const struct table_reading *r, struct row_sums *s)
{
    memset(s->of_column, 0, 2 * r->columns.count * sizeof(*s->of_column));
    s->rows = 0;
    s->takes = false;
}

void row_sums_copy(const struct table_reading *r, struct row_sums *to,
                   const struct row_sums *from)
{
    memcpy(to->of_column, from->of_column,
           2 * r->columns.count * sizeof(*to->of_column));
    to->rows = from->rows;
    to->takes = from->takes;
}

/* False: it has none that can be summed in column C. */
static bool figure_of(const struct table_reading *r, size_t row, size_t c,
                      struct decimal *d)
{
    bool known = totals_may_sum(&r->columns.list[c]);

    *d = known ? totals_figure(r, row, c, &known) : (struct decimal){0, 0};
    return known;
}

static void add(struct decimal *sum, struct decimal d)
{
    if (!decimal_add(*sum, d, sum))
        *sum = (struct decimal){0, 0};
}

void row_sums_add(const struct table_reading *r, struct row_sums *s, size_t row)
{
    const bool takes = less_takes(r, row);
    struct decimal d;

    if (takes && !s->takes)
        memcpy(s->taken, s->of_column,
               r->columns.count * sizeof(*s->of_column));
    s->takes |= takes;
    for (size_t c = 0; c < r->columns.count; c++) {
        if (!figure_of(r, row, c, &d))
            continue;
        add(&s->of_column[c], d);
        if (takes)
            d.coefficient = d.coefficient == INT64_MIN ? 0 : -d.coefficient;
        if (s->takes)
            add(&s->taken[c], d);
    }
    s->rows++;
}

static struct likeness compare(const struct table_reading *r,
                               const struct decimal *sums, size_t rows,
                               size_t row)
{
    struct likeness like = {0};
    struct decimal d;

    for (size_t c = 0; c < r->columns.count; c++) {
        if (!figure_of(r, row, c, &d))
            continue;
        if (!totals_is_sum(&r->columns.list[c], rows, d, sums[c]))
            like.differ++;
        else if (d.coefficient != 0)
            like.rounded++;
        like.equal += d.coefficient != 0 && decimal_compare(d, sums[c]) == 0;
    }
    return like;
}

struct likeness row_sums_compare(const struct table_reading *r,
                                 const struct row_sums *s, size_t row)
{
    const struct likeness added = compare(r, s->of_column, s->rows, row);
    struct likeness taken;

    if (!s->takes)
        return added;
    taken = compare(r, s->taken, s->rows, row);
    return taken.rounded > added.rounded ? taken : added;
}

/* How the next total below ROW compares with the rows above it, ROW one of them
   and not. False: there is none. */
static bool compare_below(const struct table_reading *r, size_t row,
                          struct likeness *counted, struct likeness *left_out)
{
    struct row_sums all = row_sums_begin(r);
    struct row_sums others = row_sums_begin(r);
    size_t total = row + 1;

    while (total < r->nrows && r->roles[total] != ROW_TOTAL)
        total++;
    if (total == r->nrows || all.of_column == NULL || others.of_column == NULL)
        return false;
    for (size_t i = 0; i < total; i++) {
        if (!totals_may_count(r, i))
            continue;
        row_sums_add(r, &all, i);
        if (i != row)
            row_sums_add(r, &others, i);
    }
    *counted = row_sums_compare(r, &all, total);
    *left_out = row_sums_compare(r, &others, total);
    return true;
}

bool row_counts_below(const struct table_reading *r, size_t row)
{
    struct likeness counted;
    struct likeness left_out;

    return compare_below(r, row, &counted, &left_out) && counted.differ == 0 &&
           left_out.differ > 0;
}

bool row_is_left_out_below(const struct table_reading *r, size_t row)
{
    struct likeness counted;
    struct likeness left_out;

    return compare_below(r, row, &counted, &left_out) && counted.rounded == 0 &&
           left_out.rounded > 0;
}
