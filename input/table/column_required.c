/*
 * Which columns headings are, and what a required column takes where no heading
 * is called as it alone is: a name that it shares with a column which data may
 * lack, and the corner of the table, which stands above the names of its rows:
 * published ones leave it blank, or call it by a word of their own.
 */
#include "core/model/heading_sense.h"
#include "input/table/column_match.h"

bool column_is_present(const struct match *m, const struct kind_column *column)
{
    for (size_t i = 0; i < m->nheadings; i++) {
        if (m->headings[i].column == column)
            return true;
    }
    return false;
}

bool column_is_lacking(const struct match *m, const struct kind_column *c)
{
    const struct kind_column *other = kind_column_instead(m->kind, c);

    return c->required && !column_is_present(m, c) &&
           (other == NULL || !column_is_present(m, other));
}

bool column_knows(const struct match *m, const struct kind_column *c,
                  struct str text)
{
    for (size_t k = 0; !c->repeats && k < c->naliases; k++) {
        if (name_has_placeholder(c->aliases[k])
                ? placeholder_fit(&m->fillers, c->aliases[k], text) >
                      PLACEHOLDER_OTHER
                : heading_is(text, c->aliases[k]))
            return true;
    }
    return false;
}

bool column_is_mapped(const struct table_options *o,
                      const struct kind_column *column)
{
    for (size_t i = 0; i < o->nmaps; i++) {
        if (column != NULL && o->maps[i].id != NULL &&
            str_is(str_of(column->id), o->maps[i].id))
            return true;
    }
    return false;
}

/* Blank, or with the unit of the figures beside it. */
static bool is_corner(const struct match *m, const struct heading *h)
{
    bool alone = h->text.len == 0;

    if (!alone)
        (void)column_unit_of(m->options, h->text, &alone);
    return alone && h->column == NULL && h->map_id == NULL;
}

static bool takes_corner(const struct kind_column *c)
{
    return c->required && c->role == COLUMN_KEY && c->type == TYPE_TEXT;
}

/* It says what its rows are called. */
static bool names_rows(const struct kind_column *c)
{
    return takes_corner(c) || (c->required && c->role == COLUMN_LABEL);
}

static bool shares_name(const struct match *m, const struct kind_column *c,
                        const struct heading *h)
{
    return c->required && h->column != NULL && !h->column->required &&
           h->map_id == NULL &&
           (column_knows(m, c, h->text) || column_knows(m, c, h->base));
}

void columns_may_be(const struct match *m, const struct heading *h, bool first,
                    struct column_set *set)
{
    for (size_t k = 0; k < m->kind->ncolumns; k++) {
        const struct kind_column *c = &m->kind->columns[k];

        if (shares_name(m, c, h) ||
            (first && takes_corner(c) && is_corner(m, h)))
            (void)column_set_add(set, k);
    }
}

/* At least half of the others are columns of the kind. */
static bool knows_most(const struct match *m)
{
    size_t known = 0;
    size_t unknown = 0;

    for (size_t i = 1; i < m->nheadings; i++) {
        known += m->headings[i].column != NULL;
        unknown += m->headings[i].column == NULL && m->headings[i].text.len > 0;
    }
    return known > 0 && known >= unknown;
}

/* `Budget heading`, `Sector`: a word that nothing knows, above the names of the
   rows, in what is a table of the kind else. */
static bool is_named_corner(const struct match *m, const struct heading *h)
{
    for (size_t i = 0; i < m->options->nwanted; i++) {
        if (str_same_word(m->options->wanted[i], h->text))
            return false;
    }
    return h->text.len > 0 && h->column == NULL && h->map_id == NULL &&
           h->passed_over == NULL && h->fit == PLACEHOLDER_NONE &&
           knows_most(m);
}

static void say_taken(struct match *m, const struct heading *h,
                      const struct kind_column *c)
{
    if (is_corner(m, h)) {
        finding(m->findings, FINDING_ASSUMED, h->at,
                "the first column has no name for a heading, and is taken for "
                "`%.*s`",
                STR_ARG(c->title));
    } else if (h->column == NULL && h->passed_over == NULL) {
        finding(m->findings, FINDING_DOUBTFUL, h->at,
                "`%.*s` is no name of a column of this kind, and taken for "
                "`%.*s`, as the first column of the table",
                STR_ARG(h->text), STR_ARG(c->title));
        finding_hint(m->findings,
                     "<column id=\"%s\" from=\"%.*s\"/> in the data element "
                     "says so",
                     c->id, STR_ARG(h->text));
    } else {
        finding(m->findings, FINDING_ASSUMED, h->at,
                "`%.*s` is taken for `%.*s`, which no other heading is",
                STR_ARG(h->text), STR_ARG(c->title));
    }
}

/* It was passed over for another column, and C is called so as well. */
static bool is_left_for(const struct match *m, const struct kind_column *c,
                        const struct heading *h)
{
    return c->required && h->column == NULL && h->map_id == NULL &&
           h->passed_over != NULL && column_knows(m, c, h->text);
}

/* Of `Directorate` and `Service`, which both may be either, the one behind is
   what the rows are called. */
static struct heading *heading_for(const struct match *m,
                                   const struct kind_column *c)
{
    for (size_t i = 0; i < m->nheadings; i++) {
        if (!shares_name(m, c, &m->headings[i]))
            continue;
        for (size_t k = i + 1; k < m->nheadings; k++) {
            if (is_left_for(m, c, &m->headings[k]))
                return &m->headings[k];
        }
        return &m->headings[i];
    }
    if (m->nheadings > 0 &&
        ((takes_corner(c) && is_corner(m, m->headings)) ||
         (names_rows(c) && is_named_corner(m, m->headings))))
        return m->headings;
    return NULL;
}

/* What H was before goes back to a heading that was passed over for it. */
static void give_back(struct match *m, const struct heading *h,
                      const struct kind_column *before)
{
    for (size_t i = 0; before != NULL && i < m->nheadings; i++) {
        struct heading *other = &m->headings[i];

        if (other != h && other->passed_over == before &&
            other->column == NULL) {
            other->column = before;
            other->passed_over = NULL;
            return;
        }
    }
}

void columns_take_required(struct match *m)
{
    for (size_t k = 0; k < m->kind->ncolumns; k++) {
        const struct kind_column *c = &m->kind->columns[k];
        struct heading *h =
            column_is_present(m, c) || column_is_mapped(m->options, c)
                ? NULL
                : heading_for(m, c);

        if (h == NULL)
            continue;
        say_taken(m, h, c);
        if (is_corner(m, h))
            h->base = c->title;
        else
            h->taken = true;
        give_back(m, h, h->column);
        h->column = c;
    }
}
