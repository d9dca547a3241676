#include "input/csv/csv_in.h"
#include "core/base/mem.h"
#include "input/csv/csv_columns.h"

#include <stdlib.h>

#define LOOK_AHEAD 20 /* records in which headings are looked for */
#define NAMING_MAX 4

struct reading {
    struct arena *arena;
    struct findings *findings;
    const struct source *source;
    const struct csv_options *options;
    struct records records;
    struct columns columns;
    struct cell_reader reader;
    size_t naming[NAMING_MAX]; /* columns whose text says what a row is */
    size_t nnaming;
    struct cell *cells;
    uint32_t *rows;
    uint8_t *lines;
    size_t nrows;
};

/* Where the headings are when they are not in the first record: 0 when no
   record nearby names all that are required. */
static uint32_t look_ahead(const struct reading *r)
{
    struct findings unheard;
    struct records records;
    uint32_t found = 0;

    findings_init(&unheard, r->arena);
    if (records_open(&records, r->arena, r->source, &unheard) == ST_OK) {
        for (int i = 0; i < LOOK_AHEAD && found == 0; i++) {
            if (!records_next(&records))
                break;
            if (columns_are_named(&records, r->options->kind))
                found = records.number;
        }
    }
    records_close(&records);
    return found;
}

static enum status find_headings(struct reading *r)
{
    const uint32_t wanted = r->options->heading_line;
    const char *name = r->source->name;
    uint32_t other;

    while (records_next(&r->records) && r->records.number < wanted)
        ;
    if (r->records.status != ST_OK)
        return r->records.status;
    if (r->records.number == 0) {
        finding(r->findings, FINDING_MISSING, r->options->at, "`%s` is empty",
                name);
        return ST_DATA;
    }
    if (r->records.nfilled == 0) {
        finding(r->findings, FINDING_MISSING, r->options->at,
                "`%s` has no headings: it ends after record %u", name,
                r->records.number);
        return ST_DATA;
    }
    if (wanted != 0 && r->records.number != wanted) {
        finding(r->findings, FINDING_BAD_VALUE, r->options->at,
                "record %u of `%s` is blank and holds no headings", wanted,
                name);
        return ST_DATA;
    }
    if (wanted != 0 || columns_are_named(&r->records, r->options->kind))
        return ST_OK;
    other = look_ahead(r);
    if (other == 0)
        return ST_OK;
    finding(r->findings, FINDING_MISSING, records_place(&r->records, 1),
            "the first record does not hold the headings, record %u does",
            other);
    finding_hint(r->findings, "write heading-line=\"%u\" in its data element",
                 other);
    return ST_DATA;
}

static enum status match_columns(struct reading *r)
{
    const struct kind *kind = r->options->kind;
    const enum status st =
        columns_match(r->arena, &r->records, kind, r->findings, &r->columns);

    if (st != ST_OK || r->columns.count > 0)
        return st;
    finding(r->findings, FINDING_MISSING, records_place(&r->records, 1),
            "none of these headings is a column of kind `%s`", kind->id);
    finding_hint(r->findings, "name the kind that this table is, or the line "
                              "of its headings (heading-line)");
    return ST_DATA;
}

/* Columns that may say what a row is: the one made for it, otherwise the
   label, the key, the group, the first text, where they are not blank. */
static void find_naming_columns(struct reading *r)
{
    static const enum column_role roles[] = {
        COLUMN_ROW_ROLE, COLUMN_LABEL, COLUMN_KEY, COLUMN_GROUP, COLUMN_PLAIN};

    for (size_t i = 0; i < sizeof(roles) / sizeof(roles[0]); i++) {
        for (size_t c = 0; c < r->columns.count; c++) {
            const struct kind_column *k = r->columns.list[c].kind;

            if (k == NULL || k->role != roles[i] || r->nnaming == NAMING_MAX ||
                (k->role == COLUMN_PLAIN && k->type != TYPE_TEXT))
                continue;
            r->naming[r->nnaming++] = c;
            if (k->role == COLUMN_ROW_ROLE)
                return;
            break;
        }
    }
}

static enum status make_room(struct reading *r)
{
    size_t nrecords;
    size_t nfields;
    size_t ncells;

