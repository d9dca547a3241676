/*
 * row_sections.h - which row of a section that stands once for each row a
 * section of the report is for. For generators/ alone.
 *
 * A row is called as it is typed or, where none is, by the same word. Time: in
 * proportion to rows and sections together.
 *
 * Ownership and failure: as for doc.h.
 */
#ifndef GENERATORS_ROW_SECTIONS_H
#define GENERATORS_ROW_SECTIONS_H

#include "generators/generator.h"

/*
 * Those of GIVEN that are for one row of T, of the section at hand: by row,
 * NULL where the report has none; NULL when there is nothing to find. Findings,
 * but in a trial: a row that there is not, that may be several, or that two
 * sections are for.
 */
const struct report_section **
row_sections_find(const struct generator_in *in, struct doc *d,
                  const struct report_section *given, size_t ngiven,
                  const struct table *t);

#endif
