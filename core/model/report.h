/*
 * report.h - one report as it was read: typed tables, prose, places.
 *
 * Nothing here knows a template, a council or a kind by name: header fields,
 * data, values, people, sections are lists of things with ids.
 *
 * Ownership: everything belongs to the report's arena. Const after input.
 */
#ifndef CORE_MODEL_REPORT_H
#define CORE_MODEL_REPORT_H

#include "core/finding/finding.h"
#include "core/finding/source.h"
#include "core/model/audience.h"
#include "core/model/figure_check.h"
#include "core/model/kind.h"
#include "core/model/table.h"
#include "core/model/view.h"
#include "core/value/date.h"
#include "core/value/date_cell.h"
#include "core/value/decimal.h"
#include "core/value/period.h"
#include "core/value/report_period.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct doc_node; /* core/doc/doc.h: prose, as it was read */
struct template; /* core/model/template.h */

/* Rows and columns that a workbook hides. */
enum hidden_cells {
    HIDDEN_REFUSED,
    HIDDEN_LEFT_OUT,
    HIDDEN_READ,
};

/* clang-format off */
#define REPORT_ATTRIBUTES(A, E)                                                \
    A(E, VERSION, format, "format", "the version of the format", REQUIRED)     \
    A(E, NAME, template_name, "template",                                      \
      "the template, which says what is printed and in which order", REQUIRED, \
      .of = "template")                                                        \
    A(E, LANGUAGE, lang, "lang", "the language, as BCP 47 writes it",          \
      OPTIONAL, .otherwise_says = "that of the template")                      \
    A(E, PATTERN, previous_path, "previous",                                   \
      "the folder of the report of the period before, for what is compared "   \
      "with it: `../../{month-before}/{name}`", OPTIONAL, .since = 2,          \
      .placeholders = PREVIOUS_PLACEHOLDERS)                                   \
    A(E, LOOSE_TEXT, of_folder, "of",                                          \
      "the folder beside this one, `../NAME`, of the report that this one "    \
      "belongs to: its header fields, people and recommendations stand where " \
      "this one has none", OPTIONAL, .since = 2)                               \
    A(E, REFERENCE, rules, "rules",                                            \
      "what a law asks of it: `check` says what became of each rule",          \
      OPTIONAL, .of = "file of rules", .since = 2,                             \
      .otherwise_says = "those of the template")                               \
    A(E, YES, frozen, "frozen",                                                \
      "whether it was published and is never written again, whatever changes", \
      OPTIONAL)

/* What a path to the period before may have in braces. */
#define PREVIOUS_PLACEHOLDERS "month month-before name"

#define FIELD_ATTRIBUTES(A, E)                                                 \
    A(E, ID, id, "id", "which of the template's header fields it is",          \
      REQUIRED, .of = "header field")                                          \
    COPY_ATTRIBUTE(A, E)

