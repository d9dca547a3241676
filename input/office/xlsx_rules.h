/*
 * xlsx_rules.h - conditional formats of an OOXML workbook, as far as they hide
 * what stands in cells (sheet_rules.h).
 *
 * Source: ECMA-376 Part 1, clauses 18.3.1.10, 18.3.1.18, 18.3.1.28, 18.3.1.49,
 * 18.8.14; [MS-XLSX] 2.6.
 *
 * Ownership: the workbook's. Failure: sticks in the arena.
 */
#ifndef INPUT_OFFICE_XLSX_RULES_H
#define INPUT_OFFICE_XLSX_RULES_H

#include "input/office/sheet_rules.h"
#include "input/office/xlsx_parts.h"

/* What a rule does to the look of cells: an item of Workbook's rule_looks. */
struct rule_look {
    bool shows_nothing;
    uint32_t words; /* seen_colour.h */
    uint32_t ground;
};

#define RULE_TEXT_MAX 1024
#define RULES_HELD 16

/* A rule of a sheet while it is read. Those that Excel added later (they look
   at another sheet, or have signs of several sets) hold their look, and behind
   them stands to which cells they apply. */
struct rule_reading {
    struct str ranges;
    struct hiding_rule rule;
    bool hides;
    bool stops; /* where it holds, those behind it do not */
    bool in_formula;
    unsigned nformulas;
    char formula[RULE_TEXT_MAX];
    size_t length;
    bool in_font;
    struct rule_look look;               /* that the rule itself holds */
    struct hiding_rule held[RULES_HELD]; /* whose ranges stand behind them */
    size_t nheld;
    bool in_ranges;
};

/* A tag in dxfs of the styles. */
void xlsx_rule_look(struct workbook *w, const struct part_tag *tag);

/* Tags and texts of a sheet behind its cells. */
void xlsx_rule_start(struct rule_reading *r, const struct workbook *w,
                     const struct part_tag *tag);
void xlsx_rule_text(struct rule_reading *r, struct str text);
void xlsx_rule_end(struct rule_reading *r, struct sheet *sheet,
                   const char *name);

#endif
