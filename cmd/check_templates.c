#include "cmd/check_templates.h"
#include "batch/batch.h"
#include "batch/messages.h"
#include "batch/stop_signals.h"
#include "cmd/console.h"
#include "cmd/library_faults.h"
#include "cmd/print_outcome.h"
#include "cmd/sample_report.h"
#include "cmd/unused_names.h"
#include "core/base/file.h"
#include "figures/rules_names.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A check on its way: it hears what becomes of the samples. */
struct templates_checked {
    struct options *options;
    struct library *library;
    struct findings findings; /* of files */
    struct buf said;          /* their messages */
    char folder[PATH_MAX];    /* of the samples */
    bool faulty;              /* a sample brought a fault to light */
    int signal;               /* that stopped it; 0: none */
    enum status status;
};

static void hear_line(void *context, enum priority priority, struct str line)
{
    (void)context;
    if (priority == PRIORITY_ERROR)
        console_line(priority, "%.*s", STR_ARG(line));
}

/* What was found when the files were read was said. */
static void hear_findings(void *context, struct str text)
{
    struct templates_checked *c = context;
    const struct str said = buf_view(&c->said);

    if (str_find(said, text) < said.len)
        return;
    c->faulty = c->faulty || messages_priority(text) == PRIORITY_ERROR;
    console_findings(text, c->options->verbosity == VERBOSE);
}

static void hear_opened(void *context, const struct library *library)
{
    (void)context;
    (void)library;
}

static void hear_unprotected(void *context, unsigned missing)
{
    (void)context;
    (void)missing;
}

static void hear_progress(void *context, const struct batch_result *so_far)
{
    (void)context;
    (void)so_far;
}

/* The first message of TEXT, which is cut off it: further lines of one begin
   with a space. */
static struct str cut_message(struct str *text)
{
    const struct str all = *text;
    size_t len = 0;

    do {
        (void)str_cut(text, '\n');
        len = all.len - text->len;
    } while (text->len > PRIORITY_MARK_SIZE &&
             text->ptr[PRIORITY_MARK_SIZE] == ' ');
    return str_to(all, len);
}

/* A file of templates is called as where it was read: below its folder. */
static struct str below_folder(const struct templates_checked *c,
                               struct str line)
{
    size_t count = 0;
    const char *const *folders = library_folders(c->library, &count);
    size_t from = 0;

    for (size_t i = 0; i < count; i++) {
        const struct str folder = str_of(folders[i]);

        if (str_starts(line, folder) && line.len > folder.len &&
            line.ptr[folder.len] == '/')
            from = folder.len + 1;
    }
    return str_from(line, from);
}

/* What stands before the text of a message, so far as it is an error. */
static struct str error_head(struct str line)
{
    const struct str end = STR_LIT(": error: ");

    return str_to(line, str_find(line, end) == line.len
                            ? 0
                            : str_find(line, end) + end.len);
}

/* Rules were proven without a sample, which asks them again. */
static bool was_said(const struct templates_checked *c, struct str line)
{
    const struct str head = error_head(line);
    const struct str said = buf_view(&c->said);

    return str_starts(line, STR_LIT("rules/")) && head.len > 0 &&
           str_find(said, head) < said.len;
}

/* That the words of a sample stand in a sample is no news. */
static void print_message(const struct templates_checked *c, struct str text)
{
    const struct str line = below_folder(c, str_from(text, PRIORITY_MARK_SIZE));
    struct buf shown;

    if (was_said(c, line) ||
        str_find(line, STR_LIT(" [sample-words]\n")) < line.len)
        return;
    buf_init(&shown, c->options->settings.max_memory);
    buf_str(&shown, str_to(text, PRIORITY_MARK_SIZE));
    buf_str(&shown, line);
    console_findings(buf_view(&shown), c->options->verbosity == VERBOSE);
    buf_free(&shown);
}

/* Files of a sample stand in its folder alone, those of templates below one of
   theirs; the folder itself is not named of a report that is alone. */
static bool is_of_sample(const struct templates_checked *c, struct str line)
{
    const struct str file = str_to(line, str_find_char(line, ':'));

    return str_starts(line, str_of(c->folder)) ||
           str_find_char(file, '/') == file.len;
}

/* What is wrong with a sample is no fault of its template, but where it stands
   in a file of templates. */
static void hear_report(void *context, const struct job *job,
                        const struct outcome *outcome)
{
    struct templates_checked *c = context;
    struct str rest = buf_view(&outcome->texts[TEXT_MESSAGES]);

    while (rest.len > 0) {
        const struct str text = cut_message(&rest);
        const struct str line = str_from(text, PRIORITY_MARK_SIZE);
        const bool own = is_of_sample(c, line);

        if (own && c->options->verbosity != VERBOSE)
            continue;
        if (!own)
            c->faulty = c->faulty || messages_priority(text) == PRIORITY_ERROR;
        print_message(c, text);
    }
    if (c->options->pages != NULL && outcome->status == ST_OK)
        print_outcome(c->options, job, outcome);
}

