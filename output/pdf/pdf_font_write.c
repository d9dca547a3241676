#include "core/base/mem.h"
#include "output/pdf/pdf_font.h"
#include "output/pdf/pdf_syntax.h"

#include <string.h>

_Static_assert(FONT_FACES_MAX <= 10, "the name of a face has one digit");

void pdf_fonts_name(const struct pdf_fonts *fonts, struct pdf_haru *h,
                    struct pdf_haru_object *resources,
                    struct pdf_font_names *names)
{
    struct pdf_haru_object *dict = pdf_haru_dict(h, resources, "Font");

    memset(names, 0, sizeof(*names));
    for (size_t i = 0; i < FONT_FACES_MAX; i++) {
        const char key[] = {'F', (char)('0' + i), '\0'};

        if (fonts->fonts[i].glyphs == NULL)
            continue;
        names->objects[i] = pdf_haru_reserve(h);
        pdf_haru_refer(dict, key, names->objects[i]);
    }
}

static void put_base_font(struct buf *b, const struct font_face *face,
                          const struct pdf_subset *subset)
{
    buf_char(b, '/');
    buf_puts(b, subset->tag);
    buf_char(b, '+');
    buf_str(b, face->name); /* regular characters only: font.h */
}

/* MAP as a stream; frees it. */
static uint32_t write_map(struct pdf_objects *o, const char *entries,
                          struct buf *map)
{
    const uint32_t number = pdf_object_number(o);

    pdf_objects_fail(o, buf_status(map));
    pdf_stream(o, number, str_of(entries), buf_view(map), STREAM_DEFLATE);
    buf_free(map);
    return number;
}

static uint32_t write_to_unicode(struct pdf_objects *o,
                                 const struct pdf_coded *coded, size_t n)
{
    struct buf map;

    buf_init(&map, o->out->limit);
    pdf_write_to_unicode(&map, coded, n);
    return write_map(o, "", &map);
}

static uint32_t write_glyph_map(struct pdf_objects *o,
                                const struct pdf_coded *coded, size_t n)
{
    struct buf map;

    buf_init(&map, o->out->limit);
    pdf_write_glyph_map(&map, coded, n);
    return write_map(o, "", &map);
}

static uint32_t write_cmap(struct pdf_objects *o, const struct pdf_fonts *fonts)
{
    bool long_ones = false;
    struct buf map;

    for (size_t i = 0; i < FONT_FACES_MAX; i++)
        long_ones = long_ones || pdf_codes_are_long(&fonts->fonts[i].codes);
    buf_init(&map, o->out->limit);
    pdf_write_cmap(&map, long_ones);
    return write_map(o,
                     "/Type/CMap/CMapName/" PDF_CMAP_NAME
                     "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
                     "/Supplement 0>>",
                     &map);
}

static uint32_t write_descriptor(struct pdf_objects *o,
                                 const struct font_face *f,
                                 const struct pdf_subset *subset)
{
    const uint32_t program = pdf_object_number(o);
    const uint32_t number = pdf_object_number(o);
    struct buf length;
    struct buf *b;

    buf_init(&length, 64);
    buf_puts(&length, "/Length1 ");
    buf_int(&length, (int64_t)subset->length);
    pdf_stream(o, program, buf_view(&length), buf_view(&subset->bytes),
               STREAM_DEFLATED);
    pdf_objects_fail(o, buf_status(&length));
    buf_free(&length);
    b = pdf_object_open(o, number, PACK_ANY);
    buf_puts(b, "<</Type/FontDescriptor/FontName");
    put_base_font(b, f, subset);
    buf_printf(b,
               "/Flags %u/FontBBox[%d %d %d %d]/ItalicAngle %d/Ascent %d"
               "/Descent %d/CapHeight %d/StemV %d/FontFile2 %u 0 R>>",
               (unsigned)f->flags, f->box[0], f->box[1], f->box[2], f->box[3],
               f->italic_angle, f->ascent, f->descent, f->cap_height, f->stem_v,
               (unsigned)program);
    pdf_object_close(o);
    return number;
}

