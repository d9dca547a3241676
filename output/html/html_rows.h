/*
 * html_rows.h - how a screen of some width shows a table.
 *
 * How wide it must be is estimated from its characters, since the width of a
 * window is not known. Where its columns find no room on a screen as wide as a
 * tablet, or else a desk, columns of words go below their rows, the longest
 * first. Where even that is not enough, a tablet or a phone lays the table out
 * anew: the name of each row, and below it its figures, each after the words
 * that head its column.
 *
 * CSS does it, by the place of a cell from the end of its row: so only for a
 * table in which that place tells the column of every cell of data. A table
 * that is narrow enough, or too long to be read so, stays as it is and moves
 * sideways.
 */
#ifndef OUTPUT_HTML_HTML_ROWS_H
#define OUTPUT_HTML_HTML_ROWS_H

#include "core/base/buf.h"
#include "core/doc/table_grid.h"

#define HTML_HEADED_MOST 256 /* columns whose words are looked for */
#define HTML_COLUMNS_MOST 40 /* of a table that is laid out anew */

#define HTML_LABEL_MOST 8 /* columns: templates/style/screen.css */

enum html_relaid {
    ROWS_STAY,
    ROWS_PHONE,  /* laid out anew on a phone */
    ROWS_TABLET, /* and on what is narrower than a desk */
};

/* How it fits on paper. */
enum html_print {
    PRINT_UPRIGHT,
    PRINT_DENSE,  /* in smaller type, */
    PRINT_TURNED, /* or on its side */
};

/* What the lines of a cell keep together. */
enum html_lines {
    LINES_DATES,  /* no date is parted, */
    LINES_DESK,   /* none at a desk */
    LINES_DAYS,   /* no day from its month: a year may stand below */
    LINES_PIECES, /* dates are parted as words are */
    LINES_ONE,    /* all: the rules of the page say where it stands */
};

struct html_rows {
    enum html_relaid relaid;
    enum html_print print;
    enum html_lines dates; /* among words */
    /* Where cells stand below their rows on a wide screen and on paper: the
       number of the other columns. 0: there are none, or spans are in the
       way. */
    uint32_t beside;
    bool below[HTML_COLUMNS_MOST]; /* by column; none where beside is 0 */
    bool behind;                   /* these come after all others */
    bool long_table; /* more rows than stay on one sheet of paper */
    bool whole;      /* names of rows find room on one line at a desk */
    bool leads;      /* a phone has what is drawn beside the names of rows */
    bool second;     /* the second column names the rows, and not the first */
};

/* How much of a desk's width the contents of D leave to its tables, in the
   pixels of their type. */
uint32_t html_desk_width(const struct doc *d);

struct html_rows html_rows_of(const struct doc_node *table, uint32_t desk);

/* Adds what stands above COLUMN in the head of TABLE: one heading after the
   other, a title of the whole table left out. */
void html_heading_words(const struct doc_node *table, uint32_t column,
                        struct buf *words);

/* The words before the cells of all tables of D that a narrow screen lays out
   anew, which have the classes t1, t2 and so on in the order of the document;
   and how many columns those with cells below their rows have beside them, n4
   for four. */
void html_rows_css(struct buf *out, const struct doc *d, uint32_t desk);

#endif
