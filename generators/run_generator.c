#include "generators/run_generator.h"
#include "generators/generator_rows.h"
#include "generators/generator_table.h"
#include "generators/generator_tools.h"
#include "generators/printed_twice.h"
#include "generators/prose.h"

#define ARGUMENTS_MAX 16 /* of a generator, for a message */

static bool takes(const struct generator *g, const char *argument)
{
    for (size_t i = 0; g->arguments[i].name != NULL; i++) {
        if (str_is(str_of(argument), g->arguments[i].name))
            return true;
    }
    return false;
}

static void refuse_argument(const struct generator_in *in,
                            const struct generator *g,
                            const struct generator_argument *a)
{
    struct str names[ARGUMENTS_MAX];
    size_t n = 0;

    for (; g->arguments[n].name != NULL && n < ARGUMENTS_MAX; n++)
        names[n] = str_of(g->arguments[n].name);
    finding(in->findings, FINDING_BAD_ATTRIBUTE, a->at,
            "the generator `%s` takes no `%s`", g->name, a->name);
    if (n > 0)
        finding_nearest(in->findings, str_of(a->name), names, n);
    else
        finding_hint(in->findings, "it takes no arguments of its own");
}

/* What prints no table has no columns to draw in. */
static void check_columns(const struct generator_in *in,
                          const struct generator *g)
{
    const struct generator_call *s = in->call;

    if (s->ncolumns == 0 || g->make == generate_table ||
        g->make == generate_budget_lines)
        return;
    finding(in->findings, FINDING_BAD_ELEMENT, s->columns[0].at,
            "the generator `%s` prints no table whose columns could be drawn",
            g->name);
    finding_hint(in->findings, "draw them in a <table> without with=, or take "
                               "<column> out");
}

/* What a format misspells is said even where no report of today prints it. */
static void check_names(const struct generator_in *in,
                        const struct generator *g)
{
    const struct generator_call *s = in->call;
    struct generator_in heard = *in;

    if (in->trying)
        heard.findings = in->trial->heard;
    for (size_t i = 0; i < s->narguments; i++) {
        if (!takes(g, s->arguments[i].name))
            refuse_argument(&heard, g, &s->arguments[i]);
    }
}

static void say_missing(const struct generator_in *in)
{
    struct generator_in heard = *in;

    if (in->trying)
        heard.findings = in->trial->heard;
    generate_missing_data(&heard, str_of(in->call->data), in->call->data_at);
}

static void check_arguments(const struct generator_in *in,
                            const struct generator *g, struct place at)
{
    const struct generator_call *s = in->call;

    check_names(in, g);
    if (g->needs_data && s->data == NULL) {
        finding(in->findings, FINDING_MISSING, at,
                "the generator `%s` needs data", g->name);
        finding_hint(in->findings, "say which by data=\"...\"");
    }
    check_columns(in, g);
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

/* A picture of nothing, a table of hidden columns: somebody expects it. */
static void refuse_nothing(const struct generator_in *in,
                           const struct generator *g)
{
    finding(in->findings, FINDING_MISSING, in->at,
            "the generator `%s` prints nothing of %s", g->name, in->data->file);
    finding_hint(in->findings, "take it out here, or ask for another: %s",
                 g->sentence);
}

static void make(const struct generator_in *in, const struct generator *g,
                 struct doc *d, struct doc_node *parent)
{
    struct doc_node *const before = parent == NULL ? NULL : parent->last;
    const size_t errors = in->findings->errors;

    generate_mark(in, in->data);
    g->make(in, d, parent);
    if (parent != NULL && parent->last != before)
        printed_twice(in, g, d, parent,
                      before == NULL ? parent->first : before->next);
    if (g->needs_data && parent != NULL && parent->last == before &&
        in->findings->errors == errors && doc_status(d) == ST_OK)
        refuse_nothing(in, g);
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
    with.of_template = false;
    with.call = call;
    with.at = at;
    with.form = g->form;
    with.data =
        call->data == NULL ? NULL : report_data(in->report, str_of(call->data));
    check_arguments(&with, g, at);
    if (call->data != NULL && with.data == NULL)
        say_missing(&with);
    if (g->needs_data && with.data != NULL && with.data->table == NULL) {
        generate_mark(in, with.data);
        in->waiting->unread++;
    } else if (!g->needs_data || with.data != NULL) {
        make(&with, g, d, parent);
    }
}

bool generators_print_alike(const char *a, const char *b)
{
    const struct generator *x = generator_find(str_of(a));
    const struct generator *y = generator_find(str_of(b));

    return x != NULL && y != NULL && x->make == y->make;
}

bool generator_placed_by_author(const struct generator_in *in,
                                const struct generator_call *call)
{
    const struct report_section *given = in->section_given;
    struct doc_walk w;

    if (call->data == NULL || given == NULL || given->prose == NULL ||
        given->audience == AUDIENCE_INTERNAL)
        return false;
    w = doc_walk(given->prose);
    while (doc_walk_next(&w)) {
        const struct doc_node *n = w.node;

        if (!w.entering)
            continue;
        if (doc_conditions(n) != NULL || n->audience == AUDIENCE_INTERNAL ||
            n->medium != MEDIUM_BOTH) {
            doc_walk_skip(&w);
            continue;
        }
        if (n->kind == DOC_GENERATOR_CALL && n->u.call->data != NULL &&
            str_is(str_of(call->data), n->u.call->data) &&
            generators_print_alike(call->with, n->u.call->with))
            return true;
    }
    return false;
}

/* What was made for PLACE follows it, and takes its properties. */
static void put_after(struct doc_node *place, struct doc_node *made)
{
    struct doc_node *after = place;

    if (made != NULL && made->id == NULL)
        made->id = place->id;
    while (made != NULL) {
        struct doc_node *next = made->next;

        if (place->medium != MEDIUM_BOTH)
            made->medium = place->medium;
        if (made->lang == NULL)
            made->lang = place->lang;
        made->unnumbered = made->unnumbered || place->unnumbered;
        if (place->audience == AUDIENCE_INTERNAL)
            made->audience = AUDIENCE_INTERNAL;
        doc_insert_after(after, made);
        after = made;
        made = next;
    }
}

/* Blocks are made in a copy of the place's parent that holds nothing else. */
static void fill(const struct waiting_call *w)
{
    struct doc_node *place = w->place;
    struct doc_node *parent = doc_new(w->d->arena, DOC_FRAGMENT);
    struct generator_in in = w->in;

    if (parent == NULL || place == NULL || place->parent == NULL)
        return;
    doc_say_same(parent, place->parent);
    parent->first = NULL;
    parent->last = NULL;
    if (w->in.of_template && generator_placed_by_author(&w->in, place->u.call))
        return;
    in.medium = place->medium;
    run_generator(&in, w->d, parent, place->u.call, place->at);
    place->parent->role = parent->role;
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

void run_waiting(const struct generator_in *in)
{
    struct waiting_calls *all = in->waiting;

    for (const struct waiting_call *w = all->first;
         w != NULL && doc_status(w->d) == ST_OK; w = w->next) {
        if (w->left_out == NULL)
            fill(w);
        else
            generate_prose(&w->in, w->d, w->d->root, w->left_out);
    }
    for (const struct waiting_call *w = all->first; w != NULL; w = w->next) {
        if (w->place != NULL && w->place->parent != NULL)
            clear(w->place->parent);
    }
    all->first = NULL;
    all->last = NULL;
}
