#include "preview/places.h"
#include "core/base/ascii.h"
#include "core/base/json_in.h"
#include "core/base/mem.h"
#include "core/finding/source.h"

#include <stdlib.h>

#define ARENA_MAX ((size_t)64 * 1024 * 1024)
#define MEMBERS 6         /* element, file, sheet, line, column, cell */
#define FIGURE_MEMBERS 10 /* and number, ranges, words, what gives it */

/* The next array inside the array that REST is, cut off it; empty at the end.
   One place at a time, so that a long page has no tree of all. */
static struct str next_place(struct str *rest)
{
    const size_t start = str_find_char(str_from(*rest, 1), '[') + 1;
    bool quoted = false;
    struct str one;
    size_t n;

    if (start >= rest->len)
        return (struct str){NULL, 0};
    for (n = start; n < rest->len && (quoted || rest->ptr[n] != ']'); n++) {
        if (rest->ptr[n] == '\\')
            n++;
        else if (rest->ptr[n] == '"')
            quoted = !quoted;
    }
    n = n < rest->len ? n + 1 : rest->len;
    one = (struct str){rest->ptr + start, n - start};
    /* The search goes on behind the first character of the rest. */
    *rest = str_from(*rest, n - 1);
    return one;
}

/* Most places name the file of the one before. */
static struct str kept(struct arena *arena, struct str last, const json_t *text)
{
    const struct str given = json_in_text(text);

    return str_eq(last, given) ? last : arena_str(arena, given);
}

static struct page_place place_of(struct page_places *p, const json_t *one,
                                  const struct page_place *before)
{
    return (struct page_place){
        .element = json_integer_value(json_array_get(one, 0)),
        .file = kept(&p->arena, before->file, json_array_get(one, 1)),
        .sheet = kept(&p->arena, before->sheet, json_array_get(one, 2)),
        .cell = arena_str(&p->arena, json_in_text(json_array_get(one, 5))),
        .line = json_integer_value(json_array_get(one, 3)),
    };
}

/* "B2", or 12 with the column 0, cut off TEXT. */
static void cut_end(struct str *text, uint32_t *column, uint32_t *line)
{
    int64_t n;

    *column = source_column_number(text);
    n = places_number(*text);
    *line = n < 0 ? 0 : (uint32_t)n;
}

/* "B2:B5 B9", or "12:14 20". */
static void read_ranges(struct page_places *p, struct page_figure *f,
                        struct str text)
{
    struct page_range *ranges;
    size_t n = 1;

    for (size_t i = 0; i < text.len; i++)
        n += text.ptr[i] == ' ';
    ranges = arena_alloc(&p->arena, n, sizeof(*ranges));
    for (n = 0; ranges != NULL && text.len > 0; n++) {
        struct page_range *r = &ranges[n];
        struct str last = str_cut(&text, ' ');
        struct str first = str_cut(&last, ':');

        cut_end(&first, &r->first_column, &r->first_line);
        r->last_column = r->first_column;
        r->last_line = r->first_line;
        if (last.len > 0)
            cut_end(&last, &r->last_column, &r->last_line);
    }
    f->ranges = ranges;
    f->nranges = ranges == NULL ? 0 : n;
}

static void add_figure(struct page_places *p, const json_t *one)
{
    static const struct page_figure none;
    struct page_figure *f = list_add(&p->figures);
    const struct page_figure *before =
        p->figures.count > 1 && f != NULL ? f - 1 : &none;

    if (f == NULL)
        return;
    *f = (struct page_figure){
        .place = place_of(p, one, &before->place),
        .number = json_integer_value(json_array_get(one, 6)),
        .words = kept(&p->arena, before->words, json_array_get(one, 8)),
        .given_by = kept(&p->arena, before->given_by, json_array_get(one, 9)),
    };
    read_ranges(p, f, json_in_text(json_array_get(one, 7)));
}

static void add_place(struct page_places *p, const json_t *one)
{
    static const struct page_place none;
    struct page_place *place;

    if (!json_is_array(one) || !json_is_integer(json_array_get(one, 0)) ||
        !json_is_integer(json_array_get(one, 3)))
        return;
    if (json_array_size(one) == FIGURE_MEMBERS)
        add_figure(p, one);
    if (json_array_size(one) != MEMBERS)
        return;
    place = list_add(&p->list);
    if (place != NULL)
        *place = place_of(p, one, p->list.count > 1 ? place - 1 : &none);
}

