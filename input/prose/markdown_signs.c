#include "core/base/ascii.h"
#include "input/prose/markdown_formula.h"
#include "input/prose/markdown_parts.h"

#define RAISED_MAX 12 /* bytes between two ^ */
#define NAME_MAX_LEN 40
#define SKIP_MAX 8000 /* bytes of code and the like */

void markdown_say(struct markdown *r, const char *p, const char *what,
                  struct str shown, const char *hint)
{
    finding(r->prose.findings, FINDING_BAD_ELEMENT, markdown_place_ahead(r, p),
            "%s (`%.*s`) is not taken in prose", what, STR_ARG(shown));
    finding_hint(r->prose.findings, "%s", hint);
}

/* --- each at byte AT of LINE: its length; 0: it is not there --- */

/* ^2^ */
static size_t raised_length(struct str line, size_t at)
{
    size_t n = 1;

    if (line.ptr[at] != '^')
        return 0;
    while (at + n < line.len && n <= RAISED_MAX && line.ptr[at + n] != '^' &&
           line.ptr[at + n] != ' ')
        n++;
    return n > 1 && behind(line, at + n) == '^' ? n + 1 : 0;
}

/* ^[a note] */
static size_t inner_note_length(struct str line, size_t at)
{
    return str_starts(str_from(line, at), STR_LIT("^[")) ? 2 : 0;
}

/* :tada:, :+1: */
static size_t emoji_length(struct str line, size_t at)
{
    size_t n = 1;
    bool letters = false;

    if (line.ptr[at] != ':' || before(line, at) != ' ')
        return 0;
    if (str_starts(str_from(line, at), STR_LIT(":+1:")) ||
        str_starts(str_from(line, at), STR_LIT(":-1:")))
        return 4;
    while (at + n < line.len && n < NAME_MAX_LEN &&
           (is_ascii_letter(line.ptr[at + n]) || is_digit(line.ptr[at + n]) ||
            line.ptr[at + n] == '_')) {
        letters = letters || is_ascii_letter(line.ptr[at + n]);
        n++;
    }
    return letters && n >= 3 && at + n < line.len && line.ptr[at + n] == ':' &&
                   behind(line, at + n + 1) == ' '
               ? n + 1
               : 0;
}

/* ==words== or ++words++, close about them and apart from others: so
   `a == b` and `C++` are none. */
static size_t pair_length(struct str line, size_t at, char sign)
{
    const size_t end = line.len - at < SPAN_MAX ? line.len : at + SPAN_MAX;

    if (line.ptr[at] != sign || behind(line, at + 1) != sign ||
        is_word(before(line, at)) || before(line, at) == sign ||
        !is_word(behind(line, at + 2)))
        return 0;
    for (size_t i = at + 3; i + 1 < end; i++) {
        if (line.ptr[i] == sign && line.ptr[i + 1] == sign)
            return is_word(behind(line, i + 2)) || before(line, i) == ' ' ||
                           behind(line, i + 2) == sign
                       ? 0
                       : i + 2 - at;
    }
    return 0;
}

static size_t marked_length(struct str line, size_t at)
{
    return pair_length(line, at, '=');
}

static size_t inserted_length(struct str line, size_t at)
{
    return pair_length(line, at, '+');
}

/* ||words|| */
static size_t hidden_length(struct str line, size_t at)
{
    return pair_length(line, at, '|');
}

/* >!words!< */
static size_t covered_length(struct str line, size_t at)
{
    const struct str rest = str_to(str_from(line, at), SPAN_MAX);
    size_t end;

    if (!str_starts(rest, STR_LIT(">!")))
        return 0;
    end = str_find(rest, STR_LIT("!<"));
    return end < rest.len ? end + 2 : 0;
}

