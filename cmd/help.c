#include "cmd/help.h"
#include "cmd/option_table.h"

#include <stdio.h>
#include <string.h>

#define LINE_WIDTH 80

static const char head[] =
    "councilpress - committee reports from folders of prose and data\n";

/* What the arguments are that a command's begin with. */
static const struct {
    const char *begin, *sentence;
} arguments[] = {
    {"PATH",
     "PATH is a report folder, a report.xml, or a folder of report folders."},
    {"FILE", "FILE is a CSV file, a workbook (.xlsx, .ods) or an XML file."},
    {"OLD", "OLD and NEW are report folders, or a report.xml each; prose is "
            "not compared."},
};

static const char foot[] =
    "Exit status: 0 every report is right, 64 usage, 65 a report's data is\n"
    "wrong, 66 an input cannot be read, 70 a fault of the program, 71 no\n"
    "memory, 73 cannot create, 74 cannot write, 75 another run writes there.\n"
    "More: man councilpress\n";

static void print_arguments(const char *given)
{
    for (size_t i = 0; i < sizeof(arguments) / sizeof(arguments[0]); i++) {
        if (strncmp(given, arguments[i].begin, strlen(arguments[i].begin)) == 0)
            (void)printf("%s\n\n", arguments[i].sentence);
    }
}

/* Those that are told of: all, or ONE. */
static bool is_told(const struct command *one, size_t i)
{
    return one == NULL || one == &commands[i];
}

static void print_usage(const struct command *one)
{
    const char *before = "usage:";

    for (size_t i = 0; i < COMMAND_MAX; i++) {
        if (!is_told(one, i))
            continue;
        (void)printf("%-6s councilpress %s [OPTION]... %s\n", before,
                     commands[i].name, commands[i].arguments);
        before = "";
    }
}

static void print_commands(const struct command *one)
{
    size_t widest = 0;

    for (size_t i = 0; i < COMMAND_MAX; i++) {
        const size_t width = strlen(commands[i].name);

        if (is_told(one, i))
            widest = width > widest ? width : widest;
    }
    for (size_t i = 0; i < COMMAND_MAX; i++) {
        if (is_told(one, i))
            (void)printf("%-*s  %s\n", (int)widest, commands[i].name,
                         commands[i].help);
    }
}

/* With nothing but --help there is no command that an option could go with. */
static bool goes_with(const struct option_row *row, const struct command *one)
{
    return one == NULL || row->commands == 0 ||
           (row->commands & (1U << (one - commands))) != 0;
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

/* What the option does; among those of all commands that it goes with one
   alone is said. */
static struct str describe_option(struct arena *arena,
                                  const struct option_row *row,
                                  const struct command *one)
{
    struct str text = str_of(row->help);

    for (size_t i = 0; i < COMMAND_MAX && one == NULL; i++) {
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

static enum status print_options(struct arena *arena, const struct command *one)
{
    struct str names[OPTIONS_MAX];
    struct str texts[OPTIONS_MAX];
    size_t widest = 0;
    size_t n = 0;

    for (size_t i = 0; i < option_count; i++) {
        if (!goes_with(&option_rows[i], one))
            continue;
        names[n] = name_option(arena, &option_rows[i]);
        texts[n] = describe_option(arena, &option_rows[i], one);
        widest = names[n].len > widest ? names[n].len : widest;
        n++;
    }
    if (arena_status(arena) != ST_OK)
        return arena_status(arena);
    for (size_t i = 0; i < n; i++) {
        (void)printf("%-*.*s  ", (int)widest, STR_ARG(names[i]));
        print_wrapped(texts[i], widest + 2);
    }
    return ST_OK;
}

enum status help_print(struct arena *arena, const struct command *one)
{
    enum status st = ST_BUG;

    (void)printf("%s\n", head);
    print_usage(one);
    (void)putchar('\n');
    print_commands(one);
    (void)putchar('\n');
    print_arguments(one == NULL ? "PATH" : one->arguments);
    st = print_options(arena, one);
    (void)printf("\n%s", foot);
    return st;
}
