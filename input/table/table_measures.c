#include "core/model/measure.h"
#include "input/table/table_parts.h"

static struct place place_of(const struct table_reading *r, size_t column)
{
    return record_place(r->record, r->columns.list[column].field);
}

/* The unit that a row says in a column of its own. */
struct said_unit {
    enum measure_unit measure; /* MEASURE_NUMBER: none */
    struct str text;
    bool scaled;   /* of money: in thousands, millions or what is more */
    uint8_t zeros; /* 3 or 6, where all of TEXT is such a unit; else 0 */
};

static struct said_unit said_money(const struct table_reading *r,
                                   struct str text)
{
    const struct wording *w = r->options->wording;
    struct said_unit says = {MEASURE_MONEY, text, false, 0};
    struct unit unit;

    if (unit_read(text, w, &unit)) {
        says.scaled = unit.zeros > 0;
        says.zeros = unit.zeros == 3 || unit.zeros == 6 ? unit.zeros : 0;
    } else {
        says.scaled = unit_find(text, w, &unit);
    }
    return says;
}

static struct said_unit said_unit(const struct table_reading *r,
                                  const struct cell *row)
{
    const struct str sign = r->options->wording->currency;
    struct str other = {NULL, 0};

    for (size_t c = 0; c < r->columns.count; c++) {
        const struct kind_column *kind = r->columns.list[c].kind;
        const struct str text = cell_as_typed(&row[c]);

        if (kind == NULL || kind->role != COLUMN_UNIT)
            continue;
        if (other.len == 0)
            other = text;
        if (str_find_char(text, '%') < text.len)
            return (struct said_unit){MEASURE_PERCENT, text, false, 0};
        if (sign.len > 0 && str_find(text, sign) < text.len)
            return said_money(r, text);
    }
    return (struct said_unit){MEASURE_NUMBER, other, false, 0};
}

/* Money that a unit may be of, nought is the same in each, and 1.2m has its
   own. */
static bool may_be_in_unit(const struct table_reading *r, size_t column,
                           const struct cell *row)
{
    static const char letters[] = "kKmMbB";
    const struct str typed = cell_as_typed(&row[column]);

    if (!is_measure(r, column, row) ||
        (row[column].measure != MEASURE_MONEY &&
         row[column].measure != MEASURE_NUMBER) ||
        row[column].value.coefficient == 0)
        return false;
    for (size_t i = 0; letters[i] != '\0'; i++) {
        if (str_find_char(typed, letters[i]) < typed.len)
            return false;
    }
    return true;
}

/* `38.0` in a row of £m is £38.0m, wherever it is printed: as if that stood in
   the cell. A sum with a sign, and one of a million and more, may be whole:
   false. */
static bool put_in_unit(const struct table_reading *r, struct cell *cell,
                        uint8_t zeros)
{
    const struct wording *w = r->options->wording;
    const struct str typed = cell_as_typed(cell);
    const struct decimal size = decimal_unsigned(
        (struct decimal){cell->value.coefficient, cell->scale});
    struct decimal d;
    struct str text;

    if (str_find(typed, w->currency) < typed.len ||
        decimal_compare(size, (struct decimal){1000000, 0}) >= 0)
        return false;
    /* Marks of notes stand behind what is printed as the cell's text. */
    text = arena_printf(
        r->arena, "%s%.*s%.*s%c%.*s", cell->value.coefficient < 0 ? "-" : "",
        STR_ARG(w->currency), STR_ARG(wording_number(r->arena, w, size)),
        zeros == 6 ? 'm' : 'k', cell->marked, typed.ptr + typed.len);
    text.len -= cell->marked;
    if (decimal_read(text, w->currency, &d) != NUMBER_OK)
        return false;
    cell->value.coefficient = d.coefficient;
    cell->scale = d.scale;
    cell->ptr = text.ptr;
    cell->len = (uint32_t)text.len;
    return true;
}

