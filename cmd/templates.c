#include "batch/report_builder.h"
#include "cmd/build.h"
#include "cmd/console.h"
#include "core/base/mem.h"
#include "core/model/template.h"

#include <stdio.h>

static void print_list(const struct format *format)
{
    for (size_t i = 0; i < format->ntemplates; i++) {
        const struct template *t = format->templates[i];

        (void)printf("%-20s %.*s\n", t->id, STR_ARG(t->title));
    }
}

static const char *must(enum requirement r)
{
    return r == REQUIRED_YES ? "required" : "";
}

static void print_fields(const struct template *t)
{
    (void)puts("\nheader fields");
    for (size_t i = 0; i < t->nfields; i++) {
        const struct format_field *f = &t->fields[i];

        (void)printf("  %-24s %-10s %.*s\n", f->id, must(f->required),
                     STR_ARG(f->label));
    }
}

static void print_sections(const struct format_section *sections,
                           size_t nsections, const char *indent)
{
    for (size_t i = 0; i < nsections; i++)
        (void)printf("%s%-24s %-10s %.*s\n", indent, sections[i].id,
                     must(sections[i].required), STR_ARG(sections[i].heading));
}

static void print_template(const struct template *t)
{
    (void)printf("%s: %.*s\n", t->id, STR_ARG(t->title));
    if (t->about.len > 0)
        (void)printf("%.*s\n", STR_ARG(t->about));
    print_fields(t);
    (void)puts("\nsections");
    print_sections(t->sections, t->nsections, "  ");
    for (size_t i = 0; i < t->nparts; i++) {
        (void)printf("\npart %s %s\n", t->parts[i].id,
                     must(t->parts[i].required));
        print_sections(t->parts[i].sections, t->parts[i].nsections, "  ");
    }
    if (t->nroles > 0)
        (void)puts("\npeople");
    for (size_t i = 0; i < t->nroles; i++)
        (void)printf("  %-24s %-10s %.*s\n", t->roles[i].id,
                     must(t->roles[i].required), STR_ARG(t->roles[i].label));
}

static enum status refuse(const struct format *format, const char *name)
{
    struct str *names = mem_zalloc(format->ntemplates, sizeof(*names));
    int near;

    if (names == NULL)
        return ST_NOMEM;
    for (size_t i = 0; i < format->ntemplates; i++)
        names[i] = str_of(format->templates[i]->id);
    near = str_nearest(str_of(name), names, format->ntemplates);
    if (near < 0)
        say("no template `%s`; `councilpress templates` lists those there are",
            name);
    else
        say("no template `%s`; did you mean `%s`?", name,
            format->templates[near]->id);
    mem_free(names);
    return ST_NOINPUT;
}

static enum status print_named(const struct format *format, const char *name)
{
    const struct template *t = format_template(format, str_of(name));

    if (t == NULL) {
        return refuse(format, name);
    }
    print_template(t);
    return ST_OK;
}

enum status templates(const struct options *options)
{
    struct buf messages;
    struct press *press = NULL;
    enum status st = ST_BUG;

    buf_init(&messages, options->max_memory);
    st = press_open(options, &messages, &press);
    say_findings(buf_view(&messages));
    buf_free(&messages);
    if (st == ST_OK && options->npaths == 0)
        print_list(press_format(press));
    else if (st == ST_OK)
        st = print_named(press_format(press), options->paths[0]);
    press_close(press);
    return st;
}
