#include "core/base/name_map.h"
#include "core/base/utf8.h"
#include "input/table/seen_mark.h"
#include "input/table/table_parts.h"

struct notes_of_marks {
    struct table_reading *r;
    struct note_mark *begins; /* as many as there are notes */
    bool *has_mark;
    bool *is_tied;
    const struct seen_mark *now; /* that is tied */
    struct list *places;         /* of each note: where its marks stand */
    bool *is_seen;               /* of each note: whatever is printed */
    struct name_map *texts;      /* by column: what its cells say */
    struct cell_count powers;
};

static bool begins_mark(char c)
{
    return c == ' ' || c == '\n' || c == ';' || c == '.';
}

/* Whether MARK stands inside NOTE, as where one cell holds several notes. */
static bool holds(struct str note, struct str mark)
{
    struct str rest = note;

    for (;;) {
        const size_t at = str_find(rest, mark);
        const size_t from = note.len - rest.len + at;

        if (at == rest.len)
            return false;
        if (from == 0 || begins_mark(note.ptr[from - 1]))
            return true;
        rest = str_from(rest, at + 1);
    }
}

/* The mark is one of note I. */
static void add_place(struct notes_of_marks *n, size_t i)
{
    struct place *at = list_add(&n->places[i]);

    n->is_seen[i] |= n->now->above || n->now->left_out;
    if (at != NULL)
        *at = n->now->at;
}

static bool ties_key(struct notes_of_marks *n, struct str key)
{
    bool tied = false;

    for (size_t i = 0; i < n->r->nnotes; i++) {
        if (!n->has_mark[i] || !note_mark_same_key(n->begins[i].keys, key))
            continue;
        n->is_tied[i] = true;
        add_place(n, i);
        tied = true;
    }
    return tied;
}

/* ¹² may be the twelfth, or the first and the second. */
static bool ties_each_sign(struct notes_of_marks *n, struct str signs)
{
    bool tied = signs.len > 0;

    while (tied && signs.len > 0) {
        const struct str from = signs;

        (void)utf8_next(&signs);
        tied = ties_key(n, str_to(from, from.len - signs.len));
    }
    return tied;
}

static bool ties(struct notes_of_marks *n, const struct note_mark *mark)
{
    struct str keys = mark->keys;
    struct str key;
    bool all = true;

    while (note_mark_next_key(&keys, &key)) {
        bool tied = ties_key(n, key);

        if (!tied && mark->form == NOTE_MARK_RAISED)
            tied = ties_each_sign(n, key);
        all &= tied;
    }
    for (size_t i = 0; !all && i < n->r->nnotes; i++) {
        all = holds(n->r->notes[i].text, mark->text);
        if (all)
            add_place(n, i);
    }
    return all;
}

/* Whether the notes have marks that look as MARK does. */
static bool is_usual(const struct notes_of_marks *n,
                     const struct note_mark *mark)
{
    for (size_t i = 0; i < n->r->nnotes; i++) {
        if (n->has_mark[i] && n->begins[i].form == mark->form)
            return true;
    }
    return false;
}

/* A finding about marks without a note: once for a table, at the first of them,
   with how many there are. */
static void say_no_note(struct table_reading *r)
{
    const struct seen_mark *seen = r->marks.items;
    const struct seen_mark *first = NULL;
    size_t count = 0;

    for (size_t i = 0; i < r->marks.count; i++) {
        if (!seen[i].certain || seen[i].quiet)
            continue;
        first = first == NULL ? &seen[i] : first;
        count++;
    }
    if (first == NULL)
        return;
    if (count == 1)
        finding(r->findings, FINDING_NOTE_MARK, first->at,
                "`%.*s` is the mark of a note, and no note below the table has "
                "it",
                STR_ARG(first->mark.text));
    else
        finding(r->findings, FINDING_NOTE_MARK, first->at,
                "`%.*s` is the mark of a note, and no note below the table has "
                "it; %zu marks of this table have none",
                STR_ARG(first->mark.text), count);
    finding_hint(r->findings,
                 "write the note below the last row, beginning with `%.*s`, or "
                 "take the mark away",
                 STR_ARG(first->mark.text));
}

static void say_powers(struct notes_of_marks *n)
{
    const struct cell_count *c = &n->powers;
    struct table_reading *r = n->r;
    const struct str more = others_are_so(r->arena, c->count, "of its cells");

    if (c->count == 0)
        return;
    finding(r->findings, FINDING_BAD_FIGURE, c->first,
            "`%.*s` is a power, or a figure with the mark of a note that does "
            "not stand below the table%.*s",
            STR_ARG(cell_shown(c->text)), STR_ARG(more));
    finding_hint(r->findings,
                 "write a power out, as 1,000; a note that begins with the "
                 "mark, or a space before the mark, makes it one");
}

/* What cells of COLUMN say, those without their marks as well. */
static struct name_map *texts_of(struct notes_of_marks *n, size_t column)
{
    struct table_reading *r = n->r;
    struct name_map *texts = &n->texts[column];

