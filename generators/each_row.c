#include "generators/each_row.h"
#include "generators/generator_tools.h"

static bool may_repeat(const struct generator_in *in, const struct data *data,
                       struct place at, enum audience audience)
{
    if (data == NULL || data->audience == AUDIENCE_PUBLIC ||
        audience == AUDIENCE_INTERNAL)
        return true;
    finding(in->findings, FINDING_EXEMPT, at,
            "`%s` is internal, and what is repeated for its rows is published",
            data->id);
    finding_hint(in->findings, "say copy=\"internal\" here, too");
    return false;
}

struct each_row each_row_begin(const struct generator_in *in, struct doc *d,
                               struct str each, struct place at,
                               enum audience audience, enum doc_medium medium)
{
    struct each_row e = {.in = *in,
                         .d = d,
                         .audience = audience,
                         .around = audience,
                         .around_turn = in->turn};

    if (each.len == 0)
        return e;
    e.rows = listed_find(in, d, each, at);
    used_mark(in->used, e.rows.data, USE_NAMED);
    if (e.rows.medium != MEDIUM_BOTH && e.rows.medium != medium)
        listed_refuse_medium(in, &e.rows, at);
    e.ended =
        e.rows.table == NULL || !may_repeat(in, e.rows.data, at, audience);
    for (size_t i = 0;
         !e.ended && e.rows.things != NULL && i < e.rows.table->nrows; i++)
        generate_mark(in, e.rows.things[i]);
    return e;
}

/* What would be used if there were rows. */
static bool try_none(struct each_row *e)
{
    e->ended = true;
    e->left_out = e->number == 0 && !e->in.trying;
    e->in.row = e->rows.table->nrows;
    return e->left_out;
}

bool each_row_next(struct each_row *e)
{
    const struct table *t = e->rows.table;

    if (e->ended)
        return false;
    if (t == NULL) {
        e->ended = true;
        return true;
    }
    while (e->next < t->nrows && !row_is_plain(t->row_roles[e->next]))
        e->next++;
    e->in.row_table = t;
    e->in.turn = listed_turn(e->d, e->around_turn, e->rows.rows, t, e->next);
    if (e->next == t->nrows)
        return try_none(e);
    e->in.row = e->next;
    e->audience = e->rows.audiences == NULL || e->around == AUDIENCE_INTERNAL
                      ? e->around
                      : (enum audience)e->rows.audiences[e->next];
    e->next++;
    e->number++;
    return true;
}
