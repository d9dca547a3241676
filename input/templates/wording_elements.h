/*
 * wording_elements.h - the vocabulary of wordings (core/value/wording.h).
 */
#ifndef INPUT_TEMPLATES_WORDING_ELEMENTS_H
#define INPUT_TEMPLATES_WORDING_ELEMENTS_H

#include "core/value/wording.h"
#include "input/xml/xml_element.h"

XML_ATTRIBUTES(wording, WORDING_ATTRIBUTES);
XML_ATTRIBUTES(wording_phrase, WORDING_PHRASE_ATTRIBUTES);
XML_ATTRIBUTES(wording_word, WORDING_WORD_ATTRIBUTES);
XML_ATTRIBUTES(wording_name, WORDING_NAME_ATTRIBUTES);
XML_ATTRIBUTES(wording_ordinal, WORDING_ORDINAL_ATTRIBUTES);
XML_ATTRIBUTES(wording_plural, WORDING_PLURAL_ATTRIBUTES);
XML_ATTRIBUTES(wording_number, WORDING_NUMBER_ATTRIBUTES);
XML_ATTRIBUTES(wording_date, WORDING_DATE_ATTRIBUTES);
XML_ATTRIBUTES(wording_figures, WORDING_FIGURES_ATTRIBUTES);

extern const struct xml_element wording_element;
extern const struct xml_element wording_phrase_element;
extern const struct xml_element wording_word_element;
extern const struct xml_element wording_month_element;
extern const struct xml_element wording_weekday_element;
extern const struct xml_element wording_ordinal_element;
extern const struct xml_element wording_plural_element;
extern const struct xml_element wording_number_element;
extern const struct xml_element wording_date_element;
extern const struct xml_element wording_figures_element;

#endif
