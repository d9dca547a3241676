#include "input/prose/prose_in.h"
#include "input/xml/xml_value.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static const char *const media[] = {"print", "screen", NULL};
static const char *const items[] = {"item", NULL};
static const char *const inlines[] = {PROSE_INLINE_NAMES, NULL};
static const char *const note_inlines[] = {"strong", "em", "a", "ref",
                                           "phrase", "br", NULL};
static const char *const link_inlines[] = {"strong", "em", "phrase", "br",
                                           NULL};
static const char *const item_children[] = {PROSE_BLOCK_NAMES,
                                            PROSE_INLINE_NAMES, NULL};

const char *const prose_blocks[] = {PROSE_BLOCK_NAMES, NULL};

/* clang-format off */
#define BLOCK_ATTRIBUTES                                                      \
    {"id", false, NULL}, {"lang", false, NULL}, {"copy", false, xml_audiences},  \
    {"medium", false, media}, {"when", false, NULL}, {"each", false, NULL}
/* clang-format on */

static const struct xml_old_rule block[] = {BLOCK_ATTRIBUTES};
static const struct xml_old_rule paragraph[] = {BLOCK_ATTRIBUTES,
                                                {"number", false, xml_yes_no}};
static const struct xml_old_rule styled[] = {BLOCK_ATTRIBUTES,
                                             {"style", false, NULL}};
static const struct xml_old_rule table[] = {BLOCK_ATTRIBUTES,
                                            {"data", true, NULL},
                                            {"with", false, NULL},
                                            {"caption", false, NULL}};
static const struct xml_old_rule picture[] = {
    BLOCK_ATTRIBUTES,         {"file", true, NULL},
    {"alt", false, NULL},     {"decorative", false, xml_yes_no},
    {"caption", false, NULL}, {"width", false, NULL}};
static const struct xml_old_rule link[] = {{"href", true, NULL}};
static const struct xml_old_rule reference[] = {{"to", true, NULL}};
static const struct xml_old_rule phrase[] = {{"lang", true, NULL}};

const struct xml_rule prose_rules[PROSE_RULES] = {
    {"p", paragraph, COUNT(paragraph), inlines, XML_TEXT_MIXED, false},
    {"heading", styled, COUNT(styled), inlines, XML_TEXT_MIXED, false},
    {"list", styled, COUNT(styled), items, XML_TEXT_NONE, false},
    {"item", block, COUNT(block), item_children, XML_TEXT_MIXED, false},
    {"table", table, COUNT(table), NULL, XML_TEXT_NONE, false},
    {"figure", picture, COUNT(picture), NULL, XML_TEXT_NONE, false},
    {"quote", block, COUNT(block), prose_blocks, XML_TEXT_NONE, false},
    {"note", NULL, 0, note_inlines, XML_TEXT_MIXED, false},
    {"strong", NULL, 0, inlines, XML_TEXT_MIXED, false},
    {"em", NULL, 0, inlines, XML_TEXT_MIXED, false},
    {"a", link, COUNT(link), link_inlines, XML_TEXT_MIXED, false},
    {"ref", reference, COUNT(reference), NULL, XML_TEXT_NONE, false},
    {"phrase", phrase, COUNT(phrase), inlines, XML_TEXT_MIXED, false},
    {"br", NULL, 0, NULL, XML_TEXT_NONE, false},
};
