/*
 * font.h - the faces of a house style, and words shaped with them.
 *
 * Faces are read once a run, before any worker starts, into the arena. A shaper
 * belongs to one process and keeps every word it has shaped: a second asking
 * costs a look-up. Widths are whole thousandths of the em, the unit of a PDF's
 * W array, so that layout and viewer agree exactly.
 *
 * Kerning is on, but never at a digit: figures stand in columns. Ligatures
 * are off, so that each glyph is one character for whoever extracts the text.
 *
 * Failure: sticks in the shaper; shaped words are then NULL.
 */
#ifndef OUTPUT_FONT_FONT_H
#define OUTPUT_FONT_FONT_H

#include "core/base/arena.h"
#include "core/finding/finding.h"
#include "core/model/style.h"

#include <stdbool.h>
#include <stdint.h>

#define FONT_FACES_MAX (FACE_MAX + FALLBACKS_MAX)

#define FONT_ASCII 128

struct font_face {
    uint8_t index; /* in its font set */
    const char *path;
    struct str bytes; /* the whole file */
    struct str name;  /* PostScript name */
    uint16_t units_per_em;
    uint32_t glyphs;
    int16_t ascent, descent, cap_height; /* thousandths of the em */
    int16_t italic_angle, stem_v;
    int16_t box[4];
    uint32_t flags; /* of a font descriptor: ISO 32000-1 table 123 */
    uint16_t ascii[FONT_ASCII]; /* its glyphs of these characters; 0: none */
    void *hb_face;              /* hb_face_t and hb_font_t */
    void *hb_font;
};

/* faces[0..FACE_MAX) are the four of the family and that of code, then the
   fallbacks. */
struct font_set {
    struct font_face faces[FONT_FACES_MAX];
    size_t count;
    unsigned long shortages;        /* mem_shortages() when it was opened */
    const struct font_set *earlier; /* whose bytes it shares; or NULL */
};

/* A missing or broken font file is a finding where HOUSE names it. Once
   HarfBuzz has run short of memory its faces may hold tables it took for empty:
   nothing of them is to be used, and closing the set leaves them, because
   HarfBuzz 6 frees what it never had.
   Files that EARLIER, a set of the same arena, or those before it have read are
   not read again; NULL: there is none. */
MUST_CHECK enum status font_set_open(struct arena *arena,
                                     const struct house *house,
                                     const struct font_set *earlier,
                                     struct findings *findings,
                                     struct font_set *set);
void font_set_close(struct font_set *set);

/* Reads the files again, but those of an earlier set: one that is no longer
   what was read is a finding [changed] at AT, and ST_NOINPUT. */
MUST_CHECK enum status font_set_unchanged(const struct font_set *set,
                                          struct place at,
                                          struct findings *findings);

/* UNITS of the face's design grid in thousandths of the em. */
int16_t font_thousandths(const struct font_face *face, int32_t units);

/* The width of glyph ID: its entry in W. */
int16_t font_glyph_width(const struct font_face *face, uint16_t id);

/* Lengths are thousandths of the em. */
struct shaped_glyph {
    uint16_t id;      /* first: shaped_id() */
    uint16_t cluster; /* second: shaped_cluster(); byte of the word's text where
                         its character begins */
    int16_t kern;     /* what its advance is wider than the glyph */
    int16_t x_offset, y_offset;
};

/* A word, or a part of one, in one face. Owned by the shaper. What layout asks
   of each word comes first: that is waiting for memory (word_cache.h). */
struct shaped {
    struct str text;     /* of this part */
    struct shaped *rest; /* what follows in another face; or NULL */
    int32_t advance;     /* thousandths of the em, of all glyphs together */
    uint16_t nglyphs;
    uint8_t asked;      /* what shape() was asked for, whatever FACE became */
    bool leftwards : 1; /* drawn from right to left; glyphs as they are read */
    bool plain : 1;     /* each character is a glyph, none moved */
    bool ascii : 1;     /* likewise, and they are those that FACE has for ASCII,
                           but for a first character that is none: a sign of
                           currency before a figure */
    bool missing : 1;   /* a character here or in REST has no glyph */
    const struct font_face *face;
    uint16_t data[]; /* the first id when it is of ASCII, all when it is plain,
                        else struct shaped_glyph: a figure in each row of a
                        long table is many */
};

/* Glyph I of PART. Of a plain one the cluster is found by counting: ask for the
   ids where they do. */
struct shaped_glyph shaped_glyph(const struct shaped *part, size_t i);

static inline uint16_t shaped_id(const struct shaped *part, size_t i)
{
    const size_t more = part->text.len - part->nglyphs; /* of the first */

    if (part->ascii && (i > 0 || more == 0))
        return part->face->ascii[(unsigned char)part->text.ptr[i + more]];
    return part->plain ? part->data[i]
                       : part->data[i * (sizeof(struct shaped_glyph) /
                                         sizeof(uint16_t))];
}

/* The same of its cluster; of a part that is not plain. */
static inline uint16_t shaped_cluster(const struct shaped *part, size_t i)
{
    return part->data[i * (sizeof(struct shaped_glyph) / sizeof(uint16_t)) + 1];
}

struct shaper;

struct shaper *shaper_new(const struct font_set *set);
void shaper_free(struct shaper *s);
MUST_CHECK enum status shaper_status(const struct shaper *s);

/* When a report is laid out: where the words take more than BYTES, so that
   shaper_trim() will forget them, they are still there for who has them, but
   not found any more. */
void shaper_settle(struct shaper *s, size_t bytes);

/* Forgets every word when they take more than BYTES: between two reports, so
   that a process that makes many does not grow without end. */
void shaper_trim(struct shaper *s, size_t bytes);

/*
 * WORD (no spaces) shaped in FACE, characters that it lacks in the first
 * fallback that has them; a very long word is a chain of parts. For a character
 * that no face has, `missing` is set, and a visible stand-in keeps the layout
 * going.
 */
const struct shaped *shape(struct shaper *s, enum face face, struct str word);

/* The same for a word of which the direction is known (bidi.h). */
const struct shaped *shape_directed(struct shaper *s, enum face face,
                                    bool leftwards, struct str word);

/* The hyphen where a line ends at a soft hyphen, which it is for whoever
   extracts the text. */
const struct shaped *shape_hyphen(struct shaper *s, enum face face);

#define REPLACEMENT 0xfffdU /* the character for what is none */

bool font_has_glyph(const struct font_face *face, uint32_t c);
/* The character that is shown in place of one that FACE lacks. */
uint32_t font_stand_in(const struct font_face *face);

/* Each character of WORD that no face has is a finding [no-glyph], once a
   character and report, where it stands in the source at or behind AT. */
void shape_missing(const struct shaped *word, struct place at,
                   struct findings *findings);

/* Thousandths of the em, the whole chain of ->rest. */
int32_t shaped_advance(const struct shaped *word);

/* The space glyph of a face. */
const struct shaped *shape_space(struct shaper *s, enum face face);

/* A word in its place on a line, and the space after it. */
struct shaped_word {
    const struct shaped *shaped;
    int32_t x;        /* milli-points from where the line's text begins */
    bool space_after; /* a space glyph follows: also at a line's end inside a
                         paragraph, so that extracted words stay apart */
};

/* A width of ADVANCE thousandths at SIZE (milli-points), in milli-points. */
static inline int32_t font_width(int32_t advance, int32_t size)
{
    return (int32_t)(((int64_t)advance * size + 500) / 1000);
}

#endif
