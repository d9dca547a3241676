/*
 * Groups within groups: divisions of directorates, in a column beside theirs.
 * Which of the two a sub-total is of says the column that its words stand in,
 * the group that it names, or, where it says `Sub-total` alone, its sum.
 */
#include "input/table/row_sums.h"

/* The rows above the one at hand. */
struct groups_above {
    struct table_reading *r;
    struct row_sums inner; /* since the last sum of any depth */
    struct row_sums outer; /* since the last sub-total or total */
    struct str group;      /* that they stand in */
    struct str inner_group;
    bool inner_named; /* one of them has a name beside its groups */
    bool outer_named;
    struct named_rows nameless_inner; /* sums with no words of their own */
    struct named_rows nameless_outer;
    struct named_rows nameless_rows; /* what may have been meant as such */
};

static void add_row(struct groups_above *a, size_t row)
{
    row_sums_add(a->r, &a->inner, row);
    row_sums_add(a->r, &a->outer, row);
    a->inner_named |= table_row_name(a->r, row).len > 0;
    a->outer_named |= table_row_name(a->r, row).len > 0;
}

static void end_inner(struct groups_above *a)
{
    row_sums_clear(a->r, &a->inner);
    a->inner_named = false;
}

static void end_outer(struct groups_above *a)
{
    end_inner(a);
    row_sums_clear(a->r, &a->outer);
    a->outer_named = false;
}

static bool is_some_sum(const struct table_reading *r, size_t row)
{
    return row < r->nrows && row_is_sum(r->roles[row]);
}

/* Below ROW goes on the group that stands above it: with a sum of it, or with
   another group within it. */
static bool goes_on(const struct groups_above *a, size_t row)
{
    const struct table_reading *r = a->r;
    struct str group;

    if (row + 1 == r->nrows)
        return false;
    if (is_some_sum(r, row + 1))
        return r->roles[row + 1] == ROW_SUB_TOTAL;
    group = table_text(r, row + 1, r->group_column);
    return (group.len == 0 || str_eq(group, a->group)) &&
           table_text(r, row + 1, r->inner_column).len > 0;
}

/* `Sub-total` may be of either: as its figures say, and where they say both or
   nothing, as what follows does. */
static bool sums_inner(const struct groups_above *a, size_t row)
{
    const struct likeness inner = row_sums_compare(a->r, &a->inner, row);
    const struct likeness outer = row_sums_compare(a->r, &a->outer, row);

    if (a->inner.rows == 0 || inner.equal != outer.equal)
        return a->inner.rows > 0 && inner.equal > outer.equal;
    return inner.rounded != outer.rounded ? inner.rounded > outer.rounded
                                          : goes_on(a, row);
}

/* What the sum at ROW is of: a total that names no group stays one. */
static enum row_role depth_of(const struct groups_above *a, size_t row)
{
    const struct table_reading *r = a->r;
    const struct str group = table_text(r, row, r->group_column);
    const struct str inner = table_text(r, row, r->inner_column);
    const bool in_group = group.len > 0 && str_eq(group, a->group);

    if (inner.len > 0 && str_eq(inner, a->inner_group))
        return ROW_INNER_TOTAL; /* `Place, Streets, Total` */
    if (r->roles[row] == ROW_TOTAL)
        return in_group && table_row_name(r, row).len + inner.len > 0
                   ? ROW_SUB_TOTAL
                   : ROW_TOTAL;
    if (sum_names_group(r, row, a->inner_group) &&
        (inner.len > 0 || !sum_names_group(r, row, a->group) ||
         is_some_sum(r, row + 1)))
        return ROW_INNER_TOTAL;
    if (sum_names_group(r, row, a->group) || (inner.len > 0 && in_group) ||
        (inner.len == 0 && table_row_name(r, row).len == 0))
        return ROW_SUB_TOTAL; /* `Place total`, and `Place, Sub-total` */
    return sums_inner(a, row) ? ROW_INNER_TOTAL : ROW_SUB_TOTAL;
}

/* What a row may sum that has its groups alone, `Place, Streets` or `Place`,
   below rows of theirs that have a name as well; or ROW_ENTRY. */
static enum row_role sum_without_name(const struct groups_above *a, size_t row)
{
    const struct table_reading *r = a->r;
    const struct str group = table_text(r, row, r->group_column);
    const struct str inner = table_text(r, row, r->inner_column);

    if (r->lines[row] != 0 || table_row_name(r, row).len > 0 ||
        (group.len > 0 ? !str_eq(group, a->group) : inner.len == 0))
        return ROW_ENTRY;
    if (inner.len == 0)
        return a->outer_named ? ROW_SUB_TOTAL : ROW_ENTRY;
    return a->inner_named && str_eq(inner, a->inner_group) ? ROW_INNER_TOTAL
                                                           : ROW_ENTRY;
}

static void count_nameless(const struct groups_above *a, struct named_rows *n,
                           size_t row)
{
    const struct table_reading *r = a->r;

    if (n->count++ > 0)
        return;
    n->row = row;
    n->label = table_text(r, row, r->inner_column);
    if (n->label.len == 0)
        n->label = table_text(r, row, r->group_column);
}

