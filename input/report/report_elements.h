/*
 * report_elements.h - the vocabulary of report.xml (core/model/report.h).
 */
#ifndef INPUT_REPORT_REPORT_ELEMENTS_H
#define INPUT_REPORT_REPORT_ELEMENTS_H

#include "core/model/report.h"
#include "input/xml/xml_element.h"

XML_ATTRIBUTES(report, REPORT_ATTRIBUTES);
XML_ATTRIBUTES(field, FIELD_ATTRIBUTES);
XML_ATTRIBUTES(data, DATA_ATTRIBUTES);
XML_ATTRIBUTES(data_column, DATA_COLUMN_ATTRIBUTES);
XML_ATTRIBUTES(data_cell, DATA_CELL_ATTRIBUTES);
XML_ATTRIBUTES(named_value, NAMED_VALUE_ATTRIBUTES);
XML_ATTRIBUTES(person, PERSON_ATTRIBUTES);
XML_ATTRIBUTES(recommendation, RECOMMENDATION_ATTRIBUTES);
XML_ATTRIBUTES(report_section, REPORT_SECTION_ATTRIBUTES);
XML_ATTRIBUTES(word_sections_given, WORD_SECTIONS_ATTRIBUTES);
XML_ATTRIBUTES(report_part, REPORT_PART_ATTRIBUTES);
XML_ATTRIBUTES(paper, PAPER_ATTRIBUTES);
XML_ATTRIBUTES(acknowledgement, ACKNOWLEDGEMENT_ATTRIBUTES);

extern const struct xml_element report_element;
extern const struct xml_element header_element;
extern const struct xml_element field_element;
extern const struct xml_element data_element;
extern const struct xml_element data_column_element;
extern const struct xml_element data_row_element;
extern const struct xml_element named_value_element;
extern const struct xml_element person_element;
extern const struct xml_element recommendations_element;
extern const struct xml_element recommendation_element;
extern const struct xml_element reason_element;
extern const struct xml_element report_section_element;
extern const struct xml_element word_sections_element;
extern const struct xml_element report_part_element;
extern const struct xml_element appendix_element;
extern const struct xml_element paper_element;
extern const struct xml_element acknowledgement_element;

#endif
