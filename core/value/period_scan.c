#include "core/value/period_scan.h"
#include "core/base/ascii.h"
#include "core/base/utf8.h"

#include <string.h>

_Static_assert(WORD_MAX <= 64, "a token has a bit for each word");

/* Words that say something about time. */
static const enum word time_words[] = {
    WORD_UNDATED, WORD_UNTIL,   WORD_FROM,   WORD_RANGE, WORD_ALSO,
    WORD_WITHIN,  WORD_WEEK_OF, WORD_END_OF, WORD_OR,    WORD_MOVED,
};

/* Bytes of the space at the head of S, or 0. */
static size_t space_length(struct str s)
{
    struct str rest = s;

    return s.len > 0 && utf8_is_space(utf8_next(&rest)) ? s.len - rest.len : 0;
}

static struct str skip_space(struct str s)
{
    for (size_t n = space_length(s); n > 0; n = space_length(s))
        s = str_from(s, n);
    return s;
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* To, but not the beginning of tomorrow or of to-do. */
static bool ends_word(char last, struct str rest)
{
    if (!is_ascii_letter(last) || rest.len == 0)
        return true;
    if (rest.ptr[0] == '-')
        return rest.len == 1 || !is_ascii_letter(rest.ptr[1]);
    return !is_ascii_letter(rest.ptr[0]) && !is_digit(rest.ptr[0]);
}

/* Bytes of TEXT that spell FORM, where any space does for a space; or 0. */
static size_t form_length(struct str text, struct str form)
{
    struct str rest = text;

    for (size_t i = 0; i < form.len; i++) {
        if (form.ptr[i] == ' ') {
            if (space_length(rest) == 0)
                return 0;
            rest = skip_space(rest);
            continue;
        }
        if (rest.len == 0 || lower(rest.ptr[0]) != lower(form.ptr[i]))
            return 0;
        rest = str_from(rest, 1);
    }
    if (form.len == 0 || !ends_word(form.ptr[form.len - 1], rest))
        return 0;
    return text.len - rest.len;
}

/* The longest spelling at the head of *text, which is cut off: all words that
   it may stand for, or 0. */
static uint64_t cut_words(struct str *text, const struct wording *w)
{
    uint64_t words = 0;
    size_t longest = 0;

    for (size_t i = 0; i < sizeof(time_words) / sizeof(*time_words); i++) {
        const struct spellings *s = &w->words[time_words[i]];

        for (size_t k = 0; k < s->count; k++) {
            const size_t n = form_length(*text, s->forms[k]);

            if (n > longest)
                words = 0;
            if (n > 0 && n >= longest) {
                words |= PERIOD_WORD(time_words[i]);
                longest = n;
            }
        }
    }
    *text = str_from(*text, longest);
    return words;
}

/* Past a word that is not known; past 2012/13 and 4.1 as well. */
static struct str skip_other(struct str s)
{
    const bool number = is_digit(s.ptr[0]);

