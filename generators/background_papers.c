#include "generators/generator_rows.h"
#include "generators/generator_tools.h"

void generate_background_papers(const struct generator_in *in, struct doc *d,
                                struct doc_node *section)
{
    const struct report *r = in->report;
    struct doc_node *list;

    if (r->npapers == 0)
        return;
    list = doc_add(d, section, DOC_LIST);
    if (list == NULL)
        return;
    list->u.series = generate_series(in);
    for (size_t i = 0; i < r->npapers; i++)
        generate_paper(in, d, list, &r->papers[i]);
}
