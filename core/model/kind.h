/*
 * kind.h - a kind of table: its columns, the rows it may have, its checks.
 *
 * Kinds are data (templates/kinds/NAME.xml); C knows the types, roles and
 * checks of kind_words.h, and no kind. Read once a run, const after.
 */
#ifndef CORE_MODEL_KIND_H
#define CORE_MODEL_KIND_H

#include "core/base/attribute.h"
#include "core/base/str.h"
#include "core/finding/source.h"
#include "core/model/kind_words.h"
#include "core/model/row_role.h"
#include "core/value/decimal.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* clang-format off */
#define MEMBER_REPEATS_OVER(m) enum repeats_over m;
#define MEMBER_CHOICE_STATUS(m) enum choice_status m;
#define MEMBER_CHOICE_MEANING(m) enum choice_meaning m;
#define MEMBER_COLUMN_BETTER(m) enum column_better m;
#define MEMBER_COLUMN_SCENARIO(m) enum column_scenario m;
#define MEMBER_CHECK_TOLERANCE(m) enum check_tolerance m;
#define MEMBER_VALUE_TYPE(m) enum value_type m;
#define MEMBER_COLUMN_ROLE(m) enum column_role m;
#define MEMBER_HEADING_SOURCE(m) bool m;
#define MEMBER_DECIMALS(m) enum decimals_source m;
#define MEMBER_ROW_ROLE(m) enum row_role m;
#define MEMBER_CHECK_TYPE(m) enum check_type m;

#define KIND_COLUMN_ATTRIBUTES(A, E)                                           \
    A(E, ID, id, "id",                                                         \
      "its name in expressions and checks; in the data it is known by it, "    \
      "too", REQUIRED)                                                         \
    A(E, TEXT, title, "title", "its heading", REQUIRED)                        \
    A(E, LIST, aliases, "aliases",                                             \
      "other headings that it has in data, with semicolons between", OPTIONAL) \
    A(E, VALUE_TYPE, type, "type", "what its cells hold", REQUIRED,            \
      .decides = true, .otherwise = TYPE_TEXT)                                 \
    A(E, LIST, choices, "choices",                                             \
      "what its cells may say, with semicolons between; or each in an element " \
      "`choice`, where it has other names", OPTIONAL,                          \
      .empty = "the list of choices is empty", .only_for = "choice")           \
    A(E, COLUMN_ROLE, role, "role",                                            \
      "what it means to checks and generators; no two columns have the same "  \
      "one, but `plain`", OPTIONAL, .otherwise = COLUMN_PLAIN)                 \
    A(E, YES, filled, "filled",                                                \
      "whether a blank cell is an error, but in totals, sub-totals and a "     \
      "group's own row", OPTIONAL)                                             \
    A(E, YES, required, "required", "whether data without it is an error",     \
      OPTIONAL)                                                                \
    A(E, REFERENCE, instead, "instead",                                        \
      "the column that may stand in its place, where it is required: shares "  \
      "for numbers", OPTIONAL, .of = "column", .since = 2)                     \
    A(E, YES, hidden, "hidden",                                                \
      "whether it is read and checked, but not printed", OPTIONAL)             \
    A(E, COLUMN_SCENARIO, scenario, "scenario",                                \
      "which of its row's figures it has, for pictures", OPTIONAL,             \
      .otherwise = SCENARIO_NONE)                                              \
    A(E, COLUMN_BETTER, better, "better", "which of its figures are good",     \
      OPTIONAL, .otherwise = BETTER_NEITHER)                                   \
    A(E, YES, signs, "signs", "whether figures above zero have a plus sign",   \
      OPTIONAL)                                                                \
    A(E, TEXT, span, "span",                                                   \
      "a heading over it and the printed columns beside it that have the same",\
      OPTIONAL, .since = 2)                                                    \
    A(E, YES, repeats, "repeats",                                              \
      "whether it stands for any number of columns whose headings are "        \
      "financial years, or what `over` says", OPTIONAL)                        \
    A(E, REPEATS_OVER, over, "over", "what the headings of such columns are",  \
      OPTIONAL, .otherwise = REPEATS_YEARS)                                    \
    A(E, HEADING_SOURCE, headings_as_given, "heading",                         \
      "which heading is printed", OPTIONAL)                                    \
    A(E, DECIMALS, decimals, "decimals",                                       \
      "which pence whole amounts are printed with, in tables and elsewhere",   \
      OPTIONAL, .otherwise = DECIMALS_UNSAID,                                  \
      .otherwise_says = "`data` where the kind has years or sub-totals, else " \
                        "`own`")

