#include "figures/view_parts.h"

const struct computed *view_kept_fault(const struct view_making *m,
                                       const struct view_stage *rows,
                                       size_t row, size_t column)
{
    const uint32_t i =
        number_map_get(&rows->faults, cell_number(&rows->table, row, column));

    return i == 0 ? NULL : &m->figures->computed[i - 1];
}

const struct computed *view_fault_of(const struct view_making *m, size_t row,
                                     size_t column)
{
    const struct table *given = m->of->table;

    return column < given->ncolumns
               ? figures_fault(m->figures, given, row, column)
               : view_kept_fault(m, &m->wide, row, column);
}
