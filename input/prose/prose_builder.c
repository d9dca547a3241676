#include "input/prose/prose_builder.h"
#include "core/base/utf8.h"
#include "core/value/guidance.h"
#include "input/prose/single_bracket.h"
#include "input/text/text_in.h"

void prose_begin(struct prose_builder *b, struct arena *arena,
                 const struct wording *wording, struct findings *findings,
                 struct place at)
{
    struct doc_node *fragment = doc_new(arena, DOC_FRAGMENT);

    if (fragment != NULL)
        fragment->at = at;
    *b = (struct prose_builder){
        .arena = arena,
        .findings = findings,
        .wording = wording,
        .fragment = fragment,
        .top = fragment,
        .at = at,
    };
    buf_init(&b->run, SIZE_MAX);
}

bool prose_stopped(const struct prose_builder *b)
{
    return b->stopped || arena_status(b->arena) != ST_OK;
}

/* The open nodes that have no place yet begin here. */
static void settle_places(struct prose_builder *b)
{
    for (struct doc_node *n = b->top; n != NULL && n->at.line == 0;
         n = n->parent)
        n->at = b->at;
}

static struct doc_node *add_node(struct prose_builder *b, enum doc_kind kind)
{
    struct doc_node *n = doc_new(b->arena, kind);

    doc_append(b->top, n);
    return n;
}

/* Whether a line separator stood behind LINE, which is cut off *TEXT. */
static bool cut_line(struct str *text, struct str *line)
{
    const size_t end = str_find(*text, TEXT_BREAK_BYTES);
    const bool found = end < text->len;

    *line = str_to(*text, end);
    *text = str_from(*text, end + TEXT_BREAK_BYTES.len);
    return found;
}

static void add_line(struct prose_builder *b, struct str line, bool more)
{
    struct doc_node *n;

    if (line.len > 0) {
        n = add_node(b, DOC_TEXT);
        if (n == NULL)
            return;
        n->text = line;
        n->at = b->run_at;
        if (b->top->kind != DOC_CODE) { /* it is what was typed */
            guidance_find(b->wording, n->text, n->at, b->findings);
            if (b->wording != NULL)
                single_bracket_find(n->text, n->at, b->findings);
        }
    }
    if (more) {
        n = add_node(b, DOC_BREAK);
        if (n != NULL)
            n->at = b->run_at;
    }
}

void prose_flush(struct prose_builder *b)
{
    const enum status st = buf_status(&b->run);
    struct str text;
    struct str line;

    if (st != ST_OK)
        arena_fail(b->arena, st);
    if (b->run.len == 0 || prose_stopped(b))
        return;
    text = text_in(b->arena, arena_str(b->arena, buf_view(&b->run)), b->run_at,
                   doc_kind_may_contain((enum doc_kind)b->top->kind, DOC_BREAK)
                       ? TEXT_BREAK_KEPT
                       : TEXT_BREAK_SPACE,
                   b->findings);
    buf_clear(&b->run);
    while (text.len > 0) {
        const bool more = cut_line(&text, &line);

        add_line(b, line, more);
    }
}

/* The same at the end of a block. */
static void end_line(struct prose_builder *b)
{
    if (b->run.len > 0 && b->run.ptr[b->run.len - 1] == ' ' &&
        !doc_kind_is_inline(b->top->kind))
        b->run.len--;
    prose_flush(b);
}

static struct doc_node *push(struct prose_builder *b, enum doc_kind kind)
{
    struct doc_node *n;

    if (prose_stopped(b))
        return NULL;
    if (b->depth == PROSE_DEPTH_MAX) {
        finding(b->findings, FINDING_LIMIT, b->at,
                "prose is nested more than %d deep", PROSE_DEPTH_MAX);
        b->stopped = true;
        return NULL;
    }
    n = add_node(b, kind);
    if (n == NULL)
        return NULL;
    b->top = n;
    b->depth++;
    return n;
}

/* An item of one paragraph holds its inlines itself. */
static void unwrap_paragraph(struct doc_node *item)
{
    struct doc_node *p = item->first;

    if (p == NULL || p != item->last || p->kind != DOC_PARAGRAPH)
        return;
    item->first = p->first;
    item->last = p->last;
    for (struct doc_node *n = item->first; n != NULL; n = n->next)
        n->parent = item;
}

/* Behind a block, where notes may stand. */
static void add_notes(struct prose_builder *b)
{
    if (b->notes == NULL || b->marked != NULL ||
        !doc_kind_may_contain((enum doc_kind)b->top->kind, DOC_NOTE))
        return;
    while (b->notes != NULL) {
        struct doc_node *note = b->notes;

        b->notes = note->next;
        note->next = NULL;
        doc_append(b->top, note);
    }
    b->last_note = NULL;
}

