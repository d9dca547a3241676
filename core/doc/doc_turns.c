#include "core/base/name_map.h"
#include "core/doc/doc.h"
#include "core/doc/doc_index.h"

#include <stdlib.h>

#define TURN_SIGN '\x1F' /* no text that is read can hold these */
#define ROW_SIGN '\x1E'  /* within a turn: its number, then its row */

/* A node of one turn and what it is called there. */
struct turned {
    struct doc_node *node;
    struct str id;
    size_t order; /* in the document; then among those that are called so */
};

/* The number of what is called so in a row, and in all the rows around it; made
   of TURNED when first asked. */
struct rows_index {
    const struct turned *turned;
    size_t nturned;
    struct name_map numbers;
    bool made;
};

const char *doc_turn(struct doc *d, const char *around, struct str rows,
                     uint32_t row)
{
    return arena_printf(d->arena, "%s%c%u%c%.*s#%u",
                        around == NULL ? "" : around, TURN_SIGN,
                        (unsigned)++d->turns, ROW_SIGN, STR_ARG(rows),
                        (unsigned)row)
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

/* The row of the innermost turn of *TURNS, which is cut off; empty: there is
   none. */
static struct str cut_row(struct str *turns)
{
    size_t from = turns->len;
    struct str turn;

    while (from > 0 && turns->ptr[from - 1] != TURN_SIGN)
        from--;
    if (from == 0)
        return (struct str){NULL, 0};
    turn = str_from(*turns, from);
    turns->len = from - 1;
    (void)str_cut(&turn, ROW_SIGN);
    return turn;
}

static struct str key_of(struct doc *d, struct str id, struct str rows)
{
    return arena_printf(d->arena, "%.*s%c%.*s", STR_ARG(id), TURN_SIGN,
                        STR_ARG(rows));
}

/* The rows of TURNS, from the innermost on. */
static struct str rows_of(struct doc *d, struct str turns)
{
    struct str rows = {NULL, 0};
    struct str row;

    while ((row = cut_row(&turns)).len > 0)
        rows = arena_printf(d->arena, "%.*s%c%.*s", STR_ARG(rows), ROW_SIGN,
                            STR_ARG(row));
    return rows;
}

/* Each by all of its rows together, and by each of them: of what is called
   alike the first. */
static void make_rows(struct doc *d, struct rows_index *index)
{
    index->made = true;
    name_map_init(&index->numbers, d->arena, (uint64_t)(uintptr_t)d->arena);
    for (size_t i = 0; i < index->nturned && doc_status(d) == ST_OK; i++) {
        const struct turned *t = &index->turned[i];
        const uint32_t number = (uint32_t)t->order;
        struct str turns = str_from(str_of(t->node->id), t->id.len);
        struct str row;

        name_map_add(&index->numbers, key_of(d, t->id, rows_of(d, turns)),
                     number);
        while ((row = cut_row(&turns)).len > 0)
            name_map_add(&index->numbers, key_of(d, t->id, row), number);
    }
}

/* What is called ID where the same rows are repeated elsewhere: all of those of
   TURNS, or the innermost that it has. */
static uint32_t same_row(struct doc *d, struct rows_index *index, struct str id,
                         struct str turns)
{
    uint32_t found = 0;
    struct str row;

    if (turns.len == 0)
        return 0;
    if (!index->made)
        make_rows(d, index);
    found = name_map_get(&index->numbers, key_of(d, id, rows_of(d, turns)));
    while (found == 0 && (row = cut_row(&turns)).len > 0)
        found = name_map_get(&index->numbers, key_of(d, id, row));
    return found;
}

/* What is called so in this turn, or in one around it; else in the same row of
   what is repeated elsewhere; else the first of all. */
static const char *name_meant(struct doc *d, const struct doc_index *index,
                              struct rows_index *rows, const char *target)
{
    const struct str id = doc_turned_id(target);
    struct str wanted = str_of(target);

    while (wanted.len > id.len) {
        const struct doc_index_entry *e =
            doc_index_get(index, arena_cstr(d->arena, wanted));

        if (e != NULL)
            return name_of(d, id, e->number);
        do {
            wanted.len--;
        } while (wanted.ptr[wanted.len] != TURN_SIGN);
    }
    return name_of(d, id,
                   same_row(d, rows, id, str_from(str_of(target), id.len)));
}

void doc_name_turns(struct doc *d)
{
    const size_t count = d->turns == 0 ? 0 : collect(d, NULL);
    struct doc_index index;
    struct rows_index rows = {.nturned = count};
    struct turned *all;

    if (d->turns == 0)
        return;
    all = arena_alloc(d->arena, count + 1, sizeof(*all));
    doc_index_make(&index, d);
    if (doc_status(d) != ST_OK)
        return;
    collect(d, all);
    qsort(all, count, sizeof(*all), by_id_and_order);
    number(all, count, &index);
    rows.turned = all;
    for (struct doc_node *n = d->root; n != NULL && doc_status(d) == ST_OK;
         n = doc_following(d->root, n)) {
        if (refers(n))
            n->u.target = name_meant(d, &index, &rows, n->u.target);
    }
    for (size_t i = 0; i < count; i++)
        all[i].node->id = name_of(d, all[i].id, (uint32_t)all[i].order);
}
