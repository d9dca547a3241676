#include "input/table/table_parts.h"

#include <string.h>

bool table_keep_record(struct arena *a, const struct record *record,
                       struct record *kept)
{
    struct spot *spots = NULL;

    *kept = *record;
    kept->fields = arena_alloc(a, record->nfields, sizeof(*kept->fields));
    if (record->spots != NULL)
        spots = arena_alloc(a, record->nfields, sizeof(*spots));
    if (arena_status(a) != ST_OK)
        return false;
    memcpy(kept->fields, record->fields,
           record->nfields * sizeof(*kept->fields));
    if (spots != NULL)
        memcpy(spots, record->spots, record->nfields * sizeof(*spots));
    kept->spots = spots;
    return true;
}

/* The next record of the form into its `now`, and how much stands in it: most
   that is asked of a record is answered by that alone. */
static bool read_next(struct row_reader *reader)
{
    struct record *now = &reader->now;

    if (!reader->next(reader))
        return false;
    now->ntexts = 0;
    for (size_t i = 0; i < now->nfilled; i++)
        now->ntexts += now->fields[i].len > 0;
    return true;
}

const struct record *table_peek(struct table_reading *r, size_t n)
{
    if (r->ahead == NULL)
        r->ahead = arena_alloc(r->arena, AHEAD_MAX, sizeof(*r->ahead));
    while (r->ahead != NULL && r->nahead - r->next_ahead <= n) {
        if (r->nahead == AHEAD_MAX || !read_next(r->reader) ||
            !table_keep_record(r->arena, &r->reader->now, &r->ahead[r->nahead]))
            return NULL;
        r->nahead++;
    }
    return r->ahead == NULL ? NULL : &r->ahead[r->next_ahead + n];
}

bool table_next_record(struct table_reading *r)
{
    if (r->next_ahead < r->nahead) {
        r->record = &r->ahead[r->next_ahead++];
        return true;
    }
    r->record = &r->reader->now;
    return read_next(r->reader);
}

size_t table_left(const struct table_reading *r)
{
    return r->reader->left(r->reader) + r->nahead - r->next_ahead;
}

void table_refuse_record(struct table_reading *r)
{
    r->nrefused++;
    r->reader->incomplete = true;
}
