#include "core/base/utf8.h"
#include "input/office/ods_parts.h"
#include "input/office/raised.h"
#include "input/office/row_grounds.h"
#include "input/office/sheet_rules.h"
#include "input/text/text_in.h"

#include <string.h>

/* content.xml once more: the cells of one table. */

#define SERIAL_OF_1970 25569 /* 1 January 1970 */
#define STYLE_COLUMNS_MAX 1024

struct column_style {
    uint32_t last;
    struct str style;
};

struct ods_sheet_reading {
    struct workbook *book;
    struct sheet *sheet;
    size_t wanted; /* index of the table */
    size_t tables; /* met so far */
    size_t depth;
    size_t in_table; /* depth of the one that is wanted; 0: not in it */
    size_t skipped;  /* depth of what is passed over in it; 0: nothing */
    uint32_t column; /* the last of those described */
    struct list column_styles; /* struct column_style */
    uint32_t row;              /* the first of those that are open */
    uint32_t rows;             /* that one element stands for */
    struct str row_style;      /* of its cells that have none */
    uint32_t cell;             /* the column that was given last */
    struct list row_cells;     /* struct sheet_cell */
    struct buf text;
    bool in_cell;
    bool in_paragraph;
    struct ods_words words; /* of the open cell */
    bool has_script;        /* it has some that are raised or lowered */
    uint32_t repeats;       /* of the open cell */
    bool covered;
    bool has_formula;
    bool is_link; /* which makes the cell one to somewhere else */
    struct str type;
    struct str value;
    struct str style;
    struct row_grounds grounds; /* of the open row */
    struct str ranges;          /* of the open conditional format */
};

static void too_large(struct ods_sheet_reading *r, struct part_reading *part)
{
    finding(r->book->findings, FINDING_LIMIT, sheet_place(r->sheet, 0, 0),
            "a cell lies beyond the %d rows and %d columns that a sheet has",
            SHEET_ROWS_MAX, SHEET_COLUMNS_MAX);
    part_stop(part, ST_LIMIT);
}

/* A count of repetitions: 1 when it is not given; large ones are cut. */
static uint32_t count_of(const struct part_tag *tag, const char *name)
{
    const struct str s = part_value(tag, name);
    uint64_t n = 0;

    for (size_t i = 0; i < s.len && s.ptr[i] >= '0' && s.ptr[i] <= '9'; i++) {
        if (n <= UINT32_MAX)
            n = n * 10 + (uint64_t)(s.ptr[i] - '0');
    }
    if (n > UINT32_MAX)
        return UINT32_MAX;
    return n == 0 ? 1 : (uint32_t)n;
}

static bool is_hidden(const struct part_tag *tag)
{
    const struct str v = part_value(tag, "visibility");

    return str_is(v, "collapse") || str_is(v, "filter");
}

static uint32_t clamp(uint64_t n, uint32_t max)
{
    return n > max ? max : (uint32_t)n;
}

static void describe_columns(struct ods_sheet_reading *r,
                             const struct part_tag *tag)
{
    const uint64_t last =
        (uint64_t)r->column + count_of(tag, "number-columns-repeated");
    struct column_style *c;

    if (r->column_styles.count >= STYLE_COLUMNS_MAX)
        return;
    c = list_add(&r->column_styles);
    if (c == NULL)
        return;
    if (is_hidden(tag))
        sheet_hide(&r->sheet->hidden_columns, r->column + 1,
                   clamp(last, SHEET_COLUMNS_MAX));
    r->column = clamp(last, SHEET_COLUMNS_MAX);
    c->last = r->column;
    c->style =
        arena_str(r->book->arena, part_value(tag, "default-cell-style-name"));
}

static void start_row(struct ods_sheet_reading *r, const struct part_tag *tag)
{
    r->row += r->rows;
    r->rows = count_of(tag, "number-rows-repeated");
    if (r->row > SHEET_ROWS_MAX)
        r->row = SHEET_ROWS_MAX + 1; /* said where a cell stands there */
    r->row_style =
        arena_str(r->book->arena, part_value(tag, "default-cell-style-name"));
    r->cell = 0;
    r->row_cells.count = 0;
    if (is_hidden(tag) && r->row <= SHEET_ROWS_MAX)
        sheet_hide(&r->sheet->hidden_rows, r->row,
                   clamp((uint64_t)r->row + r->rows - 1, SHEET_ROWS_MAX));
}

