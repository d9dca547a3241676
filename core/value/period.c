#include "core/value/period.h"
#include "core/base/ascii.h"
#include "core/value/period_scan.h"

#include <string.h>

/* Spans that are joined: 7, 14 and 21 March 2018. Each joint is a token. */
#define LIST_MAX (PERIOD_TOKENS_MAX / 2)

/* One span of time as it is written: `from 7 February to 23 March 2018`. */
struct period_span {
    struct date from; /* parts that are not given are 0 */
    struct date to;
    struct date from_last; /* of a quarter; else no date */
    bool has_to;
    bool to_quarter;
    bool until;    /* `by`: it has no beginning */
    bool onwards;  /* `from`, `thereafter`: it has no end */
    bool week;     /* the seven days that begin with from */
    bool end_from; /* the last day of from is meant */
    bool prefixed; /* a known word stands before it */
};

struct period_parser {
    const struct period_token *tokens;
    size_t n;
    size_t at;
};

static bool is_word(const struct period_token *t, enum word word)
{
    return t->type == TOKEN_WORDS && (t->words & PERIOD_WORD(word)) != 0;
}

/* The last token is a stop, so there is one at hand always. */
static const struct period_token *at(const struct period_parser *p)
{
    return &p->tokens[p->at];
}

static bool skip_word(struct period_parser *p, enum word word)
{
    if (!is_word(at(p), word))
        return false;
    p->at++;
    return true;
}

/* A date, or the end of one: `end July 2014`. */
static bool read_date(struct period_parser *p, struct date *date,
                      struct date *last, bool *end)
{
    const size_t start = p->at;

    *end = skip_word(p, WORD_END_OF);
    if (at(p)->type != TOKEN_DATE) {
        p->at = start;
        return false;
    }
    *date = at(p)->date;
    *last = at(p)->last;
    p->at++;
    return true;
}

static bool read_to(struct period_parser *p, struct period_span *span)
{
    const size_t start = p->at;
    struct date last;
    bool end;

    if (skip_word(p, WORD_RANGE) && read_date(p, &span->to, &last, &end)) {
        span->to_quarter = last.year > 0;
        span->to = span->to_quarter ? last : span->to;
        return true;
    }
    p->at = start;
    return false;
}

static bool read_span(struct period_parser *p, struct period_span *span)
{
    const size_t start = p->at;

    *span = (struct period_span){.week = skip_word(p, WORD_WEEK_OF)};
    if (!span->week)
        span->until = skip_word(p, WORD_UNTIL);
    if (!span->week && !span->until)
        span->onwards = skip_word(p, WORD_FROM);
    (void)skip_word(p, WORD_WITHIN);
    if (!read_date(p, &span->from, &span->from_last, &span->end_from)) {
        p->at = start;
        return false;
    }
    span->prefixed = p->at > start + 1;
    if (!span->until && !span->week)
        span->has_to = read_to(p, span);
    if (span->has_to)
        span->onwards = false;
    return true;
}

static bool skip_joiners(struct period_parser *p)
{
    const size_t start = p->at;

    while (at(p)->type == TOKEN_COMMA || is_word(at(p), WORD_ALSO))
        p->at++;
    return p->at > start;
}

/* `onwards`, `and regularly thereafter`, `- ongoing`: the span before it has
   no end. What begins a new span does not count. */
static bool read_onwards(struct period_parser *p)
{
    const size_t start = p->at;
    const bool joined = skip_joiners(p) || skip_word(p, WORD_RANGE);
    struct period_parser ahead = *p;
    struct period_span span;

    if (!read_span(&ahead, &span) &&
        (skip_word(p, WORD_FROM) || (joined && skip_word(p, WORD_UNDATED))))
        return true;
    p->at = start;
    return false;
}

/* Spans joined by `and` and commas; one with a word before it begins a list
   of its own. Returns how many there are. */
static size_t read_list(struct period_parser *p,
                        struct period_span spans[LIST_MAX])
{
    struct period_parser ahead = *p;
    size_t n = 0;

    while (n < LIST_MAX && read_span(&ahead, &spans[n]) &&
           (n == 0 || !spans[n].prefixed)) {
        n++;
        *p = ahead;
        if (!skip_joiners(&ahead))
            break;
    }
    return n;
}

/* A day takes month and year, a month takes the year, of the date after it. */
static void borrow(struct date *date, const struct date *after)
{
    if (after == NULL || date->year > 0)
        return;
    if (date->month == 0 && after->day == 0)
        return;
    if (date->month == 0)
        date->month = after->month;
    date->year = after->year;
}

