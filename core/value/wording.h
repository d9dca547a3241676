/*
 * wording.h - every word that the program itself prints in a report.
 *
 * Read from templates/wording/LANG.xml by input/templates/wording_in.c; const
 * after. A phrase may have placeholders, {name}, which are filled by
 * wording_fill().
 *
 * Ownership: the wording belongs to the arena of the run.
 */
#ifndef CORE_VALUE_WORDING_H
#define CORE_VALUE_WORDING_H

#include "core/base/arena.h"
#include "core/base/attribute.h"
#include "core/base/choice.h"
#include "core/base/str.h"
#include "core/value/date.h"
#include "core/value/decimal.h"
#include "core/value/wording_phrases.h"

#include <stdbool.h>

enum phrase {
#define PHRASE(id, name, placeholders, sentence) PHRASE_##id,
    WORDING_PHRASES(PHRASE)
#undef PHRASE
        PHRASE_MAX,
};

/* Phrases from here on were added later: a wording may lack them, until one
   is needed. */
#define PHRASE_OPTIONAL PHRASE_ROUNDED

enum word {
#define WORD(id, name, sentence) WORD_##id,
    WORDING_WORDS(WORD)
#undef WORD
        WORD_MAX,
};

/* Words from here on were added later: a wording may lack them. */
#define WORD_OPTIONAL WORD_MARKER

struct spellings {
    const struct str *forms;
    size_t count;
};

/* clang-format off */
#define WORDING_DATE_PLACEHOLDERS                                              \
    "day month year weekday day2 ordinal month-short month2 month-after "        \
    "weekday-short year2"

#define WORDING_ATTRIBUTES(A, E)                                               \
    A(E, VERSION, format, "format", "the version of the format", REQUIRED)     \
    A(E, LANGUAGE, lang, "lang",                                               \
      "the language, as BCP 47 writes it: what the file is called", REQUIRED)  \
    A(E, REFERENCE, extends, "extends",                                        \
      "a wording that says what this one does not", OPTIONAL, .since = 2,      \
      .of = "wording")                                                         \
    A(E, TEXT, letters, "letters",                                             \
      "letters of the language beyond A to Z: faces that lack one are a "      \
      "warning", OPTIONAL)

#define WORDING_PHRASE_ATTRIBUTES(A, E)                                        \
    A(E, REFERENCE, id, "id", "which phrase it is", REQUIRED, .of = "phrase",  \
      .choices = wording_phrase_choices)

#define WORDING_WORD_ATTRIBUTES(A, E)                                          \
    A(E, REFERENCE, id, "id", "what the word means", REQUIRED, .of = "word",   \
      .choices = wording_word_choices)                                         \
    A(E, LOOSE_LIST, forms, "forms", "its spellings, with semicolons between", \
      REQUIRED)

#define WORDING_NAME_ATTRIBUTES(A, E)                                          \
    A(E, LOOSE_TEXT, full, "full", "its name", REQUIRED)                       \
    A(E, LOOSE_TEXT, abbreviated, "short", "its short name", REQUIRED)         \
    A(E, LOOSE_TEXT, after, "after",                                           \
      "a month as it follows a day, where that is another word", OPTIONAL,     \
      .since = 2)

#define WORDING_ORDINAL_ATTRIBUTES(A, E)                                       \
    A(E, LOOSE_TEXT, suffix, "suffix", "what follows the figure", REQUIRED)

#define WORDING_NUMBER_ATTRIBUTES(A, E)                                        \
    A(E, LOOSE_TEXT, word, "word", "its word", REQUIRED)

#define WORDING_PLURAL_ATTRIBUTES(A, E)                                        \
    A(E, LOOSE_TEXT, numbers, "numbers",                                             \
      "the whole numbers that take it, with spaces between: `1 11`, "          \
      "`3-10 13-19`", REQUIRED)

#define WORDING_PATTERN .placeholder_needed = true, .placeholders
#define WORDING_DATE_ATTRIBUTES(A, E)                                          \
    A(E, PATTERN, date_pattern, "pattern", "of a day", REQUIRED,               \
      WORDING_PATTERN = WORDING_DATE_PLACEHOLDERS)                             \
    A(E, PATTERN, month_pattern, "month", "of a month", REQUIRED,              \
      WORDING_PATTERN = WORDING_DATE_PLACEHOLDERS)

