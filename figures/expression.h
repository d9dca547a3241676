/*
 * expression.h - the one expression language: in {{ }}, when= and each=.
 *
 *   expression = or
 *   or         = and { "or" and }
 *   and        = not { "and" not }
 *   not        = "not" not | comparison
 *   comparison = sum [ ( "=" | "!=" | "<" | "<=" | ">" | ">=" ) sum
 *                    | "is" [ "not" ] "empty" ]
 *   sum        = operand { ( "+" | "-" ) operand }
 *   operand    = path { "|" pipe } | function { "|" pipe } | string | number
 *              | "(" expression ")"
 *   path       = name { "." name | "[" key "]" }
 *   function   = "count" "(" name { "," condition } ")" (data, or a list field)
 *              | ( "sum" | "min" | "max" | "mean" | "first" | "last" )
 *                "(" name "." column { "," condition } ")"
 *              | ( "share" | "working-days" | "clear-days"
 *                | "clear-working-days" ) "(" expression "," expression ")"
 *   condition  = expression | column "=" text
 *   pipe       = name [ "(" argument { "," argument } ")" ]
 *
 * A path begins with a data id, a value's id, a header field, or, inside
 * each=, `row`. budget.total is the total of the amount column (as the data
 * claims it, where it does), budget.total.share that of another;
 * budget[KS2] the row with that key; budget[KS2].share its cell;
 * profile[DSG].2012/13 that of a year's column; budget.title and budget.as-at
 * what report.xml says of the data. A key that holds ] stands in quotation
 * marks, as texts do. No assignment; + and - are of one type.
 *
 * Conditions are asked of each plain row, whose columns are names there; all
 * of them must hold. A text without quotation marks, behind the name of a
 * column and =, ends at a comma or bracket. A text that a choice is compared
 * with must be one of its choices.
 *
 * A header field that is a list is equal to what one of its entries is.
 * Texts are equal as column headings are, without regard to case, spaces and
 * punctuation; beside a figure or date a text is read as one.
 *
 * In a condition, data that the template asks for and the report lacks is
 * blank, as is a column that the kind has and the data lacks; count() gives 0.
 *
 * Failure: a finding with its place; the result is FIGURE_NONE. An unknown
 * name is an error with the nearest known one.
 */
#ifndef FIGURES_EXPRESSION_H
#define FIGURES_EXPRESSION_H

#include "core/finding/finding.h"
#include "core/model/medium.h"
#include "core/model/rules.h"
#include "core/model/used.h"
#include "figures/data_figures.h"

/* What an expression can see beside the report. */
struct scope {
    const struct figures *figures;
    const struct table *table; /* inside each=: the row at hand; or NULL */
    size_t row;                /* the table's nrows: none, names are marked */
    const struct table *among; /* inside a condition on rows: theirs */
    size_t among_row;
    const struct figures *today; /* those before which FIGURES are; NULL: they
                                    are of today */
    enum audience audience; /* of the text it stands in: a value that rests on
                           internal data is an error in published text */
    bool printed;           /* what it is for stands in MEDIUM: a field that
                               another has alone is an error */
    enum doc_medium medium;
    struct used *used; /* what is named is marked there; or NULL */
    bool asks; /* a condition, in which what the report could have is blank */
    struct findings *heard;    /* where what the scope stands in is only tried:
                                  what is no name whatever comes true is said
                                  there; or NULL */
    const struct rules *rules; /* that ask: what they name a report need not
                                  have, and their calendar counts; or NULL */
    const struct wording *wording; /* of the language of the text that it stands
                                      in; NULL: the template's */
    const char *lang; /* of that text, where it is not the report's; or NULL */
};

struct figure expression_value(struct arena *arena, struct str text,
                               struct place at, const struct scope *scope,
                               struct findings *findings);

/* The same of a part of AROUND, which begins at AT; TEXT itself begins at byte
   START of it. */
struct figure expression_value_in(struct arena *arena, struct str text,
                                  struct str around, struct place at,
                                  size_t start, const struct scope *scope,
                                  struct findings *findings);

/* For when=: blank, nought, no and false are false, in a text that says so,
   too, and so is what the report could have and lacks. */
bool expression_true(struct arena *arena, struct str text, struct place at,
                     const struct scope *scope, struct findings *findings);

/* Whether it names nothing, so that it is true or false for ever: `1 = 2`. */
bool expression_is_fixed(struct arena *arena, struct str text);

/* A figure of an expanded text that the report owns up to. */
struct expanded_fault {
    struct expanded_fault *next; /* in the order of the text */
    size_t end;                  /* of the figure in the text: its note's mark
                                    stands here */
    struct str words;            /* of the note */
    struct place at;             /* of the acknowledgement */
};

/*
 * TEXT with every {{ }} replaced by its value in print; one that has none,
 * which is a finding, stays. The result is never looked at again.
 *
 * *FAULTS are the figures that want a note. Where none can stand, FAULTS is
 * NULL: then its words follow the figure in brackets.
 */
struct str expression_expand(struct arena *arena, struct str text,
                             struct place at, const struct scope *scope,
                             struct findings *findings,
                             struct expanded_fault **faults);

#endif
