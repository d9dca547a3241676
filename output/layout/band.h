/*
 * band.h - the arms at the head of the first page or on the cover, with what
 * names the paper beside them. For output/layout/ alone.
 *
 * Ownership and failure: as for layout_parts.h.
 */
#ifndef OUTPUT_LAYOUT_BAND_H
#define OUTPUT_LAYOUT_BAND_H

#include "output/layout/layout_parts.h"

/* The arms of those whose paper it is, beside each other. */
struct logos {
    struct layout_item *items[LOGOS_MAX];
    size_t count;
};

/* How many stand beside each other from LOGO on: those of one <logo/>. */
size_t band_row(const struct doc_node *logo);
/* The arms, what names the paper beside them, a rule below. NULL: LOGO
   stands alone. */
const struct doc_node *band_beside(const struct flow *f,
                                   const struct doc_node *logo);
void band_make(struct flow *f, const struct logos *logos,
               const struct doc_node *words, const struct text_style *style);
/* The arms alone. */
void band_logos(struct flow *f, const struct logos *logos, enum keep keep);
/* Whether LOGO was placed with the one before it. */
bool band_has(const struct flow *f, const struct doc_node *logo);

#endif
