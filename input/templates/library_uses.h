/*
 * library_uses.h - what one report takes from a library.
 *
 * A report asks by struct templates (core/model/template.h). What it asked for
 * is kept in its order, so that its digest covers that and nothing else; the
 * faults of it are findings of the report.
 *
 * Ownership: the arena of the report.
 */
#ifndef INPUT_TEMPLATES_LIBRARY_USES_H
#define INPUT_TEMPLATES_LIBRARY_USES_H

#include "input/templates/library.h"

struct library_uses {
    struct library *library;
    struct findings *findings; /* of the report */
    struct list units;         /* const struct library_unit * */
    enum status status;        /* the worst of them */
};

/* ARENA is the report's. */
struct library_uses library_uses_of(struct library *library,
                                    struct arena *arena,
                                    struct findings *findings);

/* The templates as one report asks for them: what it asks for is kept in USES,
   which must stay where it is in memory. */
struct templates library_templates(struct library_uses *uses);

/* Of all that was asked for, with all that it rests on. */
void library_uses_digest(const struct library_uses *uses,
                         uint8_t sha256[DIGEST_SIZE]);

/* The files behind it, const struct source *, each once, in the order in which
   they were asked for. */
void library_uses_sources(const struct library_uses *uses,
                          struct list *sources);

#endif
