#include "cmd/option_table.h"
#include "batch/record.h"
#include "cmd/console.h"
#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "core/value/date.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define MAX_MEMORY_MIB 65536
#define MAX_TIMEOUT_SECONDS 86400
#define MAX_PORT 65535

struct str option_choice(struct arena *arena, const char *const *items)
{
    struct str text = STR_LIT("");

    for (size_t i = 0; items != NULL && items[i] != NULL; i++) {
        const char *between = i == 0                 ? ""
                              : items[i + 1] != NULL ? ", "
                                                     : " or ";

        text =
            arena_printf(arena, "%.*s%s%s", STR_ARG(text), between, items[i]);
    }
    return text;
}

static bool refuse(const struct option_in *in, const char *want)
{
    const struct option_row *row = in->row;

    if (row->letter != 0)
        console_error("-%c %s: want %s", row->letter, in->value, want);
    else
        console_error("--%s %s: want %s", row->name, in->value, want);
    return false;
}

/* Of one whose values are a list. */
static bool refuse_value(const struct option_in *in)
{
    const struct str want =
        option_choice(in->arena, in->row->values(in->arena));

    return refuse(in, want.len > 0 ? want.ptr : "another value");
}

/* Where the value of any option goes that needs no proof. */
static void *field_of(const struct option_in *in)
{
    return (char *)in->options + in->row->field;
}

static bool read_flag(const struct option_in *in)
{
    bool *flag = field_of(in);

    *flag = true;
    return true;
}

/* An empty one is what a variable of a script left that was never set. */
static bool read_text(const struct option_in *in)
{
    const char **text = field_of(in);

    if (in->value[0] == '\0') {
        const struct str want =
            arena_printf(in->arena, "a %s", in->row->argument);

        return refuse(in, in->row->folder    ? "the name of a folder"
                          : want.ptr == NULL ? "a value"
                                             : want.ptr);
    }
    *text = in->value;
    return true;
}

/* A whole number of decimal digits, from 1 to MAX, of what UNIT says; 0 after
   a message when it is none. */
static unsigned long read_number(const struct option_in *in, const char *unit,
                                 unsigned long max)
{
    char *end = NULL;
    unsigned long n;

    errno = 0;
    n = strtoul(in->value, &end, 10);
    if (!is_digit(in->value[0]) || *end != '\0' || errno != 0 || n > max)
        n = 0;
    if (n == 0) {
        const struct str want =
            arena_printf(in->arena, "%s, from 1 to %lu", unit, max);

        (void)refuse(in, want.ptr == NULL ? unit : want.ptr);
    }
    return n;
}

static bool read_memory(const struct option_in *in)
{
    const size_t mib = read_number(in, "MiB", MAX_MEMORY_MIB);

    in->options->settings.max_memory = mib * MIB;
    return mib > 0;
}

static bool read_port(const struct option_in *in)
{
    in->options->port = (unsigned)read_number(in, "a port", MAX_PORT);
    return in->options->port > 0;
}

static bool read_jobs(const struct option_in *in)
{
    in->options->settings.workers =
        read_number(in, "a number of processes", WORKERS_MAX);
    return in->options->settings.workers > 0;
}

static bool read_timeout(const struct option_in *in)
{
    in->options->settings.timeout =
        (unsigned)read_number(in, "seconds", MAX_TIMEOUT_SECONDS);
    return in->options->settings.timeout > 0;
}

/* The index of the value in the list of those there are; -1 when it is none of
   them. */
static int index_of(const char *const *values, const char *value)
{
    for (int i = 0; values[i] != NULL; i++) {
        if (strcmp(values[i], value) == 0)
            return i;
    }
    return -1;
}

static const char *const copies[] = {
    [AUDIENCE_PUBLIC] = "published",
    [AUDIENCE_INTERNAL] = "internal",
    NULL,
};

static const char *const *list_copies(struct arena *arena)
{
    (void)arena;
    return copies;
}

static bool read_copy(const struct option_in *in)
{
    const int i = index_of(copies, in->value);

    if (i < 0)
        return refuse_value(in);
    in->options->settings.audience = (enum audience)i;
    return true;
}

static const char *const stages[] = {
    [STAGE_REPORT - 1] = "report",
    [STAGE_FIGURES - 1] = "figures",
    [STAGE_DOC - 1] = "doc",
    [STAGE_LAYOUT - 1] = "layout",
    NULL,
};

static const char *const *list_stages(struct arena *arena)
{
    (void)arena;
    return stages;
}

static bool read_stage(const struct option_in *in)
{
    const int i = index_of(stages, in->value);

    if (i < 0)
        return refuse_value(in);
    in->options->settings.dump = (enum stage)(i + 1);
    return true;
}

