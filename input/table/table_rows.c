#include "input/table/table_parts.h"

/* Columns that may say what a row is: the one made for it, otherwise the
   label, the key, the group, the first text, where they are not blank. */
static void find_naming_columns(struct table_reading *r)
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

/* At most as many cells as the rest can fill. */
static size_t count_cells(const struct table_reading *r, size_t *nrecords)
{
    size_t nfields;

    r->reader->left(r->reader, nrecords, &nfields);
    for (size_t i = r->next_ahead; i < r->nahead; i++) {
        ++*nrecords;
        nfields += r->ahead[i].nfields;
    }
    /* No row is kept that has fewer fields than there are columns. */
    return *nrecords < nfields / r->columns.count ? *nrecords * r->columns.count
                                                  : nfields;
}

static enum status make_room(struct table_reading *r)
{
    size_t nrecords;
    const size_t ncells = count_cells(r, &nrecords);

    if (ncells > TABLE_CELLS_MAX) {
        finding(r->findings, FINDING_LIMIT, r->options->at,
                "`%s` has more than %zu cells", r->record->source->name,
                TABLE_CELLS_MAX);
        return ST_LIMIT;
    }
    r->cell_columns =
        arena_alloc(r->arena, r->columns.count, sizeof(*r->cell_columns));
    for (size_t c = 0; r->cell_columns != NULL && c < r->columns.count; c++)
        r->cell_columns[c] = (struct cell_column){
            .kind = r->columns.list[c].kind,
            .in_table = true,
            .order = r->options->dates,
            .order_given = r->options->dates_given,
            .rounds = r->options->rounds,
        };
    r->cells = arena_alloc(r->arena, ncells, sizeof(*r->cells));
    if (r->record->spots != NULL)
        r->spots = arena_alloc(r->arena, ncells, sizeof(*r->spots));
    r->records = arena_alloc(r->arena, nrecords, sizeof(*r->records));
    r->roles = arena_alloc(r->arena, nrecords, sizeof(*r->roles));
    return arena_status(r->arena);
}

/* Whether the record has as many fields as there are headings. */
static bool is_row(struct table_reading *r)
{
    const struct record *record = r->record;
    const size_t width = r->columns.width;
    const bool wide = record->nfilled > width;
    const size_t found = wide ? record->nfilled : record->nfields;

    if (!wide && found >= width)
        return true;
    finding(r->findings, FINDING_NOT_CSV,
            record_place(record, wide ? width + 1 : found),
            "record %u has %zu field%s, its headings are %zu", record->number,
            found, found == 1 ? "" : "s", width);
    finding_hint(r->findings,
                 wide ? "a field that holds the separator must stand in "
                        "quotation marks"
                      : "a separator or part of the record is missing");
    return false;
}

/* Each column without a heading is named once. */
static void check_unnamed(struct table_reading *r)
{
    struct columns *c = &r->columns;
    size_t kept = 0;

    for (size_t i = 0; i < c->nunnamed; i++) {
        const uint32_t field = c->unnamed[i];

        if (r->record->fields[field - 1].len == 0)
            c->unnamed[kept++] = field;
        else
            finding(r->findings, FINDING_MISSING,
                    record_place(r->record, field),
                    "this column has no heading");
    }
    c->nunnamed = kept;
}

static enum row_role role_of(const struct table_reading *r,
                             const struct cell *row)
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

static void check_filled(struct table_reading *r, const struct cell *row,
                         enum row_role role)
{
    if (role == ROW_TOTAL || role == ROW_SUB_TOTAL || role == ROW_GROUP_TITLE)
        return;
    for (size_t c = 0; c < r->columns.count; c++) {
        const struct column *column = &r->columns.list[c];

        if (column->kind != NULL && column->kind->filled &&
            row[c].state == CELL_BLANK)
            finding(r->findings, FINDING_MISSING,
                    record_place(r->record, column->field),
                    "column `%.*s` must be filled in every row",
                    STR_ARG(column->heading));
    }
}

static void take_cell(struct table_reading *r, size_t c, size_t index)
{
    const struct column *column = &r->columns.list[c];
    const struct place at = record_place(r->record, column->field);

    if (r->spots != NULL)
        r->spots[index] = (struct spot){at.line, at.column};
    cell_read(&r->cell_reader, &r->cell_columns[c],
              r->record->fields[column->field - 1], at, &r->cells[index]);
}

static void take_row(struct table_reading *r)
{
    const size_t first = r->nrows * r->columns.count;
    const struct cell *row = r->cells + first;
    enum row_role role;

    for (size_t c = 0; c < r->columns.count; c++)
        take_cell(r, c, first + c);
    role = role_of(r, row);
    check_filled(r, row, role);
    check_unnamed(r);
    r->records[r->nrows] = r->record->number;
    r->roles[r->nrows] = (uint8_t)role;
    r->nrows++;
}

enum status table_read_rows(struct table_reading *r)
{
    const enum status st = make_room(r);

    if (st != ST_OK)
        return st;
    find_naming_columns(r);
    while (table_next_record(r)) {
        if (is_row(r))
            take_row(r);
    }
    for (size_t c = 0; c < r->columns.count; c++)
        cell_column_end(&r->cell_reader, &r->cell_columns[c]);
    return r->reader->status;
}
