#include "generators/fault_note.h"

void fault_note(const struct generator_in *in, struct doc *d,
                struct doc_node *holder, struct doc_node *notes,
                struct str words, struct place at)
{
    struct doc_node *mark = doc_add(d, holder, DOC_NOTE_MARK);
    struct doc_node *note = doc_add(d, notes, DOC_NOTE);

    if (mark == NULL || note == NULL)
        return;
    note->id = arena_printf(d->arena, NOTE_ID, (unsigned)++d->notes).ptr;
    note->u.series = in->template_used->note_series;
    note->at = at;
    mark->u.target = note->id;
    mark->at = at;
    doc_text(d, note, words);
}

void fault_note_of_cell(const struct generator_in *in, struct doc *d,
                        struct doc_node *holder, struct doc_node *notes,
                        const struct table *table, size_t row, size_t column,
                        const struct cell_form *form)
{
    const struct computed *fault =
        figures_fault(in->figures, table, row, column);

    if (fault != NULL)
        fault_note(in, d, holder, notes,
                   fault_text(d->arena, in->wording, fault, *form),
                   fault->acknowledged->at);
}

void fault_notes_end(struct doc_node *notes, struct doc_node *parent,
                     uint8_t audience)
{
    struct doc_node *note = notes == NULL ? NULL : notes->first;

    while (note != NULL) {
        struct doc_node *next = note->next;

        note->audience = audience;
        doc_append(parent, note);
        note = next;
    }
}
