/*
 * template.h - what a template says, with its kinds, wording and house style.
 *
 * Read when a report first names it (input/templates/library.h), const after,
 * shared by all reports of a batch.
 *
 * Ownership: the arena of the run.
 */
#ifndef CORE_MODEL_TEMPLATE_H
#define CORE_MODEL_TEMPLATE_H

#include "core/base/attribute.h"
#include "core/base/choice.h"
#include "core/base/list.h"
#include "core/finding/finding.h"
#include "core/model/calendar.h"
#include "core/model/figure_check.h"
#include "core/model/generator_call.h"
#include "core/model/kind.h"
#include "core/model/label_series.h"
#include "core/model/medium.h"
#include "core/model/rules.h"
#include "core/model/style.h"
#include "core/model/view.h"
#include "core/value/wording.h"

#include <stdbool.h>
#include <stddef.h>

struct doc_node; /* core/doc/doc.h: prose, as it was read */

/* clang-format off */
#define HEADER_LAYOUTS(CHOICE)                                                 \
    CHOICE(HEADER_LINES, "lines", "each field a line of its own")              \
    CHOICE(HEADER_ROWS, "rows", "label and value in two columns")              \
    CHOICE(HEADER_COVER, "cover", "a page of its own")

#define FIELD_TYPES(CHOICE)                                                    \
    CHOICE(FIELD_TEXT, "text", "words")                                        \
    CHOICE(FIELD_DATE, "date", "a day")                                        \
    CHOICE(FIELD_MONTH, "month", "a month, or a day of it; a quarter or a financial year")                    \
    CHOICE(FIELD_LIST, "list", "values with semicolons between: wards")        \
    CHOICE(FIELD_CHOICE, "choice", "one of its choices and nothing else")

/* How a header field is printed beside its label. NONE has no name. */
#define FIELD_ROLES(CHOICE)                                                    \
    CHOICE(FIELD_ROLE_COUNCIL, "council", "the council's name at the head")    \
    CHOICE(FIELD_ROLE_ADDRESSEE, "addressee", "to whom: REPORT TO MEMBERS")    \
    CHOICE(FIELD_ROLE_TITLE, "title", "the report's title: one field has it")  \
    CHOICE(FIELD_ROLE_SUBTITLE, "subtitle", "what stands under the title")

enum header_layout { HEADER_LAYOUTS(CHOICE_CONSTANT) HEADER_LAYOUT_MAX };
enum field_type { FIELD_TYPES(CHOICE_CONSTANT) FIELD_TYPE_MAX };
enum field_role { FIELD_ROLE_NONE, FIELD_ROLES(CHOICE_CONSTANT) FIELD_ROLE_MAX };

#define MEMBER_HEADER_LAYOUT(m) enum header_layout m;
#define MEMBER_FIELD_TYPE(m) enum field_type m;
#define MEMBER_FIELD_ROLE(m) enum field_role m;
#define MEMBER_REQUIREMENT(m) enum requirement m;

#define TEMPLATE_ATTRIBUTES(A, E)                                              \
    A(E, VERSION, format, "format", "the version of the format", REQUIRED)     \
    A(E, TEXT, title, "title", "what `councilpress templates` calls it",       \
      REQUIRED)                                                                \
    A(E, REFERENCE, house, "house", "the house style", OPTIONAL,               \
      .unless = "extends", .of = "house style")                                \
    A(E, REFERENCE, lang, "lang", "the language, which must have a wording",   \
      OPTIONAL, .unless = "extends", .of = "wording")                          \
    A(E, REFERENCE, extends, "extends",                                        \
      "a template to start from: what is said here replaces what it says",     \
      OPTIONAL, .of = "template")                                              \
    A(E, REFERENCE, calendar, "calendar",                                      \
      "the calendar by which working days are counted", OPTIONAL,              \
      .of = "calendar", .since = 2)                                            \
    A(E, REFERENCE, rules, "rules",                                            \
      "what a law asks of its reports: `check` says what became of each rule", \
      OPTIONAL, .of = "file of rules", .since = 2)                             \
    A(E, YES, contents, "contents", "whether the report has a table of contents", OPTIONAL)         \
    A(E, YES, contents_page, "contents-page",                                  \
      "whether contents have a page of their own", OPTIONAL, .since = 2)       \
    A(E, NUMBER, contents_levels, "contents-levels",                           \
      "how deep contents go: 1 names parts and sections beside them, 2 the "   \
      "sections of parts, too, 3 the headings right below those of sections",  \
      OPTIONAL, .since = 2, .min = 1, .max = 3,                                \
      .otherwise = 2)                                                          \
    A(E, YES, attach, "attach",                                                \
      "whether the data files travel with the report", OPTIONAL,               \
      .otherwise = true)