/* Of a header field, all; a column's says more. */
#define FIELD_CHOICE_ATTRIBUTES(A, E)                                          \
    A(E, TEXT, value, "value", "what is printed, and asked for in expressions",\
      REQUIRED, .empty = "the choice is empty")                                \
    A(E, LIST, aliases, "aliases",                                             \
      "what else is typed for it, with semicolons between", OPTIONAL)

#define KIND_CHOICE_ATTRIBUTES(A, E)                                           \
    FIELD_CHOICE_ATTRIBUTES(A, E)                                              \
    A(E, CHOICE_STATUS, status, "status",                                      \
      "how what is in its row stands, where that is drawn", OPTIONAL,          \
      .otherwise = STATUS_NONE)                                                \
    A(E, CHOICE_MEANING, means, "means", "what it says to checks", OPTIONAL,   \
      .otherwise = MEANS_NOTHING)                                              \
    A(E, NUMBER, from, "from",                                                 \
      "the least score that has it: what a check `same` and the bands of a "   \
      "matrix go by", OPTIONAL, .max = 1000)

#define KIND_ROW_ATTRIBUTES(A, E)                                              \
    A(E, ID, id, "id", "its name in checks `lines` and in `data[id]`", OPTIONAL)                 \
    A(E, ROW_ROLE, role, "role", "what such a row means", REQUIRED,            \
      .otherwise = ROW_ENTRY)                                                  \
    A(E, LIST, aliases, "aliases",                                             \
      "what it says in the column of role `line`, or else `label` or `key`, "  \
      "with semicolons between; {group} is the name of its group, {first-day} " \
      "and {last-day} are days of a month", REQUIRED)                         \
    A(E, YES, or_total, "or-total",                                         \
      "of role `closing`: whether it is the total of the rows above it where " \
      "no balance, total or result stands above it", OPTIONAL)

/* Which of them a type needs, CHECK_TYPES says. */
#define KIND_CHECK_ATTRIBUTES(A, E)                                            \
    A(E, CHECK_TYPE, type, "type", "what must hold", REQUIRED,                 \
      .decides = true, .otherwise = CHECK_TOTAL)                               \
    A(E, REFERENCES, result, "result",                                         \
      "the column that is checked, or the line of `lines`; of several, with "  \
      "spaces between, each is", OPTIONAL, .of = "column or line")             \
    A(E, REFERENCES, plus, "plus",                                             \
      "the columns or lines that are added, with spaces between", OPTIONAL,    \
      .of = "column or line")                                                  \
    A(E, REFERENCES, minus, "minus",                                           \
      "those that are taken away, with spaces between", OPTIONAL,              \
      .of = "column or line")                                                  \
    A(E, REFERENCE, of, "of", "the column that the figure is of", OPTIONAL,    \
      .of = "column")                                                          \
    A(E, REFERENCE, units, "units", "the column that says how many", OPTIONAL, \
      .of = "column")                                                          \
    A(E, REFERENCE, rate, "rate", "the column that says what one costs",       \
      OPTIONAL, .of = "column")                                                \
    A(E, YES, either, "either",                                                \
      "whether figures of `minus` may have a minus of their own, and are "     \
      "then added", OPTIONAL)                                                  \
    A(E, YES, is_other, "or",                                                  \
      "of `row` and `ratio`: whether it may be made in the place of the "      \
      "nearest above it of its type and result that has no `or`: of those "    \
      "whose columns the data has, that of most columns is made, unless rows " \
      "clearly agree with another",                                            \
      OPTIONAL, .since = 2)                                                    \
    A(E, YES, may_turn, "turn",                                                \
      "of `lines`: whether the result may have the other sign, in all of its " \
      "columns: a gap in brackets", OPTIONAL)                                  \
    A(E, LIST, limits, "limits",                                               \
      "choices with the least percentage that each may have, the best first, " \
      "with semicolons between; the last has none: `Green 95; Amber 75; Red`; " \
      "of `rates` percentages alone: `0; 5; 20`", OPTIONAL)                    \
    A(E, COLUMN_BETTER, better, "better",                                      \
      "which of the figures are good: with `low`, bounds are the greatest "    \
      "percentages", OPTIONAL, .otherwise = BETTER_HIGH)                       \
    A(E, REFERENCE, better_by, "better-by",                                    \
      "the column of choices whose `means` says so row by row", OPTIONAL,      \
      .of = "column")                                                          \
    A(E, CHECK_TOLERANCE, tolerance, "tolerance",                              \
      "how far the figure may be from what the others give", OPTIONAL,         \
      .otherwise = TOLERANCE_UNSAID,                                           \
      .otherwise_says = "`rounding` where the data is in thousands or "        \
                        "millions, else `none`")

