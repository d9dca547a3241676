#include "input/table/column_match.h"
#include "input/table/rows_in_field.h"
#include "input/table/table_balances.h"
#include "input/table/table_less.h"
#include "input/table/table_memo.h"

/* `Change (%)`: as it stands in the data. */
static bool says_percent(const struct table_reading *r, const struct column *c)
{
    const struct str text = r->headings[c->field - 1].text;

    return str_find_char(text, '%') < text.len;
}

static void begin_columns(struct table_reading *r)
{
    r->cell_columns =
        arena_alloc(r->arena, r->columns.count, sizeof(*r->cell_columns));
    for (size_t c = 0; r->cell_columns != NULL && c < r->columns.count; c++) {
        const struct kind_column *kind = r->columns.list[c].kind;

        r->has_measures |= kind != NULL && kind->type == TYPE_MEASURE;
        r->cell_columns[c] = (struct cell_column){
            .kind = kind,
            .in_table = true,
            .zeros = r->columns.list[c].zeros,
            .order = r->options->dates,
            .order_given = r->options->dates_given,
            .rounds = r->options->rounds,
            .says_percent = says_percent(r, &r->columns.list[c]),
        };
    }
}

/* What is left of the memory that a report may take, before it is asked for:
   want of it would be said without the file and the way out. */
static bool has_room(const struct table_reading *r, size_t nrecords)
{
    const struct arena *a = r->arena;
    const size_t row =
        r->columns.count *
            (sizeof(*r->cells) +
             (r->record->spots != NULL ? sizeof(*r->spots) : 0)) +
        sizeof(*r->records) + sizeof(*r->roles) + sizeof(*r->lines);

    if (nrecords <= (a->limit - a->used) / row)
        return true;
    finding(
        r->findings, FINDING_LIMIT, r->options->at,
        "`%s` has up to %zu rows of %zu columns, which take more memory than "
        "a report may",
        r->reader->now.source->name, nrecords, r->columns.count);
    finding_hint(r->findings, "--max-memory sets how many MiB that is");
    return false;
}

static enum status make_room(struct table_reading *r)
{
    const size_t nrecords = table_left(r);
    const size_t ncells = nrecords * r->columns.count; /* each is bounded */

    if (!has_room(r, nrecords))
        return ST_LIMIT;
    begin_columns(r);
    r->cells = arena_alloc(r->arena, ncells, sizeof(*r->cells));
    if (r->record->spots != NULL)
        r->spots = arena_alloc(r->arena, ncells, sizeof(*r->spots));
    r->records = arena_alloc(r->arena, nrecords, sizeof(*r->records));
    r->roles = arena_alloc(r->arena, nrecords, sizeof(*r->roles));
    r->lines = arena_alloc(r->arena, nrecords, sizeof(*r->lines));
    return arena_status(r->arena);
}

/* Spreadsheets leave out the separators behind a row's last cell. Where all
   other rows have theirs, and the last one has no line end either, what is
   behind it may be lost. */
static void see_short(struct table_reading *r)
{
    const struct record *record = r->record;
    const struct place last = record_place(record, record->nfields);

    if (record->nfields >= r->columns.width)
        return;
    if (r->ended_early.count == 0 && r->nrows > 0 && record->has_no_end) {
        finding(r->findings, FINDING_DOUBTFUL, last,
                "the file ends within this row: it has %zu of %zu fields, and "
                "no line end",
                record->nfields, r->columns.width);
        finding_hint(r->findings,
                     "rows may be missing: copy or export the file again; if "
                     "it is whole, end its last line");
        return;
    }
    cell_count(&r->ended_early, last,
               table_field(r, (uint32_t)record->nfields));
}

static bool says_status(const struct kind_column *c)
{
    for (size_t i = 0; c->described != NULL && i < c->nchoices; i++) {
        if (c->described[i].status != STATUS_NONE)
            return true;
    }
    return false;
}

static bool is_found(const struct table_reading *r, const struct kind_column *c)
{
    for (size_t i = 0; i < r->columns.width; i++) {
        if (r->columns.headings[i].column == c)
            return true;
    }
    return false;
}

/* The kind's column of Red, Amber and Green, where the data has none, and TEXT
   is one of its words; a letter may be anything. */
static const struct kind_column *status_column(const struct table_reading *r,
                                               struct str text)
{
    const struct kind *kind = r->options->kind;

    for (size_t i = 0; text.len > 1 && i < kind->ncolumns; i++) {
        const struct kind_column *c = &kind->columns[i];

        if (c->type == TYPE_CHOICE && says_status(c) && !is_found(r, c) &&
            kind_column_choice(c, text) < c->nchoices)
            return c;
    }
    return NULL;
}

