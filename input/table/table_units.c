/*
 * Where a unit stands that the headings of money do not have: above the table,
 * in its title, in the heading of another column, below the table.
 */
#include "input/table/column_match.h"
#include "input/table/table_parts.h"

/* `Figures rounded to the nearest thousand`. */
static void see_rounding(struct table_reading *r, struct str text,
                         struct place at)
{
    struct unit unit;

    if (!unit_find_rounding(text, r->options->wording, &unit))
        return;
    r->rounding_zeros = unit.zeros;
    r->rounding = (struct cell_count){1, at, text};
}

void units_see_title(struct table_reading *r, struct str text, struct place at)
{
    bool alone;
    const struct unit unit = column_unit_of(r->options, text, &alone);

    see_rounding(r, text, at);
    if (!unit.given || unit.zeros == 0 || r->options->unit.given)
        return;
    r->unit = unit;
    r->title_is_unit = alone;
    r->title_unit = (struct cell_count){1, at, text};
}

void units_see_line(struct table_reading *r, struct str text, struct place at)
{
    const struct str above = r->title_unit.text;
    const struct unit unit = r->unit;

    units_see_title(r, text, at);
    if (above.len == 0 || unit.zeros == r->unit.zeros)
        return;
    finding(r->findings, FINDING_DOUBTFUL, at,
            "`%.*s` says another unit than `%.*s`", STR_ARG(cell_shown(text)),
            STR_ARG(cell_shown(above)));
    finding_hint(r->findings, "correct the one or the other");
}

void units_see_beside(struct table_reading *r)
{
    if (r->reader->unit_beside.len == 0 || r->options->unit.given)
        return;
    r->unit = r->reader->unit;
    r->title_is_unit = false; /* an attribute may be anybody's: it is said */
    r->title_unit =
        (struct cell_count){1, r->reader->unit_at, r->reader->unit_beside};
}

/* Money whose unit nothing says. */
static bool has_unnamed(const struct table_reading *r)
{
    for (size_t i = 0; i < r->nheadings; i++) {
        if (kind_column_is_money(r->headings[i].column) &&
            !r->headings[i].unit.given)
            return true;
    }
    return false;
}

static const struct heading *first_named(const struct table_reading *r)
{
    for (size_t i = 0; i < r->nheadings; i++) {
        const struct heading *h = &r->headings[i];

        if (kind_column_is_money(h->column) && h->unit.given &&
            h->unit.zeros > 0)
            return h;
    }
    return NULL;
}

/* The headings have their own, and a line that says `in` is of another. */
static bool says_another(const struct table_reading *r,
                         const struct heading *named)
{
    struct unit unit;

    return r->title_unit.count > 0 && named != NULL &&
           unit_find_said(r->title_unit.text, r->options->wording, &unit) &&
           unit.zeros != named->unit.zeros;
}

/* In the second row of headings it stands in a cell of its own. */
static struct cell_count said_beside(const struct table_reading *r,
                                     const struct heading *h)
{
    struct unit unit;

    if (unit_read(h->lower, r->options->wording, &unit))
        return (struct cell_count){1, h->lower_at, h->lower};
    return (struct cell_count){1, h->at, h->text};
}

/* Which attribute says it, and which says the other thing. */
static void say_way_out(const struct table_reading *r, uint8_t zeros,
                        const char *so, const char *none)
{
    const char *name = choice_name(data_unit_choices, zeros);

    if (name != NULL)
        finding_hint(r->findings,
                     "unit=\"%s\" in the data element %s; unit=\"one\" %s",
                     name, so, none);
    else
        finding_hint(r->findings, "write the amounts in millions, or out");
}

static void say_taken(const struct table_reading *r, const char *where,
                      const char *whose)
{
    const struct cell_count *c = &r->title_unit;

    finding(r->findings, FINDING_DOUBTFUL, c->first,
            "`%.*s`%s is taken for the unit of %s",
            STR_ARG(cell_shown(c->text)), where, whose);
    say_way_out(r, r->columns.unit.zeros, "says so", "that it is none");
}

