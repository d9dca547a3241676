/*
 * placeholders.h - patterns: text with {placeholders} that are filled when it
 * is printed.
 */
#ifndef INPUT_XML_PLACEHOLDERS_H
#define INPUT_XML_PLACEHOLDERS_H

#include "core/finding/finding.h"

/* Each {placeholder} of TEXT, which was read from AT on, must be one of
   ALLOWED, names with spaces between; another is a finding. */
void placeholders_check(struct findings *findings, struct str text,
                        struct place at, const char *allowed);

#endif
