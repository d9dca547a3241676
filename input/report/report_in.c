#include "input/report/report_in.h"
#include "input/report/report_elements.h"
#include "input/report/report_parts.h"
#include "input/text/text_in.h"

static void take_overrides(struct report_reading *r,
                           const struct override *overrides, size_t count)
{
    struct arena *a = r->xml.arena;
    struct report_override *all = arena_alloc(a, count, sizeof(*all));

    if (all == NULL)
        return;
    for (size_t i = 0; i < count; i++) {
        struct source *option = arena_alloc(a, 1, sizeof(*option));

        if (option == NULL)
            return;
        option->kind = SOURCE_OPTION;
        option->name = arena_printf(a, "%s %.*s", overrides[i].option,
                                    STR_ARG(overrides[i].name))
                           .ptr;
        all[i].given = &overrides[i];
        all[i].at = (struct place){option, 0, 0};
        all[i].value = text_in(a, overrides[i].value, all[i].at,
                               TEXT_BREAK_SPACE, r->xml.findings);
        option->text = all[i].value;
    }
    r->overrides = all;
    r->noverrides = count;
}

static void refuse_unused_overrides(const struct report_reading *r)
{
    struct list names = list_of(r->xml.arena, sizeof(struct str));
    const struct template *t = r->template_used;

    for (size_t i = 0; t != NULL && i < t->nfields; i++)
        report_offer(&names, t->fields[i].id);
    for (size_t i = 0; i < r->made->nvalues; i++)
        report_offer(&names, r->made->values[i].id);
    for (size_t i = 0; i < r->made->ndata; i++) {
        const char *id = r->made->data[i].id;

        if (id != NULL)
            report_offer(&names,
                         arena_printf(r->xml.arena, "%s.as-at", id).ptr);
    }
    for (size_t i = 0; i < r->noverrides && t != NULL; i++) {
        const struct report_override *o = &r->overrides[i];

        if (o->used)
            continue;
        finding(r->xml.findings, FINDING_UNKNOWN_NAME, o->at,
                "the report has no header field, value or data attribute "
                "`%.*s`",
                STR_ARG(o->given->name));
        finding_nearest(r->xml.findings, o->given->name, names.items,
                        names.count);
    }
}

/* Without a template that is known, the words of any will do to read the
   rest, so that its faults are found in the same run; not where the template
   has faults: what follows from them would be more. */
static bool find_template(struct report_reading *r)
{
    const struct templates *f = r->templates;
    const struct xml_attribute_rule *name = AT(report, template_name);
    struct list names = list_of(r->xml.arena, sizeof(struct str));
    bool faulty = false;

    r->template_used = f->find(
        f->context, r->instead.len > 0 ? r->instead : xml_value(r->root, name),
        &faulty);
    if (faulty)
        return false;
    if (r->template_used != NULL) {
        r->wording = r->template_used->wording;
        return true;
    }
    if (xml_given(r->root, name) != NULL) {
        f->offer(f->context, &names);
        xml_unknown(&r->xml, r->root, name, names.items, names.count);
    }
    r->wording = f->any_wording(f->context);
    return r->wording != NULL;
}

static const struct wording *find_wording(const struct report_reading *r,
                                          const struct xml_attribute *lang)
{
    const struct templates *f = r->templates;
    const struct str meant = xml_language_meant(lang);
    const struct wording *w = f->find_wording(f->context, lang->value);

    if (w == NULL && meant.len > 0 &&
        f->find_wording(f->context, meant) != NULL)
        xml_language_unknown(&r->xml, lang);
    return w;
}

/* Of the report's own language, and of those of blocks and words. */
static void find_wordings(struct report_reading *r)
{
    struct list languages =
        list_of(r->xml.arena, sizeof(const struct xml_attribute *));
    struct list all = list_of(r->xml.arena, sizeof(const struct wording *));
    const struct xml_attribute *const *items;

    xml_languages(r->root, &languages);
    items = languages.items;
    for (size_t i = 0; i < languages.count; i++) {
        const struct wording *w =
            r->wording->lang != NULL &&
                    str_is(items[i]->value, r->wording->lang)
                ? NULL
                : find_wording(r, items[i]);
        const struct wording **kept = w == NULL ? NULL : list_add(&all);

        if (kept != NULL)
            *kept = w;
    }
    r->made->wordings = all.items;
    r->made->nwordings = all.count;
}

/* The wording of the language that the report itself is written in. */
static const struct wording *own_wording(const struct report_reading *r)
{
    const struct wording *const *all = r->made->wordings;
    struct str rest = str_of(r->made->lang);
    const struct str own = str_cut(&rest, '-');

    for (size_t i = 0; own.len > 0 && i < r->made->nwordings; i++) {
        struct str lang = str_of(all[i]->lang);

        if (str_eq(str_cut(&lang, '-'), own))
            return all[i];
    }
    return NULL;
}

static struct source *open_image(void *reading, const char *name,
                                 struct place at)
{
    return report_file(reading, name, SOURCE_BYTES, at);
}

