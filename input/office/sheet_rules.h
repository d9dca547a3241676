/*
 * sheet_rules.h - conditional formats of a sheet that hide what stands in its
 * cells: white figures below five, a number format that shows a star, lights
 * or bars without their figures.
 *
 * Ownership: the sheet's arena. Failure: sticks in it.
 */
#ifndef INPUT_OFFICE_SHEET_RULES_H
#define INPUT_OFFICE_SHEET_RULES_H

#include "input/office/sheet.h"

/* The cells of RANGES, A1:B5 C7, are under RULE, whose range is not looked at.
 */
void sheet_rule_add(struct sheet *s, struct str ranges,
                    const struct hiding_rule *rule);

/* Once all cells are read: those that a rule hides, or may hide, say so. */
void sheet_rules_apply(struct sheet *s);

#endif
