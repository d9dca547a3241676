/*
 * jumps.h - the answers to who asks where a piece of the page comes from, or
 * where on the page something is shown.
 *
 *   {"v":40,"e":269,"said":"Comes from budget.csv, cell C2.",
 *    "figures":[["£572,000","“£572,000” is computed from ..."]],
 *    "place":"budget.csv:C2","page":4}
 *
 * V is the version of the page whose element E is meant; -1: it is none. PAGE
 * is that of the PDF, 0 where nobody knows. The sentence is for a person. The
 * figures are those in the words of the element, each with what it is made of.
 *
 * Failure: sticks in the buffer.
 */
#ifndef PREVIEW_JUMPS_H
#define PREVIEW_JUMPS_H

#include "preview/reports.h"

/* Of report N: of an element, or of those that it stands in, with commas
   between, the innermost first. */
void jump_from(struct reports *r, size_t n, struct str elements,
               struct buf *out);
/* To what begins at a line or cell: "budget.csv:C2". */
void jump_to(struct reports *r, size_t n, struct str text, struct buf *out);
/* To the piece after, or before, that of an element. */
void jump_step(struct reports *r, size_t n, struct str element, bool forward,
               struct buf *out);

#endif
