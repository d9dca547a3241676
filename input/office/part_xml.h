/*
 * part_xml.h - the XML of a part, element by element, never as a whole.
 *
 * Names are local names, since the same part may be written with any prefix
 * and in two families of namespaces (transitional and strict). A DOCTYPE is
 * refused, and with it every entity but the five. Comments and instructions
 * are passed over. Text comes in pieces.
 *
 * Ownership: what a handler is given is valid until it returns.
 * Failure: a finding at the file, and ST_DATA or ST_LIMIT; a handler stops
 * the reading by part_stop().
 */
#ifndef INPUT_OFFICE_PART_XML_H
#define INPUT_OFFICE_PART_XML_H

#include "input/office/package.h"

#define PART_DEPTH_MAX 64
#define PART_ATTRIBUTES_MAX 64

struct part_attribute {
    struct str name;      /* without its prefix */
    struct str namespace; /* empty: none */
    struct str value;
};

struct part_tag {
    struct str name; /* without its prefix */
    struct str namespace;
    const struct part_attribute *attributes;
    size_t nattributes;
    size_t depth; /* 1: the root */
};

struct part_reading; /* one part that is being read */

struct part_handler {
    void (*start)(void *user, struct part_reading *reading,
                  const struct part_tag *tag);
    void (*end)(void *user, struct part_reading *reading, struct str name);
    void (*text)(void *user, struct part_reading *reading, struct str text);
};

MUST_CHECK enum status part_read(struct package *p, struct str name,
                                 const struct part_handler *handler,
                                 void *user);

/* Nothing more of the part is wanted: ST_OK, or a failure whose finding has
   been made. */
void part_stop(struct part_reading *reading, enum status why);

/* The value of the attribute NAME of TAG; NULL in ptr when it is not there.
   Of several with that name the one without a namespace. */
struct str part_value(const struct part_tag *tag, const char *name);

/* The same of the attribute in a namespace that ends with FAMILY, as in
   `relationships`. */
struct str part_value_in(const struct part_tag *tag, const char *family,
                         const char *name);

static inline bool part_is(const struct part_tag *tag, const char *name)
{
    return str_is(tag->name, name);
}

#endif
