#include "figures/view_parts.h"
#include "figures/view_tally.h"

#include <string.h>

/* Columns of a grouped table before those of aggregates. */
static size_t leading(const struct view_making *m)
{
    return m->view->count_title.len > 0 ? 2 : 1;
}

/* Whether it has figures of that kind. */
static bool fits(const struct column *c, enum aggregate_way way)
{
    const enum value_type type = cell_form_of_column(c).type;

    if (type == TYPE_MEASURE)
        return false;
    if (way == BY_SUM || way == BY_MEAN)
        return figure_type_is_numeric(figure_type_of(type));
    return figure_type_is_numeric(figure_type_of(type)) || type == TYPE_DATE ||
           type == TYPE_YEAR;
}

static void add_aggregate(struct view_making *m, enum aggregate_way way,
                          size_t column, const struct view_names *n)
{
    const struct aggregate *all = m->aggregates.items;
    const struct column *c = &m->wide.table.columns[column];
    struct aggregate *a;

    if (!fits(c, way)) {
        finding(m->findings, FINDING_BAD_VALUE, n->at,
                "the column `%.*s` holds no figures of one kind",
                STR_ARG(n->name));
        view_fail(m);
        return;
    }
    for (size_t i = 0; i < m->aggregates.count; i++) {
        if (all[i].column != column)
            continue;
        finding(m->findings, FINDING_DUPLICATE_ID, n->at,
                "the view would have two columns `%.*s`", STR_ARG(n->name));
        finding_hint(m->findings, "let a further column say the same, or "
                                  "another view");
        view_fail(m);
        return;
    }
    view_mark(m, column);
    a = list_add(&m->aggregates);
    if (a != NULL)
        *a = (struct aggregate){way, column};
}

static void read_aggregates(struct view_making *m, enum aggregate_way way,
                            struct view_words words)
{
    const struct table *t = &m->wide.table;
    struct view_columns n = {.names.words = words};

    while (view_columns_next(m, t, &n))
        add_aggregate(m, way, n.column, &n.names);
}

/* A cell that gives its group: that of the row that names it. */
static const struct cell *group_cell(const struct view_making *m, size_t row,
                                     size_t column)
{
    const struct table *t = &m->wide.table;

    return table_cell(t, table_naming_row(t, row, column), column);
}

/* What rows of one group have in common, as a text. */
static struct str group_name(const struct view_making *m, size_t row,
                             size_t column)
{
    const struct kind_column *kind = m->wide.table.columns[column].kind;
    const enum value_type type = kind == NULL ? TYPE_TEXT : kind->type;
    const struct cell *c = group_cell(m, row, column);

    if (c->state != CELL_VALUE)
        return c->state == CELL_BLANK ? (struct str){NULL, 0}
                                      : cell_as_typed(c);
    if (type == TYPE_CHOICE) /* by its place: A is not A* */
        return arena_printf(m->arena, "%lld", (long long)c->value.choice);
    if (type == TYPE_DATE)
        return arena_printf(m->arena, "%04d-%02d-%02d", c->value.date.year,
                            c->value.date.month, c->value.date.day);
    if (type == TYPE_YEAR)
        return arena_printf(m->arena, "%lld", (long long)c->value.year);
    return cell_as_typed(c);
}

/* Groups by their names, in the order in which they are met. */
struct groups {
    struct number_map by_name; /* a hash to 1 + the first group that has it */
    uint32_t *next;            /* the next that has the same; or 0 */
    uint32_t *first_rows;
    struct str *names;
    size_t count;
    uint64_t seed;
    uint64_t steps;
};

static uint32_t group_called(struct groups *g, struct str name, uint32_t row)
{
    const uint64_t hash = str_text_hash(name, g->seed);
    const uint32_t first = number_map_get(&g->by_name, hash);
    uint32_t i = first;

    while (i != 0 && !str_same_text(g->names[i - 1], name)) {
        i = g->next[i - 1];
        g->steps++;
    }
    g->steps++;
    if (i != 0)
        return i - 1;
    g->names[g->count] = name;
    g->first_rows[g->count] = row;
    g->next[g->count] = first;
    number_map_set(&g->by_name, hash, (uint32_t)g->count + 1);
    return (uint32_t)g->count++;
}

