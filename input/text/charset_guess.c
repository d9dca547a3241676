#include "input/text/charset_guess.h"
#include "core/base/ascii.h"

#include <stdbool.h>
#include <string.h>

/* How well a character stands where it stands. */
enum fit {
    FIT_ODD = -3,
    FIT_POOR = 1,
    FIT_FAIR = 2,
    FIT_WELL = 3,
    FIT_SURE = 6, /* of English: nothing else is there */
};

/* A character and its neighbours; 0: a separator, or the end of the text. */
struct spot_in_text {
    uint32_t before;
    uint32_t c;
    uint32_t after;
    uint32_t next; /* behind that */
};

struct tally {
    bool possible;
    bool has_odd;
    size_t odd;
    long score;
};

static bool is_letter(uint32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= 0xC0 && c <= 0x17F && c != 0xD7 && c != 0xF7) ||
           (c >= 0x1E00 && c <= 0x1EFF);
}

static bool is_capital(uint32_t c)
{
    if (c < 0x100)
        return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7);
    if ((c >= 0x178 && c <= 0x17E) || (c >= 0x139 && c <= 0x148))
        return c == 0x178 || c % 2 == 1;
    return is_letter(c) && c % 2 == 0;
}

static bool is_small(uint32_t c)
{
    return is_letter(c) && !is_capital(c);
}

/* Eth and thorn, and the dotted consonants of the older Irish spelling: seldom
   what is meant, but words. */
static bool is_rare(uint32_t c)
{
    switch (c) {
    case 0xD0:
    case 0xDE:
    case 0xF0:
    case 0xFE:
    case 0x178: return true;
    case 0x10A:
    case 0x10B:
    case 0x120:
    case 0x121: return true;
    default: return c >= 0x1E02 && c <= 0x1E6B;
    }
}

/* A word of one letter: à, é, ó. */
static bool is_vowel(uint32_t c)
{
    const uint32_t small = c >= 0xC0 && c <= 0xDE ? c + 0x20 : c;

    return (small >= 0xE0 && small <= 0xE2) ||
           (small >= 0xE8 && small <= 0xEA) || (small >= 0xF2 && small <= 0xF4);
}

static bool is_accented(uint32_t c)
{
    return c >= 0x80 && is_letter(c);
}

/* A vowel of any kind. */
static bool starts_syllable(uint32_t c)
{
    return is_accented(c) ||
           (c > 0 && c < 0x80 && strchr("aeiouyAEIOUY", (int)c) != NULL);
}

static bool is_gap(uint32_t c)
{
    return c == 0 || c == ' ' || c == 0xA0;
}

/* Words here end in é, à and è, in Irish and Welsh in others. */
static enum fit fit_at_end(uint32_t c)
{
    switch (c) {
    case 0xE0:
    case 0xE8:
    case 0xE9: return FIT_WELL;
    case 0xE1:
    case 0xE2:
    case 0xEA:
    case 0xED:
    case 0xF3:
    case 0xFA:
    case 0x142:
    case 0x175:
    case 0x177: return FIT_FAIR;
    default: return FIT_POOR;
    }
}

/* Central Europe in Windows-1252: Gdañsk, Dvoøák, Èapek, Wiœniewski. */
static bool is_strange(const struct spot_in_text *s)
{
    switch (s->c) {
    case 0xD1:
    case 0xF1: return is_letter(s->after) && !starts_syllable(s->after);
    case 0xD8:
    case 0xF8: return is_accented(s->before) || is_accented(s->after);
    case 0xC8: return starts_syllable(s->after);
    case 0x153: return starts_syllable(s->before);
    default: return false;
    }
}

static enum fit fit_of_letter(const struct spot_in_text *s)
{
    const bool begins = !is_letter(s->before);
    const bool ends = !is_letter(s->after);

    if (s->c == 0x131 || is_digit_character(s->before) ||
        is_digit_character(s->after))
        return FIT_ODD;
    if (begins && ends)
        return is_vowel(s->c) ? FIT_POOR : FIT_ODD;
    if (is_capital(s->c) ? is_small(s->before)
                         : is_capital(s->after) && !begins)
        return FIT_ODD;
    if (is_strange(s))
        return FIT_POOR;
    if (is_rare(s->c))
        return FIT_FAIR;
    if (is_capital(s->c))
        return begins || is_capital(s->before) ? FIT_WELL : FIT_POOR;
    if (begins)
        return FIT_POOR;
    return ends ? fit_at_end(s->c) : FIT_WELL;
}

