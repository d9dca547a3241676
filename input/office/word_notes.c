#include "input/office/word_reading.h"

struct place word_place(const struct word_reading *r)
{
    /* What stands between paragraphs is said of the next. */
    const uint32_t ahead = r->table.open && !r->in_paragraph ? 1 : 0;

    return (struct place){r->t->source, r->t->paragraphs + ahead, 1};
}

/* Once a paragraph, however many pieces of it have the fault. */
void word_fault(struct word_reading *r, enum finding_id id, const char *what,
                const char *hint)
{
    const struct findings *f = r->t->findings;
    const struct finding *last = f->last;

    if (last != NULL && last->id == id && last->at.source == r->t->source &&
        last->at.line == word_place(r).line &&
        str_starts(last->text, str_of(what)))
        return;
    finding(r->t->findings, id, word_place(r), "%s", what);
    finding_hint(r->t->findings, "%s", hint);
}

void word_note_begin(struct word_reading *r, const struct part_tag *tag)
{
    const struct str type = part_value(tag, "type");
    struct word_note *n;

    /* The line above the notes is one as well. */
    r->note_open = type.len == 0 || str_is(type, "normal");
    n = r->note_open ? list_add(&r->t->notes) : NULL;
    if (n == NULL)
        return;
    n->id = arena_str(r->t->arena, part_value(tag, "id"));
    n->from = r->t->pieces.count;
}

void word_note_end(struct word_reading *r)
{
    struct word_note *notes = r->t->notes.items;

    if (r->note_open && r->t->notes.count > 0)
        notes[r->t->notes.count - 1].to = r->t->pieces.count;
    r->note_open = false;
}
