#include "batch/report_builder.h"
#include "batch/accessibility_report.h"
#include "batch/code_counts.h"
#include "batch/finding_excerpts.h"
#include "batch/messages.h"
#include "batch/paper_places.h"
#include "batch/record_fields.h"
#include "batch/report_facts.h"
#include "batch/report_inputs.h"
#include "batch/report_outputs.h"
#include "batch/report_stages.h"
#include "batch/report_work.h"
#include "batch/rules_report.h"
#include "batch/templates_folder.h"
#include "batch/up_to_date.h"
#include "core/base/json_in.h"
#include "core/base/mem.h"
#include "core/base/utf8.h"
#include "generators/generator_table.h"
#include "input/file/file_in.h"
#include "input/report/report_root.h"
#include "input/xml/xml_in.h"
#include "output/writer/writer.h"

#include <stdio.h>
#include <string.h>

#define RUN_MEMORY ((size_t)256 * 1024 * 1024)
#define WHY_SIZE 1024

/* --as-of is a value like any other to expressions. */
static enum status collect_overrides(struct report_builder *p)
{
    const struct batch_settings *s = p->settings;

    p->overrides =
        arena_alloc(&p->arena, s->noverrides + 1, sizeof(*p->overrides));
    if (p->overrides == NULL)
        return arena_status(&p->arena);
    for (size_t i = 0; i < s->noverrides; i++)
        p->overrides[p->noverrides++] = s->overrides[i];
    if (s->as_of.len > 0)
        p->overrides[p->noverrides++] =
            (struct override){"--as-of", STR_LIT(AS_OF_NAME), s->as_of};
    return ST_OK;
}

static void pass_on_findings(const struct findings *findings, size_t limit,
                             const struct observer *observer)
{
    struct buf text;

    if (findings->first == NULL)
        return;
    buf_init(&text, limit);
    messages_add(findings, NULL, &text, NULL);
    observer->findings(observer->context, buf_view(&text));
    buf_free(&text);
}

/* The folders of templates, and what all houses share. */
static enum status open_all(struct report_builder *p,
                            const struct observer *observer)
{
    struct templates_folders f = {NULL, 0, NULL, NULL};
    enum status st = templates_folders(&p->arena, p->settings, observer, &f);

    if (st != ST_OK)
        return st;
    p->generators = generator_names();
    st = library_open(&p->arena, f.folders, f.count, f.shipped, &p->generators,
                      &p->findings, &p->library);
    if (st == ST_NOINPUT && f.unreadable != NULL)
        finding_hint(&p->findings,
                     "the variable " TEMPLATES_VARIABLE " says `%s`",
                     f.unreadable);
    if (st == ST_OK)
        st = house_resources_open(&p->arena, &p->findings, &p->houses);
    return st;
}

enum status report_builder_open(const struct batch_settings *settings,
                                const struct observer *observer,
                                struct report_builder **builder)
{
    struct report_builder *p = mem_zalloc(1, sizeof(*p));
    enum status st = ST_BUG;

    *builder = NULL;
    if (p == NULL)
        return ST_NOMEM;
    p->settings = settings;
    arena_init(&p->arena, RUN_MEMORY);
    findings_init(&p->findings, &p->arena);
    json_in_setup();
    st = xml_in_setup();
    if (st == ST_OK)
        st = collect_overrides(p);
    if (st == ST_OK)
        st = open_all(p, observer);
    if (st == ST_OK && findings_stop(&p->findings))
        st = ST_DATA;
    pass_on_findings(&p->findings, settings->max_memory, observer);
    if (st == ST_OK)
        *builder = p;
    else
        report_builder_close(p);
    return st;
}

/* The template of NAME, read while files may be; NULL when it cannot be used.
 */
static const struct template *expect_template(struct report_builder *builder,
                                              struct arena *arena,
                                              struct str name)
{
    const struct library_unit *unit =
        name.len == 0 ? NULL
                      : library_unit(builder->library, LIBRARY_TEMPLATES, name);

    if (unit == NULL)
        return NULL;
    library_unchanged(builder->library, unit);
    if (unit->status == ST_NOMEM)
        arena_fail(arena, unit->status);
    return unit->status != ST_OK ? NULL : unit->made;
}

