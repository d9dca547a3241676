#include "generators/cell.h"
#include "generators/chart_data.h"
#include "generators/phrases.h"

/* The figures of a chart, by category and series. */

static enum value_type type_of_column(const struct chart_data *c, size_t column)
{
    return c->table->columns[column].kind->type;
}

/* A cell's figure, and what it is. */
static bool figure_of(const struct chart_data *c, size_t row, size_t column,
                      enum value_type *type, struct decimal *value)
{
    const struct cell *cell = table_cell(c->table, row, column);
    struct cell own;

    *type = type_of_column(c, column);
    if (cell->state != CELL_VALUE)
        return false;
    if (*type == TYPE_MEASURE) {
        *type = cell_of_measure(cell, &own);
        return cell_decimal(*type, &own, value);
    }
    return cell_decimal(*type, cell, value);
}

/* --- rows --- */

/* The roles that `lines` names, a bit each; 0: a finding was made. */
static unsigned asked_lines(const struct chart_data *c)
{
    struct str rest = c->call->lines.text;
    struct str names[ROW_ROLE_MAX];
    unsigned lines = 0;

    for (int i = 0; i < ROW_ROLE_MAX; i++)
        names[i] = str_of(row_role_name((enum row_role)i));
    while (str_trim(rest).len > 0) {
        const struct str name = str_cut_word(&rest);
        const struct choice *role = choice_find(row_role_choices, name);

        if (role == NULL) {
            finding(c->in->findings, FINDING_UNKNOWN_NAME, c->call->lines.at,
                    "there is no role `%.*s` of rows", STR_ARG(name));
            finding_nearest(c->in->findings, name, names, ROW_ROLE_MAX);
            return 0;
        }
        lines |= 1u << role->value;
    }
    return lines;
}

static bool is_drawn(const struct chart_data *c, size_t row, unsigned lines)
{
    const uint8_t role = c->table->row_roles[row];

    if (lines != 0)
        return (lines & 1u << role) != 0;
    if (c->call->draw == CHART_WATERFALL) /* and what they come to */
        return role != ROW_GROUP_TITLE && role != ROW_FUNDING &&
               role != ROW_SUB_TOTAL && role != ROW_INNER_TOTAL &&
               role != ROW_MEMO;
    return row_is_plain(role);
}

static bool refuse_empty(const struct chart_data *c)
{
    finding(c->in->findings, FINDING_CHART_EMPTY, c->call->at,
            c->table->nrows == 0 ? "%s has no rows to draw"
                                 : "%s has no row among those that this "
                                   "picture draws",
            c->in->data->file);
    finding_hint(c->in->findings, c->table->nrows == 0
                                      ? "take it out here, or print it only "
                                        "when=\"count(...) > 0\""
                                      : "say which by lines=\"...\"");
    return false;
}

bool chart_rows(const struct chart_data *c, size_t **rows, size_t *n)
{
    const bool asked = c->call->lines.text.len > 0;
    const unsigned lines = asked ? asked_lines(c) : 0;

    *rows = arena_alloc(c->d->arena, c->table->nrows + 1, sizeof(**rows));
    *n = 0;
    if (*rows == NULL || (asked && lines == 0))
        return false;
    for (size_t r = 0; r < c->table->nrows; r++) {
        if (is_drawn(c, r, lines))
            (*rows)[(*n)++] = r;
    }
    return *n > 0 || refuse_empty(c);
}

/* --- categories and series --- */

static bool too_many(const struct chart_data *c, size_t ncategories,
                     size_t nseries)
{
    if (ncategories <= PICTURE_ROWS_MAX && nseries <= PICTURE_SERIES_MAX)
        return false;
    finding(c->in->findings, FINDING_LIMIT, c->call->at,
            "this picture would have %zu categories of %zu parts, and no more "
            "than %d of %d can be drawn",
            ncategories, nseries, PICTURE_ROWS_MAX, PICTURE_SERIES_MAX);
    finding_hint(c->in->findings, "print the data as a table");
    return true;
}

static bool make_room(struct chart_data *c, size_t ncategories, size_t nseries)
{
    struct arena *a = c->d->arena;

    if (too_many(c, ncategories, nseries))
        return false;
    c->categories = arena_alloc(a, ncategories + 1, sizeof(*c->categories));
    c->series = arena_alloc(a, nseries + 1, sizeof(*c->series));
    c->values = arena_alloc(a, ncategories * nseries + 1, sizeof(*c->values));
    for (size_t i = 0; c->values != NULL && i < ncategories * nseries; i++)
        c->values[i].missing = true;
    c->ncategories = (uint32_t)ncategories;
    c->nseries = (uint32_t)nseries;
    return c->categories != NULL && c->series != NULL && c->values != NULL;
}

