#include "generators/generator_tools.h"

static bool takes(const struct generator *g, const char *argument)
{
    for (size_t i = 0; g->arguments != NULL && g->arguments[i] != NULL; i++) {
        if (str_is(str_of(argument), g->arguments[i]))
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

void generate_call(const struct generator_in *in, struct doc *d,
                   struct doc_node *parent, const struct generator_call *call,
                   struct place at)
{
    const struct generator *g = generator_find(str_of(call->with));
    struct generator_in with = *in;

    if (g == NULL) {
        const struct generator_names known = generator_names();

        if (finding(in->findings, FINDING_UNKNOWN_NAME, at,
                    "there is no generator `%s`", call->with) != NULL)
            finding_nearest(in->findings, str_of(call->with), known.names,
                            known.count);
        return;
    }
    with.call = call;
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
