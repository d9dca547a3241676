#include "output/pdf/pdf_subset.h"
#include "core/base/mem.h"

#include <hb-ot.h>
#include <hb-subset.h>

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

/* The box of GLYPH; all 0 where there is none to be drawn. */
static hb_glyph_extents_t extents_of(hb_font_t *font, hb_codepoint_t glyph)
{
    hb_glyph_extents_t e = {0, 0, 0, 0};

    (void)hb_font_get_glyph_extents(font, glyph, &e);
    return e;
}

static bool same_box(hb_glyph_extents_t a, hb_glyph_extents_t b)
{
    return a.x_bearing == b.x_bearing && a.y_bearing == b.y_bearing &&
           a.width == b.width && a.height == b.height;
}

/* Every glyph of GLYPHS has the same box, and is as wide, in both fonts. */
static bool same_glyphs(hb_font_t *a, hb_font_t *b, const hb_set_t *glyphs)
{
    hb_codepoint_t glyph = HB_SET_VALUE_INVALID;

    while (hb_set_next(glyphs, &glyph)) {
        if (hb_font_get_glyph_h_advance(a, glyph) !=
                hb_font_get_glyph_h_advance(b, glyph) ||
            !same_box(extents_of(a, glyph), extents_of(b, glyph)))
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

/* What HarfBuzz does not get memory for is told by mem_went_short(); what else
   it might leave out is seen here. */
static bool is_whole(const struct font_face *face, const hb_set_t *glyphs,
                     hb_blob_t *program)
{
    hb_face_t *made = hb_face_create(program, 0);
    hb_font_t *font = hb_font_create(made);
    const bool whole =
        has_tables(made) && same_glyphs(face->hb_font, font, glyphs);

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
