/*
 * label_series.h - what blocks are labelled with: 3.2, (a), Appendix B, *.
 *
 * A template has them; doc_number() makes the labels.
 *
 * Ownership: the arena of the run; const after it was read.
 */
#ifndef CORE_MODEL_LABEL_SERIES_H
#define CORE_MODEL_LABEL_SERIES_H

#include "core/base/str.h"
#include "core/finding/source.h"

#include <stdbool.h>
#include <stdint.h>

#define SERIES_MAX 32

/*
 * A series of labels. PATTERN holds text and counters in braces: {section},
 * or with a form after a colon: {item:a}, {item:A}, {item:i}, {item:I}, or
 * {note:*} for *, †, ‡ ... A counter is the id of this series or of one that it
 * stands within. A pattern without a counter is a bullet; an empty one counts
 * in silence. Each label steps its series and starts those within it again; a
 * list starts its own series again.
 */
struct label_series {
    const char *id;
    const struct label_series *within; /* NULL: runs through the document */
    const struct label_series *joins;  /* shares that one's counter: header
                                        rows 1 to 4, then sections 5 to 11 */
    struct str pattern;
    struct str reference; /* what a reference prints; empty: the label
                             without punctuation at its ends */
    int32_t index;        /* of its counter, 0 to SERIES_MAX - 1; that of the
                             series it joins. SERIES_MAX is that of 1. lists
                             in a template that says nothing of them */
    bool named;           /* by an attribute of the template */
    struct place at;
};

#endif
