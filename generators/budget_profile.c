#include "generators/data_table.h"
#include "generators/generator_table.h"

/* Lines down, years across; amounts as they were published. */
void generate_budget_profile(const struct generator_in *in, struct doc *d,
                             struct doc_node *section)
{
    const struct table_form form = {
        .head = generate_head_column(in, COLUMN_LABEL),
        .as_written = true,
    };

    generate_data_table(in, d, section, &form);
}
