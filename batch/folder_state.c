#include "batch/folder_state.h"
#include "batch/manifest_name.h"
#include "batch/record.h"
#include "batch/record_in.h"
#include "core/base/file.h"
#include "core/base/json_out.h"
#include "core/base/list.h"
#include "core/base/mem.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* Bytes of what an entry keeps: part of a record, and so never longer. */
#define FILES_MAX RECORD_BYTES_MAX

/* Reading. */
struct state_reading {
    struct arena *arena;
    const struct out_folder *folder;
    struct list entries; /* struct folder_entry */
    struct timespec manifest_written;
};

/* What is not known stands in no next manifest: the run ends before it. */
static enum status cannot_read(const struct state_reading *r, const char *name,
                               int why)
{
    observer_cannot(r->folder->observer, r->folder->path, name, "read", why);
    return outfile_status(why);
}

static int by_name(const void *a, const void *b)
{
    const struct folder_entry *x = a;
    const struct folder_entry *y = b;

    return strcmp(x->name, y->name);
}

static void copy_member(const json_t *from, const char *name,
                        struct json_out *to)
{
    json_t *value = json_object_get(from, name);

    if (value == NULL)
        return;
    json_out_name(to, name);
    json_in_put(value, to);
}

static void put_files(const json_t *record, struct buf *out)
{
    struct json_out j;

    json_out_init(&j, out, false);
    json_out_object(&j);
    copy_member(record, "title", &j);
    copy_member(record, "lang", &j);
    copy_member(record, "council", &j);
    copy_member(record, "date", &j);
    json_out_member_string(
        &j, "template",
        json_in_member(json_object_get(record, "template"), "id"));
    copy_member(record, "fields", &j);
    copy_member(record, "pages", &j);
    copy_member(record, "outputs", &j);
    json_out_end(&j);
}

/* A record that could not be read for want of memory is none that is not
   there. */
static void note_no_memory(struct arena *arena, enum status st)
{
    if (st == ST_NOMEM)
        arena_fail(arena, st);
}

static struct str record_files(struct arena *arena, const json_t *record)
{
    struct str files = STR_LIT("");
    struct buf out;

    buf_init(&out, FILES_MAX);
    put_files(record, &out);
    if (buf_status(&out) == ST_OK)
        files = arena_str(arena, buf_view(&out));
    else
        note_no_memory(arena, buf_status(&out));
    buf_free(&out);
    return files;
}

struct str folder_state_files(struct arena *arena, json_t *record)
{
    struct str files = STR_LIT("");
    struct record_in r;
    const enum status st = record_in_tree(record, &r);

    note_no_memory(arena, st);
    if (st == ST_OK) {
        files = record_files(arena, r.tree);
        record_in_free(&r);
    }
    return files;
}

/* Among COUNT entries in the order of their names. */
static struct folder_entry *find(const struct folder_entry *entries,
                                 size_t count, const char *name)
{
    const struct folder_entry key = {.name = name};

    return count == 0 ? NULL
                      : bsearch(&key, entries, count, sizeof(key), by_name);
}

/* The record of NAME, whose file is newer than the manifest, or is in none. */
static void read_record(struct state_reading *r, struct folder_entry *entry,
                        const char *file)
{
    struct record_in record;
    char path[PATH_MAX];
    enum status st;

    if (!file_path(r->folder->path, file, path))
        return;
    st = record_in_file(path, &record);
    note_no_memory(r->arena, st);
    if (st != ST_OK)
        return;
    entry->files = record_files(r->arena, record.tree);
    record_in_free(&record);
}

static bool is_newer(const struct stat *file, const struct timespec *than)
{
    return file->st_mtim.tv_sec > than->tv_sec ||
           (file->st_mtim.tv_sec == than->tv_sec &&
            file->st_mtim.tv_nsec >= than->tv_nsec);
}

