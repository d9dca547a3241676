#include "cmd/inspect_print.h"
#include "cmd/inspect_paste.h"
#include "core/base/utf8.h"

#define TEXT_MAX 40 /* bytes of a cell that are shown */
#define HEADING_WIDTH 28

static const char *const forms[] = {
    [SURVEY_CSV] = "CSV",
    [SURVEY_XML] = "XML",
    [SURVEY_WORKBOOK] = "workbook",
};

struct str inspect_field(const struct survey_column *column, char name[8])
{
    name[0] = '\0';
    if (source_has_cells(column->at.source))
        source_column_letters(column->field, name);
    return str_of(name);
}

bool inspect_is_odd(const struct survey_column *column, enum survey_class class)
{
    switch (class) {
    case SURVEY_STATE: return false;
    case SURVEY_BROKEN: return true;
    case SURVEY_WORDS:
        return column->type != TYPE_TEXT && column->type != TYPE_PROSE &&
               column->type != TYPE_CHOICE && column->type != TYPE_PERIOD;
    case SURVEY_DATE:
        return column->type == TYPE_MONEY || column->type == TYPE_NUMBER ||
               column->type == TYPE_PERCENT;
    case SURVEY_PERCENT:
        return column->type == TYPE_MONEY || column->type == TYPE_NUMBER ||
               column->type == TYPE_DATE || column->type == TYPE_YEAR;
    case SURVEY_NUMBER:
    case SURVEY_MONEY:
        return column->type == TYPE_DATE || column->type == TYPE_YEAR;
    case SURVEY_MONTH:
    case SURVEY_YEAR:
        return column->type == TYPE_MONEY || column->type == TYPE_NUMBER ||
               column->type == TYPE_PERCENT || column->type == TYPE_DATE;
    case SURVEY_CLASSES: break;
    }
    return false;
}

/* On one line, and not longer than somebody reads. */
static void put_text(struct buf *out, struct str text)
{
    size_t n = text.len > TEXT_MAX ? TEXT_MAX : text.len;

    while (n < text.len && n > 0 && utf8_continues(text.ptr[n]))
        n--;
    for (size_t i = 0; i < n; i++)
        buf_char(out, text.ptr[i] == '\n' ? ' ' : text.ptr[i]);
    if (n < text.len)
        buf_puts(out, "...");
}

static void put_count(struct buf *out, size_t n, const char *one,
                      const char *many)
{
    buf_printf(out, "%zu %s", n, n == 1 ? one : many);
}

static void put_range(struct buf *out, const struct survey_column *c)
{
    if (c->least.text.len > 0) {
        buf_puts(out, ", ");
        put_text(out, c->least.text);
        buf_puts(out, " to ");
        put_text(out, c->most.text);
    }
    if (c->type == TYPE_CHOICE && c->nvalues > 0 && !c->more_values) {
        for (size_t i = 0; i < c->nvalues; i++) {
            buf_puts(out, i == 0 ? ": " : "; ");
            put_text(out, c->values[i]);
        }
    }
}

static void put_unit(struct buf *out, const struct survey_column *c)
{
    if (c->unit.given && c->unit.zeros == 3)
        buf_puts(out, ", in thousands");
    else if (c->unit.given && c->unit.zeros == 6)
        buf_puts(out, ", in millions");
}

static void put_odd(struct buf *out, const struct survey_column *c)
{
    for (size_t k = 0; k < SURVEY_CLASSES; k++) {
        const struct survey_count *n = &c->classes[k];

        if (n->count == 0 || !inspect_is_odd(c, (enum survey_class)k))
            continue;
        buf_puts(out, "        look at");
        for (size_t i = 0; i < n->count && i < SURVEY_SHOWN; i++) {
            char cell[SOURCE_CELL_SIZE];

            place_cell_name(n->first[i].at, cell);
            if (i > 0)
                buf_char(out, ',');
            buf_printf(out, " %s `", cell);
            put_text(out, n->first[i].text);
            buf_char(out, '`');
        }
        if (n->count > SURVEY_SHOWN)
            buf_printf(out, " and %zu more", n->count - SURVEY_SHOWN);
        buf_char(out, '\n');
    }
}

static void put_column(struct buf *out, const struct survey_table *t,
                       const struct survey_column *c)
{
    char letters[8];
    size_t before;

    if (c->heading.len == 0 && c->filled == 0)
        return;
    buf_printf(out, "    %-3.*s ", STR_ARG(inspect_field(c, letters)));
    before = out->len;
    if (c->heading.len == 0)
        buf_puts(out, "(no heading)");
    put_text(out, c->heading);
    for (size_t n = out->len - before; n < HEADING_WIDTH; n++)
        buf_char(out, ' ');
    buf_printf(out, " %-8s %zu filled", value_type_name(c->type), c->filled);
    if (c->blank > 0)
        buf_printf(out, ", %zu blank", c->blank);
    put_range(out, c);
    put_unit(out, c);
    if (c->id == NULL && t->table != NULL)
        buf_puts(out, " (left out)");
    else if (c->id != NULL && !t->made)
        buf_printf(out, " -> %s", c->id);
    buf_char(out, '\n');
    put_odd(out, c);
}

