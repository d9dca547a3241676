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
#include "input/xml/xml_node.h"
#include "input/xml/xml_reading.h"
#include "input/xml/xml_split.h"

/* Whether an attribute of NODE, which is described, was refused: a finding says
   so. */
bool xml_refused_any(const struct xml_node *node);

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

/* The same of the attributes that NODE gives alone: others stay as they are. */
#define XML_FILL_GIVEN(reading, node, name, E, into)                           \
    xml_fill_given(reading, node, name##_attributes, name##_nattributes,       \
                   true ? (into) : (struct E *)NULL)
void xml_fill_given(const struct xml_reading *r, const struct xml_node *node,
                    const struct xml_attribute_rule *rules, size_t nrules,
                    void *into);

/* The version of the format that the file of ROOT, its first element, is of. */
int xml_version(const struct xml_node *root);

/* Adds the languages that ROOT and what it holds name, each once, to LANGUAGES,
   a list of const struct xml_attribute *. */
void xml_languages(const struct xml_node *root, struct list *languages);

/* The two letters that a language of three, LANG, may have been meant to be (cy
   of cyy, cym); empty: none. And a finding that no wording is of LANG, where
   there is one of those. */
struct str xml_language_meant(const struct xml_attribute *lang);
void xml_language_unknown(const struct xml_reading *r,
                          const struct xml_attribute *lang);

/* Whether A, one of NODE's, is an attribute that its element describes. */
bool xml_is_described(const struct xml_node *node,
                      const struct xml_attribute *a);

/* Of NRULES rules from RULES on the one called NAME, which must be there. */
const struct xml_attribute_rule *
xml_rule_named(const struct xml_attribute_rule *rules, size_t nrules,
               const char *name);

/* A finding that nothing is called as NODE's attribute, a XML_REFERENCE, says;
   one of KNOWN may have been meant. */
void xml_unknown(const struct xml_reading *r, const struct xml_node *node,
                 const struct xml_attribute_rule *rule, const struct str *known,
                 size_t nknown);

/* TEXT of WHAT, which is printed as it stands, may hold no {{ }}: false, with a
   finding, where it does. */
bool xml_refuse_expression(const struct xml_reading *r, const char *what,
                           struct str text, struct place at);

/* The same of whatever attribute NODE gives. */
void xml_refuse_expressions(const struct xml_reading *r,
                            const struct xml_node *node, const char *what);

#endif
