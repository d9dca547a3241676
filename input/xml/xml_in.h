/*
 * xml_in.h - XML into a small tree in which everything has a place.
 *
 * libxml2's nodes have no column, so SAX2 builds this tree. It is validated
 * while it is read, against a vocabulary: descriptions of elements, of their
 * attributes and of what each may hold (xml_element.h). Every message says what
 * was found, what is allowed here, and the nearest name. DOCTYPE, entities
 * other than the five predefined, and external anything are refused.
 *
 * Ownership: the arena. Failure: as the status says; findings have the rest.
 */
#ifndef INPUT_XML_XML_IN_H
#define INPUT_XML_XML_IN_H

#include "core/finding/finding.h"
#include "core/finding/source.h"
#include "input/xml/xml_flat.h"
#include "input/xml/xml_node.h"

#define XML_DEPTH_MAX 64 /* open elements; more is a finding [limit] */

/*
 * Once a run, before any other call: libxml2 takes its memory from
 * core/base/mem.h, and its entity loader and its messages, which are global,
 * load and print nothing.
 */
MUST_CHECK enum status xml_in_setup(void);

/*
 * Parses SOURCE's text. Without a VOCABULARY (NULL) it is somebody else's data,
 * and all of it is taken: names are without their namespaces, attributes of XML
 * itself (xml:lang) and of XML Schema are passed over, and so is text that is
 * only space. In such a text a line end is U+2028 where it is given as &#10;,
 * and white space otherwise.
 *
 * ST_DATA with a *root: the file was read to its end,
 * but findings were made, so that its reader can go on and find more; what
 * the vocabulary does not know has no element, and readers pass it over. *root
 * is NULL after anything worse, and where it would be another element than the
 * vocabulary's first.
 */
MUST_CHECK enum status xml_in(struct arena *arena, const struct source *source,
                              const struct xml_element *vocabulary,
                              struct findings *findings,
                              const struct xml_node **root);

/* The same of data that holds RECORDS, some of which may be flat then. */
MUST_CHECK enum status xml_records_in(struct arena *arena,
                                      const struct source *source,
                                      const struct xml_records *records,
                                      struct findings *findings,
                                      const struct xml_node **root);

/* The same of the first tag alone: *root is an element without content. */
MUST_CHECK enum status xml_root_in(struct arena *arena,
                                   const struct source *source,
                                   const struct xml_element *vocabulary,
                                   struct findings *findings,
                                   const struct xml_node **root);

#endif
