#include "input/survey/survey_parts.h"
#include "input/table/table_parts.h"

/* Whether one of N headings is that of COLUMN, of the kind of FIT. */
static bool is_called(const struct survey_request *request,
                      const struct survey_fit *fit,
                      const struct kind_column *column, const struct str *texts,
                      size_t n)
{
    const struct kind one = {
        .id = fit->kind->id, .columns = column, .ncolumns = 1};
    const struct table_options options = {.kind = &one,
                                          .wording = request->wording};
    bool complete;

    return columns_known(&options, texts, n, &complete) > 0;
}

void survey_find_missing(struct arena *arena,
                         const struct survey_request *request,
                         const struct record *headings,
                         struct survey_table *table)
{
    const struct kind *kind = table->fit.kind;
    const struct kind_column **missing =
        arena_alloc(arena, kind->ncolumns, sizeof(const struct kind_column *));

    for (size_t i = 0; missing != NULL && i < kind->ncolumns; i++) {
        const struct kind_column *c = &kind->columns[i];
        const struct kind_column *other = kind_column_instead(kind, c);

        if (c->required &&
            !is_called(request, &table->fit, c, headings->fields,
                       headings->nfilled) &&
            (other == NULL || !is_called(request, &table->fit, other,
                                         headings->fields, headings->nfilled)))
            missing[table->nmissing++] = c;
    }
    table->missing = missing;
}

/* Whether no column of the kind is called so. */
static bool is_unknown(const struct survey_request *request,
                       const struct survey_fit *fit, struct str heading)
{
    for (size_t i = 0; i < fit->kind->ncolumns; i++) {
        if (is_called(request, fit, &fit->kind->columns[i], &heading, 1))
            return false;
    }
    return true;
}

static bool could_hold(const struct survey_column *c,
                       const struct kind_column *column)
{
    if (column->type == TYPE_MONEY)
        return c->type == TYPE_MONEY || c->type == TYPE_NUMBER;
    if (column->type == TYPE_TEXT || column->type == TYPE_PROSE)
        return c->type == TYPE_TEXT || c->type == TYPE_CHOICE;
    return c->type == column->type;
}

static bool is_mapped(const struct survey_table *table,
                      const struct survey_column *c)
{
    for (size_t i = 0; i < table->nmaps; i++) {
        if (str_eq(table->maps[i].from, c->heading))
            return true;
    }
    return false;
}

/* How many words of TITLE stand in HEADING. */
static size_t shared_words(struct str title, struct str heading)
{
    struct str word = str_cut_word(&title);
    size_t n = 0;

    for (; word.len > 0; word = str_cut_word(&title)) {
        struct str rest = heading;
        struct str other = str_cut_word(&rest);

        while (other.len > 0 && !str_same_word(word, other))
            other = str_cut_word(&rest);
        n += other.len > 0;
    }
    return n;
}

/* The heading that COLUMN may have in this file: of those that the kind does
   not know the one with most words of its title, or the first. What names rows
   it may have taken for what names their groups. */
static const struct survey_column *
find_heading(const struct survey_request *request,
             const struct survey_table *table, const struct kind_column *column)
{
    const struct survey_column *known = NULL;
    const struct survey_column *unknown = NULL;
    size_t most = 0;

    for (size_t i = 0; i < table->ncolumns; i++) {
        const struct survey_column *c = &table->columns[i];

        if (c->heading.len == 0 || !could_hold(c, column) ||
            is_mapped(table, c))
            continue;
        if (is_unknown(request, &table->fit, c->heading)) {
            const size_t n = shared_words(column->title, c->heading);

            if (unknown == NULL || n > most)
                unknown = c;
            most = n > most ? n : most;
            continue;
        }
        if (known == NULL && column->role == COLUMN_KEY)
            known = c;
    }
    return unknown != NULL ? unknown : known;
}

bool survey_map_missing(struct arena *arena,
                        const struct survey_request *request,
                        struct survey_table *table)
{
    struct column_map *maps =
        arena_alloc(arena, table->nmissing, sizeof(*maps));

    table->maps = maps;
    for (size_t i = 0; maps != NULL && i < table->nmissing; i++) {
        const struct survey_column *c =
            find_heading(request, table, table->missing[i]);

        if (c == NULL)
            break;
        maps[table->nmaps++] = (struct column_map){
            .id = table->missing[i]->id, .from = c->heading, .at = c->at};
    }
    return maps != NULL && table->nmaps == table->nmissing;
}
