#include "core/model/template.h"

const struct template *format_template(const struct format *f, struct str id)
{
    for (size_t i = 0; i < f->ntemplates; i++) {
        if (str_is(id, f->templates[i]->id))
            return f->templates[i];
    }
    return NULL;
}

const struct kind *format_kind(const struct format *f, struct str id)
{
    for (size_t i = 0; i < f->nkinds; i++) {
        if (str_is(id, f->kinds[i]->id))
            return f->kinds[i];
    }
    return NULL;
}

const struct doc_series *template_series(const struct template *t,
                                         struct str id)
{
    for (size_t i = 0; i < t->nseries; i++) {
        if (str_is(id, t->series[i].id))
            return &t->series[i];
    }
    return NULL;
}
