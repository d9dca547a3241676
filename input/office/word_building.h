/*
 * word_building.h - where the making of prose from a Word file stands. For
 * word_build.c, word_doubts.c, word_lists.c and word_pictures.c alone.
 *
 * Ownership and failure: as for word_build.h.
 */
#ifndef INPUT_OFFICE_WORD_BUILDING_H
#define INPUT_OFFICE_WORD_BUILDING_H

#include "input/office/word_file.h"
#include "input/prose/prose_builder.h"
#include "input/prose/prose_table.h"
#include "input/prose/typed_mark.h"

/* A list that is open. */
struct word_open_list {
    struct str id;
    uint8_t level;
};

struct word_building {
    struct word_file *file;
    const struct word_text *text; /* the document's, or that of a note */
    struct prose_builder b;
    struct prose_table table;
    struct word_open_list lists[WORD_LEVELS];
    size_t nlists;
    size_t end;     /* the piece behind the last */
    size_t caption; /* the paragraph that is the caption of the table that
                       follows; SIZE_MAX: none is */
    size_t loose;   /* the end of a caption that stands alone; 0: none does */
    uint8_t base;
    bool in_table;
    bool captioned; /* the last table has a caption */
    bool fresh;     /* nothing stands in the block yet */
    bool in_link;
    bool cell_has_blocks;
    struct str lang; /* of all words of the paragraph; empty: the report's */
    struct typed_mark typed; /* of the paragraph before */
};

/* word_lists.c: all lists but the first KEEP end; the item P begins. */
void word_lists_close(struct word_building *x, size_t keep);
void word_item_open(struct word_building *x, const struct word_piece *p);

/* word_doubts.c: findings about the paragraph P, whose text is WORDS: lists and
   headings that were typed, columns made by tabs. And whether it is a quotation
   by its style. */
void word_doubts(struct word_building *x, const struct word_piece *p,
                 struct str words);
bool word_is_quote(const struct word_piece *p);

/* WHAT: which of two captions is whose, their places alone do not say. */
void word_doubt_caption(struct word_building *x, const char *what);

/* word_pictures.c: false where none is opened, for the caller to close. */
bool word_picture_open(struct word_building *x, const struct word_piece *p);

#endif
