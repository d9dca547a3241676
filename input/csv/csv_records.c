#include "input/csv/csv_records.h"
#include "core/base/mem.h"
#include "input/csv/csv_formula.h"
#include "input/csv/csv_sniff.h"
#include "input/text/text_in.h"

#include <assert.h>
#include <string.h>

#define QUOTE '"'
#define PIECE_MAX                                                              \
    ((size_t)64 * 1024)      /* fed at once: bounds a field's growth           \
                              */
#define PARSER_BLOCK 4096    /* by which libcsv's buffer grows */
#define FORMULA_LINES_MAX 50 /* of a record, each looked at again */

static bool is_line_end(char c)
{
    return c == '\n' || c == '\r';
}

static const char *skip_spaces(const struct csv_records *r, const char *p)
{
    const char *end = r->source->text.ptr + r->source->text.len;

    while (p < end && (*p == ' ' || *p == '\t') && *p != r->source->delimiter)
        p++;
    return p;
}

/* The field that libcsv has read as PARSED, in the source's text. */
static struct str find_field(struct csv_records *r, struct str parsed)
{
    const char *end = r->source->text.ptr + r->source->text.len;
    const char *p = skip_spaces(r, r->field_at);
    const bool quoted = p < end && *p == QUOTE;
    size_t doubled = 0;
    struct str raw;

    for (size_t i = 0; quoted && i < parsed.len; i++)
        doubled += parsed.ptr[i] == QUOTE;
    raw = (struct str){p + quoted, parsed.len + doubled};
    assert(raw.len + 2 * quoted <= (size_t)(end - p));
    p = skip_spaces(r, p + raw.len + 2 * quoted);
    if (p < end && *p == r->source->delimiter)
        p++;
    r->field_at = p;
    return doubled == 0 ? raw : arena_str(r->arena, parsed);
}

/* Of the array of fields. */
static bool make_room(struct csv_records *r)
{
    const size_t want = r->capacity == 0 ? 32 : r->capacity * 2;
    struct str *fields;

    if (want > RECORD_FIELDS_MAX * arena_times(r->arena)) {
        finding(r->findings, FINDING_LIMIT, record_place(&r->reader.now, 1),
                "record %u has more than %zu fields", r->reader.now.number,
                RECORD_FIELDS_MAX * arena_times(r->arena));
        finding_hint(r->findings, ARENA_TIMES_HINT);
        r->reader.status = ST_LIMIT;
        return false;
    }
    fields = mem_realloc(r->reader.now.fields, want * sizeof(*fields));
    if (fields == NULL) {
        r->reader.status = ST_NOMEM;
        return false;
    }
    r->reader.now.fields = fields;
    r->capacity = want;
    return true;
}

/* Such a field is no spreadsheet's, or a quotation mark that nobody closed. */
static void refuse_length(struct csv_records *r)
{
    finding(r->findings, FINDING_LIMIT,
            record_place(&r->reader.now, r->reader.now.nfields + 1),
            "the field that begins here is longer than %zu bytes",
            r->field_max);
    finding_hint(r->findings,
                 "if it begins with a quotation mark, its closing one may be "
                 "missing; if it is meant, " ARENA_TIMES_HINT);
    r->reader.status = ST_LIMIT;
}

/* What stands between the marks of FIELD, the first of which is its byte FROM
   - 1: each inside is written twice, or all of FIELD comes back. */
static struct str unquoted(struct csv_records *r, struct str field, size_t from)
{
    const struct str inside = {field.ptr + from, field.len - from - 1};
    size_t doubled = 0;
    char *text;
    size_t n = 0;

    for (size_t i = 0; i < inside.len; i++) {
        if (inside.ptr[i] != QUOTE)
            continue;
        if (i + 1 == inside.len || inside.ptr[++i] != QUOTE)
            return field;
        doubled++;
    }
    if (doubled == 0)
        return inside;
    text = arena_alloc(r->arena, inside.len - doubled, 1);
    for (size_t i = 0; text != NULL && i < inside.len; i++) {
        text[n++] = inside.ptr[i];
        i += inside.ptr[i] == QUOTE;
    }
    return (struct str){text, n};
}

