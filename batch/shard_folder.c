#include "batch/shard_folder.h"
#include "batch/outfile.h"
#include "core/base/ascii.h"
#include "core/base/list.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

void shard_path(const struct shard *shard, const char *name,
                char path[SHARD_PATH_SIZE])
{
    (void)snprintf(path, SHARD_PATH_SIZE, SHARDS_FOLDER "/%u-of-%u%s%s",
                   shard->number, shard->count, name[0] == '\0' ? "" : "/",
                   name);
}

static enum status cannot(const struct observer *observer, const char *out,
                          const char *path, const char *step, int why)
{
    observer_cannot(observer, out, path, step, why);
    return outfile_status(why);
}

/* NULL with errno. */
static DIR *open_dir(int fd, const char *path)
{
    const int in =
        openat(fd, path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    DIR *dir = in < 0 ? NULL : fdopendir(in);
    const int why = errno;

    if (dir == NULL && in >= 0)
        (void)close(in);
    errno = why;
    return dir;
}

/* The number that TEXT begins with; 0 when it is none of a shard. */
static unsigned cut_number(const char **text)
{
    unsigned n = 0;

    if (**text == '0')
        return 0;
    for (; is_digit(**text); ++*text) {
        n = n * 10 + (unsigned)(**text - '0');
        if (n > SHARDS_MAX)
            return 0;
    }
    return n;
}

/* "3-of-8" */
static bool read_name(const char *name, struct shard *shard)
{
    static const char between[] = "-of-";

    shard->number = cut_number(&name);
    if (strncmp(name, between, strlen(between)) != 0)
        return false;
    name += strlen(between);
    shard->count = cut_number(&name);
    return *name == '\0' && shard->number > 0 && shard->number <= shard->count;
}

static bool next_shard(DIR *dir, struct shard *shard)
{
    const struct dirent *entry;

    while ((entry = readdir(dir)) != NULL) {
        if (read_name(entry->d_name, shard))
            return true;
    }
    return false;
}

static int by_number(const void *a, const void *b)
{
    const struct shard *x = a;
    const struct shard *y = b;

    if (x->count != y->count)
        return x->count < y->count ? -1 : 1;
    return x->number < y->number ? -1 : x->number > y->number;
}

enum status shards_list(struct arena *arena, int fd, const char *out,
                        const struct observer *observer, struct shards *shards)
{
    struct list list = list_of(arena, sizeof(struct shard));
    DIR *dir = open_dir(fd, SHARDS_FOLDER);
    struct shard shard;

    *shards = (struct shards){NULL, 0};
    if (dir == NULL && errno == ENOENT)
        return ST_OK;
    if (dir == NULL)
        return cannot(observer, out, SHARDS_FOLDER, "open", errno);
    while (next_shard(dir, &shard)) {
        struct shard *item = list_add(&list);

        if (item != NULL)
            *item = shard;
    }
    (void)closedir(dir);
    if (list.count > 0)
        qsort(list.items, list.count, sizeof(shard), by_number);
    *shards = (struct shards){list.items, list.count};
    return arena_status(arena);
}

/* The count of a shard in the folder that is cut otherwise than SHARD; 0: there
   is none. */
static unsigned other_count(int fd, const struct shard *shard)
{
    DIR *dir = open_dir(fd, SHARDS_FOLDER);
    struct shard other = {0, 0};

    if (dir == NULL)
        return 0;
    while (next_shard(dir, &other) && other.count == shard->count)
        other.count = 0;
    (void)closedir(dir);
    return other.count;
}

static bool make_dir(int fd, const char *path)
{
    return mkdirat(fd, path, 0777) == 0 || errno == EEXIST;
}

int shard_folder_make(const struct shard *shard, int fd, const char *out,
                      const struct observer *observer, enum status *st)
{
    const unsigned other = other_count(fd, shard);
    char path[SHARD_PATH_SIZE];
    int folder = -1;

    *st = ST_OK;
    if (other > 0) {
        observer_error(observer,
                       "%s: error: shards of a run in %u parts stand here, and "
                       "this one is of %u: end and merge those first, or "
                       "remove %s/" SHARDS_FOLDER,
                       out, other, shard->count, out);
        *st = ST_CREATE;
        return -1;
    }
    shard_path(shard, "", path);
    if (!make_dir(fd, SHARDS_FOLDER) || !make_dir(fd, path)) {
        *st = cannot(observer, out, path, "create folder", errno);
        return -1;
    }
    folder = openat(fd, path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (folder < 0)
        *st = cannot(observer, out, path, "open", errno);
    return folder;
}

enum status shards_refuse(int fd, const char *out,
                          const struct observer *observer)
{
    const unsigned count = other_count(fd, &(struct shard){0, 0});

    if (count == 0)
        return ST_OK;
    observer_error(observer,
                   "%s: error: shards of a run in %u parts stand here and were "
                   "not merged: `councilpress merge` first, or remove "
                   "%s/" SHARDS_FOLDER,
                   out, count, out);
    return ST_CREATE;
}

/* What we may have made in a shard's folder. */
static bool is_ours(const char *name)
{
    return strcmp(name, SHARD_LOCK_NAME) == 0 ||
           strcmp(name, SHARD_RECORD_NAME) == 0 ||
           outfile_is_temporary(str_of(name));
}

static bool remove_files(int fd, const char *path)
{
    DIR *dir = open_dir(fd, path);
    const struct dirent *entry;
    bool all = true;
    int why = 0;

    if (dir == NULL)
        return errno == ENOENT;
    while ((entry = readdir(dir)) != NULL) {
        if (is_ours(entry->d_name) &&
            unlinkat(dirfd(dir), entry->d_name, 0) != 0 && errno != ENOENT) {
            all = false;
            why = errno;
        }
    }
    (void)closedir(dir);
    errno = why;
    return all;
}

static void remove_folder(int fd, const char *in, const struct shard *shard)
{
    char path[SHARD_PATH_SIZE];

    (void)snprintf(path, sizeof(path), "%s/%u-of-%u", in, shard->number,
                   shard->count);
    if (remove_files(fd, path))
        (void)unlinkat(fd, path, AT_REMOVEDIR); /* else it is not empty */
}

/* Takes away what a shard left; what cannot be taken away means nothing any
   more. */
static void clear(int fd, const char *folder)
{
    DIR *dir = open_dir(fd, folder);
    struct shard shard;

    if (dir == NULL)
        return;
    while (next_shard(dir, &shard))
        remove_folder(fd, folder, &shard);
    (void)closedir(dir);
    (void)unlinkat(fd, folder, AT_REMOVEDIR);
}

enum status shards_remove(int fd, const char *out,
                          const struct observer *observer)
{
    clear(fd, MERGED_FOLDER);
    if (renameat(fd, SHARDS_FOLDER, fd, MERGED_FOLDER) != 0 &&
        errno != ENOENT) {
        (void)cannot(observer, out, SHARDS_FOLDER, "remove", errno);
        return ST_OUTPUT;
    }
    clear(fd, MERGED_FOLDER);
    return ST_OK;
}
