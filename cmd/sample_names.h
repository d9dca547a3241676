/*
 * sample_names.h - the rows and years of data that the files of a template
 * name: d[Roads].budget, d["Roads"].2026/27. A report that has none of them is
 * refused, so a sample has them. And what views of it ask of their rows, so
 * that a sample has some for each.
 *
 * Files are read as text, wherever in them an expression may stand: a name too
 * many, as in a comment, costs a row of a sample.
 *
 * Ownership: the arena.
 */
#ifndef CMD_SAMPLE_NAMES_H
#define CMD_SAMPLE_NAMES_H

#include "core/base/list.h"
#include "core/model/template.h"

#define SAMPLE_YEAR 2026 /* that samples are of */

/* What a row is called; of a view that groups, what its column says. */
struct sample_name {
    struct str text;
    struct str column; /* its id; empty: what names the rows of the kind */
    struct str of;     /* the data or view that has the row */
};

/* A view that lets some rows through. */
struct sample_view {
    struct str id;
    struct list limits; /* struct condition_limit */
};

struct sample_names {
    struct list names;  /* struct sample_name, each once, in their order */
    struct list views;  /* struct sample_view, each that has limits */
    int32_t first_year; /* that financial years begin in; 0: none is named */
    int32_t last_year;
};

/* Those of the data ID of TEMPLATE, and of views made of it, in SOURCES: const
   struct source *, of all that the template is made of. Failure sticks in the
   arena. */
struct sample_names sample_names(struct arena *arena,
                                 const struct template *template_used,
                                 const struct list *sources, struct str id);

/* Whether A is B but for one letter that is missing, too many or another, or
   two that changed places: a slip, in a name. */
bool sample_name_slipped(struct str a, struct str b);

#endif
