/*
 * empty_sections.h - what a section prints that has nothing to say.
 *
 * Its template may have a statement for it ("None"), may list it in another
 * section with those like it, or may require words. For sections.c alone.
 */
#ifndef GENERATORS_EMPTY_SECTIONS_H
#define GENERATORS_EMPTY_SECTIONS_H

#include "generators/generator.h"

/* Sections that stand beside each other, and of each those above it that had
   nothing and are listed in it: a LIST, or NULL. */
struct empty_sections {
    const struct template_section *sections;
    size_t count;
    struct doc_node **lists; /* by section; NULL: no memory */
};

/* What SECTION prints where there is nothing of its own, and of others in it.
   False: it is not there. FAULTY: there was something, and what is wrong with
   it was said. HEADING is its own, or NULL. */
bool empty_section_settle(const struct generator_in *in, struct doc *d,
                          struct doc_node *section,
                          const struct doc_node *heading, bool faulty);

#endif
