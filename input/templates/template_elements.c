#include "input/templates/template_elements.h"
#include "input/prose/prose_elements.h"
#include "input/templates/kind_elements.h"
#include "input/view/figure_check_elements.h"
#include "input/view/view_elements.h"

#define XML_OF_PAPER(E, m) XML_CHOSEN(E, m, paper_choices)
#define XML_OF_ORIENTATION(E, m) XML_CHOSEN(E, m, orientation_choices)
#define XML_OF_HEADER_LAYOUT(E, m) XML_CHOSEN(E, m, header_layout_choices)
#define XML_OF_FIELD_TYPE(E, m) XML_CHOSEN(E, m, field_type_choices)
#define XML_OF_FIELD_ROLE(E, m) XML_CHOSEN(E, m, field_role_choices)
#define XML_OF_AUDIENCE(E, m) XML_CHOSEN(E, m, audience_choices)
#define XML_OF_MEDIUM(E, m) XML_CHOSEN(E, m, medium_choices)
#define XML_OF_REQUIREMENT(E, m) XML_CHOSEN(E, m, xml_yes_choices)

XML_ATTRIBUTES_OF(template, TEMPLATE_ATTRIBUTES);
XML_ATTRIBUTES_OF(page_style, PAGE_ATTRIBUTES);
XML_ATTRIBUTES_INTO(template_series, label_series, TEMPLATE_SERIES_ATTRIBUTES);
XML_ATTRIBUTES_OF(template_numbering, TEMPLATE_NUMBERING_ATTRIBUTES);
XML_ATTRIBUTES_INTO(template_header, template, TEMPLATE_HEADER_ATTRIBUTES);
XML_ATTRIBUTES_OF(template_field, TEMPLATE_FIELD_ATTRIBUTES);
XML_ATTRIBUTES_INTO(template_choice, kind_choice, FIELD_CHOICE_ATTRIBUTES);
XML_ATTRIBUTES_OF(template_role, TEMPLATE_ROLE_ATTRIBUTES);
XML_ATTRIBUTES_OF(template_data, TEMPLATE_DATA_ATTRIBUTES);
XML_ATTRIBUTES_OF(template_section, TEMPLATE_SECTION_ATTRIBUTES);
XML_ATTRIBUTES_OF(template_own_sections, TEMPLATE_OWN_SECTIONS_ATTRIBUTES);
XML_ATTRIBUTES_OF(template_part, TEMPLATE_PART_ATTRIBUTES);
XML_ATTRIBUTES_OF(template_piece, TEMPLATE_PIECE_ATTRIBUTES);
XML_ATTRIBUTES_OF(template_place, TEMPLATE_PLACE_ATTRIBUTES);
XML_ATTRIBUTES_INTO(template_generate, generator_call,
                    TEMPLATE_GENERATE_ATTRIBUTES);

static const struct xml_child fields[] = {XML_MANY(template_field_element)};
static const struct xml_child in_header[] = {
    XML_MANY(template_field_element), PROSE_LATER_BLOCKS, PROSE_BODY,
    XML_MANY(prose_title_element), XML_MANY(prose_logo_element)};
static const struct xml_child in_cover[] = {PROSE_PLAIN_BLOCKS, PROSE_BODY,
                                            XML_MANY(prose_title_element),
                                            XML_MANY(prose_logo_element)};
static const struct xml_child in_running[] = {
    XML_MAYBE(prose_start_element), XML_MAYBE(prose_centre_element),
    XML_MAYBE(prose_end_element),   XML_MANY_SINCE(prose_paragraph_element, 2),
    XML_MANY(prose_sides_element),  XML_MANY(prose_body_block_element),
    XML_MANY(prose_use_element)};
static const struct xml_child in_section[] = {
    XML_MANY(prose_narrative_element), XML_MANY(template_generate_element),
    PROSE_PLAIN_BLOCKS, PROSE_BODY};
static const struct xml_child in_sign_off[] = {
    XML_MANY(template_generate_element), PROSE_PLAIN_BLOCKS, PROSE_BODY};
static const struct xml_child sections[] = {
    XML_MANY(template_section_element),
    XML_MAYBE(template_own_sections_element)};
static const struct xml_child places[] = {
    XML_MANY(template_place_element), XML_MAYBE(template_own_sections_element)};

const struct xml_element template_about_element = {
    .name = "about",
    .sentence = "One or two lines for `councilpress templates`.",
    .text = XML_TEXT_MIXED,
};

const struct xml_element template_page_element = {
    .name = "page",
    .sentence = "The page.",
    XML_SET(page_style),
};

const struct xml_element template_series_element = {
    .name = "series",
    .sentence = "A series of labels.",
    XML_SET(template_series),
};

