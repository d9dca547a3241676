/*
 * page_parts.h - one page on its way. For page.c, page_place.c and notes.c
 * only.
 *
 *   page.c         which boxes go on which page
 *   page_place.c   a box on its page, with its notes; where pages begin and end
 *
 * Lengths, ownership and failure are those of layout_parts.h.
 */
#ifndef OUTPUT_LAYOUT_PAGE_PARTS_H
#define OUTPUT_LAYOUT_PAGE_PARTS_H

#include "output/layout/layout_parts.h"

#define NOTES_GAP 14000 /* milli-points: above the notes, with their rule */

/* Where the page's text must end, above its notes. */
int32_t page_bottom(const struct layout_parts *m);
/* What S has above it, where it comes next. */
int32_t page_space_above(const struct pages *p, const struct box *s);
/* S comes next on the page; of its notes what fits at the foot, the rest at
   that of the next page. */
void page_place(struct layout_parts *m, struct box *s);

/* Opens a page and puts what notes were carried over at its foot; a page that
   they fill is closed at once. */
void page_begin(struct layout_parts *m, bool landscape);
void page_close(struct layout_parts *m);

#endif
