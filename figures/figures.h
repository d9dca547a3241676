/*
 * figures.h - what the data says: totals, balances, shares, named values, and
 * whether the data agrees with itself.
 *
 * Computed once for a report, before any generator runs; prose, tables,
 * charts and checks all print from here, so they cannot disagree.
 *
 * Ownership: the report's arena. Const after figures_compute().
 */
#ifndef FIGURES_FIGURES_H
#define FIGURES_FIGURES_H

#include "core/finding.h"
#include "input/format.h"
#include "input/report.h"

enum figure_type {
    FIGURE_NONE,
    FIGURE_TEXT,
    FIGURE_NUMBER,
    FIGURE_MONEY,
    FIGURE_PERCENT,
    FIGURE_DATE,
    FIGURE_YEAR,
    FIGURE_BOOL,
    FIGURE_BLANK, /* a cell that is blank, a dash, nil, n/a or TBC */
};

struct figure {
    enum figure_type type;
    struct decimal number; /* NUMBER, MONEY (scale 2), PERCENT */
    struct date date;
    int year;
    bool truth;
    struct str text;    /* TEXT; BLANK: as it stands */
    enum doc_copy copy; /* internal if anything that it rests on is */
    struct place at;    /* of what it rests on */
};

/* A figure of the data that the program computed beside what it was given. */
struct computed {
    const struct table *table;
    size_t row, column;   /* the cell that claims it; nrows: no such cell */
    struct decimal value; /* what the rows give */
    const struct acknowledgement *acknowledged; /* its fault, or NULL */
};

struct figures {
    struct arena *arena;
    const struct report *report;
    const struct template *template_used;
    const struct computed *computed;
    size_t ncomputed;
};

/* Computes everything and makes its findings: faults that are acknowledged
   become LEVEL_ACKNOWLEDGED, acknowledgements without a fault a warning. */
MUST_CHECK enum status figures_compute(struct arena *arena,
                                       const struct report *report,
                                       const struct template *template_used,
                                       struct findings *findings,
                                       struct figures *figures);

/* The acknowledged fault of a cell, or NULL. */
const struct computed *figures_fault(const struct figures *f,
                                     const struct table *table, size_t row,
                                     size_t column);

/* Every named value, one a line: --dump=figures. */
void figures_dump(const struct figures *f, struct buf *out);

#endif
