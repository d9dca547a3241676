#include "batch/up_to_date.h"
#include "batch/record_in.h"
#include "batch/report_files.h"
#include "core/base/utf8.h"
#include "core/base/version.h"

#include <limits.h>
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

/* What differs, for somebody who wonders: nearest to them first. */
static void explain(const struct record *now, const struct record_in *then,
                    struct buf *reason)
{
    for (size_t i = 0; i < now->ninputs && i < then->inputs.count; i++) {
        const struct record_file *input = &now->inputs[i];

        if (!is_digest(then->inputs.items[i].sha256, input->sha256)) {
            buf_printf(reason, "%.*s changed", STR_ARG(input->name));
            return;
        }
    }
    if (now->ninputs != then->inputs.count)
        buf_puts(reason, "other input files");
    else if (!str_is(then->version, COUNCILPRESS_VERSION))
        explain_version(then->version, reason);
    else if (!is_digest(then->template_sha256, now->template_sha256))
        buf_puts(reason, "the templates changed");
    else
        buf_puts(reason, "other options or fonts");
}

/* A file that the record lists. */
static bool stands(const struct batch_settings *s, const char *name,
                   struct str sha256, struct buf *reason)
{
    char path[PATH_MAX];
    uint8_t now[DIGEST_SIZE];
    const int n = snprintf(path, sizeof(path), "%s/%s", s->out, name);

    if (n < 0 || (size_t)n >= sizeof(path) || !digest_file(path, now)) {
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

/* Whatever hinders reading it. */
static bool read_standing(const struct batch_settings *s, const char *name,
                          struct record_in *record, struct buf *reason)
{
    char path[PATH_MAX];
    const int n = snprintf(path, sizeof(path), "%s/%s", s->out, name);
    enum status st = ST_NOINPUT;

    if (n >= 0 && (size_t)n < sizeof(path))
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
        record_in_put(&r, line);
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
        record_in_put(&r, line);
    record_in_free(&r);
    return same;
}