static void complete(struct period_span *spans, size_t n)
{
    const struct date *after = NULL;

    while (n-- > 0) {
        if (spans[n].has_to) {
            borrow(&spans[n].to, after);
            after = spans[n].to_quarter ? NULL : &spans[n].to;
        }
        borrow(&spans[n].from, after);
        after = spans[n].from_last.year > 0 ? NULL : &spans[n].from;
    }
}

static bool is_known(struct date d)
{
    return d.year > 0 && (d.month > 0 || d.day == 0);
}

/* 29 February is known to be wrong only when its year is. */
static bool is_wrong(struct date d)
{
    return d.year > 0 && d.day > 0 && !date_valid(d);
}

static struct date first_day(struct date d)
{
    return (struct date){d.year, d.month > 0 ? d.month : 1,
                         d.day > 0 ? d.day : 1};
}

static struct date last_day(struct date d)
{
    if (d.month == 0)
        d.month = 12;
    if (d.day == 0)
        d.day = date_month_days(d.year, d.month);
    return d;
}

/* False when the words leave open which days are meant. */
static bool interval_of(const struct period_span *span, struct interval *found)
{
    const struct date open = {0, 0, 0};
    const struct date last =
        span->from_last.year > 0 ? span->from_last : last_day(span->from);

    if (!is_known(span->from) || (span->has_to && !is_known(span->to)))
        return false;
    found->from = span->end_from ? last : first_day(span->from);
    found->to = span->has_to ? last_day(span->to) : last;
    if (span->week) {
        if (span->from.day == 0)
            return false;
        found->to = date_of_days(date_days(span->from) + 6);
    }
    if (date_compare(found->from, found->to) > 0)
        return false;
    if (span->until)
        found->from = open;
    if (span->onwards)
        found->to = open;
    return true;
}

/* Both years are given: nothing that is borrowed makes it so. */
static bool is_reversed(const struct period_span *span)
{
    return span->has_to && is_known(span->from) && is_known(span->to) &&
           !is_wrong(span->from) && !is_wrong(span->to) &&
           date_compare(first_day(span->from), last_day(span->to)) > 0;
}

/* April / May 2018 is one time, not two. */
static bool continues(const struct interval *before,
                      const struct interval *next)
{
    return before->from.year > 0 && before->to.year > 0 &&
           date_days(next->from) == date_days(before->to) + 1;
}

/* False when there are more than a cell is believed to name. */
static bool add_list(struct period *value, const struct interval *list,
                     size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (i > 0 && continues(&value->intervals[value->count - 1], &list[i])) {
            value->intervals[value->count - 1].to = list[i].to;
            continue;
        }
        if (value->count == PERIODS_MAX)
            return false;
        value->intervals[value->count++] = list[i];
    }
    return true;
}

/* Whether what is left out of the cell's times is one itself: a bare number is
   none. */
static bool holds_time(const struct period_span *spans, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (spans[i].from.year > 0 || spans[i].from.month > 0 ||
            (spans[i].has_to &&
             (spans[i].to.year > 0 || spans[i].to.month > 0)))
            return true;
    }
    return false;
}

/* One list at the parser. *more is false when nothing in the cell can be
   relied on. */
static enum date_form read_times(struct period_parser *p, struct period *value,
                                 bool *more)
{
    const struct period_token *before =
        p->at > 0 ? &p->tokens[p->at - 1] : NULL;
    const bool unknown = before != NULL && (before->type == TOKEN_OTHER ||
                                            is_word(before, WORD_MOVED));
    struct period_span spans[LIST_MAX];
    struct interval list[LIST_MAX];
    const size_t n = read_list(p, spans);

    if (n == 0) {
        p->at++;
        return DATE_OK;
    }
    if (read_onwards(p))
        spans[n - 1].onwards = true;
    for (size_t i = 0; i < n; i++) {
        if (is_reversed(&spans[i]))
            return DATE_REVERSED;
    }
    complete(spans, n);
    for (size_t i = 0; i < n; i++) {
        if (is_wrong(spans[i].from) || is_wrong(spans[i].to))
            return DATE_NO_SUCH_DAY;
    }
    /* `Before May 2014`: what an unknown word makes of a date is unknown. */
    if (unknown && !spans[0].prefixed) {
        *more = !holds_time(spans, n);
        return DATE_OK;
    }
    for (size_t i = 0; i < n; i++) {
        if (!interval_of(&spans[i], &list[i])) {
            *more = !holds_time(spans, n);
            return DATE_OK;
        }
    }
    *more = add_list(value, list, n);
    return DATE_OK;
}

