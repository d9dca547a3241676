/*
 * column_match.h - what the files share that match headings with columns.
 *
 * For table_columns.c, column_list.c, column_faults.c, column_left_out.c and
 * whoever has read all rows.
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

/* column_units.c: any unit of TEXT; *ALONE: it says nothing else. */
struct unit column_unit_of(const struct table_options *o, struct str text,
                           bool *alone);

/* The heading of words that names a unit, which `unit` is then
   where none is given; or NULL. */
const struct heading *column_units_beside(struct match *m);

/* column_left_out.c: once all rows are read, what was left out. */
void columns_left_out(struct arena *arena, const struct columns *columns,
                      const struct table_options *options,
                      struct findings *findings);

#endif
