/*
 * cover.h - the page before all else, where it stands on a panel: its blocks
 * are laid out until their title has a size with which all of them fit. For
 * output/layout/ alone.
 *
 * Ownership and failure: as for layout_parts.h.
 */
#ifndef OUTPUT_LAYOUT_COVER_H
#define OUTPUT_LAYOUT_COVER_H

#include "output/layout/layout_parts.h"

/* After cover_begin() its blocks go into WORDS, and once more as long as
   cover_again() says so: with smaller titles to try them, and with the one that
   is chosen, which alone is heard. */
struct cover_page {
    struct flow words;
    const struct style *was;
    struct findings *heard;
    struct findings unheard;
    const bool *notes; /* that were placed before it */
    size_t title;      /* how often it was made smaller */
    bool chosen;
};

void cover_begin(const struct flow *f, struct cover_page *cover);
bool cover_again(const struct flow *f, struct cover_page *cover);
void cover_end(struct flow *f, struct cover_page *cover);

#endif
