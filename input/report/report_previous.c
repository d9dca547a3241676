#include "input/report/report_elements.h"
#include "input/report/report_parts.h"
#include "input/report/report_root.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* Where a path to the period before leads. */
struct leads {
    const char *folder; /* of a report, or that a file lies in */
    const char *file;   /* NULL: it is a folder */
    const char *shown;  /* the folder, as the report names it */
    struct place at;
};

static void refuse(const struct report_reading *r, struct place at,
                   struct str path, const char *why)
{
    finding(r->xml.findings, FINDING_PREVIOUS, at,
            "the period before, `%.*s`, %s", STR_ARG(path), why);
}

/* The last part of a path, which is cut off it. */
static struct str cut_base(struct str *path)
{
    size_t n = path->len;
    struct str base;

    while (n > 0 && path->ptr[n - 1] != '/')
        n--;
    base = str_from(*path, n);
    *path = str_to(*path, n == 0 ? 0 : n - 1);
    return base;
}

/* The day that says which period is before D, or that of the report. */
static struct date day_of(const struct report_reading *r, const struct data *d)
{
    static const char *const fields[] = {"period", "date"};

    if (d != NULL && d->as_at.year != 0)
        return d->as_at;
    for (size_t i = 0; i < 2; i++) {
        const struct field *f = report_field(r->made, str_of(fields[i]));

        if (f != NULL && f->date.year != 0)
            return f->date;
    }
    for (size_t i = 0; d == NULL && i < r->made->ndata; i++) {
        if (r->made->data[i].as_at.year != 0)
            return r->made->data[i].as_at;
    }
    return (struct date){0};
}

/* How many months the period of the report has. */
static int months_of(const struct report_reading *r)
{
    const struct field *f = report_field(r->made, STR_LIT(REPORT_PERIOD_FIELD));

    return f == NULL || f->months == 0 ? 1 : f->months;
}

static struct str month_text(struct arena *a, struct date d, int back)
{
    const int months = d.year * 12 + d.month - 1 - back;

    return arena_printf(a, "%04d-%02d", months / 12, months % 12 + 1);
}

/* PATH without its placeholders; empty, and a finding, where no day fills them.
 */
static struct str filled(const struct report_reading *r, struct str path,
                         struct place at, struct date day)
{
    struct arena *a = r->xml.arena;
    char real[PATH_MAX];
    struct str folder = STR_LIT("");
    struct placeholder placeholders[] = {
        {"month", {NULL, 0}}, {"month-before", {NULL, 0}}, {"name", {NULL, 0}}};

    if (str_find(path, STR_LIT("{month")) < path.len && day.year == 0) {
        refuse(r, at, path, "needs a month, and the report says of none");
        finding_hint(r->xml.findings,
                     "give as-at=\"...\", or the header field `period`");
        return (struct str){NULL, 0};
    }
    if (realpath(r->folder[0] == '\0' ? "." : r->folder, real) != NULL) {
        folder = arena_str(a, str_of(real));
        placeholders[2].value = cut_base(&folder);
    }
    if (day.year != 0) {
        placeholders[0].value = month_text(a, day, 0);
        placeholders[1].value = month_text(a, day, months_of(r));
    }
    return wording_fill(a, path, placeholders,
                        sizeof(placeholders) / sizeof(*placeholders));
}

/* Whether REAL is ROOT or lies below it. */
static bool is_below(const char *root, const char *real)
{
    char at[PATH_MAX];
    struct stat about;
    struct str s;

    if (realpath(root[0] == '\0' ? "." : root, at) == NULL ||
        stat(at, &about) != 0)
        return false;
    s = str_of(at);
    if (!S_ISDIR(about.st_mode))
        (void)cut_base(&s);
    if (s.len == 1) /* / */
        return true;
    return strncmp(s.ptr, real, s.len) == 0 &&
           (real[s.len] == '/' || real[s.len] == '\0');
}

/* PATH, which leads to WHOLE, names a folder beside the report's own, and no
   link to another. */
static bool is_beside(struct str path, const char *whole)
{
    struct stat about;
    struct str name;

    return report_of_name(path, &name) && lstat(whole, &about) == 0 &&
           S_ISDIR(about.st_mode);
}

