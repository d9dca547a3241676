#include "batch/report_builder.h"
#include "cmd/console.h"
#include "cmd/library_faults.h"
#include "cmd/run_reports.h"
#include "cmd/sample_report.h"
#include "cmd/schema_address.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

/* Nothing is ever written over. */
static bool is_free(const char *folder)
{
    DIR *dir = opendir(folder);
    const struct dirent *e;
    bool empty = true;

    if (dir == NULL)
        return errno == ENOENT;
    while ((e = readdir(dir)) != NULL)
        empty = empty &&
                (strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0);
    (void)closedir(dir); /* only read: nothing can be lost */
    return empty;
}

static void print_made(const struct options *options, const char *folder,
                       const struct list *files)
{
    const struct sample_file *items = files->items;

    if (options->verbosity == QUIET)
        return;
    for (size_t i = 0; i < files->count; i++) {
        console_visible(stdout, str_of(folder));
        (void)printf("/%s\n", items[i].name);
    }
}

static enum status make(struct arena *arena, const struct options *options,
                        struct library *library, const struct library_unit *u)
{
    const char *folder = options->arguments[0];
    struct list files = list_of(arena, sizeof(struct sample_file));
    enum status st;

    library_print_faults(options, &u->findings);
    if (u->status != ST_OK)
        return u->status;
    st = sample_report(arena, library, u->made, schema_address(arena), &files);
    if (st == ST_OK)
        st = sample_put(folder, &files);
    if (st == ST_OK)
        print_made(options, folder, &files);
    return st;
}

enum status command_new(struct arena *arena, struct options *options)
{
    const struct observer observer = printing_observer(options);
    struct list names = list_of(arena, sizeof(const char *));
    struct report_builder *builder = NULL;
    const struct library_unit *unit = NULL;
    const char *name = options->template_name;
    struct findings findings;
    enum status st = ST_OK;

    findings_init(&findings, arena);
    if (!is_free(options->arguments[0])) {
        console_error("%s: there is something already: nothing is written "
                      "over",
                      options->arguments[0]);
        return ST_CREATE;
    }
    st = report_builder_open(&options->settings, &observer, &builder);
    if (st == ST_OK)
        st = library_names(report_builder_library(builder), LIBRARY_TEMPLATES,
                           &findings, &names);
    if (st == ST_OK)
        unit = library_unit(report_builder_library(builder), LIBRARY_TEMPLATES,
                            str_of(name));
    if (st == ST_OK && unit == NULL)
        st = library_refuse(arena, "template", "templates", &names, name);
    else if (st == ST_OK)
        st = make(arena, options, report_builder_library(builder), unit);
    report_builder_close(builder);
    return st;
}