/* %%words%%, and `%% words %%`, which `5%% of` is not */
static size_t remark_length(struct str line, size_t at)
{
    const struct str rest = str_to(str_from(line, at), SPAN_MAX);
    size_t end;

    if (!str_starts(rest, STR_LIT("%% ")) || before(line, at) != ' ')
        return pair_length(line, at, '%');
    end = 2 + str_find(str_from(rest, 2), STR_LIT(" %%"));
    return end < rest.len ? end + 3 : 0;
}

/* Of {: .class}, {:#id}, {:toc} and {: width="50%"} what is INSIDE. */
static bool is_colon_list(struct str inside)
{
    const struct str list = str_trim(str_from(inside, 1));

    if (!str_starts(inside, STR_LIT(":")) || list.len < 2)
        return false;
    if (list.ptr[0] == '.' || list.ptr[0] == '#')
        return is_ascii_letter(list.ptr[1]);
    return is_ascii_letter(list.ptr[0]) &&
           (str_find_char(list, '=') < list.len || inside.ptr[1] != ' ');
}

/* {#id}, {.class}, {=html}, { .class }, {: .class}; {width=50%} behind a link
   or a picture */
static size_t attributes_length(struct str line, size_t at)
{
    const char first = behind(line, at + 1);
    const struct str rest = str_to(str_from(line, at), SPAN_MAX);
    const size_t end = str_find_char(rest, '}');
    const struct str inside = str_from(str_to(rest, end), 1);
    const struct str name = str_trim(inside);
    const bool named = is_colon_list(inside) ||
                       ((str_starts(name, STR_LIT("#")) ||
                         str_starts(name, STR_LIT(".")) || first == '=') &&
                        is_ascii_letter(behind(name, 1)));
    const bool close = before(line, at) == ']' || before(line, at) == ')';

    if (line.ptr[at] != '{' || first == '{' || end == rest.len)
        return 0;
    return named || (close && is_ascii_letter(first) &&
                     str_find_char(inside, '=') < inside.len)
               ? end + 1
               : 0;
}

/* {++added++}, {--deleted--}, {~~one~>other~~}, {>>remark<<} */
static size_t change_length(struct str line, size_t at)
{
    const struct str rest = str_from(line, at);

    return str_starts(rest, STR_LIT("{++")) ||
                   str_starts(rest, STR_LIT("{--")) ||
                   str_starts(rest, STR_LIT("{~~")) ||
                   str_starts(rest, STR_LIT("{>>")) ||
                   str_starts(rest, STR_LIT("{=="))
               ? 3
               : 0;
}

/* [@smith2020], [-@smith2020] */
static size_t citation_length(struct str line, size_t at)
{
    const struct str rest = str_from(line, at);
    const size_t sign = str_starts(rest, STR_LIT("[@"))    ? 2
                        : str_starts(rest, STR_LIT("[-@")) ? 3
                                                           : 0;

    return sign > 0 && is_ascii_letter(behind(rest, sign)) ? sign : 0;
}

/* [[Budget 2026]] of a wiki: words between, and no address behind. A picture's
   sign before it is named by itself. */
static size_t wiki_length(struct str line, size_t at)
{
    const struct str rest = str_to(str_from(line, at), SPAN_MAX);
    bool letters = false;
    size_t n = 2;

    if (!str_starts(rest, STR_LIT("[[")) || before(line, at) == '!')
        return 0;
    for (; n < rest.len && rest.ptr[n] != '[' && rest.ptr[n] != ']'; n++)
        letters = letters || is_ascii_letter(rest.ptr[n]);
    return letters && str_starts(str_from(rest, n), STR_LIT("]]")) &&
                   behind(rest, n + 2) != '(' && behind(rest, n + 2) != '['
               ? n + 2
               : 0;
}

