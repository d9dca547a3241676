/*
 * data_figures.h - what figures/ keeps about one data element of the report.
 * For figures/ only.
 */
#ifndef FIGURES_DATA_FIGURES_H
#define FIGURES_DATA_FIGURES_H

#include "core/base/number_map.h"
#include "core/model/template.h"
#include "core/model/used.h"
#include "figures/figure.h"
#include "figures/names.h"
#include "figures/row_index.h"

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

/* An acknowledged fault, and a cell that shows the figure. */
struct shown_fault {
    size_t row, column;
    const struct computed *fault;
};

/* Where the columns of a view come from. */
struct view_origin {
    const struct data *of;
    const uint32_t *columns; /* of each, 1 + that of the data; 0: further */
    const struct shown_fault *faults; /* by row and column */
    size_t nfaults;
};

/* What gives the total of a column. Whether the row that claims it is faulty is
   not kept: faults are found later. */
struct column_total {
    size_t claimed;    /* the row that claims it; nrows: none */
    size_t unknown;    /* as figures_total_unknown() */
    struct figure sum; /* where no row claims it */
};

/* Figures that others of the data give, and how many are not what they give. */
struct figures_count {
    uint64_t checked, differ;
};

struct rows_alike; /* rows_alike.h */

struct data_figures {
    const struct view_origin *origin; /* of a view; else NULL */
    struct row_index index;
    bool indexed;
    struct number_map
        faults; /* a cell's number to 1 + its place in computed[] */
    struct number_map corrected;  /* the numbers of cells that are faulty, or
                                     follow from a fault */
    struct column_total **totals; /* by column, made when first needed */
    struct rows_alike **alike;    /* likewise */
    uint64_t total_steps;         /* rows looked at for them, for tests */
    struct figures_count count;
    bool rounded; /* figures differ from what gives them by rounding alone */
};

struct figures {
    struct arena *arena;
    const struct report *report; /* the one that was read, with its views as
                                    data behind what it gives */
    const struct template *template_used;
    const struct figures *of; /* those of the report it belongs to; or NULL */
    const struct computed *computed; /* by data, in the order of the checks */
    size_t ncomputed;
    const struct str
        *field_texts;     /* what the template's fields say where the
                             report does not, by their index; or NULL */
    struct field *fields; /* those of the report, where the template leaves
                             some out; else NULL */
    struct names_known *names;
    struct used used_by_views;      /* what they name */
    const struct figures *previous; /* of the period before; or NULL */
    uint64_t view_steps; /* rows looked at and compared for views, for tests */
    struct printed_figures *printed; /* gets those that stand in print; NULL:
                                        nobody asks where they come from */
    struct data_figures *data; /* one a data element of the report; holds the
                                  index of its rows, made when first needed */
};

/* The number of a cell, as a key of maps. */
static inline uint64_t cell_number(const struct table *t, size_t row,
                                   size_t column)
{
    return (uint64_t)row * t->ncolumns + column;
}

/* The index of the rows of DATA, which is one of the report's. */
const struct row_index *figures_rows(const struct figures *f,
                                     const struct data *data);

/* What a header field says that the report does not give. */
struct str figures_field_text(const struct figures *f,
                              const struct template_field *asked);

/* The data element that T belongs to, or NULL. */
const struct data *figures_data_of(const struct figures *f,
                                   const struct table *t);

/*
 * The column whose total is the table's: of amounts or, where those are one
 * for each year, the one that sums them. t->ncolumns when there is none.
 */
size_t figures_total_column(const struct table *t);

/*
 * The total of that column: what the last total row of the data claims,
 * or the sum of its rows. Where none of them gives a figure, it is what a row
 * that is to come or blank says. FIGURE_NONE when there is no such column, when
 * a cell could not be read, and when the sum is too large to be kept.
 */
struct figure figures_total(const struct figures *f, const struct data *data);

/* The same of any column of figures: the sum of its plain rows, where no row
   claims it. */
struct figure figures_total_of(const struct figures *figures,
                               const struct data *data, size_t column);

/* The last row that has no figure yet, which a sum of the column's plain rows
   counts as nothing; nrows: none, or a row claims the total. */
size_t figures_total_unknown(const struct figures *figures,
                             const struct data *data, size_t column);

/* Whether figures of T differ, by no more than rounding explains, from those
   that give them. */
bool figures_rounded(const struct figures *f, const struct table *t);

/* The acknowledged fault of a cell, or NULL. */
const struct computed *figures_fault(const struct figures *f,
                                     const struct table *table, size_t row,
                                     size_t column);

/* All of T's, by row and column, into *LIST, which belongs to ARENA or to the
   figures; their number. */
size_t figures_faults(const struct figures *f, struct arena *arena,
                      const struct table *t, const struct shown_fault **list);

#endif
