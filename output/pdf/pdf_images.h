/*
 * pdf_images.h - images from files as image XObjects (ISO 32000-1, 8.9.5),
 * one each however often it is shown, and under however many names.
 *
 * The bytes are those of the HTML: a JPEG file is a stream for DCTDecode as
 * it stands; what a PNG file has in its IDAT chunks is a stream for
 * FlateDecode with PNG's own predictors (7.4.4.4).
 *
 * Failure: sticks; pdf_images_status() is asked once.
 */
#ifndef OUTPUT_PDF_PDF_IMAGES_H
#define OUTPUT_PDF_PDF_IMAGES_H

#include "core/model/image.h"
#include "output/pdf/pdf_haru.h"
#include "output/pdf/pdf_objects.h"

struct pdf_images {
    struct buf images; /* struct pdf_image */
};

struct pdf_image {
    const struct image *image;
    struct pdf_haru_object *object; /* its number is libharu's */
};

void pdf_images_init(struct pdf_images *images, size_t limit);
void pdf_images_free(struct pdf_images *images);
MUST_CHECK enum status pdf_images_status(const struct pdf_images *images);

/* The number in IMAGE's name: /I0 is the first. */
uint32_t pdf_images_add(struct pdf_images *images, const struct image *image);

/* Names them in RESOURCES, the pages' own. */
void pdf_images_name(struct pdf_images *images, struct pdf_haru *h,
                     struct pdf_haru_object *resources);
void pdf_images_write(const struct pdf_images *images, struct pdf_objects *o);

#endif
