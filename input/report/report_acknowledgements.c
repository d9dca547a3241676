#include "input/report/report_elements.h"
#include "input/report/report_parts.h"

/* Of XML any number of data elements may have one file, and the cells tell them
   apart. */
static bool may_have_cell(const struct data *d, const struct acknowledgement *a)
{
    const struct table *t = d->table;

    if (t == NULL || t->spots == NULL)
        return true;
    for (size_t i = 0; i < t->nrows * t->ncolumns; i++) {
        if (t->spots[i].line == a->record && t->spots[i].column == a->field)
            return true;
    }
    return false;
}

static const struct data *data_of_file(const struct report_reading *r,
                                       const struct xml_node *node,
                                       struct str file,
                                       const struct acknowledgement *a)
{
    struct list names = list_of(r->xml.arena, sizeof(struct str));
    const struct data *without = NULL;

    for (size_t i = 0; i < r->made->ndata; i++) {
        const struct data *d = &r->made->data[i];

        report_offer(&names, d->file);
        if (d->file == NULL || !str_is(file, d->file))
            continue;
        if (may_have_cell(d, a))
            return d;
        without = d;
    }
    if (without != NULL)
        return without; /* and no fault is there */
    finding(r->xml.findings, FINDING_UNKNOWN_NAME,
            xml_value_at(node, AT(acknowledgement, cell)),
            "no data is read from a file `%.*s`", STR_ARG(file));
    finding_nearest(r->xml.findings, file, names.items, names.count);
    return NULL;
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

/* What stands behind the last colon of *S, which it is cut off. */
static struct str cut_last(struct str *s)
{
    size_t colon = s->len;
    struct str last;

    while (colon > 0 && s->ptr[colon - 1] != ':')
        colon--;
    if (colon == 0)
        return (struct str){NULL, 0};
    last = str_from(*s, colon);
    *s = str_to(*s, colon - 1);
    return last;
}

/* The row of T that LINE of its file belongs to, or t->nrows; *BEFORE is left
   in front of it. */
static size_t row_of_line(const struct table *t, uint32_t line,
                          struct source_cursor *before)
{
    struct source_cursor cursor = {.source = NULL};
    struct position found;
    size_t row = t->nrows;

    *before = cursor;
    for (size_t i = 0; i < t->nrows; i++) {
        const struct source_cursor last = cursor;

        source_locate_next(&cursor, table_cell_place(t, i, 0), &found);
        if (found.line > line)
            break;
        row = i;
        *before = last;
    }
    return row;
}

/* The cell of T at LINE and COLUMN of its file, as messages begin; nowhere
   where there is none. */
static struct place cell_at(const struct table *t, uint32_t line,
                            uint32_t column)
{
    struct source_cursor before;
    const size_t row = row_of_line(t, line, &before);

    for (size_t i = 0; row < t->nrows && i < t->ncolumns; i++) {
        const struct place at = table_cell_place(t, row, i);
        struct source_cursor cursor = before;
        struct position found;

        source_locate_next(&cursor, at, &found);
        if (found.line == line && found.column == column)
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

    if (d == NULL || d->table == NULL || !source_has_cells(d->table->source))
        return false;
    finding(r->xml.findings, FINDING_BAD_VALUE,
            xml_value_at(node, AT(acknowledgement, cell)),
            "`%.*s` is a line and a column, not a cell", STR_ARG(at));
    cell = cell_at(d->table, a->record, a->field);
    place_cell_name(cell, name);
    if (cell.source != NULL)
        finding_hint(r->xml.findings, "write %s:%s", d->file, name);
    else
        finding_hint(r->xml.findings, "write the cell, as in %s:B4", d->file);
    return true;
}

/* FILE:F6, field 6 of record 6; FILE:14:9, line 14 and column 9 of XML. *FILE
   is the name, *BY_LINE whether it is the latter. */
static bool read_cell_name(struct str at, struct acknowledgement *a,
                           struct str *file, bool *by_line)
{
    struct str cell;

    *file = at;
    cell = cut_last(file);
    *by_line = read_count(cell, &a->field);
    if (*by_line)
        return read_count(cut_last(file), &a->record);
    a->field = source_column_number(&cell);
    return a->field > 0 && read_count(cell, &a->record);
}

static void read_acknowledgement(const struct report_reading *r,
                                 const struct xml_node *node,
                                 struct acknowledgement *a)
{
    const struct xml_attribute_rule *cell = AT(acknowledgement, cell);
    const struct str at = xml_value(node, cell);
    struct str file;
    bool by_line;

    XML_FILL(&r->xml, node, acknowledgement, a);
    if (xml_given(node, AT(acknowledgement, code)) == NULL)
        a->code = FINDING_MAX;
    a->at = node->at;
    (void)xml_refuse_expression(
        &r->xml, "the reason of an acknowledgement", a->because,
        xml_value_at(node, AT(acknowledgement, because)));
    if (xml_given(node, cell) == NULL)
        return;
    if (!read_cell_name(at, a, &file, &by_line)) {
        finding(r->xml.findings, FINDING_BAD_VALUE,
                xml_value_at(node, AT(acknowledgement, cell)),
                "`%.*s` names no cell", STR_ARG(at));
        finding_hint(r->xml.findings,
                     "write the file and the cell, as in budget.csv:F6, or "
                     "plan.xml:14:9 of XML");
        return;
    }
    a->data = data_of_file(r, node, file, a);
    if (by_line && refuse_line(r, node, at, a))
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
