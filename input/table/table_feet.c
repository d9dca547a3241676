#include "core/base/ascii.h"
#include "input/table/cell_states.h"
#include "input/table/figure_words.h"
#include "input/table/table_parts.h"

/*
 * What finance writes below a table in several cells of a record: `Prepared
 * by:` and a name beside it, `Date:` and a day.
 */

#define FOOT_FIELDS 4 /* at most */

/* `Date:`, or `Date: 30/11/2026`; a time of day has no space. */
static bool has_label(struct str text)
{
    return str_ends(text, STR_LIT(":")) ||
           str_find(text, STR_LIT(": ")) < text.len;
}

/* A figure, perhaps with a unit of its own, or what stands in place of one. */
static bool may_be_figure(const struct table_reading *r, size_t c,
                          struct str text)
{
    struct decimal d;
    struct cell cell;

    if (r->columns.list[c].kind->type == TYPE_MEASURE && has_digit(text))
        return true;
    return decimal_read_money(text, r->options->wording->currency, 0, &d) ==
               NUMBER_OK ||
           decimal_read_percent(text, &d) == NUMBER_OK ||
           cell_is_state(&r->cell_reader, &r->cell_columns[c], text, &cell);
}

bool foot_is_no_row(const struct table_reading *r, const struct record *record,
                    bool apart)
{
    bool words = false; /* where figures stand */
    bool lacks = false;

    for (size_t c = 0; c < r->columns.count; c++) {
        const struct column *column = &r->columns.list[c];
        const struct str text = column->field <= record->nfields
                                    ? record->fields[column->field - 1]
                                    : (struct str){NULL, 0};

        if (text.len == 0)
            lacks |= column->kind != NULL && column->kind->required;
        else if (column->kind != NULL && (column->kind->type == TYPE_DATE ||
                                          column->kind->type == TYPE_YEAR))
            words |= has_label(text);
        else if (table_is_figure(column) && may_be_figure(r, c, text))
            return false;
        else
            words |= table_is_figure(column);
    }
    return words || (apart && lacks);
}

bool foot_may_be(const struct table_reading *r, const struct record *record)
{
    return record->ntexts > 1 && record->ntexts <= FOOT_FIELDS &&
           record->ntexts < r->columns.width;
}

size_t foot_notes(struct arena *a, const struct record *record,
                  struct table_note *notes)
{
    size_t n = 0;

    for (size_t i = 0; i < record->nfilled; i++) {
        const struct str text = record->fields[i];

        if (text.len == 0)
            continue;
        if (n > 0 && !has_label(text))
            notes[n - 1].text = arena_printf(
                a, "%.*s %.*s", STR_ARG(notes[n - 1].text), STR_ARG(text));
        else
            notes[n++] = (struct table_note){
                .text = text,
                .at = record_place(record, i + 1),
            };
    }
    return n;
}