/* KNOWN entries are from the manifest; others come behind them. */
static void add_file(struct state_reading *r, size_t known, const char *file)
{
    const struct str name =
        record_report_of(str_of(file), r->folder->settings->audience);
    const char *report = arena_cstr(r->arena, name);
    struct folder_entry *entry;
    struct folder_entry new = {.name = report, .status = STR_LIT("ok")};
    struct stat about;

    if (name.len == 0 || manifest_takes(name) || report == NULL ||
        !shard_has(&r->folder->settings->shard, name) ||
        fstatat(r->folder->fd, file, &about, 0) != 0 || !S_ISREG(about.st_mode))
        return;
    entry = find(r->entries.items, known, report);
    if (entry == NULL || is_newer(&about, &r->manifest_written))
        read_record(r, entry == NULL ? &new : entry, file);
    if (entry == NULL && new.files.len > 0)
        entry = list_add(&r->entries);
    else if (entry == NULL)
        return;
    if (entry != NULL && entry->name == NULL)
        *entry = new;
    if (entry != NULL)
        entry->written = (int64_t)about.st_mtim.tv_sec;
}

/* Of reports in folders of the folder the manifest knows all. */
static void add_folders(struct state_reading *r)
{
    struct folder_entry *entries = r->entries.items;

    for (size_t i = 0; i < r->entries.count; i++) {
        char file[PATH_MAX];
        struct stat about;
        const int n = snprintf(file, sizeof(file), "%s%s.json", entries[i].name,
                               audience_mark(r->folder->settings->audience));

        if (strchr(entries[i].name, '/') == NULL || n < 0 ||
            (size_t)n >= sizeof(file) ||
            fstatat(r->folder->fd, file, &about, 0) != 0)
            continue;
        entries[i].written = (int64_t)about.st_mtim.tv_sec;
        if (is_newer(&about, &r->manifest_written))
            read_record(r, &entries[i], file);
    }
}

static enum status add_folder(struct state_reading *r)
{
    const size_t known = r->entries.count;
    struct dirent **files = NULL;
    const int n = scandir(r->folder->path, &files, NULL, alphasort);

    if (n < 0)
        return errno == ENOENT ? ST_OK : cannot_read(r, "", errno);
    for (int i = 0; i < n; i++) {
        add_file(r, known, files[i]->d_name);
        free(files[i]);
    }
    free(files);
    return ST_OK;
}

/* A report of the manifest. */
static void add_entry(struct state_reading *r, struct str text)
{
    json_t *tree = NULL;
    struct folder_entry *entry = NULL;
    struct str name;
    json_int_t runs;

    if (json_in(text, &tree) != ST_OK)
        return;
    runs = json_integer_value(json_object_get(tree, "failed-runs"));
    name = json_in_member(tree, "name");
    if (name.len > 0 && shard_has(&r->folder->settings->shard, name))
        entry = list_add(&r->entries);
    if (entry != NULL) {
        *entry = (struct folder_entry){
            .name = arena_cstr(r->arena, name),
            .status = arena_str(r->arena, json_in_member(tree, "status")),
            .failed_runs = runs > 0 ? (uint64_t)runs : 0,
            .orphan = json_is_true(json_object_get(tree, "orphan")),
        };
        if (json_is_object(json_object_get(tree, "files")))
            note_no_memory(
                r->arena, json_in_keep(r->arena, json_object_get(tree, "files"),
                                       FILES_MAX, &entry->files));
    }
    json_decref(tree);
}

/* One that is too long tells nothing, and costs none that comes behind it. */
static void take_entry(struct state_reading *r, struct buf *entry)
{
    if (buf_status(entry) == ST_OK) {
        add_entry(r, buf_view(entry));
        buf_clear(entry);
    } else {
        note_no_memory(r->arena, buf_status(entry));
        buf_free(entry);
    }
}

/* A report at a time, whatever many there are: each begins and ends on a line
   of its own, as we write them. One that another program has laid out anew
   tells nothing: the records do. False, with errno: they are not all. */
static bool read_entries(struct state_reading *r, FILE *f)
{
    char *line = NULL;
    size_t room = 0;
    struct buf entry;
    bool inside = false;
    bool whole = false;
    int why = 0;
    ssize_t len;

    buf_init(&entry, 2 * FILES_MAX);
    while ((len = getline(&line, &room, f)) > 0) {
        const struct str text = {line, (size_t)len};
        const bool ends = str_starts(text, STR_LIT("    }"));

        inside = inside || str_starts(text, STR_LIT("    {"));
        if (inside)
            buf_str(&entry, ends ? STR_LIT("}") : text);
        if (inside && ends) {
            take_entry(r, &entry);
            inside = false;
        }
    }
    why = errno;
    whole = feof(f) != 0;
    free(line);
    buf_free(&entry);
    errno = why;
    return whole;
}