#define WORDING_FIGURES_ATTRIBUTES(A, E)                                       \
    A(E, TEXT, currency, "currency", "the sign, as it is read and printed",    \
      REQUIRED)                                                                \
    A(E, TEXT, thousands, "thousands", "what stands between thousands",        \
      REQUIRED)                                                                \
    A(E, TEXT, decimal_point, "point", "the decimal point", REQUIRED)          \
    A(E, PATTERN, minus_pattern, "minus",                                      \
      "of a figure below zero: `-{amount}`, `({amount})`", REQUIRED,           \
      WORDING_PATTERN = "amount")                                              \
    A(E, PATTERN, percent_pattern, "percent", "of a percentage: `{number}%`",  \
      REQUIRED, WORDING_PATTERN = "number")                                    \
    A(E, PATTERN, thousand_pattern, "thousand",                                \
      "of an amount in thousands: `{amount}k`", REQUIRED,                      \
      WORDING_PATTERN = "amount")                                              \
    A(E, PATTERN, million_pattern, "million",                                  \
      "of an amount in millions: `{amount}m`", REQUIRED,                       \
      WORDING_PATTERN = "amount")                                              \
    A(E, PATTERN, year_pattern, "year",                                        \
      "of a financial year: `{first}/{second2}`", REQUIRED,                    \
      WORDING_PATTERN = "first second second2")
/* clang-format on */

#define WORDING_NUMBERS 21 /* zero to twenty, for |words */

#define PLURAL_NUMBERS 1000 /* 0 to 999 may have forms of their own */
#define PLURALS_MAX 6       /* with that of any other number */

struct wording {
    WORDING_ATTRIBUTES(ATTRIBUTE_MEMBER, wording)
    WORDING_DATE_ATTRIBUTES(ATTRIBUTE_MEMBER, wording)
    WORDING_FIGURES_ATTRIBUTES(ATTRIBUTE_MEMBER, wording)
    struct str phrases[PHRASE_MAX];
    const char *borrows; /* the other language that some of these are in; or
                            NULL */
    struct spellings words[WORD_MAX];
    struct calendar_words calendar;
    struct str numbers[WORDING_NUMBERS];
    const uint8_t *plurals; /* of each number below PLURAL_NUMBERS; NULL: 1 has
                               the first, any other the second */
    uint8_t nplurals;       /* with that of any other number; 0: two */
};

/* Which plural N takes, from 0; that of any other number is the last. */
unsigned wording_plural(const struct wording *wording, struct decimal n);

/* How many there are. */
unsigned wording_plurals(const struct wording *wording);

/* The tables above, as files have them. */
extern const struct choice wording_phrase_choices[];
extern const struct choice wording_word_choices[];

const char *wording_phrase_name(enum phrase p);
const char *
wording_phrase_placeholders(enum phrase p); /* with spaces between */
const char *wording_word_name(enum word w);

struct placeholder {
    const char *name;
    struct str value;
};

/* PATTERN with each {name} replaced, {name:upper} in capitals, {name:lower}
   without; an unknown placeholder stays as it is. */
struct str wording_fill(struct arena *a, struct str pattern,
                        const struct placeholder *placeholders,
                        size_t nplaceholders);

/* How a placeholder may be filled: `upper`, `lower`, or empty. */
bool wording_is_form(struct str form);

/* Whether NAME is one of WORDING_DATE_PLACEHOLDERS, perhaps in capitals or
   without: {month}, {month:upper}, {month:lower}. */
bool wording_is_date_placeholder(struct str name);

/* The next entry of "A; B; C", which is cut off it; empty: there is none. */
struct str wording_cut_entry(struct str *list);

/* "A, B and C" from "A; B; C". */
struct str wording_list(struct arena *a, const struct wording *w,
                        struct str list);

/* What TEXT as a whole means, but for case, spaces and punctuation: the first
   meaning that has it among its spellings, or WORD_MAX. A dash and the like
   must be met exactly. */
enum word wording_word(const struct wording *w, struct str text);

/* Whether TEXT as a whole is a spelling of WORD, by str_same_word(). */
bool wording_has(const struct wording *w, enum word word, struct str text);

/*
 * Money in pence with its sign; DECIMALS is 0 (rounded half away from zero)
 * or 2. What prints as nothing has no minus.
 */
struct str wording_money(struct arena *a, const struct wording *w,
                         int64_t pence, int decimals);
/* In units of a thousand or a million, rounded to one decimal, which is left
   out where it says nothing: £110m, £1.5m, £75k; or, where PLACES is not 0, to
   PLACES - 1 decimals. MONEY: with its sign. */
struct str wording_thousands(struct arena *a, const struct wording *w,
                             struct decimal d, bool money, uint8_t places);
struct str wording_millions(struct arena *a, const struct wording *w,
                            struct decimal d, bool money, uint8_t places);
struct str wording_number(struct arena *a, const struct wording *w,
                          struct decimal d);
struct str wording_percent(struct arena *a, const struct wording *w,
                           struct decimal d);
/* BYTES in thousands or millions with one decimal, which is left out where it
   says nothing. */
struct str wording_size(struct arena *a, const struct wording *w, size_t bytes);
/* Empty for no date; so is wording_year() for no year. */
struct str wording_date(struct arena *a, const struct wording *w,
                        struct str pattern, struct date d);
struct str wording_year(struct arena *a, const struct wording *w, int first);

#endif