static void say_title(const struct table_reading *r)
{
    if (r->title_unit.first.source != r->reader->now.source)
        say_taken(r, "", "the amounts below it");
    else if (r->reader->unit_beside.len > 0)
        say_taken(r,
                  r->reader->unit_within ? " in the records"
                                         : " beside the records",
                  "their amounts");
    else if (r->title_unit.first.line > r->headings[0].at.line)
        say_taken(r, " below the headings", "the amounts below it");
    else
        say_taken(r, " above the headings", "the amounts below them");
}

/* Whether no amount of money is read, and figures whose unit is their row's. */
static bool has_measures_alone(const struct table_reading *r)
{
    bool measures = false;

    for (size_t i = 0; i < r->nheadings; i++) {
        const struct kind_column *c = r->headings[i].column;

        if (kind_column_is_money(c))
            return false;
        measures |= c != NULL && c->type == TYPE_MEASURE;
    }
    return measures;
}

/* A unit above them, or in the data element, is that of none of them: rows may
   say the same. */
static uint8_t unit_of_measures(const struct table_reading *r)
{
    if (!has_measures_alone(r))
        return 0;
    if (r->options->unit.given)
        return r->options->unit.zeros;
    return r->title_unit.count > 0 ? r->unit.zeros : 0;
}

void units_say_measures(const struct table_reading *r)
{
    const struct cell_count *n = &r->measures.unread;
    const struct heading *h = r->measures.unread_below;
    const bool given = h == NULL && r->options->unit.given;
    const struct str text = h != NULL ? h->text : r->title_unit.text;

    if (n->count == 0)
        return;
    finding(r->findings, FINDING_DOUBTFUL,
            h != NULL ? h->at
            : given   ? r->options->at
                      : r->title_unit.first,
            "`%.*s` gives a unit, and `%.*s`%s is not read in it: measures "
            "have the unit that their row or they themselves say",
            STR_ARG(given ? STR_LIT("unit") : cell_shown(text)),
            STR_ARG(cell_shown(n->text)),
            n->count > 1 ? ", as other figures," : "");
    finding_hint(r->findings, "write it into each row, in a column of its "
                              "unit, or into each cell: £1.2m, 5%%");
}

void units_say(struct table_reading *r)
{
    const struct heading *named = first_named(r);
    const struct heading *beside = r->columns.unit_heading;
    const bool unnamed = has_unnamed(r);

    r->measures.zeros_above = unit_of_measures(r);
    if (r->title_unit.count > 0 && unnamed && r->title_is_unit) {
        finding(r->findings, FINDING_ASSUMED, r->title_unit.first,
                "`%.*s` says the unit of the amounts below it",
                STR_ARG(cell_shown(r->title_unit.text)));
    } else if (r->title_unit.count > 0 && unnamed) {
        say_title(r);
    } else if (beside != NULL && unnamed) {
        r->title_unit = said_beside(r, beside);
        say_taken(r, "", "the amounts below it");
    } else if (named != NULL && unnamed && !r->options->unit.given) {
        finding(r->findings, FINDING_DOUBTFUL, named->at,
                "`%.*s` has a unit, and other amounts have none",
                STR_ARG(named->text));
        finding_hint(r->findings,
                     "write the unit into each heading, or unit=\"%s\" in the "
                     "data element for those without",
                     choice_name(data_unit_choices, named->unit.zeros));
    } else if (says_another(r, named)) {
        finding(r->findings, FINDING_DOUBTFUL, r->title_unit.first,
                "`%.*s` says another unit than `%.*s`, in which the amounts "
                "are read",
                STR_ARG(cell_shown(r->title_unit.text)), STR_ARG(named->text));
        finding_hint(r->findings, "correct the one or the other");
    } else if (named != NULL && !r->options->unit.given) {
        finding(r->findings, FINDING_ASSUMED, named->at,
                "`%.*s` says the unit of the amounts below it",
                STR_ARG(named->text));
    }
}

/* Nothing that was read so far says it: the amounts are whole. */
static void refuse(struct table_reading *r, struct str text, struct unit unit,
                   struct place at)
{
    finding(r->findings, FINDING_BAD_FIGURE, at,
            "`%.*s` names a unit that nothing else says: the amounts of the "
            "table would be printed as whole sums",
            STR_ARG(cell_shown(text)));
    say_way_out(r, unit.zeros, "says that they are in it",
                "that they are whole");
}

