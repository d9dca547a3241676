/*
 * image_file.h - PNG and JPEG files made in memory, and pixels read back.
 *
 * Made with libpng and libjpeg themselves, so that a test says what a picture
 * holds and not which bytes. Failures end the test.
 */
#ifndef TESTS_SUPPORT_IMAGE_FILE_H
#define TESTS_SUPPORT_IMAGE_FILE_H

#include "core/base/arena.h"
#include "core/model/image.h"

#include <stdbool.h>

struct png_kind {
    uint32_t width, height;
    int colour; /* PNG_COLOR_TYPE_... */
    int depth;
    bool interlaced;
    int transparent; /* a sample or index that is; -1: none */
};

/* Samples of a row each SAMPLE(x, y, k), of DEPTH bits. A palette has
   PALETTE_SIZE colours: test_palette(). */
typedef unsigned test_sample(uint32_t x, uint32_t y, unsigned k);
#define PALETTE_SIZE 16
unsigned test_palette(unsigned index, unsigned k);

struct str test_png(struct arena *a, const struct png_kind *kind,
                    test_sample *sample);

/* The same file with another size in its header, and a checksum that is
   right. */
struct str test_png_of_size(struct arena *a, struct str png, uint32_t width,
                            uint32_t height);

enum jpeg_colours {
    JPEG_GREY,
    JPEG_YCC,
    JPEG_RGB,        /* an Adobe segment says so */
    JPEG_CMYK_ADOBE, /* upside down */
    JPEG_CMYK,       /* as it is */
    JPEG_YCCK,
};

struct jpeg_kind {
    uint32_t width, height;
    enum jpeg_colours colours;
    bool progressive;
    bool arithmetic;
    int scans;       /* 0: as usual */
    struct str exif; /* the payload of an APP1 segment */
    const char *comment;
};

struct str test_jpeg(struct arena *a, const struct jpeg_kind *kind,
                     test_sample *sample);

/* 3 bytes a pixel, row by row. */
const uint8_t *test_pixels(struct arena *a, const struct image *p);

#endif
