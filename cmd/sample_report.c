#include "cmd/sample_report.h"
#include "batch/outfile.h"
#include "cmd/console.h"
#include "cmd/sample_fields.h"
#include "cmd/sample_table.h"
#include "core/base/xml_text.h"
#include "core/doc/section_calls.h"
#include "core/model/rules.h"

#include <string.h>

#define FILE_MAX_BYTES ((size_t)4 * 1024 * 1024)

struct sample_making {
    struct arena *arena;
    struct library *library;
    const struct template *t;
    struct buf *xml;
    struct list *files; /* struct sample_file */
    struct list data;   /* const char *: ids that are there */
};

static void put_text(const struct sample_making *m, struct str text)
{
    xml_text_put(m->xml, text);
}

/* In a comment, which may hold no two hyphens. */
static void put_words(const struct sample_making *m, struct str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (i > 0 && text.ptr[i] == '-' && text.ptr[i - 1] == '-')
            buf_char(m->xml, ' ');
        buf_char(m->xml, text.ptr[i]);
    }
}

static void put_head(const struct sample_making *m, const char *schema)
{
    const struct template *t = m->t;

    buf_puts(m->xml, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    if (schema != NULL) {
        buf_puts(m->xml, "<?xml-model href=\"");
        put_text(m, str_of(schema));
        buf_puts(m->xml,
                 "\" schematypens=\"http://relaxng.org/ns/structure/1.0\"?>\n");
    }
    buf_puts(m->xml, "<!-- ");
    put_words(m, t->title);
    if (t->about.len > 0) {
        buf_puts(m->xml, ". ");
        put_words(m, t->about);
    }
    buf_puts(m->xml, "\n     All that stands here is a sample: put your own "
                     "words and figures in its place. -->\n");
    buf_puts(m->xml, "<report format=\"2\" template=\"");
    put_text(m, str_of(t->id));
    buf_puts(m->xml, "\">\n");
}

/* What the rules of the template say that it is, and whether it must be. */
static void put_what_it_is(const struct sample_making *m,
                           const struct template_field *f)
{
    const struct rules_field *asked =
        m->t->rules == NULL ? NULL : rules_field(m->t->rules, str_of(f->id));
    const bool optional = f->required == REQUIRED_NO;

    if (asked == NULL && !optional)
        return;
    buf_printf(m->xml, "    <!-- %s%s", optional ? "may be left out" : "",
               optional && asked != NULL ? ": " : "");
    if (asked != NULL)
        put_words(m, asked->title);
    buf_puts(m->xml, " -->\n");
}

static void put_field(const struct sample_making *m,
                      const struct template_field *f, bool left_out)
{
    const struct str says = f->value.len == 0 &&
                                    f->role == FIELD_ROLE_COUNCIL &&
                                    m->t->header_has_body
                                ? m->t->house->council
                                : f->value;

    if (says.len > 0) {
        buf_printf(m->xml, "    <!-- %s says: ", f->id);
        put_words(m, says);
        buf_puts(m->xml, "; a field of that id says something else -->\n");
        return;
    }
    if (left_out || (f->when.len > 0 && f->required == REQUIRED_NO)) {
        buf_printf(m->xml, "    <!-- <field id=\"%s\">: %s when ", f->id,
                   left_out ? "required" : "printed");
        put_words(m, f->when);
        buf_puts(m->xml, " -->\n");
        return;
    }
    put_what_it_is(m, f);
    if (f->type == FIELD_MONTH)
        buf_puts(m->xml, "    <!-- a month, a quarter as Quarter 2 2026/27, or "
                         "a financial year as 2026/27 -->\n");
    buf_printf(m->xml, "    <field id=\"%s\">", f->id);
    put_text(m, sample_field_text(m->arena, m->t, f));
    buf_puts(m->xml, "</field>\n");
}

static void put_fields(const struct sample_making *m)
{
    const bool *left_out = sample_fields_left_out(m->arena, m->t);

    buf_puts(m->xml, "  <header>\n");
    for (size_t i = 0; left_out != NULL && i < m->t->nfields; i++) {
        if (m->t->fields[i].id != NULL)
            put_field(m, &m->t->fields[i],
                      left_out[i] && m->t->fields[i].required == REQUIRED_YES);
    }
    buf_puts(m->xml, "  </header>\n");
}

static void add_file(const struct sample_making *m, const char *name,
                     struct buf *text)
{
    struct sample_file *file = list_add(m->files);

    if (file != NULL)
        *file = (struct sample_file){name, arena_str(m->arena, buf_view(text))};
    if (buf_status(text) != ST_OK)
        arena_fail(m->arena, buf_status(text));
}

static bool has_data(const struct sample_making *m, const char *id)
{
    const char *const *ids = m->data.items;

    for (size_t i = 0; i < m->data.count; i++) {
        if (strcmp(ids[i], id) == 0)
            return true;
    }
    return false;
}

static struct sample_names names_of(const struct sample_making *m,
                                    const char *id)
{
    const struct library_unit *u =
        library_unit(m->library, LIBRARY_TEMPLATES, str_of(m->t->id));
    const struct list none = list_of(m->arena, sizeof(struct source *));

    return sample_names(m->arena, m->t, u == NULL ? &none : &u->sources,
                        str_of(id));
}

/* Figures are of no later day than those that the template's samples name. */
static struct date day_of_data(const struct template *t)
{
    struct date first = {2026, 12, 1};
    struct date day;

    for (size_t i = 0; i < t->nfields; i++) {
        if (t->fields[i].type == FIELD_DATE &&
            date_read(t->fields[i].sample, &t->wording->calendar, &day) ==
                DATE_OK &&
            date_compare(day, first) < 0)
            first = day;
    }
    return first;
}

/* Data ID of a kind that can be read; otherwise a comment says what is asked
   for. */
static void put_data(struct sample_making *m, const char *id, const char *kind,
                     struct str columns)
{
    const struct library_unit *u =
        library_unit(m->library, LIBRARY_KINDS, str_of(kind));
    const struct sample_names names = names_of(m, id);
    char day[DATE_ISO_SIZE];
    const char **kept;
    struct buf csv;

    if (has_data(m, id))
        return;
    kept = list_add(&m->data);
    if (kept != NULL)
        *kept = id;
    if (u == NULL || u->status != ST_OK) {
        buf_printf(m->xml,
                   "  <!-- <data id=\"%s\" file=\"%s.csv\" "
                   "kind=\"...\"/> -->\n",
                   id, id);
        return;
    }
    buf_init(&csv, FILE_MAX_BYTES);
    sample_table(u->made, m->t->wording, &names, &csv);
    add_file(m, arena_printf(m->arena, "%s.csv", id).ptr, &csv);
    buf_free(&csv);
    buf_printf(m->xml, "  <!-- councilpress kinds %s: its headings -->\n",
               kind);
    buf_printf(m->xml,
               "  <data id=\"%s\" file=\"%s.csv\" kind=\"%s\" as-at=\"%s\"", id,
               id, kind, date_iso(day_of_data(m->t), day));
    if (columns.len > 0) {
        buf_puts(m->xml, " columns=\"");
        put_text(m, columns);
        buf_puts(m->xml, "\"");
    }
    buf_puts(m->xml, "/>\n");
}

/* What the template asks for, and what its blocks name without that: of the
   kind of that name, if there is one. */
static void put_data_of(struct sample_making *m,
                        const struct template_section *sections, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct section_calls w = {.section = &sections[i]};
        const struct generator_call *call;

        while ((call = section_calls_next(&w)) != NULL) {
            if (call->data != NULL &&
                !template_asks_for(m->t, str_of(call->data)))
                put_data(m, call->data, call->data, (struct str){NULL, 0});
        }
    }
}

