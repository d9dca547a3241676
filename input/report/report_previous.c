#include "input/report/previous_path.h"
#include "input/report/report_elements.h"
#include "input/report/report_parts.h"

#include <limits.h>
#include <stdlib.h>

/* The first fault of what was read from the period before, if it has one. What
   a template asks of its report.xml today may have been left out then. */
static bool has_fault(const struct report_reading *r, struct place at,
                      struct str path, const struct findings *own)
{
    const struct finding *x = own->first;

    while (x != NULL && (x->level != LEVEL_ERROR ||
                         (x->id == FINDING_MISSING && x->at.source != NULL &&
                          x->at.source->kind == SOURCE_TEXT)))
        x = x->next;
    if (x == NULL)
        return false;
    previous_refuse(r, at, path, "has a fault");
    finding_hint(r->xml.findings, "%.*s: %.*s",
                 STR_ARG(source_place_name(r->xml.arena, x->at)),
                 STR_ARG(x->text));
    return true;
}

/* The report that a folder holds, as far as it can be compared. */
static const struct report *read_folder(struct report_reading *r,
                                        const struct leads *to)
{
    struct arena *a = r->xml.arena;
    struct report *report = arena_alloc(a, 1, sizeof(*report));
    struct findings own;
    struct report_reading before = {
        .xml = {a, &own, NULL},
        .folder = to->folder,
        .templates = r->templates,
        .shown = to->shown,
        .data_only = true,
        .previous = list_of(a, sizeof(struct data)),
        .sources = r->sources,
        .made = report,
        .read_all = r->read_all,
        .status = ST_OK,
    };

    if (report == NULL)
        return NULL;
    findings_init(&own, a);
    *report = (struct report){.name = r->made->name, .folder = to->folder};
    r->read_all(&before, NULL, 0);
    r->sources = before.sources;
    report->template_used = before.template_used;
    if (before.status > ST_NOINPUT)
        r->status = status_worst(r->status, before.status);
    if (has_fault(r, to->at, str_of(to->shown), &own))
        return NULL;
    if (report->template_used == NULL) {
        previous_refuse(r, to->at, str_of(to->shown),
                        "has a template with faults");
        return NULL;
    }
    return report;
}

/* A file in place of that of D. */
static bool read_file(struct report_reading *r, const struct xml_node *node,
                      struct table_options *options, const struct data *d,
                      const struct leads *to, struct data *old)
{
    struct findings *const findings = r->xml.findings;
    const char *const folder = r->folder;
    struct findings own;

    findings_init(&own, r->xml.arena);
    *old = *d;
    old->file = to->file;
    old->table = NULL;
    old->as_at = (struct date){0};
    options->period = (struct report_period){0}; /* not that of the data */
    r->xml.findings = &own;
    r->folder = to->folder;
    r->shown = to->shown;
    r->status =
        status_worst(r->status, report_read_table(r, node, options, old));
    r->xml.findings = findings;
    r->folder = folder;
    r->shown = NULL;
    return !has_fault(r, to->at, str_of(to->file), &own) && old->table != NULL;
}

static bool read_data_of(struct report_reading *r, const struct leads *to,
                         const struct data *d, struct data *old)
{
    const struct report *report = read_folder(r, to);
    const struct data *found =
        report == NULL ? NULL : report_data(report, str_of(d->id));
    struct list names = list_of(r->xml.arena, sizeof(struct str));

    if (found != NULL) {
        *old = *found;
        return true;
    }
    if (report == NULL)
        return false;
    for (size_t i = 0; i < report->ndata; i++)
        report_offer(&names, report->data[i].id);
    previous_refuse(r, to->at, str_of(to->shown), "has no such data");
    finding_nearest(r->xml.findings, str_of(d->id), names.items, names.count);
    return false;
}

/* Nothing would ever have changed. */
static bool is_itself(const struct report_reading *r, const struct data *d,
                      const struct leads *to)
{
    struct arena *a = r->xml.arena;
    const char *folder = r->folder[0] == '\0' ? "." : r->folder;
    char real[PATH_MAX];
    const char *own;
    bool itself;

    if (to->file == NULL || d->file == NULL)
        return false;
    own = arena_printf(a, "%s/%s", folder, d->file).ptr;
    itself = own != NULL && realpath(own, real) != NULL &&
             str_is(arena_printf(a, "%s/%s", to->folder, to->file), real);
    if (itself)
        previous_refuse(r, to->at, str_of(to->file),
                        "is the file of the data itself");
    return itself;
}

void report_read_previous_data(struct report_reading *r,
                               const struct xml_node *node,
                               struct table_options *options,
                               const struct data *d)
{
    const struct place at = xml_value_at(node, AT(data, previous_path));
    struct leads to;
    struct data old;
    struct data *kept;

    if (d->previous_path.len == 0 || d->id == NULL || r->made->previous_failed)
        return;
    r->made->previous_failed = true;
    if (!previous_find(r, d->previous_path, at, d, &to) ||
        is_itself(r, d, &to) ||
        (to.file != NULL ? !read_file(r, node, options, d, &to, &old)
                         : !read_data_of(r, &to, d, &old)))
        return;
    r->made->previous_failed = false;
    kept = list_add(&r->previous);
    if (kept != NULL)
        *kept = old;
}

