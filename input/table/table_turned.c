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

bool table_refuse_turned(struct table_reading *r, size_t known)
{
    const struct kind_column *columns[LOOK_AHEAD];
    struct place at = {0};
    struct str first = {NULL, 0};
    struct str last = {NULL, 0};
    size_t down = 0;

    for (size_t i = 0; i < LOOK_AHEAD; i++) {
        const struct record *record = table_peek(r, i);
        const struct kind_column *column;
        struct row_head head;

        if (record == NULL)
            break;
        head = head_of(record);
        column = head.text.len == 0 || record->ntexts < 2
                     ? NULL
                     : columns_named(r->options, head.text);
        if (column == NULL || names_rows(column) ||
            is_seen(columns, down, column))
            continue;
        columns[down] = column;
        if (down++ == 0) {
            at = record_place(record, head.field + 1);
            first = head.text;
        }
        last = head.text;
    }
    if (down < 2 || down <= known)
        return false;
    say_turned(r, at, first, last);
    return true;
}
