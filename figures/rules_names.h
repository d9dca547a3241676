/*
 * rules_names.h - the names in the expressions of rules, proven without a
 * report: a slip of the pen is then found by who edits the rule, whatever its
 * condition says of the next report.
 *
 * Failure: findings at the names that nothing declares, and at what is no
 * expression.
 */
#ifndef FIGURES_RULES_NAMES_H
#define FIGURES_RULES_NAMES_H

#include "core/base/list.h"
#include "core/finding/finding.h"
#include "core/model/rules.h"

/* DATA, struct str, are names of data that reports may have, or NULL: any may
   be meant. A column of data is proven with the report that has it. */
void rules_prove_names(struct arena *arena, const struct rules *rules,
                       const struct list *data, struct findings *findings);

/* The same of RULE, one of RULES. */
void rules_prove_rule(struct arena *arena, const struct rules *rules,
                      const struct rule *rule, const struct list *data,
                      struct findings *findings);

#endif
