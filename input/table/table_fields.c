/*
 * A field of a record becomes a cell of its column. Most are plain figures and
 * words: those are taken at once, and asked nothing.
 */
#include "input/table/cell_spoilt.h"
#include "input/table/table_parts.h"
#include "input/text/mangled.h"

/* Behind the point; a figure with a unit of its own has others. */
static unsigned typed_decimals(struct str s)
{
    unsigned n = 0;

    while (s.len > 0 && s.ptr[s.len - 1] == ')')
        s.len--;
    while (n < s.len && s.ptr[s.len - 1 - n] >= '0' &&
           s.ptr[s.len - 1 - n] <= '9')
        n++;
    return n < s.len && s.ptr[s.len - 1 - n] == '.' ? n : 0;
}

/* As many as were typed, or as the amount needs in its column's unit. */
static void see_unit_decimals(struct column *column, uint8_t zeros,
                              const struct cell *cell)
{
    const unsigned places = zeros + MONEY_SCALE;
    const unsigned typed = typed_decimals(cell_as_typed(cell));
    int64_t rest = cell->value.pence;
    unsigned needed = places;

    while (needed > 0 && rest % 10 == 0) {
        rest /= 10;
        needed--;
    }
    if (typed > needed && typed <= places)
        needed = typed;
    if (needed > column->unit_decimals)
        column->unit_decimals = (uint8_t)needed;
}

/* TEXT, with marks of notes perhaps, into the INDEX-th cell. */
static void take_text(struct table_reading *r, size_t c, size_t index,
                      struct str text, struct place at)
{
    struct cell *cell = &r->cells[index];
    bool may_mark;
    struct str value;

    if (table_is_figure(&r->columns.list[c])) /* a finding says what `Â£` was */
        text = mangled_meant(r->arena, text);
    may_mark = !marks_end_bare(text);
    value = may_mark ? marks_cut(r, c, text, at) : text;
    if (value.len < text.len) /* no number can have a mark */
        r->cell_columns[c].is_text = false;
    cell_read(&r->cell_reader, &r->cell_columns[c], value, at, cell);
    cell->marked += (uint8_t)(text.len - value.len);
    if (may_mark)
        marks_see(r, c, index, at);
}

/* Words of which nothing is to be said: they are no error of a spreadsheet,
   hold no reference of HTML, end with no mark, and no spreadsheet made them. */
static bool take_words(struct str text, struct cell *cell)
{
    if (text.len == 0 || text.ptr[0] == '#' || !marks_end_bare(text) ||
        str_find_char(text, '&') < text.len || cell_may_be_spoilt(text))
        return false;
    *cell = (struct cell){
        .ptr = text.ptr, .len = (uint32_t)text.len, .state = CELL_VALUE};
    return true;
}

/* Whether TEXT, column C's, is no more than it says: words in a column of text,
   or a plain figure, without a unit. */
static bool take_plain(struct table_reading *r, size_t c, struct str text,
                       struct cell *cell)
{
    const struct column *column = &r->columns.list[c];
    const enum value_type type =
        column->kind == NULL ? TYPE_TEXT : column->kind->type;

    if (r->record->has_facts || r->scales != NULL || column->zeros > 0)
        return false;
    if (type == TYPE_TEXT)
        return take_words(text, cell);
    return (type == TYPE_MONEY || type == TYPE_NUMBER) &&
           cell_read_plain(&r->cell_columns[c], text, cell);
}

/* Any other field, or one from a form that knows more of it. */
static void take_any(struct table_reading *r, size_t c, size_t index)
{
    struct column *column = &r->columns.list[c];
    struct cell *cell = &r->cells[index];
    const struct place at = record_place(r->record, column->field);
    struct str text = table_field(r, column->field);
    uint8_t zeros;

    if (!table_takes_field(r, c, at, &text)) {
        cell->state = CELL_BAD;
        return;
    }
    take_text(r, c, index, text, at);
    zeros = table_shown_zeros(r, c);
    if (zeros > 0 && cell->state == CELL_VALUE)
        see_unit_decimals(column, zeros, cell);
}

void table_take_field(struct table_reading *r, size_t c, size_t index)
{
    struct column *column = &r->columns.list[c];
    struct cell *cell = &r->cells[index];

    if (r->spots != NULL) {
        const struct place at = record_place(r->record, column->field);

        r->spots[index] = (struct spot){at.line, at.column};
    }
    if (!take_plain(r, c, table_field(r, column->field), cell))
        take_any(r, c, index);
    if (cell->scale > column->decimals)
        column->decimals = cell->scale;
}
