#include "input/prose/markdown_notes.h"
#include "core/base/arena.h"

#include <string.h>

#define INDENT_MAX 3 /* spaces: more is text that goes on */

/* The text while it is looked through. */
struct scan {
    struct markdown_notes *notes;
    struct str text;
    char *parsed;            /* what the parser gets */
    struct source_walk walk; /* over TEXT, from note to note */
    struct findings *findings;
};

static size_t line_end(struct str text, size_t at)
{
    while (at < text.len && text.ptr[at] != '\n' && text.ptr[at] != '\r')
        at++;
    return at;
}

static size_t next_line(struct str text, size_t at)
{
    at = line_end(text, at);
    if (at + 1 < text.len && text.ptr[at] == '\r' && text.ptr[at + 1] == '\n')
        at++;
    return at < text.len ? at + 1 : at;
}

static size_t indent_at(struct str text, size_t at)
{
    size_t n = 0;

    while (at + n < text.len && text.ptr[at + n] == ' ')
        n++;
    return n;
}

static bool is_blank(struct str text, size_t at)
{
    const size_t end = line_end(text, at);

    while (at < end && (text.ptr[at] == ' ' || text.ptr[at] == '\t'))
        at++;
    return at == end;
}

/* The bytes of a mark [^label] at AT; 0: there is none. */
static size_t mark_at(struct str text, size_t at, struct str *label)
{
    size_t end = at + 2;

    if (at + 3 >= text.len || text.ptr[at] != '[' || text.ptr[at + 1] != '^')
        return 0;
    while (end < text.len && text.ptr[end] > ' ' && text.ptr[end] != ']' &&
           text.ptr[end] != '[')
        end++;
    if (end >= text.len || text.ptr[end] != ']' || end == at + 2)
        return 0;
    *label = (struct str){text.ptr + at + 2, end - at - 2};
    return end + 1 - at;
}

/* The bytes of [^label]: and the space after it, from the line's start. */
static size_t definition_at(struct str text, size_t start, struct str *label)
{
    const size_t indent = indent_at(text, start);
    const size_t mark =
        indent > INDENT_MAX ? 0 : mark_at(text, start + indent, label);
    size_t at = start + indent + mark;

    if (mark == 0 || at >= text.len || text.ptr[at] != ':')
        return 0;
    at++;
    while (at < text.len && (text.ptr[at] == ' ' || text.ptr[at] == '\t'))
        at++;
    return at - start;
}

/* Where the words that begin at AT end: before an empty line that nothing
   indented follows, or before another note. */
static size_t definition_end(struct str text, size_t at)
{
    struct str label;
    size_t end = line_end(text, at);

    for (;;) {
        size_t next = next_line(text, end);
        const bool gap = next < text.len && is_blank(text, next);

        while (next < text.len && is_blank(text, next))
            next = next_line(text, next);
        if (next >= text.len || definition_at(text, next, &label) > 0 ||
            (gap && indent_at(text, next) <= INDENT_MAX &&
             text.ptr[next] != '\t'))
            return end;
        end = line_end(text, next);
    }
}

static struct markdown_note *note_called(const struct markdown_notes *n,
                                         struct str label)
{
    struct markdown_note *notes = n->notes.items;

    for (size_t i = 0; i < n->notes.count; i++) {
        if (str_eq(notes[i].label, label))
            return &notes[i];
    }
    return NULL;
}

static void add_note(struct scan *s, size_t start, size_t words, size_t end,
                     struct str label)
{
    struct markdown_note *note;

    if (note_called(s->notes, label) != NULL) {
        finding(s->findings, FINDING_DUPLICATE_ID,
                source_walk_to(&s->walk, start),
                "the note [^%.*s] has words twice", STR_ARG(label));
        return;
    }
    note = list_add(&s->notes->notes);
    if (note == NULL)
        return;
    *note = (struct markdown_note){
        .label = label,
        .words = {s->text.ptr + words, end - words},
        .at = source_walk_to(&s->walk, words),
    };
}

/* Line ends stay, lest places move. */
static void blank(const struct scan *s, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        if (s->parsed[i] != '\n' && s->parsed[i] != '\r')
            s->parsed[i] = ' ';
    }
}

static void find_definitions(struct scan *s)
{
    size_t at = 0;

    while (at < s->text.len) {
        struct str label;
        const size_t head = definition_at(s->text, at, &label);
        size_t end;

        if (head > 0) {
            end = definition_end(s->text, at + head);
            add_note(s, at, at + head, end, label);
            blank(s, at, end);
            at = end;
        }
        at = next_line(s->text, at);
    }
}

static void find_note_marks(const struct scan *s)
{
    const struct str parsed = {s->parsed, s->text.len};

    for (size_t at = 0; at < parsed.len; at++) {
        struct markdown_mark *mark;
        struct str label;
        size_t len = 0;

        if (parsed.ptr[at] == '\\')
            at++; /* what follows is what it says */
        else
            len = mark_at(parsed, at, &label);
        if (len == 0)
            continue;
        mark = list_add(&s->notes->marks);
        if (mark == NULL)
            return;
        label.ptr = s->text.ptr + (label.ptr - s->parsed);
        *mark = (struct markdown_mark){at, len, note_called(s->notes, label),
                                       label};
        memset(s->parsed + at, '.', len);
        at += len - 1;
    }
}

struct str markdown_notes_find(struct markdown_notes *n, struct arena *arena,
                               struct str text, struct place at,
                               struct findings *findings)
{
    struct scan s = {n, text, NULL, source_walk_begin(at, text), findings};

    *n = (struct markdown_notes){
        .notes = list_of(arena, sizeof(struct markdown_note)),
        .marks = list_of(arena, sizeof(struct markdown_mark)),
    };
    if (str_find(text, STR_LIT("[^")) == text.len)
        return text;
    s.parsed = arena_alloc(arena, text.len + 1, 1);
    if (s.parsed == NULL)
        return text;
    memcpy(s.parsed, text.ptr, text.len);
    find_definitions(&s);
    find_note_marks(&s);
    return (struct str){s.parsed, text.len};
}

const struct markdown_mark *markdown_notes_mark(struct markdown_notes *n,
                                                size_t from, size_t to)
{
    const struct markdown_mark *marks = n->marks.items;

    while (n->next_mark < n->marks.count && marks[n->next_mark].at < from)
        n->next_mark++;
    if (n->next_mark == n->marks.count || marks[n->next_mark].at >= to)
        return NULL;
    return &marks[n->next_mark++];
}

void markdown_notes_end(const struct markdown_notes *n,
                        struct findings *findings)
{
    const struct markdown_note *notes = n->notes.items;

    for (size_t i = 0; i < n->notes.count; i++) {
        if (notes[i].marked)
            continue;
        finding(findings, FINDING_BAD_ELEMENT, notes[i].at,
                "no [^%.*s] marks where this note belongs",
                STR_ARG(notes[i].label));
        finding_hint(findings, "put the mark into the text, or take the note "
                               "out");
    }
}
