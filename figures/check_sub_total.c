#include "figures/check_comparison.h"
#include "figures/check_names.h"
#include "figures/check_rounding.h"
#include "figures/check_row.h"
#include "figures/check_steps.h"

/*
 * The group that each row belongs to, from 1; 0 for none. Rows with the same
 * text in the group column, whatever its case, are one group, and a blank there
 * goes on with the group above. Without such a column a group's own row begins
 * it, and its sub-total ends it. A group within a group is one of its own in
 * each.
 */
struct groups {
    size_t column;      /* that names them; the table's ncolumns: none does */
    enum row_role role; /* of the rows that sum them */
    uint32_t *of_row;
    uint32_t *named_by; /* of each group: 1 + the row that names it, or 0 */
    uint32_t count;
};

/* `named_by` is NULL where there is none. */
static void groups_room(const struct checks *c, struct groups *g)
{
    const size_t nrows = c->table->nrows;

    if (nrows >= UINT32_MAX)
        return;
    g->of_row = arena_alloc(c->arena, nrows, sizeof(*g->of_row));
    if (g->of_row != NULL)
        g->named_by = arena_alloc(c->arena, nrows + 1, sizeof(*g->named_by));
}

/* Whether the group's column itself says that the row is a sum: `Place total`,
   where nothing else names the row. */
static bool names_sum(const struct table *t, size_t column, size_t row)
{
    return row_is_sum(t->row_roles[row]) &&
           str_eq(row_key(t, row), cell_as_typed(table_cell(t, row, column)));
}

static uint32_t named_group(struct number_map *names, struct groups *g,
                            const struct table *t, size_t column, size_t row,
                            uint32_t current)
{
    const struct str name = cell_as_typed(table_cell(t, row, column));
    uint64_t number = str_text_hash(name, table_seed(t));

    for (;; number++) {
        const uint32_t first = number_map_get(names, number);

        if (first == 0)
            break;
        if (str_same_text(cell_as_typed(table_cell(t, first - 1, column)),
                          name))
            return g->of_row[first - 1];
    }
    if (names_sum(t, column, row))
        return current;
    number_map_set(names, number, (uint32_t)row + 1);
    g->named_by[++g->count] = (uint32_t)row + 1;
    return g->count;
}

static void group_by_column(const struct checks *c, struct groups *g,
                            size_t column)
{
    const struct table *t = c->table;
    struct number_map names;
    uint32_t current = 0;

    for (size_t r = 0; r < t->nrows; r++) {
        if (table_begins_file(t, r)) { /* its sub-totals are of its own rows */
            number_map_init(&names, c->arena);
            current = 0;
        }
        if (t->row_roles[r] == ROW_TOTAL || t->row_roles[r] == ROW_BLOCK_TOTAL)
            current = 0;
        else if (table_row_is_ungrouped(t, r, column))
            current = 0;
        else if (table_cell(t, r, column)->len > 0)
            current = named_group(&names, g, t, column, r, current);
        g->of_row[r] = current;
    }
}

static size_t next_sum(const struct table *t, size_t row)
{
    while (row < t->nrows && !row_is_sum(t->row_roles[row]))
        row++;
    return row;
}

/* Of a title below another: the SUM next below it is of a part of a group, and
   no title of one stands between. */
static bool stands_within(const struct table *t, size_t title, size_t sum)
{
    return sum < t->nrows && t->row_roles[sum] == ROW_INNER_TOTAL &&
           t->row_roles[title + 1] != ROW_GROUP_TITLE;
}

static void group_by_line(const struct checks *c, struct groups *g)
{
    const struct table *t = c->table;
    bool begin = true;
    bool titled = false; /* the group has a title: others may stand within it */
    size_t sum = 0;      /* the next */

    for (size_t r = 0; r < t->nrows; r++) {
        if (t->row_roles[r] == ROW_TOTAL) {
            begin = true;
            continue;
        }
        begin |= table_begins_file(t, r);
        if (sum <= r)
            sum = next_sum(t, r);
        titled &= !begin;
        if (t->row_roles[r] == ROW_GROUP_TITLE &&
            !(titled && stands_within(t, r, sum))) {
            begin = true;
            titled = true;
            g->named_by[g->count + 1] = (uint32_t)r + 1;
        }
        g->count += begin;
        g->of_row[r] = g->count;
        begin = t->row_roles[r] == ROW_SUB_TOTAL;
    }
}

