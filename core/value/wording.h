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
#include "core/base/str.h"
#include "core/value/date.h"
#include "core/value/decimal.h"

#include <stdbool.h>

/*
 * Every phrase: id, name in the wording file, the placeholders it may have. A
 * phrase that a wording file lacks is an error of that file.
 */
/* clang-format off */
#define WORDING_PHRASES(PHRASE)                                               \
    PHRASE(PAGE_OF, "page-of", "page pages")                                  \
    PHRASE(CONTINUED, "continued", "caption")                                 \
    PHRASE(CONTENTS, "contents", "")                                          \
    PHRASE(SKIP_LINK, "skip-link", "")                                        \
    PHRASE(PUBLISHED_FAULT, "published-fault", "printed computed")            \
    PHRASE(TELEPHONE, "telephone", "")                                        \
    PHRASE(EMAIL, "email", "")                                                \
    PHRASE(LIST_SEPARATOR, "list-separator", "")                              \
    PHRASE(LIST_LAST, "list-last", "")                                        \
    PHRASE(YES, "yes", "")                                                    \
    PHRASE(NO, "no", "")                                                      \
    PHRASE(NIL, "nil", "")                                                    \
    PHRASE(TO_BE_CONFIRMED, "to-be-confirmed", "")                            \
    PHRASE(NOT_APPLICABLE, "not-applicable", "")                              \
    PHRASE(DASH, "dash", "")                                                  \
    PHRASE(ALT_SEPARATOR, "alt-separator", "")                                \
    PHRASE(GROUP_CAPTION, "group-caption", "group name value")                \
    PHRASE(TIMELINE_TICK, "timeline-tick", "day month month-short year")      \
    PHRASE(TIMELINE_ALT, "timeline-alt", "count from to items")               \
    PHRASE(TIMELINE_ITEM, "timeline-item", "label when")                      \
    PHRASE(TIMELINE_UNDATED, "timeline-undated", "items")                     \
    PHRASE(TIMELINE_UNDATED_ITEM, "timeline-undated-item", "label when")      \
    PHRASE(CHART_ALT, "chart-alt", "count bars")                              \
    PHRASE(CHART_BAR, "chart-bar", "category parts")                          \
    PHRASE(CHART_BAR_TOTAL, "chart-bar-total", "category parts total")        \
    PHRASE(CHART_PART, "chart-part", "name amount")                           \
    PHRASE(STRUCTURE_ALT, "structure-alt", "count tops")                      \
    PHRASE(STRUCTURE_ITEM, "structure-item", "name role")                     \
    PHRASE(NOTE_BACK, "note-back", "")                                        \
    PHRASE(BACK_TO_TOP, "back-to-top", "")                                    \
    PHRASE(ATTACHMENTS, "attachments", "")                                    \
    PHRASE(ATTACHMENT, "attachment", "title size")                            \
    PHRASE(ATTACHMENT_CHARSET, "attachment-charset", "title charset size")    \
    PHRASE(KILOBYTES, "kilobytes", "number")                                  \
    PHRASE(MEGABYTES, "megabytes", "number")
/* clang-format on */

enum phrase {
#define PHRASE(id, name, placeholders) PHRASE_##id,
    WORDING_PHRASES(PHRASE)
#undef PHRASE
        PHRASE_MAX,
};

/*
 * Words that are read in data: each meaning has any number of spellings. From
 * VAGUE_LINK on they are words of a report that tell a reader nothing, or not
 * every reader: core/access/accessibility.h.
 */
