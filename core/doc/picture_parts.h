/*
 * picture_parts.h - what the models of pictures have in common: how they are
 * proven, and how doc_dump() writes them. For core/doc/picture*.c alone.
 */
#ifndef CORE_DOC_PICTURE_PARTS_H
#define CORE_DOC_PICTURE_PARTS_H

#include "core/doc/dump_text.h"
#include "core/doc/picture.h"

/* picture_NAME.c: each proves its model, and dumps it DEPTH steps in. *TEXT is
   set to a text that is too long. */
#define PICTURE_FUNCTIONS(ID, name)                                            \
    enum picture_fault picture_check_##name(                                   \
        const struct picture_##name *model, struct str *text);                 \
    void picture_dump_##name(                                                  \
        struct buf *out, const struct picture_##name *model, size_t depth);
PICTURE_KINDS(PICTURE_FUNCTIONS)
#undef PICTURE_FUNCTIONS

/* Keeps the first fault: one of N texts is too long, which *TEXT becomes. */
void picture_check_texts(const struct str *texts, uint32_t n,
                         enum picture_fault *fault, struct str *text);

/* At least two ticks, in order. */
enum picture_fault picture_check_ticks(const struct picture_tick *ticks,
                                       uint32_t n, struct str *text);

#endif
