/*
 * headings_alone.h - headings below which one of the two media has nothing.
 */
#ifndef GENERATORS_HEADINGS_ALONE_H
#define GENERATORS_HEADINGS_ALONE_H

#include "core/doc/doc.h"

/* Headings in PARENT stand in the medium of what is below them, where that is
   one alone. The medium of all that PARENT holds behind HEADING, or behind
   nothing where that is NULL: BOTH, too, where there is nothing. */
enum doc_medium headings_alone_settle(struct doc_node *parent,
                                      const struct doc_node *heading);

#endif
