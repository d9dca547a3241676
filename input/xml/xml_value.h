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
    const struct wording *wording; /* whose guidance is looked for in words
                                      that are printed; or NULL */
};

/* What NODE gives for the attribute that RULE describes: AT(data, file).
   NULL when that is nothing, or a value of the wrong form. */
const struct xml_attribute *xml_given(const struct xml_node *node,
                                      const struct xml_attribute_rule *rule);
/* Its value, as it stands; what an absent one means when it is not given, which
   may be empty, with a NULL pointer. Where the value begins; NODE's own place
   when it is not given. */
struct str xml_value(const struct xml_node *node,
                     const struct xml_attribute_rule *rule);
/* The same as a string of its own, without space at its ends; NULL when blank
   and an absent one means nothing. */
const char *xml_name(const struct xml_reading *r, const struct xml_node *node,
                     const struct xml_attribute_rule *rule);
struct place xml_value_at(const struct xml_node *node,
                          const struct xml_attribute_rule *rule);

/*
 * Fills the members of *INTO, a struct E, that the table of its attributes
 * names. NODE may be NULL: then each is what an absent attribute means.
 */
#define XML_FILL(reading, node, E, into) XML_FILL_AS(reading, node, E, E, into)
#define XML_FILL_AS(reading, node, name, E, into)                              \
    xml_fill(reading, node, name##_attributes, name##_nattributes,             \
             true ? (into) : (struct E *)NULL)
void xml_fill(const struct xml_reading *r, const struct xml_node *node,
              const struct xml_attribute_rule *rules, size_t nrules,
              void *into);

/* Of NRULES rules from RULES on the one called NAME, which must be there. */
const struct xml_attribute_rule *
xml_rule_named(const struct xml_attribute_rule *rules, size_t nrules,
               const char *name);

/* A finding that nothing is called as NODE's attribute, a XML_REFERENCE, says;
   one of KNOWN may have been meant. */
void xml_unknown(const struct xml_reading *r, const struct xml_node *node,
                 const struct xml_attribute_rule *rule, const struct str *known,
                 size_t nknown);

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
