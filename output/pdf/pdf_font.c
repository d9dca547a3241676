#include "output/pdf/pdf_font.h"
#include "core/base/mem.h"
#include "core/base/utf8.h"

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

static const struct pdf_second_use *second_use(const struct pdf_font *font,
                                               uint16_t id, uint32_t character)
{
    for (uint32_t i = 0; i < font->nseconds; i++) {
        if (font->seconds[i].id == id &&
            font->seconds[i].character == character)
            return &font->seconds[i];
    }
    return NULL;
}

/* Lets glyph ID stand for CHARACTER, too; false: it cannot. */
static bool give_second_use(struct pdf_font *font, uint16_t id,
                            uint32_t character)
{
    uint32_t code;

    if (second_use(font, id, character) != NULL)
        return true;
    if (font->nseconds == PDF_SECOND_USES_MAX)
        return false;
    code = pdf_code_give(&font->codes, character);
    if (code == 0)
        return false;
    font->seconds[font->nseconds++] =
        (struct pdf_second_use){.character = character, .code = code, .id = id};
    font->used++;
    return true;
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

struct str pdf_font_string(const struct pdf_fonts *fonts, uint32_t text)
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
               str_eq(pdf_font_string(fonts, glyph->text), text);
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

/* Whether glyph ID can be given a second code for the single character of C. */
static bool use_again(struct pdf_font *font, uint16_t id, struct cluster c)
{
    struct str rest = c.text;
    const uint32_t character = rest.len > 0 ? utf8_next(&rest) : 0;

    return c.count == 1 && rest.len == 0 && may_stand_for(character) &&
           give_second_use(font, id, character);
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
        if (!give_text(fonts, &font->glyphs[g.id], text) &&
            !use_again(font, g.id, c))
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
            shaped_cluster(part, i) != part->text.len - rest.len)
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
    bool same;

    if (font == NULL || is_known(font, part))
        return true;
    same = part->nglyphs == 0 || shaped_glyph(part, 0).cluster == 0;
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

uint32_t pdf_font_own_code(const struct pdf_font *font,
                           const struct shaped *part, size_t i)
{
    const uint16_t id = shaped_id(part, i);
    struct str text = str_from(part->text, shaped_glyph(part, i).cluster);
    const struct pdf_second_use *second;

    if (text.len == 0)
        return font->glyphs[id].code;
    second = second_use(font, id, utf8_next(&text));
    return second == NULL ? font->glyphs[id].code : second->code;
}
