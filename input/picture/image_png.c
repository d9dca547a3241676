#include "core/base/mem.h"
#include "input/picture/image_parts.h"

#include <png.h>

#define OPAQUE 255U

/* Chunks that are passed over: they do not change the pixels that are read. */
static const png_byte ignored[] =
    "eXIf\0gAMA\0cHRM\0sRGB\0iCCP\0bKGD\0hIST\0pHYs\0sPLT\0sBIT\0tIME\0tEXt\0"
    "zTXt\0iTXt\0oFFs\0pCAL\0sCAL";
#define CHUNK_NAME_SIZE 5

struct png_reading {
    struct image_job *job;
    size_t at; /* how far job->bytes were read */
    struct image_canvas canvas;
    png_bytep rows;      /* one, or all of an interlaced image */
    png_bytepp pointers; /* to each of them, when it is interlaced */
    enum image_fault fault;
};

static void *give(png_structp png, png_alloc_size_t size)
{
    (void)png;
    return mem_alloc(size);
}

static void take_back(png_structp png, void *memory)
{
    (void)png;
    mem_free(memory);
}

static void on_error(png_structp png, png_const_charp message)
{
    image_why(png_get_error_ptr(png), message);
    png_longjmp(png, 1);
}

static void on_warning(png_structp png, png_const_charp message)
{
    (void)png;
    (void)message;
}

static void read_bytes(png_structp png, png_bytep to, size_t count)
{
    struct png_reading *r = png_get_io_ptr(png);
    const struct str rest = str_from(r->job->bytes, r->at);

    if (rest.len < count)
        png_error(png, "it ends too early");
    for (size_t i = 0; i < count; i++)
        to[i] = (png_byte)rest.ptr[i];
    r->at += count;
}

/* A row as it comes, onto white: grey or RGB alone. */
static void flatten(png_bytep row, size_t width, unsigned channels)
{
    const unsigned colours = channels - 1;
    const png_byte *from = row;
    png_bytep to = row;

    if (channels == 1 || channels == 3)
        return;
    for (size_t x = 0; x < width; x++, from += channels) {
        const unsigned alpha = from[colours];

        for (unsigned k = 0; k < colours; k++) {
            const unsigned sum =
                from[k] * alpha + OPAQUE * (OPAQUE - alpha) + OPAQUE / 2;

            *to++ = (png_byte)(sum / OPAQUE);
        }
    }
}

static bool prepare(struct png_reading *r, png_structp png, png_infop info)
{
    const size_t height = png_get_image_height(png, info);
    const size_t row = png_get_rowbytes(png, info);
    const bool whole = png_get_interlace_type(png, info) != PNG_INTERLACE_NONE;
    const size_t rows = whole ? height : 1;
    const unsigned channels = png_get_channels(png, info);

    r->fault = image_canvas_init(&r->canvas, r->job, channels < 3 ? 1 : 3);
    if (r->fault != IMAGE_SOUND)
        return false;
    r->rows = image_take(r->job, rows, row, &r->fault);
    r->pointers = image_take(r->job, rows, sizeof(*r->pointers), &r->fault);
    if (r->rows == NULL || r->pointers == NULL)
        return false;
    for (size_t i = 0; i < rows; i++)
        r->pointers[i] = r->rows + i * row;
    return true;
}

/* Row by row; an interlaced image is there only when all of it is. */
static void read_rows(struct png_reading *r, png_structp png, png_infop info)
{
    const size_t width = png_get_image_width(png, info);
    const size_t height = png_get_image_height(png, info);
    const unsigned channels = png_get_channels(png, info);
    const bool whole = png_get_interlace_type(png, info) != PNG_INTERLACE_NONE;

    if (whole)
        png_read_image(png, r->pointers);
    for (size_t y = 0; y < height; y++) {
        png_bytep row = r->pointers[whole ? y : 0];

        if (!whole)
            png_read_row(png, row, NULL);
        flatten(row, width, channels);
        image_canvas_row(&r->canvas, row);
    }
}

