/*
 * check_parts.h - what the checks of one table share, and the checks. For
 * figures/ only.
 */
#ifndef FIGURES_CHECK_PARTS_H
#define FIGURES_CHECK_PARTS_H

#include "figures/acknowledge.h"
#include "figures/data_figures.h"

#define FOLLOWERS_MAX 6 /* cells that a hint names */

/* A fault that was named. */
struct fault {
    struct fault *next;
    struct finding *finding;
    struct cell_at {
        size_t row, column;
    } followers[FOLLOWERS_MAX];
    size_t nfollowers; /* also those beyond FOLLOWERS_MAX */
};

/* What a cell would be were the faults mended. */
struct correction {
    struct decimal value;
    struct fault *cause;
};

/* computed[] while it grows. */
struct computed_list {
    struct computed *list;
    size_t count;
    size_t size;
};

struct checks {
    struct arena *arena;
    struct findings *findings;
    const struct wording *wording;
    const struct figures *figures;
    const struct data *data;
    struct date report_day; /* year 0: it has none */
    const struct table *table;
    struct data_figures *kept;
    struct acknowledgements *acknowledgements;
    struct computed_list *computed;
    struct number_map corrected; /* a cell's number to 1 + its correction */
    struct correction *corrections;
    size_t ncorrections;
    size_t corrections_size;
    struct fault *faults;           /* newest first */
    const struct kind_check *check; /* that is made */
    bool *passed_over; /* of the kind's checks: another is made in its place */
    bool said_unchecked;
    /* The comparison that was counted last, of the row and column. */
    const struct kind_check *counted_check;
    size_t counted_row, counted_column;
    const bool *taken; /* deductions_taken() */
    bool *turned;      /* rows that have the other sign than their check `lines`
                          gives; NULL: none has */
};

/* What cells give together. All zero at first. */
struct sum {
    struct decimal printed;
    struct decimal mended;
    struct fault *cause; /* why mended is another; or NULL */
    size_t terms;        /* cells that hold a figure */
    struct cell_at first, last;
    bool unknown; /* a cell is wrong in itself or to be confirmed */
    bool overflow;
    bool pence; /* one of them is money with pence, and so not rounded */
    uint8_t coarseness; /* that of the coarsest unit of money among them:
                           rounding_coarseness() */
    int64_t units;      /* of those that are money: their rounding_unit()s
                           together, in pence */
    int64_t finest;     /* and the smallest of these */
};

/* A cell whose figure other cells should give. */
struct comparison {
    enum finding_id code; /* of its fault */
    size_t row, column;
};

#endif
