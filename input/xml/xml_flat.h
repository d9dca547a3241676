/*
 * xml_flat.h - records of data that are left where they stand.
 *
 * Most records hold nothing but elements that hold a text each, as it stands
 * in the file: <row><name>A</name><sum>3</sum></row>. The elements of such a
 * record, which is flat, are not kept in the tree, where they would take
 * several times what the file does. Whoever wants them reads them again, which
 * is one step each: the parser has proven their form. A record is not flat
 * where anything in it has attributes, declarations, references, comments or
 * elements below its own, where a finding was made, or where two of its
 * elements that follow each other, or one and the record itself, are called
 * alike; what asks for such need not look into flat ones.
 */
#ifndef INPUT_XML_XML_FLAT_H
#define INPUT_XML_XML_FLAT_H

#include "input/xml/xml_cursor.h"
#include "input/xml/xml_node.h"

/* Which elements of a file are records: IS_RECORD, which is given CONTEXT, is
   asked before what an element holds is read, and not about what stands in a
   record. */
struct xml_records {
    bool (*is_record)(const void *context, const struct xml_node *node);
    const void *context;
};

struct xml_flat_walk {
    const struct source *source;
    size_t next;          /* byte that was not looked at */
    size_t tag_at;        /* of the element that was given last */
    size_t text_at;       /* behind its tag */
    struct cursor cursor; /* at the newest place that was asked for */
};

static inline bool xml_is_flat(const struct xml_node *node)
{
    return node->flat.len > 0;
}

/* RECORD is flat. */
struct xml_flat_walk xml_flat_walk(const struct xml_node *record);

/* *ELEMENT, which is nought before the first, is what the tree would have next,
   but for its links and places: name and text. */
bool xml_flat_next(struct xml_flat_walk *w, struct xml_node *element);

/* Its places. */
void xml_flat_place(struct xml_flat_walk *w, struct xml_node *element);

#endif
