#include "input/report/report_elements.h"
#include "input/report/report_parts.h"

/* Of XML any number of data elements may have one file, and the cells tell them
   apart. */
static bool may_have_cell(const struct data *d, const struct acknowledgement *a)
{
    const struct table *t = d->table;

    if (t == NULL || t->spots == NULL || t->nfiles > 0)
        return true;
    for (size_t i = 0; i < t->nrows * t->ncolumns; i++) {
        if (t->spots[i].line == a->cell.line &&
            t->spots[i].column == a->cell.column)
            return true;
    }
    return false;
}

/* What `at` names. */
struct named_cell {
    struct str file;
    struct str sheet; /* of a workbook; empty: not named */
    bool by_line;     /* line and column of XML */
};

/* How many files D is read from, and the number I of them; NULL: none could
   be read. */
static size_t count_files(const struct data *d)
{
    return d->table == NULL ? 1 : table_count_sources(d->table);
}

static const struct source *file_of(const struct data *d, size_t i)
{
    return d->table == NULL ? NULL : table_source(d->table, i);
}

static const char *file_name(const struct data *d, size_t i)
{
    const struct table *t = d->table;

    return t == NULL || t->nfiles == 0 ? d->file : t->files[i].source->name;
}

static struct str sheet_of(const struct source *source)
{
    return str_of(source == NULL ? NULL : source->sheet);
}

/* Data of FILE that has the cell, and what it is read from; *OTHER is data of
 * FILE that has not, and *FURTHER another sheet that may be meant as well. */
struct file_data {
    const struct data *found;
    const struct source *source;
    const struct data *other;
    const struct source *further;
};

static void look_at_data(struct file_data *of, const struct data *d,
                         const struct source *source,
                         const struct acknowledgement *a,
                         const struct named_cell *named)
{
    if (named->sheet.len > 0 && !str_same_text(sheet_of(source), named->sheet))
        return;
    if (!may_have_cell(d, a)) {
        of->other = d;
    } else if (of->found == NULL) {
        of->found = d;
        of->source = source;
    } else if (!str_eq(sheet_of(source), sheet_of(of->source))) {
        of->further = source;
    }
}

/* No data is of the file, or of the sheet, that is named. */
static void refuse_file(const struct report_reading *r, struct place at,
                        const struct named_cell *named)
{
    struct list files = list_of(r->xml.arena, sizeof(struct str));
    struct list sheets = list_of(r->xml.arena, sizeof(struct str));
    bool is_read = false;

    for (size_t i = 0; i < r->made->ndata; i++) {
        const struct data *d = &r->made->data[i];

        for (size_t k = 0; k < count_files(d); k++) {
            const struct source *source = file_of(d, k);

            report_offer(&files, file_name(d, k));
            if (!str_is(named->file, file_name(d, k)))
                continue;
            is_read = true;
            if (source != NULL)
                report_offer(&sheets, source->sheet);
        }
    }
    if (is_read)
        finding(r->xml.findings, FINDING_UNKNOWN_NAME, at,
                "no data is read from a sheet `%.*s` of `%.*s`",
                STR_ARG(named->sheet), STR_ARG(named->file));
    else
        finding(r->xml.findings, FINDING_UNKNOWN_NAME, at,
                "no data is read from a file `%.*s`", STR_ARG(named->file));
    if (is_read)
        files = sheets;
    finding_nearest(r->xml.findings, is_read ? named->sheet : named->file,
                    files.items, files.count);
}

static const struct data *data_of_cell(const struct report_reading *r,
                                       const struct xml_node *node,
                                       const struct named_cell *named,
                                       struct acknowledgement *a)
{
    const struct place at = xml_value_at(node, AT(acknowledgement, cell));
    struct file_data of = {NULL, NULL, NULL, NULL};

