/*
 * dump_text.h - how dumps of the tree begin a line and quote a text. Failure
 * sticks in OUT.
 */
#ifndef CORE_DOC_DUMP_TEXT_H
#define CORE_DOC_DUMP_TEXT_H

#include "core/base/buf.h"

void dump_indent(struct buf *out, size_t depth);

/* In quotation marks, which it may hold itself; no control characters. */
void dump_quoted(struct buf *out, struct str s);

#endif
