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

struct house_resources {
    const struct house *house;
    struct font_set fonts;
    struct shaper *shaper;
    struct pdf_cache *pdf_cache;
    uint8_t
        appearance_sha256[DIGEST_SIZE]; /* of its fonts and colour profile */
};

struct house_resources_list {
    struct house_resources *items;
    size_t count;
};

MUST_CHECK enum status
house_resources_open(struct arena *arena, const struct templates *templates,
                     struct findings *findings,
                     struct house_resources_list *houses);
/* Whether the font files are what was read: font_set_unchanged() of each. */
MUST_CHECK enum status
house_resources_unchanged(const struct house_resources_list *houses,
                          struct findings *findings);
void house_resources_close(struct house_resources_list *houses);

/* Between two reports: a house that keeps many shaped words forgets them, so
   that the memory of a process that makes many reports stays flat. */
void house_resources_trim(struct house_resources_list *houses);

/* One of those that were opened: every template's house was. */
struct house_resources *house_resources_of(struct house_resources_list *houses,
                                           const struct house *house);

#endif
