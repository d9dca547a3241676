#include "figures/expression_path.h"

#include "core/doc/doc.h"
#include "figures/data_figures.h"
#include "figures/expression_absent.h"
#include "figures/figure.h"

/* The name of the row at hand inside each=. */
#define ROW_NAME "row"

/* Whether the report names a period before. */
#define PREVIOUS_NAME "previous"

/* The months before that of the report's field, and a year before it. */
#define PERIOD_BEFORE_NAME REPORT_PERIOD_FIELD "-before"
#define PERIOD_LAST_YEAR_NAME REPORT_PERIOD_FIELD "-last-year"

/* Of the names that a finding looks among for the nearest. */
#define NAMES_MAX 500

static const struct figure none = {.type = FIGURE_NONE};

static const char not_a_figure[] =
    "this is a table: write data.total, data[row].column or count(data)";

static void mark(const struct evaluation *ev, const void *thing)
{
    used_mark(ev->scope->used, thing, USE_NAMED);
}

/* An answer that rests on what is absent is not kept: a text may ask it, too.
 */
static bool lacks_data(const struct evaluation *ev, struct str id)
{
    const bool absent = absent_data(ev->scope, id);

    *ev->absent |= absent;
    return absent;
}

static bool lacks_column(const struct evaluation *ev, const struct table *t,
                         struct str id)
{
    const bool absent = absent_column(ev->scope, t, id);

    *ev->absent |= absent;
    return absent;
}

static struct place place_of(const struct evaluation *ev, size_t offset)
{
    return expression_place(ev->expression, offset);
}

static const struct wording *wording_of(const struct evaluation *ev)
{
    return ev->scope->wording != NULL
               ? ev->scope->wording
               : ev->scope->figures->template_used->wording;
}

/* A list of names for finding_nearest(), with room for SIZE of them. */
struct names {
    struct str *list;
    size_t count;
    size_t size;
};

/* Findings beyond their limit are only counted: no list for those. */
static struct names names_new(const struct evaluation *ev, size_t size)
{
    struct str *list = NULL;

    if (size > NAMES_MAX)
        size = NAMES_MAX;
    if (ev->findings->count < FINDINGS_MAX)
        list = arena_alloc(ev->arena, size, sizeof(*list));
    return (struct names){list, 0, list == NULL ? 0 : size};
}

static void names_add(struct names *n, struct str name)
{
    if (n->count < n->size && name.len > 0)
        n->list[n->count++] = name;
}

static void unknown(const struct evaluation *ev, size_t offset,
                    const struct names *names, struct str found,
                    const char *what)
{
    finding(ev->findings, FINDING_UNKNOWN_NAME, place_of(ev, offset),
            ev->scope->then ? "in the period before there is no %s `%.*s`"
                            : "there is no %s `%.*s`",
            what, STR_ARG(found));
    finding_nearest(ev->findings, found, names->list, names->count);
}

static void unknown_root(const struct evaluation *ev,
                         const struct path_step *step)
{
    const struct report *r = ev->scope->figures->report;
    const struct template *t = ev->scope->figures->template_used;
    const struct rules *rules = ev->scope->rules;
    struct names names;

    names = names_new(ev, r->ndata + r->nvalues + r->nfields + t->nfields + 1 +
                              (rules == NULL ? 0 : rules->nfields));
    if (ev->scope->table != NULL)
        names_add(&names, STR_LIT(ROW_NAME));
    for (size_t i = 0; i < r->ndata; i++)
        names_add(&names, str_of(r->data[i].id));
    for (size_t i = 0; i < r->nvalues; i++)
        names_add(&names, str_of(r->values[i].id));
    for (size_t i = 0; i < r->nfields; i++)
        names_add(&names, str_of(r->fields[i].id));
    for (size_t i = 0; i < t->nfields; i++)
        names_add(&names, str_of(t->fields[i].id));
    for (size_t i = 0; rules != NULL && i < rules->nfields; i++)
        names_add(&names, str_of(rules->fields[i].id));
    unknown(ev, step->offset, &names, step->text,
            "value, header field or data called");
    if (str_is(step->text, AS_OF_NAME))
        finding_hint(ev->findings, "give the date: --as-of 2026-11-30");
}