static struct str name_of_row(const struct table_reading *r, size_t row)
{
    struct str name = {NULL, 0};

    for (size_t i = 0; i < r->nnaming && name.len == 0; i++)
        name = table_text(r, row, r->naming[i]);
    return name;
}

/* Nothing stands in it but one text. */
static bool is_one_text(const struct table_reading *r, size_t row)
{
    size_t filled = 0;

    for (size_t c = 0; c < r->columns.count; c++)
        filled += r->cells[row * r->columns.count + c].state != CELL_BLANK;
    return filled == 1;
}

/* `Place (£000)`: the title of the rows below it, or an entry that has no
   figures yet. */
static void doubt_row(struct table_reading *r, size_t row, struct unit unit)
{
    finding(r->findings, FINDING_DOUBTFUL, table_spot(r, row, r->naming[0]),
            "`%.*s` names a unit that nothing else says: the amounts of the "
            "table are read as whole sums",
            STR_ARG(cell_shown(name_of_row(r, row))));
    say_way_out(r, unit.zeros, "says that they are in it",
                "that they are whole");
}

/* `Total (£000)`, `All figures in £000`: of a row that is no entry, as entries
   may say anything, or that speaks of figures and has none. */
static bool refuse_row(struct table_reading *r)
{
    size_t doubtful = r->nrows;
    struct unit doubt = {.given = false};
    struct unit unit;
    struct unit said;

    for (size_t i = 0; r->nnaming > 0 && i < r->nrows; i++) {
        const struct str name = name_of_row(r, i);
        const bool entry = r->roles[i] == ROW_ENTRY;

        if ((entry && !is_one_text(r, i)) ||
            !unit_find(name, r->options->wording, &unit))
            continue;
        if (!entry || unit_find_said(name, r->options->wording, &said)) {
            refuse(r, name, unit, table_spot(r, i, r->naming[0]));
            return true;
        }
        if (!doubt.given) {
            doubtful = i;
            doubt = unit;
        }
    }
    if (doubt.given)
        doubt_row(r, doubtful, doubt);
    return false;
}

/* All of a note, or some of it. */
static bool says_unit(struct str note, const struct wording *w,
                      struct unit *unit)
{
    return (unit_read(note, w, unit) && unit->zeros > 0) ||
           unit_find(note, w, unit);
}

/* An amount that no unit is said of, and which is not rounded so. */
static bool is_rounded(const struct table_reading *r, size_t row, size_t c)
{
    const struct cell *cell = &r->cells[row * r->columns.count + c];
    int64_t unit = 100; /* pence */

    for (uint8_t i = 0; i < r->rounding_zeros; i++)
        unit *= 10;
    return cell->state != CELL_VALUE || cell->value.pence % unit == 0;
}

static void say_not_rounded(const struct table_reading *r, size_t row, size_t c)
{
    const struct cell *cell = &r->cells[row * r->columns.count + c];

    finding(r->findings, FINDING_DOUBTFUL, r->rounding.first,
            "`%.*s` says how the amounts are rounded, and `%.*s` is not: they "
            "are read as whole sums",
            STR_ARG(cell_shown(r->rounding.text)),
            STR_ARG(cell_shown(cell_as_typed(cell))));
    say_way_out(r, r->rounding_zeros, "says that they are in it",
                "that they are whole");
}

static void check_rounding(const struct table_reading *r)
{
    for (size_t row = 0; r->rounding.count > 0 && row < r->nrows; row++) {
        for (size_t c = 0; c < r->columns.count; c++) {
            if (!kind_column_is_money(r->columns.list[c].kind) ||
                is_rounded(r, row, c))
                continue;
            say_not_rounded(r, row, c);
            return;
        }
    }
}

void units_end(struct table_reading *r)
{
    struct unit unit;

    if (r->options->unit.given || r->unit.given || !has_unnamed(r) ||
        first_named(r) != NULL || refuse_row(r))
        return;
    for (size_t i = 0; i < r->nnotes; i++) {
        see_rounding(r, r->notes[i].text, r->notes[i].at);
        if (!says_unit(r->notes[i].text, r->options->wording, &unit))
            continue;
        refuse(r, r->notes[i].text, unit, r->notes[i].at);
        return;
    }
    check_rounding(r);
}
