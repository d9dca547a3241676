#include "core/model/template.h"

const struct choice header_layout_choices[] = {HEADER_LAYOUTS(CHOICE_ROW)
                                                   CHOICE_END};
const struct choice field_type_choices[] = {FIELD_TYPES(CHOICE_ROW) CHOICE_END};
const struct choice field_role_choices[] = {FIELD_ROLES(CHOICE_ROW) CHOICE_END};

const struct template_field *template_field(const struct template *t,
                                            struct str id)
{
    for (size_t i = 0; i < t->nfields; i++) {
        if (str_is(id, t->fields[i].id))
            return &t->fields[i];
    }
    return NULL;
}

const struct str *template_answer(const struct template_field *f,
                                  struct str text, struct place at,
                                  struct findings *findings)
{
    const struct kind_column *c = f->answers;
    const size_t i = kind_column_choice(c, text);
    struct str known = {NULL, 0};

    if (i < c->nchoices)
        return &c->choices[i];
    for (size_t k = 0; k < c->nchoices; k++)
        known = arena_printf(findings->arena, "%.*s%s%.*s", STR_ARG(known),
                             k == 0 ? "" : ", ", STR_ARG(c->choices[k]));
    finding(findings, FINDING_BAD_VALUE, at,
            "`%.*s` is no choice of the header field `%s`: it has %.*s",
            STR_ARG(text), f->id == NULL ? "" : f->id, STR_ARG(known));
    if (str_nearest(text, c->choices, c->nchoices) >= 0)
        finding_nearest(findings, text, c->choices, c->nchoices);
    return NULL;
}

struct str template_sample_words(struct str label, const char *id)
{
    const struct str words = str_trim(label);

    return words.len > 0 ? words : str_of(id);
}

struct str template_sample_list(struct arena *arena, struct str words)
{
    return arena_printf(arena, "%.*s 1; %.*s 2", STR_ARG(words),
                        STR_ARG(words));
}

const struct template_data *template_data(const struct template *t,
                                          struct str id)
{
    for (size_t i = 0; i < t->ndata; i++) {
        if (str_is(id, t->data[i].id))
            return &t->data[i];
    }
    return NULL;
}

bool template_asks_for(const struct template *t, struct str id)
{
    if (template_data(t, id) != NULL)
        return true;
    for (size_t i = 0; i < t->nviews; i++) {
        if (str_is(id, t->views[i].id))
            return true;
    }
    return false;
}

const struct label_series *template_series(const struct template *t,
                                           struct str id)
{
    for (size_t i = 0; i < t->nseries; i++) {
        if (str_is(id, t->series[i].id))
            return &t->series[i];
    }
    return NULL;
}

bool template_has_section(const struct template_section *sections, size_t n,
                          const char *id)
{
    for (size_t i = 0; i < n; i++) {
        if (!sections[i].of_report && str_is(str_of(id), sections[i].id))
            return true;
    }
    return false;
}

void template_hint_removed(const struct template *t, struct str id,
                           struct findings *findings)
{
    const struct template_removed *removed = t->removed;

    while (removed != NULL && !str_eq(removed->id, id))
        removed = removed->next;
    if (removed != NULL)
        finding_hint(findings,
                     "%s, line %u, takes `%.*s` out: change what names it, "
                     "here or by what replaces or removes its section there",
                     removed->at.source->name, (unsigned)removed->at.line,
                     STR_ARG(id));
}
