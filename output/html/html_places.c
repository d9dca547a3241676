#include "output/html/html_places.h"
#include "core/base/json_out.h"

#include <stdlib.h>

struct element_place {
    struct place at;
    const struct printed_figure *figure; /* that was made of it; or NULL */
    const struct figure_origin *origin;  /* of that */
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
        p.origin = o;
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

static void put_line_or_cell(struct place at, struct buf *out)
{
    char cell[SOURCE_CELL_SIZE];

    if (!source_has_cells(at.source)) {
        buf_int(out, at.line);
        return;
    }
    place_cell_name(at, cell);
    buf_puts(out, cell);
}

static void put_range(const struct place_range *range, struct buf *out)
{
    if (out->len > 0)
        buf_char(out, ' ');
    put_line_or_cell(range->first, out);
    if (range->last.source == NULL ||
        place_compare(range->first, range->last) == 0)
        return;
    buf_char(out, ':');
    put_line_or_cell(range->last, out);
}

static void put_ranges(const struct figure_origin *o, struct buf *out)
{
    struct place_range range = {o->first, o->last};
    struct cell_origins cells;

    if (o->table == NULL) {
        put_range(&range, out);
        return;
    }
    cells = cell_origins_of(o->table, o->row, o->column);
    while (cell_origins_next(&cells, &range))
        put_range(&range, out);
}

static void put_figure(const struct element_place *p, struct json_out *json)
{
    struct buf ranges;

    buf_init(&ranges, SIZE_MAX / 4);
    put_ranges(p->origin, &ranges);
    json_out_int(json, p->number);
    json_out_string(json, buf_view(&ranges));
    json_out_string(json, p->figure->words);
    json_out_string(json, p->figure->given_by);
    if (buf_status(&ranges) != ST_OK)
        buf_fail(json->out, buf_status(&ranges));
    buf_free(&ranges);
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
