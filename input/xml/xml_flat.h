/*
 * xml_flat.h - records of data that are left where they stand.
 *
 * Most records hold nothing but elements that hold a text each, as it stands
 * in the file: <row><name>A</name><sum>3</sum></row>. Of such a record, which
 * is flat, no elements are made in the tree, where they would take several
 * times what the file does: it is a list of eight bytes for each, the name and
 * where the text is. A record is not flat where anything in it has attributes,
 * declarations, references, comments or elements below its own, where a
 * finding was made, where two of its elements that follow each other, or one
 * and the record itself, are called alike, or where a text has characters that
 * want a closer look; what asks for such need not look into flat ones. Nor is
 * it where it has more elements or a longer text than the list has room for
 * (below), or a name that is met when the file has 200 others (MET_MAX in
 * xml_reader.h).
 */
#ifndef INPUT_XML_XML_FLAT_H
#define INPUT_XML_XML_FLAT_H

#include "input/xml/xml_cursor.h"
#include "input/xml/xml_node.h"

#define XML_FLAT_MAX 255           /* elements of a record */
#define XML_FLAT_TEXT_MAX 0xFFFFFF /* bytes: 16 MiB less one */

/* An element. */
struct xml_flat_element {
    uint32_t text_at;     /* byte of the source behind its tag */
    uint32_t length : 24; /* of its text */
    uint32_t name : 8;    /* index into the names, of which some are unused */
};

/* What a record holds. */
struct xml_flat {
    const struct str *names; /* of the file's elements */
    uint32_t tag_at;         /* byte of the source: the record's own < */
    uint32_t count;
    struct xml_flat_element elements[];
};

/* Which elements of a file are records: IS_RECORD, which is given CONTEXT, is
   asked before what an element holds is read, and not about what stands in a
   record. */
struct xml_records {
    bool (*is_record)(const void *context, const struct xml_node *node);
    const void *context;
};

struct xml_flat_walk {
    const struct source *source;
    const struct xml_flat *flat;
    size_t next;          /* element that was not given */
    struct cursor cursor; /* at the newest place that was asked for */
};

static inline bool xml_is_flat(const struct xml_node *node)
{
    return node->flat != NULL;
}

/* Element I of FLAT: its name, and its text as it stands in SOURCE. */
static inline struct str xml_flat_name(const struct xml_flat *flat, size_t i)
{
    return flat->names[flat->elements[i].name];
}

static inline struct str xml_flat_text(const struct xml_flat *flat, size_t i,
                                       const struct source *source)
{
    return (struct str){source->text.ptr + flat->elements[i].text_at,
                        flat->elements[i].length};
}

/* RECORD is flat. */
struct xml_flat_walk xml_flat_walk(const struct xml_node *record);

/* *ELEMENT, which is nought before the first, is what the tree would have next,
   but for its links and places: name and text. Where in the source is unknown.
 */
bool xml_flat_next(struct xml_flat_walk *w, struct xml_node *element);

/* Its place; then that of its text, where it has some. */
void xml_flat_place(struct xml_flat_walk *w, struct xml_node *element);
void xml_flat_text_place(struct xml_flat_walk *w, struct xml_node *element);

#endif
