#include "output/pdf/pdf_pages.h"
#include "core/base/mem.h"

static struct pdf_haru_object *make_page(struct pdf_haru *h,
                                         const struct layout_page *from,
                                         uint32_t index,
                                         struct pdf_haru_object *resources)
{
    struct pdf_haru_object *page =
        pdf_haru_page(h, from->width, from->height, resources);

    pdf_haru_int(page, "StructParents", (int32_t)index);
    pdf_haru_name(page, "Tabs", "S");
    return page;
}

enum status pdf_pages_begin(struct pdf_pages *pages, const struct layout *l,
                            struct pdf_haru *h)
{
    struct pdf_haru_object *tree =
        pdf_haru_dict(h, pdf_haru_catalog(h), "PageLabels");

    *pages = (struct pdf_pages){
        .pages = mem_zalloc(l->npages, sizeof(*pages->pages)),
        .count = l->npages,
        .first_number = l->pages == NULL ? 1 : l->pages->number,
        .labels = pdf_haru_array(h, tree, "Nums"),
    };
    return pages->pages == NULL ? ST_NOMEM : pdf_haru_status(h);
}

void pdf_pages_add(struct pdf_pages *pages, const struct layout_page *from,
                   struct pdf_haru *h, struct pdf_haru_object *resources)
{
    const uint32_t index = pages->made++;

    pages->pages[index] = make_page(h, from, index, resources);
    if (from->number != pages->expected)
        pdf_haru_page_label(h, pages->labels, index, from->number);
    pages->expected = from->number + 1;
}

void pdf_pages_free(struct pdf_pages *pages)
{
    mem_free(pages->pages);
    pages->pages = NULL;
}

struct pdf_haru_object *pdf_page_of(const struct pdf_pages *pages,
                                    const struct layout_page *page)
{
    const uint32_t index = page->number - pages->first_number;

    return index < pages->count ? pages->pages[index] : NULL;
}

uint32_t pdf_page_content(const struct pdf_pages *pages, uint32_t index)
{
    return pdf_haru_page_content(pages->pages[index]);
}
