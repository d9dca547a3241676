/*
 * template_elements.h - the vocabulary of templates (core/model/template.h).
 */
#ifndef INPUT_TEMPLATES_TEMPLATE_ELEMENTS_H
#define INPUT_TEMPLATES_TEMPLATE_ELEMENTS_H

#include "core/model/template.h"
#include "input/xml/xml_element.h"

XML_ATTRIBUTES(template, TEMPLATE_ATTRIBUTES);
XML_ATTRIBUTES(page_style, PAGE_ATTRIBUTES);
XML_ATTRIBUTES(template_series, TEMPLATE_SERIES_ATTRIBUTES);
XML_ATTRIBUTES(template_numbering, TEMPLATE_NUMBERING_ATTRIBUTES);
XML_ATTRIBUTES(template_header, TEMPLATE_HEADER_ATTRIBUTES);
XML_ATTRIBUTES(template_field, TEMPLATE_FIELD_ATTRIBUTES);
XML_ATTRIBUTES(template_choice, FIELD_CHOICE_ATTRIBUTES);
XML_ATTRIBUTES(template_role, TEMPLATE_ROLE_ATTRIBUTES);
XML_ATTRIBUTES(template_data, TEMPLATE_DATA_ATTRIBUTES);
XML_ATTRIBUTES(template_section, TEMPLATE_SECTION_ATTRIBUTES);
XML_ATTRIBUTES(template_own_sections, TEMPLATE_OWN_SECTIONS_ATTRIBUTES);
XML_ATTRIBUTES(template_part, TEMPLATE_PART_ATTRIBUTES);
XML_ATTRIBUTES(template_piece, TEMPLATE_PIECE_ATTRIBUTES);
XML_ATTRIBUTES(template_place, TEMPLATE_PLACE_ATTRIBUTES);
XML_ATTRIBUTES(template_generate, TEMPLATE_GENERATE_ATTRIBUTES);

extern const struct xml_element template_element;
extern const struct xml_element template_about_element;
extern const struct xml_element template_page_element;
extern const struct xml_element template_series_element;
extern const struct xml_element template_numbering_element;
extern const struct xml_element template_fields_element;
extern const struct xml_element template_piece_element;
extern const struct xml_element template_cover_element;
extern const struct xml_element template_header_element;
extern const struct xml_element template_field_element;
extern const struct xml_element template_choice_element;
extern const struct xml_element template_head_element;
extern const struct xml_element template_foot_element;
extern const struct xml_element template_role_element;
extern const struct xml_element template_data_element;
extern const struct xml_element template_section_element;
extern const struct xml_element template_own_sections_element;
extern const struct xml_element template_part_element;
extern const struct xml_element template_order_element;
extern const struct xml_element template_place_element;
extern const struct xml_element template_generate_element;
extern const struct xml_element template_sign_off_element;

#endif
