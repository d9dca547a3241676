#include "batch/index_atom.h"
#include "batch/index_report.h"
#include "core/base/digest.h"
#include "core/base/uri_path.h"
#include "core/base/uuid.h"
#include "core/base/xml_text.h"
#include "output/writer/writer.h"

#include <string.h>

#define SUMMARY_MAX ((size_t)1024 * 1024)
/* A feed without entries has to be of some moment. */
#define NO_DAY "1970-01-01"

static void put_element(struct buf *out, const char *name, struct str text)
{
    buf_printf(out, "<%s>", name);
    xml_text_put_line(out, text);
    buf_printf(out, "</%s>\n", name);
}

/* Of the council and what it calls the thing. */
static void put_id(struct buf *out, struct str council, struct str name)
{
    uint8_t digest[DIGEST_SIZE];
    struct buf whole;

    buf_init(&whole, SIZE_MAX / 2);
    buf_str(&whole, council);
    buf_char(&whole, '\n');
    buf_str(&whole, name);
    digest_sha256(buf_view(&whole), digest);
    if (buf_status(&whole) != ST_OK)
        buf_fail(out, buf_status(&whole));
    buf_free(&whole);
    buf_puts(out, "<id>urn:uuid:");
    uuid_put(out, digest);
    buf_puts(out, "</id>\n");
}

static void put_updated(struct buf *out, struct str day)
{
    buf_printf(out, "<updated>%.*sT00:00:00Z</updated>\n", STR_ARG(day));
}

static void put_author(struct buf *out, struct str name)
{
    buf_puts(out, "<author><name>");
    xml_text_put_line(out, name);
    buf_puts(out, "</name></author>\n");
}

static const char *media_type(struct str extension)
{
    for (size_t i = 0; i < writer_count; i++) {
        if (str_is(extension, writers[i].extension))
            return writers[i].media_type;
    }
    return "application/octet-stream";
}

static void put_link(struct buf *out, const json_t *file)
{
    const struct str name = json_in_member(file, "name");
    const json_int_t bytes = json_integer_value(json_object_get(file, "bytes"));

    buf_printf(out, "<link rel=\"alternate\" type=\"%s\" href=\"",
               media_type(index_extension(name)));
    uri_path_put(out, name);
    buf_puts(out, "\" length=\"");
    buf_int(out, (int64_t)bytes);
    buf_puts(out, "\"/>\n");
}

/* What the header says beside what every entry has, as far as the index prints
   it. */
static void put_summary(const struct kind *kind, const struct index_item *item,
                        struct buf *out)
{
    const json_t *fields = json_object_get(item->files, "fields");
    struct buf text;

    buf_init(&text, SUMMARY_MAX);
    for (size_t i = 0; kind != NULL && i < kind->ncolumns; i++) {
        const char *id = kind->columns[i].id;
        const struct str said =
            index_report_has(id) ? STR_LIT("") : json_in_member(fields, id);

        if (said.len > 0 && text.len > 0)
            buf_puts(&text, ", ");
        buf_str(&text, said);
    }
    if (text.len > 0)
        put_element(out, "summary", buf_view(&text));
    if (buf_status(&text) != ST_OK)
        buf_fail(out, buf_status(&text));
    buf_free(&text);
}

static void put_entry(const struct index_atom *about,
                      const struct index_item *item, struct buf *out)
{
    const struct str council =
        item->council.len > 0 ? item->council : about->council;
    const json_t *file;

    if (item->lang.len > 0) {
        buf_puts(out, "<entry xml:lang=\"");
        xml_text_put_line(out, item->lang);
        buf_puts(out, "\">\n");
    } else {
        buf_puts(out, "<entry>\n");
    }
    put_element(out, "title",
                item->title.len > 0 ? item->title : str_of(item->name));
    put_id(out, council, str_of(item->name));
    put_updated(out, item->date);
    if (item->council.len > 0)
        put_author(out, item->council);
    put_summary(about->kind, item, out);
    for (size_t i = 0; (file = index_item_file(item, i)) != NULL; i++)
        put_link(out, file);
    buf_puts(out, "</entry>\n");
}

/* An entry leads somewhere, and has a moment. */
static bool is_entry(const struct index_item *item)
{
    return item->date.len > 0 && index_item_file(item, 0) != NULL;
}

static struct str newest(const struct index_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        if (is_entry(&list->items[i]))
            return list->items[i].date;
    }
    return STR_LIT(NO_DAY);
}

size_t index_atom_write(const struct index_atom *about,
                        const struct index_list *list, struct buf *out)
{
    size_t left_out = 0;

    buf_puts(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                  "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"");
    xml_text_put_line(out, about->lang);
    buf_puts(out, "\">\n");
    put_element(out, "title", about->title);
    put_id(out, about->council, about->title);
    put_updated(out, newest(list));
    put_author(out, about->council.len > 0 ? about->council : about->title);
    buf_printf(out,
               "<link rel=\"self\" type=\"application/atom+xml\" "
               "href=\"%s\"/>\n"
               "<link rel=\"alternate\" type=\"text/html\" href=\"%s\"/>\n",
               about->feed, about->page);
    for (size_t i = 0; i < list->count; i++) {
        if (is_entry(&list->items[i]))
            put_entry(about, &list->items[i], out);
        else
            left_out++;
    }
    buf_puts(out, "</feed>\n");
    return left_out;
}