/* The folder that holds both this report and REAL; empty when no more than the
   root does. */
static struct str holds_both(const struct report_reading *r, const char *real)
{
    char own[PATH_MAX];
    size_t same = 0;
    size_t cut = 0;

    if (realpath(r->folder[0] == '\0' ? "." : r->folder, own) == NULL)
        return (struct str){NULL, 0};
    while (own[same] != '\0' && own[same] == real[same]) {
        if (own[same] == '/')
            cut = same;
        same++;
    }
    if (own[same] == '\0' && real[same] == '/')
        cut = same;
    return arena_str(r->xml.arena, (struct str){real, cut});
}

static void refuse_beyond(const struct report_reading *r, struct place at,
                          struct str path, const char *real)
{
    const struct str both = holds_both(r, real);

    refuse(r, at, path, "lies below no path of this run");
    if (both.len > 0)
        finding_hint(r->xml.findings,
                     "name on the command line the folder that holds both: "
                     "%.*s",
                     STR_ARG(both));
    else
        finding_hint(r->xml.findings,
                     "put both below one folder, and name it on the command "
                     "line");
}

static bool is_allowed(const struct report_reading *r, const char *real)
{
    for (size_t i = 0; i < r->templates->nroots; i++) {
        if (is_below(r->templates->roots[i], real))
            return true;
    }
    return false;
}

/* Whether it is R's own folder. */
static bool is_own(const struct report_reading *r, const char *real)
{
    char own[PATH_MAX];

    return realpath(r->folder[0] == '\0' ? "." : r->folder, own) != NULL &&
           strcmp(own, real) == 0;
}

static bool find(const struct report_reading *r, struct str given,
                 struct place at, struct date day, struct leads *to)
{
    struct arena *a = r->xml.arena;
    const struct str path = filled(r, given, at, day);
    struct str shown = path;
    struct str folder;
    char real[PATH_MAX];
    struct stat about;
    const char *whole;

    if (path.len == 0)
        return false;
    whole =
        path.ptr[0] == '/'
            ? arena_cstr(a, path)
            : arena_printf(a, "%s/%.*s", r->folder[0] == '\0' ? "." : r->folder,
                           STR_ARG(path))
                  .ptr;
    if (whole == NULL)
        return false;
    if (realpath(whole, real) == NULL || stat(real, &about) != 0) {
        refuse(r, at, path, "cannot be read");
        finding_hint(r->xml.findings, "%s", strerror(errno));
        return false;
    }
    if (!is_allowed(r, real) && !is_beside(path, whole)) {
        refuse_beyond(r, at, path, real);
        return false;
    }
    if (is_own(r, real)) {
        refuse(r, at, path, "is this report itself");
        return false;
    }
    *to = (struct leads){.folder = arena_cstr(a, str_of(real)), .at = at};
    if (!S_ISDIR(about.st_mode)) {
        folder = arena_str(a, str_of(real));
        to->file = arena_cstr(a, cut_base(&folder));
        to->folder = arena_cstr(a, folder.len == 0 ? STR_LIT("/") : folder);
        (void)cut_base(&shown);
    }
    /* A file beside report.xml needs no folder before its name. */
    to->shown = shown.len == 0 ? NULL : arena_cstr(a, shown);
    return arena_status(a) == ST_OK;
}

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
    refuse(r, at, path, "has a fault");
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
        refuse(r, to->at, str_of(to->shown), "has a template with faults");
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
    refuse(r, to->at, str_of(to->shown), "has no such data");
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
        refuse(r, to->at, str_of(to->file), "is the file of the data itself");
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
    if (!find(r, d->previous_path, at, day_of(r, d), &to) ||
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

void report_read_previous(struct report_reading *r)
{
    const struct place at = xml_value_at(r->root, AT(report, previous_path));
    const struct report *folder = NULL;
    struct report *before;
    struct leads to;

    if (r->made->previous_path.len > 0 &&
        find(r, r->made->previous_path, at, day_of(r, NULL), &to)) {
        if (to.file != NULL)
            refuse(r, at, r->made->previous_path,
                   "is a file; a report's is the folder of another");
        else
            folder = read_folder(r, &to);
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
