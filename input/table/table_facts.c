#include "input/table/table_parts.h"

/* In which unit the cells of a column are shown, where their form says it. */
struct column_scale {
    struct place first; /* of a figure; source NULL: none yet */
    uint8_t zeros;      /* that it is shown without */
    bool said;
};

static bool is_figure(const struct kind_column *k)
{
    return k != NULL && (k->type == TYPE_MONEY || k->type == TYPE_NUMBER);
}

static void refuse_scale(struct table_reading *r, struct column_scale *s,
                         struct place at)
{
    char cell[SOURCE_CELL_SIZE];

    s->said = true;
    place_cell_name(s->first, cell);
    finding(r->findings, FINDING_BAD_FIGURE, at,
            "this cell and %s are shown in units of different size: one of "
            "them may be wrong by a thousand",
            cell);
    finding_hint(r->findings, "give the whole column one number format");
}

/* What a format hides, 572 for 572000, and what the heading says (£000) are one
   fact; the figure that is stored is whole. */
static void see_scale(struct table_reading *r, size_t c, struct place at,
                      const struct field_facts *facts)
{
    const struct column *column = &r->columns.list[c];
    struct column_scale *s;

    if (facts->own_unit && column->zeros == 0)
        return; /* nobody takes it for another */
    if (r->scales == NULL)
        r->scales = arena_alloc(r->arena, r->columns.count, sizeof(*s));
    if (r->scales == NULL)
        return;
    s = &r->scales[c];
    if (s->first.source == NULL) {
        s->first = at;
        s->zeros = facts->zeros;
        if (facts->zeros > 0 && column->zeros == 0)
            finding(r->findings, FINDING_ASSUMED, at,
                    "the format shows this column without its last %u digits; "
                    "the whole figures are read, and printed in that unit",
                    facts->zeros);
        if (facts->zeros > 0 && column->zeros > 0 &&
            column->zeros != facts->zeros) {
            s->said = true;
            finding(r->findings, FINDING_BAD_FIGURE, at,
                    "the format hides %u digits, and the unit of the column "
                    "stands for %u",
                    facts->zeros, column->zeros);
            finding_hint(r->findings, "make the two say the same");
        }
    } else if (s->zeros != facts->zeros && !s->said) {
        refuse_scale(r, s, at);
    }
}

/* TEXT behind the sign of currency, as it is shown: -£5. */
static struct str with_currency(struct table_reading *r, struct str text)
{
    const size_t sign = str_starts(text, STR_LIT("-"));
    const struct str currency = r->options->wording->currency;

    return arena_printf(r->arena, "%.*s%.*s%.*s", STR_ARG(str_to(text, sign)),
                        STR_ARG(currency), STR_ARG(str_from(text, sign)));
}

/* The day of TEXT that is stored, 8 December 2026 of `w/e 8 December 2026`. */
static struct str without_words(struct str text, const struct field_facts *f)
{
    const size_t words = (size_t)f->before + f->behind;

    return words < text.len
               ? str_to(str_from(text, f->before), text.len - words)
               : text;
}

bool table_takes_facts(struct table_reading *r, size_t c, struct place at,
                       struct str *text)
{
    const struct column *column = &r->columns.list[c];
    struct cell_column *cells = &r->cell_columns[c];
    const struct field_facts facts =
        r->reader->facts(r->reader, r->record->number, column->field);

    if (facts.refused)
        return false;
    cells->is_text = facts.is_text;
    if (facts.rounded && column->kind != NULL &&
        column->kind->type != TYPE_TEXT) {
        r->columns.list[c].rounded = true;
        cell_count(&cells->seen, at, *text);
    }
    /* A figure is printed in the form of its column; anything else as it is
       shown. */
    if (facts.currency && !is_figure(column->kind))
        *text = with_currency(r, *text);
    if (facts.before + facts.behind > 0)
        cells->day = without_words(*text, &facts);
    if (facts.is_number && !facts.is_nought && is_figure(column->kind)) {
        see_scale(r, c, at, &facts);
        if (facts.zeros > 0)
            cells->zeros = 0;
    }
    return true;
}

uint8_t table_scaled_zeros(const struct table_reading *r, size_t c)
{
    const struct column *column = &r->columns.list[c];
    const struct column_scale *s = &r->scales[c];

    if (column->kind == NULL || column->kind->type != TYPE_MONEY ||
        column->zeros > 0 || r->options->unit.given || s->said ||
        (s->zeros != 3 && s->zeros != 6))
        return column->zeros;
    return s->zeros;
}

void table_settle_units(struct table_reading *r)
{
    for (size_t c = 0; c < r->columns.count; c++)
        r->columns.list[c].zeros = table_shown_zeros(r, c);
}

void table_tell_columns(struct table_reading *r)
{
    for (size_t c = 0; r->reader->column_read != NULL && c < r->columns.count;
         c++) {
        const struct column *column = &r->columns.list[c];

        r->reader->column_read(r->reader,
                               r->columns.headings[column->field - 1].at.line,
                               column->field);
    }
}