#define DATA_ATTRIBUTES(A, E)                                                  \
    A(E, ID, id, "id", "its name in expressions and tables", REQUIRED)         \
    A(E, FILE, file, "file",                                                   \
      "a file in the folder of the report: CSV, a workbook, or XML (`.xml`); " \
      "with a `*` in its name all files that fit, as one table",               \
      OPTIONAL,                                                                \
      .otherwise_says = "the rows that stand here")                            \
    A(E, LOOSE_TEXT, path, "path",                                             \
      "of an XML file: the names of the elements that lead to its records, "   \
      "with `/` between", OPTIONAL,                                            \
      .otherwise_says = "to what its root holds")                              \
    A(E, NAME, encoding, "encoding",                                           \
      "the character set of the file: `ibm850`", OPTIONAL,                     \
      .otherwise_says = "what its bytes say")                                  \
    A(E, REFERENCE, kind, "kind", "the kind of table it is", REQUIRED,         \
      .of = "kind of table")                                                   \
    A(E, NUMBER, heading_line, "heading-line",                                 \
      "the line of the column headings, where title lines stand above them",   \
      OPTIONAL, .max = 1000, .otherwise_says = "the first")                    \
    A(E, DATE, as_at, "as-at", "the day that the figures are of", OPTIONAL)    \
    A(E, DATE_ORDER, dates, "dates", "how dates that are numbers are read",    \
      OPTIONAL, .otherwise = DATE_ORDER_DAY)                                   \
    A(E, YES, rounds, "round",                                                 \
      "whether what a spreadsheet makes of a number (0.30000000000000004) "    \
      "is rounded, and not an error", OPTIONAL)                                \
    A(E, DATA_UNIT, unit, "unit",                                              \
      "the unit of amounts of money whose headings name none", OPTIONAL)       \
    A(E, LOOSE_TEXT, sheet, "sheet", "of a workbook: the sheet", OPTIONAL,     \
      .otherwise_says = "the one that holds a table")                          \
    A(E, LOOSE_TEXT, range, "range",                                           \
      "of a workbook: its cells, as in `A5:N30`, or the name that a table or " \
      "range has there", OPTIONAL, .otherwise_says = "the one table")          \
    A(E, HIDDEN_CELLS, hidden, "hidden",                                       \
      "of a workbook: what is done with rows and columns that are hidden "     \
      "there", OPTIONAL, .otherwise = HIDDEN_REFUSED)                          \
    A(E, DELIMITER, delimiter, "delimiter", "what parts the fields", OPTIONAL, \
      .otherwise_says = "whichever parts the headings")                        \
    A(E, LOOSE_TEXT, columns, "columns",                                       \
      "the columns that are wanted, in their order, by their ids with spaces " \
      "between; `*`: all, those that the kind does not name as well",          \
      OPTIONAL, .otherwise_says = "those of the kind")                         \
    A(E, WORDS, title, "title", "what it is called", OPTIONAL,                 \
      .otherwise_says = "what its kind is called")                             \
    A(E, PATTERN, previous_path, "previous",                                   \
      "the same data of the period before: a file, or the folder of a report "  \
      "that has it", OPTIONAL, .since = 2,                                     \
      .placeholders = PREVIOUS_PLACEHOLDERS,                                   \
      .otherwise_says = "that of the report's `previous`")                     \
    A(E, NO, kept_back, "attach", "whether it travels with the report, as CSV",  \
      OPTIONAL)                                                                \
    COPY_ATTRIBUTE(A, E)

#define DATA_COLUMN_ATTRIBUTES(A, E)                                           \
    A(E, NAME, id, "id",                                                       \
      "the column of the kind, or what a further column is called",            \
      REQUIRED)                                                                \
    A(E, TEXT, from, "from",                                                   \
      "its heading in the data; of XML the name of an attribute or element, "  \
      "`../@name` what the parent of a record has", REQUIRED)

#define DATA_CELL_ATTRIBUTES(A, E)                                             \
    A(E, LOOSE_TEXT, column, "column", "which column it is, by its heading",   \
      REQUIRED, .empty = "a cell names no column")

#define NAMED_VALUE_ATTRIBUTES(A, E)                                           \
    A(E, ID, id, "id", "its name in expressions", REQUIRED)                    \
    A(E, NAMED_VALUE_TYPE, type, "type", "what it is", REQUIRED,               \
      .otherwise = TYPE_TEXT)                                                  \
    COPY_ATTRIBUTE(A, E)

#define PERSON_ATTRIBUTES(A, E)                                                \
    A(E, NAME, role, "role",                                                   \
      "which of the template's roles it is: author, contact", REQUIRED,        \
      .of = "role of a person")                                                \
    A(E, WORDS, name, "name", "the name", OPTIONAL, .unless = "job")           \
    A(E, WORDS, job, "job", "the job", OPTIONAL, .unless = "name")             \
    A(E, WORDS, organisation, "organisation", "the organisation", OPTIONAL)    \
    A(E, WORDS, address, "address", "where letters reach the person",          \
      OPTIONAL, .since = 2)                                                    \
    A(E, WORDS, telephone, "telephone", "the telephone number", OPTIONAL)      \
    A(E, WORDS, email, "email", "the e-mail address", OPTIONAL)                \
    COPY_ATTRIBUTE(A, E)

#define RECOMMENDATION_ATTRIBUTES(A, E)                                        \
    A(E, ID, id, "id", "what references to it call it", OPTIONAL)              \
    COPY_ATTRIBUTE(A, E)

#define WORD_SECTIONS_ATTRIBUTES(A, E)                                         \
    A(E, FILE, file, "file",                                                   \
      "a Word file (`.docx`) or Markdown in the folder of the report; "         \
      "headings of its first level are those of sections", REQUIRED)           \
    COPY_ATTRIBUTE(A, E)

