/*
 * xlsx_parts.h - what the readers of an OOXML workbook's parts share.
 *
 * Ownership: the workbook's arena. Failure: a finding and a status; want of
 * memory sticks in the arena. For input/office/xlsx_*.c alone.
 *
 * Source: ECMA-376 Part 1, clause 18.
 */
#ifndef INPUT_OFFICE_XLSX_PARTS_H
#define INPUT_OFFICE_XLSX_PARTS_H

#include "input/office/part_xml.h"
#include "input/office/seen_colour.h"
#include "input/office/workbook.h"

#define XLSX_STRINGS_MAX ((size_t)2 * 1000 * 1000)
#define XLSX_FORMATS_MAX 65490 /* that Excel keeps */
#define XLSX_FONTS_MAX 65490

/* What the style of a cell says. */
struct xlsx_look {
    struct number_format format;
    bool struck;
    bool signs;     /* symbol_font.h */
    uint32_t words; /* seen_colour.h */
    uint32_t ground;
};

/* xlsx_styles.c: `looks`, by the number that a cell calls its style. */
MUST_CHECK enum status xlsx_read_styles(struct workbook *w, struct str part);

/* xlsx_strings.c: how a run of a text looks, from each tag within it; and its
   words, with the signs for figures that are raised or lowered. */
struct xlsx_run {
    bool has_look; /* of its own; its cell's otherwise */
    bool raised;
    bool lowered;
    bool struck;
    bool signs;
    uint32_t colour; /* seen_colour.h */
};

void xlsx_see_run(struct xlsx_run *r, const struct part_tag *tag);
void xlsx_put_run(struct buf *out, const struct xlsx_run *r, struct str text,
                  const struct wording *wording, struct words_met *met);

/* xlsx_values.c: the colour that <color/>, <fgColor/> names. */
uint32_t xlsx_colour(const struct part_tag *tag);

/* Whether <strike/>, <strike val="0"/> and the like say yes. */
bool xlsx_says_yes(const struct part_tag *tag);

/* xlsx_strings.c: `strings`, once. */
MUST_CHECK enum status xlsx_read_strings(struct workbook *w);

/* Whether the attribute says so; one that is not there says no. */
static inline bool xlsx_is_yes(struct str value)
{
    return str_is(value, "1") || str_is(value, "true");
}

/* A whole number; false: S is none, or beyond MAX. */
bool xlsx_number(struct str s, uint32_t max, uint32_t *n);

#endif
