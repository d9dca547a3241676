/*
 * watch.h - which folders have changed, as inotify says it.
 *
 * Editors save in many ways: they write in place, rename a new file over the
 * old one, or remove it first. A folder is told once what was written is
 * closed, or has come by another name; what was only removed a little later,
 * since most often a new file follows. Locks and backups of editors are passed
 * over. Who may read a file is told of as a save is.
 *
 * What another machine writes to a shared file system inotify does not hear,
 * and the kernel watches so many folders and no more: those are `polled`, by
 * watch_look().
 *
 * Ownership: watch_close() ends it. Failure: watch_open() alone can fail;
 * where there are too many folders even to be looked at, `incomplete` says so.
 */
#ifndef PREVIEW_WATCH_H
#define PREVIEW_WATCH_H

#include "core/base/arena.h"
#include "core/base/list.h"
#include "core/base/name_map.h"

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#define WATCH_DEPTH_MAX 8
#define WATCH_FOLDERS_MAX 20000
#define WATCH_SETTLE 2    /* milliseconds after a file was closed */
#define WATCH_REMOVED 150 /* after one was removed */
#define WATCH_LOOK 1000   /* between looks at folders that are polled */

struct watched {
    int number; /* inotify's; -1: it has none, and is polled */
    const char *folder;
    size_t owner; /* what watch_add() was told */
    bool polled;
    uint64_t sum; /* of what it holds; polled */
};

struct watch {
    struct arena arena;
    int fd;
    struct list folders;   /* struct watched */
    struct name_map owned; /* those of each owner */
    bool incomplete;
    bool polled;      /* some of the folders are */
    dev_t out_device; /* of watch_pass_over() */
    ino_t out_number; /* 0: there is none */
};

/* What has happened to OWNER; SETTLE is how long to wait before it is looked
   at. RESTRUCTURED: folders have come or gone. */
struct watch_heard {
    void *context;
    void (*changed)(void *context, size_t owner, int64_t settle,
                    bool restructured);
};

MUST_CHECK enum status watch_open(struct watch *w);
void watch_close(struct watch *w);

/* Changes of FOLDER are our own: it is not watched, nor is what lies in it,
   unless that is added by name. */
void watch_pass_over(struct watch *w, const char *folder);

/* FOLDER and the folders in it belong to OWNER. */
void watch_add(struct watch *w, const char *folder, size_t owner);

/* FOLDER without those in it does, where it is there and is not passed over;
   false: it does not, or has before. */
bool watch_add_one(struct watch *w, const char *folder, size_t owner);

/* What has changed in folders that are polled. */
void watch_look(struct watch *w, const struct watch_heard *heard);

/* Hears all that has come. */
void watch_read(struct watch *w, const struct watch_heard *heard);

#endif