static void unknown_column(const struct evaluation *ev, const struct table *t,
                           const struct path_step *step)
{
    struct names names = names_new(ev, t->ncolumns);

    for (size_t c = 0; c < t->ncolumns; c++)
        names_add(&names, t->columns[c].year != 0 ? t->columns[c].heading
                                                  : str_of(t->columns[c].id));
    unknown(ev, step->offset, &names, step->text, "column");
}

static void unknown_key(const struct evaluation *ev, const struct table *t,
                        const struct path_step *step)
{
    struct names names = names_new(ev, t->nrows);

    for (size_t r = 0; r < t->nrows && names.count < names.size; r++) {
        const struct str key = row_key(t, r);

        if (key.len > 0)
            names_add(&names, key);
    }
    unknown(ev, step->offset, &names, step->text, "row");
}

/* A step that leads nowhere. */
static struct figure misplaced(const struct evaluation *ev,
                               const struct path_step *step, const char *why)
{
    finding(ev->findings, FINDING_BAD_EXPRESSION, place_of(ev, step->offset),
            "`%.*s`: %s", STR_ARG(step->text), why);
    return none;
}

/* In published text, what rests on internal data is an error. */
static struct figure exempt(const struct evaluation *ev,
                            const struct path_step *step, struct figure f,
                            enum audience audience, struct place origin)
{
    struct position p;

    if (audience == AUDIENCE_PUBLIC || f.type == FIGURE_NONE)
        return f;
    f.audience = AUDIENCE_INTERNAL;
    if (ev->scope->audience == AUDIENCE_INTERNAL)
        return f;
    source_locate(origin, &p);
    finding(ev->findings, FINDING_EXEMPT, place_of(ev, step->offset),
            "`%.*s` rests on what is internal (%s:%u:%u), and this text is "
            "published",
            STR_ARG(step->text),
            origin.source == NULL ? "" : origin.source->name, (unsigned)p.line,
            (unsigned)p.column);
    return none;
}

/* Prose is printed without its mark-up. */
static struct str prose_text(struct arena *a, const struct doc_node *prose)
{
    struct str text;
    struct buf b;

    buf_init(&b, a->limit);
    doc_plain_text(prose, &b);
    if (buf_status(&b) != ST_OK)
        arena_fail(a, buf_status(&b));
    text = arena_str(a, buf_view(&b));
    buf_free(&b);
    return text;
}

static struct figure placed(struct figure f, struct place at)
{
    f.at = at;
    return f;
}

static struct figure cell_figure(const struct evaluation *ev,
                                 const struct table *t, size_t row,
                                 size_t column)
{
    const size_t named_by = table_naming_row(t, row, column);
    const struct cell *cell = table_cell(t, named_by, column);
    struct figure f = figure_of_cell(t, named_by, column);

    f.fault = figures_fault(ev->scope->figures, t, row, column);
    if (f.form.type == TYPE_PROSE && f.type == FIGURE_TEXT &&
        cell->value.prose != NULL)
        return placed(figure_of_text(prose_text(ev->arena, cell->value.prose)),
                      f.at);
    return f;
}

/* The first year of the financial year that NAME says: 2012/13, or by the day
   that the data is of. 0: NAME is no year. */
static int named_year(const struct evaluation *ev, const struct table *t,
                      struct str name)
{
    static const char *const names[] = {"year-before", "this-year",
                                        "year-after"};
    const struct data *data;

    if (table_column(t, name) < t->ncolumns)
        return 0;
    for (int i = 0; i < 3; i++) {
        if (!str_is(name, names[i]))
            continue;
        data = figures_data_of(ev->scope->figures, t);
        return data == NULL || data->as_at.year == 0
                   ? 0
                   : report_period_of_date(data->as_at).year + i - 1;
    }
    return financial_year_read(name);
}

/* The column of that name or financial year, or t->ncolumns. */
static size_t named_column(const struct evaluation *ev, const struct table *t,
                           struct str name)
{
    const int year = named_year(ev, t, name);
    size_t c = 0;

    if (year == 0)
        return table_column(t, name);
    while (c < t->ncolumns && t->columns[c].year != year)
        c++;
    return c;
}

/* What stands for the cell of a table without rows, so that what it is compared
   with is looked at all the same; and for what was not there yet. */