/* Everything that may leave by longjmp(). r->fault says how it went. */
static void decode(struct png_reading *r, png_structp png, png_infop info)
{
    r->fault = IMAGE_BROKEN;
    if (setjmp(png_jmpbuf(png)) != 0)
        return;
    png_set_crc_action(png, PNG_CRC_ERROR_QUIT, PNG_CRC_ERROR_QUIT);
    png_set_user_limits(png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
    png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_NEVER, ignored,
                                sizeof(ignored) / CHUNK_NAME_SIZE);
    png_set_read_fn(png, r, read_bytes);
    png_read_info(png, info);
    r->fault = image_size(r->job, png_get_image_width(png, info),
                          png_get_image_height(png, info));
    if (r->fault != IMAGE_SOUND)
        return;
    png_set_expand(png);
    png_set_scale_16(png);
    png_set_interlace_handling(png);
    png_read_update_info(png, info);
    if (!prepare(r, png, info))
        return;
    r->fault = IMAGE_BROKEN;
    read_rows(r, png, info);
    png_read_end(png, NULL);
    r->fault = IMAGE_SOUND;
}

enum image_fault image_png(struct image_job *job)
{
    const unsigned long failures = mem_failures();
    struct png_reading r = {.job = job, .fault = IMAGE_NO_MEMORY};
    png_structp png =
        png_create_read_struct_2(PNG_LIBPNG_VER_STRING, job, on_error,
                                 on_warning, NULL, give, take_back);
    png_infop info = png == NULL ? NULL : png_create_info_struct(png);

    if (info != NULL)
        decode(&r, png, info);
    png_destroy_read_struct(&png, &info, NULL);
    if (r.fault == IMAGE_BROKEN && mem_failures() != failures)
        r.fault = IMAGE_NO_MEMORY;
    mem_free(r.pointers);
    mem_free(r.rows);
    if (r.fault == IMAGE_SOUND)
        r.fault = image_png_put(job, &r.canvas);
    image_canvas_free(&r.canvas);
    return r.fault;
}

/* --- writing --- */

static void write_bytes(png_structp png, png_bytep bytes, size_t count)
{
    buf_add(png_get_io_ptr(png), bytes, count);
}

static void flush_nothing(png_structp png)
{
    (void)png;
}

static int colour_type(const struct image *made)
{
    if (made->palette != NULL)
        return PNG_COLOR_TYPE_PALETTE;
    return made->channels == 1 ? PNG_COLOR_TYPE_GRAY : PNG_COLOR_TYPE_RGB;
}

/* Everything that may leave by longjmp(); false when it did. */
static bool encode(png_structp png, png_infop info, const struct image *made,
                   const struct image_canvas *c, struct buf *out)
{
    const size_t row = (size_t)c->width * c->channels;
    png_color palette[IMAGE_COLOURS_MAX];

    if (setjmp(png_jmpbuf(png)) != 0)
        return false;
    png_set_write_fn(png, out, write_bytes, flush_nothing);
    png_set_IHDR(png, info, c->width, c->height, 8, colour_type(made),
                 PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
                 PNG_FILTER_TYPE_DEFAULT);
    for (int i = 0; i < made->ncolours; i++) {
        palette[i].red = made->palette[3 * i];
        palette[i].green = made->palette[3 * i + 1];
        palette[i].blue = made->palette[3 * i + 2];
    }
    if (made->palette != NULL)
        png_set_PLTE(png, info, palette, made->ncolours);
    png_write_info(png, info);
    for (size_t y = 0; y < c->height; y++)
        png_write_row(png, c->pixels + y * row);
    png_write_end(png, NULL);
    return true;
}

enum image_fault image_png_put(struct image_job *job, struct image_canvas *c)
{
    enum image_fault fault = IMAGE_NO_MEMORY; /* all that can go wrong */
    png_structp png =
        png_create_write_struct_2(PNG_LIBPNG_VER_STRING, job, on_error,
                                  on_warning, NULL, give, take_back);
    png_infop info = png == NULL ? NULL : png_create_info_struct(png);
    struct buf out;

    buf_init(&out, image_room(job));
    image_find_palette(job, c);
    image_describe(job, IMAGE_PNG, c->width, c->height, c->channels);
    if (info != NULL && encode(png, info, job->made, c, &out))
        fault = image_keep(job, &out);
    png_destroy_write_struct(&png, &info);
    buf_free(&out);
    return fault;
}
