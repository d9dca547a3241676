#include "figures/figures.h"
#include "figures/check_parts.h"
#include "figures/checks.h"

enum status figures_compute(struct arena *arena, const struct report *report,
                            const struct template *template_used,
                            struct findings *findings, struct figures *figures)
{
    struct computed_list computed = {.count = 0};
    struct acknowledgements acknowledgements;
    struct figures f = {
        .arena = arena, .report = report, .template_used = template_used};

    f.data = arena_alloc(arena, report->ndata, sizeof(*f.data));
    acknowledgements_init(&acknowledgements, arena, report);
    if (arena_status(arena) != ST_OK)
        return arena_status(arena);
    for (size_t i = 0; i < report->ndata; i++) {
        number_map_init(&f.data[i].faults, arena);
        if (report->data[i].table != NULL)
            checks_run(&f, &report->data[i], &acknowledgements, &computed,
                       findings);
    }
    acknowledgements_left(&acknowledgements, findings);
    f.computed = computed.list;
    f.ncomputed = computed.count;
    *figures = f;
    return arena_status(arena);
}
