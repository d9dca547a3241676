#include "batch/outputs.h"
#include "batch/messages.h"
#include "batch/record.h"
#include "batch/stop_signals.h"
#include "core/base/mem.h"
#include "core/base/utf8.h"

#include <stdio.h>
#include <string.h>

static const char *const extensions[OUTPUT_FILES] = {
    [OUTPUT_PDF] = "pdf",
    [OUTPUT_HTML] = "html",
    [OUTPUT_RECORD] = "json",
};

const char *output_mark(const struct batch_settings *settings)
{
    return settings->audience == AUDIENCE_INTERNAL ? ".internal" : "";
}

bool output_names(const struct batch_settings *settings, const struct job *job,
                  struct output_names *names)
{
    for (size_t i = 0; i < OUTPUT_FILES; i++) {
        const int n =
            snprintf(names->text[i], sizeof(names->text[i]), "%s%s.%s",
                     job->name, output_mark(settings), extensions[i]);

        if (n < 0 || (size_t)n >= sizeof(names->text[i]))
            return false;
    }
    return true;
}

/* The digests of all inputs, or NULL without memory. */
static struct record_file *inputs_of(const struct report *r)
{
    struct record_file *files = mem_zalloc(r->nsources, sizeof(*files));

    for (size_t i = 0; files != NULL && i < r->nsources; i++) {
        files[i].name = str_of(r->sources[i]->name);
        files[i].size = r->sources[i]->bytes.len;
        memcpy(files[i].sha256, r->sources[i]->sha256, DIGEST_SIZE);
    }
    return files;
}

static struct record record_of(const struct batch_settings *s,
                               const struct job *job, const struct product *p,
                               const struct record_file *inputs,
                               const struct record_file *outputs,
                               size_t noutputs)
{
    struct record r = {
        .name = str_of(job->name),
        .title = p->title,
        .status = p->status,
        .audience = s->audience,
        .inputs = inputs,
        .ninputs = p->report->nsources,
        .outputs = outputs,
        .noutputs = noutputs,
        .pages = p->pages,
        .findings = p->findings,
        .accessibility = p->accessibility,
    };

    if (p->template_used != NULL)
        r.template_id = str_of(p->template_used->id);
    memcpy(r.template_sha256, p->templates->sha256, DIGEST_SIZE);
    memcpy(r.made_from_sha256, p->made_from_sha256, DIGEST_SIZE);
    return r;
}

enum status outputs_replace(const struct batch_settings *settings,
                            const struct outfile *files, size_t nfiles,
                            struct outfile_error *error)
{
    sigset_t before;
    enum status st;

    stop_signals_hold(&before);
    st = outfile_put(settings->out, files, nfiles, error);
    stop_signals_release(&before);
    return st;
}

static enum status put_files(const struct batch_settings *s,
                             const struct outfile *files, size_t nfiles,
                             struct buf *messages)
{
    const size_t from = messages->len;
    struct outfile_error error = {0};
    enum status st = outfile_folder(s->out, &error);

    if (st == ST_OK)
        st = outputs_replace(s, files, nfiles, &error);
    if (st == ST_OK || error.name == NULL)
        return st;
    if (strcmp(error.name, s->out) != 0) {
        utf8_visible(messages, str_of(s->out));
        buf_char(messages, '/');
    }
    utf8_visible(messages, str_of(error.name));
    buf_printf(messages, ": error: cannot %s: %s\n", error.step,
               strerror(error.error));
    if (error.mixed)
        buf_puts(messages,
                 "  nor can the files before it be put back: some are new and "
                 "some are old; the next run builds them all\n");
    messages_mark(messages, from, PRIORITY_ERROR);
    return st;
}

enum status outputs_write(const struct batch_settings *settings,
                          const struct job *job, const struct product *product,
                          struct buf *messages, struct buf *record)
{
    const bool keep = settings->out != NULL && product->status == ST_OK;
    struct record_file *inputs = inputs_of(product->report);
    struct record_file outputs[OUTPUT_FILES];
    struct outfile files[OUTPUT_FILES];
    struct output_names names;
    struct record r;
    struct buf pretty;
    enum status st = ST_BUG;
    size_t n = 0;

    if (inputs == NULL)
        return ST_NOMEM;
    buf_init(&pretty, settings->max_memory);
    if (!output_names(settings, job, &names)) {
        messages_error(job, "the folder's name is too long", messages);
        st = ST_CREATE;
        goto out;
    }
    if (strcmp(job->name, MANIFEST_NAME) == 0) {
        messages_error(job,
                       "no report can be called " MANIFEST_NAME
                       ", as the record of the run is",
                       messages);
        st = ST_CREATE;
        goto out;
    }
    if (keep && settings->pdf)
        files[n++] = (struct outfile){names.text[OUTPUT_PDF], product->pdf};
    if (keep && settings->html)
        files[n++] = (struct outfile){names.text[OUTPUT_HTML], product->html};
    for (size_t i = 0; i < n; i++)
        outputs[i] = record_file_of(str_of(files[i].name), files[i].bytes);
    r = record_of(settings, job, product, inputs, outputs, n);
    record_write(&r, false, record);
    record_write(&r, true, &pretty);
    st = status_worst(buf_status(record), buf_status(&pretty));
    if (st == ST_OK && keep) {
        files[n++] =
            (struct outfile){names.text[OUTPUT_RECORD], buf_view(&pretty)};
        st = put_files(settings, files, n, messages);
    }
out:
    buf_free(&pretty);
    mem_free(inputs);
    return st;
}
