#include "figures/names.h"

#include <string.h>

static uint64_t seed_of(const struct report *report)
{
    uint64_t seed = 0;

    if (report->source != NULL)
        memcpy(&seed, report->source->sha256, sizeof(seed));
    return seed;
}

void names_forget_figures(struct names_known *n)
{
    for (size_t i = 0; i < sizeof(n->asked) / sizeof(*n->asked); i++)
        name_map_init(&n->asked[i], n->values.hashes.arena, n->values.seed);
}

struct names_known *names_make(struct arena *arena, const struct report *report)
{
    struct names_known *n = arena_alloc(arena, 1, sizeof(*n));
    const uint64_t seed = seed_of(report);

    if (n == NULL || report->nvalues >= UINT32_MAX ||
        report->ndata >= UINT32_MAX)
        return NULL;
    name_map_init(&n->values, arena, seed);
    name_map_init(&n->data, arena, seed);
    names_forget_figures(n);
    for (size_t i = 0; i < report->nvalues; i++) {
        if (report->values[i].id != NULL)
            name_map_add(&n->values, str_of(report->values[i].id),
                         (uint32_t)i + 1);
    }
    for (size_t i = 0; i < report->ndata; i++) {
        if (report->data[i].id != NULL)
            name_map_add(&n->data, str_of(report->data[i].id), (uint32_t)i + 1);
    }
    return n;
}

void names_add_data(struct names_known *n, struct str id, size_t index)
{
    if (index < UINT32_MAX)
        name_map_add(&n->data, id, (uint32_t)index + 1);
}

const struct named_value *
names_value(struct names_known *n, const struct report *report, struct str id)
{
    const uint32_t at = name_map_get(&n->values, id);

    return at == 0 ? NULL : &report->values[at - 1];
}

const struct data *names_data(struct names_known *n,
                              const struct report *report, struct str id)
{
    const uint32_t at = name_map_get(&n->data, id);

    return at == 0 ? NULL : &report->data[at - 1];
}

static struct name_map *asked_of(struct names_known *n, enum audience audience)
{
    return &n->asked[audience == AUDIENCE_INTERNAL];
}

const struct figure *names_figure(struct names_known *n, struct str expression,
                                  enum audience audience)
{
    const uint32_t at = name_map_get(asked_of(n, audience), expression);

    return at == 0 ? NULL : &n->figures[at - 1];
}

/* ORIGINS, which may be of a trial, whose memory ends before the names' does.
 */
static struct figure_origin *keep_origins(struct arena *arena,
                                          const struct figure_origin *origins)
{
    struct figure_origin *first = NULL;
    struct figure_origin **last = &first;

    for (; origins != NULL; origins = origins->next) {
        *last = arena_alloc(arena, 1, sizeof(**last));
        if (*last == NULL)
            break;
        **last = *origins;
        (*last)->next = NULL;
        last = &(*last)->next;
    }
    return first;
}

void names_keep_figure(struct names_known *n, struct str expression,
                       enum audience audience, struct figure figure)
{
    if (n->nfigures == n->size) {
        const size_t size = n->size == 0 ? 16 : n->size * 2;
        struct figure *wider =
            arena_alloc(n->values.hashes.arena, size, sizeof(*wider));

        if (wider == NULL || size >= UINT32_MAX)
            return;
        if (n->nfigures > 0)
            memcpy(wider, n->figures, n->nfigures * sizeof(*wider));
        n->figures = wider;
        n->size = size;
    }
    figure.origins = keep_origins(n->values.hashes.arena, figure.origins);
    n->figures[n->nfigures++] = figure;
    name_map_add(asked_of(n, audience),
                 arena_str(n->values.hashes.arena, expression),
                 (uint32_t)n->nfigures);
}
