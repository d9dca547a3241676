#include "input/templates/style_sheet_in.h"
#include "core/base/ascii.h"

#include "core/base/utf8.h"

#include <string.h>

#define BRACKETS_MAX 32

/* A bracket that is open. */
struct bracket {
    char close;
    size_t at;
};

struct style_sheet {
    const struct source *source;
    struct findings *findings;
    struct str text;
    size_t at;
    struct buf out;
    bool spaced;      /* a space stood before what comes next */
    bool at_word;     /* what was put last is the name of an @rule */
    bool holds_rules; /* the @rule that begins */
    bool faulty;
    bool ended; /* after a fault, where the rest cannot be understood */
    struct bracket open[BRACKETS_MAX];
    size_t nopen;
};

/* Those that make nothing of their own appear. */
static const struct at_rule {
    struct str name;
    bool holds_rules;
} at_rules[] = {
    {STR_INIT("@media"), true},     {STR_INIT("@supports"), true},
    {STR_INIT("@container"), true}, {STR_INIT("@layer"), true},
    {STR_INIT("@keyframes"), true}, {STR_INIT("@page"), false},
    {STR_INIT("@property"), false}, {STR_INIT("@counter-style"), false},
};

/* Which load what their text names, as url() does. */
static const char *const loading[] = {"src", "image", "image-set",
                                      "-webkit-image-set"};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static struct place place_of(const struct style_sheet *s, size_t offset)
{
    const struct str before = str_to(s->text, offset);
    struct place at = {s->source, 1, 1};
    size_t line = 0;

    for (size_t i = 0; i < before.len; i++) {
        const bool ends =
            before.ptr[i] == '\n' ||
            (before.ptr[i] == '\r' &&
             (i + 1 == s->text.len || s->text.ptr[i + 1] != '\n'));

        if (ends) {
            at.line++;
            line = i + 1;
        }
    }
    at.column += (uint32_t)utf8_count(str_from(before, line));
    return at;
}

static void fault(struct style_sheet *s, size_t offset, struct str found,
                  const char *why)
{
    s->faulty = true;
    finding(s->findings, FINDING_BAD_STYLE, place_of(s, offset), "`%.*s` %s",
            STR_ARG(found), why);
}

