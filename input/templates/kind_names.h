/*
 * kind_names.h - the names by which the columns and lines of a kind are found
 * in data: none may be blank, be given twice, or be that of two.
 *
 * Each finding stands at the name. From the second format on: files of the
 * first took the first column that was called so.
 */
#ifndef INPUT_TEMPLATES_KIND_NAMES_H
#define INPUT_TEMPLATES_KIND_NAMES_H

#include "core/base/number_map.h"
#include "core/finding/finding.h"
#include "core/model/kind.h"
#include "input/xml/xml_node.h"

/* C, which NODE describes, against itself and the columns from FIRST to it.
   KNOWN has the names of these, by their hashes, and gets those of C: most
   names are like no other, and are compared with none. */
void kind_names_of_column(struct findings *findings,
                          const struct xml_node *node, struct number_map *known,
                          const struct kind_column *first,
                          const struct kind_column *c);

/* The same of a line. */
void kind_names_of_line(struct findings *findings, const struct xml_node *node,
                        const struct kind_row *first, const struct kind_row *l);

#endif
