/*
 * number_words.h - the words of a text, and the numbers of one sort that it
 * names: the paragraphs of a law in `3 and 5`. For figures/ only.
 */
#ifndef FIGURES_NUMBER_WORDS_H
#define FIGURES_NUMBER_WORDS_H

#include "core/value/wording.h"

/* The next run of letters and digits of what is left, which is cut off; a
   number has its signs: `1,200`, `2.5`. */
struct str number_words_next(struct str *left);

struct number_words {
    struct str all; /* from the first to the last; empty where there is none,
                       or one of which the text does not say of what it is */
    bool found;     /* the number that was asked for is among them */
};

/*
 * A number counts at the beginning, behind a word that announces it
 * (paragraph) or behind one that counts, with `and` or `to` between them. Where
 * one does not none counts: in `paragraph 3 of Part 1` only a reader knows that
 * 1 is no paragraph. Between two with `to` lie all that lie between them.
 */
struct number_words number_words(const struct wording *w, struct str text,
                                 unsigned asked);

#endif
