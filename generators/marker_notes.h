/*
 * marker_notes.h - what stands in place of a figure ([c]), in words, for the
 * foot of what prints it.
 *
 * The wording says what each marker means; what data says of its own markers,
 * in a note under its rows, is not said again. For generators/ alone; texts
 * belong to the tree's arena.
 */
#ifndef GENERATORS_MARKER_NOTES_H
#define GENERATORS_MARKER_NOTES_H

#include "generators/generator.h"

#include <stdint.h>

struct marker_notes {
    uint32_t seen; /* a bit for each of the wording's, in its order */
};

/* CELL is printed; or TEXT, in place of a figure: false, it is no marker that
   the wording explains. */
void marker_notes_see(struct marker_notes *notes, const struct wording *w,
                      const struct cell *cell);
bool marker_notes_see_text(struct marker_notes *notes, const struct wording *w,
                           struct str text);

/* A sentence for all that were seen, as the notes of TABLE leave it to be said;
   empty where there is nothing to say. */
struct str marker_notes_text(const struct marker_notes *notes,
                             const struct generator_in *in, struct doc *d,
                             const struct table *table);

#endif
