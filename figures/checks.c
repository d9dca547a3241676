#include "figures/checks.h"
#include "figures/expression.h"
#include "figures/figure.h"

#include <string.h>

/* In this order, so that a fault is known when what rests on it is checked. */
static const struct {
    enum check_type type;
    check_fn *run;
} steps[] = {
    {CHECK_PRODUCT, check_product},       {CHECK_ROW, check_row_of_entries},
    {CHECK_ACROSS, check_across_entries}, {CHECK_BALANCE, check_balance},
    {CHECK_SUB_TOTALS, check_sub_totals}, {CHECK_TOTAL, check_total},
    {CHECK_ROW, check_row_of_sums},       {CHECK_ACROSS, check_across_sums},
    {CHECK_SHARES, check_shares},
};

struct str cell_name(const struct checks *c, size_t row, size_t column)
{
    char name[SOURCE_CELL_SIZE];

    place_cell_name(table_cell_place(c->table, row, column), name);
    return arena_str(c->arena, str_of(name));
}

struct str span_name(const struct checks *c, const struct sum *s)
{
    const struct str first = cell_name(c, s->first.row, s->first.column);
    const struct str last = cell_name(c, s->last.row, s->last.column);

    if (str_eq(first, last))
        return first;
    return arena_printf(c->arena,
                        c->table->spots == NULL ? "%.*s:%.*s" : "%.*s to %.*s",
                        STR_ARG(first), STR_ARG(last));
}

struct str column_name(const struct checks *c, size_t column)
{
    const struct column *col = &c->table->columns[column];

    if (col->heading.len == 0 && col->kind != NULL)
        return name_cut(col->kind->title);
    return name_cut(col->heading);
}

struct str claim_name(const struct checks *c, const struct claim *claim)
{
    const struct str row = row_name(c->table, claim->row);
    const struct str column = column_name(c, claim->column);

    if (row.len == 0)
        return column;
    return arena_printf(c->arena, "%.*s, %.*s", STR_ARG(row), STR_ARG(column));
}

struct str value_text(const struct checks *c, size_t column,
                      struct decimal value)
{
    const struct kind_column *kind = c->table->columns[column].kind;
    const struct figure f = {
        .type = figure_type_of(kind == NULL ? TYPE_TEXT : kind->type),
        .number = value};

    return figure_text(c->arena, &f, c->wording);
}

void computed_add(struct checks *c, const struct claim *claim,
                  struct decimal value,
                  const struct acknowledgement *acknowledged)
{
    struct computed_list *l = c->computed;

    /* A fault that nobody owns up to stops the report: nothing prints it. */
    if (acknowledged == NULL && claim->code < FINDING_MAX &&
        finding_level(claim->code) == LEVEL_ERROR)
        return;
    if (l->count == l->size) {
        const size_t size = l->size == 0 ? 16 : l->size * 2;
        struct computed *wider = arena_alloc(c->arena, size, sizeof(*wider));

        if (wider == NULL || size > UINT32_MAX)
            return;
        if (l->count > 0)
            memcpy(wider, l->list, l->count * sizeof(*wider));
        l->list = wider;
        l->size = size;
    }
    l->list[l->count++] =
        (struct computed){c->data, c->table,    claim->row,  claim->column,
                          value,   claim->code, acknowledged};
    if (acknowledged != NULL)
        number_map_set(&c->kept->faults,
                       cell_number(c->table, claim->row, claim->column),
                       (uint32_t)l->count);
}

/* Says which cells follow from a fault, once all of them are known. */
static void hint(const struct checks *c, const struct fault *f)
{
    const size_t shown =
        f->nfollowers < FOLLOWERS_MAX ? f->nfollowers : FOLLOWERS_MAX;
    struct buf b;

    if (f->nfollowers == 0)
        return;
    buf_init(&b, c->arena->limit);
    buf_puts(&b, f->nfollowers == 1 ? "cell " : "cells ");
    for (size_t i = 0; i < shown; i++) {
        if (i > 0)
            buf_puts(&b, i + 1 == f->nfollowers ? " and " : ", ");
        buf_str(&b, cell_name(c, f->followers[i].row, f->followers[i].column));
    }
    if (f->nfollowers > shown)
        buf_printf(&b, " and %zu more", f->nfollowers - shown);
    buf_puts(&b, f->nfollowers == 1 ? " follows from it" : " follow from it");
    if (buf_status(&b) != ST_OK)
        arena_fail(c->arena, buf_status(&b));
    f->finding->hint = arena_str(c->arena, buf_view(&b));
    buf_free(&b);
}

void checks_run(struct figures *f, const struct data *data,
                struct acknowledgements *acknowledgements,
                struct computed_list *computed, struct findings *findings)
{
    struct checks c = {.arena = f->arena,
                       .findings = findings,
                       .wording = f->template_used->wording,
                       .data = data,
                       .table = data->table,
                       .kept = &f->data[data - f->report->data],
                       .acknowledgements = acknowledgements,
                       .computed = computed};
    const struct kind *kind = data->kind;

    number_map_init(&c.corrected, f->arena);
    for (size_t s = 0; s < sizeof(steps) / sizeof(*steps); s++) {
        for (size_t i = 0; i < kind->nchecks; i++) {
            if (kind->checks[i].type == steps[s].type)
                steps[s].run(&c, &kind->checks[i]);
        }
    }
    for (const struct fault *x = c.faults; x != NULL; x = x->next)
        hint(&c, x);
}
