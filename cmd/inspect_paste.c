#include "cmd/inspect_paste.h"
#include "core/base/xml_text.h"

static void put(struct buf *out, const char *name, struct str value)
{
    if (value.len == 0)
        return;
    buf_printf(out, " %s=\"", name);
    xml_text_put(out, value);
    buf_char(out, '"');
}

/* What the bytes of a file say for certain need not be said again. */
static struct str encoding_of(const struct survey *survey)
{
    const struct str charset = str_of(survey->source->charset);

    if (survey->form != SURVEY_CSV || str_starts_alike(charset, STR_LIT("utf")))
        return (struct str){NULL, 0};
    return charset;
}

void inspect_put_data(struct buf *out, const struct survey *survey,
                      const struct survey_table *table)
{
    buf_puts(out, "<data");
    put(out, "id", survey->name);
    put(out, "file", survey_file_name(survey->source));
    put(out, "sheet", table->sheet);
    put(out, "range", table->range);
    put(out, "path", table->path);
    put(out, "kind", str_of(table->kind->id));
    if (table->says_heading_line && survey->form == SURVEY_CSV)
        buf_printf(out, " heading-line=\"%u\"", table->heading_line);
    if (survey->delimiter_is_said)
        put(out, "delimiter",
            str_of(choice_name(delimiter_choices, survey->delimiter)));
    put(out, "encoding", encoding_of(survey));
    buf_puts(out, "/>\n");
}

static void put_choices(struct buf *out, const struct kind_column *c)
{
    if (c->nchoices == 0)
        return;
    buf_puts(out, " choices=\"");
    for (size_t i = 0; i < c->nchoices; i++) {
        buf_puts(out, i == 0 ? "" : "; ");
        xml_text_put(out, c->choices[i]);
    }
    buf_char(out, '"');
}

void inspect_put_kind(struct buf *out, const struct survey_table *table)
{
    const struct kind *k = table->kind;

    buf_puts(out, "<kind format=\"2\" title=\"...\">\n");
    for (size_t i = 0; i < k->ncolumns; i++) {
        const struct kind_column *c = &k->columns[i];

        buf_puts(out, "  <column");
        put(out, "id", str_of(c->id));
        put(out, "title", c->title);
        put(out, "type", str_of(value_type_name(c->type)));
        if (c->role != COLUMN_PLAIN)
            put(out, "role", str_of(column_role_name(c->role)));
        put_choices(out, c);
        buf_puts(out, "/>\n");
    }
    buf_puts(out, "</kind>\n");
}
