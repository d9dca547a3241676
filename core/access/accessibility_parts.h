/*
 * accessibility_parts.h - what the parts of access_look() share; for
 * core/access*.c alone.
 */
#ifndef CORE_ACCESS_ACCESSIBILITY_PARTS_H
#define CORE_ACCESS_ACCESSIBILITY_PARTS_H

#include "core/access/accessibility.h"

/* Something with words that is met again: a heading among its neighbours, a
   link among links. Kept by str_same_word(). */
struct access_name {
    struct str words;
    uint64_t under;           /* names of different owners are not compared */
    const char *target;       /* of a link */
    struct access_name *next; /* in its slot */
};

#define ACCESS_SLOTS 1024 /* a power of two */

struct access_names {
    struct access_name *slots[ACCESS_SLOTS];
};

struct access_run {
    const struct doc *d;
    struct findings *f;
    struct access *seen;
    struct buf words; /* of access_words() */
    struct access_names headings;
    struct access_names links;
    uint64_t headings_met;
    uint64_t open[HEADING_LEVELS]; /* numbers of open headings, by level;
                                      0: none is open */
    const struct doc_node *last;   /* heading; NULL before the first */
    size_t since;                  /* words of prose after it */
    struct place title_at;
};

/* --- access_words.c: what words are --- */

/* The words of NODE without labels and marks of notes, trimmed; until the next
   call. */
struct str access_words(struct access_run *r, const struct doc_node *node);

size_t access_count_words(struct str text);

/* All of TEXT is a spelling of WORD, but for case, spaces and punctuation. */
bool access_is(const struct access_run *r, struct str text, enum word word);
/* TEXT begins with one as words of its own; its length is *len. */
bool access_begins(const struct access_run *r, struct str text, enum word word,
                   size_t *len);
/* TEXT ends with one as it stands, case apart. */
bool access_ends(const struct access_run *r, struct str text, enum word word);
/* TEXT has one somewhere, as words of its own. */
bool access_has(const struct access_run *r, struct str text, enum word word);

/* Words in capitals: the longest row of them, and whether they are all. */
struct access_capitals {
    size_t row;     /* words; figures and single letters do not break it */
    size_t letters; /* in capitals */
    bool all;       /* no small letter is among them */
};
struct access_capitals access_capitals(struct str text);

/* The name that was kept first with these words UNDER the same owner; NULL
   when there was none, and it is kept now. */
const struct access_name *access_name(struct access_run *r,
                                      struct access_names *names,
                                      struct str words, uint64_t under,
                                      const char *target);

/* --- what is looked at; each counts itself --- */

void access_count(struct access_run *r, enum access_kind kind, struct place at);
void access_table(struct access_run *r, const struct doc_node *table);
void access_link(struct access_run *r, const struct doc_node *link);
void access_picture(struct access_run *r, const struct doc_node *figure);
/* A block that holds a line of words. */
void access_text(struct access_run *r, const struct doc_node *block);
/* STRONG or EMPHASIS. */
void access_emphasis(struct access_run *r, const struct doc_node *node);

#endif
