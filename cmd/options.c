#include "cmd/options.h"

#include <errno.h>
#include <getopt.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MIB ((size_t)1024 * 1024)
#define MAX_MEMORY_MIB 65536

enum long_option {
    OPTION_COPY = 256,
    OPTION_AS_OF,
    OPTION_SET,
    OPTION_TEMPLATES,
    OPTION_MAX_MEMORY,
    OPTION_STRICT,
    OPTION_DUMP,
    OPTION_JSON,
};

static const char short_options[] = "o:f:qvhV";

static const struct option long_options[] = {
    {"output", required_argument, NULL, 'o'},
    {"format", required_argument, NULL, 'f'},
    {"copy", required_argument, NULL, OPTION_COPY},
    {"as-of", required_argument, NULL, OPTION_AS_OF},
    {"set", required_argument, NULL, OPTION_SET},
    {"templates", required_argument, NULL, OPTION_TEMPLATES},
    {"max-memory", required_argument, NULL, OPTION_MAX_MEMORY},
    {"strict", no_argument, NULL, OPTION_STRICT},
    {"dump", required_argument, NULL, OPTION_DUMP},
    {"json", no_argument, NULL, OPTION_JSON},
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

static const struct {
    const char *name;
    enum stage stage;
} stages[] = {
    {"report", STAGE_REPORT},
    {"figures", STAGE_FIGURES},
    {"doc", STAGE_DOC},
    {"layout", STAGE_LAYOUT},
};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static bool refuse(const char *option, const char *value, const char *want)
{
    (void)fprintf(stderr, "councilpress: %s %s: want %s\n", option, value,
                  want);
    return false;
}

static bool read_formats(struct options *o, const char *list)
{
    struct str rest = str_of(list);

    o->pdf = o->html = false;
    while (rest.len > 0) {
        const struct str name = str_cut(&rest, ',');

        if (str_is(name, "pdf"))
            o->pdf = true;
        else if (str_is(name, "html"))
            o->html = true;
        else
            return refuse("-f", list, "pdf, html or pdf,html");
    }
    return o->pdf || o->html ? true
                             : refuse("-f", list, "pdf, html or pdf,html");
}

static bool read_copy(struct options *o, const char *value)
{
    if (strcmp(value, "published") == 0)
        o->copy = COPY_PUBLISHED;
    else if (strcmp(value, "internal") == 0)
        o->copy = COPY_INTERNAL;
    else
        return refuse("--copy", value, "published or internal");
    return true;
}

static bool read_stage(struct options *o, const char *value)
{
    for (size_t i = 0; i < COUNT(stages); i++) {
        if (strcmp(value, stages[i].name) == 0) {
            o->dump = stages[i].stage;
            return true;
        }
    }
    return refuse("--dump", value, "report, figures, doc or layout");
}

static bool read_memory(struct options *o, const char *value)
{
    char *end = NULL;
    unsigned long mib;

    errno = 0;
    mib = strtoul(value, &end, 10);
    if (value[0] < '0' || value[0] > '9' || *end != '\0' || errno != 0 ||
        mib < 1 || mib > MAX_MEMORY_MIB)
        return refuse("--max-memory", value, "MiB, from 1 to 65536");
    o->max_memory = mib * MIB;
    return true;
}

/* As programs print dates, so that nothing is guessed: 2026-11-30. */
static bool read_as_of(struct options *o, const char *value)
{
    static const char form[] = "0000-00-00";
    int parts[3] = {0, 0, 0};
    size_t part = 0;
    struct date date;

    for (size_t i = 0; i < sizeof(form); i++) {
        const bool digit = value[i] >= '0' && value[i] <= '9';

        if (form[i] == '0' ? !digit : value[i] != form[i])
            return refuse("--as-of", value, "a date as in 2026-11-30");
        if (digit)
            parts[part] = parts[part] * 10 + (value[i] - '0');
        else
            part++;
    }
    date =
        (struct date){(int16_t)parts[0], (uint8_t)parts[1], (uint8_t)parts[2]};
    if (!date_valid(date))
        return refuse("--as-of", value, "a day of the calendar");
    o->as_of = str_of(value);
    return true;
}

static bool read_set(struct options *o, const char *value)
{
    struct str rest = str_of(value);
    struct override set = {.option = "--set"};

    if (str_find_char(rest, '=') == rest.len || rest.ptr[0] == '=')
        return refuse("--set", value, "NAME=VALUE");
    set.name = str_cut(&rest, '=');
    set.value = rest;
    o->overrides[o->noverrides++] = set;
    return true;
}

static bool read_option(struct options *o, int option, const char *value)
{
    switch (option) {
    case 'o': o->out = value; return true;
    case 'f': return read_formats(o, value);
    case 'q': o->verbosity = QUIET; return true;
    case 'v': o->verbosity = VERBOSE; return true;
    case 'h': o->command = COMMAND_HELP; return true;
    case 'V': o->command = COMMAND_VERSION; return true;
    case OPTION_COPY: return read_copy(o, value);
    case OPTION_AS_OF: return read_as_of(o, value);
    case OPTION_SET: return read_set(o, value);
    case OPTION_TEMPLATES: o->templates = value; return true;
    case OPTION_MAX_MEMORY: return read_memory(o, value);
    case OPTION_STRICT: o->strict = true; return true;
    case OPTION_DUMP: return read_stage(o, value);
    case OPTION_JSON: o->json = true; return true;
    default: return false; /* getopt_long has said why */
    }
}

/* The first word that is no option is the command. */
static bool read_command(struct options *o, int argc, char **argv)
{
    struct str names[COUNT(commands)];
    int near;

    if (o->command == COMMAND_HELP || o->command == COMMAND_VERSION)
        return true;
    if (optind >= argc) {
        (void)fprintf(stderr, "councilpress: which command? build, check or "
                              "templates; --help says more\n");
        return false;
    }
    for (size_t i = 0; i < COUNT(commands); i++) {
        names[i] = str_of(commands[i].name);
        if (strcmp(argv[optind], commands[i].name) == 0) {
            o->command = commands[i].command;
            optind++;
            return true;
        }
    }
    near = str_nearest(str_of(argv[optind]), names, COUNT(commands));
    (void)fprintf(stderr, "councilpress: no command `%s`; %s%s%s\n",
                  argv[optind], near < 0 ? "" : "did you mean `",
                  near < 0 ? "want build, check or templates"
                           : commands[near].name,
                  near < 0 ? "" : "`?");
    return false;
}

static bool has_what_it_needs(const struct options *o)
{
    if ((o->command == COMMAND_BUILD || o->command == COMMAND_CHECK) &&
        o->npaths == 0) {
        (void)fprintf(stderr, "councilpress: which report? give a report "
                              "folder, or a folder of them\n");
        return false;
    }
    if (o->command == COMMAND_TEMPLATES && o->npaths > 1) {
        (void)fprintf(stderr, "councilpress: templates takes one name\n");
        return false;
    }
    return true;
}

enum status options_read(struct arena *arena, int argc, char **argv,
                         struct options *options)
{
    int option;

    *options = (struct options){.command = COMMAND_BUILD,
                                .out = "build/reports",
                                .pdf = true,
                                .html = true,
                                .max_memory = 1024 * MIB,
                                .verbosity = NORMAL};
    options->overrides =
        arena_alloc(arena, (size_t)argc, sizeof(*options->overrides));
    if (options->overrides == NULL)
        return ST_NOMEM;
    while ((option = getopt_long(argc, argv, short_options, long_options,
                                 NULL)) != -1) {
        if (!read_option(options, option, optarg))
            return ST_DATA;
    }
    if (!read_command(options, argc, argv))
        return ST_DATA;
    options->paths = argv + optind;
    options->npaths = (size_t)(argc - optind);
    return has_what_it_needs(options) ? ST_OK : ST_DATA;
}
