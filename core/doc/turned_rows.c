#include "core/doc/turned_rows.h"

#define ROW_SIGN '\x1E' /* before each row of a key */

/* Which lists the nodes of an id, and those who refer to it, are both repeated
   over: one for each choice of lists that there is. */
struct rows_meeting {
    struct str asked; /* asked_of() those who refer: all of one follow each
                         other */
    struct str
        lists; /* of theirs, those that the nodes are repeated over, too */
    struct str turns; /* of the first of these nodes */
};

const struct doc_row *turn_cut_row(const struct doc *d, struct str *turns)
{
    const struct doc_row *all = d->turns.items;
    size_t from = turns->len;
    size_t number = 0;

    while (from > 0 && turns->ptr[from - 1] != TURN_SIGN)
        from--;
    if (from == 0)
        return NULL;
    for (size_t i = from; i < turns->len; i++)
        number = number * 10 + (size_t)(turns->ptr[i] - '0');
    turns->len = from - 1;
    return number > 0 && number <= d->turns.count ? &all[number - 1] : NULL;
}

/* ROWS, part of a key and empty at first, with ROW behind. */
static struct str with_row(struct doc *d, struct str rows,
                           const struct doc_row *row)
{
    return arena_printf(d->arena, "%.*s%c%.*s#%u", STR_ARG(rows), ROW_SIGN,
                        STR_ARG(row->rows), (unsigned)row->number);
}

static struct str key_of(struct doc *d, struct str id, struct str rows)
{
    return arena_printf(d->arena, "%.*s%c%.*s", STR_ARG(id), TURN_SIGN,
                        STR_ARG(rows));
}

/* The key that is there where something called ID is repeated over LIST. */
static struct str list_key(struct doc *d, struct str id, struct str list)
{
    return arena_printf(d->arena, "%.*s%c%.*s%c", STR_ARG(id), TURN_SIGN,
                        STR_ARG(list), TURN_SIGN);
}

/* The rows of TURNS, from the innermost on. */
static struct str rows_of(struct doc *d, struct str turns)
{
    struct str rows = {NULL, 0};
    const struct doc_row *row;

    while ((row = turn_cut_row(d, &turns)) != NULL)
        rows = with_row(d, rows, row);
    return rows;
}

static struct str turns_of(const struct turned *t)
{
    return str_from(str_of(t->node->id), t->id.len);
}

/* Each node by its id alone, and by its id with all of its rows, with each row
   and with each list: of those with one key the first. */
static void make_rows(struct doc *d, struct rows_index *index)
{
    const uint64_t seed = (uint64_t)(uintptr_t)d->arena;
    const char *const *of_one_row = d->of_one_row.items;
    const struct str none = {NULL, 0};

    index->made = true;
    name_map_init(&index->places, d->arena, seed);
    name_map_init(&index->of_one_row, d->arena, seed);
    name_map_init(&index->asked, d->arena, seed);
    name_map_init(&index->met, d->arena, seed);
    index->meetings = list_of(d->arena, sizeof(struct rows_meeting));
    for (size_t i = 0; i < d->of_one_row.count; i++)
        name_map_add(&index->of_one_row, str_of(of_one_row[i]), 1);
    for (size_t i = 0; i < index->nturned && doc_status(d) == ST_OK; i++) {
        const struct turned *t = &index->turned[i];
        const uint32_t place = (uint32_t)i + 1;
        struct str turns = turns_of(t);
        const struct doc_row *row;

        name_map_add(&index->places, key_of(d, t->id, none), place);
        name_map_add(&index->places, key_of(d, t->id, rows_of(d, turns)),
                     place);
        while ((row = turn_cut_row(d, &turns)) != NULL) {
            name_map_add(&index->places,
                         key_of(d, t->id, with_row(d, none, row)), place);
            name_map_add(&index->places, list_key(d, t->id, row->rows), place);
        }
    }
}

/* The innermost row of TURNS that is one of ROWS, or NULL. */
static const struct doc_row *row_among(const struct doc *d, struct str turns,
                                       struct str rows)
{
    const struct doc_row *row;

    do {
        row = turn_cut_row(d, &turns);
    } while (row != NULL && !str_eq(row->rows, rows));
    return row;
}

/* The lists and tables that HERE and THERE are both repeated over, in the order
   of HERE, and the rows of these that each has. */
struct rows_in_common {
    struct str lists;
    struct str rows_here;
    struct str rows_there;
};

static struct str with_list(struct doc *d, struct str lists, struct str rows)
{
    return arena_printf(d->arena, "%.*s%c%.*s", STR_ARG(lists), ROW_SIGN,
                        STR_ARG(rows));
}

static struct rows_in_common common_of(struct doc *d, struct str here,
                                       struct str there)
{
    struct rows_in_common c = {{NULL, 0}, {NULL, 0}, {NULL, 0}};
    const struct doc_row *row;

    while ((row = turn_cut_row(d, &here)) != NULL) {
        const struct doc_row *other = row_among(d, there, row->rows);

        if (other == NULL)
            continue;
        c.lists = with_list(d, c.lists, row->rows);
        c.rows_here = with_row(d, c.rows_here, row);
        c.rows_there = with_row(d, c.rows_there, other);
    }
    return c;
}

