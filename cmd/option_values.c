#include "cmd/option_values.h"
#include "cmd/console.h"
#include "core/base/utf8.h"
#include "core/value/date.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define MAX_MEMORY_MIB 65536
#define MAX_TIMEOUT_SECONDS 86400

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
    console_error("%s %s: want %s", option, value, want);
    return false;
}

bool option_outputs(struct options *o, const char *list)
{
    struct str rest = str_of(list);
    bool any = false;

    memset(o->settings.formats, 0, sizeof(o->settings.formats));
    while (rest.len > 0) {
        const struct str name = str_cut(&rest, ',');
        size_t i = 0;

        while (i < writer_count && !str_is(name, writers[i].name))
            i++;
        if (i == writer_count)
            return refuse("-f", list, "pdf, html or pdf,html");
        o->settings.formats[i] = any = true;
    }
    return any ? true : refuse("-f", list, "pdf, html or pdf,html");
}

bool option_audience(struct options *o, const char *value)
{
    if (strcmp(value, "published") == 0)
        o->settings.audience = AUDIENCE_PUBLIC;
    else if (strcmp(value, "internal") == 0)
        o->settings.audience = AUDIENCE_INTERNAL;
    else
        return refuse("--copy", value, "published or internal");
    return true;
}

bool option_stage(struct options *o, const char *value)
{
    for (size_t i = 0; i < COUNT(stages); i++) {
        if (strcmp(value, stages[i].name) == 0) {
            o->settings.dump = stages[i].stage;
            return true;
        }
    }
    return refuse("--dump", value, "report, figures, doc or layout");
}

/* A whole number of decimal digits, from 1 to MAX; 0 when it is none. */
static unsigned long read_number(const char *value, unsigned long max)
{
    char *end = NULL;
    unsigned long n;

    errno = 0;
    n = strtoul(value, &end, 10);
    if (value[0] < '0' || value[0] > '9' || *end != '\0' || errno != 0 ||
        n > max)
        return 0;
    return n;
}

bool option_memory(struct options *o, const char *value)
{
    const unsigned long mib = read_number(value, MAX_MEMORY_MIB);

    if (mib == 0)
        return refuse("--max-memory", value, "MiB, from 1 to 65536");
    o->settings.max_memory = mib * MIB;
    return true;
}

bool option_workers(struct options *o, const char *value)
{
    o->settings.workers = read_number(value, WORKERS_MAX);
    return o->settings.workers > 0 ||
           refuse("-j", value, "a number of processes, from 1 to 256");
}

bool option_timeout(struct options *o, const char *value)
{
    o->settings.timeout = (unsigned)read_number(value, MAX_TIMEOUT_SECONDS);
    return o->settings.timeout > 0 ||
           refuse("--timeout", value, "seconds, from 1 to 86400");
}

/* As programs print dates, so that nothing is guessed: 2026-11-30. */
bool option_as_of(struct options *o, const char *value)
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
    o->settings.as_of = str_of(value);
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

bool option_set(struct options *o, const char *value)
{
    struct str rest = str_of(value);
    struct override set = {.option = "--set"};

    if (str_find_char(rest, '=') == rest.len || rest.ptr[0] == '=')
        return refuse("--set", value, "NAME=VALUE");
    if (!is_text(rest))
        return refuse("--set", value, "UTF-8 without control characters");
    set.name = str_cut(&rest, '=');
    set.value = rest;
    o->overrides[o->settings.noverrides++] = set;
    return true;
}
