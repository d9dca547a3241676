/*
 * stages.c - where the time of a report goes.
 *
 *     stages TEMPLATES OUTPUT WARM FOLDER...
 *
 * Takes each report folder the way of batch/report_builder.c, with a clock
 * between the stages, so that the program itself needs none. The first WARM
 * folders fill the caches and are not counted. Three functions that stages
 * share are timed through the linker's --wrap; what they took is printed again
 * by itself.
 *
 * Prints a line for each stage: name, microseconds elapsed a report,
 * microseconds of processor time a report. Any fault ends it with status 1:
 * the data is our own.
 */
#include "batch/house_resources.h"
#include "batch/outfile.h"
#include "core/base/digest.h"
#include "figures/figures.h"
#include "generators/generate.h"
#include "generators/generator_table.h"
#include "input/report/report_in.h"
#include "input/templates/library_uses.h"
#include "input/xml/xml_in.h"
#include "output/layout/layout_make.h"
#include "output/writer/writer.h"

#include <hb.h>
#include <libdeflate.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define MEMORY ((size_t)4096 * 1024 * 1024)

enum timed {
    READ,
    FIGURES,
    GENERATE,
    LAYOUT,
    WRITERS, /* one for each, as writers[] */
    PUT = WRITERS + WRITERS_MAX,
    STAGES,
    SHAPE = STAGES, /* what follows is part of the above */
    DEFLATE,
    DIGEST,
    TIMED,
};

static const char *const names[TIMED] = {
    [READ] = "read",       [FIGURES] = "figures", [GENERATE] = "generate",
    [LAYOUT] = "layout",   [PUT] = "write",       [SHAPE] = "shape",
    [DEFLATE] = "deflate", [DIGEST] = "digest",
};

/* NULL where there is no such writer. */
static const char *name_of(size_t stage)
{
    if (stage >= WRITERS && stage - WRITERS < writer_count)
        return writers[stage - WRITERS].name;
    return names[stage];
}

struct instant {
    int64_t elapsed, processor; /* nanoseconds */
};

static struct instant spent[TIMED];

