#include "core/base/utf8.h"
#include "output/font/font.h"

#include <hb.h>

#define LISTED_MAX 120    /* bytes of a finding's text: then "and more" */
#define SEARCHES_MAX 1000 /* for places of characters: each reads files */

/* No script: signs, digits, marks that go with any letter. */
static bool is_script(hb_script_t s)
{
    return s != HB_SCRIPT_COMMON && s != HB_SCRIPT_INHERITED &&
           s != HB_SCRIPT_UNKNOWN && s != HB_SCRIPT_INVALID;
}

static hb_script_t script_of(uint32_t code)
{
    return hb_unicode_script(hb_unicode_funcs_get_default(), code);
}

/* The character that a finding of this file names first. */
static uint32_t named_in(const struct finding *known)
{
    struct str rest = str_from(known->text, 2); /* "U+" */
    uint32_t code = 0;

    while (rest.len > 0 && rest.ptr[0] != ' ') {
        const char c = rest.ptr[0];

        code = code * 16 + (uint32_t)(c <= '9' ? c - '0' : c - 'A' + 10);
        rest = str_from(rest, 1);
    }
    return code;
}

/* Where a house style has no face for a script, one message names its
   characters: one for each of them would bury all others. */
static void add_character(struct findings *f, struct finding *known,
                          struct str c)
{
    const struct str more = STR_LIT(", and more");
    const bool first = str_ends(known->text, STR_LIT(" style"));

    if (str_find(known->text, c) < known->text.len ||
        str_ends(known->text, more))
        return;
    if (known->text.len > LISTED_MAX)
        known->text = arena_printf(f->arena, "%.*s%.*s", STR_ARG(known->text),
                                   STR_ARG(more));
    else
        known->text = arena_printf(
            f->arena, "%.*s%s%.*s", STR_ARG(known->text),
            first ? ", nor are these of its script: " : " ", STR_ARG(c));
}

/* Whether it was said of CODE, which is C, or is now: a character is said once
   in a report, a script once in a file. */
static bool is_said(struct findings *f, const struct source *source,
                    uint32_t code, struct str c)
{
    const hb_script_t script = script_of(code);

    for (struct finding *known = f->first; known != NULL; known = known->next) {
        const uint32_t named =
            known->id == FINDING_NO_GLYPH ? named_in(known) : 0;

        if (known->id != FINDING_NO_GLYPH)
            continue;
        if (named == code)
            return true;
        if (is_script(script) && script_of(named) == script &&
            known->at.source == source) {
            add_character(f, known, c);
            return true;
        }
    }
    return false;
}

/* PRINTED is where what is printed stands, which may be a template's words
   that print what a report says elsewhere. */
static void report_character(struct findings *f, struct place printed,
                             struct str c)
{
    struct str rest = c;
    const uint32_t read = utf8_next(&rest);
    const uint32_t code = read == UTF8_BAD ? REPLACEMENT : read;
    struct place at = printed;

    if (is_said(f, printed.source, code, c))
        return;
    if (f->searches++ < SEARCHES_MAX)
        at = source_find_character(printed, code, f->sources, f->nsources);
    if (at.source != printed.source && is_said(f, at.source, code, c))
        return;
    finding(f, FINDING_NO_GLYPH, at,
            "U+%04X (%.*s) is in no font of the house style", (unsigned)code,
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
