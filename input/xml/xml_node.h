/*
 * xml_node.h - elements and texts of a file, as xml_in() makes them.
 *
 * Ownership: the arena of xml_in(); const after it.
 */
#ifndef INPUT_XML_XML_NODE_H
#define INPUT_XML_XML_NODE_H

#include "core/base/arena.h"
#include "core/finding/finding.h"
#include "input/xml/xml_element.h"

#include <stdbool.h>

struct xml_attribute {
    struct str name;
    struct str value;
    struct place at;       /* of the name */
    struct place value_at; /* of the value's first character */
};

struct xml_flat; /* input/xml/xml_flat.h */

/* An element, or a run of text (name empty). */
struct xml_node {
    struct xml_node *parent;
    struct xml_node *next;
    struct xml_node *first;
    struct str name;
    struct str text; /* of a run of text, references replaced; of an element of
                        data that holds nothing else, which has no child then */
    const struct xml_element *element;  /* as described; NULL: not known */
    const struct xml_attribute **given; /* for each attribute that ELEMENT
                                           describes, the common ones first;
                                           NULL: not given, or of no use */
    const struct xml_attribute *attributes;
    const struct xml_flat *flat; /* of a record of data: what it holds, which is
                                    not in the tree; NULL: all is */
    struct place at;             /* of the < or of the first character */
    struct spot text_at; /* of an element's own text: its first character */
    uint32_t nattributes;
    bool refused_text; /* a finding was made about text directly inside */
};

static inline bool xml_is_text(const struct xml_node *node)
{
    return node->name.len == 0;
}

/* Whether NODE, an element, holds neither text nor elements. */
static inline bool xml_is_empty(const struct xml_node *node)
{
    return node->first == NULL && node->text.len == 0 && node->flat == NULL;
}

/* All text below NODE, white space folded. A lone run may be NODE itself. */
struct str xml_text(struct arena *arena, const struct xml_node *node);
/* What XML calls white space. */
static inline bool xml_is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
/* The place behind the white space at the head of TEXT, which begins at AT. */
struct place xml_behind_space(struct place at, struct str text);
/* Of the first character in NODE, an element, that is no white space; NODE's
   own when it is empty. */
struct place xml_text_place(const struct xml_node *node);
/* The node after NODE in the order of the file, below TOP; NULL at its end. */
const struct xml_node *xml_following(const struct xml_node *top,
                                     const struct xml_node *node);
/* The first child that is ELEMENT, or NULL. */
const struct xml_node *xml_first(const struct xml_node *node,
                                 const struct xml_element *element);

#endif
