#include "input/csv/csv_in.h"
#include "input/file/files_fitting.h"
#include "input/office/workbook_in.h"
#include "input/prose/prose_elements.h"
#include "input/report/report_elements.h"
#include "input/report/report_parts.h"
#include "input/table/table_columns.h"
#include "input/table/table_join.h"
#include "input/xmldata/xmldata_in.h"

static bool is_xml_file(const char *name)
{
    return str_ends_alike(str_of(name), STR_LIT(".xml"));
}

enum form {
    FORM_CSV = 1,
    FORM_XML = 2,
    FORM_ROWS = 4, /* of report.xml */
    FORM_WORKBOOK = 8,
};

static enum form form_of(const struct data *d)
{
    if (d->file == NULL)
        return FORM_ROWS;
    if (workbook_is_name(d->file))
        return FORM_WORKBOOK;
    return is_xml_file(d->file) ? FORM_XML : FORM_CSV;
}

void report_check_form(const struct report_reading *r,
                       const struct xml_node *node, const struct data *d)
{
    static const struct {
        const struct xml_attribute_rule *attribute;
        unsigned forms;
        const char *which;
    } rows[] = {
        {AT(data, heading_line), FORM_CSV | FORM_WORKBOOK, "CSV and workbooks"},
        {AT(data, delimiter), FORM_CSV, "CSV"},
        {AT(data, encoding), FORM_CSV, "CSV"},
        {AT(data, path), FORM_XML, "a file whose name ends with .xml"},
        {AT(data, sheet), FORM_WORKBOOK, "a workbook (.xlsx, .ods)"},
        {AT(data, range), FORM_WORKBOOK, "a workbook (.xlsx, .ods)"},
        {AT(data, hidden), FORM_WORKBOOK, "a workbook (.xlsx, .ods)"},
    };
    const enum form form = form_of(d);

    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        const struct xml_attribute *a = xml_given(node, rows[i].attribute);

        if (a == NULL || (rows[i].forms & form) != 0)
            continue;
        finding(r->xml.findings, FINDING_BAD_ATTRIBUTE, a->at,
                "`%s` is for %s, not for %s", rows[i].attribute->name,
                rows[i].which,
                form == FORM_CSV        ? "a CSV file"
                : form == FORM_WORKBOOK ? "a workbook"
                : form == FORM_XML      ? "XML"
                                        : "rows of this file");
    }
}

/* Whether the attribute of a row is a field that somebody reads. */
static bool is_field(const struct table_options *options, struct str name)
{
    bool asked = options->wants_all || columns_named(options, name) != NULL;

    for (size_t i = 0; i < options->nmaps; i++)
        asked |= str_same_word(options->maps[i].from, name);
    for (size_t i = 0; i < options->nwanted; i++)
        asked |= str_same_word(options->wanted[i], name);
    return asked;
}

/* What blocks say of themselves, a row cannot: it would be printed all the
   same. */
static void refuse_of_blocks(const struct report_reading *r,
                             const struct table_options *options,
                             const struct xml_node *row)
{
    static const struct xml_attribute_rule *const of_blocks[] = {
        AT(prose_block, audience), AT(prose_block, when), AT(prose_block, each),
        AT(prose_block, medium), AT(prose_block, lang)};

    for (size_t i = 0; i < sizeof(of_blocks) / sizeof(of_blocks[0]); i++) {
        const struct xml_attribute *a = NULL;

        for (size_t k = 0; k < row->nattributes && a == NULL; k++) {
            if (str_is(row->attributes[k].name, of_blocks[i]->name))
                a = &row->attributes[k];
        }
        if (a == NULL || is_field(options, a->name))
            continue;
        finding(r->xml.findings, FINDING_BAD_ATTRIBUTE, a->at,
                "`%s` says nothing of a row, which is printed as the others "
                "are",
                of_blocks[i]->name);
        finding_hint(r->xml.findings, "%s",
                     of_blocks[i] == AT(prose_block, audience)
                         ? "put what is internal into data of its own, with "
                           "copy=\"internal\""
                         : "take it away, or give the kind a column called so");
    }
}

static enum status read_rows(struct report_reading *r,
                             const struct xml_node *node,
                             struct table_options *options, struct data *d)
{
    struct list rows = list_of(r->xml.arena, sizeof(const struct xml_node *));

    for (const struct xml_node *n = node->first; n != NULL; n = n->next) {
        const struct xml_node **row =
            n->element == &data_row_element ? list_add(&rows) : NULL;

        if (row == NULL)
            continue;
        *row = n;
        refuse_of_blocks(r, options, n);
    }
    options->heading_line = 0;
    d->file = r->made->source->name;
    if (rows.count == 0)
        return arena_status(r->xml.arena);
    return xmldata_rows(r->xml.arena, rows.items, rows.count, options,
                        r->xml.findings, &d->table);
}

static enum status read_workbook(struct report_reading *r,
                                 const struct xml_node *node,
                                 const struct table_options *options,
                                 const struct data *d, const char *file,
                                 const struct table **table)
{
    const struct workbook_request request = {
        .sheet = str_trim(xml_value(node, AT(data, sheet))),
        .range = str_trim(xml_value(node, AT(data, range))),
        .hidden = d->hidden,
        .sheet_at = xml_value_at(node, AT(data, sheet)),
        .range_at = xml_value_at(node, AT(data, range)),
    };
    struct source *source =
        report_file(r, file, SOURCE_BYTES, xml_value_at(node, AT(data, file)));

    if (source == NULL || d->kind == NULL)
        return ST_OK; /* a finding says why */
    return workbook_in(r->xml.arena, source, &request, options, r->xml.findings,
                       table);
}

