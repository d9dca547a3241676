/*
 * accessibility_seen.h - what accessibility_look() counts: the things in a
 * report that only a person can judge, with their first places.
 *
 * Ownership: places point into sources.
 */
#ifndef CORE_ACCESS_ACCESSIBILITY_SEEN_H
#define CORE_ACCESS_ACCESSIBILITY_SEEN_H

#include "core/finding/finding.h"

#include <stdbool.h>
#include <stdint.h>

enum accessibility_kind {
    ACCESSIBILITY_HEADINGS,
    ACCESSIBILITY_TABLES,
    ACCESSIBILITY_SPANS,    /* tables with cells over several columns or rows */
    ACCESSIBILITY_PICTURES, /* with an alternative text */
    ACCESSIBILITY_LINKS,
    /* words in another language than those around them */
    ACCESSIBILITY_LANGUAGES,
    ACCESSIBILITY_COLOURS, /* blocks that name a colour */
    ACCESSIBILITY_KIND_MAX,
};

#define ACCESSIBILITY_PLACES 6 /* of a kind that are kept: the first ones */

struct accessibility_seen {
    uint32_t count;
    struct place places[ACCESSIBILITY_PLACES];
};

struct accessibility {
    bool looked; /* false: the report did not come so far */
    struct accessibility_seen seen[ACCESSIBILITY_KIND_MAX];
};

#endif
