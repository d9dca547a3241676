/*
 * beside.h - the folders beside those of the reports that they may name: the
 * report that one belongs to, and that of the period before.
 *
 * What lies below a path of the run may be read anyway, and is not looked for;
 * of all others one folder is listed once for all the reports in it.
 *
 * Ownership: beside_close() frees all; found paths are the arena's that was
 * given. Failure: what cannot be found is not allowed, and said when the report
 * is read.
 */
#ifndef BATCH_BESIDE_H
#define BATCH_BESIDE_H

#include "batch/settings.h"
#include "core/base/list.h"
#include "input/report/report_root.h"

#include <limits.h>

struct beside {
    struct arena arena;
    struct list roots; /* const char *: paths of the run, without links */
    struct siblings siblings;
    char parent[PATH_MAX]; /* that was asked for last, without links */
    bool below;            /* it lies below a path of the run */
};

void beside_open(struct beside *b, const struct batch_settings *settings);
void beside_close(struct beside *b);

/* Those that the report in FOLDER names, to be opened, into PATHS, const char
 *; false: it names none, whether they are there or not. */
bool beside_named(struct beside *b, struct arena *arena, const char *folder,
                  struct list *paths);

/* Of these, those that lie below no path of the run. */
void beside_folders(struct beside *b, struct arena *arena, const char *folder,
                    struct list *paths);

#endif