/* ="0012" is how a sheet is told to keep the noughts of a text. Any other
   formula is left as it is. */
static struct str without_formula(struct csv_records *r, struct str field)
{
    if (field.len < 3 || field.ptr[1] != QUOTE ||
        field.ptr[field.len - 1] != QUOTE)
        return field;
    return unquoted(r, field, 2);
}

/* FIELD, of a text in which anything may stand, as it is read. */
static struct str read_field(struct csv_records *r, struct str field)
{
    if (!r->reader.now.source->plain)
        field = text_in(r->arena, field,
                        record_place(&r->reader.now, r->reader.now.nfields + 1),
                        TEXT_BREAK_LINE, r->findings);
    field = str_trim(field);
    if (field.len > 0 && field.ptr[0] == '=')
        field = str_trim(without_formula(r, field));
    return field;
}

/* Whether FIELD, of a plain text, is read as it stands. */
static inline bool is_bare(struct str field)
{
    return field.len == 0 || (field.ptr[0] > ' ' && field.ptr[0] != '=' &&
                              field.ptr[field.len - 1] > ' ');
}

/* FIELD is part of the source's text, or the arena's. */
static inline void add_field(struct csv_records *r, struct str field)
{
    if (!r->reader.now.source->plain || !is_bare(field))
        field = read_field(r, field);
    r->reader.now.fields[r->reader.now.nfields++] = field;
    if (field.len > 0)
        r->reader.now.nfilled = r->reader.now.nfields;
}

/* Whether another field of LEN bytes can be taken. */
static inline bool may_add(struct csv_records *r, size_t len)
{
    if (r->reader.status != ST_OK ||
        (r->reader.now.nfields == r->capacity && !make_room(r)))
        return false;
    if (len <= r->field_max)
        return true;
    refuse_length(r);
    return false;
}

/* libcsv's callbacks cannot stop it: after a failure they do nothing. */
static void take_field(void *bytes, size_t len, void *user)
{
    struct csv_records *r = user;

    if (may_add(r, len))
        add_field(r, find_field(r, (struct str){bytes, len}));
}

static void end_record(int end, void *user)
{
    struct csv_records *r = user;

    (void)end;
    r->ended = true;
}

/* What is wrong with the quotation marks of the field that is being read.
   UPTO is where libcsv gave up. */
static void refuse_quotes(struct csv_records *r, const char *upto)
{
    const struct place at =
        record_place(&r->reader.now, r->reader.now.nfields + 1);
    const struct str read = {r->field_at, (size_t)(upto - r->field_at)};
    const char *p = skip_spaces(r, r->field_at);

    r->reader.status = ST_DATA;
    if (p >= upto || *p != QUOTE)
        finding(r->findings, FINDING_NOT_CSV, at,
                "a quotation mark stands inside a field that does not begin "
                "with one");
    else if (csv_line_length(read) == read.len)
        finding(r->findings, FINDING_NOT_CSV, at,
                "text follows the closing quotation mark of this field");
    else
        finding(r->findings, FINDING_NOT_CSV, at,
                "the quotation mark that opens here is not closed: the next "
                "one, on line %u, does not end a field",
                r->line);
    finding_hint(r->findings, "put the whole field in quotation marks and "
                              "write each mark inside it twice");
}

/* Feeds one physical line, piece by piece, so that a field that never ends
   is noticed before all of the file has gone into it. */
static void feed(struct csv_records *r, struct str line)
{
    while (line.len > 0 && r->reader.status == ST_OK) {
        const struct str piece = str_to(line, PIECE_MAX);
        const char *end = piece.ptr + piece.len;
        const size_t done = csv_parse(&r->parser, piece.ptr, piece.len,
                                      take_field, end_record, r);

        if (mem_failures() != r->failures)
            r->reader.status = ST_NOMEM;
        else if (r->reader.status == ST_OK && done < piece.len)
            refuse_quotes(r, piece.ptr + done);
        else if (r->reader.status == ST_OK && !r->ended &&
                 (size_t)(end - r->field_at) > r->field_max)
            refuse_length(r);
        line = str_from(line, piece.len);
    }
}

