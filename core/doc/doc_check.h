/*
 * doc_check.h - what the parts of doc_check() share; for core/doc_check*.c
 * alone.
 */
#ifndef CORE_DOC_DOC_CHECK_H
#define CORE_DOC_DOC_CHECK_H

#include "core/doc/doc_index.h"

struct check {
    const struct doc *d;
    struct findings *f;
    struct doc_index index;
    uint8_t level;   /* of the last heading */
    uint32_t titles; /* headings of level 1 */
    bool bug;        /* something no author could have caused */
};

/* Rows, spans, header cells of TABLE: doc_check_table.c. */
void doc_check_table(struct check *c, const struct doc_node *table);

#endif