static void add_merge(struct ods_sheet_reading *r, const struct part_tag *tag)
{
    const uint32_t rows = count_of(tag, "number-rows-spanned");
    const uint32_t columns = count_of(tag, "number-columns-spanned");
    struct cell_range *m;

    if (rows == 1 && columns == 1)
        return;
    m = list_add(&r->sheet->merges);
    if (m != NULL)
        *m = (struct cell_range){
            r->row, clamp((uint64_t)r->row + rows - 1, SHEET_ROWS_MAX),
            r->cell + 1, clamp((uint64_t)r->cell + columns, SHEET_COLUMNS_MAX)};
}

static void start_cell(struct ods_sheet_reading *r, const struct part_tag *tag)
{
    static const char *const values[] = {"value", "date-value", "time-value",
                                         "boolean-value", "string-value"};

    r->in_cell = true;
    r->covered = part_is(tag, "covered-table-cell");
    r->repeats = count_of(tag, "number-columns-repeated");
    r->has_formula = part_value(tag, "formula").len > 0;
    r->is_link = sheet_is_link(part_value(tag, "formula"));
    r->type = arena_str(r->book->arena, part_value(tag, "value-type"));
    r->style = arena_str(r->book->arena, part_value(tag, "style-name"));
    r->value = (struct str){NULL, 0};
    for (size_t i = 0; i < sizeof(values) / sizeof(values[0]); i++) {
        const struct str v = part_value(tag, values[i]);

        if (v.ptr != NULL && r->value.ptr == NULL)
            r->value = arena_str(r->book->arena, v);
    }
    r->has_script = false;
    ods_words_begin(&r->words, tag->depth);
    buf_clear(&r->text);
    add_merge(r, tag);
}

/* One within the workbook is no matter. */
static void see_link(struct ods_sheet_reading *r, struct str address)
{
    struct cell_range *l = address.len == 0 || address.ptr[0] == '#'
                               ? NULL
                               : list_add(&r->sheet->links);

    if (l != NULL)
        *l = (struct cell_range){
            r->row, clamp((uint64_t)r->row + r->rows - 1, SHEET_ROWS_MAX),
            r->cell + 1,
            clamp((uint64_t)r->cell + r->repeats, SHEET_COLUMNS_MAX)};
}

static void start_in_cell(struct ods_sheet_reading *r,
                          const struct part_tag *tag)
{
    ods_words_start(&r->words, r->book, tag);
    if (part_is(tag, "annotation") || part_is(tag, "table") ||
        str_ends(tag->namespace, STR_LIT("drawing:1.0"))) {
        r->skipped = tag->depth;
    } else if (part_is(tag, "p")) {
        if (r->text.len > 0)
            buf_char(&r->text, '\n');
        r->in_paragraph = true;
    } else if (part_is(tag, "s")) {
        const uint32_t n = count_of(tag, "c");

        for (uint32_t i = 0; i < n && i < SHEET_TEXT_MAX; i++)
            buf_char(&r->text, ' ');
    } else if (part_is(tag, "a")) {
        see_link(r, part_value(tag, "href"));
    } else if (part_is(tag, "tab")) {
        buf_char(&r->text, '\t');
    } else if (part_is(tag, "line-break")) {
        buf_char(&r->text, '\n');
    }
}

static void on_start(void *user, struct part_reading *part,
                     const struct part_tag *tag)
{
    struct ods_sheet_reading *r = user;

    (void)part;
    r->depth = tag->depth;
    if (r->skipped > 0)
        return;
    if (r->in_table == 0) {
        /* Sheets, not tables in other things. */
        if (part_is(tag, "table") && tag->depth == 4 &&
            r->tables++ == r->wanted)
            r->in_table = tag->depth;
    } else if (r->in_cell) {
        start_in_cell(r, tag);
    } else if (part_is(tag, "table-cell") ||
               part_is(tag, "covered-table-cell")) {
        start_cell(r, tag);
    } else if (part_is(tag, "table-row")) {
        start_row(r, tag);
    } else if (part_is(tag, "table-column")) {
        describe_columns(r, tag);
    } else if (part_is(tag, "shapes")) {
        r->skipped = tag->depth;
    } else if (part_is(tag, "conditional-format")) {
        r->ranges =
            ods_rule_ranges(r->book, part_value(tag, "target-range-address"));
        sheet_look_varies(r->sheet, r->ranges);
    } else if (part_is(tag, "condition")) {
        ods_rule_see(r->book, r->sheet, r->ranges, tag);
    } else if (str_is(part_value(tag, "show-value"), "false")) {
        const struct hiding_rule always = {.test = SHEET_RULE_ALWAYS};

        sheet_rule_add(r->sheet, r->ranges, &always); /* a light, a bar */
    }
}

