/*
 * sample_table.h - a small table of a kind, to be filled in: its headings, two
 * groups or rows, its totals. Its figures are made up, and hold what the kind
 * checks.
 *
 * Words are those of the kind: its titles and aliases, and numbers; and names
 * that a template calls rows by.
 */
#ifndef CMD_SAMPLE_TABLE_H
#define CMD_SAMPLE_TABLE_H

#include "cmd/sample_names.h"
#include "core/base/buf.h"
#include "core/model/kind.h"
#include "core/value/wording.h"

/* As CSV. The words of dates are those of W; NAMES are rows and years that it
   has, or NULL. A name that is nearly that of a total, or none of the choices
   of its column, is left out: it is a mistake. Failure sticks in OUT. */
void sample_table(const struct kind *kind, const struct wording *w,
                  const struct sample_names *names, struct buf *out);

/* Day DAY of month MONTH, 1 to 12, of the year that samples are of. */
void sample_date(const struct wording *w, int day, int month, struct buf *out);
/* Such a month. */
void sample_month(const struct wording *w, int month, struct buf *out);

#endif