/* Data of a kind that there is none of. */
static enum status check_data(struct arena *arena, struct templates_checked *c,
                              const struct template *t)
{
    struct list ids = list_of(arena, sizeof(const char *));
    struct str *names;
    enum status st;

    st = library_names(c->library, LIBRARY_KINDS, &c->findings, &ids);
    names = arena_alloc(arena, ids.count, sizeof(*names));
    for (size_t i = 0; names != NULL && i < ids.count; i++)
        names[i] = str_of(((const char *const *)ids.items)[i]);
    for (size_t i = 0; names != NULL && i < t->ndata; i++) {
        const struct template_data *d = &t->data[i];
        const struct library_unit *u =
            library_unit(c->library, LIBRARY_KINDS, str_of(d->kind));

        if (u != NULL) {
            findings_share(&c->findings, &u->findings);
            st = status_worst(st, u->status);
        } else if (d->kind != NULL) {
            finding(&c->findings, FINDING_UNKNOWN_NAME, d->kind_at,
                    "there is no kind of table `%s`", d->kind);
            finding_nearest(&c->findings, str_of(d->kind), names, ids.count);
        }
    }
    return status_worst(st, arena_status(arena));
}

static enum status put_sample(struct arena *arena, struct templates_checked *c,
                              const struct template *t)
{
    struct list files = list_of(arena, sizeof(struct sample_file));
    const char *folder = arena_printf(arena, "%s/%s", c->folder, t->id).ptr;
    enum status st = sample_report(arena, c->library, t, NULL, &files);

    if (st != ST_OK || folder == NULL)
        return status_worst(st, arena_status(arena));
    return sample_put(folder, &files);
}

/* The names of data that templates of NAMES ask for, struct str. */
static void list_data(const struct templates_checked *c,
                      const struct list *names, struct list *data)
{
    const char *const *ids = names->items;

    for (size_t i = 0; i < names->count; i++) {
        const struct library_unit *u =
            library_unit(c->library, LIBRARY_TEMPLATES, str_of(ids[i]));
        const struct template *t = u == NULL ? NULL : u->made;

        for (size_t k = 0; t != NULL && k < t->ndata; k++) {
            struct str *id = t->data[k].id == NULL ? NULL : list_add(data);

            if (id != NULL)
                *id = str_of(t->data[k].id);
        }
    }
}

/* The rules of the templates of NAMES, or all: also those that no template
   names yet, and those whose condition is false of every sample. */
static enum status check_rules(struct arena *arena, struct templates_checked *c,
                               const struct list *names, bool whole)
{
    struct list data = list_of(arena, sizeof(struct str));
    struct list ids = list_of(arena, sizeof(const char *));
    enum status st = ST_OK;

    list_data(c, names, &data);
    if (whole)
        st = library_names(c->library, LIBRARY_RULES, &c->findings, &ids);
    for (size_t i = 0; i < (whole ? ids.count : names->count); i++) {
        const char *const *id = whole ? ids.items : names->items;
        const struct library_unit *u =
            library_unit(c->library, whole ? LIBRARY_RULES : LIBRARY_TEMPLATES,
                         str_of(id[i]));
        const void *made = u == NULL || u->status != ST_OK ? NULL : u->made;

        if (made != NULL && !whole)
            made = ((const struct template *)made)->rules;
        if (made != NULL)
            rules_prove_names(arena, made, &data, &c->findings);
    }
    return st;
}

/* Of one template, with what it rests on. */
static enum status check_one(struct arena *arena, struct templates_checked *c,
                             const struct library_unit *u, size_t *samples)
{
    enum status st;
    size_t errors;

    findings_share(&c->findings, &u->findings);
    if (u->status != ST_OK)
        return u->status;
    note_unused_series(&c->findings, u->made);
    warn_of_unused_pieces(&c->findings, u->made);
    errors = c->findings.errors;
    st = check_data(arena, c, u->made);
    if (c->findings.errors != errors)
        return st; /* all that names the data would be wrong as well */
    ++*samples;
    return status_worst(st, put_sample(arena, c, u->made));
}

static void print_findings(struct templates_checked *c)
{
    findings_sort(&c->findings);
    if (c->options->settings.strict)
        findings_strict(&c->findings);
    messages_add(&c->findings, NULL, &c->said, NULL);
    console_findings(buf_view(&c->said), c->options->verbosity == VERBOSE);
}

