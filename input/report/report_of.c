#include "core/model/template.h"
#include "input/file/file_in.h"
#include "input/report/report_elements.h"
#include "input/report/report_parts.h"
#include "input/report/report_root.h"

#include <errno.h>
#include <sys/stat.h>

static bool is_there(struct arena *a, const char *folder)
{
    const char *file = arena_printf(a, "%s/report.xml", folder).ptr;
    struct stat about;

    return file == NULL || stat(file, &about) == 0 || errno != ENOENT;
}

bool report_of_folder(struct report_reading *r, const char **folder,
                      const char **name)
{
    const struct xml_attribute_rule *rule = AT(report, of_folder);
    struct arena *a = r->xml.arena;
    struct source *source = NULL;
    struct str given;
    enum status st;

    if (xml_given(r->root, rule) == NULL)
        return false;
    if (!report_of_name(xml_value(r->root, rule), &given)) {
        finding(
            r->xml.findings, FINDING_OUTSIDE, xml_value_at(r->root, rule),
            "a report belongs to one in a folder beside its own, `../NAME`");
        return false;
    }
    *folder =
        arena_printf(a, "%s/../%.*s", r->folder[0] == '\0' ? "." : r->folder,
                     STR_ARG(given))
            .ptr;
    *name = arena_cstr(a, given);
    if (*folder == NULL || *name == NULL)
        return false;
    if (!is_there(a, *folder)) {
        finding(r->xml.findings, FINDING_NO_FILE, xml_value_at(r->root, rule),
                "there is no report `../%s`", *name);
        finding_hint(r->xml.findings,
                     "name the folder beside this one whose report it belongs "
                     "to");
        r->status = status_worst(r->status, ST_DATA);
        return false;
    }
    st = file_in(a, *folder, "report.xml", true, SOURCE_TEXT,
                 xml_value_at(r->root, rule), r->xml.findings, &source);
    r->status = status_worst(r->status, st);
    return st == ST_OK;
}

/* What the report that this one belongs to has been made of is an input of this
   one, under a name of its own. */
static void share_sources(struct report_reading *r,
                          const struct report_reading *other, const char *name)
{
    struct source *const *sources = other->sources.items;

    for (size_t i = 0; i < other->sources.count; i++) {
        struct source **kept = list_add(&r->sources);

        if (kept == NULL)
            return;
        *kept = sources[i];
        sources[i]->name =
            arena_printf(r->xml.arena, "../%s/%s", name, sources[i]->name).ptr;
    }
}

void report_take_of(struct report_reading *r,
                    const struct report_reading *other, const char *name)
{
    const struct xml_attribute_rule *rule = AT(report, of_folder);

    share_sources(r, other, name);
    r->status = status_worst(r->status, other->status);
    if (xml_given(other->root, rule) != NULL) {
        finding(r->xml.findings, FINDING_BAD_VALUE, xml_value_at(r->root, rule),
                "the report `%s` itself belongs to another: name that one",
                name);
        return;
    }
    if (findings_stop(other->xml.findings) || other->template_used == NULL) {
        finding(r->xml.findings, FINDING_OF_FAULTS, xml_value_at(r->root, rule),
                "the report `%s` has faults", name);
        finding_hint(r->xml.findings, "mend it first: councilpress check %s",
                     other->folder);
        return;
    }
    r->made->of = other->made;
    r->made->of_template = other->template_used;
}

/* What the other says by its field ID, or by its template's; text and day. What
   its template says under a condition is not known here. */
static bool said_of(const struct report *r, const char *id, struct field *said)
{
    const struct field *f = report_field(r->of, str_of(id));
    const struct template_field *x = template_field(r->of_template, str_of(id));

    if (f != NULL && f->text.len > 0)
        *said = *f;
    else if (x != NULL && x->value.len > 0 && x->when.len == 0 &&
             str_find(x->value, STR_LIT("{{")) == x->value.len)
        *said = (struct field){.id = x->id, .text = x->value, .at = x->at};
    else
        return false;
    if (x != NULL && x->audience == AUDIENCE_INTERNAL)
        said->audience = AUDIENCE_INTERNAL;
    return true;
}

static bool differs(const struct field *a, const struct field *b)
{
    if (a->date.year != 0 && b->date.year != 0)
        return date_compare(a->date, b->date) != 0 || a->months != b->months;
    return !str_same_word(a->text, b->text);
}

void report_take_field(struct report_reading *r,
                       const struct template_field *declared,
                       struct field *given, struct list *all)
{
    struct field said = {0};

    if (r->made->of == NULL || declared->id == NULL ||
        !said_of(r->made, declared->id, &said))
        return;
    if (given != NULL && given->text.len > 0) {
        if (!differs(given, &said))
            return;
        finding(r->xml.findings, FINDING_OF_DIFFERS, given->at,
                "the header field `%s` says `%.*s`, and the report that this "
                "one belongs to says `%.*s`",
                declared->id, STR_ARG(given->text), STR_ARG(said.text));
        finding_hint(r->xml.findings, "remove the field");
        return;
    }
    if (said.date.year == 0)
        report_read_field_value(r, declared, &said);
    if (given == NULL)
        given = list_add(all);
    if (given == NULL)
        return;
    said.id = declared->id;
    *given = said;
}

void report_take_people(struct report_reading *r, struct list *people)
{
    const struct report *of = r->made->of;
    const size_t own = people->count;

    for (size_t i = 0; of != NULL && i < of->npeople; i++) {
        const struct person *have = people->items;
        const struct template *t = r->template_used;
        struct person *p;
        size_t n = 0;
        size_t role = 0;

        while (n < own &&
               !str_eq(str_of(have[n].role), str_of(of->people[i].role)))
            n++;
        while (role < t->nroles &&
               !str_eq(str_of(t->roles[role].id), str_of(of->people[i].role)))
            role++;
        p = n < own || role == t->nroles ? NULL : list_add(people);
        if (p != NULL)
            *p = of->people[i];
    }
}