    for (size_t i = 0; i < r->made->ndata; i++) {
        const struct data *d = &r->made->data[i];

        for (size_t k = 0; d->file != NULL && k < count_files(d); k++) {
            if (str_is(named->file, file_name(d, k)))
                look_at_data(&of, d, file_of(d, k), a, named);
        }
    }
    a->cell.source = of.source;
    if (of.further != NULL) {
        finding(r->xml.findings, FINDING_BAD_VALUE, at,
                "data is read from several sheets of `%.*s`, which all have "
                "this cell",
                STR_ARG(named->file));
        finding_hint(r->xml.findings, "name the sheet, as in %s:%.*s!B4",
                     of.further->name, STR_ARG(sheet_of(of.further)));
        return NULL;
    }
    if (of.found != NULL)
        return of.found;
    if (of.other == NULL)
        refuse_file(r, at, named);
    return of.other; /* and no fault is there */
}

static bool read_count(struct str digits, uint32_t *count)
{
    uint64_t n = 0;

    for (size_t i = 0; i < digits.len; i++) {
        if (digits.ptr[i] < '0' || digits.ptr[i] > '9' || n > UINT32_MAX / 10)
            return false;
        n = n * 10 + (uint64_t)(digits.ptr[i] - '0');
    }
    *count = (uint32_t)n;
    return n > 0 && n <= UINT32_MAX;
}

/* What stands behind the last MARK of *S, which it is cut off. */
static struct str cut_last(struct str *s, char mark)
{
    size_t end = s->len;
    struct str last;

    while (end > 0 && s->ptr[end - 1] != mark)
        end--;
    if (end == 0)
        return (struct str){NULL, 0};
    last = str_from(*s, end);
    *s = str_to(*s, end - 1);
    return last;
}

/* The row of T that LINE of SOURCE belongs to, or t->nrows; *BEFORE is left in
   front of it. */
static size_t row_of_line(const struct table *t, const struct source *source,
                          uint32_t line, struct source_cursor *before)
{
    struct source_cursor cursor = {.source = NULL};
    struct position found;
    size_t row = t->nrows;

    *before = cursor;
    for (size_t i = 0; i < t->nrows; i++) {
        const struct source_cursor last = cursor;
        const struct place at = table_cell_place(t, i, 0);

        if (at.source != source)
            continue;
        source_locate_next(&cursor, at, &found);
        if (found.line > line)
            break;
        row = i;
        *before = last;
    }
    return row;
}

/* The cell of T at what NAMED says, the line and column of its file, as
   messages begin; nowhere where there is none. */
static struct place cell_at(const struct table *t, struct place named)
{
    struct source_cursor before;
    const size_t row = row_of_line(t, named.source, named.line, &before);

    for (size_t i = 0; row < t->nrows && i < t->ncolumns; i++) {
        const struct place at = table_cell_place(t, row, i);
        struct source_cursor cursor = before;
        struct position found;

        source_locate_next(&cursor, at, &found);
        if (found.line == named.line && found.column == named.column)
            return at;
    }
    return NOWHERE;
}

/* A line and column of a file that has cells: they are no place there, and
   would be taken for another cell. */
static bool refuse_line(const struct report_reading *r,
                        const struct xml_node *node, struct str at,
                        const struct acknowledgement *a)
{
    const struct data *d = a->data;
    char name[SOURCE_CELL_SIZE];
    struct place cell;

    if (d == NULL || a->cell.source == NULL ||
        !source_has_cells(a->cell.source))
        return false;
    finding(r->xml.findings, FINDING_BAD_VALUE,
            xml_value_at(node, AT(acknowledgement, cell)),
            "`%.*s` is a line and a column, not a cell", STR_ARG(at));
    cell = cell_at(d->table, a->cell);
    place_cell_name(cell, name);
    if (cell.source != NULL)
        finding_hint(r->xml.findings, "write %s:%s", a->cell.source->name,
                     name);
    else
        finding_hint(r->xml.findings, "write the cell, as in %s:B4",
                     a->cell.source->name);
    return true;
}

/* Cuts a sheet off *CELL: HRA!F6 and 'General Fund'!F6, as spreadsheets have
   it, or ` sheet HRA, cell F6`, as messages have it. */
static struct str cut_sheet(struct str *cell)
{
    static const struct str sheet = {" sheet ", 7};
    static const struct str comma = {", cell ", 7};
    const size_t end = str_find(*cell, comma);
    struct str name = *cell;
    struct str last;

