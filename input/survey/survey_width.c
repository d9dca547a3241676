/*
 * How many columns a page may hold, by what was seen of them. What fits is
 * known when a table is laid out; a proposal that would not fit helps nobody.
 */
#include "core/base/utf8.h"
#include "input/survey/survey_parts.h"

#define PAGE_CHARACTERS 120 /* across, on its side, in the smallest type */
#define PAGE_COLUMNS 20
#define BETWEEN 2 /* characters */
/* A longer word (an address, a name that programs use) makes no table too wide:
   what does not fit its column stands across the page, below its row. */
#define WORD_CHARACTERS 12

static size_t larger(size_t a, size_t b)
{
    return a > b ? a : b;
}

/* In characters, as far as they count. */
static size_t longest_word(struct str text)
{
    size_t longest = 0;

    while (text.len > 0 && longest < WORD_CHARACTERS)
        longest = larger(longest, utf8_count(str_cut_word(&text)));
    return longest < WORD_CHARACTERS ? longest : WORD_CHARACTERS;
}

/* A figure is printed with a comma for three digits, and perhaps a sign. */
static size_t figure_width(struct str typed)
{
    return typed.len + typed.len / 3;
}

static size_t column_width(const struct survey_column *c, struct str title)
{
    size_t width = longest_word(title);

    if (c->least.text.len > 0)
        width = larger(width, figure_width(c->least.text));
    if (c->most.text.len > 0)
        width = larger(width, figure_width(c->most.text));
    for (size_t i = 0; i < c->nvalues; i++)
        width = larger(width, longest_word(c->values[i]));
    return width;
}

/* What C is of KIND; NULL: it is not read. Of one that was made, what was made
   of it. */
static const struct kind_column *read_as(const struct survey_table *t,
                                         const struct survey_column *c,
                                         const struct kind *kind)
{
    if (kind != t->own)
        return c->id == NULL ? NULL : kind_column(kind, str_of(c->id));
    for (size_t i = 0; i < kind->ncolumns; i++) {
        if (kind->columns[i].at.line == c->at.line &&
            kind->columns[i].at.column == c->at.column)
            return &kind->columns[i];
    }
    return NULL;
}

bool survey_fits_page(const struct survey_table *t, const struct kind *kind,
                      size_t *n)
{
    size_t width = 0;
    size_t all = 0;

    *n = 0;
    for (size_t i = 0; i < t->ncolumns; i++) {
        const struct kind_column *k = read_as(t, &t->columns[i], kind);

        if (k == NULL)
            continue;
        all++;
        width += column_width(&t->columns[i], k->title) + BETWEEN;
        if (all <= PAGE_COLUMNS && width <= PAGE_CHARACTERS)
            *n = all;
    }
    if (*n == 0)
        *n = 1;
    return *n >= all;
}
