#include "batch/index_page.h"
#include "batch/index_atom.h"
#include "batch/index_report.h"
#include "batch/pool.h"
#include "batch/record.h"
#include "batch/report_builder.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Below the output folder. */
#define SOURCE_FOLDER ".councilpress.index"
#define SOURCE_NAME "report.xml"
#define PAGE_FORMAT "html"

struct index_making {
    const struct out_folder *folder;
    const struct index_list *list;
    int stop_fd;
    struct batch_settings settings; /* of the page alone */
    char source[PATH_MAX];          /* its folder */
    char page[NAME_MAX + 1];
    char feed[NAME_MAX + 1];
    const struct kind *kind; /* of the data; NULL until it is known */
};

static void file_name(const struct batch_settings *s, const char *extension,
                      char name[NAME_MAX + 1])
{
    (void)snprintf(name, NAME_MAX + 1, INDEX_TEMPLATE "%s.%s",
                   audience_mark(s->audience), extension);
}

static enum status fail(const struct index_making *m, const char *name,
                        const char *step, int error)
{
    observer_cannot(m->folder->observer, m->folder->path, name, step, error);
    return ST_OUTPUT;
}

/* The template decides; what a run was told of its reports is not the page's.
 */
static struct batch_settings settings_of(const struct batch_settings *given)
{
    struct batch_settings s = batch_settings_default();

    s.templates = given->templates;
    s.ntemplates = given->ntemplates;
    s.out = given->out;
    s.audience = given->audience;
    s.max_memory = given->max_memory;
    s.timeout = given->timeout;
    s.workers = 1;
    s.force = true;
    s.links_beside = true;
    for (size_t i = 0; i < writer_count; i++)
        s.formats[i] = strcmp(writers[i].name, PAGE_FORMAT) == 0;
    return s;
}

static enum status refuse_twin(const struct index_making *m)
{
    for (size_t i = 0; i < m->list->count; i++) {
        if (strcmp(m->list->items[i].name, INDEX_TEMPLATE) != 0)
            continue;
        observer_error(m->folder->observer,
                       "%s/%s: error: no index can be made: the files of a "
                       "report called " INDEX_TEMPLATE
                       " stand here: rename its folder, and delete them",
                       m->folder->path, m->page);
        return ST_CREATE;
    }
    return ST_OK;
}

/* NULL after what was found in it. */
static const struct wording *wording_of(const struct index_making *m,
                                        struct report_builder *builder,
                                        enum status *st)
{
    const struct library_unit *unit =
        library_unit(report_builder_library(builder), LIBRARY_TEMPLATES,
                     STR_LIT(INDEX_TEMPLATE));
    const struct template *t = NULL;

    *st = ST_NOINPUT;
    if (unit == NULL) {
        observer_error(m->folder->observer,
                       "%s/%s: error: no index can be made: no folder of "
                       "templates has `" INDEX_TEMPLATE "/template.xml`",
                       m->folder->path, m->page);
        return NULL;
    }
    if (unit->status == ST_OK) {
        t = unit->made;
        *st = ST_OK;
        return t->wording;
    }
    *st = unit->status;
    observer_error(m->folder->observer,
                   "%s/%s: error: no index can be made: the template "
                   "`" INDEX_TEMPLATE "` has faults: `councilpress templates "
                   "--check " INDEX_TEMPLATE "` says which",
                   m->folder->path, m->page);
    return NULL;
}

static enum status write_source(const struct index_making *m,
                                const struct wording *wording)
{
    struct outfile_error error = {.error = 0};
    struct buf text;
    enum status st;

    if (mkdirat(m->folder->fd, SOURCE_FOLDER, 0777) != 0 && errno != EEXIST)
        return fail(m, SOURCE_FOLDER, "create", errno);
    buf_init(&text, m->folder->settings->max_memory);
    index_report_write(m->list, wording, &text);
    st = buf_status(&text);
    if (st == ST_OK)
        st = outfile_put_at(m->source, SOURCE_NAME, buf_view(&text), &error);
    buf_free(&text);
    if (error.name != NULL)
        (void)fail(m, SOURCE_FOLDER "/" SOURCE_NAME, error.step, error.error);
    return st;
}

/* It may be gone, or may never have been. */
static void remove_source(const struct index_making *m)
{
    (void)unlinkat(m->folder->fd, SOURCE_FOLDER "/" SOURCE_NAME, 0);
    (void)unlinkat(m->folder->fd, SOURCE_FOLDER, AT_REMOVEDIR);
}

/* What the page itself says, from its record. */
static void write_feed(const struct index_making *m,
                       const struct outcome *outcome, struct buf *out)
{
    const json_t *record = outcome->record;
    size_t left_out;

    if (record == NULL) {
        buf_fail(out, ST_NOMEM);
        return;
    }
    left_out = index_atom_write(
        &(struct index_atom){
            .title = json_in_member(record, "title"),
            .lang = json_in_member(record, "lang"),
            .council = json_in_member(record, "council"),
            .page = m->page,
            .feed = m->feed,
            .kind = m->kind,
        },
        m->list, out);
    if (left_out > 0)
        observer_line(m->folder->observer, PRIORITY_INFO,
                      "%s/%s: %zu of %zu reports are not in it: they say no "
                      "date",
                      m->folder->path, m->feed, left_out, m->list->count);
}

static enum status place(const struct index_making *m, const char *stage,
                         struct str feed)
{
    struct outfile_error error = {.error = 0};
    char page_from[OUTFILE_NAME_SIZE];
    char feed_from[OUTFILE_NAME_SIZE];
    const struct outfile_move moves[] = {{page_from, m->page},
                                         {feed_from, m->feed}};
    enum status st;
    size_t format = 0;
    int fd;