#define KIND_ATTRIBUTES(A, E)                                                  \
    A(E, VERSION, format, "format", "the version of the format", REQUIRED)     \
    A(E, TEXT, title, "title", "what it is called", REQUIRED)                  \
    A(E, YES, extra_columns, "extra",                                          \
      "whether `columns` of data may ask for others, as text", OPTIONAL)       \
    A(E, LANGUAGE, lang, "lang",                                               \
      "the language of its titles and choices, which are marked as such in "   \
      "words of another one", OPTIONAL)

#define KIND_TITLE_ATTRIBUTES(A, E)                                            \
    A(E, LANGUAGE, lang, "lang", "the language that it is in", REQUIRED)

#define KIND_WORDS_ATTRIBUTES(A, E)                                            \
    A(E, TEXT, sign, "sign",                                                   \
      "what the signs of columns with `signs` mean, as a line under their "    \
      "table: `+ over budget, − under`", REQUIRED)                             \
    A(E, LANGUAGE, lang, "lang", "the language that they are in", OPTIONAL,    \
      .otherwise_says = "the kind's own")
/* clang-format on */

struct kind_title { /* what a thing is called in another language */
    KIND_TITLE_ATTRIBUTES(ATTRIBUTE_MEMBER, kind_title)
    struct str text;
};

struct kind_titles {
    const struct kind_title *list;
    size_t count;
    const char *own; /* the language of what they translate; or NULL */
};

struct kind_choice {
    KIND_CHOICE_ATTRIBUTES(ATTRIBUTE_MEMBER, kind_choice)
    struct kind_titles titles;
    struct place at;
};

struct kind_column {
    KIND_COLUMN_ATTRIBUTES(ATTRIBUTE_MEMBER, kind_column)
    const struct kind_choice *described; /* as many as choices, where elements
                                            describe them; or NULL */
    struct kind_titles titles;
    struct kind_titles spans; /* `span` in other languages */
    const char *instead;      /* id of a column; or NULL */
    struct place at;
};

struct kind_row {
    KIND_ROW_ATTRIBUTES(ATTRIBUTE_MEMBER, kind_row)
};

struct kind_check {
    KIND_CHECK_ATTRIBUTES(ATTRIBUTE_MEMBER, kind_check)
    const char *result; /* ids of columns */
    const char *const *plus;
    size_t nplus;
    const char *const *minus;
    size_t nminus;
    const char *of;
    const char *units;
    const char *rate;
    const char *better_by;
    struct place at;
};

struct kind_words { /* what it has to say about its tables */
    KIND_WORDS_ATTRIBUTES(ATTRIBUTE_MEMBER, kind_words)
};

