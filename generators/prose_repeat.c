#include "generators/generator_tools.h"
#include "generators/listed.h"
#include "generators/prose_copy.h"

#define REPEATS_MAX 100000 /* inside each other, in a report */

/* The first row from ROW on that is repeated for: a plain one, as count()
   counts them. */
static size_t entry_from(const struct table *t, size_t row)
{
    while (row < t->nrows && !row_is_plain(t->row_roles[row]))
        row++;
    return row;
}

/* Whether rows may be counted by readers of this text: how often something is
   repeated tells how many there are. */
static bool may_repeat(const struct copying *c, const struct doc_node *src,
                       const struct data *data)
{
    if (data->audience == AUDIENCE_PUBLIC ||
        src->audience == AUDIENCE_INTERNAL ||
        generate_audience(c->in, c->stack[c->depth - 1].dst) ==
            AUDIENCE_INTERNAL)
        return true;
    finding(c->in->findings, FINDING_EXEMPT, doc_conditions(src)->each_at,
            "`%s` is internal (%.*s), and what is repeated for its rows is "
            "published",
            data->id, STR_ARG(source_place_name(c->d->arena, data->at)));
    return false;
}

/* Of SRC, which is repeated for ROWS; where a template says none, that of the
   header field that they are of. */
static enum doc_medium medium_of(struct copying *c, const struct doc_node *src,
                                 const struct listed *rows)
{
    const enum doc_medium around = prose_medium(c, prose_level(c)->dst);

    if (src->medium != MEDIUM_BOTH)
        return (enum doc_medium)src->medium;
    return around == MEDIUM_BOTH && c->in->of_template ? rows->medium : around;
}

void prose_repeat(struct copying *c, const struct doc_node *src)
{
    const struct doc_conditions *each = doc_conditions(src);
    const struct listed rows =
        listed_find(c->in, c->d, each->each, each->each_at);
    const enum doc_medium medium = medium_of(c, src, &rows);
    struct copy_level *f;

    used_mark(c->in->used, rows.data, USE_NAMED);
    if (rows.table == NULL ||
        (rows.data != NULL && !may_repeat(c, src, rows.data)))
        return;
    if (rows.medium != MEDIUM_BOTH && medium != rows.medium)
        listed_refuse_medium(c->in, &rows, each->each_at);
    for (size_t i = 0; rows.things != NULL && i < rows.table->nrows; i++)
        generate_mark(c->in, rows.things[i]);
    f = prose_level_push_inside(c, prose_level(c)->dst, src, src->at);
    if (f == NULL)
        return;
    f->each = rows.table;
    f->rows = rows.rows;
    f->audiences = rows.audiences;
    f->medium = medium;
    f->next_row = entry_from(rows.table, 0);
    if (f->next_row < f->each->nrows || c->in->trying)
        return;
    c->scope.table = f->each;
    c->scope.row = f->each->nrows;
    prose_try_left_out(c, src);
}

/* Rows for each row for each row soon are more than there is memory: who asks
   for them is told where, long before. */
static bool is_too_often(struct copying *c, const struct copy_level *f)
{
    if (f->table == NULL)
        return false;
    if (c->in->waiting->repeated++ < REPEATS_MAX)
        return false;
    if (c->in->waiting->repeated == REPEATS_MAX + 1)
        finding(c->in->findings, FINDING_LIMIT, doc_conditions(f->src)->each_at,
                "this is repeated for each row inside what is repeated for "
                "each row, more than %d times in all",
                REPEATS_MAX);
    return true;
}

bool prose_next_row(struct copying *c)
{
    struct copy_level *f = prose_level(c);

    if (f->next_row == f->each->nrows || is_too_often(c, f)) {
        prose_level_pop(c);
        return false;
    }
    c->scope.table = f->each;
    c->scope.row = f->next_row;
    c->turn = listed_turn(c->d, f->turn, f->rows, f->each, f->next_row);
    if (f->audiences != NULL)
        f->audience = f->audiences[f->next_row] == AUDIENCE_INTERNAL ||
                              f[-1].audience == AUDIENCE_INTERNAL
                          ? AUDIENCE_INTERNAL
                          : AUDIENCE_PUBLIC;
    f->next_row = entry_from(f->each, f->next_row + 1);
    return true;
}
