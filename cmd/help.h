/*
 * help.h - what --help prints, made from the tables of commands and options.
 */
#ifndef CMD_HELP_H
#define CMD_HELP_H

#include "cmd/command.h"
#include "core/base/arena.h"

/* Of one command, with the options that go with it; NULL: of all. On standard
   output. ST_NOMEM before it is whole. */
MUST_CHECK enum status help_print(struct arena *arena,
                                  const struct command *one);

#endif