/* The text is at its end, inside a record. */
static void finish(struct csv_records *r)
{
    if (csv_fini(&r->parser, take_field, end_record, r) == 0)
        return;
    finding(r->findings, FINDING_NOT_CSV,
            record_place(&r->reader.now, r->reader.now.nfields + 1),
            "the quotation mark that opens here is never closed");
    finding_hint(r->findings, "close it at the end of its field, or write a "
                              "mark inside a field twice");
    r->reader.status = ST_DATA;
}

/* Where C stands next in what is left, or its end: most files have no quotation
   mark or no CR at all, and each is looked for once, not in each line again. */
static const char *next_of(const char **at, char c, struct str rest)
{
    if (*at == NULL || *at < rest.ptr)
        *at = rest.ptr + str_find_char(rest, c);
    return *at;
}

static struct str cut_line(struct csv_lines *lines)
{
    const struct str rest = lines->rest;
    const char *upto = rest.ptr + rest.len;
    const char *feed = next_of(&lines->feed, '\n', rest);
    const char *carriage = next_of(&lines->carriage, '\r', rest);
    const char *end = feed < carriage ? feed : carriage;

    if (end < upto)
        end += end == carriage && feed == carriage + 1 && feed < upto ? 2 : 1;
    lines->rest = str_from(rest, (size_t)(end - rest.ptr));
    return str_to(rest, (size_t)(end - rest.ptr));
}

static bool has_quote(struct csv_lines *lines, struct str line)
{
    const struct str text = {line.ptr, line.len + lines->rest.len};

    return next_of(&lines->quote, QUOTE, text) < line.ptr + line.len;
}

static struct str next_line(struct csv_records *r)
{
    r->line++;
    return cut_line(&r->lines);
}

static struct str without_line_end(struct str line)
{
    while (line.len > 0 && is_line_end(line.ptr[line.len - 1]))
        line.len--;
    return line;
}

/* The fields of a line without quotation marks, as libcsv would give them: most
   lines are such, and it looks at each byte three times. */
static void split(struct csv_records *r, struct str line)
{
    const char delimiter = r->source->delimiter;
    const char *begin = line.ptr;
    const char *end = begin + without_line_end(line).len;

    for (;;) {
        const char *upto = memchr(begin, delimiter, (size_t)(end - begin));
        const struct str field = {
            begin, (size_t)((upto == NULL ? end : upto) - begin)};

        if (!may_add(r, field.len))
            return;
        add_field(r, field);
        if (upto == NULL)
            return;
        begin = upto + 1;
    }
}

/* The record that begins with LINE, if it has such a field: its later lines
   are taken as well. Empty: libcsv may read it, or say what is wrong. */
static struct str cut_formulas(struct csv_records *r, struct str line)
{
    size_t ahead = 0; /* bytes of later lines */

    for (int lines = 0; lines < FORMULA_LINES_MAX; lines++) {
        const struct str record =
            without_line_end((struct str){line.ptr, line.len + ahead});
        bool open;

        if (csv_has_formula(record, r->source->delimiter, &open)) {
            while (ahead > 0)
                ahead -= next_line(r).len;
            return record;
        }
        if (!open || ahead == r->lines.rest.len)
            break;
        ahead += csv_line_length(str_from(r->lines.rest, ahead));
    }
    return (struct str){NULL, 0};
}

/* The fields of such a record. */
static void split_formulas(struct csv_records *r, struct str line)
{
    for (;;) {
        bool formula;
        const size_t n = csv_field_length(line, r->source->delimiter, &formula);
        struct str field = str_trim(str_to(line, n));

        if (!may_add(r, field.len))
            return;
        if (!formula && field.len > 1 && field.ptr[0] == QUOTE)
            field = unquoted(r, field, 1);
        add_field(r, field);
        if (n == line.len)
            return;
        line = str_from(line, n + 1);
    }
}

