/*
 * laid.h - a tree laid out with real fonts, and what must be true of any
 * pages: for tests of layout.
 *
 * Ownership: laid_open() makes everything, laid_close() frees it.
 */
#ifndef TESTS_SUPPORT_LAID_H
#define TESTS_SUPPORT_LAID_H

#include "output/layout/layout.h"

struct laid_test {
    struct arena run;  /* fonts */
    struct arena tree; /* d and findings */
    struct arena made; /* layout */
    struct findings findings;
    struct font_set fonts;
    struct shaper *shaper;
    struct doc d;
    struct layout layout;
};

void laid_open(struct laid_test *t); /* with an empty tree in d */
void laid_make(struct laid_test *t); /* lays d out; it must succeed */
void laid_close(struct laid_test *t);

/* Every text of the tree but running matter is printed exactly once as real
   content, with its spaces. */
void assert_every_text_once(const struct laid_test *t);
/* Real content stays between the margins, everything on its page. */
void assert_inside_margins(const struct laid_test *t);
/* No two texts of a page lie on each other. */
void assert_no_overlap(const struct laid_test *t);
/* No page ends with a heading. */
void assert_no_heading_at_the_foot(const struct laid_test *t);

/* All of the above. */
void assert_good_pages(const struct laid_test *t);

/* The text of an item, spaces included. */
struct str item_text(struct arena *a, const struct layout_item *item);
/* The first text item whose text begins so, as real content; must be there. */
const struct layout_item *find_item(const struct laid_test *t,
                                    const char *text);
/* The page of the first text item that begins so, or 0. */
uint32_t page_of_text(const struct laid_test *t, const char *text);
/* The page NODE begins on, or 0. */
uint32_t page_of_node(const struct laid_test *t, const struct doc_node *node);
size_t findings_of(const struct laid_test *t, enum finding_id id);

/* N words with a space between two. */
struct str laid_filler(struct arena *a, unsigned n);

#endif
