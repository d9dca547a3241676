#include "input/xml/xml_flat.h"

struct xml_flat_walk xml_flat_walk(const struct xml_node *record)
{
    const struct xml_flat *flat = record->flat;

    return (struct xml_flat_walk){
        .source = record->at.source,
        .flat = flat,
        .cursor = {flat->tag_at, record->at.line, record->at.column, 0},
    };
}

static bool is_blank(struct str text)
{
    return text.len == 0 || ((text.ptr[0] <= ' ' || text.ptr[0] > '~') &&
                             str_trim(text).len == 0);
}

bool xml_flat_next(struct xml_flat_walk *w, struct xml_node *element)
{
    const struct xml_flat_element *e = &w->flat->elements[w->next];
    struct str text;

    if (w->next == w->flat->count)
        return false;
    w->next++;
    text = (struct str){w->source->text.ptr + e->text_at, e->length};
    element->at = (struct place){w->source, 0, 0};
    element->name = w->flat->names[e->name];
    element->text = is_blank(text) ? (struct str){NULL, 0} : text;
    return true;
}

void xml_flat_place(struct xml_flat_walk *w, struct xml_node *element)
{
    const struct xml_flat_element *e = &w->flat->elements[w->next - 1];
    size_t tag = e->text_at - 1; /* its > */

    while (w->source->text.ptr[tag] != '<')
        tag--;
    element->at = cursor_move(&w->cursor, w->source, tag);
}

void xml_flat_text_place(struct xml_flat_walk *w, struct xml_node *element)
{
    const struct xml_flat_element *e = &w->flat->elements[w->next - 1];
    struct place at;

    if (element->text.len == 0)
        return;
    at = cursor_move(&w->cursor, w->source, e->text_at);
    element->text_at = (struct spot){at.line, at.column};
}