static int64_t nanoseconds(clockid_t clock)
{
    struct timespec t;

    if (clock_gettime(clock, &t) != 0)
        abort();
    return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

static struct instant now(void)
{
    return (struct instant){nanoseconds(CLOCK_MONOTONIC),
                            nanoseconds(CLOCK_PROCESS_CPUTIME_ID)};
}

/* Adds what has passed since START to STAGE; returns the end of it. */
static struct instant count(enum timed stage, struct instant start)
{
    const struct instant end = now();

    spent[stage].elapsed += end.elapsed - start.elapsed;
    spent[stage].processor += end.processor - start.processor;
    return end;
}

/* The names that --wrap asks for. */
hb_bool_t __real_hb_shape_full(hb_font_t *font, hb_buffer_t *buffer,
                               const hb_feature_t *features, unsigned int n,
                               const char *const *shapers);
hb_bool_t __wrap_hb_shape_full(hb_font_t *font, hb_buffer_t *buffer,
                               const hb_feature_t *features, unsigned int n,
                               const char *const *shapers);
size_t __real_libdeflate_zlib_compress(struct libdeflate_compressor *c,
                                       const void *in, size_t in_bytes,
                                       void *out, size_t room);
size_t __wrap_libdeflate_zlib_compress(struct libdeflate_compressor *c,
                                       const void *in, size_t in_bytes,
                                       void *out, size_t room);
void __real_digest_sha256(struct str bytes, uint8_t out[DIGEST_SIZE]);
void __wrap_digest_sha256(struct str bytes, uint8_t out[DIGEST_SIZE]);

hb_bool_t __wrap_hb_shape_full(hb_font_t *font, hb_buffer_t *buffer,
                               const hb_feature_t *features, unsigned int n,
                               const char *const *shapers)
{
    const struct instant start = now();
    const hb_bool_t shaped =
        __real_hb_shape_full(font, buffer, features, n, shapers);

    (void)count(SHAPE, start);
    return shaped;
}

size_t __wrap_libdeflate_zlib_compress(struct libdeflate_compressor *c,
                                       const void *in, size_t in_bytes,
                                       void *out, size_t room)
{
    const struct instant start = now();
    const size_t len =
        __real_libdeflate_zlib_compress(c, in, in_bytes, out, room);

    (void)count(DEFLATE, start);
    return len;
}

void __wrap_digest_sha256(struct str bytes, uint8_t out[DIGEST_SIZE])
{
    const struct instant start = now();

    __real_digest_sha256(bytes, out);
    (void)count(DIGEST, start);
}

static void want(enum status st, const char *folder, const char *what)
{
    if (st == ST_OK)
        return;
    (void)fprintf(stderr, "stages: %s: %s fails\n", folder, what);
    exit(EXIT_FAILURE);
}

struct run {
    struct arena arena;
    struct findings findings;
    struct generator_names generators;
    struct library *library;
    struct house_resources_list houses;
    const char *folder; /* of templates */
    const char *out;
};

static void open_run(struct run *r, const char *templates, const char *out)
{
    r->generators = generator_names();
    r->out = out;
    arena_init(&r->arena, MEMORY);
    findings_init(&r->findings, &r->arena);
    want(xml_in_setup(), templates, "setting libxml2 up");
    r->folder = templates;
    want(library_open(&r->arena, &r->folder, 1, NULL, &r->generators,
                      &r->findings, &r->library),
         templates, "opening templates");
    want(house_resources_open(&r->arena, &r->findings, &r->houses), templates,
         "opening fonts");
}

static void put_file(const struct run *r, const char *extension,
                     struct str bytes)
{
    struct outfile_error error;
    char name[32];

    (void)snprintf(name, sizeof(name), "stages.%s", extension);
    want(outfile_put_at(r->out, name, bytes, &error), r->out, "writing");
}

static void put_files(const struct run *r, const struct buf *written)
{
    struct outfile_error error;
    uint8_t digest[DIGEST_SIZE];
    struct str bytes = {NULL, 0};

    want(outfile_folder(r->out, &error), r->out, "making the folder");
    for (size_t i = 0; i < writer_count; i++) {
        bytes = buf_view(&written[i]);
        digest_sha256(bytes, digest);
        put_file(r, writers[i].extension, bytes);
    }
    put_file(r, "json", bytes);
}

static void make_report(struct run *r, const char *folder)
{
    const struct template *template_used = NULL;
    struct house_resources *house;
    struct arena arena, layout_arena;
    struct findings findings;
    struct library_uses uses;
    struct templates templates;
    struct report report;
    struct figures figures, figures_of;
    struct doc doc;
    struct layout layout;
    struct buf files[WRITERS_MAX];
    struct writer_in in;
    struct instant t = now();

    arena_init(&arena, MEMORY);
    arena_init(&layout_arena, MEMORY);
    for (size_t i = 0; i < writer_count; i++)
        buf_init(&files[i], MEMORY);
    findings_init(&findings, &arena);
    doc_init(&doc, &arena);
    uses = library_uses_of(r->library, &arena, &findings);
    templates = library_templates(&uses);
    want(report_in(&arena, folder, "stages", &templates, NULL, 0, &findings,
                   &report, &template_used),
         folder, "reading");
    want(house_resources_add(&r->houses, template_used->house), folder,
         "opening fonts");
    house = house_resources_of(&r->houses, template_used->house);
    t = count(READ, t);
    want(figures_compute(&arena, &report, template_used, &findings, &figures),
         folder, "computing");
    if (report.of != NULL) {
        want(figures_compute(&arena, report.of, report.of_template, &findings,
                             &figures_of),
             folder, "computing what it is of");
        figures.of = &figures_of;
    }
    t = count(FIGURES, t);
    want(generate_report(&report, &figures, template_used, AUDIENCE_PUBLIC,
                         &findings, &doc),
         folder, "generating");
    want(doc_check(&doc, &findings), folder, "the tree");
    t = count(GENERATE, t);
    want(layout_make(&doc, house->shaper, &layout_arena, &findings, &layout),
         folder, "layout");
    t = count(LAYOUT, t);
    in = (struct writer_in){
        .doc = &doc,
        .layout = &layout,
        .shaper = house->shaper,
        .pdf_cache = house->pdf_cache,
    };
    for (size_t i = 0; i < writer_count; i++) {
        want(writers[i].write(&in, &files[i]), folder, writers[i].name);
        t = count((enum timed)(WRITERS + i), t);
    }
    put_files(r, files);
    for (size_t i = 0; i < writer_count; i++)
        buf_free(&files[i]);
    arena_free(&layout_arena);
    arena_free(&arena);
    house_resources_trim(&r->houses);
    (void)count(PUT, t);
}

int main(int argc, char **argv)
{
    enum { FIRST = 4 };
    struct run run = {.out = NULL};
    int warm, counted;

    if (argc <= FIRST) {
        (void)fprintf(stderr,
                      "usage: stages TEMPLATES OUTPUT WARM FOLDER...\n");
        return EXIT_FAILURE;
    }
    warm = atoi(argv[3]);
    counted = argc - FIRST - warm;
    if (warm < 0 || counted < 1)
        return EXIT_FAILURE;
    open_run(&run, argv[1], argv[2]);
    for (int i = 0; i < warm + counted; i++) {
        if (i == warm)
            memset(spent, 0, sizeof(spent));
        make_report(&run, argv[FIRST + i]);
    }
    for (size_t i = 0; i < TIMED; i++) {
        if (name_of(i) != NULL)
            (void)printf("%s %.1f %.1f\n", name_of(i),
                         (double)spent[i].elapsed / 1e3 / counted,
                         (double)spent[i].processor / 1e3 / counted);
    }
    house_resources_close(&run.houses);
    arena_free(&run.arena);
    return EXIT_SUCCESS;
}