/* The paths of other data that read the file of D. */
static void find_other_paths(const struct report_reading *r,
                             const struct xml_node *node, const struct data *d,
                             struct table_options *options)
{
    struct list paths = list_of(r->xml.arena, sizeof(struct str));

    for (const struct xml_node *n = node->parent->first; n != NULL;
         n = n->next) {
        struct str *path;

        if (n == node || xml_is_text(n) || !str_eq(n->name, node->name) ||
            !str_is(str_trim(xml_value(n, AT(data, file))), d->file))
            continue;
        path = list_add(&paths);
        if (path != NULL)
            *path = xml_value(n, AT(data, path));
    }
    options->other_paths = paths.items;
    options->nother_paths = paths.count;
}

static enum status read_xml(struct report_reading *r,
                            const struct xml_node *node,
                            struct table_options *options, const struct data *d,
                            const char *file, const struct table **table)
{
    const struct xml_attribute_rule *path = AT(data, path);
    const struct source *source =
        report_file(r, file, SOURCE_TEXT, xml_value_at(node, AT(data, file)));

    options->heading_line = 0;
    if (source == NULL || d->kind == NULL)
        return ST_OK; /* a finding says why */
    find_other_paths(r, node, d, options);
    return xmldata_in(r->xml.arena, source, xml_value(node, path),
                      xml_value_at(node, path), options, r->xml.findings,
                      table);
}

/* The table of D that FILE holds. */
static enum status read_file(struct report_reading *r,
                             const struct xml_node *node,
                             struct table_options *options,
                             const struct data *d, const char *file,
                             const struct table **table)
{
    const struct place at = xml_value_at(node, AT(data, file));
    struct source *source;

    if (workbook_is_name(file))
        return read_workbook(r, node, options, d, file, table);
    if (is_xml_file(file))
        return read_xml(r, node, options, d, file, table);
    source =
        report_encoded_file(r, file, SOURCE_CSV, at, node, AT(data, encoding));
    if (source == NULL || d->kind == NULL)
        return ST_OK; /* a finding says why */
    return csv_in(r->xml.arena, source, options, r->xml.findings, table);
}

/* Which files fit is among what the report is made from. */
static const struct source *find_files(struct report_reading *r,
                                       const struct data *d, struct place at,
                                       struct list *names)
{
    struct source *source;
    const enum status st = files_fitting(r->xml.arena, r->folder, d->file, at,
                                         r->xml.findings, &source, names);
    struct source **kept = NULL;

    r->status = status_worst(r->status, st);
    if (source != NULL)
        kept = list_add(&r->sources);
    if (kept == NULL)
        return NULL;
    source->name = report_shown_name(r, source->name);
    *kept = source;
    return source;
}

/* Each file by itself, and then one table of them. */
static enum status read_several(struct report_reading *r,
                                const struct xml_node *node,
                                const struct table_options *options,
                                struct data *d)
{
    struct arena *a = r->xml.arena;
    struct list names = list_of(a, sizeof(struct str));
    const struct source *source =
        find_files(r, d, xml_value_at(node, AT(data, file)), &names);
    const struct str *files = names.items;
    const struct table **tables =
        arena_alloc(a, names.count, sizeof(const struct table *));
    enum status st = ST_OK;
    size_t n = 0;

    for (size_t i = 0; source != NULL && tables != NULL && i < names.count;
         i++) {
        struct table_options own = *options;

        own.one_of_several = names.count > 1;
        for (size_t m = 0; m < own.nmaps; m++)
            own.maps[m].used = false;
        st = status_worst(st, read_file(r, node, &own, d,
                                        arena_cstr(a, files[i]), &tables[n]));
        n += tables[n] != NULL;
    }
    if (n == 0 || n < names.count)
        return st;
    return status_worst(st, table_join(a, source, tables, n, options,
                                       r->xml.findings, &d->table));
}

/* Even if by a name that cannot be one, of which a finding tells. */
static bool is_file_named(const struct xml_node *node)
{
    for (size_t i = 0; i < node->nattributes; i++) {
        if (str_is(node->attributes[i].name, AT(data, file)->name))
            return true;
    }
    return false;
}

/* Either a file or rows. */
enum status report_read_table(struct report_reading *r,
                              const struct xml_node *node,
                              struct table_options *options, struct data *d)
{
    const struct xml_node *row = xml_first(node, &data_row_element);
    enum status st = ST_OK;

    if (d->file != NULL && row != NULL)
        finding(r->xml.findings, FINDING_BAD_ELEMENT, row->at,
                "<data> holds rows, or has the attribute `file`, not both");
    else if (files_is_pattern(d->file))
        st = read_several(r, node, options, d);
    else if (d->file != NULL)
        st = read_file(r, node, options, d, d->file, &d->table);
    else if (row != NULL && d->kind != NULL)
        st = read_rows(r, node, options, d);
    else if (row == NULL && !is_file_named(node))
        finding(r->xml.findings, FINDING_MISSING, node->at,
                "<data> has neither a file nor rows");
    return st;
}