    records_left(&r->records, &nrecords, &nfields);
    /* No row is kept that has fewer fields than there are columns. */
    ncells = nrecords < nfields / r->columns.count ? nrecords * r->columns.count
                                                   : nfields;
    if (ncells > CSV_CELLS_MAX) {
        finding(r->findings, FINDING_LIMIT, r->options->at,
                "`%s` has more than %zu cells", r->source->name, CSV_CELLS_MAX);
        return ST_LIMIT;
    }
    r->cells = arena_alloc(r->arena, ncells, sizeof(*r->cells));
    r->rows = arena_alloc(r->arena, nrecords, sizeof(*r->rows));
    r->lines = arena_alloc(r->arena, nrecords, sizeof(*r->lines));
    return arena_status(r->arena);
}

/* Whether the record has as many fields as there are headings. */
static bool is_row(struct reading *r)
{
    const struct records *records = &r->records;
    const size_t width = r->columns.width;
    const bool wide = records->nfilled > width;
    const size_t found = wide ? records->nfilled : records->nfields;

    if (!wide && found >= width)
        return true;
    finding(r->findings, FINDING_NOT_CSV,
            records_place(records, wide ? width + 1 : found),
            "record %u has %zu field%s, its headings are %zu", records->number,
            found, found == 1 ? "" : "s", width);
    finding_hint(r->findings,
                 wide ? "a field that holds the separator must stand in "
                        "quotation marks"
                      : "a separator or part of the record is missing");
    return false;
}

/* Each column without a heading is named once. */
static void check_unnamed(struct reading *r)
{
    struct columns *c = &r->columns;
    size_t kept = 0;

    for (size_t i = 0; i < c->nunnamed; i++) {
        const uint32_t field = c->unnamed[i];

        if (r->records.fields[field - 1].len == 0)
            c->unnamed[kept++] = field;
        else
            finding(r->findings, FINDING_MISSING,
                    records_place(&r->records, field),
                    "this column has no heading");
    }
    c->nunnamed = kept;
}

static enum row_role line_of(const struct reading *r, const struct cell *row)
{
    const struct kind *kind = r->options->kind;
    struct str text = {NULL, 0};

    for (size_t i = 0; i < r->nnaming && text.len == 0; i++)
        text = cell_text(&row[r->naming[i]]);
    if (text.len == 0)
        return ROW_ENTRY;
    for (size_t i = 0; i < kind->nrows; i++) {
        for (size_t j = 0; j < kind->rows[i].naliases; j++) {
            if (str_same_word(text, kind->rows[i].aliases[j]))
                return kind->rows[i].role;
        }
    }
    return ROW_ENTRY;
}

static void check_filled(struct reading *r, const struct cell *row,
                         enum row_role line)
{
    if (line == ROW_TOTAL || line == ROW_SUB_TOTAL || line == ROW_GROUP_TITLE)
        return;
    for (size_t c = 0; c < r->columns.count; c++) {
        const struct column *column = &r->columns.list[c];

        if (column->kind != NULL && column->kind->filled &&
            row[c].state == CELL_BLANK)
            finding(r->findings, FINDING_MISSING,
                    records_place(&r->records, column->field),
                    "column `%.*s` must be filled in every row",
                    STR_ARG(column->heading));
    }
}

static void take_row(struct reading *r)
{
    struct cell *row = r->cells + r->nrows * r->columns.count;
    enum row_role line;

    for (size_t c = 0; c < r->columns.count; c++) {
        const struct column *column = &r->columns.list[c];

        cell_read(&r->reader, column->kind,
                  r->records.fields[column->field - 1],
                  records_place(&r->records, column->field), &row[c]);
    }
    line = line_of(r, row);
    check_filled(r, row, line);
    check_unnamed(r);
    r->rows[r->nrows] = r->records.number;
    r->lines[r->nrows] = (uint8_t)line;
    r->nrows++;
}

static enum status read_rows(struct reading *r)
{
    const enum status st = make_room(r);

    if (st != ST_OK)
        return st;
    find_naming_columns(r);
    while (records_next(&r->records)) {
        if (is_row(r))
            take_row(r);
    }
    return r->records.status;
}

