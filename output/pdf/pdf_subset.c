#include "output/pdf/pdf_subset.h"
#include "core/base/mem.h"

#include <hb-ot.h>
#include <hb-subset.h>

#include <string.h>

/* All that a font program inside a PDF needs (ISO 32000-1, 9.9.1): glyphs are
   named by their ids, and placed by us. */
static const hb_tag_t needed[] = {
    HB_TAG('g', 'l', 'y', 'f'), HB_TAG('h', 'e', 'a', 'd'),
    HB_TAG('h', 'h', 'e', 'a'), HB_TAG('h', 'm', 't', 'x'),
    HB_TAG('l', 'o', 'c', 'a'), HB_TAG('m', 'a', 'x', 'p'),
};

#define NEEDED (sizeof(needed) / sizeof(needed[0]))
#define TABLES_AT_ONCE 32

static bool is_needed(hb_tag_t tag)
{
    for (size_t i = 0; i < NEEDED; i++) {
        if (needed[i] == tag)
            return true;
    }
    return false;
}

/* Adds to DROP every other table of FACE. */
static void drop_tables(hb_face_t *face, hb_set_t *drop)
{
    const unsigned int total = hb_face_get_table_tags(face, 0, NULL, NULL);
    hb_tag_t tags[TABLES_AT_ONCE];

    for (unsigned int at = 0; at < total; at += TABLES_AT_ONCE) {
        unsigned int n = TABLES_AT_ONCE;

        hb_face_get_table_tags(face, at, &n, tags);
        for (unsigned int i = 0; i < n; i++) {
            if (!is_needed(tags[i]))
                hb_set_add(drop, tags[i]);
        }
    }
}

/* What a glyph looks like, as one number. */
struct outline {
    uint64_t hash;
};

static void add_numbers(struct outline *o, const float *numbers, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        uint32_t bits;

        memcpy(&bits, &numbers[i], sizeof(bits));
        o->hash = (o->hash ^ bits) * UINT64_C(0x9E3779B97F4A7C15);
        o->hash ^= o->hash >> 29;
    }
}

static void add_move(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state,
                     float x, float y, void *user)
{
    const float numbers[] = {1, x, y};

    (void)funcs;
    (void)state;
    (void)user;
    add_numbers(data, numbers, 3);
}

static void add_line(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state,
                     float x, float y, void *user)
{
    const float numbers[] = {2, x, y};

    (void)funcs;
    (void)state;
    (void)user;
    add_numbers(data, numbers, 3);
}

static void add_curve(hb_draw_funcs_t *funcs, void *data,
                      hb_draw_state_t *state, float x1, float y1, float x,
                      float y, void *user)
{
    const float numbers[] = {3, x1, y1, x, y};

    (void)funcs;
    (void)state;
    (void)user;
    add_numbers(data, numbers, 5);
}

static uint64_t outline_of(hb_font_t *font, hb_codepoint_t glyph,
                           hb_draw_funcs_t *funcs)
{
    struct outline o = {0};

#if HB_VERSION_ATLEAST(7, 0, 0)
    hb_font_draw_glyph(font, glyph, funcs, &o);
#else
    hb_font_get_glyph_shape(font, glyph, funcs, &o);
#endif
    return o.hash;
}

/* Every glyph of GLYPHS looks the same, and is as wide, in both fonts. */
static bool same_glyphs(hb_font_t *a, hb_font_t *b, const hb_set_t *glyphs,
                        hb_draw_funcs_t *funcs)
{
    hb_codepoint_t glyph = HB_SET_VALUE_INVALID;

    while (hb_set_next(glyphs, &glyph)) {
        if (hb_font_get_glyph_h_advance(a, glyph) !=
                hb_font_get_glyph_h_advance(b, glyph) ||
            outline_of(a, glyph, funcs) != outline_of(b, glyph, funcs))
            return false;
    }
    return true;
}

/* FACE has the needed tables and no other. */
static bool has_tables(hb_face_t *face)
{
    for (size_t i = 0; i < NEEDED; i++) {
        hb_blob_t *table = hb_face_reference_table(face, needed[i]);
        const bool found = hb_blob_get_length(table) > 0;

        hb_blob_destroy(table);
        if (!found)
            return false;
    }
    return hb_face_get_table_tags(face, 0, NULL, NULL) == NEEDED;
}

static bool is_whole(const struct font_face *face, const hb_set_t *glyphs,
                     hb_blob_t *program)
{
    hb_face_t *made = hb_face_create(program, 0);
    hb_font_t *font = hb_font_create(made);
    hb_draw_funcs_t *funcs = hb_draw_funcs_create();
    bool whole;

    hb_draw_funcs_set_move_to_func(funcs, add_move, NULL, NULL);
    hb_draw_funcs_set_line_to_func(funcs, add_line, NULL, NULL);
    hb_draw_funcs_set_quadratic_to_func(funcs, add_curve, NULL, NULL);
    whole = has_tables(made) && same_glyphs(face->hb_font, font, glyphs, funcs);
    hb_draw_funcs_destroy(funcs);
    hb_font_destroy(font);
    hb_face_destroy(made);
    return whole;
}

hb_blob_t *pdf_subset_program(const struct font_face *face,
                              const hb_set_t *glyphs)
{
    hb_subset_input_t *input;
    hb_face_t *made = NULL;
    hb_blob_t *blob = NULL;
    hb_set_t *keep;
    hb_set_t *drop;
    bool whole;

    mem_watch();
    input = hb_subset_input_create_or_fail();
    if (input == NULL)
        return NULL;
    keep = hb_subset_input_glyph_set(input);
    drop = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_RETAIN_GIDS |
                                         HB_SUBSET_FLAGS_NO_HINTING);
    hb_set_union(keep, glyphs);
    drop_tables(face->hb_face, drop);
    if (hb_set_allocation_successful(keep) &&
        hb_set_allocation_successful(drop))
        made = hb_subset_or_fail(face->hb_face, input);
    if (made != NULL)
        blob = hb_face_reference_blob(made);
    whole = blob != NULL && is_whole(face, glyphs, blob);
    if (mem_went_short() || !whole) {
        hb_blob_destroy(blob);
        blob = NULL;
    }
    hb_face_destroy(made);
    hb_subset_input_destroy(input);
    return blob;
}
