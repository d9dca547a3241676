#include "input/office/ods_parts.h"
#include "input/office/raised.h"

void ods_words_begin(struct ods_words *w, size_t depth)
{
    w->met = (struct words_met){.bare = false};
    w->looks[depth] = (struct ods_look){.words = COLOUR_UNSAID};
}

/* Words look as what stands around them does, but for what their style says. */
void ods_words_start(struct ods_words *w, const struct workbook *book,
                     const struct part_tag *tag)
{
    struct ods_look *look = &w->looks[tag->depth];
    const struct ods_style *style = NULL;

    *look = w->looks[tag->depth - 1];
    if (part_is(tag, "span") || part_is(tag, "p"))
        style = ods_style_of(book, part_value(tag, "style-name"),
                             part_is(tag, "p") ? ODS_PARAGRAPH : ODS_TEXT);
    if (style == NULL)
        return;
    *look = style->look;
    ods_look_inherit(look, &w->looks[tag->depth - 1]);
}

const struct ods_look *ods_words_see(struct ods_words *w, size_t depth,
                                     struct str text,
                                     const struct wording *wording)
{
    const struct ods_look *look = &w->looks[depth];
    struct words_met *met = &w->met;

    if (str_trim(text).len == 0)
        return look;
    met->struck |= look->struck == SAID_YES;
    met->unstruck |= look->struck == UNSAID;
    met->signs |= look->signs == SAID_YES;
    met->bare_signs |= look->signs == UNSAID;
    met->bare |= look->words == COLOUR_UNSAID;
    met->white |= seen_colour_hides(look->words, COLOUR_WHITE);
    met->black |= seen_colour_hides(look->words, COLOUR_BLACK);
    met->raised |= look->raised == SAID_YES && raised_misleads(text, wording);
    met->lowered |= look->lowered == SAID_YES && raised_misleads(text, NULL);
    return look;
}

void ods_words_judge(struct ods_words *w, const struct ods_look *look,
                     bool has_words, struct sheet_cell *cell)
{
    struct words_met *met = &w->met;
    const uint32_t words = cell->white ? COLOUR_WHITE : look->words;

    if (!has_words) /* but a value, which looks as its cell does */
        met->bare = met->unstruck = met->bare_signs = true;
    if (met->struck || (met->unstruck && look->struck == SAID_YES))
        sheet_cell_set(cell, CELL_STRUCK);
    if (met->signs || (met->bare_signs && look->signs == SAID_YES))
        sheet_cell_set(cell, CELL_SIGNS);
    if (met->raised || met->lowered)
        sheet_cell_set(cell, met->raised ? CELL_RAISED : CELL_LOWERED);
    if ((met->bare && seen_colour_hides(words, look->ground)) ||
        (met->white && seen_colour_hides(COLOUR_WHITE, look->ground)) ||
        (met->black && seen_colour_hides(COLOUR_BLACK, look->ground)))
        sheet_cell_set(cell, CELL_FAINT);
}
