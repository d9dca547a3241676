/*
 * table_heading.h - the headings of some data, and the columns that they are
 * (table_columns.c).
 */
#ifndef INPUT_TABLE_TABLE_HEADING_H
#define INPUT_TABLE_TABLE_HEADING_H

#include "core/model/report.h"
#include "core/value/unit.h"
#include "input/table/heading_placeholders.h"

#define COLUMNS_MAX 1000 /* headings of one table */

struct heading {
    struct str text;  /* all of it; empty: a column without one */
    struct str lower; /* what a second row of headings adds; or empty */
    struct place lower_at;
    struct place at;
    /* What it was found to be. */
    const struct kind_column *column;      /* NULL: none is called so */
    const struct kind_column *passed_over; /* it could be, too; another heading
                                              is called so rather */
    size_t rank;         /* of the name that was met: the least is preferred */
    struct str base;     /* without its unit */
    struct unit unit;    /* of money */
    uint8_t of_measures; /* zeros of the unit that a heading of measures has,
                            whose rows may say it too */
    struct str mark;     /* of a note, behind its name; or empty */
    int year;            /* of a repeated column */
    const char *map_id;  /* an extra column that the data element maps */
    bool explained;      /* a finding names it already */
    bool taken; /* for a column that no heading is called as it alone is */
    bool is_said_again; /* rows below say what the one above them says, or leave
                           it out, and another name stands beside */
    bool is_repeated;  /* rows below say it in words, or codes, as above them */
    bool is_scattered; /* and some further down, behind rows that say another */
    uint8_t percents;  /* of the first cells below, those that end in % */
    uint8_t others;    /* and those that do not */
    uint8_t codes;     /* and among those the ones that are codes: A100 */
    uint8_t numbers;   /* and among those the ones of digits alone */
    bool to_come;      /* of a time after the data's: a fault, unless nothing
                          stands below it yet */
    enum placeholder_fit fit;    /* of the name that it has, or could have */
    struct report_period period; /* of a column that repeats over periods */
};

/* Most of its first cells are codes, which say of no row what it is. */
static inline bool heading_has_codes(const struct heading *h)
{
    return h->codes * 2 > h->others;
}

struct columns {
    struct column *list; /* those wanted, in their order */
    size_t count;
    struct heading *headings;
    size_t width;    /* of the headings, blank ones at the end not */
    bool *is_read;   /* width: whether it has a column */
    bool *is_filled; /* width: whether anything stands below it */
    bool *is_figure; /* width: what stands below it first is a figure, of one
                        that is not read */
    const struct kind_column **status_of; /* width: whose choice that says a
                                             status it is, of one that is not
                                             read; or NULL */
    uint32_t *unread; /* fields that are not, and are not yet filled */
    size_t nunread;
    bool complete;                      /* no required column is missing */
    struct unit unit;                   /* of money whose heading names none */
    const struct heading *unit_heading; /* that says so, of words; or NULL */
};

#endif
