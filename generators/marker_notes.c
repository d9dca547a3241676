#include "generators/marker_notes.h"

#include "generators/phrases.h"

#define MARKERS_MOST 32 /* bits of `seen` */

/* The next of the wording's explanations, and the marker that it begins with;
   false: there are no more. */
static bool next_note(struct str *rest, struct str *note, struct str *marker)
{
    struct str words;

    *note = wording_cut_entry(rest);
    words = *note;
    *marker = str_cut_word(&words);
    return note->len > 0;
}

bool marker_notes_see_text(struct marker_notes *notes, const struct wording *w,
                           struct str text)
{
    struct str rest = w->phrases[PHRASE_MARKER_NOTES];
    struct str note;
    struct str marker;

    for (uint32_t i = 0; i < MARKERS_MOST && next_note(&rest, &note, &marker);
         i++) {
        if (!str_same_word(text, marker))
            continue;
        notes->seen |= (uint32_t)1 << i;
        return true;
    }
    return false;
}

void marker_notes_see(struct marker_notes *notes, const struct wording *w,
                      const struct cell *cell)
{
    if (cell != NULL && cell->state == CELL_WORDS)
        (void)marker_notes_see_text(notes, w, cell_as_typed(cell));
}

static bool explains_itself(const struct table *table, struct str marker)
{
    for (size_t i = 0; i < table->nnotes; i++) {
        if (str_starts_alike(table->notes[i].text, marker))
            return true;
    }
    return false;
}

struct str marker_notes_text(const struct marker_notes *notes,
                             const struct generator_in *in, struct doc *d,
                             const struct table *table)
{
    struct str rest = in->wording->phrases[PHRASE_MARKER_NOTES];
    struct str said[MARKERS_MOST];
    struct placeholder all = {"notes", {NULL, 0}};
    size_t n = 0;
    struct str note;
    struct str marker;

    for (uint32_t i = 0; i < MARKERS_MOST && next_note(&rest, &note, &marker);
         i++) {
        if ((notes->seen & (uint32_t)1 << i) != 0 &&
            !explains_itself(table, marker))
            said[n++] = note;
    }
    if (n == 0)
        return (struct str){NULL, 0};
    all.value =
        phrase_join(in, d, said, n, PHRASE_ALT_SEPARATOR, PHRASE_ALT_SEPARATOR);
    return phrase_fill(in, d, PHRASE_MARKERS, &all, 1);
}
