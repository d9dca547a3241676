#include "core/doc/doc.h"
#include "core/doc/doc_index.h"

#include <stdlib.h>

#define TURN_SIGN '\x1F' /* no text that is read can hold it */

/* A node of one turn and what it is called there. */
struct turned {
    struct doc_node *node;
    struct str id;
    size_t order; /* in the document; then among those that are called so */
};

const char *doc_turn(struct doc *d, const char *around)
{
    return arena_printf(d->arena, "%s%c%u", around == NULL ? "" : around,
                        TURN_SIGN, (unsigned)++d->turns)
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

/* What is called so in this turn, or in one around it; else the first of all.
 */
static const char *name_meant(struct doc *d, const struct doc_index *index,
                              const char *target)
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
    return arena_cstr(d->arena, id);
}

void doc_name_turns(struct doc *d)
{
    const size_t count = d->turns == 0 ? 0 : collect(d, NULL);
    struct doc_index index;
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
    for (struct doc_node *n = d->root; n != NULL && doc_status(d) == ST_OK;
         n = doc_following(d->root, n)) {
        if (refers(n))
            n->u.target = name_meant(d, &index, n->u.target);
    }
    for (size_t i = 0; i < count; i++)
        all[i].node->id = name_of(d, all[i].id, (uint32_t)all[i].order);
}
