/*
 * page_block.h - the one element of a web page in which it differs from the
 * page before, so that a browser needs to take in no more than that.
 *
 * What is compared is bytes, and what is known of HTML is how elements nest as
 * output/html/ writes them: what has no end says so by `/>`. Elements of an SVG
 * are counted and never named, nor are those that a page has once (html, head,
 * body): they mean nothing when they stand alone.
 *
 * A page is whatever a process has sent: of a broken one nothing is known, or
 * something wrong, which whoever takes the element in notices by their number.
 */
#ifndef PREVIEW_PAGE_BLOCK_H
#define PREVIEW_PAGE_BLOCK_H

#include "core/base/str.h"

#define PAGE_BLOCK_MAX                                                         \
    ((size_t)64 * 1024) /* bytes: larger ones gain nothing                     \
                         */

struct page_block {
    bool known;      /* false: take the whole page */
    size_t element;  /* its number among all start tags, from 0, in both */
    size_t at, len;  /* its bytes in the page as it is now */
    size_t elements; /* of that page */
};

struct page_block page_block_of(struct str before, struct str now);

#endif
