/*
 * pdf_cache_parts.h - what the cache holds: the compressor, the compressed
 * colour profile, and for each face of the family the compressed subset of a
 * fixed repertoire. For output/pdf alone.
 *
 * A face's subset is the repertoire, or the repertoire and what this report
 * adds; a fallback's is what this report uses of it. So the bytes depend on
 * the report alone, and most reports find theirs here. The cache changes
 * speed, never bytes.
 */
#ifndef OUTPUT_PDF_PDF_CACHE_PARTS_H
#define OUTPUT_PDF_PDF_CACHE_PARTS_H

#include "core/base/buf.h"
#include "output/font/font.h"

#include <hb.h>
#include <libdeflate.h>

#define SUBSET_TAG_LEN 6

struct pdf_subset {
    struct buf bytes; /* the font program, compressed */
    size_t length;    /* before that */
    char tag[SUBSET_TAG_LEN + 1];
};

struct pdf_face_cache {
    hb_set_t *repertoire; /* glyphs; NULL: not made yet */
    struct pdf_subset subset;
    bool made;
};

struct pdf_cache {
    const struct font_set *fonts;
    struct buf profile; /* compressed */
    struct libdeflate_compressor *deflate;
    struct pdf_face_cache faces[FONT_FACES_MAX];
};

/*
 * The subset of FACE that holds the glyphs USED. *FOUND is the cache's or
 * OWN; OWN is freed by the caller with pdf_subset_free() in either case.
 */
MUST_CHECK enum status pdf_cache_subset(struct pdf_cache *cache,
                                        const struct font_face *face,
                                        const hb_set_t *used,
                                        struct pdf_subset *own,
                                        const struct pdf_subset **found);
void pdf_subset_free(struct pdf_subset *subset);

#endif
