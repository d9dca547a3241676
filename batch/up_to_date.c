#include "batch/up_to_date.h"
#include "batch/record_in.h"
#include "batch/report_files.h"
#include "core/base/file.h"
#include "core/base/utf8.h"
#include "core/base/version.h"

#include <stdio.h>

static bool is_digest(struct str hex, const uint8_t sha256[DIGEST_SIZE])
{
    char want[DIGEST_HEX_SIZE];

    digest_hex(sha256, want);
    return str_is(hex, want);
}

static void explain_version(struct str version, struct buf *reason)
{
    buf_puts(reason, "version ");
    utf8_visible(reason, version);
    buf_puts(reason, " made it");
}

static const struct record_in_file *
find_file(const struct record_in_files *files, struct str name)
{
    for (size_t i = 0; i < files->count; i++) {
        if (str_eq(files->items[i].name, name))
            return &files->items[i];
    }
    return NULL;
}

/* NAME is of another digest than THEN, or new; WHAT it is precedes it. */
static bool explain_file(const struct record_in_file *then, const char *what,
                         struct str name, bool same, struct buf *reason)
{
    if (then != NULL && same)
        return false;
    buf_puts(reason, what);
    utf8_visible(reason, name);
    buf_puts(reason, then == NULL ? " is new" : " changed");
    return true;
}

/* Says the first of NOW that THEN has not, or has with another digest. */
static bool explain_files(const struct record_file *now, size_t count,
                          const struct record_in_files *then, const char *what,
                          struct buf *reason)
{
    for (size_t i = 0; i < count; i++) {
        const struct record_in_file *old = find_file(then, now[i].name);

        if (explain_file(old, what, now[i].name,
                         old != NULL && is_digest(old->sha256, now[i].sha256),
                         reason))
            return true;
    }
    return false;
}

static void explain_gone(const char *what, struct str name, struct buf *reason)
{
    buf_puts(reason, what);
    utf8_visible(reason, name);
    buf_puts(reason, " is not used any more");
}

/* Says the first of THEN that NOW has no more. */
static bool explain_files_gone(const struct record_in_files *then,
                               const struct record_file *now, size_t count,
                               const char *what, struct buf *reason)
{
    for (size_t i = 0; i < then->count; i++) {
        size_t j = 0;

        while (j < count && !str_eq(then->items[i].name, now[j].name))
            j++;
        if (j < count)
            continue;
        explain_gone(what, then->items[i].name, reason);
        return true;
    }
    return false;
}

static bool explain_templates(const struct record *now,
                              const struct record_in *then, struct buf *reason)
{
    static const char what[] = "the template file ";

    if (is_digest(then->template_sha256, now->template_sha256))
        return false;
    if (then->template_files.count == 0 ||
        (!explain_files(now->template_files, now->ntemplate_files,
                        &then->template_files, what, reason) &&
         !explain_files_gone(&then->template_files, now->template_files,
                             now->ntemplate_files, what, reason)))
        buf_puts(reason, "the templates changed");
    return true;
}

static bool has_font(const struct record *now, struct str name)
{
    for (size_t i = 0; i < now->nfonts; i++) {
        if (str_eq(now->fonts[i].name, name))
            return true;
    }
    return false;
}

static bool explain_fonts(const struct record *now,
                          const struct record_in *then, struct buf *reason)
{
    for (size_t i = 0; i < now->nfonts && then->fonts.count > 0; i++) {
        const struct record_font *face = &now->fonts[i];
        const struct record_in_file *old = find_file(&then->fonts, face->name);
        char hex[RECORD_CRC32_SIZE];

        if (explain_file(old, "the font ", face->name,
                         old != NULL && str_is(old->sha256,
                                               record_crc32(face->crc32, hex)),
                         reason))
            return true;
    }
    for (size_t i = 0; i < then->fonts.count; i++) {
        if (has_font(now, then->fonts.items[i].name))
            continue;
        explain_gone("the font ", then->fonts.items[i].name, reason);
        return true;
    }
    return false;
}

