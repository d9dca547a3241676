#include "batch/finding_excerpts.h"
#include "core/base/json_out.h"
#include "core/finding/excerpt.h"

#define ELLIPSIS "\xE2\x80\xA6"
#define LINE_BYTES (8 * EXCERPT_AROUND)

static const struct table *table_of(const struct report *r,
                                    const struct source *source)
{
    for (size_t i = 0; i < r->ndata; i++) {
        const struct table *t = r->data[i].table;

        for (size_t k = 0; t != NULL && k < table_count_sources(t); k++) {
            if (table_source(t, k) == source)
                return t;
        }
    }
    return NULL;
}

/* What stands at AT. */
static struct str typed(const struct table *t, struct place at)
{
    const struct str none = {NULL, 0};

    for (size_t column = 0; column < t->ncolumns; column++) {
        if (place_same(t->columns[column].at, at))
            return t->columns[column].heading;
        if (t->nfiles == 0 && t->columns[column].field != at.column)
            continue;
        for (size_t row = 0; row < t->nrows; row++) {
            if (place_same(table_cell_place(t, row, column), at))
                return cell_as_typed(table_cell(t, row, column));
        }
    }
    return none;
}

/* Of a workbook, whose text is in no source. */
static void take_sheet(const struct report *r, struct place at,
                       struct excerpt *e)
{
    const struct table *t = table_of(r, at.source);
    uint32_t columns[EXCERPT_CELLS];
    const size_t n = t == NULL ? 0 : excerpt_columns(at.column, columns);

    e->row = at.line;
    for (size_t i = 0; i < n; i++) {
        const struct str text =
            typed(t, (struct place){at.source, at.line, columns[i]});

        if (text.len > 0 || columns[i] == at.column)
            e->cells[e->ncells++] = (struct excerpt_cell){columns[i], text};
    }
}

static void put_excerpt_line(const struct excerpt *e, struct json_out *j)
{
    struct buf text;

    buf_init(&text, LINE_BYTES);
    if (e->cut_before)
        buf_puts(&text, ELLIPSIS);
    buf_str(&text, e->before);
    json_out_member_string(j, "before", buf_view(&text));
    json_out_member_string(j, "mark", e->mark);
    buf_clear(&text);
    buf_str(&text, e->after);
    if (e->cut_after)
        buf_puts(&text, ELLIPSIS);
    json_out_member_string(j, "after", buf_view(&text));
    buf_free(&text);
}

static void put_cells(const struct excerpt *e, uint32_t column,
                      struct json_out *j)
{
    json_out_member_count(j, "row", e->row);
    json_out_name(j, "cells");
    json_out_array(j);
    for (size_t i = 0; i < e->ncells; i++) {
        json_out_array(j);
        json_out_int(j, e->cells[i].column);
        json_out_string(j, e->cells[i].text);
        json_out_end(j);
    }
    json_out_end(j);
    json_out_member_count(j, "column", column);
}

static void put_excerpt(const struct excerpt *e, uint32_t column,
                        struct json_out *j)
{
    if (e->ncells == 0 && e->before.len + e->mark.len + e->after.len == 0) {
        json_out_cstr(j, NULL);
        return;
    }
    json_out_object(j);
    if (e->ncells > 0)
        put_cells(e, column, j);
    else
        put_excerpt_line(e, j);
    json_out_end(j);
}

void finding_excerpts_write(const struct findings *findings,
                            const struct report *r, struct buf *out)
{
    struct excerpt_cursor cursor = {.line = {.source = NULL}};
    struct json_out j;

    json_out_init(&j, out, false);
    json_out_array(&j);
    for (const struct finding *x = findings->first; x != NULL; x = x->next) {
        struct excerpt e;

        excerpt_make(&cursor, x->at, &e);
        if (x->at.source != NULL && x->at.source->kind == SOURCE_SHEET)
            take_sheet(r, x->at, &e);
        put_excerpt(&e, x->at.column, &j);
    }
    json_out_end(&j);
}
