#include "generators/prose.h"
#include "generators/body.h"
#include "generators/fault_note.h"
#include "generators/generator_rows.h"
#include "generators/generator_tools.h"
#include "generators/listed.h"

#include <string.h>

#define REPEATS_MAX 100000 /* inside each other, in a report */

/*
 * The prose that was read is never changed: it is copied, block by block, by
 * a loop with a stack of its own. A node is hung into the tree when all of it
 * is there, so that what a condition has emptied need not be taken out again.
 */

/* Siblings that are being copied, or the rows that a block is repeated for. */
struct copy_level {
    const struct doc_node *src;  /* the next to copy; repeats: the block */
    const struct doc_node *from; /* their parent; repeats: NULL */
    struct doc_node *dst;        /* what they are copied into */
    const struct table *table;   /* the row around this level, to go back to */
    size_t row;
    const struct table *each; /* repeats: whose rows */
    const uint8_t *audiences; /* of those rows; or NULL */
    size_t next_row;
    struct doc_node *before; /* SPLICED: what it holds stands behind this one */
    const char *lang;        /* of what is placed here; or NULL: DST's */
    enum audience audience;  /* likewise, beside DST's */
    bool spliced;            /* a BLOCK: what it holds takes its place */
};

/* A note that was marked, and the row that it was marked in. */
struct pending {
    struct pending *next;
    const struct doc_node *note; /* or NULL, and ... */
    struct doc_node *fault;      /* ... the note on a figure, as it is printed
                                  */
    const char *id;
    const struct table *table;
    size_t row;
};

struct copying {
    const struct generator_in *in;
    struct doc *d;
    struct doc_node *base; /* what the fragment is copied into */
    struct scope scope;
    struct pending *first;
    struct pending *last;
    size_t depth;
    struct copy_level *stack; /* DOC_DEPTH_MAX of them */
};

static struct copy_level *top(struct copying *c)
{
    return &c->stack[c->depth - 1];
}

static struct copy_level *push(struct copying *c, struct doc_node *dst,
                               const struct doc_node *src, struct place at)
{
    struct copy_level *f;

    if (c->depth == DOC_DEPTH_MAX) {
        finding(c->in->findings, FINDING_LIMIT, at,
                "this is nested deeper than %d levels", DOC_DEPTH_MAX);
        return NULL;
    }
    f = &c->stack[c->depth++];
    *f = (struct copy_level){
        .src = src, .dst = dst, .table = c->scope.table, .row = c->scope.row};
    return f;
}

/* The same for what stands where the level now does: it is for nobody whom
   that is not for. */
static struct copy_level *push_inside(struct copying *c, struct doc_node *dst,
                                      const struct doc_node *src,
                                      struct place at)
{
    const struct copy_level around =
        c->depth == 0 ? (struct copy_level){.each = NULL} : *top(c);
    struct copy_level *f = push(c, dst, src, at);

    if (f == NULL)
        return NULL;
    f->audience = around.audience;
    f->lang = around.lang;
    return f;
}

static const struct wording *wording_in(struct copying *c,
                                        const struct doc_node *dst)
{
    return c->depth > 0 && top(c)->lang != NULL
               ? generate_wording_of(c->in, top(c)->lang)
               : generate_wording(c->in, dst);
}

static enum audience audience_in(struct copying *c, const struct doc_node *dst)
{
    return c->depth > 0 && top(c)->audience == AUDIENCE_INTERNAL
               ? AUDIENCE_INTERNAL
               : generate_audience(c->in, dst);
}

static void pop(struct copying *c)
{
    c->scope.table = top(c)->table;
    c->scope.row = top(c)->row;
    c->depth--;
}

/* What the author left empty stays, for doc_check() to name it; what turned
   out empty goes. */
static bool is_left_out(const struct doc_node *src, const struct doc_node *dst)
{
    if (src->kind == DOC_FIELD && dst->last->kind == DOC_FIELD_NAME)
        return true;
    if (src->kind == DOC_SIDES)
        return (dst->level & ~RULE_LATER_PAGES) == 0 &&
               body_sides_are_empty(dst);
    if (dst->first != NULL || (dst->parent->kind == DOC_SIDES))
        return false;
    switch (src->kind) {
    case DOC_PARAGRAPH:
    case DOC_ITEM: return true;
    case DOC_REFERENCE:
    case DOC_CELL: /* a row has as many as its table */
    case DOC_PICTURE: return false;
    default: return src->first != NULL;
    }
}

