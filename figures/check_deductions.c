#include "figures/check_deductions.h"
#include "figures/check_comparison.h"
#include "figures/check_rounding.h"

/* What a sum may be made of: rows from FROM on. */
struct run {
    size_t from;
    struct sum added;
    struct sum taken;
};

/* All rows above a sum, and those since each of the sums right above it. */
#define RUNS 4

static void add_row(const struct checks *c, struct run *run, size_t row,
                    size_t column)
{
    sum_add(c, &run->added, row, column, 1);
    sum_add(c, &run->taken, row, column, sum_sign_of(c->table->row_roles[row]));
}

/* Whether the sum at ROW is nearer to what RUN gives with deductions taken away
   than to what it gives with them added. */
static bool takes(const struct checks *c, const struct run *run, size_t row,
                  size_t column)
{
    const struct table *t = c->table;
    const struct comparison comparison = {FINDING_SUM, row, column};
    struct decimal claimed;

    return comparison_agreement(c, &comparison, &run->taken) ==
               AGREEMENT_HOLDS &&
           cell_decimal(t->columns[column].kind->type,
                        table_cell(t, row, column), &claimed) &&
           decimal_compare(rounding_distance(claimed, run->taken.printed),
                           rounding_distance(claimed, run->added.printed)) < 0;
}

/* The deductions of RUN above END are taken away. */
static void mark(const struct table *t, struct run *run, size_t end,
                 bool *taken)
{
    for (; run->from < end; run->from++)
        taken[run->from] |= t->row_roles[run->from] == ROW_DEDUCTION;
}

static void see_column(const struct checks *c, size_t column, bool *taken)
{
    const struct table *t = c->table;
    struct run runs[RUNS] = {{.from = 0}};

    for (size_t r = 0; r < t->nrows; r++) {
        const uint8_t role = t->row_roles[r];
        const bool is_sum = row_is_sum(role) || role == ROW_CLOSING;

        for (size_t i = 0; i < RUNS; i++) {
            if (row_is_plain(role) || role == ROW_OPENING)
                add_row(c, &runs[i], r, column);
            else if (is_sum && takes(c, &runs[i], r, column))
                mark(t, &runs[i], r, taken);
        }
        if (!is_sum)
            continue;
        for (size_t i = RUNS - 1; i > 1; i--)
            runs[i] = runs[i - 1];
        runs[1] = (struct run){.from = r + 1};
    }
}

const bool *deductions_taken(const struct checks *c)
{
    const struct table *t = c->table;
    bool *taken = NULL;

    for (size_t r = 0; r < t->nrows; r++) {
        if (t->row_roles[r] != ROW_DEDUCTION)
            continue;
        if (taken == NULL)
            taken = arena_alloc(c->arena, t->nrows, sizeof(*taken));
        if (taken == NULL)
            return NULL;
        taken[r] =
            t->incomplete || (t->row_lines != NULL && t->row_lines[r] > 0);
    }
    for (size_t k = 0; taken != NULL && k < t->ncolumns; k++) {
        if (t->columns[k].kind != NULL && column_is_numeric(t, k))
            see_column(c, k, taken);
    }
    return taken;
}
