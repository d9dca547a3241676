/*
 * pdf_content.h - a page of the layout as a content stream (ISO 32000-1,
 * 7.8.2), every piece of it in a marked-content sequence: a node's, or an
 * artifact.
 *
 * Text items that follow each other and belong to one element share a
 * sequence, so that a paragraph costs one and not one a line.
 */
#ifndef OUTPUT_PDF_PDF_CONTENT_H
#define OUTPUT_PDF_PDF_CONTENT_H

#include "output/layout/layout.h"
#include "output/pdf/pdf_font.h"
#include "output/pdf/pdf_images.h"
#include "output/pdf/pdf_link.h"
#include "output/pdf/pdf_marks.h"

/* What pages have, for the objects that are written after them. */
struct pdf_noted {
    struct pdf_fonts *fonts;
    struct pdf_images *images;
    struct pdf_marks *marks;
    struct pdf_links *links;
};

/* Appends PAGE, of index INDEX, to OUT, and notes what it has. */
void pdf_content(const struct layout_page *page, uint32_t index,
                 const struct pdf_noted *noted, struct buf *out);

#endif