struct kind {
    const char *id;
    KIND_ATTRIBUTES(ATTRIBUTE_MEMBER, kind)
    const struct kind_column *columns;
    size_t ncolumns;
    const struct kind_row *rows;
    size_t nrows;
    const struct kind_check *checks;
    size_t nchecks;
    struct kind_titles titles;
    struct str sign;          /* what signs mean, in the kind's own language */
    struct kind_titles signs; /* the same in others */
    struct place at;
};

/* What a thing is called in LANG, which has TITLE in the kind's own. */
struct str kind_title_in(const struct kind_titles *titles, struct str title,
                         const char *lang);

/* Whether it is called something in LANG, which is not the kind's own. */
bool kind_title_has(const struct kind_titles *titles, const char *lang);

/* The language of what kind_title_in() gives, where that is known and another
   than LANG; else NULL. */
const char *kind_title_language(const struct kind_titles *titles,
                                const char *lang);

/* Whether choices of COLUMN say from which score on they are given; and the one
   that SCORE has, or NULL. */
bool kind_has_scores(const struct kind_column *column);
const struct kind_choice *kind_choice_of_score(const struct kind_column *column,
                                               int64_t score);

/* The tables above, as files have them. */
extern const struct choice value_type_choices[];
extern const struct choice column_role_choices[];
extern const struct choice check_type_choices[];
extern const struct choice heading_source_choices[];
extern const struct choice decimals_source_choices[];
extern const struct choice repeats_over_choices[];
extern const struct choice choice_status_choices[];
extern const struct choice choice_meaning_choices[];
extern const struct choice column_better_choices[];
extern const struct choice column_scenario_choices[];
extern const struct choice check_tolerance_choices[];

/* The column that is called ID, whatever a file has; or NULL. */
const struct kind_column *kind_column(const struct kind *kind, struct str id);
/* The column that may stand in the place of COLUMN, or NULL. */
const struct kind_column *kind_column_instead(const struct kind *kind,
                                              const struct kind_column *column);
/* The first column that has ROLE, or NULL. */
const struct kind_column *kind_column_of_role(const struct kind *kind,
                                              enum column_role role);
bool kind_has_column(const struct kind *kind, struct str id);

/* The number of the choice that TEXT says, by its name or another of it;
   nchoices: none. */
size_t kind_column_choice(const struct kind_column *column, struct str text);

/* Whether CHECK names the column ID among those that it adds. */
bool kind_check_adds(const struct kind_check *check, const char *id);

/* Of CHECKS the one in whose place check I may be made: the nearest above it of
   its type and result that has no `or`. I itself where there is none, or it has
   no `or`. */
size_t kind_check_main(const struct kind_check *checks, size_t i);

/* `Amber 75`, of the limits of a check, into the choice and its bound; false:
   it has none. */
bool kind_check_limit(struct str limit, struct str *name,
                      struct decimal *bound);

/* Whether its cells are figures; dates and years are none. */
static inline bool value_is_figure(enum value_type t)
{
    return t == TYPE_MONEY || t == TYPE_NUMBER || t == TYPE_PERCENT ||
           t == TYPE_MEASURE;
}

/* COLUMN may be NULL, which is none. */
static inline bool kind_column_is_money(const struct kind_column *column)
{
    return column != NULL && column->type == TYPE_MONEY;
}

/* Whether its figures say how far others differ, so that their sign says which
   way, and not whether they are income. COLUMN may be NULL. */
static inline bool kind_column_is_difference(const struct kind_column *column)
{
    return column != NULL &&
           (column->better != BETTER_NEITHER || column->signs);
}

/* Whether the name of a column moves with the calendar: `Variance {period}`. */
static inline bool name_has_placeholder(struct str name)
{
    return str_find_char(name, '{') < name.len;
}

const char *value_type_name(enum value_type t);
const char *column_role_name(enum column_role r);
const char *check_type_name(enum check_type t);

#endif
