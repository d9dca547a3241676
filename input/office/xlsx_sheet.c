#include "input/office/row_grounds.h"
#include "input/office/xlsx_rules.h"
#include "input/text/escaped.h"
#include "input/text/text_in.h"

/* xl/worksheets/sheet1.xml: the cells. */

#define ROW_DIGITS 7 /* 1048576 */
#define LETTERS 3    /* XFD */

enum stored_type {
    STORED_NUMBER,
    STORED_SHARED,  /* s: the number of a shared string */
    STORED_TEXT,    /* str: the text of a formula */
    STORED_INLINE,  /* inlineStr */
    STORED_BOOLEAN, /* b */
    STORED_ERROR,   /* e */
    STORED_DATE,    /* d */
};

struct sheet_reading {
    struct workbook *book;
    struct sheet *sheet;
    size_t number;               /* of it, among the workbook's */
    struct buf text;             /* of the value that is open */
    uint32_t row;                /* that is open */
    char row_digits[ROW_DIGITS]; /* as its tag says it */
    size_t nrow_digits;
    uint32_t column;
    enum stored_type type;
    uint32_t style;
    bool has_value;
    bool has_formula;
    bool is_link; /* it makes the cell one to somewhere else */
    bool in_formula;
    size_t formula_from; /* where it begins in `text`, behind a value */
    bool in_value;       /* v, or t of an inline string */
    bool in_inline;
    bool in_phonetic;
    struct xlsx_run run;  /* that is open */
    struct words_met met; /* of the open cell */
    struct row_grounds grounds;
    bool any_result;   /* a formula gave something other than 0 */
    bool behind_cells; /* where conditional formats stand */
    struct rule_reading rule;
};

static struct place here(const struct sheet_reading *r)
{
    return sheet_place(r->sheet, r->row, r->column);
}

static void damaged(struct sheet_reading *r, struct part_reading *part,
                    const char *what)
{
    finding(r->book->findings, FINDING_BAD_OFFICE_FILE, here(r),
            "the file is damaged: %s", what);
    finding_hint(r->book->findings,
                 "open it in the program that made it, and save it again");
    part_stop(part, ST_DATA);
}

static void beyond(struct sheet_reading *r, struct part_reading *part)
{
    finding(r->book->findings, FINDING_LIMIT, sheet_place(r->sheet, 0, 0),
            "a cell lies beyond the %d rows and %d columns that a sheet has",
            SHEET_ROWS_MAX, SHEET_COLUMNS_MAX);
    part_stop(part, ST_LIMIT);
}

/* Of a height or a width: nothing is seen of what has it. */
static bool is_nought(struct str size)
{
    struct stored_number n;

    return size.len > 0 && stored_number_read(size, &n) == STORED_OK &&
           n.digits == 0;
}

/* A height that nobody set is reckoned anew when the workbook is opened. */
static bool is_hidden_row(const struct part_tag *tag)
{
    return xlsx_is_yes(part_value(tag, "hidden")) ||
           (is_nought(part_value(tag, "ht")) &&
            xlsx_is_yes(part_value(tag, "customHeight")));
}

static void start_row(struct sheet_reading *r, struct part_reading *part,
                      const struct part_tag *tag)
{
    const struct str given = part_value(tag, "r");
    uint32_t row = r->row + 1;

    r->column = 0;
    if (given.ptr != NULL && !xlsx_number(given, UINT32_MAX - 1, &row)) {
        damaged(r, part, "a row has no number");
        return;
    }
    if (row > SHEET_ROWS_MAX) {
        beyond(r, part);
        return;
    }
    if (row <= r->row) {
        r->row = row;
        damaged(r, part, "its rows are not in their order");
        return;
    }
    r->row = row;
    r->nrow_digits = given.len <= ROW_DIGITS ? given.len : 0;
    if (given.ptr != NULL)
        memcpy(r->row_digits, given.ptr, r->nrow_digits);
    if (is_hidden_row(tag))
        sheet_hide(&r->sheet->hidden_rows, row, row);
}

static enum stored_type type_of(struct str t)
{
    static const struct {
        struct str t;
        enum stored_type type;
    } types[] = {
        {STR_INIT("s"), STORED_SHARED},  {STR_INIT("str"), STORED_TEXT},
        {STR_INIT("b"), STORED_BOOLEAN}, {STR_INIT("inlineStr"), STORED_INLINE},
        {STR_INIT("e"), STORED_ERROR},   {STR_INIT("d"), STORED_DATE}};

