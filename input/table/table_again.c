#include "core/base/ascii.h"
#include "input/table/table_parts.h"

/*
 * The headings of a table once more among its rows: as they are, in other words
 * of the same columns, or in another order, in which nobody may read on.
 */

/* By other names of the same columns: `Received from` for Payee. */
static bool is_same_column(const struct table_reading *r, size_t i)
{
    const struct str text = r->record->fields[i];
    const struct kind_column *c =
        i < r->nheadings ? r->headings[i].column : NULL;

    return c != NULL && text.len > 0 && columns_named(r->options, text) == c;
}

/* Nobody reads what stands below: whatever heads it there. */
static bool is_unread(const struct table_reading *r, size_t i)
{
    return i < r->columns.width && !r->columns.is_read[i];
}

/* In whatever case. */
static bool is_heading(const struct table_reading *r, size_t i, size_t of)
{
    const struct str text = r->record->fields[i];

    return text.len == r->heading_fields[of].len &&
           str_starts_alike(text, r->heading_fields[of]);
}

/* What no figure and no date begins with. */
static bool begins_as_words(struct str text)
{
    return text.len > 0 &&
           (is_ascii_letter(text.ptr[0]) || (text.ptr[0] & 0x80) != 0);
}

/* Whether all fields may be headings; *EQUAL: how many are those above. */
static bool may_be_headings(const struct table_reading *r, size_t *equal)
{
    const struct record *record = r->record;

    *equal = 0;
    if (record->nfilled != r->nheading_fields)
        return false;
    for (size_t i = 0; i < record->nfilled; i++) {
        if (is_heading(r, i, i))
            (*equal)++;
        else if (!begins_as_words(record->fields[i]))
            return false;
    }
    return *equal == record->nfilled || record->nfilled > 1;
}

/* As on each page of what was exported; or some of them in other words, where
   another part of the table follows. */
static bool is_heading_again(const struct table_reading *r, size_t equal)
{
    const bool most = 2 * equal > r->record->nfilled;

    for (size_t i = 0; equal < r->record->nfilled && i < r->record->nfilled;
         i++) {
        if (!is_heading(r, i, i) && !is_same_column(r, i) &&
            !(most && is_unread(r, i)))
            return false;
    }
    return true;
}

/* Which of the headings above field I is, by whatever name; their number: it is
   none of them. */
static size_t heading_at(const struct table_reading *r, size_t i)
{
    const struct kind_column *c =
        columns_named(r->options, r->record->fields[i]);
    size_t of = 0;

    while (of < r->nheading_fields && of < r->nheadings &&
           !is_heading(r, i, of) && (c == NULL || r->headings[of].column != c))
        of++;
    return of < r->nheadings ? of : r->nheading_fields;
}

/* Each of its words heads a column, and not all of them the one below which
   they stand. */
static bool is_in_other_order(const struct table_reading *r)
{
    const struct record *record = r->record;
    uint64_t seen = 0;

    if (record->nfilled > 64)
        return false;
    for (size_t i = 0; i < record->nfilled; i++) {
        const size_t of = heading_at(r, i);

        if (of >= r->nheading_fields || of >= 64 || (seen >> of & 1) != 0)
            return false;
        seen |= UINT64_C(1) << of;
    }
    return true;
}

static void refuse_order(struct table_reading *r)
{
    r->in_other_order = true;
    finding(r->findings, FINDING_NOT_CSV, record_place(r->record, 1),
            "the headings stand here again in another order: what follows "
            "would be read below the wrong ones");
    finding_hint(r->findings, "put the columns of both parts into one order, "
                              "or each part into a file of its own");
}

static bool take_headings(struct table_reading *r)
{
    const struct record *record = r->record;
    size_t equal;

    if (!may_be_headings(r, &equal))
        return false;
    if (is_heading_again(r, equal)) {
        r->in_other_order = false;
        cell_count(r->nrows > 0 && r->roles[r->nrows - 1] == ROW_TOTAL
                       ? &r->other_headings
                       : &r->headings_again,
                   record_place(record, 1), record->fields[0]);
        return true;
    }
    if (!is_in_other_order(r))
        return false;
    if (!r->in_other_order)
        refuse_order(r);
    return true;
}

bool again_take(struct table_reading *r)
{
    if (take_headings(r))
        return true;
    if (r->in_other_order)
        table_refuse_record(r);
    return r->in_other_order;
}

void again_end(const struct table_reading *r)
{
    const struct cell_count *again = &r->headings_again;

    if (again->count > 0)
        finding(r->findings, FINDING_LEFT_OUT, again->first,
                "the headings stand here again%s, and are left out",
                again->count > 1 ? " and further down" : "");
}
