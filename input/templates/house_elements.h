/*
 * house_elements.h - the vocabulary of house styles (core/model/style.h).
 */
#ifndef INPUT_TEMPLATES_HOUSE_ELEMENTS_H
#define INPUT_TEMPLATES_HOUSE_ELEMENTS_H

#include "core/model/style.h"
#include "input/xml/xml_element.h"

XML_ATTRIBUTES(house, HOUSE_ATTRIBUTES);
XML_ATTRIBUTES(house_logo, HOUSE_LOGO_ATTRIBUTES);
XML_ATTRIBUTES(house_fonts, HOUSE_FONTS_ATTRIBUTES);
XML_ATTRIBUTES(house_fallback, HOUSE_FALLBACK_ATTRIBUTES);
XML_ATTRIBUTES(house_colours, HOUSE_COLOURS_ATTRIBUTES);
XML_ATTRIBUTES(house_sizes, HOUSE_SIZES_ATTRIBUTES);
XML_ATTRIBUTES(house_lines, HOUSE_LINES_ATTRIBUTES);
XML_ATTRIBUTES(house_look, HOUSE_LOOK_ATTRIBUTES);

extern const struct xml_element house_element;
extern const struct xml_element house_logo_element;
extern const struct xml_element house_fonts_element;
extern const struct xml_element house_fallback_element;
extern const struct xml_element house_colours_element;
extern const struct xml_element house_sizes_element;
extern const struct xml_element house_lines_element;
extern const struct xml_element house_look_element;

#endif
