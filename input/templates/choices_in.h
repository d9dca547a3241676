/*
 * choices_in.h - what may be said and nothing else: choices of a column of a
 * kind, or of a header field; and titles by language.
 *
 * Memory: the arena of the reading. Faults are findings.
 */
#ifndef INPUT_TEMPLATES_CHOICES_IN_H
#define INPUT_TEMPLATES_CHOICES_IN_H

#include "core/model/kind.h"
#include "input/xml/xml_value.h"

/* What has choices: a "column" of a kind, or a "header field". */
struct choices_of {
    const char *whose;                 /* in messages */
    const struct xml_element *element; /* of one choice, with what it says */
    const struct xml_attribute_rule *attributes;
    size_t nattributes;
    const char *lang; /* of the choices, or NULL */
};

/* The choices of the attribute, or of elements below NODE, go into C, whose id
   and type are known. */
void choices_in(const struct xml_reading *xml, const struct xml_node *node,
                const struct choices_of *of, struct kind_column *c);

/* What the ELEMENTs below NODE say, one a language. AS_WRITTEN: nothing is
   worked out in it, as in a caption. */
struct kind_titles kind_titles_in(const struct xml_reading *xml,
                                  const struct xml_node *node,
                                  const struct xml_element *element,
                                  const char *lang, bool as_written);

#endif
