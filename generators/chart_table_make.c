#include "generators/cell.h"
#include "generators/chart_table_parts.h"
#include "generators/generator_tools.h"

/* The table that a chart is: cells of the data, differences, the rest as one.
 */

static struct column column_of(const struct drawn_table *t, size_t i)
{
    return t->c.table->columns[t->columns[i].of];
}

/* A column that the data has not: like the figures that it is made of. */
static struct column made_column(const struct drawn_table *t, size_t i,
                                 const char *id, enum phrase heading,
                                 enum value_type type)
{
    struct kind_column *kind = arena_alloc(t->c.d->arena, 1, sizeof(*kind));
    struct column c = column_of(t, i);

    if (kind == NULL)
        return c;
    *kind = (struct kind_column){
        .id = id,
        .title = t->c.in->wording->phrases[heading],
        .type = type,
        .better = c.kind->better,
        .decimals = c.kind->decimals,
        .signs = true,
        .at = c.kind->at,
    };
    c.kind = kind;
    c.id = id;
    c.year = 0;
    c.heading = kind->title;
    return c;
}

static bool is_percent(const struct drawn_table *t)
{
    return t->c.table->columns[t->y].kind->type == TYPE_PERCENT;
}

/* Per cent less per cent are points, which are not per cent of anything. */
static struct column difference_column(const struct drawn_table *t, size_t i)
{
    const struct column of = column_of(t, i);

    return is_percent(t)
               ? made_column(t, i, of.id, PHRASE_VARIANCE_POINTS, TYPE_NUMBER)
               : made_column(t, i, of.id, PHRASE_VARIANCE, of.kind->type);
}

/* What is over has its sign, whatever tables print. */
static struct column drawn_column_of(const struct drawn_table *t, size_t i)
{
    struct column c = column_of(t, i);
    struct kind_column *kind;

    if (t->c.call->draw != CHART_VARIANCE || c.kind->signs)
        return c;
    kind = arena_alloc(t->c.d->arena, 1, sizeof(*kind));
    if (kind == NULL)
        return c;
    *kind = *c.kind;
    kind->signs = true;
    c.kind = kind;
    return c;
}

static void make_columns(const struct drawn_table *t, struct column *columns)
{
    for (size_t i = 0; i < t->ncolumns; i++) {
        switch (t->columns[i].cell) {
        case CHART_CELL_GIVEN:
            columns[i] =
                i == t->drawn ? drawn_column_of(t, i) : column_of(t, i);
            break;
        case CHART_CELL_DIFFERENCE: columns[i] = difference_column(t, i); break;
        case CHART_CELL_SHARE:
            columns[i] = made_column(t, i, "share", PHRASE_VARIANCE_PERCENT,
                                     TYPE_NUMBER);
            break;
        }
        columns[i].hidden = false; /* it is asked for by name */
        columns[i].unasked = false;
    }
    /* What is drawn is asked for by its id, which must be its own. */
    for (size_t i = 0; i < t->ncolumns; i++) {
        if (i != t->drawn &&
            str_is(str_of(columns[t->drawn].id), columns[i].id))
            columns[i].id =
                arena_cstr(t->c.d->arena, arena_printf(t->c.d->arena, "%s-%zu",
                                                       columns[i].id, i));
    }
}

/* --- cells --- */

static struct cell words_cell(struct str words, enum cell_state state)
{
    return (struct cell){
        .ptr = words.ptr, .len = (uint32_t)words.len, .state = (uint8_t)state};
}

/* Where a figure is expected and none is there. */
static struct cell missing_cell(struct drawn_table *t)
{
    const struct str *phrases = t->c.in->wording->phrases;

    t->c.gap = true;
    return words_cell(phrases[PHRASE_CHART_MISSING].len > 0
                          ? phrases[PHRASE_CHART_MISSING]
                          : phrases[PHRASE_DASH],
                      CELL_WORDS);
}

/* The sum of the rest in COLUMN; a blank cell where there is none. */
static struct cell rest_cell(struct drawn_table *t, size_t column)
{
    const enum value_type type = t->c.table->columns[column].kind->type;
    struct decimal sum = {0, 0};
    bool known = false;
    bool said = false;

    for (size_t i = 0; i < t->nrest; i++) {
        const size_t row = t->rows[t->nrows + i].row;
        struct decimal d;

        said = said || chart_says_unknown(&t->c, row, column);
        if (!cell_decimal(type, table_cell(t->c.table, row, column), &d))
            continue;
        if (!decimal_add(sum, d, &sum)) {
            finding(t->c.in->findings, FINDING_LIMIT, t->c.in->data->at,
                    "figures are too large to be summed");
            break;
        }
        known = true;
    }
    return known ? cell_of_decimal(type, sum) : missing_cell(t);
}

