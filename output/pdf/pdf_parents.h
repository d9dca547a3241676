/*
 * pdf_parents.h - the trees beside the structure tree: from a piece of a page
 * or an annotation to its element (ISO 32000-1, 14.7.4.4), and from an id to
 * its element (14.7.2).
 *
 * Leaves are bounded, so that a reader finds one without reading all.
 */
#ifndef OUTPUT_PDF_PDF_PARENTS_H
#define OUTPUT_PDF_PDF_PARENTS_H

#include "output/pdf/pdf_link.h"
#include "output/pdf/pdf_marks.h"
#include "output/pdf/pdf_objects.h"

/* All marks and links know their element. Returns the tree's object number. */
uint32_t pdf_parents_write(uint32_t npages, const struct pdf_marks *marks,
                           struct pdf_links *links, struct pdf_objects *o);

/* The N-th id, from 0; in the order of its bytes as of N. */
void pdf_write_id(struct buf *b, uint32_t n);

/* ELEMENTS[N] is the object that has the N-th id. Returns the tree's number. */
uint32_t pdf_ids_write(const uint32_t *elements, uint32_t count,
                       struct pdf_objects *o);

#endif
