/*
 * prose_listing.h - lines of code into a DOC_LISTING.
 *
 * Every line and space stays, but for line ends at the end and, in XML, an
 * empty first line and what indents all lines: there the file's own shape
 * says nothing about the code. A tab goes on to the next column of four.
 *
 * Ownership: nodes and texts belong to the arena.
 * Failure: sticks in the arena. A listing without a line is a finding.
 */
#ifndef INPUT_PROSE_PROSE_LISTING_H
#define INPUT_PROSE_PROSE_LISTING_H

#include "input/prose/prose_attributes.h"

/* TEXT, whose first character stands at AT, as LISTING's lines. */
void prose_listing(struct arena *arena, struct doc_node *listing,
                   struct str text, struct place at, struct findings *findings);

/* The same for the element XML. */
void prose_fill_listing(struct prose_reading *p, struct doc_node *node,
                        const struct xml_node *xml);

#endif