/* {% if x %}, {# remark #}, <%= total %> of programs that fill in templates */
static size_t instruction_length(struct str line, size_t at)
{
    static const struct {
        struct str opening;
        struct str closing;
    } pairs[] = {
        {STR_INIT("{% "), STR_INIT(" %}")},
        {STR_INIT("{# "), STR_INIT(" #}")},
        {STR_INIT("<%"), STR_INIT("%>")},
    };
    const struct str rest = str_to(str_from(line, at), SPAN_MAX);

    for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
        size_t end;

        if (!str_starts(rest, pairs[i].opening))
            continue;
        end = str_find(rest, pairs[i].closing);
        if (end < rest.len &&
            str_find_char(str_from(rest, 1), rest.ptr[0]) >= end)
            return end + pairs[i].closing.len;
    }
    return 0;
}

/* [^a b]: the marks that are some were taken out before, all but those in the
   words of a note. */
static size_t mark_length(struct str line, size_t at)
{
    const struct str rest = str_to(str_from(line, at), SPAN_MAX);
    size_t end;

    if (!str_starts(rest, STR_LIT("[^")))
        return 0;
    end = str_find_char(rest, ']');
    return end > 2 && end < rest.len ? end + 1 : 0;
}

/* A name of wikis alone, of LENGTH at AT, may be any word between brackets,
   `/wards/{code}`: it is theirs in a line of its own, or where it closes
   {color:red}. */
static bool is_macro_alone(struct str line, size_t at, size_t length)
{
    const size_t from = at < SPAN_MAX ? 0 : at - SPAN_MAX;
    struct str above = str_from(str_to(line, at), from);
    const struct str open = str_to(str_from(line, at), length - 1);
    size_t begin = str_find(above, open);

    while (begin < above.len && behind(above, begin + open.len) != ':') {
        above = str_from(above, begin + open.len);
        begin = str_find(above, open);
    }
    return begin < above.len || markdown_words_of(line).len == length;
}

/* {code}, {color:red}, {info:title=Mind} of wikis */
static size_t macro_length(struct str line, size_t at)
{
    static const char *const names[] = {"code",  "noformat", "quote", "panel",
                                        "info",  "note",     "tip",   "warning",
                                        "color", "toc",      "expand"};
    const struct str rest = str_to(str_from(line, at), SPAN_MAX);
    size_t end;
    struct str name;
    struct str options;

    if (rest.ptr[0] != '{')
        return 0;
    end = str_find_char(rest, '}');
    if (end == rest.len)
        return 0;
    options = str_from(str_to(rest, end), 1);
    name = str_cut(&options, ':');
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        if (str_is(name, names[i]))
            return (options.len > 0 && options.ptr[0] != ' ') ||
                           (name.len + 2 == end + 1 &&
                            is_macro_alone(line, at, end + 1))
                       ? end + 1
                       : 0;
    }
    return 0;
}

/* [words|https://...] of wikis */
static size_t barred_link_length(struct str line, size_t at)
{
    const struct str rest = str_to(str_from(line, at), SPAN_MAX);
    size_t end;
    struct str address;

    if (rest.ptr[0] != '[')
        return 0;
    end = str_find_char(rest, ']');
    address = str_from(str_to(rest, end), str_find(rest, STR_LIT("|http")));
    return end < rest.len && (str_starts(address, STR_LIT("|http://")) ||
                              str_starts(address, STR_LIT("|https://")))
               ? end + 1
               : 0;
}

/* \textbf{ */
static size_t command_length(struct str line, size_t at)
{
    size_t n = 1;

    if (line.ptr[at] != '\\')
        return 0;
    while (at + n < line.len && n < NAME_MAX_LEN &&
           is_ascii_letter(line.ptr[at + n]))
        n++;
    return n > 2 && behind(line, at + n) == '{' ? n + 1 : 0;
}

