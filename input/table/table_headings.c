#include "input/table/table_parts.h"

#include <string.h>

/* What is read is kept: a reader gives each record once. */
static struct record *keep(struct table_reading *r)
{
    struct record *kept = &r->ahead[r->nahead];
    const struct record *now = &r->reader->now;

    *kept = *now;
    kept->fields = arena_alloc(r->arena, now->nfields, sizeof(*kept->fields));
    if (kept->fields == NULL)
        return NULL;
    memcpy(kept->fields, now->fields, now->nfields * sizeof(*kept->fields));
    if (now->spots != NULL) {
        struct spot *spots =
            arena_alloc(r->arena, now->nfields, sizeof(*spots));

        if (spots == NULL)
            return NULL;
        memcpy(spots, now->spots, now->nfields * sizeof(*spots));
        kept->spots = spots;
    }
    r->nahead++;
    return kept;
}

/* Where the headings are when they are not in the first record, which has been
   read: 0 when no record nearby names all that are required. */
static uint32_t look_ahead(struct table_reading *r)
{
    r->ahead = arena_alloc(r->arena, LOOK_AHEAD, sizeof(*r->ahead));
    if (r->ahead == NULL || keep(r) == NULL)
        return 0;
    while (r->nahead < LOOK_AHEAD && r->reader->next(r->reader)) {
        const struct record *record = keep(r);

        if (record == NULL)
            break;
        if (columns_are_named(record, r->options->kind))
            return record->number;
    }
    return 0;
}

static enum status refuse_empty(const struct table_reading *r,
                                const struct record *record)
{
    const uint32_t wanted = r->options->heading_line;
    const char *name = record->source->name;

    if (record->number == 0)
        finding(r->findings, FINDING_MISSING, r->options->at, "`%s` is empty",
                name);
    else if (record->nfilled == 0)
        finding(r->findings, FINDING_MISSING, r->options->at,
                "`%s` has no headings: it ends after record %u", name,
                record->number);
    else
        finding(r->findings, FINDING_BAD_VALUE, r->options->at,
                "record %u of `%s` is blank and holds no headings", wanted,
                name);
    return ST_DATA;
}

enum status table_find_headings(struct table_reading *r)
{
    const uint32_t wanted = r->options->heading_line;
    struct row_reader *reader = r->reader;
    uint32_t other;

    r->record = &reader->now;
    while (reader->next(reader) && reader->now.number < wanted)
        ;
    if (reader->status != ST_OK)
        return reader->status;
    if (r->record->nfilled == 0 || (wanted != 0 && r->record->number != wanted))
        return refuse_empty(r, r->record);
    if (wanted != 0 || columns_are_named(r->record, r->options->kind))
        return ST_OK;
    other = look_ahead(r);
    if (arena_status(r->arena) != ST_OK)
        return arena_status(r->arena);
    r->record = &r->ahead[r->next_ahead++];
    if (other == 0)
        return ST_OK;
    finding(r->findings, FINDING_MISSING, record_place(r->record, 1),
            "the first record does not hold the headings, record %u does",
            other);
    finding_hint(r->findings, "write heading-line=\"%u\" in its data element",
                 other);
    return ST_DATA;
}
