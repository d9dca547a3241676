/*
 * chart_table_parts.h - charts that are tables with drawings in their cells:
 * bars, variance, bullet, timeline. For generators/chart_table*.c, and for
 * chart_dwarf.c, which asks how large their rest is.
 *
 *   chart_table.c       what may be asked for, the words around it, the nodes
 *   chart_table_rows.c  which rows of the data, in which order, the rest as one
 *   chart_table_make.c  the table of them, which is printed like any other
 *
 * Ownership and failure: as for doc.h; what cannot be drawn is a finding.
 */
#ifndef GENERATORS_CHART_TABLE_PARTS_H
#define GENERATORS_CHART_TABLE_PARTS_H

#include "generators/chart_data.h"
#include "generators/chart_order.h"

/* What a cell of a column of it is. */
enum chart_cell {
    CHART_CELL_GIVEN,      /* that of a column of the data */
    CHART_CELL_DIFFERENCE, /* `y` less `against` */
    CHART_CELL_SHARE,      /* that in per cent of `against` */
};

struct chart_table_column {
    enum chart_cell cell;
    size_t of; /* the column of the data that it is, or is like */
};

struct chart_table_row {
    struct chart_place place; /* first: chart_order(); its value is drawn */
    size_t row;               /* of the data */
};

#define CHART_TABLE_COLUMNS 6

struct drawn_table {
    struct chart_data c;
    size_t y, against, actual; /* columns of the data; ncolumns: none */
    size_t difference;         /* given, not computed; or ncolumns */
    struct chart_table_column columns[CHART_TABLE_COLUMNS];
    size_t ncolumns;
    size_t drawn; /* of columns */
    bool whole;   /* every row, as the data has them */
    struct chart_table_row *rows;
    size_t nrows;   /* without the rest */
    size_t nrest;   /* behind them, of which one is made */
    size_t ntotals; /* behind those */
};

/* Which rows; false: a finding was made. */
bool chart_table_rows(struct drawn_table *t);

/* The figure of ROW of the data that is drawn: false, it has none. */
bool chart_table_figure(const struct drawn_table *t, size_t row,
                        struct decimal *value);

/* Its table and what is drawn of it; NULL: no memory. */
const struct table *chart_table_make(struct drawn_table *t);

/* Whether the rest of MADE dwarfs what is named: a finding. */
void chart_table_prove_rest(struct drawn_table *t, const struct table *made);

/* The row of the made table that stands for the rest; its nrows: none. */
size_t chart_table_rest(const struct drawn_table *t);

/* Faults of cells that the report owns up to, by row and column of MADE. */
size_t chart_table_faults(const struct drawn_table *t, const struct table *made,
                          const struct shown_fault **list);

#endif
