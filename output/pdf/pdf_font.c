#include "output/pdf/pdf_font.h"
#include "core/base/mem.h"
#include "core/base/utf8.h"
#include "output/pdf/pdf_syntax.h"

#include <string.h>

#define GLYPH_STRING 0x80000000U
#define NO_TEXT 0x200BU /* zero width space: of a glyph that adds nothing */
#define STRING_MAX 64   /* UTF-8 bytes that one glyph may stand for */

void pdf_fonts_init(struct pdf_fonts *fonts, struct pdf_cache *cache,
                    size_t limit)
{
    *fonts = (struct pdf_fonts){.cache = cache};
    buf_init(&fonts->strings, limit < GLYPH_STRING ? limit : GLYPH_STRING);
}

void pdf_fonts_free(struct pdf_fonts *fonts)
{
    for (size_t i = 0; i < FONT_FACES_MAX; i++)
        mem_free(fonts->fonts[i].glyphs);
    buf_free(&fonts->strings);
}

enum status pdf_fonts_status(const struct pdf_fonts *fonts)
{
    return status_worst(fonts->status, buf_status(&fonts->strings));
}

/* The first use of GLYPH, whose text is known. */
static void give_code(struct pdf_fonts *fonts, struct pdf_font *font,
                      struct pdf_glyph *glyph)
{
    if (glyph->code != 0)
        return;
    glyph->code = pdf_code_give(&font->codes, glyph->text);
    if (glyph->code != 0)
        font->used++;
    else
        fonts->status = status_worst(fonts->status, ST_LIMIT);
}

static void find_space(struct pdf_font *font)
{
    hb_codepoint_t glyph = 0;

    if (!hb_font_get_nominal_glyph(font->face->hb_font, ' ', &glyph) ||
        glyph >= font->face->glyphs)
        return;
    font->space = (uint16_t)glyph;
    font->space_width = font_glyph_width(font->face, font->space);
}

struct pdf_font *pdf_font(struct pdf_fonts *fonts, size_t index)
{
    struct pdf_font *font = &fonts->fonts[index];

    if (font->glyphs != NULL)
        return font;
    font->face = &fonts->cache->fonts->faces[index];
    font->glyphs = mem_zalloc(font->face->glyphs, sizeof(*font->glyphs));
    if (font->glyphs == NULL) {
        fonts->status = status_worst(fonts->status, ST_NOMEM);
        return NULL;
    }
    find_space(font);
    if (font->space != 0) {
        font->glyphs[font->space] =
            (struct pdf_glyph){.text = ' ', .width = font->space_width};
        give_code(fonts, font, &font->glyphs[font->space]);
    }
    return font;
}

/* The longer text that a glyph stands for. */
static struct str string_at(const struct pdf_fonts *fonts, uint32_t text)
{
    const char *p = fonts->strings.ptr + (text & ~GLYPH_STRING);

    return (struct str){p + 1, (unsigned char)p[0]};
}

/* What a ToUnicode map may not say (ISO 14289-1, 7.21.7). */
static bool may_stand_for(uint32_t c)
{
    return c != UTF8_BAD && c != 0 && c != 0xFEFF && c != 0xFFFE;
}

/* Gives GLYPH the text of TEXT if it has none; false: it has another. */
static bool give_text(struct pdf_fonts *fonts, struct pdf_glyph *glyph,
                      struct str text)
{
    struct str rest = text;
    const uint32_t c = text.len > 0 ? utf8_next(&rest) : NO_TEXT;
    size_t at;

    if (rest.len == 0 && may_stand_for(c)) {
        if (glyph->text == 0)
            glyph->text = c;
        return glyph->text == c;
    }
    if (rest.len == 0 || text.len > STRING_MAX ||
        utf8_valid(text) != text.len) {
        if (glyph->text == 0)
            glyph->text = NO_TEXT;
        return false;
    }
    if (glyph->text != 0)
        return (glyph->text & GLYPH_STRING) != 0 &&
               str_eq(string_at(fonts, glyph->text), text);
    at = fonts->strings.len;
    buf_char(&fonts->strings, (char)text.len);
    buf_str(&fonts->strings, text);
    if (fonts->strings.status == ST_OK)
        glyph->text = (uint32_t)at | GLYPH_STRING;
    return true;
}

