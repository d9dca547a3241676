#include "generators/cell.h"
#include "figures/printed_cell.h"
#include "generators/generator_tools.h"
#include "generators/phrases.h"
#include "generators/prose.h"

struct printed_column generate_column(const struct table *table, size_t index)
{
    struct printed_column p = {
        .index = index,
        .form = cell_form_of_column(&table->columns[index]),
    };

    if (value_is_figure(p.form.type))
        p.look = (struct doc_column){.align = ALIGN_END, .nowrap = true};
    else if (p.form.type == TYPE_DATE || p.form.type == TYPE_YEAR)
        p.look.nowrap = true;
    return p;
}

struct printed_column generate_column_in_unit(const struct table *table,
                                              size_t index)
{
    struct printed_column p = generate_column(table, index);

    p.form = cell_form_in_unit(&table->columns[index]);
    return p;
}

static bool is_prose(const struct cell_form *form, const struct cell *c)
{
    return form->type == TYPE_PROSE && c->state == CELL_VALUE;
}

/* Lines that were typed into a cell stay lines, in words as in prose. */
static struct doc_node *cell_of_lines(struct doc *d, struct doc_node *row,
                                      enum doc_scope scope, struct str text)
{
    struct doc_node *cell = doc_cell(d, row, scope, str_cut(&text, '\n'));

    while (cell != NULL && text.len > 0) {
        const struct str line = str_trim(str_cut(&text, '\n'));

        if (line.len == 0)
            continue;
        (void)doc_add(d, cell, DOC_BREAK);
        doc_text(d, cell, line);
    }
    return cell;
}

struct doc_node *generate_cell(const struct generator_in *in, struct doc *d,
                               struct doc_node *row, const struct table *table,
                               size_t table_row,
                               const struct printed_column *column)
{
    const struct cell *c = table_cell(table, table_row, column->index);
    const bool heads = column->heads_row && c->state != CELL_BLANK;
    const bool prose = is_prose(&column->form, c);
    struct str text = {NULL, 0};
    struct doc_node *cell;

    if (!prose)
        text = printed_cell(
            in->figures, d->arena, table, table_row, column->index,
            cell_marked(d->arena,
                        cell_text(d->arena, in->wording, &column->form, c),
                        cell_marks(c)));
    cell = cell_of_lines(d, row, heads ? SCOPE_ROW : SCOPE_NONE, text);
    if (cell == NULL)
        return NULL;
    cell->at = printed_cell_place(in->figures, table, table_row, column->index);
    cell->u.cell.align = (uint8_t)column->look.align;
    cell->lang = cell_text_language(in->wording, &column->form, c);
    if (prose) {
        generate_prose(in, d, cell, c->value.prose);
        generate_unwrap(cell);
    }
    return cell;
}

static struct str first_block(struct doc *d, const struct doc_node *prose)
{
    const struct doc_node *first = prose == NULL ? NULL : prose->first;

    return inside_sentence(str_trim(doc_words(d->arena, first)));
}

struct str generate_cell_words(const struct generator_in *in, struct doc *d,
                               const struct table *table, size_t row,
                               size_t column)
{
    const struct cell_form form = cell_form_of_column(&table->columns[column]);
    const struct cell *c = table_cell(table, row, column);

    generate_mark(in, &table->columns[column]);
    if (is_prose(&form, c))
        return first_block(d, c->value.prose);
    return printed_cell(in->figures, d->arena, table, row, column,
                        cell_text(d->arena, in->wording, &form, c));
}
