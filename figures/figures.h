/*
 * figures.h - what the data says: totals, balances, shares, named values, and
 * whether the data agrees with itself.
 *
 * Computed once for a report, before any generator runs. What prose names, what
 * checks compare and what notes under tables say comes from here; the cells of
 * tables and charts come from the data itself, by generators/cell.c.
 *
 * Ownership: the report's arena. Const after figures_compute().
 */
#ifndef FIGURES_FIGURES_H
#define FIGURES_FIGURES_H

#include "core/finding/finding.h"
#include "core/model/report.h"
#include "core/model/template.h"

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

/* How a figure is printed: |pipe of an expression. */
enum pipe {
    PIPE_PLAIN,  /* as its type says */
    PIPE_POUNDS, /* money without pence, rounded */
    PIPE_PENCE,
    PIPE_THOUSANDS, /* in units of a thousand, one decimal at most */
    PIPE_MILLIONS,
    PIPE_PERCENT,
    PIPE_NUMBER,
    PIPE_WORDS, /* a small whole number in words, any other in figures */
    PIPE_DATE,
    PIPE_MONTH,
    PIPE_YEAR,
    PIPE_MAX,
};

struct figure {
    enum figure_type type;
    enum pipe pipe;
    bool lower;            /* |lower: without capitals */
    struct decimal number; /* NUMBER, MONEY (scale 2), PERCENT */
    struct date date;
    int year;
    bool truth;
    struct str text;        /* TEXT; BLANK: as it stands */
    enum audience audience; /* internal if anything that it rests on is */
    struct place at;        /* of what it rests on */
};

/*
 * A figure that the data lacks or claims otherwise: a total that no row gives,
 * a fault that the report owns up to, shares that do not print as 100.
 */
struct computed {
    const struct data *data;
    const struct table *table;
    size_t row, column;   /* the cell that claims it; nrows: no such cell */
    struct decimal value; /* what the rows give */
    enum finding_id code; /* of the fault; FINDING_MAX: no fault */
    const struct acknowledgement *acknowledged; /* or NULL */
};

struct data_figures; /* figures/data_figures.h */

struct figures {
    struct arena *arena;
    const struct report *report;
    const struct template *template_used;
    const struct computed *computed; /* by data, in the order of the checks */
    size_t ncomputed;
    struct data_figures *data; /* one a data element of the report; holds the
                                  index of its rows, made when first needed */
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
