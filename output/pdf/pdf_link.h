/*
 * pdf_link.h - where links are drawn, and their annotations (ISO 14289-1,
 * 7.18.5): one for each line that a link runs over.
 *
 * Failure: sticks; pdf_links_status() is asked once.
 */
#ifndef OUTPUT_PDF_PDF_LINK_H
#define OUTPUT_PDF_PDF_LINK_H

#include "output/layout/layout.h"
#include "output/pdf/pdf_haru.h"
#include "output/pdf/pdf_pages.h"

struct pdf_link {
    const struct doc_node *node; /* LINK, REFERENCE or NOTE_MARK */
    uint32_t page;               /* index, from 0 */
    int32_t x, y, width, height; /* milli-points, from the page's top left */
    uint32_t order;              /* as they were drawn */
    uint32_t annotation;         /* its object number */
    uint32_t element;            /* the object number of its element */
};

struct pdf_links {
    struct buf links; /* struct pdf_link */
};

void pdf_links_init(struct pdf_links *links, size_t limit);
void pdf_links_free(struct pdf_links *links);
MUST_CHECK enum status pdf_links_status(const struct pdf_links *links);

/* ITEM, a text on page PAGE, is part of the link NODE. */
void pdf_links_add(struct pdf_links *links, const struct doc_node *node,
                   uint32_t page, const struct layout_item *item);

/*
 * Makes the annotations on PAGES. A link whose target is on no page is
 * dropped; the others have the keys behind those of the pages in the
 * structure's parent tree. Afterwards the links of a node can be found.
 */
void pdf_links_make(struct pdf_links *links, const struct layout *l,
                    struct pdf_haru *h, const struct pdf_pages *pages);

size_t pdf_links_count(const struct pdf_links *links);

/* The links of NODE, side by side; NULL when there are none. */
struct pdf_link *pdf_links_of(const struct pdf_links *links,
                              const struct doc_node *node, size_t *count);

/* All of them as they were drawn; ends the use of pdf_links_of(). */
struct pdf_link *pdf_links_drawn(struct pdf_links *links, size_t *count);

#endif
