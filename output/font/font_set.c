#include "core/base/file.h"
#include "core/base/mem.h"
#include "output/font/font.h"

#include <hb-ot.h>
#include <hb.h>

#include <errno.h>
#include <limits.h>
#include <string.h>

#define FONT_FILE_MAX ((size_t)32 * 1024 * 1024)

#define FLAG_FIXED_PITCH 1U
#define FLAG_SYMBOLIC 4U /* glyphs beyond the standard Latin set */
#define FLAG_ITALIC 64U

static int16_t clamp16(int64_t n)
{
    return (int16_t)(n < INT16_MIN ? INT16_MIN : n > INT16_MAX ? INT16_MAX : n);
}

int16_t font_thousandths(const struct font_face *face, int32_t units)
{
    const int64_t half =
        units < 0 ? -(face->units_per_em / 2) : face->units_per_em / 2;

    if (units == 0) /* kerning and offsets of most glyphs */
        return 0;
    return clamp16(((int64_t)units * 1000 + half) / face->units_per_em);
}

int16_t font_glyph_width(const struct font_face *face, uint16_t id)
{
    return font_thousandths(face,
                            hb_font_get_glyph_h_advance(face->hb_font, id));
}

/* The big-endian 16-bit word at OFFSET of a table; 0 beyond its end. */
static uint16_t table_word(hb_face_t *face, hb_tag_t tag, unsigned int offset)
{
    hb_blob_t *table = hb_face_reference_table(face, tag);
    unsigned int len = 0;
    const char *bytes = hb_blob_get_data(table, &len);
    uint16_t word = 0;

    if (len >= 2 && offset <= len - 2)
        word = (uint16_t)((unsigned char)bytes[offset] << 8 |
                          (unsigned char)bytes[offset + 1]);
    hb_blob_destroy(table);
    return word;
}

static int16_t table_units(const struct font_face *face, hb_tag_t tag,
                           unsigned int offset)
{
    return font_thousandths(face,
                            (int16_t)table_word(face->hb_face, tag, offset));
}

static int16_t metric(const struct font_face *face, hb_ot_metrics_tag_t tag)
{
    hb_position_t units = 0;

    if (!hb_ot_metrics_get_position(face->hb_font, tag, &units))
        return 0;
    return font_thousandths(face, units);
}

static void read_metrics(struct font_face *face)
{
    const hb_tag_t head = HB_TAG('h', 'e', 'a', 'd');
    const hb_tag_t post = HB_TAG('p', 'o', 's', 't');
    const hb_tag_t os2 = HB_TAG('O', 'S', '/', '2');
    const int32_t weight = table_word(face->hb_face, os2, 4);

    face->ascent = metric(face, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER);
    face->descent = metric(face, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER);
    face->cap_height = metric(face, HB_OT_METRICS_TAG_CAP_HEIGHT);
    if (face->cap_height == 0) /* an OS/2 table before version 2 */
        face->cap_height = clamp16(face->ascent * 4 / 5);
    face->italic_angle = (int16_t)table_word(face->hb_face, post, 4);
    /* No table has the stem's width; this is what its weight suggests. */
    face->stem_v = clamp16(50 + weight * weight / (65 * 65));
    for (unsigned int i = 0; i < 4; i++)
        face->box[i] = table_units(face, head, 36 + 2 * i);
    face->flags = FLAG_SYMBOLIC;
    if (face->italic_angle != 0)
        face->flags |= FLAG_ITALIC;
    if (table_word(face->hb_face, post, 12) != 0 ||
        table_word(face->hb_face, post, 14) != 0)
        face->flags |= FLAG_FIXED_PITCH;
}

/* A PostScript name may stand in a PDF as it is: other characters are left
   out (ISO 32000-1, 7.3.5). */
static void read_name(struct arena *arena, struct font_face *face)
{
    char name[64] = "";
    unsigned int size = sizeof(name);
    size_t len = 0;

    hb_ot_name_get_utf8(face->hb_face, HB_OT_NAME_ID_POSTSCRIPT_NAME,
                        HB_LANGUAGE_INVALID, &size, name);
    for (size_t i = 0; name[i] != '\0'; i++) {
        if (name[i] > ' ' && name[i] < 0x7f &&
            strchr("()<>[]{}/%#", name[i]) == NULL)
            name[len++] = name[i];
    }
    name[len] = '\0';
    if (len == 0)
        face->name = arena_printf(arena, "Face%u", (unsigned)face->index);
    else
        face->name = arena_str(arena, str_of(name));
}

static bool has_table(hb_face_t *face, hb_tag_t tag)
{
    hb_blob_t *table = hb_face_reference_table(face, tag);
    const bool found = hb_blob_get_length(table) > 0;

    hb_blob_destroy(table);
    return found;
}

/* What the PDF can embed: TrueType outlines and a character map. */
static bool is_truetype(hb_face_t *face)
{
    return hb_face_get_glyph_count(face) > 1 &&
           hb_face_get_glyph_count(face) <= UINT16_MAX &&
           has_table(face, HB_TAG('g', 'l', 'y', 'f')) &&
           has_table(face, HB_TAG('c', 'm', 'a', 'p'));
}

/* Without memory HarfBuzz sees a sound file as a broken one. */
static enum status refuse(struct findings *findings, struct place at,
                          const char *path)
{
    if (mem_went_short())
        return ST_NOMEM;
    finding(findings, FINDING_BAD_VALUE, at,
            "the font file %s is not a TrueType font with outlines and a "
            "character map",
            path);
    finding_hint(findings, "take a .ttf file, not .otf or .woff, and copy it "
                           "again where it was cut short");
    return ST_DATA;
}

