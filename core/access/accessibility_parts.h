/*
 * accessibility_parts.h - what the parts of accessibility_look() share; for
 * core/access/ alone.
 */
#ifndef CORE_ACCESS_ACCESSIBILITY_PARTS_H
#define CORE_ACCESS_ACCESSIBILITY_PARTS_H

#include "core/access/accessibility_seen.h"
#include "core/doc/doc.h"

/* Something with words that is met again: a heading among its neighbours, a
   link among links. Kept by str_same_word(). */
struct accessibility_name {
    struct str words;
    uint64_t under;     /* names of different owners are not compared */
    const char *target; /* of a link */
    struct accessibility_name *next; /* of the same hash */
};

#define ACCESSIBILITY_BUCKETS 1024 /* a power of two */

struct accessibility_names {
    struct accessibility_name *buckets[ACCESSIBILITY_BUCKETS];
};

struct accessibility_check {
    const struct doc *d;
    struct findings *f;
    struct accessibility *seen;
    struct buf words; /* of accessibility_words() */
    struct accessibility_names headings;
    struct accessibility_names links;
    struct accessibility_names captions; /* of tables */
    uint64_t headings_met;
    uint64_t open[HEADING_LEVELS]; /* numbers of open headings, by level;
                                      0: none is open */
    const struct doc_node *last;   /* heading; NULL before the first */
    size_t since;                  /* words of prose after it */
    struct place title_at;
    struct source_cursor cursor; /* where the last hyphen is */
};

/* Counts one of KIND, and keeps its place. */
void accessibility_count(struct accessibility_check *r,
                         enum accessibility_kind kind, struct place at);

/* The name that was kept first with these words UNDER the same owner; NULL
   when there was none, and it is kept now. */
const struct accessibility_name *
accessibility_name(struct accessibility_check *r,
                   struct accessibility_names *names, struct str words,
                   uint64_t under, const char *target);

/* --- accessibility_words.c: what words are --- */

/* The words of NODE without labels and marks of notes, trimmed; until the next
   call. */
struct str accessibility_words(struct accessibility_check *r,
                               const struct doc_node *node);

size_t accessibility_count_words(struct str text);

/* All of TEXT is a spelling of WORD, but for case, spaces and punctuation. */
bool accessibility_is(const struct accessibility_check *r, struct str text,
                      enum word word);
/* TEXT begins with one as words of its own; its length is *len. */
bool accessibility_begins(const struct accessibility_check *r, struct str text,
                          enum word word, size_t *len);
/* TEXT ends with one as it stands, case apart. */
bool accessibility_ends(const struct accessibility_check *r, struct str text,
                        enum word word);
/* TEXT has one somewhere, as words of its own. */
bool accessibility_has(const struct accessibility_check *r, struct str text,
                       enum word word);

/* Where in TEXT a hyphen stands for the minus of a figure, which voices pass
   over: -£250, £-250, -5%; TEXT.len: nowhere. */
size_t accessibility_hyphen(struct str text);

/* Words in capitals: the longest row of them, and whether they are all. */
struct accessibility_capitals {
    size_t row;     /* words; figures and single letters do not break it */
    size_t letters; /* in capitals */
    bool all;       /* no small letter is among them */
};
struct accessibility_capitals accessibility_capitals(struct str text);

/* --- accessibility_table.c, accessibility_prose.c: each counts itself --- */

void accessibility_table(struct accessibility_check *r,
                         const struct doc_node *table);
void accessibility_link(struct accessibility_check *r,
                        const struct doc_node *link);
void accessibility_picture(struct accessibility_check *r,
                           const struct doc_node *picture);
/* A block that holds a line of words. */
void accessibility_text(struct accessibility_check *r,
                        const struct doc_node *block);
/* TEXT that is not in a table. */
void accessibility_figures(struct accessibility_check *r,
                           const struct doc_node *text);
/* STRONG or EMPHASIS. */
void accessibility_emphasis(struct accessibility_check *r,
                            const struct doc_node *node);

#endif
