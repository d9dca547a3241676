#include "tests/support/image_file.h"
#include "core/base/buf.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h> /* jpeglib.h needs FILE */

#include <cmocka.h>
#include <jpeglib.h>
#include <libdeflate.h>
#include <png.h>
#include <stdlib.h>
#include <string.h>

#define FILE_MAX ((size_t)64 * 1024 * 1024)
#define SCANS_MAX 200

unsigned test_palette(unsigned index, unsigned k)
{
    return (index * 67 + k * 91 + 13) % 256;
}

/* --- PNG --- */

static void refuse(png_structp png, png_const_charp message)
{
    (void)png;
    fail_msg("libpng: %s", message);
}

static void add(png_structp png, png_bytep bytes, size_t count)
{
    buf_add(png_get_io_ptr(png), bytes, count);
}

static void flush_nothing(png_structp png)
{
    (void)png;
}

static unsigned samples_of(int colour)
{
    switch (colour) {
    case PNG_COLOR_TYPE_GRAY_ALPHA: return 2;
    case PNG_COLOR_TYPE_RGB: return 3;
    case PNG_COLOR_TYPE_RGB_ALPHA: return 4;
    default: return 1;
    }
}

static void fill_row(uint8_t *row, const struct png_kind *kind, uint32_t y,
                     test_sample *sample)
{
    const unsigned samples = samples_of(kind->colour);
    size_t bit = 0;

    for (uint32_t x = 0; x < kind->width; x++) {
        for (unsigned k = 0; k < samples; k++) {
            const unsigned v = sample(x, y, k);

            for (int i = kind->depth - 1; i >= 0; i--, bit++)
                row[bit / 8] =
                    (uint8_t)(row[bit / 8] | (v >> i & 1) << (7 - bit % 8));
        }
    }
}

static void describe(png_structp png, png_infop info,
                     const struct png_kind *kind)
{
    png_color palette[PALETTE_SIZE];
    png_byte alphas[PALETTE_SIZE];
    png_color_16 key = {0};
    const int colours = kind->depth < 4 ? 1 << kind->depth : PALETTE_SIZE;

    png_set_IHDR(png, info, kind->width, kind->height, kind->depth,
                 kind->colour,
                 kind->interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    for (unsigned i = 0; i < PALETTE_SIZE; i++) {
        palette[i].red = (png_byte)test_palette(i, 0);
        palette[i].green = (png_byte)test_palette(i, 1);
        palette[i].blue = (png_byte)test_palette(i, 2);
        alphas[i] = (int)i == kind->transparent ? 0 : 255;
    }
    if (kind->colour == PNG_COLOR_TYPE_PALETTE)
        png_set_PLTE(png, info, palette, colours);
    if (kind->transparent < 0)
        return;
    key.red = key.green = key.blue = key.gray = (png_uint_16)kind->transparent;
    png_set_tRNS(png, info, alphas, colours, &key);
}

struct str test_png(struct arena *a, const struct png_kind *kind,
                    test_sample *sample)
{
    png_structp png =
        png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, refuse, refuse);
    png_infop info = png_create_info_struct(png);
    uint8_t **rows = calloc(kind->height, sizeof(*rows));
    struct buf out;
    struct str made;

    assert_non_null(rows);
    buf_init(&out, FILE_MAX);
    png_set_write_fn(png, &out, add, flush_nothing);
    describe(png, info, kind);
    for (uint32_t y = 0; y < kind->height; y++) {
        rows[y] = calloc(kind->width, 8);
        assert_non_null(rows[y]);
        fill_row(rows[y], kind, y, sample);
    }
    png_write_info(png, info);
    png_write_image(png, rows);
    png_write_end(png, NULL);
    png_destroy_write_struct(&png, &info);
    for (uint32_t y = 0; y < kind->height; y++)
        free(rows[y]);
    free(rows);
    assert_int_equal(buf_status(&out), ST_OK);
    made = arena_str(a, buf_view(&out));
    buf_free(&out);
    return made;
}

static void put32(char *to, uint32_t n)
{
    for (int i = 0; i < 4; i++)
        to[i] = (char)(n >> (24 - 8 * i) & 0xff);
}

struct str test_png_of_size(struct arena *a, struct str png, uint32_t width,
                            uint32_t height)
{
    enum { HEADER = 12, HEADER_SIZE = 17 }; /* its type and data */
    char *bytes = arena_cstr(a, png);

    assert_non_null(bytes);
    put32(bytes + HEADER + 4, width);
    put32(bytes + HEADER + 8, height);
    put32(bytes + HEADER + HEADER_SIZE,
          libdeflate_crc32(0, bytes + HEADER, HEADER_SIZE));
    return (struct str){bytes, png.len};
}

/* --- JPEG --- */

static void set_colours(struct jpeg_compress_struct *jpeg,
                        enum jpeg_colours colours)
{
    switch (colours) {
    case JPEG_GREY: jpeg_set_colorspace(jpeg, JCS_GRAYSCALE); break;
    case JPEG_YCC: jpeg_set_colorspace(jpeg, JCS_YCbCr); break;
    case JPEG_RGB: jpeg_set_colorspace(jpeg, JCS_RGB); break;
    case JPEG_CMYK_ADOBE:
    case JPEG_CMYK:
        jpeg_set_colorspace(jpeg, JCS_CMYK);
        jpeg->write_Adobe_marker = colours == JPEG_CMYK_ADOBE;
        break;
    case JPEG_YCCK: jpeg_set_colorspace(jpeg, JCS_YCCK); break;
    }
}

