/*
 * json_out.h - JSON (RFC 8259) into a buffer.
 *
 * A writer says what it opens, names and closes; commas are put where they
 * are due. Failure: sticks in the buffer. Nesting beyond JSON_DEPTH, or a
 * close without its open, is our own mistake and asserted.
 */
#ifndef CORE_BASE_JSON_OUT_H
#define CORE_BASE_JSON_OUT_H

#include "core/base/buf.h"
#include "core/base/str.h"

#include <stdbool.h>
#include <stdint.h>

#define JSON_DEPTH 16

struct json_out {
    struct buf *out;
    bool pretty;             /* a member a line, two spaces deep; and a line end
                                behind the whole */
    bool named;              /* a name was written: its value follows */
    bool filled[JSON_DEPTH]; /* the level has a member already */
    char close[JSON_DEPTH];  /* what ends the level */
    unsigned depth;
};

void json_out_init(struct json_out *j, struct buf *out, bool pretty);

void json_out_object(struct json_out *j);
void json_out_array(struct json_out *j);
void json_out_end(struct json_out *j); /* of the object or array opened last */

void json_out_name(struct json_out *j, const char *name);

/* Bad UTF-8 becomes U+FFFD; what is invisible or special is escaped. */
void json_out_string(struct json_out *j, struct str s);
void json_out_cstr(struct json_out *j, const char *s); /* NULL is null */
void json_out_int(struct json_out *j, int64_t n);
void json_out_bool(struct json_out *j, bool b);
void json_out_raw(struct json_out *j, struct str json); /* one value */

/* A member of the object at hand: its name and its value. */
void json_out_member_string(struct json_out *j, const char *name, struct str s);
void json_out_member_cstr(struct json_out *j, const char *name, const char *s);
void json_out_member_int(struct json_out *j, const char *name, int64_t n);
void json_out_member_count(struct json_out *j, const char *name, uint64_t n);
void json_out_member_bool(struct json_out *j, const char *name, bool b);
void json_out_member_raw(struct json_out *j, const char *name, struct str json);

#endif
