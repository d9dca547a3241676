#include "cmd/options.h"
#include "cmd/console.h"
#include "cmd/option_values.h"

#include <getopt.h>
#include <string.h>

enum long_option {
    OPTION_COPY = 256,
    OPTION_AS_OF,
    OPTION_SET,
    OPTION_TEMPLATES,
    OPTION_MAX_MEMORY,
    OPTION_TIMEOUT,
    OPTION_FORCE,
    OPTION_WAIT,
    OPTION_STRICT,
    OPTION_DUMP,
    OPTION_JSON,
    OPTION_ACCESSIBILITY,
};

/* Words are met in their order, whatever the environment asks for, and what
   is wrong is ours to say. */
#define LETTERS "o:f:j:qvhV"
static const char short_options[] = "-:" LETTERS;

#define WORD 1 /* what getopt_long() returns for a word that is no option */

static const struct option long_options[] = {
    {"output", required_argument, NULL, 'o'},
    {"format", required_argument, NULL, 'f'},
    {"jobs", required_argument, NULL, 'j'},
    {"copy", required_argument, NULL, OPTION_COPY},
    {"as-of", required_argument, NULL, OPTION_AS_OF},
    {"set", required_argument, NULL, OPTION_SET},
    {"templates", required_argument, NULL, OPTION_TEMPLATES},
    {"max-memory", required_argument, NULL, OPTION_MAX_MEMORY},
    {"timeout", required_argument, NULL, OPTION_TIMEOUT},
    {"force", no_argument, NULL, OPTION_FORCE},
    {"wait", no_argument, NULL, OPTION_WAIT},
    {"strict", no_argument, NULL, OPTION_STRICT},
    {"dump", required_argument, NULL, OPTION_DUMP},
    {"json", no_argument, NULL, OPTION_JSON},
    {"accessibility", no_argument, NULL, OPTION_ACCESSIBILITY},
    {"quiet", no_argument, NULL, 'q'},
    {"verbose", no_argument, NULL, 'v'},
    {"help", no_argument, NULL, 'h'},
    {"version", no_argument, NULL, 'V'},
    {NULL, 0, NULL, 0},
};

static const struct {
    const char *name;
    enum command command;
} commands[] = {
    {"build", COMMAND_BUILD},
    {"check", COMMAND_CHECK},
    {"templates", COMMAND_TEMPLATES},
};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* The long name of an option. */
static const char *name_of(int option)
{
    for (size_t i = 0; long_options[i].name != NULL; i++) {
        if (long_options[i].val == option)
            return long_options[i].name;
    }
    return "";
}

/* GIVEN is no option, or one that takes no value; optopt knows which. */
static bool refuse_option(const char *given)
{
    struct str names[COUNT(long_options) - 1];
    struct str rest = str_of(given);
    struct str name;
    int near;

    if (optopt > ' ' && optopt < 0x7F && strchr(LETTERS, optopt) == NULL) {
        console_error("no option -%c; --help lists those there are", optopt);
        return false;
    }
    if (optopt != 0 && name_of(optopt)[0] == '\0') {
        console_error(
            "no option is of that letter; --help lists those there are");
        return false;
    }
    if (optopt != 0) {
        console_error("--%s takes no value", name_of(optopt));
        return false;
    }
    name = str_from(str_cut(&rest, '='), 2);
    for (size_t i = 0; i < COUNT(names); i++)
        names[i] = str_of(long_options[i].name);
    near = str_nearest(name, names, COUNT(names));
    if (near < 0)
        console_error("no option --%.*s; --help lists those there are",
                      STR_ARG(name));
    else
        console_error("no option --%.*s; did you mean --%.*s?", STR_ARG(name),
                      STR_ARG(names[near]));
    return false;
}

