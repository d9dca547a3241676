/*
 * image_parts.h - what the readers of images share; for input/picture/ alone.
 *
 * libpng and libjpeg leave by longjmp(). Each has one function that calls
 * setjmp() and uses the library; what it needs afterwards lies outside of it,
 * and whoever calls it frees everything.
 */
#ifndef INPUT_PICTURE_IMAGE_PARTS_H
#define INPUT_PICTURE_IMAGE_PARTS_H

#include "core/base/arena.h"
#include "core/base/buf.h"
#include "core/model/image.h"

#include <stdbool.h>
#include <stdint.h>

#define IMAGE_PIXELS_MAX UINT64_C(100000000)
#define IMAGE_SCANS_MAX 100 /* of a JPEG file; ten are usual */
#define IMAGE_WHY_SIZE 120

enum image_fault {
    IMAGE_SOUND,
    IMAGE_BROKEN,    /* why says how */
    IMAGE_TOO_LARGE, /* too many pixels; width and height are set */
    IMAGE_NO_ROOM,   /* more memory than is left to the report */
    IMAGE_NO_MEMORY, /* than the system gives */
};

/* A file on its way to an image. */
struct image_job {
    struct arena *arena;
    struct str bytes;
    struct image *made;
    uint64_t width, height; /* as the file says */
    size_t taken; /* bytes beside the arena, for all that is decoded */
    bool cmyk;    /* it was CMYK */
    char why[IMAGE_WHY_SIZE];
};

/* What may still be taken beside the arena: no more than it could give. */
size_t image_room(const struct image_job *job);

/* COUNT x SIZE bytes, counted in job->taken, to be given to mem_free(); NULL
   with *fault set. */
void *image_take(struct image_job *job, size_t count, size_t size,
                 enum image_fault *fault);

/* IMAGE_TOO_LARGE beyond IMAGE_PIXELS_MAX. */
enum image_fault image_size(struct image_job *job, uint64_t width,
                            uint64_t height);

/* Why it is broken, in a library's words. */
void image_why(struct image_job *job, const char *words);

/* Each fills job->made. */
enum image_fault image_png(struct image_job *job);
enum image_fault image_jpeg(struct image_job *job);

/* --- rows of samples into one image: image_canvas.c --- */

/* Rows go in at the top, shrunk where a side is longer than
   IMAGE_SIDE_MAX. */
struct image_canvas {
    uint32_t from_width, from_height;
    uint32_t width, height;
    uint8_t channels;
    uint8_t *pixels; /* width x height x channels */
    uint64_t *sums;  /* of the row that is being averaged; NULL: no shrinking */
    uint32_t taken;  /* rows */
};

/* image_canvas_free() in any case. */
enum image_fault image_canvas_init(struct image_canvas *c,
                                   struct image_job *job, uint8_t channels);
void image_canvas_row(struct image_canvas *c, const uint8_t *row);

/* Carries out an Exif orientation, 1 to 8. */
enum image_fault image_canvas_turn(struct image_canvas *c,
                                   struct image_job *job, int orientation);
void image_canvas_free(struct image_canvas *c);

#define IMAGE_COLOURS_MAX 256

/* A canvas of few colours becomes one of indices into job->made's palette: a
   map takes a third of the bytes. */
void image_find_palette(struct image_job *job, struct image_canvas *c);

/* The canvas as a file, in the arena. */
enum image_fault image_png_put(struct image_job *job, struct image_canvas *c);
enum image_fault image_jpeg_put(struct image_job *job,
                                const struct image_canvas *c);

/* What job->made is, and then its BYTES. */
void image_describe(struct image_job *job, enum image_form form, uint32_t width,
                    uint32_t height, uint8_t channels);
enum image_fault image_keep(struct image_job *job, const struct buf *bytes);

/* --- a JPEG file's markers: jpeg_segments.c --- */

/* The orientation that Exif metadata give, 1 to 8; 1 where there is none. */
int jpeg_orientation(struct str bytes);

/*
 * The file without application segments and comments, and without what
 * follows its end. What three samples mean, RGB or YCbCr, is said anew. False
 * when the markers do not follow each other as they must.
 */
MUST_CHECK bool jpeg_bare(struct str bytes, bool rgb, struct buf *out);

#endif
