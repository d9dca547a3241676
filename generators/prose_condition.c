#include "core/value/language.h"
#include "generators/generator_rows.h"
#include "generators/generator_tools.h"
#include "generators/prose_copy.h"

static void add_waiting(struct waiting_calls *all, struct waiting_call *w)
{
    if (all->last == NULL)
        all->first = w;
    else
        all->last->next = w;
    all->last = w;
}

/* What is printed of data has words of the wording. */
static void look_at_language(struct copying *c, const struct doc_node *src,
                             const char *lang, const struct wording *w)
{
    if (lang == NULL || src->u.call->data == NULL ||
        language_same(str_of(lang), str_of(w->lang)))
        return;
    finding(c->in->findings, FINDING_LANGUAGE, src->at,
            "there is no wording for `%s`: what stands here is printed in `%s`",
            lang, w->lang);
    finding_hint(c->in->findings, "add wording/%s.xml to a folder of templates",
                 lang);
}

void prose_place_call(struct copying *c, struct doc_node *dst,
                      const struct doc_node *src)
{
    struct waiting_calls *all = c->in->waiting;
    struct waiting_call *w = arena_alloc(c->d->arena, 1, sizeof(*w));

    if (w == NULL)
        return;
    w->d = c->d;
    w->place = prose_copy_node(c, dst, src);
    w->in = *c->in;
    w->in.turn = c->turn;
    w->in.wording = prose_wording(c, dst);
    if (src->lang != NULL)
        w->in.wording = generate_wording_of(c->in, src->lang);
    look_at_language(c, src,
                     src->lang != NULL ? src->lang : prose_language(c, dst),
                     w->in.wording);
    doc_append(dst, w->place);
    add_waiting(all, w);
}

/* What SRC would use, were its condition true or were there rows to repeat it
   for. Once is enough. */
void prose_try_left_out(struct copying *c, const struct doc_node *src)
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
    n = doc_new_like(a, src);
    if (w == NULL || conditions == NULL || n == NULL)
        return;
    n->next = NULL;
    *conditions = *doc_conditions(src);
    conditions->each = (struct str){NULL, 0};
    doc_set_conditions(n, conditions);
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
bool prose_holds(struct copying *c, const struct doc_node *src)
{
    const struct doc_conditions *x = doc_conditions(src);

    if (x == NULL || x->when.len == 0 ||
        expression_true(c->d->arena, x->when, x->when_at, &c->scope,
                        c->in->findings))
        return true;
    if (expression_is_fixed(&c->in->trial->arena, x->when))
        return false;
    if (!c->in->trying)
        prose_try_left_out(c, src);
    return c->in->trying;
}
