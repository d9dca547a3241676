#include "batch/report_builder.h"
#include "cmd/console.h"
#include "cmd/library_faults.h"
#include "cmd/run_reports.h"
#include "cmd/sample_table.h"

#include <stdio.h>

static void print_words(const char *what, const struct str *words, size_t n)
{
    if (n == 0)
        return;
    (void)printf("    %s: ", what);
    for (size_t i = 0; i < n; i++)
        (void)printf("%s%.*s", i == 0 ? "" : "; ", STR_ARG(words[i]));
    (void)putchar('\n');
}

static void print_columns(const struct kind *k)
{
    (void)puts("\ncolumns");
    for (size_t i = 0; i < k->ncolumns; i++) {
        const struct kind_column *c = &k->columns[i];

        (void)printf("  %-24s %-10s %-10s %.*s", c->id,
                     value_type_name(c->type), c->required ? "required" : "",
                     STR_ARG(c->title));
        if (c->role != COLUMN_PLAIN)
            (void)printf(" (%s)", column_role_name(c->role));
        if (c->repeats)
            (void)printf(" (repeats over %s)",
                         choice_name(repeats_over_choices, (int)c->over));
        (void)putchar('\n');
        print_words("also called", c->aliases, c->naliases);
        print_words("one of", c->choices, c->nchoices);
    }
}

static void print_lines(const struct kind *k)
{
    if (k->nrows > 0)
        (void)puts("\nlines");
    for (size_t i = 0; i < k->nrows; i++) {
        (void)printf("  %-24s", row_role_name(k->rows[i].role));
        for (size_t a = 0; a < k->rows[i].naliases; a++)
            (void)printf("%s%.*s", a == 0 ? " " : "; ",
                         STR_ARG(k->rows[i].aliases[a]));
        (void)putchar('\n');
    }
}

static void print_ids(const char *sign, const char *const *ids, size_t n)
{
    for (size_t i = 0; i < n; i++)
        (void)printf(" %s %s", sign, ids[i]);
}

static void print_checks(const struct kind *k)
{
    if (k->nchecks > 0)
        (void)puts("\nchecks");
    for (size_t i = 0; i < k->nchecks; i++) {
        const struct kind_check *c = &k->checks[i];
        const struct choice *type =
            choice_with(check_type_choices, (int)c->type);

        (void)printf("  %s%-*s", c->is_other ? "or " : "", c->is_other ? 9 : 12,
                     type->name);
        if (c->result != NULL)
            (void)printf(" %s", c->result);
        if (c->units != NULL && c->rate != NULL)
            (void)printf(" = %s x %s", c->units, c->rate);
        print_ids("+", c->plus, c->nplus);
        print_ids("-", c->minus, c->nminus);
        (void)printf(": %s\n", type->sentence);
    }
}

static void print_kind(const struct library_unit *u)
{
    const struct kind *k = u->made;

    (void)printf("%s: %.*s\n", k->id, STR_ARG(k->title));
    (void)printf("from %s\n", u->folder);
    print_columns(k);
    print_lines(k);
    print_checks(k);
}

/* In the words of English dates: a kind belongs to no language. */
static enum status print_sample(struct library *library,
                                const struct library_unit *u)
{
    const struct library_unit *w =
        library_unit(library, LIBRARY_WORDINGS, STR_LIT("en-GB"));
    struct buf csv;
    enum status st;

    if (w == NULL || w->status != ST_OK)
        return ST_NOINPUT;
    buf_init(&csv, MIB);
    sample_table(u->made, w->made, NULL, &csv);
    st = buf_status(&csv);
    if (st == ST_OK)
        (void)fwrite(csv.ptr, 1, csv.len, stdout);
    buf_free(&csv);
    return st;
}

static void print_list(struct library *library, const struct list *names)
{
    const char *const *ids = names->items;

    for (size_t i = 0; i < names->count; i++) {
        const struct library_unit *u =
            library_unit(library, LIBRARY_KINDS, str_of(ids[i]));
        const struct kind *k = u == NULL || u->status != ST_OK ? NULL : u->made;

        if (u != NULL)
            (void)printf(
                "%-20s %-40.*s %s\n", ids[i],
                STR_ARG(k == NULL ? STR_LIT("(has faults)") : k->title),
                u->folder);
    }
}

static enum status print_named(struct arena *arena, struct options *options,
                               struct library *library,
                               const struct list *names)
{
    const char *name = options->arguments[0];
    const struct library_unit *u =
        library_unit(library, LIBRARY_KINDS, str_of(name));

    if (u == NULL)
        return library_refuse(arena, "kind", "kinds", names, name);
    library_print_faults(options, &u->findings);
    if (u->status != ST_OK)
        return u->status;
    if (options->sample)
        return print_sample(library, u);
    print_kind(u);
    return ST_OK;
}

enum status command_kinds(struct arena *arena, struct options *options)
{
    const struct observer observer = printing_observer(options);
    struct list names = list_of(arena, sizeof(const char *));
    struct report_builder *builder = NULL;
    struct findings findings;
    enum status st =
        report_builder_open(&options->settings, &observer, &builder);

    findings_init(&findings, arena);
    if (st == ST_OK)
        st = library_names(report_builder_library(builder), LIBRARY_KINDS,
                           &findings, &names);
    library_print_faults(options, &findings);
    if (st == ST_OK && options->narguments == 0)
        print_list(report_builder_library(builder), &names);
    else if (st == ST_OK)
        st = print_named(arena, options, report_builder_library(builder),
                         &names);
    report_builder_close(builder);
    return st;
}
