/*
 * html.h - the tree as one self-contained HTML file, WCAG 2.2 AA.
 *
 * No scripts, no remote resources; well-formed XML, too. Running matter and
 * page numbers are for print and left out; what is for the screen alone has the
 * class "screen". Ids that are made here begin with a dot, which no id of a
 * report does.
 *
 * The tree was proven by doc_check(), so this can only fail for lack of memory
 * or room: the failure sticks in OUT. A kind that has no writer here is ST_BUG,
 * never a gap.
 */
#ifndef OUTPUT_HTML_HTML_H
#define OUTPUT_HTML_HTML_H

#include "core/base/buf.h"
#include "core/doc/doc.h"
#include "output/font/font.h"
#include "output/html/html_paper.h"

/* SHAPER measures the texts of pictures; what it fails at sticks in it. PLACES
   gets where the elements come from, for html_places_json(); NULL: nobody
   wants to know. */
void html_write(const struct doc *d, struct shaper *shaper, struct buf *out,
                struct buf *places, struct html_paper paper);

#endif
