#include "batch/record_in.h"
#include "batch/record.h"
#include "core/base/arena.h"
#include "core/base/file.h"
#include "core/base/mem.h"

/* Each has a name and a digest, under the name DIGEST. */
static enum status read_files(const json_t *array, const char *digest,
                              struct record_in_files *files)
{
    const size_t count = json_array_size(array);

    if (!json_is_array(array))
        return ST_DATA;
    files->items = mem_zalloc(count, sizeof(*files->items));
    if (files->items == NULL)
        return ST_NOMEM;
    for (files->count = 0; files->count < count; files->count++) {
        const json_t *file = json_array_get(array, files->count);
        struct record_in_file *item = &files->items[files->count];

        item->name = json_in_member(file, "name");
        item->sha256 = json_in_member(file, digest);
        if (item->name.len == 0 || item->sha256.len == 0)
            return ST_DATA;
    }
    return ST_OK;
}

static bool is_warned(const json_t *findings)
{
    for (size_t i = 0; i < json_array_size(findings); i++) {
        if (str_is(json_in_member(json_array_get(findings, i), "level"),
                   "warning"))
            return true;
    }
    return false;
}

/* As read_files(), of what a record may lack. */
static enum status read_optional(const json_t *array, const char *digest,
                                 struct record_in_files *files)
{
    return array == NULL ? ST_OK : read_files(array, digest, files);
}

/* What is asked for is there, and is what it should be. */
static enum status read_members(struct record_in *r)
{
    const json_t *tree = r->tree;
    const json_t *template = json_object_get(tree, "template");
    enum status st;

    if (json_integer_value(json_object_get(tree, "format")) != RECORD_FORMAT ||
        !str_is(json_in_member(tree, "status"), "ok"))
        return ST_DATA;
    r->version = json_in_member(tree, "version");
    r->made_from = json_in_member(tree, "made-from");
    r->template_sha256 = json_in_member(template, "sha256");
    if (r->version.len == 0 || r->made_from.len == 0 ||
        r->template_sha256.len == 0)
        return ST_DATA;
    st = read_files(json_object_get(tree, "inputs"), "sha256", &r->inputs);
    if (st == ST_OK)
        st =
            read_files(json_object_get(tree, "outputs"), "sha256", &r->outputs);
    if (st == ST_OK)
        st = read_optional(json_object_get(template, "files"), "sha256",
                           &r->template_files);
    if (st == ST_OK)
        st = read_optional(json_object_get(tree, "fonts"), "crc32", &r->fonts);
    r->warned = is_warned(json_object_get(tree, "findings"));
    return st;
}

enum status record_in_tree(json_t *tree, struct record_in *record)
{
    enum status st;

    *record = (struct record_in){.tree = json_incref(tree)};
    st = read_members(record);
    if (st != ST_OK)
        record_in_free(record);
    return st;
}

enum status record_in(struct str text, struct record_in *record)
{
    json_t *tree = NULL;
    enum status st = ST_DATA;

    *record = (struct record_in){.tree = NULL};
    if (text.len <= RECORD_BYTES_MAX)
        st = json_in(text, &tree);
    if (st == ST_OK)
        st = record_in_tree(tree, record);
    json_decref(tree);
    return st;
}

enum status record_in_file(const char *path, struct record_in *record)
{
    struct arena arena;
    struct str text;
    enum status st = ST_BUG;

    /* With room for what the arena itself needs. */
    arena_init(&arena, 2 * RECORD_BYTES_MAX);
    st = file_read(&arena, path, RECORD_BYTES_MAX, &text);
    if (st == ST_OK)
        st = record_in(text, record);
    arena_free(&arena);
    return st;
}

void record_in_free(struct record_in *record)
{
    json_decref(record->tree);
    mem_free(record->template_files.items);
    mem_free(record->fonts.items);
    mem_free(record->inputs.items);
    mem_free(record->outputs.items);
    *record = (struct record_in){.tree = NULL};
}

void record_in_put_line(const struct record_in *record, struct buf *out)
{
    struct json_out j;

    json_out_init(&j, out, false);
    json_in_put(record->tree, &j);
    buf_char(out, '\n');
}

void record_in_put_file(const struct record_in *record, struct buf *out)
{
    struct json_out j;

    json_out_init(&j, out, true);
    json_in_put(record->tree, &j);
}
