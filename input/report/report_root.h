/*
 * report_root.h - which template and which other reports a report names, before
 * the rest is read.
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

/* What the root of a report names; empty and NULL: nothing that is known. */
struct report_root {
    struct str template_name;
    const char *of;      /* the folder of the report that it belongs to, beside
                            its own, to be opened */
    struct str previous; /* the folder of the period before, as it says that */
};

/* Of FOLDER/report.xml, in the arena. */
struct report_root report_root_in(struct arena *arena, const char *folder);

/* The folders beside FOLDER that PREVIOUS may mean, to be opened, into PATHS,
   const char *: those whose names it fits, whatever the month is. */
void report_root_previous(struct arena *arena, const char *folder,
                          struct str previous, struct siblings *siblings,
                          struct list *paths);

/* Whether OF is `../NAME`: a folder beside that of the report. NAME is its
   part. */
bool report_of_name(struct str of, struct str *name);

#endif