    for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++) {
        if (str_eq(t, types[i].t))
            return types[i].type;
    }
    return STORED_NUMBER;
}

/* The column of NAME, which ends with the number of the row as its tag says it:
   what programs write. 0: it is to be read as any name. */
static uint32_t column_in_row(const struct sheet_reading *r, struct str name)
{
    const size_t n = r->nrow_digits;
    uint32_t column = 0;

    if (n == 0 || name.len <= n || name.len > n + LETTERS ||
        memcmp(name.ptr + name.len - n, r->row_digits, n) != 0)
        return 0;
    for (size_t i = 0; i < name.len - n; i++) {
        if (name.ptr[i] < 'A' || name.ptr[i] > 'Z')
            return 0;
        column = column * 26 + (uint32_t)(name.ptr[i] - 'A') + 1;
    }
    return column;
}

static void start_cell(struct sheet_reading *r, struct part_reading *part,
                       const struct part_tag *tag)
{
    struct str name = part_value(tag, "r");
    uint32_t row = r->row;
    uint32_t column = column_in_row(r, name);

    r->type = type_of(part_value(tag, "t"));
    r->style = 0;
    (void)xlsx_number(part_value(tag, "s"), UINT32_MAX - 1, &r->style);
    r->has_value = r->has_formula = r->is_link = false;
    r->met = (struct words_met){.bare = true, .unstruck = true};
    buf_clear(&r->text);
    if (name.ptr == NULL) {
        column = r->column + 1;
    } else if (column == 0) {
        if (!cell_name_cut(&name, &row, &column) || name.len > 0) {
            beyond(r, part);
            return;
        }
        if (row != r->row) {
            damaged(r, part, "a cell stands in another row than it says");
            return;
        }
    }
    r->column = column;
    if (column > SHEET_COLUMNS_MAX)
        beyond(r, part);
}

static void hide_columns(struct sheet_reading *r, const struct part_tag *tag)
{
    const struct str hidden = part_value(tag, "hidden");
    const struct str width = part_value(tag, "width");
    uint32_t first;
    uint32_t last;

    if (!is_nought(width) && !xlsx_is_yes(hidden))
        return;
    if (xlsx_number(part_value(tag, "min"), SHEET_COLUMNS_MAX, &first) &&
        xlsx_number(part_value(tag, "max"), SHEET_COLUMNS_MAX, &last))
        sheet_hide(&r->sheet->hidden_columns, first, last);
}

static void on_start(void *user, struct part_reading *part,
                     const struct part_tag *tag)
{
    struct sheet_reading *r = user;

    r->in_value = false;
    if (r->in_inline)
        xlsx_see_run(&r->run, tag);
    if (part_is(tag, "c")) {
        start_cell(r, part, tag);
    } else if (part_is(tag, "v")) {
        r->in_value = r->has_value = true;
    } else if (part_is(tag, "f")) {
        r->has_formula = r->in_formula = true;
        r->formula_from = buf_view(&r->text).len;
    } else if (part_is(tag, "row")) {
        start_row(r, part, tag);
    } else if (part_is(tag, "is")) {
        r->in_inline = r->has_value = true;
        r->run = (struct xlsx_run){.colour = COLOUR_UNSAID};
        r->met = (struct words_met){.bare = false}; /* its words say */
    } else if (part_is(tag, "rPh")) {
        r->in_phonetic = true;
    } else if (part_is(tag, "t")) {
        r->in_value = r->in_inline && !r->in_phonetic;
    } else if (part_is(tag, "col")) {
        hide_columns(r, tag);
    } else if (part_is(tag, "mergeCell")) {
        struct cell_range *m = list_add(&r->sheet->merges);

        if (m != NULL && !cell_range_read(part_value(tag, "ref"), m))
            r->sheet->merges.count--;
    } else if (part_is(tag, "hyperlink") &&
               part_value_in(tag, "relationships", "id").len > 0) {
        struct cell_range *l = list_add(&r->sheet->links);

        if (l != NULL && !cell_range_read(part_value(tag, "ref"), l))
            r->sheet->links.count--;
    } else if (part_is(tag, "conditionalFormatting")) {
        sheet_look_varies(r->sheet, part_value(tag, "sqref"));
        r->behind_cells = true;
    }
    if (r->behind_cells)
        xlsx_rule_start(&r->rule, r->book, tag);
}