/* Glyphs from FIRST on that share a cluster, and its text. */
struct cluster {
    size_t first;
    size_t count;
    struct str text;
};

static struct cluster cluster_at(const struct shaped *part, size_t first)
{
    const uint16_t start = shaped_glyph(part, first).cluster;
    size_t end = part->text.len;
    size_t n = 1;

    while (first + n < part->nglyphs &&
           shaped_glyph(part, first + n).cluster == start)
        n++;
    /* Clusters go up; where a face contradicts itself, down. */
    if (first + n < part->nglyphs &&
        shaped_glyph(part, first + n).cluster > start)
        end = shaped_glyph(part, first + n).cluster;
    else if (first > 0 && shaped_glyph(part, first - 1).cluster > start)
        end = shaped_glyph(part, first - 1).cluster;
    return (struct cluster){first, n, str_from(str_to(part->text, end), start)};
}

/*
 * The text of a glyph that stands for C.TEXT as a whole. Where the glyph is
 * that of the first character (what follows it shows nothing, like a soft
 * hyphen), it keeps that meaning for the rest of the document.
 */
static struct str text_of_one(const struct pdf_font *font, uint16_t id,
                              struct cluster c)
{
    struct str rest = c.text;
    hb_codepoint_t glyph = 0;

    if (c.text.len > 0 &&
        hb_font_get_nominal_glyph(font->face->hb_font, utf8_next(&rest),
                                  &glyph) &&
        glyph == id)
        return str_to(c.text, c.text.len - rest.len);
    return c.text;
}

/* Notes the glyphs of C; false when their texts are not its text. */
static bool use_cluster(struct pdf_fonts *fonts, struct pdf_font *font,
                        const struct shaped *part, struct cluster c)
{
    const bool one_each = utf8_count(c.text) == c.count;
    struct str rest = c.text;
    bool same = c.count == 1 || one_each;

    for (size_t i = 0; i < c.count; i++) {
        const struct shaped_glyph g = shaped_glyph(part, c.first + i);
        struct str text = {NULL, 0};

        if (one_each) {
            text = rest;
            (void)utf8_next(&rest);
            text = str_to(text, text.len - rest.len);
        } else if (i == 0) {
            text = text_of_one(font, g.id, c);
            same = same && text.len == c.text.len;
        }
        if (g.id >= font->face->glyphs) { /* a font that contradicts itself */
            fonts->status = status_worst(fonts->status, ST_DATA);
            return same;
        }
        if (font->glyphs[g.id].code == 0)
            font->glyphs[g.id].width = font_glyph_width(font->face, g.id);
        if (!give_text(fonts, &font->glyphs[g.id], text))
            same = false;
        give_code(fonts, font, &font->glyphs[g.id]);
    }
    return same;
}

/* Whether the glyphs of PART are one each character, and stood for it before:
   nearly all words, once a page is full. */
static bool is_known(const struct pdf_font *font, const struct shaped *part)
{
    struct str rest = part->text;

    for (size_t i = 0; i < part->nglyphs; i++) {
        const uint16_t id = shaped_id(part, i);

        if (!part->plain &&
            shaped_glyph(part, i).cluster != part->text.len - rest.len)
            return false;
        if (rest.len == 0 || id >= font->face->glyphs ||
            font->glyphs[id].code == 0 ||
            font->glyphs[id].text != utf8_next(&rest))
            return false;
    }
    return rest.len == 0;
}

bool pdf_font_use(struct pdf_fonts *fonts, const struct shaped *part)
{
    struct pdf_font *font = pdf_font(fonts, part->face->index);
    bool same = part->nglyphs == 0 || shaped_glyph(part, 0).cluster == 0;

    if (font == NULL || is_known(font, part))
        return true;
    for (size_t i = 0; i < part->nglyphs;) {
        const struct cluster c = cluster_at(part, i);

        if (i > 0 &&
            shaped_glyph(part, i).cluster < shaped_glyph(part, i - 1).cluster)
            same = false;
        if (!use_cluster(fonts, font, part, c))
            same = false;
        i += c.count;
    }
    return same;
}

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

    o->status = status_worst(o->status, buf_status(map));
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
    o->status = status_worst(o->status, buf_status(&length));
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
            coded[n].text = string_at(fonts, g->text);
        else
            coded[n].character = g->text;
        n++;
    }
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