static void put(const struct chart_data *c, uint32_t category, uint32_t series,
                size_t row, size_t column)
{
    struct chart_value *v = chart_value_at(c, category, series);

    v->cell = table_cell(c->table, row, column);
    v->row = row;
    v->column = column;
    v->missing = false; /* measure() knows */
}

static struct str heading(const struct chart_data *c, size_t column)
{
    return column_heading(c->d->arena, c->in->wording,
                          &c->table->columns[column]);
}

/* What ROW has in COLUMN; of a group what stands in its first row. */
static struct str words(const struct chart_data *c, size_t row, size_t column)
{
    return generate_cell_words(c->in, c->d, c->table,
                               table_naming_row(c->table, row, column), column);
}

/* Names of the N rows into NAMES. Of those that several have each stands behind
   its group, where the data has groups. */
static void name_rows(const struct chart_data *c, const size_t *rows,
                      struct str *names, size_t n)
{
    const struct table *t = c->table;
    const size_t group = table_column_of_role(t, COLUMN_GROUP);
    bool *twice = arena_alloc(c->d->arena, n, sizeof(*twice));

    /* A total may have its words in the column of groups. */
    for (size_t i = 0; i < n; i++)
        names[i] = words(c, rows[i], table_words_column(t, rows[i], c->x));
    if (group == t->ncolumns || group == c->x || twice == NULL ||
        c->in->wording->phrases[PHRASE_CHART_GROUPED].len == 0)
        return;
    for (size_t i = 0; i < n; i++) {
        for (size_t k = 0; k < i; k++) {
            if (str_eq(names[i], names[k]))
                twice[i] = twice[k] = true;
        }
    }
    for (size_t i = 0; i < n; i++) {
        const struct placeholder placeholders[] = {
            {"group",
             twice[i] ? words(c, rows[i], group) : (struct str){NULL, 0}},
            {"name", names[i]}};

        if (placeholders[0].value.len > 0)
            names[i] =
                phrase_fill(c->in, c->d, PHRASE_CHART_GROUPED, placeholders, 2);
    }
}

/* Rows are categories, columns their parts. */
static bool by_rows(struct chart_data *c, const size_t *rows, size_t n)
{
    if (!make_room(c, n, c->ny))
        return false;
    for (uint32_t k = 0; k < c->nseries; k++)
        c->series[k] = heading(c, c->y[k]);
    name_rows(c, rows, c->categories, n);
    for (uint32_t i = 0; i < c->ncategories; i++) {
        for (uint32_t k = 0; k < c->nseries; k++)
            put(c, i, k, rows[i], c->y[k]);
    }
    return true;
}

/* Columns are categories, rows their parts. */
static bool by_columns(struct chart_data *c, const size_t *rows, size_t n)
{
    if (!make_room(c, c->ny, n))
        return false;
    name_rows(c, rows, c->series, n);
    for (uint32_t i = 0; i < c->ncategories; i++) {
        c->categories[i] = heading(c, c->y[i]);
        for (uint32_t k = 0; k < c->nseries; k++)
            put(c, i, k, rows[k], c->y[i]);
    }
    return true;
}

/* The number of TEXT among the N of TEXTS, at their end if it is new. */
static uint32_t number_of(struct str *texts, size_t *n, struct str text)
{
    size_t i = 0;

    while (i < *n && !str_eq(texts[i], text))
        i++;
    if (i == *n && *n <= PICTURE_ROWS_MAX)
        texts[(*n)++] = text;
    return (uint32_t)i;
}

static bool refuse_twice(const struct chart_data *c, size_t row)
{
    finding(c->in->findings, FINDING_BAD_VALUE,
            table_cell_place(c->table, row, c->y[0]),
            "`%.*s` of `%.*s` stands twice, and a picture shows one figure",
            STR_ARG(words(c, row, c->parts)), STR_ARG(words(c, row, c->x)));
    finding_hint(c->in->findings, "let a view sum such rows");
    return false;
}

