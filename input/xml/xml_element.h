/*
 * xml_element.h - the vocabularies of files: what each element is.
 *
 * An element is described once, as a constant: its name, what it is for, its
 * attributes, what it may hold. A vocabulary is its root, from which all others
 * are reached. From these descriptions come the validator (xml_check.h), the
 * readers (xml_value.h), docs/reference.md and docs/schema/.
 *
 * Attributes stand in tables (core/base/attribute.h). XML_ATTRIBUTES declares
 * what a table describes, XML_ATTRIBUTES_OF defines it; AT(data, file) is then
 * the attribute `file` of a struct data, which is how readers ask for it.
 */
#ifndef INPUT_XML_XML_ELEMENT_H
#define INPUT_XML_XML_ELEMENT_H

#include "core/base/attribute.h"
#include "core/base/choice.h"

#include <stddef.h>

enum xml_type {
    XML_TEXT,
    XML_EXPANDED,
    XML_EXPRESSION,
    XML_WORDS,
    XML_PATTERN,
    XML_ID,
    XML_NAME,
    XML_FILE,
    XML_LANGUAGE,
    XML_ADDRESS,
    XML_NUMBER,
    XML_LENGTH,
    XML_PERCENTAGE,
    XML_COLOUR,
    XML_LIST,
    XML_CHOICE,
    XML_VERSION,
    XML_REFERENCE,
    XML_REFERENCES,
    XML_PATH,
    XML_DATE,
    XML_CELL,
    XML_COLOURS,
    XML_TYPE_MAX,
};

struct xml_attribute_rule {
    const char *name;
    const char *sentence; /* what it says, for the manual */
    enum xml_type type;
    bool required;
    uint8_t since;   /* version of the format; 0: the first */
    bool stored;     /* in a struct, at OFFSET */
    uint16_t offset; /* of its member, ... */
    uint16_t size;
    uint16_t counted;             /* and of an XML_LIST's count */
    int32_t min, max;             /* of a number; MAX of XML_COLOURS */
    int32_t otherwise;            /* what an absent or a bad one means */
    const char *otherwise_text;   /* the same of texts and names; or NULL */
    const char *otherwise_says;   /* the same, for the manual; or NULL */
    const struct choice *choices; /* XML_CHOICE, XML_VERSION; and
                                     XML_REFERENCE where they are all known */
    const char *placeholders;     /* XML_PATTERN: what may stand in {}, with
                                     spaces between */
    bool placeholder_needed;      /* and something must */
    const char *of;               /* XML_REFERENCE: what it is the name of */
    const char *empty; /* said of a blank one; NULL: it may be blank */
    const char *hint;  /* and how to go on; or NULL */
    /* What depends on other attributes of the element, given by their names. */
    bool decides;         /* its choices say which others are needed */
    const char *only_for; /* taken, or required, with these of the choices
                             that decide alone; with spaces between */
    const char *unless;   /* required where that one is not given */
    bool instead;         /* it gives what otherwise the element holds */
};

struct xml_element;

struct xml_child {
    const struct xml_element *element;
    uint32_t min;
    uint32_t max;
    uint8_t since; /* version of the format; 0: that of the element */
};

#define XML_NO_LIMIT UINT32_MAX

/* clang-format off */
/* The children of an element, in any order. */
#define XML_MANY(child) {&(child), 0, XML_NO_LIMIT, 0}
#define XML_MANY_SINCE(child, version) {&(child), 0, XML_NO_LIMIT, (version)}
#define XML_SOME(child) {&(child), 1, XML_NO_LIMIT, 0}
#define XML_MAYBE(child) {&(child), 0, 1, 0}
#define XML_ONE(child) {&(child), 1, 1, 0}
#define XML_TIMES(child, n) {&(child), (n), (n), 0}
#define XML_BETWEEN(child, n, m) {&(child), (n), (m), 0}
#define XML_UP_TO(child, n) {&(child), 0, (n), 0}
/* clang-format on */

enum xml_text {
    XML_TEXT_NONE,  /* only white space between children */
    XML_TEXT_MIXED, /* text is content */
    XML_TEXT_VALUE, /* text is a value, read like a cell of any data */
};

struct xml_element {
    const char *name;
    const char *sentence; /* what it is, for the manual */
    const struct xml_attribute_rule *attributes;
    size_t nattributes;
    const struct xml_attribute_rule *common; /* those of many elements */
    size_t ncommon;
    const struct xml_child *children;
    size_t nchildren;
    enum xml_text text;
    bool any_attribute; /* others are proven by whom they are meant for:
                           arguments of a generator */
    bool any_name;      /* so are names: NAME is what stands for them in the
                           manual */
    bool merges;        /* in a file that `extends` another it may say no more
                           than its id and what differs, or lack its children:
                           whoever has merged it asks xml_prove_whole() */
    uint8_t since;      /* version of the format; 0: the first */
};

/* What a row describes, by its type: for XML_ATTRIBUTES_OF. */
#define XML_INTO(E, m)                                                         \
    .stored = true, .offset = (uint16_t)offsetof(struct E, m),                 \
    .size = (uint16_t)sizeof(((struct E *)NULL)->m)