/* Of what merges by id with that of a template that is extended. */
#define TEMPLATE_REMOVE_ATTRIBUTE(A, E)                                        \
    A(E, LOOSE_YES, removed, "remove",                                         \
      "whether it is taken out of a template that is extended", OPTIONAL,      \
      .since = 2)

#define TEMPLATE_SERIES_ATTRIBUTES(A, E)                                       \
    A(E, ID, id, "id", "its name, and that of its counter", REQUIRED)          \
    A(E, TEXT, pattern, "pattern",                                             \
      "a label: text and counters. `{id}` is the counter of this series or "   \
      "of one it is within, in figures; `{id:a}` `{id:A}` in letters, "        \
      "`{id:i}` `{id:I}` in roman numerals, `{id:*}` as the marks of notes. "  \
      "Without a counter it is a bullet", OPTIONAL, .unless = "remove")        \
    A(E, REFERENCE, within, "within",                                          \
      "the series whose every label starts this one again", OPTIONAL,          \
      .of = "series", .otherwise_says = "it runs through the document")        \
    A(E, REFERENCE, joins, "joins", "the series whose counter it shares",      \
      OPTIONAL, .of = "series")                                                \
    A(E, TEXT, reference, "reference", "what `ref` prints", OPTIONAL,          \
      .otherwise_says = "the label without punctuation at its ends")           \
    TEMPLATE_REMOVE_ATTRIBUTE(A, E)

#define TEMPLATE_NUMBERING_ATTRIBUTES(A, E)                                    \
    A(E, REFERENCE, headings, "headings", "of headings of sections", OPTIONAL, \
      .of = "series")                                                          \
    A(E, REFERENCE, paragraphs, "paragraphs", "of paragraphs", OPTIONAL,       \
      .of = "series")                                                          \
    A(E, REFERENCE, recommendations, "recommendations", "of recommendations",  \
      OPTIONAL, .of = "series")                                                \
    A(E, REFERENCE, lists, "lists", "of lists without a style", OPTIONAL,      \
      .of = "series")                                                          \
    A(E, REFERENCE, ordered, "ordered", "of `1.` lists in CommonMark",         \
      OPTIONAL, .of = "series", .otherwise_says = "`1.`, `2.`, `3.`")           \
    A(E, REFERENCE, header, "header", "of header fields", OPTIONAL,            \
      .of = "series")                                                          \
    A(E, REFERENCE, notes, "notes", "of footnotes", OPTIONAL, .of = "series")  \
    A(E, REFERENCE, parts, "parts", "of headings of parts", OPTIONAL,          \
      .of = "series")

#define TEMPLATE_HEADER_ATTRIBUTES(A, E)                                       \
    A(E, HEADER_LAYOUT, header, "layout", "how the fields stand", OPTIONAL,    \
      .otherwise = HEADER_LINES)

/* Of what may stand several times, or in one copy alone. */
#define TEMPLATE_REPEATED_ATTRIBUTES(A, E)                                     \
    A(E, TEXT, each, "each",                                                   \
      "what it is printed once for each row of, which expressions call `row`: "\
      "as in bodies", OPTIONAL, .since = 2)                                    \
    A(E, MEDIUM, medium, "medium", "where it is printed, if not everywhere",   \
      OPTIONAL, .since = 2, .otherwise = MEDIUM_BOTH)                          \
    A(E, AUDIENCE, audience, "copy", "which copies it stands in", OPTIONAL,    \
      .since = 2)

