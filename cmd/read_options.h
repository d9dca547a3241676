/*
 * read_options.h - from a command line to what it asks for.
 */
#ifndef CMD_READ_OPTIONS_H
#define CMD_READ_OPTIONS_H

#include "cmd/options.h"

/*
 * ST_OK, or ST_DATA after a message on standard error (exit status 64), or
 * ST_NOMEM.
 */
MUST_CHECK enum status read_options(struct arena *arena, int argc, char **argv,
                                    struct options *options);

#endif
