#include "generators/generator_rows.h"
#include "generators/generator_tools.h"

/* The appendices by label and title; those with prose of their own follow
   the report: generate_appendix_sections(). */
void generate_appendices(const struct generator_in *in, struct doc *d,
                         struct doc_node *section)
{
    const struct report *r = in->report;
    struct doc_node *list;

    if (r->nappendices == 0)
        return;
    list = doc_add(d, section, DOC_LIST);
    if (list == NULL)
        return;
    list->u.series = generate_series(in);
    for (size_t i = 0; i < r->nappendices; i++) {
        generate_paper(in, d, list, &r->appendices[i]);
        if (list->last != NULL)
            list->last->id = generate_appendix_id(d, r, i);
    }
}