static void put_all_data(struct sample_making *m)
{
    const struct template *t = m->t;

    for (size_t i = 0; i < t->ndata; i++) {
        if (t->data[i].id != NULL && t->data[i].kind != NULL)
            put_data(m, t->data[i].id, t->data[i].kind, t->data[i].sample);
    }
    put_data_of(m, t->sections, t->nsections);
    for (size_t i = 0; i < t->nparts; i++)
        put_data_of(m, t->parts[i].sections, t->parts[i].nsections);
}

static void put_people(const struct sample_making *m)
{
    for (size_t i = 0; i < m->t->nroles; i++) {
        const struct template_role *role = &m->t->roles[i];
        const struct str words = template_sample_words(role->label, role->id);

        if (role->id == NULL)
            continue;
        buf_puts(m->xml, "  <!-- also: organisation, telephone, email -->\n");
        buf_printf(m->xml, "  <person role=\"%s\" name=\"", role->id);
        put_text(m, words);
        buf_puts(m->xml, "\" job=\"");
        put_text(m, words);
        buf_puts(m->xml, "\"/>\n");
    }
}

/* The first section in which GENERATOR is called, or NULL. */
static const struct template_section *calling(const struct template *t,
                                              const char *generator)
{
    for (size_t i = 0; i < t->nsections; i++) {
        if (section_calls(&t->sections[i], generator))
            return &t->sections[i];
    }
    for (size_t i = 0; i < t->nparts; i++) {
        for (size_t k = 0; k < t->parts[i].nsections; k++) {
            if (section_calls(&t->parts[i].sections[k], generator))
                return &t->parts[i].sections[k];
        }
    }
    return NULL;
}

static void put_paragraph(const struct sample_making *m, struct str text,
                          const char *indent)
{
    buf_printf(m->xml, "%s<p>", indent);
    put_text(m, text);
    buf_puts(m->xml, "</p>\n");
}

