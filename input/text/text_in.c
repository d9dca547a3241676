#include "input/text/text_in.h"
#include "core/base/compose.h"
#include "core/base/utf8.h"
#include "input/text/charset.h"
#include "input/text/entity.h"
#include "input/text/mangled.h"

#include <stdio.h>
#include <string.h>
#include <utf8proc.h>

#define PLAIN_BLOCK 64 /* bytes that are looked at together */
#define SEEN_MAX 8     /* different characters that one text is told of */
#define SHOWN_MAX 60   /* bytes of a word in a message, at either side */
#define STAND_IN '?'   /* U+FFFD would be found again */
#define BYTE_ORDER_MARK 0xFEFFU
#define LOST 0xFFFDU
#define OBJECT 0xFFFCU
#define SYMBOL_BULLET 0xF0B7U /* as Word pastes them */
#define WINGDINGS_BULLET 0xF0A7U

/* --- what needs no second look --- */

static bool is_plain_byte(unsigned char c)
{
    return ((c >= ' ') & (c < 0x7F)) | (c == '\n') | (c == '\r') | (c == '\t');
}

/* Without a branch, so that compilers look at many bytes at once. */
static bool is_plain_block(const char *bytes)
{
    unsigned char odd = 0;

    for (size_t i = 0; i < PLAIN_BLOCK; i++)
        odd |= (unsigned char)!is_plain_byte((unsigned char)bytes[i]);
    return odd == 0;
}

/* The same without ends of lines and tabs. What is beyond ASCII is below a
   space, too, as a signed number. */
static bool is_line_block(const char *bytes)
{
    unsigned char odd = 0;

    for (size_t i = 0; i < PLAIN_BLOCK; i++) {
        const signed char c = (signed char)bytes[i];

        odd |= (unsigned char)((c < ' ') | (c == 0x7F));
    }
    return odd == 0;
}

/* The same of a short text. Eight bytes at a time: of none is the first bit
   set, none is below a space, none is DEL. */
static bool is_plain_word(const char *bytes)
{
    const uint64_t ones = UINT64_C(0x0101010101010101);
    const uint64_t high = ones << 7;
    uint64_t w;

    memcpy(&w, bytes, sizeof(w));
    return ((w | (w - ones * 0x20) | ((w ^ (ones * 0x7F)) - ones)) & high) == 0;
}

size_t text_one_line(struct str text)
{
    size_t i = 0;

    while (text.len - i >= PLAIN_BLOCK && is_line_block(text.ptr + i))
        i += PLAIN_BLOCK;
    while (text.len - i >= sizeof(uint64_t) && is_plain_word(text.ptr + i))
        i += sizeof(uint64_t);
    while (i < text.len && text.ptr[i] >= ' ' && text.ptr[i] < 0x7F)
        i++;
    return i;
}

bool text_is_plain(struct str text)
{
    size_t i = 0;

    for (; text.len - i >= PLAIN_BLOCK; i += PLAIN_BLOCK) {
        if (!is_line_block(text.ptr + i) && !is_plain_block(text.ptr + i))
            return false;
    }
    for (;;) {
        i += text_one_line(str_from(text, i));
        if (i == text.len)
            return true;
        if (!is_plain_byte((unsigned char)text.ptr[i++]))
            return false;
    }
}

/* --- characters that no report can hold --- */

enum fault {
    FAULT_NONE,
    FAULT_CONTROL,
    FAULT_DIRECTION,
    FAULT_LOST,
    FAULT_OBJECT,
    FAULT_PRIVATE,
    FAULT_NO_CHARACTER,
    FAULT_UNSEEN,
};

static const struct {
    const char *what;
    const char *hint;
} faults[] = {
    [FAULT_CONTROL] = {"is a control character", "remove it"},
    [FAULT_DIRECTION] = {"turns the direction of the text around it",
                         "remove it: right-to-left words are put in order "
                         "without it"},
    [FAULT_LOST] = {"stands for a character that was lost in a conversion",
                    "type the character that is meant"},
    [FAULT_OBJECT] = {"stands for a picture or another object that was not "
                      "copied with the text",
                      "remove it"},
    [FAULT_PRIVATE] = {"has a meaning in a font of its own alone",
                       "type the character that is meant; a bullet before an "
                       "item of a list is not needed"},
    [FAULT_NO_CHARACTER] = {"is no character", "remove it"},
    [FAULT_UNSEEN] = {"cannot be seen", "remove it"},
};

/* Unseen, and of use: soft hyphen, joiners, zero width spaces, the marks that
   stand for a letter of one direction, signs of mathematics. */
static bool is_useful(uint32_t c)
{
    return c == 0xAD || c == 0x34F || c == 0x61C || c == 0x180E ||
           (c >= 0x200B && c <= 0x200F) || (c >= 0x2060 && c <= 0x2064) ||
           c == BYTE_ORDER_MARK;
}