#define TEMPLATE_FIELD_ATTRIBUTES(A, E)                                        \
    A(E, ID, id, "id", "its name in reports and expressions", REQUIRED)        \
    A(E, FIELD_TYPE, type, "type", "what it holds", OPTIONAL, .decides = true, \
      .otherwise = FIELD_TEXT)                                                 \
    A(E, EXPANDED, label, "label", "what is printed before its value",         \
      OPTIONAL)                                                                \
    A(E, FIELD_ROLE, role, "role", "what it is to the report", OPTIONAL,       \
      .otherwise = FIELD_ROLE_NONE)                                            \
    A(E, EXPANDED, value, "value",                                             \
      "what it says where a report gives it no value", OPTIONAL)               \
    A(E, PATTERN, pattern, "pattern", "how its date is printed", OPTIONAL,     \
      .only_for = "date month", .placeholders = WORDING_DATE_PLACEHOLDERS,     \
      .otherwise_says = "as the wording has it")                               \
    A(E, REQUIREMENT, required, "required",                                    \
      "whether a report without it is an error", OPTIONAL)                     \
    A(E, YES, hidden, "hidden",                                                \
      "whether it is asked for, and known to expressions, but not printed",    \
      OPTIONAL)                                                                \
    A(E, LANGUAGE, lang, "lang",                                               \
      "the language of what it says, where that is another", OPTIONAL,         \
      .since = 2)                                                              \
    A(E, EXPRESSION, when, "when",                                             \
      "printed only when this is true; else it is as one that the report "     \
      "does not give", OPTIONAL, .since = 2)                                   \
    TEMPLATE_REPEATED_ATTRIBUTES(A, E)                                         \
    A(E, LIST, choices, "choices",                                             \
      "what it may say, with semicolons between; or each in an element "       \
      "`choice`, where it has other names", OPTIONAL, .since = 2,              \
      .empty = "the list of choices is empty", .only_for = "choice")           \
    A(E, TEXT, sample, "sample",                                               \
      "what it says in a report that `councilpress new` makes", OPTIONAL,      \
      .since = 2, .otherwise_says = "its label")                               \
    TEMPLATE_REMOVE_ATTRIBUTE(A, E)

#define TEMPLATE_ROLE_ATTRIBUTES(A, E)                                         \
    A(E, ID, id, "id", "its name in reports", REQUIRED)                        \
    A(E, TEXT, label, "label", "what is printed of it", OPTIONAL)              \
    A(E, REQUIREMENT, required, "required",                                    \
      "whether a report without such a person is an error", OPTIONAL)          \
    TEMPLATE_REMOVE_ATTRIBUTE(A, E)

#define TEMPLATE_DATA_ATTRIBUTES(A, E)                                         \
    A(E, ID, id, "id", "its name in reports and expressions", REQUIRED)        \
    A(E, NAME, kind, "kind", "the kind of table it is", REQUIRED,              \
      .of = "kind of table")                                                   \
    A(E, REQUIREMENT, required, "required",                                    \
      "whether a report without it is an error", OPTIONAL)                     \
    A(E, TEXT, sample, "sample",                                               \
      "the columns that a report made by `councilpress new` asks for, by "     \
      "their ids with spaces between", OPTIONAL, .since = 2,                   \
      .otherwise_says = "those of the kind")                                   \
    TEMPLATE_REMOVE_ATTRIBUTE(A, E)

