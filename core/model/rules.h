/*
 * rules.h - what a law, or the council's own constitution, asks of a report.
 *
 * They stand in files (templates/rules/), one for a nation and body, so that a
 * council's lawyers can read and change them. A report that does what all of
 * them ask may still break a law: they are a help, and no opinion.
 *
 * Ownership: the arena of the run.
 */
#ifndef CORE_MODEL_RULES_H
#define CORE_MODEL_RULES_H

#include "core/base/attribute.h"
#include "core/base/choice.h"
#include "core/finding/source.h"
#include "core/model/calendar.h"

#include <stddef.h>

/* clang-format off */
/* What it means that a report does not do what a rule asks. */
#define RULE_LEVELS(CHOICE)                                                    \
    CHOICE(RULE_FAILS, "fail", "the report fails it, and is not written")      \
    CHOICE(RULE_WARNS, "warn", "it is a warning")

enum rule_level { RULE_LEVELS(CHOICE_CONSTANT) RULE_LEVEL_MAX };

#define MEMBER_RULE_LEVEL(m) enum rule_level m;

#define RULES_ATTRIBUTES(A, E)                                                 \
    A(E, VERSION, format, "format", "the version of the format", REQUIRED)     \
    A(E, TEXT, title, "title", "whose decisions they are for", REQUIRED)       \
    A(E, REFERENCE, extends, "extends",                                        \
      "rules that hold as well: a rule said again here replaces theirs, "      \
      "attribute by attribute; those of its own name are the next folder's",   \
      OPTIONAL, .of = "file of rules")                                         \
    A(E, REFERENCE, calendar, "calendar",                                      \
      "the calendar by which their working days are counted", OPTIONAL,        \
      .of = "calendar", .otherwise_says = "that of the template")

#define RULES_FIELD_ATTRIBUTES(A, E)                                           \
    A(E, ID, id, "id", "the header field or value, as reports have it",        \
      REQUIRED)                                                                \
    A(E, TEXT, title, "title", "what it is, for who is told that it lacks",    \
      REQUIRED)

#define RULE_ATTRIBUTES(A, E)                                                  \
    A(E, ID, id, "id", "its name", REQUIRED)                                   \
    A(E, TEXT, title, "title", "what it asks: needed, as is `source`, unless " \
      "the rules that are extended say it", OPTIONAL)                          \
    A(E, TEXT, source, "source",                                               \
      "who asks it: the Act or regulations, and the section", OPTIONAL)        \
    A(E, RULE_LEVEL, level, "level", "what it means where a report does not "  \
      "do it", OPTIONAL, .otherwise = RULE_FAILS)                              \
    A(E, EXPRESSION, when, "when", "asked only when this is true", OPTIONAL,   \
      .otherwise_says = "always")                                              \
    A(E, REFERENCES, needs, "needs",                                           \
      "the fields without which nobody can say whether it is done", OPTIONAL,  \
      .of = "field")                                                           \
    A(E, EXPRESSION, test, "test", "it asks that this is true", OPTIONAL)      \
    A(E, REFERENCES, given, "given", "it asks that all these fields say "      \
      "something", OPTIONAL, .of = "field")                                    \
    A(E, REFERENCES, section, "section", "it asks that one of these sections " \
      "is printed, and says something", OPTIONAL, .of = "section")             \
    A(E, YES, none, "none", "whether the words that the template prints where " \
      "a section has nothing to say (`empty`) will do", OPTIONAL)              \
    A(E, TEXT, sentence, "sentence", "it asks that these words are printed; "  \
      "capitals, spaces and punctuation count for nothing", OPTIONAL)          \
    A(E, EXPANDED, says, "says", "the sentence that says what was found, "     \
      "whether it is done or not", OPTIONAL)                                   \
    A(E, TEXT, remedy, "remedy", "how to go on where it is not done", OPTIONAL) \
    A(E, LOOSE_YES, removed, "remove",                                         \
      "whether it is taken out of the rules that are extended", OPTIONAL)
/* clang-format on */

struct rules_field {
    RULES_FIELD_ATTRIBUTES(ATTRIBUTE_MEMBER, rules_field)
};

/* Of test, given, section and sentence it has one. */
struct rule {
    RULE_ATTRIBUTES(ATTRIBUTE_MEMBER, rule)
    const struct str *needs;
    size_t nneeds;
    const struct str *given; /* none: it is another test */
    size_t ngiven;
    const struct str *sections;
    size_t nsections;
    struct place when_at;
    struct place test_at;
    struct place says_at;
    struct place at;
};

struct rules {
    RULES_ATTRIBUTES(ATTRIBUTE_MEMBER, rules)
    const char *id;
    const struct calendar *calendar; /* or NULL */
    const struct rules_field *fields;
    size_t nfields;
    const struct rule *rules;
    size_t nrules;
    struct place at;
};

extern const struct choice rule_level_choices[];

/* The field that they name so, or NULL. */
const struct rules_field *rules_field(const struct rules *r, struct str id);

#endif
