/*
 * table.h - a table as it was read: typed cells, each with its place.
 *
 * Ownership: everything belongs to the report's arena. Const after input.
 */
#ifndef CORE_MODEL_TABLE_H
#define CORE_MODEL_TABLE_H

#include "core/finding/source.h"
#include "core/model/kind.h"
#include "core/value/date.h"
#include "core/value/date_cell.h"
#include "core/value/decimal.h"
#include "core/value/period.h"
#include "core/value/report_period.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct doc_node;      /* core/doc/doc.h: prose, as it was read */
struct table_origins; /* core/model/table_origins.h */

enum cell_state {
    CELL_BLANK,
    CELL_VALUE,           /* of its column's type */
    CELL_DASH,            /* - or – */
    CELL_NIL,             /* nil, none */
    CELL_NOT_APPLICABLE,  /* n/a */
    CELL_TO_BE_CONFIRMED, /* TBC */
    CELL_WORDS,           /* words in place of a value, printed as typed: [c],
                             the label of a total among dates */
    CELL_BAD,             /* a finding has been made */
};

/* The unit of a TYPE_MEASURE. */
enum measure_unit {
    MEASURE_NUMBER,
    MEASURE_PERCENT,
    MEASURE_MONEY,
    MEASURE_WORDS, /* words behind the figure: 24 days */
    MEASURE_RANK,  /* a place among others: 9th */
};

/* A cell. Its place is table_cell_place(). */
struct cell {
    union {
        int64_t pence;       /* TYPE_MONEY */
        int64_t coefficient; /* TYPE_NUMBER, TYPE_PERCENT, TYPE_MEASURE */
        struct date date;
        int64_t year;                 /* TYPE_YEAR: the first of the two */
        int64_t choice;               /* TYPE_CHOICE: index */
        const struct period *period;  /* TYPE_PERIOD */
        const struct doc_node *prose; /* TYPE_PROSE: a DOC_FRAGMENT */
    } value;
    const char *ptr; /* the text as it stands in the data, trimmed */
    uint32_t len;
    uint8_t state;   /* enum cell_state */
    uint8_t scale;   /* decimals as written; money: 0 or 2 */
    uint8_t measure; /* enum measure_unit */
    uint8_t marked;  /* bytes behind its text that are printed with it: marks
                        of notes, the words of 4 (Likely) */
};

_Static_assert(sizeof(struct cell) <= 32, "a cell is at most 32 bytes");

struct column {
    const struct kind_column *kind; /* NULL: an extra column, text */
    const char *id;                 /* the kind's, or made from the heading */
    struct str heading;             /* as it stands in the data, without the
                                       unit of its money */
    int year;         /* of a repeated column: its first year; else 0 */
    uint8_t zeros;    /* that its unit adds to what is typed: 3 for £000 */
    uint8_t decimals; /* the most that a figure of it was typed with */
    bool rounded;     /* figures of it have fewer decimals than where they come
                         from */
    uint8_t unit_decimals; /* the same of money in its unit: 3 of 118.450 in
                              £m, which are thousands */
    struct str mark;       /* of a note, behind its heading; or empty */
    bool hidden;           /* read and checked, but not printed */
    bool mapped;           /* the data element says which column it is */
    bool as_given;         /* its heading is printed, whatever the kind says */
    bool unasked;          /* read for its kind alone: the data element says
                              which columns are wanted, and not this one */
    uint32_t field;        /* in the file, from 1 */
    struct place at;       /* of the heading */
};

/* What stands under a table. */
struct table_note {
    struct str text;
    struct place at;
    const struct place *marks; /* the cells and headings that have its mark */
    size_t nmarks;             /* 0: it has none, or one that is always seen */
};

/* A file of a table that is made of several: its records and lines are numbered
   on from those of the files before it. */
struct table_file {
    const struct source *source;
    uint32_t before; /* how many there are before its first */
};

struct table {
    const struct source *source; /* of several files: the list of them */
    const struct table_file *files;
    size_t nfiles; /* 0: it is made of `source` alone */
    const struct kind *kind;
    const struct column *columns; /* in the kind's order, extra ones last */
    size_t ncolumns;
    const struct cell *cells;   /* nrows x ncolumns, row by row */
    const struct spot *spots;   /* as many: where each stands; NULL where record
                                   and field tell it */
    const uint32_t *records;    /* nrows: record of each row in the file, the
                                   line that it begins on in XML */
    const uint8_t *row_roles;   /* nrows: enum row_role */
    const uint8_t *row_lines;   /* nrows: 1 + the line of the kind that each is,
                                   or 0; NULL: none is one */
    const uint32_t *group_rows; /* nrows: the row that names the group of each,
                                   in the column of groups; NULL: none has */
    size_t nrows;
    struct report_period period; /* that the lines above the headings say */
    struct place period_at;
    const struct table_note *notes;
    size_t nnotes;
    const struct table_origins *origins; /* rows that were made of several;
                                            NULL: each stands in its file */
    bool
        incomplete; /* rows are left out that may be meant: a finding says so */
};

static inline const struct cell *table_cell(const struct table *t, size_t row,
                                            size_t column)
{
    return &t->cells[row * t->ncolumns + column];
}

/* Whether a figure is to come, or is there and not said (`[c]`): a sum without
   it is not the whole, as one without `nil` or a blank is. */
static inline bool cell_is_to_come(const struct cell *c)
{
    return c->state == CELL_TO_BE_CONFIRMED || c->state == CELL_WORDS;
}

/* What somebody typed; in print a cell may read otherwise: cell_text(). */
static inline struct str cell_as_typed(const struct cell *c)
{
    return (struct str){c->ptr, c->len};
}

/* What is printed behind its text, with the space before it. */
static inline struct str cell_marks(const struct cell *c)
{
    return (struct str){c->ptr == NULL ? NULL : c->ptr + c->len, c->marked};
}

struct place table_cell_place(const struct table *t, size_t row, size_t column);
/* Whether ROW is the first of its file. */
bool table_begins_file(const struct table *t, size_t row);
/* What T was read from: several where it is made of several files. */
size_t table_count_sources(const struct table *t);
const struct source *table_source(const struct table *t, size_t i);
/* The row whose cell of COLUMN counts for ROW: a group's name stands in its
   first row alone, and counts for all of them. */
size_t table_naming_row(const struct table *t, size_t row, size_t column);
/* The column whose cell says what ROW is called where COLUMN names the rows:
   another one, that of groups, for a total whose words stand there alone. */
size_t table_words_column(const struct table *t, size_t row, size_t column);
/* Whether no row names the group of ROW, in COLUMN: it stands in none. */
bool table_row_is_ungrouped(const struct table *t, size_t row, size_t column);
/* The column of amounts in which rows A and B have the same sum of money, so
   that it is counted twice where they are one; or t->ncolumns. */
size_t table_counted_twice(const struct table *t, size_t a, size_t b);
/* Index, or t->ncolumns. The first column of ROLE; the column called ID. */
size_t table_column_of_role(const struct table *t, enum column_role role);
size_t table_column(const struct table *t, struct str id);

#endif
