#include "core/model/generator_call.h"

const struct choice table_across_choices[] = {TABLE_ACROSS(CHOICE_ROW)
                                                  CHOICE_END};
const struct choice cell_draw_choices[] = {CELL_DRAWS(CHOICE_ROW) CHOICE_END};