enum status report_builder_expect(struct report_builder *builder,
                                  const struct job *job)
{
    const struct str instead = builder->settings->instead;
    const struct template *t;
    struct report_root root;
    struct arena arena;
    enum status st = ST_OK;

    arena_init(&arena, builder->settings->max_memory);
    root = report_root_in(&arena, job->folder);
    t = expect_template(builder, &arena,
                        instead.len > 0 ? instead : root.template_name);
    if (root.of != NULL)
        (void)expect_template(builder, &arena,
                              report_root_in(&arena, root.of).template_name);
    /* Any other fault is that report's, and said when it is built. */
    if (arena_status(&arena) == ST_NOMEM)
        st = ST_NOMEM;
    arena_free(&arena);
    if (st == ST_OK && t != NULL)
        st = house_resources_add(&builder->houses, t->house);
    return status_worst(st, arena_status(&builder->arena));
}

void report_builder_close(struct report_builder *builder)
{
    if (builder == NULL)
        return;
    house_resources_close(&builder->houses);
    arena_free(&builder->arena);
    mem_free(builder);
}

void report_builder_fonts(const struct report_builder *builder,
                          struct list *paths)
{
    for (const struct house_resources *h = builder->houses.newest; h != NULL;
         h = h->older) {
        for (size_t i = 0; i < h->fonts.count; i++) {
            const char **path = list_add(paths);

            if (path != NULL)
                *path = h->fonts.faces[i].path;
        }
    }
}

struct library *report_builder_library(struct report_builder *builder)
{
    return builder->library;
}

/* JSON that could not be written to its end is left out. */
static struct str json_of(const struct report_work *w, enum report_json part)
{
    const struct buf *json = &w->json[part];

    return buf_status(json) == ST_OK ? buf_view(json) : STR_LIT("");
}

/* What is known of the report by now. */
static struct record record_of(const struct report_work *w, enum status st)
{
    struct record r = {
        .name = str_of(w->job->name),
        .title = w->doc.title,
        .lang = str_of(w->doc.lang),
        .date = w->doc.date,
        .fields = json_of(w, REPORT_JSON_FIELDS),
        .status = st,
        .audience = w->settings->audience,
        .inputs = w->inputs,
        .ninputs = w->report.nsources,
        .template_files = w->template_files,
        .ntemplate_files = w->ntemplate_files,
        .fonts = w->fonts,
        .nfonts = w->nfonts,
        .pages = w->layout.npages,
        .findings = &w->findings,
        .accessibility = json_of(w, REPORT_JSON_ACCESSIBILITY),
        .rules = json_of(w, REPORT_JSON_RULES),
        .excerpts = json_of(w, REPORT_JSON_EXCERPTS),
        .paper = json_of(w, REPORT_JSON_PAPER),
        .facts = json_of(w, REPORT_JSON_FACTS),
    };

    if (w->figures.template_used != NULL)
        r.council = record_fields_council(&w->figures, w->settings->audience);
    if (w->template_used != NULL)
        r.template_id = str_of(w->template_used->id);
    memcpy(r.template_sha256, w->templates_sha256, DIGEST_SIZE);
    memcpy(r.made_from_sha256, w->made_from, DIGEST_SIZE);
    return r;
}

/* Whether the files of the last time are those that would come out. */
static bool look_back(struct report_work *w, struct outcome *outcome)
{
    const struct record now = record_of(w, ST_OK);

    return w->settings->out != NULL && !findings_stop(&w->findings) &&
           report_is_up_to_date(w->settings, w->job, &now,
                                &outcome->texts[TEXT_RECORD],
                                &outcome->texts[TEXT_REASON]);
}

/* Of a report that is published for good: only whether its files are as they
   were counts, not what it would be made from today. */
static enum status keep_frozen(struct report_work *w, struct outcome *outcome)
{
    struct buf *reason = &outcome->texts[TEXT_REASON];

    findings_init(&w->findings, &w->arena);
    outcome->unchanged = report_stands(w->settings, w->job,
                                       &outcome->texts[TEXT_RECORD], reason);
    if (outcome->unchanged)
        return ST_OK;
    finding(&w->findings, FINDING_FROZEN,
            (struct place){.source = w->report.source},
            "it is frozen, and its files do not stand: %.*s",
            STR_ARG(buf_view(reason)));
    finding_hint(&w->findings,
                 "bring them back from a backup, or take frozen=\"yes\" away "
                 "to make them anew");
    return ST_NOINPUT;
}

/* The whole way of a report that is to be built; the first steps of one that
   has not changed. */
static enum status run(struct report_work *w, struct outcome *outcome)
{
    enum status st = report_stage_read(w);

