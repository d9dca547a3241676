#include "preview/watch.h"
#include "core/base/file.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#define EVENTS                                                                 \
    (IN_CLOSE_WRITE | IN_ATTRIB | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE |    \
     IN_CREATE | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR | IN_EXCL_UNLINK)
#define OWNED_SIZE (PATH_MAX + 24) /* a number and a path */
#define ARENA_MAX ((size_t)16 * 1024 * 1024)

enum status watch_open(struct watch *w)
{
    *w = (struct watch){.fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC)};
    arena_init(&w->arena, ARENA_MAX);
    w->folders = list_of(&w->arena, sizeof(struct watched));
    name_map_init(&w->owned, &w->arena, (uint64_t)(uintptr_t)w);
    return w->fd < 0 ? ST_NOMEM : ST_OK;
}

void watch_close(struct watch *w)
{
    if (w->fd >= 0)
        (void)close(w->fd);
    w->fd = -1;
    arena_free(&w->arena);
}

static bool is_folder(const char *path)
{
    struct stat about;

    return lstat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

/* Locks, backups and probes of editors. */
static bool is_passing(const char *name)
{
    const size_t len = strlen(name);

    return strncmp(name, ".~lock.", 7) == 0 || strncmp(name, "~$", 2) == 0 ||
           strcmp(name, "4913") == 0 || (len > 0 && name[len - 1] == '~') ||
           (len > 4 && strcmp(name + len - 4, ".swp") == 0) ||
           (len > 4 && strcmp(name + len - 4, ".swx") == 0);
}

/* Whether other machines may write to the file system that FOLDER lies on. */
static bool is_on_shared_disk(const char *folder)
{
    static const unsigned long types[] = {
        0x6969,     /* NFS */
        0xFF534D42, /* CIFS */
        0xFE534D42, /* SMB 2 */
        0x517B,     /* SMB */
        0x01021997, /* 9p */
        0x65735546, /* FUSE: sshfs, GlusterFS and others */
        0x00C36400, /* Ceph */
        0x0BD00BD0, /* Lustre */
        0x47504653, /* GPFS */
        0x5346414F, /* AFS */
    };
    struct statfs about;

    if (statfs(folder, &about) != 0)
        return false;
    for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++) {
        if (((unsigned long)about.f_type & 0xFFFFFFFF) == types[i])
            return true;
    }
    return false;
}

static uint64_t mixed(uint64_t sum, const void *bytes, size_t len)
{
    const unsigned char *p = bytes;

    for (size_t i = 0; i < len; i++)
        sum = (sum ^ p[i]) * 0x100000001B3; /* FNV-1a */
    return sum;
}

/* Another one when a file came, went or was written; whatever the order in
   which they are listed. */
static uint64_t sum_of_watched(const char *folder)
{
    DIR *dir = opendir(folder);
    uint64_t sum = 0;

    for (const struct dirent *e = dir == NULL ? NULL : readdir(dir); e != NULL;
         e = readdir(dir)) {
        struct stat s;
        uint64_t one = 0xCBF29CE484222325;

        if (e->d_name[0] == '.' || is_passing(e->d_name) ||
            fstatat(dirfd(dir), e->d_name, &s, 0) != 0)
            continue;
        one = mixed(one, e->d_name, strlen(e->d_name));
        one = mixed(one, &s.st_ino, sizeof(s.st_ino));
        one = mixed(one, &s.st_mode, sizeof(s.st_mode));
        /* A folder is told by what it holds. */
        if (!S_ISDIR(s.st_mode)) {
            one = mixed(one, &s.st_size, sizeof(s.st_size));
            one = mixed(one, &s.st_mtim.tv_sec, sizeof(s.st_mtim.tv_sec));
            one = mixed(one, &s.st_mtim.tv_nsec, sizeof(s.st_mtim.tv_nsec));
        }
        sum += one;
    }
    if (dir != NULL)
        (void)closedir(dir);
    return sum;
}

/* What OWNER's FOLDER is called among those of all; one whose path is too long
   to be watched is cut. */
static struct str owned_name(char room[OWNED_SIZE], const char *folder,
                             size_t owner)
{
    (void)snprintf(room, OWNED_SIZE, "%zx %s", owner, folder);
    return str_of(room);
}

static bool add_one(struct watch *w, const char *folder, size_t owner)
{
    char name[OWNED_SIZE];
    struct watched *one;
    bool polled = is_on_shared_disk(folder);
    int number;

    if (w->folders.count >= WATCH_FOLDERS_MAX) {
        w->incomplete = true;
        return false;
    }
    number = inotify_add_watch(w->fd, folder, EVENTS);
    if (number < 0)
        polled |= errno == ENOSPC || errno == ENOMEM;
    if (number < 0 && !polled)
        return false;
    one = list_add(&w->folders);
    if (one == NULL) {
        w->incomplete = true;
        return false;
    }
    *one = (struct watched){
        .number = number,
        .folder = arena_cstr(&w->arena, str_of(folder)),
        .owner = owner,
        .polled = polled,
        .sum = polled ? sum_of_watched(folder) : 0,
    };
    name_map_add(&w->owned,
                 str_of(arena_cstr(&w->arena, owned_name(name, folder, owner))),
                 1);
    w->polled |= polled;
    return true;
}

