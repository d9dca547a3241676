/*
 * kind_elements.h - the vocabulary of kinds (core/model/kind.h).
 */
#ifndef INPUT_TEMPLATES_KIND_ELEMENTS_H
#define INPUT_TEMPLATES_KIND_ELEMENTS_H

#include "core/model/kind.h"
#include "input/xml/xml_element.h"

XML_ATTRIBUTES(kind, KIND_ATTRIBUTES);
XML_ATTRIBUTES(kind_column, KIND_COLUMN_ATTRIBUTES);
XML_ATTRIBUTES(kind_choice, KIND_CHOICE_ATTRIBUTES);
XML_ATTRIBUTES(kind_row, KIND_ROW_ATTRIBUTES);
XML_ATTRIBUTES(kind_check, KIND_CHECK_ATTRIBUTES);
XML_ATTRIBUTES(kind_title, KIND_TITLE_ATTRIBUTES);
XML_ATTRIBUTES(kind_words, KIND_WORDS_ATTRIBUTES);

extern const struct xml_element kind_words_element;
extern const struct xml_element kind_element;
extern const struct xml_element kind_column_element;
extern const struct xml_element kind_choice_element;
extern const struct xml_element kind_row_element;
extern const struct xml_element kind_check_element;
extern const struct xml_element kind_title_element;
extern const struct xml_element kind_span_element;

#endif
