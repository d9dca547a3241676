#include "input/table/column_match.h"
#include "input/table/heading_id.h"
#include "input/text/text_in.h"

/* The columns of the table: those of its kind that the headings have, and those
   that the data element names. */

/* FIELD makes it unique where another column has it. */
static const char *make_id(struct match *m, const struct column *list,
                           size_t count, struct str heading, uint32_t field)
{
    char room[HEADING_ID_MAX];
    const struct str id = heading_id(heading, HEADING_LETTERS_ALL, room);
    bool taken = kind_has_column(m->kind, id);

    for (size_t i = 0; i < count; i++)
        taken |= str_is(id, list[i].id);
    if (taken || id.len == 0)
        return arena_printf(m->arena, "%.*s-%u", STR_ARG(id), field).ptr;
    return arena_cstr(m->arena, id);
}

/* Whether the data element names COLUMN of the kind; all of them where it
   names none. */
static bool is_wanted(const struct table_options *o,
                      const struct kind_column *column)
{
    for (size_t i = 0; i < o->nwanted; i++) {
        if (str_is(o->wanted[i], column->id))
            return true;
    }
    return o->nwanted == 0;
}

/* Of the whole table, for its money. */
static uint8_t usual_zeros(const struct match *m, const struct heading *h)
{
    return h->column != NULL && h->column->type == TYPE_MONEY && m->unit.given
               ? m->unit.zeros
               : 0;
}

static void add_column(struct match *m, struct columns *columns,
                       struct column *list, size_t i, const char *id)
{
    const struct heading *h = &m->headings[i];
    const bool unasked = h->column != NULL && !is_wanted(m->options, h->column);

    text_in_entities(h->base, h->at, m->findings);
    columns->is_read[i] = true;
    list[columns->count++] = (struct column){
        .kind = h->column,
        .id = id,
        .heading = h->base,
        .mark = h->mark,
        .year = h->year,
        .zeros = h->unit.given ? h->unit.zeros : usual_zeros(m, h),
        .field = (uint32_t)i + 1,
        .hidden = unasked || (h->column != NULL && h->column->hidden),
        .mapped = h->map_id != NULL,
        .as_given = h->taken,
        .unasked = unasked,
        .at = h->at,
    };
}

/* Every column that the headings have of COLUMN: several where it repeats. */
static void add_kind_column(struct match *m, struct columns *columns,
                            struct column *list,
                            const struct kind_column *column)
{
    for (size_t i = 0; i < m->nheadings; i++) {
        const struct heading *h = &m->headings[i];

        if (h->column == column && !h->explained && !columns->is_read[i])
            add_column(m, columns, list, i, column->id);
    }
}

/* A heading that no column of the kind has: NAME is its id or its text. */
static void add_extra(struct match *m, struct columns *columns,
                      struct column *list, struct str name)
{
    for (size_t i = 0; i < m->nheadings; i++) {
        const struct heading *h = &m->headings[i];
        const char *id = h->map_id;

        if (h->column != NULL || h->explained || columns->is_read[i] ||
            h->text.len == 0)
            continue;
        if (id == NULL)
            id = make_id(m, list, columns->count, h->text, (uint32_t)i + 1);
        if (id != NULL &&
            (name.len == 0 || str_is(name, id) || str_same_word(name, h->text)))
            add_column(m, columns, list, i, id);
    }
}

/* Where the name with number I stands in the attribute that asks for it. */
static struct place wanted_place(const struct match *m, size_t i)
{
    const struct table_options *o = m->options;
    struct str rest = o->wanted_text;
    size_t names = 0;

    while (rest.len > 0) {
        const size_t at = o->wanted_text.len - rest.len;

        if (str_trim(str_cut(&rest, ' ')).len > 0 && names++ == i)
            return source_advance(o->wanted_at, o->wanted_text, at);
    }
    return o->wanted_at;
}