static uint32_t inner_group(struct number_map *names, struct groups *g,
                            const struct groups *outer, const struct table *t,
                            size_t row, uint64_t number)
{
    const struct str name = cell_as_typed(table_cell(t, row, g->column));

    for (;; number++) {
        const uint32_t first = number_map_get(names, number);

        if (first == 0)
            break;
        if (outer->of_row[first - 1] == outer->of_row[row] &&
            str_same_text(cell_as_typed(table_cell(t, first - 1, g->column)),
                          name))
            return g->of_row[first - 1];
    }
    number_map_set(names, number, (uint32_t)row + 1);
    g->named_by[++g->count] = (uint32_t)row + 1;
    return g->count;
}

/* What stands in a group of its own within each of OUTER. */
static void group_within(const struct checks *c, struct groups *g,
                         const struct groups *outer)
{
    const struct table *t = c->table;
    struct number_map names;
    uint32_t above = 0;

    number_map_init(&names, c->arena);
    for (size_t r = 0; r < t->nrows; r++) {
        const uint32_t of = outer->of_row[r];
        const struct cell *cell = table_cell(t, r, g->column);

        if (!row_is_plain(t->row_roles[r])) {
            g->of_row[r] = t->row_roles[r] == ROW_INNER_TOTAL ? above : 0;
            continue;
        }
        above = cell->len == 0 ? 0
                               : inner_group(&names, g, outer, t, r,
                                             str_text_hash(cell_as_typed(cell),
                                                           table_seed(t) + of));
        g->of_row[r] = above;
    }
}

/* The rows between sums of any depth. */
static void group_by_sums(const struct checks *c, struct groups *g,
                          const struct groups *outer)
{
    const struct table *t = c->table;
    uint32_t above = 0; /* the outer group of the row above */
    bool begin = true;

    for (size_t r = 0; r < t->nrows; r++) {
        if (row_is_plain(t->row_roles[r])) {
            if (begin || outer->of_row[r] != above)
                g->count++;
            above = outer->of_row[r];
            begin = false;
        }
        if (row_is_plain(t->row_roles[r]) || t->row_roles[r] == ROW_INNER_TOTAL)
            g->of_row[r] = g->count;
        begin |=
            row_is_sum(t->row_roles[r]) || t->row_roles[r] == ROW_GROUP_TITLE;
    }
}

static bool has_inner_totals(const struct table *t)
{
    size_t r = 0;

    while (r < t->nrows && t->row_roles[r] != ROW_INNER_TOTAL)
        r++;
    return r < t->nrows;
}

static struct groups inner_groups_of(const struct checks *c,
                                     const struct groups *outer)
{
    const struct table *t = c->table;
    struct groups g = {.column = table_column_of_role(t, COLUMN_INNER_GROUP),
                       .role = ROW_INNER_TOTAL};

    if (g.column == t->ncolumns && !has_inner_totals(t))
        return g;
    groups_room(c, &g);
    if (g.named_by == NULL)
        return g;
    if (g.column < t->ncolumns)
        group_within(c, &g, outer);
    else
        group_by_sums(c, &g, outer);
    return g;
}

static struct groups groups_of(const struct checks *c)
{
    const struct table *t = c->table;
    const size_t column = table_column_of_role(t, COLUMN_GROUP);
    struct groups g = {.column = column, .role = ROW_SUB_TOTAL};

    groups_room(c, &g);
    if (g.named_by == NULL)
        return g;
    if (column < t->ncolumns)
        group_by_column(c, &g, column);
    else
        group_by_line(c, &g);
    return g;
}

