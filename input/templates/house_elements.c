#include "input/templates/house_elements.h"

#define XML_OF_PANEL(E, m) XML_CHOSEN(E, m, panel_choices)
#define XML_OF_COVER(E, m) XML_CHOSEN(E, m, cover_choices)
#define XML_OF_TABLE_HEAD(E, m) XML_CHOSEN(E, m, table_head_choices)
#define XML_OF_FACTS(E, m) XML_CHOSEN(E, m, facts_choices)

XML_ATTRIBUTES_OF(house, HOUSE_ATTRIBUTES);
XML_ATTRIBUTES_OF(house_logo, HOUSE_LOGO_ATTRIBUTES);
XML_ATTRIBUTES_OF(house_fonts, HOUSE_FONTS_ATTRIBUTES);
XML_ATTRIBUTES_OF(house_fallback, HOUSE_FALLBACK_ATTRIBUTES);
XML_ATTRIBUTES_OF(house_colours, HOUSE_COLOURS_ATTRIBUTES);
XML_ATTRIBUTES_OF(house_sizes, HOUSE_SIZES_ATTRIBUTES);
XML_ATTRIBUTES_OF(house_lines, HOUSE_LINES_ATTRIBUTES);
XML_ATTRIBUTES_OF(house_look, HOUSE_LOOK_ATTRIBUTES);

const struct xml_element house_logo_element = {
    .name = "logo",
    .sentence = "Stands at the head of the first page or on the cover, "
                "and in the header of the HTML.",
    XML_SET(house_logo),
};

const struct xml_element house_fonts_element = {
    .name = "fonts",
    .sentence = "The faces of the PDF, TrueType files, and the families of the "
                "HTML. Where there is no `family`, files are named: one lies "
                "in `folder`, which may be one below that of the house style, "
                "unless it begins with a slash.",
    XML_SET(house_fonts),
};

const struct xml_element house_fallback_element = {
    .name = "fallback",
    .sentence = "A font that has characters which the others lack. Fallbacks "
                "are tried in their order.",
    XML_SET(house_fallback),
};

const struct xml_element house_colours_element = {
    .name = "colours",
    .sentence = "Colours, which are proven against what is behind them "
                "whenever the house style is read.",
    XML_SET(house_colours),
};

const struct xml_element house_sizes_element = {
    .name = "sizes",
    .sentence = "Sizes on paper, and by them on a screen: there the body is "
                "19 px at a desk and 17 px on a phone, and all else is in "
                "proportion.",
    XML_SET(house_sizes),
};

const struct xml_element house_lines_element = {
    .name = "lines",
    .sentence = "How high lines are, from one baseline to the next, by the "
                "names of `sizes`. What is not said follows from the size of "
                "the type.",
    XML_SET(house_lines),
};

const struct xml_element house_look_element = {
    .name = "style",
    .sentence = "How parts of a report look that are more than text.",
    XML_SET(house_look),
};

static const struct xml_child children[] = {
    XML_UP_TO(house_logo_element, LOGOS_MAX),
    XML_MAYBE(house_fonts_element),
    XML_UP_TO(house_fallback_element, FALLBACKS_MAX),
    XML_MAYBE(house_colours_element),
    XML_MAYBE(house_sizes_element),
    XML_MAYBE(house_lines_element),
    XML_MAYBE(house_look_element),
};

const struct xml_element house_element = {
    .name = "house",
    .sentence = "An identity: council, logo, fonts, colours, sizes, lines, "
                "style.",
    XML_SET(house),
    XML_CHILDREN(children),
};
