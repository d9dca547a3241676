#include "input/picture/image_in.h"
#include "input/picture/image_parts.h"

#define SNIFFED 1024 /* bytes in which a drawing says that it is SVG */
#define HINT                                                                   \
    "save it as PNG (a map, a drawing, a screenshot) or as JPEG (a "           \
    "photograph)"

/* Stands in for what could not be read, so that the rest can be looked at;
   nothing is written then. */
static const struct image unread = {
    .name = "", .width = 1, .height = 1, .channels = 1};

struct image_read {
    const struct source *source;
    const struct image *image;
};

struct signature {
    struct str bytes;
    size_t at;
    const char *what;
};

static const struct str png_signature = {"\x89PNG\r\n\x1a\n", 8};
static const struct str jpeg_signature = {"\xff\xd8\xff", 3};
static const struct signature others[] = {
    {{"GIF8", 4}, 0, "a GIF picture"},
    {{"WEBP", 4}, 8, "a WebP picture"},
    {{"ftypavif", 8}, 4, "an AVIF picture"},
    {{"ftyp", 4}, 4, "a HEIC picture or a film"},
    {{"BM", 2}, 0, "a BMP picture"},
    {{"II*\0", 4}, 0, "a TIFF picture"},
    {{"MM\0*", 4}, 0, "a TIFF picture"},
    {{"8BPS", 4}, 0, "a Photoshop file"},
    {{"%PDF", 4}, 0, "a PDF document"},
    {{"PK\x03\x04", 4}, 0, "a ZIP or Office file"},
};

static bool is_svg(struct str bytes)
{
    const struct str head = str_trim(str_to(bytes, SNIFFED));

    return str_starts(head, STR_LIT("<")) &&
           str_find(head, STR_LIT("<svg")) < head.len;
}

static void refuse_form(const struct image_job *job, struct place at,
                        struct findings *findings)
{
    const char *what = is_svg(job->bytes) ? "an SVG drawing" : NULL;

    for (size_t i = 0; what == NULL && i < sizeof(others) / sizeof(others[0]);
         i++) {
        if (str_starts(str_from(job->bytes, others[i].at), others[i].bytes))
            what = others[i].what;
    }
    if (job->bytes.len == 0)
        finding(findings, FINDING_BAD_PICTURE, at, "`%s` is empty",
                job->made->name);
    else if (what != NULL)
        finding(findings, FINDING_BAD_PICTURE, at,
                "`%s` is %s, whatever its name says", job->made->name, what);
    else
        finding(findings, FINDING_BAD_PICTURE, at,
                "`%s` is neither a PNG nor a JPEG picture", job->made->name);
    finding_hint(findings, HINT);
}

static void report(const struct image_job *job, enum image_fault fault,
                   struct place at, struct findings *findings)
{
    const char *name = job->made->name;

    switch (fault) {
    case IMAGE_SOUND:
        if (job->cmyk) {
            finding(findings, FINDING_CMYK_PICTURE, at,
                    "`%s` has the colours of a printing press (CMYK); they "
                    "were turned into those of a screen (RGB)",
                    name);
            finding_hint(findings, "save it as RGB (sRGB) to decide yourself "
                                   "how its colours look");
        }
        break;
    case IMAGE_BROKEN:
        finding(findings, FINDING_BAD_PICTURE, at,
                "`%s` is damaged or not whole: %s", name, job->why);
        finding_hint(findings, "copy it again, or open it and save it anew");
        break;
    case IMAGE_TOO_LARGE:
        finding(findings, FINDING_LIMIT, at,
                "`%s` has %llu x %llu pixels, more than can be read", name,
                (unsigned long long)job->width,
                (unsigned long long)job->height);
        finding_hint(findings,
                     "save it smaller: %d pixels are enough across a page",
                     IMAGE_SIDE_MAX);
        break;
    case IMAGE_NO_ROOM:
        finding(findings, FINDING_LIMIT, at,
                "`%s`, %llu x %llu pixels, needs more memory than is left",
                name, (unsigned long long)job->width,
                (unsigned long long)job->height);
        finding_hint(findings, "save it smaller, or raise --max-memory");
        break;
    case IMAGE_NO_MEMORY: break; /* the arena says it */
    }
}

const struct image *image_in(struct arena *arena, const struct source *source,
                             struct place at, struct findings *findings)
{
    struct image *made = arena_alloc(arena, 1, sizeof(*made));
    struct image_job job = {
        .arena = arena, .bytes = source->bytes, .made = made};
    enum image_fault fault;

    if (made == NULL)
        return NULL;
    made->name = source->name;
    if (str_starts(job.bytes, png_signature)) {
        fault = image_png(&job);
    } else if (str_starts(job.bytes, jpeg_signature)) {
        fault = image_jpeg(&job);
    } else {
        refuse_form(&job, at, findings);
        return &unread;
    }
    if (fault == IMAGE_NO_MEMORY)
        arena_fail(arena, ST_NOMEM);
    report(&job, fault, at, findings);
    return fault == IMAGE_SOUND ? made : &unread;
}

struct image_files image_files_of(
    struct arena *arena, struct findings *findings,
    struct source *(*open)(void *owner, const char *name, struct place at),
    void *owner)
{
    return (struct image_files){
        .arena = arena,
        .findings = findings,
        .open = open,
        .owner = owner,
        .read = list_of(arena, sizeof(struct image_read)),
    };
}

const struct image *image_file(struct image_files *files, const char *name,
                               struct place at)
{
    const struct image_read *read = files->read.items;
    const struct source *source;
    struct image_read *kept;

    source = name == NULL ? NULL : files->open(files->owner, name, at);
    if (source == NULL)
        return arena_status(files->arena) == ST_OK ? &unread : NULL;
    for (size_t i = 0; i < files->read.count; i++) {
        if (read[i].source == source)
            return read[i].image;
    }
    kept = list_add(&files->read);
    if (kept == NULL)
        return NULL;
    *kept = (struct image_read){
        source, image_in(files->arena, source, at, files->findings)};
    return kept->image;
}