/* All figures of a row are in its unit, or none is. */
static void write_out(struct table_reading *r, struct cell *row,
                      const struct said_unit *says)
{
    for (size_t c = 0; c < r->columns.count; c++) {
        struct cell trial = row[c];

        if (!may_be_in_unit(r, c, row) ||
            (says->zeros > 0 && put_in_unit(r, &trial, says->zeros)))
            continue;
        if (r->measures.whole.count == 0)
            r->measures.whole_unit = says->text;
        cell_count(&r->measures.whole, place_of(r, c), cell_as_typed(&row[c]));
        return;
    }
    for (size_t c = 0; c < r->columns.count; c++) {
        if (may_be_in_unit(r, c, row))
            (void)put_in_unit(r, &row[c], says->zeros);
    }
}

/* `38` below `All figures in £m`, where its row does not say so; below a
   title it may also say that it is something else. */
static void see_unread(struct table_reading *r, const struct cell *row,
                       const struct said_unit *says)
{
    const struct str sign = r->options->wording->currency;
    const bool is_other = says->measure != MEASURE_MONEY && says->text.len > 0;
    struct measures *m = &r->measures;

    for (size_t c = 0; c < r->columns.count; c++) {
        const struct heading *h = &r->headings[r->columns.list[c].field - 1];
        const struct str typed = cell_as_typed(&row[c]);
        const uint8_t zeros = h->of_measures > 0 ? h->of_measures
                              : is_other         ? 0
                                                 : m->zeros_above;

        if (zeros == 0 || zeros == says->zeros || !may_be_in_unit(r, c, row) ||
            str_find(typed, sign) < typed.len)
            continue;
        if (m->unread.count == 0)
            m->unread_below = h->of_measures > 0 ? h : NULL;
        cell_count(&m->unread, place_of(r, c), typed);
    }
}

/* Another unit than the row's cannot be compared with it. */
static void refuse(struct table_reading *r, size_t column, struct cell *cell)
{
    const struct str text = cell_shown(cell_as_typed(cell));

    finding(r->findings, FINDING_BAD_FIGURE, place_of(r, column),
            "`%.*s` has another unit than the other figures of its row",
            STR_ARG(text));
    finding_hint(r->findings, "give all figures of a row in one unit; what "
                              "cannot be belongs into a row of its own");
    cell->state = CELL_BAD;
}

/* 2.5 weeks beside 18 days are neither fewer nor more by 15.5; nor is anything
   beside a percentage or a sum. */
static void compare_words(struct table_reading *r, struct cell *row,
                          enum measure_unit unit)
{
    const struct cell *first = NULL;

    for (size_t c = 0; c < r->columns.count; c++) {
        if (!is_measure(r, c, row) || row[c].measure != MEASURE_WORDS)
            continue;
        if (unit != MEASURE_NUMBER ||
            (first != NULL && !measures_alike(&row[c], first)))
            refuse(r, c, &row[c]);
        else if (first == NULL)
            first = &row[c];
    }
}

/* 0.54 where the row says that its unit is %: a spreadsheet keeps 54% so. A
   figure above one says that its row has none such. */
static void see_fractions(struct table_reading *r, const struct cell *row)
{
    size_t first = r->columns.count;

    for (size_t c = 0; c < r->columns.count; c++) {
        const struct decimal d = {row[c].value.coefficient, row[c].scale};

        if (!is_measure(r, c, row) || row[c].measure != MEASURE_NUMBER)
            continue;
        if (decimal_compare(d, (struct decimal){1, 0}) > 0 ||
            decimal_compare(d, (struct decimal){-1, 0}) < 0)
            return;
        if (first == r->columns.count && d.scale > 0 && d.coefficient != 0)
            first = c;
    }
    if (first < r->columns.count)
        cell_count(&r->measures.fractions, place_of(r, first),
                   cell_as_typed(&row[first]));
}

/* `12 thousand` in a row of Thousands is 12 of them. */
static bool is_scaled(const struct table_reading *r, struct str said)
{
    const struct wording *w = r->options->wording;
    struct unit unit;

    return (unit_read(said, w, &unit) && unit.zeros > 0) ||
           unit_find(said, w, &unit);
}