/* Says the first thing that differs, those nearest to the author first. */
static void explain(const struct record *now, const struct record_in *then,
                    struct buf *reason)
{
    if (explain_files(now->inputs, now->ninputs, &then->inputs, "", reason) ||
        explain_files_gone(&then->inputs, now->inputs, now->ninputs, "",
                           reason))
        return;
    if (!str_is(then->version, COUNCILPRESS_VERSION))
        explain_version(then->version, reason);
    else if (!explain_templates(now, then, reason) &&
             !explain_fonts(now, then, reason))
        buf_puts(reason, "other options");
}

/* Whether a file that the record lists is there as it was written. */
static bool stands(const struct batch_settings *s, const char *name,
                   struct str sha256, struct buf *reason)
{
    char path[PATH_MAX];
    uint8_t now[DIGEST_SIZE];

    if (!file_path(s->out, name, path) || !digest_file(path, now)) {
        buf_printf(reason, "%s is missing", name);
        return false;
    }
    if (!is_digest(sha256, now)) {
        buf_printf(reason, "%s was edited", name);
        return false;
    }
    return true;
}

static size_t count_formats(const struct batch_settings *s)
{
    size_t n = 0;

    for (size_t i = 0; i < writer_count; i++)
        n += s->formats[i];
    return n;
}

/* The files asked for are those of the record, and as it says. */
static bool all_stand(const struct batch_settings *s,
                      const struct report_file_names *names,
                      const struct record_in *r, struct buf *reason)
{
    size_t n = 0;

    if (r->outputs.count != count_formats(s)) {
        buf_puts(reason, "other formats");
        return false;
    }
    for (size_t i = 0; i < writer_count; i++) {
        if (s->formats[i] &&
            !stands(s, names->written[i], r->outputs.items[n++].sha256, reason))
            return false;
    }
    return true;
}

static bool is_same(const struct batch_settings *s,
                    const struct report_file_names *names,
                    const struct record *now, const struct record_in *r,
                    struct buf *reason)
{
    if (!is_digest(r->made_from, now->made_from_sha256)) {
        explain(now, r, reason);
        return false;
    }
    if (s->strict && r->warned) {
        buf_puts(reason, "it has warnings");
        return false;
    }
    return all_stand(s, names, r, reason);
}

/* False, with a reason, whatever keeps the record from being read. */
static bool read_standing(const struct batch_settings *s, const char *name,
                          struct record_in *record, struct buf *reason)
{
    char path[PATH_MAX];
    enum status st = ST_NOINPUT;

    if (file_path(s->out, name, path))
        st = record_in_file(path, record);
    if (st != ST_OK)
        buf_puts(reason,
                 st == ST_NOINPUT ? "new" : "its record is not readable");
    return st == ST_OK;
}

bool report_stands(const struct batch_settings *settings, const struct job *job,
                   struct buf *line, struct buf *reason)
{
    struct report_file_names names;
    struct record_in r;
    bool all = true;

    if (!report_file_names(settings, job, &names))
        return false;
    if (!read_standing(settings, names.record, &r, reason)) {
        buf_clear(reason);
        buf_puts(reason, "there is no record of them");
        return false;
    }
    for (size_t i = 0; all && i < r.outputs.count; i++) {
        const struct str name = r.outputs.items[i].name;
        char file[REPORT_NAME_SIZE];

        (void)snprintf(file, sizeof(file), "%.*s", STR_ARG(name));
        all = stands(settings, file, r.outputs.items[i].sha256, reason);
    }
    if (all)
        record_in_put_line(&r, line);
    record_in_free(&r);
    return all;
}

bool report_is_up_to_date(const struct batch_settings *settings,
                          const struct job *job, const struct record *record,
                          struct buf *line, struct buf *reason)
{
    struct report_file_names names;
    struct record_in r;
    bool same = false;

    if (!report_file_names(settings, job, &names))
        return false;
    if (settings->force) {
        buf_puts(reason, "--force");
        return false;
    }
    if (!read_standing(settings, names.record, &r, reason))
        return false;
    same = is_same(settings, &names, record, &r, reason);
    if (same)
        record_in_put_line(&r, line);
    record_in_free(&r);
    return same;
}
