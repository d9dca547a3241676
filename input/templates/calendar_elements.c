#include "input/templates/calendar_elements.h"

XML_ATTRIBUTES_OF(calendar, CALENDAR_ATTRIBUTES);
XML_ATTRIBUTES_OF(calendar_holiday, CALENDAR_HOLIDAY_ATTRIBUTES);

const struct xml_element calendar_holiday_element = {
    .name = "holiday",
    .sentence = "A day on which nobody works, beside Saturdays and Sundays.",
    XML_SET(calendar_holiday),
};

static const struct xml_child children[] = {XML_SOME(calendar_holiday_element)};

const struct xml_element calendar_element = {
    .name = "calendar",
    .sentence = "Which days are no working days, and from when to when that "
                "is known.",
    XML_SET(calendar),
    XML_CHILDREN(children),
};
