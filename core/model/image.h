/*
 * image.h - a picture that was read from a file, as both writers embed it.
 *
 * Its bytes are a whole file that says nothing but its pixels: a PNG file of
 * 8-bit grey or RGB samples or of 8-bit indices, not interlaced, without alpha;
 * or a JPEG file of
 * 8-bit grey or RGB, the right way up, without metadata. Colours are sRGB.
 *
 * Ownership: the arena that it was read into; const after that.
 */
#ifndef CORE_MODEL_IMAGE_H
#define CORE_MODEL_IMAGE_H

#include "core/base/str.h"

#include <stdint.h>

enum image_form {
    IMAGE_PNG,
    IMAGE_JPEG,
};

#define IMAGE_SIDE_MAX 2000 /* pixels: 300 to the inch across a page */

struct image {
    const char *name; /* of the file, as messages show it */
    struct str bytes;
    uint32_t width, height; /* pixels; from 1 to IMAGE_SIDE_MAX */
    uint8_t form;           /* enum image_form */
    uint8_t channels;       /* 1: grey or an index; 3: RGB */
    uint16_t ncolours;
    const uint8_t *palette; /* ncolours x RGB; NULL: there are no indices */
};

#endif