/* The same where nothing behind it can be understood. */
static void last_fault(struct style_sheet *s, size_t offset, size_t len,
                       const char *why)
{
    fault(s, offset, str_to(str_from(s->text, offset), len), why);
    s->ended = true;
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static struct str rest_of(const struct style_sheet *s)
{
    return str_from(s->text, s->at);
}

static bool is_needless(const struct style_sheet *s, char before, char c)
{
    return strchr("{};,>)]", c) != NULL || (s->at_word && c == '(') ||
           strchr("{};,>([:\n", before) != NULL;
}

/* C comes next in the sheet. */
static void put(struct style_sheet *s, char c)
{
    const char before = s->out.len == 0 ? '\n' : s->out.ptr[s->out.len - 1];

    if (s->spaced && !is_needless(s, before, c))
        buf_char(&s->out, ' ');
    while (c == '}' && s->out.len > 0 && s->out.ptr[s->out.len - 1] == ';')
        s->out.len--;
    buf_char(&s->out, c);
    s->spaced = s->at_word = false;
}

/* The same of a word, a character of which at least there is. */
static void put_word(struct style_sheet *s, struct str word)
{
    put(s, word.ptr[0]);
    buf_str(&s->out, str_from(word, 1));
}

/* Where a page would not be XML any more, or its style sheet would end. */
static void refuse_markup(struct style_sheet *s, size_t offset, char c)
{
    const struct str before = buf_view(&s->out);

    if (c == '<' || c == '&') {
        fault(s, offset, (struct str){&c, 1}, "cannot stand in a style sheet");
        finding_hint(s->findings, "in a string, write `\\%X `", (unsigned)c);
    } else if (c == '>' && str_ends(before, STR_LIT("]]"))) {
        fault(s, offset, STR_LIT("]]>"), "cannot stand in a style sheet");
    } else if (((unsigned char)c < ' ' && !is_space(c)) || c == 0x7f) {
        fault(s, offset, STR_LIT("a control character"),
              "cannot stand in a style sheet");
    }
}

static void take_char(struct style_sheet *s)
{
    const char c = s->text.ptr[s->at];

    refuse_markup(s, s->at, c);
    if (c == '\\')
        fault(s, s->at, STR_LIT("\\"),
              "can stand in a string only: write the character itself");
    put(s, c);
    s->at++;
}

static void take_comment(struct style_sheet *s)
{
    const struct str rest = str_from(rest_of(s), 2);
    const size_t end = str_find(rest, STR_LIT("*/"));

    if (end == rest.len) {
        last_fault(s, s->at, 2, "begins a comment that is not closed");
        return;
    }
    s->at += 2 + end + 2;
    s->spaced = true;
}

/* As it is, escapes included. */
static void take_string(struct style_sheet *s)
{
    const size_t begin = s->at;
    const char quote = s->text.ptr[begin];
    char c;

    put(s, quote);
    do {
        s->at++;
        c = s->at < s->text.len ? s->text.ptr[s->at] : '\n';
        if (c == '\n' || c == '\r') {
            last_fault(s, begin, 1, "begins a string that is not closed");
            return;
        }
        refuse_markup(s, s->at, c);
        buf_char(&s->out, c);
        if (c == '\\' && s->at + 1 < s->text.len &&
            !is_space(s->text.ptr[s->at + 1])) {
            s->at++;
            refuse_markup(s, s->at, s->text.ptr[s->at]);
            buf_char(&s->out, s->text.ptr[s->at]);
        }
    } while (c != quote);
    s->at++;
}

static void take_open(struct style_sheet *s)
{
    const char c = s->text.ptr[s->at];

    if (s->nopen == BRACKETS_MAX) {
        last_fault(s, s->at, 1, "is deeper in brackets than a style sheet is");
        return;
    }
    s->open[s->nopen++] = (struct bracket){c == '{'   ? '}'
                                           : c == '(' ? ')'
                                                      : ']',
                                           s->at};
    put(s, c);
    if (c == '{' && s->holds_rules)
        buf_char(&s->out, '\n');
    if (c == '{')
        s->holds_rules = false;
    s->at++;
}

static void take_close(struct style_sheet *s)
{
    const char c = s->text.ptr[s->at];

    if (s->nopen == 0 || s->open[s->nopen - 1].close != c) {
        last_fault(s, s->at, 1, "closes nothing that is open");
        return;
    }
    s->nopen--;
    put(s, c);
    if (c == '}')
        buf_char(&s->out, '\n');
    s->at++;
}

static size_t name_length(struct str s)
{
    size_t n = 0;

    while (n < s.len && is_name_byte(s.ptr[n]))
        n++;
    return n;
}

static bool is_alike(struct str a, const char *b)
{
    return a.len == strlen(b) && str_starts_alike(a, str_of(b));
}

/* An address that is not in quotes, as it is, up to its bracket. */
static void take_bare_address(struct style_sheet *s)
{
    const size_t begin = s->at;

    while (s->at < s->text.len && s->text.ptr[s->at] != ')') {
        const char c = s->text.ptr[s->at];

        if (is_space(c) || c == '"' || c == '\'' || c == '(' || c == '\\') {
            last_fault(s, begin, s->at - begin, "wants quotes around it");
            return;
        }
        refuse_markup(s, s->at, c);
        buf_char(&s->out, c);
        s->at++;
    }
}

/* After url: only what is in the page already. */
static void take_url(struct style_sheet *s)
{
    const size_t begin = s->at;
    struct str address;

    take_open(s);
    while (s->at < s->text.len && is_space(s->text.ptr[s->at]))
        s->at++;
    address = rest_of(s);
    if (address.len > 0 && (address.ptr[0] == '"' || address.ptr[0] == '\''))
        address = str_from(address, 1);
    if (!str_starts_alike(address, STR_LIT("data:"))) {
        fault(s, begin - 3, STR_LIT("url()"),
              "to elsewhere: a page loads nothing");
        finding_hint(s->findings, "a small picture can be a data: address");
    }
    if (!s->ended && s->at < s->text.len && s->text.ptr[s->at] != '"' &&
        s->text.ptr[s->at] != '\'')
        take_bare_address(s);
}

static void take_word(struct style_sheet *s)
{
    const size_t begin = s->at;
    const struct str word = str_to(rest_of(s), name_length(rest_of(s)));
    bool is_function;

    put_word(s, word);
    s->at += word.len;
    is_function = s->at < s->text.len && s->text.ptr[s->at] == '(';
    if (is_function && is_alike(word, "url"))
        take_url(s);
    for (size_t i = 0; is_function && i < COUNT(loading); i++) {
        if (is_alike(word, loading[i]))
            fault(s, begin, word, "loads a picture: a page loads nothing");
    }
}

static const struct at_rule *rule_of(struct str name)
{
    for (size_t i = 0; i < COUNT(at_rules); i++) {
        if (name.len == at_rules[i].name.len &&
            str_starts_alike(name, at_rules[i].name))
            return &at_rules[i];
    }
    return NULL;
}

static void take_at_rule(struct style_sheet *s)
{
    const struct str name =
        str_to(rest_of(s), 1 + name_length(str_from(rest_of(s), 1)));
    const struct at_rule *rule = rule_of(name);
    struct str names[COUNT(at_rules)];

    if (rule == NULL) {
        for (size_t i = 0; i < COUNT(at_rules); i++)
            names[i] = at_rules[i].name;
        fault(s, s->at, name, "cannot stand in a style sheet of a page");
        finding_nearest(s->findings, name, names, COUNT(names));
    }
    put_word(s, name);
    s->at += name.len;
    s->at_word = true;
    s->holds_rules = rule != NULL && rule->holds_rules;
}

static void take_next(struct style_sheet *s)
{
    const char c = s->text.ptr[s->at];

    if (is_space(c)) {
        s->spaced = true;
        s->at++;
    } else if (str_starts(rest_of(s), STR_LIT("/*"))) {
        take_comment(s);
    } else if (c == '"' || c == '\'') {
        take_string(s);
    } else if (c == '@') {
        take_at_rule(s);
    } else if (is_name_byte(c)) {
        take_word(s);
    } else if (c == '{' || c == '(' || c == '[') {
        take_open(s);
    } else if (c == '}' || c == ')' || c == ']') {
        take_close(s);
    } else {
        take_char(s);
    }
}

static void take_all(struct style_sheet *s)
{
    while (s->at < s->text.len && !s->ended)
        take_next(s);
    if (!s->ended && s->nopen > 0)
        last_fault(s, s->open[s->nopen - 1].at, 1, "is not closed");
}

struct str style_sheet_in(struct arena *arena, const struct source *source,
                          struct findings *findings)
{
    struct style_sheet s = {
        .source = source, .findings = findings, .text = source->text};
    struct str rules = {NULL, 0};

    if (s.text.len > STYLE_SHEET_BYTES_MAX) {
        finding(findings, FINDING_LIMIT, place_of(&s, 0),
                "a style sheet has at most %zu KiB",
                STYLE_SHEET_BYTES_MAX / 1024);
        return rules;
    }
    buf_init(&s.out, arena->limit);
    take_all(&s);
    if (buf_status(&s.out) != ST_OK)
        arena_fail(arena, buf_status(&s.out));
    else if (!s.faulty)
        rules = arena_str(arena, buf_view(&s.out));
    buf_free(&s.out);
    return rules;
}