static const struct {
    size_t (*length)(struct str line, size_t at);
    const char *what;
    const char *hint;
} signs[] = {
    {command_length, "a command of TeX", "write **strong** or *emphasis*"},
    {raised_length, "raised text", "a raised figure is a sign of its own: m²"},
    {inner_note_length, "a note inside a line",
     "write [^1] there, and a line `[^1]: ...` below"},
    {emoji_length, "the name of a sign", "write the sign itself"},
    {marked_length, "marked text",
     "write **strong**; signs that stand there are \\=\\="},
    {inserted_length, "inserted text",
     "write the words alone; signs that stand there are \\+\\+"},
    {hidden_length, "hidden text",
     "write the words alone; signs that stand there are \\|\\|"},
    {covered_length, "hidden text",
     "write the words alone; signs that stand there are \\>!"},
    {remark_length, "a remark",
     "take it out, or write <!-- remark -->; signs that stand there are "
     "\\%\\%"},
    {attributes_length, "an attribute",
     "take it out; a bracket that stands there is \\{"},
    {change_length, "a tracked change",
     "write what holds now; a bracket that stands there is \\{"},
    {markdown_formula_length, "a formula",
     "write it as words, or as a picture; a sign of dollars is \\$"},
    {citation_length, "a citation",
     "write a note, [^1]; a bracket that stands there is \\["},
    {wiki_length, "a link of a wiki",
     "write [its words](address); a bracket that stands there is \\["},
    {instruction_length, "an instruction to another program",
     "take it out; a bracket that stands there is \\{, or \\<"},
    {mark_length, "a mark of a note",
     "write [^1] in the text, without spaces, and words of notes without "
     "marks; a bracket that stands there is \\["},
    {macro_length, "an instruction of a wiki",
     "take it out; a bracket that stands there is \\{"},
    {barred_link_length, "a link of a wiki",
     "write [its words](address); a bracket that stands there is \\["},
};

/* --- what is no prose --- */

/* Through CLOSING, where it stands in what follows AT. */
static size_t through(struct str line, size_t at, size_t opening,
                      struct str closing)
{
    const struct str rest = str_to(str_from(line, at + opening), SKIP_MAX);
    const size_t end = str_find(rest, closing);

    return end < rest.len ? opening + end + closing.len : 0;
}

static size_t code_length(struct str line, size_t at)
{
    size_t n = 1;

    while (behind(line, at + n) == '`')
        n++;
    for (size_t i = at + n; i < line.len && i - at < SKIP_MAX; i++) {
        size_t run = 0;

        while (behind(line, i + run) == '`')
            run++;
        if (run == n)
            return i + n - at;
        i += run;
    }
    return n;
}

/* The length of code, an address, an expression or a comment at AT. */
static size_t skipped_length(struct str line, size_t at)
{
    const struct str rest = str_from(line, at);

    if (line.ptr[at] == '`')
        return code_length(line, at);
    if (str_starts(rest, STR_LIT("](")))
        return through(line, at, 2, STR_LIT(")"));
    if (str_starts(rest, STR_LIT("{{")))
        return through(line, at, 2, STR_LIT("}}"));
    if (str_starts(rest, STR_LIT("<!--")))
        return through(line, at, 4, STR_LIT("-->"));
    if (line.ptr[at] == '<' && is_ascii_letter(behind(line, at + 1)))
        return through(line, at, 1, STR_LIT(">"));
    return 0;
}

/* Names the sign at AT: its length. */
static size_t check_sign(struct markdown *r, struct str line, size_t at)
{
    for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++) {
        const size_t length = signs[i].length(line, at);

        if (length == 0)
            continue;
        markdown_say(r, line.ptr + at, signs[i].what,
                     str_to(str_from(line, at), length), signs[i].hint);
        return length;
    }
    return 0;
}

void markdown_check_inside(struct markdown *r, struct str line)
{
    size_t at = 0;

    while (at < line.len) {
        size_t length = skipped_length(line, at);

        /* `||` in a table is a cell that says nothing. */
        if (length == 0 && !(r->in_table && line.ptr[at] == '|'))
            length = check_sign(r, line, at);
        if (length == 0)
            length = line.ptr[at] == '\\' ? 2 : 1;
        at += length;
    }
}