    if (texts->count > 0)
        return texts;
    name_map_init(texts, r->arena, (uint64_t)(uintptr_t)r->arena);
    for (size_t row = 0; row < r->nrows; row++)
        name_map_add(texts,
                     cell_as_typed(&r->cells[row * r->columns.count + column]),
                     1);
    return texts;
}

/* Cuts the mark off its cell, unless another of the column would say the
   same then. */
static void cut_off(struct notes_of_marks *n, const struct seen_mark *s)
{
    struct cell *cell = &n->r->cells[s->cell];
    struct name_map *texts = texts_of(n, s->cell % n->r->columns.count);
    const struct str rest = str_to(cell_as_typed(cell), s->before);

    if (name_map_get(texts, rest) != 0)
        return;
    name_map_add(texts, rest, 1);
    cell->marked = (uint8_t)(cell->marked + (cell->len - s->before));
    cell->len = (uint32_t)s->before;
}

/* 10³ with no note ³ is ten or a thousand: nobody can tell. */
static void refuse_power(struct notes_of_marks *n, struct seen_mark *s)
{
    struct cell *cell = &n->r->cells[s->cell];

    s->quiet = true;
    if (cell->state == CELL_BAD)
        return;
    cell_count(&n->powers, s->at,
               (struct str){cell->ptr, cell->len + cell->marked});
    cell->state = CELL_BAD;
}

static void settle(struct notes_of_marks *n, struct seen_mark *s)
{
    struct table_reading *r = n->r;
    const struct cell *cell = s->cell == NO_CELL ? NULL : &r->cells[s->cell];
    bool tied;

    n->now = s;
    tied = ties(n, &s->mark);
    s->left_out &= tied;
    if (!tied && s->may_be_power)
        refuse_power(n, s);
    else if (!tied)
        s->certain |= is_usual(n, &s->mark);
    if (!tied)
        return;
    s->quiet = true;
    if (s->may_be_power)
        return; /* it was cut off when its figure was read */
    if (cell != NULL && s->before < cell->len &&
        cell->marked + (cell->len - s->before) <= UINT8_MAX)
        cut_off(n, s);
}

/* A finding that the column with the marks is left out, so that nobody sees to
   which rows the notes belong. */
static void say_left_out(struct table_reading *r, struct place at)
{
    finding(r->findings, FINDING_NOTE_MARK, at,
            "the column `%.*s` says which rows the notes below are of, and is "
            "left out",
            STR_ARG(r->headings[r->notes_field - 1].text));
    finding_hint(r->findings, "name it in `columns` of the data element, or "
                              "put the marks behind the names of the rows");
}

static void say_no_mark(struct notes_of_marks *n)
{
    struct table_reading *r = n->r;

    for (size_t i = 0; i < r->nnotes; i++) {
        const enum note_mark_form form = n->begins[i].form;

        if (!n->has_mark[i] || n->is_tied[i] || form == NOTE_MARK_WORD)
            continue;
        finding(r->findings, FINDING_NOTE_MARK, r->notes[i].at,
                "this note begins with the mark `%.*s`, and nothing that is "
                "read of the table has it",
                STR_ARG(n->begins[i].text));
        finding_hint(r->findings, "put the mark behind what the note is of, or "
                                  "take it off the note; a column that is left "
                                  "out can be named in `columns`");
    }
}

void marks_end(struct table_reading *r)
{
    struct seen_mark *seen = r->marks.items;
    struct notes_of_marks n = {
        .r = r,
        .begins = arena_alloc(r->arena, r->nnotes, sizeof(*n.begins)),
        .has_mark = arena_alloc(r->arena, r->nnotes, sizeof(*n.has_mark)),
        .is_tied = arena_alloc(r->arena, r->nnotes, sizeof(*n.is_tied)),
        .is_seen = arena_alloc(r->arena, r->nnotes, sizeof(*n.is_seen)),
        .places = arena_alloc(r->arena, r->nnotes, sizeof(*n.places)),
        .texts = arena_alloc(r->arena, r->columns.count, sizeof(*n.texts)),
    };
    const struct seen_mark *unseen = NULL;

    if (arena_status(r->arena) != ST_OK)
        return;
    for (size_t i = 0; i < r->nnotes; i++) {
        n.has_mark[i] = note_mark_begin(r->notes[i].text, r->options->wording,
                                        &n.begins[i]);
        n.places[i] = list_of(r->arena, sizeof(struct place));
    }
    for (size_t i = 0; i < r->marks.count; i++) {
        settle(&n, &seen[i]);
        if (seen[i].left_out && unseen == NULL)
            unseen = &seen[i];
    }
    for (size_t i = 0; i < r->nnotes; i++) {
        r->notes[i].marks = n.places[i].items;
        r->notes[i].nmarks = n.is_seen[i] ? 0 : n.places[i].count;
    }
    say_no_note(r);
    say_powers(&n);
    if (unseen != NULL)
        say_left_out(r, unseen->at);
    say_no_mark(&n);
}
