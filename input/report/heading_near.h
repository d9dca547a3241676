/*
 * heading_near.h - whether two headings were meant to be one: those of a file
 * of sections and those of the template.
 */
#ifndef INPUT_REPORT_HEADING_NEAR_H
#define INPUT_REPORT_HEADING_NEAR_H

#include "core/base/str.h"

#include <stdbool.h>

/* HEADING without the number that somebody typed before it: Purpose of
   `1. Purpose`, `2.1 Purpose`, `(a) Purpose`. */
struct str heading_unnumbered(struct str heading);

/*
 * Whether WRITTEN, which is not the template's HEADING, was most likely meant
 * to be: `Purpose of report` of `Purpose of the report`, `Finance implications`
 * of `Financial implications`; or says more behind a sign:
 * `Legal implications (Monitoring Officer)`.
 */
bool heading_is_near(struct str written, struct str heading);

#endif
