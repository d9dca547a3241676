/*
 * options.h - the command line.
 *
 * Ownership: strings are those of argv; the arrays belong to the arena.
 */
#ifndef CMD_OPTIONS_H
#define CMD_OPTIONS_H

#include "batch/settings.h"
#include "core/base/arena.h"

enum command {
    COMMAND_BUILD,
    COMMAND_CHECK,
    COMMAND_TEMPLATES,
    COMMAND_HELP,
    COMMAND_VERSION,
};

enum verbosity { QUIET, NORMAL, VERBOSE };

struct options {
    enum command command;
    struct batch_settings settings;
    struct override *overrides; /* of the settings, while they are read */
    enum verbosity verbosity;
    bool json; /* a record a line on standard output */
    const char **paths;
    size_t npaths;
};

/*
 * ST_OK, or ST_DATA after a message on standard error (exit status 64), or
 * ST_NOMEM.
 */
MUST_CHECK enum status options_read(struct arena *arena, int argc, char **argv,
                                    struct options *options);

/* What --help prints. */
extern const char usage_text[];

#endif
