/*
 * structure_parts.h - who answers to whom, as a forest of rows. For
 * generators/structure*.c alone.
 *
 *   structure.c         the forest, its picture, its list
 *   structure_words.c   what it says in words
 *
 * Ownership and failure: as for doc.h.
 */
#ifndef GENERATORS_STRUCTURE_PARTS_H
#define GENERATORS_STRUCTURE_PARTS_H

#include "core/model/picture.h"
#include "core/value/wording.h"
#include "generators/generator.h"

#define STRUCTURE_NOBODY SIZE_MAX

/* A row by its key, for looking up parents. */
struct structure_key {
    struct str text;
    size_t row;
};

/*
 * Rows as a forest. Parents may stand anywhere in the data, so the links are
 * made first; a walk along them then meets each row below its parent.
 */
struct structure_forest {
    const struct generator_in *in;
    struct doc *d;
    const struct table *table;
    size_t key, name, parent, role; /* columns; role may be ncolumns */
    struct structure_key *keys;     /* sorted */
    size_t *above;  /* by row: its parent, or STRUCTURE_NOBODY */
    size_t *below;  /* its first child */
    size_t *beside; /* its next sibling */
    size_t first;   /* of those below nobody */
    uint32_t *box;  /* by row: its index in the picture */
    struct picture_box *boxes;
    uint32_t nboxes;
};

struct str structure_words_at(const struct structure_forest *f, size_t row,
                              size_t column);
/* A box as words: what it is, and what else is said of it. */
struct str structure_box_text(const struct structure_forest *f,
                              const struct picture_box *b, enum phrase phrase);

/* How many boxes there are, and what stands on top. */
struct str structure_alternative(const struct structure_forest *f);
/* Whether the wording can say all that the picture shows. */
bool structure_has_words(const struct structure_forest *f);
/* All boxes, and which belong to which, in the order in which they are read. */
struct str structure_in_words(const struct structure_forest *f);

#endif
