#include "input/xml/xml_vocabulary.h"

#include <assert.h>

size_t xml_vocabulary_index(const struct xml_vocabulary *v,
                            const struct xml_element *element)
{
    size_t i = 0;

    while (i < v->count && v->elements[i] != element)
        i++;
    return i;
}

static void reach(struct xml_vocabulary *v, const struct xml_element *element)
{
    if (xml_vocabulary_index(v, element) < v->count)
        return;
    assert(v->count < XML_ELEMENTS_MAX);
    v->elements[v->count++] = element;
}

void xml_vocabulary_of(const struct xml_element *root, struct xml_vocabulary *v)
{
    v->count = 0;
    reach(v, root);
    for (size_t i = 0; i < v->count; i++) {
        for (size_t k = 0; k < v->elements[i]->nchildren; k++)
            reach(v, v->elements[i]->children[k].element);
    }
}
