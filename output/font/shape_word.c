#include "core/base/mem.h"
#include "core/base/utf8.h"
#include "output/font/shaper_parts.h"

#include <assert.h>
#include <utf8proc.h>

#include <string.h>

#define PART_MAX 4096   /* bytes: clusters and glyph counts fit 16 bits */
#define CLUSTER_MAX 128 /* bytes of a letter and its marks */

/* Characters that are not seen, or that HarfBuzz makes from the space: no
   face need have them. Where it leaves one without a glyph all the same, that
   is noticed afterwards (font_stand_in()). */
static bool needs_no_glyph(uint32_t c)
{
    if (c > ' ' && c < 0x7f)
        return false;
    return utf8_is_space(c) || utf8proc_get_property((int32_t)c)->ignorable;
}

/* The face that shows C when ASKED is wanted; NULL: none has it. */
static const struct font_face *face_of(const struct shaper *s, enum face asked,
                                       uint32_t c)
{
    assert(s->fonts != NULL);
    if (font_has_glyph(&s->fonts->faces[asked], c))
        return &s->fonts->faces[asked];
    for (size_t i = FACE_MAX; i < s->fonts->count; i++) {
        if (font_has_glyph(&s->fonts->faces[i], c))
            return &s->fonts->faces[i];
    }
    return NULL;
}

/* Bytes of the first character of WORD and of the marks on it. */
static size_t cluster_length(struct str word)
{
    struct str rest = word;

    (void)utf8_next(&rest);
    while (rest.len > 0 && (unsigned char)rest.ptr[0] >= 0x80) {
        struct str next = rest;

        if (!utf8_is_mark(utf8_next(&next)) ||
            word.len - next.len > CLUSTER_MAX)
            break;
        rest = next;
    }
    return word.len - rest.len;
}

static bool shows_all(const struct font_face *face, struct str cluster)
{
    while (cluster.len > 0) {
        const uint32_t c = utf8_next(&cluster);

        if (!needs_no_glyph(c) && !font_has_glyph(face, c))
            return false;
    }
    return true;
}

/* The face that shows a letter with its marks, which no two faces can put
   together; NULL: none shows all of it. */
static const struct font_face *
face_of_cluster(const struct shaper *s, enum face asked, struct str cluster)
{
    if (shows_all(&s->fonts->faces[asked], cluster))
        return &s->fonts->faces[asked];
    for (size_t i = FACE_MAX; i < s->fonts->count; i++) {
        if (shows_all(&s->fonts->faces[i], cluster))
            return &s->fonts->faces[i];
    }
    return NULL;
}

/* One run of characters in one face, at the head of a word. */
struct run {
    const struct font_face *face;
    size_t len;
    bool missing;
};

/* The face of the character C, and what is put for it where none has it. */
static const struct font_face *face_for(const struct shaper *s, enum face asked,
                                        uint32_t *c, bool *missing)
{
    const struct font_face *face = face_of(s, asked, *c);

    *missing = face == NULL;
    if (face == NULL) {
        face = face_of(s, asked, REPLACEMENT);
        if (face == NULL)
            face = &s->fonts->faces[asked];
        *c = font_stand_in(face);
    }
    return face;
}

/* Adds the cluster at the head of WORD to the run and the buffer, as much of it
   as is in one face; false when nothing was. */
static bool take_cluster(struct shaper *s, enum face asked, struct str word,
                         struct run *run)
{
    const struct str cluster = str_to(word, cluster_length(word));
    const struct font_face *whole = face_of_cluster(s, asked, cluster);
    struct str rest = cluster;

    while (rest.len > 0) {
        const size_t at = run->len;
        struct str next = rest;
        uint32_t c = utf8_next(&next);
        const struct font_face *face = run->face;
        bool missing = false;

        if (c == UTF8_BAD)
            c = REPLACEMENT;
        if (!needs_no_glyph(c))
            face = whole != NULL ? whole : face_for(s, asked, &c, &missing);
        if (run->face != NULL && face != run->face)
            return false;
        run->face = face;
        run->missing = run->missing || missing;
        hb_buffer_add(s->buffer, c, (unsigned int)at);
        run->len += rest.len - next.len;
        rest = next;
    }
    return true;
}

/* Fills the buffer with the longest run that one face can show. */
static struct run take_run(struct shaper *s, enum face asked, struct str word)
{
    struct run run = {NULL, 0, false};

    while (run.len < word.len && run.len < PART_MAX - CLUSTER_MAX) {
        if (!take_cluster(s, asked, str_from(word, run.len), &run))
            break;
    }
    if (run.face == NULL) /* nothing that is seen */
        run.face = &s->fonts->faces[asked];
    return run;
}

