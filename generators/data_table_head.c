#include "generators/data_table_head.h"

#include "generators/asked_column.h"
#include "generators/data_table_groups.h"
#include "generators/drawn_column.h"
#include "generators/generator_tools.h"

struct doc_node *table_wide_cell(struct doc *d, struct doc_node *row,
                                 enum doc_scope scope, struct str text,
                                 uint32_t ncolumns)
{
    struct doc_node *cell = doc_cell(d, row, scope, text);

    if (cell != NULL)
        cell->u.cell.columns = (uint16_t)ncolumns;
    return cell;
}

/* In a table that is in thousands, `Variance, £000`. */
static struct str heading(const struct data_table_head *m,
                          const struct printed_column *p)
{
    struct arena *a = m->d->arena;
    const struct column *column = &m->table->columns[p->index];
    struct str text = column_heading(a, m->in->wording, column);

    if (p->heads_row && m->group < m->table->ncolumns)
        text = table_groups_heading(
            m->in, a,
            column_heading(a, m->in->wording, &m->table->columns[m->group]),
            text);
    if (p->form.zeros > 0)
        text = arena_printf(a, "%.*s, %.*s", STR_ARG(text),
                            STR_ARG(unit_text(a, m->in->wording, m->zeros)));
    return cell_marked(a, text, column->mark);
}

/* What stands over a column and those beside it that have the same. */
static struct str span_of(const struct data_table_head *m,
                          const struct printed_column *p)
{
    const struct column *column = &m->table->columns[p->index];
    const struct generator_column *asked = asked_column(m->in, column);

    if (p->look.below)
        return (struct str){NULL, 0};
    if (asked != NULL && asked->spans)
        return generate_expand(m->in, m->d, m->node, asked->span,
                               asked->span_at);
    if (column->kind == NULL)
        return (struct str){NULL, 0};
    return kind_title_in(&column->kind->spans, column->kind->span,
                         m->in->wording->lang);
}

/* The language of that, where it is the kind's and another than around. */
static const char *span_language(const struct data_table_head *m,
                                 const struct printed_column *p)
{
    const struct column *column = &m->table->columns[p->index];
    const struct generator_column *asked = asked_column(m->in, column);

    return column->kind == NULL || (asked != NULL && asked->spans)
               ? NULL
               : kind_title_language(&column->kind->spans,
                                     m->in->wording->lang);
}

/* One for each printed column; NULL: none has any. */
static const struct str *find_spans(const struct data_table_head *m)
{
    struct str *spans = arena_alloc(m->d->arena, m->ncolumns, sizeof(*spans));
    bool any = false;

    for (uint32_t i = 0; spans != NULL && i < m->ncolumns; i++) {
        spans[i] = span_of(m, &m->columns[i]);
        any = any || spans[i].len > 0;
    }
    return any ? spans : NULL;
}

static struct doc_node *add_heading(const struct data_table_head *m,
                                    struct doc_node *row,
                                    const struct printed_column *p)
{
    struct doc_node *cell = doc_cell(m->d, row, SCOPE_COLUMN, heading(m, p));

    if (cell != NULL) {
        cell->u.cell.align = (uint8_t)p->look.align;
        cell->lang = column_heading_language(m->in->wording,
                                             &m->table->columns[p->index]);
    }
    drawn_column_head(p->drawn, cell);
    return cell;
}

/* How many columns from FIRST on have one heading over them. */
static uint32_t spanned(const struct data_table_head *m,
                        const struct str *spans, uint32_t first)
{
    uint32_t n = 1;

    while (first + n < m->ncolumns && str_eq(spans[first], spans[first + n]))
        n++;
    return n;
}

/* The headings over columns, and beside them those of the columns that have
   none, which stand at the foot of both rows. */
static void add_spans(const struct data_table_head *m, struct doc_node *row,
                      const struct str *spans)
{
    for (uint32_t i = 0; i < m->ncolumns;) {
        const bool over = spans[i].len > 0;
        const uint32_t n = over ? spanned(m, spans, i) : 1;
        struct doc_node *cell =
            over ? doc_cell(m->d, row, SCOPE_COLUMN, spans[i])
                 : add_heading(m, row, &m->columns[i]);

        if (cell == NULL)
            return;
        if (over) {
            cell->u.cell.columns = (uint16_t)n;
            cell->lang = span_language(m, &m->columns[i]);
        } else {
            cell->u.cell.rows = 2;
        }
        i += n;
    }
}

void table_head_add(const struct data_table_head *m)
{
    const struct generator_argument *title = generate_argument(m->in, "title");
    const struct str *spans = find_spans(m);
    struct doc_node *group = doc_add(m->d, m->node, DOC_ROW_GROUP);
    struct doc_node *row;

    if (group == NULL)
        return;
    group->level = GROUP_HEAD;
    if (title != NULL)
        table_wide_cell(
            m->d, doc_add(m->d, group, DOC_ROW), SCOPE_COLUMN,
            generate_expand(m->in, m->d, m->node, title->value, title->at),
            m->ncolumns);
    if (spans != NULL)
        add_spans(m, doc_add(m->d, group, DOC_ROW), spans);
    row = doc_add(m->d, group, DOC_ROW);
    for (uint32_t i = 0; i < m->ncolumns; i++) {
        if (spans == NULL || spans[i].len > 0)
            (void)add_heading(m, row, &m->columns[i]);
    }
}
