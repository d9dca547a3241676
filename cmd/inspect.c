#include "batch/confine.h"
#include "batch/report_builder.h"
#include "cmd/console.h"
#include "cmd/inspect_print.h"
#include "cmd/library_faults.h"
#include "cmd/run_reports.h"
#include "input/file/file_in.h"

#include <unistd.h>

/* A file that was opened before this process gave up opening any. */
struct inspected {
    struct arena arena;
    const char *path;
    struct source *source; /* NULL: it cannot be read */
    struct findings findings;
    enum status status;
};

static void open_file(struct inspected *f, const struct options *options,
                      const char *path)
{
    const bool bytes = survey_is_bytes(path);
    const bool xml = str_ends_alike(str_of(path), STR_LIT(".xml"));

    f->path = path;
    arena_init(&f->arena, options->settings.max_memory);
    findings_init(&f->findings, &f->arena);
    f->status = file_in(&f->arena, "", path, false,
                        bytes ? SOURCE_BYTES
                        : xml ? SOURCE_TEXT
                              : SOURCE_CSV,
                        NOWHERE, &f->findings, &f->source);
}

static void print_text(const struct options *options, const struct buf *text)
{
    struct str rest = buf_view(text);

    if (options->json) {
        (void)fwrite(rest.ptr, 1, rest.len, stdout);
        return;
    }
    while (rest.len > 0) {
        console_visible(stdout, str_cut(&rest, '\n'));
        (void)putchar('\n');
    }
}

/* What is found stands behind what is said of the file, in JSON within it. */
static enum status print(const struct options *options,
                         const struct inspected *f, const struct survey *survey)
{
    struct buf text;
    enum status st;

    buf_init(&text, options->settings.max_memory);
    if (options->json)
        inspect_json(&text, f->path, survey, &f->findings);
    else if (survey != NULL && options->verbosity != QUIET)
        inspect_print(&text, survey);
    st = buf_status(&text);
    if (st == ST_OK && text.len > 0)
        print_text(options, &text);
    buf_clear(&text);
    if (!options->json) {
        (void)fflush(stdout); /* a failure sticks in the stream */
        messages_add(&f->findings, NULL, &text, NULL);
        console_findings(buf_view(&text), options->verbosity != QUIET);
    }
    buf_free(&text);
    return st;
}

static enum status inspect(const struct options *options,
                           const struct survey_request *request,
                           struct inspected *f)
{
    struct survey survey;
    enum status st = f->status;

    if (f->source != NULL)
        st = survey_file(&f->arena, f->source, request, &f->findings, &survey);
    findings_sort(&f->findings);
    if (options->settings.strict)
        findings_strict(&f->findings);
    if (st == ST_OK && options->settings.strict && findings_stop(&f->findings))
        st = ST_DATA;
    return status_worst(st,
                        print(options, f, f->source == NULL ? NULL : &survey));
}

/* From here on nothing is opened. */
static void confine(const struct options *options)
{
    const struct jobs none = {.count = 0};
    struct confinement confinement;

    confine_open(&confinement, &options->settings, &none, NULL, 0);
    (void)confine_enter(&confinement, STDERR_FILENO);
}

/* Kinds that have faults are none of those that a table could be of. */
static enum status read_kinds(struct arena *arena, struct library *library,
                              struct survey_request *request)
{
    struct list names = list_of(arena, sizeof(const char *));
    struct list kinds = list_of(arena, sizeof(const struct kind *));
    const struct library_unit *wording =
        library_unit(library, LIBRARY_WORDINGS, STR_LIT("en-GB"));
    struct findings findings;
    const char *const *ids;
    enum status st;

    findings_init(&findings, arena);
    st = library_names(library, LIBRARY_KINDS, &findings, &names);
    if (wording == NULL || wording->status != ST_OK) {
        console_error("the wording `en-GB`, in which data is read, is missing "
                      "or has faults; `councilpress templates --check` says "
                      "more");
        return ST_NOINPUT;
    }
    ids = names.items;
    for (size_t i = 0; st == ST_OK && i < names.count; i++) {
        const struct library_unit *u =
            library_unit(library, LIBRARY_KINDS, str_of(ids[i]));
        const struct kind **kind =
            u == NULL || u->status != ST_OK ? NULL : list_add(&kinds);

        if (kind != NULL)
            *kind = u->made;
    }
    request->wording = wording->made;
    request->kinds = kinds.items;
    request->nkinds = kinds.count;
    return st == ST_OK ? arena_status(arena) : st;
}

enum status command_inspect(struct arena *arena, struct options *options)
{
    const struct observer observer = printing_observer(options);
    struct survey_request request = {.sheet = str_of(options->sheet)};
    struct report_builder *builder = NULL;
    struct inspected *files =
        arena_alloc(arena, options->narguments, sizeof(*files));
    enum status st;

    if (files == NULL)
        return arena_status(arena);
    st = report_builder_open(&options->settings, &observer, &builder);
    if (st == ST_OK)
        st = read_kinds(arena, report_builder_library(builder), &request);
    for (size_t i = 0; st == ST_OK && i < options->narguments; i++)
        open_file(&files[i], options, options->arguments[i]);
    if (st == ST_OK) {
        confine(options);
        for (size_t i = 0; i < options->narguments; i++) {
            st = status_worst(st, inspect(options, &request, &files[i]));
            arena_free(&files[i].arena);
        }
    }
    report_builder_close(builder);
    return st;
}
