#include "figures/check_choices.h"
#include "figures/check_names.h"

size_t check_column(const struct checks *c, const char *id)
{
    return id == NULL ? c->table->ncolumns : table_column(c->table, str_of(id));
}

const struct kind_choice *check_choice(const struct checks *c, size_t row,
                                       size_t column)
{
    const struct kind_column *kind = c->table->columns[column].kind;
    const struct cell *cell = table_cell(c->table, row, column);

    if (kind == NULL || kind->type != TYPE_CHOICE || kind->described == NULL ||
        cell->state != CELL_VALUE)
        return NULL;
    return &kind->described[cell->value.choice];
}

struct str check_meaning_name(const struct checks *c, size_t column,
                              enum choice_meaning meaning)
{
    const struct kind_column *kind = c->table->columns[column].kind;

    for (size_t i = 0; kind != NULL && i < kind->nchoices; i++) {
        if (kind->described != NULL && kind->described[i].means == meaning)
            return kind->choices[i];
    }
    return (struct str){NULL, 0};
}

bool check_low_is_good(const struct checks *c, const struct kind_check *check,
                       size_t row)
{
    const size_t column = check_column(c, check->better_by);
    const struct kind_choice *choice =
        column == c->table->ncolumns ? NULL : check_choice(c, row, column);

    if (choice != NULL && choice->means == MEANS_LOW)
        return true;
    if (choice != NULL && choice->means == MEANS_HIGH)
        return false;
    return check->better == BETTER_LOW;
}

bool check_side_is_open(const struct checks *c, const struct kind_check *check,
                        size_t row)
{
    const size_t column = check_column(c, check->better_by);

    return check->better_by != NULL &&
           (column == c->table->ncolumns ||
            table_cell(c->table, row, column)->state == CELL_BLANK);
}

bool check_side_is_known(const struct checks *c, const struct kind_check *check,
                         size_t row)
{
    const struct kind_choice *choice;

    if (check->better_by == NULL || check_side_is_open(c, check, row))
        return true;
    choice = check_choice(c, row, check_column(c, check->better_by));
    return choice != NULL && choice->means != MEANS_NOTHING;
}

bool check_figure(const struct checks *c, size_t row, size_t column,
                  struct decimal *d)
{
    const struct kind_column *kind = c->table->columns[column].kind;

    return kind != NULL &&
           cell_decimal(kind->type, table_cell(c->table, row, column), d);
}

struct str check_cell_text(const struct checks *c, size_t row, size_t column)
{
    const struct cell_form form =
        cell_form_of_column(&c->table->columns[column]);

    return arena_printf(c->arena, "%.*s %.*s (%.*s)",
                        STR_ARG(column_name(c, column)),
                        STR_ARG(cell_text(c->arena, c->wording, &form,
                                          table_cell(c->table, row, column))),
                        STR_ARG(cell_name(c, row, column)));
}
