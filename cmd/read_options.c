#include "cmd/read_options.h"
#include "cmd/console.h"
#include "cmd/option_table.h"
#include "core/base/file.h"

#include <errno.h>
#include <getopt.h>
#include <string.h>

/* What getopt_long() is told, and what it returns: of a row, its letter or
   LONG_FIRST and its number. */
struct getopt_tables {
    char letters[2 * OPTIONS_MAX + 3];
    struct option names[OPTIONS_MAX + 1];
};

enum { LONG_FIRST = 256 };

#define LIST_MAX ((size_t)64 * 1024 * 1024) /* bytes */

#define WORD 1 /* what getopt_long() returns for a word that is no option */

/* A command line, as far as it is read. */
struct command_line {
    struct arena *arena;
    struct options *options;
    bool given[OPTIONS_MAX];         /* as option_rows[] */
    const char *values[OPTIONS_MAX]; /* of those, the last; NULL: takes none */
};

/* Words are met in their order, whatever the environment asks for ("-"), and
   what is wrong is ours to say (":"). */
static void fill_tables(struct getopt_tables *t)
{
    char *letter = t->letters;

    *letter++ = '-';
    *letter++ = ':';
    for (size_t i = 0; i < option_count; i++) {
        const struct option_row *row = &option_rows[i];

        t->names[i] = (struct option){
            row->name, row->argument == NULL ? no_argument : required_argument,
            NULL, LONG_FIRST + (int)i};
        if (row->letter == 0)
            continue;
        *letter++ = row->letter;
        if (row->argument != NULL)
            *letter++ = ':';
    }
    *letter = '\0';
    t->names[option_count] = (struct option){NULL, 0, NULL, 0};
}

/* What getopt_long() returned, or says of one that it did not take; NULL: it is
   no row's. */
static const struct option_row *row_of(int option)
{
    if (option >= LONG_FIRST)
        return &option_rows[option - LONG_FIRST];
    for (size_t i = 0; i < option_count; i++) {
        if (option != 0 && option_rows[i].letter == option)
            return &option_rows[i];
    }
    return NULL;
}

/* GIVEN is the name of no option. */
static bool refuse_name(const char *given)
{
    struct str names[OPTIONS_MAX];
    struct str rest = str_of(given);
    const struct str name = str_from(str_cut(&rest, '='), 2);
    int near;

    for (size_t i = 0; i < option_count; i++)
        names[i] = str_of(option_rows[i].name);
    near = str_nearest(name, names, option_count);
    if (near < 0)
        console_error("no option --%.*s; --help lists those there are",
                      STR_ARG(name));
    else
        console_error("no option --%.*s; did you mean --%.*s?", STR_ARG(name),
                      STR_ARG(names[near]));
    return false;
}

/* GIVEN is no option, or one that takes no value; optopt knows which. */
static bool refuse_option(const char *given)
{
    if (optopt == 0)
        return refuse_name(given);
    if (row_of(optopt) != NULL)
        console_error("--%s takes no value", row_of(optopt)->name);
    else if (optopt > ' ' && optopt < 0x7F)
        console_error("no option -%c; --help lists those there are", optopt);
    else
        console_error(
            "no option is of that letter; --help lists those there are");
    return false;
}

/* The first of two values would be lost without a word. */
static bool is_first_or_same(struct command_line *r, const struct option_in *in)
{
    const size_t i = (size_t)(in->row - option_rows);
    const char *before = r->values[i];

    r->given[i] = true;
    r->values[i] = in->value;
    if (before == NULL || in->row->repeats || in->row->yields ||
        strcmp(before, in->value) == 0)
        return true;
    console_error("--%s is given twice, `%s` and `%s`: which one?",
                  in->row->name, before, in->value);
    return false;
}

static bool read_option(struct command_line *r, int option, const char *value,
                        char **argv)
{
    struct options *o = r->options;
    struct option_in in = {r->arena, o, NULL, value};

    switch (option) {
    case WORD: o->arguments[o->narguments++] = value; return true;
    case ':':
        console_error("--%s needs a value", row_of(optopt)->name);
        return false;
    case '?': return refuse_option(argv[optind - 1]);
    default: break;
    }
    in.row = row_of(option);
    if (in.row == NULL)
        return false;
    return is_first_or_same(r, &in) && in.row->read(&in);
}