/* The token before or after I that is no bracket or end of a sentence. */
static bool stands_at_date(const struct period_parser *p, size_t i)
{
    size_t before = i;
    size_t after = i + 1;

    while (before > 0 && p->tokens[before - 1].type == TOKEN_STOP)
        before--;
    while (after < p->n && p->tokens[after].type == TOKEN_STOP)
        after++;
    return (before > 0 && p->tokens[before - 1].type == TOKEN_DATE) ||
           (after < p->n && p->tokens[after].type == TOKEN_DATE);
}

/* Whether words leave open which time holds: another quarter, `or` beside a
   date, `revised` among several. */
static bool is_in_doubt(const struct period_parser *p)
{
    bool moved = false;
    size_t dates = 0;

    for (size_t i = 0; i < p->n; i++) {
        const struct period_token *t = &p->tokens[i];

        if (t->quarter || (is_word(t, WORD_OR) && stands_at_date(p, i)))
            return true;
        moved |= is_word(t, WORD_MOVED);
        dates += t->type == TOKEN_DATE;
    }
    return moved && dates > 1;
}

/* Which of these there are among the tokens. */
struct period_kinds {
    bool season, whole_year, unknown;
};

static struct period_kinds kinds_of(const struct period_parser *p)
{
    struct period_kinds k = {false, false, false};

    for (size_t i = 0; i < p->n; i++) {
        k.season |= p->tokens[i].season;
        k.whole_year |= p->tokens[i].whole_year;
        k.unknown |= p->tokens[i].type == TOKEN_OTHER;
    }
    return k;
}

struct date period_first_day(const struct period *p)
{
    const struct interval *i = &p->intervals[0];

    return i->from.year != 0 ? i->from : i->to;
}

struct date period_last_day(const struct period *p)
{
    const struct interval *i = &p->intervals[p->count - 1];

    return i->to.year != 0 ? i->to : i->from;
}

/* NAME is that of MONTH, short or long, in WORDS or what is read beside them.
 */
static bool is_month_name(struct str name, const struct calendar_words *words,
                          unsigned month)
{
    for (; words != NULL; words = words->also) {
        if (str_same_word(name, words->months[month - 1]) ||
            str_same_word(name, words->months_short[month - 1]) ||
            str_same_word(name, words->months_after[month - 1]))
            return true;
    }
    return false;
}

/* What stands between the figures of a date that is no name. */
static bool parts_date(char c)
{
    return c == ' ' || c == '/' || c == '-' || c == '.' || c == ',';
}

/* Whether TEXT is made of figures and at most one word: that MONTH's name. */
static bool is_written_as_date(struct str text,
                               const struct calendar_words *words,
                               unsigned month)
{
    struct str name = {text.ptr, 0};
    size_t digits = 0;

    for (size_t i = 0; i < text.len; i++) {
        if (is_digit_character((unsigned char)text.ptr[i])) {
            digits++;
        } else if (!parts_date(text.ptr[i])) {
            if (name.len > 0 && name.ptr + name.len != text.ptr + i)
                return false; /* a second word */
            name.ptr = name.len > 0 ? name.ptr : text.ptr + i;
            name.len++;
        }
    }
    return digits > 0 && digits <= strlen("31032027") &&
           (name.len == 0 || is_month_name(name, words, month));
}

bool period_is_date(const struct period *p, struct str text,
                    const struct calendar_words *words, bool *month)
{
    struct date from;
    struct date to;

    if (p->count != 1 || p->seasons || p->years)
        return false;
    from = p->intervals[0].from;
    to = p->intervals[0].to;
    *month = from.day == 1 && from.year == to.year && from.month == to.month &&
             to.day == date_month_days(from.year, from.month);
    return (*month || date_compare(from, to) == 0) &&
           is_written_as_date(text, words, from.month);
}

enum date_form period_read(struct str text, const struct wording *wording,
                           enum date_order order, struct period *value,
                           unsigned *traits)
{
    struct period_token tokens[PERIOD_TOKENS_MAX];
    struct period_parser p = {.tokens = tokens};
    enum date_form form;
    struct period_kinds kinds;
    bool undated = false;
    bool more;

    *traits = 0;
    *value = (struct period){.count = 0};
    form = period_scan(text, wording, order, tokens, &p.n, traits);
    more = !is_in_doubt(&p);
    while (form == DATE_OK && more && p.at < p.n) {
        undated = undated || is_word(at(&p), WORD_UNDATED);
        form = read_times(&p, value, &more);
    }
    kinds = kinds_of(&p);
    /* `2014/15 school year`: what unknown words make of a year is unknown. */
    if (form != DATE_OK || !more || (kinds.whole_year && kinds.unknown))
        *value = (struct period){.count = 0};
    value->seasons = value->count > 0 && kinds.season;
    value->years = value->count > 0 && kinds.whole_year;
    value->undated = form == DATE_OK && value->count == 0 && undated;
    return form;
}