/* Feeds physical lines until libcsv ends a record. */
static void read_record(struct csv_records *r)
{
    struct str line = next_line(r);
    const uint32_t first = r->line;
    const char *p = skip_spaces(r, line.ptr);
    struct str formulas;

    r->reader.now.number++;
    r->reader.now.nfields = 0;
    r->reader.now.nfilled = 0;
    r->ended = false;
    r->field_at = line.ptr;
    if (p == line.ptr + line.len || is_line_end(*p))
        return; /* libcsv says nothing of a blank line */
    r->reader.now.has_lines = false;
    if (!has_quote(&r->lines, line)) {
        split(r, line);
        if (r->reader.status == ST_OK)
            r->reader.status = arena_status(r->arena);
        return;
    }
    formulas = cut_formulas(r, line);
    if (formulas.len > 0) {
        split_formulas(r, formulas);
        r->reader.now.has_lines = r->line > first;
        if (r->reader.status == ST_OK)
            r->reader.status = arena_status(r->arena);
        return;
    }
    feed(r, line);
    while (r->reader.status == ST_OK && !r->ended && r->lines.rest.len > 0)
        feed(r, next_line(r));
    r->reader.now.has_lines = r->line > first;
    if (r->reader.status == ST_OK && !r->ended)
        finish(r);
    if (r->reader.status == ST_OK)
        r->reader.status = arena_status(r->arena);
}

static bool ends_with_line(struct str text)
{
    return text.len > 0 && is_line_end(text.ptr[text.len - 1]);
}

static bool next_record(struct row_reader *reader)
{
    struct csv_records *r = (struct csv_records *)reader;

    reader->now.nfilled = 0;
    while (reader->status == ST_OK && reader->now.nfilled == 0 &&
           r->lines.rest.len > 0)
        read_record(r);
    reader->now.has_no_end = r->lines.rest.len == 0 &&
                             !r->source->has_end_sign &&
                             !ends_with_line(r->source->text);
    return reader->status == ST_OK && reader->now.nfilled > 0;
}

/* Exactly so many where the rest is well-formed, but for records of delimiters
   alone. */
static size_t count_left(const struct row_reader *reader)
{
    const struct csv_records *r = (const struct csv_records *)reader;
    struct csv_lines lines = r->lines;
    bool quoted = false;
    size_t n = 1;

    while (lines.rest.len > 0) {
        struct str line = cut_line(&lines);

        while (has_quote(&lines, line)) {
            quoted = !quoted;
            line = str_from(line, (size_t)(lines.quote + 1 - line.ptr));
        }
        n += !quoted;
    }
    return n;
}

enum status csv_records_open(struct csv_records *r, struct arena *arena,
                             const struct source *source,
                             struct findings *findings)
{
    *r = (struct csv_records){
        .reader = {.now = {.source = source},
                   .status = ST_BUG,
                   .next = next_record,
                   .left = count_left},
        .arena = arena,
        .source = source,
        .findings = findings,
        .failures = mem_failures(),
        .field_max = RECORD_FIELD_MAX * arena_times(arena),
        .lines = {.rest = source->text},
    };
    char said;

    if (csv_init(&r->parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
        return r->reader.status;
    csv_set_delim(&r->parser, (unsigned char)source->delimiter);
    csv_set_realloc_func(&r->parser, mem_realloc);
    csv_set_free_func(&r->parser, mem_free);
    csv_set_blk_size(&r->parser, PARSER_BLOCK);
    if (csv_sep_line(r->lines.rest, &said) > 0)
        (void)next_line(r); /* it counts as a record */
    r->reader.now.number = r->line;
    return r->reader.status = ST_OK;
}

void csv_records_close(struct csv_records *r)
{
    csv_free(&r->parser);
    mem_free(r->reader.now.fields);
    r->reader.now.fields = NULL;
}
