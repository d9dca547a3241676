#include "generators/generator_table.h"

/* The prose that the report gives for this section. */
void generate_narrative(const struct generator_in *in, struct doc *d,
                        struct doc_node *section)
{
    if (in->section_given != NULL)
        generate_prose(in, d, section, in->section_given->prose);
}
