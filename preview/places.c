#include "preview/places.h"
#include "core/base/ascii.h"
#include "core/base/json_in.h"
#include "core/base/mem.h"

#include <stdlib.h>
#include <string.h>

#define ARENA_MAX ((size_t)64 * 1024 * 1024)
#define MEMBERS 6 /* element, file, sheet, line, column, cell */

/* The next array inside the array that REST is, cut off it; empty at the end.
   One place at a time, so that a long page has no tree of all. */
static struct str next_array(struct str *rest)
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

static void add(struct page_places *p, const json_t *one)
{
    static const struct page_place none;
    const struct page_place *before = &none;
    struct page_place *place;

    if (!json_is_array(one) || json_array_size(one) != MEMBERS ||
        !json_is_integer(json_array_get(one, 0)) ||
        !json_is_integer(json_array_get(one, 3)))
        return;
    place = list_add(&p->list);
    if (place == NULL)
        return;
    if (p->list.count > 1)
        before = place - 1;
    *place = (struct page_place){
        .element = json_integer_value(json_array_get(one, 0)),
        .file = kept(&p->arena, before->file, json_array_get(one, 1)),
        .sheet = kept(&p->arena, before->sheet, json_array_get(one, 2)),
        .cell = arena_str(&p->arena, json_in_text(json_array_get(one, 5))),
        .line = json_integer_value(json_array_get(one, 3)),
    };
}

static int by_element(const void *a, const void *b)
{
    const struct page_place *x = a;
    const struct page_place *y = b;

    return (x->element > y->element) - (x->element < y->element);
}

void places_read(struct page_places *p, struct str json)
{
    struct str one;

    arena_init(&p->arena, ARENA_MAX);
    p->list = list_of(&p->arena, sizeof(struct page_place));
    for (one = next_array(&json); one.len > 0; one = next_array(&json)) {
        json_t *tree = NULL;

        if (json_in(one, &tree) == ST_OK)
            add(p, tree);
        if (tree != NULL)
            json_decref(tree);
    }
    if (arena_status(&p->arena) != ST_OK)
        p->list.count = 0;
    if (p->list.count > 0)
        qsort(p->list.items, p->list.count, sizeof(struct page_place),
              by_element);
}

void places_free(struct page_places *p)
{
    arena_free(&p->arena);
    *p = (struct page_places){.list = {.count = 0}};
}

/* The whole number that TEXT is; -1 when it is none. */
static int64_t number(struct str text)
{
    int64_t n = 0;

    if (text.len == 0 || text.len > 9)
        return -1;
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9')
            return -1;
        n = n * 10 + (text.ptr[i] - '0');
    }
    return n;
}

const struct page_place *places_above(const struct page_places *p,
                                      struct str elements)
{
    while (p->list.count > 0 && elements.len > 0) {
        const struct page_place wanted = {.element =
                                              number(str_cut(&elements, ','))};
        const struct page_place *found =
            bsearch(&wanted, p->list.items, p->list.count,
                    sizeof(struct page_place), by_element);

        if (found != NULL)
            return found;
    }
    return NULL;
}

static bool is_cell(struct str text)
{
    size_t letters = 0;

    while (letters < text.len && letters < 4 &&
           is_ascii_letter(text.ptr[letters]))
        letters++;
    return letters > 0 && letters < 4 && number(str_from(text, letters)) > 0;
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
struct asked {
    struct str file, sheet, cell;
    int64_t line;
};

/* FILE:12 of FILE:12:5, as messages name a place. */
static struct str without_column(struct str text)
{
    const size_t n = last_part(text);
    const struct str rest = str_to(text, n == 0 ? 0 : n - 1);

    if (number(str_from(text, n)) < 0 || last_part(rest) == 0 ||
        number(str_from(rest, last_part(rest))) < 0)
        return text;
    return rest;
}

static bool take_asked(struct str text, struct asked *a)
{
    size_t bang = str_find_char(text, '!');
    size_t n;

    *a = (struct asked){.line = 0};
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
        a->line = number(a->cell);
        a->cell.len = 0;
    }
    return a->file.len > 0 && (a->cell.len > 0 || a->line > 0);
}

const struct page_place *places_find(const struct page_places *p,
                                     struct str text, bool *is_asked)
{
    const struct page_place *items = p->list.items;
    const struct page_place *best = NULL;
    struct asked a;

    *is_asked = take_asked(str_trim(text), &a);
    for (size_t i = 0; *is_asked && i < p->list.count; i++) {
        const struct page_place *x = &items[i];

        if (!str_eq(x->file, a.file) ||
            (a.sheet.len > 0 && !str_same_word(x->sheet, a.sheet)))
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

/* The row that a cell's name ends with. */
static int64_t row_of(struct str cell)
{
    size_t n = 0;

    while (n < cell.len && is_ascii_letter(cell.ptr[n]))
        n++;
    return number(str_from(cell, n));
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

void places_name(const struct page_place *place, struct buf *out)
{
    buf_str(out, place->file);
    buf_char(out, ':');
    if (place->cell.len == 0) {
        buf_int(out, place->line);
        return;
    }
    if (place->sheet.len > 0) {
        buf_str(out, place->sheet);
        buf_char(out, '!');
    }
    buf_str(out, place->cell);
}

void places_say(const struct page_place *place, struct buf *out)
{
    buf_str(out, place->file);
    if (place->sheet.len > 0) {
        buf_puts(out, ", sheet ");
        buf_str(out, place->sheet);
    }
    if (place->cell.len > 0) {
        buf_puts(out, ", cell ");
        buf_str(out, place->cell);
    } else if (place->line > 0) {
        buf_puts(out, str_ends(place->file, STR_LIT(".docx")) ? ", paragraph "
                                                              : ", line ");
        buf_int(out, place->line);
    }
}
