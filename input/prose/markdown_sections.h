/*
 * markdown_sections.h - a Markdown file that holds several sections, each below
 * a heading of the first level (`# Finance`, or Finance with = below it).
 *
 * Ownership: what is cut points into the text.
 */
#ifndef INPUT_PROSE_MARKDOWN_SECTIONS_H
#define INPUT_PROSE_MARKDOWN_SECTIONS_H

#include "core/base/str.h"

#include <stdbool.h>
#include <stdint.h>

struct markdown_section {
    struct str heading; /* empty, and LINE 0: what stands before the first */
    uint32_t line;      /* of the heading, from 1 */
    struct str text;    /* below it, up to the next */
    uint32_t text_line; /* where that begins */
};

/* Where the cutting stands. */
struct markdown_cut {
    struct str rest;
    uint32_t line;
    struct markdown_section next; /* its heading was read */
    bool ended;
};

struct markdown_cut markdown_cut_begin(struct str text);

/* Cuts the next section off; false: there is none. The first is what stands
   before all headings. */
bool markdown_cut_next(struct markdown_cut *c, struct markdown_section *s);

#endif