static void put_recommendations(const struct sample_making *m)
{
    const struct template_section *s = calling(m->t, "recommendations");

    if (s == NULL)
        return;
    buf_puts(m->xml, "  <recommendations>\n    <recommendation>\n");
    put_paragraph(m, template_sample_words(s->heading, s->id), "      ");
    buf_puts(m->xml, "    </recommendation>\n  </recommendations>\n");
}

static void put_section(const struct sample_making *m,
                        const struct template_section *s, const char *indent)
{
    const struct str name = template_sample_words(s->heading, s->id);

    if (s->of_report) {
        buf_printf(m->xml,
                   "%s<!-- sections of your own stand here: <section "
                   "heading=\"...\"> -->\n",
                   indent);
        return;
    }
    if (s->id == NULL || !section_prints_prose(s))
        return;
    if (s->when.len > 0) {
        buf_printf(m->xml, "%s<!-- <section id=\"%s\">: printed when ", indent,
                   s->id);
        put_words(m, s->when);
        buf_puts(m->xml, " -->\n");
        if (s->required == REQUIRED_NO)
            return;
    }
    if (s->required == REQUIRED_NO)
        buf_printf(m->xml, "%s<!-- may be left out -->\n", indent);
    if (s->words > 0)
        buf_printf(m->xml, "%s<!-- of at most %ld words -->\n", indent,
                   (long)s->words);
    buf_printf(m->xml, "%s<section id=\"%s\">\n", indent, s->id);
    buf_puts(m->xml, indent);
    put_paragraph(m, name, "  ");
    buf_printf(m->xml, "%s</section>\n", indent);
}

static void put_sections(const struct sample_making *m)
{
    for (size_t i = 0; i < m->t->nsections; i++)
        put_section(m, &m->t->sections[i], "  ");
    for (size_t i = 0; i < m->t->nparts; i++) {
        const struct template_part *p = &m->t->parts[i];

        if (p->id == NULL)
            continue;
        buf_printf(m->xml, "  <part id=\"%s\">\n", p->id);
        for (size_t k = 0; k < p->nsections; k++)
            put_section(m, &p->sections[k], "    ");
        buf_puts(m->xml, "  </part>\n");
    }
}

static void put_papers(const struct sample_making *m)
{
    const struct template_section *appendices = calling(m->t, "appendices");
    const struct template_section *papers = calling(m->t, "background-papers");

    if (appendices != NULL) {
        buf_puts(m->xml, "  <!-- may be left out -->\n");
        buf_puts(m->xml, "  <appendix title=\"");
        put_text(m, template_sample_words(appendices->heading, appendices->id));
        buf_puts(m->xml, "\">\n");
        put_paragraph(
            m, template_sample_words(appendices->heading, appendices->id),
            "    ");
        buf_puts(m->xml, "  </appendix>\n");
    }
    if (papers != NULL) {
        buf_puts(m->xml,
                 "  <!-- may be left out, or stand several times -->\n");
        buf_puts(m->xml, "  <paper title=\"");
        put_text(m, template_sample_words(papers->heading, papers->id));
        buf_puts(m->xml, "\"/>\n");
    }
}

enum status sample_report(struct arena *arena, struct library *library,
                          const struct template *t, const char *schema,
                          struct list *files)
{
    struct buf xml;
    struct sample_making m = {
        .arena = arena,
        .library = library,
        .t = t,
        .xml = &xml,
        .files = files,
        .data = list_of(arena, sizeof(const char *)),
    };
    struct sample_file *first;

    *files = list_of(arena, sizeof(struct sample_file));
    if (list_add(files) == NULL)
        return arena_status(arena);
    buf_init(&xml, FILE_MAX_BYTES);
    put_head(&m, schema);
    put_fields(&m);
    put_all_data(&m);
    put_people(&m);
    put_recommendations(&m);
    put_sections(&m);
    put_papers(&m);
    buf_puts(&xml, "</report>\n");
    first = files->items;
    *first =
        (struct sample_file){"report.xml", arena_str(arena, buf_view(&xml))};
    if (buf_status(&xml) != ST_OK)
        arena_fail(arena, buf_status(&xml));
    buf_free(&xml);
    return arena_status(arena);
}

static enum status put_in(const char *folder, const struct list *files,
                          struct outfile_error *error)
{
    const struct sample_file *items = files->items;

    for (size_t i = 0; i < files->count; i++) {
        const enum status st =
            outfile_put_at(folder, items[i].name, items[i].text, error);

        if (st == ST_OK)
            continue;
        console_error("%s/%s: cannot %s: %s", folder, items[i].name,
                      error->step == NULL ? "create" : error->step,
                      strerror(error->error));
        return st;
    }
    return ST_OK;
}

enum status sample_put(const char *folder, const struct list *files)
{
    struct outfile_error error = {NULL, NULL, 0, false};
    const enum status st = outfile_folder(folder, &error);

    if (st == ST_OK)
        return put_in(folder, files, &error);
    console_error("%s: cannot %s: %s", folder, error.step,
                  strerror(error.error));
    return st;
}