const struct xml_element template_numbering_element = {
    .name = "numbering",
    .sentence = "Which series labels what. What is not named is unnumbered.",
    XML_SET(template_numbering),
};

static const struct xml_child in_choice[] = {XML_MANY(kind_title_element)};

const struct xml_element template_choice_element = {
    .name = "choice",
    .sentence = "One of the choices of a header field, with what else it is "
                "called.",
    XML_SET(template_choice),
    XML_CHILDREN(in_choice),
    .since = 2,
};

static const struct xml_child in_field[] = {XML_MANY(template_choice_element)};

const struct xml_element template_field_element = {
    .name = "field",
    .sentence = "A header field.",
    XML_SET(template_field),
    XML_CHILDREN(in_field),
};

const struct xml_element template_header_element = {
    .name = "header",
    .sentence = "What stands at the head of a report: in files of format 1 its "
                "fields, later what it holds.",
    XML_SET(template_header),
    XML_CHILDREN(in_header),
};

const struct xml_element template_fields_element = {
    .name = "fields",
    .sentence = "What a report gives beside prose and data. The header prints "
                "it.",
    XML_CHILDREN(fields),
    .since = 2,
};

const struct xml_element template_cover_element = {
    .name = "cover",
    .sentence = "What stands on a page of its own before all else.",
    XML_CHILDREN(in_cover),
    .since = 2,
};

const struct xml_element template_piece_element = {
    .name = "piece",
    .sentence = "Blocks that are used in several places. A piece may use those "
                "that stand before it.",
    XML_SET(template_piece),
    XML_CHILDREN(in_cover),
    .since = 2,
};

const struct xml_element template_head_element = {
    .name = "head",
    .sentence = "What stands at the head of every page.",
    XML_CHILDREN(in_running),
};

const struct xml_element template_foot_element = {
    .name = "foot",
    .sentence = "What stands at the foot of every page.",
    XML_CHILDREN(in_running),
};

const struct xml_element template_role_element = {
    .name = "role",
    .sentence = "A role that a person may have.",
    XML_SET(template_role),
};

const struct xml_element template_data_element = {
    .name = "data",
    .sentence = "Data that a report is asked for.",
    XML_SET(template_data),
    .merges = true,
};

const struct xml_element template_generate_element = {
    .name = "generate",
    .sentence = "What a generator makes. Further attributes are its "
                "arguments.",
    XML_SET(template_generate),
    .any_attribute = true,
};

const struct xml_element template_section_element = {
    .name = "section",
    .sentence = "A section. What it holds is printed in order; one that holds "
                "nothing prints the report's prose.",
    XML_SET(template_section),
    XML_CHILDREN(in_section),
};

const struct xml_element template_own_sections_element = {
    .name = "sections-of-report",
    .sentence = "Where the sections stand that a report has of its own. "
                "Without such a place it can have none.",
    XML_SET(template_own_sections),
    .since = 2,
};

const struct xml_element template_part_element = {
    .name = "part",
    .sentence = "A further part of the report, with a heading of its own.",
    XML_SET(template_part),
    XML_CHILDREN(sections),
};

const struct xml_element template_place_element = {
    .name = "place",
    .sentence = "The place of a section.",
    XML_SET(template_place),
};

const struct xml_element template_order_element = {
    .name = "order",
    .sentence = "The order of the sections of a template that extends another. "
                "Sections that it does not name follow.",
    XML_CHILDREN(places),
};

const struct xml_element template_sign_off_element = {
    .name = "sign-off",
    .sentence = "What is printed after the last section.",
    XML_CHILDREN(in_sign_off),
};

static const struct xml_child children[] = {
    XML_MAYBE(template_about_element),
    XML_MAYBE(template_page_element),
    XML_MANY(template_series_element),
    XML_MAYBE(template_numbering_element),
    XML_MAYBE(template_fields_element),
    XML_MANY(template_piece_element),
    XML_MAYBE(template_cover_element),
    XML_MAYBE(template_header_element),
    XML_MAYBE(template_head_element),
    XML_MAYBE(template_foot_element),
    XML_MANY(template_role_element),
    XML_MANY(template_data_element),
    XML_MANY(template_view_element),
    XML_MANY(template_figure_check_element),
    XML_MANY(template_section_element),
    XML_MAYBE(template_own_sections_element),
    XML_MANY(template_part_element),
    XML_MAYBE(template_order_element),
    XML_MAYBE(template_sign_off_element),
};

const struct xml_element template_element = {
    .name = "template",
    .sentence = "A report format.",
    XML_SET(template),
    XML_CHILDREN(children),
};