/* "build, check or templates" */
static struct str name_commands(struct arena *arena)
{
    const char *names[COMMAND_MAX + 1] = {NULL};

    for (size_t i = 0; i < COMMAND_MAX; i++)
        names[i] = commands[i].name;
    return option_choice(arena, names);
}

static bool refuse_command(struct arena *arena, const char *given)
{
    const struct str known = name_commands(arena);
    struct str names[COMMAND_MAX];
    int near;

    for (size_t i = 0; i < COMMAND_MAX; i++)
        names[i] = str_of(commands[i].name);
    near = str_nearest(str_of(given), names, COMMAND_MAX);
    if (near < 0)
        console_error("no command `%s`; want %.*s", given, STR_ARG(known));
    else
        console_error("no command `%s`; did you mean `%s`?", given,
                      commands[near].name);
    return false;
}

/* NULL: there is none of that name. */
static const struct command *find_command(const char *name)
{
    for (size_t i = 0; i < COMMAND_MAX; i++) {
        if (strcmp(name, commands[i].name) == 0)
            return &commands[i];
    }
    return NULL;
}

/* The first word that is no option is the command. */
static bool read_command(struct command_line *r)
{
    struct options *o = r->options;

    if (o->narguments == 0) {
        console_error("which command? %.*s; --help says more",
                      STR_ARG(name_commands(r->arena)));
        return false;
    }
    o->command = find_command(o->arguments[0]);
    if (o->command == NULL)
        return refuse_command(r->arena, o->arguments[0]);
    o->arguments++;
    o->narguments--;
    return true;
}

/* ROW was given with a command or an option that it means nothing to. */
static bool refuse_row(struct arena *arena, const struct option_row *row)
{
    const char *names[COMMAND_MAX + 1] = {NULL};
    const char *others[NOT_WITH_MAX + 1] = {NULL};
    struct str not_with = STR_LIT("");
    size_t n = 0;

    for (size_t i = 0; i < COMMAND_MAX; i++) {
        if ((row->commands & (1U << i)) != 0)
            names[n++] = commands[i].name;
    }
    for (size_t i = 0; i < NOT_WITH_MAX && row->not_with[i] != NULL; i++)
        others[i] = arena_printf(arena, "--%s", row->not_with[i]).ptr;
    if (others[0] != NULL)
        not_with = arena_printf(arena, ", and not with %.*s",
                                STR_ARG(option_choice(arena, others)));
    console_error("--%s goes with %.*s%.*s", row->name,
                  STR_ARG(option_choice(arena, names)), STR_ARG(not_with));
    return false;
}

static bool is_given(const struct command_line *r, const char *name)
{
    for (size_t i = 0; name != NULL && i < option_count; i++) {
        if (strcmp(option_rows[i].name, name) == 0)
            return r->given[i];
    }
    return false;
}

static bool is_against_another(const struct command_line *r,
                               const struct option_row *row)
{
    for (size_t i = 0; i < NOT_WITH_MAX; i++) {
        if (is_given(r, row->not_with[i]))
            return true;
    }
    return false;
}

/* What a command cannot do without is there. */
static bool has_its_musts(const struct command_line *r)
{
    const unsigned command = 1U << (r->options->command - commands);

    for (size_t i = 0; i < option_count; i++) {
        const struct option_row *row = &option_rows[i];

        if (r->given[i] || row->must == NULL || (row->commands & command) == 0)
            continue;
        console_error("%s needs --%s: %s; `councilpress %s` lists those there "
                      "are",
                      r->options->command->name, row->name, row->help,
                      row->must);
        return false;
    }
    return true;
}

