/*
 * layout.h - the tree on pages: every line, rule and background with its
 * place and the node it comes from.
 *
 * Lengths are milli-points; the origin is the top left of the page, y grows
 * downward. A text item's y is its baseline.
 *
 * Ownership: everything belongs to the arena of the layout; shaped words
 * belong to the shaper, which must outlive its items. Items lie in parts of
 * that arena, which end when the pages have been drawn: a long table has half a
 * million.
 */
#ifndef OUTPUT_LAYOUT_LAYOUT_H
#define OUTPUT_LAYOUT_LAYOUT_H

#include "core/doc/doc.h"
#include "output/drawing/drawing.h"
#include "output/font/font.h"

enum layout_kind {
    LAYOUT_TEXT,
    LAYOUT_FILL,    /* a rectangle of one colour: backgrounds, rules */
    LAYOUT_DRAWING, /* a picture: output/drawing made it */
    LAYOUT_IMAGE,   /* a picture from a file */
};

/* Why something that comes from no node is there: the type of its artifact
   (ISO 32000-1, 14.8.2.2). */
enum layout_artifact {
    ARTIFACT_NONE,       /* real content: src is set */
    ARTIFACT_HEADER,     /* pagination: running head */
    ARTIFACT_FOOTER,     /* pagination: running foot */
    ARTIFACT_REPEAT,     /* pagination: a table's header on a later page, a
                            "continued" line */
    ARTIFACT_BACKGROUND, /* layout: fills of cells */
    ARTIFACT_RULE,       /* layout: lines */
    ARTIFACT_DECORATION, /* layout: a picture that says nothing */
};

/* What the bits of an item hold. */
#define LAYOUT_KIND 0x3u
#define LAYOUT_ARTIFACT 0x7u
#define LAYOUT_FACE 0x7u
#define LAYOUT_COLOUR 0xffffffU
#define LAYOUT_WORDS_MAX 0x7fffffU

/*
 * One run of text in one style on one line. Runs of a node follow each other
 * in reading order, over lines and pages. Words that no space parts are
 * pieces of one word that a line may end between. Small things share eight
 * bytes: a long table has more items than anything else.
 */
struct layout_item {
    struct layout_item *next;   /* on its page, in drawing order */
    const struct doc_node *src; /* the inline (text, label, page number) it
                                   shows; the TABLE or CELL of a fill; NULL
                                   for running matter */
    uint32_t colour : 24;
    uint32_t part : 8;        /* of the layout: where it lies */
    uint32_t kind : 2;        /* enum layout_kind */
    uint32_t artifact : 3;    /* enum layout_artifact */
    uint32_t face : 3;        /* LAYOUT_TEXT: enum face that was asked for; each
                                 word's shaped->face is what it has */
    uint32_t space_after : 1; /* the only word: as in struct shaped_word */
    uint32_t nwords : 23;     /* LAYOUT_TEXT; 0: a page number that is not known
                                 yet */
    int32_t x, y, width, height; /* TEXT: height is the size of the type */
    union {
        const struct shaped *word;       /* LAYOUT_TEXT of one word, which
                                            begins where the item does */
        const struct shaped_word *words; /* LAYOUT_TEXT of more */
        const struct drawing *drawing;   /* LAYOUT_DRAWING: drawn as large as
                                            the item is wide */
        const struct image *image;       /* LAYOUT_IMAGE: fills the item */
    };
};

/* Word I of ITEM. */
static inline struct shaped_word layout_word(const struct layout_item *item,
                                             uint32_t i)
{
    return item->nwords == 1
               ? (struct shaped_word){item->word, 0, item->space_after}
               : item->words[i];
}

/* Makes ITEM the text of the N words at WORDS, LAYOUT_WORDS_MAX at most. */
static inline void layout_set_words(struct layout_item *item,
                                    const struct shaped_word *words, uint32_t n)
{
    item->nwords = n & LAYOUT_WORDS_MAX;
    if (n == 1) {
        item->word = words->shaped;
        item->space_after = words->space_after;
    } else {
        item->words = words;
    }
}

struct layout_page {
    struct layout_page *next;
    int32_t width, height;
    uint32_t number; /* from 1 */
    int32_t filled;  /* thousandths of the height of its text */
    bool bare;       /* of a cover: without head and foot */
    bool ends;       /* nothing was to follow on it */
    struct layout_item *first;
    struct layout_item *last;
};

/* Where a node begins: for bookmarks, contents, links to an id. */
struct layout_target {
    const struct doc_node *node;
    const struct layout_page *page;
    int32_t x, y;
    struct layout_target *next; /* in document order */
};

#define LAYOUT_PARTS_MAX UINT8_MAX

/* Where items and their words lie that were made one after the other. */
struct layout_part {
    struct arena *arena; /* NULL: it has ended */
    uint32_t last_page;  /* the number of the last page that has one of them */
};

struct layout {
    struct arena *arena;
    struct layout_page *pages;
    struct layout_page *drawn; /* the last one that layout_drawn() took */
    uint32_t npages;
    struct layout_target *targets;
    struct layout_part parts[LAYOUT_PARTS_MAX];
    uint32_t nparts;
};

/* The first page that still has its items needs them no more: they end with
   those parts of the arena that no later page has an item in. */
void layout_drawn(struct layout *l);

/* Who hears of each page, in their order, that it has been drawn. */
struct layout_hearer {
    void (*drawn)(void *context);
    void *context;
};

/* One line an item: what the golden tests compare. */
void layout_dump(const struct layout *l, struct buf *out);

#endif
