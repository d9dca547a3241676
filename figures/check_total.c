#include "figures/check_comparison.h"
#include "figures/check_names.h"
#include "figures/check_rounding.h"
#include "figures/check_row.h"
#include "figures/check_steps.h"

/* Rows of which a total may or may not count the balance brought forward, and
   take away what is called so or add it: tables of each are published. */
struct counted {
    struct sum all;
    struct sum flows; /* without balances, once there is one */
    struct sum taken; /* without deductions, once there is one */
    bool balances;
    bool deductions;
};

/* What stands above the row at hand. */
struct above {
    struct counted entries; /* but expenditure */
    struct sum spent;
    struct sum through_sub_totals; /* sub-totals, and entries after the last */
    struct sum since_sub_total;
    struct counted block; /* since a total or a balance */
    struct counted part;  /* since any sum or balance */
    size_t parts;         /* sums within the block */
    bool paying;          /* rows of the block pay for others */
    bool parted;          /* and a sum stands below one of them */
    struct counted net;   /* entries, and what pays for them */
    size_t rows;          /* entries, whether they have a figure or not */
    bool has_parts;       /* the table has sums or spending of its parts: else
                             nobody asks for those of a part */
    bool sub_totals;      /* there are some */
    bool block_totals;
    bool funding;  /* rows stand above that pay for others */
    bool spending; /* the last entry was expenditure */
};

static void count_row(const struct checks *c, struct counted *to, size_t row,
                      size_t column)
{
    const bool is_balance = row_is_stock(c->table->row_roles[row]);
    const bool is_deduction = c->table->row_roles[row] == ROW_DEDUCTION;

    if (is_balance && !to->balances)
        to->flows = to->all;
    if (is_deduction && !to->deductions)
        to->taken = to->all;
    to->balances |= is_balance;
    to->deductions |= is_deduction;
    sum_add(c, &to->all, row, column, 1);
    if (to->balances && !is_balance)
        sum_add(c, &to->flows, row, column, 1);
    if (to->deductions)
        sum_add(c, &to->taken, row, column,
                sum_sign_of(c->table->row_roles[row]));
}

static void add_entry(const struct checks *c, struct above *a, size_t row,
                      size_t column)
{
    a->spending = c->table->row_roles[row] == ROW_EXPENDITURE;
    a->rows++;
    if (a->spending)
        sum_add(c, &a->spent, row, column, 1);
    else
        count_row(c, &a->entries, row, column);
    if (a->funding)
        count_row(c, &a->net, row, column);
    if (!a->has_parts)
        return;
    sum_add(c, &a->since_sub_total, row, column, 1);
    count_row(c, &a->block, row, column);
    count_row(c, &a->part, row, column);
}

/* What pays for the rows above it is no part of them. */
static void add_funding(const struct checks *c, struct above *a, size_t row,
                        size_t column)
{
    if (!a->funding)
        a->net = a->entries;
    a->funding = true;
    a->paying = true;
    count_row(c, &a->net, row, column);
    count_row(c, &a->block, row, column);
    count_row(c, &a->part, row, column);
}

/* Sums any of which a total may be, the likeliest first. */
#define POSSIBLE_SUMS_MAX 9

struct possible_sums {
    const struct sum *sums[POSSIBLE_SUMS_MAX];
    size_t count;
};

static void add_possible(struct possible_sums *list, const struct sum *s)
{
    if (s->terms > 0)
        list->sums[list->count++] = s;
}

static void add_counted(struct possible_sums *list, const struct counted *rows)
{
    add_possible(list, &rows->all);
    if (rows->balances)
        add_possible(list, &rows->flows);
    if (rows->deductions)
        add_possible(list, &rows->taken);
}

/* Nothing but balances has a figure, and the total claims none. */
static bool is_nought_of_flows(const struct checks *c,
                               const struct comparison *comparison,
                               const struct counted *rows)
{
    const struct table *t = c->table;
    const struct cell *cell =
        table_cell(t, comparison->row, comparison->column);
    struct decimal claimed;

    return rows->balances && rows->flows.terms == 0 && !rows->flows.unknown &&
           cell_decimal(t->columns[comparison->column].kind->type, cell,
                        &claimed) &&
           claimed.coefficient == 0;
}

static bool any_holds(struct checks *c, const struct comparison *comparison,
                      const struct possible_sums *list)
{
    for (size_t i = 0; i < list->count; i++) {
        if (comparison_holds(c, comparison, list->sums[i]))
            return true;
    }
    for (size_t i = 0; i < list->count; i++) {
        if (row_follows(c, comparison, list->sums[i]))
            return true;
    }
    return list->count == 0;
}

/* Where none of them is what the cell says: the one that is least far off. */
static const struct sum *nearest_of(const struct checks *c,
                                    const struct comparison *comparison,
                                    const struct possible_sums *list)
{
    const struct table *t = c->table;
    const struct sum *nearest = list->sums[0];
    struct decimal claimed;

    if (!cell_decimal(t->columns[comparison->column].kind->type,
                      table_cell(t, comparison->row, comparison->column),
                      &claimed))
        return nearest;
    for (size_t i = 1; i < list->count; i++) {
        if (decimal_compare(rounding_distance(claimed, list->sums[i]->printed),
                            rounding_distance(claimed, nearest->printed)) < 0)
            nearest = list->sums[i];
    }
    return nearest;
}

