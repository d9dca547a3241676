#include "core/model/rules.h"

const struct choice rule_level_choices[] = {RULE_LEVELS(CHOICE_ROW) CHOICE_END};

const struct rules_field *rules_field(const struct rules *r, struct str id)
{
    for (size_t i = 0; i < r->nfields; i++) {
        if (r->fields[i].id != NULL && str_is(id, r->fields[i].id))
            return &r->fields[i];
    }
    return NULL;
}
