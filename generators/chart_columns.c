#include "generators/chart_data.h"
#include "generators/generator_tools.h"

/* Which columns a chart draws. */

static enum value_type type_of(const struct chart_data *c, size_t column)
{
    const struct kind_column *kind = c->table->columns[column].kind;

    return kind == NULL ? TYPE_TEXT : kind->type;
}

/* What a picture is drawn of: figures, or of a timeline when things happen. */
static bool is_drawable(const struct chart_data *c, size_t column)
{
    const enum value_type type = type_of(c, column);

    if (c->call->draw == CHART_TIMELINE)
        return type == TYPE_PERIOD || type == TYPE_DATE;
    return value_is_figure(type);
}

static bool is_called(const struct column *column, struct str name)
{
    return str_is(name, column->id) || str_eq(name, column->heading);
}

static void refuse_column(const struct chart_data *c, struct str name,
                          struct place at)
{
    const struct table *t = c->table;
    struct str *names = arena_alloc(c->d->arena, t->ncolumns, sizeof(*names));

    finding(c->in->findings, FINDING_UNKNOWN_NAME, at,
            "%s has no column `%.*s`", c->in->data->file, STR_ARG(name));
    for (size_t i = 0; names != NULL && i < t->ncolumns; i++)
        names[i] = str_of(t->columns[i].id);
    if (names != NULL)
        finding_nearest(c->in->findings, name, names, t->ncolumns);
}

size_t chart_column(const struct chart_data *c, const struct chart_text *text)
{
    const struct table *t = c->table;

    for (size_t i = 0; i < t->ncolumns; i++) {
        if (is_called(&t->columns[i], text->text)) {
            generate_mark(c->in, &t->columns[i]);
            return i;
        }
    }
    refuse_column(c, text->text, text->at);
    return t->ncolumns;
}

/* The name of a group says of no row which it is. */
static bool may_name(const struct chart_data *c, size_t column)
{
    const struct kind_column *kind = c->table->columns[column].kind;

    return !value_is_figure(type_of(c, column)) && !is_drawable(c, column) &&
           (kind == NULL ||
            (kind->role != COLUMN_GROUP && kind->role != COLUMN_INNER_GROUP));
}

static bool choose_x(struct chart_data *c)
{
    static const enum column_role roles[] = {COLUMN_PERIOD, COLUMN_LABEL,
                                             COLUMN_KEY, COLUMN_ROW_ROLE};
    const size_t nroles = sizeof(roles) / sizeof(roles[0]);
    const struct table *t = c->table;
    const size_t first = c->call->draw == CHART_TIMELINE ? 1 : 0;

    c->x = t->ncolumns;
    if (c->call->x.text.len > 0) {
        c->x = chart_column(c, &c->call->x);
        return c->x < t->ncolumns;
    }
    for (size_t i = first; i < nroles && c->x == t->ncolumns; i++)
        c->x = table_column_of_role(t, roles[i]);
    for (size_t i = 0; i < t->ncolumns && c->x == t->ncolumns; i++) {
        if (may_name(c, i))
            c->x = i;
    }
    if (c->x < t->ncolumns) {
        generate_mark(c->in, &t->columns[c->x]);
        return true;
    }
    finding(c->in->findings, FINDING_MISSING, c->call->at,
            "%s has no column that names what is drawn", c->in->data->file);
    finding_hint(c->in->findings, "say which by x=\"...\"");
    return false;
}

static void take(struct chart_data *c, size_t column)
{
    generate_mark(c->in, &c->table->columns[column]);
    c->y[c->ny++] = column;
}

static bool refuse_type(const struct chart_data *c, struct str name,
                        struct place at)
{
    const bool times = c->call->draw == CHART_TIMELINE;

    finding(c->in->findings, FINDING_BAD_VALUE, at,
            times ? "the column `%.*s` does not say when"
                  : "the column `%.*s` holds no figures",
            STR_ARG(name));
    finding_hint(c->in->findings,
                 times ? "name a column of dates or of type `when`"
                       : "name columns of money, numbers, percentages or "
                         "measures");
    return false;
}

/* All that NAME names, which may be a column that repeats. */
static bool take_named(struct chart_data *c, struct str name, struct place at)
{
    const struct table *t = c->table;
    const size_t before = c->ny;

    for (size_t i = 0; i < t->ncolumns; i++) {
        if (!is_called(&t->columns[i], name) || c->ny == t->ncolumns)
            continue;
        if (!is_drawable(c, i))
            return refuse_type(c, name, at);
        take(c, i);
    }
    if (c->ny == before)
        refuse_column(c, name, at);
    return c->ny > before;
}

static bool take_asked(struct chart_data *c)
{
    struct str rest = c->call->y.text;
    struct place at = c->call->y.at;

    while (str_trim(rest).len > 0) {
        if (!take_named(c, str_cut_word(&rest), at))
            return false;
    }
    return true;
}

