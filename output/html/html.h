/*
 * html.h - the tree as one self-contained HTML file, WCAG 2.2 AA.
 *
 * No scripts, no remote resources. The tree was proven by doc_check(), so
 * this can only fail for lack of memory: the failure sticks in OUT.
 */
#ifndef OUTPUT_HTML_HTML_H
#define OUTPUT_HTML_HTML_H

#include "core/buf.h"
#include "core/doc.h"

void html_write(const struct doc *d, struct buf *out);

#endif
