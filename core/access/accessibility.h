/*
 * accessibility.h - what a machine can say of how a report reads to somebody
 * who cannot see it, sees little, or reads with a program.
 *
 * doc_check() proves what both writers need, in every run. What is looked at
 * here is right for the writers and may still be useless to a reader: a link
 * called "here", an alternative text that is the name of a file. Each is a
 * warning. Much else only a person can judge, so what a person should look at
 * is counted, with its places.
 *
 * The words that tell a reader nothing are the wording's
 * (core/value/wording.h). After
 * WCAG 2.2: 1.1.1, 1.3.1, 1.4.5, 2.4.2, 2.4.4, 2.4.6, 3.1.1, 3.1.2.
 *
 * Ownership: places point into sources. Failure sticks in the tree's arena.
 */
#ifndef CORE_ACCESS_ACCESSIBILITY_H
#define CORE_ACCESS_ACCESSIBILITY_H

#include "core/access/accessibility_seen.h"
#include "core/doc/doc.h"

#include <stdbool.h>

/*
 * Looks at a tree that doc_check() did not call ST_BUG. *seen is set in any
 * case; the caller asks doc_status().
 */
void accessibility_look(const struct doc *d, struct findings *f,
                        struct accessibility *seen);

/* Whether ID is one that accessibility_look() makes. */
bool accessibility_finding(enum finding_id id);

#endif
