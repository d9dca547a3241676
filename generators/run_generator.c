#include "generators/run_generator.h"
#include "generators/generator_table.h"

static bool takes(const struct generator *g, const char *argument)
{
    for (size_t i = 0; g->arguments[i].name != NULL; i++) {
        if (str_is(str_of(argument), g->arguments[i].name))
            return true;
    }
    return false;
}

static void check_arguments(const struct generator_in *in,
                            const struct generator *g, struct place at)
{
    const struct generator_call *s = in->call;

    for (size_t i = 0; i < s->narguments; i++) {
        if (!takes(g, s->arguments[i].name))
            finding(in->findings, FINDING_BAD_ATTRIBUTE, s->arguments[i].at,
                    "the generator `%s` takes no `%s`", g->name,
                    s->arguments[i].name);
    }
    if (g->needs_data && s->data == NULL)
        finding(in->findings, FINDING_MISSING, at,
                "the generator `%s` needs data", g->name);
}

/* A table that the report itself asks for, from data that it does not have. */
static void refuse_data(const struct generator_in *in,
                        const struct generator_call *call, struct place at)
{
    const struct report *r = in->report;
    struct str *known =
        arena_alloc(in->findings->arena, r->ndata, sizeof(*known));

    finding(in->findings, FINDING_UNKNOWN_NAME, at,
            "there is no data called `%s`", call->data);
    for (size_t i = 0; known != NULL && i < r->ndata; i++)
        known[i] = str_of(r->data[i].id);
    if (known != NULL)
        finding_nearest(in->findings, str_of(call->data), known, r->ndata);
}

static void refuse_name(const struct generator_in *in, const char *name,
                        struct place at)
{
    const struct generator_names known = generator_names();

    if (finding(in->findings, FINDING_UNKNOWN_NAME, at,
                "there is no generator `%s`", name) != NULL)
        finding_nearest(in->findings, str_of(name), known.names, known.count);
}

/* The prose that asks for G is printed by G: it would have no end. */
static bool refuse_inside_itself(const struct generator_in *in,
                                 const struct generator *g, struct place at)
{
    const struct working_generator *w = in->at_work;

    while (w != NULL && w->generator != g)
        w = w->inside;
    if (w == NULL)
        return false;
    finding(in->findings, FINDING_BAD_ELEMENT, at,
            "the generator `%s` is asked for in what it prints itself: that "
            "would have no end",
            g->name);
    finding_hint(in->findings, "take it out here");
    return true;
}

void run_generator(const struct generator_in *in, struct doc *d,
                   struct doc_node *parent, const struct generator_call *call,
                   struct place at)
{
    const struct generator *g = generator_find(str_of(call->with));
    struct working_generator *at_work;
    struct generator_in with = *in;

    if (g == NULL) {
        refuse_name(in, call->with, at);
        return;
    }
    if (refuse_inside_itself(in, g, at))
        return;
    at_work = arena_alloc(d->arena, 1, sizeof(*at_work));
    if (at_work == NULL)
        return;
    *at_work = (struct working_generator){g, in->at_work};
    with.at_work = at_work;
    with.call = call;
    with.form = g->form;
    with.data =
        call->data == NULL ? NULL : report_data(in->report, str_of(call->data));
    check_arguments(&with, g, at);
    if (call->data != NULL && with.data == NULL &&
        at.source == in->report->source)
        refuse_data(in, call, at);
    /* Data that a template asks for and a report does not have is nothing to
       say: whether that is wrong depends on the section. */
    if (!g->needs_data || (with.data != NULL && with.data->table != NULL))
        g->make(&with, d, parent);
}

/* What was made for PLACE follows it, and takes its properties. */
static void put_after(struct doc_node *place, struct doc_node *made)
{
    struct doc_node *after = place;

    if (made != NULL && made->id == NULL)
        made->id = place->id;
    if (made != NULL && place->lang != NULL)
        made->lang = place->lang;
    while (made != NULL) {
        struct doc_node *next = made->next;

        made->medium = place->medium;
        made->unnumbered = made->unnumbered || place->unnumbered;
        if (place->audience == AUDIENCE_INTERNAL)
            made->audience = AUDIENCE_INTERNAL;
        doc_insert_after(after, made);
        after = made;
        made = next;
    }
}

/* Blocks are made in a copy of the place's parent that holds nothing else. */
static void fill(const struct waiting_call *w, struct doc *d)
{
    struct doc_node *place = w->place;
    struct doc_node *parent = doc_new(d->arena, DOC_FRAGMENT);

    if (parent == NULL || place == NULL || place->parent == NULL)
        return;
    *parent = *place->parent;
    parent->first = NULL;
    parent->last = NULL;
    run_generator(&w->in, d, parent, place->u.call, place->at);
    put_after(place, parent->first);
}

/* Takes all places out of PARENT at once: one by one, many would take long. */
static void clear(struct doc_node *parent)
{
    struct doc_node *n = parent->first;

    parent->first = NULL;
    parent->last = NULL;
    while (n != NULL) {
        struct doc_node *next = n->next;

        if (n->kind == DOC_GENERATOR_CALL)
            n->parent = NULL;
        else
            doc_append(parent, n);
        n = next;
    }
}

void run_waiting(const struct generator_in *in, struct doc *d)
{
    struct waiting_calls *all = in->waiting;

    for (const struct waiting_call *w = all->first;
         w != NULL && doc_status(d) == ST_OK; w = w->next)
        fill(w, d);
    for (const struct waiting_call *w = all->first; w != NULL; w = w->next) {
        if (w->place != NULL && w->place->parent != NULL)
            clear(w->place->parent);
    }
    *all = (struct waiting_calls){NULL, NULL};
}
