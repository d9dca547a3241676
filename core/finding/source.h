/*
 * source.h - a file that was read, and a place in it.
 *
 * Ownership: a source and its text belong to the arena of the report (or of
 * the run, for templates), which outlives every place that points to it.
 */
#ifndef CORE_FINDING_SOURCE_H
#define CORE_FINDING_SOURCE_H

#include "core/base/arena.h"
#include "core/base/str.h"

#include <stdbool.h>
#include <stdint.h>

#define SOURCE_CELL_SIZE 24 /* letters and number of a cell, and its NUL */

enum source_kind {
    SOURCE_TEXT,   /* places are line and column */
    SOURCE_CSV,    /* places are record and field, made into line and column
                      by reading again when a finding needs them */
    SOURCE_SHEET,  /* one sheet of a workbook: places are row and column */
    SOURCE_WORD,   /* a Word file: places are paragraph and character; text is
                      its paragraphs, a line each */
    SOURCE_OPTION, /* the command line: places are nothing */
    SOURCE_BYTES,  /* no text, an image: it has no places */
    SOURCE_NAMES,  /* the names of the files that fit a pattern, a line each */
};

struct source {
    const char *name; /* as a message shows it */
    const char *path; /* as it was opened; NULL for SOURCE_OPTION */
    enum source_kind kind;
    const char *sheet;   /* SOURCE_SHEET: its name */
    char delimiter;      /* SOURCE_CSV; comma when 0 */
    struct str bytes;    /* as they lie on disk */
    struct str text;     /* the same in UTF-8, without a byte order mark; of
                            SOURCE_BYTES, SOURCE_SHEET and SOURCE_NAMES empty
                          */
    const char *charset; /* of bytes: its IANA name; NULL where text
                            is empty */
    bool plain;          /* text is ASCII without control characters */
    bool has_end_sign;   /* SOURCE_CSV: who wrote it put ^Z at its end */
    uint8_t sha256[32];  /* of bytes */
};

/*
 * LINE and COLUMN count from 1, columns in characters on the physical line;
 * 0 is unknown. A line ends with LF, CRLF or CR. In a SOURCE_CSV they are
 * record and field, in a SOURCE_SHEET row and column, from 1; blank records
 * count, so that a record has the number of its row in a spreadsheet.
 */
struct place {
    const struct source *source; /* NULL: nowhere */
    uint32_t line;
    uint32_t column;
};

/* A place in a source that is known otherwise. */
struct spot {
    uint32_t line;
    uint32_t column;
};

#define NOWHERE ((struct place){NULL, 0, 0})

/* A place as a person finds it. What is unknown or beyond the end of the
   source is 0 or empty. */
struct position {
    uint32_t line;
    uint32_t column;
    char
        cell[SOURCE_CELL_SIZE]; /* "E14" in SOURCE_CSV, SOURCE_SHEET; else "" */
    struct str text;            /* the physical line, without its end */
    struct str mark; /* the word or field meant, inside text; empty at a blank
                        field or the end of the line; NULL without a column */
};

/* How far a source has been read when places are looked up in their order:
   each then costs only the way from the one before. All zero at first. */
struct source_cursor {
    const struct source *source;
    size_t offset;       /* of the character or field that is next */
    size_t line_start;   /* offset of the physical line that it stands on */
    uint32_t line;       /* of the file */
    uint32_t characters; /* on the line before offset */
    uint32_t record;     /* SOURCE_CSV */
    uint32_t field;
};

void source_locate(struct place at, struct position *found);

/* `report.xml:3:12`: a place as other messages name it. */
struct str source_place_name(struct arena *arena, struct place at);
/* The field of SOURCE, a SOURCE_CSV, in which byte OFFSET of its text stands.
 */
struct place source_field_at(const struct source *source, size_t offset);
void source_locate_next(struct source_cursor *cursor, struct place at,
                        struct position *found);

/*
 * The place of the N-th byte of TEXT, which was read from AT on. The source
 * is followed beside the text, past mark-up, references and folded space, so
 * that the place is right whatever the reader did to them. AT itself in a
 * SOURCE_CSV, and where the source does not tell.
 */
struct place source_advance(struct place at, struct str text, size_t n);
/* The same of texts that stand behind each other: see struct source_cursor. */
struct place source_advance_next(struct source_cursor *cursor, struct place at,
                                 struct str text, size_t n);

/* The same of several bytes of one text, in their order: each then costs only
   the way from the one before. */
struct source_walk {
    struct str source; /* what is left of it */
    struct place at;   /* of its head */
    struct place from; /* of the text */
    struct str rest;   /* of the text */
    size_t len;        /* of all of it; 0: the source does not tell */
};

struct source_walk source_walk_begin(struct place at, struct str text);

/* N does not fall from call to call. */
struct place source_walk_to(struct source_walk *walk, size_t n);

/*
 * Where the character C stands at or behind AT, as itself or as a numeric
 * reference, or else where it first stands in AT's source; where that does not
 * hold it, in the first of the N SOURCES that does, since what is printed at AT
 * may have been said elsewhere. AT when none does, and where it is a cell. For
 * a text of which only a place before it is known: the element that has it as
 * an attribute.
 */
struct place source_find_character(struct place at, uint32_t c,
                                   const struct source *const *sources,
                                   size_t n);

/* "E" for field 5; "" for 0. OUT has room for 8 bytes. */
void source_column_letters(uint32_t field, char out[8]);

/* 5 for "E14", with the letters cut off S: 0 when S begins with no letter, or
   with more than a spreadsheet has columns. */
uint32_t source_column_number(struct str *s);

/* Whether its places are cells: SOURCE_CSV, SOURCE_SHEET. */
bool source_has_cells(const struct source *source);

/* "E14" for field 5 of record 14; "14:5" where places are line and column. */
void place_cell_name(struct place at, char out[SOURCE_CELL_SIZE]);

/* `cell A3`, and whose it is where that is another file than that of BESIDE. */
struct str place_cell_words(struct arena *arena, struct place at,
                            struct place beside);

static inline bool place_same(struct place a, struct place b)
{
    return a.source == b.source && a.line == b.line && a.column == b.column;
}

/* Of one source, for tables from numbers (core/base/number_map.h). */
static inline uint64_t place_number(struct place at)
{
    return (uint64_t)at.line << 32 | at.column;
}

/* Files in the order they are printed: name, then line, then column. */
int place_compare(struct place a, struct place b);

#endif
