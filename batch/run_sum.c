#include "batch/run_sum.h"
#include "batch/manifest.h"

static enum status list_orphans(struct arena *arena,
                                const struct folder_state *state,
                                struct batch_result *result)
{
    struct orphan *orphans = arena_alloc(arena, state->count, sizeof(*orphans));

    if (orphans == NULL)
        return arena_status(arena);
    for (size_t i = 0; i < state->count; i++) {
        const struct folder_entry *e = &state->items[i];

        if (e->orphan)
            orphans[result->norphans++] = (struct orphan){e->name, e->written};
    }
    result->orphans = orphans;
    return ST_OK;
}

enum status run_sum_put(struct arena *arena, const struct run_sum *sum,
                        struct batch_result *result)
{
    enum status st =
        folder_state_change(arena, sum->state, sum->changes, sum->n, sum->all);

    if (st == ST_OK && sum->all)
        st = list_orphans(arena, sum->state, result);
    if (st == ST_OK)
        st = manifest_put(sum->folder, sum->state);
    if (st == ST_OK)
        st = run_record_put(sum->folder, sum->items, sum->n, result);
    return st;
}
