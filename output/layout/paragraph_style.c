#include "output/layout/layout_parts.h"

void text_style_set(const struct layout_parts *m, enum type_set set,
                    struct text_style *style)
{
    const struct set s = m->style->house->set[set];

    style->size = s.size;
    style->leading = (int32_t)(((int64_t)s.line * 1000 + s.size / 2) / s.size);
}

struct text_style text_style(const struct layout_parts *m, enum type_set set,
                             enum face face, uint32_t colour)
{
    struct text_style style = {
        .colour = colour, .face = (uint8_t)face, .align = ALIGN_START};

    text_style_set(m, set, &style);
    return style;
}

struct text_style paragraph_style(const struct flow *f,
                                  const struct doc_node *node)
{
    const struct layout_parts *m = f->m;
    const struct house_colours *colours = &m->style->house->colours;

    if (node->role == ROLE_COUNCIL)
        return text_style(m, SET_HEADING_2, FACE_BOLD, colours->accent);
    if (node->role == ROLE_ADDRESSEE)
        return text_style(m, f->banded ? SET_KICKER : SET_HEADING_2,
                          FACE_REGULAR, colours->secondary);
    if (node->role == ROLE_REASON)
        return text_style(m, SET_FACTS, FACE_REGULAR, colours->text);
    if (node->role == ROLE_SUBTITLE)
        return text_style(m, SET_HEADING_2, FACE_REGULAR, colours->text);
    if (node->role == ROLE_FOOT)
        return text_style(m, SET_SMALL, FACE_REGULAR, colours->secondary);
    return f->style;
}
