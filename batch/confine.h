/*
 * confine.h - what a process that reads other people's files gives up first.
 *
 * Landlock leaves it the folders of the reports and the templates to read and
 * the output folder to write; a seccomp filter leaves it no sockets, no other
 * processes and programs, and nothing of the system to change; it can gain no
 * privileges and keeps none but to read and write files of others, leaves no
 * core, and takes no more memory than a report may, with room for what
 * libraries take beside it.
 *
 * Failure: where the kernel does not have one of them the process goes on
 * without it, and says which.
 */
#ifndef BATCH_CONFINE_H
#define BATCH_CONFINE_H

#include "batch/job.h"
#include "batch/settings.h"

enum confine_missing {
    MISSING_LANDLOCK = 1 << 0,    /* Landlock */
    MISSING_CALL_FILTER = 1 << 1, /* the seccomp filter */
    MISSING_LIMITS = 1 << 2, /* of memory and cores, or of what root may do */
    MISSING_ALL = MISSING_LANDLOCK | MISSING_CALL_FILTER | MISSING_LIMITS,
};

struct confinement {
    int ruleset; /* -1: the kernel has none */
    size_t max_memory;
};

/*
 * Everything that confine_enter() will need, so that it opens nothing.
 * TEMPLATES are folders; the output folder is taken when the command writes,
 * and is there by then.
 */
void confine_open(struct confinement *c, const struct batch_settings *settings,
                  const struct jobs *jobs, const char *const *templates,
                  size_t ntemplates);
void confine_close(struct confinement *c);

/* For the rest of this process's life. Returns what it had to do without: a
   set of enum confine_missing. */
unsigned confine_enter(const struct confinement *c);

#endif
