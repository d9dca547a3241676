/*
 * source.h - a file that was read, and a place in it.
 *
 * Ownership: a source and its text belong to the arena of the report (or of
 * the run, for templates), which outlives every place that points to it.
 */
#ifndef CORE_SOURCE_H
#define CORE_SOURCE_H

#include "core/str.h"

#include <stdbool.h>
#include <stdint.h>

enum source_kind {
    SOURCE_TEXT,   /* places are line and column */
    SOURCE_CSV,    /* places are record and field, made into line and column
                      by reading again when a finding needs them */
    SOURCE_OPTION, /* the command line: places are nothing */
};

struct source {
    const char *name; /* as a message shows it */
    const char *path; /* as it was opened; NULL for SOURCE_OPTION */
    enum source_kind kind;
    char delimiter;     /* SOURCE_CSV */
    struct str bytes;   /* as they lie on disk */
    struct str text;    /* the same in UTF-8, without a byte order mark */
    uint8_t sha256[32]; /* of bytes */
};

/*
 * LINE and COLUMN count from 1, columns in characters on the physical line;
 * 0 is unknown. In a SOURCE_CSV they are record and field, from 1, record 1
 * being the first non-blank physical record of the file.
 */
struct place {
    const struct source *source; /* NULL: nowhere */
    uint32_t line;
    uint32_t column;
};

#define NOWHERE ((struct place){NULL, 0, 0})

/* A place as a person finds it. */
struct position {
    uint32_t line;
    uint32_t column;
    char cell[16];        /* "E14" in a SOURCE_CSV, else "" */
    struct str text;      /* the physical line, without its end */
    uint32_t mark_length; /* characters from column on; at least 1 */
};

void source_locate(struct place at, struct position *found);

/*
 * The place of the N-th byte of a text that begins at AT, as far as the
 * source's own bytes can tell (character references make it later by a
 * little, never another line).
 */
struct place source_advance(struct place at, struct str text, size_t n);

/* "E" for field 5; OUT has room for 8 bytes. */
void source_column_letters(uint32_t field, char out[8]);

/* 5 for "E", with the rest of S cut: 0 when S begins with no letter. */
uint32_t source_column_number(struct str *s);

/* Files in the order they are printed: name, then line, then column. */
int place_compare(struct place a, struct place b);

#endif
