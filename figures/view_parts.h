/*
 * view_parts.h - what the files share that make views. For figures/view*.c
 * only.
 *
 * A view is made in steps, each a file: further columns are computed for all
 * rows of the data (view_further.c), rows are chosen (view_choose.c), grouped
 * (view_groups.c), sorted (view_sort.c), and those that are left are copied
 * (view_table.c), with the rows that they were made of (view_rows.c). Each
 * takes time linear in rows, sorting n log n.
 *
 * Failure: a finding, and `failed`; or it sticks in the arena.
 */
#ifndef FIGURES_VIEW_PARTS_H
#define FIGURES_VIEW_PARTS_H

#include "core/base/list.h"
#include "figures/data_figures.h"

/* A table on its way. Its rows and columns are numbered as in `table`. */
struct view_stage {
    struct table table;
    struct column *own_columns; /* the table's, while they are made */
    struct cell *own_cells;
    const uint32_t *columns;  /* as struct view_origin has them */
    struct number_map faults; /* a cell's number to 1 + its fault's */
};

struct view_making {
    struct figures *figures;
    struct arena *arena;
    struct findings *findings;
    const struct view *view;
    const struct data *of;
    struct data *made;
    struct view_origin *origin;
    struct view_stage wide;    /* all rows of the data, further columns */
    struct view_stage grouped; /* a row a group, where it has any */
    struct view_stage *last;   /* the one of those that rows are taken from */
    uint32_t *chosen;          /* rows of `wide` */
    size_t nchosen;
    uint32_t *group_of;     /* of each chosen row, its row of `grouped` */
    struct list aggregates; /* struct aggregate */
    uint32_t *order;        /* rows of `last`: those of the view */
    size_t norder;
    size_t nrest;     /* of them, the last ones that are one row */
    bool of_template; /* which cannot know what columns files have */
    bool failed;
};

/* What a column of a group is made by. */
enum aggregate_way { BY_SUM, BY_MEAN, BY_LEAST, BY_GREATEST };

struct aggregate {
    enum aggregate_way way;
    size_t column; /* of `wide` */
};

/* The names in an attribute, one after the other. */
struct view_names {
    struct view_words words;
    size_t pos;
    struct str name;
    struct place at;
};
bool view_names_next(struct view_names *n);

/* The first column of T from FROM on that NAME names: its id, or the financial
   year of one that repeats; t->ncolumns: there is none. */
size_t view_column_called(const struct table *t, struct str name, size_t from);

/* Whether the kind has a column NAME that the data, which T is made of, lacks,
   and a template may ask for it all the same: it is left out then. */
bool view_may_lack(const struct view_making *m, struct str name);

/* A finding that T has no such column. */
void view_unknown_column(struct view_making *m, const struct table *t,
                         const struct view_names *n);

/* The columns that names mean, one after the other: a name may mean several
   that repeat. */
struct view_columns {
    struct view_names names;
    size_t column;
    bool named; /* `column` is one of the name at hand */
};
/* False: there is none left, or M has failed. A name that T lacks is a finding,
   where it may not be left out. */
bool view_columns_next(struct view_making *m, const struct table *t,
                       struct view_columns *n);

void view_fail(struct view_making *m);

/* What a column of the view is called: TITLE with what it names. */
struct str view_heading(struct view_making *m, struct str title,
                        struct place at);

/* A column is named, and counts as used. */
void view_mark(struct view_making *m, size_t wide_column);

/* The steps. */
void view_further(struct view_making *m);
void view_choose(struct view_making *m);
void view_group(struct view_making *m);
void view_sort(struct view_making *m);
void view_table(struct view_making *m);

/* view_faults.c: the fault of a cell that ROWS keep, and of one of `wide`; or
   NULL. */
const struct computed *view_kept_fault(const struct view_making *m,
                                       const struct view_stage *rows,
                                       size_t row, size_t column);
const struct computed *view_fault_of(const struct view_making *m, size_t row,
                                     size_t column);

/* view_rows.c: which rows of a file those of the view were made of, whose
   columns are COLUMNS of the data; NULL: of one each, or the arena is full. */
const struct table_origins *view_rows(struct view_making *m,
                                      const uint32_t *columns, size_t ncolumns);

/* The cells of the row that stands for the last NREST rows of the order, as
   many as `last` has columns. */
struct cell *view_rest(struct view_making *m);

/* The same where rows are groups: made of all rows in them. */
void view_group_rest(struct view_making *m, struct cell *cells);

/* Whether figures of COLUMN can be added up: money and numbers of things. */
bool view_is_additive(const struct column *column);

#endif
