#include "core/finding/excerpt.h"
#include "core/base/utf8.h"

/* The end of S, most often behind a space. */
static struct str line_tail(struct str s, bool *cut)
{
    size_t at = s.len - EXCERPT_AROUND;

    *cut = s.len > EXCERPT_AROUND;
    if (!*cut)
        return s;
    for (size_t i = at; i < s.len && i < at + EXCERPT_AROUND / 4; i++) {
        if (s.ptr[i] == ' ')
            return str_from(s, i + 1);
    }
    while (at < s.len && utf8_continues(s.ptr[at]))
        at++;
    return str_from(s, at);
}

static struct str line_head(struct str s, size_t most, bool *cut)
{
    size_t at = most;

    if (s.len <= most)
        return s;
    *cut = true;
    for (size_t i = at; i > at - at / 4; i--) {
        if (s.ptr[i] == ' ')
            return str_to(s, i);
    }
    while (at > 0 && utf8_continues(s.ptr[at]))
        at--;
    return str_to(s, at);
}

static void take_line(const struct position *p, struct excerpt *e)
{
    size_t at;

    if (p->mark.ptr == NULL)
        return;
    at = (size_t)(p->mark.ptr - p->text.ptr);
    e->before = line_tail(str_to(p->text, at), &e->cut_before);
    e->mark = line_head(p->mark, 2 * EXCERPT_AROUND, &e->cut_after);
    if (e->cut_after)
        return;
    e->after = line_head(str_from(p->text, at + p->mark.len), EXCERPT_AROUND,
                         &e->cut_after);
}

size_t excerpt_columns(uint32_t column, uint32_t columns[EXCERPT_CELLS])
{
    size_t n = 0;

    if (column == 0)
        return 0;
    if (column > 2)
        columns[n++] = 1;
    if (column > 1)
        columns[n++] = column - 1;
    columns[n++] = column;
    columns[n++] = column + 1;
    return n;
}

static struct str unquoted(struct str field)
{
    if (field.len < 2 || field.ptr[0] != '"' || field.ptr[field.len - 1] != '"')
        return field;
    return (struct str){field.ptr + 1, field.len - 2};
}

/* What lies behind the last field of the row is not shown, unless it is what is
   meant. */
static void take_cells(struct excerpt_cursor *cursor, struct place at,
                       struct excerpt *e)
{
    uint32_t columns[EXCERPT_CELLS];
    const size_t n = excerpt_columns(at.column, columns);
    struct source_cursor c;

    e->row = at.line;
    for (size_t i = 0; i < n; i++) {
        struct position p;
        bool cut = false;

        if (i == 0) {
            source_locate_next(&cursor->row,
                               (struct place){at.source, at.line, 1}, &p);
            c = cursor->row;
        }
        at.column = columns[i];
        source_locate_next(&c, at, &p);
        if (c.field != columns[i] && i + 1 == n)
            break;
        e->cells[e->ncells++] = (struct excerpt_cell){
            columns[i], line_head(unquoted(p.mark), EXCERPT_AROUND, &cut)};
    }
}

void excerpt_make(struct excerpt_cursor *cursor, struct place at,
                  struct excerpt *e)
{
    struct position p;

    *e = (struct excerpt){.ncells = 0};
    if (at.source == NULL || at.line == 0 || at.column == 0 ||
        at.source->kind == SOURCE_SHEET)
        return;
    if (at.source->kind == SOURCE_CSV) {
        take_cells(cursor, at, e);
        return;
    }
    source_locate_next(&cursor->line, at, &p);
    take_line(&p, e);
}
