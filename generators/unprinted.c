#include "generators/report_tree.h"

/* What a report may give that only a certain generator prints. */
struct given {
    const char *generator;
    const char *what;
    size_t count;
    struct place at;
};

static bool calls(const struct template_block *blocks, size_t nblocks,
                  const char *generator)
{
    for (size_t i = 0; i < nblocks; i++) {
        if (blocks[i].type == BLOCK_GENERATE &&
            str_is(str_of(generator), blocks[i].call->with))
            return true;
    }
    return false;
}

static bool sections_call(const struct template_section *sections, size_t n,
                          const char *generator)
{
    for (size_t i = 0; i < n; i++) {
        if (calls(sections[i].blocks, sections[i].nblocks, generator))
            return true;
    }
    return false;
}

static bool template_calls(const struct template *t, const char *generator)
{
    if (calls(t->sign_off, t->nsign_off, generator) ||
        sections_call(t->sections, t->nsections, generator))
        return true;
    for (size_t i = 0; i < t->nparts; i++) {
        if (sections_call(t->parts[i].sections, t->parts[i].nsections,
                          generator))
            return true;
    }
    return false;
}

/* Appendices with prose are printed in any case, but nothing names them. */
void generate_unprinted(const struct generator_in *in)
{
    const struct report *r = in->report;
    const struct given given[] = {
        {"recommendations", "recommendations", r->nrecommendations,
         r->recommendations_at},
        {"background-papers", "background papers", r->npapers,
         r->npapers == 0 ? NOWHERE : r->papers[0].at},
        {"appendices", "appendices", r->nappendices,
         r->nappendices == 0 ? NOWHERE : r->appendices[0].at},
    };

    for (size_t i = 0; i < sizeof(given) / sizeof(given[0]); i++) {
        if (given[i].count == 0 ||
            template_calls(in->template_used, given[i].generator))
            continue;
        finding(in->findings, FINDING_BAD_ELEMENT, given[i].at,
                "the template `%s` prints no %s", in->template_used->id,
                given[i].what);
        finding_hint(in->findings,
                     "remove them, or add <generate with=\"%s\"/> to the "
                     "template",
                     given[i].generator);
    }
}
