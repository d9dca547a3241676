#include "core/model/heading_sense.h"
#include "input/survey/survey_parts.h"
#include "input/table/heading_id.h"
#include "input/table/table_parts.h"

#include <string.h>

static struct table_options options_of(const struct survey_request *request,
                                       const struct kind *kind)
{
    return (struct table_options){.kind = kind, .wording = request->wording};
}

/* Of two that know as many headings, the one whose own titles they are, then
   the one that asks for fewer others. */
static bool is_better(const struct survey_fit *a, const struct survey_fit *b)
{
    if (a->complete != b->complete)
        return a->complete;
    if (a->known != b->known || b->kind == NULL)
        return a->known > b->known;
    if (a->titled != b->titled)
        return a->titled > b->titled;
    if (a->record != b->record) /* the first of several tables */
        return a->record < b->record;
    return a->kind->ncolumns < b->kind->ncolumns;
}

bool survey_fits(const struct survey_fit *fit)
{
    return fit->complete && fit->known >= SURVEY_FITS_LEAST;
}

struct record survey_headings(const struct survey_request *request,
                              const struct kind *kind,
                              const struct survey_head *head, size_t n,
                              bool *two)
{
    const struct table_options options = options_of(request, kind);
    const struct record *upper = &head->records[n];
    const struct record *lower =
        n + 1 < head->count ? &head->records[n + 1] : NULL;
    const struct str *names = NULL;
    struct record joined = *upper;
    struct str *fields;

    *two = table_is_second_row(upper, lower, request->wording);
    if (!*two && kind != NULL)
        names = table_names_above(head->arena, &options, upper, lower);
    *two |= names != NULL;
    if (!*two || lower == NULL)
        return joined;
    if (lower->nfilled > joined.nfilled)
        joined.nfilled = lower->nfilled;
    fields = arena_alloc(head->arena, joined.nfilled, sizeof(*fields));
    for (size_t i = 0; fields != NULL && i < joined.nfilled; i++)
        fields[i] = table_join_headings(
            head->arena, names != NULL ? names[i] : record_field(upper, i),
            record_field(lower, i));
    joined.nfilled = fields == NULL ? 0 : joined.nfilled;
    joined.nfields = joined.nfilled;
    joined.fields = fields;
    return joined;
}

static size_t count_titles(const struct table_options *options,
                           const struct record *headings)
{
    size_t n = 0;

    for (size_t i = 0; i < headings->nfilled; i++) {
        struct unit unit;
        const struct str text =
            unit_cut(headings->fields[i], options->wording, &unit);
        const struct kind_column *c = columns_named(options, text);

        n += c != NULL && heading_is(text, c->title);
    }
    return n;
}

/* The record of HEAD that KIND knows most of. */
static struct survey_fit fit_of(const struct survey_request *request,
                                const struct survey_head *head,
                                const struct kind *kind)
{
    const struct table_options options = options_of(request, kind);
    struct survey_fit best = {.kind = NULL};

    for (size_t i = 0; i < head->count && kind->ncolumns > 0; i++) {
        struct survey_fit fit = {.kind = kind, .record = i};
        bool two;
        const struct record headings =
            survey_headings(request, kind, head, i, &two);

        fit.known = columns_known(&options, headings.fields, headings.nfilled,
                                  &fit.complete);
        fit.complete = fit.complete && fit.known >= SURVEY_FITS_LEAST;
        fit.titled = count_titles(&options, &headings);
        if (fit.known > 0 && is_better(&fit, &best))
            best = fit;
    }
    return best;
}

static size_t take_alone(const struct survey_fit *fit,
                         struct survey_fit best[SURVEY_TIES])
{
    best[0] = *fit;
    return 1;
}

size_t survey_best_kinds(const struct survey_request *request,
                         const struct survey_head *head,
                         struct survey_fit best[SURVEY_TIES])
{
    size_t n = 0;

    best[0] = (struct survey_fit){.kind = NULL};
    for (size_t k = 0; k < request->nkinds; k++) {
        const struct survey_fit fit = fit_of(request, head, request->kinds[k]);
        const bool ties = n > 0 && fit.complete && best[0].complete &&
                          fit.known == best[0].known &&
                          fit.titled == best[0].titled;

        if (fit.known == 0)
            continue;
        if (ties && n < SURVEY_TIES)
            best[n++] = fit;
        else if (!ties && is_better(&fit, &best[0]))
            n = take_alone(&fit, best);
    }
    return n;
}

static bool is_words(struct str text, const struct wording *wording)
{
    struct survey_column one = {.filled = 0};

    survey_see(&one, wording, text, NOWHERE);
    return one.classes[SURVEY_WORDS].count + one.classes[SURVEY_YEAR].count +
               one.classes[SURVEY_MONTH].count >
           0;
}