static const struct ods_style *style_of(const struct ods_sheet_reading *r)
{
    static const struct ods_style general = {
        .format = {.sections = {{.as = SHOWN_NUMBER}}, .nsections = 1},
        .look = {.words = COLOUR_UNSAID, .ground = COLOUR_UNSAID}};
    const struct column_style *columns = r->column_styles.items;
    const struct ods_style *style;
    struct str name = r->style.len > 0 ? r->style : r->row_style;
    size_t i = 0;

    while (i < r->column_styles.count && r->cell + 1 > columns[i].last)
        i++;
    if (name.len == 0 && i < r->column_styles.count)
        name = columns[i].style;
    style = ods_style_of(r->book, name, ODS_CELLS);
    return style == NULL ? &general : style;
}

static const struct number_format *format_of(const struct ods_sheet_reading *r)
{
    return &style_of(r)->format;
}

static void take_day(struct ods_sheet_reading *r, struct sheet_cell *cell)
{
    static const struct format_section day = {
        .as = SHOWN_DATE, .has_year = true, .has_month = true, .has_day = true};
    const struct format_section *f;
    struct date d;
    uint32_t second;

    if (!value_iso_day(r->value, &d, &second)) {
        cell->fault = CELL_NO_DAY;
        return;
    }
    /* Formats compare the days since 30 December 1899. */
    f = number_format_for(format_of(r), date_days(d) + SERIAL_OF_1970);
    if (f->as == SHOWN_WORDS)
        cell->fault = CELL_UNSHOWN;
    else
        value_of_day(&r->book->values, d, second,
                     f->as == SHOWN_DATE || f->as == SHOWN_TIME ? f : &day,
                     cell);
}

static void take_time(struct ods_sheet_reading *r, struct sheet_cell *cell)
{
    const struct format_section *f = &format_of(r)->sections[0];
    uint64_t seconds;

    if (!ods_time_seconds(r->value, &seconds))
        cell->fault = CELL_NO_VALUE;
    else if (f->as == SHOWN_TIME ||
             (f->as == SHOWN_DURATION &&
              (f->has_hour || f->has_minute || f->has_second)))
        value_of_time(&r->book->values, seconds, f, cell);
    else
        cell->text = ods_time_text(r->book->arena, r->value);
}

static bool take_figure(struct ods_sheet_reading *r, struct sheet_cell *cell)
{
    struct stored_number n;
    struct number_format percent;
    const struct number_format *f = format_of(r);

    switch (stored_number_read(r->value, &n)) {
    case STORED_NO_NUMBER: return false;
    case STORED_TOO_LARGE: cell->fault = CELL_TOO_LARGE; return true;
    case STORED_OK: break;
    }
    if (str_is(r->type, "percentage") && f->nsections == 1) {
        percent = *f;
        percent.sections[0].percent = true;
        f = &percent;
    }
    value_of_number(&r->book->values, &n, f, cell);
    return true;
}

static void take_text(struct ods_sheet_reading *r, struct sheet_cell *cell)
{
    const struct place at = sheet_place(r->sheet, r->row, r->cell + 1);
    const struct str text =
        r->value.len > 0 && !r->has_script ? r->value : buf_view(&r->text);

    cell->text = text_in(r->book->arena, arena_str(r->book->arena, text), at,
                         TEXT_BREAK_LINE, r->book->findings);
}

/* LibreOffice keeps what a formula compares as 1 or 0, in no style that says
   so: its words do. */
static bool says_truth(const struct ods_sheet_reading *r, struct str shown)
{
    return (str_is(r->value, "1") && str_is(shown, "TRUE")) ||
           (str_is(r->value, "0") && str_is(shown, "FALSE"));
}

static void take_value(struct ods_sheet_reading *r, struct part_reading *part,
                       struct sheet_cell *cell)
{
    const struct str shown = str_trim(buf_view(&r->text));

    if (r->has_formula && ods_is_error(shown)) {
        cell->text = arena_str(r->book->arena, shown);
        cell->fault = CELL_ERROR;
    } else if (r->has_formula && r->type.len == 0 && shown.len == 0) {
        cell->fault = CELL_NO_VALUE;
    } else if (str_is(r->type, "date")) {
        take_day(r, cell);
    } else if (str_is(r->type, "time")) {
        take_time(r, cell);
    } else if (str_is(r->type, "boolean")) {
        cell->text =
            str_is(r->value, "false") ? STR_LIT("FALSE") : STR_LIT("TRUE");
    } else if (str_is(r->type, "float") && says_truth(r, shown)) {
        cell->text = arena_str(r->book->arena, shown);
    } else if (str_is(r->type, "float") || str_is(r->type, "currency") ||
               str_is(r->type, "percentage")) {
        if (take_figure(r, cell))
            return;
        finding(r->book->findings, FINDING_BAD_OFFICE_FILE,
                sheet_place(r->sheet, r->row, r->cell + 1),
                "the file is damaged: a number is no number");
        part_stop(part, ST_DATA);
    } else {
        take_text(r, cell);
    }
}

