/*
 * medium.h - where something is printed: in the PDF, in the HTML, or in both.
 */
#ifndef CORE_MODEL_MEDIUM_H
#define CORE_MODEL_MEDIUM_H

#include "core/base/choice.h"

/* BOTH has no name: it is what nobody says. */
enum doc_medium {
    MEDIUM_BOTH,
    MEDIUM_PRINT,  /* PDF only: page numbers */
    MEDIUM_SCREEN, /* HTML only: a skip link */
};

extern const struct choice medium_choices[];

#define MEMBER_MEDIUM(m) enum doc_medium m;

#endif
