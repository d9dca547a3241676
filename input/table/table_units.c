/*
 * Where a unit stands that the headings of money do not have: above the table,
 * in its title, in the heading of another column, below the table.
 */
#include "input/table/column_match.h"
#include "input/table/table_parts.h"

void units_see_title(struct table_reading *r, struct str text, struct place at)
{
    bool alone;
    const struct unit unit = column_unit_of(r->options, text, &alone);

    if (!unit.given || unit.zeros == 0 || r->options->unit.given)
        return;
    r->unit = unit;
    r->title_is_unit = alone;
    r->title_unit = (struct cell_count){1, at, text};
}

void units_see_beside(struct table_reading *r)
{
    if (r->reader->unit_beside.len == 0)
        return;
    units_see_title(r, r->reader->unit_beside, r->reader->unit_at);
    r->title_is_unit = false; /* an attribute may be anybody's: it is said */
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

static void say_taken(const struct table_reading *r, const char *where,
                      const char *whose)
{
    const struct cell_count *c = &r->title_unit;

    finding(r->findings, FINDING_DOUBTFUL, c->first,
            "`%.*s`%s is taken for the unit of %s",
            STR_ARG(cell_shown(c->text)), where, whose);
    finding_hint(r->findings, "unit=\"thousand\" in the data element says "
                              "so; unit=\"one\" that it is none");
}

static void say_title(const struct table_reading *r)
{
    if (r->title_unit.first.source != r->reader->now.source)
        say_taken(r, "", "the amounts below it");
    else if (r->reader->unit_beside.len > 0)
        say_taken(r, " beside the records", "their amounts");
    else
        say_taken(r, " above the headings", "the amounts below them");
}

void units_say(struct table_reading *r)
{
    const struct heading *named = first_named(r);
    const struct heading *beside = r->columns.unit_heading;
    const bool unnamed = has_unnamed(r);

    if (r->title_unit.count > 0 && unnamed && r->title_is_unit) {
        finding(r->findings, FINDING_ASSUMED, r->title_unit.first,
                "`%.*s` says the unit of the amounts below it",
                STR_ARG(cell_shown(r->title_unit.text)));
    } else if (r->title_unit.count > 0 && unnamed) {
        say_title(r);
    } else if (beside != NULL && unnamed) {
        r->title_unit = (struct cell_count){1, beside->at, beside->text};
        say_taken(r, "", "the amounts below it");
    } else if (named != NULL && unnamed && !r->options->unit.given) {
        finding(r->findings, FINDING_DOUBTFUL, named->at,
                "`%.*s` has a unit, and other amounts have none",
                STR_ARG(named->text));
        finding_hint(r->findings, "write the unit into each heading, or "
                                  "unit=\"thousand\" in the data element for "
                                  "those without");
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
    const char *name = choice_name(data_unit_choices, unit.zeros);

    finding(r->findings, FINDING_BAD_FIGURE, at,
            "`%.*s` names a unit that nothing else says: the amounts of the "
            "table would be printed as whole sums",
            STR_ARG(cell_shown(text)));
    if (name != NULL)
        finding_hint(r->findings,
                     "unit=\"%s\" in the data element says that they are in "
                     "it; unit=\"one\" that they are whole",
                     name);
    else
        finding_hint(r->findings, "write the amounts in millions, or out");
}

static struct str name_of_row(const struct table_reading *r, size_t row)
{
    struct str name = {NULL, 0};

    for (size_t i = 0; i < r->nnaming && name.len == 0; i++)
        name = cell_as_typed(&r->cells[row * r->columns.count + r->naming[i]]);
    return name;
}

/* `Total (£000)`: of a row that is no entry, as entries may say anything. */
static bool refuse_row(struct table_reading *r)
{
    struct unit unit;

    for (size_t i = 0; r->nnaming > 0 && i < r->nrows; i++) {
        if (r->roles[i] == ROW_ENTRY ||
            !unit_find(name_of_row(r, i), r->options->wording, &unit))
            continue;
        refuse(r, name_of_row(r, i), unit, table_spot(r, i, r->naming[0]));
        return true;
    }
    return false;
}

void units_end(struct table_reading *r)
{
    struct unit unit;

    if (r->unit.given || !has_unnamed(r) || first_named(r) != NULL ||
        refuse_row(r))
        return;
    for (size_t i = 0; i < r->nnotes; i++) {
        if (!unit_find(r->notes[i].text, r->options->wording, &unit))
            continue;
        refuse(r, r->notes[i].text, unit, r->notes[i].at);
        return;
    }
}
