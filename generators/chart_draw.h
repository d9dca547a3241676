/*
 * chart_draw.h - a <chart draw="..."> with the words around it and the table of
 * its figures. For generators/ alone.
 *
 * Ownership and failure: as for doc.h; what cannot be drawn is a finding.
 */
#ifndef GENERATORS_CHART_DRAW_H
#define GENERATORS_CHART_DRAW_H

#include "core/doc/doc.h"
#include "core/model/picture.h"
#include "generators/generator.h"

/* What makes each: generate_chart_picture() those with axes, and
   generate_chart_table() those that are tables with drawings in their cells. */
#define DRAW(draw, name, maker, sentence) generator_fn generate_##maker;
CHART_DRAWS(DRAW)
#undef DRAW

#endif