/* A key, and the group in which it must be the only one. */
struct key {
    struct str group;
    struct str key;
    size_t row;
};

static int compare_keys(const void *a, const void *b)
{
    const struct key *x = a;
    const struct key *y = b;
    int order = str_cmp(x->group, y->group);

    if (order == 0)
        order = str_cmp(x->key, y->key);
    return order != 0 ? order : (x->row > y->row) - (x->row < y->row);
}

static size_t list_keys(const struct table *t, size_t column, struct key *keys)
{
    const size_t group_column = table_column_of_role(t, COLUMN_GROUP);
    struct str group = {NULL, 0};
    size_t n = 0;

    for (size_t row = 0; row < t->nrows; row++) {
        const struct str key = cell_text(table_cell(t, row, column));

        if (group_column < t->ncolumns &&
            table_cell(t, row, group_column)->len > 0)
            group = cell_text(table_cell(t, row, group_column));
        if (t->row_roles[row] == ROW_ENTRY && key.len > 0)
            keys[n++] = (struct key){group, key, row};
    }
    return n;
}

static enum status check_keys(const struct reading *r, const struct table *t)
{
    const size_t column = table_column_of_role(t, COLUMN_KEY);
    struct key *keys;
    size_t nkeys;
    size_t first = 0;

    if (column == t->ncolumns || t->nrows == 0)
        return ST_OK;
    keys = mem_alloc(t->nrows * sizeof(*keys)); /* nrows < FILE_SIZE_MAX */
    if (keys == NULL)
        return ST_NOMEM;
    nkeys = list_keys(t, column, keys);
    qsort(keys, nkeys, sizeof(*keys), compare_keys);
    for (size_t i = 1; i < nkeys; i++) {
        char name[SOURCE_CELL_SIZE];

        if (!str_eq(keys[i].group, keys[first].group) ||
            !str_eq(keys[i].key, keys[first].key)) {
            first = i;
            continue;
        }
        source_cell_name(t->columns[column].field, t->records[keys[first].row],
                         name);
        finding(r->findings, FINDING_DUPLICATE_ID,
                table_cell_place(t, keys[i].row, column),
                "`%.*s` is the key of an earlier row, too",
                STR_ARG(keys[i].key));
        finding_hint(r->findings, "the other is in cell %s", name);
    }
    mem_free(keys);
    return ST_OK;
}

static enum status finish_table(const struct reading *r, uint32_t headings,
                                const struct table **table)
{
    struct table *t = arena_alloc(r->arena, 1, sizeof(*t));

    if (t == NULL)
        return arena_status(r->arena);
    *t = (struct table){
        .source = r->source,
        .kind = r->options->kind,
        .columns = r->columns.list,
        .ncolumns = r->columns.count,
        .cells = r->cells,
        .records = r->rows,
        .row_roles = r->lines,
        .nrows = r->nrows,
        .heading_record = headings,
    };
    *table = t;
    return check_keys(r, t);
}

static enum status read_table(struct reading *r, const struct table **table)
{
    enum status st = find_headings(r);
    uint32_t headings;

    if (st == ST_OK)
        st = match_columns(r);
    headings = r->records.number;
    if (st == ST_OK)
        st = read_rows(r);
    if (st == ST_OK && r->columns.complete)
        st = finish_table(r, headings, table);
    return st;
}

enum status csv_in(struct arena *arena, struct source *source,
                   const struct csv_options *options, struct findings *findings,
                   const struct table **table)
{
    const size_t errors = findings->errors;
    const struct prose_options prose = {
        .list_series = options->list_series,
        .ordered_series = options->ordered_series,
        .wording = options->wording,
    };
    struct reading r = {
        .arena = arena,
        .findings = findings,
        .source = source,
        .options = options,
    };
    enum status st;

    *table = NULL;
    source->delimiter = records_delimiter(source->text, options->heading_line);
    cell_reader_init(&r.reader, arena, options->wording, &prose, findings);
    st = records_open(&r.records, arena, source, findings);
    if (st == ST_OK)
        st = read_table(&r, table);
    records_close(&r.records);
    if (st == ST_OK)
        st = arena_status(arena);
    if (st == ST_OK && findings->errors > errors)
        st = ST_DATA;
    return st;
}