static void say_nameless(struct view_making *m, size_t row, size_t column)
{
    char name[SOURCE_CELL_SIZE];
    const struct place at = table_cell_place(&m->wide.table, row, column);

    place_cell_name(at, name);
    finding(m->findings, FINDING_DOUBTFUL, at,
            "cell %s is blank, and the view `%s` is grouped by it", name,
            m->view->id);
    finding_hint(m->findings,
                 "fill it in, or leave such rows out: "
                 "where=\"%s is not empty\"",
                 m->wide.table.columns[column].id);
}

static bool find_groups(struct view_making *m, size_t column, struct groups *g)
{
    const struct table *t = &m->wide.table;
    bool said = false;

    number_map_init(&g->by_name, m->arena);
    memcpy(&g->seed, t->source->sha256, sizeof(g->seed));
    g->next = arena_alloc(m->arena, m->nchosen, sizeof(*g->next));
    g->first_rows = arena_alloc(m->arena, m->nchosen, sizeof(*g->first_rows));
    g->names = arena_alloc(m->arena, m->nchosen, sizeof(*g->names));
    m->group_of = arena_alloc(m->arena, m->nchosen, sizeof(*m->group_of));
    if (arena_status(m->arena) != ST_OK)
        return false;
    for (size_t i = 0; i < m->nchosen; i++) {
        const struct str name = group_name(m, m->chosen[i], column);

        if (name.len == 0 && !said)
            say_nameless(m, m->chosen[i], column);
        said |= name.len == 0;
        m->group_of[i] = group_called(g, name, m->chosen[i]);
    }
    m->figures->view_steps += g->steps;
    return arena_status(m->arena) == ST_OK;
}

static struct kind_column *copied_kind(struct view_making *m,
                                       const struct column *c)
{
    struct kind_column *kind = arena_alloc(m->arena, 1, sizeof(*kind));

    if (kind == NULL)
        return NULL;
    if (c->kind != NULL)
        *kind = *c->kind;
    else
        *kind = (struct kind_column){.id = c->id, .title = c->heading};
    return kind;
}

/* The column whose words are rows now: what each is called. */
static void lead(struct view_making *m, size_t column, struct column *made)
{
    struct kind_column *kind = copied_kind(m, &m->wide.table.columns[column]);

    *made = m->wide.table.columns[column];
    made->kind = kind;
    made->mark = (struct str){NULL, 0};
    made->hidden = false;
    if (kind != NULL)
        kind->role = COLUMN_KEY;
}

static void add_count(struct view_making *m, struct column *made)
{
    struct kind_column *kind = arena_alloc(m->arena, 1, sizeof(*kind));

    *made = (struct column){
        .kind = kind,
        .id = "count",
        .heading = view_heading(m, m->view->count_title, m->view->at),
        .field = made[-1].field,
        .at = m->view->at};
    if (kind != NULL)
        *kind = (struct kind_column){.id = "count",
                                     .title = made->heading,
                                     .type = TYPE_NUMBER,
                                     .role = COLUMN_PLAIN,
                                     .scenario = SCENARIO_NONE,
                                     .better = BETTER_NEITHER,
                                     .decimals = DECIMALS_OF_COLUMN};
}

static bool begin_table(struct view_making *m, size_t column, size_t nrows)
{
    const size_t before = leading(m);
    const size_t n = before + m->aggregates.count;
    const struct aggregate *all = m->aggregates.items;
    struct column *columns = arena_alloc(m->arena, n, sizeof(*columns));
    uint32_t *origins = arena_alloc(m->arena, n, sizeof(*origins));

    m->grouped.table = m->wide.table;
    m->grouped.table.columns = columns;
    m->grouped.table.ncolumns = n;
    m->grouped.table.nrows = nrows;
    m->grouped.table.group_rows = NULL;
    m->grouped.table.nnotes = 0;
    m->grouped.columns = origins;
    number_map_init(&m->grouped.faults, m->arena);
    if (columns == NULL || origins == NULL)
        return false;
    lead(m, column, &columns[0]);
    origins[0] = m->wide.columns[column];
    if (before > 1)
        add_count(m, &columns[1]);
    for (size_t i = 0; i < m->aggregates.count; i++) {
        columns[before + i] = *tally_column(m, &all[i]);
        columns[before + i].mark = (struct str){NULL, 0};
        origins[before + i] = m->wide.columns[all[i].column];
    }
    return true;
}

