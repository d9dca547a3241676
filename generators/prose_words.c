#include "generators/body.h"
#include "generators/fault_note.h"
#include "generators/generator_tools.h"
#include "generators/prose_copy.h"

#include <string.h>

static void add_pending(struct copying *c, struct pending *p)
{
    if (c->last == NULL)
        c->first = p;
    else
        c->last->next = p;
    c->last = p;
}

static bool takes_notes(const struct copying *c)
{
    return !c->in->running &&
           doc_kind_may_contain((enum doc_kind)c->base->kind, DOC_NOTE);
}

/* A mark is a link, which no other can hold. */
static bool takes_mark(const struct copying *c, const struct doc_node *dst)
{
    for (const struct doc_node *n = dst; n != NULL && n != c->base;
         n = n->parent) {
        if (n->kind == DOC_LINK || n->kind == DOC_REFERENCE)
            return false;
    }
    return takes_notes(c);
}

/* The mark of a note on a figure; the note waits for the end of its block. */
static void place_fault(struct copying *c, struct doc_node *dst,
                        const struct expanded_fault *x)
{
    struct doc_node *notes = doc_new(c->d->arena, DOC_FRAGMENT);
    struct pending *p = arena_alloc(c->d->arena, 1, sizeof(*p));

    if (notes == NULL || p == NULL)
        return;
    fault_note(c->in, c->d, dst, notes, x->words, x->at);
    p->fault = notes->first;
    p->holder = dst;
    if (p->fault != NULL)
        add_pending(c, p);
}

/* TEXT, with a mark after each figure that wants one. */
static void place_words(struct copying *c, struct doc_node *dst,
                        struct str text, const struct expanded_fault *faults,
                        struct place at)
{
    size_t from = 0;

    for (;;) {
        const size_t end = faults == NULL ? text.len : faults->end;
        struct doc_node *n = NULL;

        if (end > from)
            n = doc_text(c->d, dst, str_to(str_from(text, from), end - from));
        if (n != NULL)
            n->at = at;
        if (faults == NULL)
            return;
        place_fault(c, dst, faults);
        faults = faults->next;
        from = end;
    }
}

/* The language AROUND is LANG. */
static bool is_of(const char *around, const char *lang)
{
    return around != NULL && str_is(str_of(lang), around);
}

/* TEXT of one language, LANG where it is not that around, expanded. */
static void place_text(struct copying *c, struct doc_node *dst, struct str text,
                       struct place at, const char *lang)
{
    const char *around = doc_language(dst);
    const bool other = lang != NULL && !is_of(around, lang) &&
                       doc_kind_may_contain((enum doc_kind)dst->kind, DOC_SPAN);
    const struct field *alone = body_field_alone(c->in, text);
    struct doc_node *span = other ? doc_add(c->d, dst, DOC_SPAN) : NULL;
    struct expanded_fault *faults = NULL;

    if (span != NULL) {
        span->lang = lang;
        span->at = at;
        dst = span;
    }
    text = prose_expand(c, dst, text, at, takes_mark(c, dst) ? &faults : NULL);
    place_words(c, dst, text, faults, alone == NULL ? at : alone->at);
    if (span != NULL && span->first == NULL)
        doc_unlink(span);
}

/* Adjacent texts as one, expanded: an expression may lie across them. */
void prose_place_text(struct copying *c, struct doc_node *dst,
                      const struct doc_node *src)
{
    struct arena *a = c->d->arena;
    struct str text = src->text;
    struct str whole;
    size_t len = 0;

    for (const struct doc_node *t = src; t != NULL && t->kind == DOC_TEXT;
         t = t->next)
        len += t->text.len;
    if (len > src->text.len) {
        char *joined = arena_alloc(a, len, 1);

        if (joined == NULL)
            return;
        text = (struct str){joined, len};
        for (const struct doc_node *t = src; t != NULL && t->kind == DOC_TEXT;
             t = t->next) {
            if (t->text.len > 0)
                memcpy(joined, t->text.ptr, t->text.len);
            joined += t->text.len;
        }
    }
    whole = text;
    while (text.len > 0) {
        const size_t from = whole.len - text.len;
        const struct place at =
            from == 0 ? src->at : source_advance(src->at, whole, from);
        struct str cut;
        const char *lang = body_language_cut(c->in, &text, &cut);

        place_text(c, dst, cut, at, lang);
    }
}

/* The note of MARK: after the block that holds it, or after one around. */
static const struct doc_node *find_note(const struct doc_node *mark)
{
    const struct str id = str_of(mark->u.target);

    for (const struct doc_node *b = mark; b != NULL; b = b->parent) {
        for (const struct doc_node *n = b->next; n != NULL; n = n->next) {
            if (n->kind == DOC_NOTE && n->id != NULL && str_is(id, n->id))
                return n;
        }
    }
    return NULL;
}

static void refuse_note(const struct copying *c, const struct doc_node *mark)
{
    finding(c->in->findings, FINDING_BAD_ELEMENT, mark->at,
            "no note can stand here");
    finding_hint(c->in->findings, "say it in the words around, in brackets");
}

void prose_place_mark(struct copying *c, struct doc_node *dst,
                      const struct doc_node *src)
{
    struct pending *p;
    struct doc_node *mark;

    if (!takes_notes(c)) {
        refuse_note(c, src);
        return;
    }
    p = arena_alloc(c->d->arena, 1, sizeof(*p));
    mark = doc_add(c->d, dst, DOC_NOTE_MARK);
    if (p == NULL || mark == NULL)
        return;
    p->note = find_note(src);
    p->mark = mark;
    p->holder = dst;
    p->lang = prose_language(c, dst);
    p->id = arena_printf(c->d->arena, NOTE_ID, (unsigned)++c->d->notes).ptr;
    p->table = c->scope.table;
    p->row = c->scope.row;
    p->turn = c->turn;
    p->medium = (uint8_t)doc_medium(mark);
    mark->at = src->at;
    mark->u.target = p->id;
    if (p->note != NULL)
        add_pending(c, p);
}

static bool stands_in(const struct doc_node *n, const struct doc_node *around)
{
    while (n != NULL && n != around)
        n = n->parent;
    return n != NULL;
}

bool prose_takes_note(const struct copying *c, const struct doc_node *dst)
{
    return c->first != NULL &&
           doc_kind_may_contain((enum doc_kind)dst->kind, DOC_NOTE) &&
           dst->last != NULL &&
           !doc_kind_is_inline((enum doc_kind)dst->last->kind) &&
           stands_in(c->first->holder, dst);
}

void prose_start_note(struct copying *c)
{
    struct pending *p = c->first;
    struct doc_node *n;
    struct copy_level *f = NULL;

    c->first = p->next;
    if (c->first == NULL)
        c->last = NULL;
    if (p->fault != NULL) {
        doc_append(prose_level(c)->dst, p->fault);
        return;
    }
    n = prose_copy_node(c, prose_level(c)->dst, p->note);
    if (n == NULL)
        return;
    n->id = p->id;
    n->medium = p->medium;
    if (p->lang != NULL &&
        !is_of(prose_language(c, prose_level(c)->dst), p->lang))
        n->lang = p->lang;
    n->u.series = c->in->template_used->note_series;
    f = prose_level_push(c, n, p->note->first, p->note->at);
    if (f == NULL)
        return;
    f->from = p->note;
    f->mark = p->mark;
    c->scope.table = p->table;
    c->scope.row = p->row;
    c->turn = p->turn;
}