/* Blank figures of COLUMN in the rest, which its sum counts as nothing. */
static void say_left_out(struct drawn_table *t, size_t column)
{
    const struct table *table = t->c.table;
    const struct kind_column *kind = table->columns[column].kind;

    for (size_t i = 0;
         kind != NULL && value_is_figure(kind->type) && i < t->nrest; i++) {
        const size_t row = t->rows[t->nrows + i].row;
        const struct cell *cell = table_cell(table, row, column);

        if (cell->state == CELL_BLANK)
            chart_leaves_out(
                &t->c,
                chart_missing_name(
                    &t->c,
                    generate_cell_words(t->c.in, t->c.d, table, row, t->c.x),
                    column_heading(t->c.d->arena, t->c.in->wording,
                                   &table->columns[column])));
    }
}

static struct cell name_of_rest(const struct drawn_table *t)
{
    const struct kind_column *kind = t->c.table->columns[t->c.x].kind;

    return words_cell(chart_rest_name(&t->c, t->nrest),
                      kind == NULL || kind->type == TYPE_TEXT ? CELL_VALUE
                                                              : CELL_WORDS);
}

/* Whether the column of groups is one of those made. */
static bool has_groups(const struct drawn_table *t)
{
    const size_t group = table_column_of_role(t->c.table, COLUMN_GROUP);
    size_t i = 0;

    while (i < t->ncolumns && t->columns[i].of != group)
        i++;
    return i < t->ncolumns;
}

/* The cell of COLUMN of the data in row I of those made. */
static struct cell given_cell(struct drawn_table *t, size_t i, size_t column)
{
    const struct table *table = t->c.table;
    const size_t row = t->rows[i].row;
    const struct kind_column *kind = table->columns[column].kind;
    const struct cell *cell;

    if (i == t->nrows && t->nrest > 0)
        return column == t->c.x ? name_of_rest(t) : rest_cell(t, column);
    if (column == t->c.x && !has_groups(t))
        return *table_cell(table, row, table_words_column(table, row, column));
    cell = table_cell(table, table_naming_row(table, row, column), column);
    if (cell->state == CELL_BLANK && kind != NULL &&
        value_is_figure(kind->type) && row_is_plain(table->row_roles[row]))
        return missing_cell(t);
    return *cell;
}

/* The difference that row I prints: what the data says that it is, or `y` less
   `against`, which is AIM. */
static bool difference(struct drawn_table *t, size_t i, struct decimal aim,
                       struct decimal *value)
{
    const struct table *table = t->c.table;
    const bool is_said = t->difference < table->ncolumns;
    const size_t column = is_said ? t->difference : t->y;
    const struct cell cell = given_cell(t, i, column);

    return cell_decimal(table->columns[column].kind->type, &cell, value) &&
           (is_said || decimal_subtract(*value, aim, value));
}

/* That, or its share; false: a figure is not there. Income is below nought in
   many tables: a share has the sign of its difference. */
static bool computed(struct drawn_table *t, size_t i, enum chart_cell what,
                     struct decimal *value)
{
    const struct cell against = given_cell(t, i, t->against);
    struct decimal aim;

    if (!cell_decimal(t->c.table->columns[t->y].kind->type, &against, &aim) ||
        !difference(t, i, aim, value))
        return false;
    if (what == CHART_CELL_DIFFERENCE)
        return true;
    return decimal_multiply(*value, (struct decimal){100, 0}, value) &&
           decimal_divide(*value, decimal_unsigned(aim), 1, value);
}

static bool is_in_words(const struct cell *cell)
{
    return cell->state != CELL_VALUE && cell->state != CELL_BLANK;
}

/* What row I has in place of a share: of a variance that is a dash, the same;
   of nothing no figure is a share. */
static struct cell instead_of_share(struct drawn_table *t, size_t i)
{
    const struct table *table = t->c.table;
    const struct cell against = given_cell(t, i, t->against);
    struct decimal aim;

    if (t->difference < table->ncolumns) {
        const struct cell said = given_cell(t, i, t->difference);

        if (is_in_words(&said))
            return said;
    }
    if (cell_decimal(table->columns[t->y].kind->type, &against, &aim)
            ? aim.coefficient == 0
            : against.state == CELL_DASH || against.state == CELL_NIL)
        return (struct cell){.state = CELL_NOT_APPLICABLE};
    return missing_cell(t);
}

static struct cell computed_cell(struct drawn_table *t, size_t i,
                                 enum chart_cell what)
{
    const bool plain = row_is_plain(t->c.table->row_roles[t->rows[i].row]);
    struct decimal value;

    if (computed(t, i, what, &value))
        return cell_of_decimal(what == CHART_CELL_SHARE || is_percent(t)
                                   ? TYPE_NUMBER
                                   : t->c.table->columns[t->y].kind->type,
                               value);
    if (!plain)
        return (struct cell){.state = CELL_BLANK};
    return what == CHART_CELL_SHARE ? instead_of_share(t, i) : missing_cell(t);
}

