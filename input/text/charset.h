/*
 * charset.h - the character sets of one byte a character that files come in.
 *
 * What councils' programs have written in these islands: Windows, the Western
 * and the Celtic ISO 8859, the code pages of DOS, which cash registers and
 * ledgers still export, and the Macintosh of before 2001; and the Windows of
 * Central Europe, in which suppliers from there write their names.
 *
 * Source: the mappings that the Unicode Consortium publishes, with the names
 * that IANA registers.
 */
#ifndef INPUT_TEXT_CHARSET_H
#define INPUT_TEXT_CHARSET_H

#include "core/base/str.h"

enum charset_id {
    CHARSET_WINDOWS_1252, /* stands for iso-8859-1 as well */
    CHARSET_ISO_8859_14,
    CHARSET_ISO_8859_15,
    CHARSET_IBM850,
    CHARSET_IBM858,
    CHARSET_IBM437,
    CHARSET_MACINTOSH,
    CHARSET_WINDOWS_1250, /* last: others win where nothing tells */
    CHARSET_MAX,
};

struct charset {
    const char *name;   /* IANA's */
    const char *what;   /* as a person knows it */
    uint16_t high[128]; /* what 0x80 to 0xFF are; 0: nothing */
};

extern const struct charset charsets[CHARSET_MAX];

/* What BYTE is; 0: nothing. */
uint32_t charset_character(const struct charset *set, unsigned char byte);

/* The byte of the character C, -1: it has none. */
int charset_byte(const struct charset *set, uint32_t c);

/* The set that people call NAME (cp850, latin-9, ...); NULL: none of these. */
const struct charset *charset_called(struct str name);

#endif
