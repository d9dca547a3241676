#include "input/office/number_format.h"
#include "core/base/utf8.h"

#include <stdlib.h>

/* What stands on one side of the number. */
struct format_words {
    char text[FORMAT_WORDS_MAX];
    size_t len;
};

/* A section while it is read. */
struct section_scan {
    struct str rest;
    struct format_section *section;
    bool has_digits;  /* 0 # ? or General */
    bool has_words;   /* of letters or signs, but for dashes */
    bool has_letters; /* among these */
    bool has_dash;
    bool has_point;
    bool has_days;    /* letters of a date */
    bool has_slash;   /* as it stands, not between quotation marks */
    bool shows_nil;   /* a 0 has a digit, or the room of one */
    bool is_plain;    /* noughts alone so far */
    bool is_fraction; /* # ?/? */
    bool in_exponent; /* E+00: its digits are none of the number's */
    unsigned commas;  /* behind the digit that was met last */
    struct format_words sides[2]; /* before the digits and behind them */
    char before; /* the letter of date or time that was met last */
};

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool cut(struct str *s, struct str word)
{
    if (!str_starts_alike(*s, word))
        return false;
    *s = str_from(*s, word.len);
    return true;
}

static void keep_words(struct section_scan *s, struct str text)
{
    struct format_words *w = &s->sides[s->has_digits || s->has_days ? 1 : 0];

    if (text.len > sizeof(w->text) - w->len) {
        s->section->among = true; /* too many to be read */
        return;
    }
    for (size_t i = 0; i < text.len; i++)
        w->text[w->len++] = text.ptr[i];
}

static struct str words_of(const struct format_words *w)
{
    return (struct str){w->text, w->len};
}

bool number_format_is_currency(uint32_t c)
{
    return c == '$' || c == 0xA3 || c == 0xA5 || c == 0x20AC;
}

static void see_literal(struct section_scan *s, struct str text)
{
    keep_words(s, text);
    while (text.len > 0) {
        const uint32_t c = utf8_next(&text);

        if (c == '-' || c == 0x2010 || c == 0x2011 || c == 0x2012 ||
            c == 0x2013 || c == 0x2014 || c == 0x2212)
            s->has_dash = true;
        else if (!utf8_is_space(c) && !number_format_is_currency(c))
            s->has_words = true;
        s->has_letters |= utf8_is_letter(c);
    }
}

static void set_condition(struct section_scan *s, struct str text)
{
    char number[32];
    size_t len;

    s->section->compared = text.ptr[0];
    text = str_from(text, 1);
    if (text.len > 0 && (text.ptr[0] == '=' || text.ptr[0] == '>')) {
        s->section->compared = s->section->compared == '<' && text.ptr[0] == '='
                                   ? 'l'
                               : s->section->compared == '>' ? 'g'
                                                             : 'n';
        text = str_from(text, 1);
    }
    len = text.len < sizeof(number) - 1 ? text.len : sizeof(number) - 1;
    for (size_t i = 0; i < len; i++)
        number[i] = text.ptr[i];
    number[len] = '\0';
    s->section->bound = strtod(number, NULL);
}

/* [Red], [$£-809], [>=1000], [h]. */
static void read_bracket(struct section_scan *s, struct str inside)
{
    const char c = inside.len > 0 ? lower(inside.ptr[0]) : 0;
    const struct str sign = str_from(inside, 1);
    bool same = inside.len > 0;

    for (size_t i = 1; i < inside.len; i++)
        same &= lower(inside.ptr[i]) == c;
    if (same && (c == 'h' || c == 'm' || c == 's')) {
        s->section->as = SHOWN_DURATION;
        s->section->has_hour |= c == 'h';
        s->section->has_minute |= c == 'm';
        s->section->has_second |= c == 's';
        s->before = c;
    } else if (c == '<' || c == '>' || c == '=')
        set_condition(s, inside);
    else if (inside.len == 5 && str_starts_alike(inside, STR_LIT("white")))
        s->section->white = true;
    else if (c == '$')
        keep_words(s, str_to(sign, str_find_char(sign, '-')));
}

