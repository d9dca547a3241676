#include "generators/data_table_rows.h"
#include "generators/generator_rows.h"
#include "generators/generator_tools.h"

static struct str argument(const struct generator_in *in, struct doc *d,
                           const struct doc_node *parent, const char *name)
{
    const struct generator_argument *arg = generate_argument(in, name);

    return arg == NULL ? (struct str){NULL, 0}
                       : generate_expand(in, d, parent, arg->value, arg->at);
}

/* What is left over: a figure of another table, below the totals. */
static void add_balance(struct data_table *m, const struct doc_node *section)
{
    const struct generator_in *in = m->in;
    const struct generator_argument *arg = generate_argument(in, "balance");
    const struct table *t = in->data->table;
    size_t column = table_column_of_role(t, COLUMN_SUB_TOTAL);
    struct expanded_fault *faults;
    struct str value;

    if (arg == NULL)
        return;
    if (generate_argument(in, "balance-label") == NULL) {
        finding(in->findings, FINDING_MISSING, arg->at,
                "a `balance` needs a `balance-label` to head its line");
        return;
    }
    value =
        generate_expand_noted(in, m->d, section, arg->value, arg->at, &faults);
    if (value.len == 0)
        return;
    if (column == t->ncolumns)
        column = table_column_of_role(t, COLUMN_AMOUNT);
    if (!data_table_foot(m, column,
                         argument(in, m->d, section, "balance-label"), value,
                         faults, arg->at))
        finding(in->findings, FINDING_MISSING, arg->at,
                "%s has no column of amounts for this line", in->data->file);
}

/* Groups with their lines, units x rate, sub-totals, shares and total. */
void generate_budget_lines(const struct generator_in *in, struct doc *d,
                           struct doc_node *section)
{
    struct data_table m;

    data_table_begin(&m, in, d, section, in->form);
    data_table_rows(&m);
    add_balance(&m, section);
    data_table_end(&m);
}
