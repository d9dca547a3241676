/*
 * xml_value.h - what attributes say, for the readers of XML files.
 *
 * Names are copied into the arena. What an attribute cannot say is a finding
 * at its value, and the result is that of an absent one.
 */
#ifndef INPUT_XML_XML_VALUE_H
#define INPUT_XML_XML_VALUE_H

#include "core/base/list.h"
#include "core/model/audience.h"
#include "input/xml/xml_in.h"

struct xml_reading {
    struct arena *arena;
    struct findings *findings;
};

/* What `yes` and `no` rules allow. */
extern const char *const xml_yes_no[];
extern const char *const xml_audiences[];
bool xml_yes(const struct xml_node *node, const char *name);

/* The attribute `copy`. */
enum audience xml_audience(const struct xml_node *node);

/* The attribute as a string of its own; NULL when absent or empty. */
const char *xml_cstr(struct arena *arena, const struct xml_node *node,
                     const char *name);

/* The same of an id: a letter, then letters, digits, hyphens and
   underscores, at most 64; another is a finding, and NULL. */
const char *xml_id(const struct xml_reading *r, const struct xml_node *node,
                   const char *name);

/* A language tag (BCP 47) as far as its form goes. */
const char *xml_lang(const struct xml_reading *r, const struct xml_node *node,
                     const char *name);

/* A whole number of at most MAX; 0 when absent. */
uint32_t xml_number(const struct xml_reading *r, const struct xml_node *node,
                    const char *name, uint32_t max);

/* The index of the attribute's value in NAMES (NULL-terminated); OTHERWISE
   when it is absent or, as the vocabulary has said already, none of them. */
size_t xml_choice(const struct xml_node *node, const char *name,
                  const char *const *names, size_t otherwise);

/* The pieces of VALUE between SEPARATORs, without space around them and
   without empty ones. */
const struct str *xml_split(struct arena *arena, struct str value,
                            char separator, size_t *count);

#endif