static void read_parts(struct report_reading *r)
{
    const struct template *t = r->template_used;

    r->xml.wording = r->wording;
    find_wordings(r);
    if (r->made->lang == NULL && t != NULL)
        r->made->lang = t->lang;
    r->images = image_files_of(r->xml.arena, r->xml.findings, open_image, r);
    r->prose = (struct prose_options){
        .template_used = t,
        .list_series = t == NULL ? NULL : t->list_series,
        .ordered_series = t == NULL ? NULL : t->ordered_series,
        .wording = r->wording,
        .images = &r->images,
    };
    cell_reader_init(&r->cells, r->xml.arena, r->wording, &r->prose,
                     r->xml.findings);
    r->cells.own_wording = own_wording(r);
    report_read_header(r);
    report_read_data(r);
    report_read_values(r);
    if (r->data_only)
        return;
    report_read_people(r);
    report_read_acknowledgements(r);
    report_read_previous(r);
    report_read_body(r);
    report_check_ids(r);
    report_find_sample(r);
    refuse_unused_overrides(r);
}

/* report.xml, and the template that it names; false when no more can be read.
 */
static bool read_root(struct report_reading *r,
                      const struct override *overrides, size_t noverrides)
{
    const struct source *source =
        report_file(r, "report.xml", SOURCE_TEXT, NOWHERE);

    if (source != NULL)
        r->status = status_worst(r->status,
                                 xml_in(r->xml.arena, source, &report_element,
                                        r->xml.findings, &r->root));
    r->made->source = source;
    if (r->root == NULL)
        return false;
    XML_FILL(&r->xml, r->root, report, r->made);
    take_overrides(r, overrides, noverrides);
    return find_template(r);
}

static void list_sources(const struct report_reading *r)
{
    r->made->sources = r->sources.items;
    r->made->nsources = r->sources.count;
}

static report_read_fn read_all;

static struct report_reading reading_of(struct arena *arena, const char *folder,
                                        const struct templates *templates,
                                        struct findings *findings,
                                        struct report *report)
{
    return (struct report_reading){
        .xml = {arena, findings, NULL},
        .folder = folder,
        .templates = templates,
        .previous = list_of(arena, sizeof(struct data)),
        .sources = list_of(arena, sizeof(struct source *)),
        .made = report,
        .read_all = read_all,
        .status = ST_OK,
    };
}

/* Its findings are said when it is built itself. */
static void read_of(struct report_reading *r)
{
    struct arena *a = r->xml.arena;
    struct report *made = arena_alloc(a, 1, sizeof(*made));
    struct findings *unheard = arena_alloc(a, 1, sizeof(*unheard));
    const char *folder = NULL;
    const char *name = NULL;
    struct report_reading other;

    if (made == NULL || unheard == NULL || !report_of_folder(r, &folder, &name))
        return;
    findings_init_unheard(unheard, a);
    *made = (struct report){.name = name, .folder = folder};
    other = reading_of(a, folder, r->templates, unheard, made);
    if (read_root(&other, NULL, 0))
        read_parts(&other);
    list_sources(&other);
    report_take_of(r, &other, name);
}

static void find_rules(struct report_reading *r)
{
    const struct xml_attribute_rule *rules = AT(report, rules);
    const struct templates *f = r->templates;
    struct list names = list_of(r->xml.arena, sizeof(struct str));
    bool faulty = false;

    if (xml_given(r->root, rules) == NULL)
        return;
    r->made->rules =
        f->find_rules(f->context, xml_value(r->root, rules), &faulty);
    if (r->made->rules != NULL || faulty)
        return;
    f->offer_rules(f->context, &names);
    xml_unknown(&r->xml, r->root, rules, names.items, names.count);
}

static void read_all(struct report_reading *r, const struct override *overrides,
                     size_t noverrides)
{
    struct report *report = r->made;

    if (!read_root(r, overrides, noverrides))
        return;
    if (!r->data_only) {
        find_rules(r);
        read_of(r);
        report->of_lost = xml_given(r->root, AT(report, of_folder)) != NULL &&
                          report->of == NULL;
    }
    read_parts(r);
}

static enum status read(struct report_reading *r,
                        const struct override *overrides, size_t noverrides)
{
    read_all(r, overrides, noverrides);
    list_sources(r);
    r->status = status_worst(r->status, arena_status(r->xml.arena));
    if (r->status == ST_OK && findings_stop(r->xml.findings))
        r->status = ST_DATA;
    return r->status;
}

enum status report_in(struct arena *arena, const char *folder, const char *name,
                      const struct templates *templates,
                      const struct override *overrides, size_t noverrides,
                      struct findings *findings, struct report *report,
                      const struct template **template_used)
{
    struct report_reading r =
        reading_of(arena, folder, templates, findings, report);
    enum status st;

    r.instead = templates->instead;
    *report = (struct report){.name = name, .folder = folder};
    st = read(&r, overrides, noverrides);
    *template_used = r.template_used;
    return st;
}

enum status report_data_in(struct arena *arena, const char *folder,
                           const char *name, const struct templates *templates,
                           struct findings *findings, struct report *report,
                           const struct template **template_used)
{
    struct report_reading r =
        reading_of(arena, folder, templates, findings, report);
    enum status st;

    r.data_only = true;
    r.shown = folder;
    *report = (struct report){.name = name, .folder = folder};
    st = read(&r, NULL, 0);
    *template_used = r.template_used;
    report->template_used = r.template_used;
    return st;
}
