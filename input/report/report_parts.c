#include "input/report/report_parts.h"
#include "input/file/file_in.h"

#include <string.h>

/* One that was read before: as the set that it is said to be in now, or not. */
static struct source *known_file(const struct report_reading *r,
                                 struct source *source,
                                 struct encoding_given given)
{
    if (given.name.len == 0 || encoding_is(source->charset, given.name))
        return source;
    finding(r->xml.findings, FINDING_BAD_VALUE, given.at,
            "`%s` was read as %s where it is named first", source->name,
            source->charset);
    finding_hint(r->xml.findings, "say the same `encoding` each time");
    return NULL;
}

const char *report_shown_name(const struct report_reading *r, const char *name)
{
    const char *shown =
        r->shown == NULL
            ? name
            : arena_printf(r->xml.arena, "%s/%s", r->shown, name).ptr;

    return shown == NULL ? name : shown;
}

static struct source *read_file(struct report_reading *r, const char *name,
                                enum source_kind kind, struct place at,
                                struct encoding_given given)
{
    struct source *const *sources = r->sources.items;
    struct source *source;
    struct source **kept;
    enum status st;

    const char *shown = report_shown_name(r, name);

    for (size_t i = 0; i < r->sources.count; i++) {
        if (sources[i]->kind == kind && strcmp(sources[i]->name, shown) == 0)
            return known_file(r, sources[i], given);
    }
    st = file_in_encoded(r->xml.arena, r->folder, name, true, kind, at, given,
                         r->xml.findings, &source);
    r->status = status_worst(r->status, st);
    kept = st == ST_OK ? list_add(&r->sources) : NULL;
    if (kept == NULL)
        return NULL;
    if (r->shown != NULL)
        source->name = shown;
    *kept = source;
    return source;
}

struct source *report_file(struct report_reading *r, const char *name,
                           enum source_kind kind, struct place at)
{
    return read_file(r, name, kind, at, ENCODING_NOT_GIVEN);
}

struct source *report_encoded_file(struct report_reading *r, const char *name,
                                   enum source_kind kind, struct place at,
                                   const struct xml_node *node,
                                   const struct xml_attribute_rule *encoding)
{
    const struct encoding_given given = {xml_value(node, encoding),
                                         xml_value_at(node, encoding),
                                         str_of(r->wording->lang)};

    return read_file(r, name, kind, at, given);
}

const struct report_override *report_overridden(struct report_reading *r,
                                                const char *name,
                                                const char *attribute)
{
    const struct report_override *found = NULL;

    for (size_t i = 0; i < r->noverrides; i++) {
        struct str rest = r->overrides[i].given->name;
        const struct str head = attribute == NULL ? rest : str_cut(&rest, '.');

        if (!str_is(head, name) ||
            (attribute != NULL && !str_is(rest, attribute)))
            continue;
        r->overrides[i].used = true;
        found = &r->overrides[i]; /* the last one given holds */
    }
    return found;
}

struct date report_date(const struct report_reading *r, struct str text,
                        struct place at)
{
    static const struct kind_column kind = {.type = TYPE_DATE};
    struct cell_column column = {.kind = &kind};
    struct date day = {0};
    struct cell cell;

    for (size_t i = 0; i < r->made->nwordings; i++) {
        if (date_read(text, &r->made->wordings[i]->calendar, &day) == DATE_OK)
            return day;
    }
    cell_read(&r->cells, &column, text, at, &cell);
    cell_column_end(&r->cells, &column);
    return cell.state == CELL_VALUE ? cell.value.date : (struct date){0};
}

static void read_any_month(const struct report_reading *r, struct field *f)
{
    struct arena *a = r->xml.arena;

    for (size_t i = 0; i < r->made->nwordings; i++) {
        if (report_period_months(a, f->text, r->made->wordings[i], &f->date,
                                 &f->months))
            return;
    }
    if (report_period_months(a, f->text, r->wording, &f->date, &f->months))
        return;
    finding(r->xml.findings, FINDING_BAD_DATE, f->at,
            "`%.*s` is not a month, a quarter or a financial year",
            STR_ARG(f->text));
    finding_hint(r->xml.findings, "write it as September 2026, Quarter 2 "
                                  "2026/27 or 2026/27");
}

/* It is called as the template calls it from then on. */
static void read_answer(const struct report_reading *r,
                        const struct template_field *declared, struct field *f)
{
    const struct str *answer =
        template_answer(declared, f->text, f->at, r->xml.findings);

    if (answer != NULL)
        f->text = *answer;
}

void report_read_field_value(const struct report_reading *r,
                             const struct template_field *declared,
                             struct field *f)
{
    if (declared->type == FIELD_DATE)
        f->date = report_date(r, f->text, f->at);
    else if (declared->type == FIELD_MONTH)
        read_any_month(r, f);
    else if (declared->type == FIELD_CHOICE && f->text.len > 0)
        read_answer(r, declared, f);
}

void report_offer(struct list *names, const char *name)
{
    struct str *place = name == NULL ? NULL : list_add(names);

    if (place != NULL)
        *place = str_of(name);
}
