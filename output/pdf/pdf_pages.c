#include "output/pdf/pdf_pages.h"
#include "core/mem.h"

static HPDF_REAL points(int32_t mpt)
{
    return (HPDF_REAL)mpt / 1000.0F;
}

static HPDF_Page make_page(struct pdf_haru *h, const struct layout_page *from,
                           uint32_t index, HPDF_Dict resources)
{
    HPDF_Page page = HPDF_AddPage(h->doc);

    if (page == NULL || resources == NULL)
        return page;
    HPDF_Page_SetWidth(page, points(from->width));
    HPDF_Page_SetHeight(page, points(from->height));
    HPDF_Dict_Add(page, "Resources", resources);
    HPDF_Dict_AddNumber(page, "StructParents", (HPDF_INT32)index);
    HPDF_Dict_AddName(page, "Tabs", "S");
    return page;
}

enum status pdf_pages_make(struct pdf_pages *pages, const struct layout *l,
                           struct pdf_haru *h, HPDF_Dict resources)
{
    uint32_t expected = 0;
    uint32_t index = 0;

    *pages = (struct pdf_pages){
        .pages = mem_zalloc(l->npages, sizeof(HPDF_Page)),
        .count = l->npages,
        .first_number = l->pages == NULL ? 1 : l->pages->number,
    };
    if (pages->pages == NULL)
        return ST_NOMEM;
    for (const struct layout_page *p = l->pages; p != NULL && index < l->npages;
         p = p->next, index++) {
        pages->pages[index] = make_page(h, p, index, resources);
        if (p->number != expected)
            HPDF_AddPageLabel(h->doc, index, HPDF_PAGE_NUM_STYLE_DECIMAL,
                              p->number, NULL);
        expected = p->number + 1;
    }
    return index == l->npages ? pdf_haru_status(h) : ST_BUG;
}

void pdf_pages_free(struct pdf_pages *pages)
{
    mem_free(pages->pages);
    pages->pages = NULL;
}

HPDF_Page pdf_page_of(const struct pdf_pages *pages,
                      const struct layout_page *page)
{
    const uint32_t index = page->number - pages->first_number;

    return index < pages->count ? pages->pages[index] : NULL;
}

uint32_t pdf_page_content(const struct pdf_pages *pages, uint32_t index)
{
    return pdf_haru_number(
        HPDF_Dict_GetItem(pages->pages[index], "Contents", HPDF_OCLASS_DICT));
}
