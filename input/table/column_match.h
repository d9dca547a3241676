/*
 * column_match.h - what the files share that match headings with columns.
 *
 * For table_columns.c, column_required.c, column_list.c, column_faults.c,
 * column_left_out.c and whoever has read all rows.
 */
#ifndef INPUT_TABLE_COLUMN_MATCH_H
#define INPUT_TABLE_COLUMN_MATCH_H

#include "input/table/heading_placeholders.h"
#include "input/table/table_heading.h"
#include "input/table/table_options.h"

struct match {
    struct arena *arena;
    const struct table_options *options;
    const struct kind *kind;
    struct findings *findings;
    struct heading *headings;
    size_t nheadings;
    struct unit unit; /* of money whose heading names none */
    struct heading_fillers fillers;
    bool moving;  /* names that move with the calendar are tried as well */
    bool repeats; /* the kind has a column for each year */
};

/* column_required.c: whether a heading is COLUMN; whether it must be there, and
   nothing stands in its place; whether the data element says that one is it;
   whether TEXT is another name of COLUMN, whoever has it too. */
bool column_is_present(const struct match *m, const struct kind_column *column);
bool column_is_lacking(const struct match *m, const struct kind_column *column);
bool column_is_mapped(const struct table_options *o,
                      const struct kind_column *column);
bool column_knows(const struct match *m, const struct kind_column *column,
                  struct str text);

/* Columns of a kind, by their index. */
struct column_set {
    uint64_t bits[COLUMNS_MAX / 64 + 1];
};

static inline bool column_set_has(const struct column_set *s, size_t column)
{
    return column < COLUMNS_MAX &&
           (s->bits[column / 64] >> column % 64 & 1) != 0;
}

/* Whether COLUMN was not in it yet; what is too far is never added. */
static inline bool column_set_add(struct column_set *s, size_t column)
{
    const uint64_t bit = UINT64_C(1) << column % 64;

    if (column >= COLUMNS_MAX || (s->bits[column / 64] & bit) != 0)
        return false;
    s->bits[column / 64] |= bit;
    return true;
}

/* Gives required columns that no heading is what they may be, too; and, for one
   heading, adds those columns to SET. FIRST: it stands in the corner. */
void columns_take_required(struct match *m);
void columns_may_be(const struct match *m, const struct heading *h, bool first,
                    struct column_set *set);

/* column_percent.c: the column of KIND that has what COLUMN has in per cent, as
   a check says, or NULL; and of two headings of one amount that whose cells are
   percentages is such. */
const struct kind_column *column_in_percent(const struct kind *kind,
                                            const struct kind_column *column);
void columns_take_percents(struct match *m);
/* What else a message says of two headings of AMOUNT: how that which is in per
   cent is headed, or nothing; and whether H, which adds to the name of AMOUNT,
   is in per cent, and a finding that says so. */
struct str columns_percent_heading(const struct match *m,
                                   const struct kind_column *amount);
bool columns_say_percent(const struct match *m, const struct heading *h,
                         const struct kind_column *amount);

/* column_inner.c: the heading of groups within groups, which may be called as
   the groups or the rows are. */
void columns_take_inner(struct match *m);

/* column_list.c: what each heading is, as a list of columns, in their order,
   and which headings are none of them. A heading that a finding explains has no
   column.
 */
void columns_list(struct match *m, struct columns *columns);

/* column_faults.c: everything that is wrong with the headings as a whole;
   whether the table can be made. */
bool headings_check(struct match *m);

#define WORDS_LISTED 12 /* in a message */

/* WORD in quotes, behind those of LIST; nothing where it is blank. */
void headings_add_word(struct arena *a, struct str *list, struct str word);
/* H is left out, and perhaps meant for C. */
void headings_say_unknown(struct findings *findings, const struct heading *h,
                          const struct kind_column *c);

/* column_periods.c: whether H is none of the columns, and would be one that no
   heading is, were the data of the period that H names; a finding that says so
   of H and FILLERS. */
bool heading_is_of_other_period(const struct match *m, const struct heading *h);
void headings_say_other_period(struct arena *a, struct findings *findings,
                               const struct heading *h,
                               const struct heading_fillers *fillers);
/* H is its column if the data is of its period, which nobody knows: a fault
   where another heading shows that it is not. */
void heading_say_unknown_period(const struct match *m, const struct heading *h);
/* C is missing, and a heading would be it, were the data of an earlier period:
   false, and no finding, where none is. */
bool headings_say_last_periods(const struct match *m,
                               const struct kind_column *c);
/* NAME with the period of the data in place of its placeholder, where that is
   known: `Variance December 2026`. */
struct str heading_name_filled(struct arena *a,
                               const struct heading_fillers *fillers,
                               struct str name);
/* By how much the period that H names ends before that of FILLERS; false: it
   names none, or that cannot be said. */
bool heading_behind(const struct heading *h,
                    const struct heading_fillers *fillers, int *behind);

/* column_units.c: any unit of TEXT; *ALONE: it says nothing else. */
struct unit column_unit_of(const struct table_options *o, struct str text,
                           bool *alone);

/* The heading of words that names a unit, which `unit` is then
   where none is given; or NULL. */
const struct heading *column_units_beside(struct match *m);

/* column_left_out.c: once all rows are read, what was left out. */
void columns_left_out(struct arena *arena, const struct columns *columns,
                      const struct table_options *options,
                      struct report_period period, struct findings *findings);

#endif
