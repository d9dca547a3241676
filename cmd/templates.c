#include "batch/report_builder.h"
#include "cmd/console.h"
#include "cmd/run_reports.h"
#include "core/base/mem.h"
#include "core/model/template.h"

#include <stdio.h>

static void print_list(const struct templates *templates)
{
    for (size_t i = 0; i < templates->count; i++) {
        const struct template *t = templates->items[i];

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
        const struct template_field *f = &t->fields[i];

        (void)printf("  %-24s %-10s %.*s\n", f->id, must(f->required),
                     STR_ARG(f->label));
    }
}

static void print_sections(const struct template_section *sections,
                           size_t nsections, const char *indent)
{
    for (size_t i = 0; i < nsections; i++)
        (void)printf("%s%-24s %-10s %.*s\n", indent,
                     sections[i].of_report ? "(the report's own)"
                                           : sections[i].id,
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

static enum status refuse(const struct templates *templates, const char *name)
{
    struct str *names = mem_zalloc(templates->count, sizeof(*names));
    int near;

    if (names == NULL)
        return ST_NOMEM;
    for (size_t i = 0; i < templates->count; i++)
        names[i] = str_of(templates->items[i]->id);
    near = str_nearest(str_of(name), names, templates->count);
    if (near < 0)
        console_error(
            "no template `%s`; `councilpress templates` lists those there are",
            name);
    else
        console_error("no template `%s`; did you mean `%s`?", name,
                      templates->items[near]->id);
    mem_free(names);
    return ST_NOINPUT;
}

static enum status print_named(const struct templates *templates,
                               const char *name)
{
    const struct template *t = templates_find(templates, str_of(name));

    if (t == NULL) {
        return refuse(templates, name);
    }
    print_template(t);
    return ST_OK;
}

enum status command_templates(struct arena *arena, struct options *options)
{
    const struct observer observer = printing_observer(options);
    struct report_builder *builder = NULL;
    enum status st =
        report_builder_open(&options->settings, &observer, &builder);

    (void)arena; /* what is read belongs to the builder */
    if (st == ST_OK && options->narguments == 0)
        print_list(report_builder_templates(builder));
    else if (st == ST_OK)
        st = print_named(report_builder_templates(builder),
                         options->arguments[0]);
    report_builder_close(builder);
    return st;
}
