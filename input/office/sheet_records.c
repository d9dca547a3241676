#include "input/office/sheet_records.h"
#include "core/base/mem.h"
#include "input/office/sheet_faults.h"

#define HEADING_ROWS 4 /* that span one another, at most */

/* The merge that gives the cell at ROW, COLUMN its text, when it reaches over
   several columns of the table but not over all: a title does that. */
static const struct cell_range *spanning(const struct sheet_records *r,
                                         uint32_t row, uint32_t column)
{
    const struct cell_range *merges = r->sheet->merges.items;
    const struct cell_range *range = &r->range;

    for (size_t i = 0; i < r->sheet->merges.count; i++) {
        const struct cell_range *m = &merges[i];

        if (m->first_row == row && m->last_row == row &&
            m->last_column > m->first_column && column >= m->first_column &&
            column <= m->last_column &&
            (m->first_column > range->first_column ||
             m->last_column < range->last_column))
            return m;
    }
    return NULL;
}

static void add_field(struct sheet_records *r, const struct sheet_cell *c)
{
    struct record *now = &r->reader.now;

    now->fields[c->column - 1] = str_trim(c->text);
    now->has_facts = true;
    now->has_lines |= str_find_char(c->text, '\n') < c->text.len;
    /* A cell that cannot be read is there all the same. Of two rows of headings
       that are joined the upper one may reach further. */
    if ((c->text.len > 0 || c->fault != CELL_FINE) && c->column > now->nfilled)
        now->nfilled = c->column;
}

/* All cells of the row that is next. */
static void take_row(struct sheet_records *r, uint32_t row, bool *figures)
{
    const struct sheet *s = r->sheet;

    for (; r->next < s->ncells && s->cells[r->next].row == row; r->next++) {
        const struct sheet_cell *c = &s->cells[r->next];

        if (sheet_leaves_out(r, row, c->column))
            continue;
        *figures |= c->number;
        add_field(r, c);
    }
}

static void clear(struct sheet_records *r)
{
    struct record *now = &r->reader.now;

    for (size_t i = 0; i < now->nfields; i++)
        now->fields[i] = (struct str){NULL, 0};
    now->nfilled = 0;
    now->has_lines = now->has_facts = false;
}

/* Whether ROW, which was read last, is one of headings that span others, which
   the next row holds. Of words alone a row of data may look so: but above it
   stand the headings, which fill as many columns. */
static bool heads_next(const struct sheet_records *r, uint32_t row)
{
    const struct sheet *s = r->sheet;
    size_t filled = 0;
    size_t below = 0;

    if (r->met_figure || s->merges.count == 0)
        return false;
    for (size_t i = r->next; i < s->ncells && s->cells[i].row == row + 1; i++) {
        if (s->cells[i].number)
            return false;
        filled += s->cells[i].text.len > 0 &&
                  !sheet_leaves_out(r, row + 1, s->cells[i].column);
    }
    if (filled <= r->most_filled)
        return false;
    for (size_t i = r->next; i < s->ncells && s->cells[i].row == row + 1; i++)
        below += spanning(r, row, s->cells[i].column) != NULL;
    return below > 1;
}

static void see_filled(struct sheet_records *r)
{
    const struct record *now = &r->reader.now;
    size_t filled = 0;

    for (size_t i = 0; i < now->nfilled; i++)
        filled += now->fields[i].len > 0;
    if (filled > r->most_filled)
        r->most_filled = filled;
}

/* The headings of the row below ROW behind those that span them. */
static void join_headings(struct sheet_records *r, uint32_t row)
{
    const struct sheet *s = r->sheet;
    struct record *now = &r->reader.now;

    for (size_t i = 0; i < now->nfields; i++)
        r->above[i] = now->fields[i];
    for (; r->next < s->ncells && s->cells[r->next].row == row + 1; r->next++) {
        const struct sheet_cell *c = &s->cells[r->next];
        const struct cell_range *m = spanning(r, row, c->column);
        struct sheet_cell joined = *c;
        struct str above;

        if (sheet_leaves_out(r, row + 1, c->column))
            continue;
        above = r->above[(m == NULL ? c->column : m->first_column) - 1];
        if (above.len > 0 && !str_eq(above, str_trim(c->text)))
            joined.text = arena_printf(s->arena, "%.*s %.*s", STR_ARG(above),
                                       STR_ARG(str_trim(c->text)));
        add_field(r, &joined);
    }
    /* The first of what is spanned may have nothing below it. */
}

static bool next_record(struct row_reader *reader)
{
    struct sheet_records *r = (struct sheet_records *)reader;
    const struct sheet *s = r->sheet;
    bool figures = false;

    clear(r);
    while (r->next < s->ncells && reader->now.nfilled == 0) {
        reader->now.number = s->cells[r->next].row;
        if (reader->now.number > r->range.last_row)
            return false;
        take_row(r, reader->now.number, &figures);
    }
    if (reader->now.nfilled == 0)
        return false;
    r->met_figure |= figures;
    for (uint32_t row = reader->now.number;
         row < reader->now.number + HEADING_ROWS - 1 && heads_next(r, row);
         row++)
        join_headings(r, row);
    if (!r->met_figure)
        see_filled(r);
    reader->status = arena_status(s->arena);
    return reader->status == ST_OK;
}

