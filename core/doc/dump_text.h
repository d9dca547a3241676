/*
 * dump_text.h - the lines of doc_dump(). Failure sticks in OUT.
 */
#ifndef CORE_DOC_DUMP_TEXT_H
#define CORE_DOC_DUMP_TEXT_H

#include "core/base/buf.h"

void dump_indent(struct buf *out, size_t depth);

/* NAME, DEPTH steps in. */
void dump_line(struct buf *out, size_t depth, const char *name);

/* In quotation marks, which it may hold itself; no control characters. */
void dump_quoted(struct buf *out, struct str s);

/* The same, after a space. */
void dump_text(struct buf *out, struct str text);

#endif
