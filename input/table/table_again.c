#include "core/base/ascii.h"
#include "input/table/table_parts.h"

/*
 * The headings of a table once more among its rows: as they are, in other words
 * of the same columns, or in another order, in which nobody may read on.
 */

#define ORDER_MAX 64 /* headings whose order is looked at */

/* In whatever case. */
static bool is_heading(const struct table_reading *r, size_t i, size_t of)
{
    const struct str text = r->record->fields[i];

    return text.len == r->heading_fields[of].len &&
           str_starts_alike(text, r->heading_fields[of]);
}

/* By another name of the same column: `Received from` for Payee. */
static bool names_column(const struct table_reading *r, size_t i, size_t of)
{
    const struct str text = r->record->fields[i];
    const struct kind_column *c =
        of < r->nheadings ? r->headings[of].column : NULL;

    return c != NULL && text.len > 0 && columns_named(r->options, text) == c;
}

/* Nobody reads what stands below: whatever heads it there. */
static bool is_unread(const struct table_reading *r, size_t i)
{
    return i < r->columns.width && !r->columns.is_read[i];
}

/* How many fields are the headings above them. */
static size_t count_equal(const struct table_reading *r)
{
    size_t equal = 0;

    for (size_t i = 0; i < r->record->nfilled; i++)
        equal += is_heading(r, i, i);
    return equal;
}

/* Words in each column of figures or days, which a row cannot have: they name
   columns. */
static bool has_names_for_figures(const struct table_reading *r)
{
    struct str first = {NULL, 0};

    for (size_t c = 0; c < r->columns.count; c++) {
        const struct column *column = &r->columns.list[c];
        const struct str text = table_field(r, column->field);

        if (!table_is_figure(column) &&
            (column->kind == NULL || column->kind->type != TYPE_DATE))
            continue;
        if (text.len == 0 || !is_ascii_letter(text.ptr[0]))
            return false;
        first = first.len == 0 ? text : first;
    }
    return first.len > 0 && columns_named(r->options, first) != NULL;
}

/* Which of the headings above field I is, the one above it before others;
   their number: it is none of them. */
static size_t heading_at(const struct table_reading *r, size_t i,
                         bool by_other_names)
{
    const size_t none = r->nheading_fields;
    size_t of = 0;

    if (is_heading(r, i, i) || (by_other_names && names_column(r, i, i)))
        return i;
    while (of < none && !is_heading(r, i, of) &&
           !(by_other_names && names_column(r, i, of)))
        of++;
    return of == none && by_other_names && is_unread(r, i) ? i : of;
}

/* Each field is a heading, and each another; *IN_ORDER: the one above it. Other
   names than those above may be words of a row, where nothing else in it shows
   that it is none. */
static bool are_headings(const struct table_reading *r, bool by_other_names,
                         bool *in_order)
{
    const size_t n = r->record->nfilled;
    uint64_t seen = 0;

    *in_order = true;
    for (size_t i = 0; i < n && n <= ORDER_MAX; i++) {
        const size_t of = heading_at(r, i, by_other_names);

        if (of >= n || (seen >> of & 1) != 0)
            return false;
        seen |= UINT64_C(1) << of;
        *in_order &= of == i;
    }
    return n > 1 && n <= ORDER_MAX;
}

static void refuse_order(struct table_reading *r)
{
    finding(r->findings, FINDING_NOT_CSV, record_place(r->record, 1),
            "the headings stand here again in another order: what follows "
            "would be read below the wrong ones");
    finding_hint(r->findings, "put the columns of both parts into one order, "
                              "or each part into a file of its own");
}

/* The place of the headings that stand again in one of three counts: another
   table may follow a total, and a row may be lost where no word is equal. */
static void count_again(struct table_reading *r, bool renamed)
{
    struct cell_count *count =
        renamed ? &r->headings_renamed : &r->headings_again;

    if (r->nrows > 0 && r->roles[r->nrows - 1] == ROW_TOTAL)
        count = &r->other_headings;
    cell_count(count, record_place(r->record, 1), r->record->fields[0]);
}

/* The names of elements stand in each record, and are no row of it. */
static bool take_headings(struct table_reading *r)
{
    const size_t n = r->record->nfilled;
    bool in_order = true;
    size_t equal;

    if (r->reader->named || n != r->nheading_fields)
        return false;
    equal = count_equal(r);
    if (equal < n &&
        !are_headings(r, 2 * equal > n || has_names_for_figures(r), &in_order))
        return false;
    if (in_order)
        count_again(r, equal == 0);
    else if (!r->in_other_order)
        refuse_order(r);
    r->in_other_order = !in_order;
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
    const struct cell_count *renamed = &r->headings_renamed;

    if (again->count > 0)
        finding(r->findings, FINDING_LEFT_OUT, again->first,
                "the headings stand here again%s, and are left out",
                again->count > 1 ? " and further down" : "");
    if (renamed->count == 0)
        return;
    finding(r->findings, FINDING_DOUBTFUL, renamed->first,
            "this is taken for headings by other names%s, and left out",
            renamed->count > 1 ? ", as others further down are" : "");
    finding_hint(r->findings, "if it is a row, correct the words that stand "
                              "in columns of figures or dates");
}
