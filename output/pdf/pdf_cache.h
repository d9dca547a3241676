/*
 * pdf_cache.h - what a process keeps between reports, so that the next PDF
 * takes less time. It changes speed, never bytes.
 */
#ifndef OUTPUT_PDF_PDF_CACHE_H
#define OUTPUT_PDF_PDF_CACHE_H

#include "output/font/font.h"

struct pdf_cache;

/* FONTS must outlive it; PROFILE is the colour profile of
   pdf_profile_open(). NULL: no memory. */
struct pdf_cache *pdf_cache_new(const struct font_set *fonts,
                                struct str profile);
void pdf_cache_free(struct pdf_cache *cache); /* may be NULL */

#endif
