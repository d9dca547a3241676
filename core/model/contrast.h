/*
 * contrast.h - how well a colour can be told from the one behind it.
 *
 * After WCAG 2.2: the definitions of "relative luminance" and "contrast
 * ratio", and success criteria 1.4.3 (text) and 1.4.11 (what is drawn).
 * Colours are 0xRRGGBB in sRGB. Ratios are whole hundredths, rounded down, so
 * that what is called enough is enough: 450 is 4.5:1, 2100 black on white.
 */
#ifndef CORE_MODEL_CONTRAST_H
#define CORE_MODEL_CONTRAST_H

#include "core/model/style.h"

#include <stddef.h>
#include <stdint.h>

#define CONTRAST_TEXT 450  /* 1.4.3 */
#define CONTRAST_LARGE 300 /* 1.4.3: of 18 pt and more, or bold of 14 pt */
#define CONTRAST_DRAWN 300 /* 1.4.11: what must be seen to be understood */
#define LARGE_BOLD 14000   /* milli-points */

/* Which of the two is in front makes no difference. */
uint32_t contrast(uint32_t a, uint32_t b);

/* The colour nearest to COLOUR, darker or, on a dark ground, lighter, that
   has LEAST on GROUND; LEAST is no more than what black or white has. */
uint32_t contrast_mend(uint32_t colour, uint32_t ground, uint32_t least);

/* What text is in on GROUND: white, or black where that is not read on it. */
uint32_t contrast_ink(uint32_t ground);

/* The dark page of a screen, the same for all houses but for the accent. */
#define DARK_GROUND 0x16181aU
#define DARK_TINT 0x24282bU /* behind recommendations and heads of tables */
#define DARK_TEXT 0xf2f2f0U
#define DARK_SECONDARY 0xb5bcc0U
#define DARK_LINK 0x8ec3f5U
#define DARK_ACCENT_CONTRAST 700 /* of an accent that is lightened for it */
#define DARK_RULE 0x5a6166U

/* Two colours of a house style that meet on a page or a screen. */
struct colour_pair {
    const char *name;   /* of the colour in front, as house styles call it */
    const char *behind; /* of the one behind it; NULL: the white page */
    const char *what;   /* what the first is the colour of */
    uint32_t colour;
    uint32_t ground;
    uint32_t least; /* the contrast that it needs */
    bool text;      /* words; or else what is drawn */
};

#define COLOUR_PAIRS_MAX 16

/*
 * SET is by enum type_set. Those whose contrast matters, into PAIRS of
 * COLOUR_PAIRS_MAX; returns how many. Lines between the rows of a table are not
 * among them: rows can be told without.
 */
size_t contrast_pairs(const struct house_colours *c, const struct set *set,
                      struct colour_pair *pairs);

#endif