#define TEMPLATE_SECTION_ATTRIBUTES(A, E)                                      \
    A(E, ID, id, "id", "its name in reports", REQUIRED)                        \
    A(E, EXPANDED, heading, "heading", "its heading", OPTIONAL)                \
    A(E, LANGUAGE, lang, "lang",                                               \
      "the language of all that it holds, where that is another", OPTIONAL,    \
      .since = 2)                                                              \
    A(E, YES, reword, "reword", "whether a report may word the heading",       \
      OPTIONAL, .since = 2)                                                    \
    A(E, REQUIREMENT, required, "required",                                    \
      "whether a report with nothing to print here is an error", OPTIONAL)     \
    A(E, TEXT, empty, "empty", "what is printed where there is nothing",       \
      OPTIONAL, .otherwise_says = "the section is left out")                   \
    A(E, REFERENCE, empty_in, "empty-in",                                      \
      "the section, further down, that lists its heading where there is "      \
      "nothing, below what `empty` says there", OPTIONAL, .of = "section",     \
      .since = 2)                                                              \
    A(E, EXPRESSION, when, "when", "printed only when this is true", OPTIONAL) \
    TEMPLATE_REPEATED_ATTRIBUTES(A, E)                                         \
    A(E, NUMBER, words, "words",                                               \
      "how many words it may have; more are a warning", OPTIONAL,              \
      .max = 1000000, .otherwise_says = "any number")                          \
    A(E, REFERENCE, headings, "headings",                                      \
      "the series of its headings, or `none`", OPTIONAL, .of = "series",       \
      .otherwise_says = "that of `numbering`")                                 \
    A(E, REFERENCE, paragraphs, "paragraphs",                                  \
      "the series of its paragraphs, or `none`", OPTIONAL, .of = "series",     \
      .otherwise_says = "that of `numbering`")                                 \
    A(E, YES, recommends, "recommends",                                        \
      "whether its prose is of recommendations, in another language, say, "    \
      "and stands out as they do",                                             \
      OPTIONAL, .since = 2)                                                    \
    A(E, YES, page_before, "page-before", "whether it begins on a new page",   \
      OPTIONAL)                                                                \
    TEMPLATE_REMOVE_ATTRIBUTE(A, E)

/* Of the place where sections of the report's own stand. */
#define TEMPLATE_OWN_SECTIONS_ATTRIBUTES(A, E)                                 \
    A(E, REFERENCE, headings, "headings",                                      \
      "the series of their headings, or `none`", OPTIONAL, .of = "series",     \
      .otherwise_says = "that of `numbering`")                                 \
    A(E, REFERENCE, paragraphs, "paragraphs",                                  \
      "the series of their paragraphs, or `none`", OPTIONAL, .of = "series",   \
      .otherwise_says = "that of `numbering`")

#define TEMPLATE_PART_ATTRIBUTES(A, E)                                         \
    A(E, ID, id, "id", "its name in reports", REQUIRED)                        \
    A(E, EXPANDED, heading, "heading",                                         \
      "its heading where the report gives none", OPTIONAL)                     \
    A(E, LANGUAGE, lang, "lang",                                               \
      "the language of all that it holds, where that is another", OPTIONAL,    \
      .since = 2)                                                              \
    A(E, EXPRESSION, when, "when", "printed only when this is true", OPTIONAL, \
      .since = 2)                                                              \
    TEMPLATE_REPEATED_ATTRIBUTES(A, E)                                         \
    A(E, REQUIREMENT, required, "required",                                    \
      "whether a report without it is an error", OPTIONAL)                     \
    A(E, YES, page_before, "page-before", "whether it begins on a new page",   \
      OPTIONAL)                                                                \
    TEMPLATE_REMOVE_ATTRIBUTE(A, E)

#define TEMPLATE_PIECE_ATTRIBUTES(A, E)                                        \
    A(E, ID, id, "id", "what `use` calls it", REQUIRED)                        \
    TEMPLATE_REMOVE_ATTRIBUTE(A, E)

#define TEMPLATE_PLACE_ATTRIBUTES(A, E)                                        \
    A(E, REFERENCE, section, "section", "the section that stands here",        \
      REQUIRED, .of = "section")

