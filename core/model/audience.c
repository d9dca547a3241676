#include "core/model/audience.h"

const struct choice audience_choices[] = {AUDIENCES(CHOICE_ROW) CHOICE_END};
