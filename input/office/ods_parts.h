/*
 * ods_parts.h - what the readers of an OpenDocument workbook share.
 *
 * Ownership: the workbook's arena. Failure: a finding and a status; want of
 * memory sticks in the arena. For input/office/ods_*.c alone.
 *
 * Source: OpenDocument 1.2 Part 1, clauses 9 (tables), 16 (styles), 19.
 */
#ifndef INPUT_OFFICE_ODS_PARTS_H
#define INPUT_OFFICE_ODS_PARTS_H

#include "input/office/part_xml.h"
#include "input/office/seen_colour.h"
#include "input/office/workbook.h"

#define ODS_STYLES_MAX 65536

enum ods_family {
    ODS_CELLS,
    ODS_TABLE,
    ODS_TEXT, /* of words within a cell */
    ODS_PARAGRAPH,
    ODS_DATA, /* how a value is shown */
};

enum said { UNSAID, SAID_NO, SAID_YES };

/* How words look, as far as they are read otherwise for it. */
struct ods_look {
    enum said struck;
    enum said raised;
    enum said lowered;
    enum said signs; /* symbol_font.h */
    uint32_t words;  /* seen_colour.h */
    uint32_t ground;
};

/* The words of a cell while it is read. */
struct ods_words {
    struct ods_look looks[PART_DEPTH_MAX + 1]; /* of open elements, by depth */
    struct words_met met;
};

struct ods_style {
    struct str name;
    enum ods_family family;
    bool automatic; /* of content.xml: its name may be that of a common one */
    struct str parent; /* the common style that says what this does not */
    struct str data;   /* of cells: the style of their data */
    struct number_format format;
    struct str applied[FORMAT_SECTIONS]; /* of data: styles for some values */
    char compared[FORMAT_SECTIONS];
    double bound[FORMAT_SECTIONS];
    size_t napplied;
    enum said shown; /* a table */
    struct ods_look look;
};

struct ods_styles_reading {
    struct workbook *book;
    bool automatic;         /* those that are read */
    struct ods_style *open; /* that is being read; or NULL */
    size_t depth;           /* of its element */
    size_t words; /* depth of the element of it that holds words; 0: none */
    bool among;   /* they stand among the digits */
    bool past_number;
};

/* ods_styles.c: the part of a handler that reads styles. */
void ods_styles_start(struct ods_styles_reading *r, struct part_reading *part,
                      const struct part_tag *tag);
void ods_styles_end(struct ods_styles_reading *r, size_t depth);
void ods_styles_text(struct ods_styles_reading *r, struct str text);

/* Once all are read: each style has what its parents say, and each of cells its
   format. Parents without an end are a finding. */
MUST_CHECK enum status ods_styles_settle(struct workbook *w);

/* What *LOOK leaves unsaid is as FROM has it. */
void ods_look_inherit(struct ods_look *look, const struct ods_look *from);

/* ods_words.c: a cell begins at DEPTH; an element in it; TEXT in the element at
   DEPTH, whose look it returns; and the end of the cell, whose style has LOOK.
 */
void ods_words_begin(struct ods_words *w, size_t depth);
void ods_words_start(struct ods_words *w, const struct workbook *book,
                     const struct part_tag *tag);
const struct ods_look *ods_words_see(struct ods_words *w, size_t depth,
                                     struct str text,
                                     const struct wording *wording);
void ods_words_judge(struct ods_words *w, const struct ods_look *look,
                     bool has_words, struct sheet_cell *cell);

/* By name, of those that FAMILY has, an automatic one first; the default style
   has no name. NULL when there is none. */
const struct ods_style *ods_style_of(const struct workbook *w, struct str name,
                                     enum ods_family family);

/* ods_rules.c: TAG is a condition of the conditional format of RANGES, A1:B5
   C7, which SHEET keeps where it hides what stands there. */
void ods_rule_see(const struct workbook *w, struct sheet *sheet,
                  struct str ranges, const struct part_tag *tag);

/* B2:B5 C7 of the address Plan.B2:Plan.B5 'Other plan'.C7. */
struct str ods_rule_ranges(const struct workbook *w, struct str address);

/* ods_values.c: whether a formula came to TEXT because it failed; and the clock
   that the duration VALUE, PT18H30M00S, shows: empty, it is none. */
bool ods_is_error(struct str text);
struct str ods_time_text(struct arena *arena, struct str value);

/* The name that begins the address S, as it stands there: 'Q1 ''26' of
   'Q1 ''26'.B2; empty where it has no quotation marks. */
struct str ods_sheet_name(struct str s);

/* The seconds of PT18H30M00S. False: it is none such. */
bool ods_time_seconds(struct str value, uint64_t *seconds);

#endif
