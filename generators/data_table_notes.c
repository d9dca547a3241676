#include "generators/data_table_notes.h"

#include "core/base/list.h"
#include "core/base/number_map.h"
#include "generators/data_table_across.h"

/* A mark of a note, and the next that stands in the same place of a file, or of
   another: 1 + its number, or 0. */
struct placed_mark {
    struct place at;
    size_t note;
    uint32_t next;
};

struct meeting {
    const struct data_table *m;
    struct list marks;       /* struct placed_mark */
    struct number_map first; /* of a place: 1 + the number of its last mark */
    bool *met;
};

static void add_mark(struct meeting *x, struct place at, size_t note)
{
    struct placed_mark *mark = list_add(&x->marks);
    const uint64_t number = place_number(at);

    if (mark == NULL)
        return;
    *mark = (struct placed_mark){at, note, number_map_get(&x->first, number)};
    number_map_set(&x->first, number, (uint32_t)x->marks.count);
}

static void meet_at(struct meeting *x, struct place at)
{
    const struct placed_mark *marks = x->marks.items;
    uint32_t i = number_map_get(&x->first, place_number(at));

    for (; i != 0; i = marks[i - 1].next) {
        if (place_same(marks[i - 1].at, at))
            x->met[marks[i - 1].note] = true;
    }
}

/* A view repeats the name of a group, whose cell stood in another row. */
static void meet_repeated(struct meeting *x, const struct cell *c)
{
    const struct table *t = x->m->table;
    const struct str marks = cell_marks(c);

    for (size_t i = 0; marks.len > 0 && i < t->nnotes; i++) {
        struct str text = t->notes[i].text;
        const struct str mark = str_cut_word(&text);

        if (mark.len > 0 && str_find(marks, mark) < marks.len)
            x->met[i] = true;
    }
}

static void meet_column(struct meeting *x, size_t column)
{
    const struct table *t = x->m->table;

    meet_at(x, t->columns[column].at);
    for (size_t r = 0; r < t->nrows; r++) {
        meet_at(x, table_cell_place(t, r, column));
        meet_repeated(x, table_cell(t, r, column));
    }
}

const bool *data_table_notes_met(const struct data_table *m)
{
    const struct table *t = m->table;
    const size_t chosen = table_across_chosen(m);
    struct meeting x = {
        .m = m,
        .marks = list_of(m->d->arena, sizeof(struct placed_mark)),
        .met = arena_alloc(m->d->arena, t->nnotes, sizeof(*x.met)),
    };

    if (x.met == NULL || t->nnotes == 0)
        return NULL;
    number_map_init(&x.first, m->d->arena);
    for (size_t i = 0; i < t->nnotes; i++) {
        x.met[i] = t->notes[i].nmarks == 0;
        for (size_t k = 0; k < t->notes[i].nmarks; k++)
            add_mark(&x, t->notes[i].marks[k], i);
    }
    if (x.marks.count == 0)
        return x.met;
    if (m->group < t->ncolumns)
        meet_column(&x, m->group);
    if (chosen < t->ncolumns)
        meet_column(&x, chosen);
    for (size_t i = 0; i < m->norder; i++)
        meet_column(&x, m->order[i]);
    return x.met;
}
