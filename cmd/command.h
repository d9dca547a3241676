/*
 * command.h - the subcommands, as command_table.h lists them.
 */
#ifndef CMD_COMMAND_H
#define CMD_COMMAND_H

#include "core/base/arena.h"

#include <stdint.h>

struct options;

struct command {
    const char *name;
    const char *arguments;
    size_t least, most; /* arguments */
    const char *wrong_number;
    const char *help;

    /* The options are its own to change. */
    enum status (*run)(struct arena *arena, struct options *options);
};

enum command_id {
#define COMMAND(id, name, arguments, least, most, wrong, help) COMMAND_##id,
#include "cmd/command_table.h"
#undef COMMAND
    COMMAND_MAX,
};

/* As enum command_id numbers them. */
extern const struct command commands[COMMAND_MAX];

#define COMMAND(id, name, arguments, least, most, wrong, help)                 \
    MUST_CHECK enum status command_##name(struct arena *arena,                 \
                                          struct options *options);
#include "cmd/command_table.h"
#undef COMMAND

#endif