static bool is_usual(const struct chart_data *c, const struct kind_column *kind)
{
    if (c->call->draw == CHART_TIMELINE)
        return kind->role == COLUMN_PERIOD;
    return kind->role == COLUMN_AMOUNT || kind->repeats;
}

static bool refuse_usual(const struct chart_data *c, size_t found)
{
    const bool times = c->call->draw == CHART_TIMELINE;

    finding(c->in->findings, found == 0 ? FINDING_CHART_EMPTY : FINDING_MISSING,
            c->call->at, "%s has %s", c->in->data->file,
            found == 0 ? (times ? "no column of dates or of type `when`"
                                : "no column of figures")
            : times    ? "several columns that say when, and none of role "
                         "`period`"
                       : "several columns of figures, and none of role "
                         "`amount`");
    finding_hint(c->in->findings, found == 0
                                      ? "draw other data, or take it out here"
                                      : "say which by y=\"...\"");
    return false;
}

/* Those of role `amount`, else the only one that there is. */
static bool take_usual(struct chart_data *c)
{
    const struct table *t = c->table;
    size_t found = 0;
    size_t only = 0;

    for (size_t i = 0; i < t->ncolumns; i++) {
        if (!is_drawable(c, i) || t->columns[i].hidden)
            continue;
        found++;
        only = i;
        if (is_usual(c, t->columns[i].kind))
            take(c, i);
    }
    if (c->ny == 0 && found == 1)
        take(c, only);
    return c->ny > 0 || refuse_usual(c, found);
}

/* Whether it is drawn beside what is aimed at. */
static bool has_target(const struct chart_data *c)
{
    const enum chart_draw draw = c->call->draw;

    return (draw == CHART_LINE && c->call->across == CHART_BY_LINES) ||
           draw == CHART_VARIANCE || draw == CHART_BULLET;
}

/* `against` of a chart that draws no target would be seen by nobody. */
static bool take_target(struct chart_data *c)
{
    const struct chart_text *against = &c->call->against;

    if (against->text.len == 0)
        return true;
    if (!has_target(c)) {
        finding(c->in->findings, FINDING_BAD_ATTRIBUTE, against->at,
                "a chart `%s` has nothing to compare with",
                choice_name(chart_draw_choices, (int)c->call->draw));
        finding_hint(c->in->findings,
                     "a `line` of rows has `against`, and so have `variance` "
                     "and `bullet`");
        return false;
    }
    c->ntargets = 1;
    return take_named(c, against->text, against->at);
}

/* Where a column names the parts, each row has one figure: others beside it
   would be drawn nowhere, or as one of the parts. */
static bool prove_series(const struct chart_data *c)
{
    const struct chart_call *call = c->call;
    struct findings *f = c->in->findings;

    if (call->against.text.len > 0) {
        finding(f, FINDING_BAD_ATTRIBUTE, call->against.at,
                "a picture whose parts `series` names has nothing to compare "
                "with");
        finding_hint(f, "take `against` out, or name a column for each line "
                        "by y=\"...\"");
        return false;
    }
    if (call->across == CHART_BY_COLUMNS) {
        finding(f, FINDING_BAD_ATTRIBUTE, call->series.at,
                "a picture with columns across takes its parts from rows, and "
                "not from `series`");
        finding_hint(f, "take `across` or `series` out");
        return false;
    }
    if (c->ny < 2)
        return true;
    finding(f, FINDING_BAD_ATTRIBUTE, call->series.at,
            "a picture whose parts `series` names is of one column of "
            "figures, and here are %zu",
            c->ny);
    finding_hint(f, "name one by y=\"...\", or take `series` out");
    return false;
}

/* Only where a category is a row, and has room under it. */
static bool take_under(struct chart_data *c)
{
    const struct chart_call *call = c->call;

    if (call->under.text.len == 0)
        return true;
    if (call->across == CHART_BY_COLUMNS || call->series.text.len > 0 ||
        call->draw == CHART_LINE) {
        finding(c->in->findings, FINDING_BAD_ATTRIBUTE, call->under.at,
                "what this picture names is no row with a word to stand under "
                "it");
        finding_hint(c->in->findings,
                     "columns, stacks, groups and waterfalls of rows have "
                     "`under`; say it in a <note> here");
        return false;
    }
    c->under = chart_column(c, &call->under);
    return c->under < c->table->ncolumns;
}

bool chart_columns(struct chart_data *c)
{
    const struct table *t = c->table;

    c->y = arena_alloc(c->d->arena, t->ncolumns + 1, sizeof(*c->y));
    c->parts = t->ncolumns;
    c->under = t->ncolumns;
    if (c->y == NULL || !choose_x(c) || !take_under(c))
        return false;
    if (c->call->series.text.len > 0) {
        c->parts = chart_column(c, &c->call->series);
        if (c->parts == t->ncolumns)
            return false;
    }
    return (c->call->y.text.len > 0 ? take_asked(c) : take_usual(c)) &&
           (c->call->series.text.len == 0 || prove_series(c)) && take_target(c);
}