/* clang-format off */
#define WORDING_WORDS(WORD)                                                   \
    WORD(NIL, "nil")                     /* a cell that says nothing is due */\
    WORD(NOT_APPLICABLE, "not-applicable")                                    \
    WORD(TO_BE_CONFIRMED, "to-be-confirmed")                                  \
    WORD(DASH, "dash")                                                        \
    WORD(MARKER, "marker")               /* [c]: a figure that is not given */\
    WORD(YES, "yes")                                                          \
    WORD(NO, "no")                                                            \
    WORD(UNDATED, "undated")             /* ongoing, quarterly ... */         \
    WORD(UNTIL, "until")                 /* by, by end, until */              \
    WORD(FROM, "from")                   /* from, commence in, onwards */     \
    WORD(RANGE, "range")                 /* to, until, dash */                \
    WORD(ALSO, "also")                   /* and, / */                         \
    WORD(WITHIN, "within")               /* in, on, during */                 \
    WORD(WEEK_OF, "week-of")             /* week commencing */                \
    WORD(END_OF, "end-of")               /* end, end of */                    \
    WORD(GUIDANCE, "guidance")           /* delete as applicable ... */       \
    WORD(VAGUE_LINK, "vague-link")       /* here, read more: see below */     \
    WORD(VAGUE_ALT, "vague-alt")         /* chart, logo */                    \
    WORD(ALT_OPENING, "alt-opening")     /* image of */                       \
    WORD(VAGUE_HEADING, "vague-heading") /* untitled, document1 */            \
    WORD(FILE_ENDING, "file-ending")     /* .png */                           \
    WORD(COLOUR, "colour")               /* red, green */
/* clang-format on */

enum word {
#define WORD(id, name) WORD_##id,
    WORDING_WORDS(WORD)
#undef WORD
        WORD_MAX,
};

struct spellings {
    const struct str *forms;
    size_t count;
};

struct wording {
    const char *lang; /* BCP 47 */
    struct str phrases[PHRASE_MAX];
    struct spellings words[WORD_MAX];
    struct calendar_words calendar;
    struct str date_pattern; /* {day} {month} {year}; also {weekday} {day2}
                                {ordinal} {month-short} */
    struct str month_pattern;
    struct str currency;  /* the sign: read and printed */
    struct str thousands; /* separator */
    struct str decimal_point;
    struct str minus_pattern;    /* -{amount} or ({amount}) */
    struct str percent_pattern;  /* {number}% */
    struct str thousand_pattern; /* {amount}k */
    struct str million_pattern;  /* {amount}m */
    struct str year_pattern;     /* {first}/{second2}: a financial year */
    struct str numbers[21];      /* zero to twenty, for |words */
};

const char *wording_phrase_name(enum phrase p);
const char *
wording_phrase_placeholders(enum phrase p); /* with spaces between */
const char *wording_word_name(enum word w);

struct placeholder {
    const char *name;
    struct str value;
};

/* PATTERN with each {name} replaced; an unknown placeholder stays as it is. */
struct str wording_fill(struct arena *a, struct str pattern,
                        const struct placeholder *placeholders,
                        size_t nplaceholders);

/* What TEXT as a whole means, but for case, spaces and punctuation: the first
   meaning that has it among its spellings, or WORD_MAX. A dash and the like
   must be met exactly. */
enum word wording_word(const struct wording *w, struct str text);

/*
 * Money in pence with its sign; DECIMALS is 0 (rounded half away from zero)
 * or 2. What prints as nothing has no minus.
 */
struct str wording_money(struct arena *a, const struct wording *w,
                         int64_t pence, int decimals);
/* In units of a thousand or a million, rounded to one decimal, which is left
   out where it says nothing: £110m, £1.5m, £75k. MONEY: with its sign. */
struct str wording_thousands(struct arena *a, const struct wording *w,
                             struct decimal d, bool money);
struct str wording_millions(struct arena *a, const struct wording *w,
                            struct decimal d, bool money);
struct str wording_number(struct arena *a, const struct wording *w,
                          struct decimal d);
struct str wording_percent(struct arena *a, const struct wording *w,
                           struct decimal d);
/* Empty for no date; so is wording_year() for no year. */
struct str wording_date(struct arena *a, const struct wording *w,
                        struct str pattern, struct date d);
struct str wording_year(struct arena *a, const struct wording *w, int first);

#endif
