/*
 * guidance.h - guidance for the author that was left in a report.
 *
 * `[Insert the date]`, `delete as applicable`: what a form says to whoever
 * fills it in, and nobody else is to read. The wording lists it.
 */
#ifndef CORE_VALUE_GUIDANCE_H
#define CORE_VALUE_GUIDANCE_H

#include "core/finding/finding.h"
#include "core/value/wording.h"

/*
 * Makes a finding of each piece of guidance in TEXT, which was read from AT
 * on and whose white space is folded. Spellings are found without regard to
 * case, as whole words. Nothing happens where WORDING is NULL.
 */
void guidance_find(const struct wording *wording, struct str text,
                   struct place at, struct findings *findings);

#endif