static bool rows_agree(struct doc *d, struct str a, struct str b)
{
    const struct rows_in_common c = common_of(d, a, b);

    return c.lists.len > 0 && str_eq(c.rows_here, c.rows_there);
}

/* Those of TURNS over whose lists something called ID is repeated, too. */
static struct str turns_known(struct doc *d, struct rows_index *index,
                              struct str id, struct str turns)
{
    struct str known = {NULL, 0};
    struct str rest = turns;
    const struct doc_row *row;

    while ((row = turn_cut_row(d, &rest)) != NULL) {
        const struct str turn = str_from(turns, rest.len);

        if (name_map_get(&index->places, list_key(d, id, row->rows)) > 0)
            known = arena_printf(d->arena, "%.*s%.*s", STR_ARG(turn),
                                 STR_ARG(known));
        turns.len = rest.len;
    }
    return known;
}

/* The key of ID and of all lists that TURNS are repeated over. */
static struct str asked_of(struct doc *d, struct str id, struct str turns)
{
    struct str lists = {NULL, 0};
    const struct doc_row *row;

    while ((row = turn_cut_row(d, &turns)) != NULL)
        lists = with_list(d, lists, row->rows);
    return key_of(d, id, lists);
}

/* The key that is there where what is ASKED for stands in ROWS of LISTS. */
static struct str met_key(struct doc *d, struct str asked, struct str lists,
                          struct str rows)
{
    return key_of(d, key_of(d, asked, lists), rows);
}

/* What all nodes called ID share with those who refer to them as ASKED, one of
   whom is in TURNS. */
static void make_meetings(struct doc *d, struct rows_index *index,
                          struct str id, struct str asked, struct str turns)
{
    const struct str none = {NULL, 0};
    const size_t first = index->meetings.count;

    name_map_add(&index->asked, asked, (uint32_t)first + 1);
    for (size_t i = name_map_get(&index->places, key_of(d, id, none));
         i > 0 && i <= index->nturned && doc_status(d) == ST_OK &&
         str_eq(index->turned[i - 1].id, id);
         i++) {
        const struct str there = turns_of(&index->turned[i - 1]);
        const struct rows_in_common c = common_of(d, turns, there);
        const struct rows_meeting *all = index->meetings.items;
        size_t m = first;
        struct rows_meeting *kept;

        if (c.lists.len == 0)
            continue;
        name_map_add(&index->met, met_key(d, asked, c.lists, c.rows_there),
                     (uint32_t)i);
        while (m < index->meetings.count && !str_eq(all[m].lists, c.lists))
            m++;
        if (m < index->meetings.count)
            continue;
        kept = list_add(&index->meetings);
        if (kept != NULL)
            *kept = (struct rows_meeting){asked, c.lists, there};
    }
}

/* The first node called ID that is in the same row as TURNS of each list that
   both are repeated over. */
static const struct turned *first_met(struct doc *d, struct rows_index *index,
                                      struct str id, struct str turns)
{
    const struct str asked = asked_of(d, id, turns);
    const struct rows_meeting *all;
    uint32_t found = 0;

    if (name_map_get(&index->asked, asked) == 0)
        make_meetings(d, index, id, asked, turns);
    all = index->meetings.items;
    for (size_t i = name_map_get(&index->asked, asked);
         i > 0 && i <= index->meetings.count && str_eq(all[i - 1].asked, asked);
         i++) {
        const struct rows_in_common c = common_of(d, turns, all[i - 1].turns);
        const uint32_t place =
            name_map_get(&index->met, met_key(d, asked, c.lists, c.rows_here));

        if (place > 0 && (found == 0 || place < found))
            found = place;
    }
    return found == 0 ? NULL : &index->turned[found - 1];
}

const struct turned *turned_of_row(struct doc *d, struct rows_index *index,
                                   struct str id, struct str turns,
                                   bool *shared)
{
    const struct turned *all = index->turned;
    const struct str none = {NULL, 0};
    const struct doc_row *row;
    struct str rest;
    uint32_t place;

    if (!index->made)
        make_rows(d, index);
    place = name_map_get(&index->places, key_of(d, id, rows_of(d, turns)));
    if (place > 0)
        return &all[place - 1];
    turns = turns_known(d, index, id, turns);
    *shared = turns.len > 0;
    rest = turns;
    while ((row = turn_cut_row(d, &rest)) != NULL) {
        place =
            name_map_get(&index->places, key_of(d, id, with_row(d, none, row)));
        if (place > 0 && rows_agree(d, turns, turns_of(&all[place - 1])))
            return &all[place - 1];
    }
    return *shared ? first_met(d, index, id, turns) : NULL;
}

const struct turned *turned_of_one_row(struct doc *d, struct rows_index *index,
                                       struct str id)
{
    const struct str none = {NULL, 0};
    const size_t place = name_map_get(&index->places, key_of(d, id, none));
    const struct turned *t = &index->turned[place - 1];
    const bool once =
        place == index->nturned || !str_eq(index->turned[place].id, id);

    return once && name_map_get(&index->of_one_row, str_of(t->node->id)) > 0
               ? t
               : NULL;
}
