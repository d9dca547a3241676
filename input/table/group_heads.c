/*
 * Groups whose own row stands above theirs and has their sums: `People` in the
 * column of groups, above its services. Read as a row it would be counted with
 * what it is the sum of.
 */
#include "input/table/row_sums.h"

/* A row that names a group above its rows, and has figures of their sum. */
struct head {
    size_t row;
    bool is_sum; /* as far as its own figures tell */
};

/* Rows that are said once for all of a sort. */
struct heads {
    struct table_reading *r;
    struct row_sums group;
    struct row_sums all;     /* rows above, without heads */
    struct row_sums counted; /* with those that are open */
    struct list open;        /* what only the total below tells */
    struct named_rows sums;
    struct named_rows untold_sums; /* no total tells that they are */
    struct named_rows untold_rows; /* nor that these are none */
    struct named_rows levels;      /* heads above those of groups within theirs,
                                      which count as rows */
};

/* What the figures of a sum say of a row above it. */
enum verdict {
    VERDICT_NONE,
    VERDICT_HEAD,
    VERDICT_ROW, /* it is in the sum */
};

/* Whether a column beside that of groups says what ROW is. */
static bool has_name(const struct table_reading *r, size_t row)
{
    for (size_t i = 0; i < r->nnaming; i++) {
        if (r->naming[i] != r->group_column &&
            table_text(r, row, r->naming[i]).len > 0)
            return true;
    }
    return false;
}

/* A row of figures that names its group and nothing in it. */
static bool may_be_head(const struct table_reading *r, size_t row)
{
    return r->roles[row] == ROW_ENTRY && r->lines[row] == 0 &&
           table_text(r, row, r->group_column).len > 0 && !has_name(r, row);
}

static bool is_in_group(const struct table_reading *r, size_t row, size_t head)
{
    const struct str group = table_text(r, row, r->group_column);

    return group.len == 0 ||
           str_eq(group, table_text(r, head, r->group_column));
}

/* Whether ROW is one of the group of HEAD: it has a name, and no other group.
 */
static bool is_of(const struct table_reading *r, size_t row, size_t head)
{
    return r->roles[row] == ROW_ENTRY && has_name(r, row) &&
           is_in_group(r, row, head);
}

/* The sum of a group within that of HEAD. */
static bool is_inner_sum(const struct table_reading *r, size_t row, size_t head)
{
    return r->roles[row] == ROW_SUB_TOTAL &&
           table_text(r, row, r->inner_column).len > 0 &&
           is_in_group(r, row, head);
}

static void note(struct heads *h, struct named_rows *n, size_t row)
{
    if (n->count++ > 0 && n->row < row)
        return;
    n->row = row;
    n->label = table_text(h->r, row, h->r->group_column);
}

/* Where the sum at row SUM is wrong with heads and without, more of its figures
   may be right with one of these: it is refused then in any case. */
static enum verdict verdict_of(const struct table_reading *r, size_t sum,
                               const struct row_sums *without,
                               const struct row_sums *with)
{
    const struct likeness a = row_sums_compare(r, without, sum);
    const struct likeness b = row_sums_compare(r, with, sum);
    const bool is_wrong = a.differ > 0 && b.differ > 0;

    if (is_wrong ? a.equal == b.equal : (a.differ == 0) == (b.differ == 0))
        return VERDICT_NONE;
    return (is_wrong ? b.equal > a.equal : b.differ == 0) ? VERDICT_ROW
                                                          : VERDICT_HEAD;
}

static void take_head(struct heads *h, size_t row)
{
    h->r->roles[row] = ROW_GROUP_TITLE;
    note(h, &h->sums, row);
}

static void take_row(struct heads *h, size_t row)
{
    h->r->roles[row] = ROW_ENTRY;
    row_sums_add(h->r, &h->all, row);
}

/* Whether ROW is the sum of its rows below it that have a name: the others head
   groups within its own. */
static bool heads_levels(struct heads *h, size_t row)
{
    const struct table_reading *r = h->r;
    struct likeness like;

    if (r->inner_column == r->columns.count)
        return false;
    row_sums_clear(r, &h->group);
    for (size_t i = row + 1; i < r->nrows && is_of(r, i, row); i++) {
        if (table_row_name(r, i).len > 0)
            row_sums_add(r, &h->group, i);
    }
    like = row_sums_compare(r, &h->group, row);
    return h->group.rows > 1 && like.rounded > 0 && like.differ == 0;
}

/* `group` has the rows of the head at ROW, and BELOW is what follows them. That
   all its figures are the sums of several rows is no chance. */
static void see_head(struct heads *h, size_t row, size_t below)
{
    const struct table_reading *r = h->r;
    const struct likeness like = row_sums_compare(r, &h->group, row);
    const struct head head = {row, likeness_is_sum(like)};
    const bool is_sure = h->group.rows > 1 && like.differ == 0;
    enum verdict verdict = VERDICT_NONE;
    struct head *kept;

    if (like.rounded == 0) {
        if (heads_levels(h, row))
            note(h, &h->levels, row);
        take_row(h, row);
        return;
    }
    if (!is_sure && below < r->nrows && row_is_sum(r->roles[below])) {
        row_sums_copy(r, &h->counted, &h->group);
        row_sums_add(r, &h->counted, row);
        verdict = verdict_of(r, below, &h->group, &h->counted);
    }
    if (is_sure || verdict == VERDICT_HEAD) {
        take_head(h, row);
    } else if (verdict == VERDICT_ROW) {
        take_row(h, row);
    } else {
        kept = list_add(&h->open);
        if (kept != NULL)
            *kept = head;
    }
}

