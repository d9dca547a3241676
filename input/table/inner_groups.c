/*
 * Groups within groups: divisions of directorates, in a column beside theirs.
 * Which of the two a sub-total is of says the column that its words stand in,
 * the group that it names, or, where it says `Sub-total` alone, its sum.
 */
#include "input/table/table_parts.h"

#include <string.h>

/* The rows above the one at hand. */
struct groups_above {
    struct table_reading *r;
    struct decimal *inner; /* of each column, since the last sum of any depth */
    struct decimal *outer; /* since the last sub-total or total */
    struct str group;      /* that they stand in */
    struct str inner_group;
    size_t ninner; /* how many they are */
    size_t nouter;
    bool inner_named; /* one of them has a name beside its groups */
    bool outer_named;
    struct named_rows nameless_inner; /* sums with no words of their own */
    struct named_rows nameless_outer;
};

static struct str text_of(const struct table_reading *r, size_t row, size_t c)
{
    return c < r->columns.count
               ? cell_as_typed(&r->cells[row * r->columns.count + c])
               : (struct str){NULL, 0};
}

/* What ROW is called beside its groups. */
static struct str name_of(const struct table_reading *r, size_t row)
{
    struct str name = {NULL, 0};

    for (size_t i = 0; i < r->nnaming && name.len == 0; i++) {
        if (r->naming[i] != r->group_column && r->naming[i] != r->inner_column)
            name = text_of(r, row, r->naming[i]);
    }
    return name;
}

static void add_row(struct groups_above *a, size_t row)
{
    const struct table_reading *r = a->r;

    for (size_t c = 0; c < r->columns.count; c++) {
        bool known = totals_may_sum(&r->columns.list[c]);
        const struct decimal d =
            known ? totals_figure(r, row, c, &known) : (struct decimal){0, 0};

        if (known && !(decimal_add(a->inner[c], d, &a->inner[c]) &&
                       decimal_add(a->outer[c], d, &a->outer[c])))
            a->inner[c] = a->outer[c] = (struct decimal){0, 0};
    }
    a->ninner++;
    a->nouter++;
    a->inner_named |= name_of(r, row).len > 0;
    a->outer_named |= name_of(r, row).len > 0;
}

static void end_inner(struct groups_above *a)
{
    memset(a->inner, 0, a->r->columns.count * sizeof(*a->inner));
    a->ninner = 0;
    a->inner_named = false;
}

static void end_outer(struct groups_above *a)
{
    end_inner(a);
    memset(a->outer, 0, a->r->columns.count * sizeof(*a->outer));
    a->nouter = 0;
    a->outer_named = false;
}

/* In how many columns ROW has what SUMS are, and not nought; *ALL: in each. */
static size_t count_equal(const struct groups_above *a, size_t row,
                          const struct decimal *sums, bool *all)
{
    const struct table_reading *r = a->r;
    size_t equal = 0;

    *all = true;
    for (size_t c = 0; c < r->columns.count; c++) {
        bool known = totals_may_sum(&r->columns.list[c]);
        const struct decimal d =
            known ? totals_figure(r, row, c, &known) : (struct decimal){0, 0};
        const bool same = known && decimal_compare(d, sums[c]) == 0;

        *all &= !known || same;
        equal += same && d.coefficient != 0;
    }
    return equal;
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
    group = text_of(r, row + 1, r->group_column);
    return (group.len == 0 || str_eq(group, a->group)) &&
           text_of(r, row + 1, r->inner_column).len > 0;
}

/* `Sub-total` may be of either: as its figures say, and where they say both or
   nothing, as what follows does. */
static bool sums_inner(const struct groups_above *a, size_t row)
{
    bool all;
    const size_t inner = count_equal(a, row, a->inner, &all);
    const size_t outer = count_equal(a, row, a->outer, &all);

    if (a->ninner == 0 || inner != outer)
        return a->ninner > 0 && inner > outer;
    return goes_on(a, row);
}

/* Whether the words of the sum at ROW name a group that is called GROUP. */
static bool names(const struct table_reading *r, size_t row, struct str group)
{
    const uint8_t line = r->lines[row];
    const struct kind_row *row_line =
        line == 0 ? NULL : &r->options->kind->rows[line - 1];
    const struct heading_fillers fillers = {r->options->wording, r->period,
                                            marks_without(r, group)};
    struct str words = name_of(r, row);

    if (words.len == 0)
        words = text_of(r, row, r->inner_column);
    words = marks_without(r, words);
    for (size_t i = 0; row_line != NULL && i < row_line->naliases; i++) {
        if (name_has_placeholder(row_line->aliases[i]) && group.len > 0 &&
            placeholder_fit(&fillers, row_line->aliases[i], words) >=
                PLACEHOLDER_UNKNOWN)
            return true;
    }
    return false;
}

