#include "input/prose/prose_in.h"
#include "input/templates/templates_parts.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))
#define ATTRIBUTES(list) list, COUNT(list)

static const char *const file_versions[] = {"1", NULL};
static const char *const sizes[] = {"A4", "A3", "letter", NULL};
static const char *const orientations[] = {"portrait", "landscape", NULL};
static const char *const layouts[] = {"lines", "rows", "cover", NULL};
static const char *const field_types[] = {"text", "date", "month", "list",
                                          NULL};
static const char *const field_roles[] = {"council", "addressee", "title",
                                          "subtitle", NULL};

static const char *const root_children[] = {
    "about", "page",    "series", "numbering", "header",   "head", "foot",
    "role",  "section", "part",   "order",     "sign-off", NULL};
static const char *const header_children[] = {"field", NULL};
static const char *const running_children[] = {"start", "centre", "end", NULL};
static const char *const running_inlines[] = {PROSE_INLINE_NAMES, "page-of",
                                              "page-number", NULL};
static const char *const section_children[] = {"prose", "generate",
                                               PROSE_BLOCK_NAMES, NULL};
static const char *const sign_off_children[] = {"generate", PROSE_BLOCK_NAMES,
                                                NULL};
static const char *const part_children[] = {"section", NULL};
static const char *const order_children[] = {"place", NULL};

static const struct xml_old_rule root_attributes[] = {
    {"format", true, file_versions}, {"title", true, NULL},
    {"house", false, NULL},          {"lang", false, NULL},
    {"extends", false, NULL},        {"contents", false, xml_yes_no},
    {"attach", false, xml_yes_no}};
static const struct xml_old_rule page_attributes[] = {
    {"size", false, sizes},  {"orientation", false, orientations},
    {"top", false, NULL},    {"right", false, NULL},
    {"bottom", false, NULL}, {"left", false, NULL}};
static const struct xml_old_rule series_attributes[] = {
    {"id", true, NULL},
    {"pattern", true, NULL},
    {"within", false, NULL},
    {"joins", false, NULL},
    {"reference", false, NULL}};
static const struct xml_old_rule numbering_attributes[] = {
    {"headings", false, NULL}, {"paragraphs", false, NULL},
    {"lists", false, NULL},    {"recommendations", false, NULL},
    {"ordered", false, NULL},  {"header", false, NULL},
    {"notes", false, NULL},    {"parts", false, NULL}};
static const struct xml_old_rule header_attributes[] = {
    {"layout", false, layouts}};
static const struct xml_old_rule field_attributes[] = {
    {"id", true, NULL},           {"label", false, NULL},
    {"type", false, field_types}, {"role", false, field_roles},
    {"value", false, NULL},       {"required", false, xml_yes_no},
    {"pattern", false, NULL},     {"hidden", false, xml_yes_no}};
static const struct xml_old_rule role_attributes[] = {
    {"id", true, NULL},
    {"label", false, NULL},
    {"required", false, xml_yes_no}};
static const struct xml_old_rule section_attributes[] = {
    {"id", true, NULL},         {"heading", false, NULL},
    {"empty", false, NULL},     {"required", false, xml_yes_no},
    {"when", false, NULL},      {"page-before", false, xml_yes_no},
    {"words", false, NULL},     {"headings", false, NULL},
    {"paragraphs", false, NULL}};
static const struct xml_old_rule part_attributes[] = {
    {"id", true, NULL},
    {"heading", false, NULL},
    {"required", false, xml_yes_no},
    {"page-before", false, xml_yes_no}};
static const struct xml_old_rule place_attributes[] = {{"section", true, NULL}};
static const struct xml_old_rule generate_attributes[] = {
    {"with", true, NULL},
    {"data", false, NULL},
    {"caption", false, NULL},
    {"when", false, NULL}};

static const struct xml_rule rules[] = {
    {"template", ATTRIBUTES(root_attributes), root_children, XML_TEXT_NONE,
     false},
    {"about", NULL, 0, NULL, XML_TEXT_MIXED, false},
    {"page", ATTRIBUTES(page_attributes), NULL, XML_TEXT_NONE, false},
    {"series", ATTRIBUTES(series_attributes), NULL, XML_TEXT_NONE, false},
    {"numbering", ATTRIBUTES(numbering_attributes), NULL, XML_TEXT_NONE, false},
    {"header", ATTRIBUTES(header_attributes), header_children, XML_TEXT_NONE,
     false},
    {"field", ATTRIBUTES(field_attributes), NULL, XML_TEXT_NONE, false},
    {"head", NULL, 0, running_children, XML_TEXT_NONE, false},
    {"foot", NULL, 0, running_children, XML_TEXT_NONE, false},
    {"start", NULL, 0, running_inlines, XML_TEXT_MIXED, false},
    {"centre", NULL, 0, running_inlines, XML_TEXT_MIXED, false},
    {"end", NULL, 0, running_inlines, XML_TEXT_MIXED, false},
    {"page-of", NULL, 0, NULL, XML_TEXT_NONE, false},
    {"page-number", NULL, 0, NULL, XML_TEXT_NONE, false},
    {"role", ATTRIBUTES(role_attributes), NULL, XML_TEXT_NONE, false},
    {"section", ATTRIBUTES(section_attributes), section_children, XML_TEXT_NONE,
     false},
    {"part", ATTRIBUTES(part_attributes), part_children, XML_TEXT_NONE, false},
    {"order", NULL, 0, order_children, XML_TEXT_NONE, false},
    {"place", ATTRIBUTES(place_attributes), NULL, XML_TEXT_NONE, false},
    {"prose", NULL, 0, NULL, XML_TEXT_NONE, false},
    {"generate", ATTRIBUTES(generate_attributes), NULL, XML_TEXT_NONE, true},
    {"sign-off", NULL, 0, sign_off_children, XML_TEXT_NONE, false},
};

const struct xml_vocabulary template_vocabulary = {.root = "template",
                                                   .rules = rules,
                                                   .nrules = COUNT(rules),
                                                   .shared = prose_rules,
                                                   .nshared = PROSE_RULES};
