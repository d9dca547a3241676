/*
 * sheet.h - the cells of one sheet of a workbook, whatever its format.
 *
 * A cell holds the text that a CSV file would have: `1385000`, `12.5%`,
 * `8 December 2026`; and what the workbook knows beyond it. Only cells that
 * hold something are kept.
 *
 * Ownership: sheet_free() frees the array of cells; texts and the rest belong
 * to the arena. Rows and columns count from 1.
 * Failure: sticks in the arena, or in `status` with a finding.
 */
#ifndef INPUT_OFFICE_SHEET_H
#define INPUT_OFFICE_SHEET_H

#include "core/base/list.h"
#include "core/finding/finding.h"
#include "core/value/decimal.h"
#include "input/table/table_in.h"

#define SHEET_ROWS_MAX 1048576
#define SHEET_COLUMNS_MAX 16384
#define SHEET_CELLS_MAX ((size_t)5 * 1000 * 1000)
#define SHEET_TEXT_MAX 32767 /* characters of a cell */

/* Why a cell cannot be read as it stands, or must be looked at. */
enum cell_fault {
    CELL_FINE,
    CELL_ERROR,    /* #DIV/0! */
    CELL_NO_VALUE, /* a formula that was never worked out */
    CELL_UNSHOWN,  /* its format shows words instead of its value */
    CELL_AMONG,    /* its format writes words among the digits */
    CELL_TOO_LARGE,
    CELL_NO_DAY,    /* a day that never was */
    CELL_EARLY_DAY, /* about which programs disagree */
    CELL_STRUCK,    /* struck through, wholly or in part */
    CELL_RAISED,    /* a letter is raised that reads otherwise on its line */
    CELL_LOWERED,
    CELL_SIGNS,       /* in a font that shows other signs than its characters */
    CELL_FAINT,       /* in the colour of what is behind it */
    CELL_UNDER_MERGE, /* another cell covers it */
    CELL_LAST_FAULT = CELL_UNDER_MERGE,
    /* These are read all the same. */
    CELL_NO_YEAR,    /* a day whose format shows no year */
    CELL_OTHER_SIGN, /* what is shown is negative, what is stored is not */
    CELL_LOST_END,   /* a whole number of more digits than are kept */
    CELL_UNSEEN_NIL, /* a 0 for which its format shows nothing */
    CELL_UNRECKONED, /* a formula's 0, as all of its sheet have */
    CELL_MAY_HIDE,   /* a conditional format may hide it */
    CELL_LINKED,     /* it is a link to somewhere else */
    CELL_COLOURED,   /* nothing stands in it, but a colour of its own */
    CELL_FAULTS
};

struct sheet_cell {
    struct str text;
    uint32_t row;
    uint16_t column;
    uint8_t fault;  /* enum cell_fault */
    uint8_t zeros;  /* that its format does not show: 3 for thousands */
    uint8_t before; /* so many bytes of words stand before a stored day */
    uint8_t behind;
    bool number : 1;   /* stored as one; a date is none */
    bool own_unit : 1; /* its format says what it does not show: 14.2m */
    bool nought : 1;
    bool rounded : 1;  /* its format shows fewer decimals than are stored */
    bool white : 1;    /* its format says so */
    bool currency : 1; /* its format shows the sign of the report's currency */
    bool linked : 1;   /* it is a link to somewhere else */
    bool formula : 1;  /* a number that a formula gave */
};

/* Whether a cell of FORMULA is a link to somewhere else:
   HYPERLINK("https://..."; "Policy"), in an .ods behind `of:=`. */
bool sheet_is_link(struct str formula);

/* Both ends included. */
struct cell_range {
    uint32_t first_row;
    uint32_t last_row;
    uint32_t first_column;
    uint32_t last_column;
};

