#include "input/table/title_days.h"

/* Figures of a month may be taken out some days before it ends. */
#define MADE_EARLY_DAYS 7

static bool parts_clauses(char c)
{
    return c == ',' || c == ';' || c == '(' || c == ')';
}

static bool begins_word(struct str text, size_t at)
{
    return at == 0 || text.ptr[at - 1] == ' ' ||
           parts_clauses(text.ptr[at - 1]);
}

/* Where a spelling of WORD stands in TEXT; its length: nowhere. */
static size_t find_word(const struct table_reading *r, struct str text,
                        enum word word)
{
    const struct spellings *w = &r->options->wording->words[word];

    for (size_t at = 0; at < text.len; at++) {
        for (size_t i = 0; begins_word(text, at) && i < w->count; i++) {
            if (str_starts_words(str_from(text, at), w->forms[i]))
                return at;
        }
    }
    return text.len;
}

/* The part of TEXT between commas and brackets that AT lies in. */
static struct str clause_at(struct str text, size_t at, size_t *from)
{
    size_t end = at;

    while (at > 0 && !parts_clauses(text.ptr[at - 1]))
        at--;
    while (end < text.len && !parts_clauses(text.ptr[end]))
        end++;
    *from = at;
    return str_from(str_to(text, end), at);
}

struct str title_of_figures(struct table_reading *r, struct str text,
                            struct place at)
{
    static const enum word words[] = {WORD_MADE, WORD_DECIDED};

    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        const size_t found = find_word(r, text, words[i]);
        struct report_period day;
        struct str clause;
        size_t from;

        if (found == text.len)
            continue;
        clause = clause_at(text, found, &from);
        if (!report_period_scan(clause, r->options->wording, &day) ||
            day.day == 0)
            continue;
        if (words[i] == WORD_MADE) {
            r->made = report_period_end(day);
            r->made_at = at;
            r->made_text = text;
        }
        return arena_printf(r->arena, "%.*s%.*s", STR_ARG(str_to(text, from)),
                            STR_ARG(str_from(text, from + clause.len)));
    }
    return text;
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
