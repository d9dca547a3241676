#include "generators/drawn_column.h"

#include "generators/asked_column.h"
#include "generators/drawn_parts.h"
#include "generators/generator_tools.h"

static const struct drawer *const drawers[DRAW_NOTHING] = {
    [DRAW_BARS] = &drawer_bars,     [DRAW_VARIANCE] = &drawer_variance,
    [DRAW_STATUS] = &drawer_status, [DRAW_TIMELINE] = &drawer_timeline,
    [DRAW_BULLET] = &drawer_bullet, [DRAW_SPARK] = &drawer_spark,
    [DRAW_ARROW] = &drawer_arrow,
};

/* The first drawing that can be made of the column, for a hint. */
static const char *would_do(struct drawn_column c)
{
    for (size_t i = 0; i < DRAW_NOTHING; i++) {
        if (drawers[i]->fits(&c))
            return choice_name(cell_draw_choices, (int)i);
    }
    return NULL;
}

static void refuse_type(const struct drawn_column *c)
{
    const char *other = would_do(*c);

    finding(c->in->findings, FINDING_CHART_EMPTY, c->asked->at,
            "`%s` cannot be drawn of the column `%s`: it is drawn of %s",
            drawn_name(c), c->asked->id, c->drawer->takes);
    if (other != NULL)
        finding_hint(c->in->findings, "draw=\"%s\" can be drawn of it", other);
    else if (c->type == TYPE_CHOICE)
        finding_hint(c->in->findings,
                     "say status= in each <choice> of the kind `%s`, then "
                     "draw=\"status\" can be drawn of it",
                     c->table->kind->id);
    else
        finding_hint(c->in->findings, "it prints words: take draw= out");
}

const struct drawn_column *drawn_column(const struct generator_in *in,
                                        struct doc *d,
                                        const struct table *table, size_t index)
{
    const struct column *column = &table->columns[index];
    const struct generator_column *asked = asked_column(in, column);
    struct drawn_column *c;

    if (asked == NULL || asked->draw == DRAW_NOTHING)
        return NULL;
    c = arena_alloc(d->arena, 1, sizeof(*c));
    if (c == NULL)
        return NULL;
    *c = (struct drawn_column){
        .in = in,
        .d = d,
        .table = table,
        .asked = asked,
        .drawer = drawers[asked->draw],
        .kind = column->kind,
        .index = index,
        .type = column->kind == NULL ? TYPE_TEXT : column->kind->type,
    };
    if (!c->drawer->fits(c))
        refuse_type(c);
    else if (c->drawer->begin(c))
        return c;
    return NULL;
}

/* An id that names none of the columns that are printed. */
static void refuse_column(const struct generator_in *in, struct doc *d,
                          const struct table *table, const bool *printed,
                          const struct generator_column *asked)
{
    struct str *names = arena_alloc(d->arena, table->ncolumns, sizeof(*names));
    size_t n = 0;

    for (size_t i = 0; names != NULL && i < table->ncolumns; i++) {
        if (printed[i])
            names[n++] = str_of(table->columns[i].id);
    }
    finding(in->findings, FINDING_UNKNOWN_NAME, asked->at,
            "the table prints no column `%s`", asked->id);
    finding_nearest(in->findings, str_of(asked->id), names, n);
}

void drawn_columns_prove(const struct generator_in *in, struct doc *d,
                         const struct table *table, const bool *printed)
{
    const struct generator_call *call = in->call;

    for (size_t k = 0; call != NULL && k < call->ncolumns; k++) {
        size_t i = 0;

        while (i < table->ncolumns &&
               !(printed[i] &&
                 str_is(str_of(table->columns[i].id), call->columns[k].id)))
            i++;
        if (i == table->ncolumns &&
            (!kind_has_column(table->kind, str_of(call->columns[k].id)) ||
             drawn_asked_by_report(in, &call->columns[k])))
            refuse_column(in, d, table, printed, &call->columns[k]);
    }
}

static void add_drawing(const struct drawn_column *c, struct doc_node *cell,
                        const struct cell_drawing *drawing)
{
    struct doc_node *n;

    if (cell == NULL || (drawing->nmarks == 0 && drawing->nwords == 0))
        return;
    n = doc_new(c->d->arena, DOC_DRAWING);
    if (n == NULL)
        return;
    n->u.drawing = drawing;
    n->at = cell->at;
    doc_open_cell(c->d->arena, cell);
    if (c->drawer->room.after)
        doc_append(cell, n);
    else
        doc_insert_first(cell, n);
}

void drawn_column_row(const struct drawn_column *c, struct doc_node *cell,
                      size_t row)
{
    struct cell_drawing *drawing;

    if (c == NULL || !row_is_plain(c->table->row_roles[row]))
        return;
    drawing = arena_alloc(c->d->arena, 1, sizeof(*drawing));
    if (drawing == NULL)
        return;
    c->drawer->row(c, row, drawing);
    add_drawing(c, cell, drawing);
}

void drawn_column_head(const struct drawn_column *c, struct doc_node *cell)
{
    struct cell_drawing *drawing;

    if (c == NULL || c->drawer->head == NULL)
        return;
    drawing = arena_alloc(c->d->arena, 1, sizeof(*drawing));
    if (drawing == NULL)
        return;
    c->drawer->head(c, drawing);
    add_drawing(c, cell, drawing);
}

struct doc_room drawn_column_room(const struct drawn_column *c)
{
    return c->drawer->room;
}
