/*
 * pdf_pages.h - libharu's pages for the pages of a layout.
 */
#ifndef OUTPUT_PDF_PDF_PAGES_H
#define OUTPUT_PDF_PDF_PAGES_H

#include "output/layout/layout.h"
#include "output/pdf/pdf_haru.h"

struct pdf_pages {
    struct pdf_haru_object **pages; /* by index, from 0 */
    uint32_t count;
    uint32_t made;         /* of them */
    uint32_t first_number; /* of the layout's first page */
    uint32_t expected;     /* the number of the next one, if it says none */
    struct pdf_haru_object *labels;
};

/* Room for a page each, and the list of their labels. ST_NOMEM, or what
   pdf_haru_status() says; pdf_pages_free() in any case. */
MUST_CHECK enum status pdf_pages_begin(struct pdf_pages *pages,
                                       const struct layout *l,
                                       struct pdf_haru *h);
/* The next page, which FROM is: with the dictionary RESOURCES, its label, and
   the key of its content in the structure's parent tree, its index. Made when
   the page is drawn, it takes the room of those before it. */
void pdf_pages_add(struct pdf_pages *pages, const struct layout_page *from,
                   struct pdf_haru *h, struct pdf_haru_object *resources);
void pdf_pages_free(struct pdf_pages *pages);

/* libharu's page for PAGE; NULL: it is none of the layout's. */
struct pdf_haru_object *pdf_page_of(const struct pdf_pages *pages,
                                    const struct layout_page *page);

/* The object number of the page's content stream. */
uint32_t pdf_page_content(const struct pdf_pages *pages, uint32_t index);

#endif