/* A column that nobody reads is named only where something stands in it. */
static void see_unread(struct table_reading *r)
{
    struct columns *c = &r->columns;
    size_t kept = 0;

    for (size_t i = 0; i < c->nunread; i++) {
        const struct str text = table_field(r, c->unread[i]);
        struct decimal d;

        if (text.len == 0) {
            c->unread[kept++] = c->unread[i];
            continue;
        }
        c->is_filled[c->unread[i] - 1] = true;
        c->is_figure[c->unread[i] - 1] =
            decimal_read_money(text, r->options->wording->currency, 0, &d) ==
            NUMBER_OK;
        c->status_of[c->unread[i] - 1] = status_column(r, text);
    }
    c->nunread = kept;
}

static void take_row(struct table_reading *r)
{
    const size_t first = r->nrows * r->columns.count;
    const struct cell *row = r->cells + first;
    struct str label;
    const enum row_role role = roles_place(r, &label);
    const size_t late = late_column(r, role);
    const bool nothing = titles_is_nothing(r);
    bool blank = false; /* one of its cells is */

    see_short(r);
    see_unread(r);
    notes_see_row(r, roles_label(r));
    marks_see_row(r);
    for (size_t c = 0; c < r->columns.count; c++) {
        r->cell_columns[c].takes_words =
            role != ROW_ENTRY || nothing || c == late;
        r->cell_columns[c].of_percent = role == ROW_MEMO && r->is_of_percent;
        table_take_field(r, c, first + c);
        blank |= row[c].state == CELL_BLANK;
    }
    measures_settle(r, r->cells + first);
    r->records[r->nrows] = r->record->number;
    r->roles[r->nrows] = (uint8_t)role;
    r->lines[r->nrows] = r->line;
    if (!late_see_row(r, row, late) && !titles_see_row(r, role) && blank)
        (void)table_check_filled(r, r->nrows);
    totals_see(r, row, role, label);
    less_see(r, row, role, label);
    roles_see_row(r);
    r->nrows++;
}

static void see_lines(struct table_reading *r)
{
    const struct record *record = r->record;

    if (!record->has_lines)
        return;
    for (size_t i = 0; i < record->nfilled; i++) {
        if (!holds_rows(record->fields[i], i == 0, record->source->delimiter,
                        r->columns.width))
            continue;
        finding(r->findings, FINDING_DOUBTFUL, record_place(record, i + 1),
                "this field holds lines that look like whole rows");
        finding_hint(r->findings, "if they are rows, the quotation mark that "
                                  "opens the field is one too many");
    }
}

/* What may have been notes were rows after all. */
static void take_back(struct table_reading *r)
{
    const struct record *record = r->record;
    const size_t n = r->npending;

    r->npending = 0;
    for (size_t i = 0; i < n; i++) {
        r->record = &r->pending[i];
        notes_taken_back(r, r->record);
        take_row(r);
    }
    r->record = record;
}

static void take_record(struct table_reading *r)
{
    if (again_take(r) || export_take(r) || width_is_parted_otherwise(r) ||
        notes_take(r))
        return;
    if (r->npending > 0)
        take_back(r);
    if (width_refuses(r))
        return;
    see_lines(r);
    take_row(r);
}

static void say_left_out(const struct table_reading *r)
{
    const struct cell_count *early = &r->ended_early;

    width_end(r);
    again_end(r);
    export_end(r);
    if (early->count > 0)
        finding(r->findings, FINDING_ASSUMED, early->first,
                "the row ends before its last columns%s, which are read as "
                "blank",
                early->count > 1 ? ", as others do" : "");
    if (r->nrows == 0 && r->nrefused == 0 && !r->says_no_rows) {
        finding(r->findings, FINDING_NO_ROWS, r->headings[0].at,
                "there are headings here, but no rows");
        finding_hint(r->findings, "the head of the table is printed");
    }
}

enum status table_read_rows(struct table_reading *r)
{
    const enum status st = make_room(r);

    if (st != ST_OK)
        return st;
    roles_begin(r);
    table_tell_columns(r);
    width_begin(r);
    marks_begin(r);
    while (table_next_record(r))
        take_record(r);
    if (r->reader->status != ST_OK)
        return r->reader->status;
    notes_end(r);
    titles_see_nothing(r);
    marks_end(r);
    group_heads_settle(r);
    inner_totals_settle(r);
    roles_settle(r);
    totals_check(r);
    sub_totals_settle(r);
    parents_check(r);
    late_settle(r);
    units_end(r);
    titles_settle(r);
    inner_groups_fill(r);
    balances_end(r);
    memos_end(r);
    below_total_check(r);
    group_spellings_check(r);
    funding_check(r);
    measures_end(r);
    table_settle_units(r);
    less_settle(r);
    for (size_t c = 0; c < r->columns.count; c++)
        cell_column_end(&r->cell_reader, &r->cell_columns[c]);
    columns_left_out(r->arena, &r->columns, r->options, r->period, r->findings);
    say_left_out(r);
    return arena_status(r->arena);
}
