#include "core/finding/source.h"
#include "core/base/ascii.h"
#include "core/base/utf8.h"

#include <stdio.h>
#include <string.h>

#define LETTERS_MAX 6 /* more than the columns of any spreadsheet need */

static void rewind_to(struct source_cursor *c, const struct source *source)
{
    *c = (struct source_cursor){
        .source = source, .line = 1, .record = 1, .field = 1};
}

static bool at_end(const struct source_cursor *c)
{
    return c->offset >= c->source->text.len;
}

static char head(const struct source_cursor *c)
{
    return c->source->text.ptr[c->offset];
}

static bool is_line_end(char ch)
{
    return ch == '\n' || ch == '\r';
}

/* Past one character; CRLF is one. */
static void step(struct source_cursor *c)
{
    const char ch = head(c);

    c->offset++;
    if (is_line_end(ch)) {
        if (ch == '\r' && !at_end(c) && head(c) == '\n')
            c->offset++;
        c->line++;
        c->line_start = c->offset;
        c->characters = 0;
        return;
    }
    c->characters++;
    while (!at_end(c) && utf8_continues(head(c)))
        c->offset++;
}

static char delimiter_of(const struct source_cursor *c)
{
    return c->source->delimiter == 0 ? ',' : c->source->delimiter;
}

static void skip_blanks(struct source_cursor *c)
{
    while (!at_end(c) && (head(c) == ' ' || head(c) == '\t') &&
           head(c) != delimiter_of(c))
        step(c);
}

/* From the beginning of a field to what ends it. */
static void skip_field(struct source_cursor *c)
{
    const bool quotes = !at_end(c) && head(c) == '"';
    bool inside = false;

    while (!at_end(c) &&
           (inside || (head(c) != delimiter_of(c) && !is_line_end(head(c))))) {
        /* A doubled quote closes and opens again. */
        if (quotes && head(c) == '"')
            inside = !inside;
        step(c);
    }
}

/* To the next field, unless it lies beyond RECORD or there is none. */
static bool next_field(struct source_cursor *c, uint32_t record)
{
    struct source_cursor next = *c;

    skip_field(&next);
    if (at_end(&next) || (is_line_end(head(&next)) && next.record == record))
        return false;
    if (is_line_end(head(&next))) {
        next.record++;
        next.field = 1;
    } else {
        next.field++;
    }
    step(&next);
    skip_blanks(&next);
    *c = next;
    return true;
}

static bool comes_after(uint32_t line, uint32_t column, struct place at)
{
    return line > at.line || (line == at.line && column > at.column);
}

/* To the record and field of AT; false when the record ends before it, with
   the cursor at its last field. */
static bool find_field(struct source_cursor *c, struct place at)
{
    if (at.column == 0)
        at.column = 1;
    if (c->source != at.source || comes_after(c->record, c->field, at)) {
        rewind_to(c, at.source);
        skip_blanks(c);
    }
    while (c->record != at.line || c->field != at.column) {
        if (!next_field(c, at.line))
            return false;
    }
    return true;
}

/* To the line and column of AT, or to the end of its line. */
static void find_column(struct source_cursor *c, struct place at)
{
    if (c->source != at.source || comes_after(c->line, c->characters + 1, at))
        rewind_to(c, at.source);
    while (!at_end(c) && c->line < at.line)
        step(c);
    while (!at_end(c) && c->characters + 1 < at.column && !is_line_end(head(c)))
        step(c);
}

static struct str physical_line(const struct source_cursor *c)
{
    struct str line = str_from(c->source->text, c->line_start);

    line = str_to(line, str_find_char(line, '\n'));
    return str_to(line, str_find_char(line, '\r'));
}

/* What the character at the head of REST belongs to: a word, with what opens
   it as mark-up, or the character alone. */
static size_t word_length(struct str rest)
{
    size_t n = 0;

    while (n < rest.len && n < 2 && strchr("<{/&", rest.ptr[n]) != NULL)
        n++;
    while (n < rest.len && is_name_byte(rest.ptr[n]))
        n++;
    return n == 0 && rest.len > 0 ? 1 : n;
}

static void locate_text(struct source_cursor *c, struct place at,
                        struct position *found)
{
    find_column(c, at);
    found->line = c->line;
    found->text = physical_line(c);
    if (at.column == 0)
        return;
    found->column = c->characters + 1;
    found->mark = str_from(found->text, c->offset - c->line_start);
    found->mark.len = word_length(found->mark);
}

static void locate_field(struct source_cursor *c, struct place at,
                         struct position *found)
{
    const bool exists = find_field(c, at);
    struct source_cursor start = *c;
    struct source_cursor end = *c;