    if (str_starts(*cell, sheet) && end < cell->len) {
        name = str_from(str_to(*cell, end), sheet.len);
        *cell = str_from(*cell, end + comma.len);
        return name;
    }
    last = cut_last(&name, '!');
    if (last.ptr == NULL)
        return (struct str){NULL, 0};
    *cell = last;
    if (name.len > 2 && name.ptr[0] == '\'' && name.ptr[name.len - 1] == '\'')
        name = str_from(str_to(name, name.len - 1), 1);
    return name;
}

/* F6, or $F$6 as spreadsheets have it. */
static bool read_cell(struct str cell, struct acknowledgement *a)
{
    const struct str sign = STR_LIT("$");

    cell = str_from(cell, str_starts(cell, sign));
    a->cell.column = source_column_number(&cell);
    cell = str_from(cell, str_starts(cell, sign));
    return a->cell.column > 0 && read_count(cell, &a->cell.line);
}

/* FILE:D3:F6, which leaves FILE:D3 when its last cell is cut off. */
static bool is_range(struct str file)
{
    struct str cell = cut_last(&file, ':');
    struct acknowledgement first;

    (void)cut_sheet(&cell);
    return read_cell(cell, &first);
}

/* FILE:F6, field 6 of record 6; FILE:SHEET!F6; FILE:14:9, line 14 and column 9
   of XML. */
static bool read_cell_name(struct str at, struct acknowledgement *a,
                           struct named_cell *named)
{
    struct str cell;

    named->file = at;
    cell = cut_last(&named->file, ':');
    named->by_line = read_count(cell, &a->cell.column);
    if (named->by_line)
        return read_count(cut_last(&named->file, ':'), &a->cell.line);
    named->sheet = cut_sheet(&cell);
    return read_cell(cell, a);
}

static void read_acknowledgement(const struct report_reading *r,
                                 const struct xml_node *node,
                                 struct acknowledgement *a)
{
    const struct xml_attribute_rule *cell = AT(acknowledgement, cell);
    const struct str at = xml_value(node, cell);
    struct named_cell named = {.by_line = false};

    XML_FILL(&r->xml, node, acknowledgement, a);
    if (xml_given(node, AT(acknowledgement, code)) == NULL)
        a->code = FINDING_MAX;
    a->at = node->at;
    (void)xml_refuse_expression(
        &r->xml, "the reason of an acknowledgement", a->because,
        xml_value_at(node, AT(acknowledgement, because)));
    if (xml_given(node, cell) == NULL)
        return;
    if (!read_cell_name(at, a, &named)) {
        finding(r->xml.findings, FINDING_BAD_VALUE,
                xml_value_at(node, AT(acknowledgement, cell)),
                "`%.*s` names no cell", STR_ARG(at));
        finding_hint(r->xml.findings,
                     "write the file and the cell, as in budget.csv:F6, "
                     "budget.xlsx:Revenue!F6, or plan.xml:14:9 of XML");
        return;
    }
    if (!named.by_line && is_range(named.file)) {
        finding(r->xml.findings, FINDING_BAD_VALUE,
                xml_value_at(node, AT(acknowledgement, cell)),
                "`%.*s` names several cells", STR_ARG(at));
        finding_hint(r->xml.findings,
                     "acknowledge the fault of each cell by itself");
        return;
    }
    a->data = data_of_cell(r, node, &named, a);
    if (named.by_line && refuse_line(r, node, at, a))
        a->data = NULL;
}

void report_read_acknowledgements(struct report_reading *r)
{
    struct list all = list_of(r->xml.arena, sizeof(struct acknowledgement));

    for (const struct xml_node *n = r->root->first; n != NULL; n = n->next) {
        struct acknowledgement a = {.code = FINDING_MAX};
        struct acknowledgement *kept = NULL;

        if (n->element == &acknowledgement_element)
            read_acknowledgement(r, n, &a);
        /* One that names no fault or no cell was found to. */
        if (a.code != FINDING_MAX && a.data != NULL)
            kept = list_add(&all);
        if (kept != NULL)
            *kept = a;
    }
    r->made->acknowledgements = all.items;
    r->made->nacknowledgements = all.count;
}
