#include "tests/support/sample_parts.h"

void sample_label(struct doc *d, struct doc_node *node, const char *label)
{
    struct doc_node *l = doc_new(d->arena, DOC_LABEL);

    doc_text(d, l, str_of(label));
    doc_insert_first(node, l);
}

struct doc_node *sample_text(struct doc *d, struct doc_node *parent,
                             const char *words)
{
    return doc_text(d, parent, str_of(words));
}

struct doc_node *sample_inline(struct doc *d, struct doc_node *parent,
                               enum doc_kind kind, const char *words)
{
    struct doc_node *n = doc_add(d, parent, kind);

    sample_text(d, n, words);
    return n;
}

void sample_link(struct doc *d, struct doc_node *parent, enum doc_kind kind,
                 const char *target, const char *words)
{
    struct doc_node *n = sample_inline(d, parent, kind, words);

    if (n != NULL)
        n->u.target = target;
}

struct doc_node *sample_role(struct doc_node *n, enum doc_role role)
{
    if (n != NULL)
        n->role = (uint8_t)role;
    return n;
}

struct doc_node *sample_id(struct doc_node *n, const char *id)
{
    if (n != NULL)
        n->id = id;
    return n;
}

struct doc_node *sample_list(struct doc *d, struct doc_node *parent,
                             const struct label_series *series)
{
    struct doc_node *l = doc_add(d, parent, DOC_LIST);

    if (l != NULL)
        l->u.series = series;
    return l;
}

struct doc_node *sample_item(struct doc *d, struct doc_node *parent,
                             const char *label, const char *words)
{
    struct doc_node *i = doc_add(d, parent, DOC_ITEM);

    if (words != NULL)
        sample_text(d, i, words);
    sample_label(d, i, label);
    return i;
}

struct doc_node *sample_field(struct doc *d, struct doc_node *parent,
                              const char *name, const char *value)
{
    struct doc_node *f = doc_add(d, parent, DOC_FIELD);
    struct doc_node *v;

    sample_inline(d, f, DOC_FIELD_NAME, name);
    v = doc_add(d, f, DOC_FIELD_VALUE);
    if (value != NULL)
        sample_text(d, v, value);
    return v;
}

struct doc_node *sample_row(struct doc *d, struct doc_node *group,
                            enum doc_role role, const char *const *cells,
                            size_t ncells, enum doc_scope scope)
{
    struct doc_node *r = sample_role(doc_add(d, group, DOC_ROW), role);

    for (size_t i = 0; i < ncells; i++) {
        const bool header_cell = scope == SCOPE_COLUMN || i == 0;

        doc_cell(d, r,
                 !header_cell            ? SCOPE_NONE
                 : scope == SCOPE_COLUMN ? SCOPE_COLUMN
                                         : SCOPE_ROW,
                 str_of(cells[i]));
    }
    return r;
}

struct doc_node *sample_group(struct doc *d, struct doc_node *table,
                              enum doc_group level)
{
    struct doc_node *g = doc_add(d, table, DOC_ROW_GROUP);

    if (g != NULL)
        g->level = (uint8_t)level;
    return g;
}

struct doc_node *sample_table(struct doc *d, struct doc_node *parent,
                              const struct doc_table *model,
                              const char *caption)
{
    struct doc_node *t = doc_add(d, parent, DOC_TABLE);

    if (t != NULL)
        t->u.table = model;
    sample_inline(d, t, DOC_CAPTION, caption);
    return t;
}