static bool takes_extra(const struct match *m, size_t i)
{
    if (m->kind->extra_columns)
        return true;
    finding(m->findings, FINDING_UNKNOWN_NAME, wanted_place(m, i),
            "kind `%s` has no column `%.*s`", m->kind->id,
            STR_ARG(m->options->wanted[i]));
    finding_hint(m->findings, "only a kind with extra=\"yes\" takes columns "
                              "that it does not name");
    return false;
}

/* COLUMN is the kind's; NULL: the kind has none of that name. */
static void lacks_wanted(const struct match *m, size_t i,
                         const struct kind_column *column)
{
    const struct str wanted = m->options->wanted[i];

    finding(m->findings, FINDING_UNKNOWN_NAME, wanted_place(m, i),
            "the data has no column `%.*s`", STR_ARG(wanted));
    if (column == NULL)
        finding_hint(m->findings, "name a heading of the file, or take it out "
                                  "of `columns`");
    else
        finding_hint(m->findings,
                     "give the file a column headed `%.*s`, or take `%.*s` "
                     "out of `columns`",
                     STR_ARG(column->title), STR_ARG(wanted));
}

static bool is_named_twice(const struct match *m, size_t i)
{
    const struct str *wanted = m->options->wanted;

    for (size_t k = 0; k < i; k++) {
        if (!str_same_word(wanted[k], wanted[i]))
            continue;
        finding(m->findings, FINDING_DUPLICATE_ID, wanted_place(m, i),
                "`columns` names the column `%.*s` twice", STR_ARG(wanted[i]));
        return true;
    }
    return false;
}

/* Those that the data element names, in its order. */
static void add_wanted(struct match *m, struct columns *columns,
                       struct column *list)
{
    const struct table_options *o = m->options;

    for (size_t i = 0; i < o->nwanted; i++) {
        const struct kind_column *column = kind_column(m->kind, o->wanted[i]);
        const size_t before = columns->count;

        if (is_named_twice(m, i))
            continue;
        if (column != NULL)
            add_kind_column(m, columns, list, column);
        else if (takes_extra(m, i))
            add_extra(m, columns, list, o->wanted[i]);
        else
            continue;
        if (columns->count == before)
            lacks_wanted(m, i, column);
    }
}

static void add_mapped(struct match *m, struct columns *columns,
                       struct column *list)
{
    for (size_t i = 0; i < m->nheadings; i++) {
        const char *id = m->headings[i].map_id;

        if (id != NULL && m->headings[i].column == NULL)
            add_extra(m, columns, list, str_of(id));
    }
}

void columns_list(struct match *m, struct columns *columns)
{
    const struct table_options *o = m->options;
    struct column *list = arena_alloc(m->arena, m->nheadings, sizeof(*list));

    columns->is_read =
        arena_alloc(m->arena, m->nheadings, sizeof(*columns->is_read));
    columns->is_filled =
        arena_alloc(m->arena, m->nheadings, sizeof(*columns->is_filled));
    columns->is_figure =
        arena_alloc(m->arena, m->nheadings, sizeof(*columns->is_figure));
    columns->status_of =
        arena_alloc(m->arena, m->nheadings, sizeof(*columns->status_of));
    columns->unread =
        arena_alloc(m->arena, m->nheadings, sizeof(*columns->unread));
    if (arena_status(m->arena) != ST_OK)
        return;
    if (!o->wants_all)
        add_wanted(m, columns, list);
    for (size_t k = 0; k < m->kind->ncolumns; k++) {
        const struct kind_column *column = &m->kind->columns[k];

        /* Which group a row is of tells what it is, asked for or not. */
        if (o->nwanted == 0 || o->wants_all || column->required ||
            column->role == COLUMN_GROUP || column->role == COLUMN_INNER_GROUP)
            add_kind_column(m, columns, list, column);
    }
    add_mapped(m, columns, list);
    if (o->wants_all || m->kind->ncolumns == 0)
        add_extra(m, columns, list, (struct str){NULL, 0});
    columns->list = list;
    for (size_t i = 0; i < m->nheadings; i++) {
        if (!columns->is_read[i])
            columns->unread[columns->nunread++] = (uint32_t)i + 1;
    }
}