static void read_date_letter(struct section_scan *s, char c)
{
    struct format_section *f = s->section;
    size_t n = 1;
    char next = 0;

    while (s->rest.len > 0 && lower(s->rest.ptr[0]) == c) {
        s->rest = str_from(s->rest, 1);
        n++;
    }
    for (size_t i = 0; c == 'm' && i < s->rest.len && next == 0; i++) {
        const char l = lower(s->rest.ptr[i]);

        next = l == 's' || l == 'y' || l == 'd' || l == 'h' ? l : 0;
    }
    if (f->as != SHOWN_DURATION && f->as != SHOWN_DATE)
        f->as = SHOWN_TIME;
    if (c == 'm' && n < 3 && (s->before == 'h' || next == 's'))
        c = 'n'; /* minutes */
    f->has_year |= c == 'y';
    f->has_month |= c == 'm';
    f->has_day |= c == 'd' && n < 3;
    f->has_weekday |= c == 'd' && n >= 3;
    f->has_hour |= c == 'h';
    f->has_minute |= c == 'n';
    f->has_second |= c == 's';
    if ((c == 'y' || c == 'm' || c == 'd') && f->as == SHOWN_TIME)
        f->as = SHOWN_DATE;
    s->before = c;
    s->has_days = true;
    s->sides[1].len = 0; /* what stands between its letters */
}

/* What was taken for words behind the digits stands among them, but for the
   space that parts thousands and the line of a fraction. */
static void see_among(struct section_scan *s)
{
    struct format_words *behind = &s->sides[1];
    const struct str words = str_trim(words_of(behind));

    s->is_fraction |= s->has_slash && str_is(words, "/");
    s->section->among |= words.len > 0 && !s->is_fraction;
    behind->len = 0;
}

static void read_digit(struct section_scan *s, char c)
{
    if (s->in_exponent)
        return;
    see_among(s);
    s->is_plain &= c == '0' && s->commas == 0;
    s->section->grouped |= s->commas > 0 && !s->has_point;
    s->commas = 0;
    s->has_digits = true;
    s->shows_nil |= c != '#';
    if (s->has_point)
        s->section->decimals++;
    else if (s->section->digits < 20)
        s->section->digits++;
}

static void read_one(struct section_scan *s)
{
    const struct str all = s->rest;
    const uint32_t c = utf8_next(&s->rest);

    if (c == '"') {
        const size_t end = str_find_char(s->rest, '"');

        see_literal(s, str_to(s->rest, end));
        s->rest = str_from(s->rest, end < s->rest.len ? end + 1 : end);
    } else if (c == '\\' && s->rest.len > 0) {
        const struct str next = s->rest;

        (void)utf8_next(&s->rest);
        see_literal(s, str_to(next, next.len - s->rest.len));
    } else if ((c == '_' || c == '*') && s->rest.len > 0) {
        (void)utf8_next(&s->rest);
    } else if (c == '[') {
        const size_t end = str_find_char(s->rest, ']');

        read_bracket(s, str_to(s->rest, end));
        s->rest = str_from(s->rest, end < s->rest.len ? end + 1 : end);
    } else if (c == '0' || c == '#' || c == '?') {
        read_digit(s, (char)c);
    } else if (c == ',') {
        s->commas++;
    } else if (c == '.') {
        if (!s->has_point && s->has_digits) {
            s->section->zeros = (uint8_t)(s->section->zeros + 3 * s->commas);
            s->commas = 0;
        }
        s->has_point = true;
        s->is_plain = false;
    } else if (c == '/') {
        s->has_slash = true;
        see_literal(s, STR_LIT("/"));
    } else if (c == '%') {
        s->section->percent = true;
        s->is_plain = false;
    } else if (c < 0x80 && (lower((char)c) == 'y' || lower((char)c) == 'd' ||
                            lower((char)c) == 'm' || lower((char)c) == 'h' ||
                            lower((char)c) == 's')) {
        read_date_letter(s, lower((char)c));
    } else {
        see_literal(s, str_to(all, all.len - s->rest.len));
    }
}

static void end_section(struct section_scan *s, struct arena *arena)
{
    struct format_section *f = s->section;

    if (s->in_exponent)
        f->decimals = 0; /* it is written in full */
    f->rounds =
        s->has_digits && !f->takes_text && !s->in_exponent && !s->is_fraction;
    f->blank_nil = f->rounds && !s->shows_nil;
    f->before = arena_str(arena, words_of(&s->sides[0]));
    f->after = arena_str(arena, words_of(&s->sides[1]));

    if (s->commas > 0 && s->has_digits && s->commas < 5)
        f->zeros = (uint8_t)(f->zeros + 3 * s->commas);
    f->names_unit = f->zeros > 0 && s->has_letters;
    if (!s->is_plain || f->digits < 2)
        f->digits = 0;
    if (f->as != SHOWN_NUMBER)
        return;
    if (!s->has_digits)
        f->as = s->has_dash && !s->has_words ? SHOWN_DASH : SHOWN_WORDS;
}

static void read_section(struct arena *arena, struct str *code,
                         struct format_section *section)
{
    struct section_scan s = {
        .rest = *code,
        .section = section,
        .is_plain = true,
    };

