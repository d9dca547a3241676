#include "output/pdf/pdf_cache_parts.h"
#include "output/pdf/pdf_subset.h"
#include "tests/support/pdf.h"

#include <string.h>

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* The glyphs of C in FACE, alone; the caller destroys the set. */
static hb_set_t *glyph_of(const struct font_face *face, uint32_t c)
{
    hb_set_t *set = hb_set_create();
    hb_codepoint_t glyph = 0;

    assert_true(hb_font_get_nominal_glyph(face->hb_font, c, &glyph));
    hb_set_add(set, glyph);
    return set;
}

static const struct pdf_subset *get(struct test_pdf *t, size_t face, uint32_t c,
                                    struct pdf_subset *own)
{
    const struct pdf_subset *found = NULL;
    hb_set_t *used = glyph_of(&t->fonts.faces[face], c);

    assert_int_equal(
        pdf_cache_subset(t->cache, &t->fonts.faces[face], used, own, &found),
        ST_OK);
    hb_set_destroy(used);
    assert_true(found->bytes.len > 0);
    assert_int_equal(strlen(found->tag), SUBSET_TAG_LEN);
    return found;
}

static void the_repertoire_of_a_face_is_made_once(void **state)
{
    struct test_pdf *t = *state;
    struct pdf_subset own;
    const struct pdf_subset *first = get(t, FACE_REGULAR, 'a', &own);

    pdf_subset_free(&own);
    assert_ptr_equal(get(t, FACE_REGULAR, 0x177, &own),
                     first); /* y circumflex */
    pdf_subset_free(&own);
    assert_ptr_not_equal(get(t, FACE_BOLD, 'a', &own), first);
    pdf_subset_free(&own);
}

static void what_is_not_in_it_makes_a_subset_for_one_report(void **state)
{
    struct test_pdf *t = *state;
    struct pdf_subset own;
    const struct pdf_subset *kept = get(t, FACE_REGULAR, 'a', &own);
    const size_t length = kept->length;

    pdf_subset_free(&own);
    assert_ptr_equal(get(t, FACE_REGULAR, 0x3A9, &own), &own); /* Omega */
    assert_true(own.length > length);
    assert_string_not_equal(own.tag, kept->tag);
    pdf_subset_free(&own);
    assert_ptr_equal(get(t, FACE_REGULAR, 'a', &own), kept);
    assert_int_equal(kept->length, length);
    pdf_subset_free(&own);
}

static void a_fallback_holds_only_what_is_used(void **state)
{
    struct test_pdf *t = *state;
    struct pdf_subset own;

    assert_ptr_equal(get(t, FACE_MAX, 0x2713, &own), &own); /* check mark */
    assert_true(own.bytes.len < 8192);
    pdf_subset_free(&own);
}

static void a_subset_has_the_glyphs_and_no_other_table(void **state)
{
    struct test_pdf *t = *state;
    const struct font_face *face = &t->fonts.faces[FACE_REGULAR];
    hb_set_t *glyphs = glyph_of(face, 0xE9); /* e acute: a composite */
    hb_codepoint_t glyph = hb_set_get_max(glyphs);
    hb_blob_t *blob = pdf_subset_program(face, glyphs);
    hb_glyph_extents_t extents = {0, 0, 0, 0};
    hb_face_t *made;
    hb_font_t *font;

    assert_non_null(blob);
    assert_true(hb_blob_get_length(blob) < face->bytes.len / 4);
    made = hb_face_create(blob, 0);
    font = hb_font_create(made);
    assert_int_equal(hb_face_get_table_tags(made, 0, NULL, NULL), 6);
    assert_int_equal(hb_font_get_glyph_h_advance(font, glyph),
                     hb_font_get_glyph_h_advance(face->hb_font, glyph));
    assert_true(hb_font_get_glyph_extents(font, glyph, &extents));
    assert_true(extents.width > 0);
    hb_font_destroy(font);
    hb_face_destroy(made);
    hb_blob_destroy(blob);
    hb_set_destroy(glyphs);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_pdf, close_pdf)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_repertoire_of_a_face_is_made_once),
        TEST(what_is_not_in_it_makes_a_subset_for_one_report),
        TEST(a_fallback_holds_only_what_is_used),
        TEST(a_subset_has_the_glyphs_and_no_other_table),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
