#include "core/base/mem.h"
#include "input/picture/image_parts.h"

#include <stdio.h> /* jpeglib.h needs FILE */

#include <jerror.h>
#include <jpeglib.h>

#include <limits.h>
#include <setjmp.h>

#define SAMPLES_MAX 4
#define QUALITY 90 /* of what is encoded again: no loss that can be seen */
#define PIECE 16384

/* How libjpeg reports: everything but a trace ends it. */
struct jpeg_errors {
    struct jpeg_error_mgr base;
    jmp_buf jump;
    struct image_job *job;
    enum image_fault fault;
};

static void leave(j_common_ptr jpeg, enum image_fault fault)
{
    struct jpeg_errors *e = (struct jpeg_errors *)(void *)jpeg->err;

    e->fault = fault;
    longjmp(e->jump, 1);
}

static void on_error(j_common_ptr jpeg)
{
    struct jpeg_errors *e = (struct jpeg_errors *)(void *)jpeg->err;
    char words[JMSG_LENGTH_MAX];

    if (e->base.msg_code == JERR_OUT_OF_MEMORY)
        leave(jpeg, IMAGE_NO_MEMORY);
    if (e->base.msg_code == JERR_NO_BACKING_STORE)
        leave(jpeg, IMAGE_NO_ROOM); /* max_memory_to_use is not enough */
    e->base.format_message(jpeg, words);
    image_why(e->job, words);
    leave(jpeg, IMAGE_BROKEN);
}

static void on_message(j_common_ptr jpeg, int level)
{
    if (level < 0) /* a warning: data are corrupt */
        on_error(jpeg);
}

static void say_nothing(j_common_ptr jpeg)
{
    (void)jpeg;
}

static struct jpeg_error_mgr *catch_jpeg_errors(struct jpeg_errors *e,
                                                struct image_job *job)
{
    struct jpeg_error_mgr *base = jpeg_std_error(&e->base);

    base->error_exit = on_error;
    base->emit_message = on_message;
    base->output_message = say_nothing;
    e->job = job;
    e->fault = IMAGE_SOUND;
    return base;
}

static void limit_memory(struct jpeg_memory_mgr *memory, size_t room)
{
    memory->max_memory_to_use = room > LONG_MAX ? LONG_MAX : (long)room;
}

/* --- reading --- */

struct jpeg_reading {
    struct image_job *job;
    struct jpeg_decompress_struct jpeg;
    struct jpeg_progress_mgr progress;
    struct jpeg_errors errors;
    struct image_canvas canvas;
    uint8_t *row;
    int orientation;
    bool as_it_is; /* nothing of it changes but its metadata */
};

/* Each pass over an image costs time, and a file of a few bytes can ask for
   thousands. */
static void on_progress(j_common_ptr jpeg)
{
    const struct jpeg_reading *r = jpeg->client_data;

    if (r->jpeg.input_scan_number <= IMAGE_SCANS_MAX)
        return;
    image_why(r->job, "it has too many scans");
    leave(jpeg, IMAGE_BROKEN);
}

static void choose_colours(struct jpeg_reading *r)
{
    struct jpeg_decompress_struct *jpeg = &r->jpeg;

    switch (jpeg->jpeg_color_space) {
    case JCS_GRAYSCALE: jpeg->out_color_space = JCS_GRAYSCALE; break;
    case JCS_CMYK:
    case JCS_YCCK:
        jpeg->out_color_space = JCS_CMYK;
        r->job->cmyk = true;
        break;
    default: jpeg->out_color_space = JCS_RGB; break;
    }
}

/* What PDF readers and browsers show just as libjpeg does. */
static bool stays(const struct jpeg_reading *r)
{
    const struct jpeg_decompress_struct *jpeg = &r->jpeg;

    return r->orientation == 1 && !r->job->cmyk && !jpeg->arith_code &&
           jpeg->image_width <= IMAGE_SIDE_MAX &&
           jpeg->image_height <= IMAGE_SIDE_MAX;
}

/* CMYK as Adobe writes it is upside down: 255 is no ink. */
static void to_rgb(uint8_t *row, size_t width, bool inverted)
{
    const uint8_t *from = row;
    uint8_t *to = row;

    for (size_t x = 0; x < width; x++, from += 4) {
        const unsigned black = inverted ? from[3] : 255U - from[3];

        for (size_t k = 0; k < 3; k++) {
            const unsigned ink = inverted ? from[k] : 255U - from[k];

            *to++ = (uint8_t)((ink * black + 127) / 255);
        }
    }
}

static void read_rows(struct jpeg_reading *r)
{
    struct jpeg_decompress_struct *jpeg = &r->jpeg;

    while (jpeg->output_scanline < jpeg->output_height) {
        JSAMPROW row = r->row;

        jpeg_read_scanlines(jpeg, &row, 1);
        if (r->as_it_is)
            continue; /* only to see that it is sound */
        if (r->job->cmyk)
            to_rgb(r->row, jpeg->output_width, jpeg->saw_Adobe_marker);
        image_canvas_row(&r->canvas, r->row);
    }
}

/* Everything that may leave by longjmp(). */
static enum image_fault decode(struct jpeg_reading *r)
{
    struct jpeg_decompress_struct *jpeg = &r->jpeg;
    enum image_fault fault;

