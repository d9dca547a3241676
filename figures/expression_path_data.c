#include "figures/expression_path_data.h"

#include "core/doc/doc.h"
#include "figures/data_figures.h"
#include "figures/expression_absent.h"
#include "figures/expression_refuse.h"
#include "figures/figure.h"

static const struct figure none = {.type = FIGURE_NONE};

struct figure path_cell(const struct evaluation *ev, const struct table *t,
                        size_t row, size_t column)
{
    const size_t named_by = table_naming_row(t, row, column);
    const struct cell *cell = table_cell(t, named_by, column);
    struct figure f = figure_of_cell(t, named_by, column);

    f.fault = figures_fault(ev->scope->figures, t, row, column);
    if (f.form.type != TYPE_PROSE || f.type != FIGURE_TEXT ||
        cell->value.prose == NULL)
        return f;
    return figure_said_at(
        figure_of_text(doc_words(ev->arena, cell->value.prose)), f.at);
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
size_t path_column(const struct evaluation *ev, const struct table *t,
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
struct figure path_no_cell(const struct evaluation *ev, const struct table *t,
                           size_t column)
{
    const struct cell blank = {
        .state = ev->scope->today != NULL ? CELL_NOT_APPLICABLE : CELL_BLANK};
    const struct cell_form form = cell_form_of_column(&t->columns[column]);
    struct figure f = figure_of_value(form.type, &blank, t->columns[column].at);

    f.form = form;
    return f;
}

/* A reference says nothing without what it leads to, a link not where to. */
static bool has_link(const struct doc_node *prose)
{
    struct doc_walk w = doc_walk(prose);

    while (doc_walk_next(&w)) {
        if (w.node->kind == DOC_REFERENCE || w.node->kind == DOC_LINK)
            return true;
    }
    return false;
}

/* A sentence has room for the words of one paragraph: of more, of lists, of
   links, these alone would be printed, as if there were no more. */
static void doubt_blocks(const struct evaluation *ev, const struct table *t,
                         size_t row, size_t column)
{
    const struct cell *cell = table_cell(t, row, column);
    const struct doc_node *first =
        cell_form_of_column(&t->columns[column]).type != TYPE_PROSE ||
                cell->state != CELL_VALUE || cell->value.prose == NULL
            ? NULL
            : cell->value.prose->first;
    const bool single =
        first != NULL && first->next == NULL && first->kind == DOC_PARAGRAPH;
    char name[SOURCE_CELL_SIZE];

    if (ev->scope->asks || ev->scope->among != NULL || first == NULL ||
        (single && !has_link(first)))
        return;
    place_cell_name(table_cell_place(t, row, column), name);
    finding(ev->findings, FINDING_DOUBTFUL, evaluation_place(ev, 0),
            "cell %s of %s has %s, whose words alone are printed in this line",
            name, t->source->name,
            single ? "a reference or a link"
                   : "several paragraphs, a list or a table");
    finding_hint(ev->findings,
                 "print the column in a table, where it stands as "
                 "it was written; or write one paragraph%s",
                 single ? " without it" : "");
}

/* What follows a row: its .column. */
struct figure path_row(const struct evaluation *ev, const struct table *t,
                       size_t row, const struct path_step *row_step)
{
    const struct path_step *step = row_step->next;
    size_t column;

    /* A row of one column, as of a list, is what stands in it. */
    if (step == NULL && t->ncolumns == 1)
        return row < t->nrows ? path_cell(ev, t, row, 0) : none;
    if (step == NULL || step->key)
        return refuse_step(ev, row_step,
                           "this is a row: name one of its columns");
    column = path_column(ev, t, step->text);
    if (column == t->ncolumns) {
        if (evaluation_lacks_column(ev, t, step->text))
            return absent_figure();
        refuse_column(ev, t, step);
        return none;
    }
    if (t->columns[column].year != 0 && named_year(ev, t, step->text) == 0)
        return refuse_step(ev, step,
                           "there is one for each year: name the year");
    if (step->next != NULL)
        return refuse_step(ev, step->next, "a cell has no parts");
    evaluation_mark(ev, &t->columns[column]);
    if (row >= t->nrows)
        return ev->scope->today != NULL ? path_no_cell(ev, t, column) : none;
    doubt_blocks(ev, t, row, column);
    return path_cell(ev, t, row, column);
}

/* The line of KIND called ID: 1 + its number as row_lines has it, 0
   when there is none. */
static unsigned line_called(const struct kind *kind, struct str id)
{
    for (size_t i = 0; i < kind->nrows; i++)
        if (kind->rows[i].id != NULL && str_is(id, kind->rows[i].id))
            return (unsigned)i + 1;
    return 0;
}

/* The row that is a line of the kind, for what cannot know how a report words
   it; none named so, or two: nrows. */
static size_t row_of_line(const struct table *t, unsigned line)
{
    size_t found = t->nrows;

    for (size_t r = 0; t->row_lines != NULL && r < t->nrows; r++) {
        if (t->row_lines[r] != line)
            continue;
        if (found < t->nrows)
            return t->nrows;
        found = r;
    }
    return found;
}

/* No row is called as STEP says: it may name a line of the kind. */
static struct figure line_figure(const struct evaluation *ev,
                                 const struct table *t,
                                 const struct path_step *step)
{
    const unsigned line = line_called(t->kind, step->text);
    const size_t row = line == 0 ? t->nrows : row_of_line(t, line);

    if (row < t->nrows || ev->scope->today != NULL) /* then: it is new */
        return path_row(ev, t, row, step);
    if (line != 0 && ev->scope->asks) {
        *ev->absent = true;
        return absent_figure();
    }
    refuse_key(ev, t, step);
    return none;
}

static struct figure keyed_figure(const struct evaluation *ev,
                                  const struct data *data,
                                  const struct path_step *step)
{
    const struct row_index *index = figures_rows(ev->scope->figures, data);
    size_t rows[2];

    switch (row_index_find(index, step->text, rows)) {
    case 0: return line_figure(ev, data->table, step);
    case 1: return path_row(ev, data->table, rows[0], step);
    default: refuse_ambiguous(ev, data->table, step, rows); return none;
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

void say_cell_to_come(const struct evaluation *ev, const struct table *t,
                      size_t row, size_t column)
{
    const struct place at = table_cell_place(t, row, column);
    char name[SOURCE_CELL_SIZE];

    place_cell_name(at, name);
    finding(ev->findings, FINDING_DOUBTFUL, at,
            "cell %s has no figure yet, and counts as nothing in a sum that is "
            "printed or asked for",
            name);
}

/* What is to come makes no total wrong, but unknown, as in sum(). */
static void say_unknown(const struct evaluation *ev, const struct data *data,
                        size_t column, size_t offset, const struct figure *f)
{
    const size_t row = figures_total_unknown(ev->scope->figures, data, column);

    const struct column *c = &data->table->columns[column];

    /* Said at the column: a template may ask for its total in many places. */
    if (f->type == FIGURE_BLANK && f->cell.state == CELL_BLANK)
        finding(ev->findings, FINDING_DOUBTFUL,
                c->at.source != NULL ? c->at : evaluation_place(ev, offset),
                "no row gives a figure of `%.*s`, so that its total, which is "
                "asked for, is blank",
                STR_ARG(column_heading(ev->arena, evaluation_wording(ev), c)));
    if (row == data->table->nrows || f->type == FIGURE_BLANK)
        return; /* it says so itself */
    say_cell_to_come(ev, data->table, row, column);
}

/* data.total.column */
static struct figure column_total(const struct evaluation *ev,
                                  const struct data *data,
                                  const struct path_step *step)
{
    const struct table *t = data->table;
    const size_t column = path_column(ev, t, step->text);
    struct figure f;

    if (column == t->ncolumns) {
        if (evaluation_lacks_column(ev, t, step->text))
            return absent_figure();
        refuse_column(ev, t, step);
        return none;
    }
    evaluation_mark(ev, &t->columns[column]);
    f = figures_total_of(ev->scope->figures, data, column);
    if (f.type == FIGURE_NONE && has_bad_cell(t, column))
        return none;
    if (f.type == FIGURE_NONE)
        return refuse_step(ev, step, "the column has no total");
    say_unknown(ev, data, column, step->offset, &f);
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
        return refuse_step(ev, step, "the data has no column of amounts");
    evaluation_mark(ev, &t->columns[column]);
    f = figures_total(ev->scope->figures, data);
    if (f.type == FIGURE_NONE && !has_bad_cell(t, column))
        finding(ev->findings, FINDING_LIMIT, evaluation_place(ev, step->offset),
                "the total of %s is too large to be kept", data->file);
    else if (f.type != FIGURE_NONE)
        say_unknown(ev, data, column, step->offset, &f);
    return f;
}

/* What the data element says of itself. */
static struct figure data_member(const struct evaluation *ev,
                                 const struct data *data,
                                 const struct path_step *step)
{
    if (str_is(step->text, "total"))
        return total_figure(ev, data, step);
    if (str_is(step->text, "title") &&
        str_find(data->title, STR_LIT("{{")) < data->title.len)
        return refuse_step(ev, step,
                           "this title is itself made of others: name those");
    if (str_is(step->text, "title"))
        return figure_said_at(figure_of_text(data->title), data->at);
    if (str_is(step->text, "as-at"))
        return figure_said_at(figure_of_date(data->as_at), data->at);
    if (table_column(data->table, step->text) < data->table->ncolumns)
        return refuse_step(ev, step,
                           "this is a column: name a row before it, as in "
                           "data[row].column");
    return refuse_member(ev, step);
}

struct figure path_data(const struct evaluation *ev, const struct data *data,
                        const struct path_step *root)
{
    const struct path_step *step = root->next;
    struct figure f;

    if (step == NULL)
        return refuse_table(ev, root);
    evaluation_mark(ev, data);
    if (data->table == NULL)
        return none; /* it could not be read: there is a finding already */
    if (step->key) {
        f = keyed_figure(ev, data, step);
    } else {
        const bool total = str_is(step->text, "total") && step->next != NULL;

        f = data_member(ev, data, step);
        step = total ? step->next : step;
        if (f.type != FIGURE_NONE && step->next != NULL)
            f = refuse_step(ev, step->next, "a figure has no parts");
    }
    return refuse_internal(ev, root, f, data->audience, data->at);
}
