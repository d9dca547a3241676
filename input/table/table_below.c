#include "input/table/row_sums.h"

/* Where the last total stands that has entries above it: one at the head of a
   table is of those below. The number of rows: none does. */
static size_t last_total(const struct table_reading *r)
{
    bool entries = false;
    size_t found = r->nrows;

    for (size_t row = 0; row < r->nrows; row++) {
        entries |= row_is_plain(r->roles[row]);
        if (r->roles[row] == ROW_TOTAL && entries)
            found = row;
    }
    return found;
}

/* A balance is carried forward from what is spent as well, which such a kind
   has below its total. */
static bool may_follow_total(const struct table_reading *r, size_t from)
{
    const struct kind *kind = r->options->kind;

    for (size_t i = 0; i < kind->nrows; i++) {
        if (kind->rows[i].role == ROW_EXPENDITURE)
            return true;
    }
    for (size_t row = from; row < r->nrows; row++) {
        if (r->roles[row] == ROW_CLOSING)
            return true;
    }
    return false;
}

/* Each page of an export has its headings; another table has its own. */
static void say_other_table(const struct table_reading *r)
{
    const struct cell_count *c = &r->other_headings;

    finding(r->findings, FINDING_BELOW_TOTAL, c->first,
            "the headings stand here again, below a total: the rows that "
            "follow are counted with those above it");
    finding_hint(r->findings, "give another table a file of its own; if it is "
                              "one table, take these headings away");
}

static void say_below(const struct table_reading *r, size_t first, size_t count)
{
    const struct str more = rows_are_so(r->arena, count);
    const struct str label = table_row_words(r, first);

    finding(r->findings, FINDING_BELOW_TOTAL, table_row_place(r, first),
            "`%.*s` stands below the total and is in none: it counts as a row "
            "like any other%.*s",
            STR_ARG(cell_shown(label)), STR_ARG(more));
    finding_hint(r->findings,
                 "put it above the total, or into a file of its own; a <line> "
                 "of kind `%s` with its name says that it may stand there",
                 r->options->kind->id);
}

/* Below the total of what pays for the rows above it a row is in no sum. */
static void say_below_funding(const struct table_reading *r)
{
    size_t first = r->nrows;
    bool total = false;

    for (size_t row = 0; row < r->nrows; row++) {
        if (r->roles[row] == ROW_BLOCK_TOTAL) {
            total = true;
            first = r->nrows;
        } else if (total && r->roles[row] == ROW_FUNDING &&
                   r->lines[row] == 0 && first == r->nrows) {
            first = row;
        }
    }
    if (first == r->nrows)
        return;
    finding(r->findings, FINDING_BELOW_TOTAL, table_row_place(r, first),
            "`%.*s` stands below the total of what pays for the rows above it, "
            "and is in no sum",
            STR_ARG(cell_shown(table_row_words(r, first))));
    finding_hint(r->findings,
                 "put it above that total, or into a file of its own; <line "
                 "role=\"%s\" aliases=\"...\"/> in kind `%s` says that it is "
                 "made of other rows",
                 row_role_name(ROW_RESULT), r->options->kind->id);
}

/* `(Surplus)/deficit`: the total and the rows between, which are in no total
   else. */
static bool is_sum_from(const struct table_reading *r, size_t total, size_t row)
{
    struct row_sums sums = row_sums_begin(r);
    struct likeness like;

    if (sums.of_column == NULL)
        return false;
    row_sums_add(r, &sums, total);
    for (size_t i = total + 1; i < row; i++) {
        if (totals_may_count(r, i))
            row_sums_add(r, &sums, i);
    }
    like = row_sums_compare(r, &sums, row);
    return like.differ == 0 && like.rounded > 0;
}

void below_total_check(const struct table_reading *r)
{
    const size_t total = last_total(r);
    size_t first = r->nrows;
    size_t count = 0;

    for (size_t row = total; row < r->nrows; row++) {
        if (r->roles[row] == ROW_BLOCK_TOTAL)
            count = 0; /* they are in that one */
        if (r->roles[row] == ROW_RESULT && count > 0 &&
            is_sum_from(r, total, row))
            count = 0;
        if (!totals_may_count(r, row) || r->lines[row] != 0)
            continue;
        first = count++ == 0 ? row : first;
    }
    if (r->other_headings.count > 0)
        say_other_table(r);
    else if (count > 0 && !may_follow_total(r, first))
        say_below(r, first, count);
    say_below_funding(r);
}