/* The line before a list leads to it: no page ends between them. */
static void lead_to(struct doc_node *before)
{
    if (before != NULL && before->kind == DOC_PARAGRAPH)
        before->keep_next = true;
}

/* A new line that nothing stands on any more goes with what stood there. */
static void trim_breaks(const struct doc_node *src, struct doc_node *dst)
{
    while (dst->last != NULL && dst->last->kind == DOC_BREAK &&
           src->last != NULL && src->last->kind != DOC_BREAK)
        doc_unlink(dst->last);
    while (dst->first != NULL && dst->first->kind == DOC_BREAK &&
           src->first != NULL && src->first->kind != DOC_BREAK)
        doc_unlink(dst->first);
}

/* All children of the level are there. */
static void finish(struct copying *c)
{
    const struct copy_level *f = top(c);
    const struct doc_node *from = f->from;
    struct doc_node *dst = f->dst;

    if (f->spliced) {
        body_inherit(from, f->before == NULL ? dst->first : f->before->next);
        pop(c);
        return;
    }
    pop(c);
    if (c->depth > 0)
        trim_breaks(from, dst);
    if (c->depth == 0 || is_left_out(from, dst))
        return;
    if (dst->kind == DOC_FIELD_VALUE)
        generate_unwrap(dst);
    if (dst->kind == DOC_LIST)
        lead_to(dst->parent->last);
    doc_append(dst->parent, dst);
}

/* TEXT, at AT, as it is printed in DST, and the figures that want a note. */
static struct str expand(struct copying *c, const struct doc_node *dst,
                         struct str text, struct place at,
                         struct expanded_fault **faults)
{
    if (faults != NULL)
        *faults = NULL;
    if (str_find_char(text, '{') == text.len)
        return text;
    c->scope.audience = audience_in(c, dst);
    c->scope.wording = wording_in(c, dst);
    return expression_expand(c->d->arena, text, at, &c->scope, c->in->findings,
                             faults);
}

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
    return doc_kind_may_contain((enum doc_kind)c->base->kind, DOC_NOTE);
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

