/*
 * section_calls.h - the generators that a section of a template calls, in their
 * order: as blocks of their own or in standard wording.
 */
#ifndef CORE_DOC_SECTION_CALLS_H
#define CORE_DOC_SECTION_CALLS_H

#include "core/doc/doc.h"
#include "core/model/template.h"

/* A walk: begin with {.section = s}. */
struct section_calls {
    const struct template_section *section;
    size_t block;
    bool inside; /* in the prose of the block */
    struct doc_walk prose;
};

/* NULL: there are no more. */
const struct generator_call *section_calls_next(struct section_calls *w);

/* Whether S calls GENERATOR. */
bool section_calls(const struct template_section *s, const char *generator);

/* Whether it prints the report's prose: one that holds nothing does. */
bool section_prints_prose(const struct template_section *s);

#endif
