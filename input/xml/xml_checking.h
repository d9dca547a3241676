/*
 * xml_checking.h - what the checks of an XML tree against its vocabulary share.
 * For input/xml/ only.
 *
 * Failure: there is none.
 */
#ifndef INPUT_XML_XML_CHECKING_H
#define INPUT_XML_XML_CHECKING_H

#include "input/xml/xml_node.h"
#include "input/xml/xml_type.h"

struct xml_checking {
    struct arena *arena;
    struct findings *findings;
    const struct xml_element *root; /* the vocabulary's; NULL: none, and
                                       nothing is refused */
    int version;                    /* that the file says it has */
};

/* The names that a message offers. */
struct xml_names {
    struct str words[XML_NAMES_MAX];
    size_t count;
};

void xml_names_add(struct xml_names *n, const char *name);

/* Whether the file is of a version that has what came SINCE. */
bool xml_is_there(const struct xml_checking *c, int since);

/* Says of the last finding that what it names came SINCE. Once a file: the rest
   of it is then read as one of that version, since its author took it for one.
 */
void xml_say_since(struct xml_checking *c, int since);

#endif
