#include "cmd/inspect_paste.h"
#include "core/base/xml_text.h"

static void put_attribute(struct buf *out, const char *name, struct str value)
{
    if (value.len == 0)
        return;
    buf_printf(out, " %s=\"", name);
    xml_text_put_line(out, value);
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

/* `<data ...` of KIND, without its end. */
static void begin_data(struct buf *out, const struct survey *survey,
                       const struct survey_table *table, const char *kind)
{
    buf_puts(out, "<data");
    put_attribute(out, "id", table->name);
    put_attribute(out, "file", survey_file_name(survey->source));
    put_attribute(out, "sheet", table->sheet);
    put_attribute(out, "range", table->range);
    put_attribute(out, "path", table->path);
    put_attribute(out, "kind", str_of(kind));
    if (table->says_heading_line && survey->form == SURVEY_CSV)
        buf_printf(out, " heading-line=\"%u\"", table->heading_line);
    if (survey->delimiter_is_said)
        put_attribute(
            out, "delimiter",
            str_of(choice_name(delimiter_choices, survey->delimiter)));
    put_attribute(out, "encoding", encoding_of(survey));
}

static const char *column_id(const struct survey_table *table,
                             const struct kind *kind, size_t i)
{
    return kind != table->own   ? table->columns[i].id
           : i < kind->ncolumns ? kind->columns[i].id
                                : NULL;
}

/* Those that a page holds, where it does not hold all. */
static void put_columns(struct buf *out, const struct survey_table *table,
                        const struct kind *kind)
{
    size_t n;

    if (survey_fits_page(table, kind, &n))
        return;
    buf_puts(out, " columns=\"");
    for (size_t i = 0; i < table->ncolumns && n > 0; i++) {
        const char *id = column_id(table, kind, i);

        if (id != NULL)
            buf_printf(out, "%s%s", id, --n > 0 ? " " : "");
    }
    buf_char(out, '"');
}

void inspect_put_data(struct buf *out, const struct survey *survey,
                      const struct survey_table *table, const struct kind *kind)
{
    begin_data(out, survey, table, kind->id);
    put_columns(out, table, kind);
    buf_puts(out, "/>\n");
}

void inspect_put_near(struct buf *out, const struct survey *survey,
                      const struct survey_table *table)
{
    begin_data(out, survey, table, table->fit.kind->id);
    buf_puts(out, ">");
    for (size_t i = 0; i < table->nmaps; i++) {
        buf_puts(out, "<column");
        put_attribute(out, "id", str_of(table->maps[i].id));
        put_attribute(out, "from", table->maps[i].from);
        buf_puts(out, "/>");
    }
    buf_puts(out, "</data>\n");
}

static void put_entries(struct buf *out, const struct str *entries, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        buf_puts(out, i == 0 ? "" : "; ");
        xml_text_put_line(out, entries[i]);
    }
}

static void put_choices(struct buf *out, const struct kind_column *c)
{
    if (c->nchoices == 0)
        return;
    buf_puts(out, " choices=\"");
    put_entries(out, c->choices, c->nchoices);
    buf_char(out, '"');
}

/* Each role of rows, with all that they are called. */
static void put_lines(struct buf *out, const struct kind *k)
{
    for (size_t i = 0; i < k->nrows; i++) {
        const struct kind_row *line = &k->rows[i];

        buf_puts(out, "  <line");
        put_attribute(out, "role", str_of(row_role_name(line->role)));
        buf_puts(out, " aliases=\"");
        put_entries(out, line->aliases, line->naliases);
        buf_puts(out, "\"/>\n");
    }
}

/* Checks of one type that follow each other are one. */
static void put_checks(struct buf *out, const struct kind *k)
{
    for (size_t i = 0; i < k->nchecks; i++) {
        const struct kind_check *check = &k->checks[i];
        const bool begins = i == 0 || check[-1].type != check->type;
        const bool ends = i + 1 == k->nchecks || check[1].type != check->type;

        if (begins) {
            buf_puts(out, "  <check");
            put_attribute(out, "type", str_of(check_type_name(check->type)));
            buf_puts(out, " result=\"");
        }
        buf_printf(out, "%s%s", begins ? "" : " ", check->result);
        if (ends)
            buf_puts(out, "\"/>\n");
    }
}

void inspect_put_kind(struct buf *out, const struct kind *k)
{
    buf_puts(out, "<kind format=\"2\"");
    put_attribute(out, "title", k->title);
    buf_puts(out, ">\n");
    for (size_t i = 0; i < k->ncolumns; i++) {
        const struct kind_column *c = &k->columns[i];

        buf_puts(out, "  <column");
        put_attribute(out, "id", str_of(c->id));
        put_attribute(out, "title", c->title);
        put_attribute(out, "type", str_of(value_type_name(c->type)));
        if (c->role != COLUMN_PLAIN)
            put_attribute(out, "role", str_of(column_role_name(c->role)));
        put_choices(out, c);
        buf_puts(out, "/>\n");
    }
    put_lines(out, k);
    put_checks(out, k);
    buf_puts(out, "</kind>\n");
}