/* One coefficient a scan, in two passes: as many scans as are asked for. */
static void set_scans(struct jpeg_compress_struct *jpeg, int count)
{
    static jpeg_scan_info scans[SCANS_MAX];

    assert_in_range(count, 1, 1 + 2 * 63);
    memset(scans, 0, sizeof(scans));
    for (int i = 0; i < count; i++) {
        const int k = i == 0 ? 0 : (i - 1) % 63 + 1;

        scans[i].comps_in_scan = 1;
        scans[i].Ss = scans[i].Se = k;
        scans[i].Ah = i > 63 ? 1 : 0;
        scans[i].Al = i > 63 || i == 0 ? 0 : 1;
    }
    jpeg->scan_info = scans;
    jpeg->num_scans = count;
}

static J_COLOR_SPACE colours_in(enum jpeg_colours colours)
{
    if (colours == JPEG_GREY)
        return JCS_GRAYSCALE;
    return colours == JPEG_YCC || colours == JPEG_RGB ? JCS_RGB : JCS_CMYK;
}

struct str test_jpeg(struct arena *a, const struct jpeg_kind *kind,
                     test_sample *sample)
{
    struct jpeg_compress_struct jpeg;
    struct jpeg_error_mgr errors; /* its error_exit ends the process */
    unsigned char *bytes = NULL;
    unsigned long size = 0;
    uint8_t *row = calloc(kind->width, 4);
    struct str made;

    assert_non_null(row);
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_compress(&jpeg);
    jpeg_mem_dest(&jpeg, &bytes, &size);
    jpeg.image_width = kind->width;
    jpeg.image_height = kind->height;
    jpeg.in_color_space = colours_in(kind->colours);
    jpeg.input_components = kind->colours == JPEG_GREY  ? 1
                            : kind->colours <= JPEG_RGB ? 3
                                                        : 4;
    jpeg_set_defaults(&jpeg);
    set_colours(&jpeg, kind->colours);
    jpeg_set_quality(&jpeg, 100, TRUE);
    if (kind->progressive)
        jpeg_simple_progression(&jpeg);
    if (kind->scans > 0)
        set_scans(&jpeg, kind->scans);
    jpeg.arith_code = kind->arithmetic;
    jpeg_start_compress(&jpeg, TRUE);
    if (kind->exif.len > 0)
        jpeg_write_marker(&jpeg, JPEG_APP0 + 1, (const JOCTET *)kind->exif.ptr,
                          (unsigned)kind->exif.len);
    if (kind->comment != NULL)
        jpeg_write_marker(&jpeg, JPEG_COM, (const JOCTET *)kind->comment,
                          (unsigned)strlen(kind->comment));
    while (jpeg.next_scanline < jpeg.image_height) {
        for (uint32_t x = 0; x < kind->width; x++) {
            for (int k = 0; k < jpeg.input_components; k++)
                row[x * (uint32_t)jpeg.input_components + (uint32_t)k] =
                    (uint8_t)sample(x, jpeg.next_scanline, (unsigned)k);
        }
        jpeg_write_scanlines(&jpeg, &row, 1);
    }
    jpeg_finish_compress(&jpeg);
    jpeg_destroy_compress(&jpeg);
    made = arena_str(a, (struct str){(const char *)bytes, size});
    free(bytes);
    free(row);
    return made;
}

/* --- back --- */

static void read_png(const struct image *p, uint8_t *pixels)
{
    png_image image = {.version = PNG_IMAGE_VERSION};

    assert_int_equal(
        png_image_begin_read_from_memory(&image, p->bytes.ptr, p->bytes.len),
        1);
    assert_int_equal(image.width, p->width);
    assert_int_equal(image.height, p->height);
    image.format = PNG_FORMAT_RGB;
    assert_int_equal(png_image_finish_read(&image, NULL, pixels, 0, NULL), 1);
}

static void read_jpeg(const struct image *p, uint8_t *pixels)
{
    struct jpeg_decompress_struct jpeg;
    struct jpeg_error_mgr errors;

    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_decompress(&jpeg);
    jpeg_mem_src(&jpeg, (const unsigned char *)p->bytes.ptr,
                 (unsigned long)p->bytes.len);
    jpeg_read_header(&jpeg, TRUE);
    assert_int_equal(jpeg.num_components, p->channels);
    jpeg.out_color_space = JCS_RGB;
    jpeg_start_decompress(&jpeg);
    assert_int_equal(jpeg.output_width, p->width);
    assert_int_equal(jpeg.output_height, p->height);
    while (jpeg.output_scanline < jpeg.output_height) {
        JSAMPROW row = pixels + (size_t)jpeg.output_scanline * p->width * 3;

        jpeg_read_scanlines(&jpeg, &row, 1);
    }
    jpeg_finish_decompress(&jpeg);
    assert_int_equal(errors.num_warnings, 0);
    jpeg_destroy_decompress(&jpeg);
}

const uint8_t *test_pixels(struct arena *a, const struct image *p)
{
    uint8_t *pixels = arena_alloc(a, (size_t)p->width * p->height, 3);

    assert_non_null(pixels);
    if (p->form == IMAGE_PNG)
        read_png(p, pixels);
    else
        read_jpeg(p, pixels);
    return pixels;
}
