/*
 * xml_vocabulary.h - all elements that a kind of file may hold.
 *
 * Ownership: the elements are static; the struct is the caller's.
 */
#ifndef INPUT_XML_XML_VOCABULARY_H
#define INPUT_XML_XML_VOCABULARY_H

#include "input/xml/xml_element.h"

#define XML_ELEMENTS_MAX 128 /* vocabularies are ours: more is a mistake */

/* The root, what may stand in it, what may stand in that: each once, in the
   order in which it is reached. */
struct xml_vocabulary {
    const struct xml_element *elements[XML_ELEMENTS_MAX];
    size_t count;
};

void xml_vocabulary_of(const struct xml_element *root,
                       struct xml_vocabulary *vocabulary);

/* The index of ELEMENT, which is in it. */
size_t xml_vocabulary_index(const struct xml_vocabulary *vocabulary,
                            const struct xml_element *element);

#endif
