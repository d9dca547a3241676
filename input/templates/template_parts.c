#include "input/templates/template_parts.h"

const struct xml_node *template_child(const struct template_reading *r,
                                      const char *name)
{
    const struct xml_node *found = NULL;

    for (size_t i = 0; i < r->nroots && found == NULL; i++)
        found = xml_child(r->roots[i], name);
    return found;
}

const struct xml_node *template_attribute(const struct template_reading *r,
                                          const char *name)
{
    for (size_t i = 0; i < r->nroots; i++) {
        if (xml_attribute(r->roots[i], name) != NULL)
            return r->roots[i];
    }
    return NULL;
}

void template_unknown(const struct template_reading *r,
                      const struct xml_node *node, const char *name,
                      const char *what, const struct str *known, size_t nknown)
{
    const struct str value = xml_get(node, name);

    finding(r->xml->findings, FINDING_UNKNOWN_NAME, xml_value_place(node, name),
            "there is no %s `%.*s`", what, STR_ARG(value));
    finding_nearest(r->xml->findings, value, known, nknown);
}

struct prose_options template_prose(const struct template_reading *r)
{
    return (struct prose_options){.template_used = r->made,
                                  .list_series = r->made->list_series,
                                  .ordered_series = r->made->ordered_series,
                                  .wording = r->made->wording,
                                  .images = r->images};
}
