#include "generators/table_csv.h"
#include "core/base/ascii.h"
#include "core/base/buf.h"
#include "core/model/cell_text.h"

#define LINE_END "\r\n"
#define MONEY_UNIT 100 /* pence */

/* Columns that are read because their kind needs them, and that the data
   element does not want, stay here. */
static bool travels(const struct column *c)
{
    return !c->unasked;
}

static bool is_figure(struct str s)
{
    size_t digits = 0;

    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] >= '0' && s.ptr[i] <= '9')
            digits++;
        else if (s.ptr[i] != '.' && (i > 0 || s.ptr[i] != '-'))
            return false;
    }
    return digits > 0;
}

/* Whether a spreadsheet would reckon with S instead of showing it. */
static bool is_formula(struct str s)
{
    static const struct str begins[] = {
        STR_INIT("="), STR_INIT("+"), STR_INIT("-"), STR_INIT("@"),
        STR_INIT("\t"),
        /* The same in full width, which some take for them. */
        STR_INIT("\xEF\xBC\x9D"), STR_INIT("\xEF\xBC\x8B"),
        STR_INIT("\xEF\xBC\x8D"), STR_INIT("\xEF\xBC\xA0")};

    if (s.len == 0 || is_ascii_letter(s.ptr[0]) || is_digit(s.ptr[0]))
        return false; /* as most begin */
    for (size_t i = 0; i < sizeof(begins) / sizeof(begins[0]); i++) {
        if (str_starts(s, begins[i]))
            return s.len > begins[i].len && !is_figure(s);
    }
    return false;
}

static bool needs_quotes(struct str s)
{
    for (size_t i = 0; i < s.len; i++) {
        const char c = s.ptr[i];

        if (c == ',' || c == '"' || c == '\n' || c == '\r')
            return true;
    }
    return false;
}

static void put_words(struct buf *out, struct str s)
{
    const bool quotes = needs_quotes(s);

    if (quotes)
        buf_char(out, '"');
    if (is_formula(s))
        buf_char(out, '\'');
    while (quotes && s.len > 0) {
        const size_t n = str_find_char(s, '"');

        buf_str(out, str_to(s, n));
        if (n < s.len)
            buf_puts(out, "\"\"");
        s = str_from(s, n < s.len ? n + 1 : n);
    }
    buf_str(out, s);
    if (quotes)
        buf_char(out, '"');
}

static void put_decimal(struct buf *out, int64_t coefficient, unsigned scale)
{
    uint64_t rest =
        coefficient < 0 ? 0 - (uint64_t)coefficient : (uint64_t)coefficient;
    char digits[40];
    size_t at = sizeof(digits);

    for (unsigned n = 0; n <= scale || rest > 0; n++) {
        if (n == scale && scale > 0)
            digits[--at] = '.';
        digits[--at] = (char)('0' + rest % 10);
        rest /= 10;
    }
    if (coefficient < 0)
        digits[--at] = '-';
    buf_add(out, digits + at, sizeof(digits) - at);
}

/* With pence where one of its column was typed with them. */
static bool is_whole(const struct column *column, int64_t pence)
{
    return pence % MONEY_UNIT == 0 &&
           (column->decimals == 0 || column->zeros > 0);
}

static void put_money(struct buf *out, const struct column *column,
                      int64_t pence)
{
    if (is_whole(column, pence))
        put_decimal(out, pence / MONEY_UNIT, 0);
    else
        put_decimal(out, pence, MONEY_SCALE);
}

static void put_date(struct buf *out, struct date d)
{
    const unsigned year = (unsigned)d.year;
    const char text[] = {(char)('0' + year / 1000),
                         (char)('0' + year / 100 % 10),
                         (char)('0' + year / 10 % 10),
                         (char)('0' + year % 10),
                         '-',
                         (char)('0' + d.month / 10),
                         (char)('0' + d.month % 10),
                         '-',
                         (char)('0' + d.day / 10),
                         (char)('0' + d.day % 10)};

    buf_add(out, text, sizeof(text));
}

