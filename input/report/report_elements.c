#include "input/report/report_elements.h"
#include "input/prose/prose_elements.h"
#include "input/view/figure_check_elements.h"
#include "input/view/view_elements.h"

#define XML_OF_ACKNOWLEDGED(E, m) XML_CHOSEN(E, m, acknowledged_choices)
#define XML_OF_AUDIENCE(E, m) XML_CHOSEN(E, m, audience_choices)
#define XML_OF_DATE_ORDER(E, m) XML_CHOSEN(E, m, date_order_choices)
#define XML_OF_DATA_UNIT(E, m) XML_CHOSEN(E, m, data_unit_choices)
#define XML_OF_HIDDEN_CELLS(E, m) XML_CHOSEN(E, m, hidden_cells_choices)
#define XML_OF_DELIMITER(E, m) XML_CHOSEN(E, m, delimiter_choices)
#define XML_OF_NAMED_VALUE_TYPE(E, m) XML_CHOSEN(E, m, named_value_type_choices)

XML_ATTRIBUTES_OF(report, REPORT_ATTRIBUTES);
XML_ATTRIBUTES_OF(field, FIELD_ATTRIBUTES);
XML_ATTRIBUTES_OF(data, DATA_ATTRIBUTES);
XML_ATTRIBUTES_OF(data_column, DATA_COLUMN_ATTRIBUTES);
XML_ATTRIBUTES_OF(data_cell, DATA_CELL_ATTRIBUTES);
XML_ATTRIBUTES_OF(named_value, NAMED_VALUE_ATTRIBUTES);
XML_ATTRIBUTES_OF(person, PERSON_ATTRIBUTES);
XML_ATTRIBUTES_OF(recommendation, RECOMMENDATION_ATTRIBUTES);
XML_ATTRIBUTES_OF(report_section, REPORT_SECTION_ATTRIBUTES);
XML_ATTRIBUTES_OF(word_sections_given, WORD_SECTIONS_ATTRIBUTES);
XML_ATTRIBUTES_OF(report_part, REPORT_PART_ATTRIBUTES);
XML_ATTRIBUTES_OF(paper, PAPER_ATTRIBUTES);
XML_ATTRIBUTES_OF(acknowledgement, ACKNOWLEDGEMENT_ATTRIBUTES);

static const struct xml_child blocks[] = {PROSE_BLOCKS};
static const struct xml_child fields[] = {XML_MANY(field_element)};
static const struct xml_child recommendations[] = {
    XML_MANY(recommendation_element)};
static const struct xml_child in_recommendation[] = {PROSE_BLOCKS,
                                                     XML_MAYBE(reason_element)};
static const struct xml_child sections[] = {XML_MANY(report_section_element)};

const struct xml_element field_element = {
    .name = "field",
    .sentence = "A header field that the template asks for: its text.",
    XML_SET(field),
    .text = XML_TEXT_MIXED,
};

const struct xml_element header_element = {
    .name = "header",
    .sentence = "The header fields.",
    XML_CHILDREN(fields),
};

const struct xml_element data_column_element = {
    .name = "column",
    .sentence = "Which heading of the file a column is.",
    XML_SET(data_column),
};

static const struct xml_element data_cell_element = {
    .name = "cell",
    .sentence = "A cell of a row whose column has a heading that is no name: "
                "its text.",
    XML_SET(data_cell),
    .text = XML_TEXT_VALUE,
};

static const struct xml_child in_data_row[] = {XML_MANY(data_cell_element)};

const struct xml_element data_row_element = {
    .name = "row",
    .sentence = "A row of the data: an attribute a column, by its heading.",
    XML_CHILDREN(in_data_row),
    .any_attribute = true,
};

static const struct xml_child in_data[] = {XML_MANY(data_column_element),
                                           XML_MANY(data_row_element)};

const struct xml_element data_element = {
    .name = "data",
    .sentence = "A table of a kind, from a file or from rows.",
    XML_SET(data),
    XML_CHILDREN(in_data),
};

const struct xml_element named_value_element = {
    .name = "value",
    .sentence = "A value that prose may print by name: its text.",
    XML_SET(named_value),
    .text = XML_TEXT_MIXED,
};

const struct xml_element person_element = {
    .name = "person",
    .sentence = "Somebody who signs the report or can be asked.",
    XML_SET(person),
};

const struct xml_element reason_element = {
    .name = "reason",
    .sentence = "The reason for a recommendation.",
    XML_CHILDREN(blocks),
};

const struct xml_element recommendation_element = {
    .name = "recommendation",
    .sentence = "What is recommended, and perhaps why.",
    XML_SET(recommendation),
    XML_CHILDREN(in_recommendation),
};

const struct xml_element recommendations_element = {
    .name = "recommendations",
    .sentence = "The recommendations, in their order.",
    XML_CHILDREN(recommendations),
};

const struct xml_element report_section_element = {
    .name = "section",
    .sentence = "The prose of a section.",
    XML_SET(report_section),
    XML_CHILDREN(blocks),
};

const struct xml_element word_sections_element = {
    .name = "sections",
    .sentence = "The prose of several sections, from a Word file or Markdown: "
                "each stands there below its heading.",
    XML_SET(word_sections_given),
};

const struct xml_element report_part_element = {
    .name = "part",
    .sentence = "A further part, with sections of its own.",
    XML_SET(report_part),
    XML_CHILDREN(sections),
};

const struct xml_element appendix_element = {
    .name = "appendix",
    .sentence = "An appendix: its prose, or nothing where it is a document of "
                "its own.",
    XML_SET(paper),
    XML_CHILDREN(blocks),
};

const struct xml_element paper_element = {
    .name = "paper",
    .sentence = "A background paper.",
    XML_SET(paper),
};

const struct xml_element acknowledgement_element = {
    .name = "acknowledge",
    .sentence = "A fault of published data that stands as it was printed.",
    XML_SET(acknowledgement),
};

static const struct xml_child children[] = {
    XML_MANY(header_element),
    XML_MANY(data_element),
    XML_MANY(view_element),
    XML_MANY(figure_check_element),
    XML_MANY(named_value_element),
    XML_MANY(person_element),
    XML_MANY(recommendations_element),
    XML_MANY(report_section_element),
    XML_MANY(word_sections_element),
    XML_MANY(report_part_element),
    XML_MANY(appendix_element),
    XML_MANY(paper_element),
    XML_MANY(acknowledgement_element),
};

const struct xml_element report_element = {
    .name = "report",
    .sentence = "One report.",
    XML_SET(report),
    XML_CHILDREN(children),
};
