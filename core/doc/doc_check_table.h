/*
 * doc_check_table.h - the part of doc_check() that looks at tables.
 */
#ifndef CORE_DOC_DOC_CHECK_TABLE_H
#define CORE_DOC_DOC_CHECK_TABLE_H

#include "core/doc/doc.h"

#include <stdbool.h>

/* False: the rows, spans or header cells of TABLE are not those of a table,
   which no author could have caused. Failure sticks in the tree's arena. */
bool doc_check_table(const struct doc *d, const struct doc_node *table);

#endif
