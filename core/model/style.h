/*
 * style.h - how a report looks: the page of its template and the identity of
 * its house style, as both writers need it.
 *
 * Lengths are milli-points (1 pt = 1000; 72 pt = 1 inch), as everywhere in
 * layout: whole numbers, so that two runs cannot differ in a last digit.
 * Colours are 0xRRGGBB.
 *
 * Ownership: the arena of the run; const after it was read.
 */
#ifndef CORE_MODEL_STYLE_H
#define CORE_MODEL_STYLE_H

#include "core/base/str.h"
#include "core/finding/source.h"
#include "core/model/image.h"

#include <stdbool.h>
#include <stdint.h>

#define MPT_PER_MM_NUMERATOR 720000 /* 1 mm = 720000/254 mpt */
#define MPT_PER_MM_DENOMINATOR 254

enum face {
    FACE_REGULAR,
    FACE_BOLD,
    FACE_ITALIC,
    FACE_BOLD_ITALIC,
    FACE_MAX,
};

#define FALLBACKS_MAX 4
#define HEADING_LEVELS 6

struct house_fonts {
    const char *files[FACE_MAX];          /* absolute paths, TrueType */
    const char *fallbacks[FALLBACKS_MAX]; /* tried in order; NULL ends */
    struct place files_at[FACE_MAX];      /* where the house style names them */
    struct place fallbacks_at[FALLBACKS_MAX];
    struct str css; /* font-family of the HTML */
};

struct house_colours {
    uint32_t text;
    uint32_t secondary; /* running matter, captions of little weight */
    uint32_t accent;    /* the rule under the title, chart's first colour */
    uint32_t link;
    uint32_t rule;       /* lines of tables */
    uint32_t table_head; /* background of header cells */
    uint32_t charts[8];
};

struct house_sizes {
    int32_t body;
    int32_t leading; /* line height, in thousandths of the size: 1400 */
    int32_t small;   /* notes, running matter */
    int32_t table;
    int32_t title;
    int32_t headings[HEADING_LEVELS]; /* of level 1 (the title) to 6 */
    int32_t paragraph_space;          /* after a paragraph */
    int32_t heading_space;            /* before a heading */
    int32_t number_column;            /* hanging column of paragraph numbers */
    int32_t list_indent;
    int32_t cell_padding;
};

struct house {
    const char *id;
    struct str council;       /* the name in the running matter and metadata */
    const struct image *logo; /* or NULL */
    struct str logo_alt;
    int32_t logo_height;
    struct house_fonts fonts;
    struct house_colours colours;
    struct house_sizes sizes;
};

struct page_style {
    int32_t width; /* portrait; a landscape page has them exchanged */
    int32_t height;
    int32_t top, right, bottom, left; /* margins */
    bool landscape;                   /* every page */
};

struct style {
    const struct house *house;
    struct page_style page;
};

#endif
