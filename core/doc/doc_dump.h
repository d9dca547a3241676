/*
 * doc_dump.h - what the parts of doc_dump() share; for core/doc_dump*.c
 * alone.
 */
#ifndef CORE_DOC_DOC_DUMP_H
#define CORE_DOC_DOC_DUMP_H

#include "core/doc/doc.h"
#include "core/doc/picture.h"

void dump_indent(struct buf *out, size_t depth);

/* In quotation marks, which it may hold itself; no control characters. */
void dump_quoted(struct buf *out, struct str s);

/* The model of a picture: doc_dump_picture.c. */
void dump_picture(struct buf *out, const struct picture *picture, size_t depth);

#endif