/* --- the table --- */

size_t chart_table_rest(const struct drawn_table *t)
{
    return t->nrest > 0 ? t->nrows : t->nrows + t->ntotals;
}

/* The row of `rows` that row I of the table is. */
static size_t source_of(const struct drawn_table *t, size_t i)
{
    return t->nrest > 1 && i > t->nrows ? i + t->nrest - 1 : i;
}

static void fill(struct drawn_table *t, struct table *made, struct cell *cells,
                 struct spot *spots, uint32_t *records, uint8_t *roles)
{
    const struct table *given = t->c.table;

    for (size_t i = 0; i < made->nrows; i++) {
        const size_t from = source_of(t, i);
        const size_t row = t->rows[from].row;

        records[i] = given->records[row];
        roles[i] = given->row_roles[row];
        for (size_t k = 0; k < t->ncolumns; k++) {
            const size_t at = i * t->ncolumns + k;
            const struct chart_table_column *c = &t->columns[k];

            cells[at] = c->cell == CHART_CELL_GIVEN
                            ? given_cell(t, from, c->of)
                            : computed_cell(t, from, c->cell);
            if (spots != NULL)
                spots[at] = given->spots[row * given->ncolumns + c->of];
        }
    }
}

static bool is_given(const struct drawn_table *t, size_t column)
{
    for (size_t i = 0; i < t->ncolumns; i++) {
        if (t->columns[i].cell == CHART_CELL_GIVEN &&
            t->columns[i].of == column)
            return true;
    }
    return false;
}

/* What is printed of the rest, or what that is computed of. */
static void say_all_left_out(struct drawn_table *t)
{
    const size_t terms[] = {t->y, t->against};

    for (size_t k = 0; t->nrest > 0 && k < t->ncolumns; k++) {
        if (t->columns[k].cell == CHART_CELL_GIVEN)
            say_left_out(t, t->columns[k].of);
    }
    for (size_t i = 0; t->nrest > 0 && i < 2; i++) {
        if (terms[i] < t->c.table->ncolumns && !is_given(t, terms[i]))
            say_left_out(t, terms[i]);
    }
    t->c.nfigures = (t->nrows + t->nrest) * t->ncolumns;
}

const struct table *chart_table_make(struct drawn_table *t)
{
    struct arena *a = t->c.d->arena;
    const struct table *given = t->c.table;
    const size_t nrows = t->nrows + (t->nrest > 0) + t->ntotals;
    struct table *made = arena_alloc(a, 1, sizeof(*made));
    struct column *columns = arena_alloc(a, t->ncolumns, sizeof(*columns));
    struct cell *cells = arena_alloc(a, nrows, t->ncolumns * sizeof(*cells));
    struct spot *spots =
        given->spots == NULL
            ? NULL
            : arena_alloc(a, nrows, t->ncolumns * sizeof(*spots));
    uint32_t *records = arena_alloc(a, nrows, sizeof(*records));
    uint8_t *roles = arena_alloc(a, nrows, sizeof(*roles));
    uint32_t *themselves = arena_alloc(a, nrows, sizeof(*themselves));

    if (arena_status(a) != ST_OK)
        return NULL;
    *made = *given;
    made->columns = columns;
    made->ncolumns = t->ncolumns;
    made->cells = cells;
    made->spots = spots;
    made->records = records;
    made->row_roles = roles;
    made->nrows = nrows;
    if (!t->whole) {
        made->row_lines = NULL;
        made->group_rows = themselves;
    }
    make_columns(t, columns);
    fill(t, made, cells, spots, records, roles);
    for (size_t i = 0; i < nrows; i++) /* what is blank stands in no group */
        themselves[i] = (uint32_t)i;
    say_all_left_out(t);
    return arena_status(a) == ST_OK ? made : NULL;
}

size_t chart_table_faults(const struct drawn_table *t, const struct table *made,
                          const struct shown_fault **list)
{
    struct shown_fault *found = arena_alloc(
        t->c.d->arena, made->nrows * made->ncolumns + 1, sizeof(*found));
    size_t n = 0;

    *list = found;
    for (size_t i = 0; found != NULL && i < made->nrows; i++) {
        for (size_t k = 0; k < made->ncolumns; k++) {
            const struct chart_table_column *c = &t->columns[k];
            const struct computed *fault =
                c->cell != CHART_CELL_GIVEN || i == chart_table_rest(t)
                    ? NULL
                    : figures_fault(t->c.in->figures, t->c.table,
                                    t->rows[source_of(t, i)].row, c->of);

            if (fault != NULL)
                found[n++] = (struct shown_fault){i, k, fault};
        }
    }
    return n;
}
