/*
 * seen_mark.h - a mark of a note, from where it was met (table_marks.c) until
 * it is tied to its note (mark_ties.c).
 *
 * Ownership: the text is that of its cell or heading.
 */
#ifndef INPUT_TABLE_SEEN_MARK_H
#define INPUT_TABLE_SEEN_MARK_H

#include "core/finding/finding.h"
#include "core/value/note_mark.h"

struct seen_mark {
    struct note_mark mark;
    struct place at;
    size_t cell;       /* its cell's index; NO_CELL */
    size_t before;     /* bytes of that cell before it */
    bool certain;      /* it can be nothing else */
    bool quiet;        /* nobody expects a note for it */
    bool above;        /* it stands above the headings */
    bool left_out;     /* it stands in a column of marks that is not read */
    bool may_be_power; /* of the figure of that cell: 10³ */
};

#define NO_CELL SIZE_MAX

#endif