static enum fit fit_of_currency(const struct spot_in_text *s)
{
    if (is_letter(s->before) || is_digit_character(s->before))
        return is_gap(s->after) ? FIT_FAIR : FIT_ODD;
    if (is_digit_character(s->after) || s->after == '\'' || s->after == '.' ||
        s->after == 'm' || s->after == 'k' || s->after == 'b' ||
        s->after == 'M')
        return FIT_WELL;
    return is_letter(s->after) ? FIT_ODD : FIT_FAIR;
}

/* Children’s, residents’ views, don’t. */
static enum fit fit_of_apostrophe(const struct spot_in_text *s)
{
    const bool after_letter = is_letter(s->before);

    if (after_letter && !is_letter(s->next) &&
        (s->after == 's' || s->after == 't' || s->after == 'S'))
        return FIT_SURE;
    if ((s->before == 's' || s->before == 'S') && is_gap(s->after))
        return FIT_SURE;
    return (!is_gap(s->before) && s->before != '(') || is_letter(s->after) ||
                   is_digit_character(s->after)
               ? FIT_WELL
               : FIT_ODD;
}

static enum fit fit_of_mark(const struct spot_in_text *s)
{
    const bool behind = !is_gap(s->before) && s->before != '(';
    const bool before_word =
        is_letter(s->after) || is_digit_character(s->after) || s->after == 0xA3;

    switch (s->c) {
    case 0x2019: return fit_of_apostrophe(s);
    case 0x2018:
    case 0x201C:
    case 0xAB: return before_word && !is_letter(s->before) ? FIT_WELL : FIT_ODD;
    case 0x201D:
    case 0xBB: return behind && !is_letter(s->after) ? FIT_WELL : FIT_ODD;
    case 0x2013:
    case 0x2014: return FIT_WELL;
    case 0x2022: return is_gap(s->before) ? FIT_WELL : FIT_ODD;
    case 0x2026:
        return is_letter(s->before) && is_letter(s->after) ? FIT_ODD : FIT_FAIR;
    default: return FIT_ODD;
    }
}

/* What figures and units have beside them. */
static enum fit fit_of_sign(const struct spot_in_text *s)
{
    const bool behind = !is_gap(s->before);
    const bool inside = is_letter(s->before) && is_letter(s->after);

    switch (s->c) {
    case 0xA0:   /* a space that does not break */
    case 0xA7:   /* section */
    case 0xA9:   /* copyright */
    case 0xAD:   /* where a word may be broken */
    case 0xAE:   /* registered */
    case 0xB7:   /* a dot in the middle */
    case 0x2020: /* daggers */
    case 0x2021:
    case 0x2122: return FIT_POOR; /* trade mark */
    case 0xB0:                    /* degrees */
    case 0xB1:                    /* plus or minus */
    case 0xB5:                    /* micro */
    case 0xBC:                    /* fractions */
    case 0xBD:
    case 0xBE:
    case 0xD7: /* times */
    case 0xF7: /* divided by */
    case 0x2030: return inside ? FIT_ODD : FIT_FAIR;
    case 0x2248: /* about, at most, at least */
    case 0x2264:
    case 0x2265: return is_letter(s->before) ? FIT_ODD : FIT_FAIR;
    case 0xB3: /* raised figures, and notes that begin with them */
    case 0xB9:
        if (inside)
            return FIT_ODD;
        return behind ? FIT_WELL : s->before == 0 ? FIT_FAIR : FIT_ODD;
    case 0xB2: /* kWh/m²a */
        return behind ? FIT_WELL : s->before == 0 ? FIT_FAIR : FIT_ODD;
    case 0xAA:
    case 0xBA: /* ordinals */
        return is_digit_character(s->before) || s->before == 'n' ||
                       s->before == 'N'
                   ? FIT_FAIR
                   : FIT_ODD;
    case 0xB4: return inside ? FIT_FAIR : FIT_ODD;
    default: return fit_of_mark(s);
    }
}

static bool is_currency(uint32_t c)
{
    return c == 0xA3 || c == 0x20AC;
}