#define REPORT_SECTION_ATTRIBUTES(A, E)                                        \
    A(E, ID, id, "id",                                                         \
      "which of the template's sections it is; or, with a heading, what "      \
      "references to one of the report's own call it", OPTIONAL,               \
      .unless = "heading", .of = "section")                                    \
    A(E, WORDS, heading, "heading",                                            \
      "its heading: of a section of the report's own, or of one whose heading "\
      "the template lets a report word", OPTIONAL, .since = 2)                 \
    A(E, TEXT, row, "row",                                                     \
      "the row that it is for, of a section that the template repeats: its "   \
      "name, in place of what a section without `row` says", OPTIONAL,         \
      .since = 2)                                                              \
    A(E, LANGUAGE, lang, "lang", "its language, where that is another",        \
      OPTIONAL, .since = 2)                                                    \
    A(E, FILE, file, "file",                                                   \
      "a Markdown or Word file (`.md`, `.docx`) with its prose, which then "   \
      "does not stand here", OPTIONAL, .instead = true)                                       \
    A(E, NAME, encoding, "encoding", "the character set of that file",         \
      OPTIONAL, .otherwise_says = "what its bytes say")                        \
    COPY_ATTRIBUTE(A, E)

#define REPORT_PART_ATTRIBUTES(A, E)                                           \
    A(E, ID, id, "id", "which of the template's parts it is", REQUIRED,        \
      .of = "part")                                                            \
    A(E, WORDS, title, "title", "its heading", OPTIONAL,                       \
      .otherwise_says = "that of the template")

#define PAPER_ATTRIBUTES(A, E)                                                 \
    A(E, ID, id, "id", "what references to it call it", OPTIONAL)              \
    A(E, WORDS, title, "title", "what it is called", REQUIRED,                 \
      .empty = "the title is empty")                                           \
    A(E, ADDRESS, address, "address",                                          \
      "where it can be had: an address (`https://`, `http://`, `mailto:`, "    \
      "`tel:`) or words", OPTIONAL)                                            \
    COPY_ATTRIBUTE(A, E)

#define ACKNOWLEDGEMENT_ATTRIBUTES(A, E)                                       \
    A(E, ACKNOWLEDGED, code, "code",                                           \
      "the code of the fault, as its message has it", REQUIRED,                \
      .of = "fault that a report can own up to")                               \
    A(E, CELL, cell, "at",                                                     \
      "the file and the cell, as its message has them: `budget.csv:F6`, "      \
      "`budget.xlsx:Revenue!F6`",                                              \
      REQUIRED)                                                                \
    A(E, WORDS, because, "because",                                            \
      "the reason, which is printed beside the figure", REQUIRED,              \
      .empty = "an acknowledgement gives no reason")

#define MEMBER_ACKNOWLEDGED(m) enum finding_id m;
#define MEMBER_DATE_ORDER(m) enum date_order m;
#define MEMBER_DATA_UNIT(m) int m;  /* noughts that it adds */
#define MEMBER_HIDDEN_CELLS(m) enum hidden_cells m;
#define MEMBER_DELIMITER(m) char m; /* 0: not given */
#define MEMBER_NAMED_VALUE_TYPE(m) enum value_type m;
/* clang-format on */

/* What the data element says of one column. */
struct data_column {
    DATA_COLUMN_ATTRIBUTES(ATTRIBUTE_MEMBER, data_column)
};

struct data {
    DATA_ATTRIBUTES(ATTRIBUTE_MEMBER, data)
    const struct kind *kind;
    const struct table *table; /* never NULL after a reading without error */
    const struct view *view;   /* that it is, made by figures/; or NULL */
    struct date as_at;         /* year 0: not given */
    struct place at;
    struct place title_at; /* of the title, where it has one */
};

/* The header field that says of which period the whole report is. */
#define REPORT_PERIOD_FIELD "period"

/* A header field. Its type is the template's. */
struct field {
    FIELD_ATTRIBUTES(ATTRIBUTE_MEMBER, field)
    struct str text;
    struct date date; /* when the template says it is one */
    uint8_t months;   /* of a month, quarter or year that ends with that of
                         DATE; 0: it is a day */
    bool left_out; /* the template's condition on it is not true: nobody finds
                      it */
    struct place at;
};

