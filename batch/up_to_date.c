#include "batch/up_to_date.h"
#include "batch/record_in.h"
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
static void explain(const struct product *p, const struct record_in *r,
                    struct buf *reason)
{
    const struct report *report = p->report;

    for (size_t i = 0; i < report->nsources && i < r->inputs.count; i++) {
        if (!is_digest(r->inputs.items[i].sha256, report->sources[i]->sha256)) {
            buf_printf(reason, "%s changed", report->sources[i]->name);
            return;
        }
    }
    if (report->nsources != r->inputs.count)
        buf_puts(reason, "other input files");
    else if (!str_is(r->version, COUNCILPRESS_VERSION))
        explain_version(r->version, reason);
    else if (!is_digest(r->template_sha256, p->templates->sha256))
        buf_puts(reason, "the templates changed");
    else
        buf_puts(reason, "other options or fonts");
}

/* One of the files that the record lists. */
static bool stands(const struct output_names *names, enum output_file file,
                   const struct batch_settings *s, struct str sha256,
                   struct buf *reason)
{
    char path[PATH_MAX];
    uint8_t now[DIGEST_SIZE];
    const int n =
        snprintf(path, sizeof(path), "%s/%s", s->out, names->text[file]);

    if (n < 0 || (size_t)n >= sizeof(path) || !digest_file(path, now)) {
        buf_printf(reason, "%s is missing", names->text[file]);
        return false;
    }
    if (!is_digest(sha256, now)) {
        buf_printf(reason, "%s was edited", names->text[file]);
        return false;
    }
    return true;
}

/* The files asked for are those of the record, and as it says. */
static bool all_stand(const struct batch_settings *s,
                      const struct output_names *names,
                      const struct record_in *r, struct buf *reason)
{
    const bool asked[] = {[OUTPUT_PDF] = s->pdf, [OUTPUT_HTML] = s->html};
    size_t n = 0;

    if (r->outputs.count != (size_t)asked[OUTPUT_PDF] + asked[OUTPUT_HTML]) {
        buf_puts(reason, "other formats");
        return false;
    }
    for (enum output_file f = OUTPUT_PDF; f <= OUTPUT_HTML; f++) {
        if (asked[f] &&
            !stands(names, f, s, r->outputs.items[n++].sha256, reason))
            return false;
    }
    return true;
}

static bool is_same(const struct batch_settings *s,
                    const struct output_names *names, const struct product *p,
                    const struct record_in *r, struct buf *reason)
{
    if (!is_digest(r->made_from, p->made_from_sha256)) {
        explain(p, r, reason);
        return false;
    }
    if (s->strict && r->warned) {
        buf_puts(reason, "it has warnings");
        return false;
    }
    return all_stand(s, names, r, reason);
}

bool report_is_up_to_date(const struct batch_settings *settings,
                          const struct job *job, const struct product *product,
                          struct buf *record, struct buf *reason)
{
    struct output_names names;
    struct record_in r;
    char path[PATH_MAX];
    bool same = false;
    enum status st;
    int n;

    if (!output_names(settings, job, &names))
        return false;
    n = snprintf(path, sizeof(path), "%s/%s", settings->out,
                 names.text[OUTPUT_RECORD]);
    if (n < 0 || (size_t)n >= sizeof(path))
        return false;
    if (settings->force) {
        buf_puts(reason, "--force");
        return false;
    }
    /* Whatever hinders reading it, the report is built. */
    st = record_in_file(path, &r);
    if (st != ST_OK) {
        buf_puts(reason,
                 st == ST_NOINPUT ? "new" : "its record is not readable");
        return false;
    }
    same = is_same(settings, &names, product, &r, reason);
    if (same)
        record_in_put(&r, record);
    record_in_free(&r);
    return same;
}