static enum status build_samples(struct arena *arena,
                                 struct templates_checked *c)
{
    const struct observer observer = {
        .context = c,
        .line = hear_line,
        .findings = hear_findings,
        .opened = hear_opened,
        .unprotected = hear_unprotected,
        .report = hear_report,
        .progress = hear_progress,
    };
    struct batch_settings settings = c->options->settings;
    const char *const paths[] = {c->folder};
    struct batch_result result;
    enum status st;

    settings.out = c->options->pages;
    settings.force = true;
    st = batch_run(arena, &settings, paths, 1, &observer, &result);
    c->signal = result.signal;
    /* What is wrong with a sample alone is nobody's fault. */
    if (st == ST_DATA || st == ST_NOINPUT)
        st = c->faulty ? st : ST_OK;
    return st;
}

/* The folders of the samples are this program's own: NAME.csv and report.xml
   in one for each. */
static void remove_samples(struct arena *arena, struct templates_checked *c,
                           const struct list *names)
{
    const char *const *ids = names->items;

    for (size_t i = 0; i < names->count; i++) {
        const struct library_unit *u =
            library_unit(c->library, LIBRARY_TEMPLATES, str_of(ids[i]));
        struct list files = list_of(arena, sizeof(struct sample_file));
        const struct sample_file *items;
        const char *path;

        if (u == NULL || u->status != ST_OK ||
            sample_report(arena, c->library, u->made, NULL, &files) != ST_OK)
            continue;
        items = files.items;
        for (size_t k = 0; k < files.count; k++) {
            path = arena_printf(arena, "%s/%s/%s", c->folder, ids[i],
                                items[k].name)
                       .ptr;
            if (path != NULL)
                (void)unlink(path);
        }
        path = arena_printf(arena, "%s/%s", c->folder, ids[i]).ptr;
        if (path != NULL)
            (void)rmdir(path);
    }
    (void)rmdir(c->folder);
}

static bool make_folder(struct templates_checked *c)
{
    const char *given = getenv("TMPDIR");
    const char *where = given == NULL || given[0] != '/' ? "/tmp" : given;

    errno = ENAMETOOLONG;
    if (file_path(where, "councilpress-XXXXXX", c->folder) &&
        mkdtemp(c->folder) != NULL)
        return true;
    console_error("no folder for samples in %s: %s", where, strerror(errno));
    return false;
}

static enum status check_all(struct arena *arena, struct templates_checked *c,
                             const struct list *names, bool whole)
{
    const char *const *ids = names->items;
    size_t samples = 0;
    enum status st = whole ? library_read_all(c->library, &c->findings) : ST_OK;

    for (size_t i = 0; i < names->count && st < ST_CREATE; i++) {
        const struct library_unit *u =
            library_unit(c->library, LIBRARY_TEMPLATES, str_of(ids[i]));

        if (u != NULL)
            st = status_worst(st, check_one(arena, c, u, &samples));
    }
    if (st < ST_CREATE)
        st = status_worst(st, check_rules(arena, c, names, whole));
    print_findings(c);
    if (findings_stop(&c->findings))
        st = status_worst(st, ST_DATA);
    if (samples > 0 && st < ST_CREATE)
        st = status_worst(st, build_samples(arena, c));
    return st;
}

/* A reader of our messages that has gone would end us as a signal does. */
static void hold_signals(sigset_t *before)
{
    sigset_t pipe;

    stop_signals_hold(before);
    (void)sigemptyset(&pipe); /* these fail for numbers that are no signal */
    (void)sigaddset(&pipe, SIGPIPE);
    (void)sigprocmask(SIG_BLOCK, &pipe, NULL);
}

static void print_right(const struct templates_checked *c, size_t count)
{
    const size_t warnings = c->findings.warnings;

    if (c->options->verbosity == QUIET)
        return;
    (void)printf("%zu %s: ", count, count == 1 ? "template" : "templates");
    if (warnings == 0)
        (void)printf("no faults\n");
    else
        (void)printf("no errors, %zu %s\n", warnings,
                     warnings == 1 ? "warning" : "warnings");
}

enum status check_templates(struct arena *arena, struct options *options,
                            struct library *library, const struct list *names,
                            bool whole)
{
    struct templates_checked c = {.options = options, .library = library};
    sigset_t before;
    enum status st = ST_CREATE;

    findings_init(&c.findings, arena);
    buf_init(&c.said, options->settings.max_memory);
    /* Until the samples are gone; the batch hears signals all the same. */
    hold_signals(&before);
    if (make_folder(&c)) {
        st = check_all(arena, &c, names, whole);
        remove_samples(arena, &c, names);
    }
    stop_signals_release(&before);
    if (c.signal != 0)
        stop_signals_die(c.signal);
    buf_free(&c.said);
    if (st == ST_OK)
        print_right(&c, names->count);
    return st;
}
