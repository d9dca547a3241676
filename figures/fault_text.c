#include "figures/fault_text.h"

struct str fault_text(struct arena *arena, const struct wording *wording,
                      const struct computed *fault, struct cell_form form)
{
    const struct cell *claimed =
        table_cell(fault->table, fault->row, fault->column);
    const struct cell computed = cell_of_decimal(form.type, fault->value);
    struct placeholder texts[] = {{"printed", {NULL, 0}},
                                  {"computed", {NULL, 0}}};
    struct str text;

    form = cell_form_beside(form, claimed);
    form.zeros = 0;
    texts[0].value = cell_text(arena, wording, &form, claimed);
    texts[1].value = cell_text(arena, wording, &form, &computed);
    if (form.pipe != PIPE_PLAIN && str_eq(texts[0].value, texts[1].value)) {
        form.pipe = PIPE_PLAIN;
        texts[0].value = cell_text(arena, wording, &form, claimed);
        texts[1].value = cell_text(arena, wording, &form, &computed);
    }
    text =
        wording_fill(arena, wording->phrases[PHRASE_PUBLISHED_FAULT], texts, 2);
    return arena_printf(arena, "%.*s %.*s", STR_ARG(text),
                        STR_ARG(fault->acknowledged->because));
}