/* Further attributes are the generator's own. */
#define TEMPLATE_GENERATE_ATTRIBUTES(A, E)                                     \
    A(E, NAME, with, "with", "the generator", REQUIRED, .of = "generator")     \
    A(E, NAME, data, "data", "the `id` of the data it prints", OPTIONAL)       \
    A(E, EXPANDED, caption, "caption", "the caption of what it prints",        \
      OPTIONAL, .otherwise_says = "the title of the data")                     \
    A(E, LOOSE_EXPRESSION, when, "when", "printed only when this is true",     \
      OPTIONAL)
/* clang-format on */

enum requirement {
    REQUIRED_NO,
    REQUIRED_YES,
};

struct template_field {
    TEMPLATE_FIELD_ATTRIBUTES(ATTRIBUTE_MEMBER, template_field)
    const struct kind_column *answers; /* of type `choice`: its choices, as a
                                          column has them; else NULL */
    struct date day; /* of type `date` and `month`: the day of its value */
    uint8_t months;  /* likewise, how many months end with it; or 0 */
    struct place at;
    struct place label_at; /* these: of the attributes' values */
    struct place value_at;
    struct place when_at;
    struct place each_at;
};

/* One block of a section's body, in order. */
enum template_block_type {
    BLOCK_PROSE,    /* standard wording: a DOC_FRAGMENT of the template */
    BLOCK_GENERATE, /* a generator with its arguments */
};

struct template_block {
    enum template_block_type type;
    const struct doc_node *prose;
    const struct generator_call *call;
    struct str when; /* an expression; empty: always */
    struct place when_at;
    struct place at;
};

struct template_section {
    TEMPLATE_SECTION_ATTRIBUTES(ATTRIBUTE_MEMBER, template_section)
    uint8_t level;  /* of its heading: 2, or 3 inside a part */
    bool of_report; /* where sections of the report's own stand; without id */
    const char *empty_in; /* the section that lists it where there is nothing;
                             or NULL */
    const struct label_series *heading_series;   /* NULL: unnumbered */
    const struct label_series *paragraph_series; /* NULL: unnumbered */
    const struct template_block *blocks;
    size_t nblocks;
    struct place at;
    struct place heading_at; /* these: of the attributes' values */
    struct place empty_at;
    struct place when_at;
    struct place each_at;
};

struct template_part {
    TEMPLATE_PART_ATTRIBUTES(ATTRIBUTE_MEMBER, template_part)
    const struct label_series *heading_series;
    const struct template_section *sections;
    size_t nsections;
    struct place at;
    struct place heading_at;
    struct place when_at;
    struct place each_at;
};

struct template_piece { /* blocks that are used in several places */
    TEMPLATE_PIECE_ATTRIBUTES(ATTRIBUTE_MEMBER, template_piece)
    bool used; /* somewhere in the template */
    struct place at;
};

struct template_role { /* of a person */
    TEMPLATE_ROLE_ATTRIBUTES(ATTRIBUTE_MEMBER, template_role)
};

struct template_data { /* that a report is asked for */
    TEMPLATE_DATA_ATTRIBUTES(ATTRIBUTE_MEMBER, template_data)
    struct place at;
    struct place kind_at;
};

/* What was taken out of a template that is extended, and may be named in it
   still. */
struct template_removed {
    const struct template_removed *next;
    struct str id;
    struct place at; /* where that is said */
};

