/*
 * doc_dump_picture.h - the part of doc_dump() that writes the model of a
 * picture, and what it shares with the rest. Failure sticks in OUT.
 */
#ifndef CORE_DOC_DOC_DUMP_PICTURE_H
#define CORE_DOC_DOC_DUMP_PICTURE_H

#include "core/doc/doc.h"
#include "core/doc/picture.h"

void dump_indent(struct buf *out, size_t depth);

/* In quotation marks, which it may hold itself; no control characters. */
void dump_quoted(struct buf *out, struct str s);

/* What is drawn, each line DEPTH steps in. */
void dump_picture(struct buf *out, const struct picture *picture, size_t depth);

#endif
