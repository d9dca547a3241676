/*
 * line_breaks.h - where the lines of a paragraph end: for all of it at once,
 * so that its lines are about as long as each other and none has a word alone.
 *
 * Ownership: what is found lies in the scratch of the layout until the next
 * paragraph. Failure: sticks in the layout's arena.
 *
 * Sources: Knuth and Plass, "Breaking Paragraphs into Lines" (1981), for text
 * that is ranged left; Unicode Standard Annex 14 for where a line may end.
 */
#ifndef OUTPUT_LAYOUT_LINE_BREAKS_H
#define OUTPUT_LAYOUT_LINE_BREAKS_H

#include "output/layout/layout_parts.h"

/* Where a line ends. */
struct line_end {
    size_t to;     /* its first atom too many */
    int32_t width; /* of what stands before it */
    bool inside;   /* no place to break: TO must be cut */
};

/* The line that begins with FROM and takes all that fits into WIDTH. */
struct line_end line_end_of(struct layout_parts *m, size_t from, int32_t width);

/*
 * Chooses where the lines of the paragraph end: returns how many of them
 * m->scratch.ends says, in their order. 0: each takes what fits, in *BOX, which
 * may have become narrower.
 */
size_t line_breaks(struct layout_parts *m, const struct text_style *style,
                   struct line_box *box);

/* The space behind ATOM, where its line goes on. */
int32_t line_space_after(const struct layout_parts *m, const struct atom *atom);

/* The hyphen that is drawn when a line ends after ATOM; NULL: none is. */
const struct shaped *line_hyphen(struct layout_parts *m,
                                 const struct atom *atom);
int32_t line_hyphen_width(struct layout_parts *m, const struct atom *atom);

#endif