/* How many of its fields are filled; 0 where one is no heading. */
static size_t heading_width(const struct record *record,
                            const struct wording *wording)
{
    size_t filled = 0;

    for (size_t i = 0; i < record->nfilled; i++) {
        if (record->fields[i].len == 0)
            continue;
        if (!is_words(record->fields[i], wording))
            return 0;
        filled++;
    }
    return filled;
}

size_t survey_guess_headings(const struct survey_head *head,
                             const struct wording *wording)
{
    size_t best = 0;
    size_t most = 0;

    for (size_t i = 0; i < head->count; i++) {
        const size_t width = heading_width(&head->records[i], wording);

        /* What stands below the headings is as wide as they are. */
        if (width > most && width > 1) {
            most = width;
            best = i;
        } else if (head->records[i].nfilled > 1 && most > 0) {
            break;
        }
    }
    return best;
}

static const char *make_id(struct arena *arena, const struct kind_column *list,
                           size_t count, struct str heading)
{
    char room[HEADING_ID_MAX];
    const struct str id = heading_id(heading, HEADING_LETTERS_OF_IDS, room);
    bool taken = false;

    for (size_t i = 0; i < count; i++)
        taken |= str_is(id, list[i].id);
    if (taken || id.len == 0)
        return arena_printf(arena, "%.*s%scolumn-%zu", STR_ARG(id),
                            id.len == 0 ? "" : "-", count + 1)
            .ptr;
    return arena_cstr(arena, id);
}

/* Words that name each row: every one is there, and none twice. */
static bool is_key(const struct survey_column *c)
{
    return c->type == TYPE_TEXT && c->filled > 1 && c->blank == 0 &&
           !c->repeats && !c->more_values &&
           c->classes[SURVEY_WORDS].count == c->filled;
}

/* A unit is the file's to say, this month's in thousands, another's in pounds:
   it is no part of what a column is called. */
static struct str title_of(const struct survey_request *request,
                           const struct survey_column *c)
{
    struct unit unit = {.given = false};
    const struct str title = unit_cut(c->heading, request->wording, &unit);

    return unit.given ? unit_cut_in(title, request->wording) : c->heading;
}

static struct kind_column make_column(struct arena *arena,
                                      const struct survey_column *c,
                                      struct str title)
{
    struct kind_column made = {
        .title = title,
        .type = c->type,
        .role = COLUMN_PLAIN,
        .scenario = SCENARIO_NONE,
        .better = BETTER_NEITHER,
        .decimals = DECIMALS_UNSAID,
        .at = c->at,
    };
    struct str *choices;

    if (c->type != TYPE_CHOICE)
        return made;
    choices = arena_alloc(arena, c->nvalues, sizeof(*choices));
    if (choices != NULL)
        memcpy(choices, c->values, c->nvalues * sizeof(*choices));
    made.choices = choices;
    made.nchoices = choices == NULL ? 0 : c->nvalues;
    return made;
}

/* What a kind of this table is called: as its data is, unless one is called so
   already. */
static const char *kind_name(struct arena *arena,
                             const struct survey_request *request,
                             struct str name)
{
    for (size_t i = 0; i < request->nkinds; i++) {
        if (str_is(name, request->kinds[i]->id))
            return arena_printf(arena, "%.*s-table", STR_ARG(name)).ptr;
    }
    return arena_cstr(arena, name);
}

const struct kind *survey_make_kind(struct arena *arena,
                                    const struct survey_request *request,
                                    const struct survey_table *table)
{
    struct kind *kind = arena_alloc(arena, 1, sizeof(*kind));
    struct kind_column *columns =
        arena_alloc(arena, table->ncolumns, sizeof(*columns));
    size_t n = 0;
    bool has_key = false;

    if (kind == NULL || columns == NULL)
        return NULL;
    for (size_t i = 0; i < table->ncolumns; i++) {
        const struct survey_column *c = &table->columns[i];
        const struct str title = survey_words(arena, title_of(request, c));
        bool again = title.len == 0;

        for (size_t k = 0; !again && k < n; k++)
            again = str_same_word(columns[k].title, title);
        if (again)
            continue;
        columns[n] = make_column(arena, c, title);
        columns[n].id = make_id(arena, columns, n, title);
        if (!has_key && is_key(c))
            columns[n].role = COLUMN_KEY;
        has_key = has_key || is_key(c);
        if (columns[n].id == NULL)
            return NULL;
        n++;
    }
    *kind = (struct kind){.id = kind_name(arena, request, table->name),
                          .title = survey_title(arena, table->source),
                          .columns = columns,
                          .ncolumns = n};
    return n == 0 || kind->id == NULL ? NULL : kind;
}
