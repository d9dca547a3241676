#include "generators/printed_twice.h"
#include "generators/generator_rows.h"
#include "generators/generator_tools.h"

struct printed {
    struct printed *next;
    const struct generator *generator;
    const struct report_section *section; /* whose prose it is */
    const struct generator_call *call;
    struct place at;
    const char *turn; /* of the rows around */
    uint8_t medium;
};

static bool meet(uint8_t a, uint8_t b)
{
    return a == b || a == MEDIUM_BOTH || b == MEDIUM_BOTH;
}

static const struct generator_argument *
argument_of(const struct generator_call *call, const char *name)
{
    const struct generator_in asked = {.call = call};

    return generate_argument(&asked, name);
}

/* Whether what two calls of one generator print is the same, or partly: what
   names no role prints all. */
static bool overlap(const struct printed *a, const struct printed *b)
{
    const struct generator_argument *x = argument_of(a->call, "role");
    const struct generator_argument *y = argument_of(b->call, "role");

    return x == NULL || y == NULL || str_eq(x->value, y->value);
}

/* The same for the same readers; also of one call, which a piece or `each` has
   made several of. */
static bool is_again(const struct printed *a, const struct printed *b)
{
    return a->generator == b->generator && a->section == b->section &&
           meet(a->medium, b->medium) && overlap(a, b);
}

static void say(const struct generator_in *in, const struct printed *before)
{
    const struct str where = source_place_name(in->findings->arena, before->at);

    if (before->section != NULL)
        finding(in->findings, FINDING_PRINTED_TWICE, in->at,
                "the prose of this section is printed twice, here and at %.*s",
                STR_ARG(where));
    else
        finding(in->findings, FINDING_PRINTED_TWICE, in->at,
                "what `%s` prints is printed twice, here and at %.*s",
                before->generator->name, STR_ARG(where));
    finding_hint(in->findings,
                 "take one of them out, or give both a `when` or `medium` by "
                 "which no reader meets both; one that is meant twice stands "
                 "in a <piece>, used twice");
}

/* From N on: what is called by a name is the first of the two. Notes have names
   of their own. */
static void give_up_names(struct doc_node *n)
{
    for (; n != NULL; n = n->next) {
        for (struct doc_node *inner = n; inner != NULL;
             inner = doc_following(n, inner)) {
            if (inner->kind != DOC_NOTE)
                inner->id = NULL;
        }
    }
}

void printed_twice(const struct generator_in *in, const struct generator *g,
                   struct doc *d, const struct doc_node *parent,
                   struct doc_node *made)
{
    struct waiting_calls *all = in->waiting;
    const struct printed *before = all->printed;
    struct printed *now;

    if (in->trying || in->call->data != NULL || g->needs_data ||
        (now = arena_alloc(d->arena, 1, sizeof(*now))) == NULL)
        return;
    *now = (struct printed){
        .next = all->printed,
        .generator = g,
        .section = g->make == generate_narrative ? in->section_given : NULL,
        .call = in->call,
        .at = in->at,
        .turn = in->turn,
        .medium = (uint8_t)generate_medium(in, parent),
    };
    all->printed = now;
    while (before != NULL && !is_again(before, now))
        before = before->next;
    if (before == NULL)
        return;
    if (before->turn == now->turn)
        give_up_names(made);
    if (place_compare(before->at, now->at) != 0)
        say(in, before);
}