static void put_data(struct buf *out, const struct survey *survey,
                     const struct survey_table *t, const struct kind *kind)
{
    size_t n;

    if (kind == NULL)
        return;
    if (!survey_fits_page(t, kind, &n))
        buf_printf(out,
                   "  a page holds few of its columns: `columns` names those "
                   "that are wanted, here the first %zu\n",
                   n);
    buf_puts(out, "  to read it:\n    ");
    inspect_put_data(out, survey, t, kind);
}

static void put_own(struct buf *out, const struct survey_table *t,
                    const char *what)
{
    const struct kind *k = t->made ? t->kind : t->own;

    if (k == NULL)
        return;
    buf_printf(out, "  %s, to save as kinds/%s.xml in a folder of templates:\n",
               what, k->id);
    inspect_put_kind(out, k);
}

static void put_kind(struct buf *out, const struct survey *survey,
                     const struct survey_table *t)
{
    const struct kind *k = t->fit.kind;

    if (!t->made) {
        buf_printf(out, "  kind %s (%.*s): it has %zu of the headings\n", k->id,
                   STR_ARG(k->title), t->fit.known);
        put_data(out, survey, t, t->kind);
        put_own(out, t,
                t->by_chance
                    ? "or, since two headings prove little, a kind of its own"
                    : "or, since most columns would be left out, a kind of its "
                      "own");
        put_data(out, survey, t, t->own);
        return;
    }
    if (k == NULL || t->fit.known < 2) {
        buf_puts(out, "  no kind is near to these headings\n");
    } else {
        buf_printf(out, "  nearest kind %s (%.*s): it has %zu of the headings",
                   k->id, STR_ARG(k->title), t->fit.known);
        for (size_t i = 0; i < t->nmissing; i++)
            buf_printf(out, "%s%.*s", i == 0 ? ", and requires " : ", ",
                       STR_ARG(t->missing[i]->title));
        buf_char(out, '\n');
    }
    if (t->nmaps > 0) {
        buf_puts(out, "  to read it as that kind:\n    ");
        inspect_put_near(out, survey, t);
    }
    put_own(out, t, "a kind of its own");
    put_data(out, survey, t, t->kind);
}

static void put_table(struct buf *out, const struct survey *survey,
                      const struct survey_table *t)
{
    if (t->sheet.len > 0)
        buf_printf(out, "  sheet %.*s, cells %.*s\n", STR_ARG(t->sheet),
                   STR_ARG(t->range));
    if (t->path.len > 0)
        buf_printf(out, "  records %.*s\n", STR_ARG(t->path));
    if (t->ncolumns == 0)
        return;
    buf_puts(out, "  ");
    if (survey->form != SURVEY_XML)
        buf_printf(out, "headings in row %u, ", t->heading_line);
    put_count(out, t->ncolumns, "column", "columns");
    buf_puts(out, ", ");
    put_count(out, t->table == NULL ? t->nrecords : t->table->nrows, "row",
              "rows");
    buf_char(out, '\n');
    for (size_t i = 0; i < t->ncolumns; i++)
        put_column(out, t, &t->columns[i]);
    if (t->table != NULL && t->table->nnotes > 0) {
        buf_puts(out, "  below it ");
        put_count(out, t->table->nnotes, "note", "notes");
        buf_char(out, '\n');
    }
    put_kind(out, survey, t);
}

static void put_sheet(struct buf *out, const struct survey_sheet *s)
{
    buf_printf(out, "  sheet %.*s: ", STR_ARG(s->name));
    if (!s->is_cells)
        buf_puts(out, "no cells");
    else if (!s->looked)
        buf_puts(out, s->hidden ? "hidden, not looked at" : "not looked at");
    else
        put_count(out, s->ntables, "table", "tables");
    if (s->hidden_rows > 0)
        buf_puts(out, ", hidden rows");
    if (s->hidden_columns > 0)
        buf_puts(out, ", hidden columns");
    buf_char(out, '\n');
}

static void put_delimiter(struct buf *out, char delimiter)
{
    switch (delimiter) {
    case ';': buf_puts(out, ", semicolons between the fields"); break;
    case '\t': buf_puts(out, ", tabs between the fields"); break;
    case '|': buf_puts(out, ", bars between the fields"); break;
    case '~': buf_puts(out, ", tildes between the fields"); break;
    case '^': buf_puts(out, ", carets between the fields"); break;
    case ':': buf_puts(out, ", colons between the fields"); break;
    case ' ': break; /* it has none */
    default: buf_puts(out, ", commas between the fields"); break;
    }
}

void inspect_print(struct buf *out, const struct survey *survey)
{
    const struct survey_sheet *sheets = survey->sheets.items;
    const struct survey_table *tables = survey->tables.items;

    buf_printf(out, "%s: %s", survey->source->name, forms[survey->form]);
    if (survey->source->charset != NULL)
        buf_printf(out, ", %s", survey->source->charset);
    if (survey->form == SURVEY_CSV)
        put_delimiter(out, survey->delimiter);
    buf_char(out, '\n');
    for (size_t i = 0; i < survey->sheets.count; i++)
        put_sheet(out, &sheets[i]);
    for (size_t i = 0; i < survey->tables.count; i++)
        put_table(out, survey, &tables[i]);
}
