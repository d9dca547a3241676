/*
 * pdf_outline.h - a bookmark for each heading.
 */
#ifndef OUTPUT_PDF_PDF_OUTLINE_H
#define OUTPUT_PDF_PDF_OUTLINE_H

#include "output/pdf/pdf_haru.h"
#include "output/pdf/pdf_pages.h"

/* Failures are libharu's: pdf_haru_status(). */
void pdf_outline_make(const struct layout *l, const struct pdf_pages *pages,
                      struct pdf_haru *h);

#endif
