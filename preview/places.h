/*
 * places.h - where the elements of a report's page come from, and what is asked
 * of that: from a click to a line or cell, from there to the page, from one
 * piece of the page to the next.
 *
 * Who made the list may mean harm: it is read as any JSON is, one place after
 * another; what is no place is passed over.
 *
 * Ownership: places_free() frees all. Failure: sticks in the arena, and then
 * nothing is known of any element.
 */
#ifndef PREVIEW_PLACES_H
#define PREVIEW_PLACES_H

#include "core/base/buf.h"
#include "core/base/list.h"

#include <stdbool.h>

struct page_place {
    int64_t element; /* its number among all start tags, from 0 */
    struct str file, sheet, cell;
    int64_t line; /* 0: it is not known */
};

/* Lines, or cells of a rectangle. */
struct page_range {
    uint32_t first_column, last_column; /* 0: they are lines */
    uint32_t first_line, last_line;     /* rows of cells */
};

/* What a figure in an element's words was made of, in one file or sheet. Those
   of one figure follow each other. */
struct page_figure {
    struct page_place place; /* where the first of it stands */
    const struct page_range *ranges;
    size_t nranges;
    int64_t number; /* of the figure */
    struct str words;
    struct str given_by; /* {{an expression}}, or what holds the cell */
};

struct page_places {
    struct arena arena;
    struct list list;    /* struct page_place, in the order of elements */
    struct list figures; /* struct page_figure, likewise */
};

/* JSON as output/html/html_places.h has it. */
void places_read(struct page_places *p, struct str json);
void places_free(struct page_places *p);

/* The whole number that TEXT is; -1 when it is none. */
int64_t places_number(struct str text);

/* Of the first of ELEMENTS, numbers with commas between, that has one; NULL. */
const struct page_place *places_above(const struct page_places *p,
                                      struct str elements);

/* What begins at a line or cell, or last before the line: FILE:12, FILE:C2,
   FILE:Sheet!C2, in capital or small letters. NULL when nothing does; *is_asked
   is false when TEXT is none of these. */
const struct page_place *places_find(const struct page_places *p,
                                     struct str text, bool *is_asked);

/* The figures in the words of the innermost of ELEMENTS that has any, but of
   none further out than PLACE: one item after another from *FIRST on; their
   number. */
size_t places_figures(const struct page_places *p, struct str elements,
                      const struct page_place *place,
                      const struct page_figure **first);

/* How many of the items from FIGURE on, of which there are LEFT, are the same
   figure. */
size_t places_origins(const struct page_figure *figure, size_t left);

/* The first figure that was made of what stands at a line or in a cell, which
   TEXT names as in places_find(), and its ORIGINS; or NULL. */
const struct page_figure *places_find_figure(const struct page_places *p,
                                             struct str text, size_t *origins);

/* The one after, or before, that of ELEMENT, round the page; or NULL. */
const struct page_place *places_step(const struct page_places *p,
                                     int64_t element, bool forward);

/* Where the numbers are those of pages: the first that has something of the
   line or row of PLACE; 0: none. */
int64_t places_page(const struct page_places *p,
                    const struct page_place *place);

/* FILE:12, FILE:C2 or FILE:Sheet!C2, as places_find() reads it. */
void places_name(const struct page_place *place, struct buf *out);

/* "budget.xlsx, sheet Revenue, cell C2" */
void places_say(const struct page_place *place, struct buf *out);

/* "“£572,000” is computed from budget.csv, cells B2 to B14
   ({{budget.total}})." Of the figure that begins with FIGURE. */
void places_say_figure(const struct page_figure *figure, size_t origins,
                       struct buf *out);

#endif
