#include "generators/cell.h"
#include "generators/generator_tools.h"
#include "generators/prose.h"

static bool is_figure(enum value_type type)
{
    return type == TYPE_MONEY || type == TYPE_NUMBER || type == TYPE_PERCENT;
}

static uint8_t money_decimals(const struct table *t, size_t column)
{
    for (size_t r = 0; r < t->nrows; r++) {
        const struct cell *c = table_cell(t, r, column);

        if (c->state == CELL_VALUE && c->scale > 0)
            return MONEY_SCALE;
    }
    return 0;
}

struct printed_column generate_column(const struct table *table, size_t index)
{
    const struct kind_column *kind = table->columns[index].kind;
    struct printed_column p = {
        .index = index,
        .type = kind == NULL ? TYPE_TEXT : kind->type,
    };

    if (is_figure(p.type))
        p.form = (struct doc_column){ALIGN_END, true};
    else if (p.type == TYPE_DATE || p.type == TYPE_YEAR)
        p.form.nowrap = true;
    if (p.type == TYPE_MONEY)
        p.decimals = money_decimals(table, index);
    return p;
}

struct printed_column generate_column_of(const struct printed_column *column,
                                         const struct cell *c)
{
    struct printed_column p = *column;

    if (p.as_written && c->state == CELL_VALUE)
        p.decimals = c->scale > 0 ? MONEY_SCALE : 0;
    return p;
}

struct str generate_figure(const struct generator_in *in, struct doc *d,
                           const struct printed_column *column,
                           struct decimal value)
{
    struct decimal pence;

    switch (column->type) {
    case TYPE_MONEY:
        if (!decimal_round(value, MONEY_SCALE, &pence))
            pence = value; /* more digits than any money has */
        return wording_money(d->arena, in->wording, pence.coefficient,
                             pence.coefficient % 100 != 0 ? MONEY_SCALE
                                                          : column->decimals);
    case TYPE_PERCENT: return wording_percent(d->arena, in->wording, value);
    default: return wording_number(d->arena, in->wording, value);
    }
}

static struct str choice_text(const struct kind_column *kind,
                              const struct cell *c)
{
    const int64_t i = c->value.choice;

    return kind != NULL && i >= 0 && (uint64_t)i < kind->nchoices
               ? kind->choices[i]
               : cell_text(c);
}

static struct str value_text(const struct generator_in *in, struct doc *d,
                             const struct table *t,
                             const struct printed_column *column,
                             const struct cell *c)
{
    const struct printed_column own = generate_column_of(column, c);
    const struct wording *w = in->wording;

    switch (column->type) {
    case TYPE_MONEY:
        return generate_figure(in, d, &own, decimal_pence(c->value.pence));
    case TYPE_NUMBER:
    case TYPE_PERCENT:
        return generate_figure(
            in, d, column, (struct decimal){c->value.coefficient, c->scale});
    case TYPE_DATE:
        return wording_date(d->arena, w, w->date_pattern, c->value.date);
    case TYPE_YEAR: return wording_year(d->arena, w, (int)c->value.year);
    case TYPE_CHOICE: return choice_text(t->columns[column->index].kind, c);
    default: return cell_text(c);
    }
}

/* States stay apart in print as they are in the data. */
static struct str state_text(const struct generator_in *in,
                             const struct cell *c)
{
    const struct str *phrases = in->wording->phrases;

    switch (c->state) {
    case CELL_DASH: return phrases[PHRASE_DASH];
    case CELL_NIL: return phrases[PHRASE_NIL];
    case CELL_NOT_APPLICABLE: return phrases[PHRASE_NOT_APPLICABLE];
    case CELL_TO_BE_CONFIRMED: return phrases[PHRASE_TO_BE_CONFIRMED];
    case CELL_BLANK: return (struct str){NULL, 0};
    default: return cell_text(c);
    }
}

struct doc_node *generate_cell(const struct generator_in *in, struct doc *d,
                               struct doc_node *row, const struct table *table,
                               size_t table_row,
                               const struct printed_column *column)
{
    const struct cell *c = table_cell(table, table_row, column->index);
    const bool heads = column->heads_row && c->state != CELL_BLANK;
    const bool prose = column->type == TYPE_PROSE && c->state == CELL_VALUE;
    struct str text = {NULL, 0};
    struct doc_node *cell;

    if (c->state != CELL_VALUE)
        text = state_text(in, c);
    else if (!prose)
        text = value_text(in, d, table, column, c);
    cell = doc_cell(d, row, heads ? SCOPE_ROW : SCOPE_NONE, text);
    if (cell == NULL)
        return NULL;
    cell->at = table_cell_place(table, table_row, column->index);
    cell->u.cell.align = (uint8_t)column->form.align;
    if (prose) {
        generate_prose(in, d, cell, c->value.prose);
        generate_unwrap(cell);
    }
    return cell;
}