static enum fit fit_of(const struct spot_in_text *s)
{
    if (is_letter(s->c))
        return fit_of_letter(s);
    return is_currency(s->c) ? fit_of_currency(s) : fit_of_sign(s);
}

/* What stands beside a character: separators, quotation marks of CSV and line
   ends are no part of its words. */
static uint32_t neighbour(const struct charset *set, struct str text, size_t at)
{
    const char c = at < text.len ? text.ptr[at] : '\n';

    if (c == ',' || c == ';' || c == '\t' || c == '|' || c == '"' ||
        c == '\n' || c == '\r')
        return 0;
    return charset_character(set, (unsigned char)c);
}

static struct spot_in_text spot_at(const struct charset *set, struct str text,
                                   size_t at)
{
    return (struct spot_in_text){
        .before = at == 0 ? 0 : neighbour(set, text, at - 1),
        .c = charset_character(set, (unsigned char)text.ptr[at]),
        .after = neighbour(set, text, at + 1),
        .next = neighbour(set, text, at + 2),
    };
}

static enum fit fit_at(const struct charset *set, struct str text, size_t at)
{
    const struct spot_in_text s = spot_at(set, text, at);

    return s.c == 0 ? FIT_ODD : fit_of(&s);
}

static void count_byte(struct tally *t, const struct charset *set,
                       struct str text, size_t at)
{
    const enum fit fit = fit_at(set, text, at);

    t->possible =
        t->possible && charset_character(set, (unsigned char)text.ptr[at]) != 0;
    t->score += fit;
    if (fit == FIT_ODD && !t->has_odd) {
        t->has_odd = true;
        t->odd = at;
    }
}

static bool matters(uint32_t c)
{
    return is_letter(c) || is_currency(c);
}

/* How well two sets fit where they differ. */
struct difference {
    size_t first; /* byte that is another letter or sign of currency */
    long a;
    long b;
};

static struct difference compare(const struct charset *a,
                                 const struct charset *b, struct str text)
{
    struct difference d = {.first = text.len};

    for (size_t i = 0; i < text.len; i++) {
        const unsigned char byte = (unsigned char)text.ptr[i];
        const uint32_t in_a = charset_character(a, byte);
        const uint32_t in_b = charset_character(b, byte);

        if (byte < 0x80 || in_a == in_b)
            continue;
        d.a += fit_at(a, text, i);
        d.b += fit_at(b, text, i);
        if (d.first == text.len && (matters(in_a) || matters(in_b)))
            d.first = i;
    }
    return d;
}

#define WORD_MIN 3  /* letters; m² and km² are units */
#define WORD_MAX 32 /* letters to either side that are looked at */

/* Whether the character AT, a sign, sticks to the end of a word. */
static bool ends_word(const struct charset *set, struct str text, size_t at)
{
    const uint32_t after = neighbour(set, text, at + 1);

    if (at < WORD_MIN || is_letter(after) || is_digit_character(after))
        return false;
    for (size_t i = 1; i <= WORD_MIN; i++) {
        if (!is_letter(neighbour(set, text, at - i)))
            return false;
    }
    return true;
}

static bool has_caron(uint32_t c)
{
    return c == 0x160 || c == 0x161 || c == 0x17D || c == 0x17E;
}

/* Whether S or Z with a caron stands in the word that the letter AT is of. */
static bool is_beside_caron(const struct charset *set, struct str text,
                            size_t at)
{
    size_t i = at;

    while (i > 0 && at - i < WORD_MAX && is_letter(neighbour(set, text, i - 1)))
        i--;
    for (; i <= at + WORD_MAX && is_letter(neighbour(set, text, i)); i++) {
        if (i != at && has_caron(neighbour(set, text, i)))
            return true;
    }
    return false;
}

/* What makes sense, but is seldom what was meant in SET: Pozna±, Gyõr,
   Mãdãlina, Ïurica, Rùžièka. A raised figure behind a word marks a note. */
static bool is_doubtful(const struct charset *set, struct str text, size_t at)
{
    const struct spot_in_text s = spot_at(set, text, at);

    switch (s.c) {
    case 0xB0:
    case 0xB1: return ends_word(set, text, at);
    case 0xCF: return !is_letter(s.before) && is_small(s.after);
    case 0xE3: /* manhãs */
    case 0xF5:
        return is_small(s.after) && !starts_syllable(s.after) &&
               (s.after != 's' || is_letter(s.next));
    default: return is_accented(s.c) && is_beside_caron(set, text, at);
    }
}

