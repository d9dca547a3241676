/*
 * workbook.h - what a workbook has, before any of its sheets is read.
 *
 * Ownership: the arena, but for the list of shared texts, which
 * workbook_close() frees (workbook_open.h). Failure: findings.
 */
#ifndef INPUT_OFFICE_WORKBOOK_H
#define INPUT_OFFICE_WORKBOOK_H

#include "input/office/cell_value.h"
#include "input/office/package.h"
#include "input/office/relations.h"

struct workbook_sheet {
    struct str name;
    struct str part; /* OOXML: its part; empty where it is no sheet of cells */
    bool hidden;
};

/* A name for cells: of a table, or one that somebody gave. */
struct workbook_name {
    struct str name;
    size_t sheet; /* index */
    struct cell_range range;
    bool is_range; /* false: it stands for something else */
    bool is_local; /* OOXML: it holds in its sheet alone */
    bool is_table; /* OOXML: it gives its cells a look */
    bool is_light; /* but for its headings, which is dark on light */
};

/* How the words of a text look, of which each may have a look of its own. */
struct words_met {
    bool bare; /* some have no colour of their own, but that of their cell */
    bool
        unstruck; /* some do not say; they are struck out where their cell is */
    bool struck;  /* some are struck out */
    bool white;
    bool black;
    bool raised; /* a letter is, which reads otherwise on its line */
    bool lowered;
    bool signs;      /* in a font that shows others (symbol_font.h) */
    bool bare_signs; /* OpenDocument: some have the font of their cell */
};

/* A text that many cells may share. */
struct workbook_text {
    struct str text;
    struct words_met met;
    bool is_settled; /* it was looked through, and nothing is to be said */
};

struct workbook {
    struct arena *arena;
    struct findings *findings;
    struct package package;
    const struct source *source;
    struct value_context values;
    bool is_ods;
    struct list sheets;          /* struct workbook_sheet */
    struct list names;           /* struct workbook_name */
    struct list looks;           /* OOXML: struct xlsx_look, by style */
    struct list rule_looks;      /* OOXML: struct rule_look (xlsx_rules.h) */
    struct workbook_text *texts; /* OOXML: those that cells name by number */
    size_t ntexts;
    size_t texts_capacity;
    bool strings_read;
    bool unreckoned;    /* OOXML: to be worked out when it is opened */
    struct list styles; /* OpenDocument: struct ods_style */
    struct str strings_part;
};

/* xlsx_book.c, xlsx_sheet.c; ods_book.c */
MUST_CHECK enum status xlsx_open(struct workbook *w);
MUST_CHECK enum status xlsx_read_sheet(struct workbook *w, size_t n,
                                       struct sheet *sheet);
MUST_CHECK enum status ods_open(struct workbook *w);
MUST_CHECK enum status ods_read_sheet(struct workbook *w, size_t n,
                                      struct sheet *sheet);

#endif
