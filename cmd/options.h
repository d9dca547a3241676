/*
 * options.h - the command line.
 *
 * Ownership: strings are those of argv; the arrays belong to the arena.
 */
#ifndef CMD_OPTIONS_H
#define CMD_OPTIONS_H

#include "core/base/arena.h"
#include "core/doc/doc.h"
#include "core/value/date.h"
#include "input/report/report_in.h"

#include <stdbool.h>
#include <stddef.h>

#define WORKERS_MAX 256

enum command {
    COMMAND_BUILD,
    COMMAND_CHECK,
    COMMAND_TEMPLATES,
    COMMAND_HELP,
    COMMAND_VERSION,
};

enum stage {
    STAGE_NONE,
    STAGE_REPORT,
    STAGE_FIGURES,
    STAGE_DOC,
    STAGE_LAYOUT,
};

enum verbosity { QUIET, NORMAL, VERBOSE };

struct options {
    enum command command;
    const char *out;       /* -o: the folder of the outputs */
    const char *templates; /* --templates; NULL: find them */
    bool pdf, html;        /* -f */
    enum audience audience;
    struct str as_of; /* --as-of as it was given; empty: none */
    struct override *overrides;
    size_t noverrides;
    size_t max_memory; /* bytes, a report */
    enum stage dump;
    enum verbosity verbosity;
    bool strict;        /* a warning counts as an error */
    bool accessibility; /* check: also what hinders readers */
    bool json;          /* a record a line on standard output */
    bool force;         /* build what has not changed, too */
    bool wait;          /* for the end of another run that writes there */
    size_t workers;
    unsigned timeout; /* seconds, a report */
    const char **paths;
    size_t npaths;
};

/*
 * ST_OK, or ST_DATA after a message on standard error (exit status 64), or
 * ST_NOMEM.
 */
MUST_CHECK enum status options_read(struct arena *arena, int argc, char **argv,
                                    struct options *options);

/* Whether the command writes files: not what only checks or dumps. */
bool options_write(const struct options *options);

/* What --help prints. */
extern const char usage_text[];

#endif