/* `sub-total KS2`; where the group has no name, what the row is called. */
static struct str sub_total_name(const struct checks *c, const struct groups *g,
                                 const struct comparison *comparison)
{
    const struct table *t = c->table;
    const uint32_t named_by = g->named_by[g->of_row[comparison->row]];
    struct str name;

    if (named_by == 0)
        return comparison_name(c, comparison);
    name = row_name(t, named_by - 1);
    if (g->column < t->ncolumns)
        name = name_cut(cell_as_typed(table_cell(t, named_by - 1, g->column)));
    return arena_printf(c->arena, "sub-total %.*s", STR_ARG(name));
}

/* What rows of each group give, from 1, where deductions are added or TAKEn
   away; or NULL. */
static struct sum *sums_of(const struct checks *c, const struct groups *g,
                           size_t summed, bool take)
{
    const struct table *t = c->table;
    struct sum *sums =
        arena_alloc(c->arena, (size_t)g->count + 1, sizeof(*sums));

    for (size_t r = 0; sums != NULL && r < t->nrows; r++) {
        if (row_is_plain(t->row_roles[r]))
            sum_add(c, &sums[g->of_row[r]], r, summed,
                    take ? sum_sign_of(t->row_roles[r]) : 1);
    }
    return sums;
}

/* The same where deductions are taken away, if there are any; or NULL. */
static struct sum *sums_taken(const struct checks *c, const struct groups *g,
                              size_t summed)
{
    const struct table *t = c->table;
    size_t r = 0;

    while (r < t->nrows && t->row_roles[r] != ROW_DEDUCTION)
        r++;
    return r == t->nrows ? NULL : sums_of(c, g, summed, true);
}

/* The same by the sums of the groups INNER within them, where those have any:
   the sub-total may have been made from these, one of which is wrong. */
static struct sum *sums_through(const struct checks *c, const struct groups *g,
                                const struct groups *inner, size_t summed)
{
    const struct table *t = c->table;
    struct sum *sums =
        inner->count == 0
            ? NULL
            : arena_alloc(c->arena, (size_t)g->count + 1, sizeof(*sums));

    for (size_t r = 0; sums != NULL && r < t->nrows; r++) {
        if (t->row_roles[r] == ROW_INNER_TOTAL ||
            (row_is_plain(t->row_roles[r]) && inner->of_row[r] == 0))
            sum_add(c, &sums[g->of_row[r]], r, summed, 1);
    }
    return sums;
}

/* The columns of a check, and what else than its rows a sub-total may have been
   made of. */
struct summed_groups {
    size_t summed, result;
    bool own_column;            /* RESULT holds nothing but sub-totals */
    const struct groups *inner; /* groups within those; or NULL */
    const struct groups *parts; /* rows between sums: those of a group of a
                                   third level are; or NULL */
};

/* The row that names a group above its rows, where a column names them, may
   have their sums as well. */
static bool sums_group(const struct groups *g, const struct table *t,
                       uint8_t role)
{
    return role == g->role ||
           (g->role == ROW_SUB_TOTAL && role == ROW_GROUP_TITLE &&
            g->column < t->ncolumns);
}

static bool is_checked(const struct checks *c, const struct groups *g,
                       const struct summed_groups *x, size_t row)
{
    const uint8_t role = c->table->row_roles[row];

    return g->of_row[row] != 0 && !row_is_stock(role) &&
           (x->own_column ? role != ROW_INNER_TOTAL
                          : sums_group(g, c->table, role));
}

/* Deductions that stand right above ROW, two or more, may have a sub-total of
   their own among the rows of the group: of SIGN. */
static struct sum sum_of_deductions(const struct checks *c, size_t row,
                                    size_t column, int sign)
{
    const uint8_t *roles = c->table->row_roles;
    struct sum s = {.terms = 0};
    size_t r = row;

    while (r > 0 && roles[r - 1] == ROW_DEDUCTION)
        r--;
    if (row - r < 2)
        return s;
    for (; r < row; r++)
        sum_add(c, &s, r, column, sign);
    return s;
}

static bool is_nearer(const struct checks *c,
                      const struct comparison *comparison, const struct sum *a,
                      const struct sum *b)
{
    const struct table *t = c->table;
    struct decimal claimed;

    return cell_decimal(t->columns[comparison->column].kind->type,
                        table_cell(t, comparison->row, comparison->column),
                        &claimed) &&
           decimal_compare(rounding_distance(claimed, a->printed),
                           rounding_distance(claimed, b->printed)) < 0;
}

