/*
 * Which heading names groups within groups: `Division` between `Directorate`
 * and `Service`, which are its names as well; `Service` between `Directorate`
 * and `Budget head`, where services have rows of their own. Where no heading
 * names the groups, which does: `Cost centre` before `Description`.
 */
#include "core/model/heading_sense.h"
#include "input/table/column_match.h"

static bool is_called(const struct kind_column *c, struct str text)
{
    bool called = heading_is(text, str_of(c->id)) || heading_is(text, c->title);

    for (size_t i = 0; i < c->naliases && !called; i++)
        called = heading_is(text, c->aliases[i]);
    return called;
}

/* It is no column yet, whatever it is another name of. */
static bool is_left_over(const struct heading *h)
{
    return h->column == NULL && h->map_id == NULL;
}

/* The column that says what rows are called, and must be there. */
static const struct kind_column *names_of(const struct kind *kind)
{
    const struct kind_column *label = kind_column_of_role(kind, COLUMN_LABEL);
    const struct kind_column *key = kind_column_of_role(kind, COLUMN_KEY);

    return label != NULL && label->required ? label : key;
}

static void take(struct heading *h, const struct kind_column *column)
{
    h->column = column;
    h->passed_over = NULL;
    h->taken = true;
}

/* Index of the heading that is COLUMN, or nheadings. */
static size_t heading_of(const struct match *m,
                         const struct kind_column *column)
{
    size_t i = 0;

    while (i < m->nheadings &&
           (column == NULL || m->headings[i].column != column))
        i++;
    return i;
}

/* Between the groups and the names of the rows. */
static bool take_between(const struct match *m, const struct kind_column *inner,
                         const struct kind_column *group,
                         const struct kind_column *names)
{
    const size_t end = heading_of(m, names);

    for (size_t i = heading_of(m, group) + 1; i < end && end < m->nheadings;
         i++) {
        struct heading *h = &m->headings[i];

        if (!is_left_over(h) || !is_called(inner, h->text) ||
            (heading_has_codes(h) && !h->is_repeated))
            continue;
        take(h, inner);
        return true;
    }
    return false;
}

/* What was taken for the names of the rows is said again in several, and
   another of their names stands beside it. */
static bool take_names(const struct match *m, const struct kind_column *inner,
                       const struct kind_column *group,
                       const struct kind_column *names)
{
    for (size_t i = heading_of(m, group) + 1; i + 1 < m->nheadings; i++) {
        struct heading *h = &m->headings[i];
        struct heading *beside = &m->headings[i + 1];

        if (h->column != names || h->map_id != NULL || !h->is_said_again ||
            !is_called(inner, h->text) || !is_left_over(beside) ||
            beside->passed_over != names)
            continue;
        take(h, inner);
        take(beside, names);
        return true;
    }
    return false;
}

static bool may_name(const struct heading *h, const struct kind_column *names)
{
    return h->map_id == NULL &&
           (h->column == names || (is_left_over(h) && h->passed_over == names));
}

/* It could be read another way: ROWS might say more of rows that GROUPS name.
 */
static void say_groups(const struct match *m, const struct heading *groups,
                       const struct kind_column *group,
                       const struct heading *rows,
                       const struct kind_column *names)
{
    struct str more = {NULL, 0};

    if (!heading_is(rows->text, names->title))
        more = arena_printf(m->arena, ", and `%.*s` for `%.*s`",
                            STR_ARG(rows->text), STR_ARG(names->title));
    finding(m->findings, FINDING_ASSUMED, groups->at,
            "`%.*s` is taken for `%.*s`, since rows below say it again%.*s",
            STR_ARG(groups->text), STR_ARG(group->title), STR_ARG(more));
    finding_hint(m->findings,
                 "<column id=\"%s\" from=\"...\"/> in the data element says "
                 "what rows are called, id=\"%s\" what parts them",
                 names->id, group->id);
}

/* Behind GROUPS, the number of headings where there is none: what is called as
   NAMES is itself, unless it parts rows too, or the last. */
static size_t names_behind(const struct match *m, size_t groups,
                           const struct kind_column *names)
{
    size_t last = m->nheadings;

    for (size_t k = groups + 1; k < m->nheadings; k++) {
        const struct heading *h = &m->headings[k];

        if (!may_name(h, names) || heading_has_codes(h))
            continue;
        last = k;
        if (!h->is_repeated && heading_is(h->text, names->title))
            break;
    }
    return last;
}

/* Of two headings that may each name the rows, the one that says again what it
   said in the row above, and not further down, names their groups: of words,
   unless CODES. */
static bool take_groups(const struct match *m, const struct kind_column *inner,
                        const struct kind_column *group,
                        const struct kind_column *names, bool codes)
{
    for (size_t i = 0; i < m->nheadings; i++) {
        struct heading *h = &m->headings[i];
        const size_t behind = names_behind(m, i, names);

        if (!may_name(h, names) || !h->is_repeated || h->is_scattered ||
            !is_called(inner, h->text) || heading_has_codes(h) != codes ||
            behind == m->nheadings)
            continue;
        for (size_t j = 0; j < m->nheadings; j++) {
            if (m->headings[j].column == names) {
                m->headings[j].column = NULL;
                m->headings[j].passed_over = names;
            }
        }
        take(h, group);
        take(&m->headings[behind], names);
        say_groups(m, h, group, &m->headings[behind], names);
        return true;
    }
    return false;
}

void columns_take_inner(struct match *m)
{
    const struct kind_column *inner =
        kind_column_of_role(m->kind, COLUMN_INNER_GROUP);
    const struct kind_column *group =
        kind_column_of_role(m->kind, COLUMN_GROUP);
    const struct kind_column *names = names_of(m->kind);

    if (inner == NULL || column_is_mapped(m->options, inner))
        return;
    if (heading_of(m, group) == m->nheadings) {
        if (group != NULL && !column_is_mapped(m->options, group) &&
            !take_groups(m, inner, group, names, false))
            (void)take_groups(m, inner, group, names, true);
        return;
    }
    if (!take_between(m, inner, group, names))
        (void)take_names(m, inner, group, names);
}
