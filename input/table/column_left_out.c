#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "core/model/heading_sense.h"
#include "input/table/column_match.h"

/* `Remarks`; the third column, where it has no heading. */
static void add_left_out(struct arena *a, const struct columns *columns,
                         size_t i, struct str *list)
{
    char letters[8];

    if (columns->headings[i].text.len > 0) {
        headings_add_word(a, list, columns->headings[i].text);
        return;
    }
    source_column_letters((uint32_t)i + 1, letters);
    *list = arena_printf(a, "%.*s%scolumn %s without a heading", STR_ARG(*list),
                         list->len == 0 ? "" : ", ", letters);
}

/* The column of figures that the data has not, and whose name H begins with:
   `Budget pence`, `Budget £0.0m`; or NULL. */
static const struct kind_column *perhaps_meant(const struct columns *columns,
                                               const struct kind *kind,
                                               const struct heading *h)
{
    for (size_t i = 0; i < kind->ncolumns; i++) {
        const struct kind_column *c = &kind->columns[i];
        bool named = str_starts_words(h->text, c->title);
        size_t k = 0;

        while (k < columns->width && columns->headings[k].column != c)
            k++;
        for (size_t n = 0; n < c->naliases && !named; n++)
            named = !name_has_placeholder(c->aliases[n]) &&
                    str_starts_words(h->text, c->aliases[n]);
        if (named && k == columns->width && !c->repeats &&
            value_is_figure(c->type))
            return c;
    }
    return NULL;
}

/* The kind's column for each year. */
static const struct kind_column *yearly(const struct kind *kind)
{
    for (size_t i = 0; i < kind->ncolumns; i++) {
        const struct kind_column *c = &kind->columns[i];

        if (c->repeats && c->over != REPEATS_PERIODS)
            return c;
    }
    return NULL;
}

/* The year that a word of TEXT is, or ends in: FY2027/28; 0: none. */
static int year_among(struct str text)
{
    int year = 0;

    while (text.len > 0 && year == 0) {
        struct str word = str_cut_word(&text);

        while (word.len > 0 && !is_digit(word.ptr[0]))
            word = str_from(word, 1);
        year = financial_year_read(word);
    }
    return year;
}

static bool is_named(const struct kind_column *c, struct str text)
{
    bool named =
        str_same_word(text, c->title) || str_starts_words(text, c->title);

    for (size_t i = 0; i < c->naliases && !named; i++)
        named = str_same_word(text, c->aliases[i]) ||
                str_starts_words(text, c->aliases[i]);
    return named;
}

static bool is_read_of(const struct columns *columns, int year)
{
    for (size_t i = 0; i < columns->width; i++) {
        if (columns->is_read[i] && columns->headings[i].year == year)
            return true;
    }
    return false;
}

/* `2026/27 Budget` before 2027/28 and 2028/29, in a table that is one of years:
   without it the plan begins a year late. */
static bool refuse_year(const struct columns *columns,
                        const struct table_options *options, size_t i,
                        struct findings *findings)
{
    const struct heading *h = &columns->headings[i];
    const int year = year_among(h->text);

    if (year == 0 || options->nwanted > 0 || is_read_of(columns, year))
        return false;
    finding(findings, FINDING_BAD_YEAR, h->at,
            "`%.*s` says more than a financial year, and its figures would be "
            "left out of a table of years",
            STR_ARG(h->text));
    finding_hint(findings,
                 "head it %d/%02d, with no more than its unit, as the others "
                 "are; columns=\"...\" in the data element says which columns "
                 "are wanted",
                 year, (year + 1) % 100);
    return true;
}

/* `Later years`, `2027/28 onwards`: figures of years that the kind prints where
   their heading is a year and no more; one that is was not asked for. Of this
   year and those before a table says other things. */
static bool doubt_year(const struct columns *columns,
                       const struct table_options *options, size_t i,
                       struct findings *findings)
{
    const struct kind_column *c = yearly(options->kind);
    const struct heading *h = &columns->headings[i];
    const int year = year_among(h->text);
    const bool named = c != NULL && is_named(c, h->text);

    if (c != NULL && c->required)
        return refuse_year(columns, options, i, findings);
    if (c == NULL || financial_year_read(h->text) != 0 ||
        (!named && (year == 0 || year <= options->period.year)))
        return false;
    finding(findings, FINDING_DOUBTFUL, h->at,
            "`%.*s` says %s than a financial year, and its figures are left "
            "out: `%.*s` takes a column for each year",
            STR_ARG(h->text), year == 0 ? "other" : "more", STR_ARG(c->title));
    finding_hint(findings, "head it with the first of its years, as 2027/28");
    return true;
}

