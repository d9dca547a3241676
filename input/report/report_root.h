/*
 * report_root.h - which template a report names, before the rest is read.
 *
 * A run opens what its reports need before it lets go of the right to: fonts
 * lie anywhere. Whatever hinders reading the name is found, and said, when the
 * report itself is read; but for want of memory, which may be over by then: it
 * sticks in the arena.
 */
#ifndef INPUT_REPORT_REPORT_ROOT_H
#define INPUT_REPORT_REPORT_ROOT_H

#include "core/base/list.h"

#include <limits.h>
#include <stdbool.h>

/* What lies in one folder, the one that was asked for last. */
struct siblings {
    struct arena arena;
    struct list names; /* const char * */
    char parent[PATH_MAX];
};

void siblings_open(struct siblings *s, size_t max_memory);
void siblings_close(struct siblings *s);

/* The template that FOLDER/report.xml names, in the arena; empty when that is
   not known. */
struct str report_root_template(struct arena *arena, const char *folder);

/* The folder beside FOLDER of the report that it belongs to, to be opened; NULL
   when it names none, or none that can be one. */
const char *report_root_of(struct arena *arena, const char *folder);

/* The folders beside FOLDER that it may name as the period before, to be
   opened, into PATHS, const char *: those whose names its `previous` fits,
   whatever the month is. */
void report_root_previous(struct arena *arena, const char *folder,
                          struct siblings *siblings, struct list *paths);

/* Whether OF is `../NAME`: a folder beside that of the report. NAME is its
   part. */
bool report_of_name(struct str of, struct str *name);

#endif
