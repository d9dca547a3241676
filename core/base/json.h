/*
 * json.h - JSON (RFC 8259) into a buffer.
 *
 * A writer says what it opens, names and closes; commas are put where they
 * are due. Failure: sticks in the buffer. Nesting beyond JSON_DEPTH, or a
 * close without its open, is our own mistake and asserted.
 */
#ifndef CORE_BASE_JSON_H
#define CORE_BASE_JSON_H

#include "core/base/buf.h"
#include "core/base/str.h"

#include <stdbool.h>
#include <stdint.h>

#define JSON_DEPTH 16

struct json {
    struct buf *out;
    bool pretty;             /* a member a line, two spaces deep */
    bool named;              /* a name was written: its value follows */
    bool filled[JSON_DEPTH]; /* the level has a member already */
    char close[JSON_DEPTH];  /* what ends the level */
    unsigned depth;
};

void json_init(struct json *j, struct buf *out, bool pretty);

void json_object(struct json *j);
void json_array(struct json *j);
void json_end(struct json *j); /* of the object or array opened last */

void json_name(struct json *j, const char *name);

/* Bad UTF-8 becomes U+FFFD; what is invisible or special is escaped. */
void json_string(struct json *j, struct str s);
void json_cstr(struct json *j, const char *s); /* NULL is null */
void json_int(struct json *j, int64_t n);
void json_bool(struct json *j, bool b);
void json_raw(struct json *j, struct str json); /* a value made before */

#endif
