/*
 * html_tags.h - elements through a stack of those that are open.
 *
 * An element has an owner: whoever opened it. html_close() closes all that an
 * owner has open, the innermost first, so unbalanced HTML cannot be written. A
 * table says how each element breaks lines. For output/html alone.
 *
 * Failure: sticks in the buffer. More open elements than HTML_OPEN_MAX are
 * ST_LIMIT.
 */
#ifndef OUTPUT_HTML_HTML_TAGS_H
#define OUTPUT_HTML_HTML_TAGS_H

#include "core/base/buf.h"
#include "core/doc/doc.h"

#include <stdbool.h>
#include <stdint.h>

/* No node opens more than two elements, but for a picture, which opens six and
   holds no node then; the page opens four. */
#define HTML_OPEN_MAX (2 * DOC_DEPTH_MAX + 8)

enum html_tag {
    TAG_A,
    TAG_BLOCKQUOTE,
    TAG_BODY,
    TAG_BR,
    TAG_CAPTION,
    TAG_CODE,
    TAG_COLGROUP,
    TAG_DD,
    TAG_DETAILS,
    TAG_DIV,
    TAG_DL,
    TAG_DRAWING, /* an svg among the words of a line */
    TAG_DT,
    TAG_EM,
    TAG_FIGCAPTION,
    TAG_FIGURE,
    TAG_FOOTER,
    TAG_G,
    TAG_H1,
    TAG_H2,
    TAG_H3,
    TAG_H4,
    TAG_H5,
    TAG_H6,
    TAG_HEAD,
    TAG_HEADER,
    TAG_HTML,
    TAG_IMG,
    TAG_LI,
    TAG_LINE,
    TAG_MAIN,
    TAG_META,
    TAG_NAV,
    TAG_OL,
    TAG_P,
    TAG_PATH,
    TAG_PRE,
    TAG_RECT,
    TAG_SECTION,
    TAG_SPAN,
    TAG_STRONG,
    TAG_STYLE,
    TAG_SUMMARY,
    TAG_SUP,
    TAG_SVG,
    TAG_TABLE,
    TAG_TBODY,
    TAG_TD,
    TAG_TEXT,
    TAG_TFOOT,
    TAG_TH,
    TAG_THEAD,
    TAG_TITLE,
    TAG_TR,
    TAG_TSPAN,
    TAG_UL,
    HTML_TAG_MAX,
};

struct html_open {
    const void *owner;
    enum html_tag tag;
    uint32_t element; /* its number among all, from 0 */
};

struct html_tags {
    struct buf *out;
    size_t depth;
    uint32_t opened; /* elements so far */
    bool in_start;   /* the last start tag may still take attributes */
    bool in_void;    /* and it is that of an element without an end */
    struct html_open open[HTML_OPEN_MAX];
};

void html_tags_init(struct html_tags *t, struct buf *out);

void html_open(struct html_tags *t, enum html_tag tag, const void *owner);

/* Attributes of the element that was opened last, before anything else. */
void html_attr(struct html_tags *t, const char *name, struct str value);
void html_attr_int(struct html_tags *t, const char *name, uint32_t value);
void html_attr_colour(struct html_tags *t, const char *name, uint32_t rgb);
void html_attr_url(struct html_tags *t, const char *name, struct str url);
/* The value in pieces: name=", any number of escapes into t->out, ". */
void html_attr_begin(struct html_tags *t, const char *name);
void html_attr_end(struct html_tags *t);

void html_text(struct html_tags *t, struct str text);

/* Ends the start tag, so that t->out takes what is escaped otherwise. */
void html_content(struct html_tags *t);

/* Closes what OWNER has open, which is the innermost; may be nothing. */
void html_close(struct html_tags *t, const void *owner);

#endif