/* Each row is one part of one category. */
static bool by_parts(struct chart_data *c, const size_t *rows, size_t n)
{
    struct arena *a = c->d->arena;
    struct str *categories =
        arena_alloc(a, PICTURE_ROWS_MAX + 2, sizeof(*categories));
    struct str *parts = arena_alloc(a, PICTURE_ROWS_MAX + 2, sizeof(*parts));
    size_t ncategories = 0;
    size_t nparts = 0;

    if (categories == NULL || parts == NULL)
        return false;
    for (size_t i = 0; i < n; i++) {
        (void)number_of(categories, &ncategories, words(c, rows[i], c->x));
        (void)number_of(parts, &nparts, words(c, rows[i], c->parts));
    }
    if (!make_room(c, ncategories, nparts))
        return false;
    for (size_t i = 0; i < n; i++) {
        const uint32_t category =
            number_of(categories, &ncategories, words(c, rows[i], c->x));
        const uint32_t part =
            number_of(parts, &nparts, words(c, rows[i], c->parts));

        if (chart_value_at(c, category, part)->cell != NULL)
            return refuse_twice(c, rows[i]);
        put(c, category, part, rows[i], c->y[0]);
    }
    for (size_t i = 0; i < ncategories; i++)
        c->categories[i] = categories[i];
    for (size_t i = 0; i < nparts; i++)
        c->series[i] = parts[i];
    return true;
}

/* --- units --- */

static bool refuse_units(const struct chart_data *c,
                         const struct chart_value *v)
{
    char name[SOURCE_CELL_SIZE];

    place_cell_name(table_cell_place(c->table, v->row, v->column), name);
    finding(c->in->findings, FINDING_CHART_UNITS, c->call->at,
            "%s of %s would be drawn beside figures of another unit", name,
            c->in->data->file);
    finding_hint(c->in->findings,
                 "draw a picture for each unit, or the rows in a table");
    return false;
}

/* The unit of all figures, and the decimals that they need. */
static bool find_unit(struct chart_data *c)
{
    bool known = false;

    for (size_t i = 0; i < (size_t)c->ncategories * c->nseries; i++) {
        struct chart_value *v = &c->values[i];
        enum value_type type;
        struct decimal d;

        if (v->cell == NULL || !figure_of(c, v->row, v->column, &type, &d)) {
            v->missing = true;
            v->unknown = v->cell != NULL && cell_is_to_come(v->cell);
            continue;
        }
        if (known && type != c->type)
            return refuse_units(c, v);
        known = true;
        c->type = type;
        if (d.scale > c->scale)
            c->scale = d.scale;
    }
    if (known)
        return true;
    finding(c->in->findings, FINDING_CHART_EMPTY, c->call->at,
            "%s has no figure in what this picture draws", c->in->data->file);
    finding_hint(c->in->findings,
                 "ask for other columns or rows, or take it out here");
    return false;
}

static bool refuse_large(const struct chart_data *c)
{
    finding(c->in->findings, FINDING_LIMIT, c->in->data->at,
            "the amounts are too large for a picture");
    return false;
}

#define LARGEST (INT64_MAX / 1000) /* so that sums and ticks can be counted */

static bool measure(struct chart_data *c)
{
    for (size_t i = 0; i < (size_t)c->ncategories * c->nseries; i++) {
        struct chart_value *v = &c->values[i];
        enum value_type type;
        struct decimal d;

        if (v->missing || !figure_of(c, v->row, v->column, &type, &d))
            continue;
        v->value = d.coefficient;
        for (unsigned s = d.scale; s < c->scale; s++) {
            if (__builtin_mul_overflow(v->value, 10, &v->value))
                return refuse_large(c);
        }
        if (v->value > LARGEST || v->value < -LARGEST)
            return refuse_large(c);
    }
    return true;
}

bool chart_values(struct chart_data *c)
{
    size_t *rows;
    size_t n;

    if (!chart_rows(c, &rows, &n))
        return false;
    if (c->parts < c->table->ncolumns) {
        if (!by_parts(c, rows, n))
            return false;
    } else if (c->call->across == CHART_BY_COLUMNS) {
        if (!by_columns(c, rows, n))
            return false;
    } else if (!by_rows(c, rows, n)) {
        return false;
    }
    c->nfigures = (size_t)c->ncategories * c->nseries;
    return find_unit(c) && measure(c);
}

bool chart_is_sum(const struct chart_data *c, uint32_t category)
{
    const struct chart_value *v = &c->values[category];
    const uint8_t role =
        v->cell == NULL ? ROW_ENTRY : c->table->row_roles[v->row];

    return category == 0 || row_is_sum(role) || role == ROW_CLOSING;
}

const struct chart_value *chart_unknown(const struct chart_data *c,
                                        uint32_t category)
{
    for (uint32_t k = 0; k + c->ntargets < c->nseries; k++) {
        const struct chart_value *v = chart_value_at(c, category, k);

        if (v->unknown)
            return v;
    }
    return NULL;
}

bool chart_sum(const struct chart_data *c, uint32_t category, int64_t *sum)
{
    bool known = false;

    *sum = 0;
    for (uint32_t k = 0; k + c->ntargets < c->nseries; k++) {
        const struct chart_value *v = chart_value_at(c, category, k);

        if (v->missing)
            continue;
        known = true;
        *sum += v->value; /* LARGEST */
    }
    return known;
}