static void pop(struct prose_builder *b)
{
    struct doc_node *closed = b->top;

    if (prose_stopped(b) || b->depth == 0)
        return;
    settle_places(b);
    if (closed->kind == DOC_ITEM)
        unwrap_paragraph(closed);
    b->top = closed->parent;
    b->depth--;
    if (!doc_kind_is_inline((enum doc_kind)closed->kind))
        add_notes(b);
}

static void close_implied(struct prose_builder *b)
{
    end_line(b);
    if (b->implied)
        pop(b);
    b->implied = false;
}

static void open_implied(struct prose_builder *b)
{
    if (!prose_stopped(b) && b->top->kind == DOC_ITEM)
        b->implied = push(b, DOC_PARAGRAPH) != NULL;
}

struct doc_node *prose_open(struct prose_builder *b, enum doc_kind kind)
{
    if (doc_kind_is_inline(kind))
        open_implied(b);
    else
        close_implied(b);
    prose_flush(b);
    if (!prose_stopped(b) &&
        !doc_kind_may_contain((enum doc_kind)b->top->kind, kind))
        finding(b->findings, FINDING_BAD_ELEMENT, b->at,
                "`%s` may not stand in `%s`", doc_kind_name(kind),
                doc_kind_name((enum doc_kind)b->top->kind));
    return push(b, kind);
}

void prose_close(struct prose_builder *b)
{
    end_line(b);
    if (b->implied && b->top->kind == DOC_PARAGRAPH)
        close_implied(b);
    pop(b);
}

struct doc_node *prose_leaf(struct prose_builder *b, enum doc_kind kind)
{
    struct doc_node *n;

    open_implied(b);
    prose_flush(b);
    if (prose_stopped(b))
        return NULL;
    settle_places(b);
    n = add_node(b, kind);
    if (n != NULL)
        n->at = b->at;
    return n;
}

static void begin_run(struct prose_builder *b)
{
    open_implied(b);
    if (b->run.len > 0 || prose_stopped(b))
        return;
    settle_places(b);
    b->run_at = b->at;
}

void prose_text(struct prose_builder *b, struct str text)
{
    begin_run(b);
    for (size_t i = 0; i < text.len; i++) {
        const char c = text.ptr[i];
        const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';

        if (!space)
            buf_char(&b->run, c);
        else if (b->run.len == 0 || b->run.ptr[b->run.len - 1] != ' ')
            buf_char(&b->run, ' ');
    }
}

void prose_character(struct prose_builder *b, uint32_t c)
{
    begin_run(b);
    utf8_put(&b->run, c);
}

const char *prose_note_id(struct arena *arena, struct place at)
{
    const struct str id = arena_printf(arena, "note-%s-%u-%u",
                                       at.source == NULL ? "" : at.source->name,
                                       (unsigned)at.line, (unsigned)at.column);
    char *s = arena_cstr(arena, id);

    for (size_t i = 0; s != NULL && i < id.len; i++) {
        if (s[i] == '/' || s[i] == '.' || s[i] == ' ')
            s[i] = '-';
    }
    return s;
}

bool prose_note_open(struct prose_builder *b)
{
    struct doc_node *mark;
    struct doc_node *note;

    open_implied(b);
    if (!prose_stopped(b) &&
        !doc_kind_may_contain((enum doc_kind)b->top->kind, DOC_NOTE_MARK)) {
        finding(b->findings, FINDING_BAD_ELEMENT, b->at,
                "a note may not stand in `%s`",
                doc_kind_name((enum doc_kind)b->top->kind));
        return false;
    }
    mark = prose_leaf(b, DOC_NOTE_MARK);
    note = doc_new(b->arena, DOC_NOTE);
    if (mark == NULL || note == NULL)
        return false;
    note->id = prose_note_id(b->arena, mark->at);
    note->at = mark->at;
    mark->u.target = note->id;
    if (b->last_note == NULL)
        b->notes = note;
    else
        b->last_note->next = note;
    b->last_note = note;
    b->marked = b->top;
    b->top = note;
    return true;
}

void prose_note_close(struct prose_builder *b)
{
    end_line(b);
    b->top = b->marked;
    b->marked = NULL;
}

struct doc_node *prose_end(struct prose_builder *b)
{
    close_implied(b);
    buf_free(&b->run);
    return arena_status(b->arena) == ST_OK ? b->fragment : NULL;
}