struct template
{
    TEMPLATE_ATTRIBUTES(ATTRIBUTE_MEMBER, template)
    TEMPLATE_HEADER_ATTRIBUTES(ATTRIBUTE_MEMBER, template)
    const char *id;
    struct str about;
    const char *lang;
    const struct house *house;
    const struct wording *wording;
    const struct calendar *calendar; /* or NULL */
    const struct rules *rules;       /* or NULL */
    const struct wording *const
        *wordings; /* of other languages that it names */
    size_t nwordings;
    struct page_style page;
    const struct label_series *header_series; /* of header fields; or NULL */
    const struct template_field *fields;
    size_t nfields;
    const struct label_series *series; /* all, by index */
    size_t nseries;
    const struct template_piece *pieces;
    size_t npieces;
    const struct label_series *recommendation_series;
    const struct label_series *list_series;    /* of a list without a style */
    const struct label_series *ordered_series; /* 1. lists in CommonMark; NULL,
                                                by `none`: list_series */
    const struct label_series *note_series;
    const struct template_section *sections;
    size_t nsections;
    const struct template_part *parts;
    size_t nparts;
    const struct template_role *roles;
    size_t nroles;
    const struct template_data *data;
    size_t ndata;
    const struct template_removed *removed; /* the last first; NULL: nothing */
    const struct view *views;
    size_t nviews;
    const struct figure_check *checks;
    size_t nchecks;
    bool header_has_body; /* else its fields are printed, by their roles and
                             labels */
    const struct template_block *header_body;
    size_t nheader_body;
    const struct template_block *cover;
    size_t ncover;
    const struct doc_node *running_head; /* fragments of SIDES and paragraphs;
                                            or NULL */
    const struct doc_node *running_foot;
    const struct template_block *sign_off;
    size_t nsign_off;
    const struct style *style; /* page and house together */
    struct place at;
};

/* What a report may name: templates, kinds and rules, which whoever reads them
   does when they are first asked for. CONTEXT comes first in each call. */
struct templates {
    void *context;

    /* Of that id; NULL when there is none, and when it has faults: then *FAULTY
       is true, and they are findings of the report already. */
    const struct template *(*find)(void *context, struct str id, bool *faulty);
    const struct kind *(*find_kind)(void *context, struct str id, bool *faulty);
    const struct rules *(*find_rules)(void *context, struct str id,
                                      bool *faulty);

    /* The names there are, struct str, for a message that one is unknown. */
    void (*offer)(void *context, struct list *names);
    void (*offer_kinds)(void *context, struct list *names);
    void (*offer_rules)(void *context, struct list *names);

    /* That of a language, or of what it is a kind of (cy for cy-GB); NULL when
       there is none, or none that can be used. */
    const struct wording *(*find_wording)(void *context, struct str lang);

    /* The paths of the run, below which reports of the period before may lie:
       folders, or report.xml of one. */
    const char *const *roots;
    size_t nroots;

    /* The template that a report is read with, whichever it names; empty: the
       one that it names. Not what it belongs to, nor the period before. */
    struct str instead;

    /* Any, for a report whose template is not known; NULL: none can be read. */
    const struct wording *(*any_wording)(void *context);
};

/* The tables above, as files have them. */
extern const struct choice header_layout_choices[];
extern const struct choice field_type_choices[];
extern const struct choice field_role_choices[];

const struct label_series *template_series(const struct template *t,
                                           struct str id);

/* Whether one of N sections of a template is called ID; those that a report
   adds are not the template's. */
bool template_has_section(const struct template_section *sections, size_t n,
                          const char *id);

/* The header field that it declares as ID, or NULL. */
const struct template_field *template_field(const struct template *t,
                                            struct str id);

/* Which of its choices F, of type `choice`, has where TEXT, at AT, is said of
   it, as a figure of a column is read; NULL, and a finding, when it is none. */
const struct str *template_answer(const struct template_field *f,
                                  struct str text, struct place at,
                                  struct findings *findings);

/* What a thing of a template is called, LABEL, or else its id: a sample of a
   report has no other words of it, a list of two those with a number each. */
struct str template_sample_words(struct str label, const char *id);
struct str template_sample_list(struct arena *arena, struct str words);

/* The data ID that it asks reports for, or NULL. */
const struct template_data *template_data(const struct template *t,
                                          struct str id);

/* Whether it asks reports for data ID, or makes a view of that name. */
bool template_asks_for(const struct template *t, struct str id);

/* Says as the way out of the last finding that ID, which is not there, was
   taken out of a template; where nothing of that name was, nothing is said. */
void template_hint_removed(const struct template *t, struct str id,
                           struct findings *findings);

#endif