/* It is the sum where one of its figures is, and no more of them are not. */
static enum row_role role_without_name(struct groups_above *a, size_t row)
{
    const enum row_role role = sum_without_name(a, row);
    const bool is_inner = role == ROW_INNER_TOTAL;
    struct likeness like;

    if (role == ROW_ENTRY)
        return ROW_ENTRY;
    like = row_sums_compare(a->r, is_inner ? &a->inner : &a->outer, row);
    if (likeness_is_sum(like)) {
        count_nameless(a, is_inner ? &a->nameless_inner : &a->nameless_outer,
                       row);
        return role;
    }
    if (like.differ > 0)
        count_nameless(a, &a->nameless_rows, row);
    return ROW_ENTRY;
}

/* Once for all of one depth. */
static void say_read(const struct table_reading *r, const struct named_rows *n)
{
    const struct str more = rows_are_so(r->arena, n->count);
    const struct suspect x = {.row = n->row, .label = n->label};
    struct str why;

    if (n->count == 0)
        return;
    why = arena_printf(
        r->arena, "it is the sum of the rows above it that have its groups%.*s",
        STR_ARG(more));
    if (why.ptr != NULL)
        totals_say_read(r, &x, (enum row_role)r->roles[n->row], why.ptr);
}

static void say_nameless_rows(const struct table_reading *r,
                              const struct named_rows *n)
{
    const struct str more = rows_are_so(r->arena, n->count);

    if (n->count == 0)
        return;
    finding(r->findings, FINDING_UNKNOWN_TOTAL, table_row_place(r, n->row),
            "`%.*s` has no name beside its groups, and is not the sum of the "
            "rows above it that have them: it counts as a row like any "
            "other%.*s",
            STR_ARG(cell_shown(n->label)), STR_ARG(more));
    finding_hint(r->findings, "say what it is in the column that names rows, "
                              "or mend its figures if it is their sum");
}

static void enter(struct groups_above *a, size_t row)
{
    const struct table_reading *r = a->r;
    const struct str group = table_text(r, row, r->group_column);
    const struct str inner = table_text(r, row, r->inner_column);
    const bool another = group.len > 0 && !str_eq(group, a->group);

    if (another)
        end_outer(a);
    if (inner.len > 0 ? !str_eq(inner, a->inner_group) : another)
        end_inner(a);
    if (another || inner.len > 0)
        a->inner_group = inner;
    a->group = group.len > 0 ? group : a->group;
}

static void see_row(struct groups_above *a, size_t row)
{
    struct table_reading *r = a->r;
    uint8_t *role = &r->roles[row];

    if (*role == ROW_TOTAL || *role == ROW_SUB_TOTAL) {
        *role = (uint8_t)depth_of(a, row);
    } else if (*role == ROW_ENTRY) {
        *role = (uint8_t)role_without_name(a, row);
    }
    if (row_has_own_figures(*role) || *role == ROW_GROUP_TITLE)
        enter(a, row);
    if (row_is_plain(*role))
        add_row(a, row);
    else if (*role == ROW_INNER_TOTAL)
        end_inner(a);
    else if (row_is_sum(*role))
        end_outer(a);
}

void inner_totals_settle(struct table_reading *r)
{
    struct groups_above a = {
        .r = r,
        .inner = row_sums_begin(r),
        .outer = row_sums_begin(r),
    };

    if (r->inner_column == r->columns.count || a.inner.of_column == NULL ||
        a.outer.of_column == NULL)
        return;
    for (size_t row = 0; row < r->nrows; row++)
        see_row(&a, row);
    say_read(r, &a.nameless_inner);
    say_read(r, &a.nameless_outer);
    say_nameless_rows(r, &a.nameless_rows);
    r->had_total = table_has_total(r, 0);
}

/* What stands in no inner group below the sum of one: no other sum of it
   follows before another group is named. */
static bool ends_inner(const struct table_reading *r, size_t row)
{
    for (size_t i = row + 1; i < r->nrows; i++) {
        if (table_text(r, i, r->inner_column).len > 0 ||
            table_text(r, i, r->group_column).len > 0 ||
            (row_is_sum(r->roles[i]) && r->roles[i] != ROW_INNER_TOTAL))
            return true;
        if (r->roles[i] == ROW_INNER_TOTAL)
            return false;
    }
    return true;
}

/* A group within a group is named in its first row as merged cells are: it is
   that of the rows below which leave it out. */
void inner_groups_fill(struct table_reading *r)
{
    const struct cell *named = NULL;

    if (r->inner_column == r->columns.count)
        return;
    for (size_t row = 0; row < r->nrows; row++) {
        struct cell *cell = &r->cells[row * r->columns.count + r->inner_column];

        if (row_is_sum(r->roles[row])) {
            named = r->roles[row] == ROW_INNER_TOTAL && !ends_inner(r, row)
                        ? named
                        : NULL;
            continue;
        }
        if (table_text(r, row, r->group_column).len > 0)
            named = NULL; /* merged cells are blank in both columns */
        if (cell->len > 0) {
            named = cell;
        } else if (named != NULL && row_is_plain(r->roles[row]) &&
                   cell->state == CELL_BLANK) {
            *cell = *named;
            cell->marked = 0; /* its note is said once */
        }
    }
}
