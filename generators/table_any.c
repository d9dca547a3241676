#include "generators/data_table.h"
#include "generators/generator_table.h"

void generate_table(const struct generator_in *in, struct doc *d,
                    struct doc_node *section)
{
    const struct table_form form = {
        .head = generate_head_column(in, COLUMN_LABEL),
    };

    generate_data_table(in, d, section, &form);
}
