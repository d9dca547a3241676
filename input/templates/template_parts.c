#include "input/templates/template_parts.h"

const struct xml_node *template_first(const struct template_reading *r,
                                      const struct xml_element *element)
{
    const struct xml_node *found = NULL;

    for (size_t i = 0; i < r->nroots && found == NULL; i++)
        found = xml_first(r->roots[i], element);
    return found;
}

const struct xml_node *template_giving(const struct template_reading *r,
                                       const struct xml_attribute_rule *rule)
{
    for (size_t i = 0; i < r->nroots; i++) {
        if (xml_given(r->roots[i], rule) != NULL)
            return r->roots[i];
    }
    return NULL;
}

struct prose_options template_prose(const struct template_reading *r)
{
    return (struct prose_options){.template_used = r->made,
                                  .list_series = r->made->list_series,
                                  .ordered_series = r->made->ordered_series,
                                  .wording = r->made->wording,
                                  .images = r->images,
                                  .generators = r->generators,
                                  .fact_series = r->fact_series,
                                  .pieces = r->made_pieces.items,
                                  .npieces = r->made_pieces.count};
}
