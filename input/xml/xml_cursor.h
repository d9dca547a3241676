/*
 * xml_cursor.h - where a byte of a source stands, as a person counts.
 */
#ifndef INPUT_XML_XML_CURSOR_H
#define INPUT_XML_XML_CURSOR_H

#include "core/finding/source.h"

/* A byte of a source's text, and where a person finds it. The first has
   {0, 1, 1}. */
struct cursor {
    size_t offset;
    uint32_t line;
    uint32_t column;
    size_t plain_end; /* up to here each byte is known to be a column */
};

/* Moves C, which may stand anywhere, to byte OFFSET of SOURCE: its place. To go
   back is to count from the beginning. */
struct place cursor_seek(struct cursor *c, const struct source *source,
                         size_t offset);

/* The same. Each element and text is asked for, and most are near. */
static inline struct place
cursor_move(struct cursor *c, const struct source *source, size_t offset)
{
    if (offset < c->offset || offset > c->plain_end)
        return cursor_seek(c, source, offset);
    c->column += (uint32_t)(offset - c->offset);
    c->offset = offset;
    return (struct place){source, c->line, c->column};
}

#endif
