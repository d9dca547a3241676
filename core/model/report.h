/*
 * report.h - one report as it was read: typed tables, prose, places.
 *
 * Nothing here knows a template, a council or a kind by name: header fields,
 * data, values, people, sections are lists of things with ids.
 *
 * Ownership: everything belongs to the report's arena. Const after input.
 */
#ifndef CORE_MODEL_REPORT_H
#define CORE_MODEL_REPORT_H

#include "core/finding/finding.h"
#include "core/finding/source.h"
#include "core/model/audience.h"
#include "core/model/kind.h"
#include "core/value/date.h"
#include "core/value/decimal.h"
#include "core/value/period.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct doc_node; /* core/doc/doc.h: prose, as it was read */

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

/* A cell. Its place is table_cell_place(). */
struct cell {
    union {
        int64_t pence;       /* TYPE_MONEY */
        int64_t coefficient; /* TYPE_NUMBER, TYPE_PERCENT */
        struct date date;
        int64_t year;                 /* TYPE_YEAR: the first of the two */
        int64_t choice;               /* TYPE_CHOICE: index */
        const struct period *period;  /* TYPE_PERIOD */
        const struct doc_node *prose; /* TYPE_PROSE: a DOC_FRAGMENT */
    } value;
    const char *ptr; /* the text as it stands in the data, trimmed */
    uint32_t len;
    uint8_t state; /* enum cell_state */
    uint8_t scale; /* decimals as written; money: 0 or 2 */
};

_Static_assert(sizeof(struct cell) <= 32, "a cell is at most 32 bytes");

struct column {
    const struct kind_column *kind; /* NULL: an extra column, text */
    const char *id;                 /* the kind's, or made from the heading */
    struct str heading;             /* as it stands in the data */
    int year;        /* of a repeated column: its first year; else 0 */
    uint32_t field;  /* in the file, from 1 */
    struct place at; /* of the heading */
};

struct table {
    const struct source *source;
    const struct kind *kind;
    const struct column *columns; /* in the kind's order, extra ones last */
    size_t ncolumns;
    const struct cell *cells; /* nrows x ncolumns, row by row */
    const struct spot *spots; /* as many: where each stands; NULL where record
                                 and field tell it */
    const uint32_t *records;  /* nrows: record of each row in the file, the
                                 line that it begins on in XML */
    const uint8_t *row_roles; /* nrows: enum row_role */
    size_t nrows;
};

static inline const struct cell *table_cell(const struct table *t, size_t row,
                                            size_t column)
{
    return &t->cells[row * t->ncolumns + column];
}

static inline struct str cell_text(const struct cell *c)
{
    return (struct str){c->ptr, c->len};
}

struct place table_cell_place(const struct table *t, size_t row, size_t column);
/* Index, or t->ncolumns. The first column of ROLE; the column called ID. */
size_t table_column_of_role(const struct table *t, enum column_role role);
size_t table_column(const struct table *t, struct str id);

struct data {
    const char *id;
    const char *file; /* as named in report.xml */
    const struct kind *kind;
    const struct table *table; /* never NULL after a reading without error */
    struct str title;
    struct date as_at; /* year 0: not given */
    enum audience audience;
    bool kept_back;        /* its file does not travel with the report */
    uint32_t heading_line; /* title lines above the header: its record */
    struct place at;
};

/* A header field. Its type is the template's. */
struct field {
    const char *id;
    struct str text;
    struct date date; /* when the template says it is one */
    enum audience audience;
    struct place at;
};

/* The date that a report is made as of: --as-of, or a value of this name. */
#define AS_OF_NAME "as-of"

/* A figure that prose may print by name. */
struct named_value {
    const char *id;
    enum value_type type; /* MONEY, NUMBER, PERCENT, DATE or TEXT */
    struct cell cell;
    enum audience audience;
    struct place at;
};

struct person {
    const char *role; /* the template's: author, contact ... */
    struct str name, job, organisation, telephone, email;
    enum audience audience;
    struct place at;
};

struct report_section {
    const char *id;               /* the template's */
    const struct doc_node *prose; /* a DOC_FRAGMENT */
    enum audience audience;
    struct place at;
};

struct recommendation {
    const char *id; /* may be NULL */
    const struct doc_node *prose;
    const struct doc_node *reason; /* may be NULL */
    enum audience audience;
    struct place at;
};

/* Something the report refers to: an appendix, a background paper. */
struct paper {
    const char *id;
    struct str title;
    struct str address;           /* where it can be had; may be empty */
    const struct doc_node *prose; /* an appendix inside the report; or NULL */
    enum audience audience;
    struct place at;
};

/* A further part of the report, with sections of its own. */
struct report_part {
    const char *id; /* the template's */
    struct str title;
    const struct report_section *sections;
    size_t nsections;
    struct place at;
};

struct acknowledgement {
    enum finding_id code;
    const struct data *data;
    uint32_t record, field; /* of the cell named */
    struct str because;
    struct place at;
};

struct report {
    const char *name;   /* of the folder: the name of the outputs */
    const char *folder; /* as opened */
    const char *template_name;
    const char *lang;
    const struct source *source;         /* report.xml */
    const struct source *const *sources; /* every file read, report.xml first */
    size_t nsources;
    const struct field *fields;
    size_t nfields;
    const struct data *data;
    size_t ndata;
    const struct named_value *values;
    size_t nvalues;
    const struct person *people;
    size_t npeople;
    const struct recommendation *recommendations;
    size_t nrecommendations;
    const struct report_section *sections;
    size_t nsections;
    const struct report_part *parts;
    size_t nparts;
    const struct paper *appendices;
    size_t nappendices;
    const struct paper *papers; /* background papers */
    size_t npapers;
    const struct acknowledgement *acknowledgements;
    size_t nacknowledgements;
    struct place recommendations_at;
};

const struct field *report_field(const struct report *r, struct str id);
const struct data *report_data(const struct report *r, struct str id);
const struct report_section *report_section(const struct report *r,
                                            struct str id);

#endif
