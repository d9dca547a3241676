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

#include <string.h>

#define PART_DEPTH_MAX 64
#define PART_ATTRIBUTES_MAX 64

/* As libxml2 gives it: five for each attribute, its local name, prefix,
   namespace, and the first byte and the end of its value. */
struct part_tag {
    const char *name; /* without its prefix */
    struct str namespace;
    const unsigned char **attributes;
    size_t nattributes;
    size_t depth; /* 1: the root */
};

struct part_reading; /* one part that is being read */

/* Those that are NULL pass over what they would be told of. */
struct part_handler {
    void (*start)(void *user, struct part_reading *reading,
                  const struct part_tag *tag);
    void (*end)(void *user, struct part_reading *reading, const char *name);
    void (*text)(void *user, struct part_reading *reading, struct str text);
};

MUST_CHECK enum status part_read(struct package *p, struct str name,
                                 const struct part_handler *handler,
                                 void *user);

/* Nothing more of the part is wanted: ST_OK, or a failure whose finding has
   been made. */
void part_stop(struct part_reading *reading, enum status why);

static inline bool part_name_is(const char *name, const char *wanted)
{
    /* Most differ in their first letters. */
    return name[0] == wanted[0] && strcmp(name, wanted) == 0;
}

/* The Nth attribute of TAG. */

static inline bool part_attribute_is(const struct part_tag *tag, size_t n,
                                     const char *name)
{
    return part_name_is((const char *)tag->attributes[5 * n], name);
}

static inline struct str part_attribute_value(const struct part_tag *tag,
                                              size_t n)
{
    const unsigned char *const *a = tag->attributes + 5 * n;

    return (struct str){(const char *)a[3], (size_t)(a[4] - a[3])};
}

/* The value of the attribute NAME of TAG; NULL in ptr when it is not there.
   Of several with that name the one without a namespace. In line, for what
   each cell of a sheet is asked. */
static inline struct str part_value(const struct part_tag *tag,
                                    const char *name)
{
    struct str value = {NULL, 0};

    for (size_t i = 0; i < tag->nattributes; i++) {
        if (!part_attribute_is(tag, i, name))
            continue;
        if (tag->attributes[5 * i + 2] == NULL)
            return part_attribute_value(tag, i);
        if (value.ptr == NULL)
            value = part_attribute_value(tag, i);
    }
    return value;
}

/* The same of the attribute in a namespace that ends with FAMILY, as in
   `relationships`. */
struct str part_value_in(const struct part_tag *tag, const char *family,
                         const char *name);

static inline bool part_is(const struct part_tag *tag, const char *name)
{
    return part_name_is(tag->name, name);
}

#endif
