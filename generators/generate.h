/*
 * generate.h - report and figures into the document tree.
 *
 * generate_report() lays out header, sections, parts, appendices and sign-off
 * as the template says; what stands in a section comes from generators.
 */
#ifndef GENERATORS_GENERATE_H
#define GENERATORS_GENERATE_H

#include "core/doc/doc.h"
#include "core/model/report.h"
#include "core/model/template.h"
#include "figures/figures.h"

/* Builds the tree of the whole report, numbered, resolved and filtered. */
MUST_CHECK enum status
generate_report(const struct report *report, const struct figures *figures,
                const struct template *template_used, enum audience audience,
                struct findings *findings, struct doc *d);

#endif
