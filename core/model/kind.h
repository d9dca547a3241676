/*
 * kind.h - a kind of table: its columns, the rows it may have, its checks.
 *
 * Kinds are data (templates/kinds/NAME.xml); C knows the types, roles and
 * checks below, and no kind. Read once a run, const after.
 */
#ifndef CORE_MODEL_KIND_H
#define CORE_MODEL_KIND_H

#include "core/base/str.h"
#include "core/finding/source.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum value_type {
    TYPE_TEXT,
    TYPE_PROSE,  /* CommonMark: a cell may hold a list */
    TYPE_MONEY,  /* pence */
    TYPE_NUMBER, /* an exact decimal */
    TYPE_PERCENT,
    TYPE_DATE,
    TYPE_PERIOD, /* timeline words */
    TYPE_YEAR,   /* a financial year */
    TYPE_CHOICE, /* one of the column's choices */
    TYPE_MAX,
};

/* What a column means to checks and generators. */
enum column_role {
    COLUMN_PLAIN,
    COLUMN_KEY,      /* names the row in expressions: {{budget[KS2].amount}} */
    COLUMN_LABEL,    /* the row's header cell */
    COLUMN_GROUP,    /* rows with the same text belong together */
    COLUMN_ROW_ROLE, /* its text says which role the row has (struct
                        kind_row) */
    COLUMN_PARENT,   /* the key of the row above it: structure */
    COLUMN_UNITS,
    COLUMN_RATE,
    COLUMN_AMOUNT,
    COLUMN_SUB_TOTAL,
    COLUMN_SHARE,
    COLUMN_TOTAL,  /* across the row's repeated columns */
    COLUMN_PERIOD, /* when it happens: timeline, timetable */
    COLUMN_ROLE_MAX,
};

/* What a row means: lines of a budget profile, totals of a list. */
enum row_role {
    ROW_ENTRY,
    ROW_OPENING, /* a balance brought forward: a stock */
    ROW_INCOME,
    ROW_TOTAL,     /* of what stands above it */
    ROW_SUB_TOTAL, /* of its group */
    ROW_EXPENDITURE,
    ROW_CLOSING,     /* a balance carried forward: a stock */
    ROW_GROUP_TITLE, /* a group's own row, without figures of its own */
    ROW_ROLE_MAX,
};

struct kind_column {
    const char *id;
    struct str title; /* printed when the data's own is not wanted */
    enum value_type type;
    enum column_role role;
    const struct str *aliases; /* other headings it is known by */
    size_t naliases;
    const struct str *choices; /* TYPE_CHOICE */
    size_t nchoices;
    bool required; /* the column must be there */
    bool filled;   /* no cell of it may be blank */
    bool hidden;   /* read, checked, not printed */
    bool repeats;  /* any number of columns whose headings are financial
                      years: its id names them all */
    bool headings_as_given; /* print the data's own heading */
    struct place at;
};

struct kind_row {
    enum row_role role;
    const struct str *aliases; /* texts of the label or row-role column */
    size_t naliases;
};

enum check_type {
    CHECK_TOTAL,      /* a total row against the rows above it */
    CHECK_SUB_TOTALS, /* a group's sub-total against the group's rows */
    CHECK_ROW,        /* result = sum of plus - sum of minus, in each row */
    CHECK_PRODUCT,    /* amount = units x rate, where both are given */
    CHECK_ACROSS,     /* a total column against the row's repeated columns */
    CHECK_BALANCE,    /* closing = opening + income - expenditure; opening =
                         last period's closing */
    CHECK_SHARES,     /* share = amount / total; they print as 100 */
    CHECK_TYPE_MAX,
};

struct kind_check {
    enum check_type type;
    const char *result; /* ids of columns; which of them a type needs stands
                           in docs/templates.md */
    const char *const *plus;
    size_t nplus;
    const char *const *minus;
    size_t nminus;
    const char *units;
    const char *rate;
    struct place at;
};

struct kind {
    const char *id;
    struct str title;
    const struct kind_column *columns;
    size_t ncolumns;
    const struct kind_row *rows;
    size_t nrows;
    const struct kind_check *checks;
    size_t nchecks;
    bool extra_columns; /* columns that it does not know are read as text */
    struct place at;
};

const char *value_type_name(enum value_type t);
const char *column_role_name(enum column_role r);
const char *row_role_name(enum row_role r);
const char *check_type_name(enum check_type t);

#endif
