#include "figures/figures.h"
#include "figures/check_parts.h"
#include "figures/checks.h"
#include "figures/data_days.h"
#include "figures/data_unchanged.h"
#include "figures/data_units.h"
#include "figures/field_views.h"
#include "figures/figure_checks.h"
#include "figures/period_words.h"
#include "figures/views.h"

static enum status compute(struct arena *arena, const struct report *report,
                           const struct template *template_used,
                           const struct figures *previous,
                           struct findings *findings, struct figures *figures)
{
    struct computed_list computed = {.count = 0};
    struct acknowledgements acknowledgements;
    struct figures f = {.arena = arena,
                        .report = report,
                        .template_used = template_used,
                        .previous = previous};

    f.data =
        arena_alloc(arena, report->ndata + views_count(report, template_used),
                    sizeof(*f.data));
    used_init(&f.used_by_views, arena);
    f.names = names_make(arena, report);
    acknowledgements_init(&acknowledgements, arena, report);
    if (arena_status(arena) != ST_OK)
        return arena_status(arena);
    for (size_t i = 0; i < report->ndata; i++) {
        number_map_init(&f.data[i].faults, arena);
        number_map_init(&f.data[i].corrected, arena);
        if (report->data[i].table != NULL)
            checks_run(&f, &report->data[i], &acknowledgements, &computed,
                       findings);
    }
    f.computed = computed.list;
    f.ncomputed = computed.count;
    data_days_check(&f, findings);
    data_unchanged_check(&f, findings);
    data_units_check(&f, findings);
    period_words_check(&f, findings);
    if (arena_status(arena) == ST_OK)
        field_views_make(&f, findings);
    if (arena_status(arena) == ST_OK)
        figure_checks_run(&f, &acknowledgements, &computed, findings);
    acknowledgements_left(&acknowledgements, findings);
    *figures = f;
    return arena_status(arena);
}

/* What was wrong in the period before was said then. */
enum status figures_compute(struct arena *arena, const struct report *report,
                            const struct template *template_used,
                            struct findings *findings, struct figures *figures)
{
    const struct report *before = report->previous;
    struct figures *then = NULL;
    struct findings unheard;
    enum status st = ST_OK;

    if (before != NULL && before->template_used != NULL) {
        then = arena_alloc(arena, 1, sizeof(*then));
        findings_init_unheard(&unheard, arena);
        st = then == NULL ? arena_status(arena)
                          : compute(arena, before, before->template_used, NULL,
                                    &unheard, then);
    }
    return st != ST_OK
               ? st
               : compute(arena, report, template_used, then, findings, figures);
}

struct figures_count figures_checked(const struct figures *f)
{
    struct figures_count sum = {0, 0};

    for (size_t i = 0; i < f->report->ndata; i++) {
        sum.checked += f->data[i].count.checked;
        sum.differ += f->data[i].count.differ;
    }
    return sum;
}
