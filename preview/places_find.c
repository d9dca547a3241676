#include "core/base/ascii.h"
#include "core/finding/source.h"
#include "preview/places.h"

/* Those that a cell's name begins with. */
static size_t letters_of(struct str cell)
{
    size_t n = 0;

    while (n < cell.len && is_ascii_letter(cell.ptr[n]))
        n++;
    return n;
}

/* The row that it ends with. */
static int64_t row_of(struct str cell)
{
    return places_number(str_from(cell, letters_of(cell)));
}

static bool is_cell(struct str text)
{
    const size_t letters = letters_of(text);

    return letters > 0 && letters < 4 && row_of(text) > 0;
}

/* Where the last part of TEXT begins: after a colon or a space. */
static size_t last_part(struct str text)
{
    size_t n = text.len;

    while (n > 0 && text.ptr[n - 1] != ':' && text.ptr[n - 1] != ' ')
        n--;
    return n;
}

/* What is asked for, in pieces of the text. */
struct place_asked {
    struct str file, sheet, cell;
    int64_t line;
};

/* FILE:12 of FILE:12:5, as messages name a place. */
static struct str without_column(struct str text)
{
    const size_t n = last_part(text);
    const struct str rest = str_to(text, n == 0 ? 0 : n - 1);

    if (places_number(str_from(text, n)) < 0 || last_part(rest) == 0 ||
        places_number(str_from(rest, last_part(rest))) < 0)
        return text;
    return rest;
}

static bool take_asked(struct str text, struct place_asked *a)
{
    size_t bang = str_find_char(text, '!');
    size_t n;

    *a = (struct place_asked){.line = 0};
    text = without_column(text);
    /* A sheet's name may have spaces. */
    n = last_part(bang < text.len ? str_to(text, bang) : text);
    if (bang < text.len) {
        while (n > 0 && text.ptr[n - 1] != ':')
            n--;
        a->sheet = (struct str){text.ptr + n, bang - n};
    }
    if (n == 0)
        return false;
    a->file = str_trim(str_to(text, n - 1));
    if (a->file.len > 0 && a->file.ptr[a->file.len - 1] == ':')
        a->file.len--;
    a->cell = str_from(text, bang < text.len ? bang + 1 : n);
    if (!is_cell(a->cell)) {
        a->line = places_number(a->cell);
        a->cell.len = 0;
    }
    return a->file.len > 0 && (a->cell.len > 0 || a->line > 0);
}

static bool is_asked_file(const struct page_place *x,
                          const struct place_asked *a)
{
    return str_eq(x->file, a->file) &&
           (a->sheet.len == 0 || str_same_word(x->sheet, a->sheet));
}

const struct page_place *places_find(const struct page_places *p,
                                     struct str text, bool *is_asked)
{
    const struct page_place *items = p->list.items;
    const struct page_place *best = NULL;
    struct place_asked a;

    *is_asked = take_asked(str_trim(text), &a);
    for (size_t i = 0; *is_asked && i < p->list.count; i++) {
        const struct page_place *x = &items[i];

        if (!is_asked_file(x, &a))
            continue;
        if (a.cell.len > 0) {
            if (str_same_word(x->cell, a.cell))
                return x;
        } else if (x->line > 0 && x->line <= a.line &&
                   (best == NULL || x->line > best->line)) {
            best = x;
        }
    }
    return best;
}

static bool is_in(const struct page_range *r, uint32_t column, int64_t line)
{
    return r->first_column <= column && column <= r->last_column &&
           r->first_line <= line && line <= r->last_line;
}

/* Whether what A asks for is of the ORIGINS of FIGURE. */
static bool is_made_of(const struct page_figure *figure, size_t origins,
                       const struct place_asked *a)
{
    struct str cell = a->cell;
    const uint32_t column = source_column_number(&cell);
    const int64_t line = a->cell.len > 0 ? places_number(cell) : a->line;

    for (size_t i = 0; i < origins; i++) {
        const struct page_figure *x = &figure[i];

        if (!is_asked_file(&x->place, a))
            continue;
        for (size_t k = 0; k < x->nranges; k++) {
            if (is_in(&x->ranges[k], column, line))
                return true;
        }
    }
    return false;
}

const struct page_figure *places_find_figure(const struct page_places *p,
                                             struct str text, size_t *origins)
{
    const struct page_figure *items = p->figures.items;
    struct place_asked a;

    if (!take_asked(str_trim(text), &a))
        return NULL;
    for (size_t i = 0; i < p->figures.count; i += *origins) {
        *origins = places_origins(&items[i], p->figures.count - i);
        if (is_made_of(&items[i], *origins, &a))
            return &items[i];
    }
    return NULL;
}

static bool is_same_row(const struct page_place *a, const struct page_place *b)
{
    if (a->line != b->line || !str_eq(a->file, b->file) ||
        !str_eq(a->sheet, b->sheet))
        return false;
    return a->line > 0 || row_of(a->cell) == row_of(b->cell);
}

int64_t places_page(const struct page_places *p, const struct page_place *place)
{
    const struct page_place *items = p->list.items;

    for (size_t i = 0; place != NULL && i < p->list.count; i++) {
        if (is_same_row(&items[i], place))
            return items[i].element;
    }
    return 0;
}
