#include "core/base/json_in.h"

#include "core/base/ascii.h"
#include "core/base/mem.h"

void json_in_setup(void)
{
    json_object_seed(0); /* which makes jansson ask the system for one */
}

/* What is left of REST behind the string that it begins within. */
static struct str skip_string(struct str rest)
{
    while (rest.len > 0 && rest.ptr[0] != '"')
        rest = str_from(rest, rest.ptr[0] == '\\' && rest.len > 1 ? 2 : 1);
    return str_from(rest, 1);
}

/* Behind a digit, what makes a number one that is not whole. */
static bool is_of_real(char before, char c)
{
    return is_digit(before) && (c == '.' || c == 'e' || c == 'E');
}

/* Each value but the first stands behind a comma or a bracket. */
static bool is_bounded(struct str text)
{
    size_t depth = 0;
    size_t values = 1;
    char before = ' ';

    while (text.len > 0) {
        const char c = text.ptr[0];

        text = str_from(text, 1);
        if (c == '"')
            text = skip_string(text);
        depth += c == '[' || c == '{';
        depth -= depth > 0 && (c == ']' || c == '}');
        values += c == '[' || c == '{' || c == ',';
        if (depth > JSON_IN_DEPTH || values > JSON_IN_VALUES_MAX ||
            is_of_real(before, c))
            return false;
        before = c;
    }
    return true;
}

/* What mem_failures() was when the text at hand was begun. */
static unsigned long failures_before;

/* Memory for jansson, which leaves out a character for which it had none, and
   trusts afterwards that it is there: within a text, a shortage lasts. */
static void *json_alloc(size_t size)
{
    return mem_failures() == failures_before ? mem_alloc(size) : NULL;
}

enum status json_in(struct str text, json_t **tree)
{
    json_t *got = NULL;
    json_error_t error;

    if (!is_bounded(text))
        return ST_DATA;
    failures_before = mem_failures();
    json_set_alloc_funcs(json_alloc, mem_free);
    got = json_loadb(text.ptr, text.len,
                     JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, &error);
    if (mem_failures() != failures_before) {
        json_decref(got);
        return ST_NOMEM;
    }
    if (got == NULL)
        return ST_DATA;
    *tree = got;
    return ST_OK;
}

struct str json_in_text(const json_t *value)
{
    return (struct str){json_string_value(value), json_string_length(value)};
}

struct str json_in_member(const json_t *object, const char *name)
{
    return json_in_text(json_object_get(object, name));
}

/* An object or array that is being written. */
struct json_level {
    json_t *value;
    void *member; /* of an object: the next; NULL: none is left */
    size_t item;  /* of an array: the next */
};

static void put_single(const json_t *value, struct json_out *out)
{
    switch (json_typeof(value)) {
    case JSON_STRING: json_out_string(out, json_in_text(value)); break;
    case JSON_INTEGER: json_out_int(out, json_integer_value(value)); break;
    case JSON_TRUE: json_out_bool(out, true); break;
    case JSON_FALSE: json_out_bool(out, false); break;
    case JSON_NULL: json_out_cstr(out, NULL); break;
    case JSON_REAL:
    case JSON_OBJECT:
    case JSON_ARRAY: buf_fail(out->out, ST_BUG); break;
    }
}

/* The next value of LEVEL, whose name is written; NULL: none is left. */
static json_t *next_of(struct json_level *level, struct json_out *out)
{
    json_t *value;

    if (json_is_array(level->value))
        return json_array_get(level->value, level->item++);
    if (level->member == NULL)
        return NULL;
    json_out_name(out, json_object_iter_key(level->member));
    value = json_object_iter_value(level->member);
    level->member = json_object_iter_next(level->value, level->member);
    return value;
}

void json_in_put(json_t *value, struct json_out *out)
{
    struct json_level levels[JSON_IN_DEPTH];
    size_t depth = 0;

    do {
        if (json_is_object(value) || json_is_array(value)) {
            levels[depth++] = (struct json_level){
                .value = value, .member = json_object_iter(value)};
            if (json_is_object(value))
                json_out_object(out);
            else
                json_out_array(out);
        } else {
            put_single(value, out);
        }
        value = NULL;
        while (depth > 0 &&
               (value = next_of(&levels[depth - 1], out)) == NULL) {
            json_out_end(out);
            depth--;
        }
    } while (depth > 0);
}

enum status json_in_keep(struct arena *arena, json_t *value, size_t limit,
                         struct str *text)
{
    struct json_out j;
    struct buf out;
    enum status st;

    *text = STR_LIT("");
    buf_init(&out, limit);
    json_out_init(&j, &out, false);
    json_in_put(value, &j);
    st = buf_status(&out);
    if (st == ST_OK)
        *text = arena_str(arena, buf_view(&out));
    buf_free(&out);
    return st;
}
