#include "figures/expression_path.h"

#include "core/doc/doc.h"
#include "figures/data_figures.h"
#include "figures/expression_absent.h"
#include "figures/expression_evaluation.h"
#include "figures/expression_path_data.h"
#include "figures/expression_refuse.h"
#include "figures/figure.h"

/* Whether the report names a period before. */
#define PREVIOUS_NAME "previous"

/* The months before that of the report's field, and a year before it. */
#define PERIOD_BEFORE_NAME REPORT_PERIOD_FIELD "-before"
#define PERIOD_LAST_YEAR_NAME REPORT_PERIOD_FIELD "-last-year"

static const struct figure none = {.type = FIGURE_NONE};

static const struct named_value *find_value(const struct figures *f,
                                            struct str id)
{
    return names_value(f->names, f->report, id);
}

static const struct data *find_data(const struct figures *f, struct str id)
{
    return names_data(f->names, f->report, id);
}

/* In print its entries are joined. */
static struct figure list_figure(const struct evaluation *ev, struct str text)
{
    struct figure f =
        figure_of_text(wording_list(ev->arena, evaluation_wording(ev), text));

    f.entries = text;
    return f;
}

/* One of the choices of a field, compared and printed as that of a column;
   blank where TEXT is empty. */
static struct figure answer_figure(const struct template_field *declared,
                                   struct str text, struct place at)
{
    struct cell cell = {.ptr = text.ptr,
                        .len = (uint32_t)text.len,
                        .state = text.len > 0 ? CELL_VALUE : CELL_BLANK};
    struct figure f;

    cell.value.choice = (int64_t)kind_column_choice(declared->answers, text);
    f = figure_of_value(TYPE_CHOICE, &cell, at);
    f.form.kind = declared->answers;
    return f;
}

/* A day, or the MONTHS that end with it, as DECLARED says that it is printed.
 */
static struct figure day_figure(const struct template_field *declared,
                                struct date day, uint8_t months)
{
    struct figure f = figure_of_date(day);

    if (declared == NULL)
        return f;
    f.form.pattern = declared->pattern;
    f.form.pipe = pipe_of_months(months);
    return f;
}

static struct figure field_figure(const struct evaluation *ev,
                                  const struct field *field,
                                  const struct template_field *declared)
{
    struct figure f = figure_of_text(field->text);

    if (declared != NULL && declared->answers != NULL)
        return answer_figure(declared, field->text, field->at);
    if (field->date.year != 0)
        f = day_figure(declared, field->date, field->months);
    if (declared != NULL && declared->type == FIELD_LIST)
        f = list_figure(ev, field->text);
    /* To be confirmed, or no date at all, which there is a finding about: no
       fault of the template that prints it as one. */
    if (declared != NULL && field->date.year == 0 &&
        (declared->type == FIELD_DATE || declared->type == FIELD_MONTH))
        f.type = FIGURE_BLANK;
    return figure_said_at(f, field->at);
}

