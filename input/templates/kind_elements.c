#include "input/templates/kind_elements.h"

#define XML_OF_VALUE_TYPE(E, m) XML_CHOSEN(E, m, value_type_choices)
#define XML_OF_COLUMN_ROLE(E, m) XML_CHOSEN(E, m, column_role_choices)
#define XML_OF_ROW_ROLE(E, m) XML_CHOSEN(E, m, row_role_choices)
#define XML_OF_CHECK_TYPE(E, m) XML_CHOSEN(E, m, check_type_choices)
#define XML_OF_REPEATS_OVER(E, m) XML_CHOSEN(E, m, repeats_over_choices)
#define XML_OF_CHOICE_STATUS(E, m) XML_CHOSEN(E, m, choice_status_choices)
#define XML_OF_CHOICE_MEANING(E, m) XML_CHOSEN(E, m, choice_meaning_choices)
#define XML_OF_COLUMN_BETTER(E, m) XML_CHOSEN(E, m, column_better_choices)
#define XML_OF_COLUMN_SCENARIO(E, m) XML_CHOSEN(E, m, column_scenario_choices)
#define XML_OF_CHECK_TOLERANCE(E, m) XML_CHOSEN(E, m, check_tolerance_choices)
#define XML_OF_HEADING_SOURCE(E, m) XML_CHOSEN(E, m, heading_source_choices)
#define XML_OF_DECIMALS(E, m) XML_CHOSEN(E, m, decimals_source_choices)

XML_ATTRIBUTES_OF(kind, KIND_ATTRIBUTES);
XML_ATTRIBUTES_OF(kind_column, KIND_COLUMN_ATTRIBUTES);
XML_ATTRIBUTES_OF(kind_choice, KIND_CHOICE_ATTRIBUTES);
XML_ATTRIBUTES_OF(kind_row, KIND_ROW_ATTRIBUTES);
XML_ATTRIBUTES_OF(kind_check, KIND_CHECK_ATTRIBUTES);
XML_ATTRIBUTES_OF(kind_title, KIND_TITLE_ATTRIBUTES);
XML_ATTRIBUTES_OF(kind_words, KIND_WORDS_ATTRIBUTES);

const struct xml_element kind_title_element = {
    .name = "title",
    .sentence = "What it is called in another language: where words of that "
                "language are printed. Data may head a column by it.",
    .since = 2,
    .text = XML_TEXT_MIXED,
    XML_SET(kind_title),
};

const struct xml_element kind_span_element = {
    .name = "span",
    .sentence = "The heading `span` over columns in another language.",
    .since = 2,
    .text = XML_TEXT_MIXED,
    XML_SET(kind_title),
};

static const struct xml_child choice_children[] = {
    XML_MANY_SINCE(kind_title_element, 2)};

const struct xml_element kind_choice_element = {
    .name = "choice",
    .sentence = "One of the choices of a column, with what else it is called.",
    XML_SET(kind_choice),
    XML_CHILDREN(choice_children),
};

static const struct xml_child column_children[] = {
    XML_MANY(kind_choice_element), XML_MANY_SINCE(kind_title_element, 2),
    XML_MANY_SINCE(kind_span_element, 2)};

const struct xml_element kind_column_element = {
    .name = "column",
    .sentence = "A column that data of the kind have, or may have. A heading "
                "is matched with titles and ids first, then with aliases. A "
                "required column may have an alias of one above it that data "
                "may lack, and takes it where no other heading is called as it "
                "is; one of role `key` takes the corner of a table, which is "
                "blank or holds the unit of the figures.",
    XML_SET(kind_column),
    XML_CHILDREN(column_children),
};

const struct xml_element kind_row_element = {
    .name = "line",
    .sentence = "Says what a row is by its text.",
    XML_SET(kind_row),
};

const struct xml_element kind_check_element = {
    .name = "check",
    .sentence = "What must hold between figures of the data.",
    XML_SET(kind_check),
};

const struct xml_element kind_words_element = {
    .name = "words",
    .sentence = "What stands under tables of the kind, one for each language.",
    .since = 2,
    XML_SET(kind_words),
};

static const struct xml_child children[] = {
    XML_SOME(kind_column_element), XML_MANY(kind_row_element),
    XML_MANY(kind_check_element), XML_MANY_SINCE(kind_title_element, 2),
    XML_MANY(kind_words_element)};

const struct xml_element kind_element = {
    .name = "kind",
    .sentence = "A kind of table: what its columns mean, and what must hold.",
    XML_SET(kind),
    XML_CHILDREN(children),
};