static void say_unlike(const struct table_reading *r)
{
    const struct cell_count *n = &r->measures.unlike;

    if (n->count == 0)
        return;
    finding(r->findings, FINDING_DOUBTFUL, n->first,
            "`%.*s` and the other figures of its row may not be in the same "
            "unit: it is printed as it stands and compared with nothing%s",
            STR_ARG(cell_shown(n->text)),
            n->count > 1 ? ", as are such figures of other rows" : "");
    finding_hint(r->findings, "write the figures of the row out (12,000 "
                              "visits), or all of them in one way");
}

void measures_settle(struct table_reading *r, struct cell *row)
{
    struct said_unit says;
    enum measure_unit unit;

    if (!r->has_measures)
        return;
    says = said_unit(r, row);
    unit = says.measure;
    if (unit == MEASURE_PERCENT)
        see_fractions(r, row);
    for (size_t c = 0; c < r->columns.count; c++) {
        const enum measure_unit own = (enum measure_unit)row[c].measure;

        if (!is_measure(r, c, row) || own == MEASURE_NUMBER ||
            own == MEASURE_WORDS)
            continue;
        if (unit != MEASURE_NUMBER && own != unit)
            refuse(r, c, &row[c]);
        else
            unit = own;
    }
    compare_words(r, row, unit);
    if (unit == MEASURE_NUMBER && !is_scaled(r, says.text))
        measure_words_settle(r, row);
    for (size_t c = 0; unit != MEASURE_NUMBER && c < r->columns.count; c++) {
        if (!is_measure(r, c, row) || row[c].measure != MEASURE_NUMBER)
            continue;
        row[c].measure = (uint8_t)unit;
        if (says.measure == MEASURE_NUMBER)
            cell_count(&r->measures.without_sign, place_of(r, c),
                       cell_as_typed(&row[c]));
    }
    see_unread(r, row, &says);
    if (says.scaled)
        write_out(r, row, &says);
}

static void say_fractions(const struct table_reading *r)
{
    const struct cell_count *n = &r->measures.fractions;

    if (n->count == 0)
        return;
    finding(r->findings, FINDING_DOUBTFUL, n->first,
            "`%.*s` has no %% and may be a fraction of one; it is taken for "
            "%.*s%%%s",
            STR_ARG(cell_shown(n->text)), STR_ARG(cell_shown(n->text)),
            n->count > 1 ? ", and so are figures of other rows" : "");
    finding_hint(r->findings, "write %% behind each figure where it is a "
                              "percentage as it stands");
}

static void say_whole(const struct table_reading *r)
{
    const struct cell_count *n = &r->measures.whole;

    if (n->count == 0)
        return;
    finding(r->findings, FINDING_DOUBTFUL, n->first,
            "`%.*s` may be a whole sum or be in `%.*s`, the unit of its row; "
            "it is taken for a whole sum, as are the figures beside it%s",
            STR_ARG(cell_shown(n->text)),
            STR_ARG(cell_shown(r->measures.whole_unit)),
            n->count > 1 ? ", and so are those of other such rows" : "");
    finding_hint(r->findings,
                 "write the unit into each cell of the row, or £ as its unit; "
                 "in a unit that is £m or £000 alone, figures below a million "
                 "that have no £ are read in it");
}

void measures_end(const struct table_reading *r)
{
    const struct cell_count *n = &r->measures.without_sign;

    say_fractions(r);
    say_whole(r);
    say_unlike(r);
    units_say_measures(r);
    if (n->count == 0)
        return;
    finding(r->findings, FINDING_DOUBTFUL, n->first,
            "`%.*s`%s is taken to have the unit of the other figures in its "
            "row",
            STR_ARG(cell_shown(n->text)),
            n->count > 1 ? ", as others in such rows," : "");
    finding_hint(r->findings, "write the unit in each cell, or in a column of "
                              "role `unit`");
}