static uint32_t write_descendant(struct pdf_objects *o,
                                 const struct pdf_font *font,
                                 const struct pdf_subset *subset,
                                 const struct pdf_coded *coded)
{
    const uint32_t descriptor = write_descriptor(o, font->face, subset);
    const uint32_t map = write_glyph_map(o, coded, font->used);
    const uint32_t number = pdf_object_number(o);
    struct buf *b = pdf_object_open(o, number, PACK_ANY);

    buf_puts(b, "<</Type/Font/Subtype/CIDFontType2/BaseFont");
    put_base_font(b, font->face, subset);
    buf_puts(b, "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
                "/Supplement 0>>/CIDToGIDMap ");
    pdf_write_ref(b, map);
    buf_puts(b, "/FontDescriptor ");
    pdf_write_ref(b, descriptor);
    buf_puts(b, "/W");
    pdf_write_widths(b, coded, font->used);
    buf_puts(b, ">>");
    pdf_object_close(o);
    return number;
}

/* N codes that are used, in order; NULL: no memory. The caller frees them. */
static struct pdf_coded *list_codes(const struct pdf_fonts *fonts,
                                    const struct pdf_font *font)
{
    struct pdf_coded *coded = mem_zalloc(font->used, sizeof(*coded));
    size_t n = 0;

    if (coded == NULL)
        return NULL;
    for (uint32_t i = 0; i < font->face->glyphs; i++) {
        const struct pdf_glyph *g = &font->glyphs[i];

        if (g->code == 0)
            continue;
        coded[n] =
            (struct pdf_coded){.code = g->code, .glyph = i, .width = g->width};
        if ((g->text & GLYPH_STRING) != 0)
            coded[n].text = pdf_font_string(fonts, g->text);
        else
            coded[n].character = g->text;
        n++;
    }
    for (uint32_t i = 0; i < font->nseconds; i++)
        coded[n++] = (struct pdf_coded){
            .code = font->seconds[i].code,
            .glyph = font->seconds[i].id,
            .width = font->glyphs[font->seconds[i].id].width,
            .character = font->seconds[i].character,
        };
    pdf_codes_sort(coded, n);
    return coded;
}

/* The glyphs used; the caller destroys the set. */
static hb_set_t *used_glyphs(const struct pdf_coded *coded, size_t n)
{
    hb_set_t *used = hb_set_create();

    for (size_t i = 0; i < n; i++)
        hb_set_add(used, coded[i].glyph);
    return used;
}

static void write_font(const struct pdf_font *font, struct pdf_objects *o,
                       uint32_t number, const struct pdf_subset *subset,
                       const struct pdf_coded *coded, uint32_t cmap)
{
    const uint32_t descendant = write_descendant(o, font, subset, coded);
    const uint32_t to_unicode = write_to_unicode(o, coded, font->used);
    struct buf *b = pdf_object_open(o, number, PACK_ANY);

    buf_puts(b, "<</Type/Font/Subtype/Type0/BaseFont");
    put_base_font(b, font->face, subset);
    buf_puts(b, "/Encoding ");
    pdf_write_ref(b, cmap);
    buf_puts(b, "/DescendantFonts[");
    pdf_write_ref(b, descendant);
    buf_puts(b, "]/ToUnicode ");
    pdf_write_ref(b, to_unicode);
    buf_puts(b, ">>");
    pdf_object_close(o);
}

void pdf_fonts_write(struct pdf_fonts *fonts, struct pdf_objects *o,
                     const struct pdf_font_names *names)
{
    const uint32_t cmap = write_cmap(o, fonts);

    for (size_t i = 0; i < FONT_FACES_MAX; i++) {
        const struct pdf_font *font = &fonts->fonts[i];
        const struct pdf_subset *subset = NULL;
        struct pdf_subset own;
        enum status st = ST_NOMEM;
        struct pdf_coded *coded;
        hb_set_t *used;

        if (font->glyphs == NULL)
            continue;
        coded = list_codes(fonts, font);
        used = used_glyphs(coded, coded == NULL ? 0 : font->used);
        if (coded != NULL && hb_set_allocation_successful(used)) {
            st =
                pdf_cache_subset(fonts->cache, font->face, used, &own, &subset);
            if (st == ST_OK)
                write_font(font, o, pdf_haru_number(names->objects[i]), subset,
                           coded, cmap);
            pdf_subset_free(&own);
        }
        mem_free(coded);
        hb_set_destroy(used);
        fonts->status = status_worst(fonts->status, st);
    }
}
