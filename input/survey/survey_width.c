/*
 * How many columns a page may hold, by what was seen of them. What fits is
 * known when a table is laid out; a proposal that would not fit helps nobody.
 */
#include "input/survey/survey_parts.h"

#define PAGE_CHARACTERS 120 /* across, on its side, in the smallest type */
#define PAGE_COLUMNS 20
#define BETWEEN 2 /* characters */

static size_t longest_word(struct str text)
{
    size_t longest = 0;

    while (text.len > 0) {
        const struct str word = str_cut_word(&text);

        if (word.len > longest)
            longest = word.len;
    }
    return longest;
}

static size_t larger(size_t a, size_t b)
{
    return a > b ? a : b;
}

/* A figure is printed with a comma for three digits, and perhaps a sign. */
static size_t figure_width(struct str typed)
{
    return typed.len + typed.len / 3;
}

static size_t column_width(const struct survey_column *c)
{
    size_t width = longest_word(c->heading);

    if (c->least.text.len > 0)
        width = larger(width, figure_width(c->least.text));
    if (c->most.text.len > 0)
        width = larger(width, figure_width(c->most.text));
    for (size_t i = 0; i < c->nvalues; i++)
        width = larger(width, longest_word(c->values[i]));
    return width;
}

/* Whether KIND has a column of C: one that was made has one of each heading. */
static bool is_read(const struct survey_table *t, const struct survey_column *c,
                    const struct kind *kind)
{
    return kind == t->own ? c->heading.len > 0 : c->id != NULL;
}

bool survey_fits_page(const struct survey_table *t, const struct kind *kind,
                      size_t *n)
{
    size_t width = 0;
    size_t all = 0;

    *n = 0;
    for (size_t i = 0; i < t->ncolumns; i++) {
        if (!is_read(t, &t->columns[i], kind))
            continue;
        all++;
        width += column_width(&t->columns[i]) + BETWEEN;
        if (all <= PAGE_COLUMNS && width <= PAGE_CHARACTERS)
            *n = all;
    }
    if (*n == 0)
        *n = 1;
    return *n >= all;
}
