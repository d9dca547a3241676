/*
 * relations.h - which part a part of an OOXML package speaks of.
 *
 * Parts may be called anything: they are found by the relations that begin at
 * the package itself (_rels/.rels). A target is a path from the folder of the
 * part that names it, or, with a stroke in front, from the root.
 *
 * Ownership: the arena. Failure: findings.
 * Source: ECMA-376 Part 2, clause 9.3.
 */
#ifndef INPUT_OFFICE_RELATIONS_H
#define INPUT_OFFICE_RELATIONS_H

#include "input/office/package.h"

struct relation {
    struct str id;
    struct str type;   /* the last word of its address: `worksheet` */
    struct str target; /* the name of a part; of an EXTERNAL one as it stands */
    bool external;
};

struct relations {
    const struct relation *list;
    size_t count;
};

/* Those of the part NAME, or with an empty one those of the package. None,
   where there is no such part. */
MUST_CHECK enum status relations_read(struct package *p, struct arena *arena,
                                      struct str name,
                                      struct relations *relations);

/* By id, or the first of a type; NULL: there is none. */
const struct relation *relation_of(const struct relations *r, struct str id);
const struct relation *relation_of_type(const struct relations *r,
                                        const char *type);

#endif
