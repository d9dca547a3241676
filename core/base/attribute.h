/*
 * attribute.h - what an element of a file may say, as a table.
 *
 * Each element of a report, template, kind, house style or wording has a table
 * of its attributes, a row each, beside the struct that a reader fills:
 *
 *     A(E, TYPE, member, "name", "what it says", REQUIRED)
 *
 * E is the tag of that struct. TYPE is one of those below, or one of an enum's
 * that stands with the enum. Behind REQUIRED or OPTIONAL go what else
 * input/xml/xml_element.h knows of an attribute: bounds, what an absent one
 * means. The table makes the members of the struct (ATTRIBUTE_MEMBER), what
 * validates and reads files (input/xml/xml_value.h), the manual's reference
 * and the schemas that editors complete by. So nothing can be read that is not
 * described, and a further attribute is a row here.
 */
#ifndef CORE_BASE_ATTRIBUTE_H
#define CORE_BASE_ATTRIBUTE_H

#include "core/base/str.h"

#include <stdbool.h>
#include <stdint.h>

/* The member that a row makes. Memory is that of the reading's arena. */
#define ATTRIBUTE_MEMBER(E, TYPE, member, name, sentence, ...)                 \
    MEMBER_##TYPE(member)

/* clang-format off */
/* Text, as it stands; empty when absent. */
#define MEMBER_TEXT(m) struct str m;
/* The same, where expressions are printed: {{budget.total}}. */
#define MEMBER_EXPANDED(m) struct str m;
/* An expression that is true or not. */
#define MEMBER_EXPRESSION(m) struct str m;
/* Words that are printed: without space at their ends, and no guidance for
   the author may be left in them (core/value/guidance.h). */
#define MEMBER_WORDS(m) struct str m;
/* Text with {placeholders} of which the row says the names. */
#define MEMBER_PATTERN(m) struct str m;
/* The id of the element itself; NULL when absent or bad. */
#define MEMBER_ID(m) const char *m;
/* What something else is called; NULL when absent or blank. */
#define MEMBER_NAME(m) const char *m;
#define MEMBER_FILE(m) const char *m;
#define MEMBER_LANGUAGE(m) const char *m;
#define MEMBER_ADDRESS(m) struct str m; /* without space at its ends */
#define MEMBER_YES(m) bool m;           /* whether it says yes */
#define MEMBER_NO(m) bool m;            /* whether it says no */
#define MEMBER_NUMBER(m) uint32_t m;
#define MEMBER_LENGTH(m) int32_t m;     /* milli-points */
#define MEMBER_PERCENTAGE(m) int32_t m; /* thousandths */
#define MEMBER_COLOUR(m) uint32_t m;    /* 0xRRGGBB */
/* Texts with semicolons between. */
#define MEMBER_LIST(m) const struct str *m; size_t n##m;

/* What its reader alone makes something of: no member. */
#define MEMBER_VERSION(m)    /* of the format */
#define MEMBER_REFERENCE(m)  /* the name of something that must be there */
#define MEMBER_REFERENCES(m) /* such names with spaces between */
#define MEMBER_PATH(m)       /* of a file, which may lie in another folder */
#define MEMBER_DATE(m)
#define MEMBER_LOOSE_EXPRESSION(m)
#define MEMBER_LOOSE_ADDRESS(m)
#define MEMBER_LOOSE_TEXT(m) /* text that goes elsewhere */
#define MEMBER_LOOSE_LIST(m) /* such texts with semicolons between */
#define MEMBER_LOOSE_YES(m)  /* yes or no */
#define MEMBER_CELL(m)       /* FILE:CELL, as messages name it */
#define MEMBER_COLOURS(m)    /* with spaces between */
/* clang-format on */

#endif
