/*
 * options.h - what a command line asks for.
 *
 * Ownership: strings are those of argv; the arrays belong to the arena that
 * read_options() was given.
 */
#ifndef CMD_OPTIONS_H
#define CMD_OPTIONS_H

#include "batch/settings.h"
#include "cmd/command.h"
#include "core/value/decimal.h"

enum verbosity { QUIET, NORMAL, VERBOSE };

struct options {
    const struct command *command; /* NULL: it asks for the version, or for help
                                      with no command or an unknown one */
    struct batch_settings settings;
    struct override *overrides; /* of the settings, while they are read */
    const char **templates;     /* the same */
    enum verbosity verbosity;
    const char *template_name; /* of a new folder; NULL: none is named */
    const char *pages;         /* where pages of samples go; NULL: nowhere */
    bool check;                /* all templates */
    bool sample;               /* a CSV file to fill in */
    struct decimal threshold;  /* of changes; 0: none */
    const char *sheet;         /* of workbooks; NULL: all */
    unsigned port;             /* of a preview; 0: any */
    bool no_open;              /* no browser is started for it */
    const char *list; /* a file of further arguments, one a line; NULL: none */
    struct buf held;  /* of a quiet run, what is said of its reports: its sum
                         comes first; without a limit until there is a run */
    size_t unheld;    /* reports of which it had no room for all */
    bool json;        /* a record a line on standard output */
    bool watch;       /* the run goes on with every save */
    bool help;
    bool version;
    const char **arguments; /* of the command: words that are no options */
    size_t narguments;
};

#endif
