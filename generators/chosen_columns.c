#include "generators/chosen_columns.h"
#include "generators/generator_tools.h"

#include "core/value/date.h"

struct choosing {
    const struct generator_in *in;
    const struct generator_argument *names;
    struct arena *arena;
    size_t *list;
    size_t count;
    size_t except;
};

/* By its id, which those of a column that repeats share, or by its year. */
static bool is_called(const struct column *c, struct str name)
{
    return str_is(name, c->id) ||
           (c->year != 0 && financial_year_read(name) == c->year);
}

/* Of a message about NAME: most columns need none, and no place. */
static struct place place_of(const struct choosing *x, struct str name)
{
    const struct str all = x->names->value;

    return source_advance(x->names->at, all, (size_t)(name.ptr - all.ptr));
}

static void refuse(const struct choosing *x, struct str name)
{
    const struct table *t = x->in->data->table;
    struct str *names = arena_alloc(x->arena, t->ncolumns, sizeof(*names));

    finding(x->in->findings, FINDING_UNKNOWN_NAME, place_of(x, name),
            "%s has no column `%.*s`", x->in->data->file, STR_ARG(name));
    for (size_t i = 0; names != NULL && i < t->ncolumns; i++)
        names[i] = str_of(t->columns[i].id);
    if (names != NULL)
        finding_nearest(x->in->findings, name, names, t->ncolumns);
}

static bool is_taken(const struct choosing *x, size_t column)
{
    for (size_t i = 0; i < x->count; i++) {
        if (x->list[i] == column)
            return true;
    }
    return false;
}

static void take(struct choosing *x, struct str name)
{
    const struct table *t = x->in->data->table;
    bool found = false;
    bool again = false;

    for (size_t c = 0; c < t->ncolumns; c++) {
        if (!is_called(&t->columns[c], name))
            continue;
        found = true;
        again = again || is_taken(x, c);
        if (c != x->except && !is_taken(x, c))
            x->list[x->count++] = c;
    }
    if (again)
        finding(x->in->findings, FINDING_BAD_VALUE, place_of(x, name),
                "the column `%.*s` is named twice", STR_ARG(name));
    if (!found && (x->names->at.source == x->in->report->source ||
                   !kind_has_column(t->kind, name)))
        refuse(x, name);
}

static void take_named(struct choosing *x)
{
    struct str rest = x->names->value;
    struct str name;

    for (name = str_cut_word(&rest); name.len > 0; name = str_cut_word(&rest))
        take(x, name);
}

size_t chosen_columns(const struct generator_in *in, size_t except,
                      struct arena *arena, const size_t **out)
{
    const struct table *t = in->data->table;
    struct choosing x = {
        .in = in,
        .names = generate_argument(in, "columns"),
        .arena = arena,
        .list = arena_alloc(arena, t->ncolumns, sizeof(*x.list)),
        .except = except,
    };

    *out = x.list;
    if (x.list == NULL)
        return 0;
    if (x.names != NULL)
        take_named(&x);
    for (size_t c = 0; c < t->ncolumns && x.names == NULL; c++) {
        if (c != except && !t->columns[c].hidden)
            x.list[x.count++] = c;
    }
    return x.count;
}
