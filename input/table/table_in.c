#include "input/table/table_in.h"
#include "input/table/table_parts.h"

bool table_next_record(struct table_reading *r)
{
    if (r->next_ahead < r->nahead) {
        r->record = &r->ahead[r->next_ahead++];
        return true;
    }
    r->record = &r->reader->now;
    return r->reader->next(r->reader);
}

static enum status match_columns(struct table_reading *r)
{
    const struct kind *kind = r->options->kind;
    const enum status st =
        columns_match(r->arena, r->record, kind, r->findings, &r->columns);

    if (st != ST_OK || r->columns.count > 0)
        return st;
    finding(r->findings, FINDING_MISSING, record_place(r->record, 1),
            "none of these headings is a column of kind `%s`", kind->id);
    finding_hint(r->findings, "name the kind that this table is, or the line "
                              "of its headings (heading-line)");
    return ST_DATA;
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
        .nrows = r->nrows,
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
    st = read_table(&r, table);
    if (st == ST_OK)
        st = arena_status(arena);
    if (st == ST_OK && findings->errors > errors)
        st = ST_DATA;
    return st;
}