static bool shape_buffer(struct shaper *s, const struct font_face *face,
                         bool leftwards)
{
    static const hb_feature_t features[] = {
        {HB_TAG('l', 'i', 'g', 'a'), 0, HB_FEATURE_GLOBAL_START,
         HB_FEATURE_GLOBAL_END},
        {HB_TAG('c', 'l', 'i', 'g'), 0, HB_FEATURE_GLOBAL_START,
         HB_FEATURE_GLOBAL_END},
    };
    hb_buffer_t *b = s->buffer;

    hb_buffer_set_content_type(b, HB_BUFFER_CONTENT_TYPE_UNICODE);
    hb_buffer_set_flags(b, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
    /* Else HarfBuzz asks the locale. */
    hb_buffer_set_language(b, hb_language_from_string("en", -1));
    hb_buffer_set_direction(b, leftwards ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_guess_segment_properties(b); /* the script */
    return hb_shape_full(face->hb_font, b, features,
                         sizeof(features) / sizeof(features[0]), NULL) &&
           hb_buffer_allocation_successful(b);
}

/* What HarfBuzz has made of a run. */
struct shaping {
    const hb_glyph_info_t *info;
    const hb_glyph_position_t *at;
    size_t count;
    bool leftwards; /* the last glyph is the first that is read */
    const struct font_face *face;
    struct str text;
};

static bool is_digit(const struct shaping *s, size_t i)
{
    const char c = s->text.ptr[s->info[i].cluster];

    return c >= '0' && c <= '9';
}

/* Whether glyph I or a neighbour is a digit. HarfBuzz gives half of a pair's
   kerning to either glyph, to the second one as an offset as well. */
static bool is_at_digit(const struct shaping *s, size_t i)
{
    return is_digit(s, i) || (i > 0 && is_digit(s, i - 1)) ||
           (i + 1 < s->count && is_digit(s, i + 1));
}

/* A mark above or below its letter, in whose cluster it is. */
static bool is_mark(const struct shaping *s, size_t i)
{
    return i > 0 && s->info[i].cluster == s->info[i - 1].cluster;
}

/* A glyph that HarfBuzz did not find for characters that every face seemed to
   have: a variation selector behind a space, a line separator. */
static struct shaped_glyph glyph_for_none(const struct shaping *s, size_t i,
                                          int16_t *width)
{
    hb_codepoint_t glyph = 0;

    (void)hb_font_get_nominal_glyph(s->face->hb_font, font_stand_in(s->face),
                                    &glyph);
    *width = font_glyph_width(s->face, (uint16_t)glyph);
    return (struct shaped_glyph){
        .id = (uint16_t)glyph,
        .cluster = (uint16_t)s->info[i].cluster,
    };
}

/* *WIDTH is the glyph's own. */
static struct shaped_glyph glyph_of(const struct shaping *s, size_t i,
                                    int16_t *width)
{
    const hb_position_t units =
        hb_font_get_glyph_h_advance(s->face->hb_font, s->info[i].codepoint);
    struct shaped_glyph g = {
        .id = (uint16_t)s->info[i].codepoint,
        .cluster = (uint16_t)s->info[i].cluster,
        .kern = font_thousandths(s->face, s->at[i].x_advance - units),
        .x_offset = font_thousandths(s->face, s->at[i].x_offset),
        .y_offset = font_thousandths(s->face, s->at[i].y_offset),
    };

    if (g.id == 0)
        return glyph_for_none(s, i, width);
    *width = font_thousandths(s->face, units);
    if (is_at_digit(s, i) && !is_mark(s, i)) {
        g.kern = 0;
        g.x_offset = 0;
    }
    return g;
}

/* Glyph I as it is read. */
static size_t reading(const struct shaping *s, size_t i)
{
    return s->leftwards ? s->count - 1 - i : i;
}

/* Each of the GLYPHS is a character, and none is moved. */
static bool is_plain(const struct shaping *s, const struct shaped_glyph *glyphs)
{
    struct str rest = s->text;

    for (size_t i = 0; i < s->count; i++) {
        const struct shaped_glyph g = glyphs[i];

        if (rest.len == 0 || g.cluster != s->text.len - rest.len ||
            g.kern != 0 || g.x_offset != 0 || g.y_offset != 0)
            return false;
        (void)utf8_next(&rest);
    }
    return rest.len == 0;
}

/* And each is the one that the face has for a character of ASCII; the first may
   be of another. */
static bool is_ascii(const struct shaping *s, const struct shaped_glyph *glyphs)
{
    const size_t more = s->text.len - s->count;

    for (size_t i = more == 0 ? 0 : 1; i < s->count; i++) {
        const unsigned char c = (unsigned char)s->text.ptr[i + more];

        if (c >= FONT_ASCII || glyphs[i].id != s->face->ascii[c])
            return false;
    }
    return s->count > 0;
}

static bool make_room(struct shaper *s, size_t count)
{
    struct shaped_glyph *more;

    if (count <= s->room)
        return true;
    more = mem_realloc(s->glyphs, count * sizeof(*more));
    if (more == NULL)
        return false;
    s->glyphs = more;
    s->room = count;
    return true;
}

/* Puts the glyphs into the shaper's, as they are read: each is asked for its
   width once. Returns the advance of all together; *MISSING becomes true when
   one stands for a character that the face lacks. */
static int32_t take_glyphs(struct shaper *s, const struct shaping *shaping,
                           bool *missing)
{
    int32_t advance = 0;

    for (size_t i = 0; i < shaping->count; i++) {
        const size_t at = reading(shaping, i);
        int16_t width = 0;

        s->glyphs[i] = glyph_of(shaping, at, &width);
        advance += width + s->glyphs[i].kern;
        *missing = *missing || shaping->info[at].codepoint == 0;
    }
    return advance;
}

/* NULL: no memory. */
static struct shaped *keep_shaping(struct shaper *s,
                                   const struct shaping *shaping)
{
    const size_t count = shaping->count;
    struct shaped *part;
    bool missing = false;
    int32_t advance;
    size_t kept = count; /* glyphs, */
    size_t size;         /* and bytes of each */
    bool plain;
    bool ascii;

    if (!make_room(s, count)) {
        arena_fail(&s->arena, ST_NOMEM);
        return NULL;
    }
    advance = take_glyphs(s, shaping, &missing);
    plain = is_plain(shaping, s->glyphs);
    ascii = plain && is_ascii(shaping, s->glyphs);
    if (ascii)
        kept = shaping->text.len > count;
    size = plain ? sizeof(uint16_t) : sizeof(struct shaped_glyph);
    part = arena_alloc(&s->arena, 1, sizeof(*part) + kept * size);
    if (part == NULL)
        return NULL;
    part->face = shaping->face;
    part->text = shaping->text;
    part->advance = advance;
    part->nglyphs = (uint16_t)count;
    part->leftwards = shaping->leftwards;
    part->plain = plain;
    part->ascii = ascii;
    part->missing = missing;
    /* An id alone, or all of it: the id comes first. */
    for (size_t i = 0; i < kept; i++)
        memcpy((char *)part->data + i * size, &s->glyphs[i], size);
    return part;
}

/* Shapes the head of *word, which is cut off; NULL: no memory. */
static struct shaped *shape_part(struct shaper *s, enum face asked,
                                 bool leftwards, struct str *word)
{
    struct shaping shaping = {.leftwards = leftwards};
    struct shaped *part;
    struct run run;
    unsigned int n = 0;
    bool made;

    mem_watch();
    hb_buffer_clear_contents(s->buffer);
    run = take_run(s, asked, *word);
    assert(run.face != NULL);
    made = shape_buffer(s, run.face, leftwards);
    if (mem_went_short() || !made) {
        arena_fail(&s->arena, ST_NOMEM);
        return NULL;
    }
    shaping.info = hb_buffer_get_glyph_infos(s->buffer, &n);
    shaping.at = hb_buffer_get_glyph_positions(s->buffer, &n);
    shaping.count = n;
    shaping.face = run.face;
    shaping.text = str_to(*word, run.len);
    if (n > UINT16_MAX) {
        arena_fail(&s->arena, ST_LIMIT);
        return NULL;
    }
    part = keep_shaping(s, &shaping);
    if (part == NULL)
        return NULL;
    part->asked = cache_face(asked, leftwards);
    part->missing = part->missing || run.missing;
    *word = str_from(*word, run.len);
    return part;
}

struct shaped *shape_word(struct shaper *s, enum face asked, bool leftwards,
                          struct str word)
{
    struct shaped *head = shape_part(s, asked, leftwards, &word);
    struct shaped *last = head;

    while (last != NULL && word.len > 0) {
        last->rest = shape_part(s, asked, leftwards, &word);
        last = last->rest;
        if (last != NULL)
            head->missing = head->missing || last->missing;
    }
    return last == NULL ? NULL : head;
}
