#include "input/report/previous_path.h"
#include "input/report/report_root.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

void previous_refuse(const struct report_reading *r, struct place at,
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
    const struct field *said = report_day_field(r->made);

    if (d != NULL && d->as_at.year != 0)
        return d->as_at;
    if (said != NULL)
        return said->date;
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
        previous_refuse(r, at, path,
                        "needs a month, and the report says of none");
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

    previous_refuse(r, at, path, "lies below no path of this run");
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

/* What is written instead of a path that leads nowhere. */
static void say_absent(const struct report_reading *r, struct place at,
                       struct str path, const struct data *d)
{
    const char *why = strerror(errno);

    previous_refuse(r, at, path, "cannot be read");
    if (d == NULL)
        finding_hint(r->xml.findings,
                     "%s: name the folder of the report before this one; the "
                     "first of all has no `previous`",
                     why);
    else
        finding_hint(r->xml.findings,
                     "%s: name a file, or the folder of a report that has "
                     "this data; the first of all has no `previous`",
                     why);
}

/* Somebody named the file that all reports have, in place of its folder. */
static bool is_report_file(const struct report_reading *r, struct place at,
                           struct str path)
{
    struct str folder = path;

    if (!str_is(cut_base(&folder), "report.xml") || folder.len == 0)
        return false;
    previous_refuse(r, at, path, "is the file of a report");
    finding_hint(r->xml.findings, "name its folder: %.*s", STR_ARG(folder));
    return true;
}

bool previous_find(const struct report_reading *r, struct str given,
                   struct place at, const struct data *d, struct leads *to)
{
    struct arena *a = r->xml.arena;
    const struct str path = filled(r, given, at, day_of(r, d));
    struct str shown = path;
    struct str folder;
    char real[PATH_MAX];
    struct stat about;
    const char *whole;

    if (path.len == 0 || is_report_file(r, at, path))
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
        say_absent(r, at, path, d);
        return false;
    }
    if (!is_allowed(r, real) && !(d == NULL && is_beside(path, whole))) {
        refuse_beyond(r, at, path, real);
        return false;
    }
    if (is_own(r, real)) {
        previous_refuse(r, at, path, "is this report itself");
        finding_hint(r->xml.findings, "name the folder of the one before it");
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
