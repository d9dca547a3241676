/*
 * survey.h - what a file of data holds, told without a report: its tables,
 * their columns, and which kind of table each is likely to be.
 *
 * Each table is looked at twice: once as texts alone, which tells what its
 * columns hold, and then as a build would read it, by the kind whose headings
 * it has or by one made from what was seen.
 *
 * Ownership: the arena.
 * Failure: what hinders the reading of the file is a finding, and ST_DATA,
 * ST_LIMIT or want of memory. What is wrong with cells is a finding alone: it
 * is what somebody looks for.
 */
#ifndef INPUT_SURVEY_SURVEY_H
#define INPUT_SURVEY_SURVEY_H

#include "core/base/list.h"
#include "core/model/report.h"
#include "core/value/unit.h"
#include "core/value/wording.h"
#include "input/table/table_options.h"

#define SURVEY_SHOWN 3   /* cells that are named of many */
#define SURVEY_VALUES 12 /* different words that are kept of a column */

/* What the text of a cell looks like. */
enum survey_class {
    SURVEY_WORDS,
    SURVEY_STATE,   /* n/a, TBC, - */
    SURVEY_NUMBER,  /* 12, 1,234.5 */
    SURVEY_MONEY,   /* with a sign of currency */
    SURVEY_PERCENT, /* with a sign of per cent */
    SURVEY_DATE,
    SURVEY_MONTH,  /* 2026-04, Quarter 2 2026/27 */
    SURVEY_YEAR,   /* 2026/27 */
    SURVEY_BROKEN, /* #REF!, 1.2E+05, #####, a misplaced comma */
    SURVEY_CLASSES,
};

struct survey_cell {
    struct str text;
    struct place at;
};

struct survey_count {
    size_t count;
    struct survey_cell first[SURVEY_SHOWN];
};

struct survey_column {
    struct str heading;
    struct place at;
    uint32_t field;
    struct unit unit; /* that its heading says */
    size_t filled;
    size_t blank;
    size_t codes; /* 0012: no figures, and none of their column is one */
    size_t calendar_years; /* 2016: where all are such, they are no figures */
    struct survey_count classes[SURVEY_CLASSES];
    enum value_type type;     /* that most cells have */
    struct survey_cell least; /* of figures or dates; no text: none has one */
    struct survey_cell most;
    struct str values[SURVEY_VALUES]; /* of words, each once */
    size_t nvalues;
    bool more_values;
    bool repeats;   /* some words stand twice */
    const char *id; /* of the column that it is read as; NULL: it is left out */
};

/* How the headings of a table fit a kind. */
struct survey_fit {
    const struct kind *kind; /* NULL: no heading is known to any */
    size_t known;            /* headings */
    size_t titled;           /* that are called as the kind itself calls them */
    bool complete;           /* nothing that it requires is missing */
    size_t record;           /* index of the headings among the first ones */
};

struct survey_table {
    struct str name;             /* that its data may have */
    const struct source *source; /* of a workbook, its sheet */
    struct str sheet;            /* empty: it is no workbook */
    struct str range;
    struct str path;        /* of XML; may be empty */
    uint32_t heading_line;  /* record that holds the headings */
    bool says_heading_line; /* other records stand before it */
    struct survey_fit fit;
    const struct kind *kind; /* that it was read by */
    bool made;               /* which was made from what was seen */
    bool by_chance;          /* it fits, though that proves little */
    const struct kind *own;  /* made so, with all columns: where `kind` is none
                                of those given, fits by chance, or leaves most
                                columns out */
    const struct kind_column *const
        *missing; /* that the nearest kind requires */
    size_t nmissing;
    struct column_map *maps; /* with which it can be read as that */
    size_t nmaps;            /* 0: it cannot */
    struct survey_column *columns;
    size_t ncolumns;
    size_t nrecords;           /* below the headings */
    const struct table *table; /* NULL: it could not be read to its end */
};

struct survey_sheet {
    struct str name;
    bool hidden;
    bool is_cells; /* false: a chart */
    bool looked;   /* its tables were looked for */
    size_t ntables;
    size_t hidden_rows; /* spans of them */
    size_t hidden_columns;
};

enum survey_form { SURVEY_CSV, SURVEY_XML, SURVEY_WORKBOOK };

struct survey {
    enum survey_form form;
    const struct source *source;
    struct str name;        /* of its first table: survey_name() */
    char delimiter;         /* SURVEY_CSV; a space: none */
    bool delimiter_is_said; /* a reader would not find it by itself */
    struct list sheets;     /* struct survey_sheet */
    struct list tables;     /* struct survey_table */
};

struct survey_request {
    const struct wording *wording;
    const struct kind *const *kinds;
    size_t nkinds;
    struct str sheet; /* the only one that is wanted; empty: all */
};

/* Whether a file of this name is no text. */
bool survey_is_bytes(const char *name);

/* Its name without the folders. */
struct str survey_file_name(const struct source *source);
/* What the data of a file may be called: `budget` of 2026/budget.csv. */
struct str survey_name(struct arena *arena, const struct source *source);
/* `Area code`, as a person writes what a program calls `area_code`: both are
   one name to the reader of columns. */
struct str survey_words(struct arena *arena, struct str name);
/* What a kind that is made of it is called: `Budget`. */
struct str survey_title(struct arena *arena, const struct source *source);

/* Whether all columns that T is read with as KIND may stand across a page; else
 *N, one at least, are how many of the first ones may. */
bool survey_fits_page(const struct survey_table *t, const struct kind *kind,
                      size_t *n);

/* SOURCE is SOURCE_BYTES, SOURCE_TEXT of XML, or SOURCE_CSV. */
MUST_CHECK enum status survey_file(struct arena *arena, struct source *source,
                                   const struct survey_request *request,
                                   struct findings *findings,
                                   struct survey *survey);

#endif
