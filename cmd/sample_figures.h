/*
 * sample_figures.h - a sample of a kind, and its figures, which hold what the
 * kind checks. For the files of samples only.
 */
#ifndef CMD_SAMPLE_FIGURES_H
#define CMD_SAMPLE_FIGURES_H

#include "core/model/kind.h"
#include "core/value/wording.h"
#include "figures/condition_limits.h"

#define COLUMNS_MAX 64
#define ROWS_MAX 128

struct sample_column {
    const struct kind_column *kind;
    int repeat; /* its number among those that repeat */
};

struct sample_row {
    enum row_role role;
    const struct kind_row *line; /* NULL: an entry */
    struct str words;            /* of a line */
    int number;                  /* of an entry, from 1 */
    int group;                   /* of an entry or a sub-total, from 1 */
};

/* What a row is called in COLUMN. */
struct sample_called {
    const struct kind_column *column;
    struct str text;
    int number; /* of the entry, or of the group in a column of groups */
};

/* What a column of an entry has to hold, so that a view lets the row through.
 */
struct sample_wish {
    int number; /* of the entry */
    const struct kind_column *column;
    struct condition_limit limit;
};

struct sample {
    const struct kind *kind;
    const struct wording *w;
    int32_t first_year; /* of columns that repeat */
    int nyears;
    struct sample_called called[ROWS_MAX];
    size_t ncalled;
    struct sample_wish wishes[ROWS_MAX];
    size_t nwishes;
    struct sample_column columns[COLUMNS_MAX];
    size_t ncolumns;
    struct sample_row rows[ROWS_MAX];
    size_t nrows;
    int64_t figures[ROWS_MAX][COLUMNS_MAX];
    bool blank[ROWS_MAX][COLUMNS_MAX];
};

/* Whether COLUMN is of figures: money, numbers, percentages, measures. */
bool sample_is_figure(const struct kind_column *column);

/* The row of K that has ROLE, or NULL. */
const struct kind_row *sample_line(const struct kind *k, enum row_role role);

/* Makes figures up for the rows and columns that S has. */
void sample_figures(struct sample *s);

#endif
