/*
 * word_parts.h - a Word file on its way to prose: what its text is made of,
 * one piece after another. For the files of word_in.h alone.
 */
#ifndef INPUT_OFFICE_WORD_PARTS_H
#define INPUT_OFFICE_WORD_PARTS_H

#include "core/base/buf.h"
#include "core/value/wording.h"
#include "input/office/part_xml.h"
#include "input/office/word_styles.h"

enum word_kind {
    WORD_PARAGRAPH, /* begins; ends where another piece of this list says */
    WORD_TEXT,
    WORD_BREAK,
    WORD_LINK,
    WORD_LINK_END,
    WORD_NOTE,
    WORD_PICTURE,
    WORD_PARAGRAPH_END,
    WORD_TABLE,
    WORD_ROW,
    WORD_CELL,
    WORD_CELL_END,
    WORD_ROW_END,
    WORD_TABLE_END,
};

/* How a run of words looks. */
struct word_look {
    bool bold;
    bool italic;
    struct str lang; /* empty: that of the report */
};

struct word_piece {
    enum word_kind kind;
    uint32_t paragraph; /* it stands in, from 1 */
    uint32_t column;    /* characters before it in the paragraph, and 1 */
    size_t start;       /* WORD_TEXT: in the words of the document */
    size_t len;
    struct word_look look; /* WORD_TEXT */
    struct str target;     /* LINK: address; NOTE: id; PICTURE: a relation */
    struct str alt;        /* PICTURE */
    struct str list;       /* PARAGRAPH: numId; empty: in none */
    struct str style;      /* PARAGRAPH: its name */
    uint32_t count;        /* TABLE: columns; ROW: 1 of the head;
                              CELL: paragraphs with words */
    uint8_t level;         /* PARAGRAPH: of its list */
    uint8_t depth;         /* PARAGRAPH: of its item, among lists in lists */
    uint8_t outline;       /* PARAGRAPH: WORD_NO_LEVEL is no heading */
    bool decorative;       /* PICTURE */
    bool endnote;          /* NOTE */
    bool all_bold;         /* PARAGRAPH */
    bool all_marked;       /* PARAGRAPH: bold, underlined, capital, large */
    bool pen;              /* PARAGRAPH: words of it are highlighted */
    bool tabbed;           /* PARAGRAPH: its words are laid out by tabs */
};

/* A part with paragraphs: the document, its footnotes, its endnotes. */
struct word_text {
    struct arena *arena;
    struct package *package;
    struct source *source; /* of places */
    struct findings *findings;
    const struct word_styles *styles;
    const struct relations *relations;
    const char *lang;              /* of the report */
    const struct wording *wording; /* of the report; NULL: none is known */
    struct list pieces;            /* of struct word_piece */
    struct buf words;              /* of all pieces of text */
    struct buf lines;              /* the paragraphs, a line each */
    struct list notes;             /* of struct word_note: of a part of notes */
    uint32_t paragraphs;
};

/* Which pieces are a note. */
struct word_note {
    struct str id;
    size_t from; /* the first piece */
    size_t to;
};

/* Fills T from the part NAME. */
MUST_CHECK enum status word_text_read(struct word_text *t, struct str name);

#endif
