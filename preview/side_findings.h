/*
 * side_findings.h - the findings of a report beside its page: each as the
 * terminal says it, with the line or cell that it is about and ways to go on.
 *
 * Failure: sticks in the buffer.
 */
#ifndef PREVIEW_SIDE_FINDINGS_H
#define PREVIEW_SIDE_FINDINGS_H

#include "core/base/buf.h"
#include "core/base/json_in.h"

/* LIST as finding_json() writes them, EXCERPTS beside them as
   finding_excerpts_write() does; either may be anything. NONE is said where
   there is none. *FIRST is the place and text of the first, for who cannot see
   it: the caller's to free. */
void side_findings(const json_t *list, const json_t *excerpts, const char *none,
                   struct buf *out, struct buf *first);

#endif
