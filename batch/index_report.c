#include "batch/index_report.h"
#include "core/base/uri_path.h"
#include "core/base/xml_text.h"

#include <string.h>

#define ROW_MEMORY ((size_t)1024 * 1024)

static const char *const own_columns[] = {"name", "report",  "files", "title",
                                          "lang", "council", "date"};

static bool is_punctuation(char c)
{
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') ||
           (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

/* TEXT as words of CommonMark that mean nothing else. Two braces begin an
   expression, of which a joiner between them makes words. */
static void put_words(struct buf *out, struct str text)
{
    for (size_t i = 0; i < text.len; i++) {
        const char c = text.ptr[i];

        if (i > 0 && c == '{' && text.ptr[i - 1] == '{')
            buf_puts(out, "\xe2\x81\xa0"); /* U+2060 */
        if (is_punctuation(c))
            buf_char(out, '\\');
        buf_char(out, (unsigned char)c < ' ' ? ' ' : c);
    }
}

static void put_cell(struct buf *out, const char *column, struct str text)
{
    buf_puts(out, "<cell column=\"");
    xml_text_put(out, str_of(column));
    buf_puts(out, "\">");
    xml_text_put_line(out, text);
    buf_puts(out, "</cell>");
}

/* A link to FILE of what was put behind `[` before. */
static void end_link(struct buf *out, const json_t *file)
{
    buf_puts(out, "](");
    uri_path_put(out, json_in_member(file, "name"));
    buf_char(out, ')');
}

static void put_title(const struct index_item *item, struct buf *row)
{
    const json_t *page = index_item_page(item);

    if (page != NULL)
        buf_char(row, '[');
    put_words(row, item->title.len > 0 ? item->title : str_of(item->name));
    if (page != NULL)
        end_link(row, page);
}

/* "PDF, 119 kB" */
static void put_file(const json_t *file, const struct wording *wording,
                     struct arena *arena, struct buf *row)
{
    const struct str kind = index_extension(json_in_member(file, "name"));
    const json_int_t bytes = json_integer_value(json_object_get(file, "bytes"));

    buf_char(row, '[');
    for (size_t i = 0; i < kind.len; i++) {
        const char c = kind.ptr[i];

        buf_char(row, c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c);
    }
    if (kind.len > 0)
        buf_puts(row, ", ");
    put_words(row, wording_size(arena, wording, bytes > 0 ? (size_t)bytes : 0));
    end_link(row, file);
}

static void put_files(const struct index_item *item,
                      const struct wording *wording, struct buf *row)
{
    struct arena arena;
    const json_t *file;

    arena_init(&arena, ROW_MEMORY);
    for (size_t i = 0; (file = index_item_file(item, i)) != NULL; i++) {
        if (i > 0)
            buf_str(row, wording->phrases[PHRASE_LIST_SEPARATOR]);
        put_file(file, wording, &arena, row);
    }
    if (arena_status(&arena) != ST_OK)
        buf_fail(row, arena_status(&arena));
    arena_free(&arena);
}

bool index_report_has(const char *column)
{
    for (size_t i = 0; i < sizeof(own_columns) / sizeof(own_columns[0]); i++) {
        if (strcmp(column, own_columns[i]) == 0)
            return true;
    }
    return false;
}

/* What its header says beside what every report has. */
static void put_fields(const struct index_item *item, struct buf *out)
{
    json_t *fields = json_object_get(item->files, "fields");
    const char *name;
    json_t *value;

    json_object_foreach(fields, name, value)
    {
        if (!index_report_has(name) && json_in_text(value).len > 0)
            put_cell(out, name, json_in_text(value));
    }
}

static void put_row(const struct index_item *item,
                    const struct wording *wording, struct buf *text,
                    struct buf *out)
{
    buf_puts(out, "<row>");
    put_cell(out, "name", str_of(item->name));
    buf_clear(text);
    put_title(item, text);
    put_cell(out, "report", buf_view(text));
    buf_clear(text);
    put_files(item, wording, text);
    put_cell(out, "files", buf_view(text));
    put_cell(out, "title", item->title);
    put_cell(out, "lang", item->lang);
    put_cell(out, "council", item->council);
    put_cell(out, "date", item->date);
    put_fields(item, out);
    buf_puts(out, "</row>\n");
    if (buf_status(text) != ST_OK)
        buf_fail(out, buf_status(text));
}

void index_report_write(const struct index_list *list,
                        const struct wording *wording, struct buf *out)
{
    struct buf text;

    buf_init(&text, ROW_MEMORY);
    buf_puts(out, "<report format=\"2\" template=\"" INDEX_TEMPLATE "\">\n");
    if (list->count > 0)
        buf_puts(out, "<data id=\"reports\" kind=\"" INDEX_TEMPLATE
                      "\" attach=\"no\">\n");
    for (size_t i = 0; i < list->count; i++)
        put_row(&list->items[i], wording, &text, out);
    if (list->count > 0)
        buf_puts(out, "</data>\n");
    buf_puts(out, "</report>\n");
    buf_free(&text);
}
