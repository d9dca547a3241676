/*
 * doc_dump_picture.h - the part of doc_dump() that writes the model of a
 * picture. Failure sticks in OUT.
 */
#ifndef CORE_DOC_DOC_DUMP_PICTURE_H
#define CORE_DOC_DOC_DUMP_PICTURE_H

#include "core/base/buf.h"
#include "core/model/picture.h"

/* What is drawn, each line DEPTH steps in. */
void dump_picture(struct buf *out, const struct picture *picture, size_t depth);

#endif