static enum fault fault_of(uint32_t c)
{
    if (c == '\n' || c == '\r' || c == '\t')
        return FAULT_NONE;
    if (c < ' ' || (c >= 0x7F && c < 0xA0))
        return FAULT_CONTROL;
    if (c < 0x300 || is_useful(c))
        return FAULT_NONE;
    if ((c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x206F))
        return FAULT_DIRECTION;
    if (c == LOST || c == UTF8_BAD)
        return FAULT_LOST;
    if (c == SYMBOL_BULLET || c == WINGDINGS_BULLET)
        return FAULT_NONE;
    if (c == OBJECT)
        return FAULT_OBJECT;
    if ((c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF))
        return FAULT_NO_CHARACTER;
    switch (utf8proc_category((int32_t)c)) {
    case UTF8PROC_CATEGORY_CO: return FAULT_PRIVATE;
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_CN:
        return utf8proc_get_property((int32_t)c)->ignorable ? FAULT_UNSEEN
                                                            : FAULT_NONE;
    default: return FAULT_NONE;
    }
}

/* --- findings --- */

/* Byte AT of a text, for which a message is made. */
struct spot_in_text {
    struct str text;
    size_t byte;
    struct place at; /* of the text */
    struct findings *findings;
};

static struct place place_of(const struct spot_in_text *s)
{
    return source_advance(s->at, s->text, s->byte);
}

/* Names of what stands in Windows-1252 from 0x80 to 0x9F. */
static const char *const windows_names[32] = {
    [0x00] = "a euro sign",
    [0x05] = "three dots",
    [0x11] = "a left single quotation mark",
    [0x12] = "a right single quotation mark",
    [0x13] = "a left double quotation mark",
    [0x14] = "a right double quotation mark",
    [0x15] = "a bullet",
    [0x16] = "an en dash",
    [0x17] = "an em dash",
    [0x19] = "a trade mark sign",
};

/* What is lost in a conversion or was mistaken in one is so all through. */
static bool is_said(const struct spot_in_text *s, const char *hint)
{
    return finding_again(s->findings, FINDING_BAD_CHARACTER, place_of(s), hint);
}

/* C, which was a byte of Windows-1252: MEANT. */
static void report_windows(const struct spot_in_text *s, uint32_t c,
                           uint32_t meant)
{
    const char *name = windows_names[c - 0x80];
    char bytes[5] = "";
    char hint[64];
    struct buf b;

    buf_init(&b, sizeof(bytes));
    utf8_put(&b, meant);
    if (buf_status(&b) == ST_OK)
        memcpy(bytes, b.ptr, b.len);
    buf_free(&b);
    (void)snprintf(hint, sizeof(hint),
                   "type %s, or export the text again as UTF-8", bytes);
    if (is_said(s, hint))
        return;
    finding(s->findings, FINDING_BAD_CHARACTER, place_of(s),
            "U+%04X is a control character; in Windows-1252 it is %s%s%s%s",
            (unsigned)c, name == NULL ? "" : name, name == NULL ? "" : " (",
            bytes, name == NULL ? "" : ")");
    finding_hint(s->findings, "%s", hint);
}

static void report_fault(const struct spot_in_text *s, uint32_t c,
                         enum fault fault)
{
    const uint32_t meant =
        c >= 0x80 && c < 0xA0
            ? charset_character(&charsets[CHARSET_WINDOWS_1252],
                                (unsigned char)c)
            : 0;

    if (meant != 0) {
        report_windows(s, c, meant);
        return;
    }
    if (fault == FAULT_LOST && is_said(s, faults[fault].hint))
        return;
    finding(s->findings, FINDING_BAD_CHARACTER, place_of(s), "U+%04X %s",
            c == UTF8_BAD ? LOST : (unsigned)c, faults[fault].what);
    finding_hint(s->findings, "%s", faults[fault].hint);
}

static bool is_among(const uint32_t *seen, size_t n, uint32_t c)
{
    for (size_t i = 0; i < n; i++) {
        if (seen[i] == c)
            return true;
    }
    return false;
}

/* Each character that no report can hold is reported once. */
static void find_faults(struct str text, struct place at,
                        struct findings *findings)
{
    uint32_t seen[SEEN_MAX];
    size_t nseen = 0;
    struct str rest = text;

    while (rest.len > 0) {
        const size_t byte = text.len - rest.len;
        const uint32_t c = utf8_next(&rest);
        const enum fault fault = fault_of(c);

        if (fault == FAULT_NONE || nseen == SEEN_MAX ||
            is_among(seen, nseen, c))
            continue;
        seen[nseen++] = c;
        report_fault(&(struct spot_in_text){text, byte, at, findings}, c,
                     fault);
    }
}

static bool is_space_at(struct str text, size_t i)
{
    struct str rest = str_from(text, i);

    return utf8_is_space(utf8_next(&rest));
}

static bool is_inside(struct str text, size_t i)
{
    return i < text.len && utf8_continues(text.ptr[i]);
}

/* The word of TEXT that byte I is in. */
static struct str word_around(struct str text, size_t i)
{
    size_t from = i;
    size_t to = i;