/* Each by itself, and all of them. */
static const char *const *list_formats(struct arena *arena)
{
    const char **values = arena_alloc(arena, writer_count + 2, sizeof(*values));
    struct str all = STR_LIT("");

    if (values == NULL)
        return NULL;
    for (size_t i = 0; i < writer_count; i++) {
        values[i] = writers[i].name;
        all = arena_printf(arena, "%.*s%s%s", STR_ARG(all), i == 0 ? "" : ",",
                           writers[i].name);
    }
    if (writer_count > 1)
        values[writer_count] = all.ptr;
    return values;
}

static bool read_formats(const struct option_in *in)
{
    bool *formats = in->options->settings.formats;
    struct str rest = str_of(in->value);
    bool any = false;

    memset(formats, 0, sizeof(in->options->settings.formats));
    while (rest.len > 0) {
        const struct str name = str_cut(&rest, ',');
        size_t i = 0;

        while (i < writer_count && !str_is(name, writers[i].name))
            i++;
        if (i == writer_count)
            return refuse_value(in);
        formats[i] = any = true;
    }
    return any || refuse_value(in);
}

/* As programs print dates, so that nothing is guessed: 2026-11-30. */
static bool read_as_of(const struct option_in *in)
{
    static const char form[] = "0000-00-00";
    int parts[3] = {0, 0, 0};
    size_t part = 0;
    struct date date;

    for (size_t i = 0; i < sizeof(form); i++) {
        const char c = in->value[i];
        const bool digit = is_digit(c);

        if (form[i] == '0' ? !digit : c != form[i])
            return refuse(in, "a date as in 2026-11-30");
        if (digit)
            parts[part] = parts[part] * 10 + (c - '0');
        else
            part++;
    }
    date =
        (struct date){(int16_t)parts[0], (uint8_t)parts[1], (uint8_t)parts[2]};
    if (!date_valid(date))
        return refuse(in, "a day of the calendar");
    in->options->settings.as_of = str_of(in->value);
    return true;
}

/* It is printed in reports, past the readers of files. */
static bool is_text(struct str s)
{
    while (s.len > 0) {
        const uint32_t c = utf8_next(&s);

        if (c == UTF8_BAD || c < 0x20 || (c >= 0x7F && c < 0xA0))
            return false;
    }
    return true;
}

static bool read_set(const struct option_in *in)
{
    struct options *o = in->options;
    struct str rest = str_of(in->value);
    struct override set = {.option = "--set"};

    if (str_find_char(rest, '=') == rest.len || rest.ptr[0] == '=')
        return refuse(in, "NAME=VALUE");
    if (!is_text(rest))
        return refuse(in, "UTF-8 without control characters");
    set.name = str_cut(&rest, '=');
    set.value = rest;
    o->overrides[o->settings.noverrides++] = set;
    return true;
}

static bool read_templates(const struct option_in *in)
{
    struct options *o = in->options;

    if (in->value[0] == '\0')
        return refuse(in, "the name of a folder");
    o->templates[o->settings.ntemplates++] = in->value;
    return true;
}

static bool read_threshold(const struct option_in *in)
{
    struct decimal d = {0, 0};

    if (decimal_read(str_of(in->value), STR_LIT(""), &d) != NUMBER_OK ||
        d.coefficient < 0)
        return refuse(in, "an amount as in 1000 or 0.5");
    in->options->threshold = d;
    return true;
}

/* A whole number of digits alone at the start of *TEXT, from 1 to MAX; 0 when
   it is none. */
static unsigned cut_number(const char **text, unsigned max)
{
    char *end = NULL;
    unsigned long n = 0;

    if (is_digit(**text))
        n = strtoul(*text, &end, 10);
    if (end == NULL || n > max)
        return 0;
    *text = end;
    return (unsigned)n;
}

static bool read_shard(const struct option_in *in)
{
    struct shard *shard = &in->options->settings.shard;
    const char *text = in->value;

    shard->number = cut_number(&text, SHARDS_MAX);
    if (shard->number > 0 && *text == '/') {
        text++;
        shard->count = cut_number(&text, SHARDS_MAX);
    }
    if (shard->count > 0 && *text == '\0' && shard->number <= shard->count)
        return true;
    return refuse(in, "K/N, from 1/N to N/N, and N up to 9999");
}

static bool be_quiet(const struct option_in *in)
{
    in->options->verbosity = QUIET;
    return true;
}

static bool be_verbose(const struct option_in *in)
{
    in->options->verbosity = VERBOSE;
    return true;
}

#define WITH(command) (1U << COMMAND_##command)

/* A line for one of them may be used for the other. */
#define RUNS (WITH(BUILD) | WITH(CHECK))

/* What a preview builds with, too. */
#define BUILDS (RUNS | WITH(PREVIEW))

#define EVERY_COMMAND ((1U << COMMAND_MAX) - 1)

/* What reads reports or templates. */
#define READS (EVERY_COMMAND & ~WITH(MERGE))

#define FLAG(member)                                                           \
    .read = read_flag, .field = offsetof(struct options, member)
#define TEXT(member)                                                           \
    .read = read_text, .field = offsetof(struct options, member)

