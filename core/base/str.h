/*
 * str.h - text as pointer and length.
 *
 * A struct str never owns its bytes and need not end with a NUL; what an
 * arena made does (arena.h). All functions are total: any str is fine, an
 * empty one may have a NULL pointer.
 */
#ifndef CORE_BASE_STR_H
#define CORE_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct str {
    const char *ptr;
    size_t len;
};

/* For printf("%.*s", STR_ARG(s)). */
#define STR_ARG(s) (int)(s).len, (s).len > 0 ? (s).ptr : ""
#define STR_LIT(literal) ((struct str){(literal), sizeof(literal) - 1})
/* clang-format off */
/* The same where a constant is needed: in a static table. */
#define STR_INIT(literal) {(literal), sizeof(literal) - 1}
/* clang-format on */

/* What every reader asks for each character or tag stands in line: a call, and
   the length of a literal, would cost more than the answer. */

static inline struct str str_of(const char *cstr) /* NULL gives the empty str */
{
    return (struct str){cstr, cstr == NULL ? 0 : strlen(cstr)};
}

static inline bool str_eq(struct str a, struct str b)
{
    if (a.len != b.len || a.len == 0)
        return a.len == b.len;
    /* The first byte tells most of them apart. */
    return a.ptr[0] == b.ptr[0] && memcmp(a.ptr, b.ptr, a.len) == 0;
}

static inline bool str_is(struct str a, const char *cstr)
{
    return str_eq(a, str_of(cstr));
}

/* S without START bytes. */
static inline struct str str_from(struct str s, size_t start)
{
    const size_t cut = start < s.len ? start : s.len;

    /* NULL stays NULL: nothing may be added to it, not even 0. */
    return cut == 0 ? s : (struct str){s.ptr + cut, s.len - cut};
}

/* The first END bytes. */
static inline struct str str_to(struct str s, size_t end)
{
    return (struct str){s.ptr, end < s.len ? end : s.len};
}

int str_cmp(struct str a, struct str b);
bool str_starts(struct str s, struct str prefix);
bool str_ends(struct str s, struct str suffix);
struct str str_trim_ends(struct str s); /* for str_trim() */

/* Without spaces of Unicode at both ends. Most have nothing to trim. */
static inline struct str str_trim(struct str s)
{
    const bool bare =
        s.len == 0 || (s.ptr[0] > ' ' && s.ptr[0] < 0x7F &&
                       s.ptr[s.len - 1] > ' ' && s.ptr[s.len - 1] < 0x7F);

    return bare ? s : str_trim_ends(s);
}
size_t str_find(struct str s, struct str needle); /* s.len when absent */
size_t str_find_char(struct str s, char c);       /* s.len when absent */

/* Cuts S at the first SEP: returns what is before, leaves what is after. */
struct str str_cut(struct str *s, char sep);

/* The first word of S is cut off it, with the space around it; empty when
   nothing but space is left. A no-break space is part of a word. */
struct str str_cut_word(struct str *s);

/* As str_starts(), but for case in ASCII: of addresses, codes and the like. */
bool str_starts_alike(struct str s, struct str prefix);
bool str_ends_alike(struct str s, struct str suffix);

/* The same for words, in all of Unicode (core/base/fold.h): *LEN is how many
   bytes of S the prefix takes. */
bool str_starts_folded(struct str s, struct str prefix, size_t *len);

/* Whether S begins with WORDS, folded likewise, and goes on behind them with
   what is no letter: `Memo: charges`, not `Memorial`. */
bool str_starts_words(struct str s, struct str words);

/* Equal but for case, spaces, punctuation, signs of currency and how accents
   are typed, in all of Unicode (core/base/fold.h): how column headings,
   aliases and words of a vocabulary are matched. Two texts of nothing but
   spaces and punctuation are the same. */
bool str_same_word(struct str a, struct str b);

/* The same of what somebody put into data, in which some signs say something:
   + < > = # £ and their like, a minus before a figure or behind a word, and
   what stands between two digits. `18+`, `<18` and `18` are three, `C` and
   `C++` two, `1.2` is not `12`; `Co-op` is `coop`, and `2026-27` is `2026/27`.
   Where there is no letter or digit every character counts. */
bool str_same_text(struct str a, struct str b);

/* What C says between the characters BEFORE and AFTER it, where names are told
   apart by signs; 0: nothing. Before the first is a space, after the last a
   NUL. */
typedef uint32_t str_sign(uint32_t before, uint32_t c, uint32_t after);

/* Whether SIGN hears the same in both, in the same order. */
bool str_same_signs(struct str a, struct str b, str_sign *sign);

/* Hashes for tables of str_eq(), str_same_text() and str_same_word(). A SEED
   that an author of input cannot choose keeps him from making them collide. */
uint64_t str_hash(struct str s, uint64_t seed);
uint64_t str_text_hash(struct str s, uint64_t seed);
uint64_t str_word_hash(struct str s, uint64_t seed);

/*
 * The word of WORDS that S was most likely meant to be: the smallest edit
 * distance (an exchange of neighbours counts once), at most a third of its
 * length. -1 when none is near.
 */
int str_nearest(struct str s, const struct str *words, size_t nwords);

/*
 * Whether S is MEANT but for slips of the pen, word by word. A word that is
 * short, begins with another letter or is too many is another word, and often
 * the contrary of the one it is near to: `Off track`, `Incomplete`.
 */
bool str_is_slip(struct str s, struct str meant);

#endif
