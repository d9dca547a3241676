#include "input/text/mixture.h"
#include "core/base/utf8.h"
#include "input/text/mangled.h"

#include <stdbool.h>

/* As mangled.c has it for characters: in Windows-1252, Ä before a quotation
   mark, a dash, a bullet or dots is what it says. */
static bool may_be_meant(struct str sequence)
{
    const unsigned char lead = (unsigned char)sequence.ptr[0];

    if (sequence.len != 2 || (lead != 0xC4 && lead != 0xC5))
        return false;
    switch ((unsigned char)sequence.ptr[1]) {
    case 0x85:
    case 0x92:
    case 0x94:
    case 0x95:
    case 0x96:
    case 0x97: return true;
    default: return false;
    }
}

size_t mixture_find(struct str bytes)
{
    struct str rest = bytes;

    while (rest.len > 0) {
        const struct str at = rest;
        uint32_t c;

        if ((unsigned char)rest.ptr[0] < 0x80) {
            rest = str_from(rest, 1);
            continue;
        }
        c = utf8_next(&rest);
        if (c != UTF8_BAD && mangled_western(c) &&
            !may_be_meant(str_to(at, at.len - rest.len)))
            return bytes.len - at.len;
    }
    return bytes.len;
}