/* In the order of --help. */
const struct option_row option_rows[] = {
    {"output", "dir", "where the reports go (build/reports)",
     TEXT(settings.out), .commands = RUNS, .letter = 'o', .folder = true,
     .yields = true},
    {"format", "list", "{values} ({all})", .read = read_formats,
     .values = list_formats, .commands = RUNS, .letter = 'f'},
    {"jobs", "n", "processes that build at once (one a core)",
     .read = read_jobs, .commands = RUNS, .letter = 'j', .yields = true},
    {"copy", "copy", "published, or internal with what is exempt",
     .read = read_copy, .values = list_copies, .commands = BUILDS},
    {"as-of", "date", "the date that {{as-of}} stands for: 2026-11-30",
     .read = read_as_of, .commands = BUILDS},
    {"set", "name=value",
     "a header field, a value, or a data attribute such as "
     "budget.as-at=2026-10-31; may be repeated",
     .read = read_set, .commands = BUILDS, .repeats = true},
    {"templates", "dir",
     "a folder of templates, before all others; may be repeated",
     .read = read_templates, .commands = EVERY_COMMAND, .folder = true,
     .repeats = true},
    {"template", "name", "the template that the new folder is of",
     TEXT(template_name), .commands = WITH(NEW), .must = "templates"},
    {"max-memory", "MiB", "what one report may take (4096)",
     .read = read_memory, .commands = BUILDS, .yields = true},
    {"timeout", "seconds", "what one report may take (120)",
     .read = read_timeout, .commands = BUILDS, .yields = true},
    {"tree", NULL, "keep the folders below PATH in the output",
     FLAG(settings.tree), .commands = RUNS},
    {"list", "file", "build also the reports that FILE names, a path a line",
     TEXT(list), .commands = RUNS},
    {"shard", "k/n", "build part K of N alone; then merge", .read = read_shard,
     .commands = WITH(BUILD), .not_with = {"dump", "watch"}},
    {"index", NULL,
     "write also index.html and index.atom, of all that stands in DIR",
     FLAG(settings.index), .commands = RUNS | WITH(MERGE),
     .not_with = {"shard"}},
    {"force", NULL, "build what has not changed, too", FLAG(settings.force),
     .commands = RUNS},
    {"watch", NULL, "build again after every save, until Ctrl+C", FLAG(watch),
     .commands = WITH(BUILD), .not_with = {"dump"}},
    {"wait", NULL, "for another run that writes to DIR", FLAG(settings.wait),
     .commands = RUNS | WITH(MERGE)},
    {"strict", NULL, "treat warnings as errors", FLAG(settings.strict),
     .commands = READS},
    {"accessibility", NULL,
     "say also what would hinder readers, and what only a person can judge",
     FLAG(settings.accessibility), .commands = WITH(CHECK),
     .not_with = {"dump"}},
    {"typed", NULL,
     "list figures typed in prose that the data does not have, and typed "
     "numbers of sections",
     FLAG(settings.typed), .commands = WITH(CHECK), .not_with = {"dump"}},
    {"dump", "stage", "print {values} instead", .read = read_stage,
     .values = list_stages, .commands = RUNS},
    {"port", "n", "the port of the preview's address (any that is free)",
     .read = read_port, .commands = WITH(PREVIEW), .yields = true},
    {"no-open", NULL, "start no browser", FLAG(no_open),
     .commands = WITH(PREVIEW)},
    {"json", NULL, "a line of JSON a report, and one of the run; or one a file",
     FLAG(json), .commands = RUNS | WITH(INSPECT) | WITH(MERGE) | WITH(DIFF),
     .not_with = {"dump"}},
    {"check", NULL,
     "prove all templates, or the one that is named, with a sample of each",
     FLAG(check), .commands = WITH(TEMPLATES)},
    {"pages", "dir", "with --check, write each sample there", TEXT(pages),
     .commands = WITH(TEMPLATES), .needs = "check", .folder = true},
    {"sample", NULL, "print a CSV file to fill in", FLAG(sample),
     .commands = WITH(KINDS), .named = true},
    {"threshold", "amount", "money that moved by less did not move",
     .read = read_threshold, .commands = WITH(DIFF)},
    {"sheet", "name", "look at this sheet of a workbook alone", TEXT(sheet),
     .commands = WITH(INSPECT)},
    {"quiet", NULL, "print findings only", .read = be_quiet,
     .commands = EVERY_COMMAND, .letter = 'q'},
    {"verbose", NULL, "say what each report was made from, and why",
     .read = be_verbose, .commands = EVERY_COMMAND, .letter = 'v'},
    {"help", NULL, "print this and leave", FLAG(help), .letter = 'h'},
    {"version", NULL, "print the version and leave", FLAG(version),
     .letter = 'V'},
};

const size_t option_count = sizeof(option_rows) / sizeof(option_rows[0]);

_Static_assert(sizeof(option_rows) / sizeof(option_rows[0]) <= OPTIONS_MAX,
               "OPTIONS_MAX is the room for them");
