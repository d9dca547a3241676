/*
 * escaped.h - characters as programs write them where these cannot stand:
 * Revised_x0020_budget, of SharePoint and its XML; _x000D_, of workbooks.
 */
#ifndef INPUT_TEXT_ESCAPED_H
#define INPUT_TEXT_ESCAPED_H

#include "core/base/arena.h"
#include "core/base/str.h"

/* TEXT with the characters that are meant, a carriage return as the end of a
   line. Belongs to the arena; as it stands where nothing is escaped. */
struct str escaped_meant(struct arena *arena, struct str text);

/* The same for a heading: other characters than headings have stay as they
   are. */
struct str escaped_heading(struct arena *arena, struct str text);

#endif
