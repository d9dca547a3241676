#include "cmd/inspect_paste.h"
#include "cmd/inspect_print.h"
#include "core/base/json_out.h"

#define PASTE_MAX ((size_t)1024 * 1024)

static const char *const forms[] = {
    [SURVEY_CSV] = "csv",
    [SURVEY_XML] = "xml",
    [SURVEY_WORKBOOK] = "workbook",
};

static void put_str(struct json_out *j, const char *name, struct str value)
{
    if (value.len == 0)
        return;
    json_out_name(j, name);
    json_out_string(j, value);
}

static void put_cell(struct json_out *j, const struct survey_cell *c)
{
    char cell[SOURCE_CELL_SIZE];

    place_cell_name(c->at, cell);
    json_out_object(j);
    put_str(j, "at", str_of(cell));
    put_str(j, "text", c->text);
    json_out_end(j);
}

static void put_odd(struct json_out *j, const struct survey_column *c)
{
    size_t count = 0;

    json_out_name(j, "odd");
    json_out_array(j);
    for (size_t k = 0; k < SURVEY_CLASSES; k++) {
        const struct survey_count *n = &c->classes[k];

        if (!inspect_is_odd(c, (enum survey_class)k))
            continue;
        count += n->count;
        for (size_t i = 0; i < n->count && i < SURVEY_SHOWN; i++)
            put_cell(j, &n->first[i]);
    }
    json_out_end(j);
    json_out_member_count(j, "odd_count", count);
}

static void put_column(struct json_out *j, const struct survey_column *c)
{
    char letters[8];

    json_out_object(j);
    put_str(j, "column", inspect_field(c, letters));
    put_str(j, "heading", c->heading);
    put_str(j, "id", str_of(c->id));
    put_str(j, "type", str_of(value_type_name(c->type)));
    json_out_member_count(j, "filled", c->filled);
    json_out_member_count(j, "blank", c->blank);
    if (c->unit.given)
        json_out_member_count(j, "unit_zeros", c->unit.zeros);
    put_str(j, "least", c->least.text);
    put_str(j, "most", c->most.text);
    put_odd(j, c);
    json_out_end(j);
}

static void put_kind(struct json_out *j, const struct survey_table *t)
{
    if (t->fit.kind == NULL)
        return;
    json_out_name(j, "kind");
    json_out_object(j);
    put_str(j, "id", str_of(t->fit.kind->id));
    json_out_member_bool(j, "fits", !t->made);
    json_out_member_count(j, "known", t->fit.known);
    json_out_name(j, "missing");
    json_out_array(j);
    for (size_t i = 0; i < t->nmissing; i++)
        json_out_string(j, t->missing[i]->title);
    json_out_end(j);
    json_out_end(j);
}

static void put_pastes(struct json_out *j, const struct survey *survey,
                       const struct survey_table *t)
{
    struct buf paste;

    if (t->kind == NULL)
        return;
    buf_init(&paste, PASTE_MAX);
    inspect_put_data(&paste, survey, t, t->kind);
    put_str(j, "data", str_trim(buf_view(&paste)));
    if (t->nmaps > 0) {
        buf_clear(&paste);
        inspect_put_near(&paste, survey, t);
        put_str(j, "data_as_kind", str_trim(buf_view(&paste)));
    }
    buf_clear(&paste);
    if (t->made) {
        inspect_put_kind(&paste, t->kind);
        put_str(j, "kind_file", buf_view(&paste));
    }
    if (buf_status(&paste) != ST_OK)
        buf_fail(j->out, buf_status(&paste));
    buf_free(&paste);
}

static void put_table(struct json_out *j, const struct survey *survey,
                      const struct survey_table *t)
{
    json_out_object(j);
    put_str(j, "sheet", t->sheet);
    put_str(j, "range", t->range);
    put_str(j, "path", t->path);
    if (survey->form != SURVEY_XML)
        json_out_member_count(j, "heading_row", t->heading_line);
    json_out_member_count(j, "rows",
                          t->table == NULL ? t->nrecords : t->table->nrows);
    json_out_member_count(j, "notes", t->table == NULL ? 0 : t->table->nnotes);
    json_out_name(j, "columns");
    json_out_array(j);
    for (size_t i = 0; i < t->ncolumns; i++)
        put_column(j, &t->columns[i]);
    json_out_end(j);
    put_kind(j, t);
    put_pastes(j, survey, t);
    json_out_end(j);
}

static void put_sheets(struct json_out *j, const struct survey *survey)
{
    const struct survey_sheet *sheets = survey->sheets.items;

    json_out_name(j, "sheets");
    json_out_array(j);
    for (size_t i = 0; i < survey->sheets.count; i++) {
        json_out_object(j);
        put_str(j, "name", sheets[i].name);
        json_out_member_bool(j, "hidden", sheets[i].hidden);
        json_out_member_bool(j, "looked", sheets[i].looked);
        json_out_member_count(j, "tables", sheets[i].ntables);
        json_out_member_bool(j, "hidden_rows", sheets[i].hidden_rows > 0);
        json_out_member_bool(j, "hidden_columns", sheets[i].hidden_columns > 0);
        json_out_end(j);
    }
    json_out_end(j);
}

static void put_survey(struct json_out *j, const struct survey *survey)
{
    const struct survey_table *tables = survey->tables.items;
    const char delimiter[] = {survey->delimiter, '\0'};

    json_out_member_cstr(j, "form", forms[survey->form]);
    put_str(j, "charset", str_of(survey->source->charset));
    put_str(j, "delimiter", str_of(delimiter));
    if (survey->form == SURVEY_WORKBOOK)
        put_sheets(j, survey);
    json_out_name(j, "tables");
    json_out_array(j);
    for (size_t i = 0; i < survey->tables.count; i++)
        put_table(j, survey, &tables[i]);
    json_out_end(j);
}

void inspect_json(struct buf *out, const char *path,
                  const struct survey *survey, const struct findings *findings)
{
    struct json_out j;

    json_out_init(&j, out, false);
    json_out_object(&j);
    json_out_member_cstr(&j, "file", path);
    if (survey != NULL)
        put_survey(&j, survey);
    json_out_name(&j, "findings");
    findings_json(findings, &j);
    json_out_end(&j);
    buf_char(out, '\n');
}
