#include "core/base/ascii.h"
#include "core/doc/doc.h"
#include "core/value/note_mark.h"

/* One after the other they would be read as one number. */
#define BETWEEN STR_LIT(",\xC2\xA0")

void doc_part_marks(struct doc *d)
{
    for (struct doc_node *n = d->root; n != NULL && doc_status(d) == ST_OK;
         n = doc_following(d->root, n)) {
        struct doc_node *text;

        if (n->kind != DOC_NOTE_MARK || n->next == NULL ||
            n->next->kind != DOC_NOTE_MARK)
            continue;
        text = doc_new(d->arena, DOC_TEXT);
        if (text == NULL)
            return;
        text->text = BETWEEN;
        doc_insert_after(n, text);
    }
}

/* What is set otherwise, but stands where its words do. */
static bool is_emphasis(const struct doc_node *n)
{
    return n->kind == DOC_STRONG || n->kind == DOC_EMPHASIS ||
           (n->kind == DOC_SPAN && n->role == ROLE_NONE);
}

/* TEXT without the marks that were typed behind its words, and the space before
   them. */
static struct str without_typed(const struct doc *d,
                                const struct doc_node *text)
{
    struct str words = text->text;
    struct str before;
    struct note_mark mark;

    while (d->wording != NULL &&
           note_mark_cut(words, d->wording, &before, &mark))
        words = before;
    return words;
}

/* Nothing but marks was typed in TEXT. */
static bool is_typed_alone(const struct doc *d, const struct doc_node *text)
{
    struct str words = str_trim(without_typed(d, text));
    struct note_mark mark;

    return d->wording != NULL && note_mark_alone(&words, d->wording, &mark) &&
           words.len == 0;
}

/* The last inline of PARENT that is neither a mark nor between two; NULL: there
   is none, or blocks are in it. */
static struct doc_node *last_but_marks(const struct doc *d,
                                       const struct doc_node *parent)
{
    struct doc_node *last = NULL;
    const struct doc_node *before = NULL;

    for (struct doc_node *n = parent->first; n != NULL; n = n->next) {
        const bool between = before != NULL && before->kind == DOC_NOTE_MARK &&
                             n->next != NULL && n->next->kind == DOC_NOTE_MARK;
        const bool marks = last != NULL && n->kind == DOC_TEXT &&
                           is_emphasis(last) && is_typed_alone(d, n);

        if (!doc_kind_is_inline((enum doc_kind)n->kind))
            return NULL;
        if (n->kind != DOC_NOTE_MARK && !between && !marks)
            last = n;
        before = n;
    }
    return last;
}

/* The text before the marks of CELL, in emphasis or not; NULL: none. */
static struct doc_node *figure_of(const struct doc *d,
                                  const struct doc_node *cell)
{
    struct doc_node *figure = last_but_marks(d, cell);

    while (figure != NULL && is_emphasis(figure))
        figure = last_but_marks(d, figure);
    return figure != NULL && figure->kind == DOC_TEXT ? figure : NULL;
}

/* Cuts what is behind WORDS off TEXT: another text says it then. */
static void part_typed(struct doc *d, struct doc_node *text, struct str words)
{
    struct doc_node *marks;

    if (words.len == text->text.len)
        return;
    marks = doc_new(d->arena, DOC_TEXT);
    if (marks == NULL)
        return;
    marks->text = str_from(text->text, words.len);
    marks->at = text->at;
    text->text = words;
    doc_insert_after(text, marks);
}

/* What stands behind NODE in its parent hangs. */
static void hang_behind(struct doc *d, struct doc_node *node)
{
    struct doc_node *span;

    if (node->next == NULL)
        return;
    span = doc_new(d->arena, DOC_SPAN);
    if (span == NULL)
        return;
    span->role = ROLE_HANGING;
    while (node->next != NULL) {
        struct doc_node *mark = node->next;

        doc_unlink(mark);
        doc_append(span, mark);
    }
    doc_append(node->parent, span);
}

static void hang_marks(struct doc *d, struct doc_node *cell)
{
    struct doc_node *figure;
    struct str words;

    if (doc_is_text(cell) && without_typed(d, cell).len == cell->text.len)
        return; /* nothing stands behind the figure */
    doc_open_cell(d->arena, cell);
    figure = figure_of(d, cell);
    if (figure == NULL)
        return;
    words = without_typed(d, figure);
    if (!has_digit(words))
        return;
    part_typed(d, figure, words);
    for (struct doc_node *n = figure; n != cell; n = n->parent)
        hang_behind(d, n);
}

void doc_hang_marks(struct doc *d)
{
    for (struct doc_node *n = d->root; n != NULL && doc_status(d) == ST_OK;
         n = doc_following(d->root, n)) {
        if (n->kind == DOC_CELL && n->u.cell.align == ALIGN_END &&
            n->u.cell.scope != SCOPE_COLUMN && n->u.cell.columns <= 1)
            hang_marks(d, n);
    }
}