    if (setjmp(r->errors.jump) != 0)
        return r->errors.fault;
    jpeg_create_decompress(jpeg);
    jpeg->client_data = r;
    jpeg->progress = &r->progress;
    r->progress.progress_monitor = on_progress;
    limit_memory(jpeg->mem, image_room(r->job));
    jpeg_mem_src(jpeg, (const unsigned char *)r->job->bytes.ptr,
                 (unsigned long)r->job->bytes.len);
    jpeg_read_header(jpeg, TRUE);
    fault = image_size(r->job, jpeg->image_width, jpeg->image_height);
    if (fault != IMAGE_SOUND)
        return fault;
    choose_colours(r);
    r->as_it_is = stays(r);
    jpeg_start_decompress(jpeg);
    r->row = image_take(r->job, jpeg->output_width, SAMPLES_MAX, &fault);
    if (r->row == NULL)
        return fault;
    if (!r->as_it_is)
        fault = image_canvas_init(
            &r->canvas, r->job, jpeg->out_color_space == JCS_GRAYSCALE ? 1 : 3);
    if (fault != IMAGE_SOUND)
        return fault;
    read_rows(r);
    jpeg_finish_decompress(jpeg);
    return IMAGE_SOUND;
}

static enum image_fault keep_as_it_is(struct jpeg_reading *r)
{
    const bool rgb = r->jpeg.jpeg_color_space == JCS_RGB;
    enum image_fault fault = IMAGE_BROKEN;
    struct buf out;

    buf_init(&out, image_room(r->job));
    if (jpeg_bare(r->job->bytes, rgb, &out)) {
        image_describe(r->job, IMAGE_JPEG, r->jpeg.image_width,
                       r->jpeg.image_height,
                       r->jpeg.num_components == 1 ? 1 : 3);
        fault = image_keep(r->job, &out);
    } else {
        image_why(r->job, "its markers are out of order");
    }
    buf_free(&out);
    return fault;
}

enum image_fault image_jpeg(struct image_job *job)
{
    struct jpeg_reading r = {.job = job};
    enum image_fault fault;

    r.orientation = jpeg_orientation(job->bytes);
    r.jpeg.err = catch_jpeg_errors(&r.errors, job);
    fault = decode(&r);
    jpeg_destroy_decompress(&r.jpeg);
    mem_free(r.row);
    if (fault == IMAGE_SOUND && r.as_it_is)
        fault = keep_as_it_is(&r);
    else if (fault == IMAGE_SOUND)
        fault = image_canvas_turn(&r.canvas, job, r.orientation);
    if (fault == IMAGE_SOUND && !r.as_it_is)
        fault = image_jpeg_put(job, &r.canvas);
    image_canvas_free(&r.canvas);
    return fault;
}

/* --- writing --- */

struct jpeg_writing {
    struct jpeg_compress_struct jpeg;
    struct jpeg_destination_mgr to;
    struct jpeg_errors errors;
    struct buf out;
    JOCTET piece[PIECE];
};

static void begin_piece(j_compress_ptr jpeg)
{
    struct jpeg_writing *w = jpeg->client_data;

    w->to.next_output_byte = w->piece;
    w->to.free_in_buffer = PIECE;
}

static boolean end_piece(j_compress_ptr jpeg)
{
    struct jpeg_writing *w = jpeg->client_data;

    buf_add(&w->out, w->piece, PIECE);
    begin_piece(jpeg);
    return TRUE;
}

static void end_last_piece(j_compress_ptr jpeg)
{
    struct jpeg_writing *w = jpeg->client_data;

    buf_add(&w->out, w->piece, PIECE - w->to.free_in_buffer);
}

/* Everything that may leave by longjmp(). */
static enum image_fault encode(struct jpeg_writing *w,
                               const struct image_canvas *c, size_t room)
{
    struct jpeg_compress_struct *jpeg = &w->jpeg;
    const size_t row = (size_t)c->width * c->channels;

    if (setjmp(w->errors.jump) != 0)
        return w->errors.fault;
    jpeg_create_compress(jpeg);
    jpeg->client_data = w;
    jpeg->dest = &w->to;
    limit_memory(jpeg->mem, room);
    jpeg->image_width = c->width;
    jpeg->image_height = c->height;
    jpeg->input_components = c->channels;
    jpeg->in_color_space = c->channels == 1 ? JCS_GRAYSCALE : JCS_RGB;
    jpeg_set_defaults(jpeg);
    jpeg_set_quality(jpeg, QUALITY, TRUE);
    jpeg->optimize_coding = TRUE;
    jpeg_start_compress(jpeg, TRUE);
    while (jpeg->next_scanline < jpeg->image_height) {
        JSAMPROW at = c->pixels + jpeg->next_scanline * row;

        jpeg_write_scanlines(jpeg, &at, 1);
    }
    jpeg_finish_compress(jpeg);
    return IMAGE_SOUND;
}

enum image_fault image_jpeg_put(struct image_job *job,
                                const struct image_canvas *c)
{
    struct jpeg_writing w = {
        .to = {.init_destination = begin_piece,
               .empty_output_buffer = end_piece,
               .term_destination = end_last_piece},
    };
    enum image_fault fault;

    buf_init(&w.out, image_room(job));
    w.jpeg.err = catch_jpeg_errors(&w.errors, job);
    fault = encode(&w, c, image_room(job));
    jpeg_destroy_compress(&w.jpeg);
    image_describe(job, IMAGE_JPEG, c->width, c->height, c->channels);
    if (fault == IMAGE_SOUND)
        fault = image_keep(job, &w.out);
    buf_free(&w.out);
    return fault;
}
