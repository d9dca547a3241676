#include "cmd/command.h"

const struct command commands[COMMAND_MAX] = {
#define COMMAND(id, name, arguments, least, most, wrong, help)                 \
    {#name, arguments, least, most, wrong, help, command_##name},
#include "cmd/command_table.h"
#undef COMMAND
};
