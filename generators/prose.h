/*
 * prose.h - prose that was read into blocks of the tree. For generators/ alone.
 */
#ifndef GENERATORS_PROSE_H
#define GENERATORS_PROSE_H

#include "generators/generator.h"

/*
 * FRAGMENT with its expressions and conditions settled, added to PARENT.
 * Paragraphs directly in a SECTION take its series; a heading's level comes
 * below in->level; notes follow the block that marks them. What it asks of
 * generators waits (generators/run_generator.h).
 */
void generate_prose(const struct generator_in *in, struct doc *d,
                    struct doc_node *parent, const struct doc_node *fragment);

#endif
