/*
 * kind_checks.h - whether a check of a kind can ever be made: its columns hold
 * what it compares, and its limits name choices.
 *
 * What cannot is a finding at the check: it would find no fault in any data,
 * and nobody would hear of it.
 */
#ifndef INPUT_TEMPLATES_KIND_CHECKS_H
#define INPUT_TEMPLATES_KIND_CHECKS_H

#include "core/finding/finding.h"
#include "core/model/kind.h"
#include "input/xml/xml_node.h"

/* Check AT of CHECKS, of which it and those above it are read: NODE describes
   it; of a kind with these columns. */
void kind_check_prove(struct findings *findings, const struct xml_node *node,
                      const struct kind_column *columns, size_t ncolumns,
                      const struct kind_check *checks, size_t at);

#endif