/* Whether the sub-total takes deductions of its group away, which gives TAKEN,
   or is their own; *NEAREST becomes which of them it is least far from. */
static bool holds_with_deductions(struct checks *c,
                                  const struct comparison *comparison,
                                  size_t summed, const struct sum *taken,
                                  struct sum *nearest)
{
    const struct sum sums[] = {
        *taken,
        sum_of_deductions(c, comparison->row, summed, 1),
        sum_of_deductions(c, comparison->row, summed, -1),
    };

    for (size_t i = 0; i < sizeof(sums) / sizeof(sums[0]); i++) {
        if (sums[i].terms == 0)
            continue;
        if (comparison_holds(c, comparison, &sums[i]))
            return true;
        if (is_nearer(c, comparison, &sums[i], nearest))
            *nearest = sums[i];
    }
    return false;
}

static void check_rows(struct checks *c, const struct groups *g,
                       const struct summed_groups *x)
{
    const struct sum *sums = sums_of(c, g, x->summed, false);
    const struct sum *taken = sums_taken(c, g, x->summed);
    const struct sum *through =
        x->inner == NULL ? NULL : sums_through(c, g, x->inner, x->summed);
    const struct sum *parts =
        x->parts == NULL ? NULL : sums_of(c, x->parts, x->summed, false);

    for (size_t r = 0; sums != NULL && r < c->table->nrows; r++) {
        const struct comparison comparison = {FINDING_SUM, r, x->result};
        const struct sum *s = &sums[g->of_row[r]];
        struct sum nearest = *s;

        if (!is_checked(c, g, x, r) || comparison_holds(c, &comparison, s) ||
            (taken != NULL &&
             holds_with_deductions(c, &comparison, x->summed,
                                   &taken[g->of_row[r]], &nearest)) ||
            (parts != NULL &&
             comparison_holds(c, &comparison, &parts[x->parts->of_row[r]])) ||
            row_follows(c, &comparison, s) ||
            (through != NULL &&
             comparison_follows(c, &comparison, &through[g->of_row[r]], s)))
            continue;
        comparison_fault(c, &comparison, &nearest,
                         sub_total_name(c, g, &comparison),
                         arena_printf(c->arena, "its rows (%.*s) give",
                                      STR_ARG(span_name(c, &nearest))));
    }
}

/* By groups within groups, and by what stands between sums. */
static void check_inner(struct checks *c, const struct groups *inner,
                        const struct groups *outer,
                        const struct summed_groups *x)
{
    struct groups parts = {.column = c->table->ncolumns};
    struct summed_groups by_parts = *x;

    if (x->own_column || inner->count == 0 || !has_inner_totals(c->table))
        return;
    groups_room(c, &parts);
    if (parts.named_by == NULL)
        return;
    group_by_sums(c, &parts, outer);
    by_parts.inner = NULL;
    by_parts.parts = &parts;
    check_rows(c, inner, &by_parts);
}

/*
 * A column of sub-totals claims what the amounts give, on any row of the
 * group; any other column claims its own sum on the group's sub-total row.
 */
void check_sub_totals(struct checks *c, const struct kind_check *check)
{
    const struct table *t = c->table;
    struct summed_groups x = {.result = table_column(t, str_of(check->result))};
    struct groups g;
    struct groups inner;

    if (x.result == t->ncolumns || t->columns[x.result].kind == NULL)
        return;
    x.own_column = t->columns[x.result].kind->role == COLUMN_SUB_TOTAL;
    x.summed = x.result;
    if (check->nplus > 0)
        x.summed = table_column(t, str_of(check->plus[0]));
    else if (x.own_column)
        x.summed = table_column_of_role(t, COLUMN_AMOUNT);
    if (x.summed == t->ncolumns)
        return;
    g = groups_of(c);
    if (g.named_by == NULL)
        return;
    inner = inner_groups_of(c, &g);
    x.inner = &inner;
    check_inner(c, &inner, &g, &x);
    check_rows(c, &g, &x);
}
