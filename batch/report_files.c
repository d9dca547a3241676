#include "batch/report_files.h"
#include "batch/earlier_files.h"
#include "batch/index_report.h"
#include "batch/manifest_name.h"
#include "batch/messages.h"
#include "batch/outfile.h"
#include "batch/record_in.h"
#include "core/base/json_in.h"
#include "core/base/utf8.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

_Static_assert(WRITERS_MAX + 1 <= OUTFILES_MAX, "and the record");

/* The message about a file, which stands in the folder of the outputs. */
static void add_error(const struct batch_settings *s,
                      const struct outfile_error *error, struct buf *messages)
{
    const size_t from = messages->len;

    utf8_visible(messages, str_of(s->out));
    buf_char(messages, '/');
    utf8_visible(messages, str_of(error->name));
    buf_printf(messages, ": error: cannot %s: %s\n", error->step,
               strerror(error->error));
    if (error->mixed)
        buf_puts(messages,
                 "  nor can the files before it be put back: some are new and "
                 "some are old; the next run builds them all\n");
    messages_mark(messages, from, PRIORITY_ERROR);
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
    if (manifest_takes(str_of(job->name))) {
        messages_error(job,
                       "no report can be called " MANIFEST_NAME
                       " or " RUN_RECORD_NAME
                       ", as the records of the folder are",
                       messages);
        return ST_CREATE;
    }
    if (s->index && strcmp(job->name, INDEX_TEMPLATE) == 0) {
        messages_error(job,
                       "no report can be called " INDEX_TEMPLATE
                       " where --index makes a page of that name",
                       messages);
        return ST_CREATE;
    }
    return ST_OK;
}

static enum status fill_files(const struct batch_settings *s,
                              const struct report_file_names *names,
                              const struct report_targets *targets,
                              const struct buf *files, struct buf *messages)
{
    struct outfile_error error = {.error = 0};
    enum status st = ST_OK;
    size_t n = 0;

    for (size_t i = 0; st == ST_OK && i < writer_count; i++) {
        if (!s->formats[i])
            continue;
        errno = targets->error;
        if (n < targets->nfiles) {
            st = outfile_fill(targets->files[n], names->written[i],
                              buf_view(&files[i]), true, &error);
            targets->files[n++] = -1;
        } else {
            st = outfile_cannot_create(names->written[i], &error);
        }
    }
    if (st != ST_OK)
        add_error(s, &error, messages);
    return st;
}

enum status report_files_make(const struct batch_settings *settings,
                              const struct job *job,
                              const struct report_targets *targets,
                              const struct record *record,
                              const struct buf *files, struct outcome *outcome)
{
    const bool keep = settings->out != NULL && record->status == ST_OK;
    struct buf *messages = &outcome->texts[TEXT_MESSAGES];
    struct buf *line = &outcome->texts[TEXT_RECORD];
    struct record_file outputs[WRITERS_MAX];
    struct report_file_names names;
    struct record whole = *record;
    enum status st = find_names(settings, job, &names, messages);
    size_t n = 0;

    if (st == ST_OK && keep)
        st = fill_files(settings, &names, targets, files, messages);
    for (size_t i = 0; st == ST_OK && keep && i < writer_count; i++) {
        if (settings->formats[i])
            outputs[n++] =
                record_file_of(str_of(names.written[i]), buf_view(&files[i]));
    }
    whole.status = status_worst(record->status, st);
    whole.outputs = outputs;
    whole.noutputs = n;
    record_write(&whole, line);
    return status_worst(st, buf_status(line));
}

/* The outcome's record as a person reads it. ST_BUG when that lists other files
   than those that were asked for. */
static enum status write_record(const struct batch_settings *s,
                                const struct report_file_names *names,
                                const struct outcome *outcome, struct buf *out)
{
    struct record_in record;
    size_t n = 0;
    bool same = true;
    enum status st = record_in_tree(outcome->record, &record);

    if (st != ST_OK)
        return st == ST_NOMEM ? st : ST_BUG;
    for (size_t i = 0; same && i < writer_count; i++) {
        if (s->formats[i])
            same = n < record.outputs.count &&
                   str_is(record.outputs.items[n++].name, names->written[i]);
    }
    if (same && n == record.outputs.count) {
        record_in_put_file(&record, out);
        st = buf_status(out);
    } else {
        st = ST_BUG;
    }
    record_in_free(&record);
    return st;
}

void report_files_stage(size_t worker, bool odd, char stage[STAGE_SIZE])
{
    (void)snprintf(stage, STAGE_SIZE, "%zu%s", worker, odd ? "b" : "a");
}

static void close_files(int *files, size_t nfiles)
{
    const int why = errno;

    for (size_t i = 0; i < nfiles; i++)
        (void)close(files[i]); /* nothing was written */
    errno = why;
}

bool report_files_open(const struct batch_settings *settings,
                       const struct out_folder *out, const char *stage,
                       int files[WRITERS_MAX], size_t *nfiles)
{
    char name[OUTFILE_NAME_SIZE];

    *nfiles = 0;
    for (size_t i = 0; out->path != NULL && i < writer_count; i++) {
        if (!settings->formats[i])
            continue;
        outfile_temporary(stage, i, name);
        files[*nfiles] = outfile_create(out->stage, name);
        if (files[*nfiles] < 0) {
            close_files(files, *nfiles);
            *nfiles = 0;
            return false;
        }
        ++*nfiles;
    }
    return true;
}

