#include "output/layout/layout_parts.h"

struct text_style text_style(const struct layout_parts *m, int32_t size,
                             enum face face, uint32_t colour)
{
    return (struct text_style){.size = size,
                               .leading = m->sizes->leading,
                               .colour = colour,
                               .face = (uint8_t)face,
                               .align = ALIGN_START};
}

struct text_style paragraph_style(const struct flow *f,
                                  const struct doc_node *node)
{
    const struct layout_parts *m = f->m;
    const struct house_colours *colours = &m->style->house->colours;

    if (node->role == ROLE_COUNCIL)
        return text_style(m, m->sizes->headings[1], FACE_BOLD, colours->accent);
    if (node->role == ROLE_ADDRESSEE)
        return text_style(m, f->banded ? m->sizes->body : m->sizes->headings[1],
                          FACE_REGULAR, colours->secondary);
    if (node->role == ROLE_SUBTITLE)
        return text_style(m, m->sizes->headings[1], FACE_REGULAR,
                          colours->text);
    return f->style;
}
