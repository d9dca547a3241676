#include "core/model/kind.h"
#include "input/report/report_parts.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))
#define ATTRIBUTES(list) list, COUNT(list)

static const char *const versions[] = {"1", NULL};
static const char *const value_types[] = {"money", "number", "percent",
                                          "date",  "text",   NULL};
const char *const data_date_orders[] = {"day-first", "month-first", NULL};
static const char *const root_children[] = {
    "header",          "data",        "value", "person",
    "recommendations", "section",     "part",  "appendix",
    "paper",           "acknowledge", NULL};
static const char *const header_children[] = {"field", NULL};
static const char *const recommendations_children[] = {"recommendation", NULL};
static const char *const recommendation_children[] = {PROSE_BLOCK_NAMES,
                                                      "reason", NULL};
static const char *const part_children[] = {"section", NULL};

static const struct xml_old_rule root_attributes[] = {
    {"format", true, versions},
    {"template", true, NULL},
    {"lang", false, NULL}};
static const struct xml_old_rule field_attributes[] = {
    {"id", true, NULL}, {"copy", false, xml_audiences}};
static const struct xml_old_rule data_attributes[] = {
    {"id", true, NULL},
    {"file", true, NULL},
    {"kind", true, NULL},
    {"heading-line", false, NULL},
    {"dates", false, data_date_orders},
    {"round", false, xml_yes_no},
    {"as-at", false, NULL},
    {"title", false, NULL},
    {"copy", false, xml_audiences},
    {"attach", false, xml_yes_no}};
static const struct xml_old_rule value_attributes[] = {
    {"id", true, NULL},
    {"type", true, value_types},
    {"copy", false, xml_audiences}};
static const struct xml_old_rule person_attributes[] = {
    {"role", true, NULL},  {"organisation", false, NULL},
    {"name", false, NULL}, {"telephone", false, NULL},
    {"job", false, NULL},  {"copy", false, xml_audiences},
    {"email", false, NULL}};
static const struct xml_old_rule recommendation_attributes[] = {
    {"id", false, NULL}, {"copy", false, xml_audiences}};
static const struct xml_old_rule section_attributes[] = {
    {"id", true, NULL}, {"file", false, NULL}, {"copy", false, xml_audiences}};
static const struct xml_old_rule part_attributes[] = {{"id", true, NULL},
                                                      {"title", false, NULL}};
static const struct xml_old_rule paper_attributes[] = {
    {"id", false, NULL},
    {"title", true, NULL},
    {"address", false, NULL},
    {"copy", false, xml_audiences}};
static const struct xml_old_rule acknowledge_attributes[] = {
    {"code", true, NULL}, {"at", true, NULL}, {"because", true, NULL}};

static const struct xml_rule rules[] = {
    {"report", ATTRIBUTES(root_attributes), root_children, XML_TEXT_NONE,
     false},
    {"header", NULL, 0, header_children, XML_TEXT_NONE, false},
    {"field", ATTRIBUTES(field_attributes), NULL, XML_TEXT_MIXED, false},
    {"data", ATTRIBUTES(data_attributes), NULL, XML_TEXT_NONE, false},
    {"value", ATTRIBUTES(value_attributes), NULL, XML_TEXT_MIXED, false},
    {"person", ATTRIBUTES(person_attributes), NULL, XML_TEXT_NONE, false},
    {"recommendations", NULL, 0, recommendations_children, XML_TEXT_NONE,
     false},
    {"recommendation", ATTRIBUTES(recommendation_attributes),
     recommendation_children, XML_TEXT_NONE, false},
    {"reason", NULL, 0, prose_blocks, XML_TEXT_NONE, false},
    {"section", ATTRIBUTES(section_attributes), prose_blocks, XML_TEXT_NONE,
     false},
    {"part", ATTRIBUTES(part_attributes), part_children, XML_TEXT_NONE, false},
    {"appendix", ATTRIBUTES(paper_attributes), prose_blocks, XML_TEXT_NONE,
     false},
    {"paper", ATTRIBUTES(paper_attributes), NULL, XML_TEXT_NONE, false},
    {"acknowledge", ATTRIBUTES(acknowledge_attributes), NULL, XML_TEXT_NONE,
     false},
};

const struct xml_vocabulary report_vocabulary = {.root = "report",
                                                 .rules = rules,
                                                 .nrules = COUNT(rules),
                                                 .shared = prose_rules,
                                                 .nshared = PROSE_RULES};
