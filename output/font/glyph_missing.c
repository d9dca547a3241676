#include "core/base/utf8.h"
#include "output/font/font.h"

#include <hb.h>

/* One finding a character and report: those there are already are asked. */
static void report_character(struct findings *f, struct place at, struct str c)
{
    struct str rest = c;
    const uint32_t code = utf8_next(&rest);
    const struct str prefix = arena_printf(
        f->arena, "U+%04X ", (unsigned)(code == UTF8_BAD ? REPLACEMENT : code));

    if (prefix.len == 0)
        return;
    for (const struct finding *known = f->first; known != NULL;
         known = known->next) {
        if (known->id == FINDING_NO_GLYPH && str_starts(known->text, prefix))
            return;
    }
    finding(f, FINDING_NO_GLYPH, source_find_character(at, code),
            "%.*s(%.*s) is in no font of the house style", STR_ARG(prefix),
            STR_ARG(c));
}

/* The first character of TEXT that FACE has no glyph for; a space only where
   there is no other. */
static struct str missing_in(const struct font_face *face, struct str text)
{
    struct str space = {NULL, 0};
    struct str rest = text;

    while (rest.len > 0) {
        const struct str here = rest;
        const uint32_t c = utf8_next(&rest);
        const struct str it = str_to(here, here.len - rest.len);

        if (c != UTF8_BAD && font_has_glyph(face, c))
            continue;
        if (!utf8_is_space(c))
            return it;
        if (space.len == 0)
            space = it;
    }
    return space;
}

/* Where the characters that a glyph of PART stands for end. */
static size_t cluster_end(const struct shaped *part, size_t start)
{
    size_t end = part->text.len;

    for (size_t i = 0; i < part->nglyphs; i++) {
        const size_t other = shaped_glyph(part, i).cluster;

        if (other > start && other < end)
            end = other;
    }
    return end;
}

void shape_missing(const struct shaped *word, struct place at,
                   struct findings *findings)
{
    for (const struct shaped *p = word; p != NULL; p = p->rest) {
        hb_codepoint_t shown = 0;

        if (!p->missing)
            continue;
        (void)hb_font_get_nominal_glyph(p->face->hb_font,
                                        font_stand_in(p->face), &shown);
        for (size_t i = 0; i < p->nglyphs; i++) {
            const struct shaped_glyph g = shaped_glyph(p, i);
            struct str c;

            if (g.id != shown)
                continue;
            c = missing_in(p->face,
                           str_from(str_to(p->text, cluster_end(p, g.cluster)),
                                    g.cluster));
            if (c.len > 0)
                report_character(findings, at, c);
        }
    }
}