/* What is given and means nothing would be lost without a word. */
static bool all_go_together(const struct command_line *r)
{
    const unsigned command = 1U << (r->options->command - commands);

    for (size_t i = 0; i < option_count; i++) {
        const struct option_row *row = &option_rows[i];

        if (!r->given[i])
            continue;
        if ((row->commands & command) == 0 || is_against_another(r, row))
            return refuse_row(r->arena, row);
        if (row->needs != NULL && !is_given(r, row->needs)) {
            console_error("--%s goes with --%s", row->name, row->needs);
            return false;
        }
    }
    return has_its_musts(r);
}

static bool have_their_name(const struct command_line *r)
{
    for (size_t i = 0; i < option_count; i++) {
        if (r->given[i] && option_rows[i].named &&
            r->options->narguments == 0) {
            console_error("--%s: of which one? `councilpress %s` lists those "
                          "there are",
                          option_rows[i].name, r->options->command->name);
            return false;
        }
    }
    return true;
}

/* An empty word is what a variable of a script left that was never set. Of many
   paths, one that is wrong costs itself alone. */
static bool has_its_arguments(const struct command_line *r)
{
    const struct options *o = r->options;
    const struct command *c = o->command;

    for (size_t i = 0; i < o->narguments && c->most < SIZE_MAX; i++) {
        if (o->arguments[i][0] == '\0') {
            console_error("%s: an argument is empty; it takes %s", c->name,
                          c->arguments);
            return false;
        }
    }
    if (o->narguments == 0 && o->list != NULL) {
        console_error("%s: names no report", o->list);
        return false;
    }
    if (o->narguments >= c->least && o->narguments <= c->most)
        return have_their_name(r);
    console_error("%s", c->wrong_number);
    return false;
}

static size_t count_lines(struct str text)
{
    size_t n = 0;

    while (text.len > 0) {
        (void)str_cut(&text, '\n');
        n++;
    }
    return n;
}

/* Where paths are more than a command line holds. */
static enum status read_list(struct arena *arena, struct options *options)
{
    const char **all;
    struct str text;
    enum status st = file_read(arena, options->list, LIST_MAX, &text);

    if (st == ST_NOINPUT)
        console_error("%s: cannot be read: %s", options->list, strerror(errno));
    if (st != ST_OK)
        return st;
    all = arena_alloc(arena, options->narguments + count_lines(text),
                      sizeof(*all));
    if (all == NULL)
        return arena_status(arena);
    memcpy(all, options->arguments, options->narguments * sizeof(*all));
    options->arguments = all;
    while (text.len > 0) {
        const struct str line = str_cut(&text, '\n');

        if (line.len > 0)
            all[options->narguments++] = arena_cstr(arena, line);
    }
    return arena_status(arena);
}

enum status read_options(struct arena *arena, int argc, char **argv,
                         struct options *options)
{
    const size_t words = argc < 1 ? 1 : (size_t)argc;
    struct command_line r = {.arena = arena, .options = options};
    struct getopt_tables tables;
    int option;

    *options = (struct options){.settings = batch_settings_default(),
                                .verbosity = NORMAL};
    options->settings.out = "build/reports";
    options->overrides = arena_alloc(arena, words, sizeof(*options->overrides));
    options->arguments = arena_alloc(arena, words, sizeof(*options->arguments));
    options->templates = arena_alloc(arena, words, sizeof(*options->templates));
    if (options->overrides == NULL || options->arguments == NULL ||
        options->templates == NULL)
        return ST_NOMEM;
    options->settings.overrides = options->overrides;
    options->settings.templates = options->templates;
    fill_tables(&tables);
    while ((option = getopt_long(argc, argv, tables.letters, tables.names,
                                 NULL)) != -1) {
        if (!read_option(&r, option, optarg, argv))
            return ST_DATA;
    }
    while (optind < argc)
        options->arguments[options->narguments++] = argv[optind++];
    if (options->help && options->narguments > 0)
        options->command = find_command(options->arguments[0]);
    if (options->help || options->version)
        return ST_OK;
    if (!read_command(&r) || !all_go_together(&r))
        return ST_DATA;
    if (options->list != NULL) {
        const enum status st = read_list(arena, options);

        if (st != ST_OK)
            return st;
    }
    return has_its_arguments(&r) ? ST_OK : ST_DATA;
}
