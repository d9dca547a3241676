#include "batch/earlier_files.h"
#include "batch/messages.h"
#include "batch/record_in.h"
#include "core/base/file.h"
#include "core/base/utf8.h"

#include <unistd.h>

static bool lists(const struct record_in *record, const char *name)
{
    for (size_t i = 0; i < record->outputs.count; i++) {
        if (str_is(record->outputs.items[i].name, name))
            return true;
    }
    return false;
}

/* Whether the record in OUT is of the same inputs as NOW, and lists NAME. */
static bool is_of_now(const struct record_in *now, const struct record_in *old,
                      const char *name)
{
    return str_eq(now->made_from, old->made_from) && lists(old, name);
}

static bool read_old(const struct batch_settings *s,
                     const struct report_file_names *names,
                     struct record_in *old)
{
    char path[PATH_MAX];

    return file_path(s->out, names->record, path) &&
           record_in_file(path, old) == ST_OK;
}

/* Takes out those that are of the same state as what was asked for. */
static void leave_out_present(const struct batch_settings *settings,
                              const struct report_file_names *names,
                              const struct outcome *outcome,
                              struct earlier_files *found)
{
    struct record_in now;
    struct record_in old;

    if (record_in_tree(outcome->record, &now) != ST_OK)
        return;
    if (read_old(settings, names, &old)) {
        for (size_t i = 0; i < writer_count; i++)
            found->stand[i] =
                found->stand[i] && !is_of_now(&now, &old, names->written[i]);
        record_in_free(&old);
    }
    record_in_free(&now);
}

void earlier_files_find(const struct batch_settings *settings,
                        const struct report_file_names *names,
                        const struct out_folder *out,
                        const struct outcome *outcome,
                        struct earlier_files *found)
{
    bool any = false;

    for (size_t i = 0; i < writer_count; i++) {
        found->stand[i] = !settings->formats[i] &&
                          faccessat(out->fd, names->written[i], F_OK, 0) == 0;
        any |= found->stand[i];
    }
    if (any)
        leave_out_present(settings, names, outcome, found);
}

void earlier_files_tell(const struct earlier_files *found,
                        const struct batch_settings *settings,
                        const struct report_file_names *names,
                        struct buf *messages)
{
    for (size_t i = 0; i < writer_count; i++) {
        const size_t from = messages->len;

        if (!found->stand[i])
            continue;
        utf8_visible(messages, str_of(settings->out));
        buf_char(messages, '/');
        utf8_visible(messages, str_of(names->written[i]));
        buf_printf(messages,
                   ": warning: it is of an earlier build and was not asked "
                   "for now\n  make it again with --format, or remove it\n");
        messages_mark(messages, from, PRIORITY_WARNING);
    }
}
