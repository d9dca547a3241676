#include "generators/data_table.h"
#include "generators/generator_table.h"

/* Rows in the order of the data, each headed by when it happens. */
void generate_timetable(const struct generator_in *in, struct doc *d,
                        struct doc_node *section)
{
    const struct table_form form = {
        .head = generate_head_column(in, COLUMN_PERIOD),
    };

    generate_data_table(in, d, section, &form);
}
