/*
 * confine.h - what a process that reads other people's files gives up first.
 *
 * Landlock leaves it the paths of the run, the folders of the reports, the
 * templates and the output folder to read, and nothing to write but the files
 * it is given; a filter leaves it the few calls that it needs (call_filter.h);
 * it can signal and trace nobody, gain no privileges, and keeps none but to
 * read and write files of others; it has nothing open but what it was given,
 * leaves no core, and takes no more memory than a report may, with room for
 * what libraries take beside it, nor writes a longer file.
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
 * TEMPLATES are folders; the output folder is there by then, when the command
 * writes.
 */
void confine_open(struct confinement *c, const struct batch_settings *settings,
                  const struct jobs *jobs, const char *const *templates,
                  size_t ntemplates);
void confine_close(struct confinement *c);

/* For the rest of this process's life. Of what is open it keeps the standard
   streams and KEPT. Returns what it had to do without: a set of enum
   confine_missing. */
unsigned confine_enter(const struct confinement *c, int kept);

#endif