#define XML_CHOSEN(E, m, list)                                                 \
    .type = XML_CHOICE, .choices = (list), XML_INTO(E, m)

#define XML_OF_TEXT(E, m) .type = XML_TEXT, XML_INTO(E, m)
#define XML_OF_EXPANDED(E, m) .type = XML_EXPANDED, XML_INTO(E, m)
#define XML_OF_EXPRESSION(E, m) .type = XML_EXPRESSION, XML_INTO(E, m)
#define XML_OF_WORDS(E, m) .type = XML_WORDS, XML_INTO(E, m)
#define XML_OF_PATTERN(E, m) .type = XML_PATTERN, XML_INTO(E, m)
#define XML_OF_ID(E, m) .type = XML_ID, XML_INTO(E, m)
#define XML_OF_NAME(E, m) .type = XML_NAME, XML_INTO(E, m)
#define XML_OF_FILE(E, m)                                                      \
    .type = XML_FILE, .empty = "the name of a file is empty", XML_INTO(E, m)
#define XML_OF_LANGUAGE(E, m) .type = XML_LANGUAGE, XML_INTO(E, m)
#define XML_OF_ADDRESS(E, m) .type = XML_ADDRESS, XML_INTO(E, m)
#define XML_OF_YES(E, m) XML_CHOSEN(E, m, xml_yes_choices)
#define XML_OF_NO(E, m) XML_CHOSEN(E, m, xml_no_choices)
#define XML_OF_NUMBER(E, m) .type = XML_NUMBER, XML_INTO(E, m)
#define XML_OF_LENGTH(E, m) .type = XML_LENGTH, XML_INTO(E, m)
#define XML_OF_PERCENTAGE(E, m) .type = XML_PERCENTAGE, XML_INTO(E, m)
#define XML_OF_COLOUR(E, m) .type = XML_COLOUR, XML_INTO(E, m)
#define XML_OF_LIST(E, m)                                                      \
    .type = XML_LIST, .counted = (uint16_t)offsetof(struct E, n##m),           \
    XML_INTO(E, m)
#define XML_OF_VERSION(E, m) .type = XML_VERSION, .choices = xml_versions
#define XML_OF_REFERENCE(E, m) .type = XML_REFERENCE
#define XML_OF_REFERENCES(E, m) .type = XML_REFERENCES
#define XML_OF_PATH(E, m) .type = XML_PATH
#define XML_OF_DATE(E, m) .type = XML_DATE
#define XML_OF_LOOSE_EXPRESSION(E, m) .type = XML_EXPRESSION
#define XML_OF_LOOSE_ADDRESS(E, m) .type = XML_ADDRESS
#define XML_OF_LOOSE_TEXT(E, m) .type = XML_TEXT
#define XML_OF_LOOSE_LIST(E, m) .type = XML_LIST
#define XML_OF_LOOSE_YES(E, m) .type = XML_CHOICE, .choices = xml_yes_choices
#define XML_OF_CELL(E, m) .type = XML_CELL
#define XML_OF_COLOURS(E, m) .type = XML_COLOURS

/* The first of what follows the sentence of a row. */
#define REQUIRED .required = true
#define OPTIONAL .required = false

#define XML_KEY(E, TYPE, member, name_, sentence_, ...) E##_##member##_at,
#define XML_ROW(E, TYPE, member, name_, sentence_, ...)                        \
    {.name = (name_),                                                          \
     .sentence = (sentence_),                                                  \
     XML_OF_##TYPE(E, member),                                                 \
     __VA_ARGS__},

/* The table TABLE of the attributes that fill a struct E. */
#define XML_ATTRIBUTES(E, TABLE)                                               \
    enum E##_key{TABLE(XML_KEY, E) E##_nattributes};                           \
    extern const struct xml_attribute_rule E##_attributes[E##_nattributes]
#define XML_ATTRIBUTES_OF(E, TABLE) XML_ATTRIBUTES_INTO(E, E, TABLE)

/* The same where they have a name of their own, as those of several elements
   fill one struct E: AT(wording_date, month_pattern). */
#define XML_ATTRIBUTES_INTO(name, E, TABLE)                                    \
    const struct xml_attribute_rule name##_attributes[name##_nattributes] = {  \
        TABLE(XML_ROW, E)}

/* One of them: AT(data, file). */
#define AT(E, member) (&E##_attributes[E##_##member##_at])

/* For an element's description, behind .attributes and .common. */
#define XML_SET(E) .attributes = E##_attributes, .nattributes = E##_nattributes
#define XML_COMMON(E) .common = E##_attributes, .ncommon = E##_nattributes
#define XML_CHILDREN(list)                                                     \
    .children = (list), .nchildren = sizeof(list) / sizeof((list)[0])

/* yes and no; and the same of what is so unless it says no. */
extern const struct choice xml_yes_choices[];
extern const struct choice xml_no_choices[];
/* The versions of the formats of files. */
extern const struct choice xml_versions[];
#define XML_VERSION_NEWEST 2

#endif
