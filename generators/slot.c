#include "generators/helpers.h"

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
    const struct slot *s = in->slot;

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

void generate_slot(const struct generator_in *in, struct doc *d,
                   struct doc_node *parent, const struct slot *slot,
                   struct place at)
{
    const struct generator *g = generator_find(str_of(slot->with));
    struct generator_in with = *in;

    if (g == NULL) {
        const struct generator_names known = generator_names();

        if (finding(in->findings, FINDING_UNKNOWN_NAME, at,
                    "there is no generator `%s`", slot->with) != NULL)
            finding_nearest(in->findings, str_of(slot->with), known.names,
                            known.count);
        return;
    }
    with.slot = slot;
    with.data =
        slot->data == NULL ? NULL : report_data(in->report, str_of(slot->data));
    check_arguments(&with, g, at);
    /* Data that a report does not have is nothing to say: whether that is
       wrong depends on the section. */
    if (!g->needs_data || (with.data != NULL && with.data->table != NULL))
        g->make(&with, d, parent);
}
