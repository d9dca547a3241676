#include "figures/expression.h"
#include "figures/view_parts.h"

bool view_names_next(struct view_names *n)
{
    const struct str text = n->words.text;
    size_t from;

    while (n->pos < text.len && text.ptr[n->pos] == ' ')
        n->pos++;
    from = n->pos;
    while (n->pos < text.len && text.ptr[n->pos] != ' ')
        n->pos++;
    n->name = str_to(str_from(text, from), n->pos - from);
    n->at = n->name.len == 0 ? n->words.at
                             : source_advance(n->words.at, text, from);
    return n->name.len > 0;
}

size_t view_column_called(const struct table *t, struct str name, size_t from)
{
    const bool has_id = table_column(t, name) < t->ncolumns;
    const int year = has_id ? 0 : financial_year_read(name);
    size_t c = from;

    while (c < t->ncolumns &&
           !(has_id ? str_is(name, t->columns[c].id)
                    : year != 0 && t->columns[c].year == year))
        c++;
    return c;
}

bool view_may_lack(const struct view_making *m, struct str name)
{
    return m->of_template && kind_has_column(m->of->kind, name);
}

void view_unknown_column(struct view_making *m, const struct table *t,
                         const struct view_names *n)
{
    struct list names = list_of(m->arena, sizeof(struct str));

    for (size_t c = 0; c < t->ncolumns; c++) {
        const bool year = t->columns[c].year != 0;
        struct str *name =
            str_of(t->columns[c].id).len == 0 ? NULL : list_add(&names);

        if (name != NULL)
            *name = year ? t->columns[c].heading : str_of(t->columns[c].id);
    }
    finding(m->findings, FINDING_UNKNOWN_NAME, n->at, "%s has no column `%.*s`",
            m->of->file, STR_ARG(n->name));
    finding_nearest(m->findings, n->name, names.items, names.count);
    view_fail(m);
}

void view_fail(struct view_making *m)
{
    m->failed = true;
}

void view_mark(struct view_making *m, size_t wide_column)
{
    used_mark(&m->figures->used_by_views, &m->wide.table.columns[wide_column],
              USE_NAMED);
}

bool view_columns_next(struct view_making *m, const struct table *t,
                       struct view_columns *n)
{
    while (!m->failed) {
        const size_t from = n->named ? n->column + 1 : 0;
        const bool first = !n->named;

        if (first && !view_names_next(&n->names))
            return false;
        n->column = view_column_called(t, n->names.name, from);
        n->named = n->column < t->ncolumns;
        if (n->named)
            return true;
        if (first && !view_may_lack(m, n->names.name))
            view_unknown_column(m, t, &n->names);
    }
    return false;
}

struct str view_heading(struct view_making *m, struct str title,
                        struct place at)
{
    const struct scope scope = {.figures = m->figures,
                                .audience = m->made->audience,
                                .used = &m->figures->used_by_views};

    return expression_expand(m->arena, title, at, &scope, m->findings, NULL);
}
