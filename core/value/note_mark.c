#include "core/value/note_mark.h"
#include "core/base/ascii.h"
#include "core/base/utf8.h"

#define INSIDE_MAX 24 /* bytes between brackets */
#define DIGITS_MAX 2
#define ROMAN_MAX 4
#define RUN_MAX 4 /* characters: ****, ¹²³⁴ */

#define SUPERSCRIPT_TWO 0xB2
#define SUPERSCRIPT_THREE 0xB3

/* The character that a raised one stands for; 0: C is not raised. */
static uint32_t lowered_mark(uint32_t c)
{
    switch (c) {
    case SUPERSCRIPT_TWO: return '2';
    case SUPERSCRIPT_THREE: return '3';
    case 0xB9: return '1';
    case 0x207D: return '(';
    case 0x207E: return ')';
    case 0x1D43: return 'a';
    case 0x1D47: return 'b';
    case 0x1D9C: return 'c';
    case 0x1D48: return 'd';
    case 0x1D49: return 'e';
    default: break;
    }
    return c == 0x2070 || (c >= 0x2074 && c <= 0x2079) ? c - 0x2070 + '0' : 0;
}

static bool is_sign(uint32_t c)
{
    return c == '*' || c == 0x2020 || c == 0x2021 || c == 0xA7 || c == 0xB6;
}

/* The last character of S, which is cut off it. */
static uint32_t cut_last_mark(struct str *s)
{
    struct str last;

    last.len = 1;
    while (last.len < s->len && last.len < 4 &&
           utf8_continues(s->ptr[s->len - last.len]))
        last.len++;
    last.ptr = s->ptr + s->len - last.len;
    s->len -= last.len;
    return utf8_next(&last);
}

/* A number or letter, or i to xviii. */
static bool is_mark_key(struct str s)
{
    size_t digits = 0;
    size_t roman = 0;

    for (size_t i = 0; i < s.len; i++) {
        digits += is_digit(s.ptr[i]);
        roman += s.ptr[i] == 'i' || s.ptr[i] == 'v' || s.ptr[i] == 'x';
    }
    if (s.len == 1 && is_ascii_letter(s.ptr[0]))
        return true;
    return s.len > 0 && ((digits == s.len && s.len <= DIGITS_MAX) ||
                         (roman == s.len && s.len <= ROMAN_MAX));
}

static bool is_mark_signs(struct str s)
{
    bool any = false;

    while (s.len > 0) {
        const uint32_t c = utf8_next(&s);

        if (!is_sign(c) && lowered_mark(c) == 0)
            return false;
        any = true;
    }
    return any;
}

bool note_mark_next_key(struct str *keys, struct str *key)
{
    while (keys->len > 0) {
        *key = str_trim(str_cut(keys, ','));
        if (key->len > 0)
            return true;
    }
    return false;
}

static bool are_mark_keys(struct str keys)
{
    struct str key;
    bool any = false;

    while (note_mark_next_key(&keys, &key)) {
        if (!is_mark_key(key) && !is_mark_signs(key))
            return false;
        any = true;
    }
    return any;
}

/* Cuts the word for a note off S, and the space behind it. */
static bool cut_word(struct str *s, const struct wording *w)
{
    struct str rest = *s;
    const struct str word = str_cut_word(&rest);

    if (rest.len == 0 || !wording_has(w, WORD_NOTE_NAME, word))
        return false;
    *s = rest;
    return true;
}

/* What stands between brackets. */
static bool read_inside(struct str inside, const struct wording *w,
                        struct note_mark *mark)
{
    mark->keys = str_trim(inside);
    mark->form = NOTE_MARK_WORD;
    return cut_word(&mark->keys, w) && are_mark_keys(mark->keys);
}

static size_t cut_brackets(struct str text, const struct wording *w,
                           struct note_mark *mark)
{
    const char close = text.ptr[text.len - 1];
    const char open = close == ')' ? '(' : '[';
    size_t at = text.len - 1;

    if (close != ')' && close != ']')
        return text.len;
    while (at > 0 && text.len - at < INSIDE_MAX && text.ptr[at] != open)
        at--;
    if (text.ptr[at] != open ||
        !read_inside(str_to(str_from(text, at + 1), text.len - at - 2), w,
                     mark))
        return text.len;
    return at;
}

/* A run at the end of TEXT of raised characters, or of one sign. */
static size_t cut_run(struct str text, struct note_mark *mark)
{
    struct str rest = text;
    const uint32_t last = cut_last_mark(&rest);
    const bool raised = lowered_mark(last) != 0;
    size_t at = rest.len;
    size_t n = 1;

    if (!raised && !is_sign(last))
        return text.len;
    while (rest.len > 0) {
        const uint32_t c = cut_last_mark(&rest);

        if (raised ? lowered_mark(c) == 0 : c != last)
            break;
        at = rest.len;
        n++;
    }
    mark->keys = str_from(text, at);
    mark->form = raised ? NOTE_MARK_RAISED : NOTE_MARK_SIGN;
    return n > RUN_MAX ? text.len : at;
}

/* The raised 2 or 3 of m², km³: behind a word of one or two small letters. */
static bool is_power(struct str before, struct str run)
{
    const uint32_t c = utf8_next(&run);
    size_t n = 0;

    if (run.len > 0 || (c != SUPERSCRIPT_TWO && c != SUPERSCRIPT_THREE))
        return false;
    while (n < before.len && n < 3 && before.ptr[before.len - 1 - n] >= 'a' &&
           before.ptr[before.len - 1 - n] <= 'z')
        n++;
    return (n == 1 || n == 2) &&
           (n == before.len ||
            !is_ascii_letter(before.ptr[before.len - 1 - n]));
}

