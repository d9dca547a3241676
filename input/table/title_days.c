#include "input/table/title_days.h"

/* Figures of a month may be taken out some days before it ends. */
#define MADE_EARLY_DAYS 7

static bool parts_clauses(char c)
{
    return c == ',' || c == ';' || c == '(' || c == ')';
}

static bool begins_word(struct str text, size_t at)
{
    return at == 0 || text.ptr[at - 1] == ' ' || text.ptr[at - 1] == ':' ||
           parts_clauses(text.ptr[at - 1]);
}

/* A day in a text: LEN bytes of it from AT on. */
struct title_day {
    struct date date;
    size_t at;
    size_t len;
};

/* The first day of TEXT from FROM on, up to the end of the clause. */
static bool find_day(const struct table_reading *r, struct str text,
                     size_t from, struct title_day *day)
{
    for (size_t at = from; at < text.len && !parts_clauses(text.ptr[at]);
         at++) {
        struct str rest = str_from(text, at);

        if (!begins_word(text, at) ||
            date_scan(&rest, &r->options->wording->calendar, &day->date) !=
                DATE_OK ||
            day->date.day == 0 || day->date.month == 0)
            continue;
        day->at = at;
        day->len = text.len - at - rest.len;
        return true;
    }
    return false;
}

/* Whether a day behind WORD and BETWEEN is the one that WORD speaks of: `run on
   Friday`, `approved by Council on`, not `approved budget at`. */
static bool speaks_of_day(const struct wording *w, enum word word,
                          struct str between)
{
    struct str rest = between;
    struct str last = str_cut_word(&rest);

    if (str_same_word(between, STR_LIT(" ")))
        return true;
    if (word == WORD_DECIDED) {
        if (!wording_has(w, WORD_DECIDED_BY, last))
            return false;
        if (rest.len == 0)
            return true;
    }
    while (rest.len > 0)
        last = str_cut_word(&rest);
    return !wording_has(w, WORD_AS_AT, last) &&
           !wording_has(w, WORD_UNTIL, last);
}

/* `1 April 2026 to 30 June 2026`: whether REST, behind a day, ends a span that
   begins with it. */
static bool goes_on_to_day(const struct wording *w, struct str rest)
{
    struct date end;

    return wording_has(w, WORD_RANGE, str_cut_word(&rest)) &&
           date_scan(&rest, &w->calendar, &end) == DATE_OK && end.month > 0;
}

/* Whether a form of WORD stands at AT in TEXT, and the day that it speaks of
   behind it. */
static bool day_behind(const struct table_reading *r, struct str text,
                       size_t at, enum word word, struct title_day *day)
{
    const struct wording *w = r->options->wording;
    const struct spellings *forms = &w->words[word];
    const struct str here = str_from(text, at);
    size_t len;

    for (size_t i = 0; i < forms->count; i++) {
        if (str_starts_words(here, forms->forms[i]) &&
            str_starts_folded(here, forms->forms[i], &len) &&
            find_day(r, text, at + len, day) &&
            speaks_of_day(w, word, str_from(str_to(text, day->at), at + len)) &&
            !goes_on_to_day(w, str_from(text, day->at + day->len)))
            return true;
    }
    return false;
}

/* TEXT without the days that WORD speaks of; the last of them is *LAST. */
static struct str without_days(const struct table_reading *r, struct str text,
                               enum word word, struct date *last)
{
    struct title_day day;

    for (size_t at = 0; at < text.len; at++) {
        if (!begins_word(text, at) || !day_behind(r, text, at, word, &day))
            continue;
        *last = day.date;
        text = arena_printf(r->arena, "%.*s%.*s", STR_ARG(str_to(text, at)),
                            STR_ARG(str_from(text, day.at + day.len)));
    }
    return text;
}

struct str title_of_figures(struct table_reading *r, struct str text,
                            struct place at)
{
    struct date made = {.year = 0};
    struct date decided;
    const struct str rest = without_days(r, text, WORD_MADE, &made);

    if (made.year != 0) {
        r->made = made;
        r->made_at = at;
        r->made_text = text;
    }
    return without_days(r, rest, WORD_DECIDED, &decided);
}

void title_doubt_made(const struct table_reading *r)
{
    const struct date end = report_period_end(r->period);

    if (r->made.year == 0 || end.year == 0 || r->period.months == 12 ||
        r->options->one_of_several ||
        date_days(r->made) + MADE_EARLY_DAYS >= date_days(end))
        return;
    finding(
        r->findings, FINDING_AS_AT, r->made_at,
        "`%.*s` is before the end of what the data is said to be of, %.*s",
        STR_ARG(cell_shown(r->made_text)),
        STR_ARG(report_period_text(r->arena, r->options->wording, r->period)));
    finding_hint(r->findings, "give the file that was made since, or correct "
                              "the day that the data is of: as-at in its data "
                              "element");
}
