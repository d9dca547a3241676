/*
 * record_fields.h - what the header of a report says, for its record: meeting,
 * wards and the like, by their ids.
 */
#ifndef BATCH_RECORD_FIELDS_H
#define BATCH_RECORD_FIELDS_H

#include "core/base/buf.h"
#include "figures/figures.h"

/* A JSON object with a text for each field of the template that says something
   in a copy for AUDIENCE, a day as 2026-11-30. */
void record_fields_write(const struct figures *figures, enum audience audience,
                         struct buf *out);

/* Whose report it is: what the council's field says, or the house style. */
struct str record_fields_council(const struct figures *figures,
                                 enum audience audience);

#endif
