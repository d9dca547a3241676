/*
 * unused_names.h - what a template names and nothing in it uses.
 */
#ifndef CMD_UNUSED_NAMES_H
#define CMD_UNUSED_NAMES_H

#include "core/finding/finding.h"
#include "core/model/template.h"

/* A note for each series of T that none of its lists has. */
void note_unused_series(struct findings *f, const struct template *t);

/* A warning for each piece of T that it has no place for. */
void warn_of_unused_pieces(struct findings *f, const struct template *t);

#endif