static enum status changed(struct findings *findings, struct place at,
                           const char *path)
{
    finding(findings, FINDING_CHANGED, at,
            "the font file %s changed while it was read", path);
    finding_hint(findings, "run again when nobody writes to it");
    return ST_NOINPUT;
}

static enum status unread(struct findings *findings, struct place at,
                          const char *path, int error)
{
    if (error == EBUSY)
        return changed(findings, at, path);
    finding(findings, FINDING_NO_FILE, at,
            "the font file %s cannot be read: %s", path, strerror(error));
    return ST_NOINPUT;
}

/* The face that SET or one before it has read from PATH, or NULL. */
static const struct font_face *known_face(const struct font_set *set,
                                          const char *path)
{
    for (; set != NULL; set = set->earlier) {
        for (size_t i = 0; i < set->count; i++) {
            if (set->faces[i].path != NULL &&
                strcmp(set->faces[i].path, path) == 0)
                return &set->faces[i];
        }
    }
    return NULL;
}

/* Read, not mapped: what is mapped may change, or end, under a report. */
static enum status read_face(struct arena *arena, const char *path,
                             struct place at, const struct font_set *earlier,
                             struct findings *findings, struct font_face *face)
{
    const struct font_face *known = known_face(earlier, path);
    enum status st = ST_OK;

    if (known != NULL)
        face->bytes = known->bytes;
    else
        st = file_read(arena, path, FONT_FILE_MAX, &face->bytes);
    if (st != ST_OK)
        return st == ST_NOINPUT ? unread(findings, at, path, errno) : st;
    face->path = path;
    return ST_OK;
}

/* The glyph of C, or 0; one that no face can have is the last. */
static uint16_t mapped(const struct font_face *face, uint32_t c)
{
    hb_codepoint_t glyph = 0;

    if (!hb_font_get_nominal_glyph(face->hb_font, c, &glyph))
        return 0;
    return glyph < UINT16_MAX ? (uint16_t)glyph : UINT16_MAX;
}

/* HarfBuzz reads a table when it is first asked of it; a character map for
   which there was no memory is an empty one, to all who ask later. */
static void read_character_map(struct font_face *face)
{
    for (uint32_t c = 0; c < FONT_ASCII; c++)
        face->ascii[c] = mapped(face, c);
}

static enum status open_face(struct arena *arena, struct place at,
                             struct findings *findings, struct font_face *face)
{
    hb_blob_t *blob;

    mem_watch();
    blob = hb_blob_create(face->bytes.ptr, (unsigned int)face->bytes.len,
                          HB_MEMORY_MODE_READONLY, NULL, NULL);
    face->hb_face = hb_face_create(blob, 0);
    hb_blob_destroy(blob); /* the face keeps it */
    if (!is_truetype(face->hb_face))
        return mem_went_short() ? ST_NOMEM : refuse(findings, at, face->path);
    face->hb_font = hb_font_create(face->hb_face);
    face->units_per_em = (uint16_t)hb_face_get_upem(face->hb_face);
    face->glyphs = hb_face_get_glyph_count(face->hb_face);
    hb_face_make_immutable(face->hb_face);
    hb_font_make_immutable(face->hb_font);
    read_character_map(face);
    read_metrics(face);
    read_name(arena, face);
    return mem_went_short() ? ST_NOMEM : arena_status(arena);
}

enum status font_set_open(struct arena *arena, const struct house *house,
                          const struct font_set *earlier,
                          struct findings *findings, struct font_set *set)
{
    enum status st = ST_OK;

    memset(set, 0, sizeof(*set));
    set->shortages = mem_shortages();
    set->earlier = earlier;
    for (size_t i = 0; i < FONT_FACES_MAX; i++) {
        const char *path = i < FACE_MAX ? house->fonts.files[i]
                                        : house->fonts.fallbacks[i - FACE_MAX];
        const struct place at = i < FACE_MAX
                                    ? house->fonts.files_at[i]
                                    : house->fonts.fallbacks_at[i - FACE_MAX];
        struct font_face *face = &set->faces[i];
        enum status one;

        if (path == NULL && i >= FACE_MAX)
            break;
        set->count = i + 1;
        face->index = (uint8_t)i;
        if (path == NULL) {
            finding(findings, FINDING_MISSING, at,
                    "the house style lacks one of its four font files");
            one = ST_DATA;
        } else {
            one = read_face(arena, path, at, earlier, findings, face);
            if (one == ST_OK)
                one = open_face(arena, at, findings, face);
        }
        st = status_worst(st, one);
    }
    if (st != ST_OK)
        font_set_close(set);
    return st;
}

enum status font_set_unchanged(const struct font_set *set, struct place at,
                               struct findings *findings)
{
    enum status st = ST_OK;

    for (size_t i = 0; i < set->count; i++) {
        const struct font_face *face = &set->faces[i];

        if (known_face(set->earlier, face->path) == NULL &&
            !file_has(face->path, face->bytes))
            st = changed(findings, at, face->path);
    }
    return st;
}

void font_set_close(struct font_set *set)
{
    const bool sound = mem_shortages() == set->shortages;

    for (size_t i = 0; i < set->count; i++) {
        struct font_face *face = &set->faces[i];

        if (sound) {
            hb_font_destroy(face->hb_font);
            hb_face_destroy(face->hb_face);
        } else {
            mem_abandon(face->hb_font);
            mem_abandon(face->hb_face);
        }
    }
    memset(set, 0, sizeof(*set));
}

bool font_has_glyph(const struct font_face *face, uint32_t c)
{
    return (c < FONT_ASCII ? face->ascii[c] : mapped(face, c)) != 0;
}

uint32_t font_stand_in(const struct font_face *face)
{
    return font_has_glyph(face, REPLACEMENT) ? REPLACEMENT : '?';
}