static struct figure no_cell(const struct evaluation *ev, const struct table *t,
                             size_t column)
{
    const struct cell blank = {.state = ev->scope->then ? CELL_NOT_APPLICABLE
                                                        : CELL_BLANK};
    const struct cell_form form = cell_form_of_column(&t->columns[column]);
    struct figure f = figure_of_value(form.type, &blank, t->columns[column].at);

    f.form = form;
    return f;
}

/* What follows a row: its .column. */
static struct figure row_figure(const struct evaluation *ev,
                                const struct table *t, size_t row,
                                const struct path_step *row_step)
{
    const struct path_step *step = row_step->next;
    size_t column;

    /* A row of one column, as of a list, is what stands in it. */
    if (step == NULL && t->ncolumns == 1)
        return row < t->nrows ? cell_figure(ev, t, row, 0) : none;
    if (step == NULL || step->key)
        return misplaced(ev, row_step,
                         "this is a row: name one of its columns");
    column = named_column(ev, t, step->text);
    if (column == t->ncolumns) {
        if (lacks_column(ev, t, step->text))
            return absent_figure();
        unknown_column(ev, t, step);
        return none;
    }
    if (t->columns[column].year != 0 && named_year(ev, t, step->text) == 0)
        return misplaced(ev, step, "there is one for each year: name the year");
    if (step->next != NULL)
        return misplaced(ev, step->next, "a cell has no parts");
    mark(ev, &t->columns[column]);
    if (row >= t->nrows)
        return ev->scope->then ? no_cell(ev, t, column) : none;
    return cell_figure(ev, t, row, column);
}

static void ambiguous(const struct evaluation *ev, const struct table *t,
                      const struct path_step *step, const size_t rows[2])
{
    finding(ev->findings, FINDING_BAD_EXPRESSION, place_of(ev, step->offset),
            "`%.*s` is the name of several rows of %s, among them %u and %u",
            STR_ARG(step->text), t->source->name, (unsigned)t->records[rows[0]],
            (unsigned)t->records[rows[1]]);
    finding_hint(ev->findings, "give each row a text of its own");
}

static struct figure keyed_figure(const struct evaluation *ev,
                                  const struct data *data,
                                  const struct path_step *step)
{
    const struct row_index *index = figures_rows(ev->scope->figures, data);
    size_t rows[2];

    switch (row_index_find(index, step->text, rows)) {
    case 0:
        if (ev->scope->then) /* it is new */
            return row_figure(ev, data->table, data->table->nrows, step);
        unknown_key(ev, data->table, step);
        return none;
    case 1: return row_figure(ev, data->table, rows[0], step);
    default: ambiguous(ev, data->table, step, rows); return none;
    }
}

/* A finding says already why nothing can be known of the column. */
static bool has_bad_cell(const struct table *t, size_t column)
{
    size_t r = 0;

    while (r < t->nrows && table_cell(t, r, column)->state != CELL_BAD)
        r++;
    return r < t->nrows;
}

/* data.total.column */
static struct figure column_total(const struct evaluation *ev,
                                  const struct data *data,
                                  const struct path_step *step)
{
    const struct table *t = data->table;
    const size_t column = named_column(ev, t, step->text);
    struct figure f;

    if (column == t->ncolumns) {
        if (lacks_column(ev, t, step->text))
            return absent_figure();
        unknown_column(ev, t, step);
        return none;
    }
    mark(ev, &t->columns[column]);
    f = figures_total_of(ev->scope->figures, data, column);
    if (f.type == FIGURE_NONE && has_bad_cell(t, column))
        return none;
    if (f.type == FIGURE_NONE)
        return misplaced(ev, step, "the column has no total");
    return f;
}

static struct figure total_figure(const struct evaluation *ev,
                                  const struct data *data,
                                  const struct path_step *step)
{
    const struct table *t = data->table;
    const size_t column = figures_total_column(t);
    struct figure f;

    if (step->next != NULL && !step->next->key)
        return column_total(ev, data, step->next);
    if (column == t->ncolumns)
        return misplaced(ev, step, "the data has no column of amounts");
    mark(ev, &t->columns[column]);
    f = figures_total(ev->scope->figures, data);
    if (f.type == FIGURE_NONE && !has_bad_cell(t, column))
        finding(ev->findings, FINDING_LIMIT, place_of(ev, step->offset),
                "the total of %s is not known, or too large to be kept",
                data->file);
    return f;
}