/* The first byte for which OTHER has another letter, none that is rare, where
   what SET has is doubtful; the length of TEXT: there is none. */
static size_t find_doubtful(const struct charset *set,
                            const struct charset *other, struct str text)
{
    for (size_t i = 0; i < text.len; i++) {
        const unsigned char byte = (unsigned char)text.ptr[i];
        const uint32_t c = charset_character(other, byte);

        if (byte >= 0x80 && is_letter(c) && !is_rare(c) &&
            c != charset_character(set, byte) && is_doubtful(set, text, i))
            return i;
    }
    return text.len;
}

/* Another set in which all makes sense, and nearly as much as in the best. Each
   letter of the west is one of Central Europe: where nothing speaks against the
   west nobody is asked, where little does somebody is. */
static void find_other(struct charset_guess *g,
                       const struct tally tallies[CHARSET_MAX], struct str text)
{
    const bool west = g->set == &charsets[CHARSET_WINDOWS_1252];
    const bool east = g->set == &charsets[CHARSET_WINDOWS_1250];
    long nearest = 0;

    for (int i = 0; i < CHARSET_MAX; i++) {
        const struct tally *t = &tallies[i];
        struct difference d;

        if (&charsets[i] == g->set || !t->possible || t->has_odd ||
            (west && i == CHARSET_WINDOWS_1250))
            continue;
        d = compare(g->set, &charsets[i], text);
        if (d.first == text.len ||
            (3 * d.b < 2 * d.a && !(east && i == CHARSET_WINDOWS_1252)))
            continue;
        if (g->other != NULL && d.b - d.a <= nearest)
            continue;
        nearest = d.b - d.a;
        g->other = &charsets[i];
        g->differs = d.first;
    }
}

/* What is doubtful is asked about however well it fits, where all makes sense
   in Windows of the west or of Central Europe, or both. */
static void find_doubted(struct charset_guess *g, const struct tally *tallies,
                         struct str text)
{
    static const enum charset_id windows[] = {CHARSET_WINDOWS_1252,
                                              CHARSET_WINDOWS_1250};
    size_t newest = text.len;

    for (size_t i = 0; i < sizeof(windows) / sizeof(*windows); i++) {
        const struct charset *set = &charsets[windows[i]];
        const struct tally *t = &tallies[windows[i]];
        const size_t at = find_doubtful(g->set, set, text);

        if (!t->possible || t->has_odd || at == text.len ||
            (at == newest &&
             spot_at(set, text, at).c == spot_at(g->other, text, at).c))
            continue;
        g->third = at == newest ? g->other : NULL;
        g->other = set;
        g->differs = newest = at;
    }
}

/* Icelandic letters stand where Welsh ones do, and nobody here writes them. */
static bool is_set_of(const struct charset *set, struct str lang)
{
    return set == &charsets[CHARSET_ISO_8859_14] &&
           (str_eq(lang, STR_LIT("cy")) || str_starts(lang, STR_LIT("cy-")));
}

struct charset_guess charset_guess(struct str text, struct str lang)
{
    struct tally tallies[CHARSET_MAX] = {{0}};
    struct charset_guess g = {0};
    const struct tally *best = NULL;

    for (int i = 0; i < CHARSET_MAX; i++)
        tallies[i].possible = true;
    for (size_t at = 0; at < text.len; at++) {
        if ((unsigned char)text.ptr[at] < 0x80)
            continue;
        for (int i = 0; i < CHARSET_MAX; i++)
            count_byte(&tallies[i], &charsets[i], text, at);
    }
    for (int i = 0; i < CHARSET_MAX; i++) {
        if (!tallies[i].possible || tallies[i].score <= 0 ||
            (best != NULL && tallies[i].score <= best->score))
            continue;
        best = &tallies[i];
        g.set = &charsets[i];
    }
    if (best == NULL)
        return g;
    g.odd = best->has_odd ? best->odd : text.len;
    find_other(&g, tallies, text);
    if (g.other != NULL && is_set_of(g.other, lang))
        return (struct charset_guess){.set = g.other, .odd = text.len};
    if (is_set_of(g.set, lang))
        g.other = NULL;
    else
        find_doubted(&g, tallies, text);
    return g;
}
