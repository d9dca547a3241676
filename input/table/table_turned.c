/*
 * A table on its side: what the kind has for columns stands in rows below each
 * other, and what has a row each beside each other.
 */
#include "input/table/table_columns.h"
#include "input/table/table_parts.h"

/* The first text of a record. */
struct row_head {
    struct str text;
    size_t field; /* from 0 */
};

static struct row_head head_of(const struct record *record)
{
    struct row_head head = {{NULL, 0}, 0};

    while (head.field < record->nfilled && record->fields[head.field].len == 0)
        head.field++;
    if (head.field < record->nfilled)
        head.text = record->fields[head.field];
    return head;
}

/* What rows are called may be the name of a column that holds such names. */
static bool names_rows(const struct kind_column *c)
{
    return c->role == COLUMN_KEY || c->role == COLUMN_LABEL ||
           c->role == COLUMN_GROUP || c->role == COLUMN_INNER_GROUP ||
           c->role == COLUMN_ROW_ROLE;
}

/* Whether COLUMN is among the first N; but each year is a column of its own. */
static bool is_seen(const struct kind_column *const *columns, size_t n,
                    const struct kind_column *column)
{
    for (size_t i = 0; i < n && !column->repeats; i++) {
        if (columns[i] == column)
            return true;
    }
    return false;
}

static void say_turned(const struct table_reading *r, struct place at,
                       struct str first, struct str last)
{
    finding(r->findings, FINDING_MISSING, at,
            "the table is on its side: `%.*s` and `%.*s`, which are columns of "
            "kind `%s`, stand below each other",
            STR_ARG(first), STR_ARG(last), r->options->kind->id);
    finding_hint(r->findings,
                 "turn it, as a spreadsheet does that pastes with Transpose; "
                 "or name the kind that this table is");
}

/* Headings that stand beside each other, or the one that says what rows are
   called: what stands above them is said of the table. */
static bool has_headings(const struct table_reading *r,
                         const struct record *record, size_t above)
{
    size_t found = 0;

    for (size_t i = 0; i < record->nfilled; i++) {
        const struct kind_column *c =
            record->fields[i].len == 0
                ? NULL
                : columns_named(r->options, record->fields[i]);

        if (c == NULL)
            continue;
        found++;
        if (above > 0 && (c->role == COLUMN_KEY || c->role == COLUMN_LABEL))
            return true;
    }
    return found > 1;
}

/* The column that RECORD, with a value for it at least, begins with. */
static const struct kind_column *column_of(const struct table_reading *r,
                                           const struct record *record)
{
    const struct str head = head_of(record).text;

    return head.len == 0 || record->ntexts < 2
               ? NULL
               : columns_named(r->options, head);
}

bool table_refuse_turned(struct table_reading *r, size_t known)
{
    const struct kind_column *columns[LOOK_AHEAD];
    struct place at = {0};
    struct str first = {NULL, 0};
    struct str last = {NULL, 0};
    size_t down = 0;
    bool several = false; /* values beside a name */

    for (size_t i = 0; i < LOOK_AHEAD; i++) {
        const struct record *record = table_peek(r, i);
        const struct kind_column *column;

        if (record == NULL)
            break;
        if (has_headings(r, record, down))
            return false;
        column = column_of(r, record);
        if (column == NULL || names_rows(column) ||
            is_seen(columns, down, column))
            continue;
        columns[down] = column;
        last = head_of(record).text;
        several = several || record->ntexts > 2;
        if (down++ == 0) {
            at = record_place(record, head_of(record).field + 1);
            first = last;
        }
    }
    if (down < 2 || down <= known || (down == 2 && !several))
        return false;
    say_turned(r, at, first, last);
    return true;
}
