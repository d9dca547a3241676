#include "batch/record_in.h"
#include "batch/record.h"

/* Which member of the record the lines belong to. */
enum part { PART_TOP, PART_TEMPLATE, PART_INPUTS, PART_OUTPUTS, PART_FINDINGS };

static const struct {
    const char *line;
    enum part part;
} parts[] = {
    {"  \"template\": {", PART_TEMPLATE},
    {"  \"inputs\": [", PART_INPUTS},
    {"  \"outputs\": [", PART_OUTPUTS},
    {"  \"findings\": [", PART_FINDINGS},
};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* What stands between the quotation marks of `"name": "value",`. */
static bool member(struct str line, struct str name, struct str *value)
{
    if (!str_starts(line, name))
        return false;
    *value = str_from(line, name.len);
    if (value->len > 0 && value->ptr[value->len - 1] == ',')
        *value = str_to(*value, value->len - 1);
    if (!str_ends(*value, STR_LIT("\"")))
        return false;
    *value = str_to(*value, value->len - 1);
    return true;
}

/* How many files there can be: each has one such line. */
static size_t count_files(struct str bytes)
{
    size_t count = 0;

    while (bytes.len > 0)
        count += str_starts(str_trim(str_cut(&bytes, '\n')),
                            STR_LIT("\"sha256\": "));
    return count;
}

static void read_file(struct str line, struct record_in_files *files)
{
    struct str value;

    /* A name comes first; its digest ends it. */
    if (member(line, STR_LIT("\"name\": \""), &value))
        files->items[files->count].name = value;
    else if (member(line, STR_LIT("\"sha256\": \""), &value))
        files->items[files->count++].sha256 = value;
}

static void read_top(struct str line, struct record_in *r, struct str *status)
{
    struct str value;

    if (member(line, STR_LIT("\"version\": \""), &value))
        r->version = value;
    else if (member(line, STR_LIT("\"made-from\": \""), &value))
        r->made_from = value;
    else if (member(line, STR_LIT("\"status\": \""), &value))
        *status = value;
}

static void read_line(struct str line, enum part part, struct record_in *r,
                      struct str *status)
{
    struct str value;

    switch (part) {
    case PART_TOP: read_top(line, r, status); break;
    case PART_TEMPLATE:
        if (member(line, STR_LIT("\"sha256\": \""), &value))
            r->template_sha256 = value;
        break;
    case PART_INPUTS: read_file(line, &r->inputs); break;
    case PART_OUTPUTS: read_file(line, &r->outputs); break;
    case PART_FINDINGS:
        if (member(line, STR_LIT("\"level\": \""), &value))
            r->warned = r->warned || str_is(value, "warning");
        break;
    }
}

/* Members of the record itself are two spaces deep: they open and close. */
static enum part part_of(struct str line, enum part before)
{
    for (size_t i = 0; i < COUNT(parts); i++) {
        if (str_is(line, parts[i].line))
            return parts[i].part;
    }
    if (line.len > 2 && line.ptr[0] == ' ' && line.ptr[2] != ' ')
        return PART_TOP;
    return before;
}

enum status record_in(struct arena *arena, struct str bytes,
                      struct record_in *record)
{
    static const char begin[] = "{\n  \"format\": ";
    const size_t files = count_files(bytes);
    enum part part = PART_TOP;
    struct str status = {NULL, 0};
    struct str rest;

    *record = (struct record_in){0};
    if (!str_starts(bytes, STR_LIT(begin)))
        return ST_DATA;
    record->inputs.items =
        arena_alloc(arena, files + 1, sizeof(struct record_in_file));
    record->outputs.items =
        arena_alloc(arena, files + 1, sizeof(struct record_in_file));
    if (record->inputs.items == NULL || record->outputs.items == NULL)
        return arena_status(arena);
    rest = str_from(bytes, sizeof(begin) - 1);
    if (rest.len < 2 || rest.ptr[0] != '0' + RECORD_FORMAT ||
        rest.ptr[1] != ',')
        return ST_DATA;
    while (rest.len > 0) {
        const struct str line = str_cut(&rest, '\n');

        part = part_of(line, part);
        read_line(str_trim(line), part, record, &status);
    }
    return str_is(status, "ok") && record->made_from.len > 0 ? ST_OK : ST_DATA;
}

void record_compact(struct str bytes, struct buf *out)
{
    bool quoted = false;

    for (size_t i = 0; i < bytes.len; i++) {
        const char c = bytes.ptr[i];

        if (c == '"')
            quoted = !quoted;
        if (quoted || (c != ' ' && c != '\n'))
            buf_char(out, c);
        if (c == '\\' && i + 1 < bytes.len)
            buf_char(out, bytes.ptr[++i]);
    }
    buf_char(out, '\n');
}