    do {
        s = str_from(s, 1);
        if (s.len == 0 || space_length(s) > 0)
            break;
        if (number && s.len > 1 && strchr("./-", s.ptr[0]) != NULL &&
            is_digit(s.ptr[1]))
            continue;
    } while (is_ascii_letter(s.ptr[0]) || is_digit(s.ptr[0]) ||
             s.ptr[0] == '-' || s.ptr[0] == '\'' ||
             (unsigned char)s.ptr[0] >= 0x80);
    return s;
}

/* In 4.1 the 4 is no day. */
static bool is_decimal(struct date d, struct str rest)
{
    return d.month == 0 && d.year == 0 && rest.len > 1 && rest.ptr[0] == '.' &&
           is_digit(rest.ptr[1]);
}

/* Q3, quarter 3: its number, cut off the head of *text; or 0. */
static unsigned cut_quarter(struct str *text, const struct wording *w)
{
    const struct spellings *names = &w->words[WORD_QUARTER];

    for (size_t i = 0; i < names->count; i++) {
        const struct str name = names->forms[i];
        struct str rest = skip_space(
            str_from(*text, name.len < text->len ? name.len : text->len));

        if (name.len == 0 || name.len >= text->len ||
            !str_same_word(str_to(*text, name.len), name) || rest.len == 0 ||
            rest.ptr[0] < '1' || rest.ptr[0] > '4' ||
            (rest.len > 1 &&
             (is_digit(rest.ptr[1]) || is_ascii_letter(rest.ptr[1]))))
            continue;
        *text = str_from(rest, 1);
        return (unsigned)(rest.ptr[0] - '0');
    }
    return 0;
}

/* Bytes of the word of figures at the head of TEXT. */
static size_t year_length(struct str text)
{
    size_t n = 0;

    while (n < text.len && space_length(str_from(text, n)) == 0 &&
           strchr(",;.()", text.ptr[n]) == NULL)
        n++;
    return n;
}

/* 2026/27: its first year, cut off the head of *text; or 0. */
static int cut_financial_year(struct str *text)
{
    const size_t n = year_length(*text);
    const int year = financial_year_read(str_to(*text, n));

    if (year > 0)
        *text = str_from(*text, n);
    return year;
}

/* The same beside a quarter, where 26/27 is no day and 00/01 may be anything.
 */
static int cut_year_of_quarter(struct str *text)
{
    const size_t n = year_length(*text);
    const struct str word = str_to(*text, n);
    int year = cut_financial_year(text);

    if (year == 0 && str_find_char(word, '/') == 2) {
        year = financial_year_read_short(word);
        year = year > 2000 ? year : 0;
        if (year > 0)
            *text = str_from(*text, n);
    }
    return year;
}

static struct str skip_gap(struct str s)
{
    s = skip_space(s);
    while (s.len > 0 && strchr(",()", s.ptr[0]) != NULL)
        s = skip_space(str_from(s, 1));
    return s;
}

/* Q2 to Q4, Q1 and Q2, Q3/Q4: the last of them, which are cut off the head of
   *text; QUARTER when it stands alone. Those that are not named must not lie
   between two that are listed. */
static unsigned cut_last_quarter(struct str *text, const struct wording *w,
                                 unsigned quarter)
{
    bool more = true;

    while (more) {
        struct str rest = skip_space(*text);
        const uint64_t words = cut_words(&rest, w);
        const bool range = (words & PERIOD_WORD(WORD_RANGE)) != 0;
        const bool list = (words & PERIOD_WORD(WORD_ALSO)) != 0 ||
                          (rest.len > 0 && rest.ptr[0] == ',');
        unsigned next;

        if (words == 0 && list)
            rest = str_from(rest, 1);
        rest = skip_space(rest);
        next = range || list ? cut_quarter(&rest, w) : 0;
        more = next > quarter && (range || next == quarter + 1);
        if (more) {
            quarter = next;
            *text = rest;
        }
    }
    return quarter;
}

/* The first or, with LAST, the last day of a quarter of the year that begins
   in April of YEAR. */
static struct date quarter_day(int year, unsigned quarter, bool last)
{
    struct date d = {(int16_t)(year + (quarter == 4)),
                     (uint8_t)(quarter == 4 ? 1 : 3 * quarter + 1), 1};

    if (last) {
        d.month = (uint8_t)(d.month + 2);
        d.day = date_month_days(d.year, d.month);
    }
    return d;
}

/* Q3 2026/27 or 2026/27 Q3: of a year that begins in April. Of one year alone
   it is not said which quarter is the first. */
static bool cut_quarter_of_year(struct str *text, const struct wording *w,
                                struct period_token *token)
{
    struct str rest = *text;
    int year = cut_financial_year(&rest);
    unsigned quarter;
    unsigned last;

    if (year > 0)
        rest = skip_gap(rest);
    quarter = cut_quarter(&rest, w);
    if (quarter == 0)
        return false;
    last = cut_last_quarter(&rest, w, quarter);
    if (year == 0) {
        rest = skip_gap(rest);
        year = cut_year_of_quarter(&rest);
    }
    if (year == 0)
        return false;
    token->type = TOKEN_DATE;
    token->date = quarter_day(year, quarter, false);
    token->last = quarter_day(year, last, true);
    *text = rest;
    return true;
}

/* 2026/27: from April to March, as councils reckon. */
static bool cut_whole_year(struct str *text, struct period_token *token)
{
    const int year = cut_financial_year(text);

    if (year < 1 || year > 9998)
        return false;
    token->type = TOKEN_DATE;
    token->whole_year = true;
    token->date = (struct date){(int16_t)year, 4, 1};
    token->last = (struct date){(int16_t)(year + 1), 3, 31};
    return true;
}

/* A season at the head of *text, which is cut off: the month that it begins
   with; or 0. */
static unsigned cut_season(struct str *text, const struct wording *w)
{
    for (unsigned i = 0; i < 4; i++) {
        const struct spellings *names = &w->words[WORD_SPRING + i];

        for (size_t k = 0; k < names->count; k++) {
            const size_t n = form_length(*text, names->forms[k]);

            if (n == 0)
                continue;
            *text = str_from(*text, n);
            return 3 * i + 3;
        }
    }
    return 0;
}

/* 2026, and no more: its year, cut off the head of *text; or 0. */
static int cut_year(struct str *text)
{
    int year = 0;

    for (size_t i = 0; i < 4; i++) {
        if (i >= text->len || !is_digit(text->ptr[i]))
            return 0;
        year = 10 * year + (text->ptr[i] - '0');
    }
    if (text->len > 4 &&
        (is_digit(text->ptr[4]) || is_ascii_letter(text->ptr[4]) ||
         strchr("/-", text->ptr[4]) != NULL))
        return 0;
    *text = str_from(*text, 4);
    return year;
}

/* Autumn 2026; winter 2026/27, because of one year alone it is not said which
   of its two winters is meant. */
static bool cut_season_of_year(struct str *text, const struct wording *w,
                               struct period_token *token)
{
    struct str rest = *text;
    const unsigned month = cut_season(&rest, w);
    int year;