static size_t count_left(const struct row_reader *reader)
{
    const struct sheet_records *r = (const struct sheet_records *)reader;
    const struct sheet *s = r->sheet;
    size_t n = 1;
    uint32_t row = 0;

    for (size_t i = r->next; i < s->ncells; i++) {
        n += s->cells[i].row != row;
        row = s->cells[i].row;
    }
    return n;
}

/* `asked_at` becomes the first cell of ROW: rows are asked about one after the
   other, with few exceptions. */
static void see_row(struct sheet_records *r, uint32_t row)
{
    const struct sheet *s = r->sheet;

    if (r->asked > row)
        r->asked_at = sheet_row_start(s, row);
    r->asked = row;
    while (r->asked_at < s->ncells && s->cells[r->asked_at].row < row)
        r->asked_at++;
}

static struct field_facts facts_of(struct row_reader *reader, uint32_t record,
                                   size_t field)
{
    struct sheet_records *r = (struct sheet_records *)reader;
    const struct sheet *s = r->sheet;
    const struct sheet_cell *c;
    struct field_facts facts = {0};
    enum cell_fault fault;

    see_row(r, record);
    c = sheet_in_row(s, r->asked_at, record, (uint32_t)field);
    if (sheet_leaves_out(r, record, (uint32_t)field))
        return facts;
    if (c == NULL) {
        sheet_fault_say_blank(r, record, (uint32_t)field);
        return facts;
    }
    fault = sheet_fault_of(r, c);
    facts = (struct field_facts){
        .is_number = c->number,
        .is_text = !c->number,
        .rounded = c->rounded,
        .is_nought = c->nought || str_is(c->text, "-"),
        .zeros = c->zeros,
        .own_unit = c->own_unit,
        .currency = c->currency,
        .before = c->before,
        .behind = c->behind,
        .refused = fault != CELL_FINE && fault <= CELL_LAST_FAULT,
    };
    if (fault != CELL_FINE)
        sheet_fault_say(r, c);
    sheet_fault_say_link(r, c);
    return facts;
}

static void column_read(struct row_reader *reader, uint32_t record,
                        size_t field)
{
    struct sheet_records *r = (struct sheet_records *)reader;
    const struct sheet *s = r->sheet;
    char letters[8];

    sheet_faults_of_words(r, record, (uint32_t)field);
    if (r->hidden != HIDDEN_REFUSED ||
        !sheet_column_is_hidden(s, (uint32_t)field))
        return;
    source_column_letters((uint32_t)field, letters);
    finding(s->findings, FINDING_HIDDEN_CELLS,
            sheet_place(s, record, (uint32_t)field),
            "column %s is hidden in the workbook", letters);
    finding_hint(s->findings, "show it there, or say in the data element "
                              "hidden=\"read\" or hidden=\"leave-out\"");
}

void sheet_records_say_hidden(struct sheet_records *r)
{
    const struct sheet *s = r->sheet;
    const struct span *spans = s->hidden_rows.items;

    for (size_t i = 0; r->hidden == HIDDEN_REFUSED && i < s->hidden_rows.count;
         i++) {
        const size_t at = sheet_row_start(s, spans[i].first);
        const uint32_t row = at < s->ncells ? s->cells[at].row : UINT32_MAX;

        if (row > spans[i].last || row < r->range.first_row ||
            row > r->range.last_row)
            continue;
        r->reader.incomplete = true;
        if (spans[i].last > spans[i].first)
            finding(s->findings, FINDING_HIDDEN_CELLS,
                    sheet_place(s, row, r->range.first_column),
                    "rows %u to %u are hidden in the workbook, and left out",
                    spans[i].first, spans[i].last);
        else
            finding(s->findings, FINDING_HIDDEN_CELLS,
                    sheet_place(s, row, r->range.first_column),
                    "row %u is hidden in the workbook, and left out", row);
        finding_hint(s->findings, "show it there or delete it, or say in the "
                                  "data element hidden=\"leave-out\" or "
                                  "hidden=\"read\"");
    }
}

enum status sheet_records_open(struct sheet_records *r,
                               const struct sheet *sheet,
                               const struct cell_range *range,
                               enum hidden_cells hidden)
{
    *r = (struct sheet_records){
        .reader = {.now = {.source = sheet->source,
                           .nfields = range->last_column},
                   .next = next_record,
                   .left = count_left,
                   .period_beside = str_of(sheet->source->sheet == NULL
                                               ? ""
                                               : sheet->source->sheet),
                   .period_at = sheet_place(sheet, 0, 0),
                   .facts = facts_of,
                   .column_read = column_read},
        .sheet = sheet,
        .range = *range,
        .hidden = hidden,
        .next = sheet_row_start(sheet, range->first_row),
        .leaves_out = hidden != HIDDEN_READ && (sheet->hidden_rows.count > 0 ||
                                                hidden == HIDDEN_LEFT_OUT),
    };
    r->reader.now.fields =
        mem_zalloc(range->last_column, sizeof(*r->reader.now.fields));
    r->above = mem_zalloc(range->last_column, sizeof(*r->above));
    r->reader.status =
        r->reader.now.fields == NULL || r->above == NULL ? ST_NOMEM : ST_OK;
    return r->reader.status;
}

void sheet_records_close(struct sheet_records *r)
{
    mem_free(r->reader.now.fields);
    mem_free(r->above);
    r->reader.now.fields = r->above = NULL;
}