static bool read_option(struct options *o, int option, const char *value,
                        char **argv)
{
    switch (option) {
    case WORD: o->paths[o->npaths++] = value; return true;
    case ':':
        console_error("--%s needs a value", name_of(optopt));
        return false;
    case '?': return refuse_option(argv[optind - 1]);
    case 'o': o->settings.out = value; return true;
    case 'f': return option_outputs(o, value);
    case 'j': return option_workers(o, value);
    case 'q': o->verbosity = QUIET; return true;
    case 'v': o->verbosity = VERBOSE; return true;
    case 'h': o->command = COMMAND_HELP; return true;
    case 'V': o->command = COMMAND_VERSION; return true;
    case OPTION_COPY: return option_audience(o, value);
    case OPTION_AS_OF: return option_as_of(o, value);
    case OPTION_SET: return option_set(o, value);
    case OPTION_TEMPLATES: o->settings.templates = value; return true;
    case OPTION_MAX_MEMORY: return option_memory(o, value);
    case OPTION_TIMEOUT: return option_timeout(o, value);
    case OPTION_FORCE: o->settings.force = true; return true;
    case OPTION_WAIT: o->settings.wait = true; return true;
    case OPTION_STRICT: o->settings.strict = true; return true;
    case OPTION_DUMP: return option_stage(o, value);
    case OPTION_JSON: o->json = true; return true;
    case OPTION_ACCESSIBILITY: o->settings.accessibility = true; return true;
    default: return false;
    }
}

/* The first word that is no option is the command. */
static bool read_command(struct options *o)
{
    struct str names[COUNT(commands)];
    int near;

    if (o->command == COMMAND_HELP || o->command == COMMAND_VERSION)
        return true;
    if (o->npaths == 0) {
        console_error(
            "which command? build, check or templates; --help says more");
        return false;
    }
    for (size_t i = 0; i < COUNT(commands); i++) {
        names[i] = str_of(commands[i].name);
        if (strcmp(o->paths[0], commands[i].name) == 0) {
            o->command = commands[i].command;
            o->paths++;
            o->npaths--;
            return true;
        }
    }
    near = str_nearest(str_of(o->paths[0]), names, COUNT(commands));
    if (near < 0)
        console_error("no command `%s`; want build, check or templates",
                      o->paths[0]);
    else
        console_error("no command `%s`; did you mean `%s`?", o->paths[0],
                      commands[near].name);
    return false;
}

static bool has_what_it_needs(const struct options *o)
{
    if ((o->command == COMMAND_BUILD || o->command == COMMAND_CHECK) &&
        o->npaths == 0) {
        console_error(
            "which report? give a report folder, or a folder of them");
        return false;
    }
    if (o->command == COMMAND_TEMPLATES && o->npaths > 1) {
        console_error("templates takes one name");
        return false;
    }
    /* What it says is for somebody who reads it before a report is built. */
    if (o->settings.accessibility && o->command != COMMAND_HELP &&
        o->command != COMMAND_VERSION &&
        (o->command != COMMAND_CHECK || o->settings.dump != STAGE_NONE)) {
        console_error("--accessibility goes with check, and not with --dump");
        return false;
    }
    return true;
}

enum status options_read(struct arena *arena, int argc, char **argv,
                         struct options *options)
{
    const size_t words = argc < 1 ? 1 : (size_t)argc;
    int option;

    *options = (struct options){.command = COMMAND_BUILD,
                                .settings = batch_settings_default(),
                                .verbosity = NORMAL};
    options->settings.out = "build/reports";
    options->settings.in_process = true;
    options->overrides = arena_alloc(arena, words, sizeof(*options->overrides));
    options->paths = arena_alloc(arena, words, sizeof(*options->paths));
    if (options->overrides == NULL || options->paths == NULL)
        return ST_NOMEM;
    options->settings.overrides = options->overrides;
    while ((option = getopt_long(argc, argv, short_options, long_options,
                                 NULL)) != -1) {
        if (!read_option(options, option, optarg, argv))
            return ST_DATA;
    }
    while (optind < argc)
        options->paths[options->npaths++] = argv[optind++];
    if (!read_command(options) || !has_what_it_needs(options))
        return ST_DATA;
    if (options->command != COMMAND_BUILD ||
        options->settings.dump != STAGE_NONE)
        options->settings.out = NULL;
    return ST_OK;
}