    st = status_worst(st, report_inputs_list(w));
    if (w->report.frozen && w->settings->out != NULL && st != ST_NOMEM)
        return keep_frozen(w, outcome);
    if (!report_stage_usable(st) || w->template_used == NULL)
        return st;
    st = status_worst(st, report_stage_house(w));
    if (!report_stage_usable(st) || w->house->status != ST_OK)
        return st;
    report_inputs_list_fonts(w);
    report_stage_hash(w);
    if (st == ST_OK && look_back(w, outcome)) {
        outcome->unchanged = true;
        return ST_OK;
    }
    st = status_worst(st, report_stages_make(w, &outcome->texts[TEXT_DUMP]));
    /* Also after faults: they may come from a half-written file. */
    if (report_stage_usable(st))
        st =
            status_worst(st, files_unchanged(w->report.sources,
                                             w->report.nsources, &w->findings));
    return st;
}

static void count_findings(const struct findings *f, struct outcome *out)
{
    out->errors += f->errors;
    out->warnings += f->warnings;
    for (const struct finding *x = f->first; x != NULL; x = x->next)
        out->acknowledged += x->level == LEVEL_ACKNOWLEDGED;
}

/* What the arena of the report can no longer say. */
static void explain(const struct report_work *w, enum status st,
                    struct buf *out)
{
    const size_t from = out->len;

    if (st != ST_LIMIT && st != ST_NOMEM)
        return;
    utf8_visible(out, str_of(w->job->folder));
    if (st == ST_LIMIT)
        buf_printf(out,
                   ": error: needs more memory than %zu MiB: raise "
                   "--max-memory, or split it [limit]\n",
                   w->settings->max_memory / (1024 * 1024));
    else
        buf_puts(out, ": error: out of memory\n");
    messages_mark(out, from, PRIORITY_ERROR);
}

/* For the person who asked, and for machines. */
static enum status report_accessibility(struct report_work *w,
                                        struct outcome *outcome)
{
    const struct accessibility_subject subject = {&w->doc, &w->access,
                                                  &w->findings, &w->layout};
    struct buf *text = &outcome->texts[TEXT_ACCESSIBILITY];

    if (!w->settings->accessibility)
        return ST_OK;
    accessibility_report_text(&subject, text);
    accessibility_report_json(&subject, &w->json[REPORT_JSON_ACCESSIBILITY]);
    return status_worst(buf_status(text),
                        buf_status(&w->json[REPORT_JSON_ACCESSIBILITY]));
}

/* Who asked `check` hears what passed, too; with many reports only how many. */
static enum status report_rules(struct report_work *w, struct outcome *outcome)
{
    struct buf *text = &outcome->texts[TEXT_RULES];

    rules_report_json(&w->rules, &w->json[REPORT_JSON_RULES]);
    if (!w->doc.unread)
        return buf_status(&w->json[REPORT_JSON_RULES]);
    rules_report_text(&w->rules, w->job->alone, text);
    return status_worst(buf_status(text),
                        buf_status(&w->json[REPORT_JSON_RULES]));
}

static enum status finish(struct report_work *w, enum status st,
                          struct outcome *outcome)
{
    if (st == ST_OK && w->house != NULL)
        st = shaper_status(w->house->shaper);
    if (st == ST_OK)
        st = arena_status(&w->arena);
    findings_sort(&w->findings);
    if (w->settings->strict)
        findings_strict(&w->findings);
    count_findings(&w->findings, outcome);
    if (st == ST_OK && findings_stop(&w->findings))
        st = ST_DATA;
    outcome->pages = w->layout.npages;
    outcome->inputs = w->report.nsources;
    outcome->memory = report_work_memory(w) + w->drawn_memory;
    if (w->template_used != NULL)
        buf_puts(&outcome->texts[TEXT_TEMPLATE], w->template_used->id);
    /* What was said when the report was built is not said again. */
    if (!outcome->unchanged) {
        messages_add(&w->findings, w->job, &outcome->texts[TEXT_MESSAGES],
                     &outcome->texts[TEXT_SHARED]);
        code_counts_write(&w->findings, &outcome->texts[TEXT_CODES]);
    }
    st = status_worst(st, report_accessibility(w, outcome));
    st = status_worst(st, report_rules(w, outcome));
    if (outcome->errors == 0)
        explain(w, st, &outcome->texts[TEXT_MESSAGES]);
    return st;
}

/* Who takes the files shows what is known of the report, too, and what only a
   person can judge; what hinders readers is said to who asks for that. */
