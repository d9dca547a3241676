#include "batch/report_stages.h"
#include "batch/report_outputs.h"
#include "core/base/version.h"
#include "core/doc/report_dump.h"
#include "figures/of_fields.h"
#include "figures/typed_figures.h"
#include "figures/typed_stale.h"
#include "generators/generate.h"
#include "input/report/report_in.h"

bool report_stage_usable(enum status st)
{
    return st == ST_OK || st == ST_DATA;
}

void report_stage_hash(struct report_work *w)
{
    struct buf b;

    buf_init(&b, SIZE_MAX / 2);
    buf_printf(&b, "councilpress %s copy %d\n", COUNCILPRESS_VERSION,
               (int)w->settings->audience);
    for (size_t i = 0; i < w->builder->noverrides; i++)
        buf_printf(&b, "set %.*s=%.*s\n",
                   STR_ARG(w->builder->overrides[i].name),
                   STR_ARG(w->builder->overrides[i].value));
    buf_add(&b, w->templates_sha256, DIGEST_SIZE);
    buf_add(&b, w->house->appearance_sha256, DIGEST_SIZE);
    for (size_t i = 0; i < w->report.nsources; i++)
        buf_add(&b, w->report.sources[i]->sha256, DIGEST_SIZE);
    digest_sha256(buf_view(&b), w->made_from);
    if (buf_status(&b) != ST_OK)
        arena_fail(w->findings.arena, buf_status(&b));
    buf_free(&b);
}

enum status report_stage_read(struct report_work *w)
{
    const struct report_builder *p = w->builder;
    struct templates templates = library_templates(&w->uses);
    enum status st;

    templates.roots = w->settings->roots;
    templates.nroots = w->settings->nroots;
    templates.instead = w->settings->instead;
    st = report_in(&w->arena, w->job->folder, w->job->name, &templates,
                   p->overrides, p->noverrides, &w->findings, &w->report,
                   &w->template_used);

    w->findings.sources = w->report.sources;
    w->findings.nsources = w->report.nsources;
    library_uses_digest(&w->uses, w->templates_sha256);
    return status_worst(st,
                        status_worst(w->uses.status, arena_status(&p->arena)));
}

enum status report_stage_house(struct report_work *w)
{
    w->house = house_resources_of(&w->builder->houses, w->template_used->house);
    if (w->house == NULL) {
        finding(&w->findings, FINDING_CHANGED,
                (struct place){w->report.source, 1, 1},
                "the template changed while the run began");
        finding_hint(&w->findings, "run it again");
        return ST_NOINPUT;
    }
    findings_share(&w->findings, &w->house->findings);
    return w->house->status;
}

/* Figures of the report that this one is `of`. What is wrong with them is said
   when that report is built. */
static enum status compute_of(struct report_work *w)
{
    struct findings unheard;
    enum status st;

    if (w->report.of == NULL)
        return ST_OK;
    findings_init_unheard(&unheard, &w->arena);
    st = figures_compute(&w->arena, w->report.of, w->report.of_template,
                         &unheard, &w->figures_of);
    if (st == ST_OK)
        of_fields_leave_out(&w->arena, &w->report, w->template_used,
                            &w->figures_of, &w->findings);
    return st;
}

static enum status make_tree(struct report_work *w)
{
    enum status st = compute_of(w);

    st = status_worst(st,
                      figures_compute(&w->arena, &w->report, w->template_used,
                                      &w->findings, &w->figures));
    w->figures.of = w->report.of == NULL ? NULL : &w->figures_of;

    if (!report_stage_usable(st))
        return st;
    if (w->settings->taker != NULL) {
        printed_figures_init(&w->printed_figures, &w->arena);
        w->figures.printed = &w->printed_figures;
    }
    w->rules = rules_ask(&w->figures, w->settings->audience, &w->findings);
    st = status_worst(
        st, generate_report(w->figures.report, &w->figures, w->template_used,
                            w->settings->audience, &w->findings, &w->doc));
    if (w->figures.printed != NULL) {
        printed_figures_sort(&w->printed_figures);
        w->doc.figures = &w->printed_figures;
    }
    rules_settle(&w->rules, &w->figures,
                 report_stage_usable(st) && doc_status(&w->doc) == ST_OK
                     ? &w->doc
                     : NULL,
                 &w->findings);
    return st;
}

static void dump_stage(const struct report_work *w, struct buf *out)
{
    switch (w->settings->dump) {
    case STAGE_NONE: break;
    case STAGE_REPORT: report_dump(&w->report, out); break;
    case STAGE_FIGURES: figures_dump(&w->figures, out); break;
    case STAGE_DOC: doc_dump(&w->doc, out); break;
    case STAGE_LAYOUT: layout_dump(&w->layout, out); break;
    }
}

static void look_for_typed(struct report_work *w)
{
    doc_typed_numbers(&w->doc, &w->findings);
    if (!w->settings->typed)
        return;
    typed_figures_look(&w->figures, w->settings->audience, &w->findings);
    typed_stale_look(&w->figures, w->settings->audience, &w->findings);
    doc_typed_references(&w->doc, &w->findings);
}

enum status report_stages_make(struct report_work *w, struct buf *dump)
{
    const enum stage last = w->settings->dump;
    enum status st = ST_OK;

    if (last != STAGE_REPORT)
        st = status_worst(st, make_tree(w));
    if (report_stage_usable(st) && last != STAGE_REPORT &&
        last != STAGE_FIGURES)
        look_for_typed(w);
    if (report_stage_usable(st) && last != STAGE_REPORT &&
        last != STAGE_FIGURES && last != STAGE_DOC) {
        enum status proven = doc_check(&w->doc, &w->findings);

        if (report_stage_usable(proven) && w->settings->accessibility)
            accessibility_look(&w->doc, &w->findings, &w->access);
        if (proven == ST_OK)
            proven = report_make_outputs(w);
        st = status_worst(st, proven);
    }
    if (report_stage_usable(st) && last != STAGE_NONE) {
        dump_stage(w, dump);
        st = status_worst(st, buf_status(dump));
    }
    return st;
}
