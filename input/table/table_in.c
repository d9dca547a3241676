#include "input/table/table_in.h"
#include "input/table/table_parts.h"

static enum status match_columns(struct table_reading *r)
{
    const struct kind *kind = r->options->kind;
    const enum status st =
        columns_match(r->arena, r->options, r->headings, r->nheadings, r->unit,
                      r->period, r->findings, &r->columns);

    r->unit = r->columns.unit;
    if (st != ST_OK || r->columns.count > 0)
        return st;
    finding(r->findings, FINDING_MISSING, r->headings[0].at,
            "none of these headings is a column of kind `%s`", kind->id);
    finding_hint(r->findings, "name the kind that this table is, or the line "
                              "of its headings (heading-line)");
    return ST_DATA;
}

/* The name of a group stands for the rows below it, down to a total. */
static const uint32_t *group_rows(const struct table_reading *r)
{
    const size_t columns = r->columns.count;
    uint32_t *rows = NULL;
    uint32_t named = UINT32_MAX;

    if (r->group_column >= columns || r->nrows >= UINT32_MAX)
        return NULL;
    rows = arena_alloc(r->arena, r->nrows, sizeof(*rows));
    for (size_t i = 0; rows != NULL && i < r->nrows; i++) {
        const struct cell *c = &r->cells[i * columns + r->group_column];

        if (r->roles[i] == ROW_TOTAL || r->roles[i] == ROW_BLOCK_TOTAL)
            named = UINT32_MAX;
        else if (c->state != CELL_BLANK && r->roles[i] != ROW_SUB_TOTAL)
            named = (uint32_t)i;
        rows[i] = named == UINT32_MAX ? (uint32_t)i : named;
    }
    return rows;
}

static enum status finish_table(const struct table_reading *r,
                                const struct table **table)
{
    struct table *t = arena_alloc(r->arena, 1, sizeof(*t));

    if (t == NULL)
        return arena_status(r->arena);
    *t = (struct table){
        .source = r->reader->now.source,
        .kind = r->options->kind,
        .columns = r->columns.list,
        .ncolumns = r->columns.count,
        .cells = r->cells,
        .spots = r->spots,
        .records = r->records,
        .row_roles = r->roles,
        .row_lines = r->lines,
        .group_rows = group_rows(r),
        .nrows = r->nrows,
        .period = r->title_period,
        .period_at = r->title_period_at,
        .notes = r->notes,
        .nnotes = r->nnotes,
    };
    *table = t;
    return table_check_keys(t, r->findings);
}

static enum status read_table(struct table_reading *r,
                              const struct table **table)
{
    enum status st = table_find_headings(r);

    if (st == ST_OK)
        st = match_columns(r);
    if (st == ST_OK)
        units_say(r);
    if (st == ST_OK)
        st = table_read_rows(r);
    if (st == ST_OK && r->columns.complete)
        st = finish_table(r, table);
    return st;
}

enum status table_in(struct arena *arena, struct row_reader *reader,
                     const struct table_options *options,
                     struct findings *findings, const struct table **table)
{
    const size_t errors = findings->errors;
    const struct prose_options prose = {
        .list_series = options->list_series,
        .ordered_series = options->ordered_series,
        .wording = options->wording,
        .cell = true,
    };
    struct table_reading r = {
        .arena = arena,
        .findings = findings,
        .reader = reader,
        .options = options,
    };
    enum status st;

    *table = NULL;
    cell_reader_init(&r.cell_reader, arena, options->wording, &prose, findings);
    r.cell_reader.own_wording = options->own_wording;
    st = read_table(&r, table);
    if (st == ST_OK)
        st = arena_status(arena);
    if (st == ST_OK && findings->errors > errors)
        st = ST_DATA;
    return st;
}
