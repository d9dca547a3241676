/*
 * xml_reading.h - what every reader of XML files has at hand.
 */
#ifndef INPUT_XML_XML_READING_H
#define INPUT_XML_XML_READING_H

#include "core/base/arena.h"

struct findings; /* core/finding/finding.h */
struct wording;  /* core/value/wording.h */

struct xml_reading {
    struct arena *arena;
    struct findings *findings;
    const struct wording *wording; /* whose guidance is looked for in words
                                      that are printed; or NULL */
};

#endif
