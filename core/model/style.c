#include "core/model/style.h"

const struct choice panel_choices[] = {PANELS(CHOICE_ROW) CHOICE_END};

const struct choice facts_choices[] = {FACTS(CHOICE_ROW) CHOICE_END};

const struct choice paper_choices[] = {PAPERS(CHOICE_ROW) CHOICE_END};

const struct choice orientation_choices[] = {{"portrait", false, NULL, NULL},
                                             {"landscape", true, NULL, NULL},
                                             CHOICE_END};
