#include "figures/check_comparison.h"
#include "figures/check_names.h"
#include "figures/check_row.h"
#include "figures/check_steps.h"

/* What stands above the row at hand. */
struct above {
    struct sum entries; /* but expenditure */
    struct sum spent;
    struct sum through_sub_totals; /* sub-totals, and entries after the last */
    struct sum since_sub_total;
    struct sum block; /* since a total or a balance */
    size_t rows;      /* entries, whether they have a figure or not */
    bool sub_totals;  /* there are some */
    bool spending;    /* the last entry was expenditure */
};

static void add_entry(const struct checks *c, struct above *a, size_t row,
                      size_t column)
{
    a->spending = c->table->row_roles[row] == ROW_EXPENDITURE;
    a->rows++;
    sum_add(c, a->spending ? &a->spent : &a->entries, row, column, 1);
    sum_add(c, &a->since_sub_total, row, column, 1);
    sum_add(c, &a->block, row, column, 1);
}

/* What pays for the rows above it is no part of them. */
static void add_funding(const struct checks *c, struct above *a, size_t row,
                        size_t column)
{
    sum_add(c, &a->block, row, column, 1);
}

static void check_block_total(struct checks *c, const struct above *a,
                              size_t row, size_t column)
{
    const struct comparison comparison = {FINDING_SUM, row, column};
    const struct sum *s = &a->block;

    if (comparison_holds(c, &comparison, s) || row_follows(c, &comparison, s))
        return;
    comparison_fault(c, &comparison, s, comparison_name(c, &comparison),
                     arena_printf(c->arena, "its rows (%.*s) give",
                                  STR_ARG(span_name(c, s))));
}

static void add_sub_total(const struct checks *c, struct above *a, size_t row,
                          size_t column)
{
    a->sub_totals = true;
    sum_add(c, &a->through_sub_totals, row, column, 1);
    a->since_sub_total = (struct sum){.terms = 0};
}

/* A total of rows that have no figure at all is one of nought. */
static void check_total_of_blanks(struct checks *c, const struct above *a,
                                  const struct comparison *comparison)
{
    const struct table *t = c->table;
    const struct cell *cell =
        table_cell(t, comparison->row, comparison->column);
    struct decimal claimed;

    if (a->rows == 0 || a->entries.unknown || a->spent.unknown ||
        !cell_decimal(t->columns[comparison->column].kind->type, cell,
                      &claimed) ||
        claimed.coefficient == 0)
        return;
    (void)comparison_finding(
        c, comparison, (struct decimal){0, 0},
        "%.*s (cell %.*s) is %.*s, and no row that it sums has a figure",
        STR_ARG(comparison_name(c, comparison)),
        STR_ARG(cell_name(c, comparison->row, comparison->column)),
        STR_ARG(value_text(c, comparison->column, claimed)));
}

/* The total at ROW is what A has; THERE says where that stands. */
static void check_total_row(struct checks *c, const struct above *a, size_t row,
                            size_t column, const char *there)
{
    const struct comparison comparison = {FINDING_SUM, row, column};
    const struct sum *s = a->spending ? &a->spent : &a->entries;
    struct sum through = a->through_sub_totals;

    sum_add_sum(&through, &a->since_sub_total, 1);
    if (s->terms == 0)
        s = &through;
    if (s->terms == 0) {
        check_total_of_blanks(c, a, &comparison);
        return;
    }
    if (comparison_holds(c, &comparison, s))
        return;
    /* The total may have been made from sub-totals, one of which is wrong. */
    if (comparison_follows(c, &comparison, &through, s) ||
        row_follows(c, &comparison, s))
        return;
    comparison_fault(c, &comparison, s, comparison_name(c, &comparison),
                     arena_printf(c->arena, "the rows %s it (%.*s) give", there,
                                  STR_ARG(span_name(c, s))));
}

/* What the program prints where no row of the data gives a total. */
static void add_missing(struct checks *c, const struct above *a, size_t column)
{
    const struct comparison comparison = {FINDING_MAX, c->table->nrows, column};
    struct sum s = a->entries;

    sum_add_sum(&s, &a->spent, 1);
    if (s.terms > 0 && !s.unknown && !s.overflow)
        computed_add(c, &comparison, s.printed, NULL);
}

static void check_column(struct checks *c, size_t column)
{
    const struct table *t = c->table;
    /* A column of sub-totals is summed as it stands, whatever the rows are. */
    const bool of_sub_totals =
        t->columns[column].kind->role == COLUMN_SUB_TOTAL;
    struct above a = {.spending = false};
    size_t heading = t->nrows; /* a total above all that it sums */
    size_t totals = 0;

    for (size_t r = 0; r < t->nrows; r++) {
        const uint8_t role = t->row_roles[r];

        if (role == ROW_TOTAL) {
            if (a.rows > 0 || a.sub_totals)
                check_total_row(c, &a, r, column, "above");
            else if (totals == 0)
                heading = r;
            totals++;
        } else if (role == ROW_BLOCK_TOTAL) {
            check_block_total(c, &a, r, column);
        } else if (role == ROW_FUNDING) {
            add_funding(c, &a, r, column);
        } else if (role == ROW_SUB_TOTAL && !of_sub_totals) {
            add_sub_total(c, &a, r, column);
        } else if (role != ROW_CLOSING && role != ROW_RESULT &&
                   (role != ROW_GROUP_TITLE || of_sub_totals)) {
            add_entry(c, &a, r, column);
        }
        if (role == ROW_TOTAL || role == ROW_BLOCK_TOTAL || role == ROW_CLOSING)
            a.block = (struct sum){.terms = 0};
    }
    if (totals == 0)
        add_missing(c, &a, column);
    else if (heading < t->nrows)
        check_total_row(c, &a, heading, column, "below");
}

void check_total(struct checks *c, const struct kind_check *check)
{
    const struct table *t = c->table;

    for (size_t k = 0; k < t->ncolumns; k++) {
        if (t->columns[k].kind != NULL &&
            str_is(str_of(check->result), t->columns[k].id) &&
            column_is_numeric(t, k))
            check_column(c, k);
    }
}
