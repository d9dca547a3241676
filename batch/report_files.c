#include "batch/report_files.h"
#include "batch/manifest.h"
#include "batch/messages.h"
#include "batch/outfile.h"
#include "core/base/utf8.h"

#include <stdio.h>
#include <string.h>

_Static_assert(WRITERS_MAX + 1 <= OUTFILES_MAX, "and the record");

static bool name_file(const struct batch_settings *s, const struct job *job,
                      const char *extension, char name[NAME_MAX + 1])
{
    const int n = snprintf(name, NAME_MAX + 1, "%s%s.%s", job->name,
                           audience_mark(s->audience), extension);

    return n >= 0 && n <= NAME_MAX;
}

bool report_file_names(const struct batch_settings *settings,
                       const struct job *job, struct report_file_names *names)
{
    for (size_t i = 0; i < writer_count; i++) {
        if (!name_file(settings, job, writers[i].extension, names->written[i]))
            return false;
    }
    return name_file(settings, job, "json", names->record);
}

/* The folder may have been taken away since the run began. */
static enum status put_files(const struct batch_settings *s,
                             const struct outfile *files, size_t nfiles,
                             struct buf *messages)
{
    const size_t from = messages->len;
    struct outfile_error error = {0};
    enum status st = outfile_folder(s->out, &error);

    if (st == ST_OK)
        st = outfile_put(s->out, files, nfiles, &error);
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

/* Names that no file can have. */
static enum status find_names(const struct batch_settings *s,
                              const struct job *job,
                              struct report_file_names *names,
                              struct buf *messages)
{
    if (!report_file_names(s, job, names)) {
        messages_error(job, "the folder's name is too long", messages);
        return ST_CREATE;
    }
    if (strcmp(job->name, MANIFEST_NAME) == 0) {
        messages_error(job,
                       "no report can be called " MANIFEST_NAME
                       ", as the record of the run is",
                       messages);
        return ST_CREATE;
    }
    return ST_OK;
}

enum status report_files_put(const struct batch_settings *settings,
                             const struct job *job, const struct record *record,
                             const struct buf *files, struct buf *messages,
                             struct buf *line)
{
    const bool keep = settings->out != NULL && record->status == ST_OK;
    struct record_file outputs[WRITERS_MAX];
    struct outfile put[WRITERS_MAX + 1];
    struct report_file_names names;
    struct record whole = *record;
    struct buf pretty;
    enum status st = find_names(settings, job, &names, messages);
    size_t n = 0;

    if (st != ST_OK)
        return st;
    for (size_t i = 0; keep && i < writer_count; i++) {
        if (!settings->formats[i])
            continue;
        put[n] = (struct outfile){names.written[i], buf_view(&files[i])};
        outputs[n] = record_file_of(str_of(put[n].name), put[n].bytes);
        n++;
    }
    whole.outputs = outputs;
    whole.noutputs = n;
    buf_init(&pretty, settings->max_memory);
    record_write(&whole, false, line);
    record_write(&whole, true, &pretty);
    st = status_worst(buf_status(line), buf_status(&pretty));
    if (st == ST_OK && keep) {
        put[n++] = (struct outfile){names.record, buf_view(&pretty)};
        st = put_files(settings, put, n, messages);
    }
    if (st != ST_OK) {
        whole.status = st;
        whole.noutputs = 0;
        buf_clear(line);
        record_write(&whole, false, line);
    }
    buf_free(&pretty);
    return st;
}
