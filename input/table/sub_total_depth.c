/*
 * How much a sub-total sums where no column of groups within groups says it: a
 * part of its group, which is then an inner total; its group; or several of
 * these, down to the block or the total above. Its figures tell.
 */
#include "input/table/row_sums.h"

#include <string.h>

/* A sub-total in the group at hand. */
struct sub_total {
    size_t row;
    struct likeness part; /* with the rows since the sum above it; of all rows
                             of the group where there are none */
    bool sums_sums;       /* there are none */
    bool is_named;        /* `Place total`: it is that of all, right or wrong */
};

struct depths {
    struct table_reading *r;
    const uint32_t *last;  /* of each row: whether it is the last sub-total of
                              its group */
    struct row_sums part;  /* rows since any sum */
    struct row_sums group; /* since the group began */
    struct row_sums block; /* since a total, or a sum of sub-totals */
    struct row_sums all;
    struct str name; /* of the group */
    struct list sub_totals;
    size_t closed;  /* sub-totals of groups since the block began */
    bool is_titled; /* a row above names the group */
    bool has_inner; /* a sum of a group within it stands above */
    bool is_over;   /* its last sub-total stands above */
};

static bool is_more_like(struct likeness a, struct likeness b)
{
    return a.equal != b.equal ? a.equal > b.equal : a.rounded > b.rounded;
}

static struct likeness whole_of(const struct depths *d, size_t row)
{
    return row_sums_compare(d->r, &d->group, row);
}

/* A sub-total of the whole group, by its name or sum, stands below one of a
   part of it. */
static bool has_whole(const struct depths *d)
{
    const struct sub_total *s = d->sub_totals.items;

    for (size_t i = 1; i < d->sub_totals.count; i++) {
        if (s[i].is_named ||
            (s[i].sums_sums && likeness_is_sum(whole_of(d, s[i].row))))
            return true;
    }
    return false;
}

static void end_group(struct depths *d)
{
    struct table_reading *r = d->r;
    const struct sub_total *s = d->sub_totals.items;
    const bool may_be_inner =
        r->group_column < r->columns.count || has_whole(d);

    for (size_t i = 0; i < d->sub_totals.count; i++) {
        if (may_be_inner && !s[i].is_named &&
            is_more_like(s[i].part, whole_of(d, s[i].row)))
            r->roles[s[i].row] = ROW_INNER_TOTAL;
        else
            d->closed++;
    }
    d->sub_totals.count = 0;
    row_sums_clear(r, &d->group);
    row_sums_clear(r, &d->part);
    d->is_titled = false;
    d->has_inner = false;
    d->is_over = false;
}

static void end_block(struct depths *d)
{
    row_sums_clear(d->r, &d->block);
    d->closed = 0;
}

/* Right below the sub-totals of several groups: it is theirs. */
static void see_sum_of_groups(struct depths *d, size_t row)
{
    const struct likeness block = row_sums_compare(d->r, &d->block, row);
    const struct likeness all = row_sums_compare(d->r, &d->all, row);

    end_group(d);
    d->r->roles[row] = is_more_like(all, block) ? ROW_TOTAL : ROW_BLOCK_TOTAL;
    end_block(d);
}

/* `Place total`; or `Sub-total` in the column of groups, where one above has
   that beside its group. */
static bool is_named_whole(const struct depths *d, size_t row)
{
    const struct table_reading *r = d->r;
    const struct sub_total *above = d->sub_totals.items;

    return sum_names_group(r, row, d->name) ||
           (d->sub_totals.count > 0 &&
            table_text(r, row, r->group_column).len > 0 &&
            table_row_name(r, row).len == 0 &&
            table_row_name(r, above->row).len > 0);
}

static void see_sub_total(struct depths *d, size_t row)
{
    struct sub_total s = {.row = row,
                          .sums_sums = d->part.rows == 0,
                          .is_named = is_named_whole(d, row)};
    struct sub_total *kept;

    s.part = row_sums_compare(d->r, s.sums_sums ? &d->group : &d->part, row);
    if (s.sums_sums && !d->has_inner && !likeness_is_sum(s.part) &&
        d->closed + d->sub_totals.count > 1) {
        see_sum_of_groups(d, row);
        return;
    }
    kept = list_add(&d->sub_totals);
    if (kept != NULL)
        *kept = s;
    row_sums_clear(d->r, &d->part);
    d->is_over = d->last[row] != 0 || d->r->group_column == d->r->columns.count;
}

/* Whether ROW, which is no sum, begins another group. */
static bool begins_group(const struct depths *d, size_t row)
{
    const struct table_reading *r = d->r;
    struct str name;

    if (r->group_column == r->columns.count)
        return d->is_over && !d->is_titled;
    name = table_text(r, row, r->group_column);
    return name.len > 0 ? !str_eq(name, d->name) : d->is_over;
}

static void enter_group(struct depths *d, size_t row)
{
    const struct table_reading *r = d->r;

    end_group(d);
    d->name = r->group_column < r->columns.count
                  ? table_text(r, row, r->group_column)
                  : table_row_name(r, row);
}

static void add_row(struct depths *d, size_t row)
{
    row_sums_add(d->r, &d->part, row);
    row_sums_add(d->r, &d->group, row);
    row_sums_add(d->r, &d->block, row);
    row_sums_add(d->r, &d->all, row);
}

static void see_row(struct depths *d, size_t row)
{
    const struct table_reading *r = d->r;
    const uint8_t role = r->roles[row];

    if (role == ROW_GROUP_TITLE ||
        (role == ROW_ENTRY && titles_may_be_title(r, row))) {
        enter_group(d, row);
        d->is_titled = true;
    } else if (row_is_plain(role)) {
        if (begins_group(d, row))
            enter_group(d, row);
        add_row(d, row);
    } else if (role == ROW_SUB_TOTAL) {
        see_sub_total(d, row);
    } else if (role == ROW_INNER_TOTAL) {
        row_sums_clear(r, &d->part);
        d->has_inner = true;
    } else if (role == ROW_TOTAL || role == ROW_BLOCK_TOTAL ||
               role == ROW_CLOSING) {
        enter_group(d, row);
        d->name.len = 0;
        end_block(d);
    }
}

static bool has_sub_total(const struct table_reading *r)
{
    return r->nrows > 0 && memchr(r->roles, ROW_SUB_TOTAL, r->nrows) != NULL;
}

/* Without one nothing is summed: most long tables have none. */
void sub_totals_settle(struct table_reading *r)
{
    uint32_t *last;
    struct depths d;

    if (!has_sub_total(r))
        return;
    last = arena_alloc(r->arena, r->nrows, sizeof(*last));
    d = (struct depths){
        .r = r,
        .last = last,
        .part = row_sums_begin(r),
        .group = row_sums_begin(r),
        .block = row_sums_begin(r),
        .all = row_sums_begin(r),
        .sub_totals = list_of(r->arena, sizeof(struct sub_total)),
    };
    if (last == NULL || d.all.of_column == NULL)
        return;
    table_last_sub_totals(r, last);
    for (size_t row = 0; row < r->nrows; row++)
        see_row(&d, row);
    end_group(&d);
}