void watch_look(struct watch *w, const struct watch_heard *heard)
{
    struct watched *list = w->folders.items;

    for (size_t i = 0; i < w->folders.count; i++) {
        const uint64_t sum = list[i].polled && list[i].folder != NULL
                                 ? sum_of_watched(list[i].folder)
                                 : list[i].sum;

        if (sum == list[i].sum)
            continue;
        list[i].sum = sum;
        heard->changed(heard->context, list[i].owner, WATCH_SETTLE, true);
    }
}

void watch_pass_over(struct watch *w, const char *folder)
{
    struct stat about;

    if (stat(folder, &about) != 0)
        return;
    w->out_device = about.st_dev;
    w->out_number = about.st_ino;
}

static bool is_passed_over(const struct watch *w, const char *folder)
{
    struct stat about;

    return w->out_number != 0 && stat(folder, &about) == 0 &&
           about.st_dev == w->out_device && about.st_ino == w->out_number;
}

bool watch_add_one(struct watch *w, const char *folder, size_t owner)
{
    char name[OWNED_SIZE];

    /* NULL: for want of memory. */
    if (folder == NULL || is_passed_over(w, folder) ||
        name_map_get(&w->owned, owned_name(name, folder, owner)) != 0)
        return false;
    return add_one(w, folder, owner);
}

/* One folder after another, without recursion: a list that grows. */
void watch_add(struct watch *w, const char *folder, size_t owner)
{
    struct level {
        const char *folder;
        int depth;
    };
    struct list levels = list_of(&w->arena, sizeof(struct level));
    struct level *first = list_add(&levels);

    if (first == NULL)
        return;
    *first = (struct level){folder, 0};
    for (size_t i = 0; i < levels.count; i++) {
        const struct level now = ((struct level *)levels.items)[i];
        DIR *dir;

        if (!is_passed_over(w, now.folder))
            (void)add_one(w, now.folder, owner);
        else if (now.depth > 0)
            continue;
        dir = now.depth < WATCH_DEPTH_MAX ? opendir(now.folder) : NULL;
        for (const struct dirent *e = dir == NULL ? NULL : readdir(dir);
             e != NULL; e = readdir(dir)) {
            struct str path;
            struct level *next;

            if (e->d_name[0] == '.')
                continue;
            path = arena_printf(&w->arena, "%s/%s", now.folder, e->d_name);
            if (path.ptr == NULL || !is_folder(path.ptr))
                continue;
            next = list_add(&levels);
            if (next != NULL)
                *next = (struct level){path.ptr, now.depth + 1};
        }
        if (dir != NULL)
            (void)closedir(dir);
    }
}

/* An editor that has just made the file, and writes it next. */
static bool is_empty(const struct watched *folder,
                     const struct inotify_event *event)
{
    char path[PATH_MAX];
    struct stat about;

    return event->len > 0 && file_path(folder->folder, event->name, path) &&
           stat(path, &about) == 0 && about.st_size == 0;
}

static void hear(struct watch *w, const struct inotify_event *event,
                 const struct watch_heard *heard)
{
    const struct watched *list = w->folders.items;
    const bool folder = (event->mask & IN_ISDIR) != 0;
    const bool gone = (event->mask & (IN_DELETE | IN_MOVED_FROM |
                                      IN_DELETE_SELF | IN_MOVE_SELF)) != 0;

    if (event->len > 0 && is_passing(event->name))
        return;
    /* A file that was created is told when it is closed. */
    if ((event->mask & IN_CREATE) != 0 && !folder)
        return;
    for (size_t i = 0; i < w->folders.count; i++) {
        if (list[i].number == event->wd)
            heard->changed(
                heard->context, list[i].owner,
                gone || is_empty(&list[i], event) ? WATCH_REMOVED
                                                  : WATCH_SETTLE,
                folder ||
                    (event->mask & (IN_DELETE_SELF | IN_MOVE_SELF)) != 0 ||
                    (event->len > 0 && strcmp(event->name, "report.xml") == 0 &&
                     gone));
    }
}

/* More than the kernel could keep: everything may have changed. */
static void hear_all(const struct watch *w, const struct watch_heard *heard)
{
    const struct watched *list = w->folders.items;

    for (size_t i = 0; i < w->folders.count; i++)
        heard->changed(heard->context, list[i].owner, WATCH_SETTLE, true);
}

void watch_read(struct watch *w, const struct watch_heard *heard)
{
    union {
        struct inotify_event event; /* for its alignment */
        char bytes[16 * 1024];
    } in;

    for (;;) {
        const ssize_t n = read(w->fd, in.bytes, sizeof(in.bytes));
        size_t at = 0;

        if (n <= 0)
            return;
        while (at + sizeof(struct inotify_event) <= (size_t)n) {
            const struct inotify_event *event =
                (const struct inotify_event *)(const void *)(in.bytes + at);

            if ((event->mask & IN_Q_OVERFLOW) != 0)
                hear_all(w, heard);
            else
                hear(w, event, heard);
            at += sizeof(*event) + event->len;
        }
    }
}
