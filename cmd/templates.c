#include "batch/report_builder.h"
#include "cmd/check_templates.h"
#include "cmd/library_faults.h"
#include "cmd/run_reports.h"
#include "core/model/rules.h"
#include "core/model/template.h"

#include <stdio.h>

/* Those that have faults are listed as well: somebody looks for them. */
static enum status print_list(struct library *library, struct list *names)
{
    const char *const *ids = names->items;

    for (size_t i = 0; i < names->count; i++) {
        const struct library_unit *u =
            library_unit(library, LIBRARY_TEMPLATES, str_of(ids[i]));
        const struct template *t =
            u == NULL || u->status != ST_OK ? NULL : u->made;

        if (u == NULL)
            continue;
        (void)printf("%-20s %-40.*s %s\n", ids[i],
                     STR_ARG(t == NULL ? STR_LIT("(has faults)") : t->title),
                     u->folder);
    }
    return arena_status(names->arena);
}

static const char *must(enum requirement r)
{
    return r == REQUIRED_YES ? "required" : "";
}

/* What stands behind a field: *PARTS of it stand there already. */
static void print_part(size_t *parts, struct str part)
{
    if (part.len > 0)
        (void)printf("%s%.*s", (*parts)++ == 0 ? "" : ": ", STR_ARG(part));
}

/* Its label, what the rules say that it is, what it may say, and what it says
   where a report does not. */
static void print_field(const struct template *t,
                        const struct template_field *f)
{
    const struct rules_field *asked =
        t->rules == NULL ? NULL : rules_field(t->rules, str_of(f->id));
    size_t parts = 0;

    (void)printf("  %-24s %-10s %-7s ", f->id,
                 must(f->value.len > 0 ? REQUIRED_NO : f->required),
                 choice_name(field_type_choices, (int)f->type));
    print_part(&parts, f->label);
    print_part(&parts, asked == NULL ? STR_LIT("") : asked->title);
    for (size_t k = 0; f->answers != NULL && k < f->answers->nchoices; k++) {
        if (k == 0)
            print_part(&parts, f->answers->choices[k]);
        else
            (void)printf("; %.*s", STR_ARG(f->answers->choices[k]));
    }
    if (f->value.len > 0)
        (void)printf("%sotherwise %.*s", parts == 0 ? "" : "; ",
                     STR_ARG(f->value));
    (void)puts("");
}

static void print_fields(const struct template *t)
{
    (void)puts("\nheader fields");
    for (size_t i = 0; i < t->nfields; i++)
        print_field(t, &t->fields[i]);
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

/* Under each the headings of its kind, if that can be read. */
static void print_data(struct library *library, const struct template *t)
{
    if (t->ndata > 0)
        (void)puts("\ndata");
    for (size_t i = 0; i < t->ndata; i++) {
        const struct template_data *d = &t->data[i];
        const struct library_unit *u =
            library_unit(library, LIBRARY_KINDS, str_of(d->kind));
        const struct kind *k = u == NULL || u->status != ST_OK ? NULL : u->made;

        (void)printf("  %-24s %-10s %s\n", d->id, must(d->required), d->kind);
        for (size_t c = 0; k != NULL && c < k->ncolumns; c++)
            (void)printf("%s%.*s%s", c == 0 ? "    " : "; ",
                         STR_ARG(k->columns[c].title),
                         c + 1 == k->ncolumns ? "\n" : "");
    }
}

static void print_template(struct library *library,
                           const struct library_unit *u)
{
    const struct template *t = u->made;

    (void)printf("%s: %.*s\n", t->id, STR_ARG(t->title));
    (void)printf("from %s\n", u->folder);
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
    print_data(library, t);
    if (t->nroles > 0)
        (void)puts("\npeople");
    for (size_t i = 0; i < t->nroles; i++)
        (void)printf("  %-24s %-10s %.*s\n", t->roles[i].id,
                     must(t->roles[i].required), STR_ARG(t->roles[i].label));
}

/* One template, with its faults first, if it has any; NAMES are all there are.
 */
static enum status print_named(struct options *options, struct library *library,
                               const struct list *names, const char *name)
{
    struct arena *arena = names->arena;
    struct list one = list_of(arena, sizeof(const char *));
    const struct library_unit *u =
        library_unit(library, LIBRARY_TEMPLATES, str_of(name));
    const char **place;

    if (u == NULL)
        return library_refuse(arena, "template", "templates", names, name);
    if (options->check) {
        place = list_add(&one);
        if (place == NULL)
            return arena_status(arena);
        *place = name;
        return check_templates(arena, options, library, &one, false);
    }
    library_print_faults(options, &u->findings);
    if (u->status == ST_OK)
        print_template(library, u);
    return u->status;
}

enum status command_templates(struct arena *arena, struct options *options)
{
    const struct observer observer = printing_observer(options);
    struct list names = list_of(arena, sizeof(const char *));
    struct report_builder *builder = NULL;
    struct library *library = NULL;
    struct findings findings;
    enum status st =
        report_builder_open(&options->settings, &observer, &builder);

    findings_init(&findings, arena);
    if (st == ST_OK) {
        library = report_builder_library(builder);
        st = library_names(library, LIBRARY_TEMPLATES, &findings, &names);
    }
    if (st == ST_OK && options->narguments > 0)
        st = print_named(options, library, &names, options->arguments[0]);
    else if (st == ST_OK && options->check)
        st = check_templates(arena, options, library, &names, true);
    else if (st == ST_OK)
        st = print_list(library, &names);
    report_builder_close(builder);
    return st;
}
