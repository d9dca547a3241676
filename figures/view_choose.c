#include "figures/expression_value.h"
#include "figures/view_parts.h"

/* Whether the row at hand holds; false as well when that cannot be said, which
   is a finding. */
static bool holds(struct view_making *m, const struct evaluation *ev)
{
    const struct figure f = expression_of_row(ev);

    if (f.type == FIGURE_NONE)
        view_fail(m);
    return figure_true(m->figures->template_used->wording, &f);
}

static void choose_where(struct view_making *m)
{
    const struct table *t = &m->wide.table;
    const struct view_words where = m->view->where;
    struct scope scope = {.figures = m->figures,
                          .among = t,
                          .among_row = t->nrows,
                          .audience = m->made->audience,
                          .used = &m->figures->used_by_views,
                          .asks = m->of_template};
    struct expression e = {.text = where.text,
                           .around = where.text,
                           .at = where.at,
                           .findings = m->findings};
    bool absent = false;
    const struct evaluation ev = {m->arena,    &e,      &scope,
                                  m->findings, &absent, NULL};

    if (!expression_of_rows(&ev, &e, true)) {
        view_fail(m);
        return;
    }
    /* What is wrong with names and choices is wrong without rows as well. */
    if (t->nrows == 0)
        (void)holds(m, &ev);
    for (size_t r = 0; r < t->nrows && !m->failed; r++) {
        scope.among_row = r;
        m->figures->view_steps++;
        if (row_is_plain(t->row_roles[r]) && holds(m, &ev))
            m->chosen[m->nchosen++] = (uint32_t)r;
    }
}

void view_choose(struct view_making *m)
{
    const struct table *t = &m->wide.table;

    m->chosen = arena_alloc(m->arena, t->nrows, sizeof(*m->chosen));
    if (m->chosen == NULL)
        return;
    if (m->view->where.text.len > 0) {
        choose_where(m);
        return;
    }
    for (size_t r = 0; r < t->nrows; r++) {
        if (row_is_plain(t->row_roles[r]))
            m->chosen[m->nchosen++] = (uint32_t)r;
    }
}
