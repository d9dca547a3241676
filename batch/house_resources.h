/*
 * house_resources.h - fonts, shaped words and compressed subsets of each house
 * style, kept for all reports of a process.
 *
 * Failure: a font that is missing or broken is a finding.
 */
#ifndef BATCH_HOUSE_RESOURCES_H
#define BATCH_HOUSE_RESOURCES_H

#include "core/base/arena.h"
#include "core/base/digest.h"
#include "core/finding/finding.h"
#include "core/model/template.h"
#include "output/font/font.h"
#include "output/pdf/pdf.h"

struct house_press {
    const struct house *house;
    struct font_set fonts;
    struct shaper *shaper;
    struct pdf_cache *pdf_cache;
    uint8_t looks_sha256[DIGEST_SIZE]; /* of its fonts and colour profile */
};

struct house_presses {
    struct house_press *items;
    size_t count;
};

MUST_CHECK enum status house_presses_open(struct arena *arena,
                                          const struct format *format,
                                          struct findings *findings,
                                          struct house_presses *presses);
/* Whether the font files are what was read: font_set_still() of each. */
MUST_CHECK enum status house_presses_still(const struct house_presses *presses,
                                           struct findings *findings);
void house_presses_close(struct house_presses *presses);

/* Between two reports: a house that keeps many shaped words forgets them, so
   that the memory of a process that makes many reports stays flat. */
void house_presses_trim(struct house_presses *presses);

/* One of those that were opened: every template's house was. */
struct house_press *house_press_of(struct house_presses *presses,
                                   const struct house *house);

#endif
