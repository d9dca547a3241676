#include "generators/generator_tools.h"
#include "generators/prose_copy.h"

struct copy_level *prose_level(struct copying *c)
{
    return &c->stack[c->depth - 1];
}

struct copy_level *prose_level_push(struct copying *c, struct doc_node *dst,
                                    const struct doc_node *src, struct place at)
{
    struct copy_level *f;

    if (c->depth == DOC_DEPTH_MAX) {
        finding(c->in->findings, FINDING_LIMIT, at,
                "this is nested deeper than %d levels", DOC_DEPTH_MAX);
        return NULL;
    }
    f = &c->stack[c->depth++];
    *f = (struct copy_level){.src = src,
                             .dst = dst,
                             .table = c->scope.table,
                             .row = c->scope.row,
                             .turn = c->turn};
    return f;
}

/* The same for what stands where the level now does: it is for nobody whom
   that is not for. */
struct copy_level *prose_level_push_inside(struct copying *c,
                                           struct doc_node *dst,
                                           const struct doc_node *src,
                                           struct place at)
{
    const struct copy_level around =
        c->depth == 0 ? (struct copy_level){.each = NULL} : *prose_level(c);
    struct copy_level *f = prose_level_push(c, dst, src, at);

    if (f == NULL)
        return NULL;
    f->audience = around.audience;
    f->lang = around.lang;
    f->medium = around.medium;
    return f;
}

void prose_level_pop(struct copying *c)
{
    c->scope.table = prose_level(c)->table;
    c->scope.row = prose_level(c)->row;
    c->turn = prose_level(c)->turn;
    c->depth--;
}

const char *prose_language(struct copying *c, const struct doc_node *dst)
{
    return c->depth > 0 && prose_level(c)->lang != NULL ? prose_level(c)->lang
                                                        : doc_language(dst);
}

const struct wording *prose_wording(struct copying *c,
                                    const struct doc_node *dst)
{
    return c->depth > 0 && prose_level(c)->lang != NULL
               ? generate_wording_of(c->in, prose_level(c)->lang)
               : generate_wording(c->in, dst);
}

enum audience prose_audience(struct copying *c, const struct doc_node *dst)
{
    return c->depth > 0 && prose_level(c)->audience == AUDIENCE_INTERNAL
               ? AUDIENCE_INTERNAL
               : generate_audience(c->in, dst);
}

enum doc_medium prose_medium(struct copying *c, const struct doc_node *dst)
{
    return c->depth > 0 && prose_level(c)->medium != MEDIUM_BOTH
               ? prose_level(c)->medium
               : generate_medium(c->in, dst);
}

struct doc_node *prose_copy_node(struct copying *c, struct doc_node *dst,
                                 const struct doc_node *src)
{
    struct doc_node *n = doc_new(c->d->arena, (enum doc_kind)src->kind);

    if (n == NULL)
        return NULL;
    doc_say_same(n, src);
    n->parent = dst; /* not yet among its children: see finish() */
    n->next = NULL;
    n->first = NULL;
    n->last = NULL;
    n->id = doc_turned(c->d, src->id, c->turn);
    if (n->kind == DOC_REFERENCE)
        n->u.target = doc_turned(c->d, src->u.target, c->turn);
    return n;
}

/* TEXT, at AT, as it is printed in DST, and the figures that want a note. */
struct str prose_expand(struct copying *c, const struct doc_node *dst,
                        struct str text, struct place at,
                        struct expanded_fault **faults)
{
    if (faults != NULL)
        *faults = NULL;
    if (str_find_char(text, '{') == text.len)
        return text;
    c->scope.audience = prose_audience(c, dst);
    c->scope.medium = prose_medium(c, dst);
    c->scope.wording = prose_wording(c, dst);
    c->scope.lang = prose_language(c, dst);
    return expression_expand(c->d->arena, text, at, &c->scope, c->in->findings,
                             faults);
}