static void tell_facts(struct report_work *w)
{
    const struct accessibility_subject subject = {&w->doc, &w->access,
                                                  &w->findings, &w->layout};
    struct findings unheard;

    paper_places_write(&w->layout, &w->json[REPORT_JSON_PAPER]);
    report_facts_write(&w->doc, &w->figures, &w->json[REPORT_JSON_FACTS]);
    if (w->settings->accessibility)
        return;
    findings_init_unheard(&unheard, &w->arena);
    accessibility_look(&w->doc, &unheard, &w->access);
    accessibility_report_json(&subject, &w->json[REPORT_JSON_ACCESSIBILITY]);
}

static enum status make_files(struct report_work *w, enum status st,
                              const struct report_targets *targets,
                              struct outcome *outcome)
{
    struct record record;

    if (outcome->unchanged)
        return ST_OK;
    if (w->inputs == NULL)
        return ST_NOMEM;
    if (st == ST_OK && w->figures.template_used != NULL)
        record_fields_write(&w->figures, w->settings->audience,
                            &w->json[REPORT_JSON_FIELDS]);
    st = status_worst(st, buf_status(&w->json[REPORT_JSON_FIELDS]));
    st = status_worst(st, buf_status(&w->json[REPORT_JSON_ACCESSIBILITY]));
    st = status_worst(st, buf_status(&w->json[REPORT_JSON_RULES]));
    if (w->settings->taker != NULL)
        finding_excerpts_write(&w->findings, &w->report,
                               &w->json[REPORT_JSON_EXCERPTS]);
    if (w->settings->taker != NULL && st == ST_OK)
        tell_facts(w);
    record = record_of(w, st);
    if (st == ST_OK && w->settings->taker != NULL)
        w->settings->taker->take(w->settings->taker->context, w->files,
                                 buf_view(&w->places));
    return status_worst(st, report_files_make(w->settings, w->job, targets,
                                              &record, w->files, outcome));
}

/* `check`, of which nobody opens what it would write: to make and compress the
   data that would travel takes longer than to check it. */
static bool is_unread(const struct batch_settings *s)
{
    return s->out == NULL && s->taker == NULL && s->dump == STAGE_NONE;
}

/* A folder that cannot be looked into, or whose files another would write. */
static enum status fail_unbuilt(const struct batch_settings *s,
                                const struct job *job, struct outcome *outcome)
{
    const enum status st = job->twin != NULL ? ST_DATA : ST_NOINPUT;
    char why[WHY_SIZE];

    if (job->twin != NULL)
        (void)snprintf(why, sizeof(why),
                       "%s would write the same files: rename one of the "
                       "folders, or keep them apart by --tree",
                       job->twin);
    else
        (void)snprintf(why, sizeof(why), "the folder cannot be read: %s",
                       strerror(job->unread));
    outcome_lost(outcome, s, job, st, why);
    return st;
}

enum status report_build(struct report_builder *builder, const struct job *job,
                         const struct report_targets *targets,
                         struct outcome *outcome)
{
    const struct batch_settings *s = builder->settings;
    struct report_work w = {.builder = builder, .settings = s, .job = job};
    enum status st = ST_BUG;

    if (job->unread != 0 || job->twin != NULL)
        return fail_unbuilt(s, job, outcome);
    outcome_init(outcome, s);
    arena_init(&w.arena, s->max_memory);
    arena_init(&w.layout_arena, s->max_memory);
    for (size_t i = 0; i < writer_count; i++)
        buf_init(&w.files[i], s->max_memory);
    buf_init(&w.places, s->max_memory);
    for (size_t i = 0; i < REPORT_JSON_COUNT; i++)
        buf_init(&w.json[i], s->max_memory);
    findings_init(&w.findings, &w.arena);
    w.uses = library_uses_of(builder->library, &w.arena, &w.findings);
    doc_init(&w.doc, &w.arena);
    w.doc.unread = is_unread(s);
    w.doc.links_beside = s->links_beside;

    st = finish(&w, run(&w, outcome), outcome);
    st = status_worst(st, make_files(&w, st, targets, outcome));
    for (size_t i = 0; i < REPORT_JSON_COUNT; i++)
        buf_free(&w.json[i]);
    buf_free(&w.places);
    for (size_t i = 0; i < writer_count; i++)
        buf_free(&w.files[i]);
    mem_free(w.inputs);
    arena_free(&w.layout_arena);
    arena_free(&w.arena);
    house_resources_trim(&builder->houses);
    outcome->status = st;
    return st;
}
