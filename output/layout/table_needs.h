/*
 * table_needs.h - what columns need. For table_measure.c, table_share.c and
 * table_widths.c only.
 *
 *   table_measure.c   cells -> what each column needs, at the style's size
 *   table_share.c     what columns need, and a width -> the columns' edges
 *   table_widths.c    what a table is set in: size, place, columns below rows
 *
 * Ownership: the layout's arena. Failure: sticks in the arena.
 */
#ifndef OUTPUT_LAYOUT_TABLE_NEEDS_H
#define OUTPUT_LAYOUT_TABLE_NEEDS_H

#include "output/layout/table_parts.h"

/* What a column may have, and the root of what it would take on one line. */
struct column_share {
    struct extent bounds;
    int64_t root;
};

struct measure {
    struct extent *columns; /* at the style's size, without padding */
    int32_t *indents;       /* by column: what lists and quotes take of them */
    int32_t *uncut;     /* by column: of the widest date or the like, at that
                           size, which had better be on one line */
    bool whole;         /* so they are */
    int32_t lines;      /* that no cell should take more of; 0: any */
    int32_t name_lines; /* likewise of cells that name rows; 0: as others */
    int32_t halved;     /* at what width no such cell takes more than two */
    struct span_need *spans; /* table_measure.c */
    bool *fixed;    /* by column: cells that name rows, or span others */
    bool named;     /* one of them names rows */
    uint32_t label; /* the column whose words say what a row is: that of the
                       names, or the next where these are references */
    struct column_share *shares; /* by column, while width is shared out */
};

/* What the columns of T need, at its style's size. */
void table_measure(struct table_layout *t, struct measure *me);

/* --- table_share.c --- */

struct totals {
    int64_t min;
    int64_t max;
};

/* What all columns need at SIZE. */
struct totals table_total(const struct table_layout *t,
                          const struct measure *me, int32_t size);
/* A width measured at the style's size, at SIZE. */
int32_t table_scaled(const struct table_layout *t, int32_t width, int32_t size);
/* No table is set smaller than this; and of a column: room for a character or
   two at that size. */
int32_t table_least_size(const struct table_layout *t);
int32_t table_least_width(const struct table_layout *t);
/*
 * Sets the edges between LEFT and RIGHT: columns of figures have what they
 * need, and the rest goes to words, as the square root of their length asks for
 * it: the longest have the most, but not all.
 */
void table_share_width(struct table_layout *t, const struct measure *me,
                       int32_t left, int32_t right, int32_t size);
/* Not even what the columns need least fits. Figures have it: one that is
   broken is misread. The others share what is left beyond their least width in
   proportion to what they need. False: the figures alone do not fit. */
bool table_share_too_little(struct table_layout *t, const struct measure *me,
                            int32_t left, int32_t right);

#endif