/* What the data element says of itself. */
static struct figure data_member(const struct evaluation *ev,
                                 const struct data *data,
                                 const struct path_step *step)
{
    struct str members[] = {STR_INIT("total"), STR_INIT("title"),
                            STR_INIT("as-at")};
    const struct names names = {members, 3, 3};

    if (str_eq(step->text, members[0]))
        return total_figure(ev, data, step);
    if (str_eq(step->text, members[1]))
        return placed(figure_of_text(data->title), data->at);
    if (str_eq(step->text, members[2]))
        return placed(figure_of_date(data->as_at), data->at);
    if (table_column(data->table, step->text) < data->table->ncolumns)
        return misplaced(ev, step,
                         "this is a column: name a row before it, as in "
                         "data[row].column");
    unknown(ev, step->offset, &names, step->text, "figure of the data called");
    return none;
}

static struct figure data_figure(const struct evaluation *ev,
                                 const struct data *data,
                                 const struct path_step *root)
{
    const struct path_step *step = root->next;
    struct figure f;

    if (step == NULL)
        return misplaced(ev, root, not_a_figure);
    mark(ev, data);
    if (data->table == NULL)
        return none; /* it could not be read: there is a finding already */
    if (step->key) {
        f = keyed_figure(ev, data, step);
    } else {
        const bool total = str_is(step->text, "total") && step->next != NULL;

        f = data_member(ev, data, step);
        step = total ? step->next : step;
        if (f.type != FIGURE_NONE && step->next != NULL)
            f = misplaced(ev, step->next, "a figure has no parts");
    }
    return exempt(ev, root, f, data->audience, data->at);
}

static const struct named_value *find_value(const struct figures *f,
                                            struct str id)
{
    return names_value(f->names, f->report, id);
}

static const struct data *find_data(const struct figures *f, struct str id)
{
    return names_data(f->names, f->report, id);
}

static const struct template_field *
find_template_field(const struct template *t, struct str id)
{
    for (size_t i = 0; i < t->nfields; i++) {
        if (str_is(id, t->fields[i].id))
            return &t->fields[i];
    }
    return NULL;
}

static struct figure field_figure(const struct evaluation *ev,
                                  const struct field *field,
                                  const struct template_field *declared)
{
    struct figure f = figure_of_text(field->text);

    if (field->date.year != 0)
        f = figure_of_date(field->date);
    if (declared != NULL && declared->type == FIELD_LIST)
        f = figure_of_text(
            wording_list(ev->arena, wording_of(ev), field->text));
    if (declared != NULL)
        f.form.pattern = declared->pattern;
    if (field->date.year != 0 && declared != NULL &&
        declared->type == FIELD_MONTH)
        f.form.pipe = PIPE_MONTH;
    return placed(f, field->at);
}

/* A field that the report leaves out has the template's value. */
static struct figure default_figure(const struct evaluation *ev,
                                    const struct template_field *field,
                                    const struct path_step *root)
{
    const struct figures *f = ev->scope->figures;
    const struct template *t = f->template_used;
    const struct cell blank = {.state = CELL_BLANK};
    struct str text = field->value;

    if (f->field_texts != NULL)
        text = f->field_texts[field - t->fields];
    if (text.len == 0)
        return figure_of_value(TYPE_TEXT, &blank, field->at);
    if (str_find(text, STR_LIT("{{")) < text.len)
        return misplaced(ev, root,
                         "this field is itself made of others: name those");
    return placed(figure_of_text(text), field->at);
}

/* Whether there is a period before; printed, its folder. */
static struct figure previous_figure(const struct figures *f)
{
    const struct cell blank = {.state = CELL_BLANK};
    struct str folder;

    if (f->previous == NULL)
        return figure_of_value(TYPE_TEXT, &blank, NOWHERE);
    folder = str_of(f->previous->report->folder);
    while (str_find_char(folder, '/') < folder.len)
        (void)str_cut(&folder, '/');
    return figure_of_text(folder.len > 0 ? folder : STR_LIT(PREVIOUS_NAME));
}

/* How many months before that of the report is the one that NAME says. */
static int months_back(struct str name)
{
    return str_is(name, PERIOD_BEFORE_NAME)      ? 1
           : str_is(name, PERIOD_LAST_YEAR_NAME) ? 12
                                                 : 0;
}

