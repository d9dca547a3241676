/*
 * finding.h - what is wrong with an input, or worth saying about it.
 *
 * Findings are kept per report, sorted by place, all of one run. The parent
 * process prints them (cmd/); nothing below cmd/ prints. The codes stand in
 * core/finding/finding_table.h, each with its cause and its cure, which the
 * manual repeats (docs/messages.md) and a golden test shows.
 *
 * Ownership: the list belongs to its arena.
 * Failure: sticks in the arena.
 */
#ifndef CORE_FINDING_FINDING_H
#define CORE_FINDING_FINDING_H

#include "core/base/arena.h"
#include "core/base/buf.h"
#include "core/base/choice.h"
#include "core/base/json_out.h"
#include "core/finding/source.h"

#include <stdbool.h>

enum finding_level {
    LEVEL_ACKNOWLEDGED, /* a fault that the report owns up to; exit 0 */
    LEVEL_NOTE,
    LEVEL_JUDGE, /* a person has to say whether it is right */
    LEVEL_WARNING,
    LEVEL_ERROR, /* the report is not written */
};

enum finding_id {
#define FINDING(id, level, code, cause, cure) FINDING_##id,
#include "core/finding/finding_table.h"
#undef FINDING
    FINDING_MAX,
};

struct finding {
    struct finding *next;
    enum finding_id id;
    enum finding_level level;
    struct place at;
    struct str text;
    struct str hint;    /* how to go on; may be empty */
    struct str because; /* LEVEL_ACKNOWLEDGED: the reason given */
    uint32_t more;      /* of its source, counted by finding_again() */
    struct place last;  /* of these */
    bool shared;        /* of a file that other reports use as well */
};

struct findings {
    struct arena *arena;
    struct finding *first;
    struct finding *last;
    size_t count;
    size_t mild;   /* that were no errors when they were added */
    size_t errors; /* dropped ones and, after findings_strict(), warnings too */
    size_t warnings;
    size_t dropped;        /* beyond these: counted, not kept */
    struct finding *added; /* what finding_hint() speaks of; or NULL */
    struct finding *again; /* what finding_again() counted last; or NULL */
    enum finding_level added_level;
    /* The files that printed words may have been said in, or none: where a
       character is looked for that no font has. */
    const struct source *const *sources;
    size_t nsources;
    size_t searches; /* for characters in them, so far */
};

/* So many are kept, and of those that are no errors half as many: an error
   stops the report, and is told whatever was said before it. */
#define FINDINGS_MAX 1000
#define FINDINGS_MILD_MAX (FINDINGS_MAX / 2)

void findings_init(struct findings *f, struct arena *arena);

/* Counts findings and keeps none: for what is only tried. */
void findings_init_unheard(struct findings *f, struct arena *arena);

/*
 * Adds one; its level is the table's. Text from input goes in with %.*s and
 * is escaped when it is printed; a message longer than 1 KiB is cut. A place
 * in CSV data need not be named in it: finding_print() adds the cell.
 * Returns it, or NULL when it was dropped; it counts either way.
 */
struct finding *finding(struct findings *f, enum finding_id id, struct place at,
                        const char *fmt, ...) PRINTF_LIKE(4, 5);

/* Whether ID was said of AT's source before, with this HINT: it is then counted
   there, each place once, and findings_sort() says how many more there are. For
   what one cure mends all through a file. */
bool finding_again(struct findings *f, enum finding_id id, struct place at,
                   const char *hint);

/* Says how to go on, for the finding that was added last. */
void finding_hint(struct findings *f, const char *fmt, ...) PRINTF_LIKE(2, 3);

/* Turns the finding that was added last into one that the report owns up to:
   it stops nothing any more. BECAUSE must outlive the list. */
void finding_acknowledge(struct findings *f, struct str because);

/* The list of what is allowed (at most a dozen). */
void finding_known(struct findings *f, const struct str *words, size_t nwords);

/* "did you mean `x`?" if a word of WORDS is near FOUND, otherwise that list. */
void finding_nearest(struct findings *f, struct str found,
                     const struct str *words, size_t nwords);

/* Those of FROM, a file that several reports use, are F's as well from now on.
   Their texts must outlive F. */
void findings_share(struct findings *f, const struct findings *from);

/* Takes those of ID back that were made at or behind FROM in its source: they
   followed from what was found since. The place of the first, or NOWHERE. */
struct place findings_retract(struct findings *f, enum finding_id id,
                              struct place from);

/* By place, in the order they were added within one; what was said before of
   the same place is dropped. */
void findings_sort(struct findings *f);
void findings_strict(struct findings *f); /* warnings become errors */
bool findings_have(const struct findings *f, enum finding_id id,
                   struct place at); /* one was made of this place already */
bool findings_stop(const struct findings *f); /* an error is among them */

const char *finding_code(enum finding_id id);
enum finding_level finding_level(enum finding_id id);
const char *finding_level_name(enum finding_level level);
/* Codes and causes of what a report may own up to. */
extern const struct choice acknowledged_choices[];
/* FINDING_MAX when there is none of that code. */
enum finding_id finding_of_code(struct str code);

/*
 * One finding as a person reads it:
 *   budget.csv:15:21: error: text (cell E14) [code]
 *       <the offending line, cut to 76 columns around the place>
 *             ^~~~
 *     hint
 * The cell is named when the text does not name it already; a workbook's stands
 * before it, `budget.xlsx: sheet Revenue, cell F12: error: text`. Everything
 * from input is escaped (utf8_visible). CURSOR keeps where the last one was
 * found, so that sorted findings read their file once.
 */
void finding_print(const struct finding *finding, struct source_cursor *cursor,
                   struct buf *out);
/* The last line below them, which counts those that were not kept; most often
   nothing. */
void findings_print_dropped(const struct findings *f, struct buf *out);

/*
 * The same as one JSON object: level, code, text, and where they are known
 * file, sheet, line, column, cell, hint, because. findings_json() is their
 * array.
 */
void finding_json(const struct finding *finding, struct source_cursor *cursor,
                  struct json_out *out);
void findings_json(const struct findings *f, struct json_out *out);

#endif
