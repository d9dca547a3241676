/*
 * period_scan.h - a timeline cell as dates, words that are known, and others.
 *
 * For core/value/period.c alone. It allocates nothing and cannot fail: a date
 * of a wrong form is its result.
 */
#ifndef CORE_VALUE_PERIOD_SCAN_H
#define CORE_VALUE_PERIOD_SCAN_H

#include "core/value/date_cell.h"
#include "core/value/wording.h"

#include <stddef.h>
#include <stdint.h>

/* A cell with more is prose, in which no dates are looked for. */
#define PERIOD_TOKENS_MAX 64

enum period_token_type {
    TOKEN_STOP,  /* the end of a sentence, a bracket; also of the text */
    TOKEN_COMMA, /* may join, may separate */
    TOKEN_WORDS, /* a spelling of one or more of the wording's words */
    TOKEN_DATE,  /* or part of one */
    TOKEN_OTHER, /* one or more words that are not known */
};

struct period_token {
    enum period_token_type type;
    uint64_t words;   /* a bit for each enum word */
    bool whole_year;  /* a financial one */
    struct date date; /* as of date_scan(); of a quarter, season or financial
                         year, its first day */
    struct date last; /* of these, the last day; else no date */
    bool season;
    bool quarter; /* one that is not known: of what year it is is not said */
};

#define PERIOD_WORD(word) ((uint64_t)1 << (word))

/* TOKENS has room for PERIOD_TOKENS_MAX; the last is a TOKEN_STOP. Returns the
   form of the first date that is wrong; *ntokens is 0 when it is prose. */
enum date_form period_scan(struct str text, const struct wording *wording,
                           enum date_order order, struct period_token *tokens,
                           size_t *ntokens, unsigned *traits);

#endif