/* NULL: the report does not say its month. */
static const struct field *month_of_report(const struct evaluation *ev)
{
    const struct field *period =
        report_field(ev->scope->figures->report, STR_LIT(REPORT_PERIOD_FIELD));

    return period == NULL || period->date.year == 0 ? NULL : period;
}

/* Whether it is the name of a month before that of the report. */
static bool names_month(const struct evaluation *ev,
                        const struct path_step *path)
{
    return path->next == NULL && months_back(path->text) > 0 &&
           (month_of_report(ev) != NULL ||
            find_template_field(ev->scope->figures->template_used,
                                STR_LIT(REPORT_PERIOD_FIELD)) != NULL);
}

/* Blank where the report does not say its own. */
static struct figure month_figure(const struct evaluation *ev,
                                  const struct path_step *path)
{
    const struct field *period = month_of_report(ev);
    const struct cell blank = {.state = CELL_BLANK};
    const int months = period == NULL
                           ? 0
                           : period->date.year * 12 + period->date.month - 1 -
                                 months_back(path->text);
    struct date day;
    struct figure f;

    if (months < 12) /* no year comes before the first */
        return figure_of_value(TYPE_TEXT, &blank, NOWHERE);
    mark(ev, period);
    day = (struct date){(int16_t)(months / 12), (uint8_t)(months % 12 + 1), 1};
    f = figure_of_date(day);
    f.form.pipe = PIPE_MONTH;
    return exempt(ev, path, placed(f, period->at), period->audience,
                  period->at);
}

/* A value or a header field: it has no parts. */
static struct figure single_figure(const struct evaluation *ev,
                                   const struct path_step *root)
{
    const struct figures *figures = ev->scope->figures;
    const struct named_value *v = find_value(figures, root->text);
    const struct field *field = report_field(figures->report, root->text);
    const struct template_field *declared =
        find_template_field(figures->template_used, root->text);

    if (v == NULL && field == NULL && declared == NULL) {
        if (str_is(root->text, PREVIOUS_NAME) && root->next == NULL)
            return previous_figure(figures);
        if (names_month(ev, root))
            return month_figure(ev, root);
        if (root->next == NULL && absent_field(ev->scope, root->text))
            return absent_figure();
        unknown_root(ev, root);
        return none;
    }
    mark(ev, v);
    mark(ev, field);
    if (root->next != NULL)
        return misplaced(ev, root->next, "what stands before it has no parts");
    if (v != NULL)
        return exempt(ev, root, figure_of_value(v->type, &v->cell, v->at),
                      v->audience, v->at);
    if (field != NULL)
        return exempt(ev, root, field_figure(ev, field, declared),
                      field->audience, field->at);
    return default_figure(ev, declared, root);
}

/* A word in a condition that names nothing: perhaps a text. */
static void unknown_word(const struct evaluation *ev, const struct table *t,
                         const struct path_step *step)
{
    struct names names = names_new(ev, t->ncolumns);

    for (size_t c = 0; c < t->ncolumns; c++)
        names_add(&names, str_of(t->columns[c].id));
    finding(ev->findings, FINDING_UNKNOWN_NAME, place_of(ev, step->offset),
            "there is no column `%.*s`; a text stands in quotation marks",
            STR_ARG(step->text));
    finding_nearest(ev->findings, step->text, names.list, names.count);
}

/* A name in a condition on rows: first that of a column of theirs. */
static bool is_column(const struct evaluation *ev, const struct path_step *path,
                      size_t *column)
{
    const struct scope *scope = ev->scope;

    if (scope->among == NULL || path->next != NULL)
        return false;
    *column = named_column(ev, scope->among, path->text);
    return *column < scope->among->ncolumns;
}

/* What is neither a column nor anything else was meant to be a column. */
static bool is_lost(const struct evaluation *ev, const struct path_step *path)
{
    const struct scope *scope = ev->scope;

    return !names_month(ev, path) && scope->among != NULL &&
           path->next == NULL && !str_is(path->text, PREVIOUS_NAME) &&
           !absent_field(scope, path->text) &&
           find_data(scope->figures, path->text) == NULL &&
           find_value(scope->figures, path->text) == NULL &&
           report_field(scope->figures->report, path->text) == NULL &&
           find_template_field(scope->figures->template_used, path->text) ==
               NULL;
}

