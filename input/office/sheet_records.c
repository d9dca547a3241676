#include "input/office/sheet_records.h"
#include "core/base/mem.h"

static bool leaves_out(const struct sheet_records *r, uint32_t row,
                       uint32_t column)
{
    const struct sheet *s = r->sheet;

    if (!cell_range_holds(&r->range, row, column))
        return true;
    if (r->hidden == HIDDEN_READ)
        return false;
    return sheet_row_is_hidden(s, row) ||
           (r->hidden == HIDDEN_LEFT_OUT && sheet_column_is_hidden(s, column));
}

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
    now->has_facts |= c->fault != CELL_FINE || c->zeros > 0 || c->number;
    now->has_lines |= str_find_char(c->text, '\n') < c->text.len;
    /* A cell that cannot be read is there all the same. */
    if (c->text.len > 0 || c->fault != CELL_FINE)
        now->nfilled = c->column;
}

/* All cells of the row that is next. */
static void take_row(struct sheet_records *r, uint32_t row, bool *figures)
{
    const struct sheet *s = r->sheet;

    for (; r->next < s->ncells && s->cells[r->next].row == row; r->next++) {
        const struct sheet_cell *c = &s->cells[r->next];

        if (leaves_out(r, row, c->column))
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

/* Whether the row that was read is one of headings that span others, which
   the next row holds. Of words alone a row of data may look so: but above it
   stand the headings, which fill as many columns. */
static bool heads_next(const struct sheet_records *r)
{
    const struct sheet *s = r->sheet;
    const uint32_t row = r->reader.now.number;
    size_t filled = 0;
    size_t below = 0;

    if (r->met_figure || s->merges.count == 0)
        return false;
    for (size_t i = r->next; i < s->ncells && s->cells[i].row == row + 1; i++) {
        if (s->cells[i].number)
            return false;
        filled += s->cells[i].text.len > 0 &&
                  !leaves_out(r, row + 1, s->cells[i].column);
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

static void join_headings(struct sheet_records *r)
{
    const struct sheet *s = r->sheet;
    struct record *now = &r->reader.now;
    const uint32_t row = now->number;

    for (; r->next < s->ncells && s->cells[r->next].row == row + 1; r->next++) {
        const struct sheet_cell *c = &s->cells[r->next];
        const struct cell_range *m = spanning(r, row, c->column);
        const struct sheet_cell *above =
            sheet_at(s, row, m == NULL ? c->column : m->first_column);
        struct sheet_cell joined = *c;

        if (leaves_out(r, row + 1, c->column))
            continue;
        if (above != NULL && !str_eq(above->text, c->text))
            joined.text = arena_printf(s->arena, "%.*s %.*s",
                                       STR_ARG(str_trim(above->text)),
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
    if (heads_next(r))
        join_headings(r);
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

struct fault_words {
    enum finding_id id;
    const char *text;
    const char *hint;
};

static const struct fault_words faults[] = {
    [CELL_ERROR] = {FINDING_NO_VALUE, "this cell holds the error",
                    "mend it in the workbook, and save it"},
    [CELL_NO_VALUE] = {FINDING_NO_VALUE,
                       "the formula of this cell has no value: no program "
                       "worked it out",
                       "open the workbook in Excel or LibreOffice and save it"},
    [CELL_UNSHOWN] = {FINDING_NO_VALUE,
                      "the format of this cell does not show its value",
                      "if it may be seen, give the cell another format; "
                      "otherwise type what is shown"},
    [CELL_AMONG] = {FINDING_NO_VALUE,
                    "the format of this cell writes signs or words among the "
                    "digits of its number",
                    "type what is shown, or give the cell another format"},
    [CELL_TOO_LARGE] = {FINDING_BAD_FIGURE,
                        "the number is larger than can be kept exactly",
                        "correct it"},
    [CELL_NO_DAY] = {FINDING_BAD_DATE, "the number stands for no day",
                     "type the date again"},
    [CELL_EARLY_DAY] = {FINDING_BAD_DATE,
                        "the number stands for a day before March 1900, about "
                        "which programs disagree",
                        "type the date again, as text where it is meant"},
    [CELL_STRUCK] = {FINDING_BAD_ELEMENT, "struck text",
                     "write what holds now"},
    [CELL_FAINT] = {FINDING_HIDDEN_CELLS,
                    "what stands in this cell has the colour of what is behind "
                    "it: nobody sees it",
                    "give it another colour, or delete it; or say in the data "
                    "element hidden=\"read\""},
    [CELL_UNDER_MERGE] = {FINDING_HIDDEN_CELLS,
                          "the cell holds something and is covered by a "
                          "merged one",
                          "take the merge off in the workbook, and delete "
                          "what nobody should read"},
    [CELL_NO_YEAR] = {FINDING_DOUBTFUL, "the format of this date shows no year",
                      "a year that was not typed is that of the typing; give "
                      "the cell a format with a year"},
    [CELL_OTHER_SIGN] = {FINDING_DOUBTFUL,
                         "the format of this cell gives its number the other "
                         "sign; it is read as it is shown",
                         "type the sign, and give the cell a format without "
                         "it"},
    [CELL_LOST_END] = {FINDING_DOUBTFUL,
                       "the number has more than 15 digits: its end is lost",
                       "type it as text where all digits count"},
};

/* What nobody sees may be wanted all the same. */
static enum cell_fault fault_of(const struct sheet_records *r,
                                const struct sheet_cell *c)
{
    return c->fault == CELL_FAINT && r->hidden == HIDDEN_READ
               ? CELL_FINE
               : (enum cell_fault)c->fault;
}

/* All that a row holds is struck, which is said once. */
static bool row_is_struck(const struct sheet_records *r, size_t start,
                          uint32_t row)
{
    const struct sheet *s = r->sheet;
    size_t filled = 0;

    for (size_t i = start; i < s->ncells && s->cells[i].row == row; i++) {
        if (leaves_out(r, row, s->cells[i].column))
            continue;
        if (s->cells[i].fault != CELL_STRUCK)
            return false;
        filled++;
    }
    return filled > 1;
}

/* Of the cells of COLUMN below ROW those that have the colour of what is behind
   them. */
static size_t count_faint(const struct sheet_records *r, uint32_t row,
                          uint32_t column)
{
    const struct sheet *s = r->sheet;
    size_t n = 0;

    for (size_t i = sheet_row_start(s, row + 1); i < s->ncells; i++)
        n += s->cells[i].column == column && s->cells[i].fault == CELL_FAINT &&
             !leaves_out(r, s->cells[i].row, column);
    return n;
}

/* Once a column: people hide whole ones so. */
static void say_faint(struct sheet_records *r, const struct sheet_cell *c)
{
    const struct sheet *s = r->sheet;
    struct str others = {NULL, 0};
    size_t more;

    if (r->faint_said == NULL)
        r->faint_said = arena_alloc(s->arena, r->range.last_column + 1, 1);
    if (r->faint_said == NULL || r->faint_said[c->column])
        return;
    r->faint_said[c->column] = true;
    more = count_faint(r, c->row, c->column);
    if (more > 0)
        others = arena_printf(s->arena, ", and in %zu below it,", more);
    finding(s->findings, FINDING_HIDDEN_CELLS,
            sheet_place(s, c->row, c->column),
            "what stands in this cell%.*s has the colour of what is behind it: "
            "nobody sees it",
            STR_ARG(others));
    finding_hint(s->findings, "%s", faults[CELL_FAINT].hint);
}

/* Of the cell C, which is of a row that is read. */
static void say_fault(struct sheet_records *r, const struct sheet_cell *c)
{
    const struct sheet *s = r->sheet;
    const bool error = c->fault == CELL_ERROR;

    if (c->fault == CELL_STRUCK && row_is_struck(r, r->asked_at, c->row)) {
        if (r->struck_row == c->row)
            return;
        r->struck_row = c->row;
        finding(s->findings, FINDING_BAD_ELEMENT,
                sheet_place(s, c->row, c->column),
                "struck text: the whole row");
        finding_hint(s->findings, "delete the row, or write what holds now");
        return;
    }
    if (c->fault == CELL_FAINT) {
        say_faint(r, c);
        return;
    }
    finding(s->findings, faults[c->fault].id, sheet_place(s, c->row, c->column),
            "%s%s%.*s", faults[c->fault].text, error ? " " : "",
            STR_ARG(error ? c->text : STR_LIT("")));
    finding_hint(s->findings, "%s", faults[c->fault].hint);
}

static struct field_facts facts_of(struct row_reader *reader, uint32_t record,
                                   size_t field)
{
    struct sheet_records *r = (struct sheet_records *)reader;
    const struct sheet *s = r->sheet;
    const struct sheet_cell *c;
    struct field_facts facts = {0};
    enum cell_fault fault;

    if (r->asked != record) { /* rows count from 1 */
        r->asked = record;
        r->asked_at = sheet_row_start(s, record);
    }
    c = sheet_in_row(s, r->asked_at, record, (uint32_t)field);
    if (c == NULL || leaves_out(r, record, (uint32_t)field))
        return facts;
    fault = fault_of(r, c);
    facts = (struct field_facts){
        .is_number = c->number,
        .is_nought = c->nought || str_is(c->text, "-"),
        .zeros = c->zeros,
        .own_unit = c->own_unit,
        .currency = c->currency,
        .refused = fault != CELL_FINE && fault <= CELL_LAST_FAULT,
    };
    if (fault != CELL_FINE)
        say_fault(r, c);
    return facts;
}

void sheet_records_check_words(const struct sheet_records *r, uint32_t row,
                               uint32_t column)
{
    const struct sheet *s = r->sheet;
    const struct sheet_cell *c = sheet_at(s, row, column);

    if (c == NULL ||
        (fault_of(r, c) != CELL_STRUCK && fault_of(r, c) != CELL_FAINT))
        return;
    finding(s->findings, faults[c->fault].id, sheet_place(s, row, column), "%s",
            faults[c->fault].text);
    finding_hint(s->findings, "%s", faults[c->fault].hint);
}

static void column_read(struct row_reader *reader, uint32_t record,
                        size_t field)
{
    const struct sheet_records *r = (const struct sheet_records *)reader;
    const struct sheet *s = r->sheet;
    char letters[8];

    sheet_records_check_words(r, record, (uint32_t)field);
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

void sheet_records_say_hidden(const struct sheet_records *r)
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
                   .facts = facts_of,
                   .column_read = column_read},
        .sheet = sheet,
        .range = *range,
        .hidden = hidden,
        .next = sheet_row_start(sheet, range->first_row),
    };
    r->reader.now.fields =
        mem_zalloc(range->last_column, sizeof(*r->reader.now.fields));
    r->reader.status = r->reader.now.fields == NULL ? ST_NOMEM : ST_OK;
    return r->reader.status;
}

void sheet_records_close(struct sheet_records *r)
{
    mem_free(r->reader.now.fields);
    r->reader.now.fields = NULL;
}
