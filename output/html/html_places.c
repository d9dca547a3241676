#include "output/html/html_places.h"
#include "core/base/json_out.h"

#include <stdlib.h>

struct element_place {
    struct place at;
    struct place last;                   /* of several cells; else NOWHERE */
    const struct printed_figure *figure; /* that was made of them; or NULL */
    uint32_t element;
    uint32_t number; /* of the figure in the list */
};

void html_places_add(struct buf *list, uint32_t element, struct place at)
{
    const struct element_place p = {.at = at, .element = element};

    buf_add(list, &p, sizeof(p));
}

void html_places_add_figure(struct buf *list, uint32_t element,
                            const struct printed_figure *figure)
{
    struct element_place p = {
        .figure = figure,
        .element = element,
        .number = (uint32_t)(list->len / sizeof(struct element_place)),
    };

    for (const struct figure_origin *o = figure->origins; o != NULL;
         o = o->next) {
        p.at = o->first;
        p.last = o->last;
        buf_add(list, &p, sizeof(p));
    }
}

static int compare_numbers(uintptr_t a, uintptr_t b)
{
    return (a > b) - (a < b);
}

/* Each source from its beginning to its end, so that it is read once. */
static int compare_places(const void *a, const void *b)
{
    const struct element_place *x = a;
    const struct element_place *y = b;
    int order =
        compare_numbers((uintptr_t)x->at.source, (uintptr_t)y->at.source);

    if (order == 0)
        order = compare_numbers(x->at.line, y->at.line);
    if (order == 0)
        order = compare_numbers(x->at.column, y->at.column);
    return order != 0 ? order : compare_numbers(x->element, y->element);
}

static void put_figure(const struct element_place *p, struct json_out *json)
{
    const bool cells =
        p->last.source != NULL && source_has_cells(p->last.source);
    char last[SOURCE_CELL_SIZE] = "";

    if (cells)
        place_cell_name(p->last, last);
    json_out_int(json, p->number);
    json_out_int(json, cells ? 0 : p->last.line);
    json_out_cstr(json, last);
    json_out_string(json, p->figure->words);
    json_out_string(json, p->figure->expression);
}

static void put_place(const struct element_place *p,
                      struct source_cursor *cursor, struct json_out *json)
{
    struct position found;

    source_locate_next(cursor, p->at, &found);
    json_out_array(json);
    json_out_int(json, p->element);
    json_out_cstr(json, p->at.source->name);
    json_out_string(json, str_of(p->at.source->sheet));
    json_out_int(json, found.line);
    json_out_int(json, found.column);
    json_out_cstr(json, found.cell);
    if (p->figure != NULL)
        put_figure(p, json);
    json_out_end(json);
}

void html_places_json(struct buf *list, struct buf *out)
{
    struct source_cursor cursor = {.source = NULL};
    struct element_place *places = (struct element_place *)(void *)list->ptr;
    const size_t count = list->len / sizeof(*places);
    struct json_out json;

    if (buf_status(list) != ST_OK) {
        buf_fail(out, buf_status(list));
        return;
    }
    if (count > 0)
        qsort(places, count, sizeof(*places), compare_places);
    json_out_init(&json, out, false);
    json_out_array(&json);
    for (size_t i = 0; i < count; i++)
        put_place(&places[i], &cursor, &json);
    json_out_end(&json);
}
