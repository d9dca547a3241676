#include "core/model/generator_call.h"

const struct choice cell_draw_choices[] = {CELL_DRAWS(CHOICE_ROW) CHOICE_END};
