#include "output/pdf/pdf_pages.h"
#include "core/base/mem.h"

#include <hpdf_page_label.h>

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

/* Page INDEX begins a run of numbers from FIRST. HPDF_AddPageLabel() would
   lose memory where there is too little. */
static void add_label(struct pdf_haru *h, HPDF_Array labels, uint32_t index,
                      uint32_t first)
{
    if (labels == NULL ||
        HPDF_Array_AddNumber(labels, (HPDF_INT32)index) != HPDF_OK)
        return;
    HPDF_Array_Add(labels,
                   HPDF_PageLabel_New(h->doc, HPDF_PAGE_NUM_STYLE_DECIMAL,
                                      (HPDF_INT)first, NULL));
}

enum status pdf_pages_make(struct pdf_pages *pages, const struct layout *l,
                           struct pdf_haru *h, HPDF_Dict resources)
{
    HPDF_Dict tree = pdf_haru_dict(h, h->doc->catalog, "PageLabels");
    HPDF_Array labels = pdf_haru_array(h, tree, "Nums");
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
            add_label(h, labels, index, p->number);
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
