#include "input/templates/wording_elements.h"

XML_ATTRIBUTES_OF(wording, WORDING_ATTRIBUTES);
XML_ATTRIBUTES_OF(wording_phrase, WORDING_PHRASE_ATTRIBUTES);
XML_ATTRIBUTES_OF(wording_word, WORDING_WORD_ATTRIBUTES);
XML_ATTRIBUTES_OF(wording_name, WORDING_NAME_ATTRIBUTES);
XML_ATTRIBUTES_OF(wording_ordinal, WORDING_ORDINAL_ATTRIBUTES);
XML_ATTRIBUTES_OF(wording_plural, WORDING_PLURAL_ATTRIBUTES);
XML_ATTRIBUTES_OF(wording_number, WORDING_NUMBER_ATTRIBUTES);
XML_ATTRIBUTES_INTO(wording_date, wording, WORDING_DATE_ATTRIBUTES);
XML_ATTRIBUTES_INTO(wording_figures, wording, WORDING_FIGURES_ATTRIBUTES);

const struct xml_element wording_phrase_element = {
    .name = "phrase",
    .sentence = "Words that the program prints, as they stand; each phrase "
                "must be there. What stands in braces is filled in.",
    XML_SET(wording_phrase),
    .text = XML_TEXT_MIXED,
};

const struct xml_element wording_word_element = {
    .name = "word",
    .sentence = "Words that are read in data and reports; each must be there. "
                "A spelling may stand for several.",
    XML_SET(wording_word),
};

const struct xml_element wording_month_element = {
    .name = "month",
    .sentence = "A month, from January on.",
    XML_SET(wording_name),
};

const struct xml_element wording_weekday_element = {
    .name = "weekday",
    .sentence = "A day of the week, from Monday on.",
    XML_SET(wording_name),
};

const struct xml_element wording_ordinal_element = {
    .name = "ordinal",
    .sentence =
        "What makes a figure an ordinal: of each day of a month from 1 to "
        "31; or, as in English, of 1, 2, 3 and any other.",
    XML_SET(wording_ordinal),
};

const struct xml_element wording_plural_element = {
    .name = "plural",
    .sentence = "Numbers that take a form of their own, in the order of the "
                "texts of `plural`; the last text is that of any other number. "
                "Without any, 1 takes the first of two.",
    XML_SET(wording_plural),
    .since = 2,
};

const struct xml_element wording_number_element = {
    .name = "number",
    .sentence = "A number in words, from nought on.",
    XML_SET(wording_number),
};

const struct xml_element wording_date_element = {
    .name = "date",
    .sentence = "How dates are printed.",
    XML_SET(wording_date),
};

const struct xml_element wording_figures_element = {
    .name = "figures",
    .sentence = "How figures are printed.",
    XML_SET(wording_figures),
};

static const struct xml_child children[] = {
    XML_MANY(wording_phrase_element),
    XML_MANY(wording_word_element),
    XML_TIMES(wording_month_element, 12),
    XML_TIMES(wording_weekday_element, 7),
    XML_BETWEEN(wording_ordinal_element, 4, 31),
    XML_MANY(wording_plural_element),
    XML_TIMES(wording_number_element, WORDING_NUMBERS),
    XML_ONE(wording_date_element),
    XML_ONE(wording_figures_element),
};

const struct xml_element wording_element = {
    .name = "wording",
    .sentence = "Every word that the program itself prints, in one language.",
    XML_SET(wording),
    XML_CHILDREN(children),
    .merges = true,
};
