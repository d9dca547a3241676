/*
 * fault_note.h - notes on figures that the report owns up to, wherever such a
 * figure stands. For generators/ alone.
 *
 * Ownership and failure: as for doc.h.
 */
#ifndef GENERATORS_FAULT_NOTE_H
#define GENERATORS_FAULT_NOTE_H

#include "figures/fault_text.h"
#include "generators/generator.h"

/* A mark at the end of HOLDER, and its note, which says WORDS, at the end of
   NOTES. AT is where the fault is acknowledged. */
void fault_note(const struct generator_in *in, struct doc *d,
                struct doc_node *holder, struct doc_node *notes,
                struct str words, struct place at);

/* The same for the cell at ROW and COLUMN of TABLE, printed in FORM, where the
   report owns up to a fault of it. */
void fault_note_of_cell(const struct generator_in *in, struct doc *d,
                        struct doc_node *holder, struct doc_node *notes,
                        const struct table *table, size_t row, size_t column,
                        const struct cell_form *form);

/* Notes that were made follow the last block of PARENT, for those who read
   what they are about. */
void fault_notes_end(struct doc_node *notes, struct doc_node *parent,
                     uint8_t audience);

#endif
