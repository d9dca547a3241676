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
#include "core/model/style.h"
#include "output/font/font.h"
#include "output/pdf/pdf.h"

struct house_resources {
    struct house_resources *older; /* the one that was opened before */
    const struct house *house;
    struct font_set fonts;
    struct shaper *shaper;
    struct pdf_cache *pdf_cache;
    uint8_t
        appearance_sha256[DIGEST_SIZE];  /* of its fonts and colour profile */
    uint32_t face_crc32[FONT_FACES_MAX]; /* of each face's file */
    struct findings findings;            /* of its fonts */
    enum status status;                  /* ST_OK: it can be used */
};

struct house_resources_list {
    struct arena *arena;
    struct str profile;
    struct house_resources *newest;
};

/* An empty list, with what all houses share: the colour profile. */
MUST_CHECK enum status
house_resources_open(struct arena *arena, struct findings *findings,
                     struct house_resources_list *houses);
/* Opens the fonts of HOUSE, once. What is wrong with them is in its resources'
   findings and status; this fails only for want of memory. */
MUST_CHECK enum status house_resources_add(struct house_resources_list *houses,
                                           const struct house *house);
void house_resources_close(struct house_resources_list *houses);

/* Between two reports: a house that keeps many shaped words forgets them, so
   that the memory of a process that makes many reports stays flat. */
void house_resources_trim(struct house_resources_list *houses);
/* The same of one, when the words of a report have been drawn. */
void house_resources_trim_words(struct house_resources *house);
/* When a report has been laid out: gives back what only finds words that will
   be forgotten. */
void house_resources_settle_words(struct house_resources *house);

/* NULL when it was not added. */
struct house_resources *
house_resources_of(const struct house_resources_list *houses,
                   const struct house *house);

#endif
