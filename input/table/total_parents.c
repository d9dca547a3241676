/*
 * Rows that hold the sum of the rows below them: `Place` above its services.
 * Whoever sums the table counts each of those twice.
 */
#include "input/table/table_parts.h"

#include <stdlib.h>
#include <string.h>

/* How far below a row its parts are looked for, where not the whole table is
   made so. */
#define PARTS_MAX 20

/* How many times what rounding may be apart a sum is at least. */
#define TELLING_PARTS 20

struct parents {
    struct table_reading *r;
    const size_t *columns; /* that can be summed; the first is of money */
    size_t ncolumns;
    struct decimal *sums; /* a room for each of these */
    bool has_negative;    /* the first has figures below nought */
    bool rounded; /* sums may be as far apart as rounding tells: where all rows
                     are looked at, or chance would be taken for one */
    size_t count;
    size_t row;   /* the first */
    size_t parts; /* how many rows it is the sum of */
};

static bool is_entry(const struct table_reading *r, size_t row)
{
    return r->roles[row] == ROW_ENTRY;
}

/* Whether ROW begins another group than the row above it has. */
static bool begins_group(const struct table_reading *r, size_t row)
{
    struct str group;

    if (r->group_column == r->columns.count)
        return false;
    group = table_text(r, row, r->group_column);
    return group.len > 0 &&
           !str_eq(group, table_text(r, row - 1, r->group_column));
}

static struct decimal figure_of(const struct parents *p, size_t row,
                                size_t column)
{
    bool known;

    return totals_figure(p->r, row, column, &known);
}

/* Rows below one that may be its parts: their sums, column by column. */
struct parts {
    size_t end; /* behind the last that is summed */
    struct decimal *sums;
};

/* Those down to END as well; false: another group begins among them, or a sum
   is too large. */
static bool add_parts(const struct parents *p, struct parts *parts, size_t end)
{
    for (; parts->end < end; parts->end++) {
        if (begins_group(p->r, parts->end))
            return false;
        for (size_t i = 0; i < p->ncolumns; i++) {
            const struct decimal d = figure_of(p, parts->end, p->columns[i]);

            if (!decimal_add(parts->sums[i], d, &parts->sums[i]))
                return false;
        }
    }
    return true;
}

/* Whether D is SUM, as far as N rounded amounts can tell. */
static bool is_sum(const struct parents *p, size_t column, size_t n,
                   struct decimal d, struct decimal sum)
{
    return p->rounded ? totals_is_sum(&p->r->columns.list[column], n, d, sum)
                      : decimal_compare(d, sum) == 0;
}

/* Whether each figure of ROW is the sum of its parts; *DIFFERENT: how many of
   two figures that are not nought differ. */
static bool sums_all(const struct parents *p, size_t row,
                     const struct parts *parts, size_t *different)
{
    const struct decimal first = figure_of(p, row, p->columns[0]);

    *different = 1;
    for (size_t i = 0; i < p->ncolumns; i++) {
        bool known;
        const struct decimal d =
            totals_figure(p->r, row, p->columns[i], &known);

        if (known &&
            !is_sum(p, p->columns[i], parts->end - row - 1, d, parts->sums[i]))
            return false;
        *different += d.coefficient != 0 && decimal_compare(d, first) != 0;
    }
    return true;
}

/* The figure of ROW in the first column, which is of money; 0: it has none. */
static int64_t pence_of(const struct parents *p, size_t row)
{
    const struct cell *cell =
        &p->r->cells[row * p->r->columns.count + p->columns[0]];

    return cell->state == CELL_VALUE ? cell->value.pence : 0;
}

static int64_t distance(int64_t a, int64_t b)
{
    int64_t apart;

    return __builtin_sub_overflow(a, b, &apart) || apart == INT64_MIN
               ? INT64_MAX
               : llabs(apart);
}

/* How far N amounts of the first column may be from WHOLE. Rounding that is
   more of it than a twentieth tells nothing: 5 stands above 2 and 2 by chance.
 */
static int64_t may_be_apart(const struct parents *p, int64_t whole, size_t n)
{
    const int64_t apart =
        p->rounded ? totals_rounding(&p->r->columns.list[p->columns[0]], n) : 0;

    return apart <= distance(whole, 0) / TELLING_PARTS ? apart : 0;
}

/* With ROW as well SUM would be no farther from WHOLE. */
static bool is_nearer(const struct parents *p, size_t row, int64_t sum,
                      int64_t whole)
{
    int64_t next;

    return sum != whole && row < p->r->nrows && is_entry(p->r, row) &&
           !__builtin_add_overflow(sum, pence_of(p, row), &next) &&
           distance(whole, next) <= distance(whole, sum);
}