    *section = (struct format_section){.as = SHOWN_NUMBER};
    while (s.rest.len > 0 && s.rest.ptr[0] != ';') {
        if (cut(&s.rest, STR_LIT("General")) ||
            cut(&s.rest, STR_LIT("Standard"))) {
            s.has_digits = true;
            s.is_plain = false;
            section->takes_text = true;
        } else if (cut(&s.rest, STR_LIT("AM/PM")) ||
                   cut(&s.rest, STR_LIT("A/P"))) {
            section->has_hour = true;
        } else if (cut(&s.rest, STR_LIT("E+")) || cut(&s.rest, STR_LIT("E-"))) {
            s.is_plain = false;
            s.in_exponent = true;
        } else if (s.rest.ptr[0] == '@') {
            s.rest = str_from(s.rest, 1);
            s.has_digits = true; /* a number is shown as it is typed */
            s.is_plain = false;
            section->takes_text = true;
        } else {
            read_one(&s);
        }
    }
    end_section(&s, arena);
    *code = s.rest;
}

void number_format_read(struct arena *arena, struct str code,
                        struct number_format *format)
{
    bool more = true;

    *format = (struct number_format){0};
    while (more && format->nsections < FORMAT_SECTIONS) {
        struct format_section *f = &format->sections[format->nsections++];

        read_section(arena, &code, f);
        if (f->takes_text) {
            format->text = *f;
            format->has_text = true;
        }
        more = code.len > 0;
        code = str_from(code, 1);
    }
    if (!more)
        return;
    read_section(arena, &code, &format->text);
    format->has_text = format->text.takes_text;
    format->hides_text = !format->has_text;
}

struct built_in {
    unsigned first;
    unsigned last;
    const char *code;
};

/* Those that are dates or are shown otherwise than as a plain number. 14 and
   22 are in the order of whoever opens the file, 5 to 8 and 37 to 44 have the
   currency and the brackets of whoever does; 27 to 36 and 50 to 58 are
   dates where East Asia is set. */
static const struct built_in built_in[] = {
    {1, 1, "0"},
    {2, 2, "0.00"},
    {3, 3, "#,##0"},
    {4, 4, "#,##0.00"},
    {5, 6, "#,##0"},
    {7, 8, "#,##0.00"},
    {9, 9, "0%"},
    {10, 10, "0.00%"},
    {14, 14, "d/m/yyyy"},
    {15, 15, "d-mmm-yy"},
    {16, 16, "d-mmm"},
    {17, 17, "mmm-yy"},
    {18, 18, "h:mm AM/PM"},
    {19, 19, "h:mm:ss AM/PM"},
    {20, 20, "h:mm"},
    {21, 21, "h:mm:ss"},
    {22, 22, "d/m/yyyy h:mm"},
    {27, 31, "d/m/yyyy"},
    {32, 35, "h:mm"},
    {36, 36, "d/m/yyyy"},
    {37, 38, "#,##0"},
    {39, 40, "#,##0.00"},
    {41, 42, "#,##0;-#,##0;-"},
    {43, 44, "#,##0.00;-#,##0.00;-??"},
    {45, 45, "mm:ss"},
    {46, 46, "[h]:mm:ss"},
    {47, 47, "mm:ss.0"},
    {50, 58, "d/m/yyyy"},
};

void number_format_built_in(struct arena *arena, unsigned id,
                            struct number_format *format)
{
    const char *code = "General";

    for (size_t i = 0; i < sizeof(built_in) / sizeof(built_in[0]); i++) {
        if (id >= built_in[i].first && id <= built_in[i].last)
            code = built_in[i].code;
    }
    number_format_read(arena, str_of(code), format);
}

static bool meets(const struct format_section *s, double value)
{
    switch (s->compared) {
    case '<': return value < s->bound;
    case '>': return value > s->bound;
    case '=': return value >= s->bound && value <= s->bound;
    case 'l': return value <= s->bound;
    case 'g': return value >= s->bound;
    case 'n': return value < s->bound || value > s->bound;
    default: return true;
    }
}

const struct format_section *number_format_for(const struct number_format *f,
                                               double value)
{
    const struct format_section *s = f->sections;

    if (f->nsections > 1 && (s[0].compared != 0 || s[1].compared != 0)) {
        for (size_t i = 0; i + 1 < f->nsections; i++) {
            if (meets(&s[i], value))
                return &s[i];
        }
        return &s[f->nsections - 1];
    }
    if (value < 0 && f->nsections > 1)
        return &s[1];
    if (!(value < 0) && !(value > 0) && f->nsections > 2)
        return &s[2];
    return &s[0];
}

bool number_format_shows_nothing(const struct number_format *f)
{
    for (size_t i = 0; i < f->nsections; i++) {
        if (f->sections[i].as != SHOWN_WORDS)
            return false;
    }
    return true;
}
