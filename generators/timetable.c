#include "generators/helpers.h"
#include "generators/table.h"

/* Rows in the order of the data, each headed by when it happens. */
void generate_timetable(const struct generator_in *in, struct doc *d,
                        struct doc_node *section)
{
    const size_t period = table_column_of_role(in->data->table, COLUMN_PERIOD);

    generate_data_table(in, d, section, generate_head_column(in, period));
}