/* What rows of one group are called is the group's own name. */
static struct cell name_cell(const struct view_making *m, size_t column,
                             uint32_t row)
{
    const struct kind_column *kind = m->wide.table.columns[column].kind;
    struct cell c = *group_cell(m, row, column);

    if (kind != NULL && kind->type == TYPE_CHOICE && c.state == CELL_VALUE) {
        c.ptr = kind->choices[c.value.choice].ptr;
        c.len = (uint32_t)kind->choices[c.value.choice].len;
    }
    return tally_unmarked(c);
}

/* The least and the greatest of a group are a cell of its, with what is said of
   that; a sum is none. */
static void keep_fault(struct view_making *m, const struct aggregate *a,
                       const struct tally *t, size_t row, size_t column)
{
    const struct computed *fault =
        m->figures->ncomputed == 0 || t->best == 0 ||
                (a->way != BY_LEAST && a->way != BY_GREATEST)
            ? NULL
            : view_fault_of(m, t->best - 1, a->column);

    if (fault != NULL)
        number_map_set(&m->grouped.faults,
                       cell_number(&m->grouped.table, row, column),
                       (uint32_t)(fault - m->figures->computed) + 1);
}

static void fill(struct view_making *m, size_t column, const struct groups *g)
{
    const size_t before = leading(m);
    const size_t n = before + m->aggregates.count;
    const struct aggregate *all = m->aggregates.items;
    const struct table *wide = &m->wide.table;
    const size_t count = g->count;
    struct cell *cells = arena_alloc(m->arena, count, n * sizeof(*cells));
    struct tally *tallies =
        arena_alloc(m->arena, count, (n - before + 1) * sizeof(*tallies));
    int64_t *counts = arena_alloc(m->arena, count, sizeof(*counts));
    uint32_t *records = arena_alloc(m->arena, count, sizeof(*records));
    uint8_t *roles = arena_alloc(m->arena, count, sizeof(*roles));
    struct spot *spots = wide->spots == NULL
                             ? NULL
                             : arena_alloc(m->arena, count, n * sizeof(*spots));

    if (arena_status(m->arena) != ST_OK)
        return;
    for (size_t i = 0; i < m->nchosen; i++) {
        const uint32_t group = m->group_of[i];

        counts[group]++;
        for (size_t k = 0; k < n - before; k++)
            tally_count(m, &all[k], m->chosen[i],
                        &tallies[group * (n - before) + k]);
    }
    for (size_t r = 0; r < count; r++) {
        const uint32_t first = g->first_rows[r];

        records[r] = wide->records[first];
        roles[r] = ROW_ENTRY;
        cells[r * n] = name_cell(m, column, first);
        if (before > 1)
            cells[r * n + 1] =
                cell_of_decimal(TYPE_NUMBER, (struct decimal){counts[r], 0});
        for (size_t k = before; k < n; k++) {
            const struct tally *t = &tallies[r * (n - before) + k - before];

            cells[r * n + k] = tally_cell(m, &all[k - before], t, first);
            keep_fault(m, &all[k - before], t, r, k);
        }
        for (size_t k = 0; spots != NULL && k < n; k++)
            spots[r * n + k] =
                wide->spots[first * wide->ncolumns +
                            (k < before ? column : all[k - before].column)];
    }
    m->grouped.table.cells = cells;
    m->grouped.table.records = records;
    m->grouped.table.row_roles = roles;
    m->grouped.table.spots = spots;
}

/* A group may be of words, choices, days or years; not of figures. */
static bool can_group(struct view_making *m, size_t column,
                      const struct view_names *n)
{
    const enum value_type type =
        cell_form_of_column(&m->wide.table.columns[column]).type;

    if (type == TYPE_TEXT || type == TYPE_CHOICE || type == TYPE_DATE ||
        type == TYPE_YEAR || type == TYPE_PERIOD)
        return true;
    finding(m->findings, FINDING_BAD_VALUE, n->at,
            "rows are grouped by words, choices, days or years; the column "
            "`%.*s` holds %s",
            STR_ARG(n->name), figure_type_name(figure_type_of(type)));
    view_fail(m);
    return false;
}

static bool refuse_without_group(struct view_making *m)
{
    const struct view *v = m->view;
    const struct view_words *const given[] = {&v->sum, &v->mean, &v->least,
                                              &v->greatest};
    static const char *const names[] = {"sum", "mean", "min", "max"};

    for (size_t i = 0; i < sizeof(given) / sizeof(*given); i++) {
        if (given[i]->text.len == 0)
            continue;
        finding(m->findings, FINDING_BAD_ATTRIBUTE, given[i]->at,
                "the view has no groups that `%s` could be of", names[i]);
        finding_hint(m->findings,
                     "add group=\"...\"; the %s of all rows is %s(%s.column)",
                     names[i], names[i], v->id);
        view_fail(m);
        return true;
    }
    return false;
}