void report_files_discard(const struct batch_settings *settings,
                          const struct out_folder *out, const char *stage)
{
    char name[OUTFILE_NAME_SIZE];

    for (size_t i = 0; out->path != NULL && i <= WRITERS_MAX; i++) {
        if (i < writer_count ? !settings->formats[i] : i < WRITERS_MAX)
            continue;
        outfile_temporary(stage, i, name);
        (void)unlinkat(out->stage, name, 0); /* most are in their places */
    }
}

/* That the record is not synced is seen by whoever finds it torn. */
static enum status put_record(const struct out_folder *out, const char *name,
                              const char *temporary, struct str bytes,
                              struct outfile_error *error)
{
    const int fd = outfile_create(out->stage, temporary);

    if (fd < 0)
        return outfile_cannot_create(name, error);
    return outfile_fill(fd, name, bytes, false, error);
}

/* The folders of FILE, which is below that of the outputs. */
static enum status make_folders(const struct out_folder *out, const char *file,
                                struct outfile_error *error)
{
    char path[REPORT_NAME_SIZE];

    for (const char *end = strchr(file, '/'); end != NULL;
         end = strchr(end + 1, '/')) {
        (void)snprintf(path, sizeof(path), "%.*s", (int)(end - file), file);
        if (mkdirat(out->fd, path, 0777) != 0 && errno != EEXIST)
            return outfile_cannot_create(file, error);
    }
    return ST_OK;
}

/* The folder of the outputs is synced when the run ends. */
static enum status sync_folder(const struct out_folder *out, const char *file,
                               struct outfile_error *error)
{
    const char *end = strrchr(file, '/');
    char path[REPORT_NAME_SIZE];
    enum status st;
    int fd;

    if (end == NULL)
        return ST_OK;
    (void)snprintf(path, sizeof(path), "%.*s", (int)(end - file), file);
    fd = openat(out->fd, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return outfile_cannot_create(file, error);
    st = outfile_sync(fd, file, error);
    (void)close(fd); /* it was synced */
    return st;
}

static enum status place(const struct batch_settings *s,
                         const struct report_file_names *names,
                         const struct out_folder *out, const char *stage,
                         struct str record, struct outfile_error *error)
{
    struct outfile_move moves[WRITERS_MAX + 1];
    char temporary[WRITERS_MAX + 1][OUTFILE_NAME_SIZE];
    size_t n = 0;
    enum status st;

    for (size_t i = 0; i < writer_count; i++) {
        if (!s->formats[i])
            continue;
        outfile_temporary(stage, i, temporary[n]);
        moves[n] = (struct outfile_move){temporary[n], names->written[i]};
        n++;
    }
    outfile_temporary(stage, WRITERS_MAX, temporary[n]);
    moves[n] = (struct outfile_move){temporary[n], names->record};
    st = make_folders(out, names->record, error);
    if (st == ST_OK)
        st = put_record(out, names->record, temporary[n], record, error);
    if (st == ST_OK)
        st = outfile_place(out->stage, out->fd, moves, n + 1, error);
    if (st == ST_OK)
        st = sync_folder(out, names->record, error);
    return st;
}

static enum status place_all(const struct batch_settings *s,
                             const struct job *job,
                             const struct out_folder *out, const char *stage,
                             struct outcome *outcome)
{
    struct buf *messages = &outcome->texts[TEXT_MESSAGES];
    struct outfile_error error = {.error = 0};
    struct report_file_names names;
    struct earlier_files earlier;
    struct buf record;
    enum status st = find_names(s, job, &names, messages);

    if (st != ST_OK)
        return st;
    buf_init(&record, 2 * RECORD_BYTES_MAX);
    st = write_record(s, &names, outcome, &record);
    if (st != ST_OK)
        messages_error(job,
                       st == ST_BUG ? "its process says it made other files"
                                    : "no memory for its record",
                       messages);
    if (st == ST_OK) {
        earlier_files_find(s, &names, out, outcome, &earlier);
        st = place(s, &names, out, stage, buf_view(&record), &error);
        if (st != ST_OK)
            add_error(s, &error, messages);
        else
            earlier_files_tell(&earlier, s, &names, messages);
    }
    buf_free(&record);
    return st;
}

/* The outcome's line says what became of it. */
static void correct_record(struct outcome *outcome)
{
    struct buf *line = &outcome->texts[TEXT_RECORD];
    json_t *tree = outcome->record;
    struct json_out j;

    buf_clear(line);
    if (json_object_set_new(tree, "status",
                            json_string(status_name(outcome->status))) == 0 &&
        json_object_set_new(tree, "outputs", json_array()) == 0) {
        json_out_init(&j, line, false);
        json_in_put(tree, &j);
        buf_char(line, '\n');
    }
}

void report_files_place(const struct batch_settings *settings,
                        const struct job *job, const struct out_folder *out,
                        const char *stage, struct outcome *outcome)
{
    const enum status st = place_all(settings, job, out, stage, outcome);

    if (st == ST_OK)
        return;
    outcome->status = st;
    outcome->errors++;
    correct_record(outcome);
}
