#include "generators/data_table_groups.h"

#include "generators/asked_column.h"
#include "generators/generator_tools.h"

#define FIGURES_LEAST 3 /* columns of figures that want the width */
#define ROWS_EACH 2     /* of a group, on average */

static bool is_blank(const struct table *t, size_t r, size_t column)
{
    return table_cell(t, r, column)->state == CELL_BLANK;
}

/* It is printed as it stands, and says nothing about the columns beside it. */
static bool is_plain(const struct data_table *m, size_t column)
{
    const struct column *c = &m->table->columns[column];

    return asked_column(m->in, c) == NULL && c->kind != NULL &&
           c->kind->span.len == 0;
}

static size_t count_figures(const struct data_table *m, const size_t *order,
                            size_t norder)
{
    size_t n = 0;

    for (size_t i = 0; i < norder; i++)
        n += generate_column(m->table, order[i]).look.align == ALIGN_END;
    return n;
}

/* Whether row R, in the group NAMED above it, says the same without its cell
   of the group. */
static bool can_do_without(const struct data_table *m, size_t r,
                           struct str named)
{
    const struct table *t = m->table;

    if (is_blank(t, r, m->group))
        return true;
    switch (t->row_roles[r]) {
    case ROW_GROUP_TITLE: return false;
    case ROW_ENTRY: return !is_blank(t, r, m->head);
    default:
        return is_blank(t, r, m->head) ||
               str_eq(cell_as_typed(table_cell(t, r, m->group)), named);
    }
}

/* Whether all rows can, and groups are worth a line of their own. */
static bool rows_suit(const struct data_table *m)
{
    const struct table *t = m->table;
    struct str named = {NULL, 0};
    size_t groups = 0;
    size_t entries = 0;

    for (size_t r = 0; r < t->nrows; r++) {
        const struct str text = cell_as_typed(table_cell(t, r, m->group));

        if (!can_do_without(m, r, named))
            return false;
        if (t->row_roles[r] != ROW_ENTRY)
            continue;
        entries++;
        groups += text.len > 0 && !str_eq(text, named);
        named = text.len > 0 ? text : named;
    }
    return groups > 0 && entries >= ROWS_EACH * groups;
}

bool table_groups_suit_rows(const struct data_table *m, const size_t *order,
                            size_t norder)
{
    const size_t ncolumns = m->table->ncolumns;

    return m->form->groups == GROUPS_IN_COLUMN && m->group < ncolumns &&
           m->head < ncolumns && norder > 2 && order[0] == m->group &&
           order[1] == m->head && is_plain(m, m->group) &&
           is_plain(m, m->head) &&
           count_figures(m, order, norder) >= FIGURES_LEAST && rows_suit(m);
}

struct str table_groups_heading(const struct generator_in *in, struct arena *a,
                                struct str group, struct str name)
{
    const struct str phrase = in->wording->phrases[PHRASE_GROUP_HEADING];
    const struct placeholder values[] = {{.name = "group", .value = group},
                                         {.name = "name", .value = name}};

    if (phrase.len > 0)
        return wording_fill(a, phrase, values, 2);
    return arena_printf(a, "%.*s%.*s%.*s", STR_ARG(group),
                        STR_ARG(in->wording->phrases[PHRASE_LIST_SEPARATOR]),
                        STR_ARG(name));
}