struct figure path_figure(const struct evaluation *ev,
                          const struct path_step *path)
{
    const struct scope *scope = ev->scope;
    const struct data *data = find_data(scope->figures, path->text);
    size_t column;

    if (is_column(ev, path, &column)) {
        mark(ev, &scope->among->columns[column]);
        return scope->among_row < scope->among->nrows
                   ? cell_figure(ev, scope->among, scope->among_row, column)
                   : no_cell(ev, scope->among, column);
    }
    if (scope->among != NULL && path->next == NULL &&
        lacks_column(ev, scope->among, path->text))
        return absent_figure();
    if (lacks_data(ev, path->text))
        return path->next == NULL ? misplaced(ev, path, not_a_figure)
                                  : absent_figure();
    if (is_lost(ev, path)) {
        unknown_word(ev, scope->among, path);
        return none;
    }

    if (scope->table != NULL && str_is(path->text, ROW_NAME)) {
        const struct figure f = row_figure(ev, scope->table, scope->row, path);

        data = figures_data_of(scope->figures, scope->table);
        mark(ev, data);
        return data == NULL ? f : exempt(ev, path, f, data->audience, data->at);
    }
    if (data != NULL)
        return data_figure(ev, data, path);
    return single_figure(ev, path);
}

struct figure path_exempt(const struct evaluation *ev,
                          const struct path_step *path, struct figure f,
                          const struct data *data)
{
    return exempt(ev, path, f, data->audience, data->at);
}

bool path_table(const struct evaluation *ev, const struct path_step *path,
                bool column, struct path_target *target)
{
    const struct data *data = find_data(ev->scope->figures, path->text);
    const struct path_step *step = path->next;

    *target = (struct path_target){0};
    if (data == NULL) {
        target->absent = lacks_data(ev, path->text);
        if (!target->absent)
            unknown_root(ev, path);
        return false;
    }
    mark(ev, data);
    *target = (struct path_target){.data = data, .table = data->table};
    if (data->table == NULL)
        return false; /* there is a finding already */
    target->column = data->table->ncolumns;
    if (!column && step != NULL)
        (void)misplaced(ev, step, "count() takes the whole of the data");
    else if (column && (step == NULL || step->key || step->next != NULL))
        (void)misplaced(ev, path, "name one of its columns, as in data.column");
    else if (column)
        target->column = named_column(ev, data->table, step->text);
    if (!column)
        return step == NULL;
    if (step == NULL || step->key || step->next != NULL)
        return false;
    if (target->column == data->table->ncolumns) {
        target->absent = lacks_column(ev, data->table, step->text);
        if (!target->absent)
            unknown_column(ev, data->table, step);
        return false;
    }
    mark(ev, &data->table->columns[target->column]);
    return true;
}

struct figure path_cell(const struct evaluation *ev, const struct table *t,
                        size_t row, size_t column)
{
    return cell_figure(ev, t, row, column);
}

/* The value of a condition without quotation marks, as its column reads it. */
static bool read_value(const struct evaluation *ev, const struct table *t,
                       const struct expression_node *node, size_t column,
                       struct figure *wanted)
{
    const enum figure_type type =
        figure_type_of(cell_form_of_column(&t->columns[column]).type);

    if (figure_read(wording_of(ev), type, node->text, wanted))
        return true;
    finding(ev->findings, FINDING_BAD_EXPRESSION,
            place_of(ev, node->text_offset), "`%.*s` is not %s",
            STR_ARG(node->text), figure_type_name(type));
    return false;
}

bool path_test(const struct evaluation *ev, const struct expression_node *node,
               struct figure *cell, struct figure *wanted)
{
    const struct scope *scope = ev->scope;
    const struct table *t = scope->among;
    const size_t column = named_column(ev, t, node->path->text);

    if (column == t->ncolumns) {
        if (lacks_column(ev, t, node->path->text)) {
            *cell = *wanted = none;
            return true;
        }
        unknown_column(ev, t, node->path);
        return false;
    }
    mark(ev, &t->columns[column]);
    if (!read_value(ev, t, node, column, wanted))
        return false;
    wanted->literal = true;
    *cell = scope->among_row < t->nrows
                ? cell_figure(ev, t, scope->among_row, column)
                : no_cell(ev, t, column);
    return true;
}
