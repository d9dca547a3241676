/*
 * chart_draw.h - a <chart draw="..."> with the words around it and the table of
 * its figures. For generators/ alone.
 *
 * Ownership and failure: as for doc.h; what cannot be drawn is a finding.
 */
#ifndef GENERATORS_CHART_DRAW_H
#define GENERATORS_CHART_DRAW_H

#include "core/doc/doc.h"
#include "generators/generator.h"

/* Rows in the cells of two scales, as a table with headers both ways. */
void generate_matrix(const struct generator_in *in, struct doc *d,
                     struct doc_node *section);
/* Bars, variance, bullet, timeline: as a table with drawings in its cells. */
void generate_chart_table(const struct generator_in *in, struct doc *d,
                          struct doc_node *section);
void chart_draw(const struct generator_in *in, struct doc *d,
                struct doc_node *section);

#endif
