#include "core/model/chart_call.h"

#define DRAW_ROW(draw, name, maker, sentence) CHOICE_ROW(draw, name, sentence)

const struct choice chart_draw_choices[] = {CHART_DRAWS(DRAW_ROW) CHOICE_END};
const struct choice chart_across_choices[] = {CHART_ACROSS(CHOICE_ROW)
                                                  CHOICE_END};
const struct choice chart_sort_choices[] = {CHART_SORTS(CHOICE_ROW) CHOICE_END};
const struct choice chart_unit_choices[] = {CHART_UNITS(CHOICE_ROW) CHOICE_END};
const struct choice chart_table_choices[] = {CHART_TABLES(CHOICE_ROW)
                                                 CHOICE_END};
