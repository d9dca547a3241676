#include "input/report/heading_near.h"
#include "core/base/ascii.h"
#include "core/base/utf8.h"

#define SMALL_WORD 3 /* letters of those that headings do without: the, of */
#define BEGINNING 4  /* letters that show two words to be of one stem */

struct str heading_unnumbered(struct str heading)
{
    const bool bracket = str_starts(heading, STR_LIT("("));
    struct str rest = str_from(heading, bracket ? 1 : 0);
    size_t n = 0;
    bool number;

    while (n < rest.len && (is_digit(rest.ptr[n]) || rest.ptr[n] == '.'))
        n++;
    number = n > 0 && is_digit(rest.ptr[0]);
    if (n == 0 && rest.len > 1 && is_ascii_letter(rest.ptr[0]) &&
        (rest.ptr[1] == ')' || (!bracket && rest.ptr[1] == '.')))
        n = rest.ptr[1] == '.' ? 2 : 1;
    if (n == 0 || (n == 1 && rest.ptr[0] == '.'))
        return heading;
    if (n < rest.len && rest.ptr[n] == ')')
        n++;
    else if (bracket)
        return heading;
    rest = str_from(rest, n);
    /* `2026 budget` begins with a year, which is no number of a heading. */
    if (number && n == 4 && !bracket)
        return heading;
    if (rest.len > 0 && !utf8_begins_with_space(rest))
        return heading;
    rest = str_trim(rest);
    return rest.len > 0 ? rest : heading;
}

/* Finance and Financial, Implication and Implications. */
static bool same_stem(struct str a, struct str b)
{
    const size_t shorter = a.len < b.len ? a.len : b.len;
    size_t same = 0;

    if (str_same_word(a, b))
        return true;
    if (has_digit(a) || has_digit(b))
        return false;
    while (same < shorter && (a.ptr[same] | 0x20) == (b.ptr[same] | 0x20))
        same++;
    return (same >= BEGINNING && same * 3 >= shorter * 2) ||
           (shorter >= BEGINNING && str_nearest(a, &b, 1) == 0);
}

/* LONGER has the words of SHORTER, and small ones that SHORTER leaves out. */
static bool has_words_of(struct str longer, struct str shorter)
{
    struct str word = str_cut_word(&shorter);

    while (longer.len > 0) {
        const struct str other = str_cut_word(&longer);

        if (word.len > 0 && same_stem(other, word))
            word = str_cut_word(&shorter);
        else if (other.len > SMALL_WORD)
            return false;
    }
    return word.len == 0;
}

static size_t count_words(struct str s)
{
    size_t n = 0;

    while (str_cut_word(&s).len > 0)
        n++;
    return n;
}

/* WRITTEN is HEADING, a sign and more. */
static bool says_more(struct str written, struct str heading)
{
    struct str rest;

    if (!str_starts_alike(written, heading))
        return false;
    rest = str_trim(str_from(written, heading.len));
    if (rest.len == 0)
        return true;
    return str_find_char(STR_LIT("([:;,-/"), rest.ptr[0]) < 7 ||
           str_starts(rest, STR_LIT("–")) || str_starts(rest, STR_LIT("—"));
}

bool heading_is_near(struct str written, struct str heading)
{
    const size_t nwritten = count_words(written);
    const size_t nheading = count_words(heading);

    if (nwritten == 0 || nheading == 0)
        return false;
    if (says_more(written, heading))
        return true;
    if (nwritten == nheading) {
        while (written.len > 0 && heading.len > 0) {
            if (!same_stem(str_cut_word(&written), str_cut_word(&heading)))
                return false;
        }
        return true;
    }
    return nwritten > nheading ? has_words_of(written, heading)
                               : has_words_of(heading, written);
}