/* Adjacent texts as one, expanded: an expression may lie across them. */
static void place_text(struct copying *c, struct doc_node *dst,
                       const struct doc_node *src)
{
    struct arena *a = c->d->arena;
    struct expanded_fault *faults = NULL;
    const struct field *alone;
    struct str text = src->text;
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
    alone = body_field_alone(c->in, text);
    text = expand(c, dst, text, src->at, takes_mark(c, dst) ? &faults : NULL);
    place_words(c, dst, text, faults, alone == NULL ? src->at : alone->at);
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

/* Where no note can follow, there is no mark either. */
static void place_mark(struct copying *c, struct doc_node *dst,
                       const struct doc_node *src)
{
    struct pending *p;
    struct doc_node *mark;

    if (!takes_notes(c))
        return;
    p = arena_alloc(c->d->arena, 1, sizeof(*p));
    mark = doc_add(c->d, dst, DOC_NOTE_MARK);
    if (p == NULL || mark == NULL)
        return;
    p->note = find_note(src);
    p->id = arena_printf(c->d->arena, NOTE_ID, (unsigned)++c->d->notes).ptr;
    p->table = c->scope.table;
    p->row = c->scope.row;
    mark->at = src->at;
    mark->u.target = p->id;
    if (p->note != NULL)
        add_pending(c, p);
}

/* Whether a note can be the next thing in DST: not among inlines. */
static bool takes_note(const struct doc_node *dst)
{
    return doc_kind_may_contain((enum doc_kind)dst->kind, DOC_NOTE) &&
           dst->last != NULL &&
           !doc_kind_is_inline((enum doc_kind)dst->last->kind);
}

static struct doc_node *copy_node(struct copying *c, struct doc_node *dst,
                                  const struct doc_node *src)
{
    struct doc_node *n = doc_new(c->d->arena, (enum doc_kind)src->kind);

    if (n == NULL)
        return NULL;
    *n = *src;
    n->parent = dst; /* not yet among its children: see finish() */
    n->next = NULL;
    n->first = NULL;
    n->last = NULL;
    n->conditions = NULL;
    return n;
}

static void start_note(struct copying *c)
{
    struct pending *p = c->first;
    struct doc_node *n;
    struct copy_level *f = NULL;

    c->first = p->next;
    if (c->first == NULL)
        c->last = NULL;
    if (p->fault != NULL) {
        doc_append(top(c)->dst, p->fault);
        return;
    }
    n = copy_node(c, top(c)->dst, p->note);
    if (n == NULL)
        return;
    n->id = p->id;
    n->u.series = c->in->template_used->note_series;
    f = push(c, n, p->note->first, p->note->at);
    if (f == NULL)
        return;
    f->from = p->note;
    c->scope.table = p->table;
    c->scope.row = p->row;
}

/* What a node becomes where it now stands. */
static void settle(const struct copying *c, struct doc_node *n)
{
    const struct doc_node *parent = n->parent;

    if (n->kind == DOC_HEADING &&
        !doc_kind_may_contain((enum doc_kind)parent->kind, DOC_HEADING)) {
        n->kind = DOC_PARAGRAPH; /* "# heading" in a cell of prose */
        n->keep_next = false;
        n->level = 0;
    } else if (n->kind == DOC_HEADING && n->role != ROLE_TITLE) {
        const int level = c->in->level + n->level;

        n->level = (uint8_t)(level > HEADING_LEVELS ? HEADING_LEVELS : level);
        n->keep_next = true;
    } else if (n->kind == DOC_PARAGRAPH && parent == c->base &&
               parent->kind == DOC_SECTION && c->in->section != NULL) {
        n->u.series = c->in->section->paragraph_series;
    }
}

static void add_waiting(struct waiting_calls *all, struct waiting_call *w)
{
    if (all->last == NULL)
        all->first = w;
    else
        all->last->next = w;
    all->last = w;
}

static void place_call(struct copying *c, struct doc_node *dst,
                       const struct doc_node *src)
{
    struct waiting_calls *all = c->in->waiting;
    struct waiting_call *w = arena_alloc(c->d->arena, 1, sizeof(*w));

    if (w == NULL)
        return;
    w->d = c->d;
    w->place = copy_node(c, dst, src);
    w->in = *c->in;
    w->in.wording = wording_in(c, dst);
    if (src->lang != NULL)
        w->in.wording = generate_wording_of(c->in, src->lang);
    doc_append(dst, w->place);
    add_waiting(all, w);
}

/* What SRC would use, were its condition true or were there rows to repeat it
   for. Once is enough. */
static void try_left_out(struct copying *c, const struct doc_node *src)
{
    struct arena *a = &c->in->trial->arena;
    struct doc_conditions *conditions;
    struct waiting_call *w;
    struct doc_node *n;

    if (used_as(c->in->used, src) != 0)
        return;
    used_mark(c->in->used, src, USE_NAMED);
    w = arena_alloc(a, 1, sizeof(*w));
    conditions = arena_alloc(a, 1, sizeof(*conditions));
    n = doc_new(a, (enum doc_kind)src->kind);
    if (w == NULL || conditions == NULL || n == NULL)
        return;
    *n = *src;
    n->next = NULL;
    *conditions = *src->conditions;
    conditions->each = (struct str){NULL, 0};
    n->conditions = conditions;
    w->d = &c->in->trial->doc;
    w->left_out = doc_new(a, DOC_FRAGMENT);
    w->in = generate_trial(c->in);
    w->in.row_table = c->scope.table;
    w->in.row = c->scope.row;
    if (w->left_out == NULL)
        return;
    w->left_out->first = n;
    add_waiting(c->in->waiting, w);
}

/* Whether the condition of SRC, if it has one, holds; in a trial, whether it
   may. */
static bool holds(struct copying *c, const struct doc_node *src)
{
    const struct doc_conditions *x = src->conditions;

    if (x == NULL || x->when.len == 0 ||
        expression_true(c->d->arena, x->when, x->when_at, &c->scope,
                        c->in->findings))
        return true;
    if (expression_is_fixed(&c->in->trial->arena, x->when))
        return false;
    if (!c->in->trying)
        try_left_out(c, src);
    return c->in->trying;
}

/* What a BLOCK holds takes its place; so do words that are marked for their
   condition alone. */
static void place_block(struct copying *c, struct doc_node *dst,
                        const struct doc_node *src)
{
    struct copy_level *f = push_inside(c, dst, src->first, src->at);

    if (f == NULL)
        return;
    f->from = src;
    f->spliced = true;
    f->before = dst->last;
    if (src->audience == AUDIENCE_INTERNAL)
        f->audience = AUDIENCE_INTERNAL;
    if (src->lang != NULL)
        f->lang = src->lang;
}

/* The template's own words, where the report is in another language. */
static void mark_language(const struct copying *c, struct doc_node *n)
{
    if (c->in->template_lang == NULL || !c->in->of_template || n->lang != NULL)
        return;
    if (n->kind == DOC_FIELD_VALUE)
        n->lang = c->d->lang; /* it is the report's */
    else if (n->parent == c->base && n->role != ROLE_TITLE)
        n->lang = c->in->template_lang;
}

/* What N says beside the words that it holds. */
static void fill(struct copying *c, struct doc_node *n,
                 const struct doc_node *src)
{
    if (top(c)->audience == AUDIENCE_INTERNAL ||
        body_names_internal(c->in, src))
        n->audience = AUDIENCE_INTERNAL;
    if (n->lang == NULL)
        n->lang = top(c)->lang;
    if (n->kind == DOC_PICTURE)
        n->text = expand(c, n->parent, n->text, n->at, NULL);
    if (n->kind == DOC_PAGE_NUMBER || n->kind == DOC_PAGE_COUNT)
        body_first_page(c->in, c->d, n,
                        expand(c, n->parent, body_first_name(c->d, src->text),
                               n->at, NULL));
    if (n->kind == DOC_LINK)
        n->u.target =
            arena_cstr(c->d->arena,
                       expand(c, n->parent, str_of(n->u.target), n->at, NULL));
}

static void place(struct copying *c, struct doc_node *dst,
                  const struct doc_node *src)
{
    struct doc_node *n;
    struct copy_level *f;

    c->scope.audience = src->audience == AUDIENCE_INTERNAL
                            ? AUDIENCE_INTERNAL
                            : audience_in(c, dst);
    c->scope.wording = wording_in(c, dst);
    if (!holds(c, src)) {
        if (dst->kind == DOC_SIDES) /* its place stays */
            doc_append(dst, copy_node(c, dst, src));
        return;
    }
    switch (src->kind) {
    case DOC_BLOCK: place_block(c, dst, src); return;
    case DOC_SPAN:
        if (src->lang != NULL)
            break;
        place_block(c, dst, src);
        return;
    case DOC_NOTE: return; /* its mark brings it */
    case DOC_TEXT: place_text(c, dst, src); return;
    case DOC_NOTE_MARK: place_mark(c, dst, src); return;
    case DOC_GENERATOR_CALL: place_call(c, dst, src); return;
    default: break;
    }
    n = copy_node(c, dst, src);
    if (n == NULL || !body_settle(c->in, c->d, c->base, n))
        return;
    fill(c, n, src);
    mark_language(c, n);
    settle(c, n);
    f = push(c, n, src->first, src->at);
    if (f != NULL)
        f->from = src;
}

/* The first row from ROW on that is repeated for: a plain one, as count()
   counts them. */
static size_t entry_from(const struct table *t, size_t row)
{
    while (row < t->nrows && !row_is_plain(t->row_roles[row]))
        row++;
    return row;
}

/* How often something stands there tells how many rows there are. */
static bool may_repeat(const struct copying *c, const struct doc_node *src,
                       const struct data *data)
{
    struct position p;

    if (data->audience == AUDIENCE_PUBLIC ||
        src->audience == AUDIENCE_INTERNAL ||
        generate_audience(c->in, c->stack[c->depth - 1].dst) ==
            AUDIENCE_INTERNAL)
        return true;
    source_locate(data->at, &p);
    finding(c->in->findings, FINDING_EXEMPT, src->conditions->each_at,
            "`%s` is internal (%s:%u:%u), and what is repeated for its rows is "
            "published",
            data->id, data->at.source == NULL ? "" : data->at.source->name,
            (unsigned)p.line, (unsigned)p.column);
    return false;
}

static void start_repeat(struct copying *c, const struct doc_node *src)
{
    const struct doc_conditions *each = src->conditions;
    const struct listed rows =
        listed_find(c->in, c->d, each->each, each->each_at);
    struct copy_level *f;

    used_mark(c->in->used, rows.data, USE_NAMED);
    if (rows.table == NULL ||
        (rows.data != NULL && !may_repeat(c, src, rows.data)))
        return;
    for (size_t i = 0; rows.things != NULL && i < rows.table->nrows; i++)
        generate_mark(c->in, rows.things[i]);
    f = push_inside(c, top(c)->dst, src, src->at);
    if (f == NULL)
        return;
    f->each = rows.table;
    f->audiences = rows.audiences;
    f->next_row = entry_from(rows.table, 0);
    if (f->next_row < f->each->nrows || c->in->trying)
        return;
    c->scope.table = f->each;
    c->scope.row = f->each->nrows;
    try_left_out(c, src);
}

/* Rows for each row for each row soon are more than there is memory: who asks
   for them is told where, long before. */
static bool is_too_often(struct copying *c, const struct copy_level *f)
{
    if (f->table == NULL)
        return false;
    if (c->in->waiting->repeated++ < REPEATS_MAX)
        return false;
    if (c->in->waiting->repeated == REPEATS_MAX + 1)
        finding(c->in->findings, FINDING_LIMIT, f->src->conditions->each_at,
                "this is repeated for each row inside what is repeated for "
                "each row, more than %d times in all",
                REPEATS_MAX);
    return true;
}

static void next_repeat(struct copying *c)
{
    struct copy_level *f = top(c);

    if (f->next_row == f->each->nrows || is_too_often(c, f)) {
        pop(c);
        return;
    }
    c->scope.table = f->each;
    c->scope.row = f->next_row;
    if (f->audiences != NULL)
        f->audience = f->audiences[f->next_row] == AUDIENCE_INTERNAL ||
                              f[-1].audience == AUDIENCE_INTERNAL
                          ? AUDIENCE_INTERNAL
                          : AUDIENCE_PUBLIC;
    f->next_row = entry_from(f->each, f->next_row + 1);
    place(c, f->dst, f->src);
}

static void next_sibling(struct copying *c)
{
    struct copy_level *f = top(c);
    const struct doc_node *src = f->src;

    f->src = src->next;
    while (src->kind == DOC_TEXT && f->src != NULL && f->src->kind == DOC_TEXT)
        f->src = f->src->next;
    if (src->conditions != NULL && src->conditions->each.len > 0)
        start_repeat(c, src);
    else
        place(c, f->dst, src);
}

void generate_prose(const struct generator_in *in, struct doc *d,
                    struct doc_node *parent, const struct doc_node *fragment)
{
    struct copy_level stack[DOC_DEPTH_MAX]; /* beside c, which is zeroed */
    struct copying c = {
        .in = in,
        .d = d,
        .stack = stack,
        .base = parent,
        .scope = {.figures = in->figures,
                  .table = in->row_table,
                  .row = in->row,
                  .used = in->used},
    };

    if (parent == NULL || fragment == NULL)
        return;
    push(&c, parent, fragment->first, fragment->at);
    while (c.depth > 0 && doc_status(d) == ST_OK) {
        const struct copy_level *f = top(&c);

        if (c.first != NULL && takes_note(f->dst))
            start_note(&c);
        else if (f->each != NULL)
            next_repeat(&c);
        else if (f->src != NULL)
            next_sibling(&c);
        else
            finish(&c);
    }
}

/* The prose that the report gives for this section. */
void generate_narrative(const struct generator_in *in, struct doc *d,
                        struct doc_node *section)
{
    if (in->section_given == NULL)
        return;
    generate_mark(in, in->section_given);
    generate_prose(in, d, section, in->section_given->prose);
}