/* A field that the report leaves out has the template's value. */
static struct figure default_figure(const struct evaluation *ev,
                                    const struct template_field *field,
                                    const struct path_step *root)
{
    const struct cell blank = {.state = CELL_BLANK};
    const struct str text = figures_field_text(ev->scope->figures, field);
    struct figure f;

    if (text.len == 0 && field->answers == NULL)
        return figure_of_value(TYPE_TEXT, &blank, field->at);
    if (str_find(text, STR_LIT("{{")) < text.len)
        return refuse_step(ev, root,
                           "this field is itself made of others: name those");
    if (field->answers != NULL)
        f = answer_figure(field, text, field->at);
    else if (field->day.year != 0)
        f = figure_said_at(day_figure(field, field->day, field->months),
                           field->at);
    else
        f = figure_said_at(field->type == FIELD_LIST ? list_figure(ev, text)
                                                     : figure_of_text(text),
                           field->at);
    return refuse_internal(ev, root, f, field->audience, field->at);
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

bool path_asks_for_previous(const struct expression *e)
{
    for (const struct expression_node *n = e->first; n != NULL; n = n->next) {
        if (n->op == OP_PATH && n->path != NULL && n->path->next == NULL &&
            str_is(n->path->text, PREVIOUS_NAME))
            return true;
    }
    return false;
}

/* How many months before the end of the report's PERIOD is the end of the one
   that NAME says; 0: it is no such name. */
static int months_back(const struct field *period, struct str name)
{
    if (str_is(name, PERIOD_LAST_YEAR_NAME))
        return 12;
    return !str_is(name, PERIOD_BEFORE_NAME) ? 0
           : period == NULL                  ? 1
                                             : period->months;
}

bool path_is_given(struct str name)
{
    return str_is(name, PREVIOUS_NAME) || str_is(name, AS_OF_NAME) ||
           months_back(NULL, name) > 0;
}

/* Whether it is the name of a month before that of the report. */
static bool names_month(const struct evaluation *ev,
                        const struct path_step *path)
{
    return path->next == NULL && months_back(NULL, path->text) > 0 &&
           (report_period_field(ev->scope->figures->report) != NULL ||
            template_field(ev->scope->figures->template_used,
                           STR_LIT(REPORT_PERIOD_FIELD)) != NULL);
}

/* Blank where the report does not say its own. */
static struct figure month_figure(const struct evaluation *ev,
                                  const struct path_step *path)
{
    const struct field *period =
        report_period_field(ev->scope->figures->report);
    const struct cell blank = {.state = CELL_BLANK};
    const int months = period == NULL
                           ? 0
                           : period->date.year * 12 + period->date.month - 1 -
                                 months_back(period, path->text);
    struct date day;
    struct figure f;

    if (months < 12) /* no year comes before the first */
        return figure_of_value(TYPE_TEXT, &blank, NOWHERE);
    evaluation_mark(ev, period);
    evaluation_mark(ev, template_field(ev->scope->figures->template_used,
                                       STR_LIT(REPORT_PERIOD_FIELD)));
    day = (struct date){(int16_t)(months / 12), (uint8_t)(months % 12 + 1), 1};
    f = figure_of_date(day);
    f.form.pipe = pipe_of_months(period->months);
    return refuse_internal(ev, path, figure_said_at(f, period->at),
                           period->audience, period->at);
}

/* A value or a header field: it has no parts. */
static struct figure single_figure(const struct evaluation *ev,
                                   const struct path_step *root)
{
    const struct figures *figures = ev->scope->figures;
    const struct named_value *v = find_value(figures, root->text);
    const struct field *field = report_field(figures->report, root->text);
    const struct template_field *declared =
        template_field(figures->template_used, root->text);

    if (v == NULL && field == NULL && declared == NULL) {
        if (str_is(root->text, PREVIOUS_NAME) && root->next == NULL)
            return previous_figure(figures);
        if (names_month(ev, root))
            return month_figure(ev, root);
        if (root->next == NULL && absent_field(ev->scope, root->text))
            return absent_figure();
        refuse_root(ev, root);
        return none;
    }
    evaluation_mark(ev, v);
    evaluation_mark(ev, field);
    evaluation_mark(ev, declared);
    if (root->next != NULL)
        return refuse_step(ev, root->next,
                           "what stands before it has no parts");
    if (v == NULL && refuse_medium(ev, root, declared))
        return none;
    if (v != NULL)
        return refuse_internal(ev, root,
                               figure_of_value(v->type, &v->cell, v->at),
                               v->audience, v->at);
    if (field != NULL)
        return refuse_internal(ev, root, field_figure(ev, field, declared),
                               field->audience, field->at);
    return default_figure(ev, declared, root);
}

/* A name in a condition on rows: first that of a column of theirs. */
static bool is_column(const struct evaluation *ev, const struct path_step *path,
                      size_t *column)
{
    const struct scope *scope = ev->scope;

    if (scope->among == NULL || path->next != NULL)
        return false;
    *column = path_column(ev, scope->among, path->text);
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
           template_field(scope->figures->template_used, path->text) == NULL;
}

struct figure path_figure(const struct evaluation *ev,
                          const struct path_step *path)
{
    const struct scope *scope = ev->scope;
    const struct data *data = find_data(scope->figures, path->text);
    size_t column;

    if (is_column(ev, path, &column)) {
        evaluation_mark(ev, &scope->among->columns[column]);
        return scope->among_row < scope->among->nrows
                   ? path_cell(ev, scope->among, scope->among_row, column)
                   : path_no_cell(ev, scope->among, column);
    }
    if (scope->among != NULL && path->next == NULL &&
        evaluation_lacks_column(ev, scope->among, path->text))
        return absent_figure();
    if (evaluation_lacks_data(ev, path->text))
        return path->next == NULL ? refuse_table(ev, path) : absent_figure();
    if (is_lost(ev, path)) {
        refuse_word(ev, scope->among, path);
        return none;
    }

    if (scope->table != NULL && str_is(path->text, ROW_NAME)) {
        const struct figure f = path_row(ev, scope->table, scope->row, path);

        data = figures_data_of(scope->figures, scope->table);
        evaluation_mark(ev, data);
        return data == NULL
                   ? f
                   : refuse_internal(ev, path, f, data->audience, data->at);
    }
    if (data != NULL)
        return path_data(ev, data, path);
    return single_figure(ev, path);
}

/* Neither data nor absent; what has no rows is called by its name all the
   same. */
static void refuse_data(const struct evaluation *ev,
                        const struct path_step *path)
{
    const struct figures *f = ev->scope->figures;

    if (find_value(f, path->text) != NULL ||
        report_field(f->report, path->text) != NULL ||
        template_field(f->template_used, path->text) != NULL)
        (void)refuse_step(ev, path, "this is no data, which has rows");
    else
        refuse_root(ev, path);
}

bool path_table(const struct evaluation *ev, const struct path_step *path,
                bool column, struct path_target *target)
{
    const struct data *data = find_data(ev->scope->figures, path->text);
    const struct path_step *step = path->next;

    *target = (struct path_target){0};
    if (data == NULL) {
        target->absent = evaluation_lacks_data(ev, path->text);
        if (!target->absent)
            refuse_data(ev, path);
        return false;
    }
    evaluation_mark(ev, data);
    *target = (struct path_target){.data = data, .table = data->table};
    if (data->table == NULL)
        return false; /* there is a finding already */
    target->column = data->table->ncolumns;
    if (!column && step != NULL)
        (void)refuse_step(ev, step, "count() takes the whole of the data");
    else if (column && (step == NULL || step->key || step->next != NULL))
        (void)refuse_step(ev, path,
                          "name one of its columns, as in data.column");
    else if (column)
        target->column = path_column(ev, data->table, step->text);
    if (!column)
        return step == NULL;
    if (step == NULL || step->key || step->next != NULL)
        return false;
    if (target->column == data->table->ncolumns) {
        target->absent = evaluation_lacks_column(ev, data->table, step->text);
        if (!target->absent)
            refuse_column(ev, data->table, step);
        return false;
    }
    evaluation_mark(ev, &data->table->columns[target->column]);
    return true;
}

/* The value of a condition without quotation marks, as its column reads it. */
static bool read_value(const struct evaluation *ev, const struct table *t,
                       const struct expression_node *node, size_t column,
                       struct figure *wanted)
{
    const enum figure_type type =
        figure_type_of(cell_form_of_column(&t->columns[column]).type);

    if (figure_read(evaluation_wording(ev), type, node->text, wanted))
        return true;
    finding(ev->findings, FINDING_BAD_EXPRESSION,
            evaluation_place(ev, node->text_offset), "`%.*s` is not %s",
            STR_ARG(node->text), figure_type_name(type));
    return false;
}

/* What has no quotation marks is a text, and may have been meant for the
   column, value or header field of that name: none is taken. */
static bool refuse_double_meaning(const struct evaluation *ev,
                                  const struct expression_node *node,
                                  const struct table *t, size_t at)
{
    const struct figures *f = ev->scope->figures;
    const struct column *column = &t->columns[at];

    if ((table_column(t, node->text) == t->ncolumns &&
         find_value(f, node->text) == NULL &&
         report_field(f->report, node->text) == NULL &&
         template_field(f->template_used, node->text) == NULL) ||
        (column->kind != NULL && column->kind->type == TYPE_CHOICE &&
         kind_column_choice(column->kind, node->text) < column->kind->nchoices))
        return false;
    finding(ev->findings, FINDING_BAD_EXPRESSION,
            evaluation_place(ev, node->text_offset),
            "`%.*s` may be these words, or the column, value or header field "
            "that is called so",
            STR_ARG(node->text));
    finding_hint(ev->findings,
                 "write '%.*s' for the words, (%.*s) for what has the name",
                 STR_ARG(node->text), STR_ARG(node->text));
    return true;
}

bool path_test(const struct evaluation *ev, const struct expression_node *node,
               struct figure *cell, struct figure *wanted)
{
    const struct scope *scope = ev->scope;
    const struct table *t = scope->among;
    const size_t column = path_column(ev, t, node->path->text);

    if (column == t->ncolumns) {
        if (evaluation_lacks_column(ev, t, node->path->text)) {
            *cell = *wanted = none;
            return true;
        }
        refuse_column(ev, t, node->path);
        return false;
    }
    evaluation_mark(ev, &t->columns[column]);
    if (refuse_double_meaning(ev, node, t, column) ||
        !read_value(ev, t, node, column, wanted))
        return false;
    wanted->literal = true;
    *cell = scope->among_row < t->nrows
                ? path_cell(ev, t, scope->among_row, column)
                : path_no_cell(ev, t, column);
    return true;
}