/* That a figure is a mean, or the least of several, its heading must say. */
static void look_at_titles(struct view_making *m)
{
    const struct aggregate *all = m->aggregates.items;
    static const char *const words[] = {[BY_SUM] = "",
                                        [BY_MEAN] = "means",
                                        [BY_LEAST] = "least figures",
                                        [BY_GREATEST] = "greatest figures"};

    for (size_t i = 0; i < m->aggregates.count; i++) {
        const char *id = tally_column(m, &all[i])->id;
        bool titled = all[i].way == BY_SUM;

        for (size_t k = 0; k < m->view->nfurther; k++)
            titled |= m->view->further[k].id != NULL &&
                      str_is(str_of(id), m->view->further[k].id);
        if (titled)
            continue;
        finding(m->findings, FINDING_DOUBTFUL, m->view->at,
                "the heading of the column `%s` does not say that its figures "
                "are %s",
                id, words[all[i].way]);
        finding_hint(m->findings,
                     "add <column id=\"%s\" title=\"...\"/> to the view", id);
    }
}

/* Behind the name of the column that it is grouped by stands none. */
static bool has_another(struct view_making *m, struct view_names *n)
{
    const struct str first = n->name;

    if (!view_names_next(n))
        return false;
    finding(m->findings, FINDING_BAD_VALUE, n->at,
            "a view is grouped by one column, which is `%.*s` here",
            STR_ARG(first));
    finding_hint(m->findings,
                 "for each of a second column's, make a view of its rows: "
                 "where=\"%.*s = '...'\"",
                 STR_ARG(n->name));
    view_fail(m);
    return true;
}

void view_group(struct view_making *m)
{
    const struct table *t = &m->wide.table;
    struct view_names n = {.words = m->view->group};
    struct groups g = {.count = 0};
    size_t column;

    m->last = &m->wide;
    if (!view_names_next(&n)) {
        (void)refuse_without_group(m);
        return;
    }
    m->last = &m->grouped;
    column = view_column_called(t, n.name, 0);
    if (column == t->ncolumns) {
        view_unknown_column(m, t, &n);
        return;
    }
    if (!can_group(m, column, &n) || has_another(m, &n))
        return;
    view_mark(m, column);
    read_aggregates(m, BY_SUM, m->view->sum);
    read_aggregates(m, BY_MEAN, m->view->mean);
    read_aggregates(m, BY_LEAST, m->view->least);
    read_aggregates(m, BY_GREATEST, m->view->greatest);
    if (m->failed || !find_groups(m, column, &g) ||
        !begin_table(m, column, g.count))
        return;
    for (size_t i = 0; i < m->aggregates.count; i++)
        tally_say_unknown(m,
                          &((const struct aggregate *)m->aggregates.items)[i]);
    look_at_titles(m);
    fill(m, column, &g);
}

/* The groups beyond the first ones are one: of all rows in them. */
void view_group_rest(struct view_making *m, struct cell *cells)
{
    const size_t before = leading(m);
    const struct aggregate *all = m->aggregates.items;
    bool *is_rest =
        arena_alloc(m->arena, m->grouped.table.nrows, sizeof(*is_rest));
    struct tally *tallies =
        arena_alloc(m->arena, m->aggregates.count + 1, sizeof(*tallies));
    uint32_t first = 0;
    int64_t count = 0;

    if (is_rest == NULL || tallies == NULL)
        return;
    for (size_t i = 0; i < m->nrest; i++)
        is_rest[m->order[m->norder + i]] = true;
    for (size_t i = 0; i < m->nchosen; i++) {
        if (!is_rest[m->group_of[i]])
            continue;
        if (count++ == 0)
            first = m->chosen[i];
        for (size_t k = 0; k < m->aggregates.count; k++)
            tally_count(m, &all[k], m->chosen[i], &tallies[k]);
    }
    if (before > 1)
        cells[1] = cell_of_decimal(TYPE_NUMBER, (struct decimal){count, 0});
    for (size_t k = 0; k < m->aggregates.count; k++)
        cells[before + k] = tally_cell(m, &all[k], &tallies[k], first);
}
