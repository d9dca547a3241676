#include "output/layout/word_breaks.h"
#include "core/base/ascii.h"
#include "core/base/utf8.h"

#include <string.h>

#define REGIONAL_A 0x1F1E6 /* two of these letters are a flag */
#define REGIONAL_Z 0x1F1FF

/* Whether a letter of a flag stands at the head of TEXT, whose first character
   is cut off it. */
static bool cut_flag(struct str *text)
{
    const uint32_t c = utf8_next(text);

    return c >= REGIONAL_A && c <= REGIONAL_Z;
}

/* Bytes at the head of TEXT that are letters of flags, or that are none. */
static size_t run_of_breaks(struct str text, bool flags)
{
    struct str rest = text;
    size_t len = 0;

    while (rest.len > 0 && cut_flag(&rest) == flags)
        len = text.len - rest.len;
    return len;
}

/* In letters of flags a line may end after each second one (rule LB30a). */
static void word_break_flags(struct str flags, char *breaks)
{
    struct str rest = flags;
    size_t at = 0;

    for (size_t letters = 1; rest.len > 0; letters++) {
        (void)utf8_next(&rest);
        memset(breaks + at, LINEBREAK_INSIDEACHAR, flags.len - rest.len - at);
        at = flags.len - rest.len;
        breaks[at - 1] =
            letters % 2 == 0 ? LINEBREAK_ALLOWBREAK : LINEBREAK_NOBREAK;
    }
}

static void break_words(struct str words, char *breaks)
{
    if (words.len == 0)
        return;
    set_linebreaks_utf8((const utf8_t *)words.ptr, words.len, "en", breaks);
    /* What ends a text is told otherwise from libunibreak 6 on. */
    breaks[words.len - 1] = LINEBREAK_ALLOWBREAK;
}

/* libunibreak 5.1 ends the process (an assertion) at the letters of flags. */
void word_breaks(struct str word, char *breaks)
{
    bool flags = false;

    while (word.len > 0) {
        const struct str run = str_to(word, run_of_breaks(word, flags));

        if (flags)
            word_break_flags(run, breaks);
        else
            break_words(run, breaks);
        breaks += run.len;
        word = str_from(word, run.len);
        flags = !flags;
    }
}

/* Bytes of the character at byte I of WORD where no line ends beside it: also
   of a slash between digits, as in a date, and of the pound before a figure. */
static size_t plain_length(struct str word, size_t i)
{
    const struct str pound = STR_LIT("\xC2\xA3");
    const char c = word.ptr[i];

    if (is_ascii_letter(c) || is_digit(c) || c == '.' || c == ',' || c == ';' ||
        c == ':' || c == '(' || c == ')' || c == '\'')
        return 1;
    if (c == '/' && i > 0 && is_digit(word.ptr[i - 1]) &&
        is_digit_at(word, i + 1))
        return 1;
    if ((i == 0 || word.ptr[i - 1] == '(') &&
        str_starts(str_from(word, i), pound) &&
        is_digit_at(word, i + pound.len))
        return pound.len;
    return 0;
}

bool word_is_plain(struct str word)
{
    size_t n = 1;

    for (size_t i = 0; i < word.len && n > 0; i += n)
        n = plain_length(word, i);
    return n > 0;
}
