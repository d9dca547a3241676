/*
 * sample_fields.h - what the header fields of a report say that `new` makes.
 *
 * Ownership: the arena, in which a failure sticks.
 */
#ifndef CMD_SAMPLE_FIELDS_H
#define CMD_SAMPLE_FIELDS_H

#include "core/model/template.h"

/* What F, a field of T, says in a sample. */
struct str sample_field_text(struct arena *arena, const struct template *t,
                             const struct template_field *f);

/*
 * Which fields of T, by their index, their condition leaves out of a report
 * whose fields say what a sample says. A condition that names data or a month,
 * or a field that rests on them, counts as true: those are known where the
 * report is read. NULL when there is
 * no memory.
 */
const bool *sample_fields_left_out(struct arena *arena,
                                   const struct template *t);

#endif