/* Whether the rows since the last sum pay for those above it: a sub-total among
   rows that pay is one of theirs. Where no row is known to pay, one sum must
   close a balance: rows that pay have none. */
static bool pays_for_block(const struct above *a)
{
    if (a->paying)
        return !a->parted;
    return a->parts == 1 && a->block.balances && !a->part.balances;
}

static void check_block_total(struct checks *c, const struct above *a,
                              size_t row, size_t column)
{
    const struct comparison comparison = {FINDING_SUM, row, column};
    struct possible_sums list = {.count = 0};
    const struct sum *s;

    add_counted(&list, &a->block);
    if (pays_for_block(a))
        add_counted(&list, &a->part);
    if (is_nought_of_flows(c, &comparison, &a->block) ||
        any_holds(c, &comparison, &list))
        return;
    s = nearest_of(c, &comparison, &list);
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

    if (a->rows == 0 || a->entries.all.unknown || a->spent.unknown ||
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

/* Where a block has its own total, the next total may be that of its block. */
static struct possible_sums possible_sums_of(const struct above *a,
                                             const struct sum *through)
{
    struct possible_sums list = {.count = 0};

    if (a->spending) {
        add_possible(&list, &a->spent);
    } else {
        add_counted(&list, &a->entries);
        if (a->block_totals)
            add_counted(&list, &a->block);
        if (a->funding)
            add_counted(&list, &a->net);
    }
    if (list.count == 0)
        add_possible(&list, through);
    return list;
}

/* The total at ROW is what A has; THERE says where that stands. */
static void check_total_row(struct checks *c, const struct above *a, size_t row,
                            size_t column, const char *there)
{
    const struct comparison comparison = {FINDING_SUM, row, column};
    struct sum through = a->through_sub_totals;
    struct possible_sums list;
    const struct sum *s;

    sum_add_sum(&through, &a->since_sub_total, 1);
    list = possible_sums_of(a, &through);
    if (list.count == 0) {
        check_total_of_blanks(c, a, &comparison);
        return;
    }
    /* The total may have been made from sub-totals, one of which is wrong. */
    if ((!a->spending && is_nought_of_flows(c, &comparison, &a->entries)) ||
        any_holds(c, &comparison, &list) ||
        comparison_follows(c, &comparison, &through, list.sums[0]))
        return;
    s = nearest_of(c, &comparison, &list);
    comparison_fault(c, &comparison, s, comparison_name(c, &comparison),
                     arena_printf(c->arena, "the rows %s it (%.*s) give", there,
                                  STR_ARG(span_name(c, s))));
}

/* What the program prints where no row of the data gives a total. */
static void add_missing(struct checks *c, const struct above *a, size_t column)
{
    const struct comparison comparison = {FINDING_MAX, c->table->nrows, column};
    struct sum s = a->entries.deductions ? a->entries.taken : a->entries.all;

    sum_add_sum(&s, &a->spent, 1);
    if (s.terms > 0 && !s.unknown && !s.overflow)
        computed_add(c, &comparison, s.printed, NULL);
}

static bool has_parts(const struct table *t)
{
    for (size_t r = 0; r < t->nrows; r++) {
        const uint8_t role = t->row_roles[r];

        if (role == ROW_SUB_TOTAL || role == ROW_BLOCK_TOTAL ||
            role == ROW_EXPENDITURE)
            return true;
    }
    return false;
}

static void begin_part(struct above *a)
{
    a->part = (struct counted){.all = {.terms = 0}};
    a->parted = a->paying;
    a->parts++;
}

static void begin_block(struct above *a)
{
    a->block = (struct counted){.all = {.terms = 0}};
    a->parts = 0;
    a->paying = false;
    a->parted = false;
}

static void check_column(struct checks *c, size_t column)
{
    const struct table *t = c->table;
    /* A column of sub-totals is summed as it stands, whatever the rows are. */
    const bool of_sub_totals =
        t->columns[column].kind->role == COLUMN_SUB_TOTAL;
    struct above a = {.has_parts = has_parts(t)};
    size_t heading = t->nrows; /* a total above all that it sums */
    size_t totals = 0;

    for (size_t r = 0; r < t->nrows; r++) {
        const uint8_t role = t->row_roles[r];

        if (table_begins_file(t, r))
            begin_block(&a);
        if (role == ROW_TOTAL) {
            if (a.rows > 0 || a.sub_totals)
                check_total_row(c, &a, r, column, "above");
            else if (totals == 0)
                heading = r;
            totals++;
        } else if (role == ROW_BLOCK_TOTAL) {
            check_block_total(c, &a, r, column);
            a.block_totals = true;
        } else if (role == ROW_FUNDING) {
            add_funding(c, &a, r, column);
        } else if (role == ROW_SUB_TOTAL && !of_sub_totals) {
            add_sub_total(c, &a, r, column);
        } else if (role != ROW_CLOSING && role != ROW_RESULT &&
                   role != ROW_MEMO && role != ROW_INNER_TOTAL &&
                   (role != ROW_GROUP_TITLE || of_sub_totals)) {
            add_entry(c, &a, r, column);
        }
        if (row_is_sum(role) || role == ROW_CLOSING)
            begin_part(&a);
        if (role == ROW_TOTAL || role == ROW_BLOCK_TOTAL || role == ROW_CLOSING)
            begin_block(&a);
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
