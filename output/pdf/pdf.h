/*
 * pdf.h - a layout as PDF 1.7, tagged: PDF/UA-1 and PDF/A-3a at once.
 *
 * libharu makes the objects; structure tree, fonts, object streams and the
 * file itself are written here (output/pdf/README.md says why). Bytes depend
 * on the tree, the layout, the fonts and the colour profile alone.
 */
#ifndef OUTPUT_PDF_PDF_H
#define OUTPUT_PDF_PDF_H

#include "core/base/buf.h"
#include "core/doc/doc.h"
#include "output/layout/layout.h"
#include "output/pdf/pdf_cache.h"

/* Where Debian's icc-profiles-free puts sRGB. */
#define PDF_PROFILE_PATH "/usr/share/color/icc/sRGB.icc"

/*
 * Reads the profile that says what the colours of a PDF/A mean. Like the
 * fonts it is read once a run, before any worker starts, and belongs to the
 * arena. One that is missing is a finding [no-file] and ST_NOINPUT; one that
 * is no RGB profile is a finding [bad-value] and ST_DATA: a PDF that
 * claimed to be PDF/A without it would lie.
 */
MUST_CHECK enum status pdf_profile_open(struct arena *arena, const char *path,
                                        struct findings *findings,
                                        struct str *profile);

/*
 * Writes the file into OUT, which is empty. ST_NOMEM; ST_LIMIT where OUT or
 * what a PDF may hold ends; ST_DATA for a font file that contradicts itself;
 * ST_BUG. OUT is of no use then. HEARER, unless it is NULL, may let the items
 * of each page end once that is drawn, and all words with the last.
 */
MUST_CHECK enum status pdf_write(const struct doc *d, const struct layout *l,
                                 struct pdf_cache *cache,
                                 const struct layout_hearer *hearer,
                                 struct buf *out);

#endif