/* What the data of both periods must have in common. */
static void compare_data(const struct report_reading *r, const struct data *now,
                         const struct data *old)
{
    if (now->kind == NULL || old->kind == NULL)
        return; /* there is a finding */
    if (!str_eq(str_of(now->kind->id), str_of(old->kind->id)))
        finding(
            r->xml.findings, FINDING_PREVIOUS, now->at,
            "the data `%s` is of the kind `%s`, and was of the kind `%s` in "
            "the period before",
            now->id, now->kind->id, old->kind->id);
    else if (old->audience > now->audience)
        finding(r->xml.findings, FINDING_PREVIOUS, now->at,
                "the data `%s` is published, and was internal in the period "
                "before",
                now->id);
    else
        return;
    finding_hint(r->xml.findings, "give it another id, so that the two are not "
                                  "compared");
}

/* That of the folder, with data in place of its own that data names. */
static const struct data *join_data(struct report_reading *r,
                                    const struct report *folder, size_t *count)
{
    const struct data *named = r->previous.items;
    struct list all = list_of(r->xml.arena, sizeof(struct data));
    struct data *kept;

    for (size_t i = 0; i < r->previous.count; i++) {
        kept = list_add(&all);
        if (kept != NULL)
            *kept = named[i];
    }
    for (size_t i = 0; folder != NULL && i < folder->ndata; i++) {
        const struct data *d = &folder->data[i];
        size_t k = 0;

        while (k < r->previous.count &&
               (d->id == NULL || !str_is(str_of(d->id), named[k].id)))
            k++;
        kept = k < r->previous.count ? NULL : list_add(&all);
        if (kept != NULL)
            *kept = *d;
    }
    *count = all.count;
    return all.items;
}

/* The views of both: what is asked of one today is asked of it then. */
static void join_views(struct report_reading *r, struct report *before)
{
    struct list all = list_of(r->xml.arena, sizeof(struct view));
    const struct report *made = r->made;
    struct view *kept;

    for (size_t i = 0; i < made->nviews; i++) {
        kept = list_add(&all);
        if (kept != NULL)
            *kept = made->views[i];
    }
    for (size_t i = 0; i < before->nviews; i++) {
        size_t k = 0;

        while (k < made->nviews &&
               (before->views[i].id == NULL || made->views[k].id == NULL ||
                !str_is(str_of(before->views[i].id), made->views[k].id)))
            k++;
        kept = k < made->nviews ? NULL : list_add(&all);
        if (kept != NULL)
            *kept = before->views[i];
    }
    before->views = all.items;
    before->nviews = all.count;
}

static void check_data(const struct report_reading *r,
                       const struct report *before)
{
    for (size_t i = 0; i < r->made->ndata; i++) {
        const struct data *now = &r->made->data[i];
        const struct data *old =
            now->id == NULL ? NULL : report_data(before, str_of(now->id));

        if (old == NULL)
            continue;
        compare_data(r, now, old);
        report_refuse_internal_before(r, now, old);
    }
}

/* A period as it is printed. */
static struct str period_text(const struct report_reading *r,
                              const struct field *f)
{
    return report_period_text(
        r->xml.arena, r->template_used->wording,
        report_period_around(f->date, f->months == 0 ? 1 : f->months));
}

/* A folder was copied and not its `previous`, or not its `period`. */
static void check_order(const struct report_reading *r, struct place at,
                        const struct report *before, const struct leads *to)
{
    const struct field *now = report_period_field(r->made);
    const struct field *then = report_period_field(before);

    if (now == NULL || then == NULL ||
        date_compare(then->date, now->date) < 0 || r->template_used == NULL)
        return;
    finding(r->xml.findings, FINDING_AS_AT, at,
            "the period before, `%s`, is of %.*s, and this report of %.*s",
            to->shown, STR_ARG(period_text(r, then)),
            STR_ARG(period_text(r, now)));
    finding_hint(r->xml.findings,
                 "correct `previous`, or `period` in the header");
}

/* `previous=""` is a name that somebody meant to write. */
static bool is_left_blank(const struct report_reading *r, struct place at)
{
    if (r->made->previous_path.len > 0 ||
        xml_given(r->root, AT(report, previous_path)) == NULL)
        return false;
    finding(r->xml.findings, FINDING_PREVIOUS, at, "`previous` names nothing");
    finding_hint(r->xml.findings, "name the folder of the report before this "
                                  "one, or leave the attribute out");
    return true;
}

void report_read_previous(struct report_reading *r)
{
    const struct place at = xml_value_at(r->root, AT(report, previous_path));
    const struct report *folder = NULL;
    struct report *before;
    struct leads to;

    r->made->previous_failed |= is_left_blank(r, at);
    if (r->made->previous_path.len > 0 &&
        previous_find(r, r->made->previous_path, at, NULL, &to)) {
        if (to.file != NULL)
            previous_refuse(r, at, r->made->previous_path,
                            "is a file; a report's is the folder of another");
        else
            folder = read_folder(r, &to);
        if (folder != NULL)
            check_order(r, at, folder, &to);
    }
    r->made->previous_failed |=
        folder == NULL && r->made->previous_path.len > 0;
    if (folder == NULL && r->previous.count == 0)
        return;
    before = arena_alloc(r->xml.arena, 1, sizeof(*before));
    if (before == NULL)
        return;
    *before = folder != NULL
                  ? *folder
                  : (struct report){.name = r->made->name,
                                    .folder = r->made->folder,
                                    .source = r->made->source,
                                    .template_used = r->template_used};
    before->data = join_data(r, folder, &before->ndata);
    join_views(r, before);
    check_data(r, before);
    r->made->previous = before;
}
