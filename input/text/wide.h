/*
 * wide.h - text of two or four bytes a character: UTF-16 and UTF-32.
 *
 * What Excel calls "Unicode text", and what PowerShell writes.
 */
#ifndef INPUT_TEXT_WIDE_H
#define INPUT_TEXT_WIDE_H

#include "core/base/buf.h"
#include "core/base/str.h"

enum wide_form {
    WIDE_UTF_16LE,
    WIDE_UTF_16BE,
    WIDE_UTF_32LE,
    WIDE_UTF_32BE,
    WIDE_NONE,
};

/* The form that the byte order mark at the head of BYTES says; *LEN are the
   bytes of the mark. */
enum wide_form wide_marked(struct str bytes, size_t *len);

/* The form of BYTES without a mark, by where their zero bytes stand. */
enum wide_form wide_guess(struct str bytes);

/* IANA's name. */
const char *wide_name(enum wide_form form);

/* The form called NAME; that of utf-16 and utf-32 is for whoever reads the
   mark: WIDE_NONE. */
enum wide_form wide_called(struct str name);

/* BYTES as UTF-8, added to OUT. The offset of the first unit that is no
   character; the length of BYTES when all are. */
size_t wide_decode(struct buf *out, enum wide_form form, struct str bytes);

#endif
