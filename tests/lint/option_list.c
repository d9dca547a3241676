/*
 * option_list.c - the tables of commands and options as JSON, on standard
 * output, for tests/lint/options.py.
 */
#include "cmd/option_table.h"
#include "tests/lint/list_json.h"

#include <stdlib.h>

static void put_commands(struct json_out *j)
{
    json_out_name(j, "commands");
    json_out_array(j);
    for (size_t i = 0; i < COMMAND_MAX; i++) {
        json_out_object(j);
        json_out_member_cstr(j, "name", commands[i].name);
        json_out_member_cstr(j, "arguments", commands[i].arguments);
        json_out_member_cstr(j, "help", commands[i].help);
        json_out_end(j);
    }
    json_out_end(j);
}

static void put_option(struct json_out *j, struct arena *arena,
                       const struct option_row *row)
{
    const char letter[] = {row->letter, '\0'};
    const char *const *values = row->values == NULL ? NULL : row->values(arena);

    json_out_object(j);
    json_out_member_cstr(j, "name", row->name);
    json_out_member_cstr(j, "letter", letter);
    json_out_member_cstr(j, "argument", row->argument);
    json_out_member_cstr(j, "help", row->help);
    json_out_name(j, "others");
    json_out_array(j);
    for (size_t i = 0; i < NOT_WITH_MAX && row->not_with[i] != NULL; i++)
        json_out_cstr(j, row->not_with[i]);
    if (row->needs != NULL)
        json_out_cstr(j, row->needs);
    json_out_end(j);
    json_out_name(j, "commands");
    json_out_array(j);
    for (size_t i = 0; i < COMMAND_MAX; i++) {
        if ((row->commands & (1U << i)) != 0)
            json_out_cstr(j, commands[i].name);
    }
    json_out_end(j);
    json_out_name(j, "values");
    json_out_array(j);
    for (size_t i = 0; values != NULL && values[i] != NULL; i++)
        json_out_cstr(j, values[i]);
    json_out_end(j);
    json_out_member_bool(j, "folder", row->folder);
    json_out_member_bool(j, "repeats", row->repeats);
    json_out_end(j);
}

int main(void)
{
    struct arena arena;
    struct buf out;
    struct json_out j;
    bool whole;

    arena_init(&arena, LIST_MEMORY);
    buf_init(&out, LIST_MEMORY);
    json_out_init(&j, &out, true);
    json_out_object(&j);
    put_commands(&j);
    json_out_name(&j, "options");
    json_out_array(&j);
    for (size_t i = 0; i < option_count; i++)
        put_option(&j, &arena, &option_rows[i]);
    json_out_end(&j);
    json_out_end(&j);
    whole = arena_status(&arena) == ST_OK && list_print(&out);
    buf_free(&out);
    arena_free(&arena);
    return whole ? EXIT_SUCCESS : EXIT_FAILURE;
}