static const struct xlsx_look *look_of(const struct sheet_reading *r)
{
    static const struct xlsx_look general = {
        .format = {.sections = {{.as = SHOWN_NUMBER}}, .nsections = 1},
        .words = COLOUR_UNSAID,
        .ground = COLOUR_UNSAID};
    const struct xlsx_look *looks = r->book->looks.items;

    return r->style < r->book->looks.count ? &looks[r->style] : &general;
}

static const struct number_format *format_of(const struct sheet_reading *r)
{
    return &look_of(r)->format;
}

static void take_number(struct sheet_reading *r, struct part_reading *part,
                        struct str text, struct sheet_cell *cell)
{
    struct stored_number n;

    switch (stored_number_read(text, &n)) {
    case STORED_OK:
        value_of_number(&r->book->values, &n, format_of(r), cell);
        cell->formula = r->has_formula;
        r->any_result |= r->has_formula && n.digits > 0;
        break;
    case STORED_TOO_LARGE: cell->fault = CELL_TOO_LARGE; break;
    case STORED_NO_NUMBER: damaged(r, part, "a number is no number"); break;
    }
}

/* 2026-12-08 or 2026-12-08T18:30:00 of the strict form. */
static void take_date(struct sheet_reading *r, struct str text,
                      struct sheet_cell *cell)
{
    struct format_section day = {
        .as = SHOWN_DATE, .has_year = true, .has_month = true, .has_day = true};
    const struct format_section *f = &format_of(r)->sections[0];
    struct date d;
    uint32_t second;

    if (!value_iso_day(text, &d, &second)) {
        cell->fault = CELL_NO_DAY;
        return;
    }
    value_of_day(&r->book->values, d, second,
                 f->as == SHOWN_DATE || f->as == SHOWN_TIME ? f : &day, cell);
}

/* TEXT belongs to the arena. */
static struct str look_through(const struct sheet_reading *r, struct str text)
{
    return text_in(r->book->arena, text, here(r), TEXT_BREAK_LINE,
                   r->book->findings);
}

/* Once for all cells that share TEXT, unless there is something to say, which
   is said at each of them. */
static struct str look_once(const struct sheet_reading *r,
                            struct workbook_text *text)
{
    const struct findings *f = r->book->findings;
    const size_t said = f->count + f->dropped;
    struct str looked;

    if (text->is_settled)
        return text->text;
    looked = look_through(r, text->text);
    text->is_settled = f->count + f->dropped == said;
    if (text->is_settled)
        text->text = looked;
    return looked;
}

static void take_text(struct sheet_reading *r, struct str text,
                      struct sheet_cell *cell)
{
    cell->text = text;
    value_show_text(&r->book->values, format_of(r), cell);
}

static void take_shared(struct sheet_reading *r, struct part_reading *part,
                        struct str number, struct sheet_cell *cell)
{
    uint32_t n;

    if (!xlsx_number(number, UINT32_MAX - 1, &n) || n >= r->book->ntexts) {
        damaged(r, part, "a cell names a text that is not there");
        return;
    }
    r->met = r->book->texts[n].met;
    take_text(r, look_once(r, &r->book->texts[n]), cell);
}

/* A table that is laid over cells without a fill of their own gives them one.
 */
static uint32_t ground_of(const struct sheet_reading *r,
                          const struct xlsx_look *look)
{
    const struct workbook_name *names = r->book->names.items;

    for (size_t i = 0;
         look->ground == COLOUR_UNSAID && i < r->book->names.count; i++) {
        const struct workbook_name *n = &names[i];

        if (n->is_table && n->is_range && n->sheet == r->number &&
            cell_range_holds(&n->range, r->row, r->column) &&
            (!n->is_light || r->row == n->range.first_row))
            return COLOUR_UNKNOWN;
    }
    return look->ground;
}

static void see_look(const struct sheet_reading *r, struct sheet_cell *cell)
{
    const struct xlsx_look *look = look_of(r);
    const uint32_t words = cell->white ? COLOUR_WHITE : look->words;
    const struct words_met *met = &r->met;

    if (met->struck || (met->unstruck && look->struck))
        sheet_cell_set(cell, CELL_STRUCK);
    if (met->signs || (met->bare && look->signs))
        sheet_cell_set(cell, CELL_SIGNS);
    if (met->raised || met->lowered)
        sheet_cell_set(cell, met->raised ? CELL_RAISED : CELL_LOWERED);
    if (!met->white && !met->black && words == COLOUR_UNSAID)
        return;
    if ((met->bare && seen_colour_hides(words, ground_of(r, look))) ||
        (met->white && seen_colour_hides(COLOUR_WHITE, ground_of(r, look))) ||
        (met->black && seen_colour_hides(COLOUR_BLACK, ground_of(r, look))))
        sheet_cell_set(cell, CELL_FAINT);
}

