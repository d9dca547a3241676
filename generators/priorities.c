#include "generators/data_table.h"
#include "generators/generator_table.h"

/* Rows below the name of their group, and a title over all of them. */
void generate_priorities(const struct generator_in *in, struct doc *d,
                         struct doc_node *section)
{
    const struct table_form form = {
        .head = generate_head_column(in, COLUMN_KEY),
        .groups = GROUPS_IN_ROWS,
        .title = generate_title(in, d, section),
    };

    generate_data_table(in, d, section, &form);
}
