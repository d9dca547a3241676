#include "output/layout/layout_parts.h"

int32_t page_width(const struct layout_parts *m, bool landscape)
{
    const struct page_style *page = &m->style->page;

    return page->landscape || landscape ? page->height : page->width;
}

int32_t page_height(const struct layout_parts *m, bool landscape)
{
    const struct page_style *page = &m->style->page;

    return page->landscape || landscape ? page->width : page->height;
}

int32_t page_text_left(const struct layout_parts *m)
{
    return m->style->page.left;
}

int32_t page_text_right(const struct layout_parts *m, bool landscape)
{
    return page_width(m, landscape) - m->style->page.right;
}

int32_t page_text_height(const struct layout_parts *m, bool landscape)
{
    return page_height(m, landscape) - m->style->page.top -
           m->style->page.bottom;
}