/* What the sum at ROW is of: a total that names no group stays one. */
static enum row_role depth_of(const struct groups_above *a, size_t row)
{
    const struct table_reading *r = a->r;
    const struct str group = text_of(r, row, r->group_column);
    const struct str inner = text_of(r, row, r->inner_column);
    const bool in_group = group.len > 0 && str_eq(group, a->group);

    if (inner.len > 0 && str_eq(inner, a->inner_group))
        return ROW_INNER_TOTAL; /* `Place, Streets, Total` */
    if (r->roles[row] == ROW_TOTAL)
        return in_group && name_of(r, row).len + inner.len > 0 ? ROW_SUB_TOTAL
                                                               : ROW_TOTAL;
    if (names(r, row, a->inner_group) &&
        (inner.len > 0 || !names(r, row, a->group) || is_some_sum(r, row + 1)))
        return ROW_INNER_TOTAL;
    if (names(r, row, a->group) || (inner.len > 0 && in_group) ||
        (inner.len == 0 && name_of(r, row).len == 0))
        return ROW_SUB_TOTAL; /* `Place total`, and `Place, Sub-total` */
    return sums_inner(a, row) ? ROW_INNER_TOTAL : ROW_SUB_TOTAL;
}

/* `Place, Streets` and `Place`, with figures and no other name, below rows that
   have one. */
static enum row_role role_without_name(const struct groups_above *a, size_t row)
{
    const struct table_reading *r = a->r;
    const struct str group = text_of(r, row, r->group_column);
    const struct str inner = text_of(r, row, r->inner_column);
    const bool of_inner = inner.len > 0 && str_eq(inner, a->inner_group) &&
                          (group.len == 0 || str_eq(group, a->group));
    const bool of_outer =
        inner.len == 0 && group.len > 0 && str_eq(group, a->group);
    bool all;

    if (name_of(r, row).len > 0 || r->lines[row] != 0)
        return ROW_ENTRY;
    if (of_inner && a->inner_named && count_equal(a, row, a->inner, &all) > 0 &&
        all)
        return ROW_INNER_TOTAL;
    return of_outer && a->outer_named &&
                   count_equal(a, row, a->outer, &all) > 0 && all
               ? ROW_SUB_TOTAL
               : ROW_ENTRY;
}

/* Once for all of one depth. */
static void say_read(const struct table_reading *r, const struct named_rows *n)
{
    const struct suspect x = {.row = n->row, .label = n->label};
    struct str why = STR_LIT("it is the sum of the rows above it that have its "
                             "groups");

    if (n->count == 0)
        return;
    if (n->count > 1)
        why = arena_printf(r->arena, "%.*s; %zu rows are so", STR_ARG(why),
                           n->count);
    totals_say_read(r, &x, (enum row_role)r->roles[n->row], why.ptr);
}

static void count_nameless(struct groups_above *a, size_t row)
{
    const struct table_reading *r = a->r;
    const bool is_inner = r->roles[row] == ROW_INNER_TOTAL;
    struct named_rows *n = is_inner ? &a->nameless_inner : &a->nameless_outer;

    if (n->count++ > 0)
        return;
    n->row = row;
    n->label = text_of(r, row, is_inner ? r->inner_column : r->group_column);
}

static void enter(struct groups_above *a, size_t row)
{
    const struct table_reading *r = a->r;
    const struct str group = text_of(r, row, r->group_column);
    const struct str inner = text_of(r, row, r->inner_column);
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
        if (*role != ROW_ENTRY)
            count_nameless(a, row);
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
        .inner = arena_alloc(r->arena, r->columns.count, sizeof(*a.inner)),
        .outer = arena_alloc(r->arena, r->columns.count, sizeof(*a.outer)),
    };

    if (r->inner_column == r->columns.count || a.inner == NULL ||
        a.outer == NULL)
        return;
    for (size_t row = 0; row < r->nrows; row++)
        see_row(&a, row);
    say_read(r, &a.nameless_inner);
    say_read(r, &a.nameless_outer);
    r->had_total = table_has_total(r, 0);
}

/* What stands in no inner group below the sum of one: no other sum of it
   follows before another group is named. */
static bool ends_inner(const struct table_reading *r, size_t row)
{
    for (size_t i = row + 1; i < r->nrows; i++) {
        if (text_of(r, i, r->inner_column).len > 0 ||
            text_of(r, i, r->group_column).len > 0 ||
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
        if (text_of(r, row, r->group_column).len > 0)
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
