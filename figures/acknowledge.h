/*
 * acknowledge.h - the faults that a report owns up to. For figures/ only.
 */
#ifndef FIGURES_ACKNOWLEDGE_H
#define FIGURES_ACKNOWLEDGE_H

#include "core/base/number_map.h"
#include "core/model/report.h"

struct acknowledgements {
    const struct acknowledgement *list; /* the report's */
    size_t count;
    struct number_map first; /* record and field to 1 + the first there */
    uint32_t *next; /* 1 + the next at the same record and field, or 0 */
    bool *met;      /* its fault was found */
};

void acknowledgements_init(struct acknowledgements *a, struct arena *arena,
                           const struct report *report);

/* The acknowledgement of fault CODE of a cell, or NULL. It is met now. */
const struct acknowledgement *acknowledged(struct acknowledgements *a,
                                           enum finding_id code,
                                           struct place cell);

/* A finding for each that was not met. */
void acknowledgements_left(const struct acknowledgements *a,
                           struct findings *findings);

#endif