    if (month == 0)
        return false;
    rest = skip_gap(rest);
    year = month == 12 ? cut_financial_year(&rest) : cut_year(&rest);
    if (year < 1 || year > 9998)
        return false;
    token->type = TOKEN_DATE;
    token->season = true;
    token->date = (struct date){(int16_t)year, (uint8_t)month, 1};
    token->last = month == 12
                      ? (struct date){(int16_t)(year + 1), 2, 1}
                      : (struct date){(int16_t)year, (uint8_t)(month + 2), 1};
    token->last.day = date_month_days(token->last.year, token->last.month);
    *text = rest;
    return true;
}

/* Spring to autumn 2027, summer/autumn 2027: of a season that borrows its year
   nothing is read, nor of what it is joined to. */
static bool is_season_joined(struct str text, const struct wording *w)
{
    if (cut_season(&text, w) == 0)
        return false;
    text = skip_space(text);
    return (text.len > 0 && strchr(",/-", text.ptr[0]) != NULL) ||
           (cut_words(&text, w) &
            (PERIOD_WORD(WORD_RANGE) | PERIOD_WORD(WORD_ALSO))) != 0;
}

/* What is no time: words, a mark, something that is not known. */
static void cut_other(struct str *text, const struct wording *w,
                      struct period_token *token)
{
    struct str rest = *text;

    token->quarter = cut_quarter(&rest, w) > 0;
    token->words = token->quarter ? 0 : cut_words(text, w);
    if (token->words != 0) {
        token->type = TOKEN_WORDS;
    } else if (is_ascii_letter(text->ptr[0]) || is_digit(text->ptr[0]) ||
               (unsigned char)text->ptr[0] >= 0x80) {
        token->type = TOKEN_OTHER;
        *text = skip_other(*text);
    } else {
        token->type = text->ptr[0] == ',' ? TOKEN_COMMA : TOKEN_STOP;
        *text = str_from(*text, 1);
    }
}

/* Whether what a bare name of a month was cut off is a word between times as
   well: Welsh hyd, until, is short for Hydref, October. */
static bool is_word_too(struct str text, struct str rest,
                        const struct wording *w, const struct date *d)
{
    struct str behind = text;

    return d->year == 0 && d->day == 0 && cut_words(&behind, w) != 0 &&
           behind.len == rest.len;
}

/* BEFORE stands before *TEXT. */
static enum date_form next_token(char before, struct str *text,
                                 const struct wording *w, enum date_order order,
                                 struct period_token *token, unsigned *traits)
{
    struct str rest = *text;
    enum date_form form;

    if (cut_quarter_of_year(text, w, token) ||
        cut_season_of_year(text, w, token) || cut_whole_year(text, token))
        return DATE_OK;
    form = date_cell_scan(before, &rest, order, &token->date, traits);
    if (form == DATE_NOT_A_DATE)
        form = date_scan(&rest, &w->calendar, &token->date);
    if (form != DATE_NOT_A_DATE && !is_decimal(token->date, rest) &&
        !is_word_too(*text, rest, w, &token->date)) {
        token->type = TOKEN_DATE;
        *text = rest;
        return form;
    }
    cut_other(text, w, token);
    return DATE_OK;
}

enum date_form period_scan(struct str text, const struct wording *wording,
                           enum date_order order, struct period_token *tokens,
                           size_t *ntokens, unsigned *traits)
{
    const struct str all = text;
    size_t n = 0;

    *ntokens = 0;
    for (text = skip_space(text); text.len > 0; text = skip_space(text)) {
        struct period_token token = {.type = TOKEN_STOP};
        const bool joined = is_season_joined(text, wording);
        const char before = text.len < all.len ? text.ptr[-1] : ' ';
        const enum date_form form =
            next_token(before, &text, wording, order, &token, traits);

        if (joined && !token.season)
            return DATE_OK;
        if (form != DATE_OK)
            return form;
        /* What is not known counts once, however long it is. */
        if (n > 0 && token.type == tokens[n - 1].type &&
            (token.type == TOKEN_OTHER || token.type == TOKEN_STOP)) {
            tokens[n - 1].quarter |= token.quarter;
            continue;
        }
        if (n + 1 == PERIOD_TOKENS_MAX)
            return DATE_OK;
        tokens[n++] = token;
    }
    tokens[n++] = (struct period_token){.type = TOKEN_STOP};
    *ntokens = n;
    return DATE_OK;
}
