#include "core/doc/doc.h"
#include "core/doc/doc_index.h"
#include "core/doc/turned_rows.h"

#include <stdlib.h>

/* References at one place that lead nowhere for some rows. */
struct missed_references {
    struct place at;
    struct str id;
    struct doc_row first; /* of them */
    size_t count;
};

struct row_naming {
    struct doc *d;
    struct doc_index index;
    struct rows_index rows;
    struct list missed;
};

const char *doc_turn(struct doc *d, const char *around, struct doc_row row)
{
    struct doc_row *kept = list_add(&d->turns);

    if (kept == NULL)
        return NULL;
    *kept = row;
    return arena_printf(d->arena, "%s%c%zu", around == NULL ? "" : around,
                        TURN_SIGN, d->turns.count)
        .ptr;
}

const char *doc_turned(struct doc *d, const char *id, const char *turn)
{
    return id == NULL || turn == NULL
               ? id
               : arena_printf(d->arena, "%s%s", id, turn).ptr;
}

struct str doc_turned_id(const char *id)
{
    const struct str whole = str_of(id);

    return str_to(whole, str_find_char(whole, TURN_SIGN));
}

void doc_is_of_one_row(struct doc *d, const char *id, const char *turn)
{
    const char **kept = list_add(&d->of_one_row);

    if (kept != NULL)
        *kept = doc_turned(d, id, turn);
}

static bool is_turned(const char *id)
{
    return id != NULL && doc_turned_id(id).len < str_of(id).len;
}

static bool refers(const struct doc_node *n)
{
    return n->kind == DOC_REFERENCE && n->u.target != NULL;
}

static int by_id_and_order(const void *a, const void *b)
{
    const struct turned *x = a;
    const struct turned *y = b;
    const int ids = str_cmp(x->id, y->id);

    return ids != 0 ? ids : (x->order > y->order) - (x->order < y->order);
}

static size_t collect(const struct doc *d, struct turned *all)
{
    size_t count = 0;

    for (struct doc_node *n = d->root; n != NULL;
         n = doc_following(d->root, n)) {
        if (!is_turned(n->id))
            continue;
        if (all != NULL)
            all[count] = (struct turned){n, doc_turned_id(n->id), count};
        count++;
    }
    return count;
}

/* The first keeps the id, those after it have their number behind it. Two in
   one turn have one number, so that doc_check() finds them. */
static void number(struct turned *all, size_t count,
                   const struct doc_index *index)
{
    uint32_t last = 0;

    for (size_t i = 0; i < count; i++) {
        struct doc_index_entry *e = doc_index_get(index, all[i].node->id);

        if (i == 0 || !str_eq(all[i].id, all[i - 1].id))
            last = 0;
        if (e->number == 0)
            e->number = ++last;
        all[i].order = e->number;
    }
}

static const char *name_of(struct doc *d, struct str id, uint32_t number_there)
{
    return number_there < 2 ? arena_cstr(d->arena, id)
                            : arena_printf(d->arena, "%.*s-%u", STR_ARG(id),
                                           (unsigned)number_there)
                                  .ptr;
}

/* The reference N, to ID, in TURNS. */
static void miss(struct row_naming *g, const struct doc_node *n, struct str id,
                 struct str turns)
{
    struct missed_references *all = g->missed.items;
    const struct doc_row *row = turn_cut_row(g->d, &turns);
    size_t i = g->missed.count;

    while (i > 0 && (place_compare(all[i - 1].at, n->at) != 0 ||
                     !str_eq(all[i - 1].id, id)))
        i--;
    if (i > 0) {
        all[i - 1].count++;
        return;
    }
    all = list_add(&g->missed);
    if (all != NULL)
        *all = (struct missed_references){n->at, id, *row, 1};
}

static void say_missed(const struct row_naming *g, struct findings *f)
{
    const struct missed_references *all = g->missed.items;

    for (size_t i = 0; i < g->missed.count; i++) {
        const struct missed_references *m = &all[i];
        struct str others = {NULL, 0};

        if (m->count > 1)
            others = arena_printf(f->arena, " and %zu more", m->count - 1);
        finding(f, FINDING_UNKNOWN_NAME, m->at,
                "`%.*s` is printed for other rows of `%.*s`, and not for "
                "`%.*s`%.*s, where this refers to it",
                STR_ARG(m->id), STR_ARG(m->first.rows), STR_ARG(m->first.name),
                STR_ARG(others));
        finding_hint(f,
                     "give the reference the condition that leaves `%.*s` "
                     "out, or print that for each row",
                     STR_ARG(m->id));
    }
}

/* What is called so in this turn, or in one around it; else in the same row of
   what is repeated elsewhere; else, unless it is another row's, the first of
   all, or the only one that anybody wrote. NULL: only other rows have one. */
static const char *name_meant(struct row_naming *g, const struct doc_node *n)
{
    struct doc *d = g->d;
    const struct str id = doc_turned_id(n->u.target);
    const struct str turns = str_from(str_of(n->u.target), id.len);
    struct str wanted = str_of(n->u.target);
    const struct turned *found = NULL;
    bool shared = false;

    while (wanted.len > id.len) {
        const struct doc_index_entry *e =
            doc_index_get(&g->index, arena_cstr(d->arena, wanted));

        if (e != NULL)
            return name_of(d, id, e->number);
        do {
            wanted.len--;
        } while (wanted.ptr[wanted.len] != TURN_SIGN);
    }
    if (turns.len > 0)
        found = turned_of_row(d, &g->rows, id, turns, &shared);
    if (found == NULL && shared)
        found = turned_of_one_row(d, &g->rows, id);
    if (found == NULL && shared) {
        miss(g, n, id, turns);
        return NULL;
    }
    return name_of(d, id, found == NULL ? 0 : (uint32_t)found->order);
}

void doc_name_turns(struct doc *d, struct findings *f)
{
    const size_t count = d->turns.count == 0 ? 0 : collect(d, NULL);
    struct row_naming g = {.d = d, .rows.nturned = count};
    struct turned *all;

    if (d->turns.count == 0)
        return;
    g.missed = list_of(d->arena, sizeof(struct missed_references));
    all = arena_alloc(d->arena, count + 1, sizeof(*all));
    doc_index_make(&g.index, d);
    if (doc_status(d) != ST_OK)
        return;
    collect(d, all);
    qsort(all, count, sizeof(*all), by_id_and_order);
    number(all, count, &g.index);
    g.rows.turned = all;
    for (struct doc_node *n = d->root; n != NULL && doc_status(d) == ST_OK;
         n = doc_following(d->root, n)) {
        if (refers(n))
            n->u.target = name_meant(&g, n);
    }
    say_missed(&g, f);
    for (size_t i = 0; i < count; i++)
        all[i].node->id = name_of(d, all[i].id, (uint32_t)all[i].order);
}