    while (!m->settings.formats[format])
        format++;
    outfile_temporary(stage, format, page_from);
    outfile_temporary(stage, WRITERS_MAX, feed_from);
    fd = outfile_create(m->folder->stage, feed_from);
    st = fd < 0 ? outfile_cannot_create(m->feed, &error)
                : outfile_fill(fd, m->feed, feed, true, &error);
    if (st == ST_OK)
        st = outfile_place(m->folder->stage, m->folder->fd, moves,
                           sizeof(moves) / sizeof(moves[0]), &error);
    if (st == ST_OK)
        st = outfile_sync(m->folder->fd, m->page, &error);
    if (st != ST_OK && error.name != NULL)
        (void)fail(m, error.name, error.step, error.error);
    return st;
}

static void pass_on(const struct index_making *m, const struct outcome *outcome)
{
    static const enum outcome_text texts[] = {TEXT_SHARED, TEXT_MESSAGES};

    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        const struct str text = buf_view(&outcome->texts[texts[i]]);

        if (text.len > 0)
            m->folder->observer->findings(m->folder->observer->context, text);
    }
}

static enum status take(const struct index_making *m,
                        const struct pool_result *result)
{
    struct buf feed;
    enum status st = result->outcome.status;

    pass_on(m, &result->outcome);
    if (st != ST_OK) {
        observer_error(m->folder->observer,
                       "%s/%s: error: no index was made, and the one that "
                       "stood stays: the template `" INDEX_TEMPLATE
                       "`, or what stands here, has the faults named above",
                       m->folder->path, m->page);
        return st;
    }
    buf_init(&feed, m->folder->settings->max_memory);
    write_feed(m, &result->outcome, &feed);
    st = buf_status(&feed);
    if (st == ST_OK)
        st = place(m, result->stage, buf_view(&feed));
    buf_free(&feed);
    return st;
}

/* A run that is stopped leaves the index for the next. */
static enum status run(const struct index_making *m,
                       struct report_builder *builder, const struct jobs *jobs,
                       const struct confinement *confinement)
{
    const struct pool_work work = {
        .builder = builder,
        .settings = &m->settings,
        .observer = m->folder->observer,
        .jobs = jobs,
        .confinement = confinement,
        .out = m->folder,
    };
    struct pool pool;
    struct pool_result result;
    enum status st = ST_OK;

    pool_open(&pool, &work, m->stop_fd);
    if (pool_next(&pool, &result) == POOL_RESULT) {
        st = take(m, &result);
        outcome_free(&result.outcome);
    }
    pool_close(&pool);
    return st;
}

static enum status build(const struct index_making *m,
                         struct report_builder *builder)
{
    struct job job = {
        .folder = m->source, .name = INDEX_TEMPLATE, .alone = true};
    const struct jobs jobs = {.items = &job, .count = 1};
    struct confinement confinement;
    const char *const *templates;
    size_t ntemplates = 0;
    enum status st = report_builder_expect(builder, &job);

    if (st != ST_OK)
        return st;
    templates = library_folders(report_builder_library(builder), &ntemplates);
    confine_open(&confinement, &m->settings, &jobs, templates, ntemplates);
    st = run(m, builder, &jobs, &confinement);
    confine_close(&confinement);
    return st;
}

/* What is wrong with it is said when the index is built. */
static const struct kind *kind_of(struct report_builder *builder)
{
    const struct library_unit *unit =
        library_unit(report_builder_library(builder), LIBRARY_KINDS,
                     STR_LIT(INDEX_TEMPLATE));

    return unit == NULL || unit->status != ST_OK ? NULL : unit->made;
}

static enum status make(struct index_making *m)
{
    struct report_builder *builder = NULL;
    const struct wording *wording = NULL;
    enum status st = refuse_twin(m);

    if (st == ST_OK)
        st = report_builder_open(&m->settings, m->folder->observer, &builder);
    if (st == ST_OK)
        wording = wording_of(m, builder, &st);
    if (wording != NULL)
        m->kind = kind_of(builder);
    if (wording != NULL)
        st = write_source(m, wording);
    if (st == ST_OK)
        st = build(m, builder);
    remove_source(m);
    report_builder_close(builder);
    return st;
}

enum status index_page_put(const struct out_folder *folder,
                           const struct folder_state *state, int stop_fd)
{
    struct index_list list;
    struct index_making m = {
        .folder = folder,
        .list = &list,
        .stop_fd = stop_fd,
        .settings = settings_of(folder->settings),
    };
    const int n =
        snprintf(m.source, sizeof(m.source), "%s/" SOURCE_FOLDER, folder->path);
    enum status st;

    file_name(folder->settings, PAGE_FORMAT, m.page);
    file_name(folder->settings, "atom", m.feed);
    if (n < 0 || (size_t)n >= sizeof(m.source))
        return fail(&m, SOURCE_FOLDER, "create", ENAMETOOLONG);
    st = index_list_make(state, &list);
    if (st != ST_OK)
        return st;
    st = make(&m);
    index_list_free(&list);
    return st;
}

void index_page_look(const struct out_folder *folder)
{
    char page[NAME_MAX + 1];
    char feed[NAME_MAX + 1];

    file_name(folder->settings, PAGE_FORMAT, page);
    file_name(folder->settings, "atom", feed);
    if (faccessat(folder->fd, feed, F_OK, 0) == 0)
        observer_line(folder->observer, PRIORITY_WARNING,
                      "%s/%s: not made anew, and what it says may have "
                      "changed: give --index, or delete it and %s",
                      folder->path, page, feed);
}
