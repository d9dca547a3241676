/*
 * help.h - what --help prints, made from the tables of commands and options.
 */
#ifndef CMD_HELP_H
#define CMD_HELP_H

#include "core/base/arena.h"

/* On standard output. ST_NOMEM before it is whole. */
MUST_CHECK enum status help_print(struct arena *arena);

#endif