/* The stars behind words that have as many before them: **as in Markdown**. */
static bool is_emphasis(struct str before, struct str run)
{
    const size_t at = str_find(before, run);

    return at + run.len < before.len && before.ptr[at + run.len] != ' ' &&
           (at == 0 || before.ptr[at - 1] == ' ');
}

bool note_mark_cut(struct str text, const struct wording *w, struct str *before,
                   struct note_mark *mark)
{
    const char last = text.len > 0 ? text.ptr[text.len - 1] : ' ';
    size_t at;

    if (is_ascii_letter(last) || is_digit(last) || text.len == 0)
        return false; /* as most end */
    at = cut_brackets(text, w, mark);
    if (at == text.len)
        at = cut_run(text, mark);
    if (at == text.len ||
        (mark->form == NOTE_MARK_RAISED &&
         is_power(str_to(text, at), str_from(text, at))) ||
        (mark->form == NOTE_MARK_SIGN &&
         is_emphasis(str_to(text, at), str_from(text, at))))
        return false;
    mark->text = str_from(text, at);
    *before = str_trim(str_to(text, at));
    while (before->len > 0 && before->ptr[before->len - 1] == ',')
        *before = str_trim(str_to(*before, before->len - 1));
    return before->len > 0;
}

bool note_mark_may_be_power(struct str before, const struct note_mark *mark)
{
    const char last = before.len > 0 ? before.ptr[before.len - 1] : ' ';
    struct str raised = mark->text;
    const uint32_t first = lowered_mark(utf8_next(&raised));

    return before.ptr + before.len == mark->text.ptr &&
           is_digit_character(first) && (is_digit(last) || last == ')');
}

/* Brackets at the beginning of TEXT; 0: none that hold a mark. */
static size_t begin_brackets(struct str text, const struct wording *w,
                             struct note_mark *mark)
{
    const char close = text.ptr[0] == '(' ? ')' : ']';
    const size_t end = str_find_char(text, close);

    if ((text.ptr[0] != '(' && text.ptr[0] != '[') || end == text.len ||
        end > INSIDE_MAX ||
        !read_inside(str_to(str_from(text, 1), end - 1), w, mark))
        return 0;
    return end + 1;
}

static size_t begin_run(struct str text, struct note_mark *mark)
{
    struct str rest = text;
    const uint32_t first = utf8_next(&rest);
    const bool raised = lowered_mark(first) != 0;
    size_t end = text.len - rest.len;
    size_t n = 1;

    if (!raised && !is_sign(first))
        return 0;
    while (rest.len > 0) {
        const uint32_t c = utf8_next(&rest);

        if (raised ? lowered_mark(c) == 0 : c != first)
            break;
        end = text.len - rest.len;
        n++;
    }
    mark->keys = str_to(text, end);
    mark->form = raised ? NOTE_MARK_RAISED : NOTE_MARK_SIGN;
    return n > RUN_MAX ? 0 : end;
}

/* Behind the word for a note. */
static size_t begin_number(struct str text, struct note_mark *mark)
{
    size_t n = 0;
    char after;

    while (n < text.len &&
           (is_digit(text.ptr[n]) || is_ascii_letter(text.ptr[n])))
        n++;
    mark->keys = str_to(text, n);
    after = n < text.len ? text.ptr[n] : ' ';
    if (!is_mark_key(mark->keys))
        return 0;
    mark->form = NOTE_MARK_WORD;
    if (after != ')' && after != '.' && after != ':' && after != '-' &&
        !(is_digit(text.ptr[0]) && after == ' '))
        return 0;
    if (after != ' ' && n + 1 < text.len && text.ptr[n + 1] != ' ')
        return 0; /* 1.5% */
    return after == ' ' ? n : n + 1;
}

bool note_mark_begin(struct str text, const struct wording *w,
                     struct note_mark *mark)
{
    struct str rest = text;
    size_t end = 0;

    if (text.len == 0)
        return false;
    end = begin_brackets(text, w, mark);
    if (end == 0)
        end = begin_run(text, mark);
    if (end == 0 && cut_word(&rest, w)) {
        const size_t n = begin_number(rest, mark);

        end = n == 0 ? 0 : (size_t)(rest.ptr - text.ptr) + n;
    }
    mark->text = str_to(text, end);
    return end > 0;
}

bool note_mark_alone(struct str *text, const struct wording *w,
                     struct note_mark *mark)
{
    const struct str s = str_trim(*text);
    size_t end = s.len == 0 ? 0 : begin_brackets(s, w, mark);

    if (end == 0 && s.len > 0)
        end = begin_run(s, mark);
    if (end == 0)
        return false;
    mark->text = str_to(s, end);
    *text = str_trim(str_from(s, end));
    while (text->len > 0 && (text->ptr[0] == ',' || text->ptr[0] == ';'))
        *text = str_trim(str_from(*text, 1));
    return true;
}

/* The next character of a key, small and not raised; brackets that are raised
   are left out. 0: none is left. */
static uint32_t next_of_mark_key(struct str *s)
{
    while (s->len > 0) {
        uint32_t c = utf8_next(s);

        if (lowered_mark(c) != 0)
            c = lowered_mark(c);
        if (c == '(' || c == ')')
            continue;
        return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
    }
    return 0;
}

bool note_mark_same_key(struct str a, struct str b)
{
    uint32_t c;

    do {
        c = next_of_mark_key(&a);
        if (c != next_of_mark_key(&b))
            return false;
    } while (c != 0);
    return true;
}