/* Of which cells of the range a format hides the value. */
enum rule_test {
    SHEET_RULE_UNKNOWN, /* nobody but its program can say */
    SHEET_RULE_LESS,
    SHEET_RULE_LESS_OR_EQUAL,
    SHEET_RULE_GREATER,
    SHEET_RULE_GREATER_OR_EQUAL,
    SHEET_RULE_EQUAL,
    SHEET_RULE_NOT_EQUAL,
    SHEET_RULE_BETWEEN, /* both ends included */
    SHEET_RULE_NOT_BETWEEN,
    SHEET_RULE_ALWAYS, /* it shows a bar or a sign instead of each figure,
                          unless a rule before it stops it */
};

struct hiding_rule {
    struct cell_range range;
    enum rule_test test;
    struct decimal from; /* what is compared with; the first end */
    struct decimal to;
};

struct span {
    uint32_t first;
    uint32_t last;
};

struct blank_cell {
    uint32_t row;
    uint16_t column;
};

struct sheet {
    struct arena *arena;
    struct findings *findings;
    const struct source *source; /* SOURCE_SHEET */
    struct sheet_cell *cells;    /* by row, then column */
    size_t ncells;
    size_t capacity;
    struct list merges;         /* struct cell_range */
    struct list varying;        /* struct cell_range: sheet_look_varies() */
    struct list hidden_rows;    /* struct span */
    struct list hidden_columns; /* struct span */
    struct list links;          /* struct cell_range: of links elsewhere */
    struct list hiding;         /* struct hiding_rule (sheet_rules.h) */
    bool rules_stop;            /* where one holds others may not */
    struct list coloured;       /* struct blank_cell: sheet_is_coloured() */
    enum status status;
};

void sheet_init(struct sheet *s, struct arena *arena, struct findings *findings,
                const struct source *source);
void sheet_free(struct sheet *s);

struct place sheet_place(const struct sheet *s, uint32_t row, uint32_t column);

/* One more cell, behind all others. Its text belongs to the arena. False after
   a failure; cells out of order are a finding. */
bool sheet_add(struct sheet *s, const struct sheet_cell *cell);

/* What stands in *CELL is not as it should be; unless it has no words, or worse
   is known of it. */
void sheet_cell_set(struct sheet_cell *cell, enum cell_fault fault);

/* The cells of RANGES, A1:B5 C7, have another look for some values: whether
   they can be seen is not known. */
void sheet_look_varies(struct sheet *s, struct str ranges);

/* Behind all others: a cell in which nothing stands has a colour that no cell
   with words has in its row, and says something by it. */
void sheet_add_coloured(struct sheet *s, uint32_t row, uint32_t column);
bool sheet_is_coloured(const struct sheet *s, uint32_t row, uint32_t column);

/* No formula of the sheet gave anything but 0: nobody may have worked them
   out. */
void sheet_mark_unreckoned(struct sheet *s);

/* Once all is read: marks what stands under a merge, carries texts down over
   the rows that they cover, and marks links. */
MUST_CHECK enum status sheet_end(struct sheet *s);

/* The first cell of row ROW or a later one: its index; ncells when none. */
size_t sheet_row_start(const struct sheet *s, uint32_t row);

/* The cell of COLUMN in ROW, whose first one has the index START; or NULL. */
const struct sheet_cell *sheet_in_row(const struct sheet *s, size_t start,
                                      uint32_t row, uint32_t column);

/* The cell there, or NULL. */
const struct sheet_cell *sheet_at(const struct sheet *s, uint32_t row,
                                  uint32_t column);

/* Rows or columns, in their order. */
void sheet_hide(struct list *spans, uint32_t first, uint32_t last);
bool sheet_row_is_hidden(const struct sheet *s, uint32_t row);
bool sheet_column_is_hidden(const struct sheet *s, uint32_t column);

/* What is used at all; all 0 when nothing is. */
struct cell_range sheet_used(const struct sheet *s);

/* B12, with or without $, cut off S; false: none stands there. */
bool cell_name_cut(struct str *s, uint32_t *row, uint32_t *column);

/* A5:N30, A5, $A$5:$N$30. */
bool cell_range_read(struct str s, struct cell_range *range);

/* A5:N30 in ARENA. */
struct str cell_range_name(struct arena *arena, const struct cell_range *r);

bool cell_range_holds(const struct cell_range *r, uint32_t row,
                      uint32_t column);

#endif
