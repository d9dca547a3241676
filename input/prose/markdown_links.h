/*
 * markdown_links.h - definitions of links, `[label]: address`, which CommonMark
 * takes out of the text. One that nothing uses was perhaps words: `[Note]:
 * provisional`.
 *
 * md4c tells of no definition. So what may be one is found before the text is
 * parsed; where a text of the parser lies in it, it is words after all, and
 * where an address does, it is used.
 *
 * Ownership: the arena.
 */
#ifndef INPUT_PROSE_MARKDOWN_LINKS_H
#define INPUT_PROSE_MARKDOWN_LINKS_H

#include "core/base/list.h"
#include "core/finding/finding.h"

struct markdown_links {
    struct str text;
    struct list definitions; /* as they stand */
    size_t rewritten;        /* addresses that are no part of the text */
};

/* What may define a link in TEXT, which is what the parser gets. */
struct markdown_links markdown_links_find(struct arena *arena, struct str text);

/* TEXT, which the parser gave, is printed: what looks like a definition in it
   is none. */
void markdown_links_words(struct markdown_links *l, struct str text);

/* A link or picture leads to ADDRESS: its definition is used. */
void markdown_links_used(struct markdown_links *l, struct str address);

/* The first definition from FROM on that nothing uses: its label with its
   brackets, and *FROM becomes the next. An empty label: there is none. */
struct str markdown_links_unused(const struct markdown_links *l, size_t *from);

#endif
