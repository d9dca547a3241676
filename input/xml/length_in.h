/*
 * length_in.h - lengths, percentages and colours as templates write them.
 *
 * What cannot be read is a finding at its place, and the result is OTHERWISE,
 * which is also that of an absent attribute.
 */
#ifndef INPUT_XML_LENGTH_IN_H
#define INPUT_XML_LENGTH_IN_H

#include "input/xml/xml_value.h"

/* 25mm or 12.5pt, in milli-points, from MIN to MAX of them. */
int32_t length_in(const struct xml_reading *r, const struct xml_node *node,
                  const char *name, int32_t min, int32_t max,
                  int32_t otherwise);

/* 140%, in thousandths: 1400. From 500 to 5000. */
int32_t percentage_in(const struct xml_reading *r, const struct xml_node *node,
                      const char *name, int32_t otherwise);

/* #rrggbb; TEXT, at AT, is one of the words of an attribute. */
uint32_t colour_in(const struct xml_reading *r, struct str text,
                   struct place at, uint32_t otherwise);

#endif