/* What is no value of its type stands there as it was typed. */
static enum value_type type_as_written(const struct column *column,
                                       const struct cell *c)
{
    return column->kind == NULL || c->state != CELL_VALUE ? TYPE_TEXT
                                                          : column->kind->type;
}

static void put_cell(struct buf *out, const struct column *column,
                     const struct cell *c)
{
    switch (type_as_written(column, c)) {
    case TYPE_MONEY: put_money(out, column, c->value.pence); return;
    case TYPE_NUMBER: put_decimal(out, c->value.coefficient, c->scale); return;
    case TYPE_PERCENT:
        put_decimal(out, c->value.coefficient, c->scale);
        buf_char(out, '%');
        return;
    case TYPE_DATE: put_date(out, c->value.date); return;
    case TYPE_CHOICE:
        put_words(out, column->kind->choices[c->value.choice]);
        return;
    default: put_words(out, cell_as_typed(c)); return;
    }
}

/* The name of a group stands in each of its rows: who sorts the file keeps
   it. The words of a total go with it where their own column stays. */
static const struct cell *cell_of(const struct table *t, size_t row, size_t c)
{
    const struct kind_column *kind = t->columns[c].kind;
    size_t words = c;

    if (kind == NULL ||
        (kind->role != COLUMN_KEY && kind->role != COLUMN_GROUP))
        return table_cell(t, row, c); /* as most are */
    if (kind->role == COLUMN_KEY)
        words = table_words_column(t, row, c);
    if (words != c && !travels(&t->columns[words]))
        return table_cell(t, row, words);
    return table_cell(t, table_naming_row(t, row, c), c);
}

/* Which columns travel, in their order, are those of the table. */
static void put_row(struct buf *out, const struct table *t, size_t row)
{
    bool first = true;

    for (size_t c = 0; c < t->ncolumns; c++) {
        if (!travels(&t->columns[c]))
            continue;
        if (!first)
            buf_char(out, ',');
        put_cell(out, &t->columns[c], cell_of(t, row, c));
        first = false;
    }
    buf_puts(out, LINE_END);
}

/* As in print, but without a unit: sums are whole. */
static struct str heading_of(const struct column *c)
{
    if (c->kind != NULL && column_is_headed_by_kind(c))
        return c->kind->title;
    return c->heading.len > 0 ? c->heading : str_of(c->id);
}

/* A file has one row of headings: what stands over several goes before each,
   as merged headings of workbooks are read. */
static void put_heading(struct buf *out, const struct column *c)
{
    const struct str span =
        c->kind == NULL ? (struct str){NULL, 0} : c->kind->span;
    struct buf words;

    if (span.len == 0) {
        put_words(out, heading_of(c));
        return;
    }
    buf_init(&words, out->limit);
    buf_printf(&words, "%.*s %.*s", STR_ARG(span), STR_ARG(heading_of(c)));
    put_words(out, buf_view(&words));
    if (buf_status(&words) != ST_OK)
        buf_fail(out, buf_status(&words));
    buf_free(&words);
}

static void put_headings(struct buf *out, const struct table *t)
{
    bool first = true;

    for (size_t c = 0; c < t->ncolumns; c++) {
        const struct column *column = &t->columns[c];

        if (!travels(column))
            continue;
        if (!first)
            buf_char(out, ',');
        put_heading(out, column);
        first = false;
    }
    buf_puts(out, LINE_END);
}

/* Somewhat more than the file will have, so that it is not copied while it
   grows. */
static size_t room_for(const struct table *t)
{
    const size_t ncells = t->nrows * t->ncolumns;
    size_t bytes = 0;

    for (size_t i = 0; i < ncells; i++)
        bytes += t->cells[i].len + 1U;
    return bytes + bytes / 16;
}

struct str table_csv(struct arena *a, const struct table *t)
{
    struct buf out;

    buf_init(&out, a->limit);
    (void)buf_reserve(&out, room_for(t));
    put_headings(&out, t);
    for (size_t row = 0; row < t->nrows; row++)
        put_row(&out, t, row);
    return arena_take(a, &out);
}
