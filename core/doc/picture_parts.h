/*
 * picture_parts.h - what proves and dumps the models of pictures: a file of
 * core/doc/ each, and what they share. For these alone.
 *
 * Failure: a fault is returned; what is dumped sticks in OUT.
 */
#ifndef CORE_DOC_PICTURE_PARTS_H
#define CORE_DOC_PICTURE_PARTS_H

#include "core/base/buf.h"
#include "core/model/picture.h"

#define PICTURE_FUNCTIONS(kind, name)                                          \
    enum picture_fault picture_check_##name(                                   \
        const struct picture_##name *model, struct str *text);                 \
    void picture_dump_##name(                                                  \
        struct buf *out, const struct picture_##name *model, size_t depth);
PICTURE_MODELS(PICTURE_FUNCTIONS)
#undef PICTURE_FUNCTIONS

/* Keeps the first fault in *FAULT, and in *TEXT the text of N that is too
   long. */
void picture_note_text(const struct str *texts, uint32_t n,
                       enum picture_fault *fault, struct str *text);

enum picture_fault picture_check_ticks(const struct picture_tick *ticks,
                                       uint32_t n, struct str *text);

/* A line that begins with NAME, DEPTH steps in. */
void picture_begin_line(struct buf *out, size_t depth, const char *name);
/* A space, and TEXT in quotation marks. */
void picture_put_text(struct buf *out, struct str text);

#endif