/* The row behind the parts of ROW, and in *PARTS how many of them have a figure
   in the first column; ROW: it is no sum of those below it. SURE: one figure
   proves nothing. */
static size_t end_of_parts(const struct parents *p, size_t row, size_t most,
                           bool sure, size_t *parts)
{
    const struct table_reading *r = p->r;
    const int64_t whole = pence_of(p, row);
    struct parts all = {row + 1, p->sums};
    int64_t sum = 0;
    size_t different;

    *parts = 0;
    if (whole == 0)
        return row;
    memset(p->sums, 0, p->ncolumns * sizeof(*p->sums));
    for (size_t e = row + 1; e < r->nrows && e <= row + most && is_entry(r, e);
         e++) {
        const int64_t pence = pence_of(p, e);
        const int64_t apart = may_be_apart(p, whole, e - row);

        if (__builtin_add_overflow(sum, pence, &sum) ||
            (!p->has_negative && sum > whole && distance(sum, whole) > apart))
            return row;
        *parts += pence != 0;
        if (distance(sum, whole) > apart || (sure && *parts < 2) ||
            is_nearer(p, e + 1, sum, whole))
            continue;
        if (!add_parts(p, &all, e + 1))
            return row;
        if (sums_all(p, row, &all, &different) && (!sure || different > 1))
            return e + 1;
    }
    return row;
}

static void see_parent(struct parents *p, size_t row, size_t end)
{
    if (p->r->lines[row] > 0)
        return; /* the kind says what it is */
    if (p->count++ == 0) {
        p->row = row;
        p->parts = end - row - 1;
    }
}

static bool is_nothing(const struct parents *p, size_t row)
{
    for (size_t i = 0; i < p->ncolumns; i++) {
        if (figure_of(p, row, p->columns[i]).coefficient != 0)
            return false;
    }
    return true;
}

/* Whether all entries are such rows and their parts; SAY counts them. */
static bool is_made_of_parents(struct parents *p, bool say)
{
    const struct table_reading *r = p->r;
    size_t row = 0;
    size_t parents = 0;
    size_t most = 0;

    while (row < r->nrows) {
        size_t parts;
        size_t end;

        if (!is_entry(r, row) || is_nothing(p, row)) {
            row++;
            continue;
        }
        end = end_of_parts(p, row, r->nrows, false, &parts);
        if (end == row)
            return false;
        if (say)
            see_parent(p, row, end);
        parents++;
        most = parts > most ? parts : most;
        row = end;
    }
    return parents > 1 && most > 1;
}

static void see_each(struct parents *p)
{
    size_t row = 0;

    while (row < p->r->nrows) {
        size_t parts;
        const size_t end = is_entry(p->r, row)
                               ? end_of_parts(p, row, PARTS_MAX, true, &parts)
                               : row;

        if (end > row)
            see_parent(p, row, end);
        row++;
    }
}

static void say(const struct parents *p)
{
    struct table_reading *r = p->r;
    const struct str more = rows_are_so(r->arena, p->count);

    if (p->count == 0)
        return;
    finding(r->findings, FINDING_UNKNOWN_TOTAL, table_row_place(r, p->row),
            "`%.*s` is the sum of the %zu rows below it, and counts as a row "
            "like them%.*s",
            STR_ARG(cell_shown(table_row_words(r, p->row))), p->parts,
            STR_ARG(more));
    finding_hint(r->findings,
                 "if it is their total, put it below them as their sub-total, "
                 "or leave its figures out; <line role=\"%s\" "
                 "aliases=\"...\"/> in kind `%s` says that it is none",
                 row_role_name(ROW_ENTRY), r->options->kind->id);
}

void parents_check(struct table_reading *r)
{
    struct parents p = {.r = r};
    size_t *columns = arena_alloc(r->arena, r->columns.count, sizeof(*columns));

    p.sums = arena_alloc(r->arena, r->columns.count, sizeof(*p.sums));
    if (columns == NULL || p.sums == NULL ||
        r->amounts.column >= r->columns.count)
        return;
    columns[p.ncolumns++] = r->amounts.column;
    for (size_t c = 0; c < r->columns.count; c++) {
        if (c != r->amounts.column && totals_may_sum(&r->columns.list[c]))
            columns[p.ncolumns++] = c;
    }
    p.columns = columns;
    for (size_t row = 0; row < r->nrows; row++)
        p.has_negative |= is_entry(r, row) && pence_of(&p, row) < 0;
    p.rounded = true;
    if (is_made_of_parents(&p, false)) {
        (void)is_made_of_parents(&p, true);
    } else if (p.ncolumns > 1) {
        p.rounded = false;
        see_each(&p);
    }
    say(&p);
}