/* The date that a report is made as of: --as-of, or a value of this name. */
#define AS_OF_NAME "as-of"

/* A figure that prose may print by name. */
struct named_value {
    NAMED_VALUE_ATTRIBUTES(ATTRIBUTE_MEMBER, named_value)
    struct cell cell;
    struct place at;
};

struct person {
    PERSON_ATTRIBUTES(ATTRIBUTE_MEMBER, person)
    struct place at;
};

/* Sections that stand in one file. */
struct word_sections_given {
    WORD_SECTIONS_ATTRIBUTES(ATTRIBUTE_MEMBER, word_sections_given)
};

struct report_section {
    REPORT_SECTION_ATTRIBUTES(ATTRIBUTE_MEMBER, report_section)
    const struct doc_node *prose; /* a DOC_FRAGMENT */
    struct place at;
    bool headed;  /* AT is its heading, in a file of several sections */
    bool refused; /* what is the matter with its words was said */
};

struct recommendation {
    RECOMMENDATION_ATTRIBUTES(ATTRIBUTE_MEMBER, recommendation)
    const struct doc_node *prose;
    const struct doc_node *reason; /* may be NULL */
    struct place at;
};

/* Something the report refers to: an appendix, a background paper. */
struct paper {
    PAPER_ATTRIBUTES(ATTRIBUTE_MEMBER, paper)
    const struct doc_node *prose; /* an appendix inside the report; or NULL */
    struct place at;
};

/* A further part of the report, with sections of its own. */
struct report_part {
    REPORT_PART_ATTRIBUTES(ATTRIBUTE_MEMBER, report_part)
    const struct report_section *sections;
    size_t nsections;
    struct place at;
};

struct acknowledgement {
    ACKNOWLEDGEMENT_ATTRIBUTES(ATTRIBUTE_MEMBER, acknowledgement)
    const struct data *data;
    struct place cell; /* that is named */
    struct place at;
};

struct report {
    REPORT_ATTRIBUTES(ATTRIBUTE_MEMBER, report)
    const char *name;            /* of the folder: the name of the outputs */
    const char *folder;          /* as opened */
    const struct source *source; /* report.xml */
    const struct source *const *sources; /* every file read, report.xml first */
    size_t nsources;
    const struct field *fields;
    size_t nfields;
    const struct data *data;
    size_t ndata;
    const struct view *views;
    size_t nviews;
    const struct figure_check *checks;
    size_t nchecks;
    const struct named_value *values;
    size_t nvalues;
    const struct person *people;
    size_t npeople;
    const struct recommendation *recommendations;
    size_t nrecommendations;
    const struct report_section *sections;
    size_t nsections;
    const struct report_part *parts;
    size_t nparts;
    const struct paper *appendices;
    size_t nappendices;
    const struct paper *papers; /* background papers */
    size_t npapers;
    const struct acknowledgement *acknowledgements;
    size_t nacknowledgements;
    const struct rules *rules; /* that it names itself; or NULL */
    struct place recommendations_at;
    bool of_lost;       /* it belongs to one of which nothing could be taken */
    bool sections_lost; /* words of a file are in no section of the template,
                           and a finding says which */
    const struct report *of;               /* that it belongs to; or NULL */
    const struct template *of_template;    /* that one's; or NULL */
    const struct wording *const *wordings; /* of languages that it names */
    size_t nwordings;
    const struct report *previous; /* of the period before: fields, data, values
                                      and views of it; or NULL */
    bool previous_failed;          /* it could not be read */
    const struct template *template_used; /* of a previous one */
};

/* The tables above, as files have them. */
extern const struct choice date_order_choices[];
extern const struct choice hidden_cells_choices[];
extern const struct choice data_unit_choices[];
extern const struct choice delimiter_choices[];
extern const struct choice named_value_type_choices[];

const struct field *report_field(const struct report *r, struct str id);
/* The header field of the period of the report, whose date is the end of it;
   NULL: it is not said. */
const struct field *report_period_field(const struct report *r);
/* That of the period or else of the date; NULL: neither is said. */
const struct field *report_day_field(const struct report *r);
const struct data *report_data(const struct report *r, struct str id);
const struct report_section *report_section(const struct report *r,
                                            struct str id);

#endif
