/*
 * library_unit.h - what a folder of templates holds, by kind and by name.
 */
#ifndef INPUT_TEMPLATES_LIBRARY_UNIT_H
#define INPUT_TEMPLATES_LIBRARY_UNIT_H

#include "core/base/digest.h"
#include "core/base/list.h"
#include "core/finding/finding.h"

enum library_part {
    LIBRARY_WORDINGS,
    LIBRARY_HOUSES,
    LIBRARY_KINDS,
    LIBRARY_CALENDARS,
    LIBRARY_RULES,
    LIBRARY_TEMPLATES,
    LIBRARY_PARTS,
};

/* What was read under one name, with all that it rests on: a template with
   those that it extends, its house style, its wording. */
struct library_unit {
    const char *id;
    enum library_part part;
    const char *folder; /* it was found in */
    const void
        *made; /* struct template, kind, house, wording, calendar or rules;
                  also with faults where it could be made, or NULL */
    struct findings findings;
    enum status status;          /* ST_OK: it can be used */
    struct list sources;         /* const struct source *, in their order */
    uint8_t sha256[DIGEST_SIZE]; /* of their names and bytes */
    bool proven;                 /* by library_unchanged() */
};

#endif