static int by_element(const void *a, const void *b)
{
    const struct page_place *x = a;
    const struct page_place *y = b;

    return (x->element > y->element) - (x->element < y->element);
}

static int by_figure(const void *a, const void *b)
{
    const struct page_figure *x = a;
    const struct page_figure *y = b;
    const int order = by_element(&x->place, &y->place);

    return order != 0 ? order
                      : (x->number > y->number) - (x->number < y->number);
}

void places_read(struct page_places *p, struct str json)
{
    struct str one;

    arena_init(&p->arena, ARENA_MAX);
    p->list = list_of(&p->arena, sizeof(struct page_place));
    p->figures = list_of(&p->arena, sizeof(struct page_figure));
    for (one = next_place(&json); one.len > 0; one = next_place(&json)) {
        json_t *tree = NULL;

        if (json_in(one, &tree) == ST_OK)
            add_place(p, tree);
        json_decref(tree);
    }
    if (arena_status(&p->arena) != ST_OK)
        p->list.count = p->figures.count = 0;
    if (p->list.count > 0)
        qsort(p->list.items, p->list.count, sizeof(struct page_place),
              by_element);
    if (p->figures.count > 0)
        qsort(p->figures.items, p->figures.count, sizeof(struct page_figure),
              by_figure);
}

void places_free(struct page_places *p)
{
    arena_free(&p->arena);
    *p = (struct page_places){.list = {.count = 0}, .figures = {.count = 0}};
}

int64_t places_number(struct str text)
{
    int64_t n = 0;

    if (text.len == 0 || text.len > 9)
        return -1;
    for (size_t i = 0; i < text.len; i++) {
        if (!is_digit(text.ptr[i]))
            return -1;
        n = n * 10 + (text.ptr[i] - '0');
    }
    return n;
}

const struct page_place *places_above(const struct page_places *p,
                                      struct str elements)
{
    while (p->list.count > 0 && elements.len > 0) {
        const struct page_place wanted = {
            .element = places_number(str_cut(&elements, ','))};
        const struct page_place *found =
            bsearch(&wanted, p->list.items, p->list.count,
                    sizeof(struct page_place), by_element);

        if (found != NULL)
            return found;
    }
    return NULL;
}

size_t places_origins(const struct page_figure *figure, size_t left)
{
    size_t n = 1;

    while (n < left && figure[n].number == figure->number &&
           figure[n].place.element == figure->place.element)
        n++;
    return n;
}

/* The first of ELEMENT; the number of all where it has none. */
static size_t first_figure(const struct page_places *p, int64_t element)
{
    const struct page_figure *items = p->figures.items;
    size_t low = 0, high = p->figures.count;

    while (low < high) {
        const size_t middle = low + (high - low) / 2;

        if (items[middle].place.element < element)
            low = middle + 1;
        else
            high = middle;
    }
    return low < p->figures.count && items[low].place.element == element
               ? low
               : p->figures.count;
}

size_t places_figures(const struct page_places *p, struct str elements,
                      const struct page_place *place,
                      const struct page_figure **first)
{
    const struct page_figure *items = p->figures.items;
    const int64_t outermost = place == NULL ? 0 : place->element;

    *first = NULL;
    while (elements.len > 0) {
        const int64_t element = places_number(str_cut(&elements, ','));
        const size_t from = first_figure(p, element);
        size_t to = from;

        if (element < outermost)
            return 0;
        while (to < p->figures.count && items[to].place.element == element)
            to++;
        if (to == from)
            continue;
        *first = &items[from];
        return to - from;
    }
    return 0;
}

const struct page_place *places_step(const struct page_places *p,
                                     int64_t element, bool forward)
{
    const struct page_place *items = p->list.items;
    const size_t count = p->list.count;
    size_t n = 0;

    if (count == 0)
        return NULL;
    while (n < count && items[n].element < element)
        n++;
    if (!forward)
        return &items[n == 0 ? count - 1 : n - 1];
    if (n < count && items[n].element == element)
        n++;
    return &items[n == count ? 0 : n];
}
