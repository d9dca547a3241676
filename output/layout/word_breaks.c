#include "output/layout/word_breaks.h"
#include "core/base/utf8.h"

#include <string.h>

#define REGIONAL_A 0x1F1E6 /* two of these letters are a flag */
#define REGIONAL_Z 0x1F1FF

/* Bytes at the head of TEXT without a letter of a flag. */
static size_t before_flag(struct str text)
{
    struct str rest = text;

    while (rest.len > 0) {
        const size_t at = text.len - rest.len;
        const uint32_t c = utf8_next(&rest);

        if (c >= REGIONAL_A && c <= REGIONAL_Z)
            return at;
    }
    return text.len;
}

/* Bytes at the head of TEXT that are letters of flags: a line may end after
   each second one (rule LB30a). */
static size_t flags(struct str text, char *breaks)
{
    struct str rest = text;
    size_t letters = 0;

    while (rest.len > 0 && before_flag(rest) == 0) {
        const size_t at = text.len - rest.len;

        (void)utf8_next(&rest);
        letters++;
        memset(breaks + at, LINEBREAK_INSIDEACHAR, text.len - rest.len - at);
        breaks[text.len - rest.len - 1] =
            letters % 2 == 0 ? LINEBREAK_ALLOWBREAK : LINEBREAK_NOBREAK;
    }
    return text.len - rest.len;
}

/* libunibreak 5.1 ends the process (an assertion) at the letters of flags. */
void word_breaks(struct str word, char *breaks)
{
    size_t at = 0;

    while (at < word.len) {
        const struct str rest = str_from(word, at);
        const size_t plain = before_flag(rest);

        if (plain > 0) {
            set_linebreaks_utf8((const utf8_t *)rest.ptr, plain, "en",
                                breaks + at);
            /* What ends a text is told otherwise from libunibreak 6 on. */
            breaks[at + plain - 1] = LINEBREAK_ALLOWBREAK;
        }
        at += plain;
        at += flags(str_from(word, at), breaks + at);
    }
}
