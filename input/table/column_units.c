/*
 * The heading of words that has the unit of the amounts beside it.
 */
#include "input/table/column_match.h"

struct unit column_unit_of(const struct table_options *o, struct str text,
                           bool *alone)
{
    struct unit unit;

    *alone = unit_read(text, o->wording, &unit);
    if (!*alone)
        (void)unit_cut(text, o->wording, &unit);
    if (!unit.given || unit.zeros == 0)
        (void)unit_find(text, o->wording, &unit);
    return unit;
}

static bool rows_have_units(const struct match *m)
{
    for (size_t i = 0; i < m->nheadings; i++) {
        const struct kind_column *c = m->headings[i].column;

        if (c != NULL && c->role == COLUMN_UNIT)
            return true;
    }
    return false;
}

/* `Homes (000s)`: such a unit is no part of the figures below it. */
static void doubt_number(const struct match *m, const struct heading *h,
                         struct unit unit)
{
    bool alone;
    const struct unit title =
        column_unit_of(m->options, h->column->title, &alone);

    if (title.given && title.zeros == unit.zeros)
        return;
    finding(m->findings, FINDING_DOUBTFUL, h->at,
            "`%.*s` has a unit, which only sums of money are read in: the "
            "figures below it are printed as they stand",
            STR_ARG(h->text));
    finding_hint(m->findings, "write them out, or the unit into the title of "
                              "the column in its kind");
}

/* Units above words, and no sums beside them that they could be of. */
static void doubt_words(const struct match *m)
{
    for (size_t i = 0; i < m->nheadings; i++) {
        const struct heading *h = &m->headings[i];
        struct unit unit;
        bool alone;

        if (h->column == NULL || value_is_figure(h->column->type))
            continue;
        unit = column_unit_of(m->options, h->text, &alone);
        if (unit.given && unit.zeros > 0)
            doubt_number(m, h, unit);
    }
}

const struct heading *column_units_beside(struct match *m)
{
    const struct heading *found = NULL;
    bool money = false;

    for (size_t i = 0; i < m->nheadings; i++) {
        struct heading *h = &m->headings[i];
        bool alone;
        struct unit unit;

        money |= kind_column_is_money(h->column);
        if (kind_column_is_money(h->column))
            continue;
        unit = column_unit_of(m->options, h->text, &alone);
        if (!unit.given || unit.zeros == 0 || (h->column == NULL && !alone))
            continue;
        if (h->column != NULL && h->column->type == TYPE_MEASURE &&
            rows_have_units(m)) {
            h->of_measures = unit.zeros;
        } else if (h->column != NULL && value_is_figure(h->column->type)) {
            doubt_number(m, h, unit);
        } else if (!m->unit.given && found == NULL) {
            m->unit = unit;
            found = h;
        }
    }
    if (found != NULL && !money)
        doubt_words(m);
    return found;
}
