/*
 * inspect_paste.h - what somebody copies who has looked at a file of data.
 *
 * Failure: sticks in the buffer.
 */
#ifndef CMD_INSPECT_PASTE_H
#define CMD_INSPECT_PASTE_H

#include "core/base/buf.h"
#include "input/survey/survey.h"

/* `<data .../>` that reads TABLE of SURVEY as KIND: one that it fits, or its
   own. */
void inspect_put_data(struct buf *out, const struct survey *survey,
                      const struct survey_table *table,
                      const struct kind *kind);

/* One that reads it as the kind that is near, whose columns it names: of a
   table that has `maps`. */
void inspect_put_near(struct buf *out, const struct survey *survey,
                      const struct survey_table *table);

/* A file for a folder of kinds. */
void inspect_put_kind(struct buf *out, const struct kind *kind);

#endif
