/*
 * pdf.h - a layout as PDF 1.7, tagged.
 *
 * libharu makes the objects; structure tree, fonts, object streams and the
 * file itself are written here (output/pdf/README.md says why). Bytes depend
 * on the tree, the layout and the fonts alone.
 *
 * Failure: ST_NOMEM, ST_LIMIT, or ST_BUG with nothing usable in OUT.
 */
#ifndef OUTPUT_PDF_PDF_H
#define OUTPUT_PDF_PDF_H

#include "core/buf.h"
#include "core/doc.h"
#include "output/layout/layout.h"

/* What a process keeps between reports; changes speed, never bytes. */
struct pdf_cache;
struct pdf_cache *pdf_cache_new(const struct font_set *fonts);
void pdf_cache_free(struct pdf_cache *cache);

MUST_CHECK enum status pdf_write(const struct doc *d, const struct layout *l,
                                 struct pdf_cache *cache, struct buf *out);

#endif