static void see_ground(struct ods_sheet_reading *r, uint64_t last, bool filled)
{
    const uint32_t ground = style_of(r)->look.ground;

    if (filled)
        ground_filled(&r->grounds, ground);
    for (uint64_t c = (uint64_t)r->cell + 1;
         !filled && c <= last && c <= r->cell + ROW_GROUNDS_MAX + 1ULL &&
         c <= SHEET_COLUMNS_MAX;
         c++)
        ground_blank(&r->grounds, ground, (uint32_t)c);
}

static void end_cell(struct ods_sheet_reading *r, struct part_reading *part)
{
    struct sheet_cell cell = {.row = r->row, .linked = r->is_link};
    const uint64_t last = (uint64_t)r->cell + r->repeats;

    r->in_cell = false;
    if (buf_status(&r->text) != ST_OK) {
        package_refuse(&r->book->package, STR_LIT("content.xml"),
                       "holds a text of more than 32,767 characters");
        part_stop(part, ST_DATA);
        return;
    }
    take_value(r, part, &cell);
    ods_words_judge(&r->words, &style_of(r)->look,
                    str_trim(buf_view(&r->text)).len > 0, &cell);
    see_ground(r, last, cell.text.len > 0 || cell.fault != CELL_FINE);
    if (cell.text.len > 0 || cell.fault != CELL_FINE) {
        if (last > SHEET_COLUMNS_MAX || r->row > SHEET_ROWS_MAX) {
            too_large(r, part);
            return;
        }
        if (r->covered)
            cell.fault = CELL_UNDER_MERGE;
        for (uint32_t c = r->cell + 1; c <= last; c++) {
            struct sheet_cell *kept = list_add(&r->row_cells);

            if (kept == NULL)
                return;
            *kept = cell;
            kept->column = (uint16_t)c;
        }
    }
    r->cell = clamp(last, SHEET_COLUMNS_MAX);
}

static void end_row(struct ods_sheet_reading *r, struct part_reading *part)
{
    struct sheet_cell *cells = r->row_cells.items;
    const struct row_grounds grounds = r->grounds;

    r->grounds.nfilled = r->grounds.nblank = 0;
    if (r->row_cells.count == 0)
        return;
    if ((uint64_t)r->row + r->rows - 1 > SHEET_ROWS_MAX) {
        too_large(r, part);
        return;
    }
    for (uint32_t i = 0; i < r->rows; i++) {
        struct row_grounds again = grounds;

        grounds_end(&again, r->sheet, r->row + i);
        for (size_t c = 0; c < r->row_cells.count; c++) {
            cells[c].row = r->row + i;
            if (!sheet_add(r->sheet, &cells[c])) {
                part_stop(part, r->sheet->status);
                return;
            }
        }
    }
}

static void on_end(void *user, struct part_reading *part, const char *name)
{
    struct ods_sheet_reading *r = user;
    const size_t depth = r->depth--;

    if (r->skipped > 0) {
        if (depth == r->skipped)
            r->skipped = 0;
        return;
    }
    if (r->in_table == 0)
        return;
    if (depth == r->in_table)
        part_stop(part, ST_OK);
    else if (part_name_is(name, "p"))
        r->in_paragraph = false;
    else if (part_name_is(name, "table-cell") ||
             part_name_is(name, "covered-table-cell"))
        end_cell(r, part);
    else if (part_name_is(name, "table-row"))
        end_row(r, part);
}

static void on_text(void *user, struct part_reading *part, struct str text)
{
    struct ods_sheet_reading *r = user;
    const struct ods_look *look;

    (void)part;
    if (!r->in_cell || !r->in_paragraph || r->skipped > 0)
        return;
    look = ods_words_see(&r->words, r->depth, text, r->book->values.wording);
    if (look->raised != SAID_YES && look->lowered != SAID_YES) {
        buf_str(&r->text, text);
        return;
    }
    r->has_script = true;
    raised_put(&r->text, text, look->lowered == SAID_YES);
}

enum status ods_read_sheet(struct workbook *w, size_t n, struct sheet *sheet)
{
    static const struct part_handler handler = {on_start, on_end, on_text};
    struct ods_sheet_reading r = {
        .book = w,
        .sheet = sheet,
        .wanted = n,
        .row = 1,
        .column_styles = list_of(w->arena, sizeof(struct column_style)),
        .row_cells = list_of(w->arena, sizeof(struct sheet_cell)),
    };
    enum status st;

    buf_init(&r.text, (size_t)4 * SHEET_TEXT_MAX);
    st = part_read(&w->package, STR_LIT("content.xml"), &handler, &r);
    buf_free(&r.text);
    return st;
}
