/*
 * calendar_elements.h - the vocabulary of calendars (core/model/calendar.h).
 */
#ifndef INPUT_TEMPLATES_CALENDAR_ELEMENTS_H
#define INPUT_TEMPLATES_CALENDAR_ELEMENTS_H

#include "core/model/calendar.h"
#include "input/xml/xml_element.h"

struct calendar_holiday {
    CALENDAR_HOLIDAY_ATTRIBUTES(ATTRIBUTE_MEMBER, calendar_holiday)
};

XML_ATTRIBUTES(calendar, CALENDAR_ATTRIBUTES);
XML_ATTRIBUTES(calendar_holiday, CALENDAR_HOLIDAY_ATTRIBUTES);

extern const struct xml_element calendar_element;
extern const struct xml_element calendar_holiday_element;

#endif