    skip_field(&end);
    if (!exists)
        start = end;
    found->line = start.line;
    found->text = physical_line(&start);
    if (at.column == 0)
        return;
    found->column = start.characters + 1;
    place_cell_name(at, found->cell);
    found->mark = str_from(found->text, start.offset - start.line_start);
    found->mark = str_to(found->mark, end.offset - start.offset);
    while (str_ends(found->mark, STR_LIT(" ")))
        found->mark.len--;
}

void source_locate_next(struct source_cursor *cursor, struct place at,
                        struct position *found)
{
    *found = (struct position){.line = 0};
    if (at.source == NULL || at.line == 0)
        return;
    if (at.source->kind == SOURCE_TEXT || at.source->kind == SOURCE_WORD)
        locate_text(cursor, at, found);
    else if (at.source->kind == SOURCE_CSV)
        locate_field(cursor, at, found);
    else if (at.source->kind == SOURCE_SHEET && at.column > 0)
        place_cell_name(at, found->cell);
}

void source_locate(struct place at, struct position *found)
{
    struct source_cursor cursor = {.source = NULL};

    source_locate_next(&cursor, at, found);
}

struct str source_place_name(struct arena *arena, struct place at)
{
    struct position p;

    source_locate(at, &p);
    return arena_printf(arena, "%s:%u:%u",
                        at.source == NULL ? "" : at.source->name,
                        (unsigned)p.line, (unsigned)p.column);
}

struct place source_field_at(const struct source *source, size_t offset)
{
    struct source_cursor c = {.source = NULL};
    struct source_cursor end;

    rewind_to(&c, source);
    skip_blanks(&c);
    do {
        end = c;
        skip_field(&end);
    } while (end.offset <= offset && next_field(&c, 0));
    return (struct place){source, c.record, c.field};
}

void source_column_letters(uint32_t field, char out[8])
{
    char letters[8];
    size_t first = sizeof(letters);

    letters[--first] = '\0';
    while (field > 0) {
        field--;
        letters[--first] = (char)('A' + field % 26);
        field /= 26;
    }
    memcpy(out, letters + first, sizeof(letters) - first);
}

uint32_t source_column_number(struct str *s)
{
    struct str rest = *s;
    uint32_t field = 0;
    size_t n = 0;

    while (n < rest.len && n <= LETTERS_MAX) {
        const char ch = rest.ptr[n];

        if (ch >= 'A' && ch <= 'Z')
            field = field * 26 + (uint32_t)(ch - 'A') + 1;
        else if (ch >= 'a' && ch <= 'z')
            field = field * 26 + (uint32_t)(ch - 'a') + 1;
        else
            break;
        n++;
    }
    if (n == 0 || n > LETTERS_MAX)
        return 0;
    *s = str_from(rest, n);
    return field;
}

bool source_has_cells(const struct source *source)
{
    return source != NULL &&
           (source->kind == SOURCE_CSV || source->kind == SOURCE_SHEET);
}

void place_cell_name(struct place at, char out[SOURCE_CELL_SIZE])
{
    char letters[8];

    if (!source_has_cells(at.source)) {
        (void)snprintf(out, SOURCE_CELL_SIZE, "%lu:%lu", (unsigned long)at.line,
                       (unsigned long)at.column);
        return;
    }
    source_column_letters(at.column, letters);
    (void)snprintf(out, SOURCE_CELL_SIZE, "%s%lu", letters,
                   (unsigned long)at.line);
}

/* Sources in the order they are printed. */
static int source_compare(const struct source *x, const struct source *y)
{
    int c;

    if (x == y)
        return 0;
    if (x == NULL || y == NULL)
        return x == NULL ? -1 : 1;
    c = str_cmp(str_of(x->name), str_of(y->name));
    if (c == 0)
        c = str_cmp(str_of(x->path), str_of(y->path));
    return c != 0 ? c : str_cmp(str_of(x->sheet), str_of(y->sheet));
}

struct str place_cell_words(struct arena *arena, struct place at,
                            struct place beside)
{
    char name[SOURCE_CELL_SIZE];

    place_cell_name(at, name);
    return at.source == beside.source
               ? arena_printf(arena, "cell %s", name)
               : arena_printf(arena, "cell %s of %s", name, at.source->name);
}

int place_compare(struct place a, struct place b)
{
    const int c = source_compare(a.source, b.source);

    if (c != 0)
        return c;
    if (a.line != b.line)
        return a.line < b.line ? -1 : 1;
    return (a.column > b.column) - (a.column < b.column);
}
