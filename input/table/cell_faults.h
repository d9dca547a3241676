/*
 * cell_faults.h - what is wrong with the cells of a column: each kind of fault
 * is said in a few cells, and counted in the others.
 *
 * Ownership: the caller's structs; texts stay where they are.
 */
#ifndef INPUT_TABLE_CELL_FAULTS_H
#define INPUT_TABLE_CELL_FAULTS_H

#include "core/finding/finding.h"
#include "core/model/report.h"
#include "core/value/date_cell.h"
#include "core/value/wording.h"
#include "input/prose/prose_in.h"

/* How often something was met in a column, and where first. */
struct cell_count {
    uint32_t count;
    struct place first;
    struct str text; /* of that cell */
};

/* What a finding on the first of COUNT THINGS says of the others; empty: it is
   the only one. */
static inline struct str others_are_so(struct arena *a, size_t count,
                                       const char *things)
{
    return count > 1 ? arena_printf(a, "; %zu %s are so", count, things)
                     : (struct str){NULL, 0};
}

static inline struct str rows_are_so(struct arena *a, size_t count)
{
    return others_are_so(a, count, "rows");
}

/* What is wrong with some cells of a column. */
struct cell_fault {
    struct cell_fault *next;
    const char *what;
    enum finding_id id;
    uint32_t said;            /* cell by cell */
    struct cell_count unsaid; /* beyond what a person wants to read */
};

/* A column whose cells are read, one after another. What none of them says
   by itself is counted until the last. */
struct cell_column {
    const struct kind_column *kind; /* NULL: an extra column, text */
    bool in_table;    /* its data element can say how it is read */
    bool takes_words; /* the row is a total or such: its label may stand in
                         any column */
    bool of_percent;  /* the row has percentages of the amounts above it */
    uint8_t zeros;    /* that the unit of its money adds */
    enum date_order order;
    bool order_given; /* the author says so */
    bool rounds;      /* what spreadsheets make of a number is let go */
    bool is_text;     /* the cell that is read is stored as a text */
    struct str day;   /* it is stored as this day, beside which words are shown;
                         or empty */
    struct cell_count either_order;
    struct cell_count other_order;
    struct cell_count proven_order;
    struct cell_count times;
    struct cell_count nearly_dates; /* words of a time that name none */
    struct cell_count far_years;
    struct cell_count rounded;
    struct cell_count seen;  /* rounded by the format that shows them */
    struct cell_count texts; /* figures that are stored as such */
    bool has_numbers;        /* others are stored as numbers */
    bool says_percent;       /* its heading does: no cell needs to */
    struct cell_count percent_signs;
    struct cell_count fractions; /* of percentages: up to one, no sign */
    struct cell_count several;   /* ratios, ranges, times among measures */
    struct cell_count shortened; /* 4.5E+11 among words */
    struct cell_count made_days; /* 04-May among words, */
    bool has_ranges;             /* of which others are 5-9 */
    struct cell_count above_fractions; /* more than one, no sign */
    struct cell_count below_nought; /* less, where the heading has the sign */
    struct cell_fault *faults;      /* met in its cells, each once */
};

/* Whether TEXT is of a cell that is stored as a day, with words beside it. */
static inline bool cell_has_day(const struct cell_column *column,
                                struct str text)
{
    const struct str day = column->day;

    return day.len > 0 && day.ptr >= text.ptr &&
           day.ptr + day.len <= text.ptr + text.len;
}

struct cell_reader {
    struct arena *arena;
    struct findings *findings;
    const struct wording *wording;
    const struct wording *own_wording; /* that of the report's language, where
                                          it is another: times in its words are
                                          read first; or NULL */
    const struct prose_options *prose;
    bool state_begins[256]; /* what a word for a state can begin with */
};

/* One more such cell. */
void cell_count(struct cell_count *c, struct place at, struct str text);

/* As much of TEXT as a message repeats, in whole characters. */
struct str cell_shown(struct str text);

/* What TEXT may have been meant for, which is no choice of COLUMN: one that it
   is a slip of the pen of, or all. `Off track` is no slip of `On track`, nor
   `Incomplete` one of `Complete`. */
void cell_offer_choices(struct findings *findings, const struct kind_column *c,
                        struct str text);

/* TEXT, at AT, is WHAT. True: it was said, and a hint may follow. */
bool cell_refuse(const struct cell_reader *reader, struct cell_column *column,
                 enum finding_id id, struct place at, struct str text,
                 const char *what);

/* Whether TEXT, an amount, is refused since it can be read in two ways: 1.000
   in a column without a unit of its own. */
bool cell_refuse_points(const struct cell_reader *reader,
                        struct cell_column *column, struct str text,
                        struct place at);

/* As FORM says; WANTED is said of a text that is no figure at all. */
void cell_refuse_figure(const struct cell_reader *reader,
                        struct cell_column *column, struct str text,
                        struct place at, enum number_form form,
                        const char *wanted);

/* As FORM says; VALUE is the day that it may stand for. */
void cell_refuse_date(const struct cell_reader *reader,
                      struct cell_column *column, struct str text,
                      struct place at, enum date_form form, struct date value);

/* cell_nearly_dates.c: whether TEXT looks like a date, and WHEN, which was read
   of it, is none. */
bool cell_is_nearly_date(const struct cell_reader *r, struct str text,
                         const struct period *when);

#endif
