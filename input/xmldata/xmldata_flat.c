/*
 * The fields of records that are flat. Most of them say what their text does as
 * it stands, and of columns nothing else is asked: those are taken at once, and
 * elements are made of the others alone.
 */
#include "input/xmldata/xmldata_rows.h"

/* Whether TEXT, as it stands, is what a cell of it says. */
static bool is_as_it_stands(struct str text)
{
    const char first = text.len > 0 ? text.ptr[0] : ' ';
    const char last = text.len > 0 ? text.ptr[text.len - 1] : ' ';

    return text.len <= XML_FIELD_MAX && first > ' ' && first < 0x7F &&
           last > ' ' && last < 0x7F && xml_is_settled(text);
}

/* The next element is a field that no record before had, or is no column, and
   may name a unit. */
static void collect_element(struct xml_rows *r, struct xml_flat_walk *walk,
                            size_t i, size_t number)
{
    struct xml_field *f = r->fields.items;
    struct xml_node element = {.parent = NULL};
    const struct xml_met met = {.node = &element};
    struct str text = xml_flat_text(walk->flat, walk->next, walk->source);

    (void)xml_flat_next(walk, &element);
    if (i == r->fields.count) {
        xml_flat_place(walk, &element);
        f = xml_add_field(r, element.name, element.at);
    } else {
        f += i;
    }
    if (f == NULL)
        return;
    f->seen = number;
    if (f->is_column || r->names_units)
        return;
    if (!is_as_it_stands(text))
        text = xml_met_text(r->arena, &met);
    r->names_units = xml_field_names_unit(r, f, element.name, text);
}

void xml_collect_flat(struct xml_rows *r, const struct xml_node *record,
                      size_t number)
{
    struct xml_flat_walk walk = xml_flat_walk(record);
    const struct xml_flat *flat = record->flat;

    while (r->reader.status == ST_OK && walk.next < flat->count) {
        const struct xml_field *fields = r->fields.items;
        const size_t i =
            xml_find_field(r, xml_flat_name(flat, walk.next), number);

        if (i < r->fields.count && (fields[i].is_column || r->names_units))
            walk.next++;
        else
            collect_element(r, &walk, i, number);
    }
}

/* The next element as field I. */
static void put_element(struct xml_rows *r, struct xml_flat_walk *walk,
                        size_t i)
{
    struct xml_node element = {.parent = NULL};
    const struct xml_met met = {.node = &element};

    (void)xml_flat_next(walk, &element);
    if (element.text.len > 0)
        xml_flat_text_place(walk, &element);
    else
        xml_flat_place(walk, &element);
    xml_put_met(r, i, &met);
}

void xml_put_flat(struct xml_rows *r, const struct xml_node *record,
                  size_t number)
{
    struct xml_flat_walk walk = xml_flat_walk(record);
    const struct xml_flat *flat = record->flat;

    while (walk.next < flat->count) {
        const size_t i =
            xml_find_field(r, xml_flat_name(flat, walk.next), number);
        const struct str text = xml_flat_text(flat, walk.next, walk.source);

        if (i == r->fields.count) {
            walk.next++;
        } else if (is_as_it_stands(text)) {
            const size_t at = flat->elements[walk.next++].text_at;

            xml_put(r, i, text, cursor_move(&walk.cursor, walk.source, at));
        } else {
            put_element(r, &walk, i);
        }
    }
}
