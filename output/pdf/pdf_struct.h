/*
 * pdf_struct.h - the structure tree (ISO 32000-1, 14.7): one element for a
 * node, whatever number of pages it runs over.
 *
 * Elements are written as bytes into object streams as the walk over the
 * tree leaves their nodes, so that memory holds the path to the node at hand
 * and not the tree: 100,000 rows stay linear and small. Page contents,
 * annotations and elements find each other through the parent tree.
 */
#ifndef OUTPUT_PDF_PDF_STRUCT_H
#define OUTPUT_PDF_PDF_STRUCT_H

#include "output/pdf/pdf_link.h"
#include "output/pdf/pdf_marks.h"
#include "output/pdf/pdf_objects.h"
#include "output/pdf/pdf_pages.h"

/*
 * Writes the tree of D; object ROOT is its StructTreeRoot. ST_BUG when a
 * piece of a page belongs to no element. Keys of the parent tree: a page's
 * index, then from the number of pages on the links as they were drawn.
 */
MUST_CHECK enum status pdf_struct_write(const struct doc *d,
                                        const struct pdf_pages *pages,
                                        struct pdf_marks *marks,
                                        struct pdf_links *links,
                                        struct pdf_objects *o, uint32_t root);

#endif