static enum status read_manifest(struct state_reading *r)
{
    char name[NAME_MAX + 1];
    struct stat about;
    enum status st = ST_OK;
    FILE *f;

    manifest_file_name(r->folder->settings, name);
    f = file_open_at(r->folder->fd, name);
    if (f == NULL)
        return errno == ENOENT ? ST_OK : cannot_read(r, name, errno);
    if (fstat(fileno(f), &about) != 0 || !read_entries(r, f))
        st = cannot_read(r, name, errno);
    else
        r->manifest_written = about.st_mtim;
    (void)fclose(f); /* read only */
    return st;
}

static void sort(struct list *entries)
{
    if (entries->count > 0)
        qsort(entries->items, entries->count, sizeof(struct folder_entry),
              by_name);
}

enum status folder_state_read(struct arena *arena,
                              const struct out_folder *folder,
                              struct folder_state *state)
{
    struct state_reading r = {.arena = arena, .folder = folder};
    enum status st;

    r.entries = list_of(arena, sizeof(struct folder_entry));
    st = read_manifest(&r);
    sort(&r.entries);
    if (st == ST_OK) {
        add_folders(&r);
        st = add_folder(&r);
        sort(&r.entries);
    }
    state->items = r.entries.items;
    state->count = r.entries.count;
    /* What has been taken away stands no longer. */
    for (size_t i = 0; i < state->count; i++) {
        if (state->items[i].written == 0)
            state->items[i].files = STR_LIT("");
    }
    return status_worst(st, arena_status(arena));
}

const struct folder_entry *folder_state_find(const struct folder_state *state,
                                             const char *name)
{
    return find(state->items, state->count, name);
}

static int changes_by_name(const void *a, const void *b)
{
    const struct folder_change *x = a;
    const struct folder_change *y = b;

    return by_name(&x->entry, &y->entry);
}

/* What is known of a report that the run has come to. */
static struct folder_entry changed(const struct folder_entry *before,
                                   const struct folder_change *change)
{
    struct folder_entry e = change->entry;

    if (e.files.len == 0 && before != NULL)
        e.files = before->files;
    if (e.written == 0 && before != NULL)
        e.written = before->written;
    return e;
}

enum status folder_state_change(struct arena *arena, struct folder_state *state,
                                const struct folder_change *changes, size_t n,
                                bool all)
{
    struct folder_change *sorted = arena_alloc(arena, n, sizeof(*sorted));
    struct list entries;
    size_t c = 0;

    entries = list_of(arena, sizeof(struct folder_entry));
    if (sorted == NULL)
        return arena_status(arena);
    memcpy(sorted, changes, n * sizeof(*sorted));
    qsort(sorted, n, sizeof(*sorted), changes_by_name);
    for (size_t i = 0; i < state->count || c < n;) {
        const struct folder_entry *old =
            i < state->count ? &state->items[i] : NULL;
        const struct folder_change *change = c < n ? &sorted[c] : NULL;
        const int order = old == NULL ? 1
                          : change == NULL
                              ? -1
                              : strcmp(old->name, change->entry.name);
        struct folder_entry e = {.name = NULL};
        struct folder_entry *new;

        i += order <= 0;
        c += order >= 0;
        if (order >= 0 && change != NULL && change->done) {
            e = changed(order == 0 ? old : NULL, change);
        } else if (order <= 0) {
            e = *old;
            e.orphan = order < 0 && (all || e.orphan) && e.files.len > 0;
        }
        /* Nothing is left of it, and nobody asks for it. */
        if (e.name == NULL || (order < 0 && all && e.files.len == 0))
            continue;
        new = list_add(&entries);
        if (new != NULL)
            *new = e;
    }
    state->items = entries.items;
    state->count = entries.count;
    return arena_status(arena);
}