    while (from > 0 && i - from < SHOWN_MAX) {
        size_t before = from - 1;

        while (before > 0 && is_inside(text, before))
            before--;
        if (text.ptr[before] == ' ' || text.ptr[before] == '\n')
            break;
        from = before;
    }
    while (to < text.len && to - i < SHOWN_MAX && !is_space_at(text, to)) {
        do
            to++;
        while (is_inside(text, to));
    }
    return str_from(str_to(text, to), from);
}

/* The first word of the source that is mangled: what is, is so all through. */
static void find_mangled(struct arena *arena, struct str text, struct place at,
                         struct findings *findings)
{
    static const char unknown[] = "type what is meant";
    static const char known[] = "type that, or export the text again as UTF-8 "
                                "where it is still right";
    const size_t byte = mangled_find(text);
    struct spot_in_text spot = {text, byte, at, findings};
    const char *hint;
    struct str word;
    struct buf meant;

    if (byte == text.len)
        return;
    word = word_around(text, byte);
    buf_init(&meant, SIZE_MAX);
    hint = mangled_mend(&meant, word) ? known : unknown;
    if (buf_status(&meant) != ST_OK) {
        arena_fail(arena, buf_status(&meant));
    } else if (!finding_again(findings, FINDING_MANGLED_TEXT, place_of(&spot),
                              hint)) {
        if (hint == known)
            finding(findings, FINDING_MANGLED_TEXT, place_of(&spot),
                    "`%.*s` was mangled in a conversion: `%.*s` was meant",
                    STR_ARG(word), STR_ARG(buf_view(&meant)));
        else
            finding(findings, FINDING_MANGLED_TEXT, place_of(&spot),
                    "`%.*s` was mangled in a conversion, and a character was "
                    "lost",
                    STR_ARG(word));
        finding_hint(findings, "%s", hint);
    }
    buf_free(&meant);
}

void text_in_entities(struct str text, struct place at,
                      struct findings *findings)
{
    for (size_t i = str_find_char(text, '&'); i < text.len;
         i += 1 + str_find_char(str_from(text, i + 1), '&')) {
        const struct str rest = str_to(str_from(text, i), ENTITY_MAX);
        const struct str reference = str_to(rest, str_find_char(rest, ';') + 1);

        if (entity_character(reference) == 0)
            continue;
        finding(findings, FINDING_HTML_ENTITY, source_advance(at, text, i),
                "`%.*s` stands here letter by letter, and will be printed so",
                STR_ARG(reference));
        finding_hint(findings, "type the character itself");
        return;
    }
}

/* --- the text itself --- */

static void put(struct buf *out, uint32_t c, enum text_breaks breaks)
{
    static const uint32_t becomes[] = {
        [TEXT_BREAK_KEPT] = TEXT_BREAK,
        [TEXT_BREAK_LINE] = '\n',
        [TEXT_BREAK_SPACE] = ' ',
    };

    if (c == TEXT_BREAK || c == TEXT_BREAK + 1)
        utf8_put(out, becomes[breaks]);
    else if (c == SYMBOL_BULLET || c == WINGDINGS_BULLET)
        utf8_put(out, c == SYMBOL_BULLET ? 0x2022 : 0x25AA);
    else if (fault_of(c) != FAULT_NONE)
        buf_char(out, STAND_IN);
    else if (c != BYTE_ORDER_MARK)
        utf8_put(out, c);
}

/* A character alone between those of ASCII that is as it should be: £, é, a
   dash, a quotation mark. Most texts have no other, and no two together: what
   is mangled has. */
bool text_is_ordinary(struct str text)
{
    while (text.len > 0) {
        const unsigned char byte = (unsigned char)text.ptr[0];
        const uint32_t c = utf8_next(&text);

        if (byte < 0x80 ? is_plain_byte(byte)
                        : ((c >= 0xA0 && c < 0x300) ||
                           (c >= 0x2010 && c <= 0x2027) || c == 0x20AC) &&
                              (text.len == 0 ||
                               is_plain_byte((unsigned char)text.ptr[0])))
            continue;
        return false;
    }
    return true;
}

static struct str cleaned(struct arena *arena, struct str text,
                          enum text_breaks breaks)
{
    struct str made = text;
    struct buf clean;
    struct buf composed;

    buf_init(&clean, arena->limit);
    buf_init(&composed, arena->limit);
    for (struct str rest = text; rest.len > 0;)
        put(&clean, utf8_next(&rest), breaks);
    compose(&composed, buf_view(&clean));
    if (buf_status(&clean) != ST_OK)
        arena_fail(arena, buf_status(&clean));
    else if (buf_status(&composed) != ST_OK)
        arena_fail(arena, buf_status(&composed));
    else if (!str_eq(buf_view(&composed), text))
        made = arena_str(arena, buf_view(&composed));
    buf_free(&composed);
    buf_free(&clean);
    return made;
}

struct str text_in(struct arena *arena, struct str text, struct place at,
                   enum text_breaks breaks, struct findings *findings)
{
    if (text_is_plain(text) || text_is_ordinary(text))
        return text;
    find_faults(text, at, findings);
    find_mangled(arena, text, at, findings);
    return cleaned(arena, text, breaks);
}
