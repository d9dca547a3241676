#include "cmd/help.h"
#include "cmd/option_table.h"

#include <stdio.h>
#include <string.h>

#define LINE_WIDTH 80

static const char head[] =
    "councilpress - committee reports from folders of prose and CSV files\n";

static const char paths[] =
    "PATH is a report folder, a report.xml, or a folder of report folders.\n";

static const char foot[] =
    "Exit status: 0 every report is right, 64 usage, 65 a report's data is\n"
    "wrong, 66 an input cannot be read, 70 a fault of the program, 71 no\n"
    "memory, 73 cannot create, 74 cannot write, 75 another run writes there.\n"
    "More: man councilpress\n";

static void print_usage(void)
{
    for (size_t i = 0; i < COMMAND_MAX; i++)
        (void)printf("%-6s councilpress %s [OPTION]... %s\n",
                     i == 0 ? "usage:" : "", commands[i].name,
                     commands[i].arguments);
}

static void print_commands(void)
{
    size_t widest = 0;

    for (size_t i = 0; i < COMMAND_MAX; i++) {
        const size_t width = strlen(commands[i].name);

        widest = width > widest ? width : widest;
    }
    for (size_t i = 0; i < COMMAND_MAX; i++)
        (void)printf("%-*s  %s\n", (int)widest, commands[i].name,
                     commands[i].help);
}

/* TEXT in capitals: what stands for a value. */
static struct str capitals(struct arena *arena, const char *text)
{
    const size_t len = strlen(text);
    char *copy = arena_alloc(arena, len + 1, 1);

    for (size_t i = 0; copy != NULL && i < len; i++)
        copy[i] = (char)(text[i] >= 'a' && text[i] <= 'z' ? text[i] - 'a' + 'A'
                                                          : text[i]);
    return (struct str){copy, copy == NULL ? 0 : len};
}

/* "  -o, --output DIR" */
static struct str name_option(struct arena *arena, const struct option_row *row)
{
    struct str letter = STR_LIT("    ");
    struct str argument = STR_LIT("");

    if (row->letter != 0)
        letter = arena_printf(arena, "-%c, ", row->letter);
    if (row->argument != NULL)
        argument = arena_printf(arena, " %.*s",
                                STR_ARG(capitals(arena, row->argument)));
    return arena_printf(arena, "  %.*s--%s%.*s", STR_ARG(letter), row->name,
                        STR_ARG(argument));
}

/* TEXT with WORDS for the first PLACEHOLDER in it. */
static struct str fill(struct arena *arena, struct str text,
                       const char *placeholder, struct str words)
{
    const char *at = text.len == 0 ? NULL : strstr(text.ptr, placeholder);

    if (at == NULL)
        return text;
    return arena_printf(arena, "%.*s%.*s%s", (int)(at - text.ptr), text.ptr,
                        STR_ARG(words), at + strlen(placeholder));
}

/* What the option does; that it goes with one command alone is said. */
static struct str describe_option(struct arena *arena,
                                  const struct option_row *row)
{
    struct str text = str_of(row->help);

    for (size_t i = 0; i < COMMAND_MAX; i++) {
        if (row->commands == 1U << i)
            text = arena_printf(arena, "%s: %s", commands[i].name, row->help);
    }
    if (row->values != NULL) {
        const char *const *values = row->values(arena);
        const char *last = "";

        for (size_t i = 0; values != NULL && values[i] != NULL; i++)
            last = values[i];
        text = fill(arena, text, "{values}", option_choice(arena, values));
        text = fill(arena, text, "{all}", str_of(last));
    }
    return text;
}

/* TEXT from column INDENT on, where the cursor is, in lines of whole words. */
static void print_wrapped(struct str text, size_t indent)
{
    size_t column = indent;

    while (text.len > 0) {
        const struct str word = str_cut(&text, ' ');

        if (column > indent && column + 1 + word.len > LINE_WIDTH) {
            (void)printf("\n%*s", (int)indent, "");
            column = indent;
        }
        if (column > indent)
            (void)putchar(' ');
        (void)printf("%.*s", STR_ARG(word));
        column += word.len + (column > indent);
    }
    (void)putchar('\n');
}

static enum status print_options(struct arena *arena)
{
    struct str names[OPTIONS_MAX];
    struct str texts[OPTIONS_MAX];
    size_t widest = 0;

    for (size_t i = 0; i < option_count; i++) {
        names[i] = name_option(arena, &option_rows[i]);
        texts[i] = describe_option(arena, &option_rows[i]);
        widest = names[i].len > widest ? names[i].len : widest;
    }
    if (arena_status(arena) != ST_OK)
        return arena_status(arena);
    for (size_t i = 0; i < option_count; i++) {
        (void)printf("%-*.*s  ", (int)widest, STR_ARG(names[i]));
        print_wrapped(texts[i], widest + 2);
    }
    return ST_OK;
}

enum status help_print(struct arena *arena)
{
    enum status st = ST_BUG;

    (void)printf("%s\n", head);
    print_usage();
    (void)putchar('\n');
    print_commands();
    (void)printf("\n%s\n", paths);
    st = print_options(arena);
    (void)printf("\n%s", foot);
    return st;
}
