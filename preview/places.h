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

struct page_places {
    struct arena arena;
    struct list list; /* struct page_place, in the order of elements */
};

/* JSON as output/html/html_places.h has it. */
void places_read(struct page_places *p, struct str json);
void places_free(struct page_places *p);

/* Of the first of ELEMENTS, numbers with commas between, that has one; NULL. */
const struct page_place *places_above(const struct page_places *p,
                                      struct str elements);

/* What begins at a line or cell, or last before the line: FILE:12, FILE:C2,
   FILE:Sheet!C2, in capital or small letters. NULL when nothing does; *is_asked
   is false when TEXT is none of these. */
const struct page_place *places_find(const struct page_places *p,
                                     struct str text, bool *is_asked);

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

#endif
