/*
 * json_in.h - JSON (RFC 8259) read by jansson, and written again.
 *
 * Whoever made the text may mean harm, so jansson sees none that is nested
 * deeper or has more values than what this program writes can have. Numbers
 * are whole ones. Memory is core/base/mem.h's.
 *
 * Ownership: a tree is the caller's, who ends it by json_decref().
 */
#ifndef CORE_BASE_JSON_IN_H
#define CORE_BASE_JSON_IN_H

#include "core/base/arena.h"
#include "core/base/json_out.h"
#include "core/base/status.h"
#include "core/base/str.h"

#include <jansson.h>

#define JSON_IN_DEPTH (JSON_DEPTH - 4) /* it may be written inside others */
#define JSON_IN_VALUES_MAX 250000

/* Once a process, while it may open files: the secret that keeps
   names from being chosen so that looking them up is slow. */
void json_in_setup(void);

/* ST_DATA when TEXT is no JSON, is beyond these bounds, or names a member of
   one object twice; ST_NOMEM. *tree is set for ST_OK alone. */
MUST_CHECK enum status json_in(struct str text, json_t **tree);

/* The text of a value; empty when it is no string. */
struct str json_in_text(const json_t *value);

/* The same of the member NAME of OBJECT; empty, too, when it has none. */
struct str json_in_member(const json_t *object, const char *name);

/* VALUE, which json_in() gave or which is in it, with all that it holds, in the
   order read, as OUT writes such values: nothing is shown as it came. */
void json_in_put(json_t *value, struct json_out *out);

/* The same as a text of at most LIMIT bytes, in the arena. *text is empty
   unless it is ST_OK. */
MUST_CHECK enum status json_in_keep(struct arena *arena, json_t *value,
                                    size_t limit, struct str *text);

#endif
