#include "input/xml/xml_flat.h"

struct xml_flat_walk xml_flat_walk(const struct xml_node *record)
{
    const struct source *source = record->at.source;
    const size_t offset = (size_t)(record->flat.ptr - source->text.ptr);

    return (struct xml_flat_walk){
        .source = source,
        .next = offset,
        .cursor = {offset, record->text_at.line, record->text_at.column, 0},
    };
}

/* A tag that holds a name alone, behind its <: the name without the prefix of
   its namespace, and how many bytes the name and all of the tag take. */
struct bare_tag {
    struct str name;
    size_t name_length;
    size_t length;
};

static struct bare_tag bare_tag(struct str text)
{
    struct bare_tag tag;
    size_t local = 0;
    size_t i = 0;

    for (;
         text.ptr[i] != '>' && text.ptr[i] != '/' && !xml_is_space(text.ptr[i]);
         i++) {
        if (text.ptr[i] == ':')
            local = i + 1;
    }
    tag.name = str_to(str_from(text, local), i - local);
    tag.name_length = i;
    while (text.ptr[i] != '>')
        i++;
    tag.length = i + 1;
    return tag;
}

static bool is_blank(struct str text)
{
    return text.len == 0 || ((text.ptr[0] <= ' ' || text.ptr[0] > '~') &&
                             str_trim(text).len == 0);
}

bool xml_flat_next(struct xml_flat_walk *w, struct xml_node *element)
{
    const struct str text = w->source->text;
    size_t at = w->next;
    struct bare_tag tag;

    while (xml_is_space(text.ptr[at]))
        at++;
    if (text.ptr[at + 1] == '/') /* the record's own end */
        return false;
    w->tag_at = at;
    tag = bare_tag(str_from(text, at + 1));
    at += 1 + tag.length;
    w->text_at = at;
    element->name = tag.name;
    element->text = (struct str){NULL, 0};
    if (text.ptr[at - 2] != '/') {
        const struct str rest = str_from(text, at);

        element->text = str_to(rest, str_find_char(rest, '<'));
        at += element->text.len + sizeof("</") - 1 + tag.name_length;
        while (text.ptr[at++] != '>')
            continue;
        if (is_blank(element->text))
            element->text = (struct str){NULL, 0};
    }
    w->next = at;
    return true;
}

void xml_flat_place(struct xml_flat_walk *w, struct xml_node *element)
{
    struct place text_at;

    element->at = cursor_move(&w->cursor, w->source, w->tag_at);
    if (element->text.len == 0)
        return;
    text_at = cursor_move(&w->cursor, w->source, w->text_at);
    element->text_at = (struct spot){text_at.line, text_at.column};
}