static void doubt_figures(const struct columns *columns,
                          const struct table_options *options,
                          struct findings *findings)
{
    for (size_t i = 0; columns->complete && i < columns->width; i++) {
        struct heading *h = &columns->headings[i];
        const struct kind_column *c;

        /* What the kind knows by another name, and nobody asked for, is no slip
           for a third. */
        if (columns->is_read[i] || h->explained || !columns->is_figure[i] ||
            (h->column != NULL && options->nwanted > 0))
            continue;
        c = h->fit == PLACEHOLDER_OTHER
                ? NULL
                : perhaps_meant(columns, options->kind, h);
        if (c != NULL)
            headings_say_unknown(findings, h, c);
        h->explained = c != NULL || doubt_year(columns, options, i, findings);
    }
}

/* Its words are those of a column that the data seems not to have: whether
   things go well would be lost. */
static void doubt_status(const struct heading *h, const struct kind_column *c,
                         struct findings *findings)
{
    finding(findings, FINDING_DOUBTFUL, h->at,
            "`%.*s` is left out, and what stands below it is a word of "
            "`%.*s`, a column that the data seems not to have",
            STR_ARG(h->text), STR_ARG(c->title));
    finding_hint(findings,
                 "<column id=\"%s\" from=\"%.*s\"/> in the data element takes "
                 "it",
                 c->id, STR_ARG(h->text));
}

/* Another name of a column that the data has: what stands below it may be what
   was meant, or the other half. */
static void doubt_passed_over(const struct heading *h,
                              struct findings *findings)
{
    if (heading_has_codes(h) && heading_is(h->text, h->passed_over->title))
        finding(findings, FINDING_DOUBTFUL, h->at,
                "`%.*s` is left out: codes stand below it, and another heading "
                "has words for them",
                STR_ARG(h->text));
    else
        finding(findings, FINDING_DOUBTFUL, h->at,
                "`%.*s` is left out: it is another name of `%.*s`, and another "
                "heading is taken for that",
                STR_ARG(h->text), STR_ARG(h->passed_over->title));
    finding_hint(findings,
                 "columns=\"...\" in the data element names what is wanted; "
                 "<column id=\"%s\" from=\"%.*s\"/> there takes it instead",
                 h->passed_over->id, STR_ARG(h->text));
}

/* Who says which columns are wanted knows which are not. */
static void doubt_others(const struct columns *columns,
                         const struct table_options *options,
                         struct findings *findings)
{
    for (size_t i = 0; options->nwanted == 0 && i < columns->width; i++) {
        struct heading *h = &columns->headings[i];

        if (columns->is_read[i] || h->explained)
            continue;
        if (columns->status_of[i] != NULL)
            doubt_status(h, columns->status_of[i], findings);
        else if (h->passed_over != NULL && columns->is_filled[i])
            doubt_passed_over(h, findings);
        else
            continue;
        h->explained = true;
    }
}

/* What is to come is left out as others are while nothing stands below it. */
static void judge_to_come(struct arena *arena, const struct columns *columns,
                          const struct heading_fillers *fillers,
                          struct findings *findings)
{
    for (size_t i = 0; i < columns->width; i++) {
        struct heading *h = &columns->headings[i];

        if (h->to_come && columns->is_filled[i])
            headings_say_other_period(arena, findings, h, fillers);
        else if (h->to_come)
            h->explained = false;
    }
}

void columns_left_out(struct arena *arena, const struct columns *columns,
                      const struct table_options *options,
                      struct report_period period, struct findings *findings)
{
    const struct heading_fillers fillers = {.wording = options->wording,
                                            .period = period};
    struct str list = {NULL, 0};
    struct place at = NOWHERE;
    size_t count = 0;

    doubt_figures(columns, options, findings);
    doubt_others(columns, options, findings);
    judge_to_come(arena, columns, &fillers, findings);
    for (size_t i = 0; i < columns->width; i++) {
        const struct heading *h = &columns->headings[i];

        if (columns->is_read[i] || h->explained ||
            (h->text.len == 0 && !columns->is_filled[i]))
            continue;
        if (count == 0)
            at = h->at;
        if (count < WORDS_LISTED)
            add_left_out(arena, columns, i, &list);
        count++;
    }
    if (count == 0)
        return;
    finding(findings, FINDING_LEFT_OUT, at,
            "%zu column%s that nobody asked for %s left out: %.*s%s", count,
            count == 1 ? "" : "s", count == 1 ? "is" : "are", STR_ARG(list),
            count > WORDS_LISTED ? " ..." : "");
    if (options->kind->extra_columns)
        finding_hint(findings,
                     "columns=\"...\" in the data element names those "
                     "that are wanted; * is all");
}
