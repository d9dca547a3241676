/*
 * workbook_open.h - a workbook of either format, and the cells of its sheets.
 *
 * Ownership: the arena; workbook_close() ends the container. Failure: findings.
 */
#ifndef INPUT_OFFICE_WORKBOOK_OPEN_H
#define INPUT_OFFICE_WORKBOOK_OPEN_H

#include "input/office/workbook.h"

/* SOURCE is SOURCE_BYTES. Call workbook_close() whatever comes back. */
MUST_CHECK enum status workbook_open(struct workbook *w, struct arena *arena,
                                     const struct source *source,
                                     const struct wording *wording,
                                     struct findings *findings);
void workbook_close(struct workbook *w);

/* The cells of sheet N. The caller has called sheet_init(), and calls
   sheet_free(). */
MUST_CHECK enum status workbook_read_sheet(struct workbook *w, size_t n,
                                           struct sheet *sheet);

#endif