static void end_cell(struct sheet_reading *r, struct part_reading *part)
{
    struct sheet_cell cell = {
        .row = r->row, .column = (uint16_t)r->column, .linked = r->is_link};
    const struct str text = buf_view(&r->text);

    if (!r->has_value && !r->has_formula) {
        ground_blank(&r->grounds, look_of(r)->ground, r->column);
        return;
    }
    ground_filled(&r->grounds, look_of(r)->ground);
    r->any_result |= r->has_formula && r->type != STORED_NUMBER && text.len > 0;
    if (buf_status(&r->text) != ST_OK) {
        damaged(r, part, "a cell holds more than 32,767 characters");
        return;
    }
    if (!r->has_value ||
        (text.len == 0 && r->has_formula && r->type == STORED_NUMBER)) {
        cell.fault = CELL_NO_VALUE;
    } else if (r->type == STORED_SHARED) {
        take_shared(r, part, text, &cell);
    } else if (r->type == STORED_NUMBER) {
        take_number(r, part, text, &cell);
    } else if (r->type == STORED_DATE) {
        take_date(r, text, &cell);
    } else if (r->type == STORED_BOOLEAN) {
        cell.text = str_is(text, "0") ? STR_LIT("FALSE") : STR_LIT("TRUE");
    } else if (r->type == STORED_ERROR) {
        cell.text = arena_str(r->book->arena, text);
        cell.fault = CELL_ERROR;
    } else {
        take_text(
            r,
            look_through(r, escaped_meant(r->book->arena,
                                          arena_str(r->book->arena, text))),
            &cell);
    }
    see_look(r, &cell);
    if ((cell.text.len > 0 || cell.fault != CELL_FINE) &&
        !sheet_add(r->sheet, &cell))
        part_stop(part, r->sheet->status);
}

/* What was collected of a formula, and is none of the value: some programs
   write that before it. */
static void end_formula(struct sheet_reading *r)
{
    r->in_formula = false;
    r->is_link = sheet_is_link(str_from(buf_view(&r->text), r->formula_from));
    r->text.len = r->formula_from;
}

static void on_end(void *user, struct part_reading *part, const char *name)
{
    struct sheet_reading *r = user;

    r->in_value = false;
    if (part_name_is(name, "c"))
        end_cell(r, part);
    else if (part_name_is(name, "is"))
        r->in_inline = false;
    else if (r->in_formula && part_name_is(name, "f"))
        end_formula(r);
    else if (part_name_is(name, "row"))
        grounds_end(&r->grounds, r->sheet, r->row);
    else if (r->behind_cells)
        xlsx_rule_end(&r->rule, r->sheet, name);
    else if (part_name_is(name, "rPh"))
        r->in_phonetic = false;
}

static void on_text(void *user, struct part_reading *part, struct str text)
{
    struct sheet_reading *r = user;

    (void)part;
    if (r->rule.in_formula || r->rule.in_ranges)
        xlsx_rule_text(&r->rule, text);
    else if (r->in_value && r->in_inline)
        xlsx_put_run(&r->text, &r->run, text, r->book->values.wording, &r->met);
    else if (r->in_value || r->in_formula)
        buf_str(&r->text, text);
}

enum status xlsx_read_sheet(struct workbook *w, size_t n, struct sheet *sheet)
{
    static const struct part_handler handler = {on_start, on_end, on_text};
    const struct workbook_sheet *s =
        (const struct workbook_sheet *)w->sheets.items + n;
    struct sheet_reading r = {.book = w, .sheet = sheet, .number = n};
    enum status st = xlsx_read_strings(w);

    if (st != ST_OK)
        return st;
    buf_init(&r.text, (size_t)4 * SHEET_TEXT_MAX);
    st = part_read(&w->package, s->part, &handler, &r);
    buf_free(&r.text);
    if (st == ST_OK && w->unreckoned && !r.any_result)
        sheet_mark_unreckoned(sheet);
    return st;
}