/* The total below tells nothing of this one: its own figures do. */
static void see_untold(struct heads *h, const struct head *head)
{
    if (head->is_sum) {
        h->r->roles[head->row] = ROW_GROUP_TITLE;
        note(h, &h->untold_sums, head->row);
    } else {
        note(h, &h->untold_rows, head->row);
        take_row(h, head->row);
    }
}

/* The total at ROW, or the end of the table, of heads that are open: it counts
   none of them, all, or one. */
static void settle_open(struct heads *h, size_t row)
{
    const struct table_reading *r = h->r;
    const struct head *heads = h->open.items;
    enum verdict verdict = VERDICT_NONE;

    row_sums_copy(r, &h->counted, &h->all);
    for (size_t i = 0; i < h->open.count; i++)
        row_sums_add(r, &h->counted, heads[i].row);
    if (row < r->nrows)
        verdict = verdict_of(r, row, &h->all, &h->counted);
    for (size_t i = 0; i < h->open.count; i++) {
        enum verdict own = verdict;

        if (own == VERDICT_NONE && row < r->nrows) {
            row_sums_copy(r, &h->counted, &h->all);
            row_sums_add(r, &h->counted, heads[i].row);
            own = verdict_of(r, row, &h->all, &h->counted);
        }
        if (own == VERDICT_NONE)
            see_untold(h, &heads[i]);
        else if (own == VERDICT_HEAD)
            take_head(h, heads[i].row);
        else
            take_row(h, heads[i].row);
    }
    h->open.count = 0;
}

static void say_sums(const struct heads *h)
{
    const struct named_rows *n = &h->sums;
    const struct str more = rows_are_so(h->r->arena, n->count);

    if (n->count == 0)
        return;
    finding(h->r->findings, FINDING_ASSUMED, table_row_place(h->r, n->row),
            "`%.*s` is in no sum and no count: it names its group, and is the "
            "sum of its rows below it%.*s",
            STR_ARG(cell_shown(n->label)), STR_ARG(more));
    finding_hint(h->r->findings,
                 "a row of its own has a name beside its group");
}

static void say_untold(const struct heads *h, const struct named_rows *n,
                       const char *what, const char *hint)
{
    const struct str more = rows_are_so(h->r->arena, n->count);

    if (n->count == 0)
        return;
    finding(h->r->findings, FINDING_UNKNOWN_TOTAL,
            table_row_place(h->r, n->row), "`%.*s` %s%.*s",
            STR_ARG(cell_shown(n->label)), what, STR_ARG(more));
    finding_hint(h->r->findings, "%s", hint);
}

/* What follows the head at ROW and its rows. */
static size_t end_of_group(struct heads *h, size_t row)
{
    const struct table_reading *r = h->r;
    size_t i = row + 1;

    row_sums_clear(r, &h->group);
    for (; i < r->nrows && (is_of(r, i, row) || is_inner_sum(r, i, row)); i++) {
        if (r->roles[i] == ROW_ENTRY)
            row_sums_add(r, &h->group, i);
    }
    return i;
}

static void see_row(struct heads *h, size_t row)
{
    const struct table_reading *r = h->r;

    if (may_be_head(r, row)) {
        const size_t below = end_of_group(h, row);

        if (h->group.rows > 0) {
            see_head(h, row, below);
            return;
        }
    }
    if (r->roles[row] == ROW_ENTRY)
        row_sums_add(r, &h->all, row);
    else if (r->roles[row] == ROW_TOTAL)
        settle_open(h, row);
}

void group_heads_settle(struct table_reading *r)
{
    struct heads h = {
        .r = r,
        .group = row_sums_begin(r),
        .all = row_sums_begin(r),
        .counted = row_sums_begin(r),
        .open = list_of(r->arena, sizeof(struct head)),
    };

    if (r->group_column == r->columns.count || h.group.of_column == NULL ||
        h.all.of_column == NULL || h.counted.of_column == NULL)
        return;
    for (size_t row = 0; row < r->nrows; row++)
        see_row(&h, row);
    settle_open(&h, r->nrows);
    say_sums(&h);
    say_untold(&h, &h.untold_sums,
               "is in no sum and no count: it names its group, and is like the "
               "sum of its rows below it, which no total below tells",
               "a row of its own has a name beside its group");
    say_untold(&h, &h.untold_rows,
               "has no name beside its group, and is not the sum of its rows "
               "below it: it counts as a row like any other",
               "say what it is in the column that names rows, or mend its "
               "figures if it is their sum");
    say_untold(&h, &h.levels,
               "is the sum of the rows below it that have a name beside their "
               "groups, and counts as a row like them",
               "sums of groups within groups belong below their rows, as in "
               "`Streets total`, or are left out");
}
