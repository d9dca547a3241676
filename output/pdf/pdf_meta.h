/*
 * pdf_meta.h - what a PDF says about itself: Info and XMP, which agree; the
 * colours it means (output intent); language, title and tags in its catalog
 * (ISO 14289-1, 7.1, 7.2; ISO 19005-3, 6.2.3, 6.6).
 *
 * There is no time in it but the date of the report, if it has one.
 */
#ifndef OUTPUT_PDF_PDF_META_H
#define OUTPUT_PDF_PDF_META_H

#include "core/doc/doc.h"
#include "output/pdf/pdf_file.h"
#include "output/pdf/pdf_haru.h"
#include "output/pdf/pdf_objects.h"

/* The objects that libharu's catalog refers to and pdf_meta_write() writes. */
struct pdf_meta {
    struct pdf_haru_object *metadata;
    struct pdf_haru_object *profile;
    struct pdf_haru_object *structure; /* the StructTreeRoot: pdf_struct.h */
};

/* Fills Info and catalog; failures are libharu's. */
void pdf_meta_make(const struct doc *d, struct pdf_haru *h,
                   struct pdf_meta *meta);

/* Names this document, the same in every run: from the hash of what it was
   made from, and of the audience it is for. */
void pdf_meta_id(const struct doc *d, uint8_t id[PDF_ID_SIZE]);

/* Writes XMP and PROFILE, which is compressed. */
void pdf_meta_write(const struct doc *d, const struct pdf_meta *meta,
                    struct str profile, struct pdf_objects *o);

/* D:20121005000000Z, in parentheses. */
void pdf_write_date(struct buf *b, struct date date);

#endif
