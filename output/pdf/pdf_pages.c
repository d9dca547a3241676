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

enum status pdf_pages_make(struct pdf_pages *pages, const struct layout *l,
                           struct pdf_haru *h,
                           struct pdf_haru_object *resources)
{
    struct pdf_haru_object *tree =
        pdf_haru_dict(h, pdf_haru_catalog(h), "PageLabels");
    struct pdf_haru_object *labels = pdf_haru_array(h, tree, "Nums");
    uint32_t expected = 0;
    uint32_t index = 0;

    *pages = (struct pdf_pages){
        .pages = mem_zalloc(l->npages, sizeof(*pages->pages)),
        .count = l->npages,
        .first_number = l->pages == NULL ? 1 : l->pages->number,
    };
    if (pages->pages == NULL)
        return ST_NOMEM;
    for (const struct layout_page *p = l->pages; p != NULL && index < l->npages;
         p = p->next, index++) {
        pages->pages[index] = make_page(h, p, index, resources);
        if (p->number != expected)
            pdf_haru_page_label(h, labels, index, p->number);
        expected = p->number + 1;
    }
    return index == l->npages ? pdf_haru_status(h) : ST_BUG;
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
